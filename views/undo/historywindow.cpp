// SPDX-License-Identifier: Apache-2.0
#include "views/undo/historywindow.h"

#include "models/workspace/gitdirectory.h"
#include "models/workspace/reviewwords.h"
#include "models/workspace/rollbackwords.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/changes/changetext.h"
#include "views/changes/diffview.h"
#include "views/common/access.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/common/paint.h"
#include "views/common/segmentedswitch.h"
#include "views/common/textlines.h"
#include "views/request/paneparts.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/undo/historydelegate.h"
#include "views/undo/historymodel.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int meaningHeight = 150;
constexpr std::size_t mostLines = 40; ///< of what a commit means

/// What stands there: the file where both sides are known, else the text of the resource alone.
std::shared_ptr<const std::string> textOf(const mesh::ResourcePtr& resource, bool isAlone)
{
    if (!resource) {
        return std::make_shared<const std::string>();
    }
    if (!isAlone) {
        return resource->text->text;
    }
    const source::ByteRange range = resource->document().range;
    return std::make_shared<const std::string>(resource->text->text->substr(range.begin, range.end - range.begin));
}

} // namespace

HistoryWindow::HistoryWindow(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_model(new HistoryModel(this))
    , m_message(new MessageBar(theme, this))
{
    setObjectName(u"historyWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("History of meaning"));
    resize(1120, 700);
    m_message->setObjectName(u"historyMessage"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_message);
    column->addWidget(lineBetween(theme, this));
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(makeList());
    splitter->addWidget(makeDetails());
    splitter->setSizes({420, 700});
    splitter->setStretchFactor(1, 1);
    column->addWidget(splitter, 1);
    column->addWidget(lineBetween(theme, this));
    column->addWidget(makeFoot());
    connect(&m_job, &workspace::HistoryJob::found, this, &HistoryWindow::take);
    connect(&m_job, &workspace::HistoryJob::ended, this, [this](const workspace::MeshHistoryEnd& end) {
        m_end = end;
        showState();
    });
    connect(&m_job, &workspace::HistoryJob::failed, this, &HistoryWindow::fail);
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, &HistoryWindow::takeSnapshot);
    m_snapshot = workspace.snapshot();
    fillSubjects();
    showCommit();
    showState();
    m_list->setFocus();
}

HistoryWindow::~HistoryWindow() = default;

QWidget* HistoryWindow::makeBar()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    auto* label = new QLabel(tr("&History of"), bar);
    m_of = new QComboBox(bar);
    m_of->setObjectName(u"historyOf"_s);
    m_of->setEditable(true);
    m_of->setInsertPolicy(QComboBox::NoInsert);
    m_of->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_of->setMinimumContentsLength(40);
    m_of->lineEdit()->setPlaceholderText(tr("A resource or a host"));
    m_of->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_of->completer()->setFilterMode(Qt::MatchContains);
    if (auto* view = qobject_cast<QListView*>(m_of->view())) {
        view->setUniformItemSizes(true);
    }
    m_of->installEventFilter(this);
    label->setBuddy(m_of);
    row->addWidget(label);
    row->addWidget(m_of, 1);
    row->addStretch(1);
    connect(m_of, &QComboBox::activated, this, &HistoryWindow::takeText);
    connect(m_of->lineEdit(), &QLineEdit::returnPressed, this, &HistoryWindow::takeText);
    return bar;
}

QWidget* HistoryWindow::makeList()
{
    m_lists = new QStackedWidget(this);
    m_list = new QListView(m_lists);
    prepareList(*m_list, u"historyList"_s, tr("Commits, the newest first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_theme, m_list));
    m_empty = new QLabel(m_lists);
    m_empty->setObjectName(u"historyEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(24);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    setInk(*m_empty, m_theme, "muted");
    m_lists->addWidget(m_empty);
    m_lists->addWidget(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryWindow::showCommit);
    connect(&m_theme, &Theme::changed, m_list, [this] { m_list->viewport()->update(); });
    return m_lists;
}

QWidget* HistoryWindow::makeDetails()
{
    m_details = new QWidget(this);
    m_details->setBackgroundRole(QPalette::Base);
    m_details->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    m_title = new QLabel(m_details);
    m_about = new QLabel(m_details);
    for (QLabel* label : {m_title, m_about}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(12, 0, 12, 0);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    m_title->setObjectName(u"historyTitle"_s);
    m_title->setFont(scaledFont(font(), 1.0, QFont::DemiBold));
    m_about->setFont(scaledFont(font(), 0.92));
    setInk(*m_about, m_theme, "muted");
    auto* area = new QScrollArea(m_details);
    m_meaningArea = area;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFixedHeight(24);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 4, 0, 0);
    m_meaning = new TextLines(m_theme, content);
    m_meaning->setObjectName(u"historyMeaning"_s);
    inside->addWidget(m_meaning);
    inside->addStretch(1);
    area->setWidget(content);
    column->addWidget(area);
    column->addWidget(lineBetween(m_theme, m_details));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 2, 8, 4);
    row->setSpacing(8);
    m_resource = new QComboBox(m_details);
    m_resource->setObjectName(u"historyResource"_s);
    m_resource->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setChoiceName(*m_resource, tr("Resource"));
    m_mode = new SegmentedSwitch(m_theme, m_details);
    m_mode->setObjectName(u"historyMode"_s);
    m_mode->setAccessibleName(tr("Form of the difference"));
    m_mode->setFont(scaledFont(font(), secondaryScale));
    m_mode->setTexts({tr("Unified"), tr("Side by side")});
    row->addWidget(m_resource, 1);
    row->addWidget(m_mode);
    column->addLayout(row);
    m_diff = new DiffView(m_theme, m_details);
    m_diff->setObjectName(u"historyDiff"_s);
    m_diff->setAccessibleName(tr("What the commit changes in the text"));
    m_diff->setMode(DiffView::Mode::Unified);
    column->addWidget(m_diff, 1);
    connect(m_resource, &QComboBox::currentIndexChanged, this, &HistoryWindow::showResource);
    connect(m_mode, &SegmentedSwitch::chosen, this,
            [this](int index) { m_diff->setMode(index == 0 ? DiffView::Mode::Unified : DiffView::Mode::SideBySide); });
    return m_details;
}

QWidget* HistoryWindow::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    m_state = new QLabel(foot);
    m_state->setObjectName(u"historyState"_s);
    setInk(*m_state, m_theme, "muted");
    m_cancel = new QPushButton(tr("Stop"), foot);
    m_cancel->setObjectName(u"historyStop"_s);
    m_picture = new QPushButton(m_theme.icon(u"topology"_s), tr("&Picture at this commit"), foot);
    m_picture->setObjectName(u"historyPicture"_s);
    m_rollback = new QPushButton(m_theme.icon(u"rollback"_s), tr("&Roll this back…"), foot);
    m_rollback->setObjectName(u"historyRollback"_s);
    row->addWidget(m_state);
    row->addWidget(m_cancel);
    row->addStretch(1);
    for (QPushButton* button : {m_picture, m_rollback}) {
        row->addWidget(button);
    }
    for (QPushButton* button : {m_cancel, m_picture, m_rollback}) {
        button->setAutoDefault(false);
    }
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_wasCancelled = true;
        m_job.cancel();
        showState();
    });
    connect(m_picture, &QPushButton::clicked, this, [this] {
        const QString commit = m_list->currentIndex().data(HistoryModel::CommitRole).toString();
        Q_EMIT pictureRequested(commit + u"^.."_s + commit);
    });
    connect(m_rollback, &QPushButton::clicked, this, [this] {
        using Scope = workspace::RollbackScope;
        Scope scope;
        if (m_asked.isResource()) {
            scope = {Scope::Kind::Resources, m_asked.kind, m_asked.ns, m_asked.name, {}};
        }
        Q_EMIT rollbackRequested(m_list->currentIndex().data(HistoryModel::CommitRole).toString(), scope);
    });
    return foot;
}

void HistoryWindow::fillSubjects()
{
    m_isStale = false;
    const QString text = m_of->currentText();
    const QSignalBlocker quiet(m_of);
    m_of->clear();
    m_subjects.clear();
    if (!m_snapshot || !m_snapshot->graph) {
        return;
    }
    QStringList texts{m_snapshot->environment.name.empty()
                          ? tr("Everything")
                          : tr("Everything in %1").arg(workspace::printable(m_snapshot->environment.name))};
    m_subjects.push_back({});
    std::set<QString> hosts;
    for (const mesh::ResourcePtr& resource : m_snapshot->graph->resources()) {
        if (resource->key.kind == "Service") {
            hosts.insert(QString::fromStdString(resource->key.name + '.' + resource->key.ns));
        } else if (const auto* table = std::get_if<mesh::RouteTable>(&resource->body)) {
            for (const auto& host : table->hosts) {
                if (host.value.contains('.')) {
                    hosts.insert(QString::fromStdString(host.value));
                }
            }
        }
    }
    for (const QString& host : hosts) {
        texts << tr("Host %1").arg(workspace::printable(host.toStdString()));
        m_subjects.push_back({host, {}});
    }
    for (const mesh::ResourcePtr& resource : m_snapshot->graph->resources()) {
        texts << workspace::resourceTitle(resource->key);
        m_subjects.push_back({{}, resource->key});
    }
    m_of->addItems(texts);
    m_of->setEditText(text);
}

void HistoryWindow::takeText()
{
    const QString text = m_of->currentText().trimmed();
    if (text.isEmpty() || (text == m_askedText && !m_wasCancelled)) {
        return;
    }
    const int row = m_of->findText(text, Qt::MatchExactly);
    start(row >= 0 ? m_subjects.at(static_cast<std::size_t>(row)) : Subject{text, {}}, text);
}

void HistoryWindow::ask(const mesh::ResourceKey& key)
{
    if (m_isStale) {
        fillSubjects();
    }
    const auto found =
        std::ranges::find_if(m_subjects, [&](const Subject& each) { return each.host.isEmpty() && each.key == key; });
    const int row = found == m_subjects.end() ? -1 : static_cast<int>(found - m_subjects.begin());
    const QString text = row >= 0 ? m_of->itemText(row) : workspace::resourceTitle(key);
    start({{}, key}, text);
}

void HistoryWindow::start(const Subject& subject, const QString& text)
{
    if (!m_snapshot || !m_snapshot->repository) {
        return;
    }
    const QSignalBlocker quiet(m_of);
    m_of->setCurrentIndex(m_of->findText(text, Qt::MatchExactly));
    m_of->setEditText(text);
    m_askedText = text;
    m_asked = subject.host.isEmpty() ? workspace::historySubject(*m_snapshot, subject.key)
                                     : workspace::historySubject(*m_snapshot, subject.host);
    m_end.reset();
    m_wasCancelled = false;
    m_message->hide();
    m_model->clear();
    showCommit();
    m_job.read(*m_snapshot->repository, m_asked,
               {.revision = m_snapshot->revision.isEmpty() ? u"HEAD"_s : m_snapshot->revision,
                .limit = 0,
                .policy = m_snapshot->risk.policy});
    showState();
}

void HistoryWindow::take(const std::vector<workspace::MeaningfulCommit>& commits)
{
    const bool isFirst = m_model->rowCount() == 0;
    m_model->append(commits);
    if (isFirst) {
        m_list->setCurrentIndex(m_model->index(0));
    }
    showState();
}

void HistoryWindow::fail(const Error& error)
{
    m_end = workspace::MeshHistoryEnd{};
    m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(error));
    showState();
}

void HistoryWindow::showState()
{
    const bool isRunning = m_job.isRunning();
    const int count = m_model->rowCount();
    m_cancel->setVisible(isRunning);
    m_lists->setCurrentIndex(count > 0 ? 1 : 0);
    const QString counted = count == 1 ? tr("1 commit changes it") : tr("%1 commits change it").arg(count);
    if (isRunning) {
        m_state->setText(count == 0 ? tr("Reading the history…") : tr("%1 so far…").arg(counted));
        m_empty->setText(tr("Reading the history…"));
    } else if (m_wasCancelled) {
        m_state->setText(tr("Stopped: %1 so far.").arg(counted));
        m_empty->setText(tr("Stopped before a commit was found."));
    } else if (m_end) {
        //: %1 is "3 commits change it", %2 a number.
        m_state->setText(tr("%1 of %2 that touched its files.").arg(counted).arg(m_end->looked));
        m_empty->setText(tr("No commit changes what it means."));
    } else {
        m_state->clear();
        m_empty->setText(tr("Choose a resource or a host above."));
    }
}

void HistoryWindow::showCommit()
{
    const workspace::MeaningfulCommit* commit = m_model->at(m_list->currentIndex().row());
    m_details->setEnabled(commit != nullptr);
    m_rollback->setEnabled(commit != nullptr);
    const bool hasParent = commit != nullptr && !commit->commit.parents.empty();
    m_picture->setEnabled(hasParent);
    m_picture->setToolTip(commit != nullptr && !hasParent ? tr("The first commit: there is nothing before it")
                                                          : tr("What this commit changed, as a review"));
    m_meaning->clear();
    {
        const QSignalBlocker quiet(m_resource);
        m_resource->clear();
    }
    if (commit == nullptr) {
        m_title->clear();
        m_about->clear();
        m_diff->clear();
        return;
    }
    const git::HistoryEntry& entry = commit->commit;
    m_title->setText(workspace::printable(entry.subject.toStdString()));
    m_about->setText(
        tr("%1, %2, commit %3")
            .arg(workspace::printable(entry.author.name.toStdString()),
                 QLocale().toString(QDateTime::fromSecsSinceEpoch(entry.author.seconds), QLocale::ShortFormat),
                 entry.id.first(12)));
    const QSignalBlocker quiet(m_resource);
    std::size_t lines = 0;
    for (const changes::ResourceChange& change : commit->change.resources) {
        const QString title = workspace::resourceTitle(shownResource(change)->key);
        m_resource->addItem(!change.before      ? tr("%1 (new)").arg(title)
                                : !change.after ? tr("%1 (goes away)").arg(title)
                                                : title);
        for (const changes::Statement& statement : change.statements) {
            if (lines++ < mostLines) {
                m_meaning->add(workspace::statementText(statement), lookOf(statement.operation).icon,
                               lookOf(statement.operation).token);
            }
        }
        for (const changes::Reason& reason : change.reasons) {
            if (lines++ < mostLines) {
                const Look look = lookOf(reason.tier);
                m_meaning->add(workspace::reasonWithRule(reason), look.icon, look.token);
            }
        }
    }
    m_meaning->addRest(lines, mostLines);
    const int wanted = m_meaning->layout()->totalHeightForWidth(std::max(200, m_details->width() - 16)) + 8;
    m_meaningArea->setFixedHeight(std::clamp(wanted, 24, meaningHeight));
    showResource(0);
}

void HistoryWindow::showResource(int index)
{
    const workspace::MeaningfulCommit* commit = m_model->at(m_list->currentIndex().row());
    if (commit == nullptr || index < 0 || index >= static_cast<int>(commit->change.resources.size())) {
        m_diff->clear();
        return;
    }
    const changes::ResourceChange& change = commit->change.resources[static_cast<std::size_t>(index)];
    const bool isAlone = !change.before || !change.after;
    const std::string& path = shownResource(change)->source.path;
    m_diff->setTexts(workspace::printable(path), textOf(change.before, isAlone), textOf(change.after, isAlone));
    m_diff->goToFirstChange();
    if (!isAlone && !change.fields.empty() && change.fields.front().operation != changes::Operation::Removed) {
        const source::NodeRef node = change.fields.front().path.resolve(change.after->rootNode());
        if (node.isValid()) {
            m_diff->goToLine(change.after->locate(node.id()).line);
        }
    }
}

void HistoryWindow::takeSnapshot(const workspace::SnapshotPtr& snapshot)
{
    if (workspace::gitDirectoryOf(snapshot) != workspace::gitDirectoryOf(m_snapshot)) {
        close();
        return;
    }
    m_isStale = m_isStale || !m_snapshot || m_snapshot->graph != snapshot->graph;
    m_snapshot = snapshot;
}

/// The entries are read anew when somebody comes to choose one.
bool HistoryWindow::eventFilter(QObject* watched, QEvent* event)
{
    const bool isComing = event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonPress;
    if (watched == m_of && isComing && m_isStale) {
        fillSubjects();
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace meshdraft::views
