// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

namespace meshdraft::changes {

/// Makes one change of each removed and added resource that are the same but for name and namespace. Resources that say
/// nothing besides their metadata (a Namespace, a ServiceAccount) are never taken for one another.
void joinRenames(std::vector<ResourceChange>& changes);

} // namespace meshdraft::changes
