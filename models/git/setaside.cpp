// SPDX-License-Identifier: Apache-2.0
#include "models/git/setaside.h"

#include "models/git/process.h"
#include "models/git/worktree.h"

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <thread>

namespace meshdraft::git {

namespace {

using namespace std::chrono_literals;

constexpr int writerLooks = 10;
constexpr auto writerPause = 20ms; ///< a program that writes a file in one go is done by then
constexpr int mostNames = 1000;

enum class Writers : std::uint8_t { None, Some, Unknown };

/// Whether a program has the file open for writing. The system gives a read lease only where none has, and holds up
/// any that comes while `fd` is open. Unknown where it gives none at all (another owner, some network file systems).
Writers writersOf(int fd)
{
    // The ordinary signal of a lease that ends would end us; this one is ignored by default.
    ::fcntl(fd, F_SETSIG, SIGURG);
    if (::fcntl(fd, F_SETLEASE, F_RDLCK) == 0)
        return Writers::None;
    return errno == EAGAIN ? Writers::Some : Writers::Unknown;
}

Writers waitForWriters(int fd)
{
    Writers writers = writersOf(fd);
    for (int look = 1; look < writerLooks && writers == Writers::Some; ++look) {
        std::this_thread::sleep_for(writerPause);
        writers = writersOf(fd);
    }
    return writers;
}

std::string lastPart(const std::string& path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string above(const std::string& path)
{
    return path.substr(0, path.rfind('/'));
}

} // namespace

bool moveToFreePlace(const std::string& from, const std::string& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    // File systems without the flag answer EINVAL.
    const bool lacksFlag = errno == EINVAL || errno == ENOSYS || errno == ENOTSUP;
    if (!lacksFlag || ::link(from.c_str(), to.c_str()) != 0)
        return false;
    ::unlink(from.c_str());
    return true;
}

std::optional<Error> removeKnown(const std::string& file, const QByteArray& known, const FilePlace& place,
                                 const StoreContent& store)
{
    const UniqueFd handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!handle.isOpen() && errno == ENOENT)
        return std::nullopt;
    struct stat status{};
    if (!handle.isOpen() || ::fstat(handle.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return keepBeside(file, place, "kept.foreign");
    // The lease lasts until the end of this function: what is read is what is removed.
    const bool isClosed = waitForWriters(handle.get()) != Writers::Some;
    const auto content = readRegularFile(file, place.path);
    const bool isKnown = content && *content == known;
    if (isClosed && isKnown) {
        ::unlink(file.c_str());
        return std::nullopt;
    }
    if (isClosed && content && store) {
        if (const std::string stored = store(*content); !stored.empty()) {
            ::unlink(file.c_str());
            return Error{"kept.blob", {place.path, stored}, {}};
        }
    }
    return keepBeside(file, place, isKnown ? "kept.open" : "kept.foreign");
}

Error keepBeside(const std::string& file, const FilePlace& place, const char* code)
{
    const std::string name = lastPart(place.path);
    for (const std::string& base : {place.fullPath(), place.workTree + '/' + name, above(above(file)) + '/' + name}) {
        for (int number = 1; number < mostNames; ++number) {
            const std::string kept = base + ".kept-" + std::to_string(number);
            if (moveToFreePlace(file, kept)) {
                const bool isInside = kept.starts_with(place.workTree + '/');
                return {code, {place.path, isInside ? kept.substr(place.workTree.size() + 1) : kept}, {}};
            }
            if (errno != EEXIST)
                break;
        }
    }
    return {code, {place.path, file}, {}};
}

} // namespace meshdraft::git
