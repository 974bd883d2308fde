// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/codeownersof.h"

#include "models/git/history.h"

#include <algorithm>

namespace meshdraft::workspace {
namespace {

std::optional<QByteArray> readPlace(const git::Repository& repository, const QString& revision, std::string_view place)
{
    const std::string path(place);
    if (revision.isEmpty()) {
        auto bytes = repository.readWorkFile(path);
        return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
    }
    auto bytes = repository.readRevisionFile(revision, path);
    return bytes ? std::move(*bytes) : std::nullopt;
}

/// True for what Git has as a tree: not the working tree and not the index.
bool isTree(const QString& revision)
{
    return !revision.isEmpty() && revision != git::indexRevision;
}

} // namespace

changes::CodeOwners codeOwnersOf(const Snapshot& snapshot, const QString& revision)
{
    if (!snapshot.repository)
        return {};
    for (const std::string_view place : changes::CodeOwners::places) {
        if (const auto text = readPlace(*snapshot.repository, revision, place))
            return changes::CodeOwners(std::string_view(text->constData(), static_cast<std::size_t>(text->size())));
    }
    return {};
}

std::vector<std::string> changedCodeOwners(const Snapshot& comparison)
{
    std::vector<std::string> changed;
    if (!comparison.repository || !comparison.base)
        return changed;
    const auto& base = *comparison.base;
    const auto& head = comparison.revision;
    if (isTree(base) && isTree(head)) {
        // one call of git, where reading each place of both sides would be two dozen
        if (const auto differing = git::changesBetween(*comparison.repository, base, head)) {
            for (const std::string_view place : changes::CodeOwners::places) {
                const auto isIt = [&](const git::RawChange& change) {
                    return change.path == place || (change.status == 'R' && change.oldPath == place);
                };
                if (std::ranges::any_of(*differing, isIt))
                    changed.emplace_back(place);
            }
            return changed;
        }
    }
    for (const std::string_view place : changes::CodeOwners::places) {
        if (readPlace(*comparison.repository, base, place) != readPlace(*comparison.repository, head, place))
            changed.emplace_back(place);
    }
    return changed;
}

} // namespace meshdraft::workspace
