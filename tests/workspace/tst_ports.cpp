// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/rename.h"
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include <QSignalSpy>
#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

QByteArray document(const char* apiVersion, const char* kind, const char* name, const QByteArray& rest)
{
    return "apiVersion: " + QByteArray(apiVersion) + "\nkind: " + kind + "\nmetadata: {name: " + name
        + ", namespace: shop}\n" + rest + "---\n";
}

/// Everything that names a port of "orders", and the same numbers where they mean another one.
QByteArray meshText()
{
    const char* networking = "networking.istio.io/v1";
    const char* security = "security.istio.io/v1";
    return document("v1", "Service", "orders",
                    "spec:\n  selector: {app: orders}\n  ports:\n  - name: web # callers\n    port: 80\n"
                    "    targetPort: 8080\n  - {name: plain, port: 90}\n")
        + document("v1", "Service", "named",
                   "spec:\n  selector: {app: orders}\n  ports: [{port: 80, targetPort: listen}]\n")
        + document("v1", "Service", "other",
                   "spec:\n  selector: {app: other}\n  ports: [{port: 80, targetPort: 8080}]\n")
        + document(networking, "DestinationRule", "orders",
                   "spec:\n  host: orders\n  trafficPolicy:\n    portLevelSettings:\n    - port: {number: 80}\n"
                   "    - port:\n        number: 90\n  subsets:\n  - name: v1\n    trafficPolicy:\n"
                   "      portLevelSettings: [{port: {number: 80}, tls: {mode: SIMPLE}}]\n")
        + document(networking, "DestinationRule", "others",
                   "spec:\n  host: other\n  trafficPolicy: {portLevelSettings: [{port: {number: 80}}]}\n")
        + document(networking, "VirtualService", "orders",
                   "spec:\n  hosts: [orders]\n  http:\n  - match: [{port: 80}]\n    route:\n"
                   "    - destination: {host: orders, port: {number: 80}} # here\n"
                   "    - destination: {host: other, port: {number: 80 }}\n"
                   "    mirror: {host: orders.shop.svc.cluster.local, port: {number: 80}, subset: v1}\n")
        + document(networking, "VirtualService", "outside",
                   "spec:\n  hosts: [orders]\n  gateways: [gw]\n  http:\n  - match: [{port: 80}, {uri: {exact: /}}]\n"
                   "    route: [{destination: {host: orders}}]\n")
        + document("gateway.networking.k8s.io/v1", "HTTPRoute", "api",
                   "spec:\n  parentRefs: [{group: '', kind: Service, name: orders, port: 80}]\n  rules:\n"
                   "  - backendRefs: [{name: orders, port: 80}, {name: other, port: 80}]\n")
        + document("networking.k8s.io/v1", "Ingress", "in",
                   "spec:\n  defaultBackend: {service: {name: orders, port: {number: 80}}}\n"
                   "  rules: [{http: {paths: [{path: /, backend: {service: {name: orders, port: {name: web}}}}]}}]\n")
        + document(networking, "Sidecar", "callers",
                   "spec:\n  egress:\n  - port: {number: 80, protocol: HTTP, name: e}\n"
                   "    hosts: [./orders.shop.svc.cluster.local]\n  - port: {number: 80, protocol: HTTP}\n"
                   "    hosts: [./*]\n")
        + document(networking, "Sidecar", "orders",
                   "spec:\n  workloadSelector: {labels: {app: orders}}\n  ingress:\n"
                   "  - {port: {number: 8080, protocol: HTTP}, defaultEndpoint: \"127.0.0.1:8080\"}\n"
                   "  egress: [{hosts: [./*]}]\n")
        + document(security, "PeerAuthentication", "orders",
                   "spec:\n  selector: {matchLabels: {app: orders}}\n  portLevelMtls:\n"
                   "    8080: {mode: DISABLE}\n    80: {mode: STRICT}\n")
        + document(security, "PeerAuthentication", "other",
                   "spec:\n  selector: {matchLabels: {app: other}}\n  portLevelMtls: {8080: {mode: STRICT}}\n")
        + document(security, "AuthorizationPolicy", "pods",
                   "spec:\n  selector: {matchLabels: {app: orders}}\n  rules:\n"
                   "  - to: [{operation: {ports: [\"8080\", \"80\"]}}]\n"
                   "    when: [{key: destination.port, values: ['8080']}]\n")
        + document(security, "AuthorizationPolicy", "waypoint",
                   "spec:\n  targetRefs: [{group: '', kind: Service, name: orders}]\n  rules:\n"
                   "  - to: [{operation: {notPorts: [\"80\"]}}]\n")
        + document(security, "AuthorizationPolicy", "all",
                   "spec:\n  rules:\n  - to: [{operation: {ports: [\"80\", \"8080\"]}}]\n")
        + document("apps/v1", "Deployment", "orders",
                   "spec:\n  template:\n    metadata: {labels: {app: orders}}\n    spec:\n      containers:\n"
                   "      - name: app\n        ports: [{name: listen, containerPort: 8080}]\n"
                   "        readinessProbe: {httpGet: {port: 8080}}\n")
        + document("apps/v1", "Deployment", "other",
                   "spec:\n  template:\n    metadata: {labels: {app: other}}\n    spec:\n"
                   "      containers: [{name: app, ports: [{containerPort: 8080}]}]\n")
        + document(networking, "ServiceEntry", "bank",
                   "spec:\n  hosts: [bank.example.com]\n  ports: [{number: 443, name: tls, protocol: TLS}]\n"
                   "  workloadSelector: {labels: {app: bank}}\n")
        + document(networking, "WorkloadEntry", "bank-1",
                   "spec: {address: 10.0.0.1, labels: {app: bank}, ports: {tls: 8443}}\n")
        + document(networking, "VirtualService", "bank",
                   "spec:\n  hosts: [bank.example.com]\n  tls:\n"
                   "  - match: [{port: 443, sniHosts: [bank.example.com]}]\n"
                   "    route: [{destination: {host: bank.example.com, port: {number: 443}}}]\n")
        + document("networking.istio.io/v1alpha3", "EnvoyFilter", "f",
                   "spec:\n  configPatches:\n  - applyTo: CLUSTER\n    match: {cluster: {portNumber: 80, "
                   "service: orders.shop.svc.cluster.local}}\n  - applyTo: CLUSTER\n    match:\n      cluster:\n"
                   "        name: outbound|80||orders.shop.svc.cluster.local\n");
}

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

class TestPorts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void follow_data();
    void follow();
    void refuses_data();
    void refuses();
    void targets_data();
    void targets();

private:
    mesh::ElementRef element(const QString& kind, const QString& name, const QString& field) const;
    QByteArray text() const { return QByteArray::fromStdString(*snapshot().current.find("mesh/all.yaml")->text->text); }
    const Snapshot& snapshot() const { return *m_workspace->snapshot(); }

    std::unique_ptr<MeshRepository> m_repository;
    std::unique_ptr<Workspace> m_workspace;
};

void TestPorts::init()
{
    m_repository = std::make_unique<MeshRepository>();
    m_repository->write(u"mesh/all.yaml"_s, meshText());
    m_repository->commitAll();
    m_workspace = std::make_unique<Workspace>();
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path());
    WAIT_FOR(!changed.isEmpty());
}

void TestPorts::cleanup()
{
    m_workspace.reset();
    m_repository.reset();
}

mesh::ElementRef TestPorts::element(const QString& kind, const QString& name, const QString& field) const
{
    const auto& graph = *snapshot().graph;
    for (const auto index : graph.ofKind(kind.toStdString())) {
        if (graph.at(index).key.name == name.toStdString()) {
            mesh::ElementRef found = graph.at(index).element();
            found.field = mesh::FieldPath(field.toStdString());
            return found;
        }
    }
    return {};
}

void TestPorts::follow_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("lines"); ///< new ones
    QTest::newRow("number of a Service")
        << u"Service"_s << u"orders"_s << u"spec.ports[0].port"_s << u"8000"_s
        << QStringList{u"port: 8000"_s,
                       u"- port: {number: 8000}"_s,
                       u"portLevelSettings: [{port: {number: 8000}, tls: {mode: SIMPLE}}]"_s,
                       u"- match: [{port: 8000}]"_s,
                       u"- destination: {host: orders, port: {number: 8000}} # here"_s,
                       u"mirror: {host: orders.shop.svc.cluster.local, port: {number: 8000}, subset: v1}"_s,
                       u"parentRefs: [{group: '', kind: Service, name: orders, port: 8000}]"_s,
                       u"- backendRefs: [{name: orders, port: 8000}, {name: other, port: 80}]"_s,
                       u"defaultBackend: {service: {name: orders, port: {number: 8000}}}"_s,
                       u"- port: {number: 8000, protocol: HTTP, name: e}"_s,
                       u"- to: [{operation: {notPorts: [\"8000\"]}}]"_s,
                       u"match: {cluster: {portNumber: 8000, service: orders.shop.svc.cluster.local}}"_s,
                       u"name: outbound|8000||orders.shop.svc.cluster.local"_s};
    QTest::newRow("number without targetPort: the pods keep theirs")
        << u"Service"_s << u"orders"_s << u"spec.ports[1].port"_s << u"91"_s
        << QStringList{u"- {name: plain, port: 91, targetPort: 90}"_s, u"number: 91"_s};
    QTest::newRow("name of a Service's port")
        << u"Service"_s << u"orders"_s << u"spec.ports[0].name"_s << u"http"_s
        << QStringList{
               u"- name: http # callers"_s,
               u"rules: [{http: {paths: [{path: /, backend: {service: {name: orders, port: {name: http}}}}]}}]"_s};
    QTest::newRow("port of the pods")
        << u"Service"_s << u"orders"_s << u"spec.ports[0].targetPort"_s << u"9090"_s
        << QStringList{u"targetPort: 9090"_s,
                       u"- {port: {number: 9090, protocol: HTTP}, defaultEndpoint: \"127.0.0.1:9090\"}"_s,
                       u"\"9090\": {mode: DISABLE}"_s,
                       u"- to: [{operation: {ports: [\"9090\", \"80\"]}}]"_s,
                       u"when: [{key: destination.port, values: ['9090']}]"_s,
                       u"ports: [{name: listen, containerPort: 9090}]"_s,
                       u"readinessProbe: {httpGet: {port: 9090}}"_s};
    QTest::newRow("named port of the pods")
        << u"Service"_s << u"named"_s << u"spec.ports[0].targetPort"_s << u"app"_s
        << QStringList{u"ports: [{port: 80, targetPort: app}]"_s, u"ports: [{name: app, containerPort: 8080}]"_s};
    QTest::newRow("number of a ServiceEntry")
        << u"ServiceEntry"_s << u"bank"_s << u"spec.ports[0].number"_s << u"8443"_s
        << QStringList{u"ports: [{number: 8443, name: tls, protocol: TLS}]"_s,
                       u"- match: [{port: 8443, sniHosts: [bank.example.com]}]"_s,
                       u"route: [{destination: {host: bank.example.com, port: {number: 8443}}}]"_s};
    QTest::newRow("name of a ServiceEntry's port")
        << u"ServiceEntry"_s << u"bank"_s << u"spec.ports[0]"_s << u"secure"_s
        << QStringList{u"ports: [{number: 443, name: secure, protocol: TLS}]"_s,
                       u"spec: {address: 10.0.0.1, labels: {app: bank}, ports: {secure: 8443}}"_s};
}

void TestPorts::follow()
{
    QFETCH(QString, kind);
    QFETCH(QString, name);
    QFETCH(QString, field);
    QFETCH(QString, to);
    QFETCH(QStringList, lines);
    const QByteArray before = text();
    const auto target = renameTarget(*snapshot().graph, element(kind, name, field));
    QVERIFY(target);
    const auto plan = planRename(snapshot(), *target, to.toStdString());
    QVERIFY2(plan, plan ? "" : plan.error().code.c_str());
    const auto done = m_workspace->apply(plan->edit, u"Port"_s);
    QVERIFY2(done, done ? "" : done.error().code.c_str());
    QCOMPARE(newLines(before, text()), lines);
    QCOMPARE(m_workspace->undoStack().count(), 1);
    m_workspace->undoStack().undo();
    QCOMPARE(text(), before);
}

void TestPorts::refuses_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("code");
    QTest::newRow("taken") << u"spec.ports[0].port"_s << u"90"_s << u"rename.taken"_s;
    QTest::newRow("taken name") << u"spec.ports[0]"_s << u"plain"_s << u"rename.taken"_s;
    QTest::newRow("no number") << u"spec.ports[0].port"_s << u"web"_s << u"rename.port"_s;
    QTest::newRow("too large") << u"spec.ports[0].port"_s << u"65536"_s << u"rename.port"_s;
    QTest::newRow("zero") << u"spec.ports[0].port"_s << u"0"_s << u"rename.port"_s;
    QTest::newRow("no number for the pods") << u"spec.ports[0].targetPort"_s << u"web"_s << u"rename.port"_s;
}

void TestPorts::refuses()
{
    QFETCH(QString, field);
    QFETCH(QString, to);
    QFETCH(QString, code);
    const auto target = renameTarget(*snapshot().graph, element(u"Service"_s, u"orders"_s, field));
    QVERIFY(target);
    const auto plan = planRename(snapshot(), *target, to.toStdString());
    QCOMPARE(plan ? QString() : QString::fromStdString(plan.error().code), code);
}

void TestPorts::targets_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("target"); ///< empty: nothing is meant
    QTest::newRow("the only port") << u"ServiceEntry"_s << u"bank"_s << QString() << u"spec.ports[0].number"_s;
    QTest::newRow("one of several: which?") << u"Service"_s << u"orders"_s << QString() << QString();
    QTest::newRow("the one that is selected")
        << u"Service"_s << u"orders"_s << u"spec.ports[1].name"_s << u"spec.ports[1].port"_s;
    QTest::newRow("of the pods") << u"Service"_s << u"orders"_s << u"spec.ports[0].targetPort"_s
                                 << u"spec.ports[0].targetPort"_s;
    QTest::newRow("no port") << u"VirtualService"_s << u"orders"_s << QString() << QString();
}

void TestPorts::targets()
{
    QFETCH(QString, kind);
    QFETCH(QString, name);
    QFETCH(QString, field);
    QFETCH(QString, target);
    const auto found = portTarget(*snapshot().graph, element(kind, name, field));
    QCOMPARE(found ? QString::fromStdString(found->element.field.text()) : QString(), target);
}

QTEST_GUILESS_MAIN(TestPorts)
#include "tst_ports.moc"
