// SPDX-License-Identifier: Apache-2.0
#include "models/changes/fieldpattern.h"
#include "models/changes/meshchange.h"
#include "yamlmesh.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;
using tests::graphOf;
using tests::replaced;

namespace {

const std::string shop = R"(apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
  namespace: shop
spec:
  hosts:
  - reviews
  http:
  - name: preview
    match:
    - headers:
        x-preview:
          exact: "yes"
    route:
    - destination:
        host: ratings
  - name: default
    timeout: 5s
    retries:
      attempts: 2
    route:
    - destination:
        host: reviews
        subset: v1
      weight: 90
    - destination:
        host: reviews
        subset: v2
      weight: 10
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
  namespace: shop
spec:
  host: reviews
  subsets:
  - name: v1
    labels: {version: v1}
  - name: v2
    labels: {version: v2}
---
apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {selector: {app: reviews}, ports: [{name: http, port: 9080}]}
---
apiVersion: v1
kind: Service
metadata: {name: ratings, namespace: shop}
spec: {selector: {app: ratings}, ports: [{name: http, port: 9080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews-v1, namespace: shop}
spec: {template: {metadata: {labels: {app: reviews, version: v1}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews-v2, namespace: shop}
spec: {template: {metadata: {labels: {app: reviews, version: v2}}}}
)";

MeshChange compare(const std::string& before, const std::string& after)
{
    return compareGraphs(*graphOf(before), *graphOf(after));
}

/// "modified change.weight(default, v1, 90, 80)", one a statement.
QStringList statements(const MeshChange& change)
{
    QStringList result;
    for (const ResourceChange& resource : change.resources) {
        for (const Statement& statement : resource.statements) {
            QStringList args;
            for (const std::string& arg : statement.args)
                args.append(QString::fromStdString(arg));
            result.append(QString::fromStdString(statement.message).mid(7) + u"("_s + args.join(u"; "_s) + u")"_s);
        }
    }
    return result;
}

QString fieldsOf(const MeshChange& change)
{
    QStringList result;
    for (const ResourceChange& resource : change.resources) {
        for (const FieldChange& field : resource.fields) {
            result.append(QString::fromStdString(std::string(operationName(field.operation)) + ' ' + field.path.text()
                                                 + ' ' + field.oldValue + "->" + field.newValue));
        }
    }
    return result.join(u'\n');
}

} // namespace

class TestMeshChange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameTextIsNoChange();
    void saysWhatChanged_data();
    void saysWhatChanged();
    void comparesMeaning_data();
    void comparesMeaning();
    void fieldsNameOldAndNewPlaces();
    void selectsTheChangedField();
    void tellsWhatProxiesSee_data();
    void tellsWhatProxiesSee();
    void movedResourceIsOneChange();
    void duplicatesArePairedByFile();
    void itemsOfAListAreTheirOwnResources();
    void namesWhatIsTouched();
    void commentsTouchNothing();
    void readsPatterns_data();
    void readsPatterns();
};

void TestMeshChange::sameTextIsNoChange()
{
    QVERIFY(compare(shop, shop).resources.empty());
    const auto graph = graphOf(shop);
    QVERIFY(compareGraphs(*graph, *graph).resources.empty());
    // A document in front moves every other one; none of them differs.
    const MeshChange change =
        compare(shop, "apiVersion: v1\nkind: Service\nmetadata: {name: new, namespace: shop}\n---\n" + shop);
    QCOMPARE(change.resources.size(), 1U);
    QCOMPARE(statements(change), QStringList{u"added(Service; shop/new)"_s});
}

void TestMeshChange::saysWhatChanged_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, const QString& expected) {
        QTest::newRow(name) << from << to << expected;
    };
    row("weight", "weight: 90", "weight: 80", u"trafficAll(1.1; reviews; v1; v2)|weight(default; v1; 90; 80)"_s);
    row("weight went away", "      weight: 10\n", "", u"trafficAll(10; reviews; v2; v1)|weight(default; v2; 10; 0)"_s);
    row("timeout", "timeout: 5s", "timeout: 10s", u"routeFieldChanged(default; timeout; 5s; 10s)"_s);
    row("timeout added", "- name: preview\n", "- name: preview\n    timeout: 1s\n",
        u"routeFieldAdded(preview; timeout; 1s)"_s);
    row("retries removed", "    retries:\n      attempts: 2\n", "",
        u"routeFieldRemoved(default; retries; {attempts: 2})"_s);
    row("retries", "attempts: 2", "attempts: 3", u"routeFieldChanged(default; retries.attempts; 2; 3)"_s);
    row("host added", "  - reviews\n", "  - reviews\n  - reviews.example.com\n", u"hostAdded(reviews.example.com)"_s);
    row("gateways", "  http:\n", "  gateways: [shop-gw]\n  http:\n", u"fieldAdded(spec.gateways; [shop-gw])"_s);
    row("match", "exact: \"yes\"", "exact: \"no\"", u"match(preview; x-preview = yes; x-preview = no)"_s);
    row("destination added", "      weight: 10\n",
        "      weight: 10\n    - destination:\n        host: reviews\n        subset: v3\n      weight: 0\n",
        u"destinationAdded(default; v3; 0)"_s);
    row("destination swapped", "        subset: v2\n      weight: 10\n", "        subset: v3\n      weight: 10\n",
        u"trafficAll(10; reviews; v2; v3)|destinationReplaced(default; v2; v3)"_s);
    row("only destination replaced", "        host: ratings\n", "        host: details\n",
        u"destinationReplaced(preview; ratings; details)"_s);
    row("only destination gets a subset", "        host: ratings\n", "        host: ratings\n        subset: v1\n",
        u"destinationReplaced(preview; ratings; v1)"_s);
    row("route added", "  - name: default\n",
        "  - name: beta\n    match: [{uri: {prefix: /beta}}]\n    route: [{destination: {host: ratings}}]\n  - name: "
        "default\n",
        u"routeAdded(beta; uri prefix /beta; ratings)"_s);
    row("route removed",
        "  - name: preview\n    match:\n    - headers:\n        x-preview:\n          exact: \"yes\"\n    route:\n"
        "    - destination:\n        host: ratings\n",
        "", u"routeRemoved(preview; x-preview = yes; ratings)"_s);
    row("route renamed", "- name: default", "- name: main", u"routeFieldChanged(main; name; default; main)"_s);
    row("subset added", "  - name: v2\n", "  - name: v3\n    labels: {version: v3}\n  - name: v2\n",
        u"subsetAdded(v3; version=v3)"_s);
    row("subset labels", "labels: {version: v2}", "labels: {version: v2b}",
        u"subsetFieldChanged(v2; labels.version; v2; v2b)"_s);
    row("subset policy", "  - name: v2\n", "  - name: v2\n    trafficPolicy: {tls: {mode: DISABLE}}\n",
        u"subsetFieldAdded(v2; trafficPolicy; {tls: {mode: DISABLE}})"_s);
    row("rule's host", "  host: reviews\n  subsets", "  host: ratings\n  subsets",
        u"fieldChanged(spec.host; reviews; ratings)"_s);
    row("comment", "  - name: preview\n", "  # for the team\n  - name: preview\n",
        u"text(VirtualService; shop/reviews)"_s);
    row("order of keys and quotes", "        host: ratings\n", "        host: \"ratings\"\n",
        u"text(VirtualService; shop/reviews)"_s);
    row("resource removed",
        "---\napiVersion: v1\nkind: Service\nmetadata: {name: ratings, namespace: shop}\n"
        "spec: {selector: {app: ratings}, ports: [{name: http, port: 9080}]}\n",
        "", u"removed(Service; shop/ratings)"_s);
}

void TestMeshChange::saysWhatChanged()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const MeshChange change = compare(shop, replaced(shop, from.toStdString(), to.toStdString()));
    QTEST(statements(change).join(u'|'), "expected");
}

void TestMeshChange::comparesMeaning_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& before, const QByteArray& after, const QString& expected) {
        QTest::newRow(name) << before << after << expected;
    };
    row("quotes", "a: 'x'", "a: x", u""_s);
    row("a string is not a number", "a: '80'", "a: 80", u"modified spec.a '80'->80"_s);
    row("spellings of true", "a: true", "a: yes", u""_s);
    row("block and flow", "a:\n    b: 1\n    c: [2]", "a: {c: [2], b: 1}", u""_s);
    row("alias and its value", "a: &x {b: 1}\n  c: *x", "a: {b: 1}\n  c: {b: 1}", u""_s);
    row("merge key and its entries", "a: &x {b: 1}\n  c: {<<: *x, d: 2}", "a: {b: 1}\n  c: {b: 1, d: 2}", u""_s);
    row("last of equal keys counts", "a: 1\n  a: 2", "a: 2", u""_s);
    row("null is not nothing", "a:", "b: 1", u"added spec.b ->1\nremoved spec.a ->"_s);
    row("scalar to list", "a: 1", "a: [1]", u"modified spec.a 1->[1]"_s);
    row("hosts in another order", "hosts: [a, b]", "hosts: [b, a]", u""_s);
    row("arguments in another order", "args: [a, b]", "args: [b, a]", u"moved spec.args[0] 1->0"_s);
    row("keys that are not words", "a: {x/y: 1}", "a: {x/y: 2}", u"modified spec.a[\"x/y\"] 1->2"_s);
    row("unnamed routes keep their partner", "http: [{timeout: 1s, route: [{destination: {host: a}}]}]",
        "http: [{match: [{uri: {exact: /}}], route: [{destination: {host: b}}]}, {timeout: 2s, route: [{destination: "
        "{host: a}}]}]",
        u"modified spec.http[1].timeout 1s->2s\nadded spec.http[0] ->{match: [{uri: {exact: /}}], route: [{destination: {host: b}}]}"_s);
    row("route order", "http: [{name: a}, {name: b}, {name: c}]", "http: [{name: c}, {name: a}, {name: b}]",
        u"moved spec.http[0] 2->0"_s);
    row("destinations in another order",
        "http: [{route: [{destination: {host: a}, weight: 1}, {destination: {host: b}, weight: 2}]}]",
        "http: [{route: [{destination: {host: b}, weight: 2}, {destination: {host: a}, weight: 1}]}]", u""_s);
}

void TestMeshChange::comparesMeaning()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const std::string head = "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec:\n  ";
    const MeshChange change = compare(head + before.toStdString() + "\n", head + after.toStdString() + "\n");
    QCOMPARE(change.resources.size(), 1U);
    QTEST(fieldsOf(change), "expected");
}

void TestMeshChange::fieldsNameOldAndNewPlaces()
{
    const std::string after = replaced(replaced(shop, "weight: 90", "weight: 100"), "      weight: 10\n", "");
    const MeshChange change = compare(shop, after);
    QCOMPARE(change.resources.size(), 1U);
    const auto& fields = change.resources[0].fields;
    QCOMPARE(fields.size(), 2U);
    QCOMPARE(shop.substr(fields[0].oldRange.begin, fields[0].oldRange.size()), std::string("90"));
    QCOMPARE(after.substr(fields[0].newRange.begin, fields[0].newRange.size()), std::string("100"));
    QCOMPARE(fields[1].operation, Operation::Removed);
    QCOMPARE(shop.substr(fields[1].oldRange.begin, fields[1].oldRange.size()), std::string("weight: 10"));
    QCOMPARE(fields[1].newRange.size(), 0U);
}

void TestMeshChange::selectsTheChangedField()
{
    // A route in front: what was route 1 is route 2 now, and a removed field has to be looked for there.
    const std::string added =
        "  - name: beta\n    match: [{uri: {prefix: /beta}}]\n    route: [{destination: {host: ratings}}]\n"
        "  - name: preview\n";
    const MeshChange change =
        compare(shop, replaced(replaced(shop, "  - name: preview\n", added), "    timeout: 5s\n", ""));
    QCOMPARE(statements(change).join(u'|'),
             u"routeFieldRemoved(default; timeout; 5s)|routeAdded(beta; uri prefix /beta; ratings)"_s);
    QCOMPARE(change.resources[0].statements[0].element.field.text(), std::string("spec.http[2]"));
    QCOMPARE(change.resources[0].statements[1].element.field.text(), std::string("spec.http[0]"));
}

/// As Istio reads the lists (effective/sidecarscope.h).
void TestMeshChange::tellsWhatProxiesSee_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("given up") << u"{egress: [{hosts: ['./*']}]}"_s << u"{egress: []}"_s << u"egressAllAdded()"_s;
    QTest::newRow("begun") << u"{egress: []}"_s << u"{egress: [{hosts: ['./*']}]}"_s << u"egressAllRemoved()"_s;
    QTest::newRow("an empty list is none") << u"{}"_s << u"{egress: []}"_s << QString();
    QTest::newRow("an entry without a namespace")
        << u"{egress: [{hosts: ['./*']}]}"_s << u"{egress: [{hosts: ['./*', x.example]}]}"_s << QString();
    QTest::newRow("an entry with two slashes")
        << u"{egress: [{hosts: ['./*']}]}"_s << u"{egress: [{hosts: ['./*', a/b/c]}]}"_s << QString();
    QTest::newRow("covered by a wildcard without a dot")
        << u"{egress: [{hosts: ['*/*x.example']}]}"_s << u"{egress: [{hosts: ['*/*x.example', '*/a-x.example']}]}"_s
        << QString();
    QTest::newRow("not covered") << u"{egress: [{hosts: ['*/*x.example']}]}"_s
                                 << u"{egress: [{hosts: ['*/*x.example', '*/y.example']}]}"_s
                                 << u"egressAnyHostAdded(y.example)"_s;
}

void TestMeshChange::tellsWhatProxiesSee()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto sidecar = [](const QString& spec) {
        return "apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: default, namespace: shop}\nspec: "
            + spec.toStdString() + "\n";
    };
    const MeshChange change = compare(sidecar(before), sidecar(after));
    QCOMPARE(change.resources.size(), 1U);
    QTEST(statements(change).filter(QRegularExpression(u"^egress"_s)).join(u'|'), "expected");
}

void TestMeshChange::movedResourceIsOneChange()
{
    const MeshChange moved = compareGraphs(*graphOf({{"a.yaml", shop}}), *graphOf({{"b.yaml", shop}}));
    QCOMPARE(moved.resources.size(), 6U);
    QVERIFY(std::ranges::all_of(moved.resources, [](const auto& each) { return each.operation == Operation::Moved; }));
    QCOMPARE(statements(moved).first(), u"moved(Deployment; shop/reviews-v1; a.yaml; b.yaml)"_s);

    const MeshChange changed = compareGraphs(*graphOf({{"a.yaml", shop}}),
                                             *graphOf({{"b.yaml", replaced(shop, "timeout: 5s", "timeout: 6s")}}));
    QCOMPARE(changed.resources.back().operation, Operation::Modified);
    QCOMPARE(statements(changed).last(), u"routeFieldChanged(default; timeout; 5s; 6s)"_s);
}

void TestMeshChange::duplicatesArePairedByFile()
{
    const std::string one = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 1}]}\n";
    const std::string two = replaced(one, "port: 1", "port: 2");
    const MeshChange change =
        compareGraphs(*graphOf({{"a.yaml", one}, {"b.yaml", two}}),
                      *graphOf({{"a.yaml", one}, {"b.yaml", replaced(two, "port: 2", "port: 3")}}));
    QCOMPARE(change.resources.size(), 1U);
    QCOMPARE(change.resources[0].before->source.path, std::string("b.yaml"));
    QCOMPARE(change.resources[0].after->source.path, std::string("b.yaml"));
    const MeshChange gone = compareGraphs(*graphOf({{"a.yaml", one}, {"b.yaml", one}}), *graphOf({{"b.yaml", one}}));
    QCOMPARE(gone.resources.size(), 1U);
    QCOMPARE(gone.resources[0].operation, Operation::Removed);
    QCOMPARE(gone.resources[0].before->source.path, std::string("a.yaml"));
}

void TestMeshChange::itemsOfAListAreTheirOwnResources()
{
    const std::string list =
        "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: {name: a}\n"
        "  spec: {ports: [{port: 1}]}\n# the second\n- apiVersion: v1\n  kind: Service\n"
        "  metadata: {name: b}\n  spec: {ports: [{port: 2}]}\n";
    const MeshChange change = compare(list, replaced(list, "port: 2", "port: 3"));
    QCOMPARE(change.resources.size(), 1U);
    QCOMPARE(change.resources[0].after->key.name, std::string("b"));
    const MeshChange comment = compare(list, replaced(list, "# the second", "# the other"));
    QCOMPARE(statements(comment).join(u'|'), u"text(Service; default/b)"_s);
}

void TestMeshChange::namesWhatIsTouched()
{
    const MeshChange weights = compare(shop, replaced(shop, "weight: 90", "weight: 80"));
    QCOMPARE(weights.hosts, std::vector<std::string>{"reviews.shop.svc.cluster.local"});
    QCOMPARE(weights.namespaces, std::vector<std::string>{"shop"});
    QCOMPARE(weights.workloads, 2U);
    const MeshChange hosts = compare(shop, replaced(shop, "  - reviews\n", "  - reviews\n  - x.example.com\n"));
    QCOMPARE(hosts.hosts.size(), 2U);
}

void TestMeshChange::commentsTouchNothing()
{
    const MeshChange change = compare(shop, replaced(shop, "weight: 90", "weight: 90 # most"));
    QCOMPARE(change.resources.size(), 1U);
    QVERIFY(change.hosts.empty());
    QVERIFY(change.namespaces.empty());
    QCOMPARE(change.workloads, 0U);
}

void TestMeshChange::readsPatterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char* pattern, const char* path, bool expected) {
        QTest::addRow("%s on %s", pattern, path) << QByteArray(pattern) << QByteArray(path) << expected;
    };
    row("spec.host", "spec.host", true);
    row("spec.host", "spec.hosts", false);
    row("spec.host*", "spec.hosts", true);
    row("spec.http[*].timeout", "spec.http[12].timeout", true);
    row("spec.http[1]", "spec.http[2]", false);
    row("spec.http[*]", "spec.http[2].timeout", false);
    row("spec.http|tcp[*].route", "spec.tcp[0].route", true);
    row("spec.**", "spec", true);
    row("spec.**", "spec.a.b[3]", true);
    row("**[\"istio.io/rev\"]", "metadata.labels[\"istio.io/rev\"]", true);
    row("metadata.*", "metadata.labels.a", false);
    row("**.tls.**", "spec.trafficPolicy.tls.mode", true);
}

void TestMeshChange::readsPatterns()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, path);
    const auto parsed = FieldPattern::parse(pattern.toStdString());
    QVERIFY(parsed);
    const std::vector<PathStep> steps = stepsOf(mesh::FieldPath(path.toStdString()));
    QCOMPARE(QByteArray::fromStdString(pathOf(steps).text()), path);
    QTEST(parsed->matches(steps), "expected");
    QVERIFY(!FieldPattern::parse("a[b]"));
    QVERIFY(!FieldPattern::parse("a..b"));
    QVERIFY(!FieldPattern::parse(""));
    QVERIFY(globMatches("\\*.*", "*.example.com"));
    QVERIFY(!globMatches("\\*.*", "a.example.com"));
}

QTEST_GUILESS_MAIN(TestMeshChange)
#include "tst_meshchange.moc"
