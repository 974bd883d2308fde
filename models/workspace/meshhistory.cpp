// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/meshhistory.h"

#include "models/workspace/historysubject.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshdraft::workspace {
namespace {

std::unexpected<Error> failed(const char* code, std::vector<std::string> args = {})
{
    return std::unexpected(Error{.code = code, .args = std::move(args), .where = {}});
}

using Resources = std::vector<mesh::ResourcePtr>;

class Historian {
public:
    Historian(const git::Repository& repository, const HistorySubject& subject, const MeshHistoryOptions& options,
              ParseCache& cache, const std::function<bool(MeaningfulCommit)>& found, const std::stop_token& stop)
        : m_repository(repository)
        , m_subject(subject)
        , m_filter(subject)
        , m_options(options)
        , m_policy(options.policy ? *options.policy : changes::RiskPolicy::builtIn())
        , m_cache(cache)
        , m_found(found)
        , m_stop(stop)
    {
    }

    Expected<MeshHistoryEnd> run();

private:
    struct Sides {
        Resources before;
        Resources after;
    };

    Expected<void> walk(const QString& head, const std::string& followed);
    bool take(git::RawCommit commit);
    bool settle();
    void prefetch();
    bool consider(const git::RawCommit& commit);
    bool isRelevant(const git::RawChange& change) const;
    void followRename(const git::RawChange& change);
    Sides sidesOf(const git::RawCommit& commit);
    void readSide(Resources& side, const std::string& path, const std::string& blob);
    void findOrigin(const git::RawCommit& commit, Sides& sides);
    bool report(const git::RawCommit& commit, const Sides& sides);
    source::ParsedTextPtr textOf(const std::string& blob);
    source::ParsedTextPtr parse(std::string text);

    const git::Repository& m_repository;
    const HistorySubject& m_subject;
    const SubjectFilter m_filter;
    const MeshHistoryOptions& m_options;
    const changes::RiskPolicy& m_policy;
    ParseCache& m_cache;
    const std::function<bool(MeaningfulCommit)>& m_found;
    const std::stop_token& m_stop;

    std::set<std::string, std::less<>> m_files; ///< in which the resource stands, going back; empty: any
    bool m_isFollowing = false; ///< git follows the only one
    std::optional<std::pair<QString, std::string>> m_next; ///< where it came from: commit and file
    std::vector<git::RawCommit> m_batch;
    std::size_t m_batchSize = 1;
    std::map<std::string, QByteArray> m_blobs; ///< of the batch
    source::ParsedTextPtr m_last; ///< of the file that is followed
    int m_reported = 0;
    MeshHistoryEnd m_end;
};

Expected<MeshHistoryEnd> Historian::run()
{
    const auto head = m_repository.resolve(m_options.revision);
    if (!head)
        return std::unexpected(head.error());
    if (m_subject.isResource()) {
        auto files = m_subject.paths;
        if (files.empty())
            files = filesOfResource(m_repository, *head, m_subject, m_filter, m_cache);
        m_files = {files.begin(), files.end()};
    }
    m_next = std::pair(*head, m_files.size() == 1 ? *m_files.begin() : std::string());
    while (const auto next = std::exchange(m_next, std::nullopt)) {
        m_isFollowing = !next->second.empty();
        if (const auto walked = walk(next->first, next->second); !walked)
            return std::unexpected(walked.error());
    }
    if (m_reported == 0 && m_subject.isResource() && m_files.empty() && m_end.isComplete)
        return failed("history.noSuchResource", {m_subject.kind, m_subject.name});
    return m_end;
}

Expected<void> Historian::walk(const QString& head, const std::string& followed)
{
    constexpr int all = 100'000'000;
    const auto looked = git::eachCommit(
        m_repository, {.head = head, .exclude = {}, .limit = all, .skip = 0}, followed,
        [this](git::RawCommit commit) { return take(std::move(commit)); }, m_stop);
    if (!looked)
        return looked;
    if (m_end.isComplete && !m_next)
        (void)settle();
    return m_stop.stop_requested() ? failed("open.cancelled") : Expected<void>();
}

/// Commits are looked at a few at once, so that git is asked for many blobs together; the first ones come at once.
bool Historian::take(git::RawCommit commit)
{
    std::erase_if(commit.changes, [this](const git::RawChange& change) {
        return !m_filter.takesPath(change.path) && !m_filter.takesPath(change.oldPath);
    });
    if (commit.changes.empty())
        return true;
    m_batch.push_back(std::move(commit));
    return m_batch.size() < m_batchSize || settle();
}

bool Historian::settle()
{
    constexpr std::size_t most = 64;
    m_batchSize = std::min(m_batchSize * 2, most);
    prefetch();
    bool goesOn = true;
    for (const auto& commit : m_batch) {
        goesOn = !m_stop.stop_requested() && consider(commit);
        if (!goesOn)
            break;
    }
    m_batch.clear();
    m_blobs.clear();
    return goesOn;
}

void Historian::prefetch()
{
    std::set<std::string> wanted;
    for (const auto& commit : m_batch) {
        for (const auto& change : commit.changes) {
            if (!isRelevant(change))
                continue;
            for (const auto* blob : {&change.oldBlob, &change.blob}) {
                if (!blob->empty() && m_cache.find(*blob) == nullptr)
                    wanted.insert(*blob);
            }
        }
    }
    const std::vector<std::string> blobs(wanted.begin(), wanted.end());
    std::size_t done = 0;
    while (done < blobs.size()) {
        for (auto& bytes : m_repository.readBlobs(std::span(blobs).subspan(done))) {
            if (bytes)
                m_blobs.emplace(blobs[done], std::move(*bytes));
            ++done;
        }
    }
}

bool Historian::isRelevant(const git::RawChange& change) const
{
    return m_isFollowing || m_files.empty() || m_files.contains(change.path) || m_files.contains(change.oldPath);
}

void Historian::followRename(const git::RawChange& change)
{
    if (!m_files.empty() && change.status == 'R')
        m_files.insert(change.oldPath);
}

source::ParsedTextPtr Historian::textOf(const std::string& blob)
{
    if (blob.empty())
        return nullptr;
    if (auto known = m_cache.find(blob))
        return known;
    auto read = m_blobs.find(blob);
    if (read == m_blobs.end()) {
        auto bytes = m_repository.readBlob(QString::fromStdString(blob));
        if (!bytes)
            return nullptr;
        read = m_blobs.emplace(blob, std::move(*bytes)).first;
    }
    const std::string_view text(read->second.constData(), static_cast<std::size_t>(read->second.size()));
    return m_filter.takesText(text) ? parse(std::string(text)) : nullptr;
}

/// Versions of one file come one after the other: only the documents that differ are parsed.
source::ParsedTextPtr Historian::parse(std::string text)
{
    if (!m_isFollowing)
        return m_cache.parse(std::move(text));
    if (m_last == nullptr || m_last->kind != source::TextKind::Yaml) {
        m_last = m_cache.parse(std::move(text));
        return m_last;
    }
    const std::string& before = *m_last->text;
    const auto most = std::min(before.size(), text.size());
    const auto front = static_cast<std::size_t>(std::ranges::mismatch(before, text).in2 - text.begin());
    std::size_t back = 0;
    while (back < most - front && before[before.size() - 1 - back] == text[text.size() - 1 - back])
        ++back;
    const source::ByteRange changed{static_cast<std::uint32_t>(front), static_cast<std::uint32_t>(text.size() - back)};
    m_last = source::reparseText(*m_last, std::move(text), changed);
    m_cache.insert(m_last);
    return m_last;
}

void Historian::readSide(Resources& side, const std::string& path, const std::string& blob)
{
    const auto text = textOf(blob);
    if (text == nullptr)
        return;
    auto resources = mesh::readResources({}, path, text, "default");
    // Neighbours of a resource tell nothing of it; to name a host's resources it takes them all.
    if (m_subject.isResource())
        std::erase_if(resources, [this](const auto& each) { return !m_filter.takes(*each); });
    std::ranges::move(resources, std::back_inserter(side));
}

Historian::Sides Historian::sidesOf(const git::RawCommit& commit)
{
    Sides sides;
    for (const auto& change : commit.changes) {
        if (!isRelevant(change))
            continue;
        followRename(change);
        readSide(sides.before, change.oldPath, change.oldBlob);
        readSide(sides.after, change.path, change.blob);
    }
    return sides;
}

/// A resource that comes into a file may go from another one in the same commit.
void Historian::findOrigin(const git::RawCommit& commit, Sides& sides)
{
    if (commit.commit.parents.empty())
        return;
    const auto& parent = commit.commit.parents.front();
    const auto changed = git::changesBetween(m_repository, parent, commit.commit.id);
    if (!changed)
        return;
    for (const auto& change : *changed) {
        const bool isKnown = std::ranges::contains(commit.changes, change.path, &git::RawChange::path);
        if ((m_isFollowing && isKnown) || m_files.contains(change.oldPath) || !m_filter.takesPath(change.oldPath))
            continue;
        const auto size = sides.before.size();
        readSide(sides.before, change.oldPath, change.oldBlob);
        if (sides.before.size() == size)
            continue;
        readSide(sides.after, change.path, change.blob);
        m_files.insert(change.oldPath);
        if (m_isFollowing)
            m_next = std::pair(parent, change.oldPath);
        return;
    }
}

bool Historian::consider(const git::RawCommit& commit)
{
    auto sides = sidesOf(commit);
    if (m_subject.isResource() && !m_files.empty() && sides.before.empty() && !sides.after.empty())
        findOrigin(commit, sides);
    ++m_end.looked;
    if (!sides.before.empty() || !sides.after.empty()) {
        if (!report(commit, sides)) {
            m_end.isComplete = false;
            m_next.reset();
            return false;
        }
    }
    return !m_next;
}

bool Historian::report(const git::RawCommit& commit, const Sides& sides)
{
    const auto before = mesh::MeshGraph::build({}, sides.before);
    const auto after = mesh::MeshGraph::build({}, sides.after);
    MeaningfulCommit result{commit.commit, changes::compareGraphs(*before, *after)};
    std::erase_if(result.change.resources, [this](const changes::ResourceChange& change) {
        const bool isMeant =
            (change.before && m_filter.takes(*change.before)) || (change.after && m_filter.takes(*change.after));
        return !isMeant || (change.before && change.after && change.fields.empty());
    });
    if (result.change.resources.empty())
        return true;
    m_policy.classify(result.change, *before, *after);
    ++m_reported;
    const bool goesOn = m_found(std::move(result));
    return goesOn && (m_options.limit <= 0 || m_reported < m_options.limit);
}

} // namespace

Expected<MeshHistoryEnd> historyOfMeaning(const git::Repository& repository, const HistorySubject& subject,
                                          const MeshHistoryOptions& options, ParseCache& cache,
                                          const std::function<bool(MeaningfulCommit)>& found,
                                          const std::stop_token& stop)
{
    return Historian(repository, subject, options, cache, found, stop).run();
}

} // namespace meshdraft::workspace
