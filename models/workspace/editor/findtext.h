// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/edit.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::workspace {

/// What to look for in a text.
struct FindQuery {
    std::string text;
    bool isRegex = false; ///< as RE2 reads it: no text can make it slow
    bool wholeWord = false;
    bool matchCase = false;

    friend bool operator==(const FindQuery&, const FindQuery&) = default;
};

/// Every place, none over another; empty matches are left out. Errors: "find.regex" (args: what is wrong).
Expected<std::vector<source::ByteRange>> findAll(std::string_view text, const FindQuery& query);

/// Splices that put `replacement` into every place; of a regular expression \1 to \9 stand for its groups and \0 for
/// all of it. Errors: "find.regex", "find.replacement" (args: what is wrong).
Expected<std::vector<source::Splice>> replaceAll(std::string_view text, const FindQuery& query,
                                                 const std::string& replacement);
/// The same for one place that findAll has given.
Expected<std::vector<source::Splice>> replaceOne(std::string_view text, const FindQuery& query,
                                                 const std::string& replacement, source::ByteRange place);

} // namespace meshdraft::workspace
