// SPDX-License-Identifier: Apache-2.0
#include "models/topology/query.h"
#include "tests/topology/meshes.h"

#include <QTest>

#include <algorithm>

using namespace meshdraft;
using namespace meshdraft::topology;
using namespace meshdraft::test;

class TestQuery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void errorsAreLocated_data();
    void errorsAreLocated();
    void edgesBringTheirEnds();
    void completes_data();
    void completes();
    void completionsAreExpressions();
    void deepNestingIsAnError();

private:
    mesh::MeshGraphPtr m_graph;
    Topology m_topology;
    FactsPtr m_facts;
    QueryContext m_context;
};

void TestQuery::initTestCase()
{
    const checks::Findings findings = findingsIn({{"mesh.yaml", shop()}});
    m_graph = meshFrom({{"mesh.yaml", shop()}});
    m_topology = buildTopology(*m_graph, nullptr, findings);
    m_facts = findFacts(m_graph, m_topology);
    m_context = {&m_topology, m_facts.get(), m_graph.get(), findingCodes(m_topology, findings)};
}

void TestQuery::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("finds");
    QTest::addColumn<QString>("same"); // another expression with the same hits; empty: none
    QTest::newRow("a word is a name") << "reviews" << true << "name:reviews";
    QTest::newRow("case does not count") << "REVIEWS" << true << "name:reviews";
    QTest::newRow("kind") << "kind=VirtualService" << true << "kind=virtualservice";
    QTest::newRow("a part of a kind is not equal") << "kind=Virtual" << false << "";
    QTest::newRow("namespace") << "ns:shop" << true << "namespace:shop";
    QTest::newRow("and") << "kind=Service and ns=shop" << true << "kind=Service ns=shop";
    QTest::newRow("or") << "kind=Service or kind=Gateway" << true << "(kind=Gateway) or (kind=Service)";
    QTest::newRow("not") << "not ns=shop" << true << "ns!=shop";
    QTest::newRow("and binds stronger") << "kind=Gateway or kind=Service and ns=nowhere" << true << "kind=Gateway";
    QTest::newRow("brackets") << "(kind=Gateway or kind=Service) and ns=nowhere" << false << "";
    QTest::newRow("weight") << "weight>95" << true << "weight>=96";
    QTest::newRow("weight with a sign") << "weight=100%" << true << "weight=100";
    QTest::newRow("no such weight") << "weight>100" << false << "";
    QTest::newRow("finding") << "finding=error" << true << "";
    QTest::newRow("finding by code") << "finding:IST0101" << true << "";
    QTest::newRow("flag") << "finding" << true << "finding:e or finding:w or finding:i or finding:u";
    QTest::newRow("missing") << "missing" << true << "";
    QTest::newRow("mtls of a workload") << "mtls=PERMISSIVE" << true << "mtls:permissive";
    QTest::newRow("label") << "label:app=reviews" << true << "";
    QTest::newRow("label without value") << "label:app" << true << "";
    QTest::newRow("replicas") << "replicas>=1" << true << "";
    QTest::newRow("quoted") << "name:\"reviews\"" << true << "name:reviews";
    QTest::newRow("a quoted flag is a name") << "\"changed\"" << false << "";
    QTest::newRow("nothing is changed") << "changed" << false << "";
    QTest::newRow("empty") << "  " << false << "";
}

void TestQuery::finds()
{
    QFETCH(const QString, text);
    QFETCH(const bool, finds);
    QFETCH(const QString, same);
    const auto query = Query::parse(text.toStdString());
    QVERIFY2(query.has_value(), query ? "" : query.error().code.c_str());
    const Query::Found found = query->in(m_context);
    QCOMPARE(found.count > 0, finds);
    QCOMPARE(std::ranges::contains(found.nodes, char{1}), finds);
    if (!same.isEmpty()) {
        const Query::Found other = Query::parse(same.toStdString())->in(m_context);
        QVERIFY(found.nodes == other.nodes);
    }
}

void TestQuery::errorsAreLocated_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("length");
    QTest::newRow("nothing after and") << "name:a and" << "query.end" << 10 << 0;
    QTest::newRow("nothing after not") << "not" << "query.end" << 3 << 0;
    QTest::newRow("starts with or") << "or name:a" << "query.unexpected" << 0 << 2;
    QTest::newRow("unknown key") << "name:a color=red" << "query.key" << 7 << 9;
    QTest::newRow("order of words") << "name>a" << "query.operator" << 0 << 6;
    QTest::newRow("no number") << "weight>many" << "query.number" << 0 << 11;
    QTest::newRow("no value") << "kind=" << "query.end" << 5 << 0;
    QTest::newRow("open bracket") << "(name:a" << "query.end" << 7 << 0;
    QTest::newRow("closing bracket") << "name:a)" << "query.unexpected" << 6 << 1;
    QTest::newRow("empty brackets") << "()" << "query.unexpected" << 1 << 1;
    QTest::newRow("open quote") << "name:\"a" << "query.quote" << 0 << 7;
}

void TestQuery::errorsAreLocated()
{
    QFETCH(const QString, text);
    const auto query = Query::parse(text.toStdString());
    QVERIFY(!query.has_value());
    QTEST(QString::fromStdString(query.error().code), "code");
    QTEST(static_cast<int>(query.error().offset), "offset");
    QTEST(static_cast<int>(query.error().length), "length");
}

void TestQuery::edgesBringTheirEnds()
{
    const Query::Found found = Query::parse("weight>95")->in(m_context);
    std::size_t edges = 0;
    for (std::size_t i = 0; i < m_topology.edges.size(); ++i) {
        const Edge& edge = m_topology.edges[i];
        const bool isHeavy = edge.type == EdgeType::Routes && edge.share && *edge.share > 0.95;
        if (!isHeavy)
            continue;
        ++edges;
        QCOMPARE(found.edges[i], char{1});
        QCOMPARE(found.nodes[edge.from], char{1});
        QCOMPARE(found.nodes[edge.to], char{1});
    }
    QVERIFY(edges > 0);
}

void TestQuery::completes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cursor");
    QTest::addColumn<QString>("offered");
    QTest::addColumn<int>("start");
    QTest::newRow("a key") << "ki" << 2 << "kind:" << 0;
    QTest::newRow("a value") << "kind=Virt" << 9 << "kind=VirtualService" << 0;
    QTest::newRow("a namespace") << "ns:" << 3 << "ns:shop" << 0;
    QTest::newRow("after and") << "changed or fin" << 14 << "finding" << 11;
    QTest::newRow("findings of a word") << "finding" << 7 << "finding:error" << 0;
    QTest::newRow("a name") << "revi" << 4 << "name:reviews" << 0;
    QTest::newRow("in the middle") << "kind=Virt and ns:shop" << 9 << "kind=VirtualService" << 0;
    QTest::newRow("a label") << "label:app=rev" << 13 << "label:app=reviews" << 0;
}

void TestQuery::completes()
{
    QFETCH(const QString, text);
    QFETCH(const int, cursor);
    QFETCH(const QString, offered);
    QFETCH(const int, start);
    const std::vector<Completion> all =
        completions(text.toStdString(), static_cast<std::size_t>(cursor), m_context, 20);
    const auto it = std::ranges::find(all, offered.toStdString(), &Completion::text);
    QVERIFY(it != all.end());
    QCOMPARE(static_cast<int>(it->start), start);
    if (!offered.endsWith(u':')) {
        const Query::Found found = Query::parse(it->text)->in(m_context);
        QCOMPARE(it->count, found.count);
    }
}

void TestQuery::completionsAreExpressions()
{
    for (const char* text : {"", "k", "kind=", "ns:", "label:", "finding:", "name:", "mtls=", "policy:", "host:"}) {
        for (const Completion& each : completions(text, std::strlen(text), m_context, 20)) {
            if (each.text.ends_with(':') || each.text.ends_with('>'))
                continue;
            QVERIFY2(Query::parse(each.text).has_value(), each.text.c_str());
            QVERIFY2(each.count > 0, each.text.c_str());
        }
    }
}

void TestQuery::deepNestingIsAnError()
{
    QVERIFY(!Query::parse(std::string(100000, '(')).has_value());
    std::string nots;
    for (int i = 0; i < 100000; ++i)
        nots += "not ";
    QVERIFY(!Query::parse(nots + "a").has_value());
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
