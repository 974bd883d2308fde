// SPDX-License-Identifier: Apache-2.0
// What mends a finding. docs/quick-fixes.md lists them.
#pragma once

#include "models/checks/finding.h"
#include "models/source/change.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::checks {

/// How sure a fix is.
enum class Certainty : std::uint8_t {
    Certain, ///< there is one way to mend it, and no traffic that flows today goes elsewhere: `analyze --fix` takes it
    Choice, ///< one of several, or something that only people know: offered, never taken unasked
};

/// Changes of one resource; their nodes are those of its document in the graph that the fix was made for.
struct FixPart {
    mesh::ElementRef resource;
    std::vector<source::Change> changes;
};

/// A new resource behind the last document of a file.
struct FixAddition {
    std::string path;
    source::NewValue value; ///< the whole mapping, apiVersion first
};

/// One way to mend a finding, not planned yet: workspace/fixes.h makes splices of it and tries it.
struct Fix {
    std::string id; ///< of its title, "fix.subset.add"
    std::vector<std::string> args;
    Certainty certainty = Certainty::Choice;
    std::vector<FixPart> parts;
    std::vector<FixAddition> additions;
    std::vector<mesh::ElementRef> removals; ///< whole resources
};

/// The ways to mend a finding, the likeliest first; empty where none is known. `finding` is one of this graph.
std::vector<Fix> fixesFor(const Finding& finding, const mesh::MeshGraph& graph, const mesh::FileSet& files);

/// What a fixer gets: the finding, and where it stands.
struct FixContext {
    const Finding& finding;
    const mesh::MeshGraph& graph;
    const mesh::FileSet& files;
    const mesh::Resource& resource;
    source::NodeRef node; ///< what the finding's field leads to; the resource's root where it has none
    bool isUnknown = false; ///< files cannot tell that it is wrong: nothing that mends it is certain

    std::string_view arg(std::size_t index) const;
    source::NodeRef spec() const { return resource.rootNode()["spec"]; }
};

/// Makes the fixes for findings with one message.
struct Fixer {
    std::string_view message; ///< id of a finding's sentence, without ".unknown"
    std::vector<std::string_view> codes; ///< that findings with this message have
    std::vector<std::string_view> ids; ///< of the fixes that it may make
    void (*make)(const FixContext& context, std::vector<Fix>& fixes) = nullptr;
};

/// Every fixer, sorted by message; one a message.
const std::vector<Fixer>& allFixers();

} // namespace meshdraft::checks
