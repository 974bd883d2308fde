// SPDX-License-Identifier: Apache-2.0
// Splices for what the changes do to the values and elements of a document.
#pragma once

#include "models/source/changeset.h"
#include "models/source/rendering.h"
#include "models/source/splicelist.h"

namespace meshdraft::source {

/// Adds, removes and moves the elements of a block collection, line by line.
void editBlock(const Layout& layout, const CollectionChange& change, SpliceList& splices);

/// The same for a flow collection.
void editFlow(const Layout& layout, const CollectionChange& change, SpliceList& splices);

/// Puts another value in the place of a node's.
void replaceValue(const Layout& layout, NodeId id, const NewValue& value, SpliceList& splices);

} // namespace meshdraft::source
