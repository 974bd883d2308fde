// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/naming.h"
#include "models/workspace/operations/newresource.h"
#include "models/workspace/operations/removal.h"
#include "models/workspace/operations/rename.h"
#include "models/workspace/operations/usages.h"
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include <QSignalSpy>
#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* istioHead = "apiVersion: networking.istio.io/v1\nkind: ";

QByteArray resource(const char* kind, const char* name, const char* ns, const QByteArray& rest)
{
    return istioHead + QByteArray(kind) + "\nmetadata:\n  name: " + name + "\n  namespace: " + ns + "\n" + rest;
}

/// Everything that names something.
QByteArray meshText()
{
    return resource("VirtualService", "orders", "shop",
                    "spec:\n  hosts: [orders]\n  gateways: [edge/shop-gw, mesh]\n  http:\n  - name: main\n    match:\n"
                    "    - gateways: [edge/shop-gw] # from outside\n    route:\n"
                    "    - destination: {host: orders.shop.svc.cluster.local, subset: v1}\n      weight: 60\n"
                    "    - destination: {host: orders, subset: v2}\n      weight: 40\n"
                    "    mirror: {host: orders, subset: 'v1'}\n"
                    "  - delegate: {name: more, namespace: shop}\n")
        + "---\n"
        + resource("VirtualService", "more", "shop",
                   "spec:\n  http:\n  - route:\n    - destination:\n"
                   "        host: \"orders\"\n        subset: v1 # old\n")
        + "---\n"
        + resource("VirtualService", "far", "edge",
                   "spec:\n  hosts: [far]\n  http:\n  - route:\n    - destination:\n"
                   "        host: orders.shop.svc.cluster.local\n        subset: v1\n")
        + "---\n"
        + resource("DestinationRule", "orders", "shop",
                   "spec:\n  host: orders\n  subsets:\n  - name: v1 # stable\n    labels: {version: v1}\n"
                   "  - name: v2\n    labels: {version: v2}\n")
        + "---\n"
        + resource("Sidecar", "default", "edge",
                   "spec:\n  egress:\n  - hosts: [\"shop/orders.shop.svc.cluster.local\", \"./*\"]\n")
        + "---\napiVersion: v1\nkind: Service\nmetadata: {name: orders, namespace: shop}\nspec:\n"
          "  selector: {app: orders, name: orders}\n  ports: [{name: http, port: 80}]\n"
          "---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: allow, namespace: edge}\n"
          "spec:\n  targetRefs:\n  - {group: gateway.networking.k8s.io, kind: Gateway, name: public}\n"
          "---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: default, namespace: "
          "shop}\n"
          "spec: {mtls: {mode: STRICT}}\n"
          "---\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: public, namespace: edge}\n"
          "spec:\n  gatewayClassName: istio\n  listeners:\n  - {name: web, port: 80, protocol: HTTP}\n"
          "---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: api, namespace: shop}\n"
          "spec:\n  parentRefs:\n  - name: public\n    namespace: edge\n    sectionName: web\n  rules:\n"
          "  - backendRefs:\n    - {name: orders, port: 80}\n"
          "---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: o, namespace: shop}\n"
          "spec:\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: orders-v1}\n"
          "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: orders-v1, namespace: shop}\nspec:\n"
          "  template:\n    metadata: {labels: {app: orders, name: orders, version: v1}}\n"
          "---\napiVersion: networking.istio.io/v1alpha3\nkind: EnvoyFilter\nmetadata: {name: f, namespace: shop}\n"
          "spec:\n  configPatches:\n  - applyTo: CLUSTER\n    match:\n      cluster:\n        subset: v1\n"
          "        service: orders.shop.svc.cluster.local\n  - applyTo: CLUSTER\n    match:\n      cluster:\n"
          "        name: outbound|80|v1|orders.shop.svc.cluster.local\n  - applyTo: HTTP_ROUTE\n    match:\n"
          "      routeConfiguration:\n        gateway: edge/shop-gw\n        portName: http\n"
          "        vhost: {route: {name: main}}\n";
}

QByteArray gatewayText()
{
    return resource("Gateway", "shop-gw", "edge",
                    "spec:\n  selector: {istio: ingressgateway}\n  servers:\n"
                    "  - port: {number: 80, name: http, protocol: HTTP}\n    hosts: [\"*\"]\n");
}

/// "line number: new line" for every line that differs; texts of the same number of lines.
QStringList changedLines(const QByteArray& before, const QByteArray& after)
{
    const auto old = before.split('\n');
    const auto now = after.split('\n');
    QStringList lines;
    if (old.size() != now.size())
        return {u"another number of lines"_s};
    for (qsizetype i = 0; i < old.size(); ++i) {
        if (old[i] != now[i])
            lines << QString::fromUtf8(now[i].trimmed());
    }
    return lines;
}

} // namespace

class TestOperations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void renames_data();
    void renames();
    void renamedSubsetIsOneStep();
    void renameRefuses_data();
    void renameRefuses();
    void renameNamesWhatItLeaves();
    void references_data();
    void references();
    void removalSaysWhatWouldDangle_data();
    void removalSaysWhatWouldDangle();
    void worksOnWhatIsRendered();
    void newResourcesStartFromTheirRequiredFields_data();
    void newResourcesStartFromTheirRequiredFields();
    void everyKindCanBeMade();
    void newRefuses_data();
    void newRefuses();
    void duplicates();
    void pathsAreLikeTheNeighbours_data();
    void pathsAreLikeTheNeighbours();
    void whereUsed();
    void policies();
    void names_data();
    void names();

private:
    void open();
    mesh::ElementRef element(const char* kind, const char* name, const char* field = "") const;
    QByteArray text(const char* path) const;
    const Snapshot& snapshot() const { return *m_workspace->snapshot(); }

    std::unique_ptr<MeshRepository> m_repository;
    std::unique_ptr<Workspace> m_workspace;
};

void TestOperations::init()
{
    m_repository = std::make_unique<MeshRepository>();
    m_repository->write(u"mesh/all.yaml"_s, meshText());
    m_repository->write(u"shop/gateway.yml"_s, gatewayText());
    m_repository->commitAll();
    m_workspace = std::make_unique<Workspace>();
}

void TestOperations::cleanup()
{
    m_workspace.reset();
    m_repository.reset();
}

void TestOperations::open()
{
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path());
    WAIT_FOR(!changed.isEmpty());
}

mesh::ElementRef TestOperations::element(const char* kind, const char* name, const char* field) const
{
    const auto& graph = *snapshot().graph;
    for (const auto index : graph.ofKind(kind)) {
        if (graph.at(index).key.name == name) {
            mesh::ElementRef found = graph.at(index).element();
            found.field = mesh::FieldPath(field);
            return found;
        }
    }
    return {};
}

QByteArray TestOperations::text(const char* path) const
{
    const auto* file = snapshot().current.find(path);
    return file == nullptr ? QByteArray("(none)") : QByteArray::fromStdString(*file->text->text);
}

void TestOperations::renames_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("lines"); ///< that change, without indentation

    QTest::newRow("subset") << u"DestinationRule"_s << u"orders"_s << u"spec.subsets[0]"_s << u"stable"_s
                            << QStringList{u"- destination: {host: orders.shop.svc.cluster.local, subset: stable}"_s,
                                           u"mirror: {host: orders, subset: 'stable'}"_s,
                                           u"subset: stable # old"_s,
                                           u"subset: stable"_s,
                                           u"- name: stable # stable"_s,
                                           u"subset: stable"_s,
                                           u"name: outbound|80|stable|orders.shop.svc.cluster.local"_s};
    QTest::newRow("subset by a field in it")
        << u"DestinationRule"_s << u"orders"_s << u"spec.subsets[1].labels.version"_s << u"next"_s
        << QStringList{u"- destination: {host: orders, subset: next}"_s, u"- name: next"_s};
    QTest::newRow("Service") << u"Service"_s << u"orders"_s << QString() << u"purchases"_s
                             << QStringList{u"- destination: {host: purchases.shop.svc.cluster.local, subset: v1}"_s,
                                            u"- destination: {host: purchases, subset: v2}"_s,
                                            u"mirror: {host: purchases, subset: 'v1'}"_s,
                                            u"host: \"purchases\""_s,
                                            u"host: purchases.shop.svc.cluster.local"_s,
                                            u"host: purchases"_s,
                                            u"- hosts: [\"shop/purchases.shop.svc.cluster.local\", \"./*\"]"_s,
                                            u"metadata: {name: purchases, namespace: shop}"_s,
                                            u"- {name: purchases, port: 80}"_s};
    QTest::newRow("Gateway of Istio") << u"Gateway"_s << u"shop-gw"_s << QString() << u"front"_s
                                      << QStringList{u"gateways: [edge/front, mesh]"_s,
                                                     u"- gateways: [edge/front] # from outside"_s, u"name: front"_s};
    QTest::newRow("Gateway of the Gateway API")
        << u"Gateway"_s << u"public"_s << QString() << u"front"_s
        << QStringList{u"- {group: gateway.networking.k8s.io, kind: Gateway, name: front}"_s,
                       u"metadata: {name: front, namespace: edge}"_s, u"- name: front"_s};
    QTest::newRow("listener") << u"Gateway"_s << u"public"_s << u"spec.listeners[0]"_s << u"plain"_s
                              << QStringList{u"- {name: plain, port: 80, protocol: HTTP}"_s, u"sectionName: plain"_s};
    QTest::newRow("server port") << u"Gateway"_s << u"shop-gw"_s << u"spec.servers[0]"_s << u"plain"_s
                                 << QStringList{u"portName: plain"_s,
                                                u"- port: {number: 80, name: plain, protocol: HTTP}"_s};
    QTest::newRow("route") << u"VirtualService"_s << u"orders"_s << u"spec.http[0].route[1].weight"_s << u"first"_s
                           << QStringList{u"- name: first"_s, u"vhost: {route: {name: first}}"_s};
    QTest::newRow("delegate") << u"VirtualService"_s << u"more"_s << QString() << u"rest"_s
                              << QStringList{u"- delegate: {name: rest, namespace: shop}"_s, u"name: rest"_s};
    QTest::newRow("workload") << u"Deployment"_s << u"orders-v1"_s << QString() << u"orders-first"_s
                              << QStringList{
                                     u"scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: orders-first}"_s,
                                     u"metadata: {name: orders-first, namespace: shop}"_s};
    QTest::newRow("nobody names it") << u"DestinationRule"_s << u"orders"_s << QString() << u"orders-dr"_s
                                     << QStringList{u"name: orders-dr"_s};
}

void TestOperations::renames()
{
    QFETCH(QString, kind);
    QFETCH(QString, name);
    QFETCH(QString, field);
    QFETCH(QString, to);
    QFETCH(QStringList, lines);
    open();
    const QByteArray before = text("mesh/all.yaml");
    const QByteArray gateway = text("shop/gateway.yml");
    const auto target = renameTarget(
        *snapshot().graph, element(kind.toUtf8().constData(), name.toUtf8().constData(), field.toUtf8().constData()));
    QVERIFY(target);
    const auto plan = planRename(snapshot(), *target, to.toStdString());
    QVERIFY2(plan, plan ? "" : plan.error().code.c_str());
    QCOMPARE(plan->places.front().before, target->name);
    const auto done = m_workspace->apply(plan->edit, u"Rename"_s);
    QVERIFY2(done, done ? "" : done.error().code.c_str());
    QCOMPARE(changedLines(before, text("mesh/all.yaml")) + changedLines(gateway, text("shop/gateway.yml")), lines);
    QCOMPARE(static_cast<qsizetype>(plan->places.size()), lines.size());
    QCOMPARE(m_workspace->undoStack().count(), 1);
    // nothing points into the void that did not before
    for (const auto* reference : snapshot().graph->references()) {
        QVERIFY2(reference->resolution != mesh::Resolution::Missing, reference->target.c_str());
        QVERIFY2(reference->subsetResolution != mesh::Resolution::Missing, reference->subset.c_str());
    }
    m_workspace->undoStack().undo();
    QCOMPARE(text("mesh/all.yaml"), before);
    QCOMPARE(text("shop/gateway.yml"), gateway);
}

void TestOperations::renamedSubsetIsOneStep()
{
    m_repository->write(u"mesh/all.yaml"_s, "");
    m_repository->commitAll();
    open();
    const QByteArray before = text("shop/reviews.yaml");
    const auto target = renameTarget(*snapshot().graph, element("DestinationRule", "reviews", "spec.subsets[1]"));
    const auto plan = planRename(snapshot(), *target, "canary");
    QVERIFY(plan);
    QCOMPARE(plan->places.size(), 3U);
    const auto edit = planMeshEdit(snapshot(), plan->edit);
    QVERIFY(edit);
    QCOMPARE(edit->files.size(), 1U);
    for (const auto& splice : edit->files.front().splices)
        QCOMPARE(splice.length, 2U); // "v2" and nothing else
    QCOMPARE(edit->files.front().splices.size(), 3U);
    QVERIFY(m_workspace->apply(plan->edit, u"Rename"_s));
    QCOMPARE(m_workspace->undoStack().count(), 1);
    QCOMPARE(text("shop/reviews.yaml"),
             QByteArray(before)
                 .replace("subset: v2}", "subset: canary}")
                 .replace("subset: v2\n", "subset: canary\n")
                 .replace("name: v2\n", "name: canary\n"));
}

void TestOperations::renameRefuses_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("code");
    QTest::newRow("taken") << u"VirtualService"_s << u"orders"_s << QString() << u"more"_s << u"rename.taken"_s;
    QTest::newRow("taken subset") << u"DestinationRule"_s << u"orders"_s << u"spec.subsets[0]"_s << u"v2"_s
                                  << u"rename.taken"_s;
    QTest::newRow("no name") << u"Service"_s << u"orders"_s << QString() << QString() << u"rename.invalid"_s;
    QTest::newRow("capitals") << u"Service"_s << u"orders"_s << QString() << u"Orders"_s << u"rename.invalid"_s;
}

void TestOperations::renameRefuses()
{
    QFETCH(QString, kind);
    QFETCH(QString, name);
    QFETCH(QString, field);
    QFETCH(QString, to);
    QFETCH(QString, code);
    open();
    const auto target = renameTarget(
        *snapshot().graph, element(kind.toUtf8().constData(), name.toUtf8().constData(), field.toUtf8().constData()));
    QVERIFY(target);
    const auto plan = planRename(snapshot(), *target, to.toStdString());
    QCOMPARE(plan ? QString() : QString::fromStdString(plan.error().code), code);
}

void TestOperations::renameNamesWhatItLeaves()
{
    m_repository->write(u"base/kustomization.yaml"_s, "resources: [orders.yaml]\n");
    m_repository->write(u"base/orders.yaml"_s, resource("DestinationRule", "orders", "shop", "spec: {host: orders}\n"));
    m_repository->write(u"overlay/kustomization.yaml"_s, "resources: [../base]\npatches: [{path: patch.yaml}]\n");
    m_repository->write(u"overlay/patch.yaml"_s,
                        "# more\n" + resource("DestinationRule", "orders", "shop", "spec: {}\n"));
    m_repository->commitAll();
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path(), {}, "base");
    WAIT_FOR(!changed.isEmpty());
    QCOMPARE(snapshot().environment.name, "base");
    const auto target = renameTarget(*snapshot().graph, element("DestinationRule", "orders"));
    QVERIFY(target);
    const auto plan = planRename(snapshot(), *target, "purchases");
    QVERIFY(plan);
    QStringList outside;
    for (const Location& where : plan->outside)
        outside << QString::fromStdString(where.path) + u':' + QString::number(where.line);
    QVERIFY2(outside.contains(u"overlay/patch.yaml:2"_s), qPrintable(outside.join(u' ')));
}

void TestOperations::references_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ns");
    QTest::addColumn<QString>("renamed");
    QTest::newRow("name") << u"a"_s << u"shop"_s << u"b"_s;
    QTest::newRow("another name") << u"ab"_s << u"shop"_s << QString();
    QTest::newRow("with its namespace") << u"shop/a"_s << u"edge"_s << u"shop/b"_s;
    QTest::newRow("of another namespace") << u"edge/a"_s << u"edge"_s << QString();
    QTest::newRow("the own namespace") << u"./a.shop.svc.cluster.local"_s << u"shop"_s
                                       << u"./b.shop.svc.cluster.local"_s;
    QTest::newRow("any namespace") << u"*/a.shop.svc.cluster.local"_s << u"edge"_s << u"*/b.shop.svc.cluster.local"_s;
    QTest::newRow("host") << u"a.shop.svc.cluster.local"_s << u"edge"_s << u"b.shop.svc.cluster.local"_s;
    QTest::newRow("short host") << u"a.shop.svc"_s << u"edge"_s << u"b.shop.svc"_s;
    QTest::newRow("host of another namespace") << u"a.shopping.svc.cluster.local"_s << u"edge"_s << QString();
    QTest::newRow("outside host") << u"a.shop.example.com"_s << u"edge"_s << QString();
    QTest::newRow("wildcard") << u"*.shop.svc.cluster.local"_s << u"edge"_s << QString();
}

void TestOperations::references()
{
    QFETCH(QString, text);
    QFETCH(QString, ns);
    QFETCH(QString, renamed);
    const auto result = renamedReference(text.toStdString(), {{}, {}, "Service", "shop", "a"}, ns.toStdString(), "b");
    QCOMPARE(result ? QString::fromStdString(*result) : QString(), renamed);
}

void TestOperations::removalSaysWhatWouldDangle_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("dangling");
    QTest::newRow("Gateway") << u"Gateway"_s << u"shop-gw"_s
                             << QStringList{u"VirtualService/orders spec.gateways[0] edge/shop-gw"_s};
    QTest::newRow("DestinationRule") << u"DestinationRule"_s << u"orders"_s
                                     << QStringList{
                                            u"VirtualService/orders spec.http[0].route[0].destination.subset v1"_s,
                                            u"VirtualService/orders spec.http[0].route[1].destination.subset v2"_s,
                                            u"VirtualService/orders spec.http[0].mirror.subset v1"_s,
                                            u"VirtualService/more spec.http[0].route[0].destination.subset v1"_s,
                                            u"VirtualService/far spec.http[0].route[0].destination.subset v1"_s};
    QTest::newRow("delegate") << u"VirtualService"_s << u"more"_s
                              << QStringList{u"VirtualService/orders spec.http[1].delegate.name shop/more"_s};
    QTest::newRow("nobody names it") << u"Sidecar"_s << u"default"_s << QStringList{};
    QTest::newRow("named by a policy") << u"Gateway"_s << u"public"_s
                                       << QStringList{u"HTTPRoute/api spec.parentRefs[0].name edge/public"_s,
                                                      u"AuthorizationPolicy/allow spec.targetRefs[0] edge/public"_s};
}

void TestOperations::removalSaysWhatWouldDangle()
{
    QFETCH(QString, kind);
    QFETCH(QString, name);
    QFETCH(QStringList, dangling);
    open();
    const auto plan = planRemoval(snapshot(), {element(kind.toUtf8().constData(), name.toUtf8().constData())});
    QVERIFY2(plan, plan ? "" : plan.error().code.c_str());
    QStringList lines;
    for (const DanglingPlace& place : plan->dangling) {
        lines << QString::fromStdString(place.element.key.kind + '/' + place.element.key.name + ' '
                                        + place.element.field.text() + ' ' + place.target);
    }
    QCOMPARE(lines, dangling);
    QVERIFY(m_workspace->apply(plan->edit, u"Delete"_s));
    QVERIFY(element(kind.toUtf8().constData(), name.toUtf8().constData()).isNull());
    m_workspace->undoStack().undo();
    QVERIFY(!m_workspace->hasPendingChanges());
}

void TestOperations::worksOnWhatIsRendered()
{
    m_repository->write(u"base/kustomization.yaml"_s, "resources: [orders.yaml]\n");
    m_repository->write(u"base/orders.yaml"_s, meshText());
    m_repository->write(u"overlay/kustomization.yaml"_s,
                        "namePrefix: \"\"\nresources: [../base]\n"
                        "commonAnnotations: {stage: production}\n");
    m_repository->commitAll();
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path(), {}, "overlay");
    WAIT_FOR(!changed.isEmpty());
    QVERIFY2(snapshot().isRendered(), snapshot().environment.name.c_str());
    const auto removal = planRemoval(snapshot(), {element("DestinationRule", "orders")});
    QVERIFY2(removal, removal ? "" : removal.error().code.c_str());
    QCOMPARE(removal->dangling.size(), 5U);
    const auto target = renameTarget(*snapshot().graph, element("DestinationRule", "orders", "spec.subsets[0]"));
    QVERIFY(target);
    const auto plan = planRename(snapshot(), *target, "stable");
    QVERIFY(plan);
    QCOMPARE(plan->places.size(), 7U);
    // a new resource goes beside the file that its neighbour is written in
    QCOMPARE(
        proposedPath(
            snapshot(),
            {.group = "networking.istio.io", .kind = "DestinationRule", .name = "fresh", .ns = "shop", .path = {}}),
        "base/fresh.yaml");
    // shown at once, before anything is written
    QSignalSpy shown(m_workspace.get(), &Workspace::snapshotChanged);
    const auto done = m_workspace->apply(plan->edit, u"Rename"_s);
    QVERIFY2(done, done ? "" : done.error().code.c_str());
    WAIT_FOR(!shown.isEmpty());
    QVERIFY(renameTarget(*snapshot().graph, element("DestinationRule", "orders", "spec.subsets[0]"))->name == "stable");
}

void TestOperations::newResourcesStartFromTheirRequiredFields_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("DestinationRule") << u"DestinationRule"_s
                                     << QByteArray(
                                            "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n"
                                            "  name: fresh\n  namespace: shop\nspec:\n  host: fresh\n");
    QTest::newRow("PeerAuthentication")
        << u"PeerAuthentication"_s
        << QByteArray("apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: fresh\n"
                      "  namespace: shop\nspec: {}\n");
    QTest::newRow("the version of the neighbours")
        << u"EnvoyFilter"_s
        << QByteArray("apiVersion: networking.istio.io/v1alpha3\nkind: EnvoyFilter\nmetadata:\n  name: fresh\n"
                      "  namespace: shop\nspec: {}\n");
}

void TestOperations::newResourcesStartFromTheirRequiredFields()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, text);
    open();
    const mesh::KindSchema* table = nullptr;
    for (const auto* each : creatableKinds()) {
        if (each->kind == kind.toStdString())
            table = each;
    }
    QVERIFY(table != nullptr);
    ResourceDraft draft = proposedDraft(snapshot(), *table, element("Service", "orders"));
    QCOMPARE(draft.ns, "shop");
    draft.name = "fresh";
    draft.path = "shop/fresh.yaml";
    const auto plan = planNewResource(snapshot(), draft);
    QVERIFY2(plan, plan ? "" : plan.error().code.c_str());
    QVERIFY(m_workspace->apply(*plan, u"New"_s));
    QCOMPARE(this->text("shop/fresh.yaml"), text);
    QVERIFY(!element(kind.toUtf8().constData(), "fresh").isNull());
    m_workspace->undoStack().undo();
    QVERIFY(!m_workspace->hasPendingChanges());
}

void TestOperations::everyKindCanBeMade()
{
    open();
    QVERIFY(creatableKinds().size() > 20);
    for (const auto* kind : creatableKinds()) {
        ResourceDraft draft = proposedDraft(snapshot(), *kind, element("Service", "orders"));
        draft.name = "fresh";
        draft.path = proposedPath(snapshot(), draft);
        const auto plan = planNewResource(snapshot(), draft);
        QVERIFY2(plan, kind->kind.c_str());
        const auto done = m_workspace->apply(*plan, u"New"_s);
        QVERIFY2(done, kind->kind.c_str());
        QVERIFY2(!snapshot().graph->find(keyOf(snapshot(), draft)).empty(), kind->kind.c_str());
        m_workspace->undoStack().undo();
    }
}

void TestOperations::newRefuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("ns");
    QTest::addColumn<QString>("code");
    QTest::newRow("taken") << u"orders"_s << u"shop"_s << u"new.taken"_s;
    QTest::newRow("no name") << QString() << u"shop"_s << u"new.name"_s;
    QTest::newRow("no namespace") << u"fresh"_s << QString() << u"new.namespace"_s;
}

void TestOperations::newRefuses()
{
    QFETCH(QString, name);
    QFETCH(QString, ns);
    QFETCH(QString, code);
    open();
    const auto plan = planNewResource(snapshot(),
                                      {.group = "networking.istio.io",
                                       .kind = "DestinationRule",
                                       .name = name.toStdString(),
                                       .ns = ns.toStdString(),
                                       .path = "shop/x.yaml"});
    QCOMPARE(plan ? QString() : QString::fromStdString(plan.error().code), code);
}

void TestOperations::duplicates()
{
    open();
    const auto original = element("DestinationRule", "orders");
    const auto& graph = *snapshot().graph;
    ResourceDraft draft = draftOfCopy(snapshot(), graph.at(graph.find(original)));
    QCOMPARE(draft.name, "orders-copy");
    draft.path = "shop/copy.yaml";
    const auto plan = planDuplicate(snapshot(), original, draft);
    QVERIFY(plan);
    QVERIFY(m_workspace->apply(*plan, u"Duplicate"_s));
    QCOMPARE(text("shop/copy.yaml"),
             QByteArray("apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: orders-copy\n"
                        "  namespace: shop\nspec:\n  host: orders\n  subsets:\n  - name: v1\n"
                        "    labels: {version: v1}\n  - name: v2\n    labels: {version: v2}\n"));
    const auto& now = *snapshot().graph;
    QCOMPARE(draftOfCopy(snapshot(), now.at(now.find(original))).name, "orders-copy-2");
}

void TestOperations::pathsAreLikeTheNeighbours_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("ns");
    QTest::addColumn<QString>("path");
    const QString istio = u"networking.istio.io"_s;
    QTest::newRow("named after the resource")
        << istio << u"ServiceEntry"_s << u"shop"_s << u"shop/entries/fresh-out.yaml"_s;
    QTest::newRow("not named after it") << istio << u"DestinationRule"_s << u"shop"_s << u"mesh/fresh-dr.yaml"_s;
    QTest::newRow("a kind that is nowhere")
        << u"telemetry.istio.io"_s << u"Telemetry"_s << u"shop"_s << u"mesh/fresh-telemetry.yaml"_s;
    QTest::newRow("a namespace that is nowhere") << istio << u"DestinationRule"_s << u"new"_s << u"fresh-dr.yaml"_s;
}

void TestOperations::pathsAreLikeTheNeighbours()
{
    QFETCH(QString, group);
    QFETCH(QString, kind);
    QFETCH(QString, ns);
    QFETCH(QString, path);
    m_repository->write(u"shop/entries/pay-out.yaml"_s,
                        resource("ServiceEntry", "pay", "shop", "spec: {hosts: [pay.example.com]}\n"));
    open();
    QCOMPARE(QString::fromStdString(proposedPath(snapshot(),
                                                 {.group = group.toStdString(),
                                                  .kind = kind.toStdString(),
                                                  .name = "fresh",
                                                  .ns = ns.toStdString(),
                                                  .path = {}})),
             path);
}

void TestOperations::whereUsed()
{
    open();
    const Usages usages(snapshot().graph);
    const auto& graph = *snapshot().graph;
    QStringList lines;
    for (const Usage& usage : usages.of(graph.find(element("Service", "orders")))) {
        lines << QString::fromStdString((usage.isIncoming ? "< " : "> ") + usage.element.key.kind + '/'
                                        + usage.element.key.name + ' ' + usage.element.field.text());
    }
    lines.sort();
    QCOMPARE(lines,
             (QStringList{
                 u"< DestinationRule/orders spec.host"_s, u"< HTTPRoute/api spec.rules[0].backendRefs[0].name"_s,
                 u"< Sidecar/default spec.egress[0].hosts[0]"_s,
                 u"< VirtualService/far spec.http[0].route[0].destination.host"_s,
                 u"< VirtualService/more spec.http[0].route[0].destination.host"_s,
                 u"< VirtualService/orders spec.http[0].mirror.host"_s,
                 u"< VirtualService/orders spec.http[0].route[0].destination.host"_s,
                 u"< VirtualService/orders spec.http[0].route[1].destination.host"_s, u"> Deployment/orders-v1 "_s}));
    // routes are bound by the rule of their host, at the subset that they ask for
    lines.clear();
    for (const Usage& usage : usages.of(graph.find(element("DestinationRule", "orders")))) {
        lines << QString::fromStdString((usage.isIncoming ? "< " : "> ") + usage.element.key.kind + '/'
                                        + usage.element.key.name + ' ' + usage.element.field.text());
    }
    lines.sort();
    QCOMPARE(lines,
             (QStringList{u"< HTTPRoute/api spec.rules[0].backendRefs[0].name"_s,
                          u"< VirtualService/far spec.http[0].route[0].destination.subset"_s,
                          u"< VirtualService/more spec.http[0].route[0].destination.subset"_s,
                          u"< VirtualService/orders spec.http[0].mirror.subset"_s,
                          u"< VirtualService/orders spec.http[0].route[0].destination.subset"_s,
                          u"< VirtualService/orders spec.http[0].route[1].destination.subset"_s,
                          u"> Deployment/orders-v1 "_s, u"> Service/orders "_s}));
}

void TestOperations::policies()
{
    open();
    const Usages usages(snapshot().graph);
    const auto& graph = *snapshot().graph;
    const auto of = [&](const char* kind, const char* name) {
        QStringList lines;
        for (const Usage& usage : usages.policiesOf(graph.find(element(kind, name))))
            lines << QString::fromStdString(usage.element.key.kind + '/' + usage.element.key.name);
        return lines;
    };
    const QStringList shop{u"PeerAuthentication/default"_s, u"EnvoyFilter/f"_s};
    QCOMPARE(of("Service", "orders"), shop);
    QCOMPARE(of("Deployment", "orders-v1"), shop);
    QCOMPARE(of("VirtualService", "orders"), shop);
    QCOMPARE(of("Gateway", "public"), QStringList{u"AuthorizationPolicy/allow"_s});
}

void TestOperations::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("fits");
    QTest::newRow("plain") << u"reviews"_s << true;
    QTest::newRow("digits, dashes and dots") << u"a-1.b2"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("capitals") << u"Reviews"_s << false;
    QTest::newRow("dash first") << u"-a"_s << false;
    QTest::newRow("dash last") << u"a-"_s << false;
    QTest::newRow("dash before dot") << u"a-.b"_s << false;
    QTest::newRow("two dots") << u"a..b"_s << false;
    QTest::newRow("underscore") << u"a_b"_s << false;
    QTest::newRow("too long") << QString(254, u'a') << false;
}

void TestOperations::names()
{
    QFETCH(QString, name);
    QFETCH(bool, fits);
    QCOMPARE(isResourceName(name.toStdString()), fits);
}

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
