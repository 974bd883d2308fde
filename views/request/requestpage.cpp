// SPDX-License-Identifier: Apache-2.0
#include "views/request/requestpage.h"

#include "models/traffic/requestfields.h"
#include "models/traffic/routingtests.h"
#include "models/workspace/nearroute.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/ink.h"
#include "views/common/linklabel.h"
#include "views/common/messagebar.h"
#include "views/request/addressfield.h"
#include "views/request/answerdetails.h"
#include "views/request/fatepane.h"
#include "views/request/originbox.h"
#include "views/request/paneparts.h"
#include "views/request/requestexamples.h"
#include "views/request/requestpicture.h"
#include "views/request/stepdelegate.h"
#include "views/request/stepmodel.h"
#include "views/request/verdictbar.h"
#include "views/request/yamlexcerpt.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/topology/graphcanvas.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int stepsWidth = 424;
constexpr int compareAfter = 400; ///< ms
constexpr int sourceAfter = 50; ///< ms

/// A name that no test of the file has.
std::string freeName(const source::ParsedTextPtr& text, const std::string& wanted)
{
    const traffic::RoutingTests known =
        text ? traffic::readRoutingTests(*text, traffic::RoutingTests::path) : traffic::RoutingTests();
    std::string name = wanted;
    for (int i = 2; std::ranges::contains(known.tests, name, &traffic::RoutingTest::name); ++i) {
        name = wanted + " (" + std::to_string(i) + ")";
    }
    return name;
}

} // namespace

RequestPage::RequestPage(const Theme& theme, workspace::Workspace& workspace, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_bar(new RequestBar(theme, settings, this))
    , m_verdict(new VerdictBar(theme, this))
    , m_message(new MessageBar(theme, this))
    , m_steps(new StepModel(this))
    , m_stepTitle(nullptr)
    , m_picture(new RequestPicture(theme, this))
{
    setObjectName(u"requestPage"_s);
    m_message->setObjectName(u"requestMessage"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(lineBetween(theme, this));
    column->addWidget(m_message);
    column->addWidget(m_verdict);
    column->addWidget(lineBetween(theme, this));
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setObjectName(u"requestSplitter"_s);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(makeSteps());
    auto* right = new QSplitter(Qt::Vertical, split);
    right->setChildrenCollapsible(false);
    right->setHandleWidth(1);
    right->addWidget(m_picture);
    right->addWidget(makeSource());
    right->setSizes({390, 330});
    split->addWidget(right);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({stepsWidth, 960});
    column->addWidget(split, 1);
    m_stepTimer.setSingleShot(true);
    m_stepTimer.setInterval(sourceAfter);
    m_compareTimer.setSingleShot(true);
    m_compareTimer.setInterval(compareAfter);
    connectParts();
    clearAnswer();
}

RequestPage::~RequestPage() = default;

QWidget* RequestPage::makeSteps()
{
    auto* pane = new QSplitter(Qt::Vertical, this);
    pane->setChildrenCollapsible(false);
    pane->setHandleWidth(1);
    auto* steps = new QWidget(pane);
    auto* column = new QVBoxLayout(steps);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 6, 10, 6);
    head->setSpacing(8);
    head->addWidget(titleLabel(tr("What the proxies decide"), steps));
    m_stepTitle = new QLabel(steps);
    setInk(*m_stepTitle, m_theme, "muted");
    head->addWidget(m_stepTitle, 1);
    auto* keys = new QLabel(tr("J / K moves"), steps);
    keys->setFont(scaledFont(keys->font(), 0.9));
    setInk(*keys, m_theme, "muted");
    head->addWidget(keys);
    column->addLayout(head);
    column->addWidget(lineBetween(m_theme, steps));
    m_stepList = new QListView(steps);
    prepareList(*m_stepList, u"stepList"_s, tr("What the proxies decide"));
    m_stepList->setModel(m_steps);
    auto* delegate = new StepDelegate(m_theme, m_stepList);
    m_stepList->setItemDelegate(delegate);
    connect(delegate, &StepDelegate::linkClicked, this, &RequestPage::openStep);
    column->addWidget(m_stepList, 1);
    m_empty = new RequestExamples(m_theme, steps);
    column->addWidget(m_empty, 1);
    pane->addWidget(steps);

    m_fatePane = new FatePane(m_theme, pane);
    pane->addWidget(m_fatePane);
    pane->setStretchFactor(0, 2);
    pane->setStretchFactor(1, 1);
    pane->setMinimumWidth(280);
    m_fatePane->hide();
    return pane;
}

QWidget* RequestPage::makeSource()
{
    auto* both = new QSplitter(Qt::Horizontal, this);
    both->setChildrenCollapsible(false);
    both->setHandleWidth(1);
    auto* pane = new QWidget(both);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 8, 4);
    m_place = new LinkLabel(pane);
    m_place->setObjectName(u"stepPlace"_s);
    m_place->setTextFormat(Qt::RichText);
    m_place->setFont(scaledFont(m_place->font(), 0.92));
    head->addWidget(m_place, 1);
    m_open = new QPushButton(tr("Open in editor"), pane);
    m_open->setObjectName(u"stepOpen"_s);
    head->addWidget(m_open);
    column->addLayout(head);
    column->addWidget(lineBetween(m_theme, pane));
    m_source = new YamlExcerpt(m_theme, pane);
    column->addWidget(m_source, 1);
    both->addWidget(pane);
    m_details = new AnswerDetails(m_theme, both);
    m_details->setMinimumWidth(180);
    both->addWidget(m_details);
    both->setStretchFactor(0, 2);
    both->setStretchFactor(1, 1);
    both->setSizes({640, 290});
    return both;
}

void RequestPage::connectParts()
{
    connect(m_bar, &RequestBar::requested, this, [this](const traffic::Request& request) {
        m_message->hide();
        m_symptom.reset();
        m_details->setCauses({});
        m_asked = request;
        m_isFollowing = false;
        ask();
    });
    connect(m_bar, &RequestBar::failed, this,
            [this](const QString& reason) { m_message->showMessage(MessageBar::Kind::Warning, reason); });
    connect(m_bar, &RequestBar::noted, this, [this](const QString& text, const traffic::Symptom* symptom) {
        m_message->showMessage(MessageBar::Kind::Info, text);
        if (symptom != nullptr) {
            m_symptom = *symptom;
            m_job.findCauses(m_snapshot, *symptom);
        }
    });
    connect(&m_job, &workspace::RequestJob::causesFound, m_details, &AnswerDetails::setCauses);
    connect(m_details, &AnswerDetails::requestChosen, this, &RequestPage::explain);
    connect(m_verdict, &VerdictBar::testRequested, this, &RequestPage::saveTest);
    connect(&m_job, &workspace::RequestJob::answered, this, &RequestPage::take);
    connect(&m_job, &workspace::RequestJob::compared, this, &RequestPage::takeFates);
    connect(&m_stepTimer, &QTimer::timeout, this, &RequestPage::showStep);
    connect(&m_compareTimer, &QTimer::timeout, this, [this] { m_job.compare(m_snapshot); });
    connect(m_verdict, &VerdictBar::sideChosen, this, [this] { showAnswer(); });
    connect(m_stepList->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_stepTimer.isActive()) {
            showStep();
        }
    });
    connect(m_stepList, &QListView::doubleClicked, this, &RequestPage::openStep);
    connect(m_fatePane, &FatePane::requestChosen, this, &RequestPage::explain);
    m_stepList->installEventFilter(this);
    m_fatePane->list()->installEventFilter(this);
    connect(m_open, &QPushButton::clicked, this, [this] { openStep(m_stepList->currentIndex()); });
    connect(m_place, &QLabel::linkActivated, this, [this] { openStep(m_stepList->currentIndex()); });
    connect(m_details, &AnswerDetails::elementChosen, this, &RequestPage::elementOpened);
    connect(m_picture, &RequestPicture::topologyRequested, this, &RequestPage::topologyRequested);
    connect(m_picture->canvas(), &GraphCanvas::elementActivated, this, &RequestPage::elementOpened);
    connect(m_empty, &RequestExamples::requestChosen, this, [this](const traffic::Request& request) {
        explain(request);
        m_stepList->setFocus();
    });
    connect(&m_theme, &Theme::changed, this, &RequestPage::showStep);
}

FateModel* RequestPage::fates() const
{
    return m_fatePane->model();
}

QWidget* RequestPage::focusWidgetOfPage() const
{
    return m_bar->address();
}

void RequestPage::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    const bool isOther = !m_snapshot || !snapshot
        || m_snapshot->repository.has_value() != snapshot->repository.has_value()
        || (snapshot->repository && m_snapshot->repository->workTree() != snapshot->repository->workTree());
    m_snapshot = snapshot;
    if (isOther) {
        m_job.cancel();
        m_asked.reset();
        m_symptom.reset();
        traffic::Request none;
        none.from.kind = traffic::Origin::Kind::Outside;
        m_bar->setRequest(none);
        clearAnswer();
    }
    if (!snapshot) {
        return;
    }
    fillVocabulary();
    m_isStale = m_asked.has_value();
    askAgain();
    if (m_symptom && isVisible()) {
        m_job.findCauses(snapshot, *m_symptom);
    }
    if (snapshot->savedGraph == snapshot->graph) {
        m_compareTimer.stop();
        m_job.compare(snapshot);
    } else if (isVisible()) {
        m_compareTimer.start();
    }
}

void RequestPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fillVocabulary();
    askAgain();
    if (m_snapshot && m_snapshot->savedGraph != m_snapshot->graph) {
        m_compareTimer.start();
    }
}

void RequestPage::setPicture(const BuiltPicture& picture)
{
    m_picture->setPicture(picture);
}

/// What can be typed, and requests to begin with: for a page that is seen.
void RequestPage::fillVocabulary()
{
    if (!isVisible() || !m_snapshot || !m_snapshot->graph || m_vocabularyOf == m_snapshot->graph) {
        return;
    }
    m_vocabularyOf = m_snapshot->graph;
    m_bar->setVocabulary(workspace::requestVocabulary(*m_snapshot->graph));
    m_empty->setMesh(*m_snapshot->graph);
    if (!m_asked && !m_empty->requests().empty() && m_bar->request().host.empty()) {
        m_bar->from()->setOrigin(m_empty->requests().front().from);
    }
}

void RequestPage::explain(const traffic::Request& request)
{
    m_bar->setRequest(request);
    m_bar->explain();
}

bool RequestPage::explainTo(const mesh::ElementRef& target, const std::optional<traffic::Origin>& from)
{
    const auto request = m_snapshot && m_snapshot->graph ? workspace::requestTo(*m_snapshot->graph, target, from)
                                                         : std::optional<traffic::Request>();
    if (!request) {
        return false;
    }
    explain(*request);
    return true;
}

void RequestPage::setWatched(bool watched)
{
    m_isWatched = watched;
    askAgain();
}

/// The same request, of the newest snapshot; nobody waits for an answer that is not seen.
void RequestPage::askAgain()
{
    if (m_isStale && (m_isWatched || isVisible())) {
        m_isFollowing = true;
        ask();
    }
}

void RequestPage::ask()
{
    m_isStale = false;
    if (m_snapshot && m_asked) {
        m_job.ask(m_snapshot, *m_asked);
    }
}

void RequestPage::take(const workspace::EvaluatedRequest& evaluated)
{
    m_evaluated = evaluated;
    m_verdict->setAnswer(evaluated.request, evaluated.answer, evaluated.before ? &*evaluated.before : nullptr);
    showAnswer();
}

const traffic::Answer& RequestPage::shownAnswer() const
{
    return m_verdict->showsBefore() ? *m_evaluated->before : m_evaluated->answer;
}

void RequestPage::showAnswer()
{
    if (!m_evaluated) {
        return;
    }
    const bool before = m_verdict->showsBefore();
    const mesh::MeshGraphPtr graph = before ? m_evaluated->snapshot->savedGraph : m_evaluated->snapshot->graph;
    const traffic::Answer& answer = shownAnswer();
    const int kept = m_isFollowing ? m_stepList->currentIndex().row() : -1;
    const std::string keptCode = kept >= 0 ? m_steps->rows()[static_cast<std::size_t>(kept)].step.code : std::string();
    m_stepTimer.start();
    m_steps->setAnswer(graph, answer);
    m_stepList->show();
    m_empty->hide();
    m_stepTitle->setText(m_steps->stageCount() == 1 ? tr("1 step") : tr("%1 steps").arg(m_steps->stageCount()));
    const auto near = workspace::nearRoute(*graph, m_evaluated->request, answer);
    m_details->setAnswer(m_evaluated->request, answer, near ? &*near : nullptr);
    const workspace::LitPath path = workspace::litPathOf(*graph, m_evaluated->request, answer, m_steps->rows());
    if (!m_isFollowing || path.stops.size() != m_path.stops.size()) {
        m_path = path;
        m_picture->setPath(path);
    } else {
        m_path = path;
        m_picture->followPath(path);
    }
    // The same place of the list where the same is said there.
    const bool isKept = kept >= 0 && kept < m_steps->rowCount()
        && m_steps->rows()[static_cast<std::size_t>(kept)].step.code == keptCode;
    m_stepList->setCurrentIndex(m_steps->index(isKept ? kept : m_steps->decisiveRow()));
    m_stepList->scrollTo(m_stepList->currentIndex());
    Q_EMIT pathChanged();
    Q_EMIT answerShown();
}

void RequestPage::clearAnswer()
{
    m_evaluated.reset();
    m_verdict->clear();
    m_steps->clear();
    m_stepList->hide();
    m_empty->show();
    m_stepTitle->clear();
    m_details->clear();
    m_path = {};
    m_picture->setPath({});
    showStep();
    Q_EMIT pathChanged();
}

/// The YAML of the step that is selected.
void RequestPage::showStep()
{
    const QModelIndex index = m_stepList->currentIndex();
    const auto element = index.data(StepModel::ElementRole).value<mesh::ElementRef>();
    const bool hasPlace = index.isValid() && !index.data(StepModel::PlaceRole).toString().isEmpty();
    m_open->setEnabled(hasPlace && !m_verdict->showsBefore());
    if (!hasPlace || !m_evaluated) {
        m_source->clearElement();
        m_place->setText(index.isValid() ? u"<span style=\"color:%1\">%2</span>"_s.arg(
                                               m_theme.html("muted"),
                                               tr("Istio's own doing: no line of YAML says it").toHtmlEscaped())
                                         : QString());
        return;
    }
    m_source->setElement(*m_evaluated->snapshot, element, m_verdict->showsBefore());
    const QString number = index.data(StepModel::NumberRole).toString();
    const QString lines = m_source->firstLine() == m_source->lastLine()
        ? tr("step %1, line %2").arg(number).arg(m_source->firstLine())
        : tr("step %1, lines %2 to %3").arg(number).arg(m_source->firstLine()).arg(m_source->lastLine());
    m_place->setText(u"<a href=\"#\" style=\"color:%1\">%2</a>&nbsp;&nbsp; <span style=\"color:%3\">%4</span>"_s.arg(
        m_theme.html("link"), m_source->path().toHtmlEscaped(), m_theme.html("muted"), lines.toHtmlEscaped()));
}

void RequestPage::openStep(const QModelIndex& index)
{
    const auto element = index.data(StepModel::ElementRole).value<mesh::ElementRef>();
    if (!element.isNull() && !m_verdict->showsBefore()) {
        Q_EMIT elementOpened(element);
    }
}

void RequestPage::takeFates(const traffic::RequestComparison& comparison)
{
    if (comparison.wasStopped) {
        return;
    }
    m_fatePane->setComparison(comparison);
    m_fatePane->setVisible(m_snapshot && m_snapshot->graph != m_snapshot->savedGraph);
}

/// A routing test that expects what is answered now, as a pending edit of the file of tests.
void RequestPage::saveTest()
{
    if (!m_evaluated || !m_snapshot) {
        return;
    }
    const traffic::Request request = m_evaluated->request;
    const auto* file = m_snapshot->current.find(traffic::RoutingTests::path);
    const std::string name = freeName(file != nullptr ? file->text : nullptr, traffic::titleOf(request));
    const auto edit = traffic::addTest(file != nullptr ? file->text : nullptr, traffic::RoutingTests::path,
                                       traffic::testOf(name, request, m_evaluated->answer));
    const Expected<void> done = edit ? m_workspace.apply(source::Edit{.files = {*edit}}, tr("Save request as test"))
                                     : Expected<void>(std::unexpected(edit.error()));
    if (!done) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(done.error()));
        return;
    }
    m_message->showMessage(MessageBar::Kind::Success,
                           tr("Saved as test “%1” in %2; it expects what is answered now.")
                               .arg(workspace::printable(name),
                                    QString::fromUtf8(traffic::RoutingTests::path.data(),
                                                      static_cast<qsizetype>(traffic::RoutingTests::path.size()))));
    m_message->addAction(tr("Open it"), [this] { Q_EMIT testsOpened(); });
}

void RequestPage::stepBy(int direction)
{
    const int row = m_stepList->currentIndex().row() + direction;
    if (row >= 0 && row < m_steps->rowCount()) {
        m_stepList->setCurrentIndex(m_steps->index(row));
    }
}

void RequestPage::nextPane(int direction)
{
    std::vector<QWidget*> panes{m_bar->address(),    m_stepList, m_empty,  m_fatePane->list(),
                                m_picture->canvas(), m_source,   m_details};
    std::erase_if(panes, [](const QWidget* pane) { return !pane->isVisible(); });
    const QWidget* focused = window()->focusWidget();
    const auto current = std::ranges::find_if(
        panes, [&](const QWidget* pane) { return pane == focused || pane->isAncestorOf(focused); });
    const auto count = static_cast<int>(panes.size());
    const int at = current == panes.end() ? -1 : static_cast<int>(current - panes.begin());
    const int next = at < 0 ? 0 : (at + direction + count) % count;
    panes[static_cast<std::size_t>(next)]->setFocus(Qt::ShortcutFocusReason);
}

/// Letters would search in a list, and Enter means something else in each style.
bool RequestPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    auto* key = static_cast<QKeyEvent*>(event);
    const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && watched == m_stepList && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        openStep(m_stepList->currentIndex());
        return true;
    }
    if (isPlain && (key->key() == Qt::Key_J || key->key() == Qt::Key_K)) {
        keyPressEvent(key);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RequestPage::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (event->key() == Qt::Key_F6) {
        nextPane(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    } else if (isPlain && event->key() == Qt::Key_J) {
        stepBy(1);
    } else if (isPlain && event->key() == Qt::Key_K) {
        stepBy(-1);
    } else if (isPlain && event->key() == Qt::Key_Escape && m_picture->isLit() && !m_path.isEmpty()) {
        m_picture->setLit(false);
    } else {
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace meshdraft::views
