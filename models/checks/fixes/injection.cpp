// SPDX-License-Identifier: Apache-2.0
#include "models/checks/injection.h"
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"

#include <algorithm>
#include <ranges>
#include <set>

namespace meshdraft::checks {

using source::NewValue;
using source::NodeRef;

namespace {

void setLabel(const FixContext& context, const std::string& label, const std::string& value, const std::string& id,
              std::vector<Fix>& fixes)
{
    auto change = entryAt(context.resource.rootNode(), {"metadata", "labels"}, label, NewValue::scalar(value, true));
    if (change)
        fixes.push_back(fixOf(context, id, {label + ": " + value, context.resource.key.name}, Certainty::Choice,
                              {std::move(*change)}));
}

/// Revisions that other namespaces go by.
std::set<std::string> revisionsIn(const mesh::MeshGraph& graph)
{
    std::set<std::string> revisions;
    for (const mesh::ResourceIndex index : graph.ofKind("Namespace")) {
        const auto& labels = graph.at(index).labels;
        if (const auto found = labels.find("istio.io/rev"); found != labels.end() && !found->second.empty())
            revisions.insert(found->second);
    }
    return revisions;
}

/// Whether a namespace belongs into the mesh, only people know.
void stateInjection(const FixContext& context, std::vector<Fix>& fixes)
{
    for (const std::string& revision : revisionsIn(context.graph))
        setLabel(context, "istio.io/rev", revision, "fix.label.set", fixes);
    setLabel(context, "istio-injection", "enabled", "fix.label.set", fixes);
    setLabel(context, "istio-injection", "disabled", "fix.label.set", fixes);
}

void keepOneLabel(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef labels = context.resource.rootNode()["metadata"]["labels"].resolved();
    const auto names = injectionOf(context.resource).labels;
    for (const std::string& kept : names) {
        std::vector<source::Change> changes;
        for (const std::string& name : names) {
            if (const NodeRef value = labels[name]; name != kept && value.isValid())
                changes.push_back(removalOf(value));
        }
        if (!changes.empty())
            fixes.push_back(fixOf(context, "fix.label.keep", {kept}, Certainty::Choice, std::move(changes)));
    }
}

void goWithoutProxy(const FixContext& context, std::vector<Fix>& fixes)
{
    setLabel(context, "sidecar.istio.io/inject", "false", "fix.label.set", fixes);
}

} // namespace

/// Namespaces and Pods that say nothing of injection, or too much.
std::vector<Fixer> injectionFixers()
{
    return {{message::notInjected, {"IST0102"}, {"fix.label.set"}, stateInjection},
            {message::injectedByDefault, {"IST0148"}, {"fix.label.set"}, stateInjection},
            {message::injectionLabels, {"IST0123"}, {"fix.label.keep"}, keepOneLabel},
            {message::podWithoutProxy, {"IST0103"}, {"fix.label.set"}, goWithoutProxy}};
}

} // namespace meshdraft::checks
