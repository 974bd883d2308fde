// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/change.h"
#include "models/source/parsedtext.h"

#include <span>
#include <string>
#include <vector>

namespace meshdraft::source {

/// Replaces `length` bytes at `offset` with `text`.
struct Splice {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::string text;

    friend bool operator==(const Splice&, const Splice&) = default;
};

/// Splices on one file, sorted and without overlap. `base` is the content they were made for.
struct FileEdit {
    std::string path;
    ContentId base;
    std::vector<Splice> splices;

    friend bool operator==(const FileEdit&, const FileEdit&) = default;
};

/// The one edit type: forms, fixes, the text editor, undo, journal and diffs all carry it.
struct Edit {
    std::vector<FileEdit> files;

    friend bool operator==(const Edit&, const Edit&) = default;
};

/// The text with the splices put in. Errors: "edit.order" (unsorted or overlapping), "edit.range" (outside the text).
Expected<std::string> applySplices(std::string_view text, std::span<const Splice> splices);

/// The splices that turn the edited text back into `before`.
std::vector<Splice> invertSplices(std::string_view before, std::span<const Splice> splices);

/// The fewest bytes to splice for `before` to become `after` (common prefix and suffix kept; whole code points).
std::vector<Splice> differenceOf(std::string_view before, std::string_view after);

/// A new `key: value` line (or flow entry) behind the last entry of a mapping: the most frequent EntryInsertion.
struct EntryAddition {
    NodeId mapping = noNode;
    std::string key;
    std::string value;
    bool asString = false;
};

/// Splices that make these changes in one document (Document::index) and nothing else. Proved by parsing the new text
/// again: it equals the old tree with the intended change, else "edit.proof".
/// Errors with their arguments; all but "edit.noSuchNode" are located:
/// - "edit.template" {}: a Helm or Go template. "edit.unreadable" {}: a text that could not be parsed.
/// - "edit.noSuchNode" {}: the document is missing or broken, or has no such node.
/// - "edit.notScalar" {}, "edit.notMapping" {}, "edit.notSequence" {}, "edit.notKey" {}: the node is of another kind.
/// - "edit.notElement" {}: no entry (named by its key) or item; `before` is none of the same collection.
/// - "edit.alias" {name of the anchor, line of an alias}: the node is an alias, or an alias elsewhere stands for it or
///   for a node around it, so that the change would show in two places; or an alias would lose its anchor, or stand
///   before it. Located at the node.
/// - "edit.merge" {key}: the mapping takes entries from another one by `<<`, which the key could hide or, gone, reveal.
/// - "edit.tag" {}: the value has a tag, which says how it is read. A scalar tagged as a string can still be set.
/// - "edit.duplicateKey" {key}: the mapping has this key already, or two changes add it.
/// - "edit.conflict" {}: two changes of the same node, or one within what another takes out, moves or replaces.
/// - "edit.value" {}: the value is not valid UTF-8.
/// - "edit.proof" {}: the new text does not read as the old one with the change; the layout needs a hand.
Expected<std::vector<Splice>> planChanges(const ParsedText& text, std::uint32_t document,
                                          std::span<const Change> changes);
Expected<std::vector<Splice>> planChanges(const ParsedText& text, std::uint32_t document,
                                          std::span<const ScalarChange> changes,
                                          std::span<const EntryAddition> additions = {});

} // namespace meshdraft::source
