// SPDX-License-Identifier: Apache-2.0
#include "tests/mesh/meshtexts.h"

#include "models/mesh/kinds.h"

#include <QRegularExpression>
#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::mesh;

namespace {

const QString shared = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared");

/// Documents with "kind: X" at the margin and a name below "metadata:", in texts that were read without an error,
/// counted without a parser.
std::map<std::string, int> countedKinds(const FileSet& files)
{
    static const QRegularExpression separator(QStringLiteral("^---.*$"), QRegularExpression::MultilineOption);
    static const QRegularExpression kind(QStringLiteral("^kind:\\s*[\"']?(\\w+)[\"']?\\s*(#.*)?$"),
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression named(QStringLiteral("^metadata:( *\\{.*\\bname:|(\\n[ #].*)*?\\n +name:)"),
                                          QRegularExpression::MultilineOption);
    std::map<std::string, int> counts;
    for (const SourceFile& file : files.files) {
        if (file.text->kind != source::TextKind::Yaml || !file.text->errors.empty())
            continue;
        const QString text = QString::fromStdString(*file.text->text).remove(u'\r');
        for (const QString& document : text.split(separator)) {
            const auto match = kind.match(document);
            if (match.hasMatch() && named.match(document).hasMatch()
                && !document.contains(QLatin1String("kustomize.config.k8s.io")))
                ++counts[match.captured(1).toStdString()];
        }
    }
    return counts;
}

/// The same out of the resources that stand in a document of their own.
std::map<std::string, int> readKinds(const FileSet& files)
{
    std::map<std::string, int> counts;
    for (const SourceFile& file : files.files) {
        if (file.text->kind != source::TextKind::Yaml || !file.text->errors.empty())
            continue;
        for (const ResourcePtr& resource : readResources("e", file.path, file.text, "default")) {
            if (resource->root == resource->document().root().id())
                ++counts[resource->key.kind];
        }
    }
    return counts;
}

/// Everything asked of every resource once; true when each place lies in its file.
bool walk(const MeshGraph& graph)
{
    for (const Reference* each : graph.references()) {
        const Reference& reference = *each;
        const Resource& from = graph.at(reference.from);
        for (const source::NodeId node : {reference.node, reference.subsetNode}) {
            if (node == source::noNode)
                continue;
            const Location where = from.locate(node);
            const FieldPath path = from.pathOf(node);
            if (where.line == 0 || where.column == 0 || path.isEmpty() || path.resolve(from.rootNode()).id() != node)
                return false;
        }
        if (reference.resolution == Resolution::Found && reference.to == noResource
            && reference.type != ReferenceType::AppliesTo)
            return false;
    }
    for (const ResourceIndex index : graph.order()) {
        if (graph.find(graph.at(index).element()) != index)
            return false;
        graph.mtlsOfWorkload(index);
    }
    return true;
}

} // namespace

class TestRealRepositories : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsEveryKind_data();
    void countsEveryKind();
    void everyEnvironmentIsRead_data();
    void everyEnvironmentIsRead();
    void bookinfoIsConnected();
    void bookinfoAsARepository();
};

void TestRealRepositories::countsEveryKind_data()
{
    QTest::addColumn<QString>("directory");
    QTest::addColumn<int>("virtualServices"); // -1: not stated
    QTest::addColumn<int>("destinationRules");
    QTest::addColumn<int>("gateways");
    const auto row = [](const char* directory, int virtualServices, int destinationRules, int gateways) {
        QTest::newRow(directory) << shared + u'/' + QLatin1String(directory) << virtualServices << destinationRules
                                 << gateways;
    };
    row("repos/istio", 31, 13, 16);
    row("repos/anthos-service-mesh-samples", 25, 13, 6);
    row("repos/kubeflow-manifests", 11, 8, 3);
    for (const char* directory : {"istio/testdata", "gwapi", "kiali", "kustomize-goldens", "yaml-test-suite"})
        row(directory, -1, -1, -1);
}

void TestRealRepositories::countsEveryKind()
{
    QFETCH(QString, directory);
    QFETCH(int, virtualServices);
    QFETCH(int, destinationRules);
    QFETCH(int, gateways);
    if (!QDir(directory).exists())
        QSKIP("no shared test data here");
    const FileSet files = test::readDirectory(directory);
    QVERIFY(!files.files.empty());
    auto read = readKinds(files);
    for (const auto& [kind, number] : countedKinds(files))
        QVERIFY2(read[kind] == number, (kind + " " + std::to_string(number)).c_str());
    if (virtualServices < 0)
        return;
    QCOMPARE(read["VirtualService"], virtualServices);
    QCOMPARE(read["DestinationRule"], destinationRules);
    QCOMPARE(read["Gateway"], gateways);
}

void TestRealRepositories::everyEnvironmentIsRead_data()
{
    countsEveryKind_data();
}

void TestRealRepositories::everyEnvironmentIsRead()
{
    QFETCH(QString, directory);
    if (!QDir(directory).exists())
        QSKIP("no shared test data here");
    const FileSet files = test::readDirectory(directory);
    const auto environments = findEnvironments(files);
    for (const Environment& environment : environments) {
        if (environment.kind == EnvironmentKind::KustomizeRoot) {
            QVERIFY(environment.files.empty());
            continue;
        }
        const MeshGraphPtr graph = buildGraph(files, environment);
        QVERIFY2(walk(*graph), environment.name.c_str());
        const auto mesh = std::ranges::count_if(graph->resources(), [](const ResourcePtr& resource) {
            return isMeshKind(resource->key.group, resource->key.kind);
        });
        QCOMPARE(environment.resources, static_cast<std::uint32_t>(mesh));
    }
}

void TestRealRepositories::bookinfoIsConnected()
{
    const FileSet all = test::readDirectory(shared + u"/repos/istio/samples/bookinfo");
    if (all.files.empty())
        QSKIP("no shared test data here");
    FileSet files;
    for (const char* path : {"networking/bookinfo-gateway.yaml", "networking/destination-rule-all.yaml",
                             "networking/virtual-service-all-v1.yaml", "platform/kube/bookinfo.yaml"}) {
        QVERIFY2(all.find(path) != nullptr, path);
        files = files.with(path, all.find(path)->text);
    }
    const auto environments = findEnvironments(files);
    const MeshGraphPtr graph = buildGraph(files, *chooseEnvironment(files, environments, "."));
    for (const char* host : {"productpage", "reviews", "ratings", "details"}) {
        const HostResolution found = graph->resolveHost(host, "default");
        QCOMPARE(found.resolution, Resolution::Found);
        QCOMPARE(found.fqdn, std::string(host) + ".default.svc.cluster.local");
        QCOMPARE(graph->destinationRulesFor(found.fqdn).size(), std::size_t(1));
        QVERIFY(!graph->workloadsOf(found.resource).empty());
    }
    const HostResolution reviews = graph->resolveHost("reviews", "default");
    const Resource& rule = graph->at(graph->destinationRulesFor(reviews.fqdn).front());
    QByteArrayList workloads;
    for (const DestinationRule::Subset& subset : std::get<DestinationRule>(rule.body).subsets) {
        for (const ResourceIndex workload : graph->workloadsOf(reviews.resource, subset.labels))
            workloads << QByteArray::fromStdString(subset.name.value + "=" + graph->at(workload).key.name);
    }
    QCOMPARE(workloads, (QByteArrayList{"v1=reviews-v1", "v2=reviews-v2", "v3=reviews-v3"}));

    std::size_t routes = 0;
    for (const Reference* each : graph->references()) {
        const Reference& reference = *each;
        if (reference.type == ReferenceType::Routes) {
            QCOMPARE(reference.resolution, Resolution::Found);
            QCOMPARE(reference.subsetResolution, Resolution::Found);
            ++routes;
        }
    }
    QCOMPARE(routes, std::size_t(5)); // four of virtual-service-all-v1, one of bookinfo-gateway
    const ResourceIndex gateway = test::named(*graph, "Gateway", "bookinfo-gateway");
    QCOMPARE(graph->referencesTo(gateway).size(), std::size_t(1));
    QCOMPARE(graph->at(graph->referencesTo(gateway).front()->from).key.name, "bookinfo");
}

void TestRealRepositories::bookinfoAsARepository()
{
    const FileSet files = test::readDirectory(shared + u"/repos/istio/samples/bookinfo");
    if (files.files.empty())
        QSKIP("no shared test data here");
    const auto environments = findEnvironments(files);
    QCOMPARE(environments.front().name, ".");
    QVERIFY(environments.front().duplicates > 0);
    QCOMPARE(defaultEnvironment(environments), ".");
    const MeshGraphPtr graph = buildGraph(files, environments.front());
    const ResourceKey reviews{".", "networking.istio.io", "VirtualService", "default", "reviews"};
    QCOMPARE(graph->find(reviews).size(), std::size_t(11));
}

QTEST_GUILESS_MAIN(TestRealRepositories)
#include "tst_realrepositories.moc"
