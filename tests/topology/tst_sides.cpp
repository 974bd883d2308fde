// SPDX-License-Identifier: Apache-2.0
#include "models/topology/sides.h"
#include "tests/changes/yamlmesh.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::topology;

namespace {

std::string meshText(const std::string& routes, const std::string& subsets)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
           "spec:\n  hosts: [reviews]\n  http:\n  - route: ["
        + routes
        + "]\n---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, namespace: "
          "shop}\nspec: {host: reviews, subsets: ["
        + subsets
        + "]}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\nspec: {ports: [{port: "
          "80}]}\n";
}

std::string part(const std::string& subset, int weight)
{
    return "{destination: {host: reviews, subset: " + subset + "}, weight: " + std::to_string(weight) + "}";
}

std::string subset(const std::string& name)
{
    return "{name: " + name + ", labels: {version: " + name + "}}";
}

/// Title and subsets of each node, share of each edge.
QStringList told(const Topology& topology)
{
    QStringList lines;
    for (const Node& node : topology.nodes) {
        QString line = QString::fromStdString(node.title);
        for (const SubsetRow& row : node.subsets)
            line += u" " + QString::fromStdString(row.name) + (row.state == State::Same ? u""_s : u"!"_s);
        lines << line + (node.state == State::Same ? u""_s : u"!"_s);
    }
    for (const Edge& edge : topology.edges) {
        if (edge.share)
            lines << QString::number(100 * *edge.share) + (edge.state == State::Same ? u""_s : u"!"_s)
                    + (edge.oldShare ? u"?"_s : u""_s);
    }
    lines.sort();
    return lines;
}

} // namespace

class TestSides : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachSideIsWhatItIsAlone_data();
    void eachSideIsWhatItIsAlone();
    void nothingMoves();
};

void TestSides::eachSideIsWhatItIsAlone_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const std::string& before, const std::string& after) {
        QTest::newRow(name) << QString::fromStdString(before) << QString::fromStdString(after);
    };
    const std::string two = part("v1", 90) + ", " + part("v2", 10);
    row("weights", meshText(two, subset("v1") + ", " + subset("v2")),
        meshText(part("v1", 60) + ", " + part("v2", 40), subset("v1") + ", " + subset("v2")));
    row("a subset more", meshText(part("v1", 100), subset("v1")), meshText(two, subset("v1") + ", " + subset("v2")));
    row("a subset less", meshText(two, subset("v1") + ", " + subset("v2")), meshText(part("v1", 100), subset("v1")));
    row("a subset that is missing", meshText(two, subset("v1") + ", " + subset("v2")), meshText(two, subset("v1")));
}

void TestSides::eachSideIsWhatItIsAlone()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto old = tests::graphOf(before.toStdString());
    const auto fresh = tests::graphOf(after.toStdString());
    const Topology both = buildTopology(*fresh, old.get(), {});
    Layout layout;
    layout.nodes.resize(both.nodes.size());
    layout.groups.resize(both.groups.size());
    const Topology alone = buildTopology(*old, nullptr, {});
    const Topology aloneAfter = buildTopology(*fresh, nullptr, {});
    QCOMPARE(told(oneSide(both, layout, alone, State::Added).topology), told(alone));
    QCOMPARE(told(oneSide(both, layout, aloneAfter, State::Removed).topology), told(aloneAfter));
}

void TestSides::nothingMoves()
{
    const auto old = tests::graphOf(meshText(part("v1", 100), subset("v1")));
    const auto fresh =
        tests::graphOf(meshText(part("v1", 90) + ", " + part("v2", 10), subset("v1") + ", " + subset("v2")));
    const Topology both = buildTopology(*fresh, old.get(), {});
    Layout layout;
    for (std::size_t i = 0; i < both.nodes.size(); ++i)
        layout.nodes.push_back({10.0 * static_cast<double>(i), 0, 8, 8});
    layout.groups.resize(both.groups.size());
    const PlacedTopology side = oneSide(both, layout, buildTopology(*old, nullptr, {}), State::Added);
    QCOMPARE(side.layout.nodes.size(), side.topology.nodes.size());
    for (std::size_t i = 0; i < side.topology.nodes.size(); ++i) {
        const auto place = std::ranges::find(both.nodes, side.topology.nodes[i].id, &Node::id) - both.nodes.begin();
        QCOMPARE(side.layout.nodes[i].x, 10.0 * static_cast<double>(place));
    }
}

QTEST_GUILESS_MAIN(TestSides)
#include "tst_sides.moc"
