// SPDX-License-Identifier: Apache-2.0
#include "models/changes/riskrule.h"

#include "models/changes/projectsection.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <map>

namespace meshdraft::changes {

namespace {

using source::NodeRef;

constexpr std::array tiers{Tier::None, Tier::Low, Tier::Medium, Tier::High};
constexpr std::array operations{Operation::Added, Operation::Removed, Operation::Modified, Operation::Moved,
                                Operation::Renamed};

/// Reads rules out of JSON. JSON is YAML, and the YAML tree knows where everything stands; that the text is JSON has
/// been seen to before. The first error is kept.
class PolicyReader {
public:
    PolicyReader(const source::ParsedText& text, const std::string& path, bool isJson)
        : m_section(text, path)
        , m_isJson(isJson)
    {
    }

    Expected<std::vector<std::shared_ptr<const RiskPolicy::Rule>>> readRulesAlone(NodeRef list)
    {
        RiskPolicyData data;
        readRules(list, data);
        if (m_section.error())
            return std::unexpected(*m_section.error());
        return std::move(data.rules);
    }

    Expected<RiskPolicyData> read(NodeRef root)
    {
        RiskPolicyData data;
        if (!root.isMapping())
            fail("risk.wrongType", {"the policy", "an object"}, root);
        for (const NodeRef::Entry& entry : root.entries()) {
            const std::string_view key = entry.key.value();
            if (key == "schema") {
                checkSchema(entry.value);
            } else if (key == "name") {
                data.name = string(key, entry.value);
            } else if (key == "rootNamespaces") {
                data.rootNamespaces = strings(key, entry.value);
            } else if (key == "rules") {
                readRules(entry.value, data);
            } else {
                fail("risk.unknownKey", {std::string(key)}, entry.key);
            }
        }
        if (!root["rules"])
            fail("risk.missing", {"rules"}, root);
        if (m_section.error())
            return std::unexpected(*m_section.error());
        return data;
    }

private:
    void fail(std::string code, std::vector<std::string> args, NodeRef node)
    {
        m_section.fail(std::move(code), std::move(args), node);
    }

    std::string string(std::string_view key, NodeRef node)
    {
        // in JSON what is not quoted is a number, true, false or null
        if (!node.isScalar() || (m_isJson ? node.node().style != source::NodeStyle::DoubleQuoted : node.isNull()))
            fail("risk.wrongType", {std::string(key), "a string"}, node);
        return std::string(node.value());
    }

    /// A string or a list of strings.
    std::vector<std::string> strings(std::string_view key, NodeRef node)
    {
        if (!node.isSequence())
            return {string(key, node)};
        std::vector<std::string> result;
        for (const NodeRef item : node.items())
            result.push_back(string(key, item));
        return result;
    }

    bool truth(std::string_view key, NodeRef node)
    {
        const auto value = node.toBool();
        if (!value)
            fail("risk.wrongType", {std::string(key), "true or false"}, node);
        return value.value_or(false);
    }

    GlobList globs(std::string_view key, NodeRef node) { return GlobList::of(strings(key, node)); }

    std::vector<FieldPattern> patterns(std::string_view key, NodeRef node)
    {
        std::vector<FieldPattern> result;
        for (const std::string& text : strings(key, node)) {
            if (auto pattern = FieldPattern::parse(text)) {
                result.push_back(std::move(*pattern));
            } else {
                fail("risk.badPattern", {text}, node);
            }
        }
        return result;
    }

    std::set<Operation> operationSet(std::string_view key, NodeRef node)
    {
        std::set<Operation> result;
        for (const std::string& name : strings(key, node)) {
            const auto* const found = std::ranges::find(operations, name, operationName);
            if (found == operations.end()) {
                fail("risk.unknownOperation", {name}, node);
            } else {
                result.insert(*found);
            }
        }
        return result;
    }

    void checkSchema(NodeRef node)
    {
        if (string("schema", node) != "meshdraft.riskpolicy/1")
            fail("risk.unknownSchema", {std::string(node.value())}, node);
    }

    void readRules(NodeRef list, RiskPolicyData& data)
    {
        if (!list.isSequence())
            fail("risk.wrongType", {"rules", "a list"}, list);
        std::set<std::string> ids;
        for (const NodeRef item : list.items()) {
            auto rule = std::make_shared<RiskPolicy::Rule>(readRule(item));
            if (!ids.insert(rule->id).second)
                fail("risk.duplicateRule", {rule->id}, item);
            data.rules.push_back(std::move(rule));
        }
    }

    RiskPolicy::Rule readRule(NodeRef node)
    {
        RiskPolicy::Rule rule;
        if (!node.isMapping())
            fail("risk.wrongType", {"rules", "a list of objects"}, node);
        for (const NodeRef::Entry& entry : node.entries()) {
            const std::string_view key = entry.key.value();
            if (key == "id") {
                rule.id = string(key, entry.value);
            } else if (key == "tier") {
                rule.tier = readTier(entry.value);
            } else if (key == "reason") {
                rule.reason = string(key, entry.value);
            } else if (key == "text") {
                rule.text = string(key, entry.value);
            } else if (key == "source") {
                rule.source = string(key, entry.value);
            } else if (key == "when") {
                readConditions(entry.value, rule);
            } else {
                fail("risk.unknownKey", {std::string(key)}, entry.key);
            }
        }
        for (const std::string_view key : {"id", "tier", "when"}) {
            if (!node[key])
                fail("risk.missing", {std::string(key)}, node);
        }
        if (rule.reason.empty() && rule.text.empty())
            fail("risk.missing", {"reason"}, node);
        return rule;
    }

    Tier readTier(NodeRef node)
    {
        const std::string name = string("tier", node);
        const auto* const found = std::ranges::find(tiers, name, tierName);
        if (found != tiers.end())
            return *found;
        fail("risk.unknownTier", {name}, node);
        return Tier::None;
    }

    void readConditions(NodeRef node, RiskPolicy::Rule& rule)
    {
        if (!node.isMapping() || node.size() == 0)
            fail("risk.wrongType", {"when", "an object with at least one condition"}, node);
        for (const NodeRef::Entry& entry : node.entries()) {
            if (!readResourceCondition(entry, rule) && !readFieldCondition(entry, rule))
                fail("risk.unknownRule", {std::string(entry.key.value())}, entry.key);
        }
    }

    bool readResourceCondition(const NodeRef::Entry& entry, RiskPolicy::Rule& rule)
    {
        const std::string_view key = entry.key.value();
        if (key == "kind") {
            rule.kinds = globs(key, entry.value);
        } else if (key == "group") {
            rule.groups = globs(key, entry.value);
        } else if (key == "name") {
            rule.names = globs(key, entry.value);
        } else if (key == "namespace") {
            rule.namespaces = globs(key, entry.value);
        } else if (key == "operation") {
            rule.operations = operationSet(key, entry.value);
        } else if (key == "has") {
            readHas(entry.value, rule);
        } else if (key == "lacks") {
            rule.lacks = patterns(key, entry.value);
        } else if (key == "textOnly") {
            rule.textOnly = truth(key, entry.value);
        } else if (key == "unmatched") {
            rule.unmatched = truth(key, entry.value);
        } else {
            return false;
        }
        return true;
    }

    bool readFieldCondition(const NodeRef::Entry& entry, RiskPolicy::Rule& rule)
    {
        const std::string_view key = entry.key.value();
        if (key == "field") {
            rule.fields = patterns(key, entry.value);
        } else if (key == "except") {
            rule.except = patterns(key, entry.value);
        } else if (key == "fieldOperation") {
            rule.fieldOperations = operationSet(key, entry.value);
        } else if (key == "old") {
            rule.oldValues = globs(key, entry.value);
        } else if (key == "new") {
            rule.newValues = globs(key, entry.value);
        } else if (key == "inside") {
            rule.inside = truth(key, entry.value);
        } else if (key == "itemLacks") {
            rule.itemLacks = strings(key, entry.value);
        } else if (key == "weightMove") {
            readWeightMove(entry.value, rule);
        } else if (key == "referenced") {
            rule.referenced = truth(key, entry.value);
        } else {
            return false;
        }
        return true;
    }

    void readHas(NodeRef node, RiskPolicy::Rule& rule)
    {
        if (!node.isMapping())
            fail("risk.wrongType", {"has", "an object"}, node);
        for (const NodeRef::Entry& entry : node.entries()) {
            if (auto pattern = FieldPattern::parse(entry.key.value())) {
                rule.has.emplace_back(std::move(*pattern), globs("has", entry.value));
            } else {
                fail("risk.badPattern", {std::string(entry.key.value())}, entry.key);
            }
        }
    }

    void readWeightMove(NodeRef node, RiskPolicy::Rule& rule)
    {
        if (!node.isMapping())
            fail("risk.wrongType", {"weightMove", "an object"}, node);
        for (const NodeRef::Entry& entry : node.entries()) {
            const std::string_view key = entry.key.value();
            const auto number = entry.value.toDouble();
            if (key != "atLeast" && key != "below") {
                fail("risk.unknownRule", {"weightMove." + std::string(key)}, entry.key);
            } else if (!number) {
                fail("risk.wrongType", {std::string(key), "a number"}, entry.value);
            } else {
                (key == "below" ? rule.moveBelow : rule.moveAtLeast) = number;
            }
        }
    }

    ProjectSection m_section; ///< keeps the first error
    bool m_isJson;
};

} // namespace

GlobList GlobList::of(std::vector<std::string> globs)
{
    GlobList list;
    for (std::string& glob : globs) {
        if (glob.starts_with('!'))
            list.unwanted.push_back(glob.substr(1));
        else
            list.wanted.push_back(std::move(glob));
    }
    return list;
}

bool GlobList::fits(std::string_view text) const
{
    const auto matches = [&](const std::string& glob) { return globMatches(glob, text); };
    return std::ranges::none_of(unwanted, matches) && (wanted.empty() || std::ranges::any_of(wanted, matches));
}

Expected<RiskPolicyData> readPolicy(const std::string& json, const std::string& path)
{
    const auto syntaxError = [&](std::string what, Location where) {
        where.path = path;
        return std::unexpected(Error{"risk.syntax", {std::move(what)}, std::move(where)});
    };
    QJsonParseError parseError;
    QJsonDocument::fromJson(QByteArray::fromStdString(json), &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        // Qt says where it had read up to.
        const auto offset = std::min(static_cast<std::uint32_t>(std::max(parseError.offset - 1, 0)),
                                     static_cast<std::uint32_t>(json.size()));
        return syntaxError(parseError.errorString().toStdString(), source::LineIndex(json).locate(json, offset));
    }
    const source::ParsedTextPtr text = source::parseText(json);
    if (text->documents.size() != 1 || !text->errors.empty()) {
        const Error error = text->errors.empty() ? Error{} : text->errors.front();
        return syntaxError(error.code, error.where);
    }
    return PolicyReader(*text, path, true).read(text->documents.front()->root());
}

Expected<RiskPolicyData> readPolicy(const source::ParsedText& text, NodeRef root, const std::string& path)
{
    return PolicyReader(text, path, false).read(root);
}

Expected<std::vector<std::shared_ptr<const RiskPolicy::Rule>>> readRules(const source::ParsedText& text, NodeRef list,
                                                                         const std::string& path)
{
    return PolicyReader(text, path, false).readRulesAlone(list);
}

} // namespace meshdraft::changes
