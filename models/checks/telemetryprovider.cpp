// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

bool logsByDefault(const mesh::MeshGraph& graph, mesh::Lookups* asked)
{
    return std::ranges::any_of(meshConfigsIn(graph, asked), [](NodeRef config) {
        return config["defaultProviders"]["accessLogging"].resolved().size() > 0;
    });
}

bool isLightstep(const mesh::MeshGraph& graph, const std::string& provider, mesh::Lookups* asked)
{
    return std::ranges::any_of(meshConfigsIn(graph, asked), [&](NodeRef config) {
        return std::ranges::any_of(config["extensionProviders"].resolved().items(), [&](NodeRef each) {
            return each["name"].value() == provider && each["lightstep"].isValid();
        });
    });
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* telemetry = std::get_if<mesh::Telemetry>(&resource.body);
    if (telemetry == nullptr)
        return;
    for (const mesh::Telemetry::AccessLog& log : telemetry->accessLogs) {
        if (!log.isDisabled && log.providers.empty() && !logsByDefault(graph, report.asked()))
            report.add(findingAt(resource, log.node, "IST0157", Severity::Warning, message::logWithoutProvider, {}));
    }
    for (const mesh::Telemetry::Tracing& tracing : telemetry->tracing) {
        for (const mesh::Field<std::string>& provider : tracing.providers) {
            if (isLightstep(graph, provider.value, report.asked())) {
                report.add(findingAt(resource, provider.node, "IST0002", Severity::Warning, message::lightstep,
                                     {provider.value}));
            }
        }
    }
}

} // namespace

/// Telemetry without a provider, or with one that Istio has given up (Istio's analyzers telemetry.ProviderAnalyzer and
/// telemetry.LightstepAnalyzer).
Check telemetryProvider()
{
    return {{"telemetry-provider",
             {"Application", "ConfigMap", "HelmRelease", "IstioOperator", "Telemetry"},
             {"IST0002", "IST0157"}},
            check};
}

} // namespace meshdraft::checks
