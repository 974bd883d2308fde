// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resource.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::mesh {

/// Who a resource in a file is, without its body: all that environments need to know.
struct Identity {
    source::NodeRef root;
    std::string apiVersion;
    std::string group;
    std::string kind;
    std::string ns;
    std::string name;
    std::uint32_t document = 0; ///< Document::index
    std::uint32_t item = 0;
    bool namespaceIsWritten = true;

    /// group, kind, namespace and name in one string, for sets of them.
    std::string key() const;
};

/// The resources of a parsed file in order: lists expanded, documents without kind or name and Kustomize's own files
/// left out. Cheap beside parsing.
std::vector<Identity> identitiesIn(const source::ParsedText& text, std::string_view defaultNamespace);

} // namespace meshdraft::mesh
