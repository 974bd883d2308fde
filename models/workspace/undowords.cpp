// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/wordtable.h"

#include <QCoreApplication>

#include <array>

namespace meshdraft::workspace {
namespace {

constexpr auto table = std::to_array<Words>({
    // Histories of meaning: meshhistory.h.
    {"history.noSuchResource", QT_TRANSLATE_NOOP("meshdraft", "No commit here has %1 %2.")},

    // Planning a rollback: rollbackplan.h.
    {"rollback.notInHistory",
     QT_TRANSLATE_NOOP("meshdraft", "HEAD does not hold %1, so there is nothing to take back here.")},
    {"rollback.nothing", QT_TRANSLATE_NOOP("meshdraft", "HEAD is already as it was before: nothing is to be done.")},
    {"rollback.noResource", QT_TRANSLATE_NOOP("meshdraft", "The change does not touch %1 %2.")},
    {"rollback.noRoute", QT_TRANSLATE_NOOP("meshdraft", "The change does not touch a route %1.")},
    {"rollback.undecided",
     QT_TRANSLATE_NOOP("meshdraft", "Later commits changed the same places (%1). Decide each of them first.")},
    {"rollback.overlap",
     QT_TRANSLATE_NOOP("meshdraft", "A later commit changed the same place: %1, field %2. Choose what shall hold.")},
    {"rollback.lines", QT_TRANSLATE_NOOP("meshdraft", "A later commit changed the same lines of this file.")},
    {"rollback.gone", QT_TRANSLATE_NOOP("meshdraft", "A later commit removed this file.")},
    {"rollback.exists", QT_TRANSLATE_NOOP("meshdraft", "Another file stands in the place where this one was.")},
    {"rollback.special",
     QT_TRANSLATE_NOOP("meshdraft", "This is a symbolic link or a submodule: take it back with git itself.")},
    {"rollback.binary", QT_TRANSLATE_NOOP("meshdraft", "A later commit changed this file, too, and it is no text.")},

    // Why a way to mend is not offered: rollbackoffers.h.
    {"mend.stillRefused", QT_TRANSLATE_NOOP("meshdraft", "It does not give every lost request back: %1")},
    {"mend.opens", QT_TRANSLATE_NOOP("meshdraft", "It would let in what was refused before the change: %1")},
    {"mend.loses", QT_TRANSLATE_NOOP("meshdraft", "It would lose another request: %1")},

    // Emergency records: emergency.h.
    {"emergency.unreadable",
     QT_TRANSLATE_NOOP("meshdraft", "This is no emergency record that can be read; it may be an open one.")},
});

} // namespace

std::span<const Words> undoWords()
{
    return table;
}

} // namespace meshdraft::workspace
