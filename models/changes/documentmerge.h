// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/parsedtext.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace meshdraft::changes {

enum class MergeSide : std::uint8_t { Mine, Theirs };

/// What one of the texts has where two edits conflict. Lines count from 1; `lines` is 0 where it has nothing there.
struct MergePlace {
    std::uint32_t line = 0;
    std::uint32_t lines = 0;
    std::string text;

    friend bool operator==(const MergePlace&, const MergePlace&) = default;
};

/// A place that both sides changed, each in its own way.
struct MergeConflict {
    std::string document; ///< "VirtualService shop/reviews"; empty for one without a name
    std::string path; ///< "spec.http[0].timeout"; empty: the whole document, or a text that is no YAML
    MergePlace base;
    MergePlace mine;
    MergePlace theirs;
    std::optional<MergeSide> chosen;

    friend bool operator==(const MergeConflict&, const MergeConflict&) = default;
};

/// `text` is what `theirs` has with every change of `mine` that fits; at a conflict it holds what was chosen, and what
/// `theirs` has where nothing was.
struct DocumentMerge {
    std::string text;
    std::vector<MergeConflict> conflicts; ///< in the order of the text, the decided ones too

    bool isDecided() const;
};

/// The answer to a conflict; nothing: not decided yet.
using MergeChoice = std::function<std::optional<MergeSide>(const MergeConflict&)>;

/// Merges two edits of one text. Documents are told apart by kind, namespace and name, entries by key, list items by
/// the key that the schema gives them, else by content and place; what is not YAML is merged by lines. Bytes of
/// `theirs` outside of what `mine` changed stay, its line ends too.
///
/// What comes out is parsed again and its tree must be the merge of the three trees; a document for which it is not is
/// one conflict as a whole. Exchanging the sides gives the same tree.
DocumentMerge mergeDocuments(const source::ParsedText& base, const source::ParsedText& mine,
                             const source::ParsedText& theirs, const MergeChoice& choice = {});

/// The text with the line ends that `like` has, where that has one kind of them.
std::string withLineEndsOf(const std::string& text, std::string_view like);

} // namespace meshdraft::changes
