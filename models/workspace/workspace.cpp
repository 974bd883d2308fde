// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/workspace.h"

#include "models/changes/textdiff.h"
#include "models/workspace/commitfiles.h"
#include "models/workspace/disposer.h"
#include "models/workspace/editcommand.h"
#include "models/workspace/filewatch.h"
#include "models/workspace/journal.h"
#include "models/workspace/meshedit.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/pushjob.h"
#include "models/workspace/renderededits.h"
#include "models/workspace/revert.h"
#include "models/workspace/sourceplan.h"
#include "models/workspace/summary.h"
#include "models/workspace/typing.h"

#include <atomic>
#include <chrono>

using namespace std::chrono_literals;

namespace meshdraft::workspace {

/// How far a job is: written on its thread, polled on the GUI thread.
struct Workspace::Progress {
    std::atomic<int> done = 0;
    std::atomic<int> all = 0;
    int shown = -1; ///< GUI thread only
};

namespace {

Error plainError(const char* code, std::vector<std::string> args = {})
{
    return {.code = code, .args = std::move(args), .where = {}};
}

bool sameContent(const Snapshot& a, const Snapshot& b, const source::Edit& edit)
{
    return std::ranges::all_of(edit.files, [&](const source::FileEdit& file) {
        const auto* before = a.current.find(file.path);
        return before != nullptr && before->text->id == b.current.find(file.path)->text->id;
    });
}

} // namespace

Workspace::Workspace(QObject* parent)
    : QObject(parent)
    , m_disposer(std::make_unique<Disposer>())
    , m_cache(std::make_shared<ParseCache>())
    , m_watch(std::make_unique<FileWatch>())
    , m_openJob(std::make_unique<JobRunner>())
    , m_rereadJob(std::make_unique<JobRunner>())
    , m_typing(std::make_unique<Typing>())
    , m_typingJob(std::make_unique<JobRunner>())
    , m_push(std::make_unique<PushJob>())
    , m_rendered(std::make_unique<RenderedEdits>())
    , m_replayJob(std::make_unique<JobRunner>())
    , m_commitJob(std::make_unique<JobRunner>())
{
    followRenderedEdits();
    followReplays();
    followTyping();
    m_progressTimer.setInterval(50ms);
    connect(&m_progressTimer, &QTimer::timeout, this, &Workspace::showProgress);
    connect(m_openJob.get(), &JobRunner::finished, &m_progressTimer, &QTimer::stop);
    connect(m_openJob.get(), &JobRunner::finished, this, [this] {
        if (std::exchange(m_isChoosing, false))
            Q_EMIT renderingEnded();
    });
    connect(m_watch.get(), &FileWatch::changed, this, &Workspace::rereadFiles);
}

Workspace::~Workspace()
{
    // The stack outlives the snapshots its steps speak of otherwise.
    m_undo.clear();
}

void Workspace::runOpenJob(std::function<Expected<SnapshotPtr>(std::stop_token)> work,
                           std::function<void(Expected<SnapshotPtr>)> done)
{
    m_openJob->run<Expected<SnapshotPtr>>(std::move(work),
                                          [this, done = std::move(done)](Expected<SnapshotPtr> result) {
                                              if (result)
                                                  done(std::move(result));
                                              else if (result.error().code != "open.cancelled")
                                                  Q_EMIT openFailed(result.error());
                                          });
}

void Workspace::open(const QString& directory, const QString& revision, const std::string& environment)
{
    m_rereadJob->cancel();
    const auto progress = std::make_shared<Progress>();
    m_progress = progress;
    m_progressTimer.start();
    Q_EMIT openStarted(directory);
    runOpenJob(
        [directory, revision, environment, progress, cache = m_cache](const std::stop_token& stop) {
            return openSnapshot(
                directory, revision, environment,
                [&progress](int done, int all) {
                    progress->all = all;
                    progress->done = done;
                },
                stop, cache);
        },
        [this](Expected<SnapshotPtr> result) {
            showProgress();
            m_replays.clear();
            m_replayJob->cancel();
            m_typingJob->cancel();
            m_typing->take();
            forgetPending();
            m_undo.clear();
            m_conflicts.clear();
            m_selection.clear();
            publish(std::move(*result));
            watchFiles();
        });
}

void Workspace::showProgress()
{
    if (!m_progress || m_progress->all == 0 || m_progress->shown == m_progress->done)
        return;
    m_progress->shown = m_progress->done;
    Q_EMIT openProgress(m_progress->shown, m_progress->all);
}

void Workspace::cancelOpening()
{
    m_openJob->cancel();
}

bool Workspace::isOpening() const
{
    return m_openJob->isRunning();
}

void Workspace::chooseEnvironment(const std::string& environment)
{
    if (!m_snapshot)
        return;
    flushTyping();
    settlePrediction();
    const auto base = m_snapshot;
    m_progress.reset();
    if (!std::exchange(m_isChoosing, true))
        Q_EMIT renderingStarted();
    runOpenJob([base, environment](const std::stop_token&) { return withEnvironment(*base, environment); },
               [this, base, environment](Expected<SnapshotPtr> result) {
                   // An edit in the meantime must not get lost: once more, on top of it.
                   if (m_snapshot != base) {
                       chooseEnvironment(environment);
                       return;
                   }
                   auto selected = m_selection.current();
                   selected.key.environment = (*result)->environment.name;
                   m_selection.clear();
                   publish(std::move(*result));
                   if (!selected.isNull() && m_snapshot->graph->find(selected) != mesh::noResource)
                       m_selection.select(selected);
                   watchFiles();
               });
}

void Workspace::publish(SnapshotPtr snapshot)
{
    // whatever comes in place of what was predicted ends that, be it another repository
    if (!snapshot->isPredicted)
        m_rendered->drop();
    const auto old = std::exchange(m_snapshot, std::move(snapshot));
    if (m_journal)
        m_journal->follow(*m_snapshot);
    Q_EMIT snapshotChanged(m_snapshot);
    // The last picture may be of the old one still; when the views let it go, it is not taken apart on this thread.
    if (old != m_snapshot)
        m_disposer->take(old);
}

Expected<void> Workspace::requireEditable() const
{
    if (!m_snapshot)
        return std::unexpected(plainError("edit.nothingOpen"));
    if (m_snapshot->isReadOnly())
        return std::unexpected(plainError("edit.readOnly", {m_snapshot->revision.toStdString()}));
    if (m_isCommitting)
        return std::unexpected(plainError("edit.committing"));
    return {};
}

Expected<void> Workspace::requireReadable(const std::string& path) const
{
    if (m_snapshot->lastGood.contains(path))
        return std::unexpected(Error{.code = "edit.broken", .args = {path}, .where = {.path = path}});
    return {};
}

Expected<void> Workspace::apply(const source::Edit& edit, const QString& text, int mergeId)
{
    flushTyping();
    return applyNow(edit, text, mergeId);
}

Expected<void> Workspace::applyNow(const source::Edit& edit, const QString& text, int mergeId)
{
    settlePrediction();
    if (auto editable = requireEditable(); !editable)
        return editable;
    auto next = withEdit(*m_snapshot, edit);
    if (!next)
        return std::unexpected(next.error());
    if (sameContent(*m_snapshot, **next, edit))
        return {};
    pushStep(*m_snapshot, *next, edit, text, mergeId);
    return {};
}

Expected<void> Workspace::apply(const MeshEdit& edit, const QString& text, int mergeId)
{
    flushTyping();
    if (auto editable = requireEditable(); !editable)
        return editable;
    if (m_snapshot->isRendered())
        return predict(edit, text, mergeId);
    auto planned = planMeshEdit(*m_snapshot, edit);
    if (!planned)
        return std::unexpected(planned.error());
    return apply(*planned, text, mergeId);
}

void Workspace::pushStep(const Snapshot& before, const SnapshotPtr& after, const source::Edit& edit,
                         const QString& text, int mergeId)
{
    recordEdit(*after, edit, text, journal::Step::Do, mergeId);
    m_undo.push(new EditCommand(*this, before, *after, edit, text, mergeId));
    publish(after);
}

bool Workspace::replay(const source::Edit& edit, const QString& text, journal::Step step)
{
    settlePrediction();
    auto next = replayed(edit);
    if (!next) {
        Q_EMIT editFailed(next.error());
        return false;
    }
    recordEdit(**next, edit, text, step, 0);
    publish(std::move(*next));
    return true;
}

Expected<void> Workspace::setWeights(const mesh::ElementRef& route, const std::vector<std::int64_t>& weights,
                                     int mergeId)
{
    flushTyping();
    if (auto editable = requireEditable(); !editable)
        return editable;
    //: An undo step; %1 is the name of a VirtualService or route resource.
    const auto text = tr("Change split of %1").arg(QString::fromStdString(route.key.name));
    // in a rendered environment all weights of a route count from where the first was asked for
    const auto& from = m_rendered->base() ? m_rendered->base() : m_snapshot;
    const auto edit = weightsEdit(*from, route, weights);
    if (!edit)
        return std::unexpected(edit.error());
    if (m_snapshot->isRendered())
        return predict(*edit, text, RenderedEdits::mergeIdOf(route));
    return edit->isEmpty() ? Expected<void>() : apply(*edit, text, mergeId);
}

Expected<void> Workspace::applyRevert(Expected<source::Edit> edit, const QString& text)
{
    if (!edit)
        return std::unexpected(edit.error());
    return apply(*edit, text);
}

Expected<void> Workspace::revert(const mesh::ElementRef& element)
{
    flushTyping();
    settlePrediction();
    //: An undo step; %1 is the name of a resource.
    return requireEditable().and_then([&] { return requireReadable(element.path); }).and_then([&] {
        return applyRevert(revertEdit(*m_snapshot, element),
                           tr("Revert change of %1").arg(QString::fromStdString(element.key.name)));
    });
}

Expected<void> Workspace::revertField(const mesh::ElementRef& element)
{
    flushTyping();
    settlePrediction();
    //: An undo step; %1 is a field, %2 the name of a resource.
    return requireEditable().and_then([&] { return requireReadable(element.path); }).and_then([&] {
        return applyRevert(
            revertFieldEdit(*m_snapshot, element),
            tr("Revert %1 of %2")
                .arg(QString::fromStdString(element.field.text()), QString::fromStdString(element.key.name)));
    });
}

Expected<void> Workspace::revertBlock(const std::string& path, std::size_t block)
{
    flushTyping();
    settlePrediction();
    //: An undo step; %1 is a file.
    return requireEditable().and_then([&] {
        return applyRevert(revertBlockEdit(*m_snapshot, path, block),
                           tr("Revert lines of %1").arg(QString::fromStdString(path)));
    });
}

Expected<void> Workspace::revertFile(const std::string& path)
{
    flushTyping();
    settlePrediction();
    //: An undo step; %1 is a file.
    return requireEditable().and_then([&] {
        return applyRevert(revertFileEdit(*m_snapshot, path), tr("Revert %1").arg(QString::fromStdString(path)));
    });
}

Expected<void> Workspace::revertAll()
{
    flushTyping();
    settlePrediction();
    if (auto editable = requireEditable(); !editable)
        return editable;
    return apply(revertAllEdit(*m_snapshot), tr("Discard all edits"));
}

bool Workspace::hasPendingChanges() const
{
    return m_snapshot && (!m_typing->isEmpty() || !m_snapshot->changedFiles().empty());
}

FindingDelta Workspace::findingDelta() const
{
    return m_snapshot ? compareFindings(m_snapshot->savedFindings, m_snapshot->findings) : FindingDelta{};
}

std::vector<std::string> Workspace::filesWithForeignChanges() const
{
    if (!m_snapshot || m_snapshot->isReadOnly())
        return {};
    return workspace::filesWithForeignChanges(*m_snapshot).value_or(std::vector<std::string>{});
}

Expected<void> Workspace::save()
{
    flushTyping();
    settlePrediction();
    if (auto editable = requireEditable(); !editable)
        return editable;
    const auto paths = m_snapshot->changedFiles();
    if (paths.empty())
        return {};
    m_rereadJob->cancel();
    std::vector<Error> kept;
    auto saved = git::saveFiles(*m_snapshot->repository, workTreeFiles(*m_snapshot), &kept);
    if (saved) {
        takeSaved(paths);
        m_undo.setClean();
    }
    sayKept(kept);
    return saved;
}

void Workspace::sayKept(const std::vector<Error>& notes)
{
    if (!notes.empty())
        Q_EMIT contentKept(notes);
}

void Workspace::takeSaved(const std::vector<std::string>& paths)
{
    for (const auto& path : paths)
        m_conflicts.erase(path);
    auto next = afterSaving(*m_snapshot, paths);
    if (next) {
        publish(std::move(*next));
        watchFiles();
    } else {
        // Written, but Git does not answer any more: what there is has to be read again.
        Q_EMIT openFailed(next.error());
    }
}

QString Workspace::proposedMessage() const
{
    return m_snapshot ? workspace::proposedMessage(m_snapshot->change) : QString();
}

QString Workspace::proposedBranch() const
{
    return m_snapshot ? workspace::proposedBranch(m_snapshot->change) : QString();
}

QString Workspace::summaryMarkdown() const
{
    if (!m_snapshot)
        return {};
    std::string diff;
    for (const auto& path : m_snapshot->changedFiles()) {
        const auto* before = m_snapshot->saved.find(path);
        const auto* after = m_snapshot->current.find(path);
        if (before != nullptr && after != nullptr)
            diff += changes::unifiedDiff(path, *before->text->text, *after->text->text);
    }
    const auto delta = findingDelta();
    return workspace::summaryMarkdown(m_snapshot->change, *m_snapshot->savedGraph, *m_snapshot->graph, delta.introduced,
                                      delta.mended, QString::fromStdString(diff));
}

} // namespace meshdraft::workspace
