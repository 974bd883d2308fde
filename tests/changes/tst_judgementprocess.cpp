// SPDX-License-Identifier: Apache-2.0
#include "judgementcases.h"
#include "models/changes/changewindow.h"
#include "models/changes/declaredtier.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;
using namespace meshdraft::tests;

namespace {

mesh::FileSet project(const std::string& yaml)
{
    mesh::FileSet files;
    files.put(".meshdraft.yaml", source::parseText(yaml));
    return files;
}

Tier tierOf(const QString& name)
{
    for (const Tier tier : {Tier::None, Tier::Low, Tier::Medium, Tier::High}) {
        if (name.toStdString() == tierName(tier))
            return tier;
    }
    qFatal("no tier: %s", qPrintable(name));
}

/// "yes until 2026-11-27T17:00+01:00 open businessHours"
QString permissionText(const Permission& permission)
{
    QStringList words{permission.isAllowed ? u"yes"_s : u"no"_s};
    if (permission.until)
        words << u"until"_s
              << permission.until->toOffsetFromUtc(permission.until->offsetFromUtc()).toString(Qt::ISODate);
    words << QString::fromStdString(permission.message).section(u'.', 1);
    for (const std::string& arg : permission.args)
        words << QString::fromStdString(arg);
    return words.join(u' ');
}

} // namespace

class TestJudgementProcess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cases_data();
    void cases();
    void projectOverrides();
    void now_data();
    void now();
    void neverOpens();
    void declared_data();
    void declared();
    void errorsAreLocated_data();
    void errorsAreLocated();
};

void TestJudgementProcess::cases_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<QString>("tier");

    const QString low = u"low"_s;
    const QString medium = u"medium"_s;
    const QString high = u"high"_s;
    const std::map<QString, QString> expected{
        {u"comments"_s, u"none"_s},
        {u"weights"_s, medium},
        {u"timeout"_s, low},
        {u"canary"_s, high},
        {u"subset removed"_s, high},
        {u"subset removed in use"_s, high},
        {u"circuit breaker"_s, medium},
        {u"hash policy"_s, medium},
        {u"client TLS"_s, high},
        {u"gateway certificate"_s, high},
        {u"strict mTLS"_s, high},
        {u"strict mTLS of the mesh"_s, high},
        {u"authorization"_s, medium},
        {u"authorization denies"_s, high},
        {u"tokens"_s, medium},
        {u"envoy filter"_s, high},
        {u"sidecar"_s, medium},
        {u"sidecar of the mesh"_s, high},
        {u"telemetry of the mesh"_s, high},
        {u"wasm version"_s, low},
        {u"service entry"_s, medium},
        {u"service selector"_s, high},
        {u"workload image"_s, low},
        {u"new route at a gateway"_s, medium},
        {u"proxy config"_s, medium},
        {u"bootstrap patch"_s, high},
        {u"order of routes"_s, medium},
        {u"service renamed"_s, high},
        {u"telemetry leaves the root namespace"_s, high},
    };
    for (const JudgementCase& each : judgementCases()) {
        const auto found = expected.find(QString::fromLatin1(each.name));
        QVERIFY2(found != expected.end(), each.name);
        QTest::newRow(each.name) << each.before << each.after << found->second;
    }
}

void TestJudgementProcess::cases()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(QString, tier);
    const JudgedCase judgedCase = judged(before, after);
    QCOMPARE(QString::fromUtf8(tierName(judgedCase.change.tier).data()), tier);
    // the process that comes with the program
    const Process process = projectProcess({}).process;
    const TierProcess& asked = process.of(judgedCase.change.tier);
    QCOMPARE(asked.reviewers, tier == u"high"_s ? 2U : 1U);
    QCOMPARE(asked.needsRollbackPlan, tier == u"high"_s);
    QCOMPARE(asked.tellsOnCall, tier == u"high"_s || tier == u"medium"_s);
    QCOMPARE(asked.evidence.empty(), tier == u"none"_s || tier == u"low"_s);
    QCOMPARE(asked.windows.empty(), tier == u"none"_s);
}

void TestJudgementProcess::projectOverrides()
{
    const ProjectProcess read = projectProcess(project("process:\n"
                                                       "  tiers:\n"
                                                       "    low: {reviewers: 0, window: []}\n"
                                                       "    high: {evidence: [staging, load], window: night}\n"
                                                       "  windows:\n"
                                                       "    night: {days: [Sat], from: '22:00', to: '02:00'}\n"
                                                       "  timeZone: Europe/Berlin\n"));
    QVERIFY2(!read.error, read.error ? read.error->code.c_str() : "");
    QCOMPARE(read.process.of(Tier::Low).reviewers, 0U);
    QVERIFY(read.process.of(Tier::Low).windows.empty());
    QCOMPARE(read.process.of(Tier::High).reviewers, 2U);
    QCOMPARE(read.process.of(Tier::High).evidence, (std::vector<std::string>{"staging", "load"}));
    QCOMPARE(read.process.of(Tier::Medium).windows, std::vector<std::string>{"businessHours"});
    // the windows that come with the program follow the zone of the project
    QCOMPARE(read.process.windows.at("businessHours").front().zone.id(), QByteArray("Europe/Berlin"));
    QCOMPARE(read.process.windows.at("night").front().zone.id(), QByteArray("Europe/Berlin"));
}

void TestJudgementProcess::now_data()
{
    QTest::addColumn<QString>("tier");
    QTest::addColumn<QString>("moment"); ///< UTC
    QTest::addColumn<QString>("permission");

    const auto row = [](const char* name, const char* tier, const char* moment, const char* permission) {
        QTest::newRow(name) << QString::fromLatin1(tier) << QString::fromLatin1(moment)
                            << QString::fromLatin1(permission);
    };
    // Berlin is at +01:00 in winter and +02:00 from 2026-03-29 to 2026-10-25; 2026-11-27 is a Friday
    row("any time", "none", "2026-11-28T03:00:00Z", "yes until 2026-12-18T00:00:00+01:00 always");
    row("working hours", "low", "2026-11-27T09:00:00Z", "yes until 2026-11-27T17:00:00+01:00 open businessHours");
    row("their first minute", "low", "2026-11-27T08:00:00Z", "yes until 2026-11-27T17:00:00+01:00 open businessHours");
    row("before them", "low", "2026-11-27T07:59:59Z", "no until 2026-11-27T09:00:00+01:00 closed businessHours");
    row("their end", "low", "2026-11-27T16:00:00Z", "no until 2026-11-30T09:00:00+01:00 closed businessHours");
    row("summer time", "low", "2026-07-01T07:00:00Z", "yes until 2026-07-01T17:00:00+02:00 open businessHours");
    row("over the weekend of the change", "low", "2026-03-27T17:00:00Z",
        "no until 2026-03-30T09:00:00+02:00 closed businessHours");
    row("a night over midnight", "high", "2026-11-29T00:30:00Z", "yes until 2026-11-29T03:30:00+01:00 open night");
    row("the night that is longer", "high", "2026-10-25T01:45:00Z", "yes until 2026-10-25T03:30:00+01:00 open late");
    row("another zone", "medium", "2026-11-27T22:00:00Z", "yes until 2026-11-27T17:00:00-08:00 open west");
    row("one of two windows", "medium", "2026-11-27T12:00:00Z",
        "yes until 2026-11-27T17:00:00+01:00 open businessHours");
    row("a freeze", "low", "2026-12-21T10:00:00Z", "no until 2027-01-04T09:00:00+01:00 freeze end of year");
    row("a freeze for some", "high", "2026-11-07T22:30:00Z", "no until 2026-11-08T00:00:00+01:00 freeze fair");
    row("others go on", "none", "2026-11-07T22:30:00Z", "yes until 2026-12-18T00:00:00+01:00 always");
}

void TestJudgementProcess::now()
{
    QFETCH(QString, tier);
    QFETCH(QString, moment);
    QFETCH(QString, permission);
    const ProjectProcess read =
        projectProcess(project("process:\n"
                               "  timeZone: Europe/Berlin\n"
                               "  windows:\n"
                               "    night: {days: [Sat], from: '22:00', to: '02:00'}\n"
                               "    late: {days: [Sat], from: '22:30', to: '03:30'}\n"
                               "    west: {days: [Fri], from: '09:00', to: '17:00', timeZone: America/Los_Angeles}\n"
                               "  freezes:\n"
                               "  - {name: end of year, from: 2026-12-18, to: 2027-01-03}\n"
                               "  - {name: fair, from: '2026-11-07T12:00', to: 2026-11-07, tiers: [high]}\n"
                               "  tiers:\n"
                               "    medium: {window: [businessHours, west]}\n"
                               "    high: {window: [night, late]}\n"));
    QVERIFY2(!read.error, read.error ? read.error->code.c_str() : "");
    const QDateTime now = QDateTime::fromString(moment, Qt::ISODate);
    QVERIFY(now.isValid());
    QCOMPARE(permissionText(allowedNow(read.process, tierOf(tier), now)), permission);
}

void TestJudgementProcess::neverOpens()
{
    const ProjectProcess read =
        projectProcess(project("process:\n  freezes:\n  - {name: for good, from: 2020-01-01, to: 2099-12-31}\n"));
    QVERIFY(!read.error);
    const Permission permission =
        allowedNow(read.process, Tier::Low, QDateTime::fromString(u"2026-11-27T09:00:00Z"_s, Qt::ISODate));
    QCOMPARE(permissionText(permission), u"no freeze for good"_s);
}

void TestJudgementProcess::declared_data()
{
    QTest::addColumn<QStringList>("messages");
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<QString>("expected"); ///< computed is medium

    const QStringList none;
    QTest::newRow("nothing") << QStringList{u"feat: a\n\nWhy.\n"_s} << none << QString();
    QTest::newRow("a trailer") << QStringList{u"feat: a\n\nWhy.\n\nRisk: medium\nSigned-off-by: A\n"_s} << none
                               << u"agrees medium"_s;
    QTest::newRow("another spelling") << QStringList{u"a\n\nRISK : Low\n"_s} << none << u"lower Low"_s;
    QTest::newRow("more") << QStringList{u"a\n\nRisk: high"_s} << none << u"higher high"_s;
    QTest::newRow("CRLF") << QStringList{u"a\r\n\r\nRisk: high\r\n"_s} << none << u"higher high"_s;
    QTest::newRow("no trailer: the subject") << QStringList{u"Risk: high"_s} << none << QString();
    QTest::newRow("no trailer: more follows") << QStringList{u"a\n\nRisk: high\n\nAnd more.\n"_s} << none << QString();
    QTest::newRow("the highest of the commits")
        << QStringList{u"a\n\nRisk: low"_s, u"b\n\nRisk: medium"_s} << none << u"agrees medium"_s;
    QTest::newRow("no tier") << QStringList{u"a\n\nRisk: huge"_s} << none << u"unreadable huge"_s;
    QTest::newRow("one that can be read")
        << QStringList{u"a\n\nRisk: huge"_s, u"a\n\nRisk: low"_s} << none << u"lower low"_s;
    QTest::newRow("a label") << none << QStringList{u"bug"_s, u"risk: low"_s} << u"lower low"_s;
    QTest::newRow("a label with a slash") << none << QStringList{u"risk/high"_s} << u"higher high"_s;
    QTest::newRow("a label the other way") << none << QStringList{u"High-Risk"_s} << u"higher high"_s;
    QTest::newRow("a label of something else") << none << QStringList{u"risky"_s, u"low"_s, u"at-risk"_s} << QString();
}

void TestJudgementProcess::declared()
{
    QFETCH(QStringList, messages);
    QFETCH(QStringList, labels);
    QFETCH(QString, expected);
    const auto plain = [](const QStringList& list) {
        std::vector<std::string> result;
        for (const QString& each : list)
            result.push_back(each.toStdString());
        return result;
    };
    const DeclaredTier declared = declaredTier(plain(messages), plain(labels), Tier::Medium);
    const QString verdict = QString::fromStdString(declared.message).section(u'.', 1);
    QCOMPARE(QString(verdict + u' ' + QString::fromStdString(declared.text)).trimmed(), expected);
    QCOMPARE(declared.verdict == DeclaredTier::Verdict::NotDeclared, expected.isEmpty());
}

void TestJudgementProcess::errorsAreLocated_data()
{
    QTest::addColumn<std::string>("yaml");
    QTest::addColumn<std::string>("code");
    QTest::addColumn<QString>("place");

    const auto row = [](const char* name, const char* yaml, const char* code, const QString& place) {
        QTest::newRow(name) << std::string(yaml) << std::string(code) << place;
    };
    row("no mapping", "process: strict\n", "project.type", u".meshdraft.yaml:1:10"_s);
    row("a key", "process:\n  hours: 9\n", "project.unknownField", u".meshdraft.yaml:2:3"_s);
    row("a tier", "process:\n  tiers:\n    huge: {reviewers: 1}\n", "project.unknownField", u".meshdraft.yaml:3:5"_s);
    row("a number", "process:\n  tiers:\n    low: {reviewers: many}\n", "project.type", u".meshdraft.yaml:3:22"_s);
    row("a negative number", "process:\n  tiers:\n    low: {reviewers: -1}\n", "project.type",
        u".meshdraft.yaml:3:22"_s);
    row("a truth value", "process:\n  tiers:\n    low: {onCall: maybe}\n", "project.type", u".meshdraft.yaml:3:19"_s);
    row("a window that is not there", "process:\n  tiers:\n    low: {window: nights}\n", "process.noWindow",
        u".meshdraft.yaml:3:19"_s);
    row("a time zone", "process:\n  timeZone: Berlin\n", "process.timeZone", u".meshdraft.yaml:2:13"_s);
    row("a time", "process:\n  windows:\n    a: {days: [Mon], from: '9', to: '10:00'}\n", "process.time",
        u".meshdraft.yaml:3:28"_s);
    row("a day", "process:\n  windows:\n    a: {days: [Monday], from: '09:00', to: '10:00'}\n", "process.day",
        u".meshdraft.yaml:3:15"_s);
    row("no days", "process:\n  windows:\n    a: {from: '09:00', to: '10:00'}\n", "project.missing",
        u".meshdraft.yaml:3:8"_s);
    row("a date", "process:\n  freezes:\n  - {name: a, from: 24.12.2026, to: 2027-01-01}\n", "process.date",
        u".meshdraft.yaml:3:21"_s);
    row("a date that is not there", "process:\n  freezes:\n  - {name: a, from: 2026-02-30, to: 2027-01-01}\n",
        "process.date", u".meshdraft.yaml:3:21"_s);
    row("a freeze the wrong way round", "process:\n  freezes:\n  - {name: a, from: 2027-01-01, to: 2026-12-01}\n",
        "process.freezeOrder", u".meshdraft.yaml:3:5"_s);
    row("a tier of a freeze", "process:\n  freezes:\n  - {name: a, from: 2026-01-01, to: 2026-12-01, tiers: all}\n",
        "process.tier", u".meshdraft.yaml:3:56"_s);
    row("no end", "process:\n  freezes:\n  - {name: a, from: 2026-01-01}\n", "project.missing",
        u".meshdraft.yaml:3:5"_s);
}

void TestJudgementProcess::errorsAreLocated()
{
    QFETCH(std::string, yaml);
    QFETCH(std::string, code);
    QFETCH(QString, place);
    const ProjectProcess read = projectProcess(project(yaml));
    QVERIFY(read.error);
    QCOMPARE(read.error->code, code);
    const Location& where = read.error->where;
    QCOMPARE(u"%1:%2:%3"_s.arg(QString::fromStdString(where.path)).arg(where.line).arg(where.column), place);
    // never half a process
    QCOMPARE(read.process.of(Tier::Low).reviewers, 1U);
    QCOMPARE(read.process.zone, QTimeZone::utc());
    QVERIFY(read.process.freezes.empty());
}

QTEST_GUILESS_MAIN(TestJudgementProcess)
#include "tst_judgementprocess.moc"
