// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/wordtable.h"

#include <QtGlobal>

#include <array>

namespace meshdraft::workspace {

namespace {

constexpr auto table = std::to_array<Words>({
    // changes/statements.cpp.
    {"change.added", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 added")},
    {"change.removed", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 removed")},
    {"change.moved", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 moved: %3 → %4")},
    {"change.text", QT_TRANSLATE_NOOP("meshdraft", "%1 %2: comments or spelling only, no meaning changed")},
    {"change.renamed", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 is called %3 now; its contents are the same")},
    {"change.orderFree", QT_TRANSLATE_NOOP("meshdraft", "%1: written in another order; order has no effect here")},
    {"change.weight", QT_TRANSLATE_NOOP("meshdraft", "Route %1: %2 %3 → %4")},
    {"change.destinationAdded", QT_TRANSLATE_NOOP("meshdraft", "Route %1: destination %2 added with weight %3")},
    {"change.destinationRemoved", QT_TRANSLATE_NOOP("meshdraft", "Route %1: destination %2 removed (weight %3)")},
    {"change.destinationReplaced", QT_TRANSLATE_NOOP("meshdraft", "Route %1 goes to %3 instead of %2")},
    {"change.routeAdded", QT_TRANSLATE_NOOP("meshdraft", "Route %1 added: %2 → %3")},
    {"change.routeRemoved", QT_TRANSLATE_NOOP("meshdraft", "Route %1 removed: %2 → %3")},
    {"change.routeMoved",
     QT_TRANSLATE_NOOP("meshdraft", "Route %1 is tried at place %3 instead of %2; the first route that matches wins")},
    {"change.match", QT_TRANSLATE_NOOP("meshdraft", "Route %1 matches %3 instead of %2")},
    {"change.routeFieldChanged", QT_TRANSLATE_NOOP("meshdraft", "Route %1: %2 %3 → %4")},
    {"change.routeFieldAdded", QT_TRANSLATE_NOOP("meshdraft", "Route %1: %2 %3 added")},
    {"change.routeFieldRemoved", QT_TRANSLATE_NOOP("meshdraft", "Route %1: %2 %3 removed")},
    {"change.routeFieldMoved", QT_TRANSLATE_NOOP("meshdraft", "Route %1: %2 moved from place %3 to %4")},
    {"change.subsetAdded", QT_TRANSLATE_NOOP("meshdraft", "Subset %1 added (%2)")},
    {"change.subsetRemoved", QT_TRANSLATE_NOOP("meshdraft", "Subset %1 removed (%2)")},
    {"change.subsetFieldChanged", QT_TRANSLATE_NOOP("meshdraft", "Subset %1: %2 %3 → %4")},
    {"change.subsetFieldAdded", QT_TRANSLATE_NOOP("meshdraft", "Subset %1: %2 %3 added")},
    {"change.subsetFieldRemoved", QT_TRANSLATE_NOOP("meshdraft", "Subset %1: %2 %3 removed")},
    {"change.subsetFieldMoved", QT_TRANSLATE_NOOP("meshdraft", "Subset %1: %2 moved from place %3 to %4")},
    {"change.hostAdded", QT_TRANSLATE_NOOP("meshdraft", "Host %1 added")},
    {"change.hostRemoved", QT_TRANSLATE_NOOP("meshdraft", "Host %1 removed")},
    {"change.hostReplaced", QT_TRANSLATE_NOOP("meshdraft", "Host %2 instead of %1")},
    {"change.gatewayReplaced", QT_TRANSLATE_NOOP("meshdraft", "Gateway %2 instead of %1")},
    {"change.exportReplaced", QT_TRANSLATE_NOOP("meshdraft", "Exported to %2 instead of %1")},
    {"change.patchMoved",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Patch %1 is applied at place %2 now; patches are applied in their order, and a later one works "
                       "on what the earlier ones made")},
    {"change.gatewayAdded", QT_TRANSLATE_NOOP("meshdraft", "Gateway %1 added")},
    {"change.gatewayRemoved", QT_TRANSLATE_NOOP("meshdraft", "Gateway %1 removed")},
    {"change.exportAdded", QT_TRANSLATE_NOOP("meshdraft", "Also exported to %1")},
    {"change.exportRemoved", QT_TRANSLATE_NOOP("meshdraft", "No longer exported to %1")},
    {"change.fieldChanged", QT_TRANSLATE_NOOP("meshdraft", "%1: %2 → %3")},
    {"change.fieldAdded", QT_TRANSLATE_NOOP("meshdraft", "%1: %2 added")},
    {"change.fieldRemoved", QT_TRANSLATE_NOOP("meshdraft", "%1: %2 removed")},
    {"change.fieldMoved", QT_TRANSLATE_NOOP("meshdraft", "%1 moved from place %2 to %3")},

    // changes/conditionstatements.cpp.
    {"change.allowBoth",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Callers must now meet both: %1, and %2. Before, either of them was enough; calls that meet "
                       "only one are refused now")},
    {"change.allowAll",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Callers must now meet all of these at once: %1. Before, any one of them was enough; calls that "
                       "meet only some are refused now")},
    {"change.allowEither",
     QT_TRANSLATE_NOOP("meshdraft",
                       "It is enough for callers to meet one of two now: %1, or %2. Before, both were asked for; more "
                       "calls are let in")},
    {"change.allowAny",
     QT_TRANSLATE_NOOP("meshdraft",
                       "It is enough for callers to meet one of these now: %1. Before, all of them were asked for; "
                       "more calls are let in")},
    {"change.denyBoth",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Only calls that meet both are refused now: %1, and %2. Before, either of them was enough to be "
                       "refused; more calls are let in")},
    {"change.denyAll",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Only calls that meet all of these are refused now: %1. Before, any one of them was enough to "
                       "be refused; more calls are let in")},
    {"change.denyEither",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Calls that meet one of two are refused now: %1, or %2. Before, only those that met both were; "
                       "more calls are refused")},
    {"change.denyAny",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Calls that meet one of these are refused now: %1. Before, only those that met all of them "
                       "were; more calls are refused")},
    {"change.allowRuleGone", QT_TRANSLATE_NOOP("meshdraft", "The rule that let in calls with %1 is gone")},
    {"change.allowRuleNew", QT_TRANSLATE_NOOP("meshdraft", "A new rule lets in calls with %1")},
    {"change.allowEveryGone", QT_TRANSLATE_NOOP("meshdraft", "The rule that let in every call is gone")},
    {"change.allowEveryNew", QT_TRANSLATE_NOOP("meshdraft", "A new rule lets in every call")},
    {"change.denyRuleGone", QT_TRANSLATE_NOOP("meshdraft", "The rule that refused calls with %1 is gone")},
    {"change.denyRuleNew", QT_TRANSLATE_NOOP("meshdraft", "A new rule refuses calls with %1")},
    {"change.denyEveryGone", QT_TRANSLATE_NOOP("meshdraft", "The rule that refused every call is gone")},
    {"change.denyEveryNew", QT_TRANSLATE_NOOP("meshdraft", "A new rule refuses every call")},
    {"change.policyRuleGone", QT_TRANSLATE_NOOP("meshdraft", "The rule for calls with %1 is gone")},
    {"change.policyRuleNew", QT_TRANSLATE_NOOP("meshdraft", "A new rule is for calls with %1")},
    {"change.policyEveryGone", QT_TRANSLATE_NOOP("meshdraft", "The rule for every call is gone")},
    {"change.policyEveryNew", QT_TRANSLATE_NOOP("meshdraft", "A new rule is for every call")},
    {"change.policyBoth",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The policy is for calls that meet both now: %1, and %2. Before, either of them was enough")},
    {"change.policyAll",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The policy is for calls that meet all of these now: %1. Before, any one of them was enough")},
    {"change.policyEither",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The policy is for calls that meet one of two now: %1, or %2. Before, both were asked for")},
    {"change.policyAny",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The policy is for calls that meet one of these now: %1. Before, all of them were asked for")},
    {"change.matchBoth",
     QT_TRANSLATE_NOOP(
         "meshdraft", "Route %1 takes only requests that fit both now: %2, and %3. Before, either of them was enough")},
    {"change.matchAll",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "Route %1 takes only requests that fit all of these now: %2. Before, any one of them was enough")},
    {"change.matchEither",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Route %1 takes requests that fit one of two now: %2, or %3. Before, both were asked for")},
    {"change.matchAny",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Route %1 takes requests that fit one of these now: %2. Before, all of them were asked for")},
    // changes/egressstatements.cpp.
    {"change.egressAllAdded", QT_TRANSLATE_NOOP("meshdraft", "The proxies can now reach every service of the mesh")},
    {"change.egressNamespaceAdded",
     QT_TRANSLATE_NOOP("meshdraft", "The proxies can now reach every service of namespace %1")},
    {"change.egressHostAdded", QT_TRANSLATE_NOOP("meshdraft", "The proxies can now reach %1 of namespace %2")},
    {"change.egressAnyHostAdded", QT_TRANSLATE_NOOP("meshdraft", "The proxies can now reach %1 of any namespace")},
    {"change.egressAllRemoved",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The proxies no longer know every service of the mesh, only those that are listed")},
    {"change.egressNamespaceRemoved",
     QT_TRANSLATE_NOOP("meshdraft", "The proxies no longer know every service of namespace %1")},
    {"change.egressHostRemoved", QT_TRANSLATE_NOOP("meshdraft", "The proxies no longer know %1 of namespace %2")},
    {"change.egressAnyHostRemoved", QT_TRANSLATE_NOOP("meshdraft", "The proxies no longer know %1 of any namespace")},
    // changes/peerstatements.cpp.
    {"change.strictMesh",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "The workloads of the whole mesh now refuse plain text: callers without a proxy cannot connect any more")},
    {"change.strictNamespace",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "The workloads of namespace %1 now refuse plain text: callers without a proxy cannot connect any more")},
    {"change.strictSelected",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "The workloads that %1 selects now refuse plain text: callers without a proxy cannot connect any more")},
    {"change.permissiveMesh",
     QT_TRANSLATE_NOOP("meshdraft", "The workloads of the whole mesh now take plain text as well as mutual TLS")},
    {"change.permissiveNamespace",
     QT_TRANSLATE_NOOP("meshdraft", "The workloads of namespace %1 now take plain text as well as mutual TLS")},
    {"change.permissiveSelected",
     QT_TRANSLATE_NOOP("meshdraft", "The workloads that %1 selects now take plain text as well as mutual TLS")},
    {"change.plainMesh",
     QT_TRANSLATE_NOOP("meshdraft", "The workloads of the whole mesh now take plain text only, no mutual TLS")},
    {"change.plainNamespace",
     QT_TRANSLATE_NOOP("meshdraft", "The workloads of namespace %1 now take plain text only, no mutual TLS")},
    {"change.plainSelected",
     QT_TRANSLATE_NOOP("meshdraft", "The workloads that %1 selects now take plain text only, no mutual TLS")},
    // changes/subsetstatements.cpp.
    {"change.subsetRenamed", QT_TRANSLATE_NOOP("meshdraft", "Subset %1 is called %2 now; nothing uses the old name")},
    {"change.subsetHalfRenamed",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Subset %1 is called %2 now, but the old name is still used by %3: their requests fail (503) "
                       "until they use the new one")},
    {"change.subsetStillUsed",
     QT_TRANSLATE_NOOP("meshdraft", "Subset %1 is gone, but still used by %2: their requests fail (503)")},
    // changes/trafficstatements.cpp.
    {"change.traffic", QT_TRANSLATE_NOOP("meshdraft", "%1 % of %2 moves from %3 to %4")},
    {"change.trafficWith", QT_TRANSLATE_NOOP("meshdraft", "%1 % of %2 with %3 moves from %4 to %5")},
    {"change.trafficOnlyWith", QT_TRANSLATE_NOOP("meshdraft", "%1 % of the requests with %2 move from %3 to %4")},
    {"change.trafficAll", QT_TRANSLATE_NOOP("meshdraft", "%1 % of the requests to %2 move from %3 to %4")},
    {"change.retriesOver",
     QT_TRANSLATE_NOOP("meshdraft", "Route %1: retries can now take %2 of a timeout of %3; the last ones are cut off")},
    {"change.retriesFit", QT_TRANSLATE_NOOP("meshdraft", "Route %1: retries fit into the timeout now: %2 of %3")},

    // Subjects of commits: workspace/summary.cpp.
    {"subject.move", QT_TRANSLATE_NOOP("meshdraft", "Move %1 % of %2 from %3 to %4")},
    {"subject.split", QT_TRANSLATE_NOOP("meshdraft", "Split %1 %2")},
    {"subject.resplit", QT_TRANSLATE_NOOP("meshdraft", "Change the split of %1")},
    {"subject.added", QT_TRANSLATE_NOOP("meshdraft", "Add %1 %2")},
    {"subject.removed", QT_TRANSLATE_NOOP("meshdraft", "Remove %1 %2")},
    {"subject.moved", QT_TRANSLATE_NOOP("meshdraft", "Move %1 %2 to another file")},
    {"subject.renamed", QT_TRANSLATE_NOOP("meshdraft", "Rename %1 %2 to %3")},
    {"subject.text", QT_TRANSLATE_NOOP("meshdraft", "Tidy the text of %1 %2")},
    {"subject.modified", QT_TRANSLATE_NOOP("meshdraft", "Change %1 %2")},
    {"subject.several", QT_TRANSLATE_NOOP("meshdraft", "Change %1 resources in %2")},
    {"subject.many", QT_TRANSLATE_NOOP("meshdraft", "Change %1 resources")},
    {"subject.none", QT_TRANSLATE_NOOP("meshdraft", "Change the mesh")},
});

} // namespace

std::span<const Words> changeWords()
{
    return table;
}

} // namespace meshdraft::workspace
