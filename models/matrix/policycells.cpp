// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/environmentreader.h"
#include "models/mesh/effective/destinationrules.h"

#include <algorithm>
#include <utility>

namespace meshdraft::matrix {

namespace {

using mesh::Resource;
using source::NodeRef;

/// A trafficPolicy, of a rule or within one; `policy` is invalid where none is written.
struct Policy {
    const Resource* resource = nullptr;
    NodeRef policy;
    NodeRef nearest; ///< where it stands or would stand
};

/// One merged rule: its own policy, and those of subsets and ports.
struct RulePolicies {
    Policy whole;
    std::vector<std::pair<std::string, Policy>> parts; ///< by item: "subset v1", "port 443"
    std::vector<std::pair<std::string, Cell>> labels; ///< of subsets
};

NodeRef descend(NodeRef node, std::string_view path)
{
    while (!path.empty() && node) {
        const auto dot = std::min(path.find('.'), path.size());
        node = node[path.substr(0, dot)];
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return node;
}

const mesh::FieldSchema* policySchema(std::string_view path)
{
    static const mesh::KindSchema* const kind =
        mesh::Schema::builtIn().find("networking.istio.io", {}, "DestinationRule");
    return kind == nullptr ? nullptr : kind->fieldAt(mesh::FieldPath("spec.trafficPolicy." + std::string(path)));
}

bool isPort(std::string_view item)
{
    return item.starts_with("port ");
}

RulePolicies policiesOf(const mesh::effective::MeshView& view, const mesh::effective::MergedRule& rule)
{
    RulePolicies result;
    const mesh::ResourceIndex holder = rule.policy != mesh::noResource ? rule.policy
        : rule.from.empty()                                            ? mesh::noResource
                                                                       : rule.from.front();
    if (holder == mesh::noResource)
        return result;
    const Resource& resource = view.at(holder);
    const NodeRef spec = resource.rootNode()["spec"];
    if (rule.policy != mesh::noResource)
        result.whole.policy = spec["trafficPolicy"];
    result.whole.resource = &resource;
    result.whole.nearest = result.whole.policy ? result.whole.policy : spec;
    for (const NodeRef port : result.whole.policy["portLevelSettings"].items()) {
        if (const auto number = port["port"]["number"].value(); !number.empty())
            result.parts.push_back({"port " + std::string(number), {&resource, port, port}});
    }
    for (const auto& subset : rule.subsets) {
        const Resource& owner = view.at(subset.rule);
        const NodeRef item = owner.rootNode()["spec"]["subsets"].item(subset.index);
        result.parts.push_back({"subset " + subset.name, {&owner, item["trafficPolicy"], item}});
        const NodeRef labels = item["labels"];
        result.labels.push_back({"subset " + subset.name,
                                 labels ? writtenCell(owner, labels, nullptr) : absentCell(owner, item, Note::NotSet)});
    }
    return result;
}

/// What holds where a policy does not have the field; `hasPart`: it has the mapping around it.
Cell defaultCell(std::string_view path, bool hasPart)
{
    if (path == "tls.mode" && !hasPart)
        return bareCell(CellState::Absent, Note::AutoTls);
    const auto* field = policySchema(path);
    // Without the mapping there is no outlier detection at all.
    const bool isOff = !hasPart && path.starts_with("outlierDetection");
    if (isOff || field == nullptr || field->defaultValue.empty())
        return bareCell(CellState::Absent, Note::NotSet);
    Cell cell = bareCell(CellState::Absent, Note::Default);
    cell.effective = field->defaultValue;
    cell.meaning = meaningOf(field->defaultValue, field);
    return cell;
}

Cell ruleCell(const Policy& whole, std::string_view path)
{
    const NodeRef part = whole.policy[path.substr(0, path.find('.'))];
    if (const NodeRef leaf = descend(whole.policy, path); leaf && !leaf.isNull())
        return writtenCell(*whole.resource, leaf, policySchema(path));
    Cell cell = defaultCell(path, part.isValid());
    if (whole.resource != nullptr) {
        const NodeRef nearest = part ? part : whole.nearest;
        cell.element = whole.resource->element(nearest.id());
        cell.where = whole.resource->locate(nearest.id());
    }
    return cell;
}

/// A subset takes over each part of the rule that it does not have itself. A port takes over nothing.
Cell partCell(const Policy& whole, const std::string& item, const Policy& policy, std::string_view path)
{
    const bool isOwn = policy.policy[path.substr(0, path.find('.'))].isValid() || isPort(item);
    return isOwn ? ruleCell(policy, path) : inheritedCell(ruleCell(whole, path));
}

/// The cells of every outcome of a creation order; where they differ nothing is said.
class PolicyCells {
public:
    PolicyCells(const HostContext& context, mesh::effective::RuleChoice choice)
        : m_context(context)
        , m_choice(std::move(choice))
    {
        for (const auto& outcome : m_choice.outcomes)
            m_policies.push_back(policiesOf(context.view, outcome.value));
    }

    void addAll() const
    {
        const RulePolicies& first = m_policies.front();
        for (const Setting& setting : settings()) {
            if (setting.path.empty() || !m_context.isAsked(setting.id))
                continue;
            add(setting.id, {}, [&](const RulePolicies& rule) { return ruleCell(rule.whole, setting.path); });
            for (const auto& [item, unused] : first.parts)
                add(setting.id, item, [&](const RulePolicies& rule) { return cellOf(rule, item, setting.path); });
        }
        for (const auto& [item, cell] : first.labels)
            m_context.add("subset.labels", item, cell);
    }

private:
    static Cell cellOf(const RulePolicies& rule, const std::string& item, std::string_view path)
    {
        const auto found = std::ranges::find(rule.parts, item, &std::pair<std::string, Policy>::first);
        return found == rule.parts.end() ? bareCell(CellState::Absent, Note::NotThere)
                                         : partCell(rule.whole, item, found->second, path);
    }
    template <typename Make> void add(std::string_view setting, const std::string& item, Make make) const
    {
        Cell cell = make(m_policies.front());
        const bool isOpen = std::ranges::any_of(
            m_policies, [&](const RulePolicies& other) { return make(other).meaning != cell.meaning; });
        if (isOpen) {
            cell = bareCell(CellState::Unknown, Note::CreationOrder);
            if (!m_choice.tied.empty())
                place(cell, m_context.view.graph(), m_choice.tied.front());
        }
        m_context.add(setting, item, std::move(cell));
    }

    const HostContext& m_context;
    mesh::effective::RuleChoice m_choice;
    std::vector<RulePolicies> m_policies;
};

} // namespace

Cell inheritedCell(Cell whole)
{
    if (whole.state == CellState::Present) {
        whole.state = CellState::Absent;
        whole.note = Note::Inherited;
        whole.effective = std::exchange(whole.value, {});
    }
    return whole;
}

void addPolicyCells(const HostContext& context)
{
    const mesh::effective::MeshView& view = context.view;
    const mesh::ResourceIndex home = context.use.owner != mesh::noResource ? context.use.owner : context.use.namedBy;
    const std::string_view written = view.namespaceOfHost(context.host);
    const std::string ns = written.empty() ? view.at(home).key.ns : std::string(written);
    const mesh::effective::Client client{.ns = ns, .labels = {}, .workload = mesh::noResource};
    PolicyCells(context, mesh::effective::destinationRuleFor(view, client, context.host, ns)).addAll();
}

} // namespace meshdraft::matrix
