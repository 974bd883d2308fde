// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <optional>

namespace meshdraft::git {

/// Runs a function in a child process whose mounts nobody else sees; what it returns (0 to 100). Nothing where the
/// system allows no such mounts.
inline std::optional<int> inMountNamespace(const std::function<int()>& function)
{
    constexpr int noNamespace = 101;
    const pid_t child = ::fork();
    if (child == 0) {
        const bool isOwn = ::unshare(CLONE_NEWNS) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0;
        if (!isOwn || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
            ::_exit(noNamespace);
        ::_exit(function());
    }
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status))
        return -1;
    return WEXITSTATUS(status) == noNamespace ? std::nullopt : std::optional(WEXITSTATUS(status));
}

/// Makes a directory read-only for this mount namespace.
inline bool mountReadOnly(const char* directory)
{
    return ::mount(directory, directory, nullptr, MS_BIND, nullptr) == 0
        && ::mount(nullptr, directory, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
}

} // namespace meshdraft::git
