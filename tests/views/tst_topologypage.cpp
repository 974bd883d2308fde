// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/selection.h"
#include "tests/views/viewfixture.h"
#include "views/common/choicebutton.h"
#include "views/common/messagebar.h"
#include "views/topology/findfield.h"
#include "views/topology/graphcanvas.h"
#include "views/topology/legendpanel.h"
#include "views/topology/minimap.h"
#include "views/topology/picturebar.h"
#include "views/topology/topologylistpanel.h"
#include "views/topology/topologypage.h"
#include "views/topology/topologytreemodel.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QDialogButtonBox>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QToolTip>
#include <QTreeView>

using namespace meshdraft;
using namespace meshdraft::views;
using namespace Qt::StringLiterals;
using topology::GraphScene;
using topology::Node;
using topology::NodeType;
using topology::Show;

namespace {

constexpr auto orders = R"(apiVersion: v1
kind: Service
metadata: {name: ledger, namespace: orders}
spec: {selector: {app: ledger}, ports: [{port: 9000, name: tcp}]}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ledger
  namespace: orders
  annotations: {meshdraft.dev/calls: "reviews.shop"}
spec: {replicas: 2, template: {metadata: {labels: {app: ledger}}}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ledger, namespace: orders}
spec:
  hosts: [ledger]
  tcp:
  - route: [{destination: {host: ledger}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: bridge, namespace: orders}
spec:
  hosts: [bridge.example.com]
  http:
  - route: [{destination: {host: reviews.shop.svc.cluster.local}}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: only-readers, namespace: orders}
spec: {selector: {matchLabels: {app: ledger}}, rules: [{}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: orders}
spec: {mtls: {mode: STRICT}}
)";

} // namespace

class TestTopologyPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void picturesAreMadeBesideTheWindow();
    void theShowMenuChoosesWhatIsShown();
    void groupsOpenAndCloseByKey();
    void groupsOpenAndCloseByMouse();
    void backLeadsToTheViewBefore();
    void findSaysHowMuchItFinds();
    void findShowsWhereAnExpressionIsWrong();
    void findCompletes();
    void findHidesAndShowsOnly();
    void keysHideAndShowOnly();
    void spaceSelectsMore();
    void labelsAreChosen();
    void flowsFollowThePicture();
    void flowsOfOneKindNeedARequest();
    void whatDoesNotAddUpIsShown();
    void layersComeAndGo();
    void aSelectedPolicyLightsItsTargets();
    void toolTipsGiveReasons();
    void theMiniMapMovesTheView();
    void theLegendOpensAndCloses();
    void writesEveryFormat_data();
    void writesEveryFormat();
    void printsOnOnePage();
    void printsFromItsDialog();
    void theBarFitsNarrowWindows_data();
    void theBarFitsNarrowWindows();
    void theTreeSaysWhatThePictureSays();
    void theTreeFollowsTheSelection();
    void screenReadersHearTheSelection();

private:
    const GraphScene& scene() const { return *m_page->canvas()->scene(); }
    const topology::Topology& shown() const { return scene().topology(); }
    const Node* node(NodeType type, std::string_view title) const
    {
        const auto it = std::ranges::find_if(
            shown().nodes, [&](const Node& each) { return each.type == type && each.title == title; });
        return it == shown().nodes.end() ? nullptr : &*it;
    }
    int indexOf(const Node* found) const { return static_cast<int>(found - shown().nodes.data()); }
    QPoint pointOf(const Node* found) const
    {
        return m_page->canvas()
            ->fromScene(scene().nodes()[static_cast<std::size_t>(indexOf(found))].rect.center())
            .toPoint();
    }
    bool waitForPicture(QSignalSpy& spy) const { return spy.wait(20000) || !spy.isEmpty(); }
    /// Does something and waits for the picture that follows.
    template <typename Do> bool next(const Do& act)
    {
        QSignalSpy spy(m_page.get(), &TopologyPage::pictureShown);
        act();
        while (m_page->isBusy()) {
            if (!spy.wait(20000))
                return false;
        }
        return !spy.isEmpty();
    }
    bool trigger(const char* name)
    {
        return next([&] { m_page->findChild<QAction*>(QLatin1StringView(name))->trigger(); });
    }
    void select(const mesh::ElementRef& element) { m_fixture->workspace.selection().select(element, nullptr); }

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<TopologyPage> m_page;
};

void TestTopologyPage::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    QVERIFY(m_fixture->open());
    m_fixture->write(u"mesh/orders.yaml"_s, orders);
    m_fixture->git({u"add"_s, u"."_s});
    m_fixture->git({u"commit"_s, u"-q"_s, u"-m"_s, u"orders"_s});
    QSignalSpy reopened(&m_fixture->workspace, &workspace::Workspace::snapshotChanged);
    m_fixture->workspace.open(m_fixture->directory());
    while (m_fixture->workspace.snapshot()->filesRead < 3)
        QVERIFY(reopened.wait(20000));
    m_page = std::make_unique<TopologyPage>(m_fixture->theme, m_fixture->workspace.selection());
    m_page->resize(1200, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QVERIFY(next([&] { m_page->setSnapshot(m_fixture->workspace.snapshot()); }));
    m_page->canvas()->setFocus();
}

void TestTopologyPage::cleanup()
{
    m_page.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

/// An edit leaves the old picture until the new one is there; a change of weights moves nothing.
void TestTopologyPage::picturesAreMadeBesideTheWindow()
{
    const topology::GraphScenePtr before = m_page->canvas()->scene();
    QVERIFY(before);
    QVERIFY(next([&] {
        m_page->setSnapshot(m_fixture->workspace.snapshot());
        QVERIFY(m_page->isBusy());
        QCOMPARE(m_page->canvas()->scene(), before);
    }));
    QVERIFY(m_page->canvas()->scene() != before);
    QVERIFY(m_page->canvas()->scene()->layout().nodes == before->layout().nodes);
}

void TestTopologyPage::theShowMenuChoosesWhatIsShown()
{
    auto* button = m_page->findChild<ChoiceButton*>(u"showButton"_s);
    QCOMPARE(button->choice(), u"Whole mesh"_s);
    const std::size_t whole = shown().nodes.size();
    QVERIFY(trigger("showOverview"));
    QVERIFY(shown().overview);
    QCOMPARE(shown().nodes.size(), std::size_t{2});
    QCOMPARE(button->choice(), u"Overview, 2 namespaces"_s);
    QVERIFY(trigger("namespace-orders"));
    QVERIFY(node(NodeType::Service, "ledger") != nullptr);
    QVERIFY(shown().nodes.size() < whole);
    QVERIFY(!m_page->findChild<QAction*>(u"showChanged"_s)->isEnabled());
    select(m_fixture->splitRoute());
    QVERIFY(trigger("showAround1"));
    QVERIFY(button->choice().startsWith(u"Around reviews, 1 hop"_s));
    QVERIFY(node(NodeType::Service, "ledger") == nullptr);
    QVERIFY(trigger("showEverything"));
    QCOMPARE(shown().nodes.size(), whole);
}

void TestTopologyPage::groupsOpenAndCloseByKey()
{
    GraphCanvas* canvas = m_page->canvas();
    QVERIFY(trigger("showOverview"));
    select(node(NodeType::Closed, "orders")->element);
    QVERIFY(next([&] { QTest::keyClick(canvas, Qt::Key_Return); }));
    QVERIFY(node(NodeType::Service, "ledger") != nullptr);
    QVERIFY(node(NodeType::Closed, "shop") != nullptr);
    // The namespace stays selected: Backspace closes it again.
    QVERIFY(next([&] { QTest::keyClick(canvas, Qt::Key_Backspace); }));
    QVERIFY(node(NodeType::Closed, "orders") != nullptr);
    // On a node Backspace closes its service, then its namespace.
    QVERIFY(trigger("showEverything"));
    select(node(NodeType::Workload, "ledger")->element);
    QVERIFY(next([&] { QTest::keyClick(canvas, Qt::Key_Backspace); }));
    const Node* parts = node(NodeType::Closed, "ledger");
    QVERIFY(parts != nullptr && !parts->closed->isNamespace);
    QVERIFY(next([&] { QTest::keyClick(canvas, Qt::Key_Backspace); }));
    QVERIFY(node(NodeType::Closed, "orders") != nullptr);
}

void TestTopologyPage::groupsOpenAndCloseByMouse()
{
    GraphCanvas* canvas = m_page->canvas();
    QVERIFY(trigger("showOverview"));
    QVERIFY(next(
        [&] { QTest::mouseDClick(canvas->viewport(), Qt::LeftButton, {}, pointOf(node(NodeType::Closed, "shop"))); }));
    QVERIFY(node(NodeType::Service, "reviews") != nullptr);
    const auto group = std::ranges::find(shown().groups, "shop", &topology::Group::title) - shown().groups.begin();
    const QRectF box = scene().groups()[static_cast<std::size_t>(group)].rect;
    // The glyph in the title closes with one click.
    QVERIFY(next([&] {
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {},
                          canvas->fromScene(box.topLeft() + QPointF(12, 13)).toPoint());
    }));
    const Node* closed = node(NodeType::Closed, "shop");
    QVERIFY(closed != nullptr);
    const QRectF rect = scene().nodes()[static_cast<std::size_t>(indexOf(closed))].rect;
    QVERIFY(next([&] {
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {},
                          canvas->fromScene(rect.topLeft() + QPointF(12, 17)).toPoint());
    }));
    QVERIFY(node(NodeType::Service, "reviews") != nullptr);
    // A click on the title selects the namespace.
    const QRectF open = scene().groups()[static_cast<std::size_t>(group)].rect;
    QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {},
                      canvas->fromScene(open.topLeft() + QPointF(60, 13)).toPoint());
    QCOMPARE(m_fixture->workspace.selection().current().key.kind, "Namespace");
}

void TestTopologyPage::backLeadsToTheViewBefore()
{
    workspace::Selection& selection = m_fixture->workspace.selection();
    const std::size_t whole = shown().nodes.size();
    QVERIFY(trigger("showOverview"));
    QVERIFY(selection.canGoBack());
    QVERIFY(next([&] { QTest::mouseClick(m_page->findChild<QToolButton*>(u"topologyBack"_s), Qt::LeftButton); }));
    QCOMPARE(shown().nodes.size(), whole);
    QVERIFY(next([&] { QTest::mouseClick(m_page->findChild<QToolButton*>(u"topologyForward"_s), Qt::LeftButton); }));
    QVERIFY(shown().overview);
}

void TestTopologyPage::findSaysHowMuchItFinds()
{
    auto* find = m_page->findChild<FindField*>();
    find->setFocus();
    QTest::keyClicks(find, u"kind=Service"_s);
    QCOMPARE(find->hits(), u"2 of %1"_s.arg(shown().nodes.size()));
    QTest::keyClick(find, Qt::Key_Return);
    const mesh::ElementRef first = m_fixture->workspace.selection().current();
    QCOMPARE(first.key.kind, "Service");
    QTest::keyClick(find, Qt::Key_Return);
    const mesh::ElementRef second = m_fixture->workspace.selection().current();
    QCOMPARE(second.key.kind, "Service");
    QVERIFY(first != second);
    QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(m_fixture->workspace.selection().current(), first);
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(find->text().isEmpty());
    QVERIFY(find->hits().isEmpty());
}

void TestTopologyPage::findShowsWhereAnExpressionIsWrong()
{
    auto* find = m_page->findChild<FindField*>();
    auto* message = m_page->findChild<MessageBar*>(u"topologyMessage"_s);
    QTest::keyClicks(find, u"name:a color=red"_s);
    QVERIFY(find->error());
    QVERIFY(!message->isHidden());
    QVERIFY(message->text().startsWith(u"Column 8:"_s));
    QVERIFY(message->text().contains(u"color"_s));
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(message->isHidden());
    QTest::keyClicks(find, u"name:nothing"_s);
    QVERIFY(message->text().contains(u"name:nothing"_s));
}

void TestTopologyPage::findCompletes()
{
    auto* find = m_page->findChild<FindField*>();
    find->setFocus();
    QTest::keyClicks(find, u"kind=Virt"_s);
    QAbstractItemView* popup = find->popup();
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->model()->index(0, 0).data().toString(), u"kind=VirtualService"_s);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(find->text(), u"kind=VirtualService"_s);
    QVERIFY(!find->hits().isEmpty());
    popup->hide();
}

void TestTopologyPage::findHidesAndShowsOnly()
{
    auto* find = m_page->findChild<FindField*>();
    auto* bar = m_page->findChild<MessageBar*>(u"hiddenBar"_s);
    const std::size_t whole = shown().nodes.size();
    QTest::keyClicks(find, u"ns=orders"_s);
    QVERIFY(trigger("hideMatches"));
    QVERIFY(node(NodeType::Service, "ledger") == nullptr);
    QVERIFY(!bar->isHidden());
    QVERIFY(bar->text().contains(QString::number(whole - shown().nodes.size())));
    QVERIFY(next([&] { bar->findChild<QPushButton*>()->click(); }));
    QCOMPARE(shown().nodes.size(), whole);
    QVERIFY(bar->isHidden());
    QVERIFY(trigger("onlyMatches"));
    QVERIFY(node(NodeType::Service, "ledger") != nullptr);
    QVERIFY(node(NodeType::Service, "reviews") == nullptr);
}

void TestTopologyPage::keysHideAndShowOnly()
{
    auto* bar = m_page->findChild<MessageBar*>(u"hiddenBar"_s);
    select(node(NodeType::Service, "ledger")->element);
    QVERIFY(next([&] { QTest::keyClick(m_page->canvas(), Qt::Key_H); }));
    QVERIFY(node(NodeType::Service, "ledger") == nullptr);
    QVERIFY(!bar->isHidden());
    QVERIFY(next([&] { bar->findChild<QPushButton*>()->click(); }));
    select(node(NodeType::Service, "ledger")->element);
    QVERIFY(next([&] { QTest::keyClick(m_page->canvas(), Qt::Key_Period); }));
    QCOMPARE(shown().nodes.size(), std::size_t{1});
}

void TestTopologyPage::spaceSelectsMore()
{
    GraphCanvas* canvas = m_page->canvas();
    select(node(NodeType::Service, "ledger")->element);
    QTest::keyClick(canvas, Qt::Key_Space);
    select(node(NodeType::Service, "reviews")->element);
    QCOMPARE(canvas->selectedIds().size(), std::size_t{2});
    QVERIFY(canvas->accessibleDescription().contains(u"1 selected besides"_s));
    QTest::mouseClick(canvas->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      pointOf(node(NodeType::Workload, "ledger")));
    QCOMPARE(canvas->selectedIds().size(), std::size_t{3});
    QVERIFY(next([&] { QTest::keyClick(canvas, Qt::Key_Period); }));
    QCOMPARE(shown().nodes.size(), std::size_t{3});
}

void TestTopologyPage::labelsAreChosen()
{
    const auto labels = [this] {
        QStringList texts;
        for (const GraphScene::EdgeItem& edge : scene().edges()) {
            if (!edge.label.isEmpty())
                texts += edge.label;
        }
        return texts;
    };
    QVERIFY(labels().contains(u"90 %"_s));
    QVERIFY(trigger("labels1"));
    QVERIFY(labels().contains(u"HTTP 80"_s));
    QVERIFY(labels().contains(u"TCP 9000"_s));
    QVERIFY(trigger("labels2"));
    QVERIFY(!labels().isEmpty() && !labels().contains(u"90 %"_s));
    QVERIFY(trigger("labels3"));
    QVERIFY(labels().contains(u"reviews.shop"_s));
    QVERIFY(trigger("labels4"));
    QCOMPARE(labels(), QStringList());
    QCOMPARE(m_page->findChild<ChoiceButton*>(u"labelsButton"_s)->choice(), u"None"_s);
}

/// Waits until the flows are on the picture.
#define WAIT_FOR_FLOWS()                                                                                               \
    QVERIFY(QTest::qWaitFor([this] { return m_page->picture().flows && !m_page->isBusy(); }, 20000))

void TestTopologyPage::flowsFollowThePicture()
{
    QVERIFY(trigger("labels5"));
    QCOMPARE(m_page->findChild<ChoiceButton*>(u"labelsButton"_s)->choice(), u"Flow"_s);
    WAIT_FOR_FLOWS();
    bool hasFlow = false;
    bool hasNone = false;
    for (std::size_t i = 0; i < shown().edges.size(); ++i) {
        const topology::Edge& edge = shown().edges[i];
        const GraphScene::EdgeItem& item = scene().edges()[i];
        if (shown().nodes[edge.to].title == "reviews" && edge.type == topology::EdgeType::Routes && edge.toRow >= 0
            && edge.share == 0.9) {
            // ledger is declared to call reviews
            hasFlow = true;
            QCOMPARE(item.label, u"90 %"_s);
            QVERIFY(item.width > 5);
            QToolTip::hideText();
            GraphCanvas* canvas = m_page->canvas();
            const QPoint at = canvas->fromScene(item.labelAt).toPoint();
            QHelpEvent event(QEvent::ToolTip, at, canvas->viewport()->mapToGlobal(at));
            QApplication::sendEvent(canvas->viewport(), &event);
            QVERIFY2(QToolTip::text().contains(u"from orders/ledger to reviews.shop.svc.cluster.local: 90 %"_s),
                     qPrintable(QToolTip::text()));
            QToolTip::hideText();
        }
        if (shown().nodes[edge.to].title == "ledger" && edge.type == topology::EdgeType::Routes) {
            hasNone = true;
            QVERIFY(item.label.isEmpty());
            QCOMPARE(item.width, 1.0);
        }
    }
    QVERIFY(hasFlow);
    QVERIFY(hasNone);
    // the legend says what widths mean now
    auto* legend = m_page->findChild<LegendPanel*>();
    QVERIFY(legend->accessibleDescription().contains(u"few of 100 that enter"_s));
    QVERIFY(trigger("labels0"));
    QVERIFY(!m_page->picture().flows);
    QVERIFY(legend->accessibleDescription().contains(u"small share of requests"_s));
    QVERIFY(!m_page->findChild<MessageBar*>(u"flowBar"_s)->isVisible());
}

void TestTopologyPage::flowsOfOneKindNeedARequest()
{
    auto* action = m_page->findChild<QAction*>(u"labels6"_s);
    QVERIFY(!action->isEnabled());
    traffic::Request request;
    request.host = "reviews";
    request.headers.emplace("x-preview", "v3");
    m_page->setRequestKind(request);
    QVERIFY(action->isEnabled());
    QVERIFY(trigger("labels6"));
    WAIT_FOR_FLOWS();
    QVERIFY(m_page->picture().flows->isOfOneKind);
    const auto widest = std::ranges::max_element(scene().edges(), {}, &GraphScene::EdgeItem::width);
    QCOMPARE(widest->label, u"100 %"_s);
    // without the request its kind cannot be followed
    QVERIFY(next([&] { m_page->setRequestKind(std::nullopt); }));
    QCOMPARE(m_page->findChild<ChoiceButton*>(u"labelsButton"_s)->choice(), u"Flow"_s);
    QVERIFY(!action->isEnabled());
}

void TestTopologyPage::whatDoesNotAddUpIsShown()
{
    QByteArray broken = reviewsYaml();
    broken.replace("weight: 90", "weight: 30").replace("subset: v2", "subset: nowhere");
    m_fixture->write(u"mesh/reviews-vs.yaml"_s, broken);
    QSignalSpy reopened(&m_fixture->workspace, &workspace::Workspace::snapshotChanged);
    m_fixture->workspace.open(m_fixture->directory());
    QVERIFY(reopened.wait(20000));
    QVERIFY(next([&] { m_page->setSnapshot(m_fixture->workspace.snapshot()); }));
    QVERIFY(trigger("labels5"));
    WAIT_FOR_FLOWS();
    auto* bar = m_page->findChild<MessageBar*>(u"flowBar"_s);
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->text().contains(u"that do not add up"_s), qPrintable(bar->text()));
    const QString first = bar->text();
    QSignalSpy opened(m_page.get(), &TopologyPage::activated);
    QTest::mouseClick(bar->findChild<QPushButton*>(u"showFlowIssue"_s), Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_fixture->workspace.selection().current(), opened.front().front().value<mesh::ElementRef>());
    QTest::mouseClick(bar->findChild<QPushButton*>(u"nextFlowIssue"_s), Qt::LeftButton);
    QVERIFY(bar->text() != first);
    QTest::mouseClick(bar->findChild<QPushButton*>(u"previousFlowIssue"_s), Qt::LeftButton);
    QCOMPARE(bar->text(), first);
}

void TestTopologyPage::layersComeAndGo()
{
    QVERIFY(node(NodeType::Policy, "only-readers") == nullptr);
    QVERIFY(trigger("layer4")); // policies
    QVERIFY(node(NodeType::Policy, "only-readers") != nullptr);
    QVERIFY(std::ranges::contains(shown().edges, topology::EdgeType::Applies, &topology::Edge::type));
    QVERIFY(std::ranges::contains(shown().edges, topology::EdgeType::Calls, &topology::Edge::type));
    QVERIFY(trigger("layer8")); // declared callers
    QVERIFY(!std::ranges::contains(shown().edges, topology::EdgeType::Calls, &topology::Edge::type));
    QVERIFY(trigger("layer1")); // workloads
    QVERIFY(node(NodeType::Workload, "ledger") == nullptr);
}

void TestTopologyPage::aSelectedPolicyLightsItsTargets()
{
    const QImage before = m_page->canvas()->viewport()->grab().toImage();
    const auto& policies = m_page->picture().facts->policies;
    const auto policy = std::ranges::find_if(
        policies, [](const topology::PolicyFact& each) { return each.element.key.name == "only-readers"; });
    QVERIFY(policy != policies.end());
    select(policy->element);
    const QImage after = m_page->canvas()->viewport()->grab().toImage();
    // The target keeps its colours and gets the lit outline; what it is not for fades.
    const QColor lit = m_fixture->theme.color("lit");
    const auto has = [](const QImage& image, const QRect& where, const QColor& color) {
        for (int y = where.top(); y <= where.bottom(); ++y) {
            for (int x = where.left(); x <= where.right(); ++x) {
                if (image.rect().contains(x, y) && image.pixelColor(x, y).rgb() == color.rgb())
                    return true;
            }
        }
        return false;
    };
    const auto around = [&](const Node* each) { return QRect(pointOf(each), QSize()).adjusted(-90, -20, 90, 20); };
    QVERIFY(!has(before, around(node(NodeType::Workload, "ledger")), lit));
    QVERIFY(has(after, around(node(NodeType::Workload, "ledger")), lit));
    QVERIFY(!has(after, around(node(NodeType::Workload, "reviews-v1")), lit));
}

void TestTopologyPage::toolTipsGiveReasons()
{
    GraphCanvas* canvas = m_page->canvas();
    const auto tipAt = [&](QPoint at) {
        QToolTip::hideText();
        QHelpEvent event(QEvent::ToolTip, at, canvas->viewport()->mapToGlobal(at));
        QApplication::sendEvent(canvas->viewport(), &event);
        return QToolTip::text();
    };
    const QString workload = tipAt(pointOf(node(NodeType::Workload, "ledger")));
    QVERIFY2(workload.contains(u"AuthorizationPolicy orders/only-readers"_s), qPrintable(workload));
    QVERIFY2(workload.contains(u"PeerAuthentication orders/default (STRICT)"_s), qPrintable(workload));
    for (std::size_t i = 0; i < scene().edges().size(); ++i) {
        const topology::Edge& edge = shown().edges[i];
        if (edge.type != topology::EdgeType::Routes || shown().nodes[edge.to].title != "ledger")
            continue;
        const GraphScene::EdgeItem& item = scene().edges()[i];
        const QString tip = tipAt(canvas->fromScene(item.labelAt).toPoint());
        QVERIFY2(tip.contains(u"TCP 9000"_s), qPrintable(tip));
        QVERIFY2(tip.contains(u"pods of orders sends"_s), qPrintable(tip));
    }
    QToolTip::hideText();
}

void TestTopologyPage::theMiniMapMovesTheView()
{
    auto* map = m_page->findChild<MiniMap*>();
    GraphCanvas* canvas = m_page->canvas();
    m_page->resize(700, 420);
    canvas->zoomToActualSize();
    canvas->setZoom(2, {10, 10});
    QVERIFY(map->isVisible());
    const QPointF target = scene().bounds().bottomRight();
    QTest::mouseClick(map, Qt::LeftButton, {}, map->toMap(target).toPoint());
    const QPointF middle = canvas->visibleScene().center();
    QVERIFY(std::abs(middle.x() - target.x()) < 30 && std::abs(middle.y() - target.y()) < 30);
    const QPoint start = map->toMap(scene().bounds().topLeft()).toPoint();
    QTest::mousePress(map, Qt::LeftButton, {}, start);
    QTest::mouseMove(map, start + QPoint(6, 4));
    QTest::mouseRelease(map, Qt::LeftButton, {}, start + QPoint(6, 4));
    QVERIFY(canvas->visibleScene().center().x() < middle.x());
    // Switched off it stays away, and it is not needed when all is in view.
    QTest::mouseClick(m_page->findChild<QToolButton*>(u"miniMapButton"_s), Qt::LeftButton);
    QVERIFY(!map->isVisible());
    QTest::mouseClick(m_page->findChild<QToolButton*>(u"miniMapButton"_s), Qt::LeftButton);
    QVERIFY(map->isVisible());
    canvas->fit();
    QVERIFY(!map->isVisible());
}

void TestTopologyPage::theLegendOpensAndCloses()
{
    auto* legend = m_page->findChild<LegendPanel*>();
    auto* button = m_page->findChild<QToolButton*>(u"legendButton"_s);
    QVERIFY(legend->isHidden());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(legend->isVisible());
    QVERIFY(legend->accessibleDescription().contains(u"declared caller"_s));
    QTest::keyClick(legend, Qt::Key_Escape);
    QVERIFY(legend->isHidden());
    QVERIFY(!button->isChecked());
}

void TestTopologyPage::writesEveryFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("svg") << u"p.svg"_s << 1.0 << QByteArray("<?xml");
    QTest::newRow("png") << u"p.png"_s << 1.0 << QByteArray("\x89PNG");
    QTest::newRow("png twice") << u"p.png"_s << 2.0 << QByteArray("\x89PNG");
    QTest::newRow("png four times") << u"p.png"_s << 4.0 << QByteArray("\x89PNG");
    QTest::newRow("pdf") << u"p.pdf"_s << 1.0 << QByteArray("%PDF");
    QTest::newRow("dot") << u"p.dot"_s << 1.0 << QByteArray("digraph mesh");
}

void TestTopologyPage::writesEveryFormat()
{
    QFETCH(const QString, name);
    QFETCH(const double, scale);
    QFETCH(const QByteArray, start);
    const QTemporaryDir directory;
    const QString file = directory.filePath(name);
    // The whole picture is written, whatever is in view.
    m_page->canvas()->setZoom(4, {0, 0});
    QVERIFY(m_page->writePicture(file, scale));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().startsWith(start));
    if (name.endsWith(u"png"_s)) {
        const QImage image(file);
        QCOMPARE(image.width(), qRound((scene().bounds().width() + 48) * scale));
    }
    QVERIFY(!m_page->writePicture(directory.filePath(u"no/such/place.svg"_s), 1));
}

void TestTopologyPage::printsOnOnePage()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"page.pdf"_s);
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(file);
    QVERIFY(m_page->printOn(printer));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray content = written.readAll();
    QVERIFY(content.startsWith("%PDF"));
    QCOMPARE(content.count("/Type /Page\n"), 1);
}

/// The way of the user: the menu, the dialog with "print to file", its button.
void TestTopologyPage::printsFromItsDialog()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"dialog.pdf"_s);
    m_page->findChild<QAction*>(u"printPicture"_s)->trigger();
    auto* dialog = m_page->findChild<QPrintDialog*>();
    QVERIFY(dialog != nullptr);
    auto* name = dialog->findChild<QLineEdit*>(u"filename"_s);
    if (name == nullptr || !name->isEnabled())
        QSKIP("this system has a printer, which is not printed on");
    name->setText(file);
    auto* buttons = dialog->findChild<QDialogButtonBox*>();
    QPushButton* print = buttons->button(QDialogButtonBox::Ok);
    QVERIFY(print != nullptr);
    print->click();
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(file); }));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray content = written.readAll();
    QVERIFY(content.startsWith("%PDF"));
    QCOMPARE(content.count("/Type /Page\n"), 1);
}

void TestTopologyPage::theBarFitsNarrowWindows_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {1200, 900, 700, 520, 400, 330})
        QTest::addRow("%d", width) << width;
}

/// What has no room leaves into the menu; nothing lies over anything else, and nothing is lost.
void TestTopologyPage::theBarFitsNarrowWindows()
{
    QFETCH(const int, width);
    m_page->resize(width, 600);
    auto* bar = m_page->findChild<PictureBar*>();
    QVERIFY(QTest::qWaitFor([&] { return bar->width() == width; }));
    QWidgetList shown;
    QWidgetList hidden;
    for (QWidget* widget : bar->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (qobject_cast<QMenu*>(widget) != nullptr)
            continue;
        (widget->isVisible() ? shown : hidden).append(widget);
    }
    for (const QWidget* widget : shown) {
        QVERIFY2(bar->rect().contains(widget->geometry()), qPrintable(widget->objectName()));
        QVERIFY(widget->width() >= widget->minimumWidth());
        for (const QWidget* other : shown)
            QVERIFY2(other == widget || !other->geometry().intersects(widget->geometry()),
                     qPrintable(widget->objectName() + u" "_s + other->objectName()));
    }
    auto* more = bar->findChild<QToolButton*>(u"moreOfBar"_s);
    hidden.removeOne(more);
    QCOMPARE(more->isVisible(), !hidden.isEmpty());
    QCOMPARE(hidden.isEmpty(), width > 800);
    if (!more->isVisible())
        return;
    QTest::mouseClick(more, Qt::LeftButton);
    auto* menu = more->findChild<QMenu*>();
    QVERIFY(menu->isVisible());
    QStringList offered;
    for (const QAction* action : menu->actions())
        offered << action->text();
    menu->close();
    for (const QWidget* widget : hidden) {
        if (qobject_cast<const QToolButton*>(widget) != nullptr && widget != more)
            QVERIFY2(offered.contains(widget->accessibleName()), qPrintable(widget->objectName()));
    }
}

namespace {

QStringList accessibleTexts(QAccessibleInterface* interface)
{
    QStringList texts;
    for (int i = 0; i < interface->childCount(); ++i) {
        if (QAccessibleInterface* child = interface->child(i)) {
            if (child->role() == QAccessible::TreeItem)
                texts += child->text(QAccessible::Name);
        }
    }
    return texts;
}

} // namespace

/// Every node, row and edge of the picture is a row of the tree, with its share, lock and state, for a screen reader.
void TestTopologyPage::theTreeSaysWhatThePictureSays()
{
    TopologyListPanel panel(m_fixture->theme, m_fixture->workspace.selection());
    panel.resize(900, 400);
    panel.setPicture(m_page->picture());
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const QAbstractItemModelTester tester(panel.tree()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    panel.tree()->expandAll();
    int rows = 0;
    const auto count = [&](const auto& self, const QModelIndex& parent) -> void {
        const int own = panel.tree()->model()->rowCount(parent);
        rows += own;
        for (int row = 0; row < own; ++row)
            self(self, panel.tree()->model()->index(row, 0, parent));
    };
    count(count, {});
    std::size_t expected = shown().groups.size() + shown().nodes.size();
    for (const Node& each : shown().nodes)
        expected += each.subsets.size();
    expected += static_cast<std::size_t>(std::ranges::count_if(
        shown().edges, [](const topology::Edge& edge) { return edge.type != topology::EdgeType::Contains; }));
    QCOMPARE(rows, static_cast<int>(expected));

    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(panel.tree());
    QVERIFY(interface != nullptr);
    QCOMPARE(interface->text(QAccessible::Name), u"Topology as tree"_s);
    const QString all = accessibleTexts(interface).join(u'\n');
    for (const QString& said : {u"orders, STRICT"_s, u"→ reviews v1"_s, u"90 %"_s, u"4 pods"_s, u"→ ledger"_s,
                                u"declared caller: annotation"_s})
        QVERIFY2(all.contains(said), qPrintable(said + u" is not in:\n"_s + all));
}

void TestTopologyPage::theTreeFollowsTheSelection()
{
    TopologyListPanel panel(m_fixture->theme, m_fixture->workspace.selection());
    panel.setPicture(m_page->picture());
    panel.resize(900, 400);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    select(m_fixture->splitRoute());
    QCOMPARE(panel.tree()->currentIndex().data().toString(), u"default"_s);
    // And leads it: the next row down is the first destination of the route.
    QSignalSpy changed(&m_fixture->workspace.selection(), &workspace::Selection::changed);
    panel.tree()->expand(panel.tree()->currentIndex());
    QTest::keyClick(panel.tree(), Qt::Key_Down);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_fixture->workspace.selection().current().field.text().contains("route[0]"));
    QCOMPARE(m_page->canvas()->selected(), m_fixture->workspace.selection().current());
}

void TestTopologyPage::screenReadersHearTheSelection()
{
    static QStringList heard;
    heard.clear();
    QAccessible::setActive(true);
    const auto previous = QAccessible::installUpdateHandler([](QAccessibleEvent* event) {
        if (event->type() == QAccessible::Announcement)
            heard += static_cast<QAccessibleAnnouncementEvent*>(event)->message();
    });
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(m_page->canvas());
    QCOMPARE(canvas->text(QAccessible::Name), u"Topology"_s);
    select(node(NodeType::Workload, "ledger")->element);
    QAccessible::installUpdateHandler(previous);
    QAccessible::setActive(false);
    QVERIFY(canvas->text(QAccessible::Description).contains(u"Deployment orders/ledger"_s));
    QCOMPARE(heard.size(), 1);
    QVERIFY(heard.first().contains(u"Deployment orders/ledger"_s));
    QVERIFY(heard.first().contains(u"STRICT"_s));
}

int main(int argc, char** argv)
{
    return runViewTest<TestTopologyPage>(argc, argv);
}

#include "tst_topologypage.moc"
