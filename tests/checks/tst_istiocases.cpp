// SPDX-License-Identifier: Apache-2.0
#include "models/checks/results.h"

#include "tests/mesh/meshtexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest/QTest>

using namespace meshdraft;

namespace {

const QString directory = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/istio");

QJsonArray cases()
{
    QFile file(directory + u"/cases.json");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("cases")).toArray();
}

/// "CODE Kind/name" of each message; Istio's tests leave the namespace "default" away in some files.
QByteArrayList expectedOf(const QJsonObject& one, const QByteArrayList& codes)
{
    QByteArrayList all;
    for (const auto& value : one.value(QLatin1String("expected")).toArray()) {
        const QJsonObject message = value.toObject();
        const QByteArray code = message.value(QLatin1String("code")).toString().toUtf8();
        if (codes.contains(code))
            all << code + " " + message.value(QLatin1String("kind")).toString().toUtf8() + "/"
                    + message.value(QLatin1String("name")).toString().toUtf8();
    }
    std::ranges::sort(all);
    return all;
}

} // namespace

class TestIstioCases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesIstiosMessages_data();
    void givesIstiosMessages();
};

void TestIstioCases::givesIstiosMessages_data()
{
    QTest::addColumn<QJsonObject>("one");
    QTest::addColumn<QByteArrayList>("checks");
    const std::map<QString, QByteArrayList> checkOf{
        {QStringLiteral("virtualservice.DestinationHostAnalyzer"), {"dangling-host", "dangling-port"}},
        {QStringLiteral("virtualservice.DestinationRuleAnalyzer"), {"dangling-subset"}},
        {QStringLiteral("virtualservice.GatewayAnalyzer"), {"dangling-gateway"}},
        {QStringLiteral("destinationrule.PodNotSelectedAnalyzer"), {"dangling-rule-host"}},
    };
    bool isEmpty = true;
    for (const auto& value : cases()) {
        const QJsonObject one = value.toObject();
        const auto check = checkOf.find(one.value(QLatin1String("analyzer")).toString());
        if (check == checkOf.end())
            continue;
        QTest::newRow(one.value(QLatin1String("id")).toString().toUtf8().constData()) << one << check->second;
        isEmpty = false;
    }
    if (isEmpty)
        QTest::newRow("none") << QJsonObject() << QByteArrayList();
}

void TestIstioCases::givesIstiosMessages()
{
    QFETCH(QJsonObject, one);
    QFETCH(QByteArrayList, checks);
    if (one.isEmpty())
        QSKIP("no shared test data here");
    mesh::FileSet files;
    mesh::Environment environment;
    environment.name = ".";
    environment.defaultNamespace = "default";
    for (const auto& input : one.value(QLatin1String("inputFiles")).toArray()) {
        QFile file(directory + u"/testdata/" + input.toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        environment.files.push_back(input.toString().toStdString());
        files = files.with(environment.files.back(), source::parseText(file.readAll().toStdString()));
    }
    const mesh::MeshGraphPtr graph = mesh::buildGraph(files, environment);
    QByteArrayList codes;
    std::vector<checks::Finding> findings;
    for (const checks::Check& check : checks::allChecks()) {
        if (!checks.contains(QByteArray::fromStdString(check.info.id)))
            continue;
        const checks::CheckResults results({*graph, files, environment.files}, {&check, 1});
        findings.insert(findings.end(), results.findings().begin(), results.findings().end());
        for (const std::string& code : check.info.codes)
            codes << QByteArray::fromStdString(code);
    }
    QByteArrayList found;
    for (const checks::Finding& finding : findings)
        found << QByteArray::fromStdString(finding.code + " " + finding.element.key.kind + "/"
                                           + finding.element.key.name);
    std::ranges::sort(found);
    QCOMPARE(found, expectedOf(one, codes));
}

QTEST_GUILESS_MAIN(TestIstioCases)
#include "tst_istiocases.moc"
