// SPDX-License-Identifier: Apache-2.0
// Any pending changes as stacked branches, in the order of what needs what.
#include "models/git/history.h"
#include "models/workspace/branchstack.h"
#include "models/workspace/pendingparts.h"
#include "models/workspace/stackbuilder.h"
#include "models/workspace/summary.h"

#include <algorithm>
#include <map>
#include <span>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

using Role = changes::OrderStep::Role;

std::vector<changes::OrderStep> stepsOf(const Snapshot& snapshot)
{
    return changes::orderOf(snapshot.change, *snapshot.savedGraph, *snapshot.graph);
}

QString nameOf(Role role)
{
    switch (role) {
    case Role::Provides:
        return u"add"_s;
    case Role::Removes:
        return u"remove"_s;
    case Role::Uses:
        break;
    }
    return u"use"_s;
}

/// The steps as parts. A resource that stands in two of them gains in the first one and loses in the last one.
PendingParts partsOf(const std::vector<changes::OrderStep>& steps)
{
    std::map<mesh::ResourceKey, PartRange> ranges;
    for (std::size_t step = 0; step < steps.size(); ++step) {
        for (const auto* change : steps[step].resources) {
            // A renamed one has two keys.
            for (const auto& side : {change->before, change->after}) {
                if (!side)
                    continue;
                const auto [known, isNew] = ranges.emplace(side->key, PartRange{step, step});
                known->second.loses = std::max(known->second.loses, step);
            }
        }
    }
    const auto uses = std::ranges::find(steps, Role::Uses, &changes::OrderStep::role);
    const auto rest = uses == steps.end() ? 0 : static_cast<std::size_t>(uses - steps.begin());
    return {.of =
                [ranges = std::move(ranges), rest](const changes::ResourceChange& change) {
                    const auto found = ranges.find((change.after ? change.after : change.before)->key);
                    return found == ranges.end() ? PartRange{rest, rest} : found->second;
                },
            .rest = rest};
}

/// Adds a branch a step; what is left is in the last one, whatever it is.
Expected<void> addSteps(StackBuilder& builder, const Snapshot& snapshot)
{
    const auto steps = stepsOf(snapshot);
    if (steps.size() < 2)
        return std::unexpected(Error{.code = "stack.noOrder", .args = {}, .where = {}});
    const auto parts = partsOf(steps);
    for (std::size_t step = 0; step < steps.size(); ++step) {
        const auto at = step + 1 < steps.size() ? upToPart(snapshot, parts, step)
                                                : Expected<SnapshotPtr>(std::make_shared<const Snapshot>(snapshot));
        if (!at)
            return std::unexpected(at.error());
        const auto added = builder.add(*at, nameOf(steps[step].role), {.role = steps[step].role, .note = {}});
        if (!added)
            return std::unexpected(added.error());
    }
    return {};
}

Expected<QString> commitOf(const Snapshot& comparison, const QString& revision)
{
    if (revision.isEmpty() || revision == git::indexRevision)
        return std::unexpected(Error{.code = "stack.noCommits", .args = {}, .where = {}});
    return comparison.repository->resolve(revision).transform_error(
        [](const Error&) { return Error{.code = "stack.noCommits", .args = {}, .where = {}}; });
}

/// The comparison as if its base were HEAD and its head were pending edits: a file that one side lacks is empty there.
Snapshot asPending(const Snapshot& comparison, const QString& base)
{
    Snapshot pending = comparison;
    pending.head.commit = base;
    pending.revision.clear();
    pending.base.reset();
    const auto nothing = source::parseText({});
    const auto addMissing = [&nothing](mesh::FileSet& to, const mesh::FileSet& from) {
        for (const auto& file : from.files) {
            if (to.find(file.path) == nullptr)
                to.put(file.path, nothing);
        }
    };
    addMissing(pending.saved, comparison.current);
    addMissing(pending.current, comparison.saved);
    return pending;
}

/// Puts into the last branch whatever the branches below it leave to do.
Expected<void> completeLast(BranchStack& stack, const git::Repository& repository, const QString& head)
{
    const auto changed = git::changesBetween(repository, stack.head, head);
    if (!changed)
        return std::unexpected(changed.error());
    std::map<std::string, std::shared_ptr<const std::string>> below;
    for (const auto& branch : std::span(stack.branches).first(stack.branches.size() - 1)) {
        for (const auto& file : branch.files)
            below[file.path] = file.after;
    }
    auto& files = stack.branches.back().files;
    files.clear();
    const auto nothing = std::make_shared<const std::string>();
    const auto textOf = [&](const std::string& blob) -> Expected<std::shared_ptr<const std::string>> {
        if (blob.empty())
            return nothing;
        return repository.readBlob(QString::fromStdString(blob)).transform([](const QByteArray& bytes) {
            return std::make_shared<const std::string>(bytes.toStdString());
        });
    };
    const auto add = [&](const std::string& path, const std::string& oldBlob, const std::string& blob,
                         const std::string& mode) -> Expected<void> {
        const auto known = below.find(path);
        const auto before =
            known != below.end() ? Expected<std::shared_ptr<const std::string>>(known->second) : textOf(oldBlob);
        const auto after = textOf(blob);
        if (!before || !after)
            return std::unexpected(before ? after.error() : before.error());
        files.push_back({.path = path, .before = *before, .after = *after, .mode = mode});
        return {};
    };
    for (const auto& change : *changed) {
        for (const auto* mode : {&change.oldMode, &change.mode}) {
            if (!mode->empty() && !mode->starts_with("100")) {
                return std::unexpected(
                    Error{.code = "stack.special", .args = {change.path}, .where = {.path = change.path}});
            }
        }
        const bool isMoved = change.status == 'R';
        if (isMoved) {
            if (auto gone = add(change.oldPath, change.oldBlob, {}, {}); !gone)
                return gone;
        }
        const bool isNew = isMoved || change.status == 'C';
        if (auto added = add(change.path, isNew ? std::string() : change.oldBlob, change.blob, change.mode); !added)
            return added;
    }
    for (const auto& [path, text] : below) {
        const auto isIt = [&](const auto& change) { return change.path == path || change.oldPath == path; };
        if (std::ranges::any_of(*changed, isIt))
            continue;
        const auto bytes = repository.readRevisionFile(head, path);
        if (!bytes)
            return std::unexpected(bytes.error());
        files.push_back({.path = path,
                         .before = text,
                         .after = *bytes ? std::make_shared<const std::string>((*bytes)->toStdString()) : nothing});
    }
    // What the branches below have done already; an empty file is another thing than none, and a mode differs, too.
    std::erase_if(files, [&](const auto& file) {
        const auto known = below.find(file.path);
        if (known == below.end() || *known->second != *file.after || file.after->empty() == !file.mode.empty())
            return false;
        const auto change = std::ranges::find(*changed, file.path, &git::RawChange::path);
        const bool isNew = change == changed->end() || change->oldMode.empty() || change->status != 'M';
        return file.mode.empty() || file.mode == (isNew ? "100644" : change->oldMode);
    });
    return {};
}

} // namespace

bool needsOrder(const Snapshot& snapshot)
{
    return stepsOf(snapshot).size() > 1;
}

Expected<BranchStack> planStack(const Snapshot& snapshot, const QString& prefix)
{
    StackBuilder builder(snapshot);
    auto added = builder.check().and_then([&] { return addSteps(builder, snapshot); });
    if (!added)
        return std::unexpected(added.error());
    return builder.finish(prefix);
}

bool canSplit(const Snapshot& comparison)
{
    const auto isCommit = [](const QString& end) { return !end.isEmpty() && end != git::indexRevision; };
    return isCommit(comparison.base.value_or(QString())) && isCommit(comparison.revision) && needsOrder(comparison);
}

Expected<BranchStack> planReviewedStack(const Snapshot& comparison, const QString& prefix)
{
    const auto base = commitOf(comparison, comparison.base.value_or(QString()));
    const auto head = commitOf(comparison, comparison.revision);
    if (!base || !head)
        return std::unexpected(base ? head.error() : base.error());
    const auto pending = asPending(comparison, *base);
    StackBuilder builder(pending, StackBuilder::Texts::Revisions);
    if (auto added = addSteps(builder, pending); !added)
        return std::unexpected(added.error());
    auto stack = builder.finish(prefix);
    stack.isOfRevisions = true;
    if (auto completed = completeLast(stack, *comparison.repository, *head); !completed)
        return std::unexpected(completed.error());
    return stack;
}

} // namespace meshdraft::workspace
