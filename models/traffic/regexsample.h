// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// A short text that the whole expression (RE2 syntax) matches. Nothing where none is found: the expression is broken,
/// or uses what is not read here (look-ahead does not exist in RE2; Unicode classes are not read).
std::optional<std::string> sampleOf(std::string_view regex);
/// That text, and others that take another alternative, member of a class or number of repetitions at one place. Empty
/// where sampleOf() has none.
std::vector<std::string> samplesOf(std::string_view regex);

} // namespace meshdraft::traffic
