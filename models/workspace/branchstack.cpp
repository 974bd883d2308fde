// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/branchstack.h"

#include "models/changes/textdiff.h"
#include "models/workspace/commitfiles.h"
#include "models/workspace/stackbuilder.h"
#include "models/workspace/summary.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

StackBuilder::StackBuilder(const Snapshot& snapshot, Texts texts)
    : m_snapshot(snapshot)
    , m_texts(texts)
    , m_graph(snapshot.savedGraph)
    , m_findings(snapshot.savedFindings)
{
    m_stack.head = snapshot.head.commit;
}

Expected<void> StackBuilder::check() const
{
    if (m_snapshot.isReadOnly()) {
        return std::unexpected(
            Error{.code = "edit.readOnly", .args = {m_snapshot.revision.toStdString()}, .where = {}});
    }
    if (m_snapshot.isPredicted)
        return std::unexpected(Error{.code = "stack.predicted", .args = {}, .where = {}});
    return {};
}

Expected<bool> StackBuilder::add(const SnapshotPtr& at, const QString& name, const StackPlace& place)
{
    auto files = filesOf(*at);
    if (!files)
        return std::unexpected(files.error());
    if (files->empty())
        return false;
    StackedBranch branch;
    branch.name = name;
    branch.place = place;
    branch.files = std::move(*files);
    branch.before = m_graph;
    branch.after = at->graph;
    branch.change = changes::compareGraphs(*m_graph, *at->graph);
    m_snapshot.risk.policy->classify(branch.change, *m_graph, *at->graph);
    branch.findings = compareFindings(m_findings, at->findings);
    m_graph = at->graph;
    m_findings = at->findings;
    m_stack.branches.push_back(std::move(branch));
    return true;
}

/// What the files hold that differ from the first branch's ground; empty: gone.
Expected<std::map<std::string, std::string>> StackBuilder::textsOf(const Snapshot& at) const
{
    std::map<std::string, std::string> texts;
    if (m_texts == Texts::Revisions) {
        for (const auto& path : at.changedFiles())
            texts[path] = *at.current.find(path)->text->text;
        return texts;
    }
    const auto pending = commitFiles(at);
    if (!pending)
        return std::unexpected(pending.error());
    for (const auto& file : *pending)
        texts[file.path] = file.content.toStdString();
    return texts;
}

Expected<std::vector<StackedBranch::File>> StackBuilder::filesOf(const Snapshot& at)
{
    auto changed = textsOf(at);
    if (!changed)
        return std::unexpected(changed.error());
    auto& texts = *changed;
    // What a branch below has changed and this one has as HEAD has it.
    for (const auto& [path, text] : m_below) {
        if (texts.contains(path))
            continue;
        const auto bytes = m_snapshot.repository->readRevisionFile(m_snapshot.head.commit, path);
        if (!bytes)
            return std::unexpected(bytes.error());
        texts[path] = *bytes ? (*bytes)->toStdString() : std::string();
    }
    std::vector<StackedBranch::File> files;
    for (auto& [path, text] : texts) {
        const auto before = textBelow(path);
        if (!before)
            return std::unexpected(before.error());
        if (*before == text)
            continue;
        files.push_back(
            {path, std::make_shared<const std::string>(*before), std::make_shared<const std::string>(text)});
        m_below[path] = std::move(text);
    }
    return files;
}

/// A file as the branch below has it: of the first one that is what HEAD has.
Expected<std::string> StackBuilder::textBelow(const std::string& path) const
{
    const auto known = m_below.find(path);
    if (known != m_below.end())
        return known->second;
    const auto bytes = m_snapshot.repository->readRevisionFile(m_snapshot.head.commit, path);
    if (!bytes)
        return std::unexpected(bytes.error());
    return *bytes ? (*bytes)->toStdString() : std::string();
}

BranchStack StackBuilder::finish(const QString& prefix, std::vector<std::string> leftOut)
{
    m_stack.leftOut = std::move(leftOut);
    for (std::size_t i = 0; i < m_stack.branches.size(); ++i) {
        m_stack.branches[i].place.position = i + 1;
        m_stack.branches[i].place.count = m_stack.branches.size();
    }
    nameStack(m_stack, prefix);
    return std::move(m_stack);
}

void nameStack(BranchStack& stack, const QString& prefix)
{
    QString below;
    for (auto& branch : stack.branches) {
        branch.branch = prefix + u'-' + QString::number(branch.place.position) + u'-' + branch.name;
        branch.message = stackMessage(branch.change, branch.place, below);
        below = branch.branch;
    }
}

Expected<std::vector<git::StackCommit>> writeStack(const Snapshot& snapshot, const BranchStack& stack)
{
    std::vector<git::StackBranch> branches;
    for (const auto& planned : stack.branches) {
        git::StackBranch branch{planned.branch, planned.message, {}};
        for (const auto& file : planned.files) {
            branch.files.push_back({.path = file.path,
                                    .content = QByteArray::fromStdString(*file.after),
                                    .isRemoved = file.after->empty() && file.mode.empty(),
                                    .isStored = stack.isOfRevisions,
                                    .mode = file.mode});
        }
        branches.push_back(std::move(branch));
    }
    return git::commitStack(*snapshot.repository, stack.head, branches,
                            stack.isOfRevisions ? git::StackOn::AnyCommit : git::StackOn::Head);
}

std::string diffOf(const StackedBranch& branch)
{
    std::string diff;
    for (const auto& file : branch.files)
        diff += changes::unifiedDiff(file.path, *file.before, *file.after);
    return diff;
}

QString pullRequestMarkdown(const BranchStack& stack, std::size_t branch)
{
    const auto& its = stack.branches[branch];
    QStringList names;
    for (const auto& each : stack.branches)
        names << each.branch;
    auto text = summaryMarkdown(its.change, *its.before, *its.after, its.findings.introduced, its.findings.mended,
                                QString::fromStdString(diffOf(its)));
    // behind the heading
    return text.insert(text.indexOf(u'\n') + 1, stackMarkdown(names, its.place));
}

} // namespace meshdraft::workspace
