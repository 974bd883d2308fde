// SPDX-License-Identifier: Apache-2.0
// What fixers share: near names, and changes of a resource.
#pragma once

#include "models/checks/fixes/fix.h"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::checks {

/// Letters to put in, take out, replace or swap with their neighbour until one text is the other.
std::size_t textDistance(std::string_view one, std::string_view other);

/// The names that were probably meant by one that is none of them, the nearest first, at most three. Near is what
/// differs in a third of its letters or less, or in nothing but case and separators.
std::vector<std::string> nearNames(std::string_view name, std::span<const std::string> known);

/// True where only case, '-', '_' and blanks differ.
bool isSameWord(std::string_view one, std::string_view other);

/// A fix of this finding's own resource.
Fix fixOf(const FixContext& context, std::string id, std::vector<std::string> args, Certainty certainty,
          std::vector<source::Change> changes);

/// Another scalar; nothing for what is none.
std::optional<source::Change> scalarChange(source::NodeRef node, std::string value, bool asString = true);

/// An entry at the end of a path of keys below `root`, with the mappings on the way that are not there yet. An entry
/// that is there gets the new value. Nothing where something else stands in the way.
std::optional<source::Change> entryAt(source::NodeRef root, std::initializer_list<std::string_view> path,
                                      std::string_view key, source::NewValue value);

/// Takes out the entry of a value, or an item of a list.
source::Change removalOf(source::NodeRef valueOrItem);

/// The path of YAML that a written number or name of a port has: "80" is a number.
source::NewValue numberValue(std::uint32_t number);

/// Adds a choice of another scalar for each name near to what is written, under one title: `id` {old, new, more...}.
void offerNames(const FixContext& context, source::NodeRef node, std::span<const std::string> known,
                const std::string& id, std::vector<Fix>& fixes, const std::vector<std::string>& more = {});

} // namespace meshdraft::checks
