// SPDX-License-Identifier: Apache-2.0
// What `analyze` writes: quick fixes and the baseline.
#pragma once

#include "app/cli/commandline.h"

#include <set>
#include <string>
#include <vector>

namespace meshdraft::cli {

/// Options --fix, --dry-run and --write-baseline.
void addWritingOptions(QCommandLineParser& parser);
/// What is wrong with them; empty where nothing is.
QString wrongWritingOptions(const QCommandLineParser& parser);

/// What became of one target.
struct Written {
    bool isFine = true; ///< false: something could not be written (printed)
    std::vector<workspace::SnapshotPtr> after; ///< every environment as it is now
};

/// `--fix`: applies the certain fixes in one environment after another and writes the files, or with `isDryRun` prints
/// the difference to standard output. What was done goes to standard output, else to standard error.
Written fixFindings(const std::vector<workspace::SnapshotPtr>& snapshots, const std::set<std::string>& codes,
                    bool isDryRun);

/// `--write-baseline`: what is found now, in the place of what the baseline has of these environments.
Written writeBaseline(const std::vector<workspace::SnapshotPtr>& snapshots);

} // namespace meshdraft::cli
