// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/environment.h"
#include "models/mesh/kustomization.h"

#include <vector>

namespace meshdraft::mesh {

/// Notes in `environments` who deploys them, and adds those of directories that only Argo CD or Flux make one. A plain
/// directory then holds what is taken of it; the repository itself (".") stays whole.
void addDeliveries(const FileSet& files, const RemoteUrls& remotes, const Kustomizations& kustomizations,
                   std::vector<Environment>& environments);

} // namespace meshdraft::mesh
