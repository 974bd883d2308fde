// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/schemachecks.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <set>

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

bool isThere(NodeRef node)
{
    return node.isValid() && foundType(node) != ValueType::Any;
}

/// Text, list and map with something in them; an object may be empty.
bool isFilled(NodeRef written, const FieldSchema* field)
{
    if (!isThere(written))
        return false;
    const NodeRef node = written.resolved();
    if (node.isScalar())
        return !node.value().empty();
    return node.size() > 0 || field == nullptr || field->value.type == ValueType::Object;
}

/// The rules of one object against one mapping.
class RuleCheck {
public:
    RuleCheck(SchemaReport& report, YamlReader& yaml, const ObjectSchema& object, NodeRef node)
        : m_report(report)
        , m_yaml(yaml)
        , m_object(object)
        , m_node(node)
    {
    }

    void check(const SchemaRule& rule)
    {
        if (rule.when && !holds(*rule.when))
            return;
        switch (rule.kind) {
        case SchemaRule::Kind::AtMostOne:
        case SchemaRule::Kind::ExactlyOne:
        case SchemaRule::Kind::AtLeastOne:
            checkChoice(rule);
            return;
        case SchemaRule::Kind::Required:
            for (const std::string& name : rule.fields) {
                if (!isFilled(at(m_node, name), fieldAt(name)))
                    broken(m_node, rule, name);
            }
            return;
        case SchemaRule::Kind::Forbidden:
            for (const std::string& name : rule.fields) {
                if (const NodeRef value = at(m_node, name); isThere(value))
                    broken(value.key(), rule, name);
            }
            return;
        case SchemaRule::Kind::MaxItems:
        case SchemaRule::Kind::Without:
        case SchemaRule::Kind::Unique:
            for (const std::string& name : rule.fields)
                checkList(rule, name);
            return;
        }
    }

private:
    NodeRef at(NodeRef from, std::string_view path) const
    {
        NodeRef node = from;
        while (!path.empty()) {
            const auto dot = std::min(path.find('.'), path.size());
            node = m_yaml.get(node, path.substr(0, dot));
            path.remove_prefix(std::min(dot + 1, path.size()));
        }
        return node;
    }

    const FieldSchema* fieldAt(std::string_view path) const
    {
        const ObjectSchema* object = &m_object;
        const FieldSchema* field = nullptr;
        while (!path.empty() && object != nullptr) {
            const auto dot = std::min(path.find('.'), path.size());
            field = object->field(path.substr(0, dot));
            object = field != nullptr ? field->value.object : nullptr;
            path.remove_prefix(std::min(dot + 1, path.size()));
        }
        return field;
    }

    bool holds(const SchemaCondition& condition) const
    {
        if (!condition.present.empty())
            return std::ranges::any_of(condition.present, [&](const auto& name) { return isThere(at(m_node, name)); });
        const NodeRef node = at(m_node, condition.field);
        if (isFilledInLater(node.value()))
            return false;
        const std::string value = isThere(node) ? std::string(node.value()) : condition.defaultValue;
        if (!condition.prefix.empty())
            return value.starts_with(condition.prefix);
        // A value that is wrong itself, or missing, decides nothing: one finding for one mistake.
        const FieldSchema* field = fieldAt(condition.field);
        if (field != nullptr && (isThere(node) || field->isRequired) && !field->value.isOpen
            && !field->value.values.empty() && !std::ranges::contains(field->value.values, value))
            return false;
        return condition.in.empty() ? !std::ranges::contains(condition.notIn, value)
                                    : std::ranges::contains(condition.in, value);
    }

    void broken(NodeRef node, const SchemaRule& rule, const std::string& field)
    {
        m_report.add(node, "schema.rule", {field, rule.explanation});
    }

    void checkChoice(const SchemaRule& rule)
    {
        std::vector<std::string> names;
        std::vector<NodeRef> keys;
        for (const std::string& name : rule.fields) {
            if (const NodeRef value = at(m_node, name); isThere(value)) {
                names.push_back(name);
                keys.push_back(value.key());
            }
        }
        if (names.empty() && rule.kind != SchemaRule::Kind::AtMostOne)
            m_report.add(m_node, "schema.choice", {joinedNames(rule.fields), rule.explanation});
        if (names.size() < 2 || rule.kind == SchemaRule::Kind::AtLeastOne)
            return;
        std::ranges::sort(keys, {}, &NodeRef::id);
        m_report.add(keys[1], "schema.choice", {joinedNames(names), rule.explanation});
    }

    void checkList(const SchemaRule& rule, const std::string& name)
    {
        const NodeRef list = at(m_node, name);
        const auto items = m_yaml.items(list);
        if (rule.kind == SchemaRule::Kind::MaxItems && items.size() > rule.limit)
            broken(list, rule, name);
        std::set<std::string_view> seen;
        for (const NodeRef item : items) {
            if (rule.kind == SchemaRule::Kind::Without && item.value().contains(rule.text))
                broken(item, rule, name);
            if (rule.kind != SchemaRule::Kind::Unique)
                continue;
            const NodeRef by = at(item, rule.by);
            if (isThere(by) && !seen.insert(by.value()).second)
                broken(by, rule, name);
        }
    }

    SchemaReport& m_report;
    YamlReader& m_yaml;
    const ObjectSchema& m_object;
    NodeRef m_node;
};

} // namespace

void checkRules(SchemaReport& report, YamlReader& yaml, const ObjectSchema& object, NodeRef node)
{
    RuleCheck check(report, yaml, object, node);
    for (const SchemaRule& rule : object.rules)
        check.check(rule);
}

} // namespace meshdraft::mesh
