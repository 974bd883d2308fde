// SPDX-License-Identifier: Apache-2.0
#include "models/changes/canaryplan.h"
#include "yamlmesh.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;
using Weights = std::vector<std::int64_t>;

namespace {

/// A VirtualService whose only route has destinations v1, v2 ... with these weights.
std::string routeWith(const Weights& weights)
{
    std::string yaml = "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a, namespace: b}\n"
                       "spec:\n  http:\n  - route:\n";
    for (std::size_t i = 0; i < weights.size(); ++i) {
        yaml += "    - destination: {host: a, subset: v" + std::to_string(i + 1)
            + "}\n      weight: " + std::to_string(weights[i]) + '\n';
    }
    return yaml;
}

mesh::Route routeOf(const std::string& yaml)
{
    return std::get<mesh::RouteTable>(tests::graphOf(yaml)->at(0).body).routes.front();
}

QString textOf(const CanaryPlan& plan)
{
    QStringList steps;
    for (const PlanStep& step : plan.steps) {
        QStringList weights;
        for (const std::int64_t weight : step.weights)
            weights << QString::number(weight);
        steps << weights.join(u'/');
    }
    return steps.join(u' ');
}

} // namespace

class TestCanaryPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plansSteps_data();
    void plansSteps();
    void keepsTheTotal();
    void stepsFollowEachOther();
    void followsTheRoute();
    void addsStepsBetween();
};

void TestCanaryPlan::plansSteps_data()
{
    QTest::addColumn<Weights>("head");
    QTest::addColumn<int>("target");
    QTest::addColumn<QList<double>>("shares");
    QTest::addColumn<QString>("expected");

    const QList<double> usual{10, 25, 50, 100};
    QTest::newRow("as drawn") << Weights{90, 10, 0} << 2 << usual << u"80/10/10 65/10/25 40/10/50 0/0/100"_s;
    QTest::newRow("two") << Weights{100, 0} << 1 << usual << u"90/10 75/25 50/50 0/100"_s;
    QTest::newRow("under way") << Weights{75, 25} << 1 << usual << u"50/50 0/100"_s;
    QTest::newRow("all there") << Weights{0, 100} << 1 << usual << u""_s;
    QTest::newRow("of a thousand") << Weights{1000, 0} << 1 << usual << u"900/100 750/250 500/500 0/1000"_s;
    QTest::newRow("of ten, rounded") << Weights{10, 0} << 1 << usual << u"9/1 7/3 5/5 0/10"_s;
    QTest::newRow("a small share is not nothing") << Weights{10, 0} << 1 << QList<double>{1, 100} << u"9/1 0/10"_s;
    QTest::newRow("shares that are the same") << Weights{10, 0} << 1 << QList<double>{10, 11, 100} << u"9/1 0/10"_s;
    QTest::newRow("nearly all is not all") << Weights{10, 0} << 1 << QList<double>{99} << u"1/9"_s;
    QTest::newRow("no such part") << Weights{10, 0} << 2 << usual << u""_s;
}

void TestCanaryPlan::plansSteps()
{
    QFETCH(const Weights, head);
    QFETCH(const int, target);
    QFETCH(const QList<double>, shares);
    QFETCH(const QString, expected);
    const auto plan = planCanary(routeOf(routeWith(head)), static_cast<std::size_t>(target), shares, 30);
    QCOMPARE(textOf(plan), expected);
    for (const PlanStep& step : plan.steps)
        QCOMPARE(step.pauseMinutes, &step == &plan.steps.back() && shares.last() == 100 ? 0 : 30);
}

void TestCanaryPlan::keepsTheTotal()
{
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        Weights head;
        for (std::size_t i = 0; i < 2 + random() % 4; ++i)
            head.push_back(static_cast<std::int64_t>(random() % 400));
        const auto total = std::accumulate(head.begin(), head.end(), std::int64_t{0});
        auto plan = planCanary(routeOf(routeWith(head)), random() % head.size(), usualShares(), 5);
        for (PlanStep& step : plan.steps) {
            QCOMPARE(std::accumulate(step.weights.begin(), step.weights.end(), std::int64_t{0}), total);
            const auto changed = changedStep(step, random() % head.size(), static_cast<std::int64_t>(random() % 500));
            QCOMPARE(std::accumulate(changed.begin(), changed.end(), std::int64_t{0}), total);
        }
        for (std::size_t i = 1; i < plan.steps.size(); ++i)
            QVERIFY(plan.steps[i].weights[plan.target] > plan.steps[i - 1].weights[plan.target]);
    }
}

void TestCanaryPlan::stepsFollowEachOther()
{
    const Weights head{90, 10, 0};
    const auto plan = planCanary(routeOf(routeWith(head)), 2, usualShares(), 30);
    QCOMPARE(nextStep(plan, head), std::optional<std::size_t>(0));
    QCOMPARE(nextStep(plan, Weights({80, 10, 10})), std::optional<std::size_t>(1));
    QCOMPARE(nextStep(plan, Weights({70, 10, 20})), std::optional<std::size_t>(1));
    QCOMPARE(nextStep(plan, Weights({0, 0, 100})), std::nullopt);
    QCOMPARE(stepWith(plan, Weights({65, 10, 25})), std::optional<std::size_t>(1));
    QCOMPARE(stepWith(plan, Weights({70, 10, 20})), std::nullopt);
    QCOMPARE(promoted(plan, head), Weights({0, 0, 100}));
}

void TestCanaryPlan::followsTheRoute()
{
    const Weights head{90, 10, 0};
    const auto plan = planCanary(routeOf(routeWith(head)), 2, usualShares(), 30);
    const std::string three = routeWith(head);
    // v2 goes: what the steps gave to it goes to the target
    const auto without = tests::replaced(three, "    - destination: {host: a, subset: v2}\n      weight: 10\n", "");
    const auto fewer = fitted(plan, routeOf(without));
    QVERIFY(fewer);
    QCOMPARE(textOf(*fewer), u"80/20 65/35 40/60 0/100"_s);
    QCOMPARE(fewer->target, 1U);
    // one more has nothing
    const auto more = fitted(plan, routeOf(three + "    - destination: {host: a, subset: v4}\n      weight: 0\n"));
    QVERIFY(more);
    QCOMPARE(textOf(*more), u"80/10/10/0 65/10/25/0 40/10/50/0 0/0/100/0"_s);
    QCOMPARE(weightsOf(*more, routeOf(three)), Weights({90, 10, 0, 0}));
    QCOMPARE(fitted(plan, routeOf(routeWith({90, 10}))), std::nullopt);
}

void TestCanaryPlan::addsStepsBetween()
{
    const Weights head{90, 10, 0};
    const auto plan = planCanary(routeOf(routeWith(head)), 2, usualShares(), 30);
    QCOMPARE(stepBehind(plan, head, 0).weights, Weights({72, 10, 18}));
    QCOMPARE(stepBehind(plan, head, 0).pauseMinutes, 30);
    QCOMPARE(stepBehind(plan, head, 3).weights, Weights({0, 0, 100}));
    QCOMPARE(stepBehind({plan.parts, 2, {}}, head, 0).weights, Weights({40, 10, 50}));
}

QTEST_APPLESS_MAIN(TestCanaryPlan)
#include "tst_canaryplan.moc"
