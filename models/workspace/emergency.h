// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/commit.h"
#include "models/mesh/fileset.h"

#include <QDateTime>
#include <QString>

#include <functional>

namespace meshdraft::workspace {

/// A change that went past the pull request: what was done, and until when the pull request has to follow. Stands in
/// the repository, so that everybody sees it until it is closed.
struct EmergencyRecord {
    static constexpr int hours = 24;
    static constexpr std::string_view directory = ".meshdraft/emergency";

    std::string path; ///< in the repository
    QDateTime opened; ///< UTC
    QDateTime deadline;
    QString who;
    QString what;
    QString base; ///< object ids of the commits that the change leads from and to
    QString head;
    std::vector<std::string> resources; ///< "VirtualService shop/reviews"
    bool isOpen = true;

    /// Whole hours until the deadline; negative when it has passed.
    int hoursLeft(const QDateTime& now) const;
};

/// The text of a record's file.
std::string recordText(const EmergencyRecord& record);
/// ".meshdraft/emergency/2026-03-01-SLUG.yaml", another one where `taken` says that there is such a file.
std::string recordPath(const EmergencyRecord& record, const std::function<bool(const std::string&)>& taken);
/// Writes a new record into the working tree and fills in its path and deadline. Errors: those of git::saveFiles.
Expected<void> writeRecord(const git::Repository& repository, EmergencyRecord& record);
/// Marks a record as closed, the rest of its file as it is. Errors: "emergency.unreadable" (args: path), those of
/// git::saveFiles.
Expected<void> closeRecord(const git::Repository& repository, const std::string& path);

struct EmergencyRecords {
    std::vector<EmergencyRecord> open; ///< the one with the nearest deadline first
    std::vector<Error> errors; ///< "emergency.unreadable" (args: path), located: such a file counts as a warning, never
                               ///< as closed
};

/// Reads the records of a repository's files.
EmergencyRecords openRecords(const mesh::FileSet& files);
/// The same of the working tree: reads that directory only.
EmergencyRecords openRecords(const git::Repository& repository);

} // namespace meshdraft::workspace
