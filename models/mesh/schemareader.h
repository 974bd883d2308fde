// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/schema.h"

#include <QJsonObject>

#include <functional>

namespace meshdraft::mesh {

/// Where a table is wrong; made into an Error with the file by the reader of files.
struct SchemaFault {
    std::string code;
    std::vector<std::string> args;
};

/// Turns the JSON of types, fields and rules into the structs of schema.h. `objectOf` finds an object type by name
/// (null: there is none). The first fault is kept; what is read after it counts for nothing.
class SchemaJson {
public:
    explicit SchemaJson(std::function<const ObjectSchema*(const QString&)> objectOf)
        : m_objectOf(std::move(objectOf))
    {
    }

    FieldSchema field(const QJsonObject& json);
    SchemaRule rule(const QJsonObject& json);
    const std::optional<SchemaFault>& fault() const { return m_fault; }
    void fail(std::string_view code, std::vector<std::string> args);

private:
    ValueSchema value(const QJsonObject& json);
    std::shared_ptr<const ValueSchema> part(const QJsonValue& json);
    void readLimits(ValueSchema& value, const QJsonObject& json);
    SchemaPattern pattern(const QString& expression, const QString& prefix);

    std::function<const ObjectSchema*(const QString&)> m_objectOf;
    std::optional<SchemaFault> m_fault;
};

/// The strings of a JSON list.
std::vector<std::string> schemaStrings(const QJsonValue& json);

} // namespace meshdraft::mesh
