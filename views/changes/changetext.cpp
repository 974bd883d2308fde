// SPDX-License-Identifier: Apache-2.0
#include "views/changes/changetext.h"

#include <algorithm>
#include <vector>

namespace meshdraft::views {

std::shared_ptr<const std::string> textIn(const mesh::FileSet& files, const std::string& path)
{
    const mesh::SourceFile* file = files.find(path);
    return file != nullptr && file->text ? file->text->text : std::make_shared<const std::string>();
}

const mesh::ResourcePtr& shownResource(const changes::ResourceChange& change)
{
    return change.after ? change.after : change.before;
}

std::string fileOf(const workspace::Snapshot& snapshot, const changes::ResourceChange& change,
                   const mesh::FieldPath& field)
{
    const mesh::ResourcePtr& resource = shownResource(change);
    if (!snapshot.isRendered() || snapshot.isPredicted) {
        return resource->source.path;
    }
    const std::vector<std::string> changed = snapshot.changedFiles();
    const source::NodeRef node = field.isEmpty() ? source::NodeRef() : field.resolve(resource->rootNode());
    const std::string decides = resource->locate(node.isValid() ? node.id() : source::noNode).path;
    return changed.empty() || std::ranges::contains(changed, decides) ? decides : changed.front();
}

} // namespace meshdraft::views
