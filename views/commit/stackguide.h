// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/canaryplan.h"
#include "models/mesh/resourcekey.h"

#include <vector>

class QString;
class QWidget;

namespace meshdraft::git {
struct StackCommit;
}

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class MessageBar;
class Theme;

/// Opens the dialog that makes stacked branches of the pending changes. What was made is said in `bar`, where all of it
/// can be pushed or taken back; both outlive the dialog.
void openStack(const Theme& theme, workspace::Workspace& workspace, MessageBar& bar);
/// The same for a canary plan; `from` stands in the window whose bar says what was made.
void openStack(const Theme& theme, workspace::Workspace& workspace, const QWidget& from, const mesh::ElementRef& route,
               const changes::CanaryPlan& plan);
/// Adds Push and Undo to what the bar says of branches that were made; `name` begins the names of the buttons.
void addPushAndUndo(workspace::Workspace& workspace, MessageBar& bar, const std::vector<git::StackCommit>& made,
                    const QString& name);

} // namespace meshdraft::views
