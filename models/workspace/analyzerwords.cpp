// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/wordtable.h"

#include <QtGlobal>

#include <array>

namespace meshdraft::workspace {

namespace {

constexpr auto table = std::to_array<Words>({
    // checks/messages.h, of Istio's analyzers; those that end in ".unknown" stand for all places that the files cannot
    // settle.
    {"server.unchecked",
     QT_TRANSLATE_NOOP("meshdraft",
                       "TLS (%2) to %1 checks no server certificate: whoever answers is believed. Set "
                       "caCertificates to the authority that signs it.")},
    {"server.unchecked.port",
     QT_TRANSLATE_NOOP("meshdraft",
                       "TLS (%2) to %1, port %3, checks no server certificate: whoever answers is believed. Set "
                       "caCertificates to the authority that signs it.")},
    {"deprecated.field", QT_TRANSLATE_NOOP("meshdraft", "%1 is deprecated and will go away. Write %2 in its place.")},
    {"deprecated.ignored",
     QT_TRANSLATE_NOOP("meshdraft", "Istio does not read %1 any more: it does nothing. Remove it.")},
    {"deprecated.kind",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 (rbac.istio.io) was removed from Istio: nothing reads such objects. Use "
                       "AuthorizationPolicy, and remove this CRD.")},
    {"webhook.address.none",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Webhook %1 has neither a url nor a service, so that the API server cannot reach the "
                       "control plane: pods start without a proxy, configuration is not checked. Add one.")},
    {"webhook.address.bad",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The url %2 of webhook %1 cannot be read, so that the API server cannot reach the "
                       "control plane. Write https://HOST:PORT/PATH.")},
    {"webhook.address.ip",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Webhook %1 reaches the control plane by the address %2: it breaks when the address "
                       "changes, and certificates are made out for names. Use a host name.")},
    {"gatewayapi.old",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 is of Gateway API %2; Istio reads it from %3 on and leaves such objects alone "
                       "before. Install newer CRDs.")},
    {"status.bad",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The status written here says %1 is not so (%2): %3. Mend the cause; what a controller "
                       "writes does not belong in the files.")},
    {"pod.user",
     QT_TRANSLATE_NOOP("meshdraft",
                       "User 1337 is that of the proxy: what a container sends under it passes the proxy by, "
                       "without mTLS and routing. Choose another runAsUser.")},
    {"port.name",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The name %1 of port %2 does not say what it speaks, so that Istio guesses and "
                       "server-first protocols hang. Name it PROTOCOL or PROTOCOL-SUFFIX (http, grpc, tcp ...), "
                       "or set appProtocol.")},
    {"port.name.none",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Port %1 has no name, so that Istio guesses what it speaks and server-first protocols hang. "
                       "Name it PROTOCOL or PROTOCOL-SUFFIX (http, grpc, tcp ...), or set appProtocol.")},
    {"port.name.external",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Port %1 (name “%2”) of an ExternalName Service is taken for TCP: the proxy then catches all "
                       "traffic to the port, whatever host it is for. Name it after an HTTP protocol or tls.")},
    {"entry.address",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Port %1 is TCP and this ServiceEntry has no addresses: the proxy takes every connection "
                       "to the port for it. Add addresses, or a protocol that carries the host (HTTP, TLS).")},
    {"entry.protocol",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1, port %2, has another protocol here than in %3: one of them wins, and requests of "
                       "the other kind fail. Write the same in all.")},
    {"sidecar.selector",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No pod of namespace %2 has the labels %1: this Sidecar does nothing. Mend the labels.")},
    {"sidecar.selector.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No pod with the labels %1 is in these files; namespace %2 may have some elsewhere "
                       "(places: %3).")},
    {"sidecar.overlap",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%2 is selected by %1, too. Only one Sidecar holds for a pod, and which one is not "
                       "fixed. Make the selectors disjoint.")},
    {"sidecar.several",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %2 has more Sidecars without a workloadSelector: %1. Only one of them holds, "
                       "and which one is not fixed. Keep one.")},
    {"sidecar.ambient.namespace",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %1 is in ambient mode: its pods have no sidecar, so that this does nothing. "
                       "Remove it, or leave ambient mode.")},
    {"sidecar.ambient.pod",
     QT_TRANSLATE_NOOP("meshdraft", "%1 is in ambient mode and has no sidecar, so that this does nothing there.")},
    {"telemetry.selector",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No pod of namespace %2 has the labels %1: this Telemetry does nothing. Mend the labels.")},
    {"telemetry.selector.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No pod with the labels %1 is in these files; namespace %2 may have some elsewhere "
                       "(places: %3).")},
    {"telemetry.overlap",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%2 is selected by %1, too. Only one Telemetry holds for a pod, the older one. Make the "
                       "selectors disjoint.")},
    {"telemetry.several",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %2 has more Telemetries without a selector: %1. Only one of them holds, the "
                       "older one. Keep one.")},
    {"telemetry.provider.none",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This entry names no provider and the mesh config has none by default "
                       "(defaultProviders.accessLogging): nothing is logged. Name a provider.")},
    {"telemetry.lightstep",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Provider %1 is of the kind lightstep, which Istio has removed: no spans are sent. Use "
                       "opentelemetry.")},
    {"host.conflict",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%2 is for %1 in the mesh, too. A proxy takes one of them, the older, and drops the "
                       "routes of the others. Put the routes into one VirtualService.")},
    {"gateway.selector",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No gateway has the labels %1: nothing listens for this Gateway, and connections are "
                       "refused. Select the pods of a gateway that is there.")},
    {"gateway.selector.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No gateway with the labels %1 is in these files; one may run elsewhere (places: %2).")},
    {"gateway.port",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No Service of the gateway (%2) has port %1: requests from outside do not reach it. Add "
                       "the port to the Service, or listen at one that it has.")},
    {"gateway.port.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No Service of the gateway (%2) is in these files; whether port %1 is reached cannot be "
                       "told (places: %3).")},
    {"gateway.certificate.shared",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Gateway %2 shows the same certificate (%1). Browsers reuse one connection for hosts of "
                       "both, and requests for hosts of the other fail with 404 (NR). Put the hosts into one "
                       "Gateway.")},
    {"gateway.conflict",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 listen at port %2 for %3 in the same pods. Only the oldest is taken, the others do "
                       "nothing. Use other hosts or ports, or one Gateway.")},
    {"gateway.internal",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 is a Gateway that Istio makes of one of the Gateway API, and its name may change. "
                       "Name the Gateway of the Gateway API itself.")},
    {"gateway.host.nowhere",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 is not served at %2, which is not there. Requests for it get 404 (NR) at a gateway.")},
    {"gateway.host",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No server of Gateway %2 is for %1 in this namespace: the routes are not used there, and "
                       "requests get 404 (NR). Add the host to the Gateway, or change it here.")},
    {"destination.port",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 has several ports (%2), and this destination names none: the route is dropped, "
                       "requests fail with 503 (NC). Add port.number.")},
    {"destination.ingress",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%2 sends requests for %1 to subsets, but not those that come through the gateway: this "
                       "route goes to all versions. Name the subset here, too.")},
    {"claim.authentication",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This route matches %1, but no RequestAuthentication holds for %3 (Gateway %2): claims "
                       "are not read there and the route never matches. Add one for the gateway's pods.")},
    {"credential.missing",
     QT_TRANSLATE_NOOP("meshdraft",
                       "There is no Secret %1: the gateway has no certificate and TLS handshakes fail. Create "
                       "it in the namespace of the gateway's pods.")},
    {"credential.unknown",
     QT_TRANSLATE_NOOP("meshdraft", "Secret %1 is not in these files and may exist in the cluster (places: %2).")},
    {"credential.keys",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Secret %1 has no tls.crt and tls.key (nor cert and key): the gateway has no certificate "
                       "and TLS handshakes fail.")},
    {"credential.broken",
     QT_TRANSLATE_NOOP("meshdraft", "The certificate in Secret %1 cannot be read (PEM, X.509): TLS handshakes fail.")},
    {"credential.expired",
     QT_TRANSLATE_NOOP("meshdraft", "The certificate in Secret %1 has expired: clients refuse it. Renew it.")},
    {"credential.early",
     QT_TRANSLATE_NOOP("meshdraft", "The certificate in Secret %1 does not hold yet: clients refuse it.")},
    {"injection.labels",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The namespace asks for the mesh in more than one way (%1), and which one holds depends "
                       "on the version. Keep one label.")},
    {"injection.default",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %1 says nothing, and Istio injects everywhere (enableNamespacesByDefault): "
                       "its pods get sidecars. Say it with a label, so that it shows.")},
    {"injection.none",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %1 is not in the mesh: its pods get no proxy and speak plaintext. Label it "
                       "istio-injection=enabled, or disabled to say that this is meant.")},
    {"injection.pod",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %1 injects proxies and this Pod has none: if it runs like this, it started "
                       "before and is outside of the mesh. Start it anew.")},
    {"injection.image",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The proxies of %1 are not of the image that the injector puts in, %2: they are of "
                       "another version than the control plane. Start them anew.")},
    {"injection.auto.pod",
     QT_TRANSLATE_NOOP("meshdraft",
                       "“auto” is filled in by the injector, and Pods are checked before it comes: this one "
                       "cannot be created or starts with no image. Use a Deployment, or name the image.")},
    {"injection.auto",
     QT_TRANSLATE_NOOP("meshdraft",
                       "“auto” is filled in by the injector, but none looks at these pods: they fail with "
                       "ImagePullBackOff. Label namespace %1 or the pods for injection.")},
    {"webhook.overlap",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Webhook %1 and %2 select the same pods: a proxy may be injected twice. Make their "
                       "selectors disjoint.")},
    {"webhook.service",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Webhook %1 leads to Service %2, which is not there: pods cannot be created, or start "
                       "without a proxy.")},
    {"webhook.service.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Webhook %1 leads to Service %2, which is not in these files and may exist elsewhere "
                       "(places: %3).")},
    {"deployment.protocols",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Services %2 of these pods have port %1 with different protocols (%3): the proxy can "
                       "listen for one of them only. Use one protocol, or different ports.")},
    {"deployment.targets",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Services %2 of these pods lead to target port %1 from different ports (%3): policies "
                       "and metrics of the proxy take it for one of them. Use one port.")},
    {"patch.add", QT_TRANSLATE_NOOP("meshdraft", "ADD does nothing to %1. Use MERGE, or add to VIRTUAL_HOST.")},
    {"patch.remove",
     QT_TRANSLATE_NOOP("meshdraft",
                       "REMOVE does nothing to %1. Remove the route or the filter where it is configured.")},
    {"patch.replace",
     QT_TRANSLATE_NOOP("meshdraft",
                       "REPLACE does nothing to %1: it is for NETWORK_FILTER, HTTP_FILTER and VIRTUAL_HOST "
                       "only. Use MERGE.")},
    {"patch.order",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 depends on which EnvoyFilter comes first, and this one has no priority: the patch "
                       "may find nothing and be dropped without a word. Set priority, or use INSERT_FIRST or "
                       "ADD.")},
    {"patch.order.version",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 follows a patch of the same filter that is for some proxy versions only, and there "
                       "is no priority: after an upgrade the patch may be dropped without a word. Set priority, "
                       "or use INSERT_FIRST or ADD.")},
    {"istiod.jwks",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Istiod fetches the keys that jwksUri of a RequestAuthentication names, from any "
                       "address, those inside of the cluster too. Set BLOCKED_CIDRS_IN_JWKS_URIS on it.")},
    {"policy.workload",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No pod in the mesh has the labels %2 (namespace %1): this policy protects nothing. Mend "
                       "the selector.")},
    {"policy.workload.none",
     QT_TRANSLATE_NOOP("meshdraft", "Namespace %1 has no pod in the mesh: this policy protects nothing.")},
    {"policy.workload.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No pod that this policy is for (namespace %1, labels %2) is in these files; there may "
                       "be some elsewhere (places: %3).")},
    {"policy.namespace",
     QT_TRANSLATE_NOOP("meshdraft", "No namespace is called %1: no caller ever comes from there. Mend the name.")},
    {"policy.namespace.unknown",
     QT_TRANSLATE_NOOP("meshdraft", "Namespace %1 is not in these files and may exist in the cluster (places: %2).")},
    {"networks.registry",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No cluster is called %1: network %2 gets no endpoints from it, and what runs there is "
                       "called directly, past the gateway. Name a cluster as its remote secret does, or "
                       "Kubernetes.")},
    {"networks.registry.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Whether there is a cluster %1 (network %2) cannot be told: its remote secret is not in "
                       "these files (places: %3).")},
    {"gateway.policy",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The selector finds the pods of Gateway %1 of the Gateway API, where selectors do "
                       "nothing: the policy does not hold. Name the Gateway in targetRefs.")},
    {"subset.pods",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No pod has the labels of subset %1 of %2 (%3): requests for it fail with 503 (UH). Mend "
                       "the labels, or deploy the version.")},
    {"subset.pods.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No pod with the labels of subset %1 of %2 (%3) is in these files; there may be some "
                       "elsewhere (places: %4).")},
    {"annotation.unknown",
     QT_TRANSLATE_NOOP("meshdraft", "Istio has no annotation %1: it does nothing. Mend the name, or remove it.")},
    {"annotation.deprecated.inject",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The annotation %1 is deprecated. Set the label of the same name, which the injector "
                       "selects by.")},
    {"annotation.deprecated",
     QT_TRANSLATE_NOOP("meshdraft", "The annotation %1 is deprecated and may do nothing in coming versions.")},
    {"annotation.misplaced",
     QT_TRANSLATE_NOOP("meshdraft", "The annotation %1 does nothing on a %3: it belongs on %2.")},
    {"annotation.value",
     QT_TRANSLATE_NOOP("meshdraft",
                       "“%2” is no value for %1: the injector refuses the pod, or ignores the annotation.")},
});

} // namespace

std::span<const Words> analyzerWords()
{
    return table;
}

} // namespace meshdraft::workspace
