// SPDX-License-Identifier: Apache-2.0
#include "models/git/attributes.h"

#include "models/git/repositorystate.h"

namespace meshdraft::git {

Expected<std::set<std::string>> convertedPaths(const Repository& repository, const std::vector<std::string>& paths)
{
    std::set<std::string> converted;
    if (paths.empty() || repository.isBare())
        return converted;
    std::string input;
    for (const std::string& path : paths)
        input += path + '\0';
    const auto output =
        repository.state().read({"check-attr", "-z", "--stdin", "filter", "working-tree-encoding", "ident"}, input);
    if (!output)
        return std::unexpected(output.error());
    const auto parts = splitAtNul(*output); // path, attribute, value
    for (std::size_t i = 0; i + 2 < parts.size(); i += 3) {
        if (parts[i + 2] != "unspecified" && parts[i + 2] != "unset")
            converted.emplace(parts[i]);
    }
    return converted;
}

Expected<std::optional<QByteArray>> readCheckedOut(const Repository& repository, const QString& revision,
                                                   const std::string& path)
{
    const auto commit = repository.resolve(revision);
    if (!commit)
        return std::unexpected(commit.error());
    const auto entries = treeEntries(repository.state(), commit->toStdString(), {path});
    if (!entries)
        return std::unexpected(entries.error());
    const bool isFile =
        entries->size() == 1 && entries->front().path == path && entries->front().mode.starts_with("100");
    if (!isFile)
        return repository.readRevisionFile(revision, path);
    const GitCall call{{"cat-file", "--filters", "--path=" + path, entries->front().object}, Access::User, {}, {}};
    return outputOfGit(repository.state().directory(), call).transform([](QByteArray content) {
        return std::optional(std::move(content));
    });
}

} // namespace meshdraft::git
