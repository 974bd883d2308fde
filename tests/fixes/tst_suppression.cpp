// SPDX-License-Identifier: Apache-2.0
// What keeps findings back: annotations, .meshdraft.yaml, the baseline; and `complete`.
#include "models/workspace/comparison.h"
#include "models/workspace/judgement.h"
#include "models/workspace/words.h"

#include "tests/fixes/memorysnapshot.h"

#include <QTest>

using namespace meshdraft;
using namespace meshdraft::test;
using namespace Qt::StringLiterals;

namespace {

/// A Service with two findings: a port that does not say what it speaks, an annotation that nobody knows.
std::string annotated(const std::string& name, const std::string& annotations = {}, const std::string& ns = "shop")
{
    return "apiVersion: v1\nkind: Service\nmetadata:\n  name: " + name + "\n  namespace: " + ns
        + "\n  annotations: {banana.istio.io/peel: a" + (annotations.empty() ? "" : ", " + annotations)
        + "}\nspec: {ports: [{name: web, port: 80}]}\n";
}

/// "CODE subject by reason place" of what is kept back.
QByteArrayList kept(const workspace::Snapshot& snapshot)
{
    QByteArrayList lines;
    for (const auto& each : snapshot.suppressed) {
        lines << QByteArray::fromStdString(each.finding.code + " " + checks::subjectOf(each.finding) + " "
                                           + std::string(checks::suppressedByName(each.by)) + " [" + each.reason + "] "
                                           + each.where.path + ":" + std::to_string(each.where.line));
    }
    return lines;
}

QByteArrayList shown(const checks::Findings& findings)
{
    QByteArrayList lines;
    for (const auto& each : findings)
        lines << QByteArray::fromStdString(each.code + " " + checks::subjectOf(each));
    return lines;
}

} // namespace

class TestSuppression : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void annotations_data();
    void annotations();
    void entries_data();
    void entries();
    void mistakes_data();
    void mistakes();
    void expiredEntriesAreSaid();
    void everyErrorHasASentence();
    void baselineHoldsWhatItHas();
    void baselineIsStable();
    void baselineKeepsOtherEnvironments();
    void baselineMistakes_data();
    void baselineMistakes();
    void fingerprints_data();
    void fingerprints();
    void nothingIsCopiedWhereNothingIsKeptBack();
    void savedFilesDecide();
    void aReviewIsJudgedByItsBase();
    void completeSettlesWhatIsOpen_data();
    void completeSettlesWhatIsOpen();
    void completeHoldsForWholeEnvironments();
    void completeIsTakenUpWhenItIsSaved();
    void completeMistakes_data();
    void completeMistakes();
};

void TestSuppression::annotations_data()
{
    QTest::addColumn<QByteArray>("annotation");
    QTest::addColumn<QByteArrayList>("codes");
    const auto row = [](const char* what, const char* annotation, const QByteArrayList& codes) {
        QTest::newRow(what) << QByteArray(annotation) << codes;
    };
    row("none", "", {});
    row("Istio: a code", "galley.istio.io/analyze-suppress: IST0108", {"IST0108"});
    row("Istio: codes", "galley.istio.io/analyze-suppress: 'IST0108,IST0118'", {"IST0108", "IST0118"});
    row("Istio: codes with blanks", "galley.istio.io/analyze-suppress: 'IST0103, IST0118'", {"IST0118"});
    row("Istio: all", "galley.istio.io/analyze-suppress: '*'", {"IST0108", "IST0118"});
    row("Istio: another code", "galley.istio.io/analyze-suppress: IST0101", {});
    row("Istio: a part of a code", "galley.istio.io/analyze-suppress: IST01", {});
    row("Istio: empty", "galley.istio.io/analyze-suppress: ''", {});
    row("Kiali: a code", "kiali.io/ignore-validations: KIA0601", {"IST0118"});
    row("Kiali: another code", "kiali.io/ignore-validations: KIA0203", {});
    row("Kiali: codes", "kiali.io/ignore-validations: 'KIA0203, KIA0601'", {"IST0118"});
    row("Kiali: empty", "kiali.io/ignore-validations: ''", {"IST0118"});
    row("Kiali: ours says nothing", "kiali.io/ignore-validations: IST0118", {});
}

void TestSuppression::annotations()
{
    QFETCH(QByteArray, annotation);
    QFETCH(QByteArrayList, codes);
    const auto snapshot =
        snapshotOf({{"a.yaml", annotated("s", annotation.toStdString())}, {"b.yaml", annotated("t")}});
    QByteArrayList found;
    for (const auto& each : snapshot->suppressed) {
        found << QByteArray::fromStdString(each.finding.code);
        QVERIFY(each.by == checks::SuppressedBy::Annotation);
        QCOMPARE(each.where.path, std::string("a.yaml"));
        QCOMPARE(each.where.line, std::uint32_t(6));
        QVERIFY(each.reason.contains("io/"));
    }
    QCOMPARE(found, codes);
    QCOMPARE(snapshot->findings.size() + snapshot->suppressed.size(), snapshot->checks.findings().size());
    QCOMPARE(snapshot->findings.size(), std::size_t(4 - codes.size()));
}

void TestSuppression::entries_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArrayList>("subjects");
    const auto row = [](const char* what, const char* entry, const QByteArrayList& subjects) {
        QTest::newRow(what) << QByteArray(entry) << subjects;
    };
    row("a code", "code: IST0118, reason: r", {"IST0118 Service/shop/s", "IST0118 Service/web/t"});
    row("codes", "code: [IST0118, IST0101], reason: r", {"IST0118 Service/shop/s", "IST0118 Service/web/t"});
    row("a path", "code: IST0118, path: old/*.yaml, reason: r", {"IST0118 Service/web/t"});
    row("a path of any depth", "code: IST0118, path: '**', reason: r",
        {"IST0118 Service/shop/s", "IST0118 Service/web/t"});
    row("another path", "code: IST0118, path: new/*, reason: r", {});
    row("a resource", "code: IST0118, resource: Service/shop/s, reason: r", {"IST0118 Service/shop/s"});
    row("a pattern of resources", "code: IST0118, resource: '*/web/*', reason: r", {"IST0118 Service/web/t"});
    row("both have to hold", "code: IST0118, path: old/*, resource: Service/shop/s, reason: r", {});
    row("all codes of a path", "code: '*', path: old/**, reason: r",
        {"IST0108 Service/web/t", "IST0118 Service/web/t"});
    row("until a day to come", "code: IST0118, path: a.yaml, reason: r, expires: 2999-01-31",
        {"IST0118 Service/shop/s"});
}

void TestSuppression::entries()
{
    QFETCH(QByteArray, entry);
    QFETCH(QByteArrayList, subjects);
    const auto snapshot = snapshotOf({{".meshdraft.yaml", "# ours\nsuppress:\n- {" + entry.toStdString() + "}\n"},
                                      {"a.yaml", annotated("s")},
                                      {"old/b.yaml", annotated("t", {}, "web")}});
    QVERIFY(snapshot->projectErrors().empty());
    QByteArrayList found;
    for (const auto& each : snapshot->suppressed) {
        found << QByteArray::fromStdString(each.finding.code + " " + checks::subjectOf(each.finding));
        QVERIFY(each.by == checks::SuppressedBy::Project);
        QCOMPARE(each.reason, std::string("r"));
        QCOMPARE(each.where.path, std::string(".meshdraft.yaml"));
        QCOMPARE(each.where.line, std::uint32_t(3));
    }
    std::ranges::sort(found);
    QCOMPARE(found, subjects);
}

void TestSuppression::mistakes_data()
{
    QTest::addColumn<QByteArray>("project");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* what, const char* project, const char* expected) {
        QTest::newRow(what) << QByteArray(project) << QByteArray(expected);
    };
    row("no list", "suppress: IST0118\n", "project.type 1:11");
    row("no mapping", "suppress: [IST0118]\n", "project.type 1:12");
    row("no code", "suppress: [{reason: r}]\n", "project.missing 1:12");
    row("no reason", "suppress: [{code: IST0118}]\n", "project.missing 1:12");
    row("an empty reason", "suppress: [{code: IST0118, reason: ''}]\n", "project.type 1:36");
    row("another field", "suppress: [{code: IST0118, reason: r, until: x}]\n", "project.unknownField 1:39");
    row("a code that is none", "suppress: [{code: {a: b}, reason: r}]\n", "project.type 1:19");
    row("no date", "suppress: [{code: IST0118, reason: r, expires: soon}]\n", "suppress.date 1:48");
    row("no such day", "suppress: [{code: IST0118, reason: r, expires: 2026-02-30}]\n", "suppress.date 1:48");
    row("everything", "suppress: [{code: '*', reason: r}]\n", "suppress.everything 1:12");
    row("no pattern", "suppress: [{code: IST0118, reason: r, path: '[z-a]'}]\n", "suppress.pattern 1:45");
}

void TestSuppression::mistakes()
{
    QFETCH(QByteArray, project);
    QFETCH(QByteArray, expected);
    const auto snapshot = snapshotOf({{".meshdraft.yaml", project.toStdString()}, {"a.yaml", annotated("s")}});
    const auto errors = snapshot->projectErrors();
    QCOMPARE(errors.size(), std::size_t(1));
    QCOMPARE(QByteArray::fromStdString(errors.front().code + " " + std::to_string(errors.front().where.line) + ":"
                                       + std::to_string(errors.front().where.column)),
             expected);
    QCOMPARE(errors.front().where.path, std::string(".meshdraft.yaml"));
    // an entry with a mistake hides nothing
    QVERIFY(snapshot->suppressed.empty());
    QCOMPARE(snapshot->findings.size(), std::size_t(2));
}

void TestSuppression::expiredEntriesAreSaid()
{
    const mesh::FileSet files = fileSet({{".meshdraft.yaml",
                                          "suppress:\n- {code: [IST0118, IST0108], reason: moving out, expires: "
                                          "2026-03-31}\n- {code: IST0108, reason: r}\n"}});
    const auto on = checks::readSuppressions(files, QDate(2026, 3, 31));
    QCOMPARE(on.entries.size(), std::size_t(2));
    QVERIFY(on.expired.empty());
    const auto after = checks::readSuppressions(files, QDate(2026, 4, 1));
    QCOMPARE(after.entries.size(), std::size_t(1));
    QVERIFY(after.errors.empty());
    QCOMPARE(after.expired.size(), std::size_t(1));
    QCOMPARE(
        workspace::errorText(after.expired.front()),
        u".meshdraft.yaml:2:3: The suppression of IST0118, IST0108 ended on 2026-03-31 and no longer holds (moving "
        "out). Mend what it hid, or give it another date."_s);
}

void TestSuppression::everyErrorHasASentence()
{
    for (const char* id : {"suppress.pattern", "suppress.date", "suppress.everything", "suppress.expired",
                           "baseline.entry", "baseline.schema"})
        QVERIFY2(workspace::hasSentence(id), id);
}

void TestSuppression::baselineHoldsWhatItHas()
{
    const auto before = snapshotOf({{"a.yaml", annotated("s")}, {"b.yaml", annotated("t")}});
    checks::Baseline baseline;
    checks::putFindings(baseline, ".", {before->findings.begin(), before->findings.end()});
    const std::string text = checks::baselineText(baseline);
    const auto known =
        snapshotOf({{".meshdraft/baseline.yaml", text}, {"a.yaml", annotated("s")}, {"b.yaml", annotated("t")}});
    QVERIFY(known->findings.empty());
    QCOMPARE(kept(*known).size(), 4);
    QCOMPARE(kept(*known).front(), QByteArray("IST0108 Service/shop/s baseline [] .meshdraft/baseline.yaml:0"));
    // a line that moves hides no less, another port is new
    const auto moved =
        snapshotOf({{".meshdraft/baseline.yaml", text},
                    {"other.yaml", "# moved\n\n" + annotated("s")},
                    {"b.yaml",
                     "apiVersion: v1\nkind: Service\nmetadata: {name: t, namespace: shop}\nspec: {ports: "
                     "[{name: web, port: 80}, {name: page, port: 81}]}\n"}});
    QCOMPARE(shown(moved->findings), QByteArrayList{"IST0118 Service/shop/t"});
    QCOMPARE(moved->findings.front().args, (std::vector<std::string>{"page", "81"}));
}

void TestSuppression::baselineIsStable()
{
    checks::Finding finding;
    finding.code = "IST0101";
    finding.message = "dangling.host";
    finding.element.key = {".", "", "Service", "shop", "a\"b\\\n\x7f: # \xe2\x80\xa8"};
    finding.args = {"", "null", "1.0", "\xc3\xa4 'x'"};
    checks::Baseline baseline;
    checks::putFindings(baseline, "prod: a", {finding, finding});
    const std::string text = checks::baselineText(baseline);
    const auto read = checks::readBaseline(fileSet({{".meshdraft/baseline.yaml", text}}));
    QVERIFY2(read.errors.empty(), text.c_str());
    QVERIFY(read.environments == baseline.environments);
    QCOMPARE(read.environments.at("prod: a").begin()->second, std::uint32_t(2));
    QCOMPARE(checks::baselineText(read), text);
    QCOMPARE(QByteArray::fromStdString(checks::baselineText({})).split('\n').value(3), QByteArray("findings: []"));
}

void TestSuppression::baselineKeepsOtherEnvironments()
{
    checks::Finding finding;
    finding.code = "IST0118";
    finding.message = "port.name";
    checks::Baseline baseline;
    checks::putFindings(baseline, "dev", {finding});
    checks::putFindings(baseline, "prod", {finding, finding});
    checks::putFindings(baseline, "dev", {});
    QCOMPARE(baseline.environments.size(), std::size_t(1));
    QCOMPARE(baseline.environments.at("prod").begin()->second, std::uint32_t(2));
}

void TestSuppression::baselineMistakes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<int>("read");
    const QByteArray head = "schema: meshdraft.baseline/1\nfindings:\n";
    const QByteArray good = "- {code: A, environment: ., subject: s, message: m}\n";
    QTest::newRow("another version") << QByteArray("schema: meshdraft.baseline/2\nfindings:\n" + good)
                                     << QByteArray("baseline.schema:1") << 0;
    QTest::newRow("no entry") << QByteArray(head + "- a\n" + good) << QByteArray("baseline.entry:3") << 1;
    QTest::newRow("no code") << QByteArray(head + good + "- {environment: ., message: m}\n")
                             << QByteArray("baseline.entry:4") << 1;
    QTest::newRow("a count that is none") << QByteArray(head + "- {code: A, environment: ., message: m, count: -1}\n")
                                          << QByteArray("baseline.entry:3") << 0;
    QTest::newRow("empty") << QByteArray() << QByteArray() << 0;
    QTest::newRow("no YAML") << QByteArray("a: [\n") << QByteArray("source.syntax:2") << 0;
}

void TestSuppression::baselineMistakes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QFETCH(int, read);
    const auto baseline = checks::readBaseline(fileSet({{".meshdraft/baseline.yaml", text.toStdString()}}));
    QByteArrayList errors;
    for (const auto& error : baseline.errors) {
        QCOMPARE(error.where.path, std::string(".meshdraft/baseline.yaml"));
        errors << QByteArray::fromStdString(error.code + ":" + std::to_string(error.where.line));
    }
    QCOMPARE(errors.join(' '), expected);
    QCOMPARE(baseline.isEmpty() ? 0 : int(baseline.environments.begin()->second.size()), read);
}

void TestSuppression::fingerprints_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArrayList>("args");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("as it is") << QByteArray("dangling.host") << QByteArrayList{"a:80", "b"}
                              << QByteArrayList{"a:80", "b"};
    QTest::newRow("no line") << QByteArray("duplicate.identity") << QByteArrayList{"Service", "s", "x/a.yaml:12"}
                             << QByteArrayList{"Service", "s", "x/a.yaml"};
    QTest::newRow("no number of places") << QByteArray("dangling.host.unknown") << QByteArrayList{"a", "b", "7"}
                                         << QByteArrayList{"a", "b"};
}

void TestSuppression::fingerprints()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArrayList, args);
    QFETCH(QByteArrayList, expected);
    checks::Finding finding;
    finding.message = message.toStdString();
    finding.severity = message.endsWith(".unknown") ? checks::Severity::Unknown : checks::Severity::Warning;
    for (const QByteArray& arg : args)
        finding.args.push_back(arg.toStdString());
    QByteArrayList found;
    for (const std::string& arg : checks::fingerprintOf(finding).args)
        found << QByteArray::fromStdString(arg);
    QCOMPARE(found, expected);
}

void TestSuppression::nothingIsCopiedWhereNothingIsKeptBack()
{
    const auto snapshot = snapshotOf({{"a.yaml", annotated("s")}});
    QVERIFY(snapshot->findings == snapshot->checks.findings());
    QCOMPARE(&*snapshot->findings.begin(), &*snapshot->checks.findings().begin());
}

void TestSuppression::savedFilesDecide()
{
    const auto snapshot = snapshotOf({{".meshdraft.yaml", "suppress: []\n"}, {"a.yaml", annotated("s")}});
    const std::string now = "suppress: [{code: IST0118, reason: r}]\n";
    const auto* file = snapshot->current.find(".meshdraft.yaml");
    const auto edited = workspace::withEdit(
        *snapshot, {{{".meshdraft.yaml", file->text->id, source::differenceOf(*file->text->text, now)}}});
    QVERIFY(edited.has_value());
    // pending text keeps nothing back
    QVERIFY((*edited)->suppressed.empty());
    const auto saved = source::parseText(now);
    const auto after = workspace::withFile(*snapshot, ".meshdraft.yaml", saved, saved);
    QCOMPARE(kept(*after), QByteArrayList{"IST0118 Service/shop/s project [r] .meshdraft.yaml:1"});
    QCOMPARE(after->savedFindings.size(), std::size_t(1));
}

void TestSuppression::aReviewIsJudgedByItsBase()
{
    const auto base =
        snapshotOf({{".meshdraft.yaml", "suppress: [{code: IST0108, reason: r}]\n"}, {"a.yaml", annotated("s")}});
    const auto head = snapshotOf({{".meshdraft.yaml", "suppress: [{code: '*', path: '**', reason: hush}]\n"},
                                  {"a.yaml", annotated("s")},
                                  {"b.yaml", annotated("t", "galley.istio.io/analyze-suppress: IST0118")}});
    QVERIFY(head->findings.empty());
    const auto judgement = workspace::judge(*workspace::comparisonOf(*base, *head));
    QCOMPARE(shown(judgement.findings), (QByteArrayList{"IST0118 Service/shop/s", "IST0118 Service/shop/t"}));
    QCOMPARE(judgement.suppressed.size(), std::size_t(2));
    QCOMPARE(judgement.hiddenByHead.size(), std::size_t(2));
    QVERIFY(judgement.isChanged);
    const auto same = workspace::judge(*workspace::comparisonOf(*base, *base));
    QVERIFY(!same.isChanged);
    QVERIFY(same.findings == base->findings);
}

void TestSuppression::completeSettlesWhatIsOpen_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<QByteArray>("complete");
    const auto row = [](const char* what, const char* host, const char* open, const char* complete) {
        QTest::newRow(what) << QByteArray(host) << QByteArray(open) << QByteArray(complete);
    };
    row("of another namespace", "pay.bank.svc.cluster.local", "unknown dangling.host.unknown", "error dangling.host");
    row("outside", "api.example.com", "unknown dangling.host.unknown", "error dangling.host");
    row("filled in later", "'${HOST}'", "unknown dangling.host.unknown", "unknown dangling.host.unknown");
    row("of the system", "metrics.kube-system.svc.cluster.local", "unknown dangling.host.unknown",
        "unknown dangling.host.unknown");
    row("of Istio's installation", "istiod.istio-system.svc.cluster.local", "unknown dangling.host.unknown",
        "unknown dangling.host.unknown");
    row("wrong all the same", "reviws", "error dangling.host", "error dangling.host");
    row("there", "s", "", "");
}

void TestSuppression::completeSettlesWhatIsOpen()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, open);
    QFETCH(QByteArray, complete);
    const std::string text = virtualService("v", "shop",
                                            "  hosts: [s]\n  http:\n  - match: [{uri: {prefix: /a}}]\n    route: "
                                            "[{destination: {host: "
                                                + host.toStdString() + "}}]\n  - route: [{destination: {host: "
                                                + host.toStdString() + "}}]\n")
        + service("s", "shop");
    for (const bool isComplete : {false, true}) {
        const auto snapshot =
            snapshotOf({{".meshdraft.yaml", isComplete ? "complete: true\n" : "complete: false\n"}, {"a.yaml", text}});
        QVERIFY(snapshot->projectErrors().empty());
        QByteArrayList lines;
        for (const auto& finding : snapshot->findings) {
            if (finding.code == "IST0101")
                lines << QByteArray(severityName(finding.severity).data()) + " " + finding.message.c_str();
        }
        const QByteArray expected = isComplete ? complete : open;
        // what is open is said once for all places, what is wrong at each
        const int times = expected.isEmpty() ? 0 : expected.startsWith("unknown") ? 1 : 2;
        QCOMPARE(lines.size(), times);
        for (const QByteArray& line : lines)
            QCOMPARE(line, expected);
    }
}

void TestSuppression::completeHoldsForWholeEnvironments()
{
    const std::string text = virtualService("v", "shop",
                                            "  hosts: [s]\n  http:\n  - route: [{destination: {host: "
                                            "a.example.com}}]\n")
        + service("s", "shop");
    const auto severityIn = [&](const std::string& project, const std::string& environment) {
        const auto snapshot = snapshotOf(
            fileSet({{".meshdraft.yaml", project}, {"prod/a.yaml", text}, {"dev/a.yaml", text}}), environment);
        for (const auto& finding : snapshot->findings) {
            if (finding.code == "IST0101")
                return QByteArray(severityName(finding.severity).data());
        }
        return QByteArray("nothing");
    };
    QCOMPARE(severityIn("complete: true\n", "."), QByteArray("error"));
    // a directory of a complete repository is a part of it
    QCOMPARE(severityIn("complete: true\n", "prod"), QByteArray("unknown"));
    QCOMPARE(severityIn("complete: [prod]\n", "prod"), QByteArray("error"));
    QCOMPARE(severityIn("complete: [prod]\n", "dev"), QByteArray("unknown"));
    QCOMPARE(severityIn("complete: ['p*']\n", "prod"), QByteArray("error"));
    QCOMPARE(severityIn("complete: [prod]\n", "."), QByteArray("unknown"));
}

void TestSuppression::completeIsTakenUpWhenItIsSaved()
{
    const std::string text = virtualService("v", "shop",
                                            "  hosts: [s]\n  http:\n  - route: [{destination: {host: "
                                            "a.example.com}}]\n")
        + service("s", "shop");
    const auto open = snapshotOf({{".meshdraft.yaml", "complete: false\n"}, {"a.yaml", text}});
    const auto saved = source::parseText("complete: true\n");
    const auto complete = workspace::withFile(*open, ".meshdraft.yaml", saved, saved);
    const auto fresh = snapshotOf({{".meshdraft.yaml", "complete: true\n"}, {"a.yaml", text}});
    QVERIFY(complete->findings == fresh->findings);
    QVERIFY(!(complete->findings == open->findings));
    // an edit after it keeps to it
    const auto* file = complete->current.find("a.yaml");
    const auto edited =
        workspace::withEdit(*complete, {{{"a.yaml", file->text->id, source::differenceOf(text, "# more\n" + text)}}});
    QVERIFY(edited.has_value());
    QCOMPARE((*edited)->findings.size(), fresh->findings.size());
    QVERIFY((*edited)->findings.front().severity == checks::Severity::Error);
}

void TestSuppression::completeMistakes_data()
{
    QTest::addColumn<QByteArray>("project");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("a word") << QByteArray("complete: nearly\n") << QByteArray("project.type 1:11");
    QTest::newRow("a mapping") << QByteArray("complete: {a: b}\n") << QByteArray("project.type 1:11");
    QTest::newRow("an empty name") << QByteArray("complete: [prod, '']\n") << QByteArray("project.pattern 1:18");
}

void TestSuppression::completeMistakes()
{
    QFETCH(QByteArray, project);
    QFETCH(QByteArray, expected);
    const auto snapshot = snapshotOf({{".meshdraft.yaml", project.toStdString()}, {"a.yaml", annotated("s")}});
    const auto errors = snapshot->projectErrors();
    QCOMPARE(errors.size(), std::size_t(1));
    QCOMPARE(QByteArray::fromStdString(errors.front().code + " " + std::to_string(errors.front().where.line) + ":"
                                       + std::to_string(errors.front().where.column)),
             expected);
}

QTEST_GUILESS_MAIN(TestSuppression)
#include "tst_suppression.moc"
