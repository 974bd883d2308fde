// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"

namespace meshdraft::mesh {

/// The resources that a file holds now (none: the file is gone).
struct FileResources {
    std::string path;
    std::vector<ResourcePtr> resources; ///< in file order
};

/// A graph in which some files hold something else, and what that has changed.
struct GraphUpdate {
    MeshGraphPtr graph;
    std::vector<ResourceIndex> changed; ///< resources of these files, and those whose references were resolved anew
    /// Of `changed`: those that say what they said and ask what they asked, and stand elsewhere in their file at most.
    std::vector<ResourceIndex> moved;
    std::vector<ResourceIndex> removed; ///< numbers that hold no resource any more
    std::vector<Lookup> answers; ///< questions that have another answer now: whoever asked them must look again
};

/// The graph with these files replaced. It equals the graph that MeshGraph::build makes of the same resources but for
/// the numbers of resources; the cost follows the files and what depends on them, not the graph.
GraphUpdate updateGraph(const MeshGraphPtr& graph, std::vector<FileResources> files);

} // namespace meshdraft::mesh
