// SPDX-License-Identifier: Apache-2.0
// Where requests go at a step of a canary, in the sample.
#include "models/workspace/stepshares.h"

#include "tests/traffic/samplemesh.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace Qt::StringLiterals;

class TestStepShares : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sharesFollowTheWeights_data();
    void sharesFollowTheWeights();
    void routesWithMatchesNameTheirRequests();
    void whatIsNoRouteIsRefused();
    void wrongWeightsAreRefused();
    void rangesAreSaid();

private:
    mesh::ElementRef routeAt(std::size_t position) const
    {
        const auto& table = std::get<mesh::RouteTable>(m_table->body);
        return m_table->element(table.routes[position].node);
    }

    test::SampleMesh m_sample;
    std::optional<traffic::Evaluator> m_mesh;
    const mesh::Resource* m_table = nullptr;
};

void TestStepShares::initTestCase()
{
    m_mesh.emplace(m_sample.view(u"main"_s));
    for (const mesh::ResourceIndex index : m_mesh->view().graph().ofKind("VirtualService")) {
        if (m_mesh->view().at(index).key.name == "reviews")
            m_table = &m_mesh->view().at(index);
    }
    QVERIFY(m_table != nullptr);
}

void TestStepShares::sharesFollowTheWeights_data()
{
    QTest::addColumn<QList<int>>("weights");
    QTest::addColumn<QString>("text");
    QTest::newRow("first") << QList{80, 10, 10}
                           << u"Of all requests to its hosts: reviews-v1 80 %, reviews-v2 10 %, reviews-v3 10 %"_s;
    QTest::newRow("last") << QList{0, 0, 100} << u"Of all requests to its hosts: reviews-v3 100 %"_s;
    QTest::newRow("parts of their sum") << QList{1, 1, 0}
                                        << u"Of all requests to its hosts: reviews-v1 50 %, reviews-v2 50 %"_s;
}

void TestStepShares::sharesFollowTheWeights()
{
    QFETCH(QList<int>, weights);
    const auto shares = workspace::stepSharesOf(*m_mesh, routeAt(1), {weights.begin(), weights.end()});
    QVERIFY2(shares, shares ? "" : shares.error().code.c_str());
    QTEST(workspace::stepSharesText(*shares), "text");
}

void TestStepShares::routesWithMatchesNameTheirRequests()
{
    // the first route is for previews
    const auto& route = std::get<mesh::RouteTable>(m_table->body).routes[0];
    const std::vector<std::int64_t> weights(route.destinations.size(), 100);
    const auto shares = workspace::stepSharesOf(*m_mesh, routeAt(0), weights);
    QVERIFY2(shares, shares ? "" : shares.error().code.c_str());
    QVERIFY(shares->kind.has_value());
    QVERIFY(shares->kind->headers.contains("x-preview"));
    QVERIFY2(workspace::stepSharesText(*shares).startsWith(u"Of requests such as GET "_s),
             qPrintable(workspace::stepSharesText(*shares)));
}

void TestStepShares::whatIsNoRouteIsRefused()
{
    const auto shares = workspace::stepSharesOf(*m_mesh, m_table->element(), {1, 2, 3});
    QVERIFY(!shares);
    QCOMPARE(shares.error().code, std::string("shares.noRequest"));
}

void TestStepShares::wrongWeightsAreRefused()
{
    QVERIFY(!workspace::stepSharesOf(*m_mesh, routeAt(1), {1, 2}));
}

void TestStepShares::rangesAreSaid()
{
    workspace::StepShares shares;
    shares.workloads = {{{traffic::Origin::Kind::Workload, "shop", "a", "Deployment"}, 10, 20, true},
                        {{traffic::Origin::Kind::Workload, "other", "b", "Deployment"}, 5, 5, false}};
    shares.lost = 12.5;
    QCOMPARE(workspace::stepSharesText(shares),
             u"Of all requests to its hosts: a 10 % to 20 %, other/b all of them together 5 %, nobody 12.5 %"_s);
}

QTEST_GUILESS_MAIN(TestStepShares)
#include "tst_stepshares.moc"
