// SPDX-License-Identifier: Apache-2.0
#include "views/undo/runbookwindow.h"

#include "models/workspace/comparison.h"
#include "models/workspace/gitdirectory.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/request/paneparts.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int secondsOfHour = 3600;

/// Shows Markdown and nothing else: no file and no address that it names is ever read.
class RunbookText : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;

protected:
    QVariant loadResource(int /*type*/, const QUrl& /*name*/) override { return {}; }
};

/// Without HTML: what the repository says stands in code spans, and stays text.
void setMarkdown(QTextDocument& document, const QString& markdown)
{
    document.setMarkdown(markdown,
                         QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML)
                             | QTextDocument::MarkdownDialectGitHub);
}

/// Space around the blocks, and the fixed font of the program for commands.
void layOut(QTextDocument& document, const Theme& theme)
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        const bool isCode = format.hasProperty(QTextFormat::BlockCodeFence);
        const bool isHead = format.headingLevel() > 0;
        format.setTopMargin(isCode ? 0 : isHead ? 14 : 4);
        format.setBottomMargin(isCode ? 0 : isHead ? 6 : 3);
        if (isCode) {
            format.setBackground(theme.color("alt"));
            format.setLeftMargin(20);
        }
        cursor.setBlockFormat(format);
        for (QTextBlock::iterator part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            if (!isCode && !fragment.charFormat().fontFixedPitch()) {
                continue;
            }
            QTextCursor code(&document);
            code.setPosition(fragment.position());
            code.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            QTextCharFormat fixed;
            fixed.setFont(fixedFont());
            fixed.setFontFixedPitch(true);
            code.mergeCharFormat(fixed);
        }
    }
}

} // namespace

RunbookWindow::RunbookWindow(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_message(new MessageBar(theme, this))
    , m_text(new RunbookText(this))
{
    setObjectName(u"runbookWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Runbook"));
    resize(860, 720);
    m_message->setObjectName(u"runbookMessage"_s);
    m_text->setObjectName(u"runbookText"_s);
    m_text->setAccessibleName(tr("The runbook"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(16);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_message);
    column->addWidget(lineBetween(theme, this));
    column->addWidget(m_text, 1);
    column->addWidget(lineBetween(theme, this));
    column->addWidget(makeRecordRow());
    column->addWidget(makeFoot());
    connect(&theme, &Theme::changed, this, &RunbookWindow::showRunbook);
    m_directory = workspace::gitDirectoryOf(workspace.snapshot());
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, [this](const workspace::SnapshotPtr& snapshot) {
        if (workspace::gitDirectoryOf(snapshot) != m_directory) {
            close(); // its record would go into another repository
        }
    });
    showState();
    m_range->setFocus();
}

RunbookWindow::~RunbookWindow() = default;

QWidget* RunbookWindow::makeBar()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    auto* label = new QLabel(tr("Making this &change by hand"), bar);
    m_range = new QLineEdit(bar);
    m_range->setObjectName(u"runbookRange"_s);
    m_range->setPlaceholderText(tr("Two commits, as main..hotfix"));
    label->setBuddy(m_range);
    m_environment = new QLabel(bar);
    m_environment->setTextFormat(Qt::PlainText);
    setInk(*m_environment, m_theme, "muted");
    row->addWidget(label);
    row->addWidget(m_range, 1);
    row->addWidget(m_environment);
    connect(m_range, &QLineEdit::returnPressed, this, &RunbookWindow::start);
    return bar;
}

QWidget* RunbookWindow::makeRecordRow()
{
    m_recordRow = new QWidget(this);
    m_recordRow->setObjectName(u"runbookRecordRow"_s);
    auto* row = new QHBoxLayout(m_recordRow);
    row->setContentsMargins(12, 8, 12, 0);
    row->setSpacing(8);
    auto* label = new QLabel(tr("&What is done, and why"), m_recordRow);
    m_what = new QLineEdit(m_recordRow);
    m_what->setObjectName(u"runbookWhat"_s);
    label->setBuddy(m_what);
    auto* write = new QPushButton(tr("Add the record"), m_recordRow);
    write->setObjectName(u"runbookAddRecord"_s);
    auto* leave = new QPushButton(tr("Cancel"), m_recordRow);
    row->addWidget(label);
    row->addWidget(m_what, 1);
    row->addWidget(write);
    row->addWidget(leave);
    for (QPushButton* button : {write, leave}) {
        button->setAutoDefault(false);
    }
    m_recordRow->hide();
    connect(m_what, &QLineEdit::textChanged, write,
            [write](const QString& text) { write->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_what, &QLineEdit::returnPressed, write, &QPushButton::click);
    connect(write, &QPushButton::clicked, this, &RunbookWindow::record);
    connect(leave, &QPushButton::clicked, m_recordRow, &QWidget::hide);
    return m_recordRow;
}

QWidget* RunbookWindow::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    const auto add = [&](const QString& text, const QString& name, const QString& icon) {
        auto* button = icon.isEmpty() ? new QPushButton(text, foot) : new QPushButton(m_theme.icon(icon), text, foot);
        button->setObjectName(name);
        button->setAutoDefault(false);
        return button;
    };
    m_record = add(tr("&Record the emergency…"), u"runbookRecord"_s, u"bolt"_s);
    m_record->setToolTip(tr("A file in the repository that stays open for 24 hours, until the pull request follows"));
    m_state = new QLabel(foot);
    m_state->setObjectName(u"runbookState"_s);
    setInk(*m_state, m_theme, "muted");
    m_cancel = add(tr("Stop"), u"runbookStop"_s, {});
    m_copy = add(tr("C&opy"), u"runbookCopy"_s, u"copy"_s);
    m_copy->setToolTip(tr("The runbook as Markdown"));
    m_save = add(tr("&Save…"), u"runbookSave"_s, u"export"_s);
    m_print = add(tr("&Print…"), u"runbookPrint"_s, {});
    row->addWidget(m_record);
    row->addWidget(m_state, 1);
    for (QPushButton* button : {m_cancel, m_copy, m_save, m_print}) {
        row->addWidget(button);
    }
    connect(m_record, &QPushButton::clicked, this, [this] {
        const auto& commits = m_runbook->commits;
        m_what->setText(commits.empty() ? QString() : workspace::printable(commits.front().subject.toStdString()));
        m_recordRow->show();
        m_what->setFocus();
        m_what->selectAll();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_job.cancel();
        m_wasCancelled = true;
        showState();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(markdown());
        m_state->setText(tr("Copied as Markdown."));
    });
    connect(m_save, &QPushButton::clicked, this, &RunbookWindow::chooseFile);
    connect(m_print, &QPushButton::clicked, this, &RunbookWindow::print);
    return foot;
}

void RunbookWindow::ask(const QString& range, const QString& why)
{
    m_range->setText(range);
    m_range->setCursorPosition(0);
    if (!range.isEmpty()) {
        start();
        return;
    }
    m_job.cancel();
    reset();
    showState();
    m_range->setFocus();
    if (!why.isEmpty()) {
        m_message->showMessage(MessageBar::Kind::Info, why);
    }
}

void RunbookWindow::reset()
{
    m_runbook.reset();
    m_wasCancelled = false;
    m_recordRow->hide();
    m_message->hide();
    m_text->clear();
}

void RunbookWindow::start()
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const QString range = m_range->text().trimmed();
    if (!snapshot || !snapshot->repository || range.isEmpty()) {
        return;
    }
    reset();
    m_environment->setText(workspace::printable(snapshot->environment.name));
    m_job.run<Expected<workspace::Runbook>>(
        [repository = *snapshot->repository, range, environment = snapshot->environment.name,
         cache = snapshot->cache](const std::stop_token& stop) -> Expected<workspace::Runbook> {
            const auto ends = workspace::readRange(repository, range);
            if (!ends) {
                return std::unexpected(Error{.code = "review.noRange", .args = {range.toStdString()}, .where = {}});
            }
            if (!*ends) {
                return std::unexpected(ends->error());
            }
            return workspace::readRunbook(repository, (*ends)->base, (*ends)->head, environment, cache, stop);
        },
        [this](Expected<workspace::Runbook> runbook) { take(std::move(runbook)); });
    showState();
}

void RunbookWindow::take(Expected<workspace::Runbook> runbook)
{
    if (!runbook) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(runbook.error()));
    } else {
        m_runbook = std::move(*runbook);
        m_environment->setText(workspace::printable(m_runbook->judgement.after->environment.name));
    }
    showRunbook();
    showState();
}

QString RunbookWindow::markdown() const
{
    return m_runbook ? workspace::runbookMarkdown(*m_runbook) : QString();
}

void RunbookWindow::showRunbook()
{
    setMarkdown(*m_text->document(), markdown());
    layOut(*m_text->document(), m_theme);
    m_text->moveCursor(QTextCursor::Start);
}

void RunbookWindow::showState()
{
    const bool isRunning = m_job.isRunning();
    for (QPushButton* button : {m_copy, m_save, m_print}) {
        button->setEnabled(m_runbook.has_value());
    }
    m_record->setEnabled(m_runbook && !m_runbook->record);
    m_cancel->setVisible(isRunning);
    m_state->setText(isRunning            ? tr("Reading both states…")
                         : m_wasCancelled ? tr("Stopped.")
                         : m_runbook      ? tr("Nothing of this is run.")
                                          : QString());
}

void RunbookWindow::record()
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const auto who = snapshot && snapshot->repository ? snapshot->repository->identity() : Expected<QString>(QString());
    if (!who) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(who.error()));
        return;
    }
    workspace::EmergencyRecord record = workspace::recordOf(*m_runbook, *who, QDateTime::currentDateTimeUtc());
    record.what = m_what->text().trimmed();
    record.deadline = record.opened.addSecs(qint64{workspace::EmergencyRecord::hours} * secondsOfHour);
    record.path =
        workspace::recordPath(record, [&](const std::string& path) { return snapshot->current.find(path) != nullptr; });
    const source::Edit edit{
        {{record.path, source::contentIdOf(std::string_view()), {{0, 0, workspace::recordText(record)}}}}};
    if (const Expected<void> done = m_workspace.apply(edit, tr("Record an emergency")); !done) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(done.error()));
        return;
    }
    m_message->showMessage(MessageBar::Kind::Success,
                           tr("The record %1 is a pending change. Commit and push it, so that everybody sees it.")
                               .arg(workspace::printable(record.path)));
    m_message->addAction(tr("Commit…"), [this] { Q_EMIT commitRequested(); })->setObjectName(u"runbookCommit"_s);
    m_recordRow->hide();
    m_runbook->record = std::move(record);
    showRunbook();
    showState();
}

void RunbookWindow::chooseFile()
{
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save the runbook"), u"runbook.md"_s, tr("Markdown (*.md)"));
    if (file.isEmpty()) {
        return;
    }
    if (const Expected<void> done = saveTo(file); !done) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(done.error()));
    } else {
        m_state->setText(tr("Saved as %1").arg(file));
    }
}

Expected<void> RunbookWindow::saveTo(const QString& file) const
{
    const QByteArray bytes = markdown().toUtf8();
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        return std::unexpected(Error{"file.unwritable", {file.toStdString(), out.errorString().toStdString()}, {}});
    }
    return {};
}

void RunbookWindow::print()
{
    auto* printer = new QPrinter(QPrinter::HighResolution);
    auto* dialog = new QPrintDialog(printer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QObject::destroyed, this, [printer] { delete printer; });
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this,
            [this](QPrinter* chosen) { printTo(*chosen); });
    dialog->open();
}

void RunbookWindow::printTo(QPrinter& printer) const
{
    // In black on white, whatever the scheme of the screen is.
    QTextDocument document;
    document.setDefaultFont(font());
    setMarkdown(document, markdown());
    document.print(&printer);
}

} // namespace meshdraft::views
