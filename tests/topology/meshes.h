// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"
#include "models/mesh/meshgraph.h"
#include "models/topology/layout.h"

#include <string>
#include <utility>
#include <vector>

namespace meshdraft::test {

/// A mesh from YAML texts, each with its path.
mesh::MeshGraphPtr meshFrom(const std::vector<std::pair<std::string, std::string>>& files);
mesh::MeshGraphPtr meshFrom(const std::string& yaml);

/// Findings of the real checks on such files.
checks::Findings findingsIn(const std::vector<std::pair<std::string, std::string>>& files);

/// YAML of a shop: a gateway, a split with three subsets, a mirror to a subset that does not exist, TCP, two
/// namespaces, something outside. `before`: as it was before the third subset and the preview route came.
std::string shop(bool before = false);

/// Every character 7 px wide.
class FixedMeasure : public topology::TextMeasure {
public:
    double width(const std::string& text, Role role) const override;
};

/// A random topology of about `nodes` nodes: namespaces, tables, routes, cards, workloads, dangling and crossing edges.
topology::Topology randomTopology(unsigned seed, int nodes);

const topology::Node* findNode(const topology::Topology& topology, topology::NodeType type, std::string_view title);
std::vector<const topology::Edge*> edgesOf(const topology::Topology& topology, topology::EdgeType type);

} // namespace meshdraft::test
