// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/trafficwords.h"

#include "models/workspace/words.h"
#include "models/workspace/wordtable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace meshdraft::workspace {

namespace {

using traffic::Stage;
using traffic::Step;
using traffic::Verdict;
using traffic::Wire;

/// Ids with ".empty" stand for steps whose last argument is empty.
constexpr auto table = std::to_array<Words>({
    // the caller and its proxy
    {"caller.placeholder", QT_TRANSLATE_NOOP("meshdraft", "The host %1 is filled in later.")},
    {"caller.notFound", QT_TRANSLATE_NOOP("meshdraft", "There is no workload %2 in namespace %1 in these files.")},
    {"caller.noProxy", QT_TRANSLATE_NOOP("meshdraft", "%1 has no sidecar: it calls the host directly.")},
    {"caller.ambient", QT_TRANSLATE_NOOP("meshdraft", "%1 is in ambient mode, which is not evaluated.")},
    {"caller.proxyAssumed",
     QT_TRANSLATE_NOOP("meshdraft", "The files do not tell whether %1 has a sidecar; it is taken to have one.")},
    {"caller.sidecar", QT_TRANSLATE_NOOP("meshdraft", "The sidecar of %1 takes the request.")},
    {"caller.namespace", QT_TRANSLATE_NOOP("meshdraft", "The sidecar of some pod in namespace %1 takes the request.")},
    {"caller.gatewayNotFound", QT_TRANSLATE_NOOP("meshdraft", "There is no Gateway %2 in namespace %1.")},
    {"caller.gateway", QT_TRANSLATE_NOOP("meshdraft", "The request comes in through gateway %1.")},
    {"caller.gatewayPodsNotInFiles",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The gateway's pods are not in these files; they are taken to be in namespace %1.")},
    {"caller.outside", QT_TRANSLATE_NOOP("meshdraft", "The caller has no sidecar: it calls the host directly.")},

    // what its proxy knows
    {"import.egress", QT_TRANSLATE_NOOP("meshdraft", "The caller's Sidecar imports %1.")},
    {"import.visible", QT_TRANSLATE_NOOP("meshdraft", "The caller's sidecar knows %1.")},
    {"import.hidden", QT_TRANSLATE_NOOP("meshdraft", "%1 is not exported to namespace %2.")},
    {"import.notListed", QT_TRANSLATE_NOOP("meshdraft", "The caller's Sidecar does not import %1.")},

    // listeners
    {"listener.service", QT_TRANSLATE_NOOP("meshdraft", "The sidecar listens for %1 on port %2.")},
    {"listener.port", QT_TRANSLATE_NOOP("meshdraft", "The sidecar listens on port %1 for all hosts.")},
    {"listener.egress", QT_TRANSLATE_NOOP("meshdraft", "The Sidecar asks for a listener on port %1.")},
    {"listener.noChain", QT_TRANSLATE_NOOP("meshdraft", "The listener has nothing for such a connection.")},
    {"listener.catchAll", QT_TRANSLATE_NOOP("meshdraft", "No service of the mesh has port %1.")},
    {"listener.none", QT_TRANSLATE_NOOP("meshdraft", "The gateway does not listen on port %1.")},
    {"outbound.passthrough",
     QT_TRANSLATE_NOOP("meshdraft", "The outbound policy is ALLOW_ANY: the request goes on to where it was sent.")},
    {"outbound.blocked",
     QT_TRANSLATE_NOOP("meshdraft", "The outbound policy is REGISTRY_ONLY: the connection is closed.")},
    {"outbound.blockedHttp",
     QT_TRANSLATE_NOOP("meshdraft", "The outbound policy is REGISTRY_ONLY: the proxy answers 502.")},

    // servers of gateways
    {"server.duplicateHost",
     QT_TRANSLATE_NOOP("meshdraft", "A server of gateway %1 is left out: an older one has its TLS host.")},
    {"server.conflict",
     QT_TRANSLATE_NOOP("meshdraft", "A server of gateway %1 is left out: an older one uses the port differently.")},
    {"server.http", QT_TRANSLATE_NOOP("meshdraft", "Gateway %1 takes HTTP on port %2.")},
    {"server.https", QT_TRANSLATE_NOOP("meshdraft", "Gateway %1 ends TLS on port %2 (%3) and reads HTTP.")},
    {"server.tls", QT_TRANSLATE_NOOP("meshdraft", "Gateway %1 ends TLS on port %2 (%3) and passes on what is inside.")},
    {"server.tcp", QT_TRANSLATE_NOOP("meshdraft", "Gateway %1 passes connections on port %2 on.")},
    {"server.passthrough", QT_TRANSLATE_NOOP("meshdraft", "Gateway %1 passes TLS on port %2 on by its server name.")},
    {"server.tlsOnHttp", QT_TRANSLATE_NOOP("meshdraft", "The gateway reads HTTP here, but the caller speaks TLS.")},
    {"server.tcpOnHttp",
     QT_TRANSLATE_NOOP("meshdraft", "The gateway reads HTTP here, but the caller does not speak it.")},
    {"server.plainOnTls",
     QT_TRANSLATE_NOOP("meshdraft", "The gateway wants TLS here, but the caller speaks plain text.")},
    {"server.noChain", QT_TRANSLATE_NOOP("meshdraft", "No server of the gateway takes this TLS name.")},

    // virtual hosts and routes
    {"virtualHost.rules", QT_TRANSLATE_NOOP("meshdraft", "Routes for %1 decide.")},
    {"virtualHost.service", QT_TRANSLATE_NOOP("meshdraft", "No routes are written for %1.")},
    {"virtualHost.none", QT_TRANSLATE_NOOP("meshdraft", "The sidecar has no host %1 on this port.")},
    {"virtualHost.noRules", QT_TRANSLATE_NOOP("meshdraft", "No routes for %1 belong to this gateway.")},
    {"virtualHost.notServed", QT_TRANSLATE_NOOP("meshdraft", "The gateway does not serve the host %1.")},
    {"virtualHost.httpsRedirect", QT_TRANSLATE_NOOP("meshdraft", "The gateway redirects plain HTTP to HTTPS.")},
    {"route.matched", QT_TRANSLATE_NOOP("meshdraft", "The request meets a match of route %1.")},
    {"route.everything", QT_TRANSLATE_NOOP("meshdraft", "Route %1 takes every request.")},
    {"route.none", QT_TRANSLATE_NOOP("meshdraft", "No route of %1 matches.")},
    {"route.default", QT_TRANSLATE_NOOP("meshdraft", "Istio's own route sends it to %1.")},
    {"route.redirect", QT_TRANSLATE_NOOP("meshdraft", "The route redirects with %1 to %2.")},
    {"route.redirect.empty", QT_TRANSLATE_NOOP("meshdraft", "The route redirects with %1.")},
    {"route.direct", QT_TRANSLATE_NOOP("meshdraft", "The route answers %1 itself.")},
    {"route.direct.empty", QT_TRANSLATE_NOOP("meshdraft", "The route answers %1 itself.")},
    {"route.delay", QT_TRANSLATE_NOOP("meshdraft", "%1 % of the requests are delayed by %2.")},
    {"route.delay.empty", QT_TRANSLATE_NOOP("meshdraft", "%1 % of the requests are delayed.")},
    {"route.abort", QT_TRANSLATE_NOOP("meshdraft", "%1 % of the requests are aborted with %2.")},
    {"route.abort.empty", QT_TRANSLATE_NOOP("meshdraft", "%1 % of the requests are aborted.")},
    {"route.rewrite", QT_TRANSLATE_NOOP("meshdraft", "The path becomes %1, the host %2.")},
    {"route.rewrite.empty", QT_TRANSLATE_NOOP("meshdraft", "The matched path becomes %1.")},
    {"route.rewrite.host", QT_TRANSLATE_NOOP("meshdraft", "The host becomes %2.")},
    {"route.headers", QT_TRANSLATE_NOOP("meshdraft", "The route changes headers.")},
    {"route.cors", QT_TRANSLATE_NOOP("meshdraft", "The route answers CORS preflights.")},
    {"route.mirror", QT_TRANSLATE_NOOP("meshdraft", "A copy goes to %1; its answer is dropped.")},
    {"route.noDestination", QT_TRANSLATE_NOOP("meshdraft", "Route %1 has no destination that gets requests.")},

    // destinations
    {"cluster.placeholder", QT_TRANSLATE_NOOP("meshdraft", "The destination is filled in later.")},
    {"cluster.invalidBackend", QT_TRANSLATE_NOOP("meshdraft", "The route's backend cannot be used: 500.")},
    {"cluster.noPort", QT_TRANSLATE_NOOP("meshdraft", "%1 has no port %2: 503 (NC).")},
    {"cluster.notInFiles",
     QT_TRANSLATE_NOOP("meshdraft", "%1 is not in these files; whether it exists cannot be told.")},
    {"cluster.hidden", QT_TRANSLATE_NOOP("meshdraft", "%1 is not exported to namespace %2: 503 (NC).")},
    {"cluster.noHost", QT_TRANSLATE_NOOP("meshdraft", "Nothing has the host %1, seen from namespace %2: 503 (NC).")},
    {"cluster.rule", QT_TRANSLATE_NOOP("meshdraft", "A DestinationRule holds for %1.")},
    {"cluster.noSubset", QT_TRANSLATE_NOOP("meshdraft", "No DestinationRule gives %1 the subset %2: 503 (NC).")},
    {"cluster.subset", QT_TRANSLATE_NOOP("meshdraft", "It goes to subset %1.")},
    {"cluster.host", QT_TRANSLATE_NOOP("meshdraft", "It goes to all of %1 on port %2.")},
    {"tls.plaintext", QT_TRANSLATE_NOOP("meshdraft", "The client's proxy adds no TLS.")},
    {"tls.own", QT_TRANSLATE_NOOP("meshdraft", "The client's proxy speaks TLS with certificates of its own.")},
    {"tls.mutual", QT_TRANSLATE_NOOP("meshdraft", "The client's proxy speaks mutual TLS.")},
    {"tls.auto",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The client's proxy speaks mutual TLS where the server has a proxy that takes it.")},
    {"endpoints.workload", QT_TRANSLATE_NOOP("meshdraft", "%1 gets it (%2).")},
    {"endpoints.external", QT_TRANSLATE_NOOP("meshdraft", "%1 is outside of the mesh.")},
    {"endpoints.unselected",
     QT_TRANSLATE_NOOP("meshdraft", "%1 selects no workloads; its endpoints are set elsewhere.")},
    {"endpoints.notInFiles", QT_TRANSLATE_NOOP("meshdraft", "The workloads behind %1 are not in these files.")},
    {"endpoints.none", QT_TRANSLATE_NOOP("meshdraft", "No workload of %1 has the labels of subset %2: 503 (UH).")},
    {"endpoints.none.empty", QT_TRANSLATE_NOOP("meshdraft", "No workload is behind %1: 503 (UH).")},

    // the server's side
    {"server.noProxy", QT_TRANSLATE_NOOP("meshdraft", "%1 has no sidecar: no policy is enforced.")},
    {"server.ambient", QT_TRANSLATE_NOOP("meshdraft", "%1 is in ambient mode, which is not evaluated.")},
    {"server.proxyUnknown", QT_TRANSLATE_NOOP("meshdraft", "The files do not tell whether %1 has a sidecar.")},
    {"server.mtlsWithoutProxy", QT_TRANSLATE_NOOP("meshdraft", "The client speaks mutual TLS, but %1 has no sidecar.")},
    {"inbound.creationOrder",
     QT_TRANSLATE_NOOP("meshdraft", "The oldest of several PeerAuthentications holds, which files cannot tell.")},
    {"inbound.modeUnknown", QT_TRANSLATE_NOOP("meshdraft", "The files do not tell the server's mTLS mode.")},
    {"inbound.mutual", QT_TRANSLATE_NOOP("meshdraft", "The server takes mutual TLS on port %2 (%1).")},
    {"inbound.plaintext", QT_TRANSLATE_NOOP("meshdraft", "The server takes it without mutual TLS on port %2 (%1).")},
    {"inbound.protocol", QT_TRANSLATE_NOOP("meshdraft", "%1 does not expect this protocol on the port.")},
    {"inbound.strict", QT_TRANSLATE_NOOP("meshdraft", "%1 wants mutual TLS (STRICT), but the request is plain text.")},
    {"inbound.tls", QT_TRANSLATE_NOOP("meshdraft", "%1 does not take this TLS.")},
    {"jwt.missing", QT_TRANSLATE_NOOP("meshdraft", "There is no token, which RequestAuthentication lets pass.")},
    {"jwt.invalid", QT_TRANSLATE_NOOP("meshdraft", "The token of %1 is not valid: 401.")},
    {"jwt.audience", QT_TRANSLATE_NOOP("meshdraft", "The token of %1 is for another audience: 403.")},
    {"jwt.accepted", QT_TRANSLATE_NOOP("meshdraft", "The token of %1 is accepted.")},
    {"jwt.unknownIssuer", QT_TRANSLATE_NOOP("meshdraft", "No RequestAuthentication knows the issuer %1: 401.")},
    {"authz.dryRun", QT_TRANSLATE_NOOP("meshdraft", "AuthorizationPolicy %1 is a dry run: it decides nothing.")},
    {"authz.audit", QT_TRANSLATE_NOOP("meshdraft", "AuthorizationPolicy %1 audits: it decides nothing.")},
    {"authz.custom", QT_TRANSLATE_NOOP("meshdraft", "AuthorizationPolicy %1 asks %2, whose answer files cannot tell.")},
    {"authz.custom.empty",
     QT_TRANSLATE_NOOP("meshdraft", "AuthorizationPolicy %1 asks a provider, whose answer files cannot tell.")},
    {"authz.notDenied", QT_TRANSLATE_NOOP("meshdraft", "No DENY policy meets the request.")},
    {"authz.denyUnknown",
     QT_TRANSLATE_NOOP("meshdraft", "The files do not tell whether AuthorizationPolicy %1 denies it.")},
    {"authz.denied", QT_TRANSLATE_NOOP("meshdraft", "AuthorizationPolicy %1 denies it.")},
    {"authz.none", QT_TRANSLATE_NOOP("meshdraft", "No ALLOW policy: everything is allowed.")},
    {"authz.allowed", QT_TRANSLATE_NOOP("meshdraft", "AuthorizationPolicy %1 allows it.")},
    {"authz.allowUnknown",
     QT_TRANSLATE_NOOP("meshdraft", "The files do not tell whether AuthorizationPolicy %1 allows it.")},
    {"authz.allowsNothing", QT_TRANSLATE_NOOP("meshdraft", "AuthorizationPolicy %1 has no rules: it allows nothing.")},
    {"authz.notAllowed",
     QT_TRANSLATE_NOOP("meshdraft", "No ALLOW policy meets the request; AuthorizationPolicy %1 comes nearest (%2).")},

    // what changes proxies
    {"extension.envoyFilter",
     QT_TRANSLATE_NOOP("meshdraft", "EnvoyFilter %1 changes the proxy; what it does is not evaluated.")},
    {"extension.wasm",
     QT_TRANSLATE_NOOP("meshdraft", "A plugin (%1) runs in the proxy; what it does is not evaluated.")},
});

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

/// The id of the sentence whose places are all filled.
std::string idOf(const Step& step)
{
    if (step.args.empty())
        return step.code;
    // of a rewrite either part may be absent
    if (step.code == "route.rewrite" && step.args.front().empty())
        return step.code + ".host";
    const bool isAbsent = step.args.back().empty() || (step.code == "route.abort" && step.args.back() == "0");
    const std::string other = step.code + ".empty";
    return isAbsent && hasSentence(other) ? other : step.code;
}

} // namespace

std::span<const Words> trafficWords()
{
    return table;
}

QString stepText(const Step& step, const std::function<QString(const std::string&)>& decorate)
{
    if (step.code != "endpoints.workload" || step.args.size() < 2)
        return sentence(idOf(step), step.args, decorate);
    // the second argument is a word of ours, not of the files
    return sentence(step.code, step.args, [&](const std::string& arg) {
        if (&arg != &step.args[1])
            return decorate(arg);
        for (const Wire wire : {Wire::Unknown, Wire::Plaintext, Wire::Tls, Wire::Mutual}) {
            if (traffic::wireName(wire) == arg)
                return wireText(wire);
        }
        return decorate(arg);
    });
}

QString stepText(const Step& step)
{
    return stepText(step, printable);
}

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::Caller:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Caller"));
    case Stage::Import:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Known hosts"));
    case Stage::Listener:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Listener"));
    case Stage::Server:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Gateway"));
    case Stage::VirtualHost:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Virtual host"));
    case Stage::Route:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Route"));
    case Stage::Cluster:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Destination"));
    case Stage::Endpoints:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Endpoints"));
    case Stage::Inbound:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Server"));
    case Stage::Authentication:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Authentication"));
    case Stage::Authorization:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Authorization"));
    }
    return {};
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Unknown:
        return say(QT_TRANSLATE_NOOP("meshdraft", "cannot be told"));
    case Verdict::Routed:
        return say(QT_TRANSLATE_NOOP("meshdraft", "allowed"));
    case Verdict::Passthrough:
        return say(QT_TRANSLATE_NOOP("meshdraft", "passed through"));
    case Verdict::Redirected:
        return say(QT_TRANSLATE_NOOP("meshdraft", "redirected"));
    case Verdict::DirectResponse:
        return say(QT_TRANSLATE_NOOP("meshdraft", "answered by the proxy"));
    case Verdict::Aborted:
        return say(QT_TRANSLATE_NOOP("meshdraft", "aborted"));
    case Verdict::Denied:
        return say(QT_TRANSLATE_NOOP("meshdraft", "denied"));
    case Verdict::Unauthenticated:
        return say(QT_TRANSLATE_NOOP("meshdraft", "token refused"));
    case Verdict::NoListener:
        return say(QT_TRANSLATE_NOOP("meshdraft", "nothing listens"));
    case Verdict::NoVirtualHost:
        return say(QT_TRANSLATE_NOOP("meshdraft", "no such host"));
    case Verdict::NoRoute:
        return say(QT_TRANSLATE_NOOP("meshdraft", "no route matches"));
    case Verdict::NoFilterChain:
        return say(QT_TRANSLATE_NOOP("meshdraft", "connection refused"));
    case Verdict::TlsMismatch:
        return say(QT_TRANSLATE_NOOP("meshdraft", "TLS mismatch"));
    case Verdict::ProtocolMismatch:
        return say(QT_TRANSLATE_NOOP("meshdraft", "wrong protocol"));
    case Verdict::Blocked:
        return say(QT_TRANSLATE_NOOP("meshdraft", "blocked by REGISTRY_ONLY"));
    case Verdict::NoCluster:
        return say(QT_TRANSLATE_NOOP("meshdraft", "no such destination"));
    case Verdict::NoSubset:
        return say(QT_TRANSLATE_NOOP("meshdraft", "no such subset"));
    case Verdict::NoEndpoints:
        return say(QT_TRANSLATE_NOOP("meshdraft", "no endpoints"));
    case Verdict::ConnectFailure:
        return say(QT_TRANSLATE_NOOP("meshdraft", "connection failure"));
    case Verdict::Mixed:
        return say(QT_TRANSLATE_NOOP("meshdraft", "differs by workload"));
    }
    return {};
}

QString wireText(Wire wire)
{
    switch (wire) {
    case Wire::Unknown:
        return say(QT_TRANSLATE_NOOP("meshdraft", "cannot tell"));
    case Wire::Plaintext:
        return say(QT_TRANSLATE_NOOP("meshdraft", "plain text"));
    case Wire::Tls:
        return say(QT_TRANSLATE_NOOP("meshdraft", "TLS"));
    case Wire::Mutual:
        return say(QT_TRANSLATE_NOOP("meshdraft", "mutual TLS"));
    }
    return {};
}

} // namespace meshdraft::workspace
