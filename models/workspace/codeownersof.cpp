// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/codeownersof.h"

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
    for (const std::string_view place : changes::CodeOwners::places) {
        if (readPlace(*comparison.repository, *comparison.base, place)
            != readPlace(*comparison.repository, comparison.revision, place))
            changed.emplace_back(place);
    }
    return changed;
}

} // namespace meshdraft::workspace
