// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/kinds.h"
#include "models/mesh/schemavalidation.h"

#include <QDirIterator>
#include <QFile>
#include <QtTest/QTest>

#include <set>

using namespace meshdraft;
using namespace meshdraft::mesh;

namespace {

const QString shared = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/");

/// What the documents of a directory have that the tables do not.
struct Survey {
    int documents = 0;
    int meshConfigs = 0;
    QStringList unexplained; ///< unknown kinds, versions and fields
    QStringList otherViolations;
};

/// Kinds that have no table: an installer's file (only its mesh config is the mesh's) and APIs removed from Istio.
bool hasNoTable(std::string_view kind)
{
    static const std::set<std::string_view> kinds{"IstioOperator", "MeshPolicy", "Policy", "QuotaSpec"};
    return kinds.contains(kind);
}

void compare(Survey& into, const QString& where, const KindSchema& kind, source::NodeRef root)
{
    for (const SchemaViolation& violation : validate(kind, root)) {
        const FieldPath path = FieldPath::of(root, {root.document(), violation.node});
        const QString line = where + u' ' + QString::fromStdString(kind.kind + ' ' + path.text());
        if (violation.code == "schema.unknownField" || violation.code == "schema.misspelledField")
            into.unexplained << line;
        else if (!where.endsWith(u".golden")) // outputs: objects with a status only, destinations without host
            into.otherViolations << line + u' '
                    + QString::fromStdString(std::string(violation.code) + ' ' + violation.args.at(0));
    }
}

/// Mesh config against its table as if that were complete.
void compareMeshConfig(Survey& into, const QString& where, source::NodeRef root)
{
    if (!root.isMapping())
        return;
    KindSchema kind = *Schema::builtIn().find("mesh.istio.io", {}, "MeshConfig");
    kind.isComplete = true;
    ++into.meshConfigs;
    compare(into, where, kind, root);
}

void survey(Survey& into, const QString& where, source::NodeRef root)
{
    for (const source::NodeRef item : root["items"].items())
        survey(into, where, item);
    compareMeshConfig(into, where, root["spec"]["meshConfig"]);
    if (const source::NodeRef mesh = root["data"]["mesh"]) {
        const auto nested = source::parseText(std::string(mesh.value()));
        if (!nested->documents.empty())
            compareMeshConfig(into, where, nested->documents.front()->root());
    }
    const std::string apiVersion(root["apiVersion"].value());
    const std::string_view group = groupOf(apiVersion);
    const std::string_view name = root["kind"].value();
    if ((!group.ends_with(".istio.io") && group != "gateway.networking.k8s.io") || hasNoTable(name))
        return;
    const std::string version = apiVersion.substr(group.size() + 1);
    if (const KindSchema* kind = Schema::builtIn().find(group, version, name)) {
        ++into.documents;
        compare(into, where, *kind, root);
    } else {
        into.unexplained << where + u' ' + QString::fromStdString(apiVersion + ' ' + std::string(name));
    }
}

Survey surveyOf(const QString& directory)
{
    Survey result;
    QDirIterator found(directory, {QStringLiteral("*.yaml"), QStringLiteral("*.yml"), QStringLiteral("*.golden")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto text = source::parseText(file.readAll().toStdString());
        for (const auto& document : text->documents)
            survey(result, QFileInfo(file).fileName(), document->root());
    }
    result.unexplained.sort();
    result.otherViolations.sort();
    return result;
}

} // namespace

class TestSchemaDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void realDocumentsHaveNoUnexplainedField_data();
    void realDocumentsHaveNoUnexplainedField();
    void theSampleFitsItsTables();
};

void TestSchemaDocuments::realDocumentsHaveNoUnexplainedField_data()
{
    QTest::addColumn<QString>("directory");
    QTest::addColumn<int>("documents");
    QTest::addColumn<int>("meshConfigs");
    QTest::addColumn<QStringList>("unexplained");
    QTest::addColumn<QStringList>("otherViolations");
    QTest::newRow("repos") << QStringLiteral("repos") << 200 << 10 << QStringList() << QStringList();
    QTest::newRow("gwapi") << QStringLiteral("gwapi") << 300 << 0 << QStringList() << QStringList();
    QTest::newRow("kiali") << QStringLiteral("kiali") << 90 << 0 << QStringList() << QStringList();
    // Each is broken on purpose, for the analyzer that the file is named after.
    const QStringList removedFields{QStringLiteral("deprecation.yaml EnvoyFilter spec.filters"),
                                    QStringLiteral("deprecation.yaml EnvoyFilter spec.workloadLabels")};
    const QStringList broken{
        QStringLiteral("condition-analyzer.yaml ServiceEntry  schema.missingField spec"),
        QStringLiteral("conflicting-gateways-invalid-port.yaml Gateway spec.servers[0] schema.missingField port"),
        QStringLiteral("conflicting-gateways-invalid-port.yaml Gateway spec.servers[0] schema.missingField port"),
        QStringLiteral("k8sgateway-selector.yaml Telemetry spec.targetRef schema.choice selector, targetRef"),
        QStringLiteral("virtualservice_destinationhosts.yaml ServiceEntry spec.hosts[0] schema.excluded hosts"),
        QStringLiteral("virtualservice_destinationhosts.yaml VirtualService spec.http[0].route[0] "
                       "schema.missingField destination"),
    };
    QTest::newRow("istio") << QStringLiteral("istio/testdata") << 200 << 0 << removedFields << broken;
}

void TestSchemaDocuments::realDocumentsHaveNoUnexplainedField()
{
    QFETCH(QString, directory);
    QFETCH(int, documents);
    QFETCH(int, meshConfigs);
    QFETCH(QStringList, unexplained);
    QFETCH(QStringList, otherViolations);
    if (!QDir(shared + directory).exists())
        QSKIP("no shared test data here");
    const Survey found = surveyOf(shared + directory);
    QCOMPARE(found.unexplained, unexplained);
    QCOMPARE(found.otherViolations, otherViolations);
    QVERIFY2(found.documents >= documents, qPrintable(QString::number(found.documents)));
    QVERIFY2(found.meshConfigs >= meshConfigs, qPrintable(QString::number(found.meshConfigs)));
}

void TestSchemaDocuments::theSampleFitsItsTables()
{
    const Survey found = surveyOf(QStringLiteral(MESHDRAFT_SOURCE_DIR "/resources/sample"));
    QCOMPARE(found.unexplained, QStringList());
    // A patch of Kustomize says only what it changes.
    QCOMPARE(found.otherViolations,
             QStringList{QStringLiteral("catalog-pool.yaml DestinationRule spec schema.missingField host")});
    QVERIFY(found.documents > 50);
}

QTEST_GUILESS_MAIN(TestSchemaDocuments)
#include "tst_schemadocuments.moc"
