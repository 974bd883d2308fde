// SPDX-License-Identifier: Apache-2.0
#include "tests/checks/findingtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::test;

namespace {

const std::string injected = namespaceObject("shop", "istio-injection: enabled");

std::string peer(const std::string& mode, const std::string& ns = "shop", const std::string& more = {})
{
    return security("PeerAuthentication", "pa", "{mtls: {mode: " + mode + "}" + more + "}", ns);
}

std::string destination(const std::string& name, const std::string& spec, const std::string& ns = "shop")
{
    return istio("DestinationRule", name, "{" + spec + "}", ns);
}

std::string tls(const std::string& host, const std::string& mode, const std::string& ns = "shop")
{
    return destination("d", "host: " + host + ", trafficPolicy: {tls: {mode: " + mode + "}}", ns);
}

/// Pods of the mesh, and a Service for them: 14 lines.
const std::string inMesh = injected + deployment("a", "app: a")
    + object("v1", "Service", "a", "spec: {selector: {app: a}, ports: [{port: 80, targetPort: 8080}]}");
const std::string noAuto = meshConfig("enableAutoMtls: false");
const std::string selectsA = ", selector: {matchLabels: {app: a}}";

std::string policy(const std::string& source, const std::string& more = {})
{
    return security("AuthorizationPolicy", "p", "{rules: [{from: [{source: {" + source + "}}]}]" + more + "}");
}

} // namespace

class TestTlsChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    static void addIdentities();
    static void addRules();
    static void addCallers();
    static void addConflicts();
};

void TestTlsChecks::addIdentities()
{
    const std::string caller = policy("principals: [x]", selectsA);
    const auto said = [](const QByteArray& line, const QByteArray& why) {
        return QByteArrayList{line + " MD143 warning policy.identity." + why
                              + "(shop) AuthorizationPolicy/p spec.rules[0].from[0].source.principals"};
    };
    addRow("policy-identity", "automatic mTLS", inMesh + caller);
    addRow("policy-identity", "PERMISSIVE", inMesh + peer("PERMISSIVE") + caller);
    addRow("policy-identity", "switched off", inMesh + peer("DISABLE") + caller, said("24", "server"));
    addRow("policy-identity", "switched off for the inMesh", inMesh + peer("DISABLE", "istio-system") + caller,
           said("24", "server"));
    addRow("policy-identity", "switched off for other pods",
           inMesh + peer("DISABLE", "shop", ", selector: {matchLabels: {app: b}}") + caller);
    addRow("policy-identity", "but for a port",
           inMesh + peer("DISABLE", "shop", selectsA + ", portLevelMtls: {8080: {mode: STRICT}}") + caller);
    addRow("policy-identity", "switched off, no identity asked",
           inMesh + peer("DISABLE") + policy("ipBlocks: [1.2.3.4]", selectsA));
    addRow("policy-identity", "switched off, but ambient",
           namespaceObject("shop", "istio.io/dataplane-mode: ambient") + peer("DISABLE") + caller);
    addRow("policy-identity", "callers speak plaintext", inMesh + tls("a", "DISABLE") + caller, said("24", "rule"));
    addRow("policy-identity", "callers of one namespace speak plaintext",
           inMesh + tls("a.shop.svc.cluster.local", "DISABLE", "far") + caller);
    addRow("policy-identity", "callers of one namespace speak mTLS",
           inMesh + tls("a", "DISABLE") + tls("a.shop.svc.cluster.local", "ISTIO_MUTUAL", "far") + caller);
    addRow("policy-identity", "the rule of another host", inMesh + tls("b", "DISABLE") + caller);
    addRow("policy-identity", "not automatic", noAuto + inMesh + caller, said("26", "auto"));
    addRow("policy-identity", "not automatic, by a rule",
           noAuto + inMesh + tls("'*.local'", "ISTIO_MUTUAL", "istio-system") + caller);
    addRow(
        "policy-identity", "not automatic, a namespace", noAuto + policy("namespaces: [x]"),
        {"12 MD143 warning policy.identity.auto(shop) AuthorizationPolicy/p spec.rules[0].from[0].source.namespaces"});
}

void TestTlsChecks::addRules()
{
    addRow("rule-tls", "plaintext to STRICT", inMesh + peer("STRICT") + tls("a", "DISABLE"),
           {"24 MD146 error rule.tls.plaintext(shop/a; DISABLE) DestinationRule/d spec.trafficPolicy.tls.mode"});
    addRow("rule-tls", "plaintext to the STRICT inMesh, of another namespace",
           inMesh + peer("STRICT", "istio-system") + tls("a.shop.svc.cluster.local", "SIMPLE", "far"),
           {"24 MD146 error rule.tls.plaintext(shop/a; SIMPLE) DestinationRule/d spec.trafficPolicy.tls.mode"});
    addRow("rule-tls", "a subset",
           inMesh + peer("STRICT")
               + destination("d",
                             "host: a, subsets: [{name: x, labels: {app: a}, trafficPolicy: {tls: {mode: DISABLE}}}]"),
           {"24 MD146 error rule.tls.plaintext(shop/a; DISABLE) DestinationRule/d "
            "spec.subsets[0].trafficPolicy.tls.mode"});
    addRow("rule-tls", "plaintext to PERMISSIVE", inMesh + peer("PERMISSIVE") + tls("a", "DISABLE"));
    addRow("rule-tls", "mTLS to STRICT", inMesh + peer("STRICT") + tls("a", "ISTIO_MUTUAL"));
    addRow("rule-tls", "STRICT but for the port",
           inMesh + peer("STRICT", "shop", selectsA + ", portLevelMtls: {8080: {mode: PERMISSIVE}}")
               + tls("a", "DISABLE"));
    addRow("rule-tls", "policies that disagree",
           inMesh + peer("STRICT") + security("PeerAuthentication", "pb", "{mtls: {mode: PERMISSIVE}}")
               + tls("a", "DISABLE"));
    addRow("rule-tls", "STRICT without a proxy",
           namespaceObject("shop") + deployment("a", "app: a")
               + object("v1", "Service", "a", "spec: {selector: {app: a}, ports: [{port: 80}]}") + peer("STRICT")
               + tls("a", "DISABLE"));
    addRow("rule-tls", "a port beside the proxy",
           injected
               + object("apps/v1", "Deployment", "a",
                        "spec: {template: {metadata: {labels: {app: a}, annotations: "
                        "{traffic.sidecar.istio.io/excludeInboundPorts: '80'}}}}")
               + object("v1", "Service", "a", "spec: {selector: {app: a}, ports: [{port: 80}]}") + peer("STRICT")
               + tls("a", "DISABLE"));
    addRow("rule-tls", "a namespace that is not in the files",
           deployment("a", "app: a") + object("v1", "Service", "a", "spec: {selector: {app: a}, ports: [{port: 80}]}")
               + peer("STRICT") + tls("a", "DISABLE"));
    addRow("rule-tls", "mTLS to DISABLE", inMesh + peer("DISABLE") + tls("a", "ISTIO_MUTUAL"),
           {"24 MD147 error rule.tls.mutual(shop/a) DestinationRule/d spec.trafficPolicy.tls.mode"});
    const std::string alone = object("v1", "Service", "a", "spec: {selector: {app: a}, ports: [{port: 80}]}");
    addRow("rule-tls", "mTLS to pods without a proxy",
           namespaceObject("shop", "istio-injection: disabled") + deployment("a", "app: a") + alone
               + tls("a", "ISTIO_MUTUAL"),
           {"19 MD147 warning rule.tls.noproxy(shop/a) DestinationRule/d spec.trafficPolicy.tls.mode"});
    addRow("rule-tls", "mTLS to pods that say nothing",
           namespaceObject("shop") + deployment("a", "app: a") + alone + tls("a", "ISTIO_MUTUAL"));
    const std::string all = tls("'*.local'", "ISTIO_MUTUAL", "istio-system");
    addRow("rule-tls", "loses mTLS", noAuto + inMesh + all + destination("e", "host: a"),
           {"31 MD148 warning rule.tls.lost(a; istio-system/d) DestinationRule/e spec.host"});
    addRow("rule-tls", "automatic mTLS is not lost", inMesh + all + destination("e", "host: a"));

    addRow("peer-rule", "DISABLE and a rule with mTLS", peer("DISABLE") + all,
           {"5 MD147 warning peer.disabled(istio-system/d) PeerAuthentication/pa spec.mtls.mode"});
    addRow("peer-rule", "DISABLE and a nearer rule",
           peer("DISABLE") + all
               + destination("e", "host: '*.shop.svc.cluster.local', trafficPolicy: {tls: {mode: DISABLE}}"));
    addRow("peer-rule", "STRICT and a rule with plaintext",
           peer("STRICT") + tls("'*.shop.svc.cluster.local'", "DISABLE"),
           {"5 MD146 warning peer.plaintext(shop/d) PeerAuthentication/pa spec.mtls.mode"});
    addRow("peer-rule", "STRICT and the rule of one host", peer("STRICT") + tls("a", "DISABLE"));
    addRow("peer-rule", "STRICT", peer("STRICT"));
    addRow("peer-rule", "STRICT, not automatic", noAuto + peer("STRICT") + peer("STRICT", "istio-system"),
           {"12 MD148 warning peer.norule(*.shop.svc.cluster.local) PeerAuthentication/pa spec.mtls.mode",
            "17 MD148 warning peer.norule(*.local) PeerAuthentication/pa spec.mtls.mode"});
    addRow("peer-rule", "STRICT, not automatic, by a rule", noAuto + peer("STRICT") + all);
}

void TestTlsChecks::addCallers()
{
    const auto caller = [](const std::string& calls, const std::string& labels) {
        return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: c, namespace: far, annotations: "
               "{meshdraft.dev/calls: '"
            + calls + "'}}\nspec: {template: {metadata: {labels: {" + labels + "}}}}\n";
    };
    const std::string outside = "sidecar.istio.io/inject: 'false'";
    addRow("plaintext-caller", "calls without a proxy", inMesh + peer("STRICT") + caller("a.shop:80, b.shop", outside),
           {"23 MD160 error mtls.caller(c; shop/a) Deployment/c metadata.annotations[\"meshdraft.dev/calls\"]"});
    addRow("plaintext-caller", "calls of pods that say nothing",
           inMesh + peer("STRICT") + namespaceObject("far") + caller("a.shop", "app: c"),
           {"27 MD160 warning mtls.caller(c; shop/a) Deployment/c metadata.annotations[\"meshdraft.dev/calls\"]"});
    addRow("plaintext-caller", "calls with a proxy",
           inMesh + peer("STRICT") + caller("a.shop", "sidecar.istio.io/inject: 'true'"));
    addRow("plaintext-caller", "a caller of which files do not tell",
           inMesh + peer("STRICT") + caller("a.shop", "app: c"));
    addRow("plaintext-caller", "PERMISSIVE", inMesh + peer("PERMISSIVE") + caller("a.shop", outside));
    addRow("plaintext-caller", "PERMISSIVE at the port",
           inMesh + peer("STRICT", "shop", selectsA + ", portLevelMtls: {8080: {mode: PERMISSIVE}}")
               + caller("a.shop", outside));
    const auto webhook = [](const std::string& port) {
        return object("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "w",
                      "webhooks: [{name: w, clientConfig: {service: {name: a, namespace: shop, port: " + port + "}}}]",
                      "");
    };
    addRow("plaintext-caller", "the API server", inMesh + peer("STRICT") + webhook("80"),
           {"24 MD160 error mtls.apiserver(ValidatingWebhookConfiguration; shop/a) ValidatingWebhookConfiguration/w "
            "webhooks[0].clientConfig.service.name"});
    addRow("plaintext-caller", "the API server, another port", inMesh + peer("STRICT") + webhook("443"));
    addRow("plaintext-caller", "the API server, PERMISSIVE", inMesh + webhook("80"));
    addRow("plaintext-caller", "an API",
           inMesh + peer("STRICT")
               + object("apiregistration.k8s.io/v1", "APIService", "v",
                        "spec: {service: {name: a, namespace: shop, port: 80}}", ""),
           {"24 MD160 error mtls.apiserver(APIService; shop/a) APIService/v spec.service.name"});
}

void TestTlsChecks::addConflicts()
{
    const std::string one = destination("d", "host: a, subsets: [{name: v1, labels: {version: v1}}]");
    addRow("rule-conflict", "one subset, two meanings",
           one + destination("e", "host: a.shop.svc.cluster.local, subsets: [{name: v1, labels: {version: v2}}]"),
           {"5 MD145 warning rule.conflict.subset(v1; shop/e) DestinationRule/d spec.subsets[0].name",
            "10 MD145 warning rule.conflict.subset(v1; shop/d) DestinationRule/e spec.subsets[0].name"});
    addRow("rule-conflict", "the same",
           one + destination("e", "host: a, subsets: [{name: v1, labels: {version: v1}}]"));
    addRow("rule-conflict", "other subsets",
           one + destination("e", "host: a, trafficPolicy: {}, subsets: [{name: v2, labels: {version: v2}}]"));
    addRow("rule-conflict", "another namespace",
           one + destination("d", "host: a.shop.svc.cluster.local, subsets: [{name: v1}]", "far"));
    addRow("rule-conflict", "for others",
           one + destination("e", "host: a, exportTo: [far], subsets: [{name: v1}]")
               + destination("f", "host: b, exportTo: [.], trafficPolicy: {tls: {mode: DISABLE}}")
               + destination("g", "host: b, exportTo: [far], trafficPolicy: {}"),
           {"5 MD145 warning rule.conflict.subset(v1; shop/e) DestinationRule/d spec.subsets[0].name",
            "10 MD145 warning rule.conflict.subset(v1; shop/d) DestinationRule/e spec.subsets[0].name"});
    addRow("rule-conflict", "two settings",
           tls("a", "DISABLE") + destination("e", "host: a, trafficPolicy: {tls: {mode: SIMPLE}}"),
           {"5 MD145 warning rule.conflict.policy(a; shop/e) DestinationRule/d spec.host",
            "10 MD145 warning rule.conflict.policy(a; shop/d) DestinationRule/e spec.host"});
    addRow("subset-labels", "nothing in it",
           service("a", "shop") + destination("d", "host: a, subsets: [{name: v1, labels: {v: a}}, {name: all}]"),
           {"10 MD149 info subset.labels(all; a) DestinationRule/d spec.subsets[1].name"});
    addRow("subset-labels", "something in each",
           service("a", "shop")
               + destination("d", "host: a, subsets: [{name: v1, labels: {v: a}}, {name: all, trafficPolicy: {}}]")
               + destination("e", "host: a, subsets: [{name: all}]"));
    addRow("subset-labels", "an outside host",
           istio("ServiceEntry", "s", "{hosts: [x.example]}")
               + destination("d", "host: x.example, subsets: [{name: a}, {name: b}]"));
}

void TestTlsChecks::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    addIdentities();
    addRules();
    addCallers();
    addConflicts();
}

/// Each finding with its line; each object is five lines, a Namespace four.
void TestTlsChecks::saysWhatIsWrong()
{
    QFETCH(QByteArray, check);
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    std::ranges::sort(expected);
    QCOMPARE(saidBy(check.toStdString(), text.toStdString(), true), expected);
}

QTEST_GUILESS_MAIN(TestTlsChecks)
#include "tst_tlschecks.moc"
