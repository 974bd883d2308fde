// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using source::NewValue;
using source::NodeRef;

namespace {

/// The providers of the mesh config that write access logs, and the one that every installation has.
std::vector<std::string> logProviders(const mesh::MeshGraph& graph)
{
    constexpr auto kinds =
        std::to_array<std::string_view>({"envoyFileAccessLog", "envoyHttpAls", "envoyOtelAls", "envoyTcpAls"});
    std::vector<std::string> names;
    for (const NodeRef config : meshConfigsIn(graph, nullptr)) {
        for (const NodeRef provider : config["extensionProviders"].resolved().items()) {
            const std::string name(provider["name"].value());
            const bool isLog =
                std::ranges::any_of(kinds, [&](std::string_view kind) { return provider[kind].isValid(); });
            if (isLog && !name.empty() && !std::ranges::contains(names, name))
                names.push_back(name);
        }
    }
    if (!std::ranges::contains(names, "envoy"))
        names.emplace_back("envoy");
    constexpr std::size_t most = 3;
    if (names.size() > most)
        names.resize(most);
    return names;
}

void nameProvider(const FixContext& context, std::vector<Fix>& fixes)
{
    for (const std::string& name : logProviders(context.graph)) {
        NewValue list = NewValue::sequence({NewValue::mapping({{"name", NewValue::scalar(name, true)}})});
        if (auto change = entryAt(context.node.resolved(), {}, "providers", std::move(list)))
            fixes.push_back(fixOf(context, "fix.provider.add", {name}, Certainty::Choice, {std::move(*change)}));
    }
}

} // namespace

/// Access logging without anybody who writes it.
std::vector<Fixer> telemetryFixers()
{
    return {{message::logWithoutProvider, {"IST0157"}, {"fix.provider.add"}, nameProvider}};
}

} // namespace meshdraft::checks
