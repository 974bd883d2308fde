// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/hostmatch.h"

#include <optional>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

bool concerns(const mesh::ResourceKey& key)
{
    if (key.kind == "ValidatingWebhookConfiguration")
        return key.name == "istiod-default-validator" || key.name.starts_with("istio-validator");
    return key.kind == "MutatingWebhookConfiguration" && key.name.starts_with("istio-sidecar-injector");
}

/// The host of "scheme://host:port/path", without the brackets of IPv6; nothing where the text is no address.
std::optional<std::string> hostOf(std::string_view url)
{
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos || scheme == 0)
        return std::nullopt;
    std::string_view rest = url.substr(scheme + 3);
    rest = rest.substr(0, rest.find_first_of("/?#"));
    if (const auto at = rest.rfind('@'); at != std::string_view::npos)
        rest.remove_prefix(at + 1);
    if (rest.starts_with('[')) {
        const auto end = rest.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        return std::string(rest.substr(1, end - 1));
    }
    const auto colon = rest.find(':');
    const std::string_view port = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
    if (!port.empty() && port.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    rest = rest.substr(0, colon);
    if (rest.empty() || rest.find_first_of(" \t<>\"{}|\\^`") != std::string_view::npos)
        return std::nullopt;
    return std::string(rest);
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    if (!concerns(resource.key))
        return;
    for (const NodeRef& webhook : resource.rootNode()["webhooks"].resolved().items()) {
        const std::string name(webhook["name"].value());
        const NodeRef client = webhook["clientConfig"];
        const NodeRef url = client["url"];
        if (url.value().empty()) {
            if (client["service"].resolved().isMapping())
                continue;
            report.add(findingAt(resource, client.isValid() ? client.id() : webhook.id(), "IST0163", Severity::Warning,
                                 message::webhookWithoutAddress, {name}));
            continue;
        }
        if (url.value().contains("${"))
            continue;
        const auto host = hostOf(url.value());
        if (!host) {
            report.add(findingAt(resource, url.id(), "IST0163", Severity::Warning, message::webhookBadAddress,
                                 {name, std::string(url.value())}));
        } else if (mesh::effective::isIpAddress(*host)) {
            report.add(
                findingAt(resource, url.id(), "IST0164", Severity::Info, message::webhookIpAddress, {name, *host}));
        }
    }
}

} // namespace

/// Webhooks that lead to a control plane outside of the cluster, by no address or a bad one (Istio's analyzer
/// externalcontrolplane.ExternalControlPlaneAnalyzer).
Check externalControlPlane()
{
    return {{"external-control-plane",
             {"MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"},
             {"IST0163", "IST0164"}},
            check};
}

} // namespace meshdraft::checks
