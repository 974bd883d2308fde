// SPDX-License-Identifier: Apache-2.0
// Istio's own simulation tests as data: every call that files can decide must end as Istio's proxies end it.
#include "models/mesh/effective/servermtls.h"
#include "models/mesh/effective/sidecarscope.h"
#include "models/traffic/gatewaylistener.h"
#include "models/traffic/inbound.h"
#include "models/traffic/outbound.h"

#include "tests/mesh/meshtexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::traffic;

namespace {

std::string text(const QJsonValue& value)
{
    return value.toString().toStdString();
}

QJsonArray cases()
{
    QFile file(QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/simulation/cases.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

/// The proxy of a case as a pod, so that selectors find it.
std::string podOf(const QJsonObject& setup)
{
    std::string pod = "\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: the-proxy\n  namespace: "
        + text(setup.value(QLatin1String("proxyNamespace"))) + "\n  labels:\n    the: proxy\n";
    const QJsonObject labels = setup.value(QLatin1String("proxyLabels")).toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        pod += "    " + label.key().toStdString() + ": " + text(label.value()) + "\n";
    return pod + "spec: {containers: [{name: istio-proxy, image: proxyv2}]}\n";
}

struct Mesh {
    explicit Mesh(const QJsonObject& one)
        : setup(one.value(QLatin1String("setup")).toObject())
    {
        const std::string yaml = text(one.value(QLatin1String("config"))) + "\n---\n"
            + text(one.value(QLatin1String("kubeConfig"))) + podOf(setup);
        const mesh::MeshGraphPtr graph = test::graphOf(yaml);
        mesh::effective::MeshSettings settings = mesh::effective::meshSettingsOf(*graph);
        const QJsonObject overrides = setup.value(QLatin1String("meshConfigOverrides")).toObject();
        const std::string mode =
            text(overrides.value(QLatin1String("outboundTrafficPolicy")).toObject().value(QLatin1String("mode")));
        if (!mode.empty())
            settings.config.outboundMode.value = mode;
        index =
            std::make_unique<MeshIndex>(std::make_shared<const mesh::effective::MeshView>(graph, std::move(settings)));
        proxy.workload = test::named(*graph, "Pod", "the-proxy");
        proxy.ns = text(setup.value(QLatin1String("proxyNamespace")));
        proxy.labels = std::get<mesh::Workload>(graph->at(proxy.workload).body).podLabels;
        proxy.isGateway = text(setup.value(QLatin1String("proxyType"))) == "router";
        if (!proxy.isGateway)
            proxy.sidecar = mesh::effective::sidecarFor(*index->view, proxy.ns, proxy.labels).first().value;
        for (const auto& address : setup.value(QLatin1String("proxyIPs")).toArray())
            addresses.push_back(text(address));
    }

    QJsonObject setup;
    std::unique_ptr<MeshIndex> index;
    Proxy proxy;
    std::vector<std::string> addresses;
};

Request requestOf(const QJsonObject& call)
{
    const QJsonObject effective = call.value(QLatin1String("effective")).toObject();
    Request request;
    request.host = text(call.value(QLatin1String("hostHeader")));
    request.port = static_cast<std::uint32_t>(call.value(QLatin1String("port")).toInt());
    request.path = text(effective.value(QLatin1String("path")));
    request.address = text(effective.value(QLatin1String("address")));
    request.sni = text(effective.value(QLatin1String("sni")));
    const std::string protocol = text(effective.value(QLatin1String("protocol")));
    request.protocol = protocol == "http" ? Protocol::Http : protocol == "http2" ? Protocol::Http2 : Protocol::Tcp;
    const std::string tls = text(call.value(QLatin1String("tls")));
    request.tls = tls == "mtls" ? CallerTls::Mutual : tls == "tls" ? CallerTls::Tls : CallerTls::None;
    if (const std::string alpn = text(effective.value(QLatin1String("alpn"))); !alpn.empty())
        request.alpn = {alpn};
    return request;
}

/// What a client would see.
QByteArray observable(Verdict verdict, int status)
{
    switch (verdict) {
    case Verdict::Routed:
    case Verdict::Passthrough:
        return "delivered";
    case Verdict::NoVirtualHost:
    case Verdict::NoRoute:
        return "http_404";
    case Verdict::Redirected:
        return "http_301";
    case Verdict::Blocked:
        return status == 502 ? "http_502" : "connection_rejected";
    case Verdict::NoListener:
        return "connection_refused";
    case Verdict::NoFilterChain:
    case Verdict::TlsMismatch:
    case Verdict::ProtocolMismatch:
        return "connection_rejected";
    default:
        return QByteArray::fromStdString(std::string(verdictName(verdict)));
    }
}

QByteArray printedSteps(const Course& course)
{
    QByteArray steps;
    for (const Step& step : course.steps) {
        steps += " | " + QByteArray::fromStdString(step.code);
        for (const std::string& arg : step.args)
            steps += ' ' + QByteArray::fromStdString(arg);
    }
    return steps;
}

QByteArray judge(const Mesh& mesh, const QJsonObject& call)
{
    const Request request = requestOf(call);
    Course course{*mesh.index, request};
    const QString direction =
        call.value(QLatin1String("effective")).toObject().value(QLatin1String("direction")).toString();
    const QJsonObject wanted = call.value(QLatin1String("verdict")).toObject();
    const QByteArray wantedKind = wanted.value(QLatin1String("kind")).toString().toUtf8();
    const QByteArray wantedSeen = wanted.value(QLatin1String("observable")).toString().toUtf8();
    if (direction == u"inbound") {
        const auto mode = mesh::effective::serverMtls(*mesh.index->view, mesh.proxy.workload, request.port);
        const Inbound inbound = inboundPath({request.port, request.protocol, request.tls, alpnOf(request)},
                                            inboundPorts(*mesh.index, mesh.proxy, mesh.addresses), mode.first());
        const bool isPassthrough = inbound.verdict == Verdict::Passthrough;
        if (observable(inbound.verdict, 0) != wantedSeen || (wantedKind == "passthrough") != isPassthrough)
            return "got " + QByteArray::fromStdString(std::string(verdictName(inbound.verdict)));
        return {};
    }
    Path path;
    if (direction == u"gateway") {
        path = gatewayPath(course, mesh.proxy, gatewaysOf(course, mesh.proxy), request.port, mesh.addresses);
    } else {
        path = sidecarOutbound(course, mesh.proxy, {request.host, nullptr, request.address}, request.port);
    }
    const QByteArray got = QByteArray::fromStdString(std::string(verdictName(path.verdict)));
    if (observable(path.verdict, path.status) != wantedSeen)
        return "got " + got + printedSteps(course);
    if ((wantedKind == "passthrough") != (path.verdict == Verdict::Passthrough))
        return "got " + got + printedSteps(course);
    if (wantedKind != "routed")
        return {};
    if (path.targets.empty())
        return "no target" + printedSteps(course);
    const Target& target = path.targets.front();
    bool isHost = false;
    for (const auto& host : wanted.value(QLatin1String("acceptHosts")).toArray())
        isHost = isHost || text(host) == target.host;
    if (wanted.value(QLatin1String("acceptHosts")).toArray().isEmpty())
        isHost = text(wanted.value(QLatin1String("host"))) == target.host;
    const bool isPort = wanted.value(QLatin1String("port")).isNull()
        || wanted.value(QLatin1String("port")).toInt() == static_cast<int>(target.port);
    const bool isSubset = text(wanted.value(QLatin1String("subset"))) == target.subset;
    if (isHost && isPort && isSubset)
        return {};
    return "got " + QByteArray::fromStdString(target.host) + ':' + QByteArray::number(target.port) + '/'
        + QByteArray::fromStdString(target.subset) + printedSteps(course);
}

} // namespace

class TestSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsAsInIstio_data();
    void endsAsInIstio();
};

void TestSimulation::endsAsInIstio_data()
{
    QTest::addColumn<QJsonObject>("one");
    const QJsonArray all = cases();
    for (const auto& value : all) {
        const QJsonObject one = value.toObject();
        QTest::newRow(one.value(QLatin1String("id")).toString().toUtf8().constData()) << one;
    }
    if (all.isEmpty())
        QTest::newRow("none") << QJsonObject();
}

void TestSimulation::endsAsInIstio()
{
    QFETCH(QJsonObject, one);
    if (one.isEmpty())
        QSKIP("no shared test data here");
    const Mesh mesh(one);
    QByteArrayList wrong;
    for (const auto& value : one.value(QLatin1String("calls")).toArray()) {
        const QJsonObject call = value.toObject();
        if (!call.value(QLatin1String("offline_judgeable")).toBool())
            continue;
        const QByteArray problem = judge(mesh, call);
        if (!problem.isEmpty()) {
            wrong << call.value(QLatin1String("name")).toString().toUtf8() + ": wanted "
                    + QJsonDocument(call.value(QLatin1String("verdict")).toObject()).toJson(QJsonDocument::Compact)
                    + ", " + problem;
        }
    }
    QVERIFY2(wrong.isEmpty(), wrong.join('\n').constData());
}

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
