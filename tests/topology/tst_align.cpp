// SPDX-License-Identifier: Apache-2.0
#include "models/topology/align.h"
#include "models/topology/view.h"
#include "tests/topology/meshes.h"

#include <QTest>

#include <algorithm>
#include <unordered_map>

using namespace meshdraft;
using namespace meshdraft::topology;
using namespace meshdraft::test;
using namespace Qt::StringLiterals;

namespace {

struct Picture {
    Topology topology;
    Layout layout;
};

Picture firstPicture(Topology topology)
{
    const FixedMeasure measure;
    Layout layout = layoutWithGraphviz(topology, measureNodes(topology, measure)).value();
    return {std::move(topology), std::move(layout)};
}

/// What the window does with the next topology.
Picture nextPicture(const Picture& last, Topology topology)
{
    const FixedMeasure measure;
    const OrderedRequest request = inLastOrder(topology, measureNodes(topology, measure), last.topology, last.layout);
    Layout layout = layoutWithGraphviz(request.topology, request.sizes).value();
    layout = alignTo(topology, request.restore(std::move(layout)), last.topology, last.layout);
    return {std::move(topology), std::move(layout)};
}

/// Ids of nodes that are in both pictures and stand elsewhere.
std::vector<std::string> movedNodes(const Picture& before, const Picture& after)
{
    std::unordered_map<std::string, Rect> places;
    for (std::size_t i = 0; i < before.layout.nodes.size(); ++i)
        places[before.topology.nodes[i].id] = before.layout.nodes[i];
    std::vector<std::string> moved;
    for (std::size_t i = 0; i < after.layout.nodes.size(); ++i) {
        const auto it = places.find(after.topology.nodes[i].id);
        if (it != places.end() && (it->second.x != after.layout.nodes[i].x || it->second.y != after.layout.nodes[i].y))
            moved.push_back(after.topology.nodes[i].id);
    }
    return moved;
}

bool overlap(const Rect& a, const Rect& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

QString brokenLaw(const Picture& picture)
{
    const Topology& topology = picture.topology;
    const Layout& layout = picture.layout;
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        for (std::size_t j = i + 1; j < layout.nodes.size(); ++j) {
            if (overlap(layout.nodes[i], layout.nodes[j]))
                return u"%1 and %2 overlap"_s.arg(QString::fromStdString(topology.nodes[i].id),
                                                  QString::fromStdString(topology.nodes[j].id));
        }
        const Rect& box = layout.groups[static_cast<std::size_t>(topology.nodes[i].group)];
        const Rect& node = layout.nodes[i];
        if (box.x > node.x || box.y > node.y || box.right() < node.right() || box.bottom() < node.bottom())
            return u"%1 is not in its group"_s.arg(QString::fromStdString(topology.nodes[i].id));
    }
    for (std::size_t i = 0; i < layout.groups.size(); ++i) {
        for (std::size_t j = i + 1; j < layout.groups.size(); ++j) {
            if (overlap(layout.groups[i], layout.groups[j]))
                return u"groups %1 and %2 overlap"_s.arg(i).arg(j);
        }
        const Rect& box = layout.groups[i];
        if (box.x < layout.bounds.x || box.right() > layout.bounds.right() || box.y < layout.bounds.y
            || box.bottom() > layout.bounds.bottom())
            return u"group %1 is out of bounds"_s.arg(i);
    }
    return {};
}

/// Nodes that hang together with `start` inside its namespace.
std::set<std::string> componentOf(const Topology& topology, std::string_view start)
{
    std::set<std::string> ids{std::string(start)};
    for (bool isGrowing = true; isGrowing;) {
        isGrowing = false;
        for (const Edge& edge : topology.edges) {
            const Node& from = topology.nodes[edge.from];
            const Node& to = topology.nodes[edge.to];
            if (from.group == to.group && from.type != NodeType::Gateway
                && ids.contains(from.id) != ids.contains(to.id)) {
                ids.insert(from.id);
                ids.insert(to.id);
                isGrowing = true;
            }
        }
    }
    return ids;
}

} // namespace

class TestAlign : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSamePictureDoesNotMove();
    void untouchedComponentsDoNotMoveAtAll();
    void untouchedComponentsOfRandomMeshesDoNotMove_data();
    void untouchedComponentsOfRandomMeshesDoNotMove();
    void anUndoneEditLeadsBack();
    void openingANamespaceMovesOnlyItsComponent();
    void closingInPlaceMovesNothingElse();
    void orderIsThatOfTheOldPicture();
};

void TestAlign::theSamePictureDoesNotMove()
{
    const Picture first = firstPicture(buildTopology(*meshFrom(shop()), nullptr, {}));
    const Picture second = nextPicture(first, buildTopology(*meshFrom(shop()), nullptr, {}));
    QCOMPARE(movedNodes(first, second), std::vector<std::string>());
    QVERIFY(first.layout.groups == second.layout.groups);
}

/// The third subset and the preview route of reviews come: all but the component of reviews stays, to the pixel.
void TestAlign::untouchedComponentsDoNotMoveAtAll()
{
    const Picture before = firstPicture(buildTopology(*meshFrom(shop(true)), nullptr, {}));
    const Picture after = nextPicture(before, buildTopology(*meshFrom(shop()), nullptr, {}));
    QCOMPARE(brokenLaw(after), QString());
    const std::set<std::string> touched =
        componentOf(after.topology, findNode(after.topology, NodeType::Service, "reviews")->id);
    QVERIFY(touched.size() < after.topology.nodes.size() / 2);
    for (const std::string& id : movedNodes(before, after))
        QVERIFY2(touched.contains(id), id.c_str());
}

void TestAlign::untouchedComponentsOfRandomMeshesDoNotMove_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 12; ++seed)
        QTest::addRow("%u", seed) << seed;
}

/// One more workload on a service: its component grows, every other one stays.
void TestAlign::untouchedComponentsOfRandomMeshesDoNotMove()
{
    QFETCH(const unsigned, seed);
    const Picture before = firstPicture(randomTopology(seed, 80));
    Topology grown = before.topology;
    std::uint32_t service = 0;
    for (std::uint32_t i = 0; i < grown.nodes.size(); ++i) {
        const Group& group = grown.groups[static_cast<std::size_t>(grown.nodes[i].group)];
        if (grown.nodes[i].type == NodeType::Service && !group.outside)
            service = i;
    }
    QVERIFY2(grown.nodes[service].type == NodeType::Service, "a mesh of this seed has no service");
    for (int i = 0; i < 3; ++i) {
        Node node;
        node.id = "added " + std::to_string(i);
        node.type = NodeType::Workload;
        node.title = node.id;
        node.group = grown.nodes[service].group;
        Edge edge;
        edge.id = "to " + node.id;
        edge.from = service;
        edge.to = static_cast<std::uint32_t>(grown.nodes.size());
        edge.type = EdgeType::Selects;
        grown.nodes.push_back(std::move(node));
        grown.edges.push_back(std::move(edge));
    }
    const Picture after = nextPicture(before, std::move(grown));
    QCOMPARE(brokenLaw(after), QString());
    const std::set<std::string> touched = componentOf(after.topology, after.topology.nodes[service].id);
    // A namespace without a free place moves as a whole; other namespaces never do.
    const std::int32_t group = after.topology.nodes[service].group;
    std::size_t outsideOfGroup = 0;
    for (const std::string& id : movedNodes(before, after)) {
        const auto node = std::ranges::find(after.topology.nodes, id, &Node::id);
        outsideOfGroup += node->group != group ? 1U : 0U;
        QVERIFY2(touched.contains(id) || node->group == group, id.c_str());
    }
    QCOMPARE(outsideOfGroup, std::size_t{0});
}

void TestAlign::anUndoneEditLeadsBack()
{
    const Picture before = firstPicture(buildTopology(*meshFrom(shop(true)), nullptr, {}));
    const Picture edited = nextPicture(before, buildTopology(*meshFrom(shop()), nullptr, {}));
    const Picture undone = nextPicture(edited, buildTopology(*meshFrom(shop(true)), nullptr, {}));
    QCOMPARE(brokenLaw(undone), QString());
    const std::set<std::string> touched =
        componentOf(undone.topology, findNode(undone.topology, NodeType::Service, "reviews")->id);
    for (const std::string& id : movedNodes(before, undone))
        QVERIFY2(touched.contains(id), id.c_str());
}

void TestAlign::openingANamespaceMovesOnlyItsComponent()
{
    // Two parts of a mesh that do not lead to each other, and a namespace alone.
    Topology whole = randomTopology(5, 60);
    const auto groups = whole.groups.size();
    for (const Node& node : std::vector<Node>(whole.nodes)) {
        Node copy = node;
        copy.id = "other/" + node.id;
        copy.group = node.group + static_cast<std::int32_t>(groups);
        whole.nodes.push_back(std::move(copy));
    }
    for (std::size_t i = 0; i < groups; ++i) {
        Group copy = whole.groups[i];
        copy.id = "other/" + copy.id;
        copy.title = "other-" + copy.title;
        whole.groups.push_back(std::move(copy));
    }
    const auto nodes = static_cast<std::uint32_t>(whole.nodes.size() / 2);
    for (const Edge& edge : std::vector<Edge>(whole.edges)) {
        Edge copy = edge;
        copy.id = "other/" + edge.id;
        copy.from += nodes;
        copy.to += nodes;
        whole.edges.push_back(std::move(copy));
    }
    ViewSpec view;
    view.show = Show::Overview;
    const Picture closed = firstPicture(applyView(whole, view).topology);
    for (std::size_t group = 0; group < whole.groups.size(); ++group) {
        if (whole.groups[group].outside)
            continue;
        view.opened = {whole.groups[group].id};
        const Picture opened = nextPicture(closed, applyView(whole, view).topology);
        QCOMPARE(brokenLaw(opened), QString());
        const bool isOther = whole.groups[group].id.starts_with("other/");
        for (const std::string& id : movedNodes(closed, opened))
            QCOMPARE(id.find("other/") != std::string::npos, isOther);
    }
}

void TestAlign::closingInPlaceMovesNothingElse()
{
    const Topology whole = buildTopology(*meshFrom(shop()), nullptr, {});
    const Picture open = firstPicture(applyView(whole, {}).topology);
    ViewSpec view;
    view.closed = {"ns/shop"};
    const Picture closed = nextPicture(open, applyView(whole, view).topology);
    QCOMPARE(brokenLaw(closed), QString());
    QCOMPARE(movedNodes(open, closed), std::vector<std::string>());
    const auto group = std::ranges::find(open.topology.groups, "ns/shop", &Group::id) - open.topology.groups.begin();
    const auto node = std::ranges::find(closed.topology.nodes, "closed/ns/shop", &Node::id);
    const Rect& place = closed.layout.nodes[static_cast<std::size_t>(node - closed.topology.nodes.begin())];
    QCOMPARE(place.x, open.layout.groups[static_cast<std::size_t>(group)].x);
    QCOMPARE(place.y, open.layout.groups[static_cast<std::size_t>(group)].y);
    const Picture again = nextPicture(closed, applyView(whole, {}).topology);
    QCOMPARE(brokenLaw(again), QString());
    QCOMPARE(movedNodes(closed, again), std::vector<std::string>());
}

void TestAlign::orderIsThatOfTheOldPicture()
{
    const Topology topology = randomTopology(7, 60);
    const FixedMeasure measure;
    const Picture first = firstPicture(topology);
    const OrderedRequest request = inLastOrder(topology, measureNodes(topology, measure), topology, first.layout);
    std::vector<double> tops;
    for (const std::uint32_t node : request.order)
        tops.push_back(first.layout.nodes[node].y);
    QVERIFY(std::ranges::is_sorted(tops));
    for (std::size_t i = 0; i < topology.edges.size(); ++i) {
        QCOMPARE(request.topology.nodes[request.topology.edges[i].from].id, topology.nodes[topology.edges[i].from].id);
    }
    Layout layout;
    for (std::size_t i = 0; i < request.order.size(); ++i)
        layout.nodes.push_back({static_cast<double>(request.order[i]), 0, 1, 1});
    const Layout restored = request.restore(layout);
    for (std::size_t i = 0; i < restored.nodes.size(); ++i)
        QCOMPARE(restored.nodes[i].x, static_cast<double>(i));
}

QTEST_GUILESS_MAIN(TestAlign)
#include "tst_align.moc"
