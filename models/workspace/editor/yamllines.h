// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/editor/textbuffer.h"

#include <vector>

namespace meshdraft::workspace {

// What an editor does with whole lines. Lines count from 0; splices are in order and count in the text as it is.

/// Spaces at the start of a line.
int indentOf(const TextBuffer& buffer, int line);
/// The last line that folds away under a line; -1 where it is none to fold at (a key with something below it is one).
int foldEnd(const TextBuffer& buffer, int line);
/// What a new line begins with when a line is broken at an offset.
std::string newLineIndent(const TextBuffer& buffer, std::uint32_t offset);
/// Puts `# ` in front of the lines, or takes it away where all that are not blank have it.
std::vector<source::Splice> toggleComment(const TextBuffer& buffer, int first, int last);
/// Two spaces more, or up to two less, at the start of lines that are not blank.
std::vector<source::Splice> indentLines(const TextBuffer& buffer, int first, int last, bool more);

} // namespace meshdraft::workspace
