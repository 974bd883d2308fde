// SPDX-License-Identifier: Apache-2.0
#include "app/cli/analyzeinput.h"

#include "models/git/namedfile.h"
#include "models/mesh/paths.h"
#include "models/workspace/looseinput.h"
#include "models/workspace/words.h"

#include <QDir>
#include <QFileInfo>

#include <map>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

/// Reads a file that the user names; "-" is standard input.
Expected<std::string> readInput(const QString& path)
{
    const auto bytes = path == "-"_L1 ? git::readStandardInput() : git::readNamedFile(path);
    return bytes.transform(&QByteArray::toStdString);
}

/// Where a path is.
struct Place {
    QString top; ///< of the Git repository that holds it; empty: none does
    std::string path; ///< relative to `top`; as written where there is none
};

/// Finds the repositories of paths, and keeps what was read of them.
class Repositories {
public:
    explicit Repositories(QString revision)
        : m_revision(std::move(revision))
    {
    }

    /// Errors: those of git::Repository::open, but for "git.noRepository".
    Expected<Place> placeOf(const QString& written, const QString& repository)
    {
        const QString full = repository.isEmpty() ? written : QDir(repository).filePath(written);
        // a path that only a revision has is there in part
        QFileInfo info(QFileInfo(full).absoluteFilePath());
        QStringList missing;
        while (!info.exists() && !info.isRoot()) {
            missing.prepend(info.fileName());
            info.setFile(info.path());
        }
        const auto known = info.canonicalFilePath();
        const auto top = topOf(info.isDir() ? known : QFileInfo(known).path());
        if (!top)
            return std::unexpected(top.error());
        if (top->isEmpty())
            return Place{{}, QDir::cleanPath(written).toStdString()};
        const auto absolute = QDir::cleanPath(known + u'/' + missing.join(u'/'));
        return Place{*top, QDir(*top).relativeFilePath(absolute).toStdString()};
    }

    /// A repository at the revision, read once.
    Expected<workspace::SnapshotPtr> revisionOf(const QString& top)
    {
        auto& known = m_snapshots[top];
        if (!known) {
            auto opened = workspace::openSnapshot(top, m_revision, {});
            if (!opened)
                return std::unexpected(opened.error());
            known = std::move(*opened);
        }
        return known;
    }

private:
    Expected<QString> topOf(const QString& directory)
    {
        const auto [known, isNew] = m_tops.try_emplace(directory);
        if (isNew) {
            const auto opened = git::Repository::open(directory);
            if (!opened && opened.error().code != "git.noRepository")
                return std::unexpected(opened.error());
            if (opened)
                known->second = opened->isBare() ? directory : QFileInfo(opened->workTree()).canonicalFilePath();
        }
        return known->second;
    }

    QString m_revision;
    std::map<QString, QString> m_tops; ///< by directory; empty: in no repository
    std::map<QString, workspace::SnapshotPtr> m_snapshots; ///< by top
};

/// Files given together are one mesh, called as the directory that has them all; a lone one is called as it is.
std::string nameOf(const std::vector<mesh::SourceFile>& files)
{
    if (files.size() == 1)
        return files.front().path;
    std::string_view common = mesh::parentOf(files.front().path);
    for (const auto& file : files) {
        while (common != "." && !mesh::isWithin(file.path, common))
            common = mesh::parentOf(common);
    }
    return std::string(common);
}

/// What PATHs mean.
class Meshes {
public:
    Meshes(const CommonOptions& common, bool repositoryIsGiven)
        : m_common(common)
        , m_repository(repositoryIsGiven ? common.repository : QString())
        , m_repositories(common.revision)
    {
    }

    Expected<void> add(const QString& path)
    {
        if (path == "-"_L1)
            return addText(path, "-");
        const auto place = m_repositories.placeOf(path, m_repository);
        if (!place)
            return std::unexpected(place.error());
        if (!m_common.revision.isEmpty())
            return addOfRevision(*place, path);
        const QString full = m_repository.isEmpty() ? path : QDir(m_repository).filePath(path);
        return QFileInfo(full).isDir() ? addDirectory(*place, full) : addText(full, place->path);
    }

    std::vector<workspace::SnapshotPtr> take()
    {
        if (!m_texts.empty()) {
            const auto name = nameOf(m_texts);
            m_snapshots.push_back(workspace::snapshotOfTexts(std::move(m_texts), name));
        }
        return std::move(m_snapshots);
    }

private:
    Expected<void> addText(const QString& file, const std::string& path)
    {
        auto bytes = readInput(file);
        if (!bytes)
            return std::unexpected(bytes.error());
        m_texts.push_back({.path = path, .text = source::parseText(std::move(*bytes))});
        return {};
    }

    Expected<void> addOfRevision(const Place& place, const QString& written)
    {
        if (place.top.isEmpty()) {
            return std::unexpected(
                Error{.code = "git.noRepository", .args = {QFileInfo(written).path().toStdString()}, .where = {}});
        }
        const auto whole = m_repositories.revisionOf(place.top);
        if (!whole)
            return std::unexpected(whole.error());
        if (const auto* file = (*whole)->saved.find(place.path)) {
            m_texts.push_back(*file);
            return {};
        }
        return keep(workspace::withEnvironment(**whole, place.path));
    }

    Expected<void> addDirectory(const Place& place, const QString& directory)
    {
        if (!place.top.isEmpty())
            return keep(workspace::openSnapshot(place.top, {}, place.path));
        if (m_repository.isEmpty())
            return keep(workspace::openDirectory(directory, "."));
        return keep(workspace::openDirectory(m_repository, place.path));
    }

    Expected<void> keep(Expected<workspace::SnapshotPtr> opened)
    {
        if (!opened)
            return std::unexpected(opened.error());
        if ((*opened)->environmentError)
            return std::unexpected(*(*opened)->environmentError);
        complainOfProjectFile(**opened);
        m_snapshots.push_back(std::move(*opened));
        return {};
    }

    const CommonOptions& m_common;
    QString m_repository; ///< empty: PATHs are relative to the current directory
    Repositories m_repositories;
    std::vector<mesh::SourceFile> m_texts;
    std::vector<workspace::SnapshotPtr> m_snapshots;
};

/// Those of the common options, also in a directory that is in no repository.
std::vector<workspace::SnapshotPtr> openCommon(const CommonOptions& common)
{
    if (common.revision.isEmpty() && QFileInfo(common.repository).isDir()) {
        const auto opened = git::Repository::open(common.repository);
        if (!opened && opened.error().code == "git.noRepository") {
            const auto name = common.environment == "all" ? std::string() : common.environment;
            return snapshotsFrom(workspace::openDirectory(common.repository, name), common);
        }
    }
    return openSnapshots(common);
}

} // namespace

std::vector<workspace::SnapshotPtr> openMeshes(const CommonOptions& common, bool repositoryIsGiven,
                                               const QStringList& paths)
{
    if (paths.isEmpty())
        return openCommon(common);
    Meshes meshes(common, repositoryIsGiven);
    for (const auto& path : paths) {
        if (const auto added = meshes.add(path); !added) {
            complain(workspace::errorText(added.error()));
            return {};
        }
    }
    return meshes.take();
}

source::ParsedTextPtr readMeshConfigFile(const QString& path)
{
    auto bytes = readInput(path);
    if (!bytes) {
        complain(workspace::errorText(bytes.error()));
        return nullptr;
    }
    auto text = source::parseText(std::move(*bytes));
    const auto printed = workspace::printable(path.toStdString());
    if (!text->errors.empty()) {
        auto error = text->errors.front();
        error.where.path = path.toStdString();
        complain(workspace::errorText(error));
        return nullptr;
    }
    const bool isLone = text->kind == source::TextKind::Yaml && text->documents.size() == 1;
    const auto root = isLone ? text->documents.front()->root() : source::NodeRef();
    if (!root.isMapping() || root["kind"].isValid()) {
        complain(u"%1 is no MeshConfig: one YAML mapping with its fields (rootNamespace, defaultConfig ...), as "
                 "data.mesh of the ConfigMap istio holds it."_s.arg(printed));
        return nullptr;
    }
    return text;
}

} // namespace meshdraft::cli
