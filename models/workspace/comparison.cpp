// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/comparison.h"

#include "models/git/history.h"
#include "models/git/patchtree.h"
#include "models/workspace/derive.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/reader.h"

#include <algorithm>
#include <iterator>
#include <thread>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

Error cancelled()
{
    return {.code = "open.cancelled", .args = {}, .where = {}};
}

constexpr auto patchPrefix = "patch:"_L1;

/// Where the dots of a range are. The path of a patch may have dots itself.
qsizetype dotsOf(const QString& text)
{
    const auto before = text.indexOf("..patch:"_L1);
    if (before >= 0)
        return before > 0 && text[before - 1] == u'.' ? before - 1 : before;
    return text.startsWith(patchPrefix) ? text.lastIndexOf(".."_L1) : text.indexOf(".."_L1);
}

/// Makes the tree of an end that is a patch on top of the other one.
Expected<void> applyAt(const git::Repository& repository, QString& end, QString& patch, const QString& other)
{
    patch = end.sliced(patchPrefix.size());
    if (other.isEmpty())
        return std::unexpected(Error{.code = "patch.workTree", .args = {patch.toStdString()}, .where = {}});
    auto tree = git::applyPatchFile(repository, other.startsWith(patchPrefix) ? u"HEAD"_s : other, patch);
    if (!tree)
        return std::unexpected(tree.error());
    end = std::move(*tree);
    return {};
}

/// One end of a range.
QString endOf(const QString& written)
{
    if (written.isEmpty())
        return u"HEAD"_s;
    return written == ":worktree"_L1 ? QString() : written;
}

} // namespace

std::optional<Expected<RevisionRange>> readRange(const git::Repository& repository, const QString& text)
{
    const auto dots = dotsOf(text);
    if (dots < 0)
        return std::nullopt;
    const bool fromMergeBase = text.sliced(dots).startsWith("..."_L1);
    RevisionRange range{.base = endOf(text.first(dots)), .head = endOf(text.sliced(dots + (fromMergeBase ? 3 : 2)))};
    const bool isBasePatch = range.base.startsWith(patchPrefix);
    const bool isHeadPatch = range.head.startsWith(patchPrefix);
    if (isBasePatch || isHeadPatch) {
        // a patch has no commits: where it parts from its base is the base
        const QString base = range.base;
        if (isBasePatch) {
            if (auto made = applyAt(repository, range.base, range.basePatch, range.head); !made)
                return std::unexpected(made.error());
        }
        if (isHeadPatch) {
            if (auto made = applyAt(repository, range.head, range.headPatch, base); !made)
                return std::unexpected(made.error());
        }
        return range;
    }
    if (!fromMergeBase)
        return range;
    const auto commitOf = [](const QString& end) {
        return end.isEmpty() || end == git::indexRevision ? u"HEAD"_s : end;
    };
    const auto bases = git::mergeBases(repository, commitOf(range.base), commitOf(range.head));
    if (!bases)
        return std::unexpected(bases.error());
    if (bases->size() == 1)
        range.base = bases->front();
    return range;
}

Expected<SnapshotPtr> readComparison(const QString& directory, const RevisionRange& range,
                                     const std::function<void(int, int)>& progress, const std::stop_token& stop,
                                     std::shared_ptr<ParseCache> cache)
{
    auto repository = git::Repository::open(directory);
    if (!repository)
        return std::unexpected(repository.error());
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->cache = cache ? std::move(cache) : std::make_shared<ParseCache>();
    snapshot->base = range.base;
    snapshot->revision = range.head;
    auto head = repository->head();
    if (!head)
        return std::unexpected(head.error());
    snapshot->head = std::move(*head);
    // The head is listed while the base is read, and read after it: most of its texts are then known.
    Expected<std::vector<git::FileEntry>> later;
    std::jthread listing([&] { later = listFiles(*repository, range.head); });
    auto before = readFiles(*repository, range.base, *snapshot->cache, progress, stop);
    listing.join();
    if (!before)
        return std::unexpected(before.error());
    auto after = later.and_then([&](std::vector<git::FileEntry>& entries) {
        return readFiles(*repository, std::move(entries), *snapshot->cache, {}, stop);
    });
    if (!after)
        return std::unexpected(after.error());
    snapshot->renderSource.cache = snapshot->cache->renders();
    snapshot->repository = std::move(*repository);
    snapshot->saved = std::move(before->files);
    snapshot->current = std::move(after->files);
    snapshot->filesRead = after->read;
    snapshot->filesSkipped = after->skipped;
    return snapshot;
}

std::vector<mesh::Environment> comparedEnvironments(const Snapshot& comparison)
{
    return environmentsOfBoth(environmentsIn(comparison, comparison.current),
                              environmentsIn(comparison, comparison.saved));
}

Expected<SnapshotPtr> openComparison(const QString& directory, const RevisionRange& range,
                                     const std::string& environment, const std::function<void(int, int)>& progress,
                                     const std::stop_token& stop, std::shared_ptr<ParseCache> cache)
{
    return readComparison(directory, range, progress, stop, std::move(cache))
        .and_then([&](const SnapshotPtr& read) { return withComparedEnvironment(*read, environment); })
        .and_then([&](SnapshotPtr snapshot) -> Expected<SnapshotPtr> {
            if (stop.stop_requested())
                return std::unexpected(cancelled());
            return snapshot;
        });
}

SnapshotPtr comparisonOf(const Snapshot& base, const Snapshot& head)
{
    auto next = std::make_shared<Snapshot>(head);
    next->base = base.revision;
    next->saved = base.current;
    next->savedLastGood = base.lastGood;
    next->savedRender = base.render;
    next->savedGraph = base.graph;
    next->savedChecks = base.checks;
    next->savedFindings = base.findings;
    next->savedEffective = base.effective;
    next->suppressions = base.suppressions;
    std::vector<std::string> files;
    std::ranges::set_union(base.environment.files, head.environment.files, std::back_inserter(files));
    next->environment.files = std::move(files);
    next->environment.isComplete = base.environment.isComplete;
    deriveDifference(*next);
    return next;
}

Expected<SnapshotPtr> withComparedEnvironment(const Snapshot& comparison, const std::string& environment)
{
    auto next = std::make_shared<Snapshot>(comparison);
    if (auto derived = deriveComparison(*next, environment); !derived)
        return std::unexpected(derived.error());
    return next;
}

Expected<SnapshotPtr> withComparedHead(const Snapshot& comparison, const QString& head, const std::stop_token& stop)
{
    auto next = std::make_shared<Snapshot>(comparison);
    auto after = readFiles(*next->repository, head, *next->cache, {}, stop);
    if (!after)
        return std::unexpected(after.error());
    next->revision = head;
    next->current = std::move(after->files);
    next->filesRead = after->read;
    next->filesSkipped = after->skipped;
    return withComparedEnvironment(*next, comparison.environment.name);
}

} // namespace meshdraft::workspace
