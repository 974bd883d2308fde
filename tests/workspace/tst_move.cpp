// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/move.h"
#include "models/workspace/operations/naming.h"
#include "models/workspace/sourceplan.h"
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include <QSignalSpy>
#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

QByteArray istio(const char* kind, const char* name, const char* ns, const QByteArray& rest)
{
    return "apiVersion: networking.istio.io/v1\nkind: " + QByteArray(kind) + "\nmetadata:\n  name: " + name
        + "\n  namespace: " + ns + "\n" + rest + "---\n";
}

QByteArray core(const char* apiVersion, const char* kind, const char* name, const char* ns, const QByteArray& rest)
{
    return "apiVersion: " + QByteArray(apiVersion) + "\nkind: " + kind + "\nmetadata: {name: " + name
        + ", namespace: " + ns + "}\n" + rest + "---\n";
}

/// A mesh with one of each way to name something in another namespace, and in one's own.
QByteArray meshText()
{
    return istio("VirtualService", "orders", "shop",
                 "spec:\n  hosts: [orders]\n  gateways: [edge-gw, mesh]\n  http:\n"
                 "  - match: [{gateways: [edge-gw]}] # from outside\n    route:\n"
                 "    - destination: {host: orders, subset: v1}\n    mirror: {host: 'audit'}\n"
                 "  - delegate:\n      name: more # the rest\n")
        + istio("VirtualService", "more", "shop", "spec:\n  http:\n  - route: [{destination: {host: orders}}]\n")
        + istio("VirtualService", "far", "other",
                "spec:\n  hosts: [far.example.com]\n  http:\n  - route:\n"
                "    - destination: {host: orders.shop.svc.cluster.local}\n      weight: 100\n")
        + istio("DestinationRule", "orders", "shop",
                "spec:\n  host: orders\n  exportTo: [\"shop\", other]\n"
                "  subsets: [{name: v1, labels: {version: v1}}]\n")
        + istio("Gateway", "edge-gw", "shop",
                "spec:\n  selector: {app: gw}\n  servers:\n"
                "  - port: {number: 80, name: http, protocol: HTTP}\n    hosts: [\"./orders\", \"other/*\"]\n")
        + istio("Sidecar", "default", "other",
                "spec:\n  egress:\n  - hosts: [\"shop/orders.shop.svc.cluster.local\", \"shop/*\"]\n")
        + istio("Sidecar", "own", "shop", "spec:\n  egress:\n  - hosts: [\"./orders.shop.svc.cluster.local\"]\n")
        + core("v1", "Service", "orders", "shop", "spec:\n  selector: {app: orders}\n  ports: [{port: 80}]\n")
        + core("v1", "Service", "audit", "shop", "spec:\n  ports: [{port: 80}]\n")
        + core("gateway.networking.k8s.io/v1", "HTTPRoute", "api", "shop",
               "spec:\n  parentRefs:\n  - name: public\n    sectionName: web\n  rules:\n"
               "  - backendRefs:\n    - {name: orders, port: 80}\n")
        + core("gateway.networking.k8s.io/v1", "Gateway", "public", "shop",
               "spec:\n  gatewayClassName: istio\n  listeners: [{name: web, port: 80, protocol: HTTP, "
               "allowedRoutes: {namespaces: {from: All}}}]\n")
        + core("apps/v1", "Deployment", "orders-v1", "shop",
               "spec:\n  template:\n    metadata: {labels: {app: orders, version: v1}}\n"
               "    spec: {serviceAccountName: orders}\n")
        + core("apps/v1", "Deployment", "gw", "shop",
               "spec:\n  template:\n    metadata: {labels: {app: gw}}\n    spec: {serviceAccountName: shared}\n")
        + core("apps/v1", "Deployment", "gw2", "shop",
               "spec:\n  template:\n    metadata: {labels: {app: gw2}}\n    spec: {serviceAccountName: shared}\n")
        + core("v1", "ServiceAccount", "orders", "shop", "")
        + core("security.istio.io/v1", "AuthorizationPolicy", "allow", "other",
               "spec:\n  rules:\n  - from:\n"
               "    - source: {principals: [\"cluster.local/ns/shop/sa/orders\", cluster.local/ns/shop/sa/shared]}\n"
               "    - source: {serviceAccounts: [shop/orders]}\n"
               "    to:\n    - operation: {hosts: [\"orders.shop.svc.cluster.local:80\"]}\n")
        + core("autoscaling/v2", "HorizontalPodAutoscaler", "o", "shop",
               "spec:\n  scaleTargetRef: {kind: Deployment, name: orders-v1}\n");
}

/// The lines that are new, without indentation.
QStringList newLines(const QByteArray& before, const QByteArray& after)
{
    QByteArrayList old = before.split('\n');
    QStringList lines;
    for (const QByteArray& line : after.split('\n')) {
        if (!old.removeOne(line))
            lines << QString::fromUtf8(line.trimmed());
    }
    return lines;
}

} // namespace

class TestMove : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void moves_data();
    void moves();
    void everythingTogetherStaysShort();
    void refuses_data();
    void refuses();
    void transformerDecides_data();
    void transformerDecides();
    void texts_data();
    void texts();

private:
    void open(const std::string& environment = {});
    mesh::ElementRef element(const QString& kind, const QString& name) const;
    QByteArray text() const { return QByteArray::fromStdString(*snapshot().current.find("mesh/all.yaml")->text->text); }
    const Snapshot& snapshot() const { return *m_workspace->snapshot(); }

    std::unique_ptr<MeshRepository> m_repository;
    std::unique_ptr<Workspace> m_workspace;
};

void TestMove::init()
{
    m_repository = std::make_unique<MeshRepository>();
    m_repository->write(u"mesh/all.yaml"_s, meshText());
    m_repository->commitAll();
    m_workspace = std::make_unique<Workspace>();
}

void TestMove::cleanup()
{
    m_workspace.reset();
    m_repository.reset();
}

void TestMove::open(const std::string& environment)
{
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path(), {}, environment);
    WAIT_FOR(!changed.isEmpty());
}

mesh::ElementRef TestMove::element(const QString& kind, const QString& name) const
{
    const auto& graph = *snapshot().graph;
    for (const auto index : graph.ofKind(kind.toStdString())) {
        if (graph.at(index).key.name == name.toStdString())
            return graph.at(index).element();
    }
    return {};
}

void TestMove::moves_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("lines"); ///< new ones
    QTest::addColumn<QStringList>("dangling"); ///< "Kind/name field"

    QTest::newRow("Service: hosts follow, and the last Sidecar sees it no more")
        << u"Service"_s << u"orders"_s << u"other"_s
        << QStringList{u"hosts: [orders.other.svc.cluster.local]"_s,
                       u"- destination: {host: orders.other.svc.cluster.local, subset: v1}"_s,
                       u"- route: [{destination: {host: orders.other.svc.cluster.local}}]"_s,
                       u"- destination: {host: orders.other.svc.cluster.local}"_s,
                       u"host: orders.other.svc.cluster.local"_s,
                       u"- hosts: [\"other/orders.other.svc.cluster.local\", \"shop/*\"]"_s,
                       u"- hosts: [\"other/orders.other.svc.cluster.local\"]"_s,
                       u"metadata: {name: orders, namespace: other}"_s,
                       u"- {name: orders, namespace: other, port: 80}"_s,
                       u"- operation: {hosts: [\"orders.other.svc.cluster.local:80\"]}"_s}
        << QStringList{u"Sidecar/default spec.egress[0].hosts[1]"_s, u"Service/orders spec.selector"_s,
                       u"HTTPRoute/api spec.rules[0].backendRefs[0].name"_s};
    QTest::newRow("VirtualService: its own names become full; what names it follows; a list lets it in")
        << u"VirtualService"_s << u"orders"_s << u"team"_s
        << QStringList{u"namespace: team"_s,
                       u"hosts: [orders.shop.svc.cluster.local]"_s,
                       u"gateways: [shop/edge-gw, mesh]"_s,
                       u"- match: [{gateways: [shop/edge-gw]}] # from outside"_s,
                       u"- destination: {host: orders.shop.svc.cluster.local, subset: v1}"_s,
                       u"mirror: {host: 'audit.shop.svc.cluster.local'}"_s,
                       u"namespace: shop"_s,
                       u"exportTo: [\"shop\", \"team\", other]"_s,
                       u"hosts: [\"./orders\", \"team/orders\", \"other/*\"]"_s}
        << QStringList{};
    QTest::newRow("delegate") << u"VirtualService"_s << u"more"_s << u"team"_s
                              << QStringList{u"namespace: team"_s, u"namespace: team"_s,
                                             u"- route: [{destination: {host: orders.shop.svc.cluster.local}}]"_s}
                              << QStringList{};
    QTest::newRow("DestinationRule") << u"DestinationRule"_s << u"orders"_s << u"team"_s
                                     << QStringList{u"namespace: team"_s, u"host: orders.shop.svc.cluster.local"_s}
                                     << QStringList{};
    QTest::newRow("Gateway of Istio") << u"Gateway"_s << u"edge-gw"_s << u"team"_s
                                      << QStringList{u"gateways: [team/edge-gw, mesh]"_s,
                                                     u"- match: [{gateways: [team/edge-gw]}] # from outside"_s,
                                                     u"namespace: team"_s,
                                                     u"hosts: [\"./orders\", \"shop/orders\", \"other/*\"]"_s}
                                      << QStringList{};
    QTest::newRow("route of the Gateway API: it needs a grant there")
        << u"HTTPRoute"_s << u"api"_s << u"team"_s
        << QStringList{u"metadata: {name: api, namespace: team}"_s, u"namespace: shop"_s,
                       u"- {name: orders, namespace: shop, port: 80}"_s}
        << QStringList{u"HTTPRoute/api spec.rules[0].backendRefs[0].name"_s};
    QTest::newRow("Gateway of the Gateway API")
        << u"Gateway"_s << u"public"_s << u"team"_s
        << QStringList{u"namespace: team"_s, u"metadata: {name: public, namespace: team}"_s} << QStringList{};
    QTest::newRow("Sidecar: its own namespace is named")
        << u"Sidecar"_s << u"own"_s << u"team"_s
        << QStringList{u"namespace: team"_s, u"- hosts: [\"shop/orders.shop.svc.cluster.local\"]"_s} << QStringList{};
    QTest::newRow("workload: its identity follows, what belongs to its namespace is said")
        << u"Deployment"_s << u"orders-v1"_s << u"team"_s
        << QStringList{u"metadata: {name: orders-v1, namespace: team}"_s,
                       u"- source: {principals: [\"cluster.local/ns/team/sa/orders\", cluster.local/ns/shop/sa/shared]}"_s,
                       u"- source: {serviceAccounts: [team/orders]}"_s}
        << QStringList{u"Deployment/orders-v1 spec.template.spec.serviceAccountName"_s,
                       u"HorizontalPodAutoscaler/o spec.scaleTargetRef.name"_s, u"Service/orders spec.selector"_s};
    QTest::newRow("workload with a shared identity: the old one stays")
        << u"Deployment"_s << u"gw"_s << u"team"_s
        << QStringList{u"metadata: {name: gw, namespace: team}"_s,
                       u"- source: {principals: [\"cluster.local/ns/shop/sa/orders\", cluster.local/ns/shop/sa/shared, cluster.local/ns/team/sa/shared]}"_s}
        << QStringList{};
    QTest::newRow("ServiceAccount")
        << u"ServiceAccount"_s << u"orders"_s << u"team"_s
        << QStringList{u"metadata: {name: orders, namespace: team}"_s,
                       u"- source: {principals: [\"cluster.local/ns/team/sa/orders\", cluster.local/ns/shop/sa/shared]}"_s,
                       u"- source: {serviceAccounts: [team/orders]}"_s}
        << QStringList{u"Deployment/orders-v1 spec.template.spec.serviceAccountName"_s};
}

void TestMove::moves()
{
    QFETCH(QString, kind);
    QFETCH(QString, name);
    QFETCH(QString, to);
    QFETCH(QStringList, lines);
    QFETCH(QStringList, dangling);
    open();
    const QByteArray before = text();
    const auto plan = planMove(snapshot(), {element(kind, name)}, to.toStdString());
    QVERIFY2(plan, plan ? "" : plan.error().code.c_str());
    QStringList lost;
    for (const DanglingPlace& place : plan->dangling) {
        lost << QString::fromStdString(place.element.key.kind + '/' + place.element.key.name + ' '
                                       + place.element.field.text());
    }
    const auto done = m_workspace->apply(plan->edit, u"Move"_s);
    QVERIFY2(done, done ? "" : done.error().code.c_str());
    QCOMPARE(newLines(before, text()), lines);
    QVERIFY2(lost == dangling, qPrintable(lost.join(u", "_s)));
    QCOMPARE(QString::fromStdString(element(kind, name).key.ns), to);
    QCOMPARE(m_workspace->undoStack().count(), 1);
    m_workspace->undoStack().undo();
    QCOMPARE(text(), before);
}

void TestMove::everythingTogetherStaysShort()
{
    open();
    const QByteArray before = text();
    std::vector<mesh::ElementRef> all;
    for (const auto& resource : snapshot().graph->resources()) {
        if (resource->key.ns == "shop" && resource->source.path == "mesh/all.yaml")
            all.push_back(resource->element());
    }
    const auto plan = planMove(snapshot(), all, "team");
    QVERIFY2(plan, plan ? "" : plan.error().code.c_str());
    QVERIFY(m_workspace->apply(plan->edit, u"Move"_s));
    QCOMPARE(m_workspace->undoStack().count(), 1);
    const QStringList lines = newLines(before, text());
    QVERIFY(text().contains("- destination: {host: orders, subset: v1}"));
    QVERIFY(text().contains("gateways: [edge-gw, mesh]"));
    QVERIFY(text().contains("- {name: orders, port: 80}"));
    QVERIFY(text().contains("hosts: [\"./orders\", \"other/*\"]"));
    QVERIFY(lines.contains(u"- destination: {host: orders.team.svc.cluster.local}"_s));
    QVERIFY(lines.contains(u"- hosts: [\"./orders.team.svc.cluster.local\"]"_s));
    QStringList lost;
    for (const DanglingPlace& place : plan->dangling)
        lost << QString::fromStdString(place.element.key.name + ' ' + place.element.field.text());
    // "shop/*", which let in both Services
    const QString entry = u"default spec.egress[0].hosts[1]"_s;
    QCOMPARE(lost, (QStringList{entry, entry}));
    for (const auto* reference : snapshot().graph->references())
        QVERIFY2(reference->resolution != mesh::Resolution::Missing, reference->target.c_str());
}

void TestMove::refuses_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("code");
    QTest::newRow("no name") << u"Service"_s << u"orders"_s << QString() << u"move.invalid"_s;
    QTest::newRow("a dot") << u"Service"_s << u"orders"_s << u"a.b"_s << u"move.invalid"_s;
    QTest::newRow("taken") << u"Service"_s << u"orders"_s << u"taken"_s << u"move.taken"_s;
    QTest::newRow("of the cluster") << u"Namespace"_s << u"taken"_s << u"other"_s << u"move.cluster"_s;
}

void TestMove::refuses()
{
    QFETCH(QString, kind);
    QFETCH(QString, name);
    QFETCH(QString, to);
    QFETCH(QString, code);
    m_repository->write(u"mesh/taken.yaml"_s,
                        "apiVersion: v1\nkind: Namespace\nmetadata: {name: taken}\n---\n"
                            + core("v1", "Service", "orders", "taken", "spec: {ports: [{port: 1}]}\n"));
    m_repository->commitAll();
    open();
    const auto plan = planMove(snapshot(), {element(kind, name)}, to.toStdString());
    QCOMPARE(plan ? QString() : QString::fromStdString(plan.error().code), code);
}

void TestMove::transformerDecides_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("overlay");
    QTest::addColumn<QString>("decider"); ///< empty: nobody, the move is made
    QTest::newRow("the overlay") << QByteArray("resources: [orders.yaml]\n")
                                 << QByteArray("resources: [../base]\nnamePrefix: a-\nnamespace: live\n")
                                 << u"overlay/kustomization.yaml"_s;
    QTest::newRow("the base") << QByteArray("resources: [orders.yaml]\nnamespace: shop\n")
                              << QByteArray("resources: [../base]\ncommonAnnotations: {a: b}\n")
                              << u"base/kustomization.yaml"_s;
    QTest::newRow("nobody") << QByteArray("resources: [orders.yaml]\n")
                            << QByteArray("resources: [../base]\ncommonAnnotations: {a: b}\n") << QString();
}

void TestMove::transformerDecides()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, overlay);
    QFETCH(QString, decider);
    m_repository->write(u"base/kustomization.yaml"_s, base);
    m_repository->write(u"base/orders.yaml"_s,
                        istio("DestinationRule", "moved", "shop", "spec: {host: a.example.com}\n"));
    m_repository->write(u"overlay/kustomization.yaml"_s, overlay);
    m_repository->commitAll();
    open("overlay");
    QVERIFY(snapshot().isRendered());
    const auto plan = planMove(snapshot(), {snapshot().graph->at(snapshot().graph->order().front()).element()}, "team");
    if (!decider.isEmpty()) {
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, "move.transformer");
        QCOMPARE(QString::fromStdString(plan.error().args.front()), decider);
        return;
    }
    QVERIFY2(plan, plan ? "" : plan.error().code.c_str());
    QSignalSpy asked(m_workspace.get(), &Workspace::sourceChoiceNeeded);
    QVERIFY(m_workspace->apply(plan->edit, u"Move"_s));
    // in the base it would be another resource, which no render proves; the overlay's own patch is proven
    WAIT_FOR(!asked.isEmpty());
    const auto& choices = m_workspace->sourcePlan().choices;
    QCOMPARE(choices.size(), 2U);
    QVERIFY(!choices[0].isProven && choices[1].isProven);
    const auto taken = m_workspace->takeSourceChoice(1);
    QVERIFY2(taken, taken ? "" : taken.error().code.c_str());
    QCOMPARE(snapshot().changedFiles(), std::vector<std::string>{"overlay/kustomization.yaml"});
    QCOMPARE(snapshot().graph->at(snapshot().graph->order().front()).key.ns, "team");
}

void TestMove::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("from"); ///< namespace of the text, before > after
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("isHost");
    QTest::addColumn<QString>("after"); ///< empty: as it is
    QTest::newRow("short host, the target goes")
        << u"a"_s << u"x>x"_s << u"x>y"_s << true << u"a.y.svc.cluster.local"_s;
    QTest::newRow("short host, the text goes") << u"a"_s << u"x>y"_s << u"x>x"_s << true << u"a.x.svc.cluster.local"_s;
    QTest::newRow("short host, both go") << u"a"_s << u"x>y"_s << u"x>y"_s << true << QString();
    QTest::newRow("full host, both go") << u"a.x.svc"_s << u"x>y"_s << u"x>y"_s << true << u"a.y.svc"_s;
    QTest::newRow("full host, the text goes") << u"a.x.svc"_s << u"x>y"_s << u"x>x"_s << true << QString();
    QTest::newRow("host of a longer namespace") << u"a.xy.svc"_s << u"x>x"_s << u"x>y"_s << true << QString();
    QTest::newRow("outside host") << u"a.x.com"_s << u"x>x"_s << u"x>y"_s << true << QString();
    QTest::newRow("wildcard") << u"*.x.svc.cluster.local"_s << u"x>x"_s << u"x>y"_s << true << QString();
    QTest::newRow("short gateway") << u"a"_s << u"x>x"_s << u"x>y"_s << false << u"y/a"_s;
    QTest::newRow("own gateway") << u"./a"_s << u"x>x"_s << u"x>y"_s << false << u"y/a"_s;
    QTest::newRow("own gateway, both go") << u"./a"_s << u"x>y"_s << u"x>y"_s << false << QString();
    QTest::newRow("gateway with its namespace") << u"x/a"_s << u"z>z"_s << u"x>y"_s << false << u"y/a"_s;
    QTest::newRow("any namespace") << u"*/a.x.svc.cluster.local"_s << u"z>z"_s << u"x>y"_s << false
                                   << u"*/a.y.svc.cluster.local"_s;
}

void TestMove::texts()
{
    QFETCH(QString, text);
    QFETCH(QString, from);
    QFETCH(QString, target);
    QFETCH(bool, isHost);
    QFETCH(QString, after);
    const std::string names[] = {from.section(u'>', 0, 0).toStdString(), from.section(u'>', 1).toStdString(),
                                 target.section(u'>', 0, 0).toStdString(), target.section(u'>', 1).toStdString()};
    const auto result = movedReference(text.toStdString(), {names[0], names[1], names[2], names[3]},
                                       isHost ? NameForm::Host : NameForm::Path);
    QCOMPARE(result ? QString::fromStdString(*result) : QString(), after);
}

QTEST_GUILESS_MAIN(TestMove)
#include "tst_move.moc"
