// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resourcekey.h"
#include "models/mesh/schema.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::workspace {

/// Where a caret stands in YAML that need not parse: found by indentation, and within a line by its brackets.
struct CaretPath {
    struct Step {
        std::string key;
        std::size_t index = 0;
        bool isIndex = false;
        std::uint32_t offset = 0; ///< where the key or the dash stands

        friend bool operator==(const Step&, const Step&) = default;
    };
    enum class Place : std::uint8_t {
        Key, ///< a key is, or could be, written here
        Value, ///< the value of the last step
        Text, ///< a comment or a text of several lines: nothing to complete
    };

    std::vector<Step> steps; ///< from the root of the document; of a key that is being written without it
    Place place = Place::Key;
    bool isFlow = false; ///< within brackets
    bool isItem = false; ///< right behind a dash or in brackets of a list: a key, or the item itself
    source::ByteRange word; ///< what is written at the caret, up to its end
    std::string typed; ///< the part of it before the caret
    std::string key; ///< where a key is written: the whole of it
    std::vector<std::string> siblings; ///< keys of the same mapping, without the one that is being written

    // What the document says of itself.
    std::string apiVersion;
    std::string kind;
    std::string ns; ///< metadata.namespace as written
    std::string name;

    mesh::FieldPath path() const;
    /// The same for the key that is being written.
    mesh::FieldPath pathOfKey() const { return key.empty() ? path() : path().child(key); }
    const mesh::KindSchema* schema() const;
};

/// Cost: linear in the lines of the document.
CaretPath caretPathAt(std::string_view text, std::uint32_t offset);

/// The value of another key in the mapping of the key at an offset; empty where there is none.
std::string valueBeside(std::string_view text, std::uint32_t keyOffset, std::string_view key);

/// A part of the way to the caret, for people: fields, and items of lists by their name.
struct Crumb {
    std::string label;
    std::uint32_t offset = 0;

    friend bool operator==(const Crumb&, const Crumb&) = default;
};
std::vector<Crumb> crumbsOf(const CaretPath& path, std::string_view text);

} // namespace meshdraft::workspace
