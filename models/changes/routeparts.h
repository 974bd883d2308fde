// SPDX-License-Identifier: Apache-2.0
// Pieces of routes to write; used by routeedit.h's functions only.
#pragma once

#include "models/changes/routeedit.h"

namespace meshdraft::changes {

const mesh::RouteTable& tableOf(const mesh::Resource& resource);

/// Entries in the order that another mapping has them in; one that it lacks stays behind the entry before it.
source::NewValue inOrderOf(std::vector<source::NewEntry> entries, source::NodeRef mapping);

/// A destination: `{host, subset, port}`, or the parts of a backendRef. `like`: one that stands already.
source::NewValue destinationValue(const DestinationSpec& destination, source::NodeRef like);
std::vector<source::NewEntry> backendEntries(const DestinationSpec& destination, source::NodeRef like);

/// A whole item of the list of destinations, without a weight where none is given.
source::NewValue destinationItem(const mesh::RouteTable& table, const DestinationSpec& destination,
                                 std::optional<std::int64_t> weight, source::NodeRef like);

/// The same value again; aliases and merged entries are written out.
source::NewValue copyOf(source::NodeRef node);

/// The entry with this key as it stands in the mapping (not merged in); both are invalid where there is none.
source::NodeRef::Entry entryOf(source::NodeRef mapping, std::string_view key);

/// A number as a file has it: "10", "2.5".
std::string numberText(double number);

} // namespace meshdraft::changes
