// SPDX-License-Identifier: Apache-2.0
#include "models/checks/mtls.h"

#include "models/checks/semantics.h"

#include "models/mesh/effective/servermtls.h"

#include <algorithm>
#include <optional>

namespace meshdraft::checks {

using mesh::Labels;
using mesh::Lookups;
using mesh::MeshGraph;
using mesh::ResourceIndex;

namespace {

/// Nothing: inherited.
std::optional<PeerMode> modeOf(const mesh::Field<std::string>& written)
{
    if (!written.isPresent() || written.value.empty() || written.value == "UNSET")
        return std::nullopt;
    if (written.value == "STRICT")
        return PeerMode::Strict;
    if (written.value == "PERMISSIVE")
        return PeerMode::Permissive;
    return written.value == "DISABLE" ? PeerMode::Disable : PeerMode::Unknown;
}

/// What one policy says of a port; 0: of all of them.
std::optional<PeerMode> modeAt(const mesh::PeerAuthentication& policy, std::uint32_t port, PeerMode inherited)
{
    if (port != 0) {
        if (const auto own = policy.portModes.find(port); own != policy.portModes.end()) {
            if (const auto mode = modeOf(own->second))
                return mode;
        }
        return modeOf(policy.mode);
    }
    const PeerMode general = modeOf(policy.mode).value_or(inherited);
    const bool isUniform = std::ranges::all_of(
        policy.portModes, [&](const auto& each) { return modeOf(each.second).value_or(general) == general; });
    return isUniform ? modeOf(policy.mode) : PeerMode::Unknown;
}

/// Puts what policies of one rank say over what they inherit; `modeIn`: of a policy, nothing where it does not count.
template <typename ModeIn>
PeerMode overlaid(const MeshGraph& graph, const std::string& ns, PeerMode inherited, const ModeIn& modeIn,
                  Lookups* asked)
{
    std::optional<PeerMode> found;
    for (const ResourceIndex each : graph.ofKindIn("PeerAuthentication", ns, asked)) {
        const auto* policy = std::get_if<mesh::PeerAuthentication>(&graph.at(each).body);
        const std::optional<PeerMode> mode = policy == nullptr ? std::nullopt : modeIn(*policy);
        // the oldest of several holds
        if (mode)
            found = found.value_or(*mode) == *mode ? *mode : PeerMode::Unknown;
    }
    return found.value_or(inherited);
}

bool isGeneral(const mesh::PeerAuthentication& policy)
{
    return policy.target.selector.empty();
}

/// Traffic to some ports passes the proxy by.
bool hasOpenPorts(const mesh::Workload& pods)
{
    return pods.podAnnotations.contains("traffic.sidecar.istio.io/excludeInboundPorts")
        || pods.podAnnotations.contains("traffic.sidecar.istio.io/includeInboundPorts")
        || pods.podLabels.contains("security.istio.io/tlsMode") || pods.usesHostNetwork;
}

bool isAmbientPod(const MeshGraph& graph, const mesh::Resource& workload, Lookups* asked)
{
    const auto& pods = std::get<mesh::Workload>(workload.body);
    const auto mode = pods.podLabels.find("istio.io/dataplane-mode");
    return (mode != pods.podLabels.end() && mode->second == "ambient")
        || pods.podAnnotations.contains("ambient.istio.io/redirection")
        || isAmbient(graph.namespaceObject(workload.key.ns, asked));
}

Servers serverOf(const MeshGraph& graph, const mesh::Resource& workload, const mesh::Service& service,
                 const mesh::Port& port, Lookups* asked)
{
    const Membership membership = membershipOf(graph, workload, asked);
    const auto& pods = std::get<mesh::Workload>(workload.body);
    if (membership == Membership::Outside)
        return isKeptOutside(graph, workload, asked) ? Servers::NoProxy : Servers::Unknown;
    if (membership == Membership::Unknown || hasOpenPorts(pods) || isAmbientPod(graph, workload, asked))
        return Servers::Unknown;
    const auto number = mesh::effective::workloadPort(service, port.number.value, pods);
    if (!number)
        return Servers::Unknown;
    switch (peerModeOf(graph, workload.key.ns, pods.podLabels, *number, asked)) {
    case PeerMode::Strict:
        return Servers::Strict;
    case PeerMode::Disable:
        return Servers::NoMtls;
    default:
        return Servers::Unknown;
    }
}

} // namespace

bool isKeptOutside(const MeshGraph& graph, const mesh::Resource& workload, Lookups* asked)
{
    if (membershipOf(graph, workload, asked) != Membership::Outside)
        return false;
    const auto& pods = std::get<mesh::Workload>(workload.body);
    constexpr std::string_view label = "sidecar.istio.io/inject";
    if (pods.podLabels.contains(label) || pods.podAnnotations.contains(label))
        return true;
    const mesh::Resource* ns = graph.namespaceObject(workload.key.ns, asked);
    const auto injection = ns->labels.find("istio-injection");
    return injection != ns->labels.end() && injection->second == "disabled";
}

bool usesAutoMtls(const MeshGraph& graph, Lookups* asked)
{
    for (const source::NodeRef& config : meshConfigsIn(graph, asked)) {
        if (const auto written = config["enableAutoMtls"].toBool())
            return *written;
    }
    return true;
}

PeerMode peerModeOfNamespace(const MeshGraph& graph, const std::string& ns, Lookups* asked)
{
    // ports count only with a selector
    const auto general = [&](const std::string& of, PeerMode inherited) {
        return overlaid(
            graph, of, inherited,
            [&](const mesh::PeerAuthentication& policy) {
                return isGeneral(policy) ? std::optional(modeOf(policy.mode).value_or(inherited)) : std::nullopt;
            },
            asked);
    };
    const std::string root = rootNamespaceOf(graph, asked);
    const PeerMode mode = general(root, PeerMode::Permissive);
    return ns == root ? mode : general(ns, mode);
}

PeerMode peerModeOf(const MeshGraph& graph, const std::string& ns, const Labels& labels, std::uint32_t port,
                    Lookups* asked)
{
    const PeerMode general = peerModeOfNamespace(graph, ns, asked);
    // nor do selectors in the root namespace
    if (ns == rootNamespaceOf(graph, asked))
        return general;
    return overlaid(
        graph, ns, general,
        [&](const mesh::PeerAuthentication& policy) {
            const bool isFor = !isGeneral(policy) && includesLabels(labels, policy.target.selector);
            return isFor ? std::optional(modeAt(policy, port, general).value_or(general)) : std::nullopt;
        },
        asked);
}

bool hasOtherMode(const MeshGraph& graph, const std::string& ns, PeerMode mode, Lookups* asked)
{
    return std::ranges::any_of(graph.ofKindIn("PeerAuthentication", ns, asked), [&](ResourceIndex each) {
        const auto* policy = std::get_if<mesh::PeerAuthentication>(&graph.at(each).body);
        return policy != nullptr && !isGeneral(*policy) && modeAt(*policy, 0, mode).value_or(mode) != mode;
    });
}

Servers serversOf(const MeshGraph& graph, ResourceIndex service, const mesh::Port& port, const Labels& subset,
                  Lookups* asked)
{
    const auto* body = std::get_if<mesh::Service>(&graph.at(service).body);
    if (body == nullptr || body->selector.empty())
        return Servers::Unknown;
    std::optional<Servers> all;
    for (const ResourceIndex each : graph.workloadsOf(service, subset, asked)) {
        const Servers one = serverOf(graph, graph.at(each), *body, port, asked);
        if (all.value_or(one) != one)
            return Servers::Unknown;
        all = one;
    }
    return all.value_or(Servers::Unknown);
}

std::vector<std::string> coversOf(std::string_view host)
{
    std::vector<std::string> all{std::string(host)};
    std::string_view rest = host;
    if (rest.starts_with("*."))
        rest.remove_prefix(2);
    for (auto dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
        rest.remove_prefix(dot + 1);
        all.push_back("*." + std::string(rest));
    }
    if (host != "*")
        all.emplace_back("*");
    return all;
}

std::vector<ResourceIndex> rulesIn(const MeshGraph& graph, std::string_view fqdn, std::string_view ns, Lookups* asked)
{
    std::vector<ResourceIndex> rules;
    for (const std::string& host : coversOf(fqdn)) {
        for (const ResourceIndex each : graph.answers(mesh::Question::Rules, host, asked)) {
            if (graph.at(each).key.ns != ns)
                continue;
            asked->add(mesh::Question::Content, graph.at(each).key);
            rules.push_back(each);
        }
        if (!rules.empty())
            break;
    }
    return rules;
}

std::vector<ResourceIndex> commonRules(const MeshGraph& graph, std::string_view fqdn, std::string_view ns,
                                       Lookups* asked)
{
    std::vector<ResourceIndex> rules = rulesIn(graph, fqdn, ns, asked);
    if (const std::string root = rootNamespaceOf(graph, asked); rules.empty() && root != ns)
        rules = rulesIn(graph, fqdn, root, asked);
    return rules;
}

std::string tlsModeOf(const MeshGraph& graph, std::span<const ResourceIndex> rules)
{
    std::optional<std::string> mode;
    for (const ResourceIndex each : rules) {
        const auto& rule = std::get<mesh::DestinationRule>(graph.at(each).body);
        const source::NodeRef spec = graph.at(each).rootNode()["spec"];
        const bool isForAll = scopesOf(rule.exportTo, graph.at(each).key.ns) == std::vector<std::string>{"*"}
            && rule.workloadSelector.empty()
            && std::ranges::none_of(spec["trafficPolicy"]["portLevelSettings"].resolved().items(),
                                    [](const source::NodeRef& port) { return port["tls"].isValid(); });
        const std::string own = isForAll ? rule.tlsMode : std::string("?");
        if (mode.value_or(own) != own)
            return "?";
        mode = own;
    }
    return mode.value_or(std::string());
}

} // namespace meshdraft::checks
