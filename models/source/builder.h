// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/split.h"

#include <memory>
#include <string>

namespace meshdraft::source {

inline constexpr std::uint32_t maximumDepth = 400;
inline constexpr std::size_t maximumTextSize = std::size_t{32} * 1024 * 1024;
/// yaml-cpp keeps every token of a line in memory, about 130 bytes for each byte of dense text.
inline constexpr std::uint32_t maximumLineLength = 4U * 1024 * 1024;

/// Why a document could not be built; `offset` counts in the whole text.
struct BuildFailure {
    std::string code;
    std::vector<std::string> args;
    std::uint32_t offset = 0;
};

/// Runs yaml-cpp over one document and finds the range of every node. The only place where its exceptions are caught.
std::expected<std::shared_ptr<const Document>, BuildFailure>
buildDocument(const std::shared_ptr<const std::string>& text, const Chunk& chunk, std::uint32_t index);

} // namespace meshdraft::source
