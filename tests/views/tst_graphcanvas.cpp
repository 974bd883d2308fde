// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/edgegeometry.h"
#include "tests/topology/meshes.h"
#include "views/topology/canvastext.h"
#include "views/topology/graphcanvas.h"
#include "views/topology/scenemotion.h"

#include <QApplication>
#include <QHelpEvent>
#include <QProxyStyle>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

using namespace meshdraft;
using namespace meshdraft::topology;
using namespace meshdraft::test;
using namespace Qt::StringLiterals;
using meshdraft::views::GraphCanvas;
using meshdraft::views::SceneMotion;

namespace {

GraphScenePtr sceneOf(Topology topology)
{
    const FontMeasure measure;
    Layout layout = layoutWithGraphviz(topology, measureNodes(topology, measure)).value();
    return GraphScene::build(std::move(topology), std::move(layout), measure);
}

GraphScenePtr shopScene(bool before = false)
{
    return sceneOf(buildTopology(*meshFrom(shop(before)), nullptr, {}));
}

QRectF rectOf(const GraphScene& scene, NodeType type, std::string_view title)
{
    const Node* node = findNode(scene.topology(), type, title);
    return node == nullptr ? QRectF()
                           : scene.nodes()[static_cast<std::size_t>(node - scene.topology().nodes.data())].rect;
}

mesh::ElementRef elementOf(const GraphScene& scene, NodeType type, std::string_view title)
{
    return findNode(scene.topology(), type, title)->element;
}

void wheel(GraphCanvas& canvas, QPointF at, QPoint angle, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWheelEvent event(at, canvas.viewport()->mapToGlobal(at), QPoint(), angle, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas.viewport(), &event);
}

/// A desktop that asks for less motion.
class StillStyle : public QProxyStyle {
public:
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

GraphScenePtr overviewScene(std::set<std::string> opened)
{
    ViewSpec view;
    view.show = Show::Overview;
    view.opened = std::move(opened);
    return sceneOf(applyView(buildTopology(*meshFrom(shop()), nullptr, {}), view).topology);
}

bool isNear(QPointF a, QPointF b, double distance = 1.5)
{
    return std::abs(a.x() - b.x()) <= distance && std::abs(a.y() - b.y()) <= distance;
}

} // namespace

class TestGraphCanvas : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void fitsThePictureAtFirst();
    void clickSelectsAndEmptySpaceDeselects();
    void clickOnARowSelectsTheSubset();
    void clickOnALabelSelectsTheDestination();
    void doubleClickActivates();
    void dragOnEmptySpacePans();
    void middleButtonPansFromANode();
    void wheelScrollsAndZoomsAtTheCursor();
    void zoomStaysInItsRange();
    void keysZoomAndFit();
    void arrowsWalkAlongEdgesAndSiblings();
    void arrowsReachEveryColumnFromTheGateway();
    void enterActivatesTheSelection();
    void selectionFromElsewhereComesIntoView();
    void whatMovesGlides();
    void nothingGlidesWhereLessMotionIsAskedFor();
    void groupsOpenOutOfTheirPlace();
    void newSceneKeepsTheView();
    void newSceneKeepsTheSelectedNodeInPlace();
    void fittedPictureStaysFitted();
    void focusLineFollowsTheKeyboard();
    void busyIsDimmed();
    void emptyTextIsPainted();
    void paletteCanChange();
    void toolTipNamesWhatIsThere();
    void selectionIsAnnounced();
    void descriptionsSayEverything_data();
    void descriptionsSayEverything();

private:
    QPoint viewPoint(const QRectF& sceneRect) const { return m_canvas->fromScene(sceneRect.center()).toPoint(); }
    QImage grab() const { return m_canvas->viewport()->grab().toImage(); }
    std::unique_ptr<GraphCanvas> m_canvas;
    GraphScenePtr m_scene;
};

void TestGraphCanvas::init()
{
    m_scene = shopScene();
    m_canvas = std::make_unique<GraphCanvas>();
    m_canvas->resize(1200, 800);
    m_canvas->setScene(m_scene);
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
}

void TestGraphCanvas::cleanup()
{
    m_canvas.reset();
}

void TestGraphCanvas::fitsThePictureAtFirst()
{
    QCOMPARE(m_canvas->zoom(), 1.0); // never above 100 %
    QVERIFY(m_canvas->visibleScene().contains(m_scene->bounds()));
    QVERIFY(isNear(m_canvas->visibleScene().center(), m_scene->bounds().center()));
    // Too small for names: the top left part, readable; F shows the whole.
    m_canvas->resize(400, 300);
    QCOMPARE(m_canvas->zoom(), 0.6);
    QVERIFY(m_canvas->visibleScene().contains(m_scene->bounds().topLeft()));
    QTest::keyClick(m_canvas.get(), Qt::Key_F);
    QVERIFY(m_canvas->zoom() < 0.6);
    QVERIFY(m_canvas->visibleScene().contains(m_scene->bounds()));
}

void TestGraphCanvas::clickSelectsAndEmptySpaceDeselects()
{
    QSignalSpy selected(m_canvas.get(), &GraphCanvas::elementSelected);
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {},
                      viewPoint(rectOf(*m_scene, NodeType::Route, "default")));
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].value<mesh::ElementRef>(), elementOf(*m_scene, NodeType::Route, "default"));
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {},
                      viewPoint(rectOf(*m_scene, NodeType::Route, "default")));
    QCOMPARE(selected.size(), 1); // the same again is no news
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, QPoint(3, 3));
    QCOMPARE(selected.size(), 2);
    QVERIFY(selected[1][0].value<mesh::ElementRef>().isNull());
}

void TestGraphCanvas::clickOnARowSelectsTheSubset()
{
    const Node* card = findNode(m_scene->topology(), NodeType::Service, "reviews");
    const auto& item = m_scene->nodes()[static_cast<std::size_t>(card - m_scene->topology().nodes.data())];
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, viewPoint(item.rows[1]));
    QCOMPARE(m_canvas->selected().key.kind, "DestinationRule");
    QCOMPARE(m_canvas->selected().field.text(), "spec.subsets[1]");
}

void TestGraphCanvas::clickOnALabelSelectsTheDestination()
{
    for (std::size_t i = 0; i < m_scene->edges().size(); ++i) {
        const Edge& edge = m_scene->topology().edges[i];
        const GraphScene::EdgeItem& item = m_scene->edges()[i];
        if (edge.type != EdgeType::Routes || item.labelHidden)
            continue;
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, viewPoint(chipOf(item)));
        QCOMPARE(m_canvas->selected(), edge.element);
    }
}

void TestGraphCanvas::doubleClickActivates()
{
    QSignalSpy activated(m_canvas.get(), &GraphCanvas::elementActivated);
    const QPoint at = viewPoint(rectOf(*m_scene, NodeType::RouteTable, "reviews"));
    QTest::mouseDClick(m_canvas->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].value<mesh::ElementRef>(), elementOf(*m_scene, NodeType::RouteTable, "reviews"));
    QTest::mouseDClick(m_canvas->viewport(), Qt::LeftButton, {}, QPoint(2, 2));
    QCOMPARE(activated.size(), 1);
}

void TestGraphCanvas::dragOnEmptySpacePans()
{
    QSignalSpy selected(m_canvas.get(), &GraphCanvas::elementSelected);
    const QPointF before = m_canvas->toScene({100, 100});
    QTest::mousePress(m_canvas->viewport(), Qt::LeftButton, {}, QPoint(4, 4));
    QTest::mouseMove(m_canvas->viewport(), QPoint(50, 30));
    QTest::mouseMove(m_canvas->viewport(), QPoint(84, 54));
    QTest::mouseRelease(m_canvas->viewport(), Qt::LeftButton, {}, QPoint(84, 54));
    QVERIFY(isNear(m_canvas->toScene({100, 100}), before - QPointF(80, 50)));
    QCOMPARE(selected.size(), 0);
}

void TestGraphCanvas::middleButtonPansFromANode()
{
    const QPoint at = viewPoint(rectOf(*m_scene, NodeType::Service, "ledger"));
    const QPointF before = m_canvas->toScene({0, 0});
    QTest::mousePress(m_canvas->viewport(), Qt::MiddleButton, {}, at);
    QTest::mouseMove(m_canvas->viewport(), at + QPoint(-30, 20));
    QTest::mouseMove(m_canvas->viewport(), at + QPoint(-60, 40));
    QTest::mouseRelease(m_canvas->viewport(), Qt::MiddleButton, {}, at + QPoint(-60, 40));
    QVERIFY(isNear(m_canvas->toScene({0, 0}), before + QPointF(60, -40)));
    QVERIFY(m_canvas->selected().isNull());
}

void TestGraphCanvas::wheelScrollsAndZoomsAtTheCursor()
{
    m_canvas->resize(500, 300);
    m_canvas->zoomToActualSize();
    const QPointF before = m_canvas->toScene({0, 0});
    wheel(*m_canvas, {200, 100}, {0, -120});
    QVERIFY(m_canvas->toScene({0, 0}).y() > before.y() + 20);
    QCOMPARE(m_canvas->toScene({0, 0}).x(), before.x());
    const QPointF scrolled = m_canvas->toScene({0, 0});
    wheel(*m_canvas, {200, 100}, {0, -120}, Qt::ShiftModifier);
    QVERIFY(m_canvas->toScene({0, 0}).x() > scrolled.x() + 20);

    const QPointF under = m_canvas->toScene({123, 77});
    QSignalSpy zoomed(m_canvas.get(), &GraphCanvas::zoomChanged);
    wheel(*m_canvas, {123, 77}, {0, 120}, Qt::ControlModifier);
    QCOMPARE(m_canvas->zoom(), 1.2);
    QCOMPARE(zoomed.size(), 1);
    QVERIFY(isNear(m_canvas->toScene({123, 77}), under, 0.01));
    wheel(*m_canvas, {123, 77}, {0, -240}, Qt::ControlModifier);
    QVERIFY(std::abs(m_canvas->zoom() - (1 / 1.2)) < 1e-9);
    QVERIFY(isNear(m_canvas->toScene({123, 77}), under, 0.01));
}

void TestGraphCanvas::zoomStaysInItsRange()
{
    for (int i = 0; i < 40; ++i)
        m_canvas->zoomIn();
    QCOMPARE(m_canvas->zoom(), GraphCanvas::maximumZoom);
    for (int i = 0; i < 60; ++i)
        m_canvas->zoomOut();
    QCOMPARE(m_canvas->zoom(), GraphCanvas::minimumZoom);
    QVERIFY(!grab().isNull());
}

void TestGraphCanvas::keysZoomAndFit()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
    QCOMPARE(m_canvas->zoom(), 1.2);
    QTest::keyClick(m_canvas.get(), Qt::Key_Minus);
    QTest::keyClick(m_canvas.get(), Qt::Key_Minus);
    QVERIFY(m_canvas->zoom() < 1);
    QTest::keyClick(m_canvas.get(), Qt::Key_0);
    QCOMPARE(m_canvas->zoom(), 1.0);
    m_canvas->centerOn({3000, 3000});
    QVERIFY(!m_canvas->visibleScene().intersects(m_scene->bounds()));
    QTest::keyClick(m_canvas.get(), Qt::Key_F);
    QVERIFY(m_canvas->visibleScene().contains(m_scene->bounds()));
}

void TestGraphCanvas::arrowsWalkAlongEdgesAndSiblings()
{
    QSignalSpy selected(m_canvas.get(), &GraphCanvas::elementSelected);
    m_canvas->setSelected(elementOf(*m_scene, NodeType::RouteTable, "reviews"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(m_canvas->selected().field.text().substr(0, 10), "spec.http[");
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(m_canvas->selected().key.kind, "DestinationRule");
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(m_canvas->selected().key.kind, "Deployment");
    QTest::keyClick(m_canvas.get(), Qt::Key_Left);
    QCOMPARE(m_canvas->selected().key.kind, "DestinationRule");
    QCOMPARE(selected.size(), 4);
    const mesh::ElementRef row = m_canvas->selected();
    QTest::keyClick(m_canvas.get(), Qt::Key_Down);
    QVERIFY(m_canvas->selected() != row);
    QTest::keyClick(m_canvas.get(), Qt::Key_Up);
    QCOMPARE(m_canvas->selected(), row);
}

void TestGraphCanvas::arrowsReachEveryColumnFromTheGateway()
{
    // Without a selection the first node in view is taken: the gateway.
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(m_canvas->selected().key.kind, "Gateway");
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(m_canvas->selected().key.kind, "Deployment");
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(m_canvas.get(), Qt::Key_Left);
    QCOMPARE(m_canvas->selected().key.kind, "Gateway");
}

void TestGraphCanvas::enterActivatesTheSelection()
{
    QSignalSpy activated(m_canvas.get(), &GraphCanvas::elementActivated);
    QTest::keyClick(m_canvas.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 0);
    m_canvas->setSelected(elementOf(*m_scene, NodeType::Gateway, "shop-gw"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
}

void TestGraphCanvas::selectionFromElsewhereComesIntoView()
{
    m_canvas->resize(300, 200);
    m_canvas->zoomToActualSize();
    QSignalSpy selected(m_canvas.get(), &GraphCanvas::elementSelected);
    for (const Node& node : m_scene->topology().nodes) {
        if (node.element.isNull())
            continue;
        m_canvas->setSelected(node.element);
        QVERIFY(m_canvas->visibleScene().contains(m_scene->rectOf(node.element)));
    }
    QCOMPARE(selected.size(), 0);
    const QPointF before = m_canvas->toScene({0, 0});
    m_canvas->setSelected(elementOf(*m_scene, NodeType::Gateway, "shop-gw"), m_canvas.get());
    QCOMPARE(m_canvas->toScene({0, 0}), before);
}

void TestGraphCanvas::whatMovesGlides()
{
    m_canvas->zoomToActualSize();
    m_canvas->setScene(overviewScene({}));
    m_canvas->zoomToActualSize();
    const GraphScenePtr open = overviewScene({"ns/shop"});
    m_canvas->setScene(open);
    QVERIFY(m_canvas->isMoving());
    QCOMPARE(m_canvas->scene(), open);
    QVERIFY(QTest::qWaitFor([&] { return !m_canvas->isMoving(); }));
    // Whoever acts need not wait.
    m_canvas->setScene(overviewScene({}));
    QVERIFY(m_canvas->isMoving());
    m_canvas->zoomIn();
    QVERIFY(!m_canvas->isMoving());
}

void TestGraphCanvas::nothingGlidesWhereLessMotionIsAskedFor()
{
    StillStyle still;
    m_canvas->setStyle(&still);
    m_canvas->setScene(overviewScene({}));
    m_canvas->zoomToActualSize();
    m_canvas->setScene(overviewScene({"ns/shop"}));
    QVERIFY(!m_canvas->isMoving());
    m_canvas->setStyle(nullptr);
}

/// What a closed group holds comes out of it, and goes back into it.
void TestGraphCanvas::groupsOpenOutOfTheirPlace()
{
    const GraphScenePtr closed = overviewScene({});
    const GraphScenePtr open = overviewScene({"ns/shop"});
    const QRectF group = rectOf(*closed, NodeType::Closed, "shop");
    const SceneMotion opening(*closed, open, {});
    QVERIFY(opening.isWorthwhile());
    const GraphScenePtr start = opening.at(0);
    QVERIFY(isNear(rectOf(*start, NodeType::Service, "reviews").center(), group.center()));
    QVERIFY(opening.at(1)->layout().nodes == open->layout().nodes);
    const QPointF between = rectOf(*opening.at(0.5), NodeType::Service, "reviews").center();
    QVERIFY(isNear(between, (group.center() + rectOf(*open, NodeType::Service, "reviews").center()) / 2));
    const SceneMotion closing(*open, closed, {10, 0});
    QRectF members;
    for (const std::string& id : findNode(closed->topology(), NodeType::Closed, "shop")->closed->members) {
        const auto it = std::ranges::find(open->topology().nodes, id, &Node::id);
        if (it != open->topology().nodes.end())
            members |= open->nodes()[static_cast<std::size_t>(it - open->topology().nodes.begin())].rect;
    }
    QVERIFY(isNear(rectOf(*closing.at(0), NodeType::Closed, "shop").center(), members.center() + QPointF(10, 0)));
    // Nothing has moved: there is nothing to show.
    QCOMPARE(SceneMotion(*open, open, {}).moving(), std::size_t{0});
}

void TestGraphCanvas::newSceneKeepsTheView()
{
    m_canvas->resize(500, 300);
    m_canvas->zoomToActualSize();
    const GraphScenePtr other = shopScene(true);
    m_canvas->setScene(other);
    m_canvas->centerOn(rectOf(*other, NodeType::Service, "ledger").center());
    const QPointF place = m_canvas->fromScene(rectOf(*other, NodeType::Service, "ledger").topLeft());
    m_canvas->setScene(m_scene);
    QVERIFY(isNear(m_canvas->fromScene(rectOf(*m_scene, NodeType::Service, "ledger").topLeft()), place));
    QCOMPARE(m_canvas->zoom(), 1.0);
}

void TestGraphCanvas::newSceneKeepsTheSelectedNodeInPlace()
{
    m_canvas->resize(500, 300);
    m_canvas->zoomToActualSize();
    const GraphScenePtr other = shopScene(true);
    m_canvas->setScene(other);
    m_canvas->setSelected(elementOf(*other, NodeType::RouteTable, "catalog"));
    const QPointF place = m_canvas->fromScene(rectOf(*other, NodeType::RouteTable, "catalog").topLeft());
    m_canvas->setScene(m_scene);
    QVERIFY(rectOf(*m_scene, NodeType::RouteTable, "catalog") != rectOf(*other, NodeType::RouteTable, "catalog"));
    QVERIFY(isNear(m_canvas->fromScene(rectOf(*m_scene, NodeType::RouteTable, "catalog").topLeft()), place));
}

void TestGraphCanvas::fittedPictureStaysFitted()
{
    m_canvas->setScene(shopScene(true));
    QVERIFY(m_canvas->visibleScene().contains(m_canvas->scene()->bounds()));
    m_canvas->setScene(sceneOf(randomTopology(3, 300)));
    QVERIFY(m_canvas->visibleScene().contains(m_canvas->scene()->bounds())
            || m_canvas->zoom() <= GraphCanvas::minimumZoom);
}

void TestGraphCanvas::focusLineFollowsTheKeyboard()
{
    const QRectF shape = rectOf(*m_scene, NodeType::RouteTable, "ledger");
    const QPoint line = m_canvas->fromScene({shape.center().x(), shape.top()}).toPoint() - QPoint(0, 9);
    m_canvas->setFocus(Qt::MouseFocusReason);
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, viewPoint(shape));
    QVERIFY(grab().pixelColor(line) != Palette::light().color("focus"));
    m_canvas->clearFocus();
    m_canvas->setFocus(Qt::TabFocusReason);
    QCOMPARE(grab().pixelColor(line), Palette::light().color("focus"));
}

void TestGraphCanvas::busyIsDimmed()
{
    const QRectF shape = rectOf(*m_scene, NodeType::RouteTable, "reviews");
    const auto darkest = [&] {
        const QImage image = grab();
        int least = 255;
        const QRect area = QRectF(m_canvas->fromScene(shape.topLeft()), shape.size() * m_canvas->zoom()).toRect();
        for (int y = area.top(); y < area.bottom(); ++y)
            for (int x = area.left(); x < area.right(); ++x)
                least = std::min(least, qGray(image.pixel(x, y)));
        return least;
    };
    const int before = darkest();
    m_canvas->setBusy(true);
    QVERIFY(m_canvas->isBusy());
    QVERIFY(darkest() > before + 40);
    // It can still be used.
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, viewPoint(shape));
    QCOMPARE(m_canvas->selected(), elementOf(*m_scene, NodeType::RouteTable, "reviews"));
    m_canvas->setBusy(false);
    QVERIFY(!m_canvas->isBusy());
}

void TestGraphCanvas::emptyTextIsPainted()
{
    m_canvas->setScene({});
    const QImage nothing = grab();
    m_canvas->setEmptyText(u"No Istio or Gateway API resources here."_s);
    QVERIFY(grab() != nothing);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QTest::keyClick(m_canvas.get(), Qt::Key_F);
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, QPoint(10, 10));
    QVERIFY(m_canvas->selected().isNull());
}

void TestGraphCanvas::paletteCanChange()
{
    QCOMPARE(grab().pixelColor(2, 2), Palette::light().color("canvas"));
    m_canvas->setScenePalette(Palette::dark());
    QCOMPARE(grab().pixelColor(2, 2), Palette::dark().color("canvas"));
}

void TestGraphCanvas::toolTipNamesWhatIsThere()
{
    const QPoint at = viewPoint(rectOf(*m_scene, NodeType::RouteTable, "reviews"));
    QHelpEvent event(QEvent::ToolTip, at, m_canvas->viewport()->mapToGlobal(at));
    QApplication::sendEvent(m_canvas->viewport(), &event);
    QVERIFY(QToolTip::text().contains(u"VirtualService shop/reviews"));
    QVERIFY(QToolTip::text().contains(u"mesh.yaml:"));
}

void TestGraphCanvas::selectionIsAnnounced()
{
    QVERIFY(!m_canvas->accessibleName().isEmpty());
    m_canvas->setSelected(elementOf(*m_scene, NodeType::Gateway, "shop-gw"));
    QVERIFY(m_canvas->accessibleDescription().contains(u"Gateway edge/shop-gw"));
}

void TestGraphCanvas::descriptionsSayEverything_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("missing subset") << u"subset v2 of Service shop/catalog\nno such subset"_s;
    QTest::newRow("workload") << u"Deployment shop/reviews-v1\n4 pods"_s;
    QTest::newRow("route") << u"default (VirtualService shop/reviews)"_s;
    QTest::newRow("weight") << u"default (VirtualService shop/reviews) → Service shop/reviews v1\n90 % → 80 %"_s;
    QTest::newRow("state") << u"changed"_s;
}

void TestGraphCanvas::descriptionsSayEverything()
{
    QFETCH(const QString, text);
    const mesh::MeshGraphPtr base = meshFrom(shop(true));
    const GraphScenePtr scene = sceneOf(buildTopology(*meshFrom(shop()), base.get(), {}));
    using Hit = GraphScene::Hit;
    QString all;
    for (int i = 0; i < static_cast<int>(scene->nodes().size()); ++i) {
        all += views::describe(*scene, {Hit::NodeHit, i, -1, {}}) + u"\n\n"_s;
        for (int row = 0; row < static_cast<int>(scene->nodes()[static_cast<std::size_t>(i)].rows.size()); ++row)
            all += views::describe(*scene, {Hit::SubsetHit, i, row, {}}) + u"\n\n"_s;
    }
    for (int i = 0; i < static_cast<int>(scene->edges().size()); ++i)
        all += views::describe(*scene, {Hit::EdgeHit, i, -1, {}}) + u"\n\n"_s;
    QVERIFY2(all.contains(text), qPrintable(all));
    QVERIFY(views::describe(*scene, {}).isEmpty());
}

QTEST_MAIN(TestGraphCanvas)
#include "tst_graphcanvas.moc"
