// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/fieldcompare.h"
#include "models/source/document.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::changes {

/// An element of a list, a mapping or a stream of documents, as a three-way merge tells it from the others.
struct MergeItem {
    std::string identity; ///< empty: it has none
    std::string_view content;
};

/// One element of the merged list: its position in each text, -1 where that has none.
struct MergeTriple {
    int base = -1;
    int mine = -1;
    int theirs = -1;
};

/// The elements of all three texts in the order of the merged one. Elements that a side removed are among them.
struct MergeOrder {
    std::vector<MergeTriple> elements;
    bool isAmbiguous = false; ///< both sides put something in the same place, or moved things differently
};

/// Pairs elements by identity where each of them has one of its own, else by content and, in runs that differ, by
/// place. `isOrdered`: the order means something, so that two insertions in one place are ambiguous. Exchanging `mine`
/// and `theirs` gives the same order with the sides exchanged.
MergeOrder mergeOrder(std::span<const MergeItem> base, std::span<const MergeItem> mine,
                      std::span<const MergeItem> theirs, bool isOrdered);

/// The items of a list with the identity that the rule gives them.
std::vector<MergeItem> mergeItems(const std::vector<source::NodeRef>& items, const ListRule& rule);

/// The kind of the resource that a node is, or lies in (items of a List are resources of their own).
std::string_view kindWithin(source::NodeRef node, std::string_view outer);

} // namespace meshdraft::changes
