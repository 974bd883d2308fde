// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resourcekey.h"

#include <optional>
#include <string>
#include <string_view>

namespace meshdraft::workspace {

/// True for what Kubernetes takes as metadata.name: a DNS subdomain of at most 253 characters.
bool isResourceName(std::string_view name);

/// A text that names a resource, with another name in it: "name", "ns/name", "name.ns", a host of a Service, an entry
/// of a Sidecar's egress. `ns`: of the resource that the text stands in. Nothing when the text names it in no such way
/// (a wildcard, a host of a ServiceEntry).
std::optional<std::string> renamedReference(std::string_view text, const mesh::ResourceKey& key, std::string_view ns,
                                            const std::string& name);

/// A name and what stands around it, before and after things went to another namespace.
struct NamespaceMove {
    std::string_view from; ///< of the resource that the text stands in
    std::string_view fromAfter;
    std::string_view target; ///< of what the text names
    std::string_view targetAfter;
};

/// How a name without a namespace is made full.
enum class NameForm : std::uint8_t {
    Host, ///< "name.ns.svc.cluster.local"
    Path, ///< "ns/name"
};

/// A text that names a resource, so that it names the same one after the move. A short name stays short where both are
/// in one namespace. Nothing when it need not change.
std::optional<std::string> movedReference(std::string_view text, const NamespaceMove& move, NameForm form);

} // namespace meshdraft::workspace
