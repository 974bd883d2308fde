// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/looseinput.h"

#include "models/kustomize/filesource.h"
#include "models/mesh/environmentfiles.h"
#include "models/mesh/givenmeshconfig.h"
#include "models/mesh/halves.h"
#include "models/workspace/derive.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/reader.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

/// The YAML files of a directory and below, with paths relative to the top.
void listFiles(const QDir& directory, const std::string& prefix, std::vector<std::string>& paths,
               std::uint32_t& symlinks)
{
    const auto entries =
        directory.entryInfoList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const auto& entry : entries) {
        const auto path = prefix + entry.fileName().toStdString();
        if (entry.isSymLink()) {
            symlinks += isMeshFile(path) ? 1 : 0;
        } else if (entry.isDir()) {
            if (entry.fileName() != ".git"_L1)
                listFiles(QDir(entry.filePath()), path + '/', paths, symlinks);
        } else if (entry.isFile() && isMeshFile(path)) {
            paths.push_back(path);
        }
    }
}

std::shared_ptr<Snapshot> snapshotOf(mesh::FileSet files)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->cache = std::make_shared<ParseCache>();
    snapshot->renderSource.cache = snapshot->cache->renders();
    snapshot->saved = std::move(files);
    snapshot->current = snapshot->saved;
    return snapshot;
}

} // namespace

Expected<SnapshotPtr> openDirectory(const QString& directory, const std::string& environment)
{
    const QDir top(directory);
    if (!top.exists() || !QFileInfo(directory).isReadable())
        return std::unexpected(Error{.code = "directory.unreadable", .args = {directory.toStdString()}, .where = {}});
    std::uint32_t symlinks = 0;
    std::vector<std::string> paths;
    listFiles(top, {}, paths, symlinks);
    std::ranges::sort(paths);

    const auto tree = kustomize::directorySource(top.absolutePath().toStdString());
    std::vector<source::ParsedTextPtr> texts(paths.size());
    std::vector<std::optional<Error>> errors(paths.size());
    mesh::inHalves(paths.size(), [&](std::size_t i) {
        if (auto bytes = tree->read(paths[i]))
            texts[i] = source::parseText(std::move(*bytes));
        else
            errors[i] = bytes.error();
    });
    mesh::FileSet set;
    std::vector<mesh::SourceFile> files;
    std::uint32_t skipped = symlinks;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (errors[i]) {
            set.errors.push_back(std::move(*errors[i]));
            ++skipped;
        } else {
            skipped += texts[i]->kind == source::TextKind::Yaml ? 0 : 1;
            files.push_back({.path = paths[i], .text = std::move(texts[i])});
        }
    }
    set.files = std::move(files);

    auto snapshot = snapshotOf(std::move(set));
    snapshot->renderSource.tree = tree;
    snapshot->filesSkipped = skipped;
    snapshot->filesRead = static_cast<std::uint32_t>(paths.size()) + symlinks - skipped;
    snapshot->environments = environmentsIn(*snapshot, snapshot->saved);
    chooseFor(*snapshot, environment);
    deriveAll(*snapshot);
    return snapshot;
}

SnapshotPtr snapshotOfTexts(std::vector<mesh::SourceFile> texts, std::string name)
{
    std::ranges::stable_sort(texts, {}, &mesh::SourceFile::path);
    const auto rest = std::ranges::unique(texts, {}, &mesh::SourceFile::path);
    texts.erase(rest.begin(), rest.end());
    std::vector<mesh::Candidate> candidates;
    for (const auto& text : texts)
        candidates.push_back(mesh::summarise(text, mesh::fallbackNamespace));
    mesh::FileSet files;
    files.files = std::move(texts);
    auto snapshot = snapshotOf(std::move(files));
    snapshot->environment =
        mesh::assemble(std::move(name), mesh::EnvironmentKind::File, candidates, mesh::fallbackNamespace);
    snapshot->environments = {snapshot->environment};
    deriveAll(*snapshot);
    return snapshot;
}

SnapshotPtr withMeshConfig(const Snapshot& snapshot, const std::string& path, const source::ParsedTextPtr& text)
{
    auto next = std::make_shared<Snapshot>(snapshot);
    next->savedGraph = mesh::withMeshConfig(snapshot.savedGraph, path, text);
    next->savedChecks = checks::CheckResults({*next->savedGraph, next->saved, next->environment.files});
    next->savedFindings = next->savedChecks.findings();
    deriveFromSaved(*next);
    return next;
}

} // namespace meshdraft::workspace
