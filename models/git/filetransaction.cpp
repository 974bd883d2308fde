// SPDX-License-Identifier: Apache-2.0
#include "models/git/filetransaction.h"

#include "models/git/process.h"
#include "models/git/worktree.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ranges>

namespace meshdraft::git {

namespace {

std::string directoryOf(const std::string& fullPath)
{
    return fullPath.substr(0, fullPath.rfind('/'));
}

std::unexpected<Error> unwritable(const std::string& path, const char* reason)
{
    return fileError("file.unwritable", path, reason);
}

/// Nothing on the way to the file may be a symlink; its directories need not be there yet.
Expected<void> checkDirectories(const std::string& workTree, const std::string& path)
{
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        struct stat status{};
        if (::lstat((workTree + '/' + path.substr(0, slash)).c_str(), &status) != 0)
            return errno == ENOENT ? Expected<void>() : unwritable(path, std::strerror(errno));
        if (S_ISLNK(status.st_mode))
            return fileError("file.symlink", path);
        if (!S_ISDIR(status.st_mode))
            return unwritable(path, "notAFile");
    }
    return {};
}

/// Whether an existing file may be replaced (DECISIONS "Files").
Expected<void> checkReplaceable(const std::string& fullPath, const std::string& path, const struct stat& status)
{
    if (S_ISLNK(status.st_mode))
        return fileError("file.symlink", path);
    if (!S_ISREG(status.st_mode))
        return unwritable(path, "notAFile");
    if (status.st_nlink > 1)
        return unwritable(path, "hardLink");
    if (status.st_uid != ::geteuid())
        return unwritable(path, "notOwned");
    if (::access(fullPath.c_str(), W_OK) != 0)
        return unwritable(path, "readOnly");
    if (::access(directoryOf(fullPath).c_str(), W_OK | X_OK) != 0)
        return unwritable(path, "directory");
    return {};
}

void syncDirectory(const std::string& directory)
{
    const UniqueFd handle(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (handle.isOpen())
        ::fsync(handle.get());
}

/// File systems without these flags answer EINVAL.
bool lacksFlag(int error)
{
    return error == EINVAL || error == ENOSYS || error == ENOTSUP;
}

/// Exchanges two files; where the file system cannot, the old one is linked aside first.
bool exchangeFiles(std::string& other, const std::string& fullPath)
{
    if (::renameat2(AT_FDCWD, other.c_str(), AT_FDCWD, fullPath.c_str(), RENAME_EXCHANGE) == 0)
        return true;
    if (!lacksFlag(errno))
        return false;
    const std::string aside = other + ".old";
    if (::link(fullPath.c_str(), aside.c_str()) != 0)
        return false;
    if (::rename(other.c_str(), fullPath.c_str()) != 0) {
        ::unlink(aside.c_str());
        return false;
    }
    other = aside;
    return true;
}

/// Puts a new file in its place; false with EEXIST where there is one.
bool putNew(const std::string& other, const std::string& fullPath)
{
    if (::renameat2(AT_FDCWD, other.c_str(), AT_FDCWD, fullPath.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (!lacksFlag(errno) || ::link(other.c_str(), fullPath.c_str()) != 0)
        return false;
    ::unlink(other.c_str());
    return true;
}

} // namespace

Expected<void> FileTransaction::stage(const std::string& path, const QByteArray& expected, const QByteArray& content)
{
    if (m_workTree.empty() || !isTreePath(path))
        return fileError("file.outside", path);
    if (const auto checked = checkDirectories(m_workTree, path); !checked)
        return checked;
    File file{path, m_workTree + '/' + path, expected, content, {}, true, false};
    struct stat status{};
    if (::lstat(file.fullPath.c_str(), &status) != 0) {
        if (errno != ENOENT)
            return unwritable(path, std::strerror(errno));
        file.existed = false;
        if (!expected.isEmpty())
            return fileError("file.changed", path);
        if (const auto made = makeDirectories(path); !made)
            return made;
        constexpr unsigned ordinaryMode = 0644;
        return writeBeside(file, ordinaryMode, -1);
    }
    if (const auto checked = checkReplaceable(file.fullPath, path, status); !checked)
        return checked;
    const auto now = readRegularFile(file.fullPath, path);
    if (!now)
        return std::unexpected(now.error());
    if (*now != expected)
        return fileError("file.changed", path);
    return writeBeside(file, status.st_mode & 07777U, static_cast<long>(status.st_gid));
}

Expected<void> FileTransaction::makeDirectories(const std::string& path)
{
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const std::string directory = m_workTree + '/' + path.substr(0, slash);
        if (::mkdir(directory.c_str(), 0777) == 0)
            m_madeDirectories.push_back(directory);
        else if (errno != EEXIST)
            return unwritable(path, std::strerror(errno));
    }
    return {};
}

Expected<void> FileTransaction::writeBeside(File& file, unsigned mode, long group)
{
    file.other = directoryOf(file.fullPath) + "/.meshdraft-XXXXXX";
    const UniqueFd handle(::mkostemp(file.other.data(), O_CLOEXEC));
    if (!handle.isOpen())
        return unwritable(file.path, std::strerror(errno));
    m_files.push_back(file); // from here on the destructor removes it
    std::string_view rest(file.content.constData(), static_cast<std::size_t>(file.content.size()));
    while (!rest.empty()) {
        const ssize_t count = ::write(handle.get(), rest.data(), rest.size());
        if (count < 0 && errno != EINTR)
            return unwritable(file.path, std::strerror(errno));
        if (count > 0)
            rest.remove_prefix(static_cast<std::size_t>(count));
    }
    // The group first: changing it clears the set-id bits. A group that we are not in cannot be given; mode and
    // content count more.
    if (group >= 0 && ::fchown(handle.get(), static_cast<uid_t>(-1), static_cast<gid_t>(group)) != 0)
        errno = 0;
    if (::fchmod(handle.get(), mode) != 0 || ::fsync(handle.get()) != 0)
        return unwritable(file.path, std::strerror(errno));
    return {};
}

Expected<void> FileTransaction::swapIn()
{
    for (File& file : m_files) {
        if (auto swapped = swapIn(file); !swapped) {
            undo();
            return swapped;
        }
    }
    for (const File& file : m_files)
        syncDirectory(directoryOf(file.fullPath));
    return {};
}

Expected<void> FileTransaction::swapIn(File& file)
{
    if (!file.existed) {
        if (!putNew(file.other, file.fullPath))
            return errno == EEXIST ? fileError("file.changed", file.path) : unwritable(file.path, std::strerror(errno));
        file.other.clear();
        file.swapped = true;
        return {};
    }
    if (!exchangeFiles(file.other, file.fullPath))
        return errno == ENOENT ? fileError("file.changed", file.path) : unwritable(file.path, std::strerror(errno));
    // What was exchanged may be newer than what was checked, and then goes back untouched.
    const auto old = readRegularFile(file.other, file.path);
    if (!old || *old != file.expected) {
        exchangeFiles(file.other, file.fullPath);
        return fileError("file.changed", file.path);
    }
    file.swapped = true;
    return {};
}

void FileTransaction::moveOldFilesTo(const std::string& directory)
{
    std::size_t number = 0;
    for (File& file : m_files) {
        const std::string place = directory + "/old-" + std::to_string(number++);
        if (file.swapped && file.existed && ::rename(file.other.c_str(), place.c_str()) == 0)
            file.other = place;
    }
}

std::vector<FileTransaction::Foreign> FileTransaction::undo()
{
    std::vector<Foreign> foreign;
    for (const File& file : m_files | std::views::reverse) {
        if (!file.swapped) {
            ::unlink(file.other.c_str());
            continue;
        }
        const auto now = readRegularFile(file.fullPath, file.path);
        if (now && *now != file.content && *now != file.expected)
            foreign.push_back({file.path, *now});
        if (file.existed)
            ::rename(file.other.c_str(), file.fullPath.c_str());
        else
            ::unlink(file.fullPath.c_str());
        syncDirectory(directoryOf(file.fullPath));
    }
    for (const std::string& directory : m_madeDirectories | std::views::reverse)
        ::rmdir(directory.c_str());
    forget();
    return foreign;
}

void FileTransaction::keep()
{
    for (const File& file : m_files) {
        if (!file.other.empty())
            ::unlink(file.other.c_str());
    }
    forget();
}

void FileTransaction::forget()
{
    m_files.clear();
    m_madeDirectories.clear();
}

} // namespace meshdraft::git
