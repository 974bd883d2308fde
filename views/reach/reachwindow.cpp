// SPDX-License-Identifier: Apache-2.0
#include "views/reach/reachwindow.h"

#include "models/workspace/effectivefacts.h"
#include "models/workspace/reachwords.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/ink.h"
#include "views/common/linklabel.h"
#include "views/common/messagebar.h"
#include "views/common/undopassing.h"
#include "views/matrix/frozentable.h"
#include "views/reach/reachdelegate.h"
#include "views/reach/reachmodel.h"
#include "views/reach/reachrows.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int busyAfter = 200; ///< ms: shorter work shows no progress
constexpr int settleTime = 300; ///< ms: the steps of a drag are asked for when it rests
constexpr int callerWidth = 240;
constexpr int targetWidth = 150;

} // namespace

ReachWindow::ReachWindow(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_model(new ReachModel(this))
    , m_rows(new ReachRows(this))
    , m_table(new FrozenTable(ReachModel::FirstTarget, this))
    , m_message(new MessageBar(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new QLabel(this))
{
    setObjectName(u"reachWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Who can reach whom"));
    resize(1120, 640);
    m_message->setObjectName(u"reachMessage"_s);
    m_empty->setObjectName(u"reachEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(24);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    setInk(*m_empty, theme, "muted");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    column->addWidget(makeFoot());
    makeTable();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);

    m_restart.setSingleShot(true);
    connect(&m_restart, &QTimer::timeout, this, &ReachWindow::start);
    m_progressTimer.setInterval(busyAfter);
    connect(&m_progressTimer, &QTimer::timeout, this, &ReachWindow::showProgress);
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, &ReachWindow::takeSnapshot);
    connect(&theme, &Theme::changed, this, [this] {
        m_table->viewport()->update();
        m_table->frozen()->viewport()->update();
        showDetails();
    });
    m_snapshot = workspace.snapshot();
    ask({}, {});
    m_callers->setFocus();
}

ReachWindow::~ReachWindow()
{
    m_job.cancel();
}

QWidget* ReachWindow::makeBar()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    m_callers = makeFilter(bar, u"reachCallers"_s, tr("Callers"));
    m_targets = makeFilter(bar, u"reachTargets"_s, tr("Targets"));
    row->addWidget(m_callers, 1);
    row->addWidget(m_targets, 1);
    m_onlyRefused = new QCheckBox(tr("Only what is &kept from something"), bar);
    m_onlyRefused->setObjectName(u"reachOnlyRefused"_s);
    row->addWidget(m_onlyRefused);
    m_question = new QLabel(bar);
    m_question->setObjectName(u"reachQuestion"_s);
    m_question->setTextFormat(Qt::PlainText);
    row->addWidget(m_question);
    m_everything = new QPushButton(tr("&Whole mesh"), bar);
    m_everything->setObjectName(u"reachEverything"_s);
    m_everything->setAutoDefault(false);
    connect(m_everything, &QPushButton::clicked, this, [this] { ask({}, {}); });
    row->addWidget(m_everything);
    row->addStretch(1);
    m_export = makeExport(bar);
    row->addWidget(m_export);
    connect(m_callers, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_rows->setCallers(text);
        showState();
    });
    connect(m_targets, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_rows->setTargets(text);
        showState();
    });
    connect(m_onlyRefused, &QCheckBox::toggled, this, [this](bool only) {
        m_rows->setOnlyRefused(only);
        showState();
    });
    return bar;
}

QLineEdit* ReachWindow::makeFilter(QWidget* parent, const QString& name, const QString& text)
{
    auto* field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setPlaceholderText(text);
    field->setAccessibleName(tr("Filter: %1").arg(text));
    field->setClearButtonEnabled(true);
    field->setMinimumWidth(110);
    field->setMaximumWidth(220);
    passUndo(*field);
    QAction* glyph = field->addAction(m_theme.icon(u"search"_s, "muted"), QLineEdit::LeadingPosition);
    connect(&m_theme, &Theme::changed, field, [this, glyph] { glyph->setIcon(m_theme.icon(u"search"_s, "muted")); });
    return field;
}

QToolButton* ReachWindow::makeExport(QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(u"reachExport"_s);
    button->setText(tr("E&xport"));
    button->setToolTip(tr("What is shown, for other programs"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto* menu = new QMenu(button);
    menu->addAction(tr("&Copy as Markdown"), this, &ReachWindow::copy)->setObjectName(u"reachCopy"_s);
    menu->addSeparator();
    const auto add = [&](const QString& text, const QString& file, const QString& filter) {
        menu->addAction(text, this, [this, file, filter] { chooseFile(file, filter); });
    };
    add(tr("C&SV…"), u"reach.csv"_s, tr("CSV (*.csv)"));
    add(tr("&Markdown…"), u"reach.md"_s, tr("Markdown (*.md)"));
    add(tr("&JSON…"), u"reach.json"_s, tr("JSON (*.json)"));
    button->setMenu(menu);
    return button;
}

void ReachWindow::makeTable()
{
    m_rows->setSourceModel(m_model);
    m_table->setObjectName(u"reachTable"_s);
    m_table->setAccessibleName(tr("Who can reach whom"));
    m_table->setModel(m_rows);
    m_table->setDelegate(new ReachDelegate(m_theme, m_table));
    m_table->horizontalHeader()->setDefaultSectionSize(targetWidth);
    m_table->setColumnWidth(ReachModel::CallerColumn, callerWidth);
    connect(m_table, &FrozenTable::opened, this, &ReachWindow::openReason);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReachWindow::showDetails);
}

QWidget* ReachWindow::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(12, 6, 12, 6);
    column->setSpacing(4);
    m_details = new LinkLabel(foot);
    m_details->setObjectName(u"reachDetails"_s);
    m_details->setTextFormat(Qt::RichText);
    m_details->setWordWrap(true);
    m_details->setMinimumHeight(2 * QFontMetrics(font()).lineSpacing());
    m_details->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    connect(m_details, &QLabel::linkActivated, this, [this] { openReason(m_table->currentIndex()); });
    column->addWidget(m_details);
    auto* row = new QHBoxLayout;
    m_state = new QLabel(foot);
    m_state->setObjectName(u"reachState"_s);
    setInk(*m_state, m_theme, "muted");
    m_cancel = new QPushButton(tr("Cancel"), foot);
    m_cancel->setObjectName(u"reachCancel"_s);
    m_cancel->setAutoDefault(false);
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_restart.stop();
        m_job.cancel();
        m_wasCancelled = true;
        m_progressTimer.stop();
        showState();
    });
    row->addWidget(m_state, 1);
    row->addWidget(m_cancel);
    column->addLayout(row);
    return foot;
}

void ReachWindow::ask(const traffic::ReachQuery& query, const QString& title)
{
    m_query = query;
    m_question->setText(title);
    m_question->setVisible(!title.isEmpty());
    m_everything->setVisible(!title.isEmpty());
    m_restart.start(0);
}

void ReachWindow::takeSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    m_job.cancel();
    m_restart.start(m_result.matrix ? settleTime : 0);
}

void ReachWindow::start()
{
    if (!m_snapshot || !m_snapshot->graph || !m_snapshot->effective) {
        m_job.cancel();
        takeResult({});
        return;
    }
    m_progress = std::make_shared<Progress>();
    m_wasCancelled = false;
    m_progressTimer.start();
    showState();
    m_job.run<Result>(
        [snapshot = m_snapshot, query = m_query, progress = m_progress](const std::stop_token& stop) {
            const auto say = [&](std::size_t done, std::size_t all) {
                progress->done = done;
                progress->all = all;
            };
            return Result{snapshot,
                          std::make_shared<const traffic::ReachMatrix>(
                              traffic::reachOf(snapshot->effective->evaluator(), query, stop, say))};
        },
        [this](Result result) { takeResult(std::move(result)); });
}

void ReachWindow::takeResult(Result result)
{
    m_progressTimer.stop();
    m_wasCancelled = false;
    // who looks at a cell sees what becomes of it
    const QModelIndex current = m_table->currentIndex();
    m_result = std::move(result);
    m_model->setMatrix(m_result.matrix);
    m_table->setColumnWidth(ReachModel::CallerColumn, callerWidth);
    if (m_rows->rowCount() > 0 && m_rows->columnCount() > ReachModel::FirstTarget) {
        const int row = current.isValid() ? std::min(current.row(), m_rows->rowCount() - 1) : 0;
        const int column = current.isValid() ? std::min(current.column(), m_rows->columnCount() - 1) : 1;
        m_table->setCurrentIndex(m_rows->index(row, std::max(column, static_cast<int>(ReachModel::FirstTarget))));
    }
    showState();
    showDetails();
}

void ReachWindow::showState()
{
    const int rows = m_rows->rowCount();
    const int targets = m_rows->columnCount() - ReachModel::FirstTarget;
    const bool isFilled = rows > 0 && targets > 0;
    const bool isRunning = m_progressTimer.isActive();
    m_cancel->setVisible(isRunning && m_cancel->isVisible());
    m_export->setEnabled(isFilled);
    m_stack->setCurrentIndex(isFilled ? 1 : 0);
    m_details->setVisible(isFilled);
    QString text;
    if (!m_snapshot) {
        text = tr("Open a repository to see who can reach whom in it.");
    } else if (m_wasCancelled && !m_result.matrix) {
        text = tr("Nothing was asked.");
    } else if (!m_result.matrix) {
        text = tr("Requests are asked for…");
    } else if (m_result.matrix->rows.empty()) {
        text = tr("No request goes there in these files.");
    } else {
        text = tr("No caller or target matches.");
    }
    m_empty->setText(text);
    if (m_wasCancelled) {
        m_state->setText(tr("Cancelled; this is what was there before."));
    } else if (!isRunning) {
        m_state->setText(isFilled ? tr("%1 callers, %2 targets; %3 requests were evaluated.")
                                        .arg(rows)
                                        .arg(targets)
                                        .arg(m_result.matrix->evaluated)
                                  : QString());
    }
}

void ReachWindow::showProgress()
{
    const std::size_t all = m_progress->all;
    m_state->setText(all == 0 ? tr("Requests are derived…") : tr("Host %1 of %2…").arg(m_progress->done + 1).arg(all));
    m_cancel->show();
}

void ReachWindow::showDetails()
{
    const QModelIndex index = m_table->currentIndex();
    QString text = index.data(ReachModel::DetailRole).toString().toHtmlEscaped();
    const auto element = index.data(ReachModel::ElementRole).value<mesh::ElementRef>();
    if (!element.isNull()) {
        text += u" <a href=\"#\" style=\"color:%1\">%2 %3</a>"_s.arg(
            m_theme.html("link"), workspace::printable(element.key.kind).toHtmlEscaped(),
            workspace::printable(element.key.name).toHtmlEscaped());
    } else if (!text.isEmpty()) {
        text += u' ' + tr("This is a default of Istio.").toHtmlEscaped();
    }
    m_details->setText(index.column() >= ReachModel::FirstTarget ? text : QString());
}

void ReachWindow::openReason(const QModelIndex& index)
{
    const auto element = index.data(ReachModel::ElementRole).value<mesh::ElementRef>();
    if (!element.isNull()) {
        Q_EMIT elementOpened(element);
    }
}

void ReachWindow::copy()
{
    QGuiApplication::clipboard()->setText(workspace::reachMarkdown(m_rows->shown()));
    m_state->setText(tr("Copied %1 callers as Markdown.").arg(m_rows->rowCount()));
}

void ReachWindow::chooseFile(const QString& proposed, const QString& filter)
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export who can reach whom"), proposed, filter);
    if (file.isEmpty()) {
        return;
    }
    if (const Expected<void> done = exportTo(file); !done) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(done.error()));
    } else {
        m_message->showMessage(MessageBar::Kind::Success, tr("Exported to %1").arg(file));
    }
    m_message->addAction(tr("Close"), [this] { m_message->hide(); });
}

Expected<void> ReachWindow::exportTo(const QString& file) const
{
    const traffic::ReachMatrix shown = m_rows->shown();
    QByteArray bytes;
    if (m_result.snapshot) {
        const mesh::effective::MeshView& view = m_result.snapshot->effective->view();
        const std::string& environment = m_result.snapshot->environment.name;
        bytes = file.endsWith(u".md"_s, Qt::CaseInsensitive) ? workspace::reachMarkdown(shown).toUtf8()
            : file.endsWith(u".json"_s, Qt::CaseInsensitive) ? workspace::reachJson(view, shown, environment)
                                                             : workspace::reachCsv(view, shown, environment);
    }
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        return std::unexpected(Error{"file.unwritable", {file.toStdString(), out.errorString().toStdString()}, {}});
    }
    return {};
}

} // namespace meshdraft::views
