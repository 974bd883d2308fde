// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/document.h"

#include <map>
#include <string>

namespace meshdraft::mesh {

/// A value read from YAML and the node that holds it (noNode: absent in the file).
template <typename T> struct Field {
    T value{};
    source::NodeId node = source::noNode;

    bool isPresent() const { return node != source::noNode; }
};

using Labels = std::map<std::string, std::string, std::less<>>;

} // namespace meshdraft::mesh
