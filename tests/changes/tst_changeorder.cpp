// SPDX-License-Identifier: Apache-2.0
#include "models/changes/changeorder.h"
#include "yamlmesh.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;
using tests::graphOf;

namespace {

std::string object(const char* kind, const char* name, const std::string& spec)
{
    return std::string("---\napiVersion: networking.istio.io/v1\nkind: ") + kind + "\nmetadata: {name: " + name
        + ", namespace: shop}\nspec: " + spec + "\n";
}

std::string service(const char* name)
{
    return std::string("---\napiVersion: v1\nkind: Service\nmetadata: {name: ") + name
        + ", namespace: shop}\nspec: {ports: [{port: 80}]}\n";
}

std::string rule(const std::string& subsets)
{
    return object("DestinationRule", "a", "{host: a, subsets: [" + subsets + "]}");
}

std::string routes(const std::string& destinations, const std::string& more = {})
{
    return object("VirtualService", "r", "{hosts: [a], " + more + "http: [{route: [" + destinations + "]}]}");
}

const std::string v1 = "{name: v1}";
const std::string v2 = "{name: v2}";
const std::string toV1 = "{destination: {host: a, subset: v1}}";
const std::string toV2 = "{destination: {host: a, subset: v2}}";
const std::string gateway = object("Gateway", "g", "{servers: [{port: {number: 80}, hosts: ['*']}]}");

} // namespace

class TestChangeOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void order_data();
    void order();
};

void TestChangeOrder::order_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char* name, const std::string& before, const std::string& after,
                        const QString& expected) { QTest::newRow(name) << before << after << expected; };
    row("nothing", routes(toV1), routes(toV1), {});
    row("one resource", service("a") + rule(v1) + routes(toV1),
        service("a") + rule(v1) + routes(toV1, "exportTo: ['.'], "), u"uses r"_s);
    row("a subset before its route", service("a") + rule(v1) + routes(toV1),
        service("a") + rule(v1 + ", " + v2) + routes(toV2), u"provides a | uses r"_s);
    row("a rule before its route", service("a") + routes("{destination: {host: a}}"),
        service("a") + rule(v1) + routes(toV1), u"provides a | uses r"_s);
    row("a subset that is not used yet", service("a") + rule(v1) + routes(toV1),
        service("a") + rule(v1 + ", " + v2) + routes(toV1, "exportTo: ['.'], "), u"uses a r"_s);
    row("a subset after its route", service("a") + rule(v1 + ", " + v2) + routes(toV2),
        service("a") + rule(v1) + routes(toV1), u"uses r | removes a"_s);
    row("another subset in its place", service("a") + rule(v1) + routes(toV1), service("a") + rule(v2) + routes(toV2),
        u"provides a | uses r | removes a"_s);
    row("a Service before its route", service("a") + routes("{destination: {host: a}}"),
        service("a") + service("b") + routes("{destination: {host: b}}"), u"provides b | uses r"_s);
    row("a Service after its route", service("a") + service("b") + routes("{destination: {host: b}}"),
        service("a") + routes("{destination: {host: a}}"), u"uses r | removes b"_s);
    row("a Service under another name", service("a") + service("b") + routes("{destination: {host: b}}"),
        service("a") + service("c") + routes("{destination: {host: c}}"), u"provides c | uses r | removes c"_s);
    row("a Gateway before its routes", service("a") + routes("{destination: {host: a}}"),
        service("a") + gateway + routes("{destination: {host: a}}", "gateways: [g], "), u"provides g | uses r"_s);
    row("two that do not know each other", service("a") + rule(v1), service("a") + rule(v1 + ", " + v2) + service("b"),
        u"uses a b"_s);
}

void TestChangeOrder::order()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(QString, expected);
    const auto old = graphOf(before);
    const auto now = graphOf(after);
    const MeshChange change = compareGraphs(*old, *now);
    QStringList steps;
    for (const OrderStep& step : orderOf(change, *old, *now)) {
        QStringList names{step.role == OrderStep::Role::Provides   ? u"provides"_s
                              : step.role == OrderStep::Role::Uses ? u"uses"_s
                                                                   : u"removes"_s};
        for (const ResourceChange* each : step.resources)
            names << QString::fromStdString((each->after ? each->after : each->before)->key.name);
        steps << names.join(u' ');
    }
    QCOMPARE(steps.join(u" | "_s), expected);
}

QTEST_GUILESS_MAIN(TestChangeOrder)
#include "tst_changeorder.moc"
