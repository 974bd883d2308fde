// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/lastgood.h"

#include <algorithm>

namespace meshdraft::workspace {

bool isBroken(const source::ParsedText& text)
{
    return text.kind != source::TextKind::Yaml
        || std::ranges::any_of(text.errors, [](const Error& error) { return error.code != "source.duplicateKey"; });
}

source::ParsedTextPtr shownText(const LastGood& lastGood, const mesh::SourceFile& file)
{
    const auto found = lastGood.find(file.path);
    return found == lastGood.end() ? file.text : found->second;
}

void followText(LastGood& lastGood, const std::string& path, const source::ParsedTextPtr& before,
                const source::ParsedTextPtr& after)
{
    if (!after || !isBroken(*after)) {
        lastGood.erase(path);
    } else if (before && !isBroken(*before)) {
        lastGood.insert_or_assign(path, before);
    }
}

mesh::FileSet shownFiles(mesh::FileSet files, const LastGood& lastGood)
{
    for (const auto& [path, text] : lastGood) {
        if (files.find(path) != nullptr)
            files.put(path, text);
    }
    return files;
}

} // namespace meshdraft::workspace
