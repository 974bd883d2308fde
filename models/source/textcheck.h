// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/builder.h"

#include <optional>
#include <string_view>
#include <vector>

namespace meshdraft::source {

/// What the bytes of a text hold that YAML does not allow or that its parsers read differently.
struct ByteCheck {
    std::optional<BuildFailure> unreadable; ///< not UTF-8 or binary: nothing of the text can be parsed
    std::vector<std::uint32_t> forbidden; ///< offsets of control characters and lone CRs
    std::vector<std::uint32_t> quotedOnly; ///< offsets of NEL, U+2028 and U+2029, which are breaks for some parsers,
                                           ///< and of byte order marks within the text
};

/// One pass over the bytes of [begin, end).
ByteCheck checkBytes(std::string_view text, std::uint32_t begin, std::uint32_t end);

/// What is wrong with the character at `offset`: "source.control", "source.loneCr" or "source.separator".
BuildFailure forbiddenAt(std::string_view text, std::uint32_t offset);

/// The deepest nesting of flow brackets in a document, by a scan that knows quotes, comments and block scalars.
struct Structure {
    std::uint32_t flowDepth = 0;
    std::uint32_t deepest = 0; ///< offset of the bracket that reached it
    std::optional<std::uint32_t> templateAt; ///< offset of a Go template action that stands where YAML should
};
Structure scanStructure(std::string_view text, const Chunk& chunk);

} // namespace meshdraft::source
