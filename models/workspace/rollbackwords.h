// SPDX-License-Identifier: Apache-2.0
// What rollbacks say to people.
#pragma once

#include "models/workspace/rollbackoffers.h"
#include "models/workspace/rollbackplan.h"

#include <QString>

namespace meshdraft::workspace {

/// The message of a rollback's commit: `Revert "SUBJECT"`, and the commits that it takes back.
QString rollbackMessage(const RollbackPlan& plan);

/// "rollback/" with the short id of the commit that is taken back, else of the one that is gone back to.
QString rollbackBranch(const RollbackPlan& plan);

/// "VirtualService shop/reviews".
QString resourceTitle(const mesh::ResourceKey& key);
/// "Everything", "Namespace shop", "VirtualService shop/reviews, route main".
QString scopeText(const RollbackScope& scope);
/// "Delete AuthorizationPolicy shop/deny": short and imperative.
QString mendText(MendKind kind, const mesh::ResourceKey& subject);

} // namespace meshdraft::workspace
