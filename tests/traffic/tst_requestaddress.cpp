// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/requestaddress.h"

#include <QtTest>

using namespace meshdraft::traffic;
using namespace Qt::StringLiterals;

class TestRequestAddress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void refused_data();
    void refused();
    void otherPartsStay();
    void headers();
};

void TestRequestAddress::lines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("shown"); ///< method and address that it is written as
    QTest::newRow("host alone") << u"reviews"_s << u"GET http://reviews/"_s;
    QTest::newRow("with a port") << u"reviews:9080/api"_s << u"GET http://reviews:9080/api"_s;
    QTest::newRow("https") << u"HTTPS://a.example.com"_s << u"GET https://a.example.com/"_s;
    QTest::newRow("method") << u"POST  http://a/x"_s << u"POST http://a/x"_s;
    QTest::newRow("query") << u"http://a/x?b=2&a=1&flag"_s << u"GET http://a/x?a=1&b=2&flag"_s;
    QTest::newRow("query without path") << u"http://a?x=1"_s << u"GET http://a/?x=1"_s;
    QTest::newRow("fragment is no part") << u"http://a/x#top"_s << u"GET http://a/x"_s;
    QTest::newRow("IPv6") << u"http://[fd00::1]:8080/"_s << u"GET http://[fd00::1]:8080/"_s;
    QTest::newRow("gRPC") << u"grpc://orders:7070/shop.Orders/Add"_s << u"GET grpc://orders:7070/shop.Orders/Add"_s;
    QTest::newRow("TCP") << u"tcp://db:5432"_s << u"GET tcp://db:5432"_s;
    QTest::newRow("TLS") << u"tls://db:5432/ignored"_s << u"GET tls://db:5432"_s;
    QTest::newRow("blanks around") << u"  http://a/ \n"_s << u"GET http://a/"_s;
}

void TestRequestAddress::lines()
{
    QFETCH(const QString, line);
    QFETCH(const QString, shown);
    Request request;
    QVERIFY(takeAddress(line.toStdString(), request));
    QCOMPARE(QString::fromStdString(request.method + " " + addressText(request)), shown);
    // what is written is read as the same
    Request again = request;
    QVERIFY(takeAddress(addressText(request), again));
    if (request.protocol != Protocol::Tcp)
        QCOMPARE(again, request);
    QCOMPARE(addressText(again), addressText(request));
}

void TestRequestAddress::refused_data()
{
    QTest::addColumn<QString>("line");
    for (const char* line : {"", "   ", "http://", "http:///x", "http://a:0/", "http://a:65536/", "http://a:1x/",
                             "ftp://a/", "http://[fd00::1/", "http://[fd00::1]x/", "http://a b/", "http://\"a\"/"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestRequestAddress::refused()
{
    QFETCH(const QString, line);
    Request request;
    request.host = "kept";
    const Request before = request;
    QVERIFY(!takeAddress(line.toStdString(), request));
    QCOMPARE(request, before);
}

void TestRequestAddress::otherPartsStay()
{
    Request request;
    request.from = {.kind = Origin::Kind::Gateway, .ns = "edge", .name = "gw"};
    request.headers = {{"x-a", "1"}};
    request.tls = CallerTls::Mutual;
    QVERIFY(takeAddress("https://a/x", request));
    QCOMPARE(request.tls, CallerTls::Mutual);
    QCOMPARE(request.from.name, std::string("gw"));
    QCOMPARE(request.headers.size(), std::size_t{1});
    QVERIFY(takeAddress("http://a/x", request));
    QCOMPARE(request.tls, CallerTls::None);
}

void TestRequestAddress::headers()
{
    using Pair = std::pair<std::string, std::string>;
    QCOMPARE(parseHeader("X-Preview: v3"), std::optional(Pair("x-preview", "v3")));
    QCOMPARE(parseHeader("x-empty:"), std::optional(Pair("x-empty", "")));
    QCOMPARE(parseHeader("x-alone"), std::optional(Pair("x-alone", "")));
    QCOMPARE(parseHeader(":authority: a:80"), std::optional(Pair(":authority", "a:80")));
    QCOMPARE(parseHeader("a: b: c"), std::optional(Pair("a", "b: c")));
    QVERIFY(!parseHeader(""));
    QVERIFY(!parseHeader(": x"));
    QVERIFY(!parseHeader("two words: x"));
}

QTEST_APPLESS_MAIN(TestRequestAddress)

#include "tst_requestaddress.moc"
