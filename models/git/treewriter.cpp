// SPDX-License-Identifier: Apache-2.0
#include "models/git/treewriter.h"

#include "models/git/repositorystate.h"
#include "models/git/temporaryindex.h"
#include "models/git/worktree.h"

namespace meshdraft::git {

Expected<QString> writeTree(const Repository& repository, const QString& commit, const std::vector<TreeFile>& files)
{
    const auto& state = repository.state();
    const TemporaryIndex index(state.directory());
    if (const auto read = index.output({"read-tree", commit.toStdString()}); !read)
        return std::unexpected(read.error());
    // "0 <null id>" takes an entry out.
    std::string entries;
    for (const TreeFile& file : files) {
        if (!isTreePath(file.path))
            return fileError("file.outside", file.path);
        if (file.isRemoved) {
            entries.insert(0, "0 " + std::string(state.objectIdLength, '0') + '\t' + file.path + '\0');
            continue;
        }
        const std::string_view content(file.content.constData(), static_cast<std::size_t>(file.content.size()));
        const auto blob = index.output({"hash-object", "-w", "--no-filters", "--stdin"}, content);
        if (!blob)
            return std::unexpected(blob.error());
        entries += file.mode + ' ' + withoutLineEnd(*blob).toStdString() + '\t' + file.path + '\0';
    }
    if (const auto put = index.output({"update-index", "-z", "--index-info"}, entries); !put)
        return std::unexpected(put.error());
    return index.writeTree();
}

Expected<QByteArray> patchBetween(const Repository& repository, const QString& from, const QString& to)
{
    return repository.state().read({"-c", "diff.orderFile=/dev/null", "diff-tree", "-r", "-p", "--no-color",
                                    "--find-renames", "--no-ext-diff", "--no-textconv", "--src-prefix=a/",
                                    "--dst-prefix=b/", from.toStdString(), to.toStdString(), "--"});
}

} // namespace meshdraft::git
