// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace meshdraft::mesh {

// Paths relative to the repository, '/' between the parts, "." for the repository itself.

/// "." of "a.yaml", "a/b" of "a/b/c.yaml", "a" of "a/b".
inline std::string_view parentOf(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view(".") : path.substr(0, slash);
}

inline std::string_view fileName(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// True when `path` lies in `directory` or below it, or is it.
inline bool isWithin(std::string_view path, std::string_view directory)
{
    if (directory == ".")
        return true;
    return path.starts_with(directory) && (path.size() == directory.size() || path[directory.size()] == '/');
}

/// `directory`/`relative` without "." and ".."; empty when that leads out of the repository.
std::string joinPath(std::string_view directory, std::string_view relative);

} // namespace meshdraft::mesh
