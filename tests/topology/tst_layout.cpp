// SPDX-License-Identifier: Apache-2.0
#include "models/topology/placement.h"
#include "tests/topology/meshes.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace meshdraft;
using namespace meshdraft::topology;
using namespace meshdraft::test;
using namespace Qt::StringLiterals;

namespace {

bool overlap(const Rect& a, const Rect& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool contains(const Rect& outer, const Rect& inner)
{
    return outer.x <= inner.x && outer.y <= inner.y && outer.right() >= inner.right()
        && outer.bottom() >= inner.bottom();
}

/// The first law of the picture that a layout breaks; empty when it keeps all.
QString brokenLaw(const Topology& topology, const Layout& layout)
{
    std::vector<std::size_t> byTop(layout.nodes.size());
    for (std::size_t i = 0; i < byTop.size(); ++i)
        byTop[i] = i;
    std::ranges::sort(byTop, {}, [&](std::size_t i) { return layout.nodes[i].y; });
    for (std::size_t i = 0; i < byTop.size(); ++i)
        for (std::size_t j = i + 1; j < byTop.size(); ++j) {
            const Rect& a = layout.nodes[byTop[i]];
            const Rect& b = layout.nodes[byTop[j]];
            if (b.y >= a.bottom())
                break;
            if (overlap(a, b))
                return u"nodes %1 and %2 overlap"_s.arg(byTop[i]).arg(byTop[j]);
        }
    for (std::size_t i = 0; i < layout.nodes.size(); ++i)
        if (!contains(layout.groups[static_cast<std::size_t>(topology.nodes[i].group)], layout.nodes[i]))
            return u"node %1 is not in its group"_s.arg(i);
    for (std::size_t i = 0; i < layout.groups.size(); ++i)
        for (std::size_t j = i + 1; j < layout.groups.size(); ++j)
            if (overlap(layout.groups[i], layout.groups[j]))
                return u"groups %1 and %2 overlap"_s.arg(i).arg(j);
    for (const Rect& group : layout.groups)
        if (!contains(layout.bounds, group))
            return u"a group is outside the bounds"_s;
    return {};
}

std::string hashOf(const Topology& topology, const std::vector<Rect>& sizes)
{
    return layoutHash(topology, sizes);
}

} // namespace

class TestLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsTheLaws_data();
    void keepsTheLaws();
    void isDeterministic();
    void columnsLineUp();
    void chainsAreStraight();
    void routesAreOrderedLikeTheirRows();
    void sizesGrowInSteps();
    void hashFollowsStructureOnly();
    void spreadKeepsOrderAndGaps();
    void roundTripsThroughBytes();
    void nodesWithoutEdgesRoundTrip();
    void damagedBytesAreErrors();
    void graphvizIsUsedManyTimes();
    void highPicturesAreBrokenIntoColumns();
};

void TestLayout::keepsTheLaws_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("nodes");
    QTest::newRow("nothing") << 1U << 0;
    QTest::newRow("one node") << 2U << 1;
    for (unsigned seed = 10; seed < 40; ++seed)
        QTest::addRow("random %u", seed) << seed << 5 + (static_cast<int>(seed) * 3);
    QTest::newRow("500 nodes") << 77U << 500;
    QTest::newRow("larger than dot takes") << 78U << 4000;
}

void TestLayout::keepsTheLaws()
{
    QFETCH(const unsigned, seed);
    QFETCH(const int, nodes);
    Topology topology = randomTopology(seed, nodes);
    // Groups without a node have no box: buildTopology never makes them.
    for (std::size_t i = topology.groups.size(); i-- > 0;)
        if (std::ranges::none_of(topology.nodes, [&](const Node& node) { return node.group == static_cast<int>(i); })) {
            topology.groups.erase(topology.groups.begin() + static_cast<std::ptrdiff_t>(i));
            for (Node& node : topology.nodes)
                node.group -= node.group > static_cast<int>(i) ? 1 : 0;
        }
    const std::vector<Rect> sizes = measureNodes(topology, FixedMeasure());
    const Expected<Layout> layout = layoutWithGraphviz(topology, sizes);
    QVERIFY(layout.has_value());
    QCOMPARE(layout->nodes.size(), topology.nodes.size());
    QCOMPARE(layout->groups.size(), topology.groups.size());
    QCOMPARE(brokenLaw(topology, *layout), QString());
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        QCOMPARE(layout->nodes[i].width, sizes[i].width);
        QCOMPARE(layout->nodes[i].height, sizes[i].height);
    }
}

void TestLayout::isDeterministic()
{
    const Topology topology = randomTopology(5, 200);
    const std::vector<Rect> sizes = measureNodes(topology, FixedMeasure());
    const Expected<Layout> first = layoutWithGraphviz(topology, sizes);
    const Expected<Layout> second = layoutWithGraphviz(topology, sizes);
    QVERIFY(first.has_value() && second.has_value());
    QVERIFY(first->nodes == second->nodes);
    QVERIFY(first->groups == second->groups);
}

void TestLayout::columnsLineUp()
{
    const Topology topology = buildTopology(*meshFrom(shop()), nullptr, {});
    const Expected<Layout> layout = layoutWithGraphviz(topology, measureNodes(topology, FixedMeasure()));
    QVERIFY(layout.has_value());
    std::map<NodeType, double> left;
    for (std::size_t i = 0; i < topology.nodes.size(); ++i) {
        const auto [it, isFirst] = left.try_emplace(topology.nodes[i].type, layout->nodes[i].x);
        QCOMPARE(layout->nodes[i].x, it->second);
    }
    QVERIFY(left[NodeType::Gateway] < left[NodeType::RouteTable]);
    QVERIFY(left[NodeType::RouteTable] < left[NodeType::Route]);
    QVERIFY(left[NodeType::Route] < left[NodeType::Service]);
    QVERIFY(left[NodeType::Service] < left[NodeType::Workload]);
    QVERIFY(left[NodeType::Workload] < left[NodeType::ServiceEntry]);
}

void TestLayout::chainsAreStraight()
{
    const Topology topology = buildTopology(*meshFrom(shop()), nullptr, {});
    const Expected<Layout> layout = layoutWithGraphviz(topology, measureNodes(topology, FixedMeasure()));
    QVERIFY(layout.has_value());
    for (const Edge& edge : topology.edges) {
        const bool isChain = edge.type == EdgeType::Selects
            || (edge.type == EdgeType::Contains && topology.nodes[edge.from].title == "ledger")
            || (edge.type == EdgeType::Routes && topology.nodes[edge.from].title == "*");
        if (!isChain)
            continue;
        const double from = edgeHeight(topology.nodes[edge.from], layout->nodes[edge.from], edge.fromRow);
        const double to = edgeHeight(topology.nodes[edge.to], layout->nodes[edge.to], edge.toRow);
        QVERIFY2(std::abs(from - to) <= 1, edge.id.c_str());
    }
}

void TestLayout::routesAreOrderedLikeTheirRows()
{
    // "preview" leads to the last row only, so it stands below "default" although it is first in the file.
    const Topology topology = buildTopology(*meshFrom(shop()), nullptr, {});
    const Expected<Layout> layout = layoutWithGraphviz(topology, measureNodes(topology, FixedMeasure()));
    QVERIFY(layout.has_value());
    const auto placeOf = [&](std::string_view title) {
        const Node* node = findNode(topology, NodeType::Route, title);
        return layout->nodes[static_cast<std::size_t>(node - topology.nodes.data())].y;
    };
    QVERIFY(placeOf("default") < placeOf("preview"));
}

void TestLayout::sizesGrowInSteps()
{
    Topology topology = randomTopology(3, 300);
    for (const Rect& size : measureNodes(topology, FixedMeasure()))
        QVERIFY(size.width <= 200 && size.height > 0);
    Node table;
    table.type = NodeType::RouteTable;
    table.group = 0;
    topology.nodes = {table, table};
    topology.nodes[1].title = std::string(15, 'x');
    topology.edges.clear();
    const std::vector<Rect> sizes = measureNodes(topology, FixedMeasure());
    QCOMPARE(sizes[0].width, 118.0);
    QCOMPARE(sizes[1].width, 126.0);
}

void TestLayout::hashFollowsStructureOnly()
{
    const Topology topology = buildTopology(*meshFrom(shop()), nullptr, {});
    const std::vector<Rect> sizes = measureNodes(topology, FixedMeasure());
    const std::string hash = hashOf(topology, sizes);
    std::string edited = shop();
    edited.replace(edited.find("weight: 80"), 10, "weight: 70");
    const mesh::MeshGraphPtr base = meshFrom(shop());
    const Topology weights = buildTopology(*meshFrom(edited), base.get(), {});
    QCOMPARE(hashOf(weights, measureNodes(weights, FixedMeasure())), hash);
    edited.replace(edited.find("weight: 70"), 10, "weight: 0");
    const Topology zero = buildTopology(*meshFrom(edited), nullptr, {});
    QCOMPARE(hashOf(zero, measureNodes(zero, FixedMeasure())), hash);

    Topology other = topology;
    other.edges.pop_back();
    QVERIFY(hashOf(other, sizes) != hash);
    std::vector<Rect> wider = sizes;
    wider.front().width += 8;
    QVERIFY(hashOf(topology, wider) != hash);
    other = topology;
    other.nodes.front().group = 1;
    QVERIFY(hashOf(other, sizes) != hash);
}

void TestLayout::spreadKeepsOrderAndGaps()
{
    std::mt19937 random(1);
    for (int round = 0; round < 200; ++round) {
        std::vector<double> wanted;
        std::vector<double> heights;
        std::vector<double> gaps;
        for (int i = 0; i < 1 + (round % 20); ++i) {
            wanted.push_back(static_cast<double>(random() % 500));
            heights.push_back(10 + static_cast<double>(random() % 60));
            gaps.push_back(static_cast<double>(random() % 20));
        }
        const std::vector<double> tops = spread(wanted, heights, gaps);
        QCOMPARE(tops.size(), wanted.size());
        for (std::size_t i = 1; i < tops.size(); ++i)
            QVERIFY(tops[i] >= tops[i - 1] + heights[i - 1] + gaps[i - 1] - 1e-6);
    }
    // Far apart enough: everyone gets what was wanted.
    QVERIFY(spread({0, 100, 200}, {10, 10, 10}, {5, 5, 5}) == (std::vector<double>{0, 100, 200}));
    // Two that want the same place share the disappointment.
    QVERIFY(spread({50, 50}, {10, 10}, {10, 10}) == (std::vector<double>{40, 60}));
}

void TestLayout::roundTripsThroughBytes()
{
    const Topology topology = randomTopology(9, 60);
    const std::vector<Rect> sizes = measureNodes(topology, FixedMeasure());
    const Expected<Layout> direct = layoutWithGraphviz(topology, sizes);
    const Expected<Layout> answered = decodeLayout(answerRequest(encodeRequest(topology, sizes)));
    QVERIFY(direct.has_value() && answered.has_value());
    QVERIFY(direct->nodes == answered->nodes);
    QVERIFY(direct->groups == answered->groups);
    QVERIFY(direct->bounds == answered->bounds);
    const Expected<Layout> failed = decodeLayout(encodeLayout(std::unexpected(Error{"layout.graphviz", {"x"}, {}})));
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().code, "layout.graphviz");
    QCOMPARE(failed.error().args, std::vector<std::string>{"x"});
}

/// An overview of namespaces that do not lead to each other has nodes and nothing else.
void TestLayout::nodesWithoutEdgesRoundTrip()
{
    Topology topology;
    topology.overview = true;
    for (int i = 0; i < 40; ++i) {
        Group group;
        group.title = std::string(1, 'a');
        group.closed = true;
        topology.groups.push_back(group);
        Node node;
        node.type = NodeType::Closed;
        node.closed = std::make_shared<ClosedGroup>();
        node.group = i;
        topology.nodes.push_back(node);
    }
    const FixedMeasure measure;
    const std::vector<Rect> sizes = measureNodes(topology, measure);
    const Expected<Layout> layout = decodeLayout(answerRequest(encodeRequest(topology, sizes)));
    QVERIFY(layout.has_value());
    QCOMPARE(brokenLaw(topology, *layout), QString());
}

void TestLayout::damagedBytesAreErrors()
{
    const Topology topology = randomTopology(11, 12);
    const std::vector<Rect> sizes = measureNodes(topology, FixedMeasure());
    const std::string request = encodeRequest(topology, sizes);
    const std::string answer = answerRequest(request);
    for (std::size_t length = 0; length < request.size(); ++length)
        QVERIFY(!decodeLayout(answerRequest(request.substr(0, length))).has_value());
    for (std::size_t length = 0; length < answer.size(); ++length)
        QVERIFY(!decodeLayout(answer.substr(0, length)).has_value());
    std::mt19937 random(4);
    for (int round = 0; round < 2000; ++round) {
        std::string damaged = request;
        damaged[8 + (random() % (damaged.size() - 8))] = static_cast<char>(random());
        (void)decodeLayout(answerRequest(damaged)); // any answer will do, as long as there is one
    }
    QVERIFY(!messageSize(std::string(8, '\xff')).has_value());
    QVERIFY(messageSize("short").has_value() && !messageSize("short")->has_value());
}

void TestLayout::graphvizIsUsedManyTimes()
{
    for (unsigned seed = 0; seed < 40; ++seed) {
        const Topology topology = randomTopology(seed, 40);
        QVERIFY(layoutWithGraphviz(topology, measureNodes(topology, FixedMeasure())).has_value());
    }
}

void TestLayout::highPicturesAreBrokenIntoColumns()
{
    Topology topology;
    for (int i = 0; i < 120; ++i) {
        Group group;
        group.title = "namespace" + std::to_string(i);
        topology.groups.push_back(group);
        for (int k = 0; k < 6; ++k) {
            Node node;
            node.type = NodeType::Service;
            node.title = "service";
            node.group = i;
            topology.nodes.push_back(node);
        }
    }
    const Expected<Layout> layout = layoutWithGraphviz(topology, measureNodes(topology, FixedMeasure()));
    QVERIFY(layout.has_value());
    QCOMPARE(brokenLaw(topology, *layout), QString());
    QVERIFY(layout->bounds.height < 4 * layout->bounds.width);
    QVERIFY(layout->bounds.width < 4 * layout->bounds.height);
}

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
