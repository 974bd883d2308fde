// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

namespace re2 {
class RE2;
} // namespace re2

namespace meshdraft::mesh {

/// A pattern for paths: `*`, `?`, `[a-z]`. Time to match is linear in the path.
class Glob {
public:
    enum class Style {
        Segments, ///< `*` stays within one part of a path, `**` does not
        Whole, ///< `*` goes over slashes; `{a,b}` is either
    };

    Glob(std::string_view pattern, Style style);
    /// False for a pattern that is none; it matches nothing.
    bool isValid() const;
    bool matches(std::string_view path) const;

private:
    std::shared_ptr<const re2::RE2> m_expression;
};

} // namespace meshdraft::mesh
