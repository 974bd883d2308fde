// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

/// Whether the mesh config lets proxies make addresses of their own.
bool allocates(const mesh::MeshGraph& graph, mesh::Lookups* asked)
{
    return std::ranges::any_of(meshConfigsIn(graph, asked), [](NodeRef config) {
        const NodeRef metadata = config["defaultConfig"]["proxyMetadata"];
        return metadata["ISTIO_META_DNS_CAPTURE"].value() == "true"
            && (metadata["ISTIO_META_DNS_AUTO_ALLOCATE"].value() == "true"
                || metadata["PILOT_ENABLE_IP_AUTOALLOCATE"].value() == "true");
    });
}

bool isTcp(std::string_view protocol)
{
    return protocol.empty()
        || std::ranges::equal(protocol, std::string_view("TCP"), {}, [](char c) { return c >= 'a' ? c - 32 : c; });
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body);
    if (entry == nullptr)
        return;
    const NodeRef root = resource.rootNode();
    const NodeRef addresses = root["spec"]["addresses"];
    if ((addresses.isValid() && !addresses.isNull()) || root["status"]["addresses"].resolved().size() > 0)
        return;
    for (const mesh::Port& port : entry->ports) {
        if (!isTcp(port.protocol.value))
            continue;
        if (allocates(graph, report.asked()))
            return;
        report.add(findingAt(resource, port.protocol.isPresent() ? port.protocol.node : port.node, "IST0134",
                             Severity::Warning, message::entryWithoutAddress, {std::to_string(port.number.value)}));
    }
}

} // namespace

/// A ServiceEntry with a TCP port and no address: all its hosts, and those of others, share the port (Istio's analyzer
/// serviceentry.ProtocolAddressesAnalyzer).
Check entryAddress()
{
    return {
        {"entry-address", {"Application", "ConfigMap", "HelmRelease", "IstioOperator", "ServiceEntry"}, {"IST0134"}},
        check};
}

} // namespace meshdraft::checks
