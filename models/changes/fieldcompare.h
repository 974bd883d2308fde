// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"
#include "models/changes/valuetree.h"

namespace meshdraft::changes {

/// How the items of a list are told apart, and whether their order means something.
struct ListRule {
    // NOLINTNEXTLINE(readability-redundant-member-init): g++ and clang warn of designated initializers that leave it
    // out
    std::vector<std::vector<std::string_view>> identity{}; ///< keys to follow from an item; empty: items have no name
    bool isOrdered = true;
    bool isFirmIdentity = false; ///< items of different names are never one that was renamed
    bool canBeReplaced = false; ///< ... but one that kept its place and most of what it says is the same one
    bool isFirstKey = false; ///< each key is a name, the first one the best, not all of them together
};

/// The rule for the list under `key` in a resource of this kind; unknown lists are ordered and have no names.
const ListRule& listRuleFor(std::string_view kind, std::string_view key);

/// Which items of two lists are the same one, as positions. `moved`: a pair that changed its place among the others.
struct ItemPairs {
    struct Pair {
        std::size_t before = 0;
        std::size_t after = 0;
        bool moved = false;
    };
    std::vector<Pair> pairs; ///< in the order of `after`
    std::vector<std::size_t> removed;
    std::vector<std::size_t> added;
    bool isReordered = false; ///< the pairs stand in another order, which means nothing in this list
};
ItemPairs pairItems(const Value& before, const Value& after, const ListRule& rule);

/// The routes of two RouteTables that are the same one; null where a route was added or removed.
struct RoutePair {
    const mesh::Route* before = nullptr;
    const mesh::Route* after = nullptr;
};
std::vector<RoutePair> pairRoutes(const mesh::Resource& before, const mesh::Resource& after);

/// The destinations of two routes that are the same one by host, subset and port.
struct DestinationPair {
    const mesh::Destination* before = nullptr;
    const mesh::Destination* after = nullptr;
};
std::vector<DestinationPair> pairDestinations(const mesh::Route& before, const mesh::Route& after);

/// In what two resources differ.
struct FieldComparison {
    std::vector<FieldChange> fields; ///< empty where only comments, spelling and order without effect do
    std::vector<mesh::FieldPath> reordered; ///< lists that have another order, which means nothing; in `after`
};
/// Values of a Secret are not among what is told (isHidden): hiddenValue stands for them.
FieldComparison compareFields(const mesh::Resource& before, const mesh::Resource& after);

inline constexpr std::string_view hiddenValue = "(hidden)";
/// True for what a Secret keeps: its data, and the annotations, in which a tool may have put the data once more.
bool isHidden(const mesh::ResourceKey& key, const mesh::FieldPath& path);

/// A whole resource as a value; valid while its text lives.
Value valueOf(const mesh::Resource& resource);

} // namespace meshdraft::changes
