// SPDX-License-Identifier: Apache-2.0
// All certain fixes one after another, as `analyze --fix` applies them, and what a fix is said to introduce.
#include "models/workspace/fixes.h"

#include "tests/fixes/memorysnapshot.h"

#include <QTest>

using namespace meshdraft;
using namespace meshdraft::test;

namespace {

const std::string reviewsService = "apiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\nspec:\n"
                                   "  selector: {app: reviews}\n  ports: [{name: http, port: 80}]\n";

std::string route(const std::string& rest)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
           "spec:\n  hosts: [reviews]\n  http:\n"
        + rest;
}

QByteArray textOf(const workspace::SnapshotPtr& snapshot, std::string_view path)
{
    return QByteArray::fromStdString(*snapshot->current.find(path)->text->text);
}

const checks::Finding* findingWith(const workspace::Snapshot& snapshot, const std::string& message)
{
    for (const auto& finding : snapshot.findings) {
        if (finding.message == message)
            return &finding;
    }
    return nullptr;
}

QByteArrayList idsOf(const workspace::FixRun& run)
{
    QByteArrayList ids;
    for (const auto& step : run.done)
        ids << QByteArray::fromStdString(step.fix.id);
    return ids;
}

} // namespace

class TestFixRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mendsAllThatIsCertain();
    void mendsTheSameInOneResourceTwice();
    void leavesChoices();
    void mendsOnlyTheCodesThatAreAskedFor();
    void refusesWhatWouldIntroduceAnother();
    void saysWhatAFixIntroduces();
    void aFindingThatMovesIsNeitherMendedNorIntroduced();
    void whatFilesCannotTellIsNeverCertain();
    void suppressedFindingsStay();
};

void TestFixRun::mendsAllThatIsCertain()
{
    const std::string before = route("  - route:\n    - destination: {host: reviews.shop}   # short\n    timout: 5s\n");
    const auto snapshot = snapshotOf({{"routes.yaml", before}, {"service.yaml", reviewsService}});
    const auto run = workspace::applyCertainFixes(snapshot);
    QCOMPARE(run.done.size(), std::size_t(2));
    QVERIFY(run.refused.empty());
    QCOMPARE(
        textOf(run.after, "routes.yaml"),
        QByteArray::fromStdString(route("  - route:\n    - destination: {host: reviews.shop.svc.cluster.local}   # "
                                        "short\n    timeout: 5s\n")));
    QCOMPARE(textOf(run.after, "service.yaml"), QByteArray::fromStdString(reviewsService));
    QVERIFY(run.after->findings.empty());
    QCOMPARE(run.after->changedFiles(), std::vector<std::string>{"routes.yaml"});
    // nothing is left to do
    QVERIFY(workspace::applyCertainFixes(run.after).done.empty());
}

void TestFixRun::mendsTheSameInOneResourceTwice()
{
    const auto snapshot =
        snapshotOf({{"a.yaml",
                     route("  - name: a\n    match: [{uri: {prefix: /a}}]\n    route:\n    - destination: {host: "
                           "reviews.shop}\n  - route:\n    - destination: {host: reviews.shop}\n")
                         + "---\n" + reviewsService}});
    const auto run = workspace::applyCertainFixes(snapshot);
    QCOMPARE(idsOf(run), (QByteArrayList{"fix.host.use", "fix.host.use"}));
    QCOMPARE(textOf(run.after, "a.yaml").count("reviews.shop.svc.cluster.local"), 2);
    QVERIFY(run.after->findings.empty());
}

void TestFixRun::leavesChoices()
{
    const auto snapshot =
        snapshotOf({{"a.yaml", route("  - route:\n    - destination: {host: reviws}\n") + "---\n" + reviewsService}});
    const auto* finding = findingWith(*snapshot, "dangling.host");
    QVERIFY(finding != nullptr);
    QVERIFY(!workspace::fixesFor(*snapshot, *finding).empty());
    const auto run = workspace::applyCertainFixes(snapshot);
    QVERIFY(run.done.empty());
    QVERIFY(run.refused.empty());
    QCOMPARE(run.after, snapshot);
}

void TestFixRun::mendsOnlyTheCodesThatAreAskedFor()
{
    const auto snapshot = snapshotOf(
        {{"a.yaml",
          route("  - route:\n    - destination: {host: reviews.shop}\n    timout: 5s\n") + "---\n" + reviewsService}});
    const auto run = workspace::applyCertainFixes(snapshot, {"IST0101"});
    QCOMPARE(idsOf(run), QByteArrayList{"fix.host.use"});
    QVERIFY(textOf(run.after, "a.yaml").contains("timout: 5s"));
}

void TestFixRun::refusesWhatWouldIntroduceAnother()
{
    // the misspelled field is a number: with its right name it has the wrong type
    const auto snapshot = snapshotOf(
        {{"a.yaml",
          route("  - route:\n    - destination: {host: reviews}\n    timout: 5\n") + "---\n" + reviewsService}});
    const auto run = workspace::applyCertainFixes(snapshot);
    QVERIFY(run.done.empty());
    QCOMPARE(run.refused.size(), std::size_t(1));
    QCOMPARE(run.refused.front().fix.id, std::string("fix.field.rename"));
    QCOMPARE(run.refused.front().introduced.size(), std::size_t(1));
    QCOMPARE(run.refused.front().introduced.front().message, std::string("schema.wrongType"));
    QCOMPARE(run.after, snapshot);
}

void TestFixRun::saysWhatAFixIntroduces()
{
    const auto snapshot = snapshotOf(
        {{"a.yaml",
          route("  - route:\n    - destination: {host: reviews, subset: v9}\n") + "---\n" + reviewsService
              + "---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, namespace: "
                "shop}\nspec: {host: reviews}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: r, "
                "namespace: shop}\nspec: {template: {metadata: {labels: {app: reviews, version: v1}}, spec: "
                "{containers: []}}}\n"}});
    const auto* finding = findingWith(*snapshot, "dangling.subset");
    QVERIFY(finding != nullptr);
    const auto fixes = workspace::fixesFor(*snapshot, *finding);
    QCOMPARE(fixes.size(), std::size_t(1));
    QCOMPARE(fixes.front().id, std::string("fix.subset.addGuess"));
    QVERIFY(fixes.front().certainty == checks::Certainty::Choice);
    const auto outcome = workspace::tryFix(*snapshot, *finding, fixes.front());
    QVERIFY(outcome.has_value());
    QVERIFY(outcome->mendsFinding);
    QCOMPARE(outcome->introduced.size(), std::size_t(1));
    QCOMPARE(outcome->introduced.front().code, std::string("IST0173"));
    // tried in memory only
    QVERIFY(snapshot->changedFiles().empty());
}

void TestFixRun::aFindingThatMovesIsNeitherMendedNorIntroduced()
{
    // the copy goes; the port that stands behind it, in the same file, keeps its finding
    const std::string other = "apiVersion: v1\nkind: Service\nmetadata: {name: other, namespace: shop}\nspec: {ports: "
                              "[{name: web, port: 80}]}\n";
    const auto snapshot = snapshotOf({{"a.yaml", reviewsService + "---\n" + reviewsService + "---\n" + other}});
    const auto* finding = findingWith(*snapshot, "duplicate.identity");
    QVERIFY(finding != nullptr);
    const auto outcome = workspace::tryFix(*snapshot, *finding, workspace::fixesFor(*snapshot, *finding).front());
    QVERIFY(outcome.has_value());
    QVERIFY(outcome->introduced.empty());
    QCOMPARE(outcome->mended.size(), std::size_t(1));
    QCOMPARE(textOf(outcome->after, "a.yaml"), QByteArray::fromStdString(reviewsService + "---\n" + other));
}

void TestFixRun::whatFilesCannotTellIsNeverCertain()
{
    const auto snapshot = snapshotOf(
        {{"a.yaml",
          route("  - route:\n    - destination: {host: reviews}\n")
              + "---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: other, namespace: "
                "shop}\nspec:\n  hosts: [x.example.com]\n  gateways: [edge/publik]\n  http:\n  - route:\n    - "
                "destination: {host: reviews}\n---\n"
              + reviewsService
              + "---\napiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: public, namespace: web}\n"
                "spec:\n  selector: {istio: ingressgateway}\n  servers:\n  - port: {number: 80, name: http, protocol: "
                "HTTP}\n    hosts: [\"*\"]\n"}});
    const auto* finding = findingWith(*snapshot, "dangling.gateway.unknown");
    QVERIFY(finding != nullptr);
    const auto fixes = workspace::fixesFor(*snapshot, *finding);
    QVERIFY(!fixes.empty());
    for (const auto& fix : fixes)
        QVERIFY(fix.certainty == checks::Certainty::Choice);
}

void TestFixRun::suppressedFindingsStay()
{
    const auto snapshot = snapshotOf(
        {{".meshdraft.yaml", "suppress:\n- {code: IST0101, path: a.yaml, reason: later}\n"},
         {"a.yaml", route("  - route:\n    - destination: {host: reviews.shop}\n") + "---\n" + reviewsService}});
    QCOMPARE(snapshot->suppressed.size(), std::size_t(1));
    QVERIFY(snapshot->findings.empty());
    QVERIFY(workspace::applyCertainFixes(snapshot).done.empty());
}

QTEST_GUILESS_MAIN(TestFixRun)
#include "tst_fixrun.moc"
