// SPDX-License-Identifier: Apache-2.0
#include "models/git/worktree.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <thread>
#include <unordered_map>

namespace meshdraft::git {

namespace {

bool isWithin(const std::string& path, const std::string& directory)
{
    return path == directory || directory == "/" || path.starts_with(directory + '/');
}

/// Tells, and remembers, which directories of a work tree are reached without a symlink: Git lists nothing beyond one.
class PlainDirectories {
public:
    explicit PlainDirectories(std::string top)
        : m_top(std::move(top))
    {
    }

    bool isPlain(const std::string& directory)
    {
        if (directory.empty())
            return true;
        if (const auto known = m_known.find(directory); known != m_known.end())
            return known->second;
        const std::size_t slash = directory.rfind('/');
        bool plain = isPlain(slash == std::string::npos ? std::string() : directory.substr(0, slash));
        struct stat status{};
        plain = plain && ::lstat((m_top + '/' + directory).c_str(), &status) == 0 && S_ISDIR(status.st_mode);
        m_known.emplace(directory, plain);
        return plain;
    }

private:
    std::string m_top;
    std::unordered_map<std::string, bool> m_known;
};

std::string directoryOf(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

} // namespace

std::string realPath(const std::string& path)
{
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr), &std::free);
    return resolved ? std::string(resolved.get()) : std::string();
}

std::unexpected<Error> fileError(const char* code, const std::string& path, const std::string& reason)
{
    Error error{code, {path}, {path, 0, 0}};
    if (!reason.empty())
        error.args.push_back(reason);
    return std::unexpected(std::move(error));
}

bool isTreePath(std::string_view path)
{
    if (path.empty() || path.contains('\0') || path.size() >= PATH_MAX)
        return false;
    while (true) {
        const std::size_t slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        const bool isGit = part.size() == 4 && ::strncasecmp(std::string(part).c_str(), ".git", 4) == 0;
        if (part.empty() || part == "." || part == ".." || isGit)
            return false;
        if (slash == std::string_view::npos)
            return true;
        path.remove_prefix(slash + 1);
    }
}

Expected<QByteArray> readRegularFile(const std::string& fullPath, const std::string& path)
{
    // O_NONBLOCK: a FIFO in the place of a file must not make us wait.
    const UniqueFd file(::open(fullPath.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.isOpen()) {
        return errno == ELOOP ? fileError("file.symlink", path)
                              : fileError("file.unreadable", path, std::strerror(errno));
    }
    struct stat status{};
    if (::fstat(file.get(), &status) != 0)
        return fileError("file.unreadable", path, std::strerror(errno));
    if (!S_ISREG(status.st_mode))
        return fileError("file.unreadable", path, std::strerror(S_ISDIR(status.st_mode) ? EISDIR : EINVAL));
    if (status.st_size > maximumFileSize)
        return fileError("file.tooLarge", path, std::to_string(status.st_size));
    QByteArray content;
    // One byte more than the size tells the end of the file without another round.
    content.resize(status.st_size + 1);
    qsizetype used = 0;
    while (true) {
        const ssize_t count =
            ::read(file.get(), content.data() + used, static_cast<std::size_t>(content.size() - used));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fileError("file.unreadable", path, std::strerror(errno));
        if (count == 0)
            break;
        used += count;
        if (used > maximumFileSize)
            return fileError("file.tooLarge", path, std::to_string(used));
        if (used == content.size())
            content.resize(content.size() * 2);
    }
    content.truncate(used);
    return content;
}

Expected<QByteArray> readWorkTreeFile(const Repository::State& state, const std::string& path)
{
    if (state.workTree.empty() || !isTreePath(path))
        return fileError("file.outside", path);
    const std::string fullPath = state.workTree + '/' + path;
    const std::size_t slash = fullPath.rfind('/');
    const std::string directory = realPath(fullPath.substr(0, slash));
    if (directory.empty())
        return fileError("file.unreadable", path, std::strerror(errno));
    if (!isWithin(directory, state.realWorkTree) || isWithin(directory, state.realGitDirectory)) {
        // Not there, or the work tree has been moved behind a symlink since it was opened.
        if (!isWithin(directory, realPath(state.workTree)) || isWithin(directory, realPath(state.gitDirectory)))
            return fileError("file.outside", path);
    }
    return readRegularFile(directory + fullPath.substr(slash), path);
}

Expected<std::vector<FileEntry>> workTreeFiles(const Repository::State& state)
{
    if (state.workTree.empty())
        return {};
    Expected<QByteArray> others;
    Expected<std::vector<TreeEntry>> tracked;
    {
        const std::jthread second([&] { others = state.read({"ls-files", "-z", "--others", "--exclude-standard"}); });
        tracked = indexEntries(state);
    }
    if (!tracked)
        return std::unexpected(tracked.error());
    if (!others)
        return std::unexpected(others.error());

    std::vector<FileEntry> files;
    files.reserve(tracked->size());
    PlainDirectories directories(state.workTree);
    const auto add = [&](const std::string& path, std::string_view mode) {
        struct stat status{};
        if (!isTreePath(path) || !directories.isPlain(directoryOf(path))
            || ::lstat((state.workTree + '/' + path).c_str(), &status) != 0)
            return;
        FileEntry entry{path, {}, mode == "120000" || S_ISLNK(status.st_mode), false, false};
        entry.isSubmodule = mode == "160000" && S_ISDIR(status.st_mode);
        if (S_ISREG(status.st_mode) || entry.isSymlink || entry.isSubmodule)
            files.push_back(std::move(entry));
    };
    for (const TreeEntry& entry : *tracked)
        add(entry.path, entry.mode);
    // A nested repository that is no submodule is listed as "directory/": it is not ours.
    for (const std::string_view path : splitAtNul(*others)) {
        if (!path.ends_with('/'))
            add(std::string(path), "100644");
    }
    std::ranges::sort(files, {}, &FileEntry::path);
    const auto [first, last] = std::ranges::unique(files, {}, &FileEntry::path); // one for each stage of a conflict
    files.erase(first, last);
    return files;
}

} // namespace meshdraft::git
