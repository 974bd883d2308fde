// SPDX-License-Identifier: Apache-2.0
// Every file of tests/fixes/cases is a finding, one fix of it, and the file after it, byte for byte. With
// MESHDRAFT_UPDATE_CASES set the files are written anew, to be looked at.
#include "models/checks/fixes/fixparts.h"
#include "models/workspace/fixes.h"
#include "models/workspace/words.h"
#include "models/workspace/wordtable.h"

#include "tests/fixes/memorysnapshot.h"

#include <QDir>
#include <QTest>

#include <set>

using namespace meshdraft;
using namespace meshdraft::test;
using namespace Qt::StringLiterals;

namespace {

const QString directory = QStringLiteral(MESHDRAFT_SOURCE_DIR "/tests/fixes/cases/");
constexpr auto separator = "#=== after\n";

/// A case: lines "#> key value", the file, a separator, the file after the fix.
struct Case {
    QByteArray head;
    std::map<QByteArray, QByteArray> values;
    std::string before;
    std::string after;
};

Case readCase(const QString& name)
{
    QFile file(directory + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray rest = file.readAll();
    Case result;
    while (rest.startsWith("#> ")) {
        const QByteArray line = rest.first(rest.indexOf('\n') + 1);
        rest = rest.sliced(line.size());
        result.head += line;
        const QByteArray text = line.sliced(3).trimmed();
        const auto space = text.indexOf(' ');
        result.values[space < 0 ? text : text.first(space)] = space < 0 ? QByteArray() : text.sliced(space + 1);
    }
    const auto cut = rest.indexOf(separator);
    result.before = (cut < 0 ? rest : rest.first(cut)).toStdString();
    if (cut >= 0)
        result.after = rest.sliced(cut + qsizetype(qstrlen(separator))).toStdString();
    return result;
}

QStringList caseNames()
{
    return QDir(directory).entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
}

QByteArray linesOf(const std::vector<checks::Finding>& findings)
{
    QByteArrayList codes;
    for (const auto& finding : findings)
        codes << QByteArray::fromStdString(finding.code);
    std::ranges::sort(codes);
    return codes.join(' ');
}

} // namespace

class TestFixes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mends_data();
    void mends();
    void everyFixIsACase();
    void everyFixerIsWhole();
    void everyFixHasATitle();
    void nothingIsOfferedInARevision();
    void refusesWhatCannotBeEdited();
    void nearNamesAreNear_data();
    void nearNamesAreNear();
};

void TestFixes::mends_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : caseNames())
        QTest::newRow(qPrintable(name.chopped(5))) << name;
}

void TestFixes::mends()
{
    QFETCH(QString, name);
    Case one = readCase(name);
    const auto& values = one.values;
    QVERIFY2(values.contains("code") && values.contains("fix"), "no head");
    const auto snapshot = snapshotOf({{"a.yaml", one.before}});
    QVERIFY(snapshot->graph);
    const std::string code = values.at("code").toStdString();
    const auto finding = std::ranges::find_if(snapshot->findings, [&](const checks::Finding& each) {
        return each.code == code && (!values.contains("message") || each.message == values.at("message").toStdString());
    });
    QByteArrayList all;
    for (const auto& each : snapshot->findings)
        all << QByteArray::fromStdString(each.code + " " + each.message);
    QVERIFY2(finding != snapshot->findings.end(), all.join("; "));

    const QByteArrayList wanted = values.at("fix").split(' ');
    auto left = wanted.size() > 1 ? wanted[1].toInt() : 0;
    const auto fixes = workspace::fixesFor(*snapshot, *finding);
    QByteArrayList offered;
    for (const auto& each : fixes)
        offered << QByteArray::fromStdString(each.id) + " " + workspace::fixText(each).toUtf8();
    const auto fix = std::ranges::find_if(
        fixes, [&](const checks::Fix& each) { return each.id == wanted[0].toStdString() && left-- == 0; });
    QVERIFY2(fix != fixes.end(), offered.join("; "));

    const auto outcome = workspace::tryFix(*snapshot, *finding, *fix);
    QVERIFY2(outcome.has_value(), qPrintable(outcome ? QString() : workspace::errorText(outcome.error())));
    const std::string& now = *outcome->after->current.find("a.yaml")->text->text;
    const QByteArray sure = fix->certainty == checks::Certainty::Certain ? "certain" : "choice";
    const QByteArray introduces = linesOf(outcome->introduced);
    if (qEnvironmentVariableIsSet("MESHDRAFT_UPDATE_CASES")) {
        QFile file(directory + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray head = "#> code " + values.at("code") + "\n";
        if (values.contains("message"))
            head += "#> message " + values.at("message") + "\n";
        head +=
            "#> fix " + values.at("fix") + "\n#> title " + workspace::fixText(*fix).toUtf8() + "\n#> " + sure + "\n";
        if (!introduces.isEmpty())
            head += "#> introduces " + introduces + "\n";
        file.write(head + QByteArray::fromStdString(one.before) + separator + QByteArray::fromStdString(now));
        QVERIFY(outcome->mendsFinding);
        return;
    }
    QCOMPARE(QByteArray::fromStdString(now), QByteArray::fromStdString(one.after));
    QVERIFY2(values.contains(sure), sure);
    QCOMPARE(workspace::fixText(*fix).toUtf8(), values.at("title"));
    QVERIFY(outcome->mendsFinding);
    QCOMPARE(introduces, values.contains("introduces") ? values.at("introduces") : QByteArray());
    // the edit is splices of the file, not a new text
    QCOMPARE(outcome->edit.files.size(), std::size_t(1));
    const auto spliced = source::applySplices(one.before, outcome->edit.files.front().splices);
    QVERIFY(spliced.has_value());
    QCOMPARE(QByteArray::fromStdString(*spliced), QByteArray::fromStdString(one.after));
}

void TestFixes::everyFixIsACase()
{
    std::set<QByteArray> ids;
    std::set<QByteArray> codes;
    for (const QString& name : caseNames()) {
        const Case one = readCase(name);
        ids.insert(one.values.at("fix").split(' ').first());
        codes.insert(one.values.at("code"));
    }
    for (const auto& fixer : checks::allFixers()) {
        for (const auto id : fixer.ids)
            QVERIFY2(ids.contains(QByteArray(id.data(), qsizetype(id.size()))), std::string(id).c_str());
        for (const auto code : fixer.codes)
            QVERIFY2(codes.contains(QByteArray(code.data(), qsizetype(code.size()))), std::string(code).c_str());
    }
    QVERIFY(codes.size() >= 15);
    QVERIFY(ids.size() >= 18);
}

void TestFixes::everyFixerIsWhole()
{
    std::set<std::string> emitted;
    for (const auto& check : checks::allChecks())
        emitted.insert(check.info.codes.begin(), check.info.codes.end());
    std::string_view last;
    for (const auto& fixer : checks::allFixers()) {
        const std::string message(fixer.message);
        QVERIFY2(fixer.message > last, "sorted, one a message");
        last = fixer.message;
        QVERIFY2(workspace::hasSentence(message) || workspace::hasSentence(message + ".unknown"), message.c_str());
        QVERIFY(fixer.make != nullptr);
        QVERIFY2(!fixer.ids.empty() && std::ranges::is_sorted(fixer.ids), message.c_str());
        for (const auto code : fixer.codes)
            QVERIFY2(emitted.contains(std::string(code)), message.c_str());
    }
}

void TestFixes::everyFixHasATitle()
{
    std::set<std::string_view> ids;
    for (const auto& fixer : checks::allFixers())
        ids.insert(fixer.ids.begin(), fixer.ids.end());
    for (const auto& words : workspace::fixWords()) {
        QVERIFY2(ids.contains(words.id), std::string(words.id).c_str());
        const QString title = QString::fromUtf8(words.text);
        QVERIFY2(title.front().isUpper() && !title.endsWith(u'.'), words.text);
    }
    for (const auto id : ids)
        QVERIFY2(workspace::hasSentence(std::string(id)), std::string(id).c_str());
}

void TestFixes::nothingIsOfferedInARevision()
{
    const Case one = readCase(u"host-full.yaml"_s);
    const auto snapshot = snapshotOf({{"a.yaml", one.before}});
    QVERIFY(!snapshot->findings.empty());
    QVERIFY(!workspace::fixesFor(*snapshot, snapshot->findings.front()).empty());
    auto revision = std::make_shared<workspace::Snapshot>(*snapshot);
    revision->revision = u"HEAD"_s;
    QVERIFY(workspace::fixesFor(*revision, revision->findings.front()).empty());
}

void TestFixes::refusesWhatCannotBeEdited()
{
    // the value stands in two places by its alias: a splice would change both
    const auto snapshot =
        snapshotOf({{"a.yaml",
                     "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: d, "
                     "namespace: shop}\nspec:\n  host: a.example.com\n  trafficPolicy:\n    loadBalancer: "
                     "&lb\n      simple: round_robin\n  subsets:\n  - name: a\n    trafficPolicy:\n      "
                     "loadBalancer: *lb\n"}});
    const auto finding =
        std::ranges::find(snapshot->findings, std::string("schema.notInEnum"), &checks::Finding::message);
    QVERIFY(finding != snapshot->findings.end());
    const auto fixes = workspace::fixesFor(*snapshot, *finding);
    QVERIFY(!fixes.empty());
    const auto outcome = workspace::tryFix(*snapshot, *finding, fixes.front());
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().code, std::string("edit.alias"));
    const auto run = workspace::applyCertainFixes(snapshot);
    QVERIFY(run.done.empty());
    QVERIFY(!run.refused.empty() && run.refused.front().error.has_value());
}

void TestFixes::nearNamesAreNear_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArrayList>("known");
    QTest::addColumn<QByteArrayList>("near");
    const auto row = [](const char* what, const char* name, const QByteArrayList& known, const QByteArrayList& near) {
        QTest::newRow(what) << QByteArray(name) << known << near;
    };
    row("one letter", "reviws", {"ratings", "reviews"}, {"reviews"});
    row("two neighbours changed places", "gatewya", {"gateway"}, {"gateway"});
    row("itself is none", "a", {"a"}, {});
    row("far", "details", {"productpage", "ratings"}, {});
    row("case and dashes", "round_robin", {"ROUND_ROBIN", "RANDOM"}, {"ROUND_ROBIN"});
    row("nearest first", "v1", {"v22", "w1", "v2"}, {"v2", "w1"});
    row("each once", "ab", {"ac", "ac"}, {"ac"});
    row("a short one is not any short one", "a", {"b"}, {});
    row("empty", "", {"b", ""}, {});
}

void TestFixes::nearNamesAreNear()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArrayList, known);
    QFETCH(QByteArrayList, near);
    std::vector<std::string> names;
    for (const QByteArray& each : known)
        names.push_back(each.toStdString());
    QByteArrayList found;
    for (const std::string& each : checks::nearNames(name.toStdString(), names))
        found << QByteArray::fromStdString(each);
    QCOMPARE(found, near);
}

QTEST_GUILESS_MAIN(TestFixes)
#include "tst_fixes.moc"
