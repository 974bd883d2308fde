// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/hostnames.h"

#include <QtTest/QTest>

using namespace meshdraft;

class TestHostNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void completesShortNames_data();
    void completesShortNames();
    void readsGatewayNames_data();
    void readsGatewayNames();
    void recognisesPlaceholders_data();
    void recognisesPlaceholders();
    void takesTheNamespaceOutOfServiceHosts();
};

void TestHostNames::completesShortNames_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("full");
    QTest::newRow("short") << QByteArray("reviews") << QByteArray("reviews.shop.svc.cluster.local");
    QTest::newRow("full") << QByteArray("r.a.svc.cluster.local") << QByteArray("r.a.svc.cluster.local");
    QTest::newRow("two labels stand as they are") << QByteArray("reviews.other") << QByteArray("reviews.other");
    QTest::newRow("outside") << QByteArray("api.example.com") << QByteArray("api.example.com");
    QTest::newRow("any") << QByteArray("*") << QByteArray("*");
    QTest::newRow("wildcard") << QByteArray("*.example.com") << QByteArray("*.example.com");
    QTest::newRow("IPv4") << QByteArray("10.0.0.1") << QByteArray("10.0.0.1");
    QTest::newRow("IPv6") << QByteArray("fd00::1") << QByteArray("fd00::1");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestHostNames::completesShortNames()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, full);
    QCOMPARE(mesh::fullyQualifiedHost(host.toStdString(), "shop"), full.toStdString());
}

void TestHostNames::readsGatewayNames_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("own namespace") << QByteArray("gw") << QByteArray("shop/gw");
    QTest::newRow("other namespace") << QByteArray("infra/gw") << QByteArray("infra/gw");
    QTest::newRow("dot") << QByteArray("./gw") << QByteArray("shop/gw");
    QTest::newRow("old full name") << QByteArray("gw.infra.svc.cluster.local") << QByteArray("infra/gw");
    QTest::newRow("old short name") << QByteArray("gw.infra") << QByteArray("infra/gw");
}

void TestHostNames::readsGatewayNames()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, read);
    QCOMPARE(mesh::gatewayReference(written.toStdString(), "shop"), read.toStdString());
}

void TestHostNames::recognisesPlaceholders_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("is");
    for (const char* name : {"${HOST}", "$(svc).x", "{{ .Values.host }}", "<host>", "ENC[AES256_GCM,data:x]", "a b"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char* name : {"reviews", "*.example.com", "ns/name", "fd00::1", "A_B-c.1"})
        QTest::newRow(name) << QByteArray(name) << false;
}

void TestHostNames::recognisesPlaceholders()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, is);
    QCOMPARE(mesh::hasPlaceholder(name.toStdString()), is);
}

void TestHostNames::takesTheNamespaceOutOfServiceHosts()
{
    QCOMPARE(mesh::namespaceOfServiceHost("a.b.svc.cluster.local"), "b");
    QCOMPARE(mesh::namespaceOfServiceHost("a.b.c.svc.cluster.local"), "");
    QCOMPARE(mesh::namespaceOfServiceHost("a.svc.cluster.local"), "");
    QCOMPARE(mesh::namespaceOfServiceHost("a.b.svc"), "");
    QCOMPARE(mesh::namespaceOfServiceHost(".svc.cluster.local"), "");
}

QTEST_GUILESS_MAIN(TestHostNames)
#include "tst_hostnames.moc"
