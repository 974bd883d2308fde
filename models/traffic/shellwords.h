// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// One word of a command line.
struct ShellWord {
    std::string text; ///< without quotes
    std::size_t offset = 0; ///< where it begins
    std::string substitution; ///< "$(date)", "$HOST": what the shell would replace in it; empty: nothing
};

/// The words of the first command in a text as a POSIX shell splits them ($'…' of bash included): up to a pipe, a
/// semicolon, "&" or the end of the line. Redirections and comments are left out. Error: "paste.quote" (args: the
/// quote that is not closed), located.
Expected<std::vector<ShellWord>> shellWords(std::string_view text);

/// The place of an offset in a text.
Location locateIn(std::string_view text, std::size_t offset);

} // namespace meshdraft::traffic
