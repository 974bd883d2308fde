// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/reader.h"

#include "models/workspace/parsecache.h"

#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

/// What became of one listed file.
struct Outcome {
    source::ParsedTextPtr text;
    std::optional<Error> error;
};

Error located(Error error, const std::string& path)
{
    if (error.where.path.empty())
        error.where.path = path;
    return error;
}

/// True when a listed file of the working tree is not there (deleted, but still in the index): it is no error.
bool isGone(const git::Repository& repository, const std::string& path)
{
    const QFileInfo info(repository.workTree() + u'/' + QString::fromStdString(path));
    return !info.exists() && !info.isSymLink();
}

Outcome readOne(const git::Repository& repository, const git::FileEntry& entry, ParseCache& cache)
{
    if (entry.blob.isEmpty()) {
        auto text = readWorkFile(repository, entry.path, cache);
        if (text)
            return {.text = std::move(*text), .error = {}};
        if (isGone(repository, entry.path))
            return {};
        return {.text = nullptr, .error = located(std::move(text.error()), entry.path)};
    }
    // Git's object id is the ContentId: equal blobs are not even read again.
    if (auto known = cache.find(entry.blob.toStdString()))
        return {.text = std::move(known), .error = {}};
    const auto bytes = repository.readBlob(entry.blob);
    if (!bytes)
        return {.text = nullptr, .error = located(bytes.error(), entry.path)};
    return {.text = cache.parse(bytes->toStdString()), .error = {}};
}

ReadFiles collect(const std::vector<git::FileEntry>& entries, std::vector<Outcome>& outcomes)
{
    ReadFiles result;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto& outcome = outcomes[i];
        if (outcome.text) {
            const bool isYaml = outcome.text->kind == source::TextKind::Yaml;
            ++(isYaml ? result.read : result.skipped);
            result.files.files.push_back({.path = entries[i].path, .text = std::move(outcome.text)});
        } else if (outcome.error) {
            ++result.skipped;
            if (outcome.error->code != "file.symlink")
                result.files.errors.push_back(std::move(*outcome.error));
        } else if (entries[i].isSymlink) {
            ++result.skipped;
        }
    }
    std::ranges::sort(result.files.files, {}, &mesh::SourceFile::path);
    return result;
}

} // namespace

bool isMeshFile(std::string_view path)
{
    const auto name = path.substr(path.rfind('/') + 1);
    return name.ends_with(".yaml") || name.ends_with(".yml") || name == "Kustomization";
}

Expected<ReadFiles> readFiles(const git::Repository& repository, const QString& revision, ParseCache& cache,
                              const std::function<void(int, int)>& progress, const std::stop_token& stop)
{
    auto entries = revision.isEmpty() ? repository.filesOfWorkTree() : repository.filesOf(revision);
    if (!entries)
        return std::unexpected(entries.error());
    std::erase_if(*entries, [](const git::FileEntry& entry) { return entry.isSubmodule || !isMeshFile(entry.path); });

    std::vector<Outcome> outcomes(entries->size());
    std::atomic<std::size_t> next = 0;
    std::atomic<int> done = 0;
    const auto readSome = [&](const std::function<void()>& afterEach) {
        while (!stop.stop_requested()) {
            const auto i = next.fetch_add(1);
            if (i >= entries->size())
                return;
            if (!(*entries)[i].isSymlink)
                outcomes[i] = readOne(repository, (*entries)[i], cache);
            done.fetch_add(1);
            if (afterEach)
                afterEach();
        }
    };
    const auto all = static_cast<int>(entries->size());
    {
        const std::jthread second([&] { readSome({}); });
        readSome([&] {
            if (progress)
                progress(done.load(), all);
        });
    }
    if (stop.stop_requested())
        return std::unexpected(Error{.code = "open.cancelled", .args = {}, .where = {}});
    if (progress)
        progress(all, all);
    return collect(*entries, outcomes);
}

Expected<source::ParsedTextPtr> readWorkFile(const git::Repository& repository, const std::string& path,
                                             ParseCache& cache)
{
    const auto bytes = repository.readWorkFile(path);
    if (!bytes)
        return std::unexpected(located(bytes.error(), path));
    return cache.parse(bytes->toStdString());
}

void putFile(mesh::FileSet& files, const std::string& path, const source::ParsedTextPtr& text)
{
    std::erase_if(files.errors, [&](const Error& error) { return error.where.path == path; });
    const auto place = std::ranges::lower_bound(files.files, path, {}, &mesh::SourceFile::path);
    const bool isThere = place != files.files.end() && place->path == path;
    if (isThere && text)
        place->text = text;
    else if (isThere)
        files.files.erase(place);
    else if (text)
        files.files.insert(place, {.path = path, .text = text});
}

} // namespace meshdraft::workspace
