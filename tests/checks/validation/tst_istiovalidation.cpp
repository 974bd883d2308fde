// SPDX-License-Identifier: Apache-2.0
#include "models/checks/results.h"

#include "tests/mesh/meshtexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::checks;

namespace {

const QString directory = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/istio");

std::vector<Finding> findingsIn(const QStringList& paths)
{
    static const Check& validation =
        *std::ranges::find(allChecks(), "schema-validation", [](const Check& check) { return check.info.id; });
    mesh::FileSet files;
    mesh::Environment environment;
    environment.name = ".";
    environment.defaultNamespace = "default";
    for (const QString& path : paths) {
        QFile file(directory + u"/testdata/" + path);
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
    for (const Finding& finding : findingsIn(inputs))
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
        for (const Finding& finding : findingsIn({file})) {
            if (finding.severity == Severity::Error)
                found << file.toUtf8() + ' '
                        + QByteArray::fromStdString(finding.message + ' ' + finding.element.key.kind + '/'
                                                    + finding.element.key.name + ' ' + finding.element.field.text());
        }
    }
    QCOMPARE(found, QByteArrayList());
}

QTEST_GUILESS_MAIN(TestIstioValidation)
#include "tst_istiovalidation.moc"
