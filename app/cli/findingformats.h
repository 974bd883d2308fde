// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/findingfixes.h"
#include "models/workspace/snapshot.h"

#include <QByteArray>
#include <QString>

#include <set>

namespace meshdraft::cli {

/// Findings of one or several environments, as `analyze` prints them.
struct Report {
    struct Item {
        std::string environment;
        checks::Finding finding;
        Location end; ///< behind the last character; line 0: not known
        std::vector<PlannedFix> fixes;
    };
    struct Suppressed {
        std::string environment;
        checks::SuppressedFinding kept;
    };
    std::vector<Item> items;
    std::vector<Suppressed> suppressed; ///< kept back, with the reason
    std::uint32_t files = 0;
    std::uint32_t documents = 0;
    std::uint32_t resources = 0;
    std::uint32_t skipped = 0;

    /// Findings with these codes (none: all); `withFixes`: what mends them is planned, too.
    void add(const workspace::Snapshot& snapshot, const std::set<std::string>& codes, bool withFixes);
    /// True when a finding has this severity or a worse one; `unknown` never counts.
    bool hasAtLeast(checks::Severity severity) const;
};

/// A format of `--format`.
struct FindingFormat {
    const char* name;
    QByteArray (*write)(const Report& report);
    bool hasFixes = false; ///< says how findings can be mended
};

/// The format called `name`; null when there is none.
const FindingFormat* formatNamed(const QString& name);

/// "VirtualService shop/reviews"; empty for a finding about a file.
QString resourceText(const mesh::ElementRef& element);

} // namespace meshdraft::cli
