// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"

#include <string>
#include <vector>

namespace meshdraft::changes {

enum class Operation : std::uint8_t { Added, Removed, Modified, Moved, Renamed };
enum class Tier : std::uint8_t { None, Low, Medium, High };
/// "added" ... "renamed" and "none", "low", "medium", "high": the spelling of the command line.
std::string_view operationName(Operation operation);
std::string_view tierName(Tier tier);

/// One field that differs. Values are the scalar or, for added and removed parts, the YAML text; those of a Secret are
/// hidden.
struct FieldChange {
    Operation operation = Operation::Modified;
    mesh::FieldPath path; ///< in the new resource (in the old one when removed)
    std::string oldValue;
    std::string newValue;
    source::ByteRange oldRange; ///< in the old file; empty when added
    source::ByteRange newRange;
};

/// Why a change has its tier: the rule of resources/risk that it met and the words of its reason.
struct Reason {
    std::string rule; ///< "split-weight-changed"
    Tier tier = Tier::None;
    std::string message; ///< id of the sentence
    std::vector<std::string> args;
};

/// One sentence of what a change means, for example "route default: v1 90 -> 80".
struct Statement {
    Operation operation = Operation::Modified;
    mesh::ElementRef element; ///< what to select
    std::string message;
    std::vector<std::string> args;
};

/// One resource that differs between two graphs.
struct ResourceChange {
    Operation operation = Operation::Modified; ///< Moved: to another file; Renamed: same contents, name or namespace
                                               ///< another (and perhaps the file)
    mesh::ResourcePtr before; ///< null when added
    mesh::ResourcePtr after; ///< null when removed
    std::vector<FieldChange> fields; ///< empty: formatting, comments or an order without effect only
    std::vector<mesh::FieldPath> reordered; ///< lists in another order that has no effect
    std::vector<Statement> statements;
    Tier tier = Tier::None;
    std::vector<Reason> reasons; ///< highest first
};

/// What happened to a resource, finer than its operation.
enum class ChangeKind : std::uint8_t {
    Added,
    Removed,
    Modified,
    Moved, ///< to another file, nothing else
    Renamed, ///< same contents, another name or namespace
    Reordered, ///< items of lists that are tried or applied in their order, nothing else
    ReorderedFreely, ///< items of lists whose order has no effect, nothing else
    Text, ///< formatting or comments only
};
ChangeKind kindOf(const ResourceChange& change);
/// "added" ... "renamed", "reordered", "reordered-freely", "text".
std::string_view changeKindName(ChangeKind kind);

/// What differs between two graphs of one environment, by resource key (then path for duplicates).
struct MeshChange {
    std::vector<ResourceChange> resources; ///< highest tier first, then by kind, namespace, name
    Tier tier = Tier::None;
    std::vector<std::string> hosts; ///< touched, sorted
    std::vector<std::string> namespaces; ///< touched, sorted
    std::uint32_t workloads = 0; ///< behind the touched hosts
};

/// Compares two graphs; cost follows what differs (resources that share text and node are skipped at once).
/// The tiers are not yet filled in: RiskPolicy::classify does that.
MeshChange compareGraphs(const mesh::MeshGraph& before, const mesh::MeshGraph& after);

} // namespace meshdraft::changes
