// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QByteArray>
#include <QString>

namespace meshdraft::cli {

/// Findings of one or several environments, as `analyze` prints them.
struct Report {
    struct Item {
        std::string environment;
        checks::Finding finding;
    };
    std::vector<Item> items;
    std::uint32_t files = 0;
    std::uint32_t documents = 0;
    std::uint32_t resources = 0;
    std::uint32_t skipped = 0;

    void add(const workspace::Snapshot& snapshot, std::vector<checks::Finding> findings);
    /// True when a finding has this severity or a worse one; `unknown` never counts.
    bool hasAtLeast(checks::Severity severity) const;
};

/// A format of `--format`.
struct FindingFormat {
    const char* name;
    QByteArray (*write)(const Report& report);
};

/// The format called `name`; null when there is none.
const FindingFormat* formatNamed(const QString& name);

/// The environment that a PATH argument means: the path relative to the repository that holds it. `repository` is
/// given (paths are then relative to it) or empty (found from the path); `found` is the directory to open.
std::string environmentOfPath(const QString& path, const QString& repository, QString& found);

} // namespace meshdraft::cli
