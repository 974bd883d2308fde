// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/commitfiles.h"

#include "models/changes/documentmerge.h"
#include "models/git/attributes.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/reader.h"

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

QByteArray bytesOf(const std::string& text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// The text with the line ends that `committed` has: Git turns CRLF into LF on the way in where it is told to, and an
/// edit of a file that was checked out with CRLF must not change the line ends of what is committed.
std::string lineEndsAs(const std::string& text, const std::string& committed)
{
    if (committed.contains('\r') || !text.contains('\r'))
        return text;
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n')
            result += text[i];
    }
    return result;
}

/// The content of a path in HEAD (as the work tree would have it, where Git converts it); nothing when HEAD has no such
/// file.
Expected<std::optional<std::string>> committedText(const Snapshot& snapshot, const std::string& path, bool isConverted)
{
    if (snapshot.head.isUnborn())
        return std::nullopt;
    const auto& repository = *snapshot.repository;
    const auto bytes = isConverted ? git::readCheckedOut(repository, snapshot.head.commit, path)
                                   : repository.readRevisionFile(snapshot.head.commit, path);
    if (!bytes)
        return std::unexpected(bytes.error());
    return *bytes ? std::optional((*bytes)->toStdString()) : std::nullopt;
}

} // namespace

std::optional<std::string> editOnto(const std::string& other, const std::string& before, const std::string& after,
                                    ParseCache& cache)
{
    auto merged = changes::mergeDocuments(*cache.parse(before), *cache.parse(after), *cache.parse(other));
    if (!merged.conflicts.empty())
        return std::nullopt;
    // What comes out must read at least as well as what was there.
    if (cache.parse(merged.text)->errors.size() > cache.parse(other)->errors.size())
        return std::nullopt;
    return std::move(merged.text);
}

Expected<std::vector<git::CommitFile>> commitFiles(const Snapshot& snapshot)
{
    auto files = workTreeFiles(snapshot);
    const auto converted = git::convertedPaths(*snapshot.repository, snapshot.changedFiles());
    if (!converted)
        return std::unexpected(converted.error());
    for (auto& file : files) {
        const auto committed = committedText(snapshot, file.path, converted->contains(file.path));
        if (!committed)
            return std::unexpected(committed.error());
        // A file that Git does not know yet is committed whole: there is nothing to put the edit on. So is one that
        // was gone from the disk and comes back.
        const auto& saved = *snapshot.saved.find(file.path)->text->text;
        if (!*committed || saved == **committed || file.isRemoved || isGone(*snapshot.repository, file.path))
            continue;
        const auto& current = *snapshot.current.find(file.path)->text->text;
        const auto content = editOnto(**committed, saved, current, *snapshot.cache);
        if (!content)
            return std::unexpected(Error{.code = "commit.overlap", .args = {file.path}, .where = {.path = file.path}});
        file.workContent = std::exchange(file.content, bytesOf(*content));
    }
    return files;
}

std::vector<git::CommitFile> workTreeFiles(const Snapshot& snapshot)
{
    std::vector<git::CommitFile> files;
    for (const auto& path : snapshot.changedFiles()) {
        const auto* before = snapshot.saved.find(path);
        const auto* after = snapshot.current.find(path);
        if (before == nullptr || after == nullptr)
            continue;
        git::CommitFile file;
        file.path = path;
        file.expected = bytesOf(*before->text->text);
        file.content = bytesOf(*after->text->text);
        // a YAML file without anything in it is of no use to anybody
        file.isRemoved = file.content.isEmpty() && !file.expected.isEmpty();
        files.push_back(std::move(file));
    }
    return files;
}

Expected<std::vector<std::string>> filesWithForeignChanges(const Snapshot& snapshot)
{
    std::vector<std::string> paths;
    const auto changed = snapshot.changedFiles();
    const auto converted = git::convertedPaths(*snapshot.repository, changed);
    if (!converted)
        return std::unexpected(converted.error());
    for (const auto& path : changed) {
        // Looking at a commit runs no filter; making it does.
        if (converted->contains(path) || isGone(*snapshot.repository, path))
            continue;
        const auto committed = committedText(snapshot, path, false);
        if (!committed)
            return std::unexpected(committed.error());
        const auto* saved = snapshot.saved.find(path);
        if (saved != nullptr && *committed && lineEndsAs(*saved->text->text, **committed) != **committed)
            paths.push_back(path);
    }
    return paths;
}

} // namespace meshdraft::workspace
