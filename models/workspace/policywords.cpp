// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/wordtable.h"

#include <QtGlobal>

#include <array>

namespace meshdraft::workspace {

namespace {

constexpr auto table = std::to_array<Words>({
    // checks/messages.h: Kiali's validations, security, injection and rollout.
    {"export.namespace",
     QT_TRANSLATE_NOOP("meshdraft",
                       "There is no namespace %1 to export to: nobody there sees this. Mend the name, or add "
                       "the Namespace.")},
    {"export.namespace.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %1, which things are exported to, is not in these files and may exist "
                       "elsewhere (places: %2).")},
    {"policy.method",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 is no method of HTTP as requests write it (upper case, compared byte by byte): an "
                       "ALLOW rule refuses such requests with 403, a DENY rule lets them pass. Write GET, POST "
                       "...")},
    {"policy.method.path",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 is a path, and every gRPC call has the method POST: the rule never matches. Move it "
                       "to paths.")},
    {"policy.host",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No Service or ServiceEntry has the host %1: no request asks for it, and the rule never "
                       "matches. Mend the name.")},
    {"policy.identity.server",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This rule asks who calls, and PeerAuthentication switches mTLS off for these pods of "
                       "namespace %1: no caller has an identity. ALLOW rules refuse everybody (403), DENY rules "
                       "nobody. Set the mode to STRICT or PERMISSIVE.")},
    {"policy.identity.rule",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This rule asks who calls, and a DestinationRule has callers of these pods of namespace "
                       "%1 speak without mTLS: no caller has an identity. ALLOW rules refuse everybody (403), "
                       "DENY rules nobody. Set its TLS mode to ISTIO_MUTUAL, or leave it to Istio.")},
    {"policy.identity.auto",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This rule asks who calls; mesh config switches automatic mTLS off, and no "
                       "DestinationRule switches it on for namespace %1: no caller has an identity. ALLOW rules "
                       "refuse everybody (403), DENY rules nobody. Add a DestinationRule with ISTIO_MUTUAL.")},
    {"policy.principal",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %2 has no ServiceAccount %1 and no pods that run under it: nobody is this "
                       "caller, and the rule never matches. Mend the name.")},
    {"policy.principal.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "ServiceAccount %1 of namespace %2 is not in these files and may exist elsewhere "
                       "(places: %3).")},
    {"policy.principal.form",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Istio puts spiffe:// before a principal by itself: as written, the rule never matches. "
                       "Write %1.")},
    {"policy.principal.domain",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 is neither the trust domain of the mesh nor one of its aliases: no caller of the "
                       "mesh has such an identity. Write cluster.local, which stands for the mesh's own, or add "
                       "the alias to mesh config.")},
    {"rule.conflict.subset",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Subset %1 of this host is defined otherwise in %2. Istio takes that of the older "
                       "object, which files cannot tell. Keep one of them.")},
    {"rule.conflict.policy",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%2 is for host %1, too, and both have a trafficPolicy. Istio takes that of the older "
                       "object, which files cannot tell. Keep one of them.")},
    {"rule.tls.plaintext",
     QT_TRANSLATE_NOOP("meshdraft",
                       "TLS mode %2 starts no mTLS, and the pods of %1 take nothing else (STRICT): requests by "
                       "this rule fail with 503 (UC or UF). Remove the mode, or set ISTIO_MUTUAL.")},
    {"rule.tls.mutual",
     QT_TRANSLATE_NOOP("meshdraft",
                       "ISTIO_MUTUAL starts mTLS, and PeerAuthentication switches it off for the pods of %1: "
                       "requests by this rule fail with 503 (UF). Remove the mode, so that Istio chooses, or "
                       "change the PeerAuthentication.")},
    {"rule.tls.noproxy",
     QT_TRANSLATE_NOOP("meshdraft",
                       "ISTIO_MUTUAL starts mTLS, and the pods of %1 have no proxy to take it: requests by this "
                       "rule fail with 503 (UF). Remove the mode, so that Istio chooses, or bring the pods into "
                       "the mesh.")},
    {"rule.tls.lost",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This rule takes the place of %2 for %1 and says nothing of TLS; automatic mTLS is off, "
                       "so that callers speak plaintext here. Add trafficPolicy.tls.mode: ISTIO_MUTUAL.")},
    {"peer.disabled",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The pods take plaintext only, and %1 has callers start mTLS: their requests fail with "
                       "503 (UF). Change one of them.")},
    {"peer.plaintext",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The pods take mTLS only, and %1 has callers speak plaintext: their requests fail with "
                       "503 (UC). Change one of them.")},
    {"peer.norule",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The pods take mTLS only; mesh config switches automatic mTLS off, and no "
                       "DestinationRule switches it on: requests fail with 503 (UC). Add one for %1 with "
                       "ISTIO_MUTUAL.")},
    {"subset.labels",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Subset %1 has neither labels nor settings: it is all pods of %2. Add labels, or route "
                       "to the host.")},
    {"sidecar.egress.namespace",
     QT_TRANSLATE_NOOP("meshdraft", "There is no namespace %1: nothing is let in by this line. Is %2 meant?")},
    {"sidecar.egress.host",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No Service or ServiceEntry has the host %1: nothing is let in by this line, and "
                       "requests to the host that is meant leave the mesh or fail. Mend the name.")},
    {"sidecar.egress.short",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Hosts of a Sidecar are compared as they stand: %1 is nobody's, and requests to it leave "
                       "the mesh or fail. Write %2.")},
    {"sidecar.default",
     QT_TRANSLATE_NOOP("meshdraft",
                       "In the root namespace a Sidecar without a selector is the default of the mesh; this one "
                       "only looks for pods with %1 in %2, and there are none. Remove the selector, or move it "
                       "to the namespace of the pods.")},
    {"route.weight.alone",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The only destination of a route gets every request; weight %1 does nothing. Remove it, "
                       "or add the destination for the rest.")},
    {"route.destination.twice",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 stands twice in this route: its weights add up. Keep one, or name the subset that is "
                       "meant.")},
    {"gateway.name", QT_TRANSLATE_NOOP("meshdraft", "%1 is the old way to name a gateway. Write %2.")},
    {"entry.duplicate",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1, port %2, stands in %3, too. Istio adds up the endpoints and takes everything else "
                       "of the older object, which files cannot tell. Keep one of them.")},
    {"grant.namespace",
     QT_TRANSLATE_NOOP("meshdraft", "There is no namespace %1: this permits nothing. Mend the name.")},
    {"grant.namespace.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %1, whose references are permitted, is not in these files and may exist "
                       "elsewhere (places: %2).")},
    {"service.port.name",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No container of %2 or of the other pods has a port named %1: this port leads nowhere, "
                       "and requests fail with 503 (UH). Name the container's port so, or write its number.")},
    {"service.port.number",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The containers of %2 declare other ports than %1. If nothing listens there, requests "
                       "fail with 503 (UF).")},
    {"ambient.allow",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %1 is in ambient mode, where ztunnel applies this policy and knows nothing of "
                       "HTTP: the rule never matches, and the policy refuses more than is meant. Bind it to a "
                       "waypoint with targetRefs.")},
    {"ambient.deny",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %1 is in ambient mode, where ztunnel applies this policy and leaves out what "
                       "is of HTTP: the rule refuses more than is meant. Bind the policy to a waypoint with "
                       "targetRefs.")},
    {"ambient.extension",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %2 is in ambient mode: ztunnel does nothing of a %1. Bind it to a waypoint "
                       "with targetRefs.")},
    {"ambient.routes",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Service %1 is in ambient mode and has no waypoint: calls of its neighbours do not see "
                       "these HTTP routes. Label it, or its namespace, with istio.io/use-waypoint.")},
    {"ambient.waypoint",
     QT_TRANSLATE_NOOP("meshdraft",
                       "There is no waypoint %1: traffic goes on without it, and policies and routes for it do "
                       "nothing. Create the Gateway, or mend the label.")},
    {"ambient.waypoint.unknown",
     QT_TRANSLATE_NOOP("meshdraft", "Waypoint %1 is not in these files and may exist elsewhere (places: %2).")},
    {"ambient.sidecar",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The pods of %1 ask for a sidecar and for ambient mode. The sidecar wins. Remove one of "
                       "the labels.")},
    {"group.account",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %2 has no ServiceAccount %1: workloads of this group get no certificate. "
                       "Create it, or mend the name.")},
    {"group.account.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "ServiceAccount %1 of namespace %2, of a WorkloadGroup, is not in these files and may "
                       "exist elsewhere (places: %3).")},
    {"group.labels",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%2 has the labels %1, too: what selects one of them gets the other as well. Tell them "
                       "apart.")},
    {"mtls.caller",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 has no proxy and calls %2, whose pods take mTLS only (STRICT): the connection is "
                       "reset. Bring it into the mesh, or make the port PERMISSIVE.")},
    {"mtls.apiserver",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The API server calls %2 for this %1. It has no proxy, and the pods take mTLS only "
                       "(STRICT): its calls fail. Set portLevelMtls of that port to PERMISSIVE, or exclude the "
                       "port from the proxy.")},
    {"policy.lockout",
     QT_TRANSLATE_NOOP("meshdraft",
                       "An ALLOW policy without rules lets nobody in, and no other one opens %1: every request "
                       "gets 403 (rbac_access_denied). Add rules, or a policy that allows the callers.")},
    {"policy.lockout.deny",
     QT_TRANSLATE_NOOP("meshdraft",
                       "An empty rule matches every request, and this policy denies: everybody gets 403 "
                       "(rbac_access_denied), whatever is allowed elsewhere. Narrow the rule.")},
    {"policy.open",
     QT_TRANSLATE_NOOP("meshdraft",
                       "An empty rule matches every request: this policy lets everybody in, callers without an "
                       "identity too.")},
    {"policy.open.beside",
     QT_TRANSLATE_NOOP("meshdraft",
                       "An empty rule lets everybody in. Requests need one ALLOW policy that matches, so that "
                       "%1 narrows nothing. Remove the empty rule, or make the others DENY.")},
    {"policy.never.excluded",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 is excluded again beside it: no request meets this rule. Mend one of the lists.")},
    {"policy.never.path",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Paths begin with a slash: no request has %1, and the rule never matches. Write it with "
                       "one.")},
    {"policy.never.port",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 is the port of the Service; policies see that of the pods, %2. The rule never "
                       "matches. Write %2.")},
    {"token.policy",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Tokens of %1 are checked, but no AuthorizationPolicy asks for one: requests without a "
                       "token pass. Add an ALLOW policy with requestPrincipals, or a DENY policy with "
                       "notRequestPrincipals: [\"*\"].")},
    {"filter.mesh",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This EnvoyFilter is for every proxy of the mesh (%1 is the root namespace): a mistake "
                       "or an upgrade breaks all of them at once. Add a workloadSelector, or move it to a "
                       "namespace.")},
    {"root.owner",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This stands in the root namespace %1 and lies among the files of namespace %2: whoever may "
                       "change those decides for the whole mesh. Move it to the mesh's own files, or give it "
                       "namespace %2.")},
    {"filter.namespace",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This EnvoyFilter is for every proxy of namespace %1. Add a workloadSelector where it is "
                       "meant for some.")},
    {"injection.place",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Injection reads %1 of the pods; on the %2 itself it does nothing. Move it to "
                       "spec.template.metadata.labels.")},
    {"injection.place.namespace",
     QT_TRANSLATE_NOOP("meshdraft",
                       "istio-injection is a label of namespaces; in a %1 it does nothing. Use "
                       "sidecar.istio.io/inject on the pods.")},
    {"injection.conflict",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %1 has istio-injection: disabled, which goes before the label of the pods: "
                       "they get no proxy. Remove the label of the namespace.")},
    {"injection.conflict.revision",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The pods ask for revision %1 and namespace %2 for %3: the label of the namespace goes "
                       "before that of the pods. Write the same, or remove one.")},
    {"revision.missing",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No control plane has the revision or tag %1; the files have %2. New pods get no proxy. "
                       "Mend the label, or install the revision.")},
    {"revision.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The control plane of revision %1 is not in these files and may exist elsewhere (places: "
                       "%2).")},
    {"rollout.hold",
     QT_TRANSLATE_NOOP("meshdraft",
                       "A weighted route leads to %1, whose application may start before its proxy (Istio "
                       "before 1.27): its first calls fail. Set holdApplicationUntilProxyStarts: true (places: "
                       "%2).")},
    {"rollout.drain",
     QT_TRANSLATE_NOOP("meshdraft",
                       "A weighted route leads to %1, whose proxy ends 5 seconds after a pod is told to stop "
                       "(Istio before 1.27): longer requests break off (UC, 503). Set terminationDrainDuration, "
                       "or EXIT_ON_ZERO_ACTIVE_CONNECTIONS (places: %2).")},
    {"rollout.recreate",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Recreate stops all pods of %1 before new ones start: meanwhile requests fail with 503 "
                       "(UH). Use RollingUpdate with maxUnavailable: 0 and maxSurge: 1.")},
    {"rollout.all",
     QT_TRANSLATE_NOOP("meshdraft",
                       "An update may take away %2 of the %3 pods of %1 at once: meanwhile requests fail with "
                       "503 (UH). Set maxUnavailable: 0 and maxSurge: 1.")},
    {"rollout.some",
     QT_TRANSLATE_NOOP("meshdraft",
                       "An update takes away up to %2 of the %3 pods of %1 before new ones are ready. To lose "
                       "none, set maxUnavailable: 0 and maxSurge: 1.")},
    {"port.hides",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The name %1 of port %2 says another protocol than that of the pods' port, %3: the proxy "
                       "treats the traffic by the first. Name it after what is spoken.")},
    {"port.hides.routes",
     QT_TRANSLATE_NOOP("meshdraft",
                       "All ports of %1 are taken for TCP or TLS (%2), so that these HTTP routes never apply: "
                       "matches, weights, timeouts and retries do nothing. Name the port http or grpc if that "
                       "is what it speaks.")},
    {"route.match.gateway",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This VirtualService is not bound to gateway %1: the match never holds there. Add it to "
                       "spec.gateways, or mend the name.")},
    {"api.old",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%2 of %1 is old: %3 says the same and is the stable one. Clusters read both (places: "
                       "%4).")},
    {"api.gone",
     QT_TRANSLATE_NOOP("meshdraft", "Kubernetes does not take %2 of %1 any more: it cannot be applied. Write %3.")},
});

} // namespace

std::span<const Words> policyWords()
{
    return table;
}

} // namespace meshdraft::workspace
