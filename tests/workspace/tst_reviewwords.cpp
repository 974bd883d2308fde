// SPDX-License-Identifier: Apache-2.0
#include "models/changes/projectrisk.h"
#include "models/git/samplerepository.h"
#include "models/workspace/reviewwords.h"
#include "models/workspace/snapshot.h"
#include "models/workspace/words.h"

#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

using mesh::effective::MeshView;

/// A review of two revisions of the sample mesh.
struct Reviewed {
    SnapshotPtr base;
    SnapshotPtr head;
    changes::MeshChange change;
};

QStringList touchesOf(const changes::ProxyImpact& impact)
{
    QStringList texts;
    for (const auto& push : impact.pushes) {
        for (const auto& touch : push.touches)
            texts << touchText(touch);
    }
    return texts;
}

} // namespace

class TestReviewWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void canaryOfTheSample();
    void strictMtlsOfTheSample();
    void waves();
    void approvals();
    void process();
    void permissions();
    void errorsOfTheProjectFileAreShown();
    void declarations_data();
    void declarations();

private:
    Reviewed review(const QString& branch, const std::string& environment) const;
    QStringList approvalsOf(const Reviewed& reviewed) const;

    QTemporaryDir m_directory;
};

void TestReviewWords::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    const auto made = git::materialise(u":/sample"_s, m_directory.path());
    QVERIFY2(made, made ? "" : made.error().code.c_str());
}

Reviewed TestReviewWords::review(const QString& branch, const std::string& environment) const
{
    Reviewed result;
    result.base = openSnapshot(m_directory.path(), u"main"_s, environment).value_or(nullptr);
    result.head = openSnapshot(m_directory.path(), branch, environment).value_or(nullptr);
    if (!result.base || !result.head || !result.base->graph || !result.head->graph)
        return result;
    result.change = changes::compareGraphs(*result.base->graph, *result.head->graph);
    changes::projectRisk(result.base->saved).policy->classify(result.change, *result.base->graph, *result.head->graph);
    return result;
}

/// With the CODEOWNERS of the base, which is checked out.
QStringList TestReviewWords::approvalsOf(const Reviewed& reviewed) const
{
    QFile file(m_directory.filePath(u"CODEOWNERS"_s));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the sample has no CODEOWNERS");
    const changes::CodeOwners codeOwners(file.readAll().toStdString());
    QStringList texts;
    for (const auto& each :
         changes::approvalsOf(reviewed.change, MeshView(reviewed.base->graph), MeshView(reviewed.head->graph),
                              codeOwners, changes::projectOwners(reviewed.base->saved).policy))
        texts << approvalText(each);
    return texts;
}

void TestReviewWords::canaryOfTheSample()
{
    const Reviewed reviewed = review(u"canary/reviews-v3"_s, {});
    QVERIFY(reviewed.head && reviewed.base);
    QCOMPARE(tierText(reviewed.change.tier), u"Medium risk"_s);
    const auto impact =
        changes::proxyImpactOf(reviewed.change, MeshView(reviewed.base->graph), MeshView(reviewed.head->graph));
    QCOMPARE(impactText(impact), u"CDS, EDS, RDS to about 13 of 18 proxies (11 workloads, 2 gateways)."_s);
    QVERIFY(touchesOf(impact).contains(
        u"RDS: VirtualService shop/reviews changes routes (spec.http[1].route[0].weight). 11 workloads, 1 gateway."_s));
    QVERIFY(impact.hazards.empty());
    const auto landing = changes::landingOf(reviewed.change, *reviewed.base->graph, *reviewed.head->graph);
    QStringList steps;
    for (const auto& step : landing.steps)
        steps << stepText(step);
    QCOMPARE(steps,
             (QStringList{u"Wave -2: Deployment shop/reviews-v3"_s, u"Wave 0: DestinationRule shop/reviews"_s,
                          u"Wave 1: VirtualService shop/reviews"_s}));
    QCOMPARE(approvalsOf(reviewed),
             QStringList{u"@acorn-shop/shop: CODEOWNERS gives them base/shop/reviews-dr.yaml. And 2 more."_s});
}

void TestReviewWords::strictMtlsOfTheSample()
{
    const Reviewed reviewed = review(u"hotfix/strict-mtls"_s, {});
    QVERIFY(reviewed.head && reviewed.base);
    QCOMPARE(tierText(reviewed.change.tier), u"High risk"_s);
    const auto impact =
        changes::proxyImpactOf(reviewed.change, MeshView(reviewed.base->graph), MeshView(reviewed.head->graph));
    QCOMPARE(impactText(impact), u"CDS, EDS, LDS to about 17 of 18 proxies (15 workloads, 2 gateways)."_s);
    QVERIFY(touchesOf(impact).contains(
        u"LDS: PeerAuthentication orders/default changes what servers accept (spec.mtls.mode). 4 workloads."_s));
    QVERIFY(approvalsOf(reviewed).contains(
        u"security team: PeerAuthentication orders/default decides who may call. And 1 more."_s));
}

void TestReviewWords::waves()
{
    changes::LandingStep step{.wave = -1, .isRemoval = false, .entries = {}};
    QCOMPARE(stepTitle(step), u"Wave -1"_s);
    step.isRemoval = true;
    QCOMPARE(stepTitle(step), u"Wave -1, going away"_s);
    QCOMPARE(waveText({.change = nullptr,
                       .isPartial = false,
                       .pullRequest = 1,
                       .message = "wave.needs",
                       .args = {"Service shop/a"}}),
             u"Needs Service shop/a first."_s);
    QCOMPARE(orderNoteText({.verdict = changes::OrderNote::Verdict::WrongWayRound,
                            .first = nullptr,
                            .second = nullptr,
                            .message = "argo.wrongWayRound",
                            .args = {"A", "B", "2", "1", "0", "1"}}),
             u"The sync waves (2, 1) bring A behind B, which needs it; waves 0 and 1 would be right."_s);
}

void TestReviewWords::approvals()
{
    changes::Approval approval{.source = changes::Approval::Source::Security,
                               .owners = {"@ann", "@org/sec"},
                               .count = 1,
                               .isOptional = false,
                               .missing = {},
                               .message = "approval.security",
                               .args = {"PeerAuthentication shop/default", "PeerAuthentication"},
                               .changes = {},
                               .paths = {}};
    QCOMPARE(approvalText(approval), u"@ann or @org/sec: PeerAuthentication shop/default decides who may call."_s);
    approval.count = 2;
    QCOMPARE(approvalText(approval), u"2 of @ann or @org/sec: PeerAuthentication shop/default decides who may call."_s);
    approval.isOptional = true;
    QCOMPARE(approvalText(approval),
             u"@ann or @org/sec (optional): PeerAuthentication shop/default decides who may call."_s);
}

void TestReviewWords::process()
{
    const changes::Process process = changes::projectProcess({}).process;
    QCOMPARE(processText(process.of(changes::Tier::None)), u"1 reviewer."_s);
    QCOMPARE(processText(process.of(changes::Tier::High)),
             u"2 reviewers; evidence: test; only in: maintenance; tell the on-call person; a plan to roll back."_s);
}

void TestReviewWords::permissions()
{
    const auto process = changes::projectProcess({}).process;
    const auto at = [&](const QString& moment) {
        return permissionText(
            changes::allowedNow(process, changes::Tier::Low, QDateTime::fromString(moment, Qt::ISODate)));
    };
    QCOMPARE(at(u"2026-11-27T10:00:00Z"_s), u"It may go in now (businessHours). Until 2026-11-27 17:00 UTC."_s);
    QCOMPARE(at(u"2026-11-28T10:00:00Z"_s),
             u"It may go in only in: businessHours. Not now; from 2026-11-30 09:00 UTC."_s);
}

void TestReviewWords::errorsOfTheProjectFileAreShown()
{
    Snapshot snapshot;
    snapshot.saved.put(".meshdraft.yaml", source::parseText("owners: all\nprocess:\n  timeZone: Nowhere\n"));
    const std::vector<Error> errors = snapshot.projectErrors();
    QCOMPARE(errors.size(), 2U);
    QCOMPARE(errorText(errors[0]), u".meshdraft.yaml:1:9: owners has the wrong type; expected a mapping."_s);
    QCOMPARE(errorText(errors[1]),
             u".meshdraft.yaml:3:13: Nowhere is not a time zone; expected a name like Europe/Berlin or UTC."_s);
}

void TestReviewWords::declarations_data()
{
    QTest::addColumn<QString>("trailer");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("the same") << u"medium"_s << u"The author says the same: medium."_s;
    QTest::newRow("less") << u"low"_s << u"The author declares low, less than what was computed: medium."_s;
    QTest::newRow("more") << u"high"_s << u"The author declares high, more than what was computed: medium."_s;
    QTest::newRow("no tier") << u"big"_s << u"The author declares big, which is no tier; computed: medium."_s;
}

void TestReviewWords::declarations()
{
    QFETCH(QString, trailer);
    QFETCH(QString, text);
    const std::vector<std::string> messages{trailer.isEmpty() ? std::string("feat: a")
                                                              : "feat: a\n\nRisk: " + trailer.toStdString() + "\n"};
    QCOMPARE(declaredText(changes::declaredTier(messages, {}, changes::Tier::Medium), changes::Tier::Medium), text);
}

QTEST_GUILESS_MAIN(TestReviewWords)
#include "tst_reviewwords.moc"
