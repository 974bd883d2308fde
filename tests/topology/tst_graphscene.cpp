// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/edgegeometry.h"
#include "models/topology/render/graphscene.h"
#include "models/topology/render/uniformgrid.h"
#include "models/topology/render/words.h"
#include "tests/topology/meshes.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <random>

using namespace meshdraft;
using namespace meshdraft::topology;
using namespace meshdraft::test;
using namespace Qt::StringLiterals;

namespace {

GraphScenePtr sceneOf(Topology topology)
{
    const FontMeasure measure;
    Layout layout = layoutWithGraphviz(topology, measureNodes(topology, measure)).value();
    return GraphScene::build(std::move(topology), std::move(layout), measure);
}

GraphScenePtr shopScene()
{
    const std::vector<std::pair<std::string, std::string>> files = {{"mesh.yaml", shop()}};
    const mesh::MeshGraphPtr base = meshFrom(shop(true));
    return sceneOf(buildTopology(*meshFrom(files), base.get(), findingsIn(files)));
}

int indexOf(const GraphScene& scene, NodeType type, std::string_view title)
{
    const Node* node = findNode(scene.topology(), type, title);
    return node == nullptr ? -1 : static_cast<int>(node - scene.topology().nodes.data());
}

const GraphScene::NodeItem& itemOf(const GraphScene& scene, NodeType type, std::string_view title)
{
    return scene.nodes()[static_cast<std::size_t>(indexOf(scene, type, title))];
}

QImage paint(const GraphScene& scene, const Palette& palette, double zoom = 1, const mesh::ElementRef& selected = {},
             bool focused = false)
{
    QImage image((scene.bounds().size() * zoom).toSize() + QSize(20, 20), QImage::Format_RGB32);
    image.fill(palette.color("canvas"));
    QPainter painter(&image);
    painter.scale(zoom, zoom);
    Viewport viewport;
    viewport.visible = QRectF(QPointF(), QSizeF(image.size()) / zoom);
    viewport.zoom = zoom;
    viewport.selected = selected;
    viewport.focused = focused;
    paintScene(painter, scene, viewport, palette);
    painter.end();
    return image;
}

QColor at(const QImage& image, QPointF point)
{
    return image.pixelColor(point.toPoint());
}

bool holds(const QImage& image, const QRectF& area, const QColor& color)
{
    const QRect pixels = area.toAlignedRect() & image.rect();
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            if (image.pixelColor(x, y) == color)
                return true;
    return false;
}

double luminance(const QColor& color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return (0.2126 * linear(color.redF())) + (0.7152 * linear(color.greenF())) + (0.0722 * linear(color.blueF()));
}

double contrast(const QColor& a, const QColor& b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

class TestGraphScene : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void paletteHasContrast_data();
    void paletteHasContrast();
    void differencesAreColoured_data() { palettes(); }
    void differencesAreColoured();
    void missingSubsetIsDashedInItsRow_data() { palettes(); }
    void missingSubsetIsDashedInItsRow();
    void selectionHasAHaloAndFocusALine_data() { palettes(); }
    void selectionHasAHaloAndFocusALine();
    void edgesEndAtTheFrameOfAnOpenNamespace();
    void edgeWidthFollowsTheShare();
    void namesGoAwayFromAfar();
    void everyZoomPaintsSomething_data();
    void everyZoomPaintsSomething();
    void hitsWhatIsUnderThePoint();
    void findsTheNearestAncestor();
    void missingThingsLeadToWhatNamesThem();
    void gridAgreesWithLookingAtEverything();
    void labelsNeverOverlap();
    void labelsAreWords();
    void longNamesAreElidedInTheMiddle();
    void hostileNamesAreEscaped();
    void exportsPictures_data();
    void exportsPictures();
    void exportErrorsAreValues();
    void emptySceneIsHarmless();

private:
    static void palettes();
    GraphScenePtr m_scene;
};

void TestGraphScene::initTestCase()
{
    m_scene = shopScene();
}

void TestGraphScene::palettes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestGraphScene::paletteHasContrast_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<double>("least");
    for (const char* behind : {"window", "base", "alt", "canvas", "node", "hlsoft", "addbg", "rembg", "chgbg"})
        QTest::addRow("text on %s", behind) << QByteArray("text") << QByteArray(behind) << 4.5;
    for (const char* sign : {"add", "rem", "chg", "err", "warn", "info", "strict", "perm", "disab", "muted"})
        QTest::addRow("%s on canvas", sign) << QByteArray(sign) << QByteArray("canvas") << 4.5;
    for (const char* line : {"edge", "nodeline", "focus", "hl"})
        QTest::addRow("%s on canvas", line) << QByteArray(line) << QByteArray("canvas") << 3.0;
}

void TestGraphScene::paletteHasContrast()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, behind);
    QFETCH(const double, least);
    for (const Palette* palette : {&Palette::light(), &Palette::dark()})
        QVERIFY(contrast(palette->color(text.constData()), palette->color(behind.constData())) >= least);
    QVERIFY(!Palette::light().isDark());
    QVERIFY(Palette::dark().isDark());
}

void TestGraphScene::differencesAreColoured()
{
    QFETCH(const bool, dark);
    const Palette& palette = dark ? Palette::dark() : Palette::light();
    const QImage image = paint(*m_scene, palette);
    for (std::size_t i = 0; i < m_scene->edges().size(); ++i) {
        const Edge& edge = m_scene->topology().edges[i];
        const GraphScene::EdgeItem& item = m_scene->edges()[i];
        if (edge.type != EdgeType::Routes || item.width < 4 || edge.isTcp)
            continue;
        const QColor expected = palette.color(edge.state == State::Changed     ? "chg"
                                                  : edge.state == State::Added ? "add"
                                                                               : "edge");
        // Near the arrow, where no label and no other curve is.
        QVERIFY(holds(image, QRectF(pointOn(item, 0.96) - QPointF(2, 2), QSizeF(4, 4)), expected));
    }
    const auto inside = [](const QRectF& rect) { return QPointF(rect.right() - 12, rect.center().y()); };
    QCOMPARE(at(image, inside(itemOf(*m_scene, NodeType::RouteTable, "reviews").shape)), palette.color("chgbg"));
    QCOMPARE(at(image, inside(itemOf(*m_scene, NodeType::RouteTable, "catalog").shape)), palette.color("node"));
    QCOMPARE(at(image, inside(itemOf(*m_scene, NodeType::Service, "reviews").rows[2])), palette.color("addbg"));
    const QRectF table = itemOf(*m_scene, NodeType::RouteTable, "catalog").shape;
    QVERIFY(holds(image, QRectF(table.topLeft() - QPointF(4, 4), QSizeF(12, 12)), palette.color("err")));
    QVERIFY(!holds(image, QRectF(table.topRight() - QPointF(4, 4), QSizeF(8, 8)), palette.color("chg")));
}

void TestGraphScene::missingSubsetIsDashedInItsRow()
{
    QFETCH(const bool, dark);
    const Palette& palette = dark ? Palette::dark() : Palette::light();
    const QImage image = paint(*m_scene, palette);
    const GraphScene::NodeItem& card = itemOf(*m_scene, NodeType::Service, "catalog");
    const QRectF row = card.rows[1];
    const QRectF top(row.left() + 6, row.top() - 1, row.width() - 12, 2);
    int marked = 0;
    int plain = 0;
    for (double x = top.left(); x < top.right(); ++x)
        (holds(image, QRectF(x, top.top(), 0.5, 2), palette.color("node")) ? plain : marked) += 1;
    QVERIFY(marked > 10 && plain > 5);
    // "no such subset" stands beside the card.
    QVERIFY(holds(image, QRectF(card.rect.right() + 6, row.center().y() - 6, 80, 12), palette.color("err")));
}

void TestGraphScene::selectionHasAHaloAndFocusALine()
{
    QFETCH(const bool, dark);
    const Palette& palette = dark ? Palette::dark() : Palette::light();
    const int index = indexOf(*m_scene, NodeType::RouteTable, "ledger");
    const mesh::ElementRef element = m_scene->topology().nodes[static_cast<std::size_t>(index)].element;
    const QRectF shape = m_scene->nodes()[static_cast<std::size_t>(index)].shape;
    const QPointF band(shape.center().x() + 0.5, shape.top() - 2.5);
    const QPointF line(shape.center().x() + 0.5, shape.top() - 4.5);
    const QPointF focus(shape.center().x() + 0.5, shape.top() - 8.5);
    const QImage selected = paint(*m_scene, palette, 1, element);
    QCOMPARE(at(selected, band), palette.color("hlsoft"));
    QCOMPARE(at(selected, line), palette.color("hl"));
    QCOMPARE(at(selected, focus), palette.color("ns"));
    const QImage focused = paint(*m_scene, palette, 1, element, true);
    QCOMPARE(at(focused, focus), palette.color("focus"));
    QCOMPARE(at(paint(*m_scene, palette), band), palette.color("ns"));
}

void TestGraphScene::edgesEndAtTheFrameOfAnOpenNamespace()
{
    ViewSpec view;
    view.show = Show::Overview;
    view.opened = {"ns/shop"};
    const GraphScenePtr scene = sceneOf(applyView(buildTopology(*meshFrom(shop()), nullptr, {}), view).topology);
    int ends = 0;
    for (std::size_t i = 0; i < scene->edges().size(); ++i) {
        const Edge& edge = scene->topology().edges[i];
        const auto frameOf = [&](std::uint32_t node) {
            return scene->groups()[static_cast<std::size_t>(scene->topology().nodes[node].group)].rect;
        };
        if (endsAtFrame(scene->topology(), edge.to, edge.from)) {
            QCOMPARE(scene->edges()[i].tip.x(), frameOf(edge.to).left());
            QVERIFY(scene->edges()[i].tip.y() > frameOf(edge.to).top());
            QVERIFY(scene->edges()[i].tip.y() < frameOf(edge.to).bottom());
            ++ends;
        } else if (endsAtFrame(scene->topology(), edge.from, edge.to)) {
            QCOMPARE(scene->edges()[i].start.x(), frameOf(edge.from).right());
            ++ends;
        }
    }
    QVERIFY(ends > 0);
}

void TestGraphScene::edgeWidthFollowsTheShare()
{
    for (std::size_t i = 0; i < m_scene->edges().size(); ++i) {
        const Edge& edge = m_scene->topology().edges[i];
        const double expected = edge.type == EdgeType::Routes ? 1.25 + (4.75 * *edge.share) : 1.25;
        QCOMPARE(m_scene->edges()[i].width, expected);
    }
}

void TestGraphScene::namesGoAwayFromAfar()
{
    const Palette& palette = Palette::light();
    const QRectF shape = itemOf(*m_scene, NodeType::RouteTable, "ledger").shape.adjusted(8, 4, -8, -4);
    const auto hasText = [&](double zoom) {
        const QImage image = paint(*m_scene, palette, zoom);
        const QRectF area(shape.topLeft() * zoom, shape.size() * zoom);
        for (int y = static_cast<int>(area.top()); y < area.bottom(); ++y)
            for (int x = static_cast<int>(area.left()); x < area.right(); ++x)
                if (image.pixelColor(x, y) != palette.color("node"))
                    return true;
        return false;
    };
    QVERIFY(hasText(1));
    QVERIFY(hasText(0.7));
    QVERIFY(!hasText(0.5));
}

void TestGraphScene::everyZoomPaintsSomething_data()
{
    QTest::addColumn<double>("zoom");
    for (const double zoom : {0.05, 0.1, 0.2, 0.3, 0.34, 0.4, 0.58, 0.59, 0.8, 0.84, 1.0, 1.7, 4.0})
        QTest::addRow("%.2f", zoom) << zoom;
}

void TestGraphScene::everyZoomPaintsSomething()
{
    QFETCH(const double, zoom);
    for (const Palette* palette : {&Palette::light(), &Palette::dark()}) {
        const QImage image = paint(*m_scene, *palette, zoom);
        const QRectF node = itemOf(*m_scene, NodeType::RouteTable, "catalog").shape;
        QVERIFY(holds(image, QRectF(node.topLeft() * zoom, node.size() * zoom).adjusted(-2, -2, 2, 2),
                      palette->color("err")));
    }
}

void TestGraphScene::hitsWhatIsUnderThePoint()
{
    using Hit = GraphScene::Hit;
    const GraphScene::NodeItem& card = itemOf(*m_scene, NodeType::Service, "reviews");
    Hit hit = m_scene->hitTest(card.rows[1].center());
    QCOMPARE(hit.kind, Hit::SubsetHit);
    QCOMPARE(hit.row, 1);
    QCOMPARE(hit.element.field.text(), "spec.subsets[1]");
    QCOMPARE(hit.element.key.kind, "DestinationRule");
    hit = m_scene->hitTest(card.rect.topLeft() + QPointF(10, 10));
    QCOMPARE(hit.kind, Hit::NodeHit);
    QCOMPARE(hit.element.key.kind, "Service");
    for (std::size_t i = 0; i < m_scene->edges().size(); ++i) {
        const Edge& edge = m_scene->topology().edges[i];
        if (edge.type != EdgeType::Routes)
            continue;
        const GraphScene::EdgeItem& item = m_scene->edges()[i];
        hit = m_scene->hitTest(item.labelHidden ? pointOn(item, 0.5) : item.labelAt);
        QCOMPARE(hit.kind, Hit::EdgeHit);
        QCOMPARE(hit.index, static_cast<int>(i));
        QVERIFY(hit.element.field.text().find("route[") != std::string::npos);
    }
    hit = m_scene->hitTest(m_scene->groups().front().rect.topLeft() + QPointF(3, 3));
    QCOMPARE(hit.kind, Hit::GroupHit);
    QVERIFY(hit.onTitle && hit.onToggle);
    QCOMPARE(hit.element.key.kind, "Namespace");
    hit = m_scene->hitTest(m_scene->groups().front().rect.bottomLeft() + QPointF(3, -3));
    QCOMPARE(hit.kind, Hit::GroupHit);
    QVERIFY(hit.element.isNull());
    QCOMPARE(m_scene->hitTest({-50, -50}).kind, Hit::Nothing);
}

void TestGraphScene::findsTheNearestAncestor()
{
    using Hit = GraphScene::Hit;
    const int pill = indexOf(*m_scene, NodeType::Route, "default");
    mesh::ElementRef element = m_scene->topology().nodes[static_cast<std::size_t>(pill)].element;
    const std::string route = element.field.text();
    QCOMPARE(m_scene->find(element).index, pill);
    element.field = mesh::FieldPath(route + ".timeout");
    QCOMPARE(m_scene->find(element).index, pill);
    element.field = mesh::FieldPath(route + ".route[1].weight");
    const Hit edge = m_scene->find(element);
    QCOMPARE(edge.kind, Hit::EdgeHit);
    QCOMPARE(m_scene->topology().edges[static_cast<std::size_t>(edge.index)].share, std::optional(0.1));
    element.field = mesh::FieldPath("spec.hosts");
    QCOMPARE(m_scene->find(element).index, indexOf(*m_scene, NodeType::RouteTable, "reviews"));
    element.document += 7; // the document moved: the key still finds it
    QCOMPARE(m_scene->find(element).index, indexOf(*m_scene, NodeType::RouteTable, "reviews"));
    element.key.kind = "DestinationRule";
    const Hit rule = m_scene->find(element);
    QCOMPARE(rule.index, indexOf(*m_scene, NodeType::Service, "reviews"));
    QVERIFY(!m_scene->rectOf(element).isEmpty());
    element.key.name = "nobody";
    QCOMPARE(m_scene->find(element).kind, Hit::Nothing);
    QVERIFY(m_scene->rectOf(element).isEmpty());
    QVERIFY(m_scene->rectOf({}).isEmpty());
}

void TestGraphScene::missingThingsLeadToWhatNamesThem()
{
    const GraphScene::NodeItem& card = itemOf(*m_scene, NodeType::Service, "catalog");
    const GraphScene::Hit hit = m_scene->hitTest(card.rows[1].center());
    QCOMPARE(hit.element.key.kind, "VirtualService");
    QVERIFY(hit.element.field.text().find("mirror") != std::string::npos);
}

void TestGraphScene::gridAgreesWithLookingAtEverything()
{
    std::mt19937 random(2);
    const auto real = [&](double most) { return most * static_cast<double>(random() % 1000) / 1000.0; };
    std::vector<QRectF> rects;
    for (int i = 0; i < 400; ++i)
        rects.emplace_back(real(5000), real(3000), 1 + real(900), 1 + real(60));
    const UniformGrid grid(QRectF(0, 0, 5000, 3000), rects);
    for (int round = 0; round < 300; ++round) {
        const QRectF area(real(6000) - 500, real(4000) - 500, 1 + real(1500), 1 + real(1500));
        std::vector<int> expected;
        for (int i = 0; i < static_cast<int>(rects.size()); ++i)
            if (rects[static_cast<std::size_t>(i)].intersects(area))
                expected.push_back(i);
        QCOMPARE(grid.meeting(area), expected);
    }
    QCOMPARE(grid.meeting(QRectF(-10, -10, 9000, 9000)).size(), rects.size());
}

void TestGraphScene::labelsNeverOverlap()
{
    for (unsigned seed = 0; seed < 10; ++seed) {
        const GraphScenePtr scene = sceneOf(randomTopology(seed, 150));
        std::vector<QRectF> chips;
        for (const GraphScene::EdgeItem& edge : scene->edges())
            if (!edge.labelHidden)
                chips.push_back(chipOf(edge));
        QVERIFY(!chips.empty());
        for (std::size_t i = 0; i < chips.size(); ++i)
            for (std::size_t j = i + 1; j < chips.size(); ++j)
                QVERIFY(!chips[i].intersects(chips[j]));
    }
}

void TestGraphScene::labelsAreWords()
{
    Edge edge;
    edge.share = 0.8;
    QCOMPARE(edgeLabel(edge), u"80 %"_s);
    edge.share = 1.0 / 3;
    QCOMPARE(edgeLabel(edge), u"33.3 %"_s);
    edge.type = EdgeType::Mirrors;
    edge.share = 0.05;
    QCOMPARE(edgeLabel(edge), u"mirror 5 %"_s);
    edge.type = EdgeType::Routes;
    edge.isTcp = true;
    edge.share = 1;
    QCOMPARE(edgeLabel(edge), u"TCP"_s);
    edge.share = 0.5;
    QCOMPARE(edgeLabel(edge), u"50 %"_s);
    edge.type = EdgeType::Selects;
    QVERIFY(edgeLabel(edge).isEmpty());
    QCOMPARE(podsText(1), u"1 pod"_s);
    QCOMPARE(podsText(4), u"4 pods"_s);
    Group group;
    group.routeTables = 1;
    group.workloads = 6;
    QCOMPARE(groupNote(group, true), u"1 virtual service · 6 workloads"_s);
}

void TestGraphScene::longNamesAreElidedInTheMiddle()
{
    Topology topology = randomTopology(1, 0);
    topology.groups.resize(1);
    Node node;
    node.type = NodeType::RouteTable;
    node.group = 0;
    node.title = "begin-" + std::string(200, 'x') + "-end";
    topology.nodes.push_back(node);
    const GraphScenePtr scene = sceneOf(topology);
    const GraphScene::NodeItem& item = scene->nodes().front();
    QCOMPARE(item.rect.width(), 200.0);
    QVERIFY(item.titleWidth <= 200 - 18);
    QVERIFY(item.title.text().startsWith(u"begin-"));
    QVERIFY(item.title.text().endsWith(u"-end"));
    QVERIFY(item.title.text().contains(u'…'));
}

void TestGraphScene::hostileNamesAreEscaped()
{
    QCOMPARE(paintable("plain-name"), u"plain-name"_s);
    QCOMPARE(paintable("a\xE2\x80\xAE"
                       "b"),
             u"a\\u202eb"_s); // right-to-left override
    QCOMPARE(paintable("a\nb"), u"a\\u000ab"_s);
    QCOMPARE(paintable("<b>x</b>"), u"<b>x</b>"_s); // painted as plain text
}

void TestGraphScene::exportsPictures_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("svg") << u"svg"_s;
    QTest::newRow("png") << u"png"_s;
    QTest::newRow("pdf") << u"pdf"_s;
    QTest::newRow("upper case") << u"PNG"_s;
}

void TestGraphScene::exportsPictures()
{
    QFETCH(const QString, ending);
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"picture."_s + ending);
    QVERIFY(exportScene(*m_scene, path, Palette::light()).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    if (ending == u"svg") {
        QXmlStreamReader reader(bytes);
        QString text;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isCharacters())
                text += reader.text();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(text.contains(u"reviews-v3"));
        QVERIFY(text.contains(u"no such subset"));
    } else if (ending == u"pdf") {
        QVERIFY(bytes.startsWith("%PDF"));
        QVERIFY(bytes.contains("%%EOF"));
    } else {
        const QImage image = QImage::fromData(bytes);
        QCOMPARE(image.size(), (m_scene->bounds().size() * 2).toSize() + QSize(96, 96));
        QCOMPARE(image.pixelColor(2, 2), Palette::light().color("canvas"));
    }
}

void TestGraphScene::exportErrorsAreValues()
{
    const QTemporaryDir directory;
    const Expected<void> format = exportScene(*m_scene, directory.filePath(u"picture.gif"_s), Palette::light());
    QCOMPARE(format.error().code, "render.format");
    QCOMPARE(format.error().args, std::vector<std::string>{"gif"});
    const Expected<void> write = exportScene(*m_scene, directory.filePath(u"no/such/place.png"_s), Palette::light());
    QCOMPARE(write.error().code, "render.write");
    QVERIFY(!QFile::exists(directory.filePath(u"picture.gif"_s)));
}

void TestGraphScene::emptySceneIsHarmless()
{
    const GraphScenePtr scene = sceneOf({});
    QVERIFY(scene->nodesIn(QRectF(0, 0, 100, 100)).empty());
    QCOMPARE(scene->hitTest({1, 1}).kind, GraphScene::Hit::Nothing);
    paint(*scene, Palette::dark());
    const QTemporaryDir directory;
    QVERIFY(exportScene(*scene, directory.filePath(u"empty.svg"_s), Palette::light()).has_value());
}

QTEST_MAIN(TestGraphScene)
#include "tst_graphscene.moc"
