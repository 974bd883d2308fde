// SPDX-License-Identifier: Apache-2.0
#include "../changes/yamlmesh.h"
#include "models/changes/riskpolicy.h"
#include "models/changes/textdiff.h"
#include "models/workspace/summary.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;
using tests::graphOf;
using tests::replaced;

namespace {

const std::string reviews = R"(apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http:
  - name: default
    timeout: 5s
    route:
    - destination: {host: reviews.shop.svc.cluster.local, subset: v1}
      weight: 90
    - destination: {host: reviews.shop.svc.cluster.local, subset: v2}
      weight: 10
    - destination: {host: reviews.shop.svc.cluster.local, subset: v3}
      weight: 0
)";

changes::MeshChange compare(const std::string& before, const std::string& after)
{
    const auto old = graphOf(before);
    const auto now = graphOf(after);
    changes::MeshChange change = changes::compareGraphs(*old, *now);
    changes::RiskPolicy::builtIn().classify(change, *old, *now);
    return change;
}

std::string withWeights(const std::string& v1, const std::string& v2, const std::string& v3)
{
    return replaced(replaced(replaced(reviews, "weight: 0", "weight: " + v3), "weight: 10", "weight: " + v2),
                    "weight: 90", "weight: " + v1);
}

std::string service(const std::string& name)
{
    return "apiVersion: v1\nkind: Service\nmetadata: {name: \"" + name + "\", namespace: shop}\nspec: {}\n";
}

QString summary(const std::string& before, const std::string& after,
                const std::vector<checks::Finding>& introduced = {}, const QString& diff = {})
{
    const auto old = graphOf(before);
    const auto now = graphOf(after);
    changes::MeshChange change = changes::compareGraphs(*old, *now);
    changes::RiskPolicy::builtIn().classify(change, *old, *now);
    return summaryMarkdown(change, *old, *now, introduced, {}, diff);
}

} // namespace

class TestSummary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void trailers_data();
    void trailers();
    void saysWhatToLookAt();
    void proposesSubjectsAndBranches_data();
    void proposesSubjectsAndBranches();
    void subjectsAreShort();
    void branchNamesAreValid_data();
    void branchNamesAreValid();
    void messageSaysWhatChanges();
    void longMessagesAreCut();
    void markdownSaysEverything();
    void hostileTextStaysText();
    void fenceSurvivesBackticks();
};

void TestSummary::proposesSubjectsAndBranches_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("branch");
    const auto row = [](const char* name, const std::string& before, const std::string& after, const QString& subject,
                        const QString& branch) {
        QTest::newRow(name) << QByteArray::fromStdString(before) << QByteArray::fromStdString(after) << subject
                            << branch;
    };
    row("one to one", reviews, withWeights("80", "10", "10"), u"Move 10 % of reviews from v1 to v3"_s,
        u"canary/reviews-v3"_s);
    row("two to one", reviews, withWeights("80", "0", "20"), u"Split reviews 80/0/20"_s, u"canary/reviews-v3"_s);
    row("one to two", reviews, withWeights("70", "20", "10"), u"Split reviews 70/20/10"_s, u"canary/reviews"_s);
    row("new destination", reviews,
        replaced(
            reviews, "    route:\n",
            "    route:\n    - destination: {host: reviews.shop.svc.cluster.local, subset: v4}\n      weight: 0\n"),
        u"Split reviews 0/90/10/0"_s, u"canary/reviews"_s);
    row("timeout", reviews, replaced(reviews, "timeout: 5s", "timeout: 9s"),
        u"reviews: Route default: timeout 5s → 9s"_s, u"mesh/virtualservice-reviews"_s);
    row("comment", reviews, reviews + "# end\n", u"Tidy the text of VirtualService shop/reviews"_s,
        u"mesh/virtualservice-reviews"_s);
    row("added", "", reviews, u"Add VirtualService shop/reviews"_s, u"mesh/virtualservice-reviews"_s);
    row("removed", reviews, "", u"Remove VirtualService shop/reviews"_s, u"mesh/virtualservice-reviews"_s);
    row("several", reviews, service("a") + "---\n" + withWeights("80", "10", "10"), u"Change 2 resources in shop"_s,
        u"mesh/virtualservice-reviews"_s);
    row("nothing", reviews, reviews, u"Change the mesh"_s, u"mesh/changes"_s);
}

void TestSummary::proposesSubjectsAndBranches()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const changes::MeshChange change = compare(before.toStdString(), after.toStdString());
    QTEST(proposedSubject(change), "subject");
    QTEST(proposedBranch(change), "branch");
}

void TestSummary::subjectsAreShort()
{
    const std::string before = service(std::string(100, 'x'));
    QCOMPARE(proposedSubject(compare(before, "")).size(), 72);
    const std::string after =
        replaced(before, "spec: {}", "spec: {a: 1, selector: {app: " + std::string(80, 'y') + "}}");
    QVERIFY(proposedSubject(compare(before, after)).size() <= 72);
    // A pair of surrogates is never cut in two.
    std::string smileys;
    for (int i = 0; i < 40; ++i)
        smileys += "\xf0\x9f\x99\x82";
    for (const char* shift : {"", "x"}) {
        const QString subject = proposedSubject(compare("", service(shift + smileys)));
        QVERIFY(subject.size() <= 72);
        QVERIFY(subject.isValidUtf16());
    }
}

void TestSummary::branchNamesAreValid_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name :
         {"reviews", "a..b", "-a-", "x.lock", "a b", ".a", "a~^:?*[\\", "@{", "\u202e", "ÄÖ", "a/b", "A.B_C"})
        QTest::newRow(name) << QByteArray(name);
    QTest::newRow("long") << QByteArray(300, 'q');
    QTest::newRow("long with a dot at the end") << QByteArray(59, 'q') + ".lock" + QByteArray(9, 'q');
}

void TestSummary::branchNamesAreValid()
{
    QFETCH(QByteArray, name);
    QString text = QString::fromUtf8(name);
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    const changes::MeshChange change = compare("", service(text.toStdString()));
    QCOMPARE(change.resources.size(), 1U);
    const QString branch = proposedBranch(change);
    QVERIFY(branch.size() < 100);
    QProcess git;
    git.start(u"git"_s, {u"check-ref-format"_s, u"refs/heads/"_s + branch});
    QVERIFY(git.waitForFinished());
    QVERIFY2(git.exitCode() == 0, qPrintable(branch));
}

void TestSummary::messageSaysWhatChanges()
{
    QCOMPARE(proposedMessage(compare(reviews, withWeights("80", "10", "10"))),
             u"Move 10 % of reviews from v1 to v3\n\n"
             "- VirtualService shop/reviews: 10 % of the requests to reviews move from v1 to v3\n"
             "- VirtualService shop/reviews: Route default: v1 90 → 80\n"
             "- VirtualService shop/reviews: Route default: v3 0 → 10\n"_s);
    QCOMPARE(proposedMessage(compare("", service("a"))), u"Add Service shop/a\n\n- Service shop/a added\n"_s);
}

void TestSummary::longMessagesAreCut()
{
    std::string many;
    for (int i = 0; i < 50; ++i)
        many += service("s" + std::to_string(i)) + "---\n";
    const QString message = proposedMessage(compare("", many));
    QCOMPARE(message.count(u'\n'), 2 + 40 + 1);
    QVERIFY(message.endsWith(u"- and 10 more\n"_s));
}

void TestSummary::markdownSaysEverything()
{
    const std::string after = withWeights("80", "10", "10");
    checks::Finding finding;
    finding.code = "IST0101";
    finding.severity = checks::Severity::Error;
    finding.message = "dangling.subset";
    finding.args = {"v3", "reviews"};
    finding.where = {"mesh.yaml", 15, 5};
    const QString text =
        summary(reviews, after, {finding}, QString::fromStdString(changes::unifiedDiff("mesh.yaml", reviews, after)));
    const QStringList expected{
        u"## Move `10` % of `reviews` from `v1` to `v3`\n"_s,
        u"- `VirtualService shop/reviews` (`mesh.yaml`): Medium risk\n"_s,
        u"  - Route `default`: `v1` `90` → `80`\n"_s,
        u"- Medium risk: `10` % of a route's traffic in `shop/reviews` moves. (`split-weight-changed`)\n"_s,
        u"Hosts: `reviews.shop.svc.cluster.local`"_s,
        u"### Findings introduced\n\n- `IST0101` error: No DestinationRule for `reviews` has the subset `v3`."_s,
        u"(`mesh.yaml:15`)"_s,
        u"### Findings mended\n\nNone.\n"_s,
        u"```diff\n--- a/mesh.yaml\n+++ b/mesh.yaml\n@@ -8,8 +8,8 @@\n"_s,
        u"-      weight: 90\n+      weight: 80\n"_s,
    };
    for (const QString& part : expected)
        QVERIFY2(text.contains(part), qPrintable(part + u"\n-- is not in --\n"_s + text));
}

void TestSummary::hostileTextStaysText()
{
    const QString text = summary("", service("a`</code><script>x</script> @team #1 \\u202e\\n# Title"));
    QVERIFY(text.contains(u"``shop/a`</code><script>x</script> @team #1 \\u202e\\u000a# Title``"_s));
    QVERIFY(!text.contains(u'\u202e'));
    QVERIFY(!text.contains(u"\n# Title"_s));
}

void TestSummary::fenceSurvivesBackticks()
{
    const QString text = summary(reviews, reviews, {}, u"+```\n+</details>\x1b\n+````\n"_s);
    QVERIFY(text.contains(u"\n`````diff\n+```\n+</details>\\u001b\n+````\n`````\n"_s));
    const QString big = summary(reviews, reviews, {}, u"+0123456789\n"_s.repeated(10'000));
    QVERIFY(big.size() < 60'000);
    QVERIFY(big.contains(u"The diff is longer; lines left out: 5834."_s));
}

void TestSummary::trailers_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");

    QTest::newRow("first") << u"Move it"_s << u"low"_s << u"Move it\n\nRisk: low\n"_s;
    QTest::newRow("a subject that looks like one") << u"fix: it"_s << u"low"_s << u"fix: it\n\nRisk: low\n"_s;
    QTest::newRow("behind a body") << u"Move it\n\n- a: b\n"_s << u"low"_s << u"Move it\n\n- a: b\n\nRisk: low\n"_s;
    QTest::newRow("beside another") << u"Move it\n\nbody\n\nSigned-off-by: Ann <a@b>\n"_s << u"low"_s
                                    << u"Move it\n\nbody\n\nSigned-off-by: Ann <a@b>\nRisk: low\n"_s;
    QTest::newRow("in place of one") << u"Move it\n\nRisk: high\nTicket: 1\n"_s << u"low"_s
                                     << u"Move it\n\nTicket: 1\nRisk: low\n"_s;
    QTest::newRow("taken out") << u"Move it\n\nRisk: high\n"_s << QString() << u"Move it\n"_s;
    QTest::newRow("nothing to take out") << u"Move it\n\nbody"_s << QString() << u"Move it\n\nbody\n"_s;
}

void TestSummary::trailers()
{
    QFETCH(QString, message);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    QCOMPARE(withTrailer(message, u"Risk"_s, value), expected);
    QCOMPARE(withTrailer(expected, u"Risk"_s, value), expected);
}

void TestSummary::saysWhatToLookAt()
{
    const std::string mesh = "---\napiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\nspec: "
                             "{selector: {app: r}, ports: [{port: 80}]}\n---\napiVersion: apps/v1\nkind: "
                             "Deployment\nmetadata: {name: reviews-v1, namespace: shop}\nspec: {template: {metadata: "
                             "{labels: {app: r}}}}\n";
    const QString text = summary(reviews + mesh, withWeights("80", "10", "10") + mesh);
    QVERIFY2(text.contains(u"### After the sync\n\n- [ ] The proxies have it:\n  - `istioctl proxy-status`\n"
                           "  - `istioctl proxy-config routes deploy/reviews-v1.shop`\n"_s),
             qPrintable(text));
    QVERIFY(text.contains(u"istio_requests_total{reporter=\"source\", "
                          "destination_service=\"reviews.shop.svc.cluster.local\"}"_s));
    QVERIFY(text.contains(u"15 to 60 s"_s));
    QVERIFY(!summary(reviews, "# new\n" + reviews).contains(u"After the sync"_s));
    // a name that is no name does not get into a command
    QVERIFY(!summary("", service("$(touch x)")).contains(u"proxy-config"_s));
}

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
