// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/effectivefacts.h"
#include "tests/mesh/effectivetexts.h"

#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

/// "label: text (reason)" of every fact; '?' before what is open.
QStringList printed(const std::string& text, const char* kind, const char* name)
{
    const auto graph = meshdraft::test::graphOf(text);
    const LazyEffective effective(graph, {});
    QStringList lines;
    for (const auto& fact : effectiveFactsOf(effective.view(), meshdraft::test::named(*graph, kind, name))) {
        lines << (fact.isOpen ? u"?"_s : QString()) + fact.label + u": "_s + fact.text
                + (fact.reason.isEmpty() ? QString() : u" ("_s + fact.reason + u")"_s);
    }
    return lines;
}

const std::string ns = "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: "
                       "enabled}}\n";
const std::string bareNs = "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
const std::string web = "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: "
                        "{template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: front, containers: "
                        "[{ports: [{name: http, containerPort: 8080}]}]}}}\n";
const std::string service = "---\napiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: "
                            "{selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}, {name: grpc, "
                            "port: 90, targetPort: 9090}]}\n";
const std::string strict = "---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: "
                           "default, namespace: shop}\nspec: {mtls: {mode: STRICT}}\n";
const std::string openPort = "---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: web, "
                             "namespace: shop}\nspec: {selector: {matchLabels: {app: web}}, portLevelMtls: {8080: "
                             "{mode: PERMISSIVE}}}\n";
const std::string sidecar = "---\napiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: default, "
                            "namespace: shop}\nspec: {egress: [{hosts: ['./web.shop.svc.cluster.local']}]}\n";
const std::string other = "---\napiVersion: v1\nkind: Service\nmetadata: {name: other, namespace: shop}\nspec: "
                          "{ports: [{port: 80}]}\n";
const std::string rule = "---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: web, "
                         "namespace: shop}\nspec: {host: web, exportTo: ['.'], trafficPolicy: {portLevelSettings: "
                         "[{port: {number: 90}, tls: {mode: DISABLE}}]}}\n";

} // namespace

class TestEffectiveFacts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void facts_data();
    void facts();
    void madeOnce();
};

void TestEffectiveFacts::facts_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("kind");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("a workload with a sidecar")
        << ns + web + strict + openPort + sidecar + service + other << std::string("Deployment")
        << QStringList{u"Data plane: sidecar (label istio-injection of the namespace, with the webhooks that Istio "
                       "installs)"_s,
                       u"Accepts: STRICT (PeerAuthentication of the namespace)"_s,
                       u"Port 8080 accepts: PERMISSIVE (portLevelMtls of a PeerAuthentication)"_s,
                       u"Sidecar: default, imports 1 of 2 hosts (the one of the namespace without a selector)"_s,
                       u"Principal: cluster.local/ns/shop/sa/front"_s};
    QTest::newRow("a workload without a proxy")
        << bareNs + web + strict << std::string("Deployment")
        << QStringList{u"Data plane: no proxy (nothing asks for one)"_s,
                       u"Accepts: STRICT (PeerAuthentication of the namespace. There is no proxy, so nothing of it is "
                       "enforced.)"_s,
                       u"Sidecar: none (there is none: everything visible is imported)"_s};
    QTest::newRow("nothing is known of the namespace")
        << web << std::string("Deployment")
        << QStringList{u"?Data plane: unknown (the labels of the namespace are not in the files)"_s,
                       u"?Accepts: PERMISSIVE (no PeerAuthentication: the default of Istio. Files do not tell whether "
                       "there is a proxy to enforce it.)"_s,
                       u"Sidecar: none (there is none: everything visible is imported)"_s};
    QTest::newRow("a Service") << ns + web + strict + service << std::string("Service")
                               << QStringList{u"Accepts: STRICT (PeerAuthentication of the namespace)"_s,
                                              u"DestinationRule: none (there is none)"_s,
                                              u"Clients send: mTLS (auto mTLS: the servers take it)"_s,
                                              u"Visible: everywhere (default of Istio)"_s};
    QTest::newRow("a Service whose ports differ")
        << ns + web + service + rule << std::string("Service")
        << QStringList{u"Accepts: PERMISSIVE (no PeerAuthentication: the default of Istio)"_s,
                       u"DestinationRule: web (of the client's namespace)"_s,
                       u"Clients send to 80: mTLS (auto mTLS: the servers take it)"_s,
                       u"Clients send to 90: plaintext (the DestinationRule says so)"_s,
                       u"Visible: everywhere (default of Istio)"_s};
    QTest::newRow("a rule") << rule << std::string("DestinationRule")
                            << QStringList{u"Visible: shop only (exportTo)"_s};
    QTest::newRow("a namespace") << ns + strict << std::string("Namespace")
                                 << QStringList{u"Accepts: STRICT (PeerAuthentication of the namespace)"_s};
    QTest::newRow("two policies of one rank")
        << ns + strict
            + "---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: second, namespace: "
              "shop}\nspec: {mtls: {mode: PERMISSIVE}}\n"
        << std::string("Namespace")
        << QStringList{u"?Accepts: STRICT or PERMISSIVE (the older one of these holds: PeerAuthentication default, "
                       "PeerAuthentication second)"_s};
    QTest::newRow("a kind without any") << strict << std::string("PeerAuthentication") << QStringList();
}

void TestEffectiveFacts::facts()
{
    QFETCH(std::string, text);
    QFETCH(std::string, kind);
    QFETCH(QStringList, lines);
    const auto name = kind == "Namespace" ? "shop" : kind == "PeerAuthentication" ? "default" : "web";
    QCOMPARE(printed(text, kind.c_str(), name), lines);
}

void TestEffectiveFacts::madeOnce()
{
    const auto graph = meshdraft::test::graphOf(ns + web + service);
    const LazyEffective effective(graph, {});
    QCOMPARE(&effective.view(), &effective.view());
    QCOMPARE(&effective.references(), &effective.references());
    QVERIFY(!effective.references().to(meshdraft::test::named(*graph, "Deployment", "web")).empty());
}

QTEST_GUILESS_MAIN(TestEffectiveFacts)
#include "tst_effectivefacts.moc"
