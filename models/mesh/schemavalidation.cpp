// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/schemachecks.h"

#include <algorithm>

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

/// One walk over a resource along its table.
class Walk {
public:
    Walk(const KindSchema& kind, const source::Document& document)
        : m_kind(kind)
        , m_yaml(document)
    {
    }

    void object(const ObjectSchema& object, NodeRef written)
    {
        const NodeRef node = written.resolved();
        m_yaml.forEachEntry(node, [&](NodeRef key, NodeRef value) {
            const FieldSchema* field = object.field(key.value());
            if (field != nullptr) {
                this->value(field->value, field->name, value, false);
            } else if (m_kind.isComplete) {
                unknown(object, key);
            }
        });
        for (const FieldSchema& field : object.fields) {
            if (field.isRequired && !m_yaml.has(node, field.name))
                m_report.add(node, "schema.missingField", {field.name});
        }
        checkRules(m_report, m_yaml, object, node);
    }

    std::vector<SchemaViolation> take() { return m_report.take(); }

private:
    void unknown(const ObjectSchema& object, NodeRef key)
    {
        const std::string name(key.value());
        const std::string nearest(nearestField(object, name));
        if (nearest.empty()) {
            m_report.add(key, "schema.unknownField", {name});
        } else {
            m_report.add(key, "schema.misspelledField", {name, nearest});
        }
    }

    void value(const ValueSchema& schema, const std::string& field, NodeRef written, bool isItem)
    {
        const NodeRef node = written.resolved();
        const ValueType found = foundType(node);
        if (schema.type == ValueType::Any || (found == ValueType::Any && !isItem))
            return;
        const bool isMapping = schema.type == ValueType::Object || schema.type == ValueType::Map;
        if (found == ValueType::Any || (isMapping && found != ValueType::Object)
            || (schema.type == ValueType::List && found != ValueType::List)) {
            const std::string_view name = found == ValueType::Any ? "null" : valueTypeName(found);
            m_report.add(written, "schema.wrongType",
                         {field, std::string(valueTypeName(schema.type)), std::string(name)});
            return;
        }
        if (schema.type == ValueType::Object) {
            object(*schema.object, node);
        } else if (schema.type == ValueType::Map) {
            map(schema, field, node);
        } else if (schema.type == ValueType::List) {
            list(schema, field, node);
        } else {
            checkScalar(m_report, schema, field, node, m_kind.isProtoJson);
        }
    }

    void list(const ValueSchema& schema, const std::string& field, NodeRef node)
    {
        checkCount(m_report, schema, field, node, node.size());
        m_yaml.forEachItem(node, [&](NodeRef item) { value(*schema.element, field, item, true); });
    }

    void map(const ValueSchema& schema, const std::string& field, NodeRef node)
    {
        const auto entries = m_yaml.entries(node);
        checkCount(m_report, schema, field, node, entries.size());
        for (const auto& [key, entry] : entries) {
            if (schema.keys)
                checkText(m_report, *schema.keys, field, key);
            value(*schema.element, field, entry, false);
        }
    }

    const KindSchema& m_kind;
    YamlReader m_yaml;
    SchemaReport m_report;
};

} // namespace

std::vector<SchemaViolation> SchemaReport::take()
{
    std::ranges::stable_sort(m_violations, {}, &SchemaViolation::node);
    return std::move(m_violations);
}

std::vector<SchemaViolation> validate(const KindSchema& kind, NodeRef root)
{
    if (!root.isValid())
        return {};
    Walk walk(kind, *root.document());
    walk.object(*kind.root, root);
    return walk.take();
}

} // namespace meshdraft::mesh
