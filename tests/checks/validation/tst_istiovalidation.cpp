// SPDX-License-Identifier: Apache-2.0
#include "models/checks/results.h"

#include "tests/mesh/meshtexts.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::checks;

namespace {

const QString directory = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/istio");

std::vector<Finding> findingsIn(const QString& below, const QStringList& paths)
{
    static const Check& validation =
        *std::ranges::find(allChecks(), "schema-validation", [](const Check& check) { return check.info.id; });
    mesh::FileSet files;
    mesh::Environment environment;
    environment.name = ".";
    environment.defaultNamespace = "default";
    for (const QString& path : paths) {
        QFile file(below + u'/' + path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        environment.files.push_back(path.toStdString());
        files = files.with(environment.files.back(), source::parseText(file.readAll().toStdString()));
    }
    const mesh::MeshGraphPtr graph = mesh::buildGraph(files, environment);
    const CheckResults results({*graph, files, environment.files}, {&validation, 1});
    return {results.findings().begin(), results.findings().end()};
}

} // namespace

class TestIstioValidation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesIstiosMessages_data();
    void givesIstiosMessages();
    void findsNoErrorInIstiosOtherFiles();
    void findsNoErrorInRealRepositories();
};

void TestIstioValidation::givesIstiosMessages_data()
{
    QTest::addColumn<QStringList>("inputs");
    QTest::addColumn<QByteArrayList>("expected");
    QFile file(directory + u"/cases.json");
    const bool isThere = file.open(QIODevice::ReadOnly);
    const QJsonArray cases = QJsonDocument::fromJson(isThere ? file.readAll() : "{}")[QLatin1String("cases")].toArray();
    bool isEmpty = true;
    for (const QJsonValue each : cases) {
        if (!each[QLatin1String("analyzer")].toString().startsWith(QLatin1String("schema.ValidationAnalyzer")))
            continue;
        QByteArrayList expected;
        for (const QJsonValue message : each[QLatin1String("expected")].toArray())
            expected << (message[QLatin1String("code")].toString() + u' ' + message[QLatin1String("kind")].toString()
                         + u'/' + message[QLatin1String("name")].toString())
                            .toUtf8();
        std::ranges::sort(expected);
        QTest::newRow(each[QLatin1String("id")].toString().toUtf8().constData())
            << each[QLatin1String("inputFiles")].toVariant().toStringList() << expected;
        isEmpty = false;
    }
    if (isEmpty)
        QTest::newRow("none") << QStringList() << QByteArrayList();
}

void TestIstioValidation::givesIstiosMessages()
{
    QFETCH(QStringList, inputs);
    QFETCH(QByteArrayList, expected);
    if (inputs.isEmpty())
        QSKIP("no case of Istio's schema analyzers here");
    QByteArrayList found;
    for (const Finding& finding : findingsIn(directory + u"/testdata", inputs))
        found << QByteArray::fromStdString(finding.code + ' ' + finding.element.key.kind + '/'
                                           + finding.element.key.name);
    std::ranges::sort(found);
    QCOMPARE(found, expected);
}

/// What Istio's other analyzers are tried on is valid but for what is listed here, each looked at by hand.
void TestIstioValidation::findsNoErrorInIstiosOtherFiles()
{
    const auto files = QDir(directory + u"/testdata").entryList({QStringLiteral("*.yaml")});
    if (files.isEmpty())
        QSKIP("no shared test data here");
    QByteArrayList found;
    for (const QString& file : files) {
        for (const Finding& finding : findingsIn(directory + u"/testdata", {file})) {
            if (finding.severity == Severity::Error)
                found << file.toUtf8() + ' '
                        + QByteArray::fromStdString(finding.message + ' ' + finding.element.key.kind + '/'
                                                    + finding.element.key.name + ' ' + finding.element.field.text());
        }
    }
    const QByteArrayList expected{
        "authorizationpolicies.yaml validation.hostWithoutEndpoints ServiceEntry/istio spec.hosts[1]",
        "condition-analyzer.yaml schema.missingField ServiceEntry/negative-condition-svcEntry ",
        "conflicting-gateways-invalid-port.yaml schema.missingField Gateway/beta spec.servers[0]",
        "conflicting-gateways-invalid-port.yaml schema.missingField Gateway/alpha spec.servers[0]",
        "conflicting-gateways-multiple-ports.yaml validation.duplicate Gateway/beta spec.servers[1].port.name",
        "conflicting-gateways-multiple-ports.yaml validation.duplicate Gateway/alpha spec.servers[1].port.name",
        "deprecation.yaml schema.unknownField EnvoyFilter/istio-multicluster-egressgateway spec.workloadLabels",
        "deprecation.yaml schema.unknownField EnvoyFilter/istio-multicluster-egressgateway spec.filters",
        "deprecation.yaml validation.actionMissing VirtualService/productpage spec.http[0]",
        "envoy-filter-remove-operation.yaml validation.matchKind EnvoyFilter/test-remove-2 "
        "spec.configPatches[0].match.listener",
        "envoy-filter-remove-operation.yaml validation.matchKind EnvoyFilter/test-remove-3 "
        "spec.configPatches[0].match.listener",
        "envoy-filter-remove-operation.yaml validation.missing EnvoyFilter/test-remove-4 spec.configPatches[0]",
        "gateway-no-workload.yaml validation.missing Gateway/httpbin-gateway spec",
        "k8sgateway-selector.yaml schema.choice Telemetry/telemetry-effective spec.targetRef",
        "relative-envoy-filter-operation.yaml validation.matchKind EnvoyFilter/test-relative-3 "
        "spec.configPatches[1].match.listener",
        "sidecar-default-selector.yaml validation.sidecarEmpty Sidecar/namespace-scoped ",
        "sidecar-default-selector.yaml validation.sidecarEmpty Sidecar/pod-scoped spec",
        "sidecar-default-selector.yaml validation.sidecarEmpty Sidecar/namespace-not-ambient ",
        "sidecar-default-selector.yaml validation.sidecarEmpty Sidecar/namespace-not-ambient ",
        "virtualservice_destinationhosts.yaml schema.excluded ServiceEntry/service-entry-ignore spec.hosts[0]",
        "virtualservice_destinationhosts.yaml validation.weightsZero VirtualService/reviews-bogushost "
        "spec.http[0].route",
        "virtualservice_destinationhosts.yaml schema.missingField VirtualService/reviews-bogushost "
        "spec.http[0].route[0]",
        "virtualservice_gateways.yaml validation.missing Gateway/httpbin-gateway spec",
        "virtualservice_gateways.yaml validation.missing Gateway/crossnamespace-gw spec",
        "virtualservice_gateways.yaml validation.routesMissing VirtualService/httpbin spec",
        "virtualservice_gateways.yaml validation.routesMissing VirtualService/httpbin-bogus spec",
        "virtualservice_gateways.yaml validation.routesMissing VirtualService/httpbin-mesh spec",
        "virtualservice_gateways.yaml validation.hostAllInMesh VirtualService/httpbin-mesh spec.hosts[0]",
        "virtualservice_gateways.yaml validation.routesMissing VirtualService/cross-test spec",
        "virtualservice_host_not_found_gateway_beta.yaml validation.duplicate Gateway/testing-gateway-01-test-04 "
        "spec.servers[1].port.name",
    };
    QCOMPARE(found, expected);
}

/// Whole files of real repositories, also those that are only parts of a kustomization.
void TestIstioValidation::findsNoErrorInRealRepositories()
{
    const QDir repositories(directory + u"/../repos");
    if (!repositories.exists())
        QSKIP("no shared repositories here");
    QDirIterator files(repositories.path(), {QStringLiteral("*.yaml"), QStringLiteral("*.yml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    QByteArrayList found;
    int read = 0;
    while (files.hasNext()) {
        const QString path = repositories.relativeFilePath(files.next());
        ++read;
        for (const Finding& finding : findingsIn(repositories.path(), {path})) {
            if (finding.severity == Severity::Error)
                found << QByteArray::fromStdString(finding.where.path + ':' + std::to_string(finding.where.line) + ' '
                                                   + finding.message + ' ' + finding.element.field.text());
        }
    }
    QVERIFY(read > 100);
    QVERIFY2(found.isEmpty(), found.join('\n').constData());
}

QTEST_GUILESS_MAIN(TestIstioValidation)
#include "tst_istiovalidation.moc"
