// SPDX-License-Identifier: Apache-2.0
// The language of "Find or hide" (docs/topology.md): name:reviews, kind=VirtualService, weight>95, and, or, not.
#pragma once

#include "models/topology/facts.h"

#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace meshdraft::topology {

/// What is wrong with an expression, and where: bytes from its start.
struct QueryError {
    std::string code; ///< "query.end", "query.unexpected", "query.key", "query.operator", "query.number", "query.quote"
    std::vector<std::string> args;
    std::size_t offset = 0;
    std::size_t length = 0;
};

/// What an expression is asked of. Everything but `whole` may be null.
struct QueryContext {
    const Topology* whole = nullptr;
    const Facts* facts = nullptr;
    const mesh::MeshGraph* graph = nullptr; ///< for labels
    /// Codes of the findings on each node, by id.
    std::unordered_map<std::string, std::vector<std::string>> codes;
};

/// The codes of the findings on each node of a topology, by id of the node.
std::unordered_map<std::string, std::vector<std::string>> findingCodes(const Topology& topology,
                                                                       const checks::Findings& findings);

/// A parsed expression; empty: nothing is asked for.
class Query {
public:
    struct Term; ///< a node of the expression

    static std::expected<Query, QueryError> parse(std::string_view text);
    bool isEmpty() const { return !m_root; }

    /// Positions that match, in the order of the topology: 1 or 0.
    struct Found {
        std::vector<char> nodes;
        std::vector<char> edges;
        std::size_t count = 0; ///< nodes, and edges of which no end matches
    };
    /// An expression that speaks of edges (weight, dangling) matches edges and, with them, their ends.
    Found in(const QueryContext& context) const;

private:
    bool speaksOfEdges() const;

    std::shared_ptr<const Term> m_root;
};

/// A text that can stand at the cursor.
struct Completion {
    std::string text;
    std::size_t start = 0; ///< what it replaces, bytes
    std::size_t length = 0;
    std::size_t count = 0; ///< how much it would find
};
/// Keys, values and flags that continue the word at `cursor`, those that find something first. At most `most`.
std::vector<Completion> completions(std::string_view text, std::size_t cursor, const QueryContext& context,
                                    std::size_t most = 8);

} // namespace meshdraft::topology
