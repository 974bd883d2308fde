// SPDX-License-Identifier: Apache-2.0
#include "views/changes/comparewindow.h"

#include "models/workspace/words.h"
#include "views/changes/diffview.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

CompareWindow::CompareWindow(const Theme& theme, workspace::Workspace& workspace, const QString& path, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_path(path.toStdString())
    , m_message(new MessageBar(theme, this))
    , m_diff(new DiffView(theme, this))
{
    setObjectName(u"compareWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%1: on disk and here").arg(workspace::printable(m_path)));
    resize(960, 560);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    auto* heads = new QHBoxLayout;
    heads->setContentsMargins(12, 6, 12, 6);
    for (const QString& text : {tr("On disk"), tr("Here, with your edits")}) {
        auto* head = new QLabel(text, this);
        setInk(*head, theme, "muted");
        heads->addWidget(head, 1);
    }
    column->addLayout(heads);
    m_diff->setObjectName(u"compareDiff"_s);
    m_diff->setAccessibleName(tr("Differences between the file on disk and your edits"));
    column->addWidget(m_diff, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 10, 12, 10);
    m_message->hide();
    buttons->addStretch(1);
    m_merge = addAnswer(tr("Merge"), tr("Put your edits on top of what is on disk"), u"compareMerge"_s,
                        &workspace::Workspace::mergeFile);
    buttons->addWidget(m_merge);
    buttons->addWidget(addAnswer(tr("Keep mine"), tr("Your text; what is different on disk shows as a pending change"),
                                 u"compareKeep"_s, &workspace::Workspace::keepMine));
    buttons->addWidget(addAnswer(tr("Reload"), tr("The text on disk; undo brings your edits back"), u"compareReload"_s,
                                 &workspace::Workspace::reloadFile));
    column->addLayout(buttons);
    connect(&workspace, &workspace::Workspace::fileChangedOnDisk, this, [this](const QString& changed) {
        if (changed.toStdString() == m_path) {
            refresh();
        }
    });
    refresh();
}

QPushButton* CompareWindow::addAnswer(const QString& text, const QString& hint, const QString& name, Answer answer)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(hint);
    button->setAccessibleDescription(hint);
    connect(button, &QPushButton::clicked, this, [this, answer] {
        if (const Expected<void> done = (m_workspace.*answer)(m_path); !done) {
            m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(done.error()));
            return;
        }
        Q_EMIT settled();
        close();
    });
    return button;
}

void CompareWindow::refresh()
{
    const auto change = m_workspace.foreignChange(m_path);
    m_merge->setEnabled(change.has_value() && change->merged.has_value());
    if (!change) {
        m_message->showMessage(MessageBar::Kind::Warning, workspace::errorText(change.error()));
        m_diff->clear();
        return;
    }
    if (change->merged) {
        m_message->hide();
    } else {
        m_message->showMessage(MessageBar::Kind::Warning, workspace::errorText(change->conflict));
    }
    m_diff->setTexts(QString::fromStdString(m_path), change->onDisk->text, change->mine->text);
    m_diff->goToFirstChange();
}

} // namespace meshdraft::views
