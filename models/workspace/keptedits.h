// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/journalformat.h"

#include <QDateTime>

namespace meshdraft::workspace {

/// A file with pending edits when its session ended.
struct KeptFile {
    std::string path;
    std::string base; ///< what it held on disk
    std::string current; ///< with the edits
};

/// One undo step; the steps of a drag are one.
struct KeptStep {
    QString text;
    source::Edit edit;
};

/// What a session left behind that ended with pending edits.
struct KeptEdits {
    QString journal; ///< the file; the name by which it is restored or discarded
    journal::Header header;
    QDateTime last; ///< when the last edit was made
    std::vector<KeptFile> files;
    std::vector<KeptStep> steps; ///< empty where only the outcome is known
    std::size_t done = 0; ///< steps in front that count; the others had been undone
    std::vector<std::string> notKept; ///< edited files that hold Secrets
    std::vector<std::string> changedSince; ///< of `files`: those that hold something else on disk than `base` now

    /// Edits for people: undo steps, or files where there are none.
    std::size_t count() const { return done > 0 ? done : files.size(); }
    bool isEmpty() const { return files.empty() && notKept.empty(); }
};

/// What the bytes of a journal say; nothing when it is none, or one of another version.
std::optional<KeptEdits> readJournal(std::string_view bytes);

/// The journals of sessions that have ended, newest first; with `workTree` those of one repository. What holds nothing
/// is removed on the way. Reads every one of them whole, and the files that they speak of.
std::vector<KeptEdits> keptEdits(const QString& directory, const QString& workTree = {});

/// All edits as `git apply` takes them.
std::string keptPatch(const KeptEdits& kept);

/// Errors: "journal.gone", "journal.inUse" (args: path).
Expected<void> discardKept(const QString& journal);

/// The bytes of a journal in which only these files of `kept` are left.
QByteArray journalOf(const KeptEdits& kept, const std::vector<std::string>& paths);

} // namespace meshdraft::workspace
