// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace meshdraft::workspace {

// What a text editor shows of a file beside its text.

/// Texts above this size are read-only.
inline constexpr std::size_t largestEditable = std::size_t{5} * 1024 * 1024;

/// Why a file cannot be typed into; nothing where it can. Codes: "editor.revision" (args: revision),
/// "editor.template", "editor.undecodable", "editor.large" (args of all: path).
std::optional<Error> readOnlyReason(const Snapshot& snapshot, const std::string& path);

/// Something to say about a place of the current text.
struct EditorMark {
    checks::Severity severity = checks::Severity::Warning;
    source::ByteRange range; ///< what to underline
    std::string code;
    std::string message; ///< id of the sentence
    std::vector<std::string> args;

    friend bool operator==(const EditorMark&, const EditorMark&) = default;
};

/// What the checks say of a file, at its places in the current text, sorted by place. Where that text is broken the
/// findings of the last good one are moved along with what was typed since.
std::vector<EditorMark> marksOf(const Snapshot& snapshot, const std::string& path);

/// True where the picture shows the last good text of a file instead of the current one.
bool isIncomplete(const Snapshot& snapshot, const std::string& path);

/// An offset of one text in another one that differs in a single place; within that place its start.
std::uint32_t movedOffset(std::string_view from, std::string_view to, std::uint32_t offset);

/// Lines of a text that differ from an earlier one.
struct ChangeBar {
    enum class Kind : std::uint8_t { Added, Changed, Removed };
    Kind kind = Kind::Changed;
    int line = 0; ///< from 0; Removed: the line before which something is gone
    int count = 0; ///< Removed: 0

    friend bool operator==(const ChangeBar&, const ChangeBar&) = default;
};
std::vector<ChangeBar> changeBars(std::string_view before, std::string_view now);

/// What HEAD holds of a file; nothing where it has none. Reads from git.
std::optional<std::string> headText(const Snapshot& snapshot, const std::string& path);

/// The resource, and where there is one the route, subset or server in it, at a place of the current text; null
/// outside of every resource. Of a rendered environment: the resource of which the document says kind and name.
mesh::ElementRef elementAt(const Snapshot& snapshot, const std::string& path, std::uint32_t offset);
/// Where an element stands in the current text of its file; empty where it is not there.
source::ByteRange placeOf(const Snapshot& snapshot, const mesh::ElementRef& element);

/// The kind of the first resource of a file, for its icon; empty where it has none.
std::string kindOfFile(const Snapshot& snapshot, const std::string& path);

} // namespace meshdraft::workspace
