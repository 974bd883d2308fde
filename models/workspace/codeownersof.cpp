// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/codeownersof.h"

namespace meshdraft::workspace {

changes::CodeOwners codeOwnersOf(const Snapshot& snapshot, const QString& revision)
{
    if (!snapshot.repository)
        return {};
    const auto textOf = [&](const std::string& path) -> std::optional<QByteArray> {
        if (revision.isEmpty()) {
            auto bytes = snapshot.repository->readWorkFile(path);
            return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
        }
        auto bytes = snapshot.repository->readRevisionFile(revision, path);
        return bytes ? std::move(*bytes) : std::nullopt;
    };
    for (const std::string_view place : changes::CodeOwners::places) {
        if (const auto text = textOf(std::string(place)))
            return changes::CodeOwners(std::string_view(text->constData(), static_cast<std::size_t>(text->size())));
    }
    return {};
}

} // namespace meshdraft::workspace
