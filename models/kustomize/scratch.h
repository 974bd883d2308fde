// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include "models/git/process.h"

#include <string>
#include <string_view>

namespace meshdraft::kustomize {

/// A directory of our own, readable by nobody else (0700), in the system's directory for temporary files. It is removed
/// with the object; what a crash leaves is removed when the next one is made.
class Scratch {
public:
    /// Errors: "kustomize.scratch" (args: reason).
    static Expected<Scratch> make();
    Scratch(Scratch&& other) noexcept;
    Scratch& operator=(Scratch&&) = delete;
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch();

    const std::string& path() const { return m_path; }
    /// Makes a directory below, with those above it. Errors: "kustomize.scratch".
    Expected<void> makeDirectory(std::string_view relative) const;
    /// Writes a file below, with the directories above it. Errors: "kustomize.scratch".
    Expected<void> write(const std::string& relative, std::string_view bytes) const;

private:
    Scratch() = default;

    std::string m_path;
    git::UniqueFd m_lock; ///< held while we live: whose lock is free is left over
};

} // namespace meshdraft::kustomize
