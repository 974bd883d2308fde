// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/wordtable.h"

#include <QtGlobal>

#include <array>

namespace meshdraft::workspace {

namespace {

constexpr auto table = std::to_array<Words>({
    // checks/messages.h; those that end in ".unknown" stand for all places that the files cannot settle.
    {"file.template", QT_TRANSLATE_NOOP("meshdraft", "This is a Helm or Go template: listed, but not read.")},
    {"file.skipped", QT_TRANSLATE_NOOP("meshdraft", "The file was not read.")},
    {"duplicate.identity",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 %2 is defined twice; the other one is at %3. Only one of them can exist in a cluster.")},
    {"dangling.gateway", QT_TRANSLATE_NOOP("meshdraft", "There is no Gateway %1. Create it, or name one that exists.")},
    {"dangling.gateway.unknown",
     QT_TRANSLATE_NOOP("meshdraft", "Gateway %1 is not in these files and may exist elsewhere (places: %2).")},
    {"dangling.parent",
     QT_TRANSLATE_NOOP("meshdraft", "There is no %1 for this route to attach to. Create it, or name one that exists.")},
    {"dangling.parent.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1, which routes attach to, is not in these files and may exist elsewhere (places: %2).")},
    {"dangling.host",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "No Service or ServiceEntry has the host %1, seen from namespace %2. Requests fail with 503 (NC) or "
         "have no endpoint.")},
    {"dangling.host.unknown",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Host %1, seen from namespace %2, is not in these files and may exist elsewhere (places: %3).")},
    {"dangling.host.short",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "Istio does not complete the host %1 (it has a dot), so it names nothing in namespace %2. Write %3.")},
    {"dangling.host.none", QT_TRANSLATE_NOOP("meshdraft", "This destination names no host. Add one.")},
    {"dangling.port", QT_TRANSLATE_NOOP("meshdraft", "%2 has no port %1. Name one that it has, or add it there.")},
    {"dangling.subset",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No DestinationRule for %2 has the subset %1. Requests fail with 503 (NC) until there is one.")},
    {"dangling.subset.unknown",
     QT_TRANSLATE_NOOP("meshdraft", "Subset %1 of %2 is not in these files and may exist elsewhere (places: %3).")},
    {"dangling.delegate", QT_TRANSLATE_NOOP("meshdraft", "There is no VirtualService %1 to delegate to.")},
    {"dangling.delegate.unknown",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "VirtualService %1, which is delegated to, is not in these files and may exist elsewhere (places: %2).")},
    {"dangling.rule.host",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "No Service or ServiceEntry has the host %1, seen from namespace %2: this DestinationRule does nothing.")},

    // checks/messages.h, of Meshdraft's own.
    {"wave.late",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Argo CD applies DestinationRule %1 in wave %2, after this VirtualService (wave %3), which "
                       "uses its subset %4: until then requests fail with 503 (NC). Give the DestinationRule the "
                       "lower wave (Gateway -1, DestinationRule 0, VirtualService 1).")},
    {"wave.same",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Argo CD applies DestinationRule %1 in the same wave (%2), so that nothing makes sure that "
                       "its subset %3 is there first; without it requests fail with 503 (NC). Give this "
                       "VirtualService a higher wave.")},
    {"wave.none",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Other resources here have waves of Argo CD, but neither DestinationRule %1 nor this "
                       "VirtualService, which uses its subset %2: it may come first, and requests then fail with 503 "
                       "(NC). Set waves: DestinationRule 0, VirtualService 1 (places: %3).")},
    {"flux.order",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Kustomization %1 brings this VirtualService and does not wait for %2, which brings what it "
                       "needs (%3): until both are applied requests may fail with 503 (NC). Add %2 to dependsOn of "
                       "%1 (places: %4).")},
    {"subset.unused",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No route in these files leads to %1 of %2: such subsets cost every proxy clusters and get no "
                       "traffic. Remove them, unless routes elsewhere use them.")},
    {"subset.renamed",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No route leads to subset %1 of %3, but some lead to %2, which no DestinationRule has: "
                       "requests for it fail with 503 (NC). If %1 is its new name, use it in the routes, too.")},
    {"gateway.unused",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No VirtualService or route in these files is for Gateway %1: what it lets in gets 404 (NR). "
                       "Add a route that names it, or remove it, unless routes elsewhere use it.")},
    {"delegate.unused",
     QT_TRANSLATE_NOOP("meshdraft",
                       "VirtualService %1 has no hosts, and no other in these files delegates to it: its routes get "
                       "no requests. Name it as a delegate, or remove it, unless others elsewhere do.")},
    {"route.shadowed",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Requests for %2 at Gateway %3 that match this (%1) are routed by %4, too. The routes are put "
                       "together and only those of the oldest VirtualService get such requests, which files do not "
                       "tell. Keep one of them.")},
    {"route.shadowed.all",
     QT_TRANSLATE_NOOP("meshdraft",
                       "All requests for %1 at Gateway %2 that nothing else matches are routed by %3, too. Only the "
                       "route of the oldest VirtualService gets them, which files do not tell. Keep one of them.")},
    {"route.order",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%3 matches more (%2) for the same host %4 at the same gateway. If it is the older "
                       "VirtualService, this match (%1) gets no requests, and files do not tell which is. Put both "
                       "into one VirtualService, this one first.")},
    {"retry.timeout",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 retries of up to %2 each do not fit into the timeout of %3: it ends the request with 504 "
                       "(UT) during try %4 of %5. Raise the timeout, or lower perTryTimeout or attempts.")},
    {"call.timeout",
     QT_TRANSLATE_NOOP("meshdraft",
                       "After %1 requests to %2 end with 504 (UT), but it calls %3 in turn, which has %4 "
                       "(VirtualService %5): it goes on waiting for answers that nobody wants any more. Make the "
                       "timeout of the caller the longer one.")},
    {"retry.chain",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Retries multiply along the calls %1: one request that fails may come to %2 requests at the "
                       "last of them, just when it is overloaded. Retry at one place of the chain only.")},
    {"route.timeout",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Nothing ends requests that hang here: Istio sets no timeout, and callers fill up with open "
                       "requests. Set timeout (routes without one: %1), or “0s” to say that this is meant.")},
    {"pool.low",
     QT_TRANSLATE_NOOP("meshdraft",
                       "%1 is 1 for %2: a second request at the same time overflows the pool and fails with 503 "
                       "(UO). Set it to what the service can bear.")},
    {"pool.single",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Each proxy may open one connection to %1: requests of HTTP/1.1 wait for each other, and "
                       "further connections of TCP are refused (UO). Raise maxConnections.")},
    {"concurrency.low",
     QT_TRANSLATE_NOOP("meshdraft",
                       "These proxies work with one thread: all their connections share a core, and what does not "
                       "get its turn waits until it times out (UT) or overflows a pool (UO). Remove concurrency, or "
                       "set it to the cores that the pods have.")},
    {"subset.hidden",
     QT_TRANSLATE_NOOP("meshdraft",
                       "DestinationRule %4, which has subset %1 of %2, is not exported to namespace %3, where "
                       "proxies use this route: their requests fail with 503 (NC). Add %3 to its exportTo.")},
    {"host.hidden",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This workload calls %1, but %3 is not exported to its namespace %2: the proxy does not know "
                       "the host, without mTLS and routing, or blocks it with 502. Add %2 to exportTo.")},
    {"host.hidden.routes",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This workload calls %2, but VirtualService %1 with the routes for it is not exported to its "
                       "namespace %3: its requests are not split, retried or timed out as written there. Add %3 to "
                       "exportTo, if it is meant for them.")},
    {"weights.flagger",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Flagger sets these weights while Canary %1 runs: what is written here is overwritten. Change "
                       "the steps of the Canary in its place.")},
    {"weights.rollout",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Argo Rollouts sets these weights while Rollout %1 runs: what is written here is overwritten. "
                       "Write 100 for the stable one and 0 for the canary, and change the steps of the Rollout.")},
    {"sidecar.none",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Namespace %1 has no Sidecar: its %2 workloads get all %3 hosts of the mesh, %4 of them of "
                       "other namespaces, which costs memory and time at each change. Add a Sidecar with the egress "
                       "hosts that are called.")},
    {"export.open",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Policies let only callers of namespace %2 reach %1, but this goes to every proxy of the "
                       "mesh. Set exportTo to “.”.")},

    // topology/topology.h: what a picture shows in place of something that is not there.
    {"missing.gateway", QT_TRANSLATE_NOOP("meshdraft", "There is no such Gateway.")},
    {"missing.service", QT_TRANSLATE_NOOP("meshdraft", "No Service or ServiceEntry has this host.")},
    {"missing.virtualservice", QT_TRANSLATE_NOOP("meshdraft", "There is no such VirtualService.")},
    {"missing.subset", QT_TRANSLATE_NOOP("meshdraft", "No DestinationRule has this subset.")},
    {"unknown.gateway", QT_TRANSLATE_NOOP("meshdraft", "This Gateway is not in these files and may exist elsewhere.")},
    {"unknown.service", QT_TRANSLATE_NOOP("meshdraft", "This host is not in these files and may exist elsewhere.")},
    {"unknown.virtualservice",
     QT_TRANSLATE_NOOP("meshdraft", "This VirtualService is not in these files and may exist elsewhere.")},
    {"unknown.subset", QT_TRANSLATE_NOOP("meshdraft", "This subset is not in these files and may exist elsewhere.")},
});

} // namespace

std::span<const Words> findingWords()
{
    return table;
}

} // namespace meshdraft::workspace
