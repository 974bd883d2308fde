// SPDX-License-Identifier: Apache-2.0
#include "views/topology/topologypage.h"

#include "models/topology/render/words.h"
#include "models/workspace/selection.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"
#include "views/common/messagebar.h"
#include "views/theme/theme.h"
#include "views/topology/canvaswords.h"
#include "views/topology/emphasis.h"
#include "views/topology/findfield.h"
#include "views/topology/flowbar.h"
#include "views/topology/graphcanvas.h"
#include "views/topology/legendpanel.h"
#include "views/topology/minimap.h"
#include "views/topology/picturebar.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

Q_DECLARE_METATYPE(meshdraft::topology::ViewSpec)

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using topology::Show;
using topology::ViewSpec;

namespace {

constexpr int busyAfter = 200; ///< ms: shorter work shows no progress
constexpr double readableZoom = 0.8; ///< below it names are small or left out

} // namespace

TopologyPage::TopologyPage(const Theme& theme, workspace::Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_selection(selection)
    , m_builder(new PictureBuilder(this))
    , m_canvas(new GraphCanvas(this))
    , m_message(new MessageBar(theme, this))
    , m_hiddenBar(new MessageBar(theme, this))
    , m_flowBar(new FlowBar(theme, this))
    , m_bar(new PictureBar(theme, this))
    , m_miniMap(new MiniMap(theme, *m_canvas))
    , m_legend(new LegendPanel(theme, *m_canvas))
{
    setObjectName(u"topologyPage"_s);
    m_canvas->setObjectName(u"graphCanvas"_s);
    m_canvas->setAccessibleName(tr("Topology"));
    m_canvas->setScenePalette(theme.palette());
    m_canvas->setFrameShape(QFrame::NoFrame);
    m_message->setObjectName(u"topologyMessage"_s);
    m_hiddenBar->setObjectName(u"hiddenBar"_s);
    m_bar->setMiniMap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_message);
    column->addWidget(m_hiddenBar);
    column->addWidget(m_flowBar);
    column->addWidget(m_canvas, 1);

    m_busyTimer.setSingleShot(true);
    m_busyTimer.setInterval(busyAfter);
    connect(&m_busyTimer, &QTimer::timeout, this, [this] { m_canvas->setBusy(true); });
    connect(&theme, &Theme::changed, this, [this] { m_canvas->setScenePalette(m_theme.palette()); });
    connect(m_builder, &PictureBuilder::built, this, &TopologyPage::take);
    connect(m_builder, &PictureBuilder::failed, this, [this](const Error& error) {
        m_busyTimer.stop();
        m_canvas->setBusy(false);
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(error));
        m_message->addAction(tr("Try again"), [this] {
            m_message->hide();
            rebuild();
        });
    });
    connectBar();
    connectCanvas();
    connect(&m_selection, &workspace::Selection::changed, this,
            [this](const mesh::ElementRef& element, QObject* origin) {
                m_canvas->setSelected(element, origin);
                updateBar();
                updateEmphasis();
            });
    connect(&m_selection, &workspace::Selection::viewRestored, this, [this](const QVariant& view) {
        if (!view.canConvert<ViewSpec>())
            return;
        const auto spec = view.value<ViewSpec>();
        m_fitNext = !m_view || m_view->show != spec.show || m_view->centre != spec.centre || m_view->ns != spec.ns;
        m_view = spec;
        rebuild(m_fitNext);
    });
    const auto history = [this] { m_bar->setHistory(m_selection.canGoBack(), m_selection.canGoForward()); };
    connect(&m_selection, &workspace::Selection::historyChanged, this, history);
    history();
}

TopologyPage::~TopologyPage() = default;

QLineEdit* TopologyPage::findField() const
{
    return m_bar->find();
}

void TopologyPage::connectBar()
{
    connect(m_bar, &PictureBar::backRequested, this, [this] { m_selection.goBack(); });
    connect(m_bar, &PictureBar::forwardRequested, this, [this] { m_selection.goForward(); });
    connect(m_bar, &PictureBar::showChosen, this, [this](Show show, int hops) {
        changeView([&](ViewSpec& view) {
            const std::uint32_t layers = view.layers;
            view = {};
            view.layers = layers;
            view.show = show;
            view.hops = hops;
            if (show == Show::Around)
                view.centre = m_selection.current();
        });
    });
    connect(m_bar, &PictureBar::namespaceChosen, this, [this](const QString& ns) {
        changeView([&](ViewSpec& view) {
            const std::uint32_t layers = view.layers;
            view = {};
            view.layers = layers;
            view.show = Show::Namespace;
            view.ns = ns.toStdString();
        });
    });
    connect(m_bar, &PictureBar::allOpened, this, &TopologyPage::openAll);
    connect(m_bar, &PictureBar::arrangeRequested, this, [this] {
        m_fitNext = true;
        rebuild(true);
    });
    connect(m_bar, &PictureBar::labelsChosen, this, &TopologyPage::setLabels);
    connect(m_flowBar, &FlowBar::elementOpened, this, [this](const mesh::ElementRef& element) {
        m_selection.select(element, m_flowBar);
        reveal(element);
        Q_EMIT activated(element);
    });
    connect(m_bar, &PictureBar::layerToggled, this, [this](topology::Layer layer, bool on) {
        changeView([&](ViewSpec& view) { view.layers = on ? view.layers | layer : view.layers & ~layer; });
    });
    connect(m_bar, &PictureBar::zoomOutRequested, m_canvas, &GraphCanvas::zoomOut);
    connect(m_bar, &PictureBar::zoomInRequested, m_canvas, &GraphCanvas::zoomIn);
    connect(m_bar, &PictureBar::actualSizeRequested, m_canvas, &GraphCanvas::zoomToActualSize);
    connect(m_bar, &PictureBar::fitRequested, m_canvas, &GraphCanvas::fit);
    connect(m_bar, &PictureBar::miniMapToggled, m_miniMap, &MiniMap::setWanted);
    connect(m_bar, &PictureBar::legendToggled, m_legend, &QWidget::setVisible);
    connect(m_legend, &LegendPanel::closed, this, [this] {
        m_bar->setLegend(false);
        m_canvas->setFocus();
    });
    connect(m_bar, &PictureBar::listRequested, this, &TopologyPage::listRequested);
    connect(m_bar, &PictureBar::exportRequested, this, &TopologyPage::exportPicture);
    connect(m_bar, &PictureBar::printRequested, this, &TopologyPage::print);
    FindField* find = m_bar->find();
    find->setContext([this] { return queryContext(); });
    connect(find, &FindField::queryChanged, this, [this] {
        updateEmphasis();
        showFound();
    });
    connect(find, &FindField::nextRequested, this, [this] { step(1); });
    connect(find, &FindField::previousRequested, this, [this] { step(-1); });
    connect(find, &FindField::hideRequested, this, [this] { hideFound(false); });
    connect(find, &FindField::onlyRequested, this, [this] { hideFound(true); });
}

void TopologyPage::connectCanvas()
{
    connect(m_canvas, &GraphCanvas::elementSelected, this,
            [this](const mesh::ElementRef& element) { m_selection.select(element, m_canvas); });
    connect(m_canvas, &GraphCanvas::elementActivated, this, &TopologyPage::activated);
    connect(m_canvas, &GraphCanvas::zoomChanged, m_bar, &PictureBar::setZoom);
    connect(m_canvas, &GraphCanvas::groupToggled, this, &TopologyPage::toggleGroup);
    connect(m_canvas, &GraphCanvas::closeRequested, this, &TopologyPage::closeAround);
    const auto hide = [this](bool others) {
        const std::vector<std::string> ids = m_canvas->selectedIds();
        if (ids.empty())
            return;
        changeView([&](ViewSpec& view) {
            if (others)
                view.only = {ids.begin(), ids.end()};
            else
                view.hidden.insert(ids.begin(), ids.end());
        });
    };
    connect(m_canvas, &GraphCanvas::hideRequested, this, [hide] { hide(false); });
    connect(m_canvas, &GraphCanvas::onlyRequested, this, [hide] { hide(true); });
    m_canvas->setMoreText([this](const topology::GraphScene::Hit& hit) { return factText(*m_canvas->scene(), hit); });
}

void TopologyPage::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    const bool other = !m_snapshot || !snapshot || m_snapshot->environment.name != snapshot->environment.name
        || m_snapshot->repository.has_value() != snapshot->repository.has_value();
    m_snapshot = snapshot;
    if (other) {
        m_view.reset();
        m_fitNext = true;
        m_message->hide();
    }
    rebuild(other);
}

void TopologyPage::rebuild(bool isFresh)
{
    if (!m_snapshot || !m_snapshot->picture) {
        m_builder->cancel();
        BuiltPicture none;
        none.snapshot = m_snapshot;
        take(none);
        return;
    }
    m_busyTimer.start();
    m_builder->build({m_snapshot, m_view, m_labels, m_kind, isFresh});
}

void TopologyPage::take(const BuiltPicture& picture)
{
    if (!m_builder->isRunning()) {
        m_busyTimer.stop();
        m_canvas->setBusy(false);
    }
    const bool isNewest = picture.snapshot == m_snapshot;
    const BuiltPicture old = std::exchange(m_picture, picture);
    if (old.scene != picture.scene) {
        // others may show it for a moment longer
        m_disposer.take(old.scene);
        m_disposer.take(old.whole);
        m_disposer.take(old.facts);
    }
    if (!m_view && picture.snapshot && isNewest) {
        m_view = picture.view;
        m_selection.replaceView(QVariant::fromValue(picture.view));
    }
    m_found.reset();
    m_canvas->setScene(picture.scene);
    if (!picture.scene) {
        showEmpty(picture);
    } else {
        m_canvas->setSelected(m_selection.current(), m_canvas);
        if (std::exchange(m_fitNext, false))
            m_canvas->fitReadably();
    }
    updateBar();
    updateHiddenBar();
    m_flowBar->setFlows(picture.flows, picture.scene && topology::showsFlow(picture.scene->options().labels));
    updateEmphasis();
    if (picture.snapshot && isNewest)
        Q_EMIT pictureShown();
}

void TopologyPage::showEmpty(const BuiltPicture& picture)
{
    if (!picture.snapshot) {
        m_canvas->setEmptyText({});
    } else if (picture.whole && !picture.whole->nodes.empty()) {
        m_canvas->setEmptyText(picture.hidden > 0 ? tr("Everything is hidden.") : tr("Nothing here is to be shown."));
    } else if (picture.snapshot->environmentError) {
        m_canvas->setEmptyText(workspace::errorText(*picture.snapshot->environmentError));
    } else {
        m_canvas->setEmptyText(tr("No Istio or Gateway API resources in %1. %2 YAML files were read; %3 were skipped.")
                                   .arg(workspace::printable(picture.snapshot->environment.name))
                                   .arg(picture.snapshot->filesRead)
                                   .arg(picture.snapshot->filesSkipped));
    }
}

void TopologyPage::changeView(const std::function<void(ViewSpec&)>& change)
{
    ViewSpec view = m_view.value_or(m_picture.view);
    const ViewSpec before = view;
    change(view);
    if (view == before)
        return;
    const bool isOther = view.show != before.show || view.centre != before.centre || view.ns != before.ns
        || view.hops != before.hops || view.only != before.only || view.layers != before.layers;
    m_fitNext = m_fitNext || isOther;
    m_view = view;
    m_selection.setView(QVariant::fromValue(view));
    rebuild(isOther);
}

void TopologyPage::toggleGroup(const QString& id, bool open)
{
    // In place: the view stays where it is, even if the whole picture was in it.
    m_canvas->setZoom(m_canvas->zoom(), {});
    changeView([&](ViewSpec& view) {
        (open ? view.opened : view.closed).insert(id.toStdString());
        (open ? view.closed : view.opened).erase(id.toStdString());
    });
}

void TopologyPage::showOnly(const QString& groupId)
{
    changeView([&](ViewSpec& view) { view.only = {groupId.toStdString()}; });
}

bool TopologyPage::isGroupOpen(const QString& id) const
{
    return m_picture.scene
        && std::ranges::any_of(m_picture.scene->topology().groups, [&](const topology::Group& group) {
               return group.id == id.toStdString() && !group.closed;
           });
}

/// Closes the innermost group around a node or a closed group: the parts of its service, else its namespace.
void TopologyPage::closeAround(const QString& id)
{
    if (!m_picture.whole)
        return;
    const topology::Topology& whole = *m_picture.whole;
    const std::string name = id.toStdString();
    const bool isService = name.starts_with("service/");
    const auto node = std::ranges::find(whole.nodes, isService ? name.substr(8) : name, &topology::Node::id);
    if (node == whole.nodes.end())
        return;
    const auto index = static_cast<std::uint32_t>(node - whole.nodes.begin());
    const std::vector<std::int32_t> owners = topology::serviceOwners(whole);
    const std::string parts = topology::serviceGroupId(whole, owners, index);
    const bool hasParts = !parts.empty() && std::ranges::count(owners, owners[index]) > 1;
    toggleGroup(
        QString::fromStdString(hasParts && !isService ? parts : whole.groups[static_cast<std::size_t>(node->group)].id),
        false);
}

void TopologyPage::openAll(bool open)
{
    if (!m_picture.whole)
        return;
    changeView([&](ViewSpec& view) {
        view.opened.clear();
        view.closed.clear();
        for (const topology::Group& group : m_picture.whole->groups)
            (open ? view.opened : view.closed).insert(group.id);
        const std::vector<std::int32_t> owners = topology::serviceOwners(*m_picture.whole);
        for (std::uint32_t i = 0; open && i < owners.size(); ++i) {
            if (owners[i] >= 0)
                view.opened.insert(topology::serviceGroupId(*m_picture.whole, owners, i));
        }
    });
}

void TopologyPage::updateBar()
{
    std::vector<std::string> namespaces;
    bool hasChanges = false;
    if (m_picture.whole) {
        for (const topology::Group& group : m_picture.whole->groups) {
            if (!group.outside)
                namespaces.push_back(group.title);
        }
        hasChanges = m_snapshot && !m_snapshot->change.resources.empty();
    }
    const mesh::ElementRef& selected = m_selection.current();
    m_bar->setView(m_view.value_or(m_picture.view), namespaces,
                   selected.isNull() ? QString() : workspace::printable(selected.key.name), hasChanges);
}

void TopologyPage::updateHiddenBar()
{
    const ViewSpec view = m_view.value_or(m_picture.view);
    if (view.hidden.empty() && view.only.empty()) {
        m_hiddenBar->hide();
        return;
    }
    const auto count = static_cast<int>(m_picture.hidden);
    m_hiddenBar->showMessage(MessageBar::Kind::Info,
                             view.only.empty()
                                 ? tr("%n node(s) hidden.", nullptr, count)
                                 : tr("Only what was chosen is shown; %n node(s) hidden.", nullptr, count));
    m_hiddenBar->addAction(tr("Show all"), [this] {
        changeView([](ViewSpec& changed) {
            changed.hidden.clear();
            changed.only.clear();
        });
    });
}

topology::QueryContext TopologyPage::queryContext()
{
    topology::QueryContext context;
    if (!m_picture.whole || !m_picture.snapshot)
        return context;
    if (m_codesOf != m_picture.whole.get()) {
        m_codes = topology::findingCodes(*m_picture.whole, m_picture.snapshot->findings);
        m_codesOf = m_picture.whole.get();
    }
    context.whole = m_picture.whole.get();
    context.facts = m_picture.facts.get();
    context.graph = m_picture.snapshot->graph.get();
    context.codes = m_codes;
    return context;
}

void TopologyPage::updateEmphasis()
{
    m_found.reset();
    std::shared_ptr<const topology::Emphasis> emphasis;
    const topology::Query& query = m_bar->find()->query();
    if (m_picture.scene && !query.isEmpty()) {
        m_found = emphasisOf(*m_picture.scene, *m_picture.whole, query.in(queryContext()));
        emphasis = m_found;
        m_bar->find()->setHits(
            tr("%1 of %2").arg(std::ranges::count(m_found->nodes, char{1})).arg(m_found->nodes.size()));
    } else {
        m_bar->find()->setHits({});
    }
    if (!emphasis && m_picture.scene && !m_path.isEmpty())
        emphasis = emphasisOf(*m_picture.scene, m_path);
    if (!emphasis && m_picture.scene && m_picture.facts) {
        const auto policy =
            std::ranges::find(m_picture.facts->policies, m_selection.current(), &topology::PolicyFact::element);
        if (policy != m_picture.facts->policies.end())
            emphasis = emphasisOf(*m_picture.scene, *policy);
    }
    m_canvas->setEmphasis(std::move(emphasis));
}

void TopologyPage::setPath(const workspace::LitPath& path)
{
    m_path = path;
    updateEmphasis();
}

void TopologyPage::setLabels(topology::EdgeLabels labels)
{
    m_labels = labels;
    m_bar->setLabels(labels);
    m_legend->setFlow(topology::showsFlow(labels));
    rebuild();
}

void TopologyPage::setRequestKind(const std::optional<traffic::Request>& kind)
{
    if (m_kind == kind)
        return;
    m_kind = kind;
    m_bar->setRequestKind(kind ? workspace::requestText(*kind) : QString());
    if (m_labels == topology::EdgeLabels::KindFlow)
        setLabels(kind ? topology::EdgeLabels::KindFlow : topology::EdgeLabels::Flow);
}

void TopologyPage::setMenu(QMenu* menu)
{
    m_canvas->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_canvas, &QWidget::customContextMenuRequested, menu, [this, menu](const QPoint& at) {
        if (!m_canvas->scene())
            return;
        const topology::GraphScene::Hit hit = m_canvas->scene()->hitTest(m_canvas->toScene(at));
        const mesh::ElementRef element = m_canvas->scene()->elementOf(hit);
        if (element.isNull())
            return;
        m_selection.select(element, m_canvas);
        m_canvas->setSelected(element, m_canvas);
        menu->popup(m_canvas->viewport()->mapToGlobal(at));
    });
    auto* key = new QShortcut(QKeySequence(Qt::Key_Menu), m_canvas, nullptr, nullptr, Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, menu, [this, menu] {
        const QRectF place = m_canvas->scene() ? m_canvas->scene()->rectOf(m_selection.current()) : QRectF();
        if (!place.isEmpty())
            menu->popup(m_canvas->viewport()->mapToGlobal(m_canvas->fromScene(place.center()).toPoint()));
    });
}

void TopologyPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !m_path.isEmpty()) {
        setPath({});
        Q_EMIT pathCleared();
        event->accept();
        return;
    }
    QWidget::keyPressEvent(event);
}

/// Says what is wrong with an expression, or that it finds nothing.
void TopologyPage::showFound()
{
    FindField* find = m_bar->find();
    if (find->error()) {
        m_message->showMessage(MessageBar::Kind::Warning, queryErrorText(*find->error()));
        return;
    }
    if (!m_found || std::ranges::contains(m_found->nodes, char{1})) {
        m_message->hide();
        return;
    }
    m_message->showMessage(MessageBar::Kind::Info,
                           tr("Nothing matches “%1”. Hidden layers may hold more.").arg(find->text()));
    m_message->addAction(tr("Show all layers"), [this] {
        changeView([](ViewSpec& view) {
            view.layers |= topology::defaultLayers | topology::PolicyLayer;
            view.hidden.clear();
            view.only.clear();
        });
        m_message->hide();
    });
}

/// The nodes that an expression finds, from top to bottom and left to right.
std::vector<int> TopologyPage::hitNodes() const
{
    std::vector<int> hits;
    for (std::size_t i = 0; m_found && i < m_found->nodes.size(); ++i) {
        if (m_found->nodes[i] != 0 && !m_picture.scene->topology().nodes[i].element.isNull())
            hits.push_back(static_cast<int>(i));
    }
    std::ranges::sort(hits, {}, [this](int i) {
        const QRectF& rect = m_picture.scene->nodes()[static_cast<std::size_t>(i)].rect;
        return std::pair(rect.top(), rect.left());
    });
    return hits;
}

void TopologyPage::step(int direction)
{
    const std::vector<int> hits = hitNodes();
    if (hits.empty()) {
        showFound();
        return;
    }
    const auto current = std::ranges::find(hits, m_picture.scene->find(m_selection.current()).index);
    const auto count = static_cast<int>(hits.size());
    const int at = current == hits.end() ? (direction > 0 ? 0 : count - 1)
                                         : (static_cast<int>(current - hits.begin()) + direction + count) % count;
    const mesh::ElementRef element =
        m_picture.scene->topology().nodes[static_cast<std::size_t>(hits[static_cast<std::size_t>(at)])].element;
    m_selection.select(element, m_bar->find());
    reveal(element);
}

void TopologyPage::hideFound(bool others)
{
    if (!m_found)
        return;
    changeView([&](ViewSpec& view) {
        std::set<std::string> ids;
        for (std::size_t i = 0; i < m_found->nodes.size(); ++i) {
            const topology::Node& node = m_picture.scene->topology().nodes[i];
            if (m_found->nodes[i] != 0)
                ids.insert(node.closed ? node.closed->id : node.id);
        }
        if (ids.empty())
            return;
        if (others) {
            view.only = ids;
        } else {
            view.hidden.merge(ids);
        }
    });
}

void TopologyPage::reveal(const mesh::ElementRef& element)
{
    const QRectF place = m_canvas->scene() ? m_canvas->scene()->rectOf(element) : QRectF();
    if (place.isEmpty())
        return;
    if (m_canvas->zoom() < readableZoom)
        m_canvas->setZoom(1, m_canvas->fromScene(place.center()));
    m_canvas->centerOn(place.center());
}

} // namespace meshdraft::views
