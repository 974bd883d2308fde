// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/fieldquery.h"

#include <QTest>

using namespace meshdraft;
using namespace meshdraft::matrix;

class TestFieldQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestFieldQuery::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    QTest::addColumn<int>("steps");
    QTest::addColumn<bool>("many");
    QTest::newRow("plain") << QByteArray("DestinationRule:spec.trafficPolicy.connectionPool.tcp.maxConnections")
                           << QByteArray("DestinationRule:spec.trafficPolicy.connectionPool.tcp.maxConnections") << 5
                           << false;
    QTest::newRow("every item") << QByteArray("VirtualService:spec.http[*].timeout")
                                << QByteArray("VirtualService:spec.http[*].timeout") << 4 << true;
    QTest::newRow("short kind") << QByteArray("vs:spec.http[0].timeout")
                                << QByteArray("VirtualService:spec.http[0].timeout") << 4 << false;
    QTest::newRow("plural kind") << QByteArray("virtualservices:spec.http[default].timeout")
                                 << QByteArray("VirtualService:spec.http[default].timeout") << 4 << false;
    QTest::newRow("kind without a table")
        << QByteArray("deployment:spec.template.spec.containers[*].image")
        << QByteArray("Deployment:spec.template.spec.containers[*].image") << 6 << true;
    QTest::newRow("quoted key") << QByteArray("Service:metadata.annotations[\"networking.istio.io/exportTo\"]")
                                << QByteArray("Service:metadata.annotations[\"networking.istio.io/exportTo\"]") << 3
                                << false;
    QTest::newRow("every key") << QByteArray("Service:metadata.labels.*") << QByteArray("Service:metadata.labels.*")
                               << 3 << true;
    QTest::newRow("other group of the same kind")
        << QByteArray("Gateway:spec.listeners[*].port") << QByteArray("Gateway:spec.listeners[*].port") << 4 << true;
}

void TestFieldQuery::reads()
{
    QFETCH(QByteArray, text);
    const auto query = parseField(text.toStdString());
    QVERIFY2(query.has_value(), query ? "" : query.error().code.c_str());
    QTEST(QByteArray::fromStdString(query->text), "canonical");
    QTEST(static_cast<int>(query->steps.size()), "steps");
    QTEST(query->isMany(), "many");
}

void TestFieldQuery::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error"); // code, and the last argument
    QTest::newRow("nothing") << QByteArray() << QByteArray("matrix.field ");
    QTest::newRow("no kind") << QByteArray(":spec") << QByteArray("matrix.field :spec");
    QTest::newRow("no path") << QByteArray("VirtualService:") << QByteArray("matrix.field VirtualService:");
    QTest::newRow("dot at the end") << QByteArray("vs:spec.") << QByteArray("matrix.field vs:spec.");
    QTest::newRow("two dots") << QByteArray("vs:spec..http") << QByteArray("matrix.field vs:spec..http");
    QTest::newRow("open bracket") << QByteArray("vs:spec.http[0") << QByteArray("matrix.field vs:spec.http[0");
    QTest::newRow("empty bracket") << QByteArray("vs:spec.http[]") << QByteArray("matrix.field vs:spec.http[]");
    QTest::newRow("kind nobody has") << QByteArray("VirtualHost:spec") << QByteArray("matrix.unknownKind VirtualHost");
    QTest::newRow("no such field") << QByteArray("dr:spec.zzzzzz") << QByteArray("matrix.unknownField ");
    QTest::newRow("misspelled") << QByteArray("dr:spec.trafficPolicy.conectionPool")
                                << QByteArray("matrix.misspelledField connectionPool");
    QTest::newRow("field of no object") << QByteArray("dr:spec.host.x") << QByteArray("matrix.unknownField ");
    QTest::newRow("secret") << QByteArray("Secret:data.password") << QByteArray("matrix.secret ");
    QTest::newRow("secrets") << QByteArray("secrets:data.password") << QByteArray("matrix.secret ");
}

void TestFieldQuery::refuses()
{
    QFETCH(QByteArray, text);
    const auto query = parseField(text.toStdString());
    QVERIFY(!query);
    const Error& error = query.error();
    QTEST(QByteArray::fromStdString(error.code + ' ' + (error.args.empty() ? "" : error.args.back())), "error");
}

QTEST_APPLESS_MAIN(TestFieldQuery)
#include "tst_fieldquery.moc"
