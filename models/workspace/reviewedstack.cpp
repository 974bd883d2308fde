// SPDX-License-Identifier: Apache-2.0
// What two commits differ in as stacked branches, in the order of what needs what.
#include "models/git/history.h"
#include "models/git/repositorystate.h"
#include "models/workspace/branchstack.h"
#include "models/workspace/stackbuilder.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace meshdraft::workspace {
namespace {

using Text = std::shared_ptr<const std::string>;
using Entries = std::map<std::string, git::TreeEntry, std::less<>>;

/// False for the working tree and the index.
bool mayBeCommit(const QString& end)
{
    return !end.isEmpty() && end != git::indexRevision;
}

Expected<QString> commitOf(const Snapshot& comparison, const QString& end)
{
    if (mayBeCommit(end)) {
        if (auto commit = comparison.repository->resolve(end))
            return commit;
    }
    return std::unexpected(Error{.code = "stack.noCommits", .args = {}, .where = {}});
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

/// Gives the last branch whatever the branches below it leave to do, so that its tree is that of the head.
class Completion {
public:
    Completion(BranchStack& stack, const git::Repository& repository, const QString& head)
        : m_stack(stack)
        , m_repository(repository)
        , m_head(head)
    {
        for (const auto& branch : std::span(stack.branches).first(stack.branches.size() - 1)) {
            for (const auto& file : branch.files)
                m_below[file.path] = file.after;
        }
    }

    Expected<void> complete()
    {
        const auto changed = git::changesBetween(m_repository, m_stack.head, m_head);
        if (!changed)
            return std::unexpected(changed.error());
        std::set<std::string> paths;
        for (const auto& [path, text] : m_below)
            paths.insert(path);
        for (const auto& change : *changed)
            paths.insert({change.oldPath, change.path});
        const auto before = entriesOf(m_stack.head, paths);
        const auto after = entriesOf(m_head, paths);
        if (!before || !after)
            return std::unexpected(before ? after.error() : before.error());
        m_stack.branches.back().files.clear();
        for (const auto& path : paths) {
            const auto was = before->find(path);
            const auto is = after->find(path);
            const auto added =
                add(path, was != before->end() ? &was->second : nullptr, is != after->end() ? &is->second : nullptr);
            if (!added)
                return added;
        }
        return {};
    }

private:
    Expected<Entries> entriesOf(const QString& commit, const std::set<std::string>& paths) const
    {
        const auto found = git::treeEntries(m_repository.state(), commit.toStdString(), {paths.begin(), paths.end()});
        if (!found)
            return std::unexpected(found.error());
        Entries entries;
        for (const auto& entry : *found)
            entries.emplace(entry.path, entry);
        return entries;
    }

    Expected<Text> textOf(const git::TreeEntry* entry) const
    {
        if (entry == nullptr)
            return std::make_shared<const std::string>();
        return m_repository.readBlob(QString::fromStdString(entry->object)).transform([](const QByteArray& bytes) {
            return std::make_shared<const std::string>(bytes.toStdString());
        });
    }

    /// Adds a file of the base and the head (null: not there) if the branch below has it otherwise.
    Expected<void> add(const std::string& path, const git::TreeEntry* was, const git::TreeEntry* is)
    {
        for (const auto* entry : {was, is}) {
            if (entry != nullptr && !entry->mode.starts_with("100"))
                return std::unexpected(Error{.code = "stack.special", .args = {path}, .where = {.path = path}});
        }
        const auto known = m_below.find(path);
        const auto before = known != m_below.end() ? Expected<Text>(known->second) : textOf(was);
        const auto after = textOf(is);
        if (!before || !after)
            return std::unexpected(before ? after.error() : before.error());
        // the branches below keep modes, and a file that is empty there is gone
        std::string modeBelow = was != nullptr ? was->mode : std::string();
        if (known != m_below.end())
            modeBelow = known->second->empty() ? std::string() : was != nullptr ? was->mode : "100644";
        const std::string mode = is != nullptr ? is->mode : std::string();
        if (**before != **after || modeBelow != mode)
            m_stack.branches.back().files.push_back({.path = path, .before = *before, .after = *after, .mode = mode});
        return {};
    }

    BranchStack& m_stack;
    const git::Repository& m_repository;
    const QString& m_head;
    std::map<std::string, Text> m_below; ///< what the branches below have changed
};

} // namespace

bool canSplit(const Snapshot& comparison)
{
    return mayBeCommit(comparison.base.value_or(QString())) && mayBeCommit(comparison.revision)
        && needsOrder(comparison);
}

Expected<BranchStack> planReviewedStack(const Snapshot& comparison, const QString& prefix)
{
    const auto base = commitOf(comparison, comparison.base.value_or(QString()));
    const auto head = commitOf(comparison, comparison.revision);
    if (!base || !head)
        return std::unexpected(base ? head.error() : base.error());
    const auto pending = asPending(comparison, *base);
    StackBuilder builder(pending, StackBuilder::Texts::Revisions);
    if (auto added = builder.addSteps(); !added)
        return std::unexpected(added.error());
    auto stack = builder.finish(prefix);
    stack.isOfRevisions = true;
    if (auto completed = Completion(stack, *comparison.repository, *head).complete(); !completed)
        return std::unexpected(completed.error());
    return stack;
}

} // namespace meshdraft::workspace
