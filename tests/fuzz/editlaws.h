// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/edit.h"

#include <QString>

#include <cstdint>
#include <span>

namespace meshdraft::source {

/// Numbers that follow from the input, so that the same input always does the same.
class Choice {
public:
    explicit Choice(std::span<const std::uint8_t> bytes);
    /// A number below `bound`; 0 for a bound of 0.
    std::uint32_t next(std::size_t bound);

private:
    std::uint64_t m_state = 0xcbf29ce484222325U;
};

/// Changes one scalar or adds one entry, chosen by `choice`, and checks the byte law and the value law by parsing the
/// whole new text. Empty if both hold or the edit is refused, else what is wrong.
QString brokenEditLaw(const ParsedText& text, Choice& choice);

/// Replaces a few bytes anywhere, as the text editor does: the parse again equals that from nothing, the splices can be
/// taken back, and the difference of both texts leads from one to the other. Empty, or what is wrong.
QString brokenSpliceLaw(const ParsedText& text, Choice& choice);

} // namespace meshdraft::source
