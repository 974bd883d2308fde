// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/scratch.h"

#include "models/mesh/paths.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <system_error>

namespace meshdraft::kustomize {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view prefix = "meshdraft-kustomize-";

std::unexpected<Error> failure(int reason)
{
    return std::unexpected(Error{"kustomize.scratch", {std::generic_category().message(reason)}, {}});
}

git::UniqueFd lockOf(const std::string& directory, int flags)
{
    git::UniqueFd lock(::open((directory + "/lock").c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (lock.isOpen() && ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0)
        lock.reset();
    return lock;
}

/// Removes what a crashed program left: ours, old enough not to be in the making, and locked by nobody.
void removeAbandoned(const fs::path& parent)
{
    std::error_code failed;
    for (fs::directory_iterator at(parent, failed), end; !failed && at != end; at.increment(failed)) {
        const std::string path = at->path().string();
        struct stat status{};
        if (!at->path().filename().string().starts_with(prefix) || ::lstat(path.c_str(), &status) != 0
            || !S_ISDIR(status.st_mode) || status.st_uid != ::getuid())
            continue;
        constexpr std::time_t minute = 60;
        if (std::time(nullptr) - status.st_mtime < minute || !lockOf(path, O_RDWR).isOpen())
            continue;
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
}

} // namespace

Expected<Scratch> Scratch::make()
{
    std::error_code failed;
    const fs::path parent = fs::temp_directory_path(failed);
    if (failed)
        return failure(failed.value());
    static std::once_flag once;
    std::call_once(once, removeAbandoned, parent);
    std::string name = (parent / prefix).string() + "XXXXXX";
    if (::mkdtemp(name.data()) == nullptr)
        return failure(errno);
    Scratch scratch;
    scratch.m_path = std::move(name);
    scratch.m_lock = lockOf(scratch.m_path, O_RDWR | O_CREAT);
    return scratch;
}

Scratch::Scratch(Scratch&& other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_lock(std::move(other.m_lock))
{
}

Scratch::~Scratch()
{
    if (m_path.empty())
        return;
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

Expected<void> Scratch::makeDirectory(std::string_view relative) const
{
    std::error_code failed;
    fs::create_directories(fs::path(m_path) / relative, failed);
    if (failed)
        return failure(failed.value());
    return {};
}

Expected<void> Scratch::write(const std::string& relative, std::string_view bytes) const
{
    if (const Expected<void> made = makeDirectory(mesh::parentOf(relative)); !made)
        return made;
    const std::string path = m_path + '/' + relative;
    const git::UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.isOpen())
        return failure(errno);
    while (!bytes.empty()) {
        const ssize_t count = ::write(file.get(), bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR)
            return failure(errno);
        bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    return {};
}

} // namespace meshdraft::kustomize
