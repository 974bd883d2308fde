// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/matrixwindow.h"

#include "models/workspace/environmentgraphs.h"
#include "models/workspace/matrixexport.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/matrix/frozentable.h"
#include "views/matrix/matrixbar.h"
#include "views/matrix/matrixdelegate.h"
#include "views/matrix/matrixmodel.h"
#include "views/matrix/matrixrows.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int busyAfter = 200; ///< ms: shorter work shows no progress
constexpr int settleTime = 150; ///< ms: the steps of a drag are compared when it rests
constexpr int subjectWidth = 200;
constexpr int settingWidth = 250;
constexpr int environmentWidth = 210;

} // namespace

MatrixWindow::MatrixWindow(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_model(new MatrixModel(this))
    , m_rows(new MatrixRows(theme, this))
    , m_table(new FrozenTable(MatrixModel::FirstEnvironment, this))
    , m_message(new MessageBar(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new QLabel(this))
    , m_bar(new MatrixBar(theme, this))
{
    setObjectName(u"matrixWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare environments"));
    resize(1120, 640);
    m_message->setObjectName(u"matrixMessage"_s);
    m_message->hide();
    makeTable(theme);
    m_empty->setObjectName(u"matrixEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(24);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    setInk(*m_empty, theme, "muted");
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    column->addWidget(makeFoot());

    m_restart.setSingleShot(true);
    connect(&m_restart, &QTimer::timeout, this, &MatrixWindow::compare);
    m_progressTimer.setInterval(busyAfter);
    connect(&m_progressTimer, &QTimer::timeout, this, &MatrixWindow::showProgress);
    connect(&m_workspace, &workspace::Workspace::snapshotChanged, this, &MatrixWindow::takeSnapshot);
    connect(&m_workspace, &workspace::Workspace::openFailed, this, [this] { m_wanted = {}; });
    connect(&theme, &Theme::changed, this, [this] {
        m_table->viewport()->update();
        m_table->frozen()->viewport()->update();
    });
    connectBar();
    takeSnapshot(workspace.snapshot());
    m_bar->filterField()->setFocus();
}

MatrixWindow::~MatrixWindow()
{
    m_job.cancel();
}

void MatrixWindow::makeTable(const Theme& theme)
{
    m_rows->setSourceModel(m_model);
    m_table->setObjectName(u"matrixTable"_s);
    m_table->setAccessibleName(tr("Settings by environment"));
    m_table->setModel(m_rows);
    m_table->setDelegate(new MatrixDelegate(theme, m_table));
    m_table->horizontalHeader()->setDefaultSectionSize(environmentWidth);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(MatrixModel::SubjectColumn, subjectWidth);
    m_table->setColumnWidth(MatrixModel::SettingColumn, settingWidth);
    connect(m_table, &FrozenTable::opened, this,
            [this](const QModelIndex& index) { goTo(index.data(MatrixModel::ElementRole).value<mesh::ElementRef>()); });
}

void MatrixWindow::connectBar()
{
    connect(m_bar, &MatrixBar::choiceChanged, this, [this] { restart(0); });
    connect(m_bar, &MatrixBar::filterChanged, this, [this](const QString& text) {
        m_rows->setWords(text);
        showState();
    });
    connect(m_bar, &MatrixBar::onlyDifferencesToggled, this, [this](bool only) {
        m_rows->setOnlyDifferences(only);
        showState();
    });
    connect(m_bar, &MatrixBar::fieldRefused, this, [this](const Error& error) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(error));
        m_message->addAction(tr("Close"), [this] { showErrors(); });
    });
    connect(m_bar, &MatrixBar::fieldAdded, this, &MatrixWindow::showErrors);
    connect(m_bar, &MatrixBar::copyRequested, this, &MatrixWindow::copy);
    connect(m_bar, &MatrixBar::csvRequested, this, [this] { chooseFile(u"environments.csv"_s, tr("CSV (*.csv)")); });
    connect(m_bar, &MatrixBar::markdownRequested, this,
            [this] { chooseFile(u"environments.md"_s, tr("Markdown (*.md)")); });
}

QWidget* MatrixWindow::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 4, 12, 4);
    m_state = new QLabel(foot);
    m_state->setObjectName(u"matrixState"_s);
    setInk(*m_state, m_theme, "muted");
    m_cancel = new QPushButton(tr("Cancel"), foot);
    m_cancel->setObjectName(u"matrixCancel"_s);
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
    foot->setMinimumHeight(26);
    return foot;
}

void MatrixWindow::takeSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    fillEnvironments();
    restart(m_result.snapshot ? settleTime : 0);
    if (!m_wanted.isNull()) {
        // The workspace still selects what was selected before; this comes after it.
        QMetaObject::invokeMethod(this, &MatrixWindow::selectWanted, Qt::QueuedConnection);
    }
}

void MatrixWindow::fillEnvironments()
{
    std::vector<std::string> offered;
    for (const mesh::Environment& environment :
         m_snapshot ? m_snapshot->environments : std::vector<mesh::Environment>()) {
        offered.push_back(environment.name);
    }
    if (offered == m_offered) {
        return;
    }
    m_offered = offered;
    const std::vector<std::string> usual =
        m_snapshot ? workspace::comparableEnvironments(*m_snapshot) : std::vector<std::string>();
    m_bar->setEnvironments(m_offered, usual);
}

void MatrixWindow::restart(int delay)
{
    m_restart.start(delay);
}

void MatrixWindow::compare()
{
    const std::vector<std::string> names = m_bar->environments();
    const std::optional<matrix::Query> query = m_bar->query();
    if (!m_snapshot || names.empty() || !query) {
        m_job.cancel();
        takeResult({m_snapshot, names, {}, nullptr});
        return;
    }
    // Another choice of settings needs no other graphs.
    const bool isKnown = m_result.snapshot == m_snapshot && m_result.names == names && !m_result.inputs.empty();
    const std::vector<matrix::Input> known = isKnown ? m_result.inputs : std::vector<matrix::Input>();
    m_progress = std::make_shared<Progress>();
    m_wasCancelled = false;
    m_progressTimer.start();
    m_job.run<Result>(
        [snapshot = m_snapshot, names, query = *query, known, progress = m_progress](const std::stop_token& stop) {
            Result result{snapshot, names, known, nullptr};
            if (known.empty()) {
                result.inputs = workspace::environmentGraphs(
                    *snapshot, names, stop, [&](std::size_t position) { progress->position = position; });
            }
            result.matrix = std::make_shared<const matrix::Matrix>(matrix::compare(result.inputs, query, stop));
            return result;
        },
        [this](Result result) { takeResult(std::move(result)); });
}

void MatrixWindow::takeResult(Result result)
{
    m_progressTimer.stop();
    m_wasCancelled = false;
    m_result = std::move(result);
    const int before = m_model->columnCount();
    m_model->setMatrix(m_result.matrix);
    if (m_model->columnCount() != before) {
        m_table->setColumnWidth(MatrixModel::SubjectColumn, subjectWidth);
        m_table->setColumnWidth(MatrixModel::SettingColumn, settingWidth);
    }
    showErrors();
    showState();
}

void MatrixWindow::showErrors()
{
    QStringList sentences;
    for (const matrix::Input& input : m_result.inputs) {
        if (input.error) {
            sentences << workspace::errorText(*input.error);
        }
    }
    if (sentences.isEmpty()) {
        m_message->hide();
        return;
    }
    const QString text = sentences.size() == 1
        ? sentences.front()
        : tr("%1 environments cannot be read. %2").arg(sentences.size()).arg(sentences.front());
    m_message->showMessage(MessageBar::Kind::Warning, text);
}

void MatrixWindow::showState()
{
    m_cancel->hide();
    const int shown = m_rows->rowCount();
    const bool hasRows = m_model->rowCount() > 0;
    m_bar->setExportEnabled(shown > 0);
    m_stack->setCurrentIndex(shown > 0 ? 1 : 0);
    QString text;
    if (!m_snapshot) {
        text = tr("Open a repository to compare its environments.");
    } else if (m_wasCancelled && !hasRows) {
        text = tr("Nothing was compared.");
    } else if (m_result.names.empty()) {
        text = tr("Choose the environments to compare.");
    } else if (!m_result.matrix) {
        text = tr("Choose the settings to compare.");
    } else if (m_result.matrix->isUnreadable()) {
        text = tr("None of the environments can be read.");
    } else if (!hasRows) {
        text = tr("No environment has any of these settings.");
    } else if (shown == 0 && m_bar->filter().isEmpty()) {
        text = tr("The environments do not differ in these settings.");
    } else if (shown == 0) {
        text = tr("No row matches “%1”.").arg(m_bar->filter());
    }
    m_empty->setText(text);
    QString state;
    if (shown > 0) {
        state = m_result.names.size() == 1
            ? tr("%1 rows. There is one environment, so nothing to compare with.").arg(shown)
            : tr("%1 rows, %2 differ. Marked cells differ from what most environments have.")
                  .arg(shown)
                  .arg(m_result.matrix->withRows(m_rows->sourceRows()).differences);
    }
    m_state->setText(m_wasCancelled ? tr("Cancelled; this is what was there before.") : state);
}

void MatrixWindow::showProgress()
{
    const std::size_t position = m_progress->position;
    m_state->setText(tr("Reading environment %1 of %2…").arg(position + 1).arg(m_bar->environments().size()));
    m_cancel->show();
}

void MatrixWindow::goTo(const mesh::ElementRef& element)
{
    if (element.isNull() || !m_snapshot) {
        return;
    }
    m_wanted = element;
    if (m_snapshot->environment.name == element.key.environment) {
        selectWanted();
    } else {
        m_workspace.chooseEnvironment(element.key.environment);
    }
}

void MatrixWindow::selectWanted()
{
    if (m_wanted.isNull() || !m_snapshot || m_snapshot->environment.name != m_wanted.key.environment) {
        return;
    }
    const mesh::ElementRef element = std::exchange(m_wanted, {});
    m_workspace.selection().select(element, this);
    Q_EMIT shown(element);
}

void MatrixWindow::copy()
{
    QGuiApplication::clipboard()->setText(workspace::matrixMarkdown(m_result.matrix->withRows(m_rows->sourceRows())));
    m_state->setText(tr("Copied %1 rows as Markdown.").arg(m_rows->rowCount()));
}

void MatrixWindow::chooseFile(const QString& proposed, const QString& filter)
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the comparison"), proposed, filter);
    if (file.isEmpty()) {
        return;
    }
    if (const Expected<void> done = exportTo(file); !done) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(done.error()));
    } else {
        m_message->showMessage(MessageBar::Kind::Success, tr("Exported to %1").arg(file));
    }
    m_message->addAction(tr("Close"), [this] { showErrors(); });
}

Expected<void> MatrixWindow::exportTo(const QString& file) const
{
    const matrix::Matrix shownRows =
        m_result.matrix ? m_result.matrix->withRows(m_rows->sourceRows()) : matrix::Matrix();
    const QByteArray bytes = file.endsWith(u".md"_s, Qt::CaseInsensitive)
        ? workspace::matrixMarkdown(shownRows).toUtf8()
        : workspace::matrixCsv(shownRows);
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        return std::unexpected(Error{"file.unwritable", {file.toStdString(), out.errorString().toStdString()}, {}});
    }
    return {};
}

} // namespace meshdraft::views
