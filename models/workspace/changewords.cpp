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
    {"change.weight", QT_TRANSLATE_NOOP("meshdraft", "Route %1: %2 %3 → %4")},
    {"change.destinationAdded", QT_TRANSLATE_NOOP("meshdraft", "Route %1: destination %2 added with weight %3")},
    {"change.destinationRemoved", QT_TRANSLATE_NOOP("meshdraft", "Route %1: destination %2 removed (weight %3)")},
    {"change.destinationReplaced", QT_TRANSLATE_NOOP("meshdraft", "Route %1 goes to %3 instead of %2")},
    {"change.routeAdded", QT_TRANSLATE_NOOP("meshdraft", "Route %1 added: %2 → %3")},
    {"change.routeRemoved", QT_TRANSLATE_NOOP("meshdraft", "Route %1 removed: %2 → %3")},
    {"change.routeMoved", QT_TRANSLATE_NOOP("meshdraft", "Route %1 is tried at place %3 instead of %2")},
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
    {"change.gatewayAdded", QT_TRANSLATE_NOOP("meshdraft", "Gateway %1 added")},
    {"change.gatewayRemoved", QT_TRANSLATE_NOOP("meshdraft", "Gateway %1 removed")},
    {"change.exportAdded", QT_TRANSLATE_NOOP("meshdraft", "Also exported to %1")},
    {"change.exportRemoved", QT_TRANSLATE_NOOP("meshdraft", "No longer exported to %1")},
    {"change.fieldChanged", QT_TRANSLATE_NOOP("meshdraft", "%1: %2 → %3")},
    {"change.fieldAdded", QT_TRANSLATE_NOOP("meshdraft", "%1: %2 added")},
    {"change.fieldRemoved", QT_TRANSLATE_NOOP("meshdraft", "%1: %2 removed")},
    {"change.fieldMoved", QT_TRANSLATE_NOOP("meshdraft", "%1 moved from place %2 to %3")},

    // Subjects of commits: workspace/summary.cpp.
    {"subject.move", QT_TRANSLATE_NOOP("meshdraft", "Move %1 % of %2 from %3 to %4")},
    {"subject.split", QT_TRANSLATE_NOOP("meshdraft", "Split %1 %2")},
    {"subject.resplit", QT_TRANSLATE_NOOP("meshdraft", "Change the split of %1")},
    {"subject.added", QT_TRANSLATE_NOOP("meshdraft", "Add %1 %2")},
    {"subject.removed", QT_TRANSLATE_NOOP("meshdraft", "Remove %1 %2")},
    {"subject.moved", QT_TRANSLATE_NOOP("meshdraft", "Move %1 %2 to another file")},
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
