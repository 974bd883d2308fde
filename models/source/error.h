// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace meshdraft {

/// Where something stands in a file. Lines and columns count from 1, columns in Unicode code points; 0 = not known.
struct Location {
    std::string path; ///< relative to the repository, '/' between the parts; empty when no file is meant
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    friend bool operator==(const Location&, const Location&) = default;
};

/// What went wrong, as a value. `code` is "area.what" (for example "source.depth"); workspace/words.h turns code and
/// arguments into a sentence in the user's language.
struct Error {
    std::string code;
    std::vector<std::string> args;
    Location where;

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T> using Expected = std::expected<T, Error>;

} // namespace meshdraft
