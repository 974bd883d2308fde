// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"
#include "models/mesh/hostnames.h"

#include <algorithm>
#include <optional>
#include <set>

namespace meshdraft::checks {

using source::NewValue;
using source::NodeRef;

namespace {

/// What the DestinationRules of a host say.
struct Rules {
    std::vector<mesh::ResourceIndex> exact; ///< for this host and not for a wildcard
    std::vector<std::string> subsets;
    std::set<std::string> labels; ///< that alone tell subsets apart
};

Rules rulesOf(const mesh::MeshGraph& graph, const std::string& host)
{
    Rules rules;
    for (const mesh::ResourceIndex index : graph.destinationRulesFor(host)) {
        const mesh::Resource& resource = graph.at(index);
        const auto& rule = std::get<mesh::DestinationRule>(resource.body);
        if (mesh::fullyQualifiedHost(rule.host.value, resource.key.ns) == host)
            rules.exact.push_back(index);
        for (const auto& subset : rule.subsets) {
            rules.subsets.push_back(subset.name.value);
            if (subset.labels.size() == 1)
                rules.labels.insert(subset.labels.begin()->first);
        }
    }
    return rules;
}

/// The label that tells the pods of a subset by its name: one that other subsets go by, else `version`.
std::optional<std::string> labelFor(const FixContext& context, const Rules& rules, mesh::ResourceIndex host,
                                    const std::string& subset)
{
    std::set<std::string> labels = rules.labels;
    labels.insert("version");
    for (const mesh::ResourceIndex index : context.graph.workloadsOf(host)) {
        const auto* workload = std::get_if<mesh::Workload>(&context.graph.at(index).body);
        if (workload == nullptr)
            continue;
        for (const std::string& label : labels) {
            const auto found = workload->podLabels.find(label);
            if (found != workload->podLabels.end() && found->second == subset)
                return label;
        }
    }
    return std::nullopt;
}

NewValue subsetValue(const std::string& name, const std::string& label)
{
    return NewValue::mapping({{"name", NewValue::scalar(name, true)},
                              {"labels", NewValue::mapping({{label, NewValue::scalar(name, true)}})}});
}

std::optional<source::Change> addition(NodeRef spec, const NewValue& value)
{
    const NodeRef subsets = spec["subsets"];
    if (subsets.isSequence() && subsets.size() > 0)
        return source::ItemInsertion{subsets.id(), source::styledLike(value, subsets.item(subsets.size() - 1)),
                                     source::noNode};
    return entryAt(spec, {}, "subsets", NewValue::sequence({value}));
}

/// A rule of its own, beside the Service where that stands in a file of the same repository, so that every caller finds
/// it.
Fix newRule(const FixContext& context, const mesh::Resource& host, const NewValue& subset,
            std::vector<std::string> args)
{
    const std::string& path = context.resource.source.path;
    std::vector<source::NewEntry> metadata{{"name", NewValue::scalar(host.key.name, true)}};
    if (host.namespaceIsWritten)
        metadata.push_back({"namespace", NewValue::scalar(host.key.ns, true)});
    const bool isNear = host.key.ns == context.resource.key.ns;
    Fix fix;
    fix.id = "fix.subset.rule";
    fix.args = std::move(args);
    fix.additions.push_back(
        {path,
         NewValue::mapping(
             {{"apiVersion", NewValue::scalar("networking.istio.io/v1", true)},
              {"kind", NewValue::scalar("DestinationRule", true)},
              {"metadata", NewValue::mapping(std::move(metadata))},
              {"spec",
               NewValue::mapping(
                   {{"host", NewValue::scalar(isNear ? host.key.name : std::string(context.arg(1)), true)},
                    {"subsets", NewValue::sequence({subset})}})}})});
    return fix;
}

bool isFree(const mesh::MeshGraph& graph, const mesh::Resource& host)
{
    const mesh::ResourceKey key{graph.environment(), "networking.istio.io", "DestinationRule", host.key.ns,
                                host.key.name};
    return graph.find(key).empty();
}

void offerAddition(const FixContext& context, const Rules& rules, bool isOnlyWay, std::vector<Fix>& fixes)
{
    const std::string subset(context.arg(0));
    const std::string host(context.arg(1));
    const mesh::ResourceIndex service = context.graph.resolveHost(host, context.resource.key.ns).resource;
    std::optional<std::string> label;
    if (service != mesh::noResource)
        label = labelFor(context, rules, service, subset);
    const NewValue value = subsetValue(subset, label.value_or("version"));
    std::vector<std::string> args{subset, host, label.value_or("version") + "=" + subset};
    if (rules.exact.empty()) {
        // one for a wildcard would no longer hold for this host
        if (rules.subsets.empty() && context.graph.destinationRulesFor(host).empty() && service != mesh::noResource
            && context.graph.at(service).key.kind == "Service" && isFree(context.graph, context.graph.at(service)))
            fixes.push_back(newRule(context, context.graph.at(service), value, std::move(args)));
        return;
    }
    const auto withSubsets = std::ranges::find_if(rules.exact, [&](mesh::ResourceIndex index) {
        return !std::get<mesh::DestinationRule>(context.graph.at(index).body).subsets.empty();
    });
    const mesh::Resource& rule =
        context.graph.at(withSubsets == rules.exact.end() ? rules.exact.front() : *withSubsets);
    const auto change = addition(rule.rootNode()["spec"], value);
    if (!change)
        return;
    Fix fix;
    fix.id = label ? "fix.subset.add" : "fix.subset.addGuess";
    fix.args = std::move(args);
    fix.certainty = label && isOnlyWay && rules.exact.size() == 1 ? Certainty::Certain : Certainty::Choice;
    fix.parts.push_back({rule.element(), {*change}});
    fixes.push_back(std::move(fix));
}

void mend(const FixContext& context, std::vector<Fix>& fixes)
{
    const Rules rules = rulesOf(context.graph, std::string(context.arg(1)));
    offerNames(context, context.node, rules.subsets, "fix.subset.use", fixes, {std::string(context.arg(1))});
    offerAddition(context, rules, fixes.empty(), fixes);
}

} // namespace

/// A route to a subset that no DestinationRule has: add it there, or name one that is there.
std::vector<Fixer> subsetFixers()
{
    return {{message::danglingSubset,
             {"IST0101"},
             {"fix.subset.add", "fix.subset.addGuess", "fix.subset.rule", "fix.subset.use"},
             mend}};
}

} // namespace meshdraft::checks
