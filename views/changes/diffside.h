// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/changes/yamlspans.h"

#include <QString>

#include <string_view>
#include <vector>

namespace meshdraft::views {

/// Width of the column with + and -.
inline constexpr int diffSignWidth = 20;

/// What stands for a line on the screen: control and direction characters as escapes, tabs as blanks, its end left out.
QString shownLine(std::string_view line);

/// The lines of one text as they are shown, with their colours.
struct DiffSide {
    std::vector<QString> lines;
    YamlSpans spans;

    /// `bytes`: size of the whole text; a very large one gets no colours.
    void set(const std::vector<std::string_view>& source, std::size_t bytes);
};

} // namespace meshdraft::views
