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

/// An existing file may be replaced and holds what is expected.
Expected<void> checkExisting(const FilePlace& place, const struct stat& status, const QByteArray& expected)
{
    if (const auto checked = checkReplaceable(place.fullPath(), place.path, status); !checked)
        return checked;
    const auto now = readRegularFile(place.fullPath(), place.path);
    if (!now)
        return std::unexpected(now.error());
    return *now == expected ? Expected<void>() : fileError("file.changed", place.path);
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

/// A name for a file that leaves its place, beside it and not taken; empty when there can be none.
std::string freeNameBeside(const std::string& fullPath)
{
    std::string name = directoryOf(fullPath) + "/.meshdraft-XXXXXX";
    const UniqueFd handle(::mkostemp(name.data(), O_CLOEXEC));
    if (!handle.isOpen())
        return {};
    ::unlink(name.c_str());
    return name;
}

} // namespace

Expected<void> FileTransaction::stage(const std::string& path, const QByteArray& expected, const QByteArray& content)
{
    if (m_workTree.empty() || !isTreePath(path))
        return fileError("file.outside", path);
    if (const auto checked = checkDirectories(m_workTree, path); !checked)
        return checked;
    File file{{m_workTree, path}, Kind::Replace, expected, content, {}, false};
    struct stat status{};
    if (::lstat(file.place.fullPath().c_str(), &status) != 0) {
        if (errno != ENOENT)
            return unwritable(path, std::strerror(errno));
        file.kind = Kind::Make;
        if (!expected.isEmpty())
            return fileError("file.changed", path);
        if (const auto made = makeDirectories(path); !made)
            return made;
        constexpr unsigned ordinaryMode = 0644;
        return writeBeside(file, ordinaryMode, -1);
    }
    return checkExisting(file.place, status, expected).and_then([&] {
        return writeBeside(file, status.st_mode & 07777U, static_cast<long>(status.st_gid));
    });
}

Expected<void> FileTransaction::stageRemoval(const std::string& path, const QByteArray& expected)
{
    if (m_workTree.empty() || !isTreePath(path))
        return fileError("file.outside", path);
    if (const auto checked = checkDirectories(m_workTree, path); !checked)
        return checked;
    File file{{m_workTree, path}, Kind::Remove, expected, {}, {}, false};
    struct stat status{};
    if (::lstat(file.place.fullPath().c_str(), &status) != 0)
        return errno == ENOENT ? fileError("file.changed", path) : unwritable(path, std::strerror(errno));
    return checkExisting(file.place, status, expected).transform([&] { m_files.push_back(std::move(file)); });
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
    file.other = directoryOf(file.place.fullPath()) + "/.meshdraft-XXXXXX";
    const UniqueFd handle(::mkostemp(file.other.data(), O_CLOEXEC));
    if (!handle.isOpen())
        return unwritable(file.place.path, std::strerror(errno));
    m_files.push_back(file); // from here on the destructor removes it
    std::string_view rest(file.content.constData(), static_cast<std::size_t>(file.content.size()));
    while (!rest.empty()) {
        const ssize_t count = ::write(handle.get(), rest.data(), rest.size());
        if (count < 0 && errno != EINTR)
            return unwritable(file.place.path, std::strerror(errno));
        if (count > 0)
            rest.remove_prefix(static_cast<std::size_t>(count));
    }
    // The group first: changing it clears the set-id bits. A group that we are not in cannot be given; mode and
    // content count more.
    if (group >= 0 && ::fchown(handle.get(), static_cast<uid_t>(-1), static_cast<gid_t>(group)) != 0)
        errno = 0;
    if (::fchmod(handle.get(), mode) != 0 || ::fsync(handle.get()) != 0)
        return unwritable(file.place.path, std::strerror(errno));
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
        syncDirectory(directoryOf(file.place.fullPath()));
    return {};
}

Expected<void> FileTransaction::swapIn(File& file)
{
    if (file.kind == Kind::Replace)
        return replace(file);
    if (file.kind == Kind::Remove)
        return moveAway(file);
    if (!moveToFreePlace(file.other, file.place.fullPath()))
        return errno == EEXIST ? fileError("file.changed", file.place.path)
                               : unwritable(file.place.path, std::strerror(errno));
    file.other.clear();
    file.swapped = true;
    return {};
}

Expected<void> FileTransaction::replace(File& file)
{
    if (!exchangeFiles(file.other, file.place.fullPath()))
        return errno == ENOENT ? fileError("file.changed", file.place.path)
                               : unwritable(file.place.path, std::strerror(errno));
    file.swapped = true;
    // What was exchanged may be newer than what was checked, and then goes back untouched, by undo().
    const auto old = readRegularFile(file.other, file.place.path);
    return old && *old == file.expected ? Expected<void>() : fileError("file.changed", file.place.path);
}

Expected<void> FileTransaction::moveAway(File& file)
{
    file.other = freeNameBeside(file.place.fullPath());
    if (file.other.empty() || !moveToFreePlace(file.place.fullPath(), file.other)) {
        file.other.clear();
        return errno == ENOENT ? fileError("file.changed", file.place.path)
                               : unwritable(file.place.path, std::strerror(errno));
    }
    file.swapped = true;
    const auto old = readRegularFile(file.other, file.place.path);
    return old && *old == file.expected ? Expected<void>() : fileError("file.changed", file.place.path);
}

void FileTransaction::moveOldFilesTo(const std::string& directory)
{
    std::size_t number = 0;
    for (File& file : m_files) {
        const std::string place = directory + "/old-" + std::to_string(number++);
        if (file.swapped && file.kind != Kind::Make && ::rename(file.other.c_str(), place.c_str()) == 0)
            file.other = place;
    }
}

void FileTransaction::undo(const StoreContent& store)
{
    for (File& file : m_files | std::views::reverse) {
        if (!file.swapped) {
            // Nobody else knows of this one.
            if (!file.other.empty())
                ::unlink(file.other.c_str());
            continue;
        }
        if (file.kind == Kind::Make)
            takeAway(file, store);
        else
            putBack(file, store);
        syncDirectory(directoryOf(file.place.fullPath()));
    }
    for (const std::string& directory : m_madeDirectories | std::views::reverse)
        ::rmdir(directory.c_str());
    forget();
}

void FileTransaction::putBack(File& file, const StoreContent& store)
{
    const std::string fullPath = file.place.fullPath();
    // More than once only where somebody else is changing the place at this very moment.
    constexpr int tries = 100;
    for (int i = 0; i < tries; ++i) {
        struct stat status{};
        if (::lstat(fullPath.c_str(), &status) == 0) {
            // Somebody's directory or link is not ours to move.
            if (!S_ISREG(status.st_mode))
                break;
            if (exchangeFiles(file.other, fullPath)) {
                discard(file, file.content, store);
                return;
            }
        } else if (errno == ENOENT && makeDirectories(file.place.path) && moveToFreePlace(file.other, fullPath)) {
            return;
        }
        if (errno != ENOENT && errno != EEXIST)
            break;
    }
    m_notes.push_back(keepBeside(file.other, file.place, "kept.old"));
}

void FileTransaction::takeAway(File& file, const StoreContent& store)
{
    const std::string fullPath = file.place.fullPath();
    struct stat status{};
    if (::lstat(fullPath.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return;
    file.other = freeNameBeside(fullPath);
    if (file.other.empty() || !moveToFreePlace(fullPath, file.other))
        return;
    // There was no file, so what somebody else made or wrote here may stay where it was put.
    if (!store) {
        const auto now = readRegularFile(file.other, file.place.path);
        if ((!now || *now != file.content) && moveToFreePlace(file.other, fullPath))
            return;
    }
    discard(file, file.content, store);
}

void FileTransaction::discard(const File& file, const QByteArray& known, const StoreContent& store)
{
    if (auto note = removeKnown(file.other, known, file.place, store))
        m_notes.push_back(std::move(*note));
}

void FileTransaction::keep()
{
    for (const File& file : m_files) {
        if (file.kind != Kind::Make)
            discard(file, file.expected);
    }
    forget();
}

void FileTransaction::forget()
{
    m_files.clear();
    m_madeDirectories.clear();
}

} // namespace meshdraft::git
