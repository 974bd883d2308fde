// SPDX-License-Identifier: Apache-2.0
#include "app/cli/undooptions.h"

#include "models/workspace/words.h"

#include <array>

namespace meshdraft::cli {

ResourceName anyResourceName(const QString& text)
{
    if (auto known = parseResourceName(text); !known.kind.empty())
        return known;
    struct Spelling {
        const char* kind;
        const char* plural;
        const char* shortName;
    };
    static constexpr std::array spellings = {
        Spelling{"AuthorizationPolicy", "authorizationpolicies", "ap"},
        Spelling{"PeerAuthentication", "peerauthentications", "pa"},
        Spelling{"RequestAuthentication", "requestauthentications", "ra"},
        Spelling{"Sidecar", "sidecars", ""},
        Spelling{"EnvoyFilter", "envoyfilters", ""},
        Spelling{"Telemetry", "telemetries", "telemetry"},
        Spelling{"ProxyConfig", "proxyconfigs", ""},
        Spelling{"WasmPlugin", "wasmplugins", ""},
        Spelling{"WorkloadEntry", "workloadentries", "we"},
        Spelling{"WorkloadGroup", "workloadgroups", "wg"},
        Spelling{"ReferenceGrant", "referencegrants", "refgrant"},
        Spelling{"BackendTLSPolicy", "backendtlspolicies", "btlspolicy"},
        Spelling{"StatefulSet", "statefulsets", "sts"},
        Spelling{"DaemonSet", "daemonsets", "ds"},
        Spelling{"Namespace", "namespaces", "ns"},
        Spelling{"ConfigMap", "configmaps", "cm"},
        Spelling{"ServiceAccount", "serviceaccounts", "sa"},
        Spelling{"Ingress", "ingresses", "ing"},
        Spelling{"Application", "applications", "app"},
    };
    const auto slash = text.indexOf(u'/');
    if (slash <= 0 || slash + 1 >= text.size())
        return {};
    const auto written = text.left(text.left(slash).indexOf(u'.') > 0 ? text.indexOf(u'.') : slash);
    const auto name = text.mid(slash + 1).toStdString();
    const auto kind = written.toLower();
    for (const auto& spelling : spellings) {
        if (kind == QString::fromLatin1(spelling.kind).toLower() || kind == QLatin1StringView(spelling.plural)
            || (*spelling.shortName != '\0' && kind == QLatin1StringView(spelling.shortName)))
            return {spelling.kind, name};
    }
    return {written.toStdString(), name};
}

std::string titleOf(const mesh::ResourceKey& key)
{
    return key.kind + ' ' + (key.ns.empty() ? key.name : key.ns + '/' + key.name);
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
