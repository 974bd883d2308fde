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

/// Cases that files cannot answer, or where something else is meant; by id.
const std::map<QString, const char*> different{
    {QStringLiteral("InconsistentMultiClusterService"), "compares two clusters; an environment is one"},
};

/// Checks of other analyzers that share a code with the analyzer of a case and have something to say there, too: the
/// routes of the case also name subsets that no DestinationRule has.
const std::map<QString, std::string> left{
    {QStringLiteral("virtualServiceDestinationHosts"), "dangling-subset"},
};

/// The text of a file of the test data.
std::string textOf(const QString& path)
{
    QFile file(directory + u"/testdata/" + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// Mesh config as files hold it: a string in the ConfigMap "istio".
std::string meshConfigMap(const char* key, const QString& path)
{
    std::string text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  "
        + std::string(key) + ": |\n";
    for (const QByteArray& line : QByteArray::fromStdString(textOf(path)).split('\n'))
        text += "    " + line.toStdString() + "\n";
    return text;
}

/// "CODE Kind/name" of each message; Istio's tests leave the namespace "default" away in some files. What Istio calls
/// the object MeshNetworks stands in the ConfigMap "istio".
QByteArrayList expectedOf(const QJsonObject& one)
{
    QByteArrayList all;
    for (const auto& value : one.value(QLatin1String("expected")).toArray()) {
        const QJsonObject message = value.toObject();
        const QByteArray kind = message.value(QLatin1String("kind")).toString().toUtf8();
        const QByteArray object = kind == "MeshNetworks"
            ? QByteArray("ConfigMap/istio")
            : kind + "/" + message.value(QLatin1String("name")).toString().toUtf8();
        all << message.value(QLatin1String("code")).toString().toUtf8() + " "
                + message.value(QLatin1String("level")).toString().toLower().toUtf8() + " " + object;
    }
    std::ranges::sort(all);
    return all;
}

/// What all checks but one say with these codes, but for what they cannot tell.
QByteArrayList foundIn(const mesh::FileSet& files, const mesh::Environment& environment, const QByteArrayList& codes,
                       const std::string& without)
{
    const mesh::MeshGraphPtr graph = mesh::buildGraph(files, environment);
    std::vector<checks::Check> used = checks::allChecks();
    std::erase_if(used, [&](const checks::Check& check) { return check.info.id == without; });
    const checks::CheckResults results({*graph, files, environment.files}, used);
    const checks::Findings& findings = results.findings();
    QByteArrayList all;
    for (const checks::Finding& finding : findings) {
        const QByteArray code = QByteArray::fromStdString(finding.code);
        if (finding.severity == checks::Severity::Unknown || !codes.contains(code))
            continue;
        all << code + " " + QByteArray::fromStdString(std::string(checks::severityName(finding.severity))) + " "
                + QByteArray::fromStdString(finding.element.key.kind + "/" + finding.element.key.name);
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
    bool isEmpty = true;
    for (const auto& value : cases()) {
        const QJsonObject one = value.toObject();
        if (one.value(QLatin1String("analyzer")).toString().startsWith(QLatin1String("schema.Validation")))
            continue;
        QTest::newRow(one.value(QLatin1String("id")).toString().toUtf8().constData()) << one;
        isEmpty = false;
    }
    if (isEmpty)
        QTest::newRow("none") << QJsonObject();
}

/// Every check runs; of what they say only the codes of the case's analyzer count.
void TestIstioCases::givesIstiosMessages()
{
    QFETCH(QJsonObject, one);
    if (one.isEmpty())
        QSKIP("no shared test data here");
    const auto known = different.find(one.value(QLatin1String("id")).toString());
    if (known != different.end())
        QSKIP(known->second);
    mesh::FileSet files;
    mesh::Environment environment;
    environment.name = ".";
    environment.defaultNamespace = "default";
    const auto add = [&](const std::string& path, const std::string& text) {
        QVERIFY(!text.empty());
        environment.files.push_back(path);
        files = files.with(path, source::parseText(text));
    };
    for (const auto& input : one.value(QLatin1String("inputFiles")).toArray())
        add(input.toString().toStdString(), textOf(input.toString()));
    for (const auto& [field, key] :
         {std::pair("meshConfigFile", "mesh"), std::pair("meshNetworksFile", "meshNetworks")}) {
        if (const QString path = one.value(QLatin1String(field)).toString(); !path.isEmpty())
            add(std::string(key) + ".yaml", meshConfigMap(key, path));
    }
    QByteArrayList codes;
    for (const auto& code : one.value(QLatin1String("codes_of_analyzer")).toArray())
        codes << code.toString().toUtf8();
    const auto other = left.find(one.value(QLatin1String("id")).toString());
    const QByteArrayList found =
        foundIn(files, environment, codes, other == left.end() ? std::string() : other->second);
    const QByteArrayList expected = expectedOf(one);
    const QByteArray difference = "found\n" + found.join("\n") + "\nexpected\n" + expected.join("\n");
    QVERIFY2(found == expected, difference.constData());
}

QTEST_GUILESS_MAIN(TestIstioCases)
#include "tst_istiocases.moc"
