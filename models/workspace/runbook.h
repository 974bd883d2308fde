// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/deliveryguards.h"
#include "models/workspace/emergency.h"
#include "models/workspace/rollbackplan.h"

namespace meshdraft::workspace {

/// A change that has to be made by hand, past the pull request, and all that its runbook says.
struct Runbook {
    QString base; ///< object ids of the commits that it leads from and to
    QString head;
    std::vector<git::HistoryEntry> commits; ///< along the first parents, the newest first
    Review review; ///< from base to head
    std::vector<DeliveryGuard> guards;
    std::vector<std::string> owners; ///< of the changed files, as CODEOWNERS of the base names them
    QString upstream; ///< "origin/main": where the pull request goes; empty: not known
    std::optional<EmergencyRecord> record;
};

/// Reads what it takes for the change from one revision to another. Errors: those of openComparison and git::log.
Expected<Runbook> readRunbook(const git::Repository& repository, const QString& base, const QString& head,
                              const std::string& environment, const std::shared_ptr<ParseCache>& cache,
                              const std::stop_token& stop = {});

/// The record of its emergency, open from `now` on; `who` does it.
EmergencyRecord recordOf(const Runbook& runbook, const QString& who, const QDateTime& now);

/// The runbook as Markdown: whom to tell, what stops the sync, kubectl for exactly these resources in their order
/// (server-side dry run first), how to check it, the way back, and the pull request that follows. Text from the
/// repository stands in code spans and blocks that it cannot leave, and quoted in commands; what has no name that
/// Kubernetes could have given gets no command.
QString runbookMarkdown(const Runbook& runbook);

/// The kubectl commands that bring one change about, with or without a dry run; empty where there is none that could be
/// copied safely, or where the resource is a Secret.
QString kubectlCommands(const changes::ResourceChange& change, bool isDryRun);

} // namespace meshdraft::workspace
