// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/parsedtext.h"

#include <functional>
#include <optional>
#include <string>

namespace meshdraft::workspace {

/// What a text takes of one changed resource.
enum class Taken : std::uint8_t {
    Before, ///< nothing of the change: it is as it was, or not there
    Both, ///< what it gains, and what it loses still, too
    After, ///< the whole change: it is as it becomes, or gone
};

/// A resource in one of two texts of a file.
struct DocumentPlace {
    bool isAfter = false; ///< in the text after the edit; else in the one before it
    std::uint32_t document = 0; ///< Document::index
    std::uint32_t item = 0; ///< of a List
};

/// Says what is taken of the resource at a place; nothing where it does not change.
using TakenAt = std::function<std::optional<Taken>(const DocumentPlace&)>;

/// A text between two texts of a file: of each resource's change only as much as `taken` says, the bytes of the one or
/// the other text. What belongs to no resource (comments at the top, line ends between documents) is as it was. Nothing
/// where the changes of two resources cannot be told apart: items of a List in flow style, a new order of documents,
/// a document that cannot be read.
std::optional<std::string> partialText(const source::ParsedText& before, const source::ParsedText& after,
                                       const TakenAt& taken);

/// A line that went or came.
struct ChangedLine {
    bool isAfter = false; ///< it came: it stands in the text after the edit
    std::uint32_t offset = 0; ///< in its text
};

/// The same for a text by lines. `takenAt` is asked about each line; where it does not know one, `taken` is asked:
/// about each item of a list ("- a.yaml"), or, where other lines went or came with it, about all of them at once.
std::string partialLines(const std::string& before, const std::string& after,
                         const std::function<std::optional<Taken>(const ChangedLine&)>& takenAt,
                         const std::function<Taken(std::string_view lines)>& taken);

} // namespace meshdraft::workspace
