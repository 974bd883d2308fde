// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace meshdraft::checks {

namespace {

using Version = std::array<int, 3>;

struct Minimum {
    std::string_view crd;
    Version version;
    std::string_view text;
};

constexpr auto minimums = std::to_array<Minimum>({
    {"grpcroutes.gateway.networking.k8s.io", {1, 1, 0}, "1.1.0"},
    {"backendtlspolicies.gateway.networking.k8s.io", {1, 4, 0}, "1.4.0"},
    {"tlsroutes.gateway.networking.k8s.io", {1, 5, 0}, "1.5.0"},
    {"tcproutes.gateway.networking.k8s.io", {1, 6, 0}, "1.6.0"},
});

/// "v1.2.3-rc.1+build" as {1, 2, 3}; nothing for other text.
std::optional<Version> versionOf(std::string_view text)
{
    if (text.starts_with('v'))
        text.remove_prefix(1);
    text = text.substr(0, text.find_first_of("-+"));
    Version version{};
    for (std::size_t i = 0; i < version.size(); ++i) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version[i]);
        if (error != std::errc())
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.empty())
            return version;
        if (!text.starts_with('.'))
            return std::nullopt;
        text.remove_prefix(1);
    }
    return std::nullopt;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    constexpr std::string_view bundle = "gateway.networking.k8s.io/bundle-version";
    const mesh::Resource& resource = graph.at(index);
    if (resource.key.kind != "CustomResourceDefinition")
        return;
    const auto* const minimum = std::ranges::find(minimums, resource.key.name, &Minimum::crd);
    const auto written = resource.annotations.find(bundle);
    if (minimum == minimums.end() || written == resource.annotations.end())
        return;
    const auto version = versionOf(written->second);
    if (!version || *version >= minimum->version)
        return;
    const source::NodeRef node = resource.rootNode()["metadata"]["annotations"][bundle];
    report.add(findingAt(resource, node.isValid() ? node.id() : source::noNode, "IST0176", Severity::Warning,
                         message::oldGatewayApi, {resource.key.name, written->second, std::string(minimum->text)}));
}

} // namespace

/// A CRD of the Gateway API that is older than what Istio reads (Istio's analyzer k8sgateway.CRDVersionAnalyzer).
Check gatewayApiVersion()
{
    return {{"gateway-api-version", {"CustomResourceDefinition"}, {"IST0176"}}, check};
}

} // namespace meshdraft::checks
