// SPDX-License-Identifier: Apache-2.0
#include "views/changes/comparewindow.h"

#include "models/workspace/words.h"
#include "views/changes/conflictlist.h"
#include "views/changes/diffview.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

CompareWindow::CompareWindow(const Theme& theme, workspace::Workspace& workspace, const QString& path, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_path(path.toStdString())
    , m_message(new MessageBar(theme, this))
    , m_diskHead(new QLabel(this))
    , m_diff(new DiffView(theme, this))
    , m_conflicts(new ConflictList(theme, this))
{
    setObjectName(u"compareWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%1: on disk and here").arg(workspace::printable(m_path)));
    resize(960, 620);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    auto* heads = new QHBoxLayout;
    heads->setContentsMargins(12, 6, 12, 6);
    for (QLabel* head : {m_diskHead, new QLabel(tr("Here, with your edits"), this)}) {
        setInk(*head, theme, "muted");
        heads->addWidget(head, 1);
    }
    column->addLayout(heads);
    m_diff->setObjectName(u"compareDiff"_s);
    m_diff->setAccessibleName(tr("Differences between the file on disk and your edits"));
    column->addWidget(m_diff, 1);
    m_conflicts->setObjectName(u"compareConflicts"_s);
    column->addWidget(m_conflicts);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 10, 12, 10);
    buttons->setSpacing(8);
    m_message->hide();
    buttons->addStretch(1);
    m_merge = addAnswer(u"compareMerge"_s, [this] { return m_workspace.mergeFile(m_path, m_conflicts->choice()); });
    m_keep = addAnswer(u"compareKeep"_s, [this] { return m_workspace.keepMine(m_path); });
    m_reload = addAnswer(u"compareReload"_s, [this] { return m_workspace.reloadFile(m_path); });
    for (QPushButton* button : {m_merge, m_keep, m_reload}) {
        buttons->addWidget(button);
    }
    column->addLayout(buttons);
    connect(&workspace, &workspace::Workspace::fileChangedOnDisk, this, [this](const QString& changed) {
        if (changed.toStdString() == m_path) {
            refresh();
            m_diff->goToFirstChange();
        }
    });
    connect(m_conflicts, &ConflictList::chosen, this, [this](std::uint32_t mine, std::uint32_t theirs) {
        refresh();
        if (mine > 0 || theirs > 0) {
            m_diff->goToLine(mine > 0 ? mine : theirs, mine == 0);
        }
    });
    refresh();
    m_diff->goToFirstChange();
}

QPushButton* CompareWindow::addAnswer(const QString& name, const std::function<Expected<void>()>& answer)
{
    auto* button = new QPushButton(this);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, [this, answer] {
        if (const Expected<void> done = answer(); !done) {
            refresh();
            m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(done.error()));
            return;
        }
        Q_EMIT settled();
        close();
    });
    return button;
}

void CompareWindow::showAnswers(bool isRemoved)
{
    const auto show = [](QPushButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setToolTip(hint);
        button->setAccessibleDescription(hint);
    };
    show(m_merge, tr("Merge"), tr("Put your edits on top of what is on disk"));
    m_merge->setVisible(!isRemoved);
    show(m_keep, tr("Keep mine"),
         isRemoved ? tr("Your text; saving or committing brings the file back")
                   : tr("Your text; what is different on disk shows as a pending change"));
    if (isRemoved) {
        show(m_reload, tr("Drop"), tr("Your edits go, as the file did; undo brings them back"));
        m_diskHead->setText(tr("On disk: removed"));
    } else {
        show(m_reload, tr("Reload"), tr("The text on disk; undo brings your edits back"));
        m_diskHead->setText(tr("On disk"));
    }
}

void CompareWindow::refresh()
{
    const auto change = m_workspace.foreignChange(m_path, m_conflicts->choice());
    showAnswers(change && change->isRemoved);
    m_merge->setEnabled(change.has_value() && change->merged.has_value());
    m_conflicts->setConflicts(change ? change->conflicts : std::vector<changes::MergeConflict>());
    m_conflicts->setVisible(change.has_value() && !change->conflicts.empty());
    orderFocus();
    if (!change) {
        m_message->showMessage(MessageBar::Kind::Warning, workspace::errorText(change.error()));
        m_diff->clear();
        return;
    }
    showMerge(*change);
    m_diff->setTexts(QString::fromStdString(m_path), change->onDisk->text, change->mine->text);
}

void CompareWindow::orderFocus()
{
    // Rows that are made later would come after everything else.
    QWidget* last = m_diff;
    for (QRadioButton* button : m_conflicts->findChildren<QRadioButton*>()) {
        setTabOrder(last, button);
        last = button;
    }
    for (QPushButton* button : {m_merge, m_keep, m_reload}) {
        setTabOrder(last, button);
        last = button;
    }
}

void CompareWindow::showMerge(const workspace::ForeignChange& change)
{
    if (change.isRemoved) {
        m_message->showMessage(
            MessageBar::Kind::Warning,
            tr("%1 was removed on disk. Keep your text, or drop it.").arg(workspace::printable(m_path)));
    } else if (change.conflicts.empty()) {
        m_message->hide();
    } else if (!change.merged) {
        m_message->showMessage(
            MessageBar::Kind::Warning,
            tr("Both changed the same places. Choose for each what the merge takes; all else fits."));
    } else {
        m_message->showMessage(MessageBar::Kind::Success, tr("Every place is decided: the two can be merged."));
    }
}

} // namespace meshdraft::views
