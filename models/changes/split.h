// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"
#include "models/source/change.h"
#include "models/source/edit.h"

#include <span>
#include <string>
#include <vector>

namespace meshdraft::changes {

/// The traffic split of one route as the designer and the command line change it.
struct Split {
    struct Part {
        std::string label; ///< subset, else host[:port]
        std::int64_t weight = 0;
        bool locked = false;
        source::NodeId destination = source::noNode; ///< the list item
        source::NodeId weightNode = source::noNode; ///< noNode: absent in the file
    };
    std::vector<Part> parts;
    std::int64_t total = 0;

    static Split of(const mesh::Route& route);
};

/// Gives one part a new weight and keeps the total: what it takes or frees comes from or goes to the largest unlocked
/// other part, then the next largest. The weight is clamped to what the locks leave. Returns the weights of all parts.
std::vector<std::int64_t> rebalance(const Split& split, std::size_t part, std::int64_t weight);

/// The change that gives one destination a weight: of its digits, or a new entry where it has none of its own.
source::Change weightChange(const mesh::Resource& resource, const mesh::Destination& destination, std::int64_t weight);

/// The changes that give the parts of a route these weights; none for a part that has its weight already.
/// Errors: "split.count", "split.range" (a weight below 0 or above 1,000,000), "split.delegate".
Expected<std::vector<source::Change>> weightChanges(const mesh::Resource& resource, const mesh::Route& route,
                                                    std::span<const std::int64_t> weights);

/// The byte splices that give the parts of a route these weights; untouched parts stay as they are, an absent weight is
/// written only where its value changes. Proved by parsing again. Errors: those of source::planChanges,
/// those of weightChanges.
Expected<source::FileEdit> setWeights(const mesh::Resource& resource, const mesh::Route& route,
                                      std::span<const std::int64_t> weights);

/// Finds a destination by what people call it: a subset, or host[:port][/subset].
/// Errors: "split.noDestination" (args: text, known ones), "split.ambiguousDestination".
Expected<std::size_t> findDestination(const mesh::Route& route, std::string_view text);

/// Finds a route: NAME, http[i], tcp[i], tls[i]; empty: the only one that splits traffic (else the only one).
/// Errors: "split.noRoute", "split.ambiguousRoute" (args: text, known ones).
Expected<const mesh::Route*> findRoute(const mesh::RouteTable& table, std::string_view text);

} // namespace meshdraft::changes
