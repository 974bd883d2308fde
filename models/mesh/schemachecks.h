// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/schemavalidation.h"
#include "models/mesh/yamlreader.h"

namespace meshdraft::mesh {

// The parts of validate(): what scalars may be, and rules between the fields of an object.

/// Collects violations.
class SchemaReport {
public:
    void add(source::NodeRef node, std::string_view code, std::vector<std::string> args)
    {
        m_violations.push_back({.node = node.id(), .code = code, .args = std::move(args)});
    }
    std::vector<SchemaViolation> take();

private:
    std::vector<SchemaViolation> m_violations;
};

/// The type of a YAML value after its kind and, for a plain scalar, its spelling; Any for null.
ValueType foundType(source::NodeRef written);

/// A scalar against its type, values, ranges and patterns. `isProtoJson`: numbers may stand in quotes.
void checkScalar(SchemaReport& report, const ValueSchema& value, const std::string& field, source::NodeRef written,
                 bool isProtoJson);
/// A text against values, length, patterns and so on; also for the keys of maps.
void checkText(SchemaReport& report, const ValueSchema& value, const std::string& field, source::NodeRef node);
void checkCount(SchemaReport& report, const ValueSchema& value, const std::string& field, source::NodeRef node,
                std::size_t items);
void checkRules(SchemaReport& report, YamlReader& yaml, const ObjectSchema& object, source::NodeRef node);

std::string joinedNames(std::span<const std::string> names);

} // namespace meshdraft::mesh
