// SPDX-License-Identifier: Apache-2.0
// Effective values against data of others: Istio's simulation cases, the status that Istio writes on Gateway API
// routes, and real repositories. Skips where that data is absent.
#include "models/mesh/effective/clienttls.h"
#include "models/mesh/effective/references.h"
#include "models/mesh/effective/servermtls.h"
#include "models/mesh/effective/sidecarscope.h"
#include "tests/mesh/effectivetexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::mesh;
using namespace meshdraft::mesh::effective;
using namespace meshdraft::test;

namespace {

const QString shared = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared");

std::string readText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// True if every element is a place in the graph.
bool arePlaces(const MeshGraph& graph, const std::vector<ElementRef>& elements)
{
    return std::ranges::all_of(elements, [&](const ElementRef& element) {
        const ResourceIndex index = graph.find(element);
        return index != noResource
            && (element.field.isEmpty() || element.field.resolve(graph.at(index).rootNode()).isValid());
    });
}

/// True if all outcomes differ and name places.
template <typename Answer> bool isSound(const MeshGraph& graph, const Answer& answer)
{
    for (const auto& outcome : answer.outcomes) {
        if (!arePlaces(graph, outcome.sources)
            || std::ranges::count(answer.outcomes, outcome.value, &Answer::Case::value) != 1)
            return false;
    }
    return !answer.outcomes.empty() && answer.tied.empty() != answer.dependsOnCreationOrder()
        && arePlaces(graph, answer.tied);
}

/// Asks everything of every workload, towards some hosts.
bool walk(const MeshGraphPtr& graph, int& workloads)
{
    const MeshView view(graph);
    const auto count = static_cast<ResourceIndex>(graph->resources().size());
    for (ResourceIndex index = 0; index < count; ++index) {
        for (const effective::Reference& reference : referencesFrom(view, index)) {
            const bool isObject = reference.reason == ReferenceReason::Object;
            const bool hasTarget = reference.to != noResource;
            if (!arePlaces(*graph, {reference.element}) || reference.target.empty()
                || (reference.outcome == ReferenceOutcome::Found && isObject != hasTarget))
                return false;
        }
        if (!std::holds_alternative<Workload>(graph->at(index).body))
            continue;
        ++workloads;
        if (!arePlaces(*graph, dataPlaneOf(view, index).sources) || !isSound(*graph, serverMtls(view, index, 8080)))
            return false;
        const SidecarChoice limits = sidecarFor(view, index);
        if (!isSound(*graph, limits))
            return false;
        int left = 20;
        for (const std::string& host : importedHosts(view, limits.first().value, graph->at(index).key.ns)) {
            Client client = clientOf(view, index);
            client.workload = noResource;
            if (!isSound(*graph, clientTls(view, client, host, 80)))
                return false;
            if (--left == 0)
                break;
        }
    }
    return true;
}

} // namespace

class TestEffectiveShared : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plaintextIsRefusedWhereIstioRefusesIt();
    void routesResolveWhereIstioSaysSo();
    void realRepositoriesAreSound();
};

void TestEffectiveShared::plaintextIsRefusedWhereIstioRefusesIt()
{
    const std::string text = readText(shared + QStringLiteral("/simulation/cases.json"));
    if (text.empty())
        QSKIP("../shared is absent");
    int calls = 0;
    for (const QJsonValue& value : QJsonDocument::fromJson(QByteArray::fromStdString(text)).array()) {
        const QJsonObject object = value.toObject();
        const QString id = object[QStringLiteral("id")].toString();
        if (!id.contains(QStringLiteral("PeerAuthentication")) && !id.contains(QStringLiteral("TestInbound/")))
            continue;
        std::string mesh = "---\n" + object[QStringLiteral("config")].toString().toStdString();
        const QJsonObject labels = object[QStringLiteral("setup")].toObject()[QStringLiteral("proxyLabels")].toObject();
        std::string pod = "\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: proxy, namespace: default, annotations: "
                          "{sidecar.istio.io/status: '{}'}, labels: {x: y";
        for (auto label = labels.begin(); label != labels.end(); ++label)
            pod += ", " + label.key().toStdString() + ": " + label.value().toString().toStdString();
        const MeshGraphPtr graph = graphOf(mesh + pod + "}}\n");
        const ResourceIndex proxy = named(*graph, "Pod", "proxy");
        QVERIFY2(proxy != noResource, qPrintable(id));
        for (const QJsonValue& item : object[QStringLiteral("calls")].toArray()) {
            const QJsonObject call = item.toObject();
            const QJsonObject verdict = call[QStringLiteral("verdict")].toObject();
            if (call[QStringLiteral("tls")].toString() != QLatin1String("plain")
                || !call[QStringLiteral("offline_judgeable")].toBool())
                continue;
            const auto port = static_cast<std::uint32_t>(call[QStringLiteral("port")].toInt());
            const ServerMtls mode = serverMtls(MeshView(graph), proxy, port);
            const bool isRefused = verdict[QStringLiteral("kind")].toString() == QLatin1String("no_filter_chain");
            QVERIFY2(!mode.dependsOnCreationOrder() && (mode.first().value == PeerMode::Strict) == isRefused,
                     qPrintable(id + QLatin1Char(' ') + QString::number(port)));
            ++calls;
        }
    }
    qInfo("%d calls compared", calls);
    QVERIFY(calls >= 30);
}

/// One route's backends and parents against its status conditions.
void TestEffectiveShared::routesResolveWhereIstioSaysSo()
{
    const QString directory = shared + QStringLiteral("/gwapi/");
    const std::string harness = readText(directory + QStringLiteral("_harness.yaml"));
    if (harness.empty())
        QSKIP("../shared is absent");
    // the services that exist beforehand
    std::string services;
    const auto document = source::parseText(harness);
    for (const source::NodeRef item : document->documents.front()->root()["services"].items()) {
        const std::string host(item["hostname"].value());
        const std::string ns(item["namespace"].value());
        if (item["kubernetesServiceObject"].toBool().value_or(false) || host.ends_with(".svc.domain.suffix"))
            services += exportedService(ns, host.substr(0, host.find('.')));
        else
            services += serviceEntry(ns, "e" + std::to_string(services.size()), "hosts: [" + host + "]");
    }
    int routes = 0;
    for (const char* name : {"reference-policy-service", "mesh", "route-binding", "isolation", "http"}) {
        const std::string input = readText(directory + QLatin1String(name) + QStringLiteral(".yaml"));
        const auto status =
            source::parseText(readText(directory + QLatin1String(name) + QStringLiteral(".status.yaml.golden")));
        MeshGraphPtr graph = graphOf(input + "\n" + services);
        const MeshView view(graph, {.config = {}, .element = {}, .clusterDomain = "domain.suffix"});
        for (const auto& golden : status->documents) {
            const source::NodeRef root = golden->root();
            if (root["kind"].value() != "HTTPRoute")
                continue;
            const ResourceIndex route = named(*graph, "HTTPRoute", root["metadata"]["name"].value());
            if (route == noResource)
                continue;
            bool isGranted = true;
            bool isThere = true;
            bool isModelled = true;
            for (const effective::Reference& reference : referencesFrom(view, route)) {
                if (reference.kind != ReferenceKind::Routes && reference.kind != ReferenceKind::Mirrors)
                    continue;
                isGranted = isGranted && reference.reason != ReferenceReason::NotGranted;
                isModelled = isModelled && reference.reason != ReferenceReason::OtherKind;
                isThere = isThere && reference.outcome == ReferenceOutcome::Found;
            }
            for (const source::NodeRef parent : root["status"]["parents"].items()) {
                for (const source::NodeRef condition : parent["conditions"].items()) {
                    if (condition["type"].value() != "ResolvedRefs" || !isModelled)
                        continue;
                    const std::string_view reason = condition["reason"].value();
                    const QByteArray where = QByteArray(name) + ' '
                        + QByteArray::fromStdString(graph->at(route).key.name) + ' '
                        + QByteArray::fromStdString(std::string(reason));
                    if (reason == "RefNotPermitted")
                        QVERIFY2(!isGranted, where.constData());
                    else if (reason == "BackendNotFound")
                        QVERIFY2(!isThere, where.constData());
                    else if (reason == "ResolvedRefs")
                        QVERIFY2(isGranted && isThere, where.constData());
                    ++routes;
                }
            }
        }
    }
    qInfo("%d conditions compared", routes);
    QVERIFY(routes >= 20);
}

void TestEffectiveShared::realRepositoriesAreSound()
{
    const QDir directory(shared + QStringLiteral("/repos"));
    if (!directory.exists())
        QSKIP("../shared is absent");
    int workloads = 0;
    for (const QString& name : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        // a directory at a time: as a whole, a repository of samples is no mesh
        QDirIterator found(directory.filePath(name), QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            const QDir one(found.next());
            std::vector<ResourcePtr> resources;
            for (const QString& file :
                 one.entryList({QStringLiteral("*.yaml"), QStringLiteral("*.yml")}, QDir::Files)) {
                const auto text = source::parseText(readText(one.filePath(file)));
                if (text->kind != source::TextKind::Yaml)
                    continue;
                std::ranges::move(readResources(".", file.toStdString(), text, "default"),
                                  std::back_inserter(resources));
            }
            if (!resources.empty())
                QVERIFY2(walk(MeshGraph::build(".", std::move(resources)), workloads), qPrintable(one.path()));
        }
    }
    qInfo("%d workloads", workloads);
    QVERIFY(workloads > 100);
}

QTEST_GUILESS_MAIN(TestEffectiveShared)
#include "tst_effectiveshared.moc"
