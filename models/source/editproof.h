// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/changeset.h"
#include "models/source/edit.h"

namespace meshdraft::source {

/// True if `splices` turn the document into the same tree with these changes and nothing else: the edited bytes are
/// parsed again and compared node by node.
bool provesRight(const Layout& layout, std::span<const Splice> splices, const ChangeSet& changes);

/// The document's own bytes with the splices put in, parsed as a stream of their own; null if that is no one document.
std::shared_ptr<const Document> parseEdited(const Document& document, std::span<const Splice> splices);

/// True if two documents hold the same tree: values, styles of collections, anchors and tags.
bool isSameTree(const Document& before, const Document& after);

/// True if a document holds this value and nothing else.
bool isTree(const Document& document, const NewValue& value);

} // namespace meshdraft::source
