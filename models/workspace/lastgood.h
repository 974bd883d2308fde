// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/fileset.h"

#include <map>
#include <string>

namespace meshdraft::workspace {

/// Texts that stand for files whose own text is broken: the last ones that could be read, by path. Resources are read
/// out of these; what is wrong is read out of the files.
using LastGood = std::map<std::string, source::ParsedTextPtr, std::less<>>;

/// True for a text of which a document cannot be read (a key that stands twice hides nothing).
bool isBroken(const source::ParsedText& text);

/// What to show of a file: its own text, or the last good one.
source::ParsedTextPtr shownText(const LastGood& lastGood, const mesh::SourceFile& file);

/// Notes that the text of a file goes from `before` (null: it was not there) to `after`.
void followText(LastGood& lastGood, const std::string& path, const source::ParsedTextPtr& before,
                const source::ParsedTextPtr& after);

/// The files with the texts to show of them.
mesh::FileSet shownFiles(mesh::FileSet files, const LastGood& lastGood);

} // namespace meshdraft::workspace
