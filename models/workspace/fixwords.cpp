// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/wordtable.h"

#include <QtGlobal>

#include <array>

namespace meshdraft::workspace {

namespace {

constexpr auto table = std::to_array<Words>({
    // checks/fixes: titles, imperative and without a full stop.
    {"fix.annotation.remove", QT_TRANSLATE_NOOP("meshdraft", "Remove the annotation %1")},
    {"fix.annotation.rename", QT_TRANSLATE_NOOP("meshdraft", "Rename %1 to %2")},
    {"fix.annotation.toLabel", QT_TRANSLATE_NOOP("meshdraft", "Make %1 a label")},
    {"fix.annotation.toPods", QT_TRANSLATE_NOOP("meshdraft", "Move %1 to the pod template")},
    {"fix.duplicate.remove",
     QT_TRANSLATE_NOOP("meshdraft", "Remove this copy of %1 %2, which says the same as the one at %3")},
    {"fix.field.remove", QT_TRANSLATE_NOOP("meshdraft", "Remove %1")},
    {"fix.field.rename", QT_TRANSLATE_NOOP("meshdraft", "Rename %1 to %2")},
    {"fix.gateway.use", QT_TRANSLATE_NOOP("meshdraft", "Use the gateway %2 instead of %1")},
    {"fix.host.use", QT_TRANSLATE_NOOP("meshdraft", "Write %2 instead of %1")},
    {"fix.item.remove", QT_TRANSLATE_NOOP("meshdraft", "Remove the second %1")},
    {"fix.label.keep", QT_TRANSLATE_NOOP("meshdraft", "Keep the label %1 alone")},
    {"fix.label.set", QT_TRANSLATE_NOOP("meshdraft", "Label %2 with %1")},
    {"fix.match.remove", QT_TRANSLATE_NOOP("meshdraft", "Remove match %1 of route %2")},
    {"fix.name.use", QT_TRANSLATE_NOOP("meshdraft", "Use %2 instead of %1")},
    {"fix.patch.after", QT_TRANSLATE_NOOP("meshdraft", "Set priority %1: patch after all others")},
    {"fix.patch.before", QT_TRANSLATE_NOOP("meshdraft", "Set priority %1: patch before all others")},
    {"fix.patch.operation", QT_TRANSLATE_NOOP("meshdraft", "Use the operation %2 instead of %1")},
    {"fix.port.add", QT_TRANSLATE_NOOP("meshdraft", "Send it to port %1 of %2")},
    {"fix.port.name", QT_TRANSLATE_NOOP("meshdraft", "Name port %1 %2")},
    {"fix.port.protocol", QT_TRANSLATE_NOOP("meshdraft", "Say that port %1 speaks %2 (appProtocol)")},
    {"fix.port.use", QT_TRANSLATE_NOOP("meshdraft", "Use port %2 instead of %1")},
    {"fix.provider.add", QT_TRANSLATE_NOOP("meshdraft", "Log with the provider %1")},
    {"fix.resource.remove", QT_TRANSLATE_NOOP("meshdraft", "Remove %1 %2")},
    {"fix.route.before", QT_TRANSLATE_NOOP("meshdraft", "Move route %1 before route %2")},
    {"fix.route.last", QT_TRANSLATE_NOOP("meshdraft", "Move the route without a match to the end")},
    {"fix.route.remove", QT_TRANSLATE_NOOP("meshdraft", "Remove route %1")},
    {"fix.selector.use", QT_TRANSLATE_NOOP("meshdraft", "Select %2 instead of %1")},
    {"fix.subset.add", QT_TRANSLATE_NOOP("meshdraft", "Add the subset %1 (%3) to the DestinationRule for %2")},
    {"fix.subset.addGuess",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Add the subset %1 (%3, which no pod in these files has) to the DestinationRule for %2")},
    {"fix.subset.rule", QT_TRANSLATE_NOOP("meshdraft", "Create a DestinationRule for %2 with the subset %1 (%3)")},
    {"fix.subset.use", QT_TRANSLATE_NOOP("meshdraft", "Use the subset %2 instead of %1")},
    {"fix.value.list", QT_TRANSLATE_NOOP("meshdraft", "Make a list of %1")},
    {"fix.value.quote", QT_TRANSLATE_NOOP("meshdraft", "Put %1 in quotes")},
    {"fix.value.unquote", QT_TRANSLATE_NOOP("meshdraft", "Take %1 out of its quotes")},
    {"fix.value.use", QT_TRANSLATE_NOOP("meshdraft", "Write %2 instead of %1")},
    {"fix.weights.even", QT_TRANSLATE_NOOP("meshdraft", "Share evenly: %1")},
    {"fix.weights.scale", QT_TRANSLATE_NOOP("meshdraft", "Scale %1 to %2")},
});

} // namespace

std::span<const Words> fixWords()
{
    return table;
}

} // namespace meshdraft::workspace
