// SPDX-License-Identifier: Apache-2.0
// What a reader who has never seen the mesh is told about a change.
#include "../changes/yamlmesh.h"
#include "models/changes/riskpolicy.h"
#include "models/workspace/words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using changes::ChangeKind;
using changes::MeshChange;
using changes::ResourceChange;
using changes::Tier;
using tests::graphOf;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

MeshChange compare(const Files& before, const Files& after)
{
    const auto old = graphOf(before);
    const auto now = graphOf(after);
    MeshChange change = changes::compareGraphs(*old, *now);
    changes::RiskPolicy::builtIn().classify(change, *old, *now);
    return change;
}

QStringList sentences(const MeshChange& change)
{
    QStringList result;
    for (const ResourceChange& each : change.resources) {
        for (const changes::Statement& statement : each.statements)
            result.append(workspace::statementText(statement));
    }
    return result;
}

std::string resource(const std::string& kind, const std::string& spec, const std::string& name = "r")
{
    const bool isSecurity = kind == "AuthorizationPolicy" || kind == "PeerAuthentication";
    return "apiVersion: " + std::string(isSecurity ? "security" : "networking") + ".istio.io/v1\nkind: " + kind
        + "\nmetadata: {name: " + name + ", namespace: shop}\nspec:\n" + spec;
}

const std::string service = "apiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\n"
                            "spec: {selector: {app: reviews}, ports: [{name: http, port: 80}]}\n";

std::string routeTo(const std::string& name, const std::string& subset)
{
    return resource("VirtualService",
                    "  hosts: [" + name
                        + ".example]\n  http:\n  - name: main\n    route: [{destination: {host: reviews, "
                          "subset: "
                        + subset + "}}]\n",
                    name);
}

} // namespace

class TestChangeSentences : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sayWhatItMeans_data();
    void sayWhatItMeans();
    void alternativesThatBecameOneAreToldOnce();
    void subsetsThatAreHalfRenamedNameWhoIsLeft();
    void orderWithoutEffectIsHarmless_data();
    void orderWithoutEffectIsHarmless();
    void orderWithEffectIsNot_data();
    void orderWithEffectIsNot();
    void renamedIsOneChange();
    void renamedIsAsRiskyAsComingAndGoing();
    void bareResourcesAreNotRenamed();
};

void TestChangeSentences::sayWhatItMeans_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const char* kind, const char* before, const char* after,
                        const QStringList& expected) {
        QTest::newRow(name) << QString::fromLatin1(kind) << QString::fromLatin1(before) << QString::fromLatin1(after)
                            << expected;
    };
    const char* const policy = "AuthorizationPolicy";
    const char* const twoRules =
        "  rules:\n  - from: [{source: {namespaces: [web]}}]\n  - to: [{operation: {methods: [GET]}}]\n";
    const char* const oneRule =
        "  rules:\n  - from: [{source: {namespaces: [web]}}]\n    to: [{operation: {methods: [GET]}}]\n";
    row("two rules into one", policy, twoRules, oneRule,
        {u"Callers must now meet both: namespaces web, and methods GET. Before, either of them was enough; calls that "
         "meet only one are refused now"_s});
    row("one rule into two", policy, oneRule, twoRules,
        {u"It is enough for callers to meet one of two now: namespaces web, or methods GET. Before, both were asked "
         u"for; "
         "more calls are let in"_s});
    row("two sources into one", policy,
        "  rules:\n  - from:\n    - source: {namespaces: [web]}\n    - source: {principals: [td/ns/a/sa/b, "
        "td/ns/a/sa/c]}\n",
        "  rules:\n  - from:\n    - source: {namespaces: [web], principals: [td/ns/a/sa/b, td/ns/a/sa/c]}\n",
        {u"Callers must now meet both: namespaces web, and principals td/ns/a/sa/b, td/ns/a/sa/c. Before, either of "
         u"them "
         "was enough; calls that meet only one are refused now"_s});
    const char* const web = "  rules:\n  - from: [{source: {namespaces: [web]}}]\n";
    const char* const webAndAdmin =
        "  rules:\n  - from: [{source: {namespaces: [web]}}]\n"
        "  - from: [{source: {principals: [p]}}]\n    to: [{operation: {paths: [/admin]}}]\n";
    row("a rule that goes", policy, webAndAdmin, web,
        {u"The rule that let in calls with principals p + paths /admin is gone"_s});
    row("a rule that comes", policy, web, webAndAdmin,
        {u"A new rule lets in calls with principals p + paths /admin"_s});
    row("a rule for everybody", policy, web, "  rules:\n  - from: [{source: {namespaces: [web]}}]\n  - {}\n",
        {u"A new rule lets in every call"_s});
    row("a rule of a DENY policy that goes", policy,
        "  action: DENY\n  rules:\n  - from: [{source: {namespaces: [web]}}]\n  - to: [{operation: {methods: "
        "[PUT]}}]\n",
        "  action: DENY\n  rules:\n  - from: [{source: {namespaces: [web]}}]\n",
        {u"The rule that refused calls with methods PUT is gone"_s});
    row("a rule of another policy that comes", policy, "  action: AUDIT\n  rules:\n  - {}\n",
        "  action: AUDIT\n  rules:\n  - {}\n  - to: [{operation: {methods: [PUT]}}]\n",
        {u"A new rule is for calls with methods PUT"_s});
    row("two rules into one source", policy,
        "  rules:\n  - from: [{source: {namespaces: [web]}}]\n  - from: [{source: {principals: [p]}}]\n",
        "  rules:\n  - from: [{source: {principals: [p], namespaces: [web]}}]\n",
        {u"Callers must now meet both: namespaces web, and principals p. Before, either of them was enough; calls that "
         "meet only one are refused now"_s});
    row("three rules into one, with another beside", policy,
        "  rules:\n  - from: [{source: {namespaces: [ops]}}]\n  - from: [{source: {namespaces: [web]}}]\n"
        "  - to: [{operation: {paths: [/a]}}]\n  - when: [{key: 'request.headers[x]', values: [v]}]\n",
        "  rules:\n  - from: [{source: {namespaces: [web]}}]\n    to: [{operation: {paths: [/a]}}]\n"
        "    when: [{key: 'request.headers[x]', values: [v]}]\n  - from: [{source: {namespaces: [ops]}}]\n",
        {u"Callers must now meet all of these at once: namespaces web; paths /a; request.headers[x] = v. Before, any "
         u"one "
         "of them was enough; calls that meet only some are refused now"_s});
    row("of a DENY policy it lets in", policy,
        "  action: DENY\n  rules:\n  - from: [{source: {namespaces: [web]}}]\n  - to: [{operation: {methods: "
        "[GET]}}]\n",
        "  action: DENY\n  rules:\n  - from: [{source: {namespaces: [web]}}]\n    to: [{operation: {methods: "
        "[GET]}}]\n",
        {u"Only calls that meet both are refused now: namespaces web, and methods GET. Before, either of them was "
         u"enough "
         "to be refused; more calls are let in"_s});
    row("a rule more is no merge", policy, "  rules:\n  - from: [{source: {namespaces: [web]}}]\n",
        "  rules:\n  - from: [{source: {namespaces: [web]}}]\n  - to: [{operation: {methods: [GET]}}]\n",
        {u"A new rule lets in calls with methods GET"_s});
    row("plain text is refused", "PeerAuthentication", "  mtls: {mode: PERMISSIVE}\n", "  mtls: {mode: STRICT}\n",
        {u"The workloads of namespace shop now refuse plain text: callers without a proxy cannot connect any more"_s});
    row("plain text of some is let in", "PeerAuthentication",
        "  selector: {matchLabels: {app: a}}\n  mtls: {mode: STRICT}\n",
        "  selector: {matchLabels: {app: a}}\n  mtls: {mode: PERMISSIVE}\n",
        {u"The workloads that shop/r selects now take plain text as well as mutual TLS"_s});
    row("a mode that is inherited", "PeerAuthentication", "  mtls: {mode: STRICT}\n", "  mtls: {mode: UNSET}\n",
        {u"spec.mtls.mode: STRICT → UNSET"_s});
    row("matches of a route", "VirtualService",
        "  hosts: [a]\n  http:\n  - name: x\n    match: [{uri: {prefix: /api/}}, {headers: {x-canary: {exact: on1}}}]\n"
        "    route: [{destination: {host: a}}]\n",
        "  hosts: [a]\n  http:\n  - name: x\n    match: [{uri: {prefix: /api/}, headers: {x-canary: {exact: on1}}}]\n"
        "    route: [{destination: {host: a}}]\n",
        {u"Route x takes only requests that fit both now: uri prefix /api/, and x-canary exact on1. Before, either of "
         "them was enough"_s});
    row("matches of a route that has another place", "VirtualService",
        "  hosts: [a]\n  http:\n  - name: y\n    match: [{uri: {prefix: /y}}]\n  - name: x\n    match: [{uri: {prefix: "
        "/api/}}, {headers: {x-canary: {exact: on1}}}]\n    route: [{destination: {host: a}}]\n",
        "  hosts: [a]\n  http:\n  - name: x\n    match: [{uri: {prefix: /api/}, headers: {x-canary: {exact: on1}}}]\n"
        "    route: [{destination: {host: a}}]\n",
        {u"Route x takes only requests that fit both now: uri prefix /api/, and x-canary exact on1. Before, either of "
         "them was enough"_s,
         u"Route y removed: uri prefix /y → no destination"_s});
    row("weights", "VirtualService",
        "  hosts: [a]\n  http:\n  - name: x\n    match: [{uri: {prefix: /api/}, method: {exact: GET}, headers: "
        "{x-canary: "
        "{}}}]\n    route:\n    - {destination: {host: a, subset: v1}, weight: 100}\n",
        "  hosts: [a]\n  http:\n  - name: x\n    match: [{uri: {prefix: /api/}, method: {exact: GET}, headers: "
        "{x-canary: "
        "{}}}]\n    route:\n    - {destination: {host: a, subset: v1}, weight: 90}\n"
        "    - {destination: {host: a, subset: v3}, weight: 10}\n",
        {u"10 % of GET /api/* with x-canary moves from v1 to v3"_s, u"Route x: v1 100 → 90"_s,
         u"Route x: destination v3 added with weight 10"_s});
    row("weights of three", "VirtualService",
        "  hosts: [a]\n  http:\n  - route:\n    - {destination: {host: a, subset: v1}, weight: 50}\n"
        "    - {destination: {host: a, subset: v2}, weight: 50}\n    - {destination: {host: a, subset: v3}, weight: "
        "0}\n",
        "  hosts: [a]\n  http:\n  - route:\n    - {destination: {host: a, subset: v1}, weight: 40}\n"
        "    - {destination: {host: a, subset: v2}, weight: 45}\n    - {destination: {host: a, subset: v3}, weight: "
        "15}\n",
        {u"10 % of the requests to a move from v1 to v3"_s, u"5 % of the requests to a move from v2 to v3"_s,
         u"Route http[0]: v1 50 → 40"_s, u"Route http[0]: v2 50 → 45"_s, u"Route http[0]: v3 0 → 15"_s});
    row("retries that do not fit", "VirtualService",
        "  hosts: [a]\n  http:\n  - name: x\n    timeout: 8s\n    retries: {attempts: 2, perTryTimeout: 3s}\n"
        "    route: [{destination: {host: a}}]\n",
        "  hosts: [a]\n  http:\n  - name: x\n    timeout: 8s\n    retries: {attempts: 3, perTryTimeout: 3s}\n"
        "    route: [{destination: {host: a}}]\n",
        {u"Route x: retries can now take 9 s of a timeout of 8 s; the last ones are cut off"_s,
         u"Route x: retries.attempts 2 → 3"_s});
    row("retries that fit again", "VirtualService",
        "  hosts: [a]\n  http:\n  - name: x\n    timeout: 8s\n    retries: {attempts: 3, perTryTimeout: 3s}\n"
        "    route: [{destination: {host: a}}]\n",
        "  hosts: [a]\n  http:\n  - name: x\n    timeout: 10s\n    retries: {attempts: 3, perTryTimeout: 3s}\n"
        "    route: [{destination: {host: a}}]\n",
        {u"Route x: retries fit into the timeout now: 9 s of 10 s"_s, u"Route x: timeout 8s → 10s"_s});
    row("retries that fit stay unsaid", "VirtualService",
        "  hosts: [a]\n  http:\n  - name: x\n    timeout: 8s\n    retries: {attempts: 2, perTryTimeout: 3s}\n"
        "    route: [{destination: {host: a}}]\n",
        "  hosts: [a]\n  http:\n  - name: x\n    timeout: 9s\n    retries: {attempts: 2, perTryTimeout: 3s}\n"
        "    route: [{destination: {host: a}}]\n",
        {u"Route x: timeout 8s → 9s"_s});
    row("egress widened", "Sidecar", "  egress:\n  - hosts: [./*, istio-system/*, web/a.web.svc.cluster.local]\n",
        "  egress:\n  - hosts: [./*, istio-system/*, web/*]\n",
        {u"The proxies can now reach every service of namespace web"_s});
    row("egress narrowed", "Sidecar", "  egress:\n  - hosts: [./*, web/*]\n",
        "  egress:\n  - hosts: [./*, web/a.web.svc.cluster.local]\n",
        {u"The proxies no longer know every service of namespace web"_s});
    row("egress to all", "Sidecar", "  egress:\n  - hosts: [./*]\n", "  egress:\n  - hosts: ['*/*']\n",
        {u"The proxies can now reach every service of the mesh"_s});
    row("egress of a further listener", "Sidecar", "  egress:\n  - hosts: [./*]\n",
        "  egress:\n  - hosts: [./*]\n  - hosts: ['*/*.example.com']\n",
        {u"The proxies can now reach *.example.com of any namespace"_s});
    row("egress said otherwise", "Sidecar", "  egress:\n  - hosts: [./*]\n", "  egress:\n  - hosts: [shop/*]\n",
        {u"spec.egress[0].hosts[0]: ./* → shop/*"_s});
    row("a host instead of another", "VirtualService", "  hosts: [a, b]\n", "  hosts: [a, c]\n",
        {u"Host c instead of b"_s});
    row("a subset renamed", "DestinationRule",
        "  host: reviews\n  subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]\n",
        "  host: reviews\n  subsets: [{name: stable, labels: {version: v1}}, {name: v2, labels: {version: v2}}]\n",
        {u"Subset v1 is called stable now; nothing uses the old name"_s});
}

void TestChangeSentences::sayWhatItMeans()
{
    QFETCH(QString, kind);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto file = [&](const QString& spec) {
        return Files{{"a.yaml", resource(kind.toStdString(), spec.toStdString())}};
    };
    QTEST(sentences(compare(file(before), file(after))), "expected");
}

void TestChangeSentences::alternativesThatBecameOneAreToldOnce()
{
    // Another change in the same policy is still told.
    const std::string before =
        "  selector: {matchLabels: {app: a}}\n  rules:\n  - from: [{source: {namespaces: [web]}}]\n"
        "  - to: [{operation: {methods: [GET]}}]\n";
    const std::string after =
        "  selector: {matchLabels: {app: b}}\n  rules:\n  - from: [{source: {namespaces: [web]}}]\n"
        "    to: [{operation: {methods: [GET]}}]\n";
    const MeshChange change = compare({{"a.yaml", resource("AuthorizationPolicy", before)}},
                                      {{"a.yaml", resource("AuthorizationPolicy", after)}});
    const QStringList told = sentences(change);
    QCOMPARE(told.size(), 2);
    QVERIFY(told[0].startsWith(u"Callers must now meet both"_s));
    QCOMPARE(told[1], u"spec.selector.matchLabels.app: a → b"_s);
    // The fields are all there, though one sentence stands for two of them.
    QCOMPARE(change.resources.front().fields.size(), 3U);
    QCOMPARE(change.resources.front().statements[0].element.field.text(), std::string("spec.rules"));
}

void TestChangeSentences::subsetsThatAreHalfRenamedNameWhoIsLeft()
{
    const auto rule = [](const std::string& name) {
        return resource("DestinationRule",
                        "  host: reviews\n  subsets: [{name: " + name + ", labels: {version: v1}}]\n", "reviews");
    };
    const Files before{{"service.yaml", service},
                       {"rule.yaml", rule("v1")},
                       {"a.yaml", routeTo("a", "v1")},
                       {"b.yaml", routeTo("b", "v1")},
                       {"c.yaml", routeTo("c", "v1")}};
    Files after = before;
    after[1].second = rule("stable");
    after[2].second = routeTo("a", "stable");
    const QString half = u"Subset v1 is called stable now, but the old name is still used by VirtualService shop/b "
                         "(main); VirtualService shop/c (main): their requests fail (503) until they use the new one"_s;
    QVERIFY2(sentences(compare(before, after)).contains(half),
             qPrintable(sentences(compare(before, after)).join(u'\n')));
    after[3].second = routeTo("b", "stable");
    after[4].second = routeTo("c", "stable");
    QVERIFY(sentences(compare(before, after)).contains(u"Subset v1 is called stable now; nothing uses the old name"_s));
    // Other pods: that is another subset, not another name.
    Files other = before;
    other[1].second = tests::replaced(rule("stable"), "version: v1", "version: v2");
    const QStringList told = sentences(compare(before, other));
    QVERIFY2(told.contains(u"Subset v1 is gone, but still used by VirtualService shop/a (main); VirtualService shop/b "
                           "(main); VirtualService shop/c (main): their requests fail (503)"_s),
             qPrintable(told.join(u'\n')));
    QVERIFY(told.contains(u"Subset v1 removed (version=v1)"_s));
    QVERIFY(told.contains(u"Subset stable added (version=v2)"_s));
}

void TestChangeSentences::orderWithoutEffectIsHarmless_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("list");
    const auto row = [](const char* list, const char* kind, const char* before, const char* after) {
        QTest::addRow("%s of %s", list, kind) << QString::fromLatin1(kind) << QString::fromLatin1(before)
                                              << QString::fromLatin1(after) << QString::fromLatin1(list);
    };
    row("spec.hosts", "VirtualService", "  hosts: [a, b]\n", "  hosts: [b, a]\n");
    row("spec.gateways", "VirtualService", "  hosts: [a]\n  gateways: [mesh, g]\n",
        "  hosts: [a]\n  gateways: [g, mesh]\n");
    row("spec.subsets", "DestinationRule", "  host: a\n  subsets: [{name: a}, {name: b}]\n",
        "  host: a\n  subsets: [{name: b}, {name: a}]\n");
    row("spec.rules", "AuthorizationPolicy",
        "  rules: [{from: [{source: {namespaces: [a]}}]}, {to: [{operation: {methods: [GET]}}]}]\n",
        "  rules: [{to: [{operation: {methods: [GET]}}]}, {from: [{source: {namespaces: [a]}}]}]\n");
    row("spec.rules[0].from", "AuthorizationPolicy",
        "  rules: [{from: [{source: {namespaces: [a]}}, {source: {principals: [p]}}]}]\n",
        "  rules: [{from: [{source: {principals: [p]}}, {source: {namespaces: [a]}}]}]\n");
    row("spec.rules[0].to", "AuthorizationPolicy",
        "  rules: [{to: [{operation: {methods: [GET]}}, {operation: {paths: [/a]}}]}]\n",
        "  rules: [{to: [{operation: {paths: [/a]}}, {operation: {methods: [GET]}}]}]\n");
    row("spec.rules[0].when", "AuthorizationPolicy",
        "  rules: [{when: [{key: a, values: [b]}, {key: c, values: [d]}]}]\n",
        "  rules: [{when: [{key: c, values: [d]}, {key: a, values: [b]}]}]\n");
    row("spec.egress[0].hosts", "Sidecar", "  egress: [{hosts: [./*, a/*]}]\n", "  egress: [{hosts: [a/*, ./*]}]\n");
    row("spec.servers", "Gateway",
        "  servers: [{port: {number: 80, name: a}, hosts: [x]}, {port: {number: 81, name: b}, hosts: [x]}]\n",
        "  servers: [{port: {number: 81, name: b}, hosts: [x]}, {port: {number: 80, name: a}, hosts: [x]}]\n");
}

void TestChangeSentences::orderWithoutEffectIsHarmless()
{
    QFETCH(QString, kind);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, list);
    const MeshChange change = compare({{"a.yaml", resource(kind.toStdString(), before.toStdString())}},
                                      {{"a.yaml", resource(kind.toStdString(), after.toStdString())}});
    QCOMPARE(sentences(change), QStringList{list + u": written in another order; order has no effect here"_s});
    QVERIFY(kindOf(change.resources.front()) == ChangeKind::ReorderedFreely);
    QVERIFY(change.resources.front().tier == Tier::None);
    QCOMPARE(change.resources.front().statements[0].element.field.text(), list.toStdString());
}

void TestChangeSentences::orderWithEffectIsNot_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("routes")
        << u"VirtualService"_s
        << u"  hosts: [a]\n  http: [{name: x, match: [{uri: {prefix: /a}}]}, {name: y, match: [{uri: "
           "{prefix: /b}}]}, {name: z}]\n"_s
        << u"  hosts: [a]\n  http: [{name: z}, {name: x, match: [{uri: {prefix: /a}}]}, {name: y, "
           "match: [{uri: {prefix: /b}}]}]\n"_s
        << u"Route z is tried at place 1 instead of 3; the first route that matches wins"_s;
    QTest::newRow("patches")
        << u"EnvoyFilter"_s << u"  configPatches: [{applyTo: A}, {applyTo: B}, {applyTo: C}]\n"_s
        << u"  configPatches: [{applyTo: B}, {applyTo: C}, {applyTo: A}]\n"_s
        << u"Patch 1 is applied at place 3 now; patches are applied in their order, and a later one "
           "works on what the earlier ones made"_s;
}

void TestChangeSentences::orderWithEffectIsNot()
{
    QFETCH(QString, kind);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    const MeshChange change = compare({{"a.yaml", resource(kind.toStdString(), before.toStdString())}},
                                      {{"a.yaml", resource(kind.toStdString(), after.toStdString())}});
    QCOMPARE(sentences(change), QStringList{expected});
    QVERIFY(kindOf(change.resources.front()) == ChangeKind::Reordered);
    QVERIFY(change.resources.front().tier >= Tier::Medium);
}

void TestChangeSentences::renamedIsOneChange()
{
    const std::string spec = "  host: reviews\n  subsets: [{name: v1, labels: {version: v1}}]\n";
    const MeshChange change = compare({{"a.yaml", resource("DestinationRule", spec, "old")}},
                                      {{"b.yaml", resource("DestinationRule", spec, "new")}});
    QCOMPARE(sentences(change),
             (QStringList{u"DestinationRule shop/old is called shop/new now; its contents are the same"_s,
                          u"DestinationRule shop/new moved: a.yaml → b.yaml"_s}));
    QCOMPARE(change.resources.size(), 1U);
    QVERIFY(change.resources.front().operation == changes::Operation::Renamed);
    QCOMPARE(change.resources.front().before->key.name, std::string("old"));
    QCOMPARE(change.resources.front().after->key.name, std::string("new"));
    // Other contents: one goes and another one comes.
    const MeshChange two = compare({{"a.yaml", resource("DestinationRule", spec, "old")}},
                                   {{"a.yaml", resource("DestinationRule", "  host: ratings\n", "new")}});
    QCOMPARE(sentences(two), (QStringList{u"DestinationRule shop/new added"_s, u"DestinationRule shop/old removed"_s}));
}

void TestChangeSentences::renamedIsAsRiskyAsComingAndGoing()
{
    const std::string other = tests::replaced(service, "name: reviews,", "name: reviews-new,");
    const Files before{{"service.yaml", service}, {"a.yaml", routeTo("a", "v1")}};
    const Files after{{"service.yaml", other}, {"a.yaml", routeTo("a", "v1")}};
    const MeshChange change = compare(before, after);
    QCOMPARE(change.resources.size(), 1U);
    QVERIFY(change.resources.front().operation == changes::Operation::Renamed);
    // The route still leads to the old name.
    QVERIFY(change.resources.front().tier == compare(before, {{"a.yaml", routeTo("a", "v1")}}).tier);
    QVERIFY(change.resources.front().tier == Tier::High);
}

void TestChangeSentences::bareResourcesAreNotRenamed()
{
    const auto space = [](const std::string& name) {
        return Files{{"a.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: " + name + "}\n"}};
    };
    QCOMPARE(compare(space("a"), space("b")).resources.size(), 2U);
}

QTEST_GUILESS_MAIN(TestChangeSentences)
#include "tst_changesentences.moc"
