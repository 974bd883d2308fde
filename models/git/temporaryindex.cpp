// SPDX-License-Identifier: Apache-2.0
#include "models/git/temporaryindex.h"

namespace meshdraft::git {

Expected<GitCall> TemporaryIndex::callOf(std::vector<std::string> arguments, std::string_view input) const
{
    if (!m_place.isValid()) {
        return std::unexpected(
            Error{"git.failed", {"git " + arguments.front(), m_place.errorString().toStdString()}, {}});
    }
    // a split index has a part in the git directory
    arguments.insert(arguments.begin(), {"-c", "core.splitIndex=false"});
    return GitCall{.arguments = std::move(arguments),
                   .access = Access::Safe,
                   .input = input,
                   .environment = {"GIT_INDEX_FILE=" + m_place.filePath(QStringLiteral("index")).toStdString()}};
}

Expected<ProcessResult> TemporaryIndex::run(std::vector<std::string> arguments, std::string_view input) const
{
    return callOf(std::move(arguments), input).and_then([this](const GitCall& call) {
        return runGit(m_directory, call);
    });
}

Expected<QByteArray> TemporaryIndex::output(std::vector<std::string> arguments, std::string_view input) const
{
    return callOf(std::move(arguments), input).and_then([this](const GitCall& call) {
        return outputOfGit(m_directory, call);
    });
}

Expected<QString> TemporaryIndex::writeTree() const
{
    return output({"write-tree", "--missing-ok"}).transform([](const QByteArray& tree) {
        return QString::fromLatin1(withoutLineEnd(tree));
    });
}

} // namespace meshdraft::git
