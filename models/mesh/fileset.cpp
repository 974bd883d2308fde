// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/fileset.h"

#include <algorithm>

namespace meshdraft::mesh {

const SourceFile* FileSet::find(std::string_view path) const
{
    const auto found =
        std::ranges::lower_bound(files, path, {}, [](const SourceFile& file) { return std::string_view(file.path); });
    return found == files.end() || found->path != path ? nullptr : &*found;
}

FileSet FileSet::with(std::string_view path, source::ParsedTextPtr text) const
{
    FileSet changed = *this;
    const auto place = std::ranges::lower_bound(changed.files, path, {},
                                                [](const SourceFile& file) { return std::string_view(file.path); });
    if (place != changed.files.end() && place->path == path) {
        place->text = std::move(text);
    } else {
        changed.files.insert(place, {std::string(path), std::move(text)});
    }
    std::erase_if(changed.errors, [&](const Error& error) { return error.where.path == path; });
    return changed;
}

} // namespace meshdraft::mesh
