// SPDX-License-Identifier: Apache-2.0
// Whether something is there that a resource only names: a namespace, an account.
#pragma once

#include "models/mesh/meshgraph.h"

#include <string>
#include <string_view>

namespace meshdraft::checks {

enum class Presence : std::uint8_t { There, Missing, Unknown };

/// Whether a name is another one but for one letter too many, too few, or wrong, or two that changed places.
bool isSlipOf(std::string_view written, std::string_view meant);

/// A namespace by its exact name. Missing is certain where the files hold Namespaces; `default` and the system's own
/// are always there.
Presence presenceOfNamespace(const mesh::MeshGraph& graph, std::string_view ns, mesh::Lookups* asked);

/// A ServiceAccount that `from` names. It is there if an object, a workload that runs under it, or a Gateway whose pods
/// Istio makes says so. Accounts come with the application of the caller, often from elsewhere: Missing is certain
/// where the name is that of another account of the namespace but for a slip, and no account's namespace is open.
Presence presenceOfAccount(const mesh::MeshGraph& graph, const mesh::Resource& from, std::string_view ns,
                           std::string_view name, mesh::Lookups* asked);

} // namespace meshdraft::checks
