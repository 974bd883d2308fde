// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layoutgenerator.h"

#include "models/source/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace meshdraft::source {

/// Writes files that hold a text in a string: a ConfigMap, at times in a list, with `data.mesh` in a given style and
/// neighbours on both sides or none. The same seed, the same files.
class NestedGenerator {
public:
    explicit NestedGenerator(std::uint32_t seed)
        : m_random(seed)
    {
    }

    /// A YAML text that the style can hold: a layout of routes for blocks and double quotes, flow collections for
    /// single quotes, words for plain.
    std::string inner(NodeStyle style);
    /// The file; nothing where the style cannot hold the value.
    std::optional<std::string> embedded(std::string_view value, NodeStyle style, bool crlf);
    std::uint32_t next(std::uint32_t bound) { return m_random.next(bound); }

private:
    bool chance(std::uint32_t percent) { return next(100) < percent; }
    std::string flowText();
    std::optional<std::string> scalarText(std::string_view value, NodeStyle style, const std::string& indent);
    std::optional<std::string> literal(std::string_view value, const std::string& indent);
    std::optional<std::string> folded(std::string_view value, const std::string& indent);
    std::string header(char style, std::string_view value);
    std::string doubleQuoted(std::string_view value, const std::string& indent);
    std::optional<std::string> foldedWords(std::string_view value, const std::string& indent, bool doubled);

    LayoutGenerator m_random;
};

} // namespace meshdraft::source
