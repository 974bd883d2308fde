// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/filesource.h"

#include "models/git/worktree.h"
#include "models/mesh/paths.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>

namespace meshdraft::kustomize {

namespace {

class DirectorySource final : public FileSource {
public:
    explicit DirectorySource(std::string directory)
        : m_directory(std::move(directory))
    {
    }

    PathKind kindOf(const std::string& path) const override
    {
        if (path == ".")
            return PathKind::Directory;
        PathKind kind = PathKind::Absent;
        for (std::size_t slash = path.find('/');; slash = path.find('/', slash + 1)) {
            kind = kindOfPart(path.substr(0, slash));
            if (slash == std::string::npos || kind != PathKind::Directory)
                return slash == std::string::npos || kind == PathKind::Symlink ? kind : PathKind::Absent;
        }
    }

    Expected<std::string> read(const std::string& path) const override
    {
        if (kindOf(path) == PathKind::Symlink)
            return git::fileError("file.symlink", path);
        return git::readRegularFile(m_directory + '/' + path, path).transform(&QByteArray::toStdString);
    }

private:
    PathKind kindOfPart(const std::string& path) const
    {
        struct stat status{};
        if (::lstat((m_directory + '/' + path).c_str(), &status) != 0)
            return PathKind::Absent;
        if (S_ISLNK(status.st_mode))
            return PathKind::Symlink;
        if (S_ISDIR(status.st_mode))
            return PathKind::Directory;
        return S_ISREG(status.st_mode) ? PathKind::File : PathKind::Absent;
    }

    std::string m_directory;
};

class RevisionSource final : public FileSource {
public:
    RevisionSource(git::Repository repository, const std::vector<git::FileEntry>& entries)
        : m_repository(std::move(repository))
    {
        for (const git::FileEntry& entry : entries) {
            if (entry.isSubmodule)
                continue;
            m_files.emplace(entry.path, entry);
            for (std::string_view at = mesh::parentOf(entry.path); at != "."; at = mesh::parentOf(at))
                m_directories.emplace(at);
        }
    }

    PathKind kindOf(const std::string& path) const override
    {
        if (path == "." || m_directories.contains(path))
            return PathKind::Directory;
        if (const auto file = m_files.find(path); file != m_files.end())
            return file->second.isSymlink ? PathKind::Symlink : PathKind::File;
        for (std::string_view at = mesh::parentOf(path); at != "."; at = mesh::parentOf(at)) {
            if (const auto link = m_files.find(at); link != m_files.end())
                return link->second.isSymlink ? PathKind::Symlink : PathKind::Absent;
        }
        return PathKind::Absent;
    }

    Expected<std::string> read(const std::string& path) const override
    {
        const auto file = m_files.find(path);
        if (file == m_files.end())
            return git::fileError("file.unreadable", path, "no such file in this revision");
        if (file->second.isSymlink)
            return git::fileError("file.symlink", path);
        return m_repository.readBlob(file->second.blob).transform(&QByteArray::toStdString);
    }

private:
    git::Repository m_repository;
    std::map<std::string, git::FileEntry, std::less<>> m_files;
    std::set<std::string, std::less<>> m_directories;
};

/// Directories that only files of an overlay make.
bool isParentOf(const std::string& path, std::string_view file)
{
    return file != path && mesh::isWithin(file, path);
}

class TextsSource final : public FileSource {
public:
    TextsSource(FileSourcePtr below, mesh::FileSet texts)
        : m_below(std::move(below))
        , m_texts(std::move(texts))
    {
    }

    PathKind kindOf(const std::string& path) const override
    {
        if (has(path))
            return PathKind::File;
        const PathKind below = m_below->kindOf(path);
        if (below != PathKind::Absent)
            return below;
        const auto next = std::ranges::lower_bound(m_texts.files, path + '/', {}, &mesh::SourceFile::path);
        return next != m_texts.files.end() && isParentOf(path, next->path) ? PathKind::Directory : below;
    }

    Expected<std::string> read(const std::string& path) const override
    {
        return has(path) ? *m_texts.find(path)->text->text : m_below->read(path);
    }

    source::ParsedTextPtr parsed(const std::string& path) const override
    {
        return has(path) ? m_texts.find(path)->text : m_below->parsed(path);
    }

private:
    bool has(const std::string& path) const
    {
        const mesh::SourceFile* file = m_texts.find(path);
        return file != nullptr && file->text != nullptr;
    }

    FileSourcePtr m_below;
    mesh::FileSet m_texts;
};

class BytesSource final : public FileSource {
public:
    BytesSource(FileSourcePtr below, std::map<std::string, std::string, std::less<>> bytes)
        : m_below(std::move(below))
        , m_bytes(std::move(bytes))
    {
    }

    PathKind kindOf(const std::string& path) const override
    {
        if (m_bytes.contains(path))
            return PathKind::File;
        const PathKind below = m_below->kindOf(path);
        const auto next = m_bytes.lower_bound(path + '/');
        if (below == PathKind::Absent && next != m_bytes.end() && isParentOf(path, next->first))
            return PathKind::Directory;
        return below;
    }

    Expected<std::string> read(const std::string& path) const override
    {
        const auto own = m_bytes.find(path);
        return own != m_bytes.end() ? own->second : m_below->read(path);
    }

    source::ParsedTextPtr parsed(const std::string& path) const override
    {
        return m_bytes.contains(path) ? nullptr : m_below->parsed(path);
    }

private:
    FileSourcePtr m_below;
    std::map<std::string, std::string, std::less<>> m_bytes;
};

} // namespace

source::ParsedTextPtr FileSource::parsed(const std::string& /*path*/) const
{
    return nullptr;
}

FileSourcePtr directorySource(const std::string& directory)
{
    return std::make_shared<const DirectorySource>(directory);
}

Expected<FileSourcePtr> revisionSource(const git::Repository& repository, const QString& revision)
{
    return repository.filesOf(revision).transform([&](const std::vector<git::FileEntry>& entries) -> FileSourcePtr {
        return std::make_shared<const RevisionSource>(repository, entries);
    });
}

FileSourcePtr withTexts(FileSourcePtr below, mesh::FileSet texts)
{
    return std::make_shared<const TextsSource>(std::move(below), std::move(texts));
}

FileSourcePtr withBytes(FileSourcePtr below, std::map<std::string, std::string, std::less<>> bytes)
{
    return std::make_shared<const BytesSource>(std::move(below), std::move(bytes));
}

} // namespace meshdraft::kustomize
