// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

namespace meshdraft::checks {

/// What files cannot tell, said of an environment that states that they hold everything (`complete: true` of
/// .meshdraft.yaml): the finding becomes the one that says it is not there. False, and nothing changed, where it stays
/// open all the same: a name that is filled in later, or something that Kubernetes or Istio's installation brings.
bool settle(Finding& finding);

} // namespace meshdraft::checks
