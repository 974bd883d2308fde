// SPDX-License-Identifier: Apache-2.0
#include "models/topology/view.h"
#include "tests/topology/meshes.h"

#include <QTest>

#include <algorithm>

using namespace meshdraft;
using namespace meshdraft::topology;
using namespace meshdraft::test;
using namespace Qt::StringLiterals;

namespace {

Topology shopTopology()
{
    return buildTopology(*meshFrom(shop()), nullptr, {});
}

const Node* closedNode(const Topology& topology, std::string_view id)
{
    const auto it =
        std::ranges::find_if(topology.nodes, [&](const Node& node) { return node.closed && node.closed->id == id; });
    return it == topology.nodes.end() ? nullptr : &*it;
}

/// What every view has to keep: edges between nodes that are there, groups that are used, one id a node.
QString brokenLaw(const Topology& topology)
{
    std::set<std::string> ids;
    std::vector<bool> isUsed(topology.groups.size());
    for (const Node& node : topology.nodes) {
        if (!ids.insert(node.id).second)
            return u"two nodes are %1"_s.arg(QString::fromStdString(node.id));
        if (node.group < 0 || static_cast<std::size_t>(node.group) >= topology.groups.size())
            return u"a node is in no group"_s;
        isUsed[static_cast<std::size_t>(node.group)] = true;
        if ((node.type == NodeType::Closed) != (node.closed != nullptr))
            return u"a closed node holds nothing"_s;
    }
    if (std::ranges::contains(isUsed, false))
        return u"a group is empty"_s;
    for (const Edge& edge : topology.edges) {
        if (edge.from >= topology.nodes.size() || edge.to >= topology.nodes.size())
            return u"an edge leads nowhere"_s;
        if (edge.toRow >= static_cast<int>(topology.nodes[edge.to].subsets.size()))
            return u"an edge leads to no row"_s;
    }
    return {};
}

} // namespace

class TestView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingIsTheWholeTopology();
    void overviewClosesNamespaces();
    void opensInPlace();
    void edgesAreJoinedAndCounted();
    void oneEdgeLeadsToTheFrameOfAnOpenNamespace();
    void closedGroupsCountWhatDiffers();
    void servicesCloseWithTheirParts();
    void layersLeaveOut();
    void hiddenAndOnly();
    void aroundAndNamespace();
    void opensOnWhatCanBeRead();
    void viewsKeepTheLaws_data();
    void viewsKeepTheLaws();
};

void TestView::everythingIsTheWholeTopology()
{
    const Topology whole = shopTopology();
    const Shown shown = applyView(whole, {});
    QCOMPARE(shown.topology.nodes.size(), whole.nodes.size());
    QCOMPARE(shown.topology.edges.size(), whole.edges.size());
    QCOMPARE(shown.topology.groups.size(), whole.groups.size());
    QCOMPARE(shown.hidden, std::size_t{0});
    for (std::size_t i = 0; i < whole.edges.size(); ++i)
        QCOMPARE(shown.topology.edges[i].id, whole.edges[i].id);
}

void TestView::overviewClosesNamespaces()
{
    const Topology whole = shopTopology();
    ViewSpec view;
    view.show = Show::Overview;
    const Topology shown = applyView(whole, view).topology;
    QVERIFY(shown.overview);
    QCOMPARE(shown.nodes.size(), whole.groups.size());
    std::size_t members = 0;
    for (const Node& node : shown.nodes) {
        QVERIFY(node.closed);
        QCOMPARE(node.closed->tally.nodes, static_cast<std::uint32_t>(node.closed->members.size()));
        members += node.closed->members.size();
    }
    QCOMPARE(members, whole.nodes.size());
    const Node* ns = closedNode(shown, "ns/shop");
    QVERIFY(ns != nullptr);
    QCOMPARE(ns->element.key.kind, "Namespace");
    QCOMPARE(ns->element.key.name, "shop");
    QCOMPARE(ns->mtls,
             whole.groups[static_cast<std::size_t>(findNode(whole, NodeType::RouteTable, "reviews")->group)].mtls);
}

void TestView::opensInPlace()
{
    const Topology whole = shopTopology();
    ViewSpec view;
    view.show = Show::Overview;
    view.opened = {"ns/shop"};
    const Topology shown = applyView(whole, view).topology;
    QVERIFY(closedNode(shown, "ns/shop") == nullptr);
    QVERIFY(findNode(shown, NodeType::RouteTable, "reviews") != nullptr);
    QVERIFY(closedNode(shown, "ns/orders") != nullptr);
    view.show = Show::Everything;
    view.opened.clear();
    view.closed = {"ns/orders"};
    const Topology other = applyView(whole, view).topology;
    QVERIFY(closedNode(other, "ns/orders") != nullptr);
    QVERIFY(findNode(other, NodeType::RouteTable, "reviews") != nullptr);
    QVERIFY(!other.overview);
}

void TestView::edgesAreJoinedAndCounted()
{
    const Topology whole = shopTopology();
    ViewSpec view;
    view.show = Show::Overview;
    const Topology shown = applyView(whole, view).topology;
    const auto groupId = [&](const Topology& topology, std::uint32_t node) {
        return topology.groups[static_cast<std::size_t>(topology.nodes[node].group)].id;
    };
    std::map<std::pair<std::string, std::string>, std::uint32_t> expected;
    for (const Edge& edge : whole.edges) {
        const std::pair way(groupId(whole, edge.from), groupId(whole, edge.to));
        if (way.first != way.second)
            expected[way] += 1;
    }
    QVERIFY(!expected.empty());
    QCOMPARE(shown.edges.size(), expected.size());
    for (const Edge& edge : shown.edges) {
        QVERIFY(edge.type == EdgeType::Aggregate);
        QCOMPARE(edge.count, (expected[{groupId(shown, edge.from), groupId(shown, edge.to)}]));
    }
}

/// Between a closed namespace and an open one there is one line each way, which counts all that it stands for.
void TestView::oneEdgeLeadsToTheFrameOfAnOpenNamespace()
{
    const Topology whole = shopTopology();
    const auto groupId = [](const Topology& topology, std::uint32_t node) {
        return topology.groups[static_cast<std::size_t>(topology.nodes[node].group)].id;
    };
    std::map<std::pair<std::string, std::string>, std::uint32_t> expected;
    for (const Edge& edge : whole.edges) {
        const std::pair way(groupId(whole, edge.from), groupId(whole, edge.to));
        if (way.first != way.second && edge.type != EdgeType::Calls)
            expected[way] += 1;
    }
    ViewSpec view;
    view.show = Show::Overview;
    view.opened = {"ns/shop"};
    const Topology shown = applyView(whole, view).topology;
    std::map<std::pair<std::string, std::string>, std::uint32_t> found;
    for (const Edge& edge : shown.edges) {
        const std::pair way(groupId(shown, edge.from), groupId(shown, edge.to));
        if (way.first == way.second || edge.type == EdgeType::Calls)
            continue;
        QVERIFY2(!found.contains(way), qPrintable(QString::fromStdString(way.first + " > " + way.second)));
        found[way] = edge.count;
        QCOMPARE(endsAtFrame(shown, edge.to, edge.from), way.second == "ns/shop");
        QCOMPARE(endsAtFrame(shown, edge.from, edge.to), way.first == "ns/shop");
    }
    QVERIFY(std::ranges::any_of(found, [](const auto& way) { return way.first.second == "ns/shop"; }));
    QVERIFY(found == expected);
    // A picture that is no overview shows where each edge leads.
    view.show = Show::Everything;
    const Topology everything = applyView(whole, view).topology;
    for (const Edge& edge : everything.edges)
        QVERIFY(!endsAtFrame(everything, edge.to, edge.from));
}

void TestView::closedGroupsCountWhatDiffers()
{
    const mesh::MeshGraphPtr before = meshFrom(shop(true));
    const mesh::MeshGraphPtr after = meshFrom(shop());
    const Topology whole = buildTopology(*after, before.get(), {});
    ViewSpec view;
    view.show = Show::Overview;
    const Topology shown = applyView(whole, view).topology;
    std::uint32_t changes = 0;
    for (const Node& node : whole.nodes) {
        Tally tally;
        tally.count(node);
        changes += tally.changes;
    }
    QVERIFY(changes > 0);
    std::uint32_t counted = 0;
    for (const Node& node : shown.nodes)
        counted += node.closed->tally.changes;
    QCOMPARE(counted, changes);
    QVERIFY(closedNode(shown, "ns/shop")->closed->tally.changes > 0);
}

void TestView::servicesCloseWithTheirParts()
{
    const Topology whole = shopTopology();
    const std::vector<std::int32_t> owners = serviceOwners(whole);
    const Node* reviews = findNode(whole, NodeType::Service, "reviews");
    const auto service = static_cast<std::int32_t>(reviews - whole.nodes.data());
    const Node* table = findNode(whole, NodeType::RouteTable, "reviews");
    QCOMPARE(owners[static_cast<std::size_t>(table - whole.nodes.data())], service);
    ViewSpec view;
    view.closed = {"service/" + reviews->id};
    const Topology shown = applyView(whole, view).topology;
    const Node* closed = closedNode(shown, *view.closed.begin());
    QVERIFY(closed != nullptr);
    QVERIFY(!closed->closed->isNamespace);
    QCOMPARE(static_cast<std::ptrdiff_t>(closed->closed->members.size()), std::ranges::count(owners, service));
    QCOMPARE(closed->element, reviews->element);
    QVERIFY(findNode(shown, NodeType::RouteTable, "reviews") == nullptr);
    QCOMPARE(shown.nodes.size(), whole.nodes.size() - closed->closed->members.size() + 1);
}

void TestView::layersLeaveOut()
{
    const Topology whole = shopTopology();
    ViewSpec view;
    view.layers &= ~WorkloadLayer;
    for (const Node& node : applyView(whole, view).topology.nodes)
        QVERIFY(node.type != NodeType::Workload);
    view.layers = defaultLayers & ~OutsideLayer;
    for (const Group& group : applyView(whole, view).topology.groups)
        QVERIFY(!group.outside);
    QVERIFY(std::ranges::any_of(whole.groups, &Group::outside));
}

void TestView::hiddenAndOnly()
{
    const Topology whole = shopTopology();
    const Node* reviews = findNode(whole, NodeType::Service, "reviews");
    ViewSpec view;
    view.hidden = {reviews->id};
    const Shown without = applyView(whole, view);
    QCOMPARE(without.hidden, std::size_t{1});
    QVERIFY(findNode(without.topology, NodeType::Service, "reviews") == nullptr);
    view.hidden.clear();
    view.only = {"ns/orders"};
    const Shown orders = applyView(whole, view);
    QCOMPARE(orders.topology.groups.size(), std::size_t{1});
    QCOMPARE(orders.hidden + orders.topology.nodes.size(), whole.nodes.size());
}

void TestView::aroundAndNamespace()
{
    const Topology whole = shopTopology();
    ViewSpec view;
    view.show = Show::Around;
    view.hops = 1;
    view.centre = findNode(whole, NodeType::Route, "default")->element;
    const Topology near = applyView(whole, view).topology;
    const Topology expected = around(whole, {findNode(whole, NodeType::Route, "default")->id}, 1);
    QCOMPARE(near.nodes.size(), expected.nodes.size());
    QVERIFY(near.nodes.size() < whole.nodes.size());
    view.show = Show::Namespace;
    view.ns = "orders";
    const Topology orders = applyView(whole, view).topology;
    QVERIFY(std::ranges::any_of(orders.groups, [](const Group& group) { return group.title == "orders"; }));
    QVERIFY(orders.nodes.size() < whole.nodes.size());
}

void TestView::opensOnWhatCanBeRead()
{
    QCOMPARE(firstView(shopTopology()).show, Show::Everything);
    Topology large = randomTopology(3, 400);
    for (Node& node : large.nodes) {
        node.state = State::Same;
        for (SubsetRow& row : node.subsets)
            row.state = State::Same;
    }
    for (Edge& edge : large.edges)
        edge.state = State::Same;
    QVERIFY(large.nodes.size() > readableNodes);
    QCOMPARE(firstView(large).show, Show::Overview);
    large.nodes.front().state = State::Changed;
    QCOMPARE(firstView(large).show, Show::Changed);
}

void TestView::viewsKeepTheLaws_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("show");
    QTest::addColumn<bool>("opened");
    for (unsigned seed = 1; seed <= 6; ++seed) {
        for (const Show show : {Show::Everything, Show::Overview, Show::Changed, Show::Namespace}) {
            for (const bool opened : {false, true}) {
                QTest::addRow("%u show %d%s", seed, static_cast<int>(show), opened ? " opened" : "")
                    << seed << static_cast<int>(show) << opened;
            }
        }
    }
}

void TestView::viewsKeepTheLaws()
{
    QFETCH(const unsigned, seed);
    QFETCH(const int, show);
    QFETCH(const bool, opened);
    const Topology whole = randomTopology(seed, 150);
    ViewSpec view;
    view.show = static_cast<Show>(show);
    view.ns = whole.groups.front().title;
    if (opened)
        view.opened = {whole.groups.front().id, whole.groups.back().id};
    view.closed = {"service/" + whole.nodes[whole.nodes.size() / 2].id};
    const Shown shown = applyView(whole, view);
    QCOMPARE(brokenLaw(shown.topology), QString());
    // The same again gives the same.
    const Shown again = applyView(whole, view);
    QVERIFY(std::ranges::equal(shown.topology.nodes, again.topology.nodes, {}, &Node::id, &Node::id));
}

QTEST_GUILESS_MAIN(TestView)
#include "tst_view.moc"
