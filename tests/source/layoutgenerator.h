// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace meshdraft::source {

/// Writes routes with weights in layouts that people and programs write: flow, absent, quoted, commented, in lists of
/// kind List, with CRLF, byte order mark, directives, block scalars and anchors around. The same seed, the same text.
class LayoutGenerator {
public:
    explicit LayoutGenerator(std::uint32_t seed)
        : m_state(seed * 2'654'435'761U + 12'345U)
    {
    }

    std::string text();
    /// A number below `bound`.
    std::uint32_t next(std::uint32_t bound);

private:
    bool chance(std::uint32_t percent) { return next(100) < percent; }
    std::string comment();
    void line(const std::string& indent, const std::string& content);
    void destination(const std::string& indent, const std::string& first);
    void weight(const std::string& indent);
    void route(const std::string& indent);
    void resource(const std::string& indent, const std::string& first);
    void filler(const std::string& indent);
    void flowLines(const std::string& indent, const std::string& key);

    std::uint32_t m_state;
    std::uint32_t m_serial = 0; ///< makes keys unique
    std::string m_out;
    std::string m_lineBreak;
    std::string m_step;
    bool m_itemsIndented = false;
    bool m_endsInBlock = false;
};

} // namespace meshdraft::source
