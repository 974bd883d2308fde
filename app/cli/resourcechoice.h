// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/commandline.h"

namespace meshdraft::cli {

/// The resources of the snapshot that carry a name, duplicates included; `ns` empty: of any namespace.
std::vector<mesh::ResourcePtr> resourcesNamed(const workspace::Snapshot& snapshot, const ResourceName& name,
                                              const std::string& ns);

/// The one resource that is meant; complains when there is none or more than one.
mesh::ResourcePtr chooseResource(const workspace::Snapshot& snapshot, const ResourceName& name, const std::string& ns);

} // namespace meshdraft::cli
