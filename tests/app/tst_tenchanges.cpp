// SPDX-License-Identifier: Apache-2.0
// Changes of the sample, one for each kind of risk rule, as the command line reviews them and takes them back.
#include "tests/app/reviewmesh.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace meshdraft::test;

namespace {

QStringList textsOf(const QJsonArray& array)
{
    QStringList texts;
    for (const QJsonValue& each : array)
        texts << each.toString();
    return texts;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTenChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isJudgedAndTakenBack_data();
    void isJudgedAndTakenBack();
    void canaryOfTheSample();
    void hotfixOfTheSample();

private:
    QString path(const QString& name = {}) const { return m_directory.filePath(u"shop/"_s + name); }
    QByteArray gitOutput(const QStringList& arguments) const
    {
        const Output output = git(arguments, path());
        return output.code == 0 ? output.out.trimmed() : "failed: " + output.err;
    }

    QTemporaryDir m_directory;
};

void TestTenChanges::initTestCase()
{
    QCOMPARE(cli({u"sample"_s, path()}, m_directory.path()).code, 0);
}

void TestTenChanges::isJudgedAndTakenBack_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("tier");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QStringList>("owners"); // an approval each: any one of those with a space between
    QTest::addColumn<QStringList>("waves"); // "wave: resource"
    QTest::addColumn<QStringList>("xds");
    const QString shop = u"@acorn-shop/shop"_s;
    const QString orders = u"@acorn-shop/orders"_s;
    const QString platform = u"@acorn-shop/platform"_s;
    const QString security = u"@acorn-shop/security"_s;
    const QString platformTeam = u"platform team"_s; // by what the resource is, whatever its file is called
    const QString securityTeam = u"security team"_s;

    QTest::newRow("weights") << u"base/shop/reviews-vs.yaml"_s
                             << QByteArray("weight: 90 # stable\n        - destination:\n            host: reviews\n   "
                                           "         subset: v2\n          weight: 10")
                             << QByteArray("weight: 80 # stable\n        - destination:\n            host: reviews\n   "
                                           "         subset: v2\n          weight: 20")
                             << u"medium"_s << u"split-weight-changed"_s << QStringList{shop}
                             << QStringList{u"1: VirtualService shop/reviews"_s} << QStringList{u"RDS"_s};
    QTest::newRow("a timeout") << u"base/shop/reviews-vs.yaml"_s << QByteArray("timeout: 3s")
                               << QByteArray("timeout: 4s") << u"low"_s << u"route-timeout"_s << QStringList{shop}
                               << QStringList{u"1: VirtualService shop/reviews"_s} << QStringList{u"RDS"_s};
    QTest::newRow("a subset in use goes")
        << u"base/shop/reviews-dr.yaml"_s << QByteArray("  - name: v2\n    labels:\n      version: v2\n")
        << QByteArray() << u"high"_s << u"subset-removed-in-use"_s << QStringList{shop}
        << QStringList{u"0: DestinationRule shop/reviews"_s} << QStringList{u"CDS"_s, u"EDS"_s};
    QTest::newRow("a connection pool") << u"base/shop/cart-dr.yaml"_s << QByteArray("http1MaxPendingRequests: 64")
                                       << QByteArray("http1MaxPendingRequests: 32") << u"medium"_s
                                       << u"traffic-policy"_s << QStringList{shop}
                                       << QStringList{u"0: DestinationRule shop/cart"_s} << QStringList{u"CDS"_s};
    QTest::newRow("a caller less") << u"base/shop/callers-authz.yaml"_s
                                   << QByteArray(", cluster.local/ns/orders/sa/checkout]") << QByteArray("]")
                                   << u"medium"_s << u"authorization-changed"_s << QStringList{security, securityTeam}
                                   << QStringList{u"2: AuthorizationPolicy shop/cart-callers"_s}
                                   << QStringList{u"LDS"_s};
    QTest::newRow("mutual TLS only") << u"base/orders/peer-authentication.yaml"_s << QByteArray("mode: PERMISSIVE")
                                     << QByteArray("mode: STRICT") << u"high"_s << u"peerauthentication"_s
                                     << QStringList{platform + u' ' + security, securityTeam}
                                     << QStringList{u"2: PeerAuthentication orders/default"_s}
                                     << QStringList{u"CDS"_s, u"EDS"_s, u"LDS"_s};
    QTest::newRow("TLS of a gateway") << u"base/edge/shop-gw.yaml"_s << QByteArray("minProtocolVersion: TLSV1_2")
                                      << QByteArray("minProtocolVersion: TLSV1_3") << u"high"_s << u"gateway-tls"_s
                                      << QStringList{platform, platformTeam}
                                      << QStringList{u"-1: Gateway edge/shop-gw"_s} << QStringList{u"LDS"_s};
    // with line ends of another system, which must come back, too
    QTest::newRow("a service outside") << u"base/orders/payments-se.yaml"_s << QByteArray("targetPort: 443")
                                       << QByteArray("targetPort: 8443") << u"medium"_s << u"serviceentry-changed"_s
                                       << QStringList{orders} << QStringList{u"-2: ServiceEntry orders/payments"_s}
                                       << QStringList{u"CDS"_s, u"EDS"_s};
    QTest::newRow("what a namespace sees")
        << u"base/orders/sidecar.yaml"_s
        << QByteArray(
               "  - hosts:\n    - ./*                                      # includes the payments ServiceEntry\n")
        << QByteArray("  - hosts:\n    - ./*                                      # includes the payments "
                      "ServiceEntry\n    - shop/search.shop.svc.cluster.local\n")
        << u"medium"_s << u"sidecar"_s << QStringList{orders} << QStringList{u"3: Sidecar orders/default"_s}
        << QStringList{u"CDS"_s, u"EDS"_s, u"LDS"_s, u"RDS"_s};
    QTest::newRow("a filter of Envoy") << u"base/shop/search-envoyfilter.yaml"_s << QByteArray("tokens_per_fill: 50")
                                       << QByteArray("tokens_per_fill: 25") << u"high"_s << u"envoyfilter"_s
                                       << QStringList{platform, platformTeam}
                                       << QStringList{u"3: EnvoyFilter shop/search-local-limit"_s}
                                       << QStringList{u"LDS"_s};
}

void TestTenChanges::isJudgedAndTakenBack()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    gitOk({u"checkout"_s, u"-q"_s, u"-B"_s, u"change"_s, u"main"_s}, path());
    QByteArray text = contentOf(path(file));
    QCOMPARE(text.count(before), 1);
    commitFile(path(), file, text.replace(before, after), u"change"_s);

    const QJsonObject root = reviewJson({u"main...change"_s, u"--env"_s, u"base"_s}, path());
    const QByteArray printed = QJsonDocument(root).toJson();
    QTEST(root[u"tier"].toString(), "tier");
    QCOMPARE(root[u"changes"].toArray().size(), 1);
    const QJsonValue change = root[u"changes"][0];
    QVERIFY2(!change[u"text"].toArray().isEmpty(), printed.constData());
    QTEST(change[u"reasons"][0][u"rule"].toString(), "rule");
    QVERIFY2(!change[u"reasons"][0][u"text"].toString().isEmpty(), printed.constData());
    QStringList owners;
    for (const QJsonValue& approval : root[u"owners"].toArray()) {
        if (approval[u"required"].toBool())
            owners << textsOf(approval[u"owners"].toArray()).join(u' ');
    }
    QTEST(owners, "owners");
    QStringList waves;
    for (const QJsonValue& step : root[u"waves"].toArray()) {
        for (const QJsonValue& resource : step[u"resources"].toArray())
            waves << u"%1: %2"_s.arg(step[u"wave"].toInt()).arg(resource[u"resource"].toString());
    }
    QTEST(waves, "waves");
    QStringList xds = textsOf(change[u"xds"].toArray());
    xds.sort();
    QTEST(xds, "xds");

    // back to the very bytes, on a branch of its own
    const Output back = cli({u"rollback"_s, u"main..change"_s, u"--branch"_s, u"back"_s}, path());
    QVERIFY2(back.code == 0, back.err.constData());
    QCOMPARE(gitOutput({u"rev-parse"_s, u"back^{tree}"_s}), gitOutput({u"rev-parse"_s, u"main^{tree}"_s}));
    QCOMPARE(gitOutput({u"rev-parse"_s, u"back~1"_s}), gitOutput({u"rev-parse"_s, u"change"_s}));
    gitOk({u"branch"_s, u"-q"_s, u"-D"_s, u"back"_s}, path());
}

void TestTenChanges::canaryOfTheSample()
{
    const QString range = u"main...canary/reviews-v3"_s;
    const QJsonObject root = reviewJson({range, u"--env"_s, u"base"_s}, path());
    QCOMPARE(root[u"tier"].toString(), u"medium"_s);
    // nobody loses anything
    for (const QJsonValue& request : root[u"requests"].toArray())
        QCOMPARE(request[u"after"][u"verdict"].toString(), u"routed"_s);
    const Output words = review({range, u"--env"_s, u"base"_s}, path());
    for (const char* said : {"Medium risk, 3 resources differ",
                             "from storefront to reviews: v1 90 %, v2 10 % -> v1 80 %, v2 10 %, v3 10 %",
                             "10 % of the requests to reviews.acorn.example move from v1 to v3",
                             "Wave 1: VirtualService shop/reviews", "The way back: medium risk"})
        QVERIFY2(words.out.contains(said), QByteArray(said + QByteArray(" is not in:\n") + words.out).constData());
    QVERIFY2(!words.out.contains("denied") && !words.out.contains("refused"), words.out.constData());
}

void TestTenChanges::hotfixOfTheSample()
{
    const QString range = u"main...hotfix/strict-mtls"_s;
    const QJsonObject root = reviewJson({range, u"--env"_s, u"base"_s}, path());
    QCOMPARE(root[u"tier"].toString(), u"high"_s);
    const Output words = review({range, u"--env"_s, u"base"_s}, path());
    // the callers that it cuts off, first of all and by name
    qsizetype place = words.out.indexOf("Requests whose fate changes");
    QVERIFY2(place > 0, words.out.constData());
    for (const char* said :
         {"from orders/checkout to catalog.shop: v1 100 % -> no such subset (503)",
          "from cart to catalog: v1 100 % -> no such subset (503)",
          "from recommendations to catalog: v1 100 % -> no such subset (503)",
          "from search-v1 to catalog: v1 100 % -> no such subset (503)",
          "from storefront to catalog: v1 100 % -> no such subset (503)",
          "from ledger-export to ledger:9000: cannot be told -> TLS mismatch by PeerAuthentication default",
          "kinds of requests were refused before and still are", "\nChanges\n",
          "The workloads of namespace orders now refuse plain text: callers without a proxy cannot connect any more",
          "error IST0101 base/shop/catalog-vs.yaml:"}) {
        place = words.out.indexOf(said, place);
        QVERIFY2(place > 0, QByteArray(said + QByteArray(" is not in its place in:\n") + words.out).constData());
    }
}

QTEST_GUILESS_MAIN(TestTenChanges)
#include "tst_tenchanges.moc"
