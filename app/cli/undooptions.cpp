// SPDX-License-Identifier: Apache-2.0
#include "app/cli/undooptions.h"

#include "models/workspace/words.h"

#include <array>

namespace meshdraft::cli {

ResourceName anyResourceName(const QString& text)
{
    if (auto known = parseResourceName(text); !known.kind.empty())
        return known;
    static constexpr std::array spellings = {
        KindSpelling{"AuthorizationPolicy", "authorizationpolicies", "ap"},
        KindSpelling{"PeerAuthentication", "peerauthentications", "pa"},
        KindSpelling{"RequestAuthentication", "requestauthentications", "ra"},
        KindSpelling{"Sidecar", "sidecars", ""},
        KindSpelling{"EnvoyFilter", "envoyfilters", ""},
        KindSpelling{"Telemetry", "telemetries", "telemetry"},
        KindSpelling{"ProxyConfig", "proxyconfigs", ""},
        KindSpelling{"WasmPlugin", "wasmplugins", ""},
        KindSpelling{"WorkloadEntry", "workloadentries", "we"},
        KindSpelling{"WorkloadGroup", "workloadgroups", "wg"},
        KindSpelling{"ReferenceGrant", "referencegrants", "refgrant"},
        KindSpelling{"BackendTLSPolicy", "backendtlspolicies", "btlspolicy"},
        KindSpelling{"StatefulSet", "statefulsets", "sts"},
        KindSpelling{"DaemonSet", "daemonsets", "ds"},
        KindSpelling{"Namespace", "namespaces", "ns"},
        KindSpelling{"ConfigMap", "configmaps", "cm"},
        KindSpelling{"ServiceAccount", "serviceaccounts", "sa"},
        KindSpelling{"Ingress", "ingresses", "ing"},
        KindSpelling{"Application", "applications", "app"},
    };
    auto written = writtenResourceName(text);
    if (const auto* kind = kindSpelled(written.kind, spellings))
        written.kind = kind;
    return written;
}

int refuse(const Error& error)
{
    complain(workspace::errorText(error));
    const auto isAbout = [&](std::string_view area) { return error.code.starts_with(area); };
    if (error.code == "rollback.undecided" || isAbout("commit.") || isAbout("stack."))
        return Differences;
    if (error.code == "rollback.nothing")
        return Fine;
    if (isAbout("rollback.") || isAbout("history.") || isAbout("environment.") || error.code == "git.noRevision")
        return WrongUsage;
    return UnreadableInput;
}

} // namespace meshdraft::cli
