// SPDX-License-Identifier: Apache-2.0
#include "views/window/windowmessages.h"

#include "models/git/commit.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int progressAfter = 200; ///< ms: a quicker opening shows no bar
} // namespace

WindowMessages::WindowMessages(MessageBar& bar, workspace::Workspace& workspace)
    : QObject(&bar)
    , m_bar(bar)
    , m_workspace(workspace)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(progressAfter);
}

void WindowMessages::addClose()
{
    m_bar.addAction(tr("Close"), [this] { m_bar.hide(); });
}

void WindowMessages::opening()
{
    m_isOpening = true;
    m_delay.start();
}

void WindowMessages::opened()
{
    m_isOpening = false;
    m_delay.stop();
    m_bar.hide();
}

void WindowMessages::showProgress(int done, int all)
{
    if (m_delay.isActive() || !m_isOpening || all <= 0) {
        return;
    }
    m_bar.showMessage(MessageBar::Kind::Info, tr("Reading %L1 files… %2 %").arg(all).arg(100LL * done / all));
    m_bar.addAction(tr("Cancel"), [this] { m_workspace.cancelOpening(); });
}

void WindowMessages::showError(const Error& error)
{
    m_bar.showMessage(MessageBar::Kind::Error, workspace::errorText(error));
    addClose();
}

void WindowMessages::showWarning(const Error& error)
{
    m_bar.showMessage(MessageBar::Kind::Warning, workspace::errorText(error));
    addClose();
}

void WindowMessages::askAboutFile(const QString& path)
{
    m_bar.showMessage(MessageBar::Kind::Warning,
                      tr("%1 changed on disk.").arg(workspace::printable(path.toStdString())));
    const auto answer = [this](const Expected<void>& done) {
        m_bar.hide();
        if (!done) {
            showError(done.error());
        } else if (const std::vector<std::string> more = m_workspace.conflicts(); !more.empty()) {
            askAboutFile(QString::fromStdString(more.front()));
        }
    };
    m_bar.addAction(tr("Reload"), [=, this] { answer(m_workspace.reloadFile(path.toStdString())); });
    m_bar.addAction(tr("Keep mine"), [=, this] { answer(m_workspace.keepMine(path.toStdString())); });
}

void WindowMessages::showCommitted(const git::CommitResult& result, const QString& subject, const QString& summary)
{
    m_bar.showMessage(MessageBar::Kind::Success,
                      tr("Committed %1 on %2: %3")
                          .arg(result.commit.left(7), workspace::printable(result.branch.toStdString()),
                               workspace::printable(subject.toStdString())));
    m_bar.addAction(tr("Copy pull-request text"), [summary] { QGuiApplication::clipboard()->setText(summary); })
        ->setObjectName(u"copySummary"_s);
    addClose();
}

} // namespace meshdraft::views
