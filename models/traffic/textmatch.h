// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace meshdraft::traffic {

/// A condition on a text as VirtualServices (StringMatch) and Gateway API routes write it.
class TextMatch {
public:
    enum class Kind : std::uint8_t {
        Present, ///< there at all
        Exact,
        Prefix,
        PathPrefix, ///< Gateway API: whole path elements
        Regex, ///< RE2, the whole text
    };

    TextMatch() = default;
    /// An expression that RE2 does not take is never met, see isBroken().
    TextMatch(Kind kind, std::string value, bool ignoresCase = false);

    Kind kind() const { return m_kind; }
    const std::string& value() const { return m_value; }
    bool isBroken() const;
    bool matches(std::string_view text) const;

private:
    Kind m_kind = Kind::Present;
    std::string m_value;
    bool m_ignoresCase = false;
    std::shared_ptr<const re2::RE2> m_regex;
};

} // namespace meshdraft::traffic
