// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

namespace meshdraft::checks {

namespace {

/// Names of a kind's resources in one namespace.
std::vector<std::string> namesIn(const mesh::MeshGraph& graph, std::string_view kind, std::string_view ns)
{
    std::vector<std::string> names;
    for (const mesh::ResourceIndex index : graph.ofKindIn(kind, ns))
        names.push_back(graph.at(index).key.name);
    return names;
}

std::string_view namespaceIn(std::string_view full)
{
    return full.substr(0, full.find('/'));
}

void useDelegate(const FixContext& context, std::vector<Fix>& fixes)
{
    offerNames(context, context.node, namesIn(context.graph, "VirtualService", namespaceIn(context.arg(0))),
               "fix.name.use", fixes);
}

void useSecret(const FixContext& context, std::vector<Fix>& fixes)
{
    if (context.arg(0).contains('/') && !context.node.value().contains('/'))
        offerNames(context, context.node, namesIn(context.graph, "Secret", namespaceIn(context.arg(0))), "fix.name.use",
                   fixes);
}

void useNamespace(const FixContext& context, std::vector<Fix>& fixes)
{
    std::vector<std::string> names;
    for (const mesh::ResourceIndex index : context.graph.ofKind("Namespace"))
        names.push_back(context.graph.at(index).key.name);
    offerNames(context, context.node, names, "fix.name.use", fixes);
}

} // namespace

/// A VirtualService, Secret or namespace that is not there: one with a near name is.
std::vector<Fixer> nameFixers()
{
    return {{message::danglingDelegate, {"IST0101"}, {"fix.name.use"}, useDelegate},
            {message::credentialMissing, {"IST0101"}, {"fix.name.use"}, useSecret},
            {"credential", {"IST0101"}, {"fix.name.use"}, useSecret},
            {message::policyNamespace, {"IST0101"}, {"fix.name.use"}, useNamespace}};
}

} // namespace meshdraft::checks
