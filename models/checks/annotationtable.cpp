// SPDX-License-Identifier: Apache-2.0
#include "models/checks/annotationtable.h"

#include "models/mesh/effective/hostmatch.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <ranges>

namespace meshdraft::checks {

namespace {

using enum AnnotationValue;

constexpr auto table = std::to_array<Annotation>({
    {"alpha.istio.io/canonical-serviceaccounts", "Service", true},
    {"alpha.istio.io/kubernetes-serviceaccounts", "Service", true},
    {"ambient.istio.io/bypass-inbound-capture", "Pod"},
    {"ambient.istio.io/dns-capture", "Pod"},
    {"ambient.istio.io/redirection", "Pod"},
    {"ambient.istio.io/waypoint-inbound-binding", "GatewayClass, Gateway"},
    {"galley.istio.io/analyze-suppress", "Any"},
    {"gateway.istio.io/controller-version", "Any"},
    {"gateway.istio.io/name-override", "Gateway"},
    {"gateway.istio.io/service-account", "Gateway"},
    {"inject.istio.io/templates", "Pod"},
    {"install.operator.istio.io/chart-owner", "Any"},
    {"install.operator.istio.io/owner-generation", "Any"},
    {"install.operator.istio.io/version", "Any"},
    {"internal.istio.io/parents", "Any"},
    {"istio.io/autoRegistrationGroup", "WorkloadEntry"},
    {"istio.io/connectedAt", "WorkloadEntry"},
    {"istio.io/disconnectedAt", "WorkloadEntry"},
    {"istio.io/dry-run", "AuthorizationPolicy"},
    {"istio.io/reroute-virtual-interfaces", "Pod"},
    {"istio.io/rev", "Pod"},
    {"istio.io/workloadController", "WorkloadEntry"},
    {"kubernetes.io/ingress.class", "Ingress"},
    {"networking.istio.io/address-type", "Gateway"},
    {"networking.istio.io/exportTo", "Service"},
    {"networking.istio.io/service-type", "Gateway"},
    {"networking.istio.io/traffic-distribution", "Service, ServiceEntry, Namespace"},
    {"prometheus.istio.io/merge-metrics", "Pod"},
    {"proxy.istio.io/config", "Pod"},
    {"proxy.istio.io/overrides", "Pod"},
    {"readiness.status.sidecar.istio.io/applicationPorts", "Pod", false, Ports},
    {"readiness.status.sidecar.istio.io/failureThreshold", "Pod", false, Number},
    {"readiness.status.sidecar.istio.io/initialDelaySeconds", "Pod", false, Number},
    {"readiness.status.sidecar.istio.io/periodSeconds", "Pod", false, Number},
    {"sidecar.istio.io/agentLogLevel", "Pod"},
    {"sidecar.istio.io/bootstrapOverride", "Pod"},
    {"sidecar.istio.io/componentLogLevel", "Pod"},
    {"sidecar.istio.io/discoveryAddress", "Pod", true},
    {"sidecar.istio.io/enableCoreDump", "Pod", false, Bool},
    {"sidecar.istio.io/extraStatTags", "Pod", true},
    {"sidecar.istio.io/inject", "Pod", true},
    {"sidecar.istio.io/interceptionMode", "Pod", false, Interception},
    {"sidecar.istio.io/logLevel", "Pod"},
    {"sidecar.istio.io/nativeSidecar", "Pod"},
    {"sidecar.istio.io/proxyCPU", "Pod"},
    {"sidecar.istio.io/proxyCPULimit", "Pod"},
    {"sidecar.istio.io/proxyImage", "Pod"},
    {"sidecar.istio.io/proxyImageType", "Pod"},
    {"sidecar.istio.io/proxyMemory", "Pod"},
    {"sidecar.istio.io/proxyMemoryLimit", "Pod"},
    {"sidecar.istio.io/rewriteAppHTTPProbers", "Pod"},
    {"sidecar.istio.io/statsCompression", "Pod"},
    {"sidecar.istio.io/statsEvictionInterval", "Pod"},
    {"sidecar.istio.io/statsHistogramBuckets", "Pod"},
    {"sidecar.istio.io/statsInclusionPrefixes", "Pod", true},
    {"sidecar.istio.io/statsInclusionRegexps", "Pod", true},
    {"sidecar.istio.io/statsInclusionSuffixes", "Pod", true},
    {"sidecar.istio.io/status", "Pod"},
    {"sidecar.istio.io/userVolume", "Pod"},
    {"sidecar.istio.io/userVolumeMount", "Pod"},
    {"status.sidecar.istio.io/port", "Pod", false, Port},
    {"topology.istio.io/controlPlaneClusters", "Namespace"},
    {"traffic.istio.io/nodeSelector", "Service"},
    {"traffic.sidecar.istio.io/excludeInboundPorts", "Pod", false, Ports},
    {"traffic.sidecar.istio.io/excludeInterfaces", "Pod"},
    {"traffic.sidecar.istio.io/excludeOutboundIPRanges", "Pod", false, Ranges},
    {"traffic.sidecar.istio.io/excludeOutboundPorts", "Pod", false, Ports},
    {"traffic.sidecar.istio.io/includeInboundPorts", "Pod", false, PortsOrAll},
    {"traffic.sidecar.istio.io/includeOutboundIPRanges", "Pod", false, RangesOrAll},
    {"traffic.sidecar.istio.io/includeOutboundPorts", "Pod", false, PortsOrAll},
    {"traffic.sidecar.istio.io/kubevirtInterfaces", "Pod"},
});

bool isNumber(std::string_view text, std::uint64_t most)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number <= most;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

bool isRange(std::string_view text)
{
    const auto slash = text.find('/');
    const std::string_view address = text.substr(0, slash);
    if (slash == std::string_view::npos || !mesh::effective::isIpAddress(address))
        return false;
    return isNumber(text.substr(slash + 1), address.contains(':') ? 128 : 32);
}

/// An empty list is one.
template <typename Test> bool isListOf(std::string_view text, const Test& test)
{
    if (trimmed(text).empty())
        return true;
    return std::ranges::all_of(text | std::views::split(','), [&](const auto& part) {
        return test(trimmed(std::string_view(part.begin(), part.end())));
    });
}

} // namespace

std::span<const Annotation> allAnnotations()
{
    return table;
}

const Annotation* findAnnotation(std::string_view name)
{
    const auto* const found = std::ranges::find(table, name, &Annotation::name);
    return found == table.end() ? nullptr : &*found;
}

bool isValid(AnnotationValue kind, std::string_view value)
{
    constexpr std::uint64_t highestPort = 65535;
    const auto isPort = [](std::string_view text) { return isNumber(text, highestPort); };
    switch (kind) {
    case Anything:
        return true;
    case Number:
        return isNumber(value, std::numeric_limits<std::uint32_t>::max());
    case Port:
        return isPort(value);
    case Ports:
        return isListOf(value, isPort);
    case PortsOrAll:
        return value == "*" || isListOf(value, isPort);
    case Ranges:
        return isListOf(value, isRange);
    case RangesOrAll:
        return value == "*" || isListOf(value, isRange);
    case Interception:
        return value == "REDIRECT" || value == "TPROXY" || value == "NONE";
    case Bool: {
        constexpr auto words = std::to_array<std::string_view>(
            {"0", "1", "F", "FALSE", "False", "T", "TRUE", "True", "f", "false", "t", "true"});
        return std::ranges::contains(words, value);
    }
    }
    return true;
}

} // namespace meshdraft::checks
