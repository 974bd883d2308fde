// SPDX-License-Identifier: Apache-2.0
// Every rule of validation, by the files in cases/: one a kind, with blocks of YAML. In a block stand places of the
// form «bad|good»; with all the bad halves the block gives the findings below it, with the good ones none.
#include "models/checks/results.h"
#include "models/mesh/schema.h"
#include "models/workspace/words.h"
#include "models/workspace/wordtable.h"

#include "tests/mesh/meshtexts.h"

#include <QtTest/QTest>

#include <set>

using namespace meshdraft;
using namespace meshdraft::checks;

namespace {

const QString directory = QStringLiteral(MESHDRAFT_SOURCE_DIR "/tests/checks/validation/cases");
const QByteArray open = "\u00ab";
const QByteArray close = "\u00bb";

struct Block {
    QByteArray name;
    QByteArray text;
    QByteArrayList expected;
};

QList<Block> blocksOf(const QByteArray& file)
{
    QList<Block> blocks;
    for (const QByteArray& line : file.split('\n')) {
        if (line.startsWith("== ")) {
            blocks.append({line.mid(3), {}, {}});
        } else if (line.startsWith("-> ")) {
            blocks.last().expected.append(line.mid(3));
        } else if (!blocks.isEmpty()) {
            blocks.last().text += line + '\n';
        }
    }
    return blocks;
}

/// The text with one half of each place.
QByteArray half(QByteArray text, bool isGood)
{
    for (auto begin = text.indexOf(open); begin >= 0; begin = text.indexOf(open, begin)) {
        const auto end = text.indexOf(close, begin);
        const QByteArray place = text.mid(begin + open.size(), end - begin - open.size());
        const auto bar = place.indexOf('|');
        text.replace(begin, end + close.size() - begin, isGood ? place.mid(bar + 1) : place.left(bar));
    }
    return text;
}

QByteArray indented(const QByteArray& text, const QByteArray& by)
{
    QByteArray result;
    for (const QByteArray& line : text.trimmed().split('\n'))
        result += by + line + '\n';
    return result;
}

/// A whole resource of what a block has.
QByteArray documentOf(const QByteArray& kind, const QByteArray& text)
{
    if (text.startsWith("apiVersion:"))
        return text;
    if (kind.startsWith("Mesh")) {
        const QByteArray key = kind == "MeshConfig" ? "mesh" : "meshNetworks";
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio}\ndata:\n  " + key + ": |\n"
            + indented(text, "    ");
    }
    for (const mesh::KindSchema& schema : mesh::Schema::builtIn().kinds()) {
        if (schema.kind == kind.toStdString() && schema.group.ends_with(".istio.io"))
            return "apiVersion: " + QByteArray::fromStdString(schema.group + '/' + schema.versions.front().name)
                + "\nkind: " + kind + "\nmetadata: {name: a}\nspec:\n" + indented(text, "  ");
    }
    return {};
}

const Check& validation()
{
    return *std::ranges::find(allChecks(), "schema-validation", [](const Check& check) { return check.info.id; });
}

std::vector<Finding> findingsIn(const QByteArray& text)
{
    const auto files = test::fileSet({{"a.yaml", text.toStdString()}});
    mesh::Environment environment;
    environment.files = {"a.yaml"};
    environment.defaultNamespace = "default";
    const mesh::MeshGraphPtr graph = mesh::buildGraph(files, environment);
    const CheckResults results({*graph, files, environment.files}, {&validation(), 1});
    return {results.findings().begin(), results.findings().end()};
}

/// "CODE message path 'underlined text'"; the caution that comes with every EnvoyFilter is left out.
QByteArrayList described(const QByteArray& text, const std::vector<Finding>& findings)
{
    QByteArrayList lines;
    for (const Finding& finding : findings) {
        if (finding.message == "validation.envoyFilter")
            continue;
        QByteArray message = QByteArray::fromStdString(finding.message);
        if (message.startsWith("validation."))
            message = message.mid(11);
        lines << QByteArray::fromStdString(finding.code) + ' ' + message + ' '
                + QByteArray::fromStdString(finding.element.field.text()) + " '"
                + text.mid(finding.range.begin, finding.range.size()) + '\'';
    }
    return lines;
}

} // namespace

class TestValidationRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void everySentenceIsSaid();
    void largeBodiesAndTexts();
    void annotationsOfWorkloads();
    void fragmentsAndEncryptedResources();
    void saysEachThingOnce();
    void placesInNestedYaml();
};

void TestValidationRules::findsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    for (const QFileInfo& info : QDir(directory).entryInfoList({QStringLiteral("*.cases")})) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray kind = info.completeBaseName().toUtf8();
        for (const Block& block : blocksOf(file.readAll()))
            QTest::addRow("%s: %s", kind.constData(), block.name.constData()) << kind << block.text << block.expected;
    }
}

void TestValidationRules::findsWhatIsWrong()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    const QByteArray good = documentOf(kind, half(text, true));
    QCOMPARE(described(good, findingsIn(good)), QByteArrayList());
    if (!text.contains(open))
        return;
    const QByteArray bad = documentOf(kind, half(text, false));
    const std::vector<Finding> findings = findingsIn(bad);
    QCOMPARE(described(bad, findings), expected);
    QVERIFY(!expected.isEmpty());
    for (const Finding& finding : findings) {
        QVERIFY2(workspace::hasSentence(finding.message), finding.message.c_str());
        // No place for an argument is left empty.
        const QString sentence = workspace::findingText(finding);
        QVERIFY2(!sentence.contains(QLatin1String("  ")) && !sentence.startsWith(u' '), qPrintable(sentence));
    }
}

/// The cases reach every sentence there is; what does not fit in a line is tested below.
void TestValidationRules::everySentenceIsSaid()
{
    std::set<std::string> said{"validation.envoyFilter", "validation.bodyLarge", "validation.bodyTooLarge",
                               "validation.regexLength", "validation.luaTooLong"};
    for (const QFileInfo& info : QDir(directory).entryInfoList({QStringLiteral("*.cases")})) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const Block& block : blocksOf(file.readAll())) {
            for (const QByteArray& line : block.expected)
                said.insert("validation." + line.split(' ').at(1).toStdString());
        }
    }
    for (const workspace::Words& words : workspace::validationWords())
        QVERIFY2(said.contains(std::string(words.id)), std::string(words.id).c_str());
}

void TestValidationRules::largeBodiesAndTexts()
{
    const auto response = [](qsizetype size) {
        return documentOf("VirtualService",
                          "hosts: [a.b]\nhttp: [{directResponse: {status: 200, body: {string: " + QByteArray(size, 'x')
                              + "}}}]");
    };
    const auto messages = [](const QByteArray& text) {
        QByteArrayList all;
        for (const Finding& finding : findingsIn(text))
            all << QByteArray::fromStdString(finding.code + ' ' + finding.message);
        return all;
    };
    QCOMPARE(messages(response(100 * 1024)), QByteArrayList());
    QCOMPARE(messages(response(100 * 1024 + 1)), QByteArrayList{"IST0133 validation.bodyLarge"});
    QCOMPARE(messages(response(1024 * 1024 + 1)), QByteArrayList{"IST0106 validation.bodyTooLarge"});
    const auto regex = [](qsizetype size) {
        return documentOf("VirtualService",
                          "hosts: [a.b]\nhttp: [{match: [{uri: {regex: " + QByteArray(size, 'x')
                              + "}}], route: [{destination: {host: a}}]}]");
    };
    QCOMPARE(messages(regex(1024)), QByteArrayList());
    QCOMPARE(messages(regex(1025)), QByteArrayList{"IST0106 validation.regexLength"});
    // The table counts characters, Istio bytes.
    const QByteArray script = QByteArray("\u00e4").repeated(40000);
    QCOMPARE(messages(documentOf("TrafficExtension", "lua: {inlineCode: " + script + "}")),
             QByteArrayList{"IST0106 validation.luaTooLong"});
    QCOMPARE(messages(documentOf("EnvoyFilter", "priority: 1")), QByteArrayList{"IST0133 validation.envoyFilter"});
}

void TestValidationRules::annotationsOfWorkloads()
{
    const QByteArray text = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec:\n  template:\n"
                            "    metadata:\n      annotations:\n        proxy.istio.io/config: |\n"
                            "          drainDuration: 1.5s\n          statusPort: 70000\n";
    QCOMPARE(described(text, findingsIn(text)),
             (QByteArrayList{"IST0106 wholeSeconds spec.template.metadata.annotations[\"proxy.istio.io/config\"] "
                             "'1.5s'",
                             "IST0106 schema.tooLarge spec.template.metadata.annotations[\"proxy.istio.io/config\"] "
                             "'70000'"}));
}

/// Parts of resources are not judged as wholes, and nothing is said of what sops encrypts.
void TestValidationRules::fragmentsAndEncryptedResources()
{
    const QByteArray patch = documentOf("VirtualService", "$patch: delete\nhosts: 5");
    QCOMPARE(described(patch, findingsIn(patch)), QByteArrayList());
    const QByteArray encrypted =
        documentOf("ServiceEntry",
                   "hosts: [\"ENC[AES256_GCM,data:x,type:str]\"]\n"
                   "ports: [{number: \"ENC[AES256_GCM,data:x,type:int]\", name: a, protocol: HTTP}]")
        + "sops: {version: 3.9.0}\n";
    QCOMPARE(described(encrypted, findingsIn(encrypted)), QByteArrayList());
    // A version that no table has is left alone.
    const QByteArray old =
        "apiVersion: gateway.networking.k8s.io/v1alpha1\nkind: HTTPRoute\nmetadata: {name: a}\nspec: {x: 5}\n";
    QCOMPARE(described(old, findingsIn(old)), QByteArrayList());
}

/// Aliases repeat a part of a file, not what is wrong with it; and a value is wrong in one way.
void TestValidationRules::saysEachThingOnce()
{
    const QByteArray aliases =
        documentOf("VirtualService",
                   "hosts: [a.b]\nhttp:\n- match: [{port: 1}]\n  route: &r [{destination: {host: \"*\", x: 1}}]\n"
                   "- match: [{port: 2}]\n  route: *r");
    QCOMPARE(described(aliases, findingsIn(aliases)),
             (QByteArrayList{"IST0106 hostAll spec.http[0].route[0].destination.host '\"*\"'",
                             "IST0106 schema.unknownField spec.http[0].route[0].destination.x 'x'"}));
    const QByteArray number = documentOf("DestinationRule", "host: 5\nsubsets: [{name: 7}]");
    QCOMPARE(described(number, findingsIn(number)),
             (QByteArrayList{"IST0106 schema.wrongType spec.host '5'",
                             "IST0106 schema.wrongType spec.subsets[0].name '7'"}));
}

void TestValidationRules::placesInNestedYaml()
{
    const QByteArray text = documentOf("MeshConfig", "trustDomain: a.b\nconnectTimeout: 2h");
    const std::vector<Finding> findings = findingsIn(text);
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings.front().where.line, 7U);
    QCOMPARE(findings.front().where.column, 21U);
    QCOMPARE(text.mid(findings.front().range.begin, findings.front().range.size()), QByteArray("2h"));
}

QTEST_GUILESS_MAIN(TestValidationRules)
#include "tst_validationrules.moc"
