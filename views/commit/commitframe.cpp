// SPDX-License-Identifier: Apache-2.0
#include "views/commit/commitframe.h"

#include "models/workspace/words.h"
#include "views/changes/diffview.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int patienceMs = 200; ///< what takes longer says so
} // namespace

CommitFrame::CommitFrame(const Theme& theme, const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_name(name)
    , m_message(new MessageBar(theme, this))
{
    setObjectName(name + u"Dialog"_s);
    m_message->setObjectName(name + u"Error"_s);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { m_message->showMessage(MessageBar::Kind::Info, m_waitText); });
}

void CommitFrame::build(QWidget* form, QWidget* side, int formWidth, const QString& note, const QString& confirm,
                        const std::function<void()>& write)
{
    m_form = form;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addWidget(m_message);
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(form);
    splitter->addWidget(side);
    splitter->setSizes({formWidth, 600});
    splitter->setStretchFactor(1, 1);
    column->addWidget(splitter, 1);
    auto* line = new QFrame(this);
    line->setFixedHeight(1);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    column->addWidget(line);
    column->addSpacing(12);

    auto* buttons = new QDialogButtonBox(this);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 0, 12, 0);
    auto* label = new QLabel(note, this);
    label->setWordWrap(true);
    setInk(*label, m_theme, "muted");
    foot->addWidget(label, 1);
    foot->addWidget(buttons);
    column->addLayout(foot);
    m_cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_cancel->setObjectName(m_name + u"Cancel"_s);
    m_confirm = buttons->addButton(confirm, QDialogButtonBox::AcceptRole);
    m_confirm->setObjectName(m_name + u"Confirm"_s);
    m_confirm->setDefault(true);
    setPrimary(*m_confirm, m_theme);
    connect(m_cancel, &QPushButton::clicked, this, [this] { reject(); });
    connect(m_confirm, &QPushButton::clicked, this, write);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_confirm,
            &QPushButton::click);
}

QWidget* CommitFrame::buildSide(QLayout* head, const QString& accessibleName)
{
    auto* side = new QWidget(this);
    side->setBackgroundRole(QPalette::Base);
    side->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_diff = new DiffView(m_theme, side);
    m_diff->setObjectName(m_name + u"Diff"_s);
    m_diff->setAccessibleName(accessibleName);
    m_diff->setMode(DiffView::Mode::Unified);
    column->addLayout(head);
    column->addWidget(m_diff, 1);
    return side;
}

QBoxLayout* CommitFrame::startForm(QWidget* form) const
{
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(6);
    return column;
}

QWidget* CommitFrame::caption(const QString& text, QWidget* parent, QWidget* buddy)
{
    auto* label = new QLabel(text, parent);
    label->setFont(scaledFont(parent->font(), 1.0, QFont::DemiBold));
    label->setBuddy(buddy);
    return label;
}

QPlainTextEdit* CommitFrame::addMessage(QBoxLayout& column, QWidget* form, const QString& name, int height) const
{
    auto* text = new QPlainTextEdit(form);
    text->setObjectName(name);
    text->setAccessibleName(tr("Commit message"));
    text->setFont(fixedFont());
    text->setTabChangesFocus(true);
    text->setMinimumHeight(height);
    column.addWidget(caption(tr("Message"), form, text));
    column.addWidget(text, 2);
    return text;
}

void CommitFrame::showError(const Error& error)
{
    if (error.code != "commit.hook" || error.args.size() < 2) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(error));
        return;
    }
    // The sentence names the exit code.
    const QString output = workspace::printableLines(error.args[1]).trimmed();
    Error brief = error;
    brief.args[1].clear();
    m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(brief).trimmed(), output);
}

void CommitFrame::startWaiting(const QString& text)
{
    m_isWaiting = true;
    m_waitText = text;
    m_message->hide();
    m_form->setEnabled(false);
    m_confirm->setEnabled(false);
    m_cancel->setEnabled(false);
    setCursor(Qt::BusyCursor);
    m_patience.start();
}

void CommitFrame::endWaiting()
{
    m_isWaiting = false;
    m_patience.stop();
    m_message->hide();
    m_form->setEnabled(true);
    m_confirm->setEnabled(true);
    m_cancel->setEnabled(true);
    unsetCursor();
}

// What is being written is neither lost nor stopped half way.
void CommitFrame::reject()
{
    if (!m_isWaiting) {
        QDialog::reject();
    }
}

} // namespace meshdraft::views
