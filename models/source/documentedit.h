// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/edit.h"

namespace meshdraft::source {

/// Splices that add a document: behind the one with the index `behind`, or at the end. A `---` is put in front unless
/// there is no other document. A file without a line break at its end gets none behind the new document either.
/// Proved as in planChanges. Errors: "edit.template", "edit.unreadable", "edit.noSuchNode", "edit.value",
/// "edit.duplicateKey", "edit.proof" (a document that is broken, or ends in a block scalar without a line break).
Expected<std::vector<Splice>> planDocumentAddition(const ParsedText& text, const NewValue& value,
                                                   std::optional<std::uint32_t> behind = {});

/// Splices that take a document out, with its directives, its `---` and the comments from there on. Comments at the top
/// of the file stay: those before the first `---` and those that a blank line parts from the first document.
/// Errors: "edit.template", "edit.unreadable", "edit.noSuchNode", "edit.proof".
Expected<std::vector<Splice>> planDocumentRemoval(const ParsedText& text, std::uint32_t document);

} // namespace meshdraft::source
