// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/reader.h"

#include "models/workspace/parsecache.h"

#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <span>
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

Outcome readWorkTreeFile(const git::Repository& repository, const std::string& path, ParseCache& cache)
{
    auto text = readWorkFile(repository, path, cache);
    if (text)
        return {.text = std::move(*text), .error = {}};
    if (isGone(repository, path))
        return {};
    return {.text = nullptr, .error = located(std::move(text.error()), path)};
}

/// Files and what became of them; several threads take from it, each file once.
class Reading {
public:
    Reading(const git::Repository& repository, std::vector<git::FileEntry> entries, ParseCache& cache)
        : m_repository(repository)
        , m_cache(cache)
        , m_entries(std::move(entries))
        , m_outcomes(m_entries.size())
    {
    }

    int count() const { return static_cast<int>(m_entries.size()); }
    /// Reads until nothing is left; `progress` (may be empty) is called now and then.
    void readSome(const std::function<void(int, int)>& progress, const std::stop_token& stop);
    ReadFiles collect();

private:
    void readRange(std::size_t first, std::size_t last);
    void readBlobs(std::span<const std::size_t> places);

    const git::Repository& m_repository;
    ParseCache& m_cache;
    std::vector<git::FileEntry> m_entries;
    std::vector<Outcome> m_outcomes;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<int> m_done = 0;
};

void Reading::readSome(const std::function<void(int, int)>& progress, const std::stop_token& stop)
{
    // Git is asked for a handful of blobs at once: one thread parses what it got while the other one waits for git.
    constexpr std::size_t atOnce = 32;
    while (!stop.stop_requested()) {
        const auto first = m_next.fetch_add(atOnce);
        if (first >= m_entries.size())
            return;
        const auto last = std::min(first + atOnce, m_entries.size());
        readRange(first, last);
        const auto done = m_done.fetch_add(static_cast<int>(last - first));
        if (progress)
            progress(done + static_cast<int>(last - first), count());
    }
}

void Reading::readRange(std::size_t first, std::size_t last)
{
    std::vector<std::size_t> wanted;
    for (auto i = first; i < last; ++i) {
        const auto& entry = m_entries[i];
        if (entry.isSymlink)
            continue;
        if (entry.hasConflict) {
            m_outcomes[i].error = Error{.code = "file.conflict", .args = {entry.path}, .where = {.path = entry.path}};
        } else if (entry.blob.isEmpty()) {
            m_outcomes[i] = readWorkTreeFile(m_repository, entry.path, m_cache);
        } else if (auto known = m_cache.find(entry.blob.toStdString())) {
            // Git's object id is the ContentId (not so with SHA-256, where nothing is found): equal blobs are not even
            // read again.
            m_outcomes[i].text = std::move(known);
        } else {
            wanted.push_back(i);
        }
    }
    readBlobs(wanted);
}

void Reading::readBlobs(std::span<const std::size_t> places)
{
    std::vector<std::string> blobs;
    blobs.reserve(places.size());
    for (const auto place : places)
        blobs.push_back(m_entries[place].blob.toStdString());
    std::size_t done = 0;
    while (done < blobs.size()) {
        auto contents = m_repository.readBlobs(std::span(blobs).subspan(done));
        for (auto& content : contents) {
            const auto place = places[done++];
            if (content) {
                m_outcomes[place].text = m_cache.parse(content->toStdString());
            } else {
                m_outcomes[place].error = located(std::move(content.error()), m_entries[place].path);
            }
        }
    }
}

ReadFiles Reading::collect()
{
    ReadFiles result;
    std::vector<mesh::SourceFile> files;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        auto& outcome = m_outcomes[i];
        if (outcome.text) {
            const bool isYaml = outcome.text->kind == source::TextKind::Yaml;
            ++(isYaml ? result.read : result.skipped);
            files.push_back({.path = m_entries[i].path, .text = std::move(outcome.text)});
        } else if (outcome.error) {
            ++result.skipped;
            if (outcome.error->code != "file.symlink")
                result.files.errors.push_back(std::move(*outcome.error));
        } else if (m_entries[i].isSymlink) {
            ++result.skipped;
        }
    }
    std::ranges::sort(files, {}, &mesh::SourceFile::path);
    result.files.files = std::move(files);
    return result;
}

} // namespace

bool isMeshFile(std::string_view path)
{
    const auto name = path.substr(path.rfind('/') + 1);
    return name.ends_with(".yaml") || name.ends_with(".yml") || name == "Kustomization";
}

Expected<std::vector<git::FileEntry>> listFiles(const git::Repository& repository, const QString& revision)
{
    auto entries = revision.isEmpty() ? repository.filesOfWorkTree() : repository.filesOf(revision);
    if (entries)
        std::erase_if(*entries, [](const auto& entry) { return entry.isSubmodule || !isMeshFile(entry.path); });
    return entries;
}

Expected<ReadFiles> readFiles(const git::Repository& repository, std::vector<git::FileEntry> entries, ParseCache& cache,
                              const std::function<void(int, int)>& progress, const std::stop_token& stop)
{
    Reading reading(repository, std::move(entries), cache);
    {
        const std::jthread second([&] { reading.readSome({}, stop); });
        reading.readSome(progress, stop);
    }
    if (stop.stop_requested())
        return std::unexpected(Error{.code = "open.cancelled", .args = {}, .where = {}});
    if (progress)
        progress(reading.count(), reading.count());
    return reading.collect();
}

Expected<ReadFiles> readFiles(const git::Repository& repository, const QString& revision, ParseCache& cache,
                              const std::function<void(int, int)>& progress, const std::stop_token& stop)
{
    return listFiles(repository, revision).and_then([&](std::vector<git::FileEntry> entries) {
        return readFiles(repository, std::move(entries), cache, progress, stop);
    });
}

bool isGone(const git::Repository& repository, const std::string& path)
{
    const QFileInfo info(repository.workTree() + u'/' + QString::fromStdString(path));
    return !info.exists() && !info.isSymLink();
}

Expected<source::ParsedTextPtr> readWorkFile(const git::Repository& repository, const std::string& path,
                                             ParseCache& cache)
{
    const auto bytes = repository.readWorkFile(path);
    if (!bytes)
        return std::unexpected(located(bytes.error(), path));
    return cache.parse(bytes->toStdString());
}

} // namespace meshdraft::workspace
