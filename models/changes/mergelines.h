// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace meshdraft::changes {

/// Merges by lines, for text that is no YAML. Nothing where both sides changed the same lines or lines right beside
/// each other.
std::optional<std::string> mergeLines(std::string_view base, std::string_view mine, std::string_view theirs);

} // namespace meshdraft::changes
