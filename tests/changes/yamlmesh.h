// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"
#include "models/source/parsedtext.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace meshdraft::tests {

/// The graph of some files given as path and text.
inline mesh::MeshGraphPtr graphOf(const std::vector<std::pair<std::string, std::string>>& files)
{
    std::vector<mesh::ResourcePtr> resources;
    for (const auto& [path, yaml] : files) {
        const auto read = mesh::readResources("test", path, source::parseText(yaml), "default");
        resources.insert(resources.end(), read.begin(), read.end());
    }
    return mesh::MeshGraph::build("test", std::move(resources));
}

inline mesh::MeshGraphPtr graphOf(const std::string& yaml)
{
    return graphOf({{"mesh.yaml", yaml}});
}

/// A text with one place replaced; the test fails when the place is not there.
inline std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        qFatal("the text to replace is missing: %s", from.c_str());
    return text.replace(at, from.size(), to);
}

} // namespace meshdraft::tests
