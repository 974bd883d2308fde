// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/fileset.h"

#include <algorithm>

namespace meshdraft::mesh {

namespace {

auto placeOf(const SharedVector<SourceFile>& files, std::string_view path)
{
    return std::ranges::lower_bound(files, path, {},
                                    [](const SourceFile& file) { return std::string_view(file.path); });
}

} // namespace

const SourceFile* FileSet::find(std::string_view path) const
{
    const auto found = placeOf(files, path);
    return found == files.end() || found->path != path ? nullptr : &*found;
}

void FileSet::put(std::string_view path, source::ParsedTextPtr text)
{
    std::erase_if(errors, [&](const Error& error) { return error.where.path == path; });
    const auto place = placeOf(files, path);
    const auto index = place - files.begin();
    const bool isThere = place != files.end() && place->path == path;
    if (isThere && text) {
        files.edit(static_cast<std::size_t>(index)).text = std::move(text);
        return;
    }
    if (!isThere && !text)
        return;
    std::vector<SourceFile> all(files.begin(), files.end());
    if (isThere) {
        all.erase(all.begin() + index);
    } else {
        all.insert(all.begin() + index, {std::string(path), std::move(text)});
    }
    files = std::move(all);
}

FileSet FileSet::with(std::string_view path, source::ParsedTextPtr text) const
{
    FileSet changed = *this;
    changed.put(path, std::move(text));
    return changed;
}

} // namespace meshdraft::mesh
