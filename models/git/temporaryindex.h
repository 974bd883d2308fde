// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/gitcommand.h"

#include <QString>
#include <QTemporaryDir>

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::git {

/// An index in a directory of its own, in which trees are made: the repository's index and the files stay as they are.
class TemporaryIndex {
public:
    /// Git runs in `directory`.
    explicit TemporaryIndex(std::string directory)
        : m_directory(std::move(directory))
    {
    }

    /// As runGit, with this index.
    Expected<ProcessResult> run(std::vector<std::string> arguments, std::string_view input = {}) const;
    /// As outputOfGit, with this index.
    Expected<QByteArray> output(std::vector<std::string> arguments, std::string_view input = {}) const;
    /// Writes the tree of what it holds; its id. Objects may be missing, as in a partial clone.
    Expected<QString> writeTree() const;

private:
    Expected<GitCall> callOf(std::vector<std::string> arguments, std::string_view input) const;

    std::string m_directory;
    QTemporaryDir m_place;
};

} // namespace meshdraft::git
