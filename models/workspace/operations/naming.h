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

} // namespace meshdraft::workspace
