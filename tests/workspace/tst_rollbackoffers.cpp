// SPDX-License-Identifier: Apache-2.0
// Mends are offered where evaluation shows that they give back what was lost, and nothing else.
#include "models/workspace/parsecache.h"
#include "models/workspace/rollbackjob.h"
#include "models/workspace/shelltext.h"
#include "models/workspace/words.h"
#include "tests/git/testrepository.h"
#include "tests/workspace/waitfor.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

using Files = QMap<QString, QByteArray>;

QByteArray workload(const QByteArray& name, const QByteArray& version = "v1", const QByteArray& ns = "shop")
{
    return "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: " + name + ", namespace: " + ns
        + "}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name + "-" + version
        + ", namespace: " + ns + "}\nspec: {template: {metadata: {labels: {app: " + name + ", version: " + version
        + "}}, spec: {serviceAccountName: " + name + "}}}\n";
}

QByteArray service(const QByteArray& name)
{
    return "---\napiVersion: v1\nkind: Service\nmetadata: {name: " + name
        + ", namespace: shop}\nspec: {selector: {app: " + name + "}, ports: [{port: 80, name: http}]}\n";
}

/// Two services with callers that have a proxy, and jobs, which has none.
QByteArray basicMesh()
{
    return "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n---\n"
           "apiVersion: v1\nkind: Namespace\nmetadata: {name: legacy, labels: {istio-injection: disabled}}\n"
        + service("reviews") + service("ratings") + workload("web") + workload("reviews") + workload("ratings")
        + workload("jobs", "v1", "legacy");
}

QByteArray routes(const QByteArray& host, const QByteArray& destination)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: " + host
        + ", namespace: shop}\nspec:\n  hosts: [" + host + "]\n  http:\n  - route: [{destination: {host: " + destination
        + "}}]\n";
}

QByteArray policy(const QByteArray& spec)
{
    return "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: guard, namespace: "
           "shop}\nspec: "
        + spec + '\n';
}

QByteArray peers(const QByteArray& name, const QByteArray& spec)
{
    return "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: " + name
        + ", namespace: shop}\nspec: " + spec + '\n';
}

} // namespace

class TestRollbackOffers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_repository = std::make_unique<git::TestRepository>(git::TestRepository::Start::Empty); }
    void offers_data();
    void offers();
    void offersRestoreTheBytes();
    void warnsOfWhatSyncs_data();
    void warnsOfWhatSyncs();
    void failuresAreToldEachTime();

private:
    void commit(const Files& files) const;
    Expected<MendOffers> mends() const;

    git::GitSandbox m_sandbox;
    std::unique_ptr<git::TestRepository> m_repository;
};

void TestRollbackOffers::commit(const Files& files) const
{
    for (const auto& [path, text] : files.asKeyValueRange()) {
        if (text.isNull())
            QFile::remove(m_repository->path(path));
        else
            m_repository->write(path, text);
    }
    m_repository->git({u"add"_s, u"-A"_s});
    m_repository->git({u"commit"_s, u"-qm"_s, u"Change"_s});
}

Expected<MendOffers> TestRollbackOffers::mends() const
{
    const auto repository = m_repository->open();
    const auto request = rollbackOf(repository, u"HEAD"_s, {});
    if (!request)
        return std::unexpected(request.error());
    return offerMends(repository, *request, {}, std::make_shared<ParseCache>());
}

void TestRollbackOffers::offers_data()
{
    QTest::addColumn<Files>("before");
    QTest::addColumn<Files>("after");
    QTest::addColumn<QStringList>("expected"); // "way name tier", what is refused as "way name: code"
    const auto row = [](const char* name, const Files& before, const Files& after, const QStringList& expected) {
        QTest::newRow(name) << before << after << expected;
    };
    const QString vs = u"vs.yaml"_s;
    const QString other = u"other.yaml"_s;
    const QString ap = u"ap.yaml"_s;
    const QString pa = u"pa.yaml"_s;

    row("nothing is lost", {{vs, routes("reviews", "reviews")}}, {{vs, routes("reviews", "ratings")}}, {});
    row("a broken VirtualService", {{vs, routes("reviews", "reviews")}},
        {{vs, routes("reviews", "reviews, subset: v9")}}, {u"resource reviews"_s, u"everything "_s});
    row("two broken ones", {{vs, routes("reviews", "reviews")}, {other, routes("ratings", "ratings")}},
        {{vs, routes("reviews", "reviews, subset: v9")}, {other, routes("ratings", "nowhere")}},
        {u"namespace "_s, u"everything "_s, u"resource ratings: mend.stillRefused"_s,
         u"resource reviews: mend.stillRefused"_s});
    row("a lock-out by a new policy", {{vs, routes("reviews", "reviews")}}, {{ap, policy("{}")}},
        {u"deletePolicy guard open"_s, u"everything "_s});
    row("a lock-out by a policy that was changed",
        {{ap, policy("{rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}]}]}")}},
        {{ap, policy("{rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/wob]}}]}]}")}},
        {u"resource guard"_s, u"everything "_s, u"deletePolicy guard: mend.opens"_s});
    row("a policy that denies", {{vs, routes("reviews", "reviews")}},
        {{ap, policy("{action: DENY, rules: [{to: [{operation: {methods: [GET]}}]}]}")}},
        {u"deletePolicy guard"_s, u"everything "_s});
    row("STRICT with a caller that has no proxy", {{pa, peers("default", "{mtls: {mode: PERMISSIVE}}")}},
        {{pa, peers("default", "{mtls: {mode: STRICT}}")}},
        {u"resource default"_s, u"permissive default"_s, u"everything "_s});
    row("STRICT for the workloads decides", {{vs, routes("reviews", "reviews")}},
        {{pa,
          peers("default", "{mtls: {mode: STRICT}}") + "---\n"
              + peers("reviews", "{selector: {matchLabels: {app: reviews}}, mtls: {mode: STRICT}}")}},
        {u"namespace "_s, u"everything "_s, u"permissive default: mend.stillRefused"_s,
         u"permissive reviews: mend.stillRefused"_s, u"resource default: mend.stillRefused"_s,
         u"resource reviews: mend.stillRefused"_s});
}

void TestRollbackOffers::offers()
{
    QFETCH(const Files, before);
    QFETCH(const Files, after);
    QFETCH(const QStringList, expected);
    commit({{u"mesh.yaml"_s, basicMesh()}});
    commit(before);
    commit(after);
    const auto untouched = m_repository->everything();
    const auto found = mends();
    QVERIFY2(found, found ? "" : qPrintable(errorText(found.error())));
    QStringList lines;
    for (const auto& mend : found->offers) {
        const auto name = mendName(mend.kind);
        lines << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) + u' '
                + QString::fromStdString(mend.subject.name) + (mend.isOpenToAll ? u" open"_s : QString());
        if (mend.isOpenToAll)
            QCOMPARE(mend.review.tier, changes::Tier::High);
    }
    QStringList refused;
    for (const auto& each : found->refused) {
        const auto name = mendName(each.kind);
        refused << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) + u' '
                + QString::fromStdString(each.subject.name + ": " + each.reason.code);
        QVERIFY(hasSentence(each.reason.code));
    }
    refused.sort();
    QCOMPARE(lines + refused, expected);
    QCOMPARE(found->lost.changes.empty(), expected.isEmpty());
    QCOMPARE(m_repository->everything(), untouched);
}

void TestRollbackOffers::offersRestoreTheBytes()
{
    const auto good = peers("default", "{mtls: {mode: PERMISSIVE}} # for jobs").replace('\n', "\r\n");
    const auto bad = peers("default", "{mtls: {mode: STRICT}} # for jobs").replace('\n', "\r\n");
    commit({{u"mesh.yaml"_s, basicMesh()}, {u"pa.yaml"_s, good}});
    commit({{u"pa.yaml"_s, bad}});
    const auto found = mends();
    QVERIFY(found);
    QCOMPARE(found->offers.size(), 3U);
    for (const auto& mend : found->offers) {
        QCOMPARE(mend.plan.files.size(), 1U);
        QCOMPARE(mend.plan.files.front().after.value_or(QByteArray()), good);
        QVERIFY(!mend.review.requests.changes.empty());
    }
}

void TestRollbackOffers::warnsOfWhatSyncs_data()
{
    QTest::addColumn<QByteArray>("delivery");
    QTest::addColumn<QString>("suspend");
    QTest::addColumn<QString>("resume");
    const QByteArray argo =
        "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop, namespace: argocd}\nspec:\n"
        "  source: {repoURL: https://example.com/shop.git, path: shop, targetRevision: main}\n  destination: "
        "{namespace: "
        "shop}\n";
    const QByteArray flux = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: shop, "
                            "namespace: flux-system}\nspec:\n  path: ./shop\n  sourceRef: {kind: GitRepository, name: "
                            "flux-system}\n";
    QTest::newRow("Argo CD that heals") << argo + "  syncPolicy: {automated: {selfHeal: true}}\n"
                                        << u"argocd app set argocd/shop --sync-policy none"_s
                                        << u"argocd app set argocd/shop --sync-policy automated --self-heal"_s;
    QTest::newRow("Argo CD that syncs") << argo + "  syncPolicy: {automated: {}}\n"
                                        << u"argocd app set argocd/shop --sync-policy none"_s
                                        << u"argocd app set argocd/shop --sync-policy automated"_s;
    QTest::newRow("Argo CD that prunes")
        << argo + "  syncPolicy: {automated: {prune: true, selfHeal: true}}\n"
        << u"argocd app set argocd/shop --sync-policy none"_s
        << u"argocd app set argocd/shop --sync-policy automated --auto-prune --self-heal"_s;
    // what no name can be is no word of a command
    QTest::newRow("Argo CD, an option as its name")
        << QByteArray(argo).replace("name: shop, namespace: argocd", "name: --server=evil.example")
            + "  syncPolicy: {automated: {}}\n"
        << QString() << QString();
    QTest::newRow("Flux, an option as its namespace")
        << QByteArray(flux).replace("namespace: flux-system}\nspec", "namespace: --kubeconfig=x}\nspec") << QString()
        << QString();
    const QByteArray set = "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: shops, namespace: "
                           "argocd}\nspec:\n  generators: [{list: {elements: [{shop: shop}]}}]\n  template:\n    "
                           "metadata: {name: 'of-{{shop}}'}\n    spec:\n      source: {repoURL: "
                           "https://example.com/shop.git, path: '{{shop}}'}\n      destination: {namespace: shop}\n";
    QTest::newRow("ApplicationSet") << set + "      syncPolicy: {automated: {selfHeal: true}}\n"
                                    << u"argocd app set argocd/of-shop --sync-policy none"_s
                                    << u"argocd app set argocd/of-shop --sync-policy automated --self-heal"_s;
    QTest::newRow("ApplicationSet by hand") << set << QString() << QString();
    QTest::newRow("Argo CD by hand") << argo << QString() << QString();
    QTest::newRow("Flux") << flux << u"flux suspend kustomization shop -n flux-system"_s
                          << u"flux resume kustomization shop -n flux-system"_s;
    QTest::newRow("Flux, suspended") << flux + "  suspend: true\n" << QString() << QString();
}

void TestRollbackOffers::warnsOfWhatSyncs()
{
    QFETCH(const QByteArray, delivery);
    QFETCH(const QString, suspend);
    QFETCH(const QString, resume);
    commit({{u"shop/mesh.yaml"_s, basicMesh()}, {u"elsewhere/delivery.yaml"_s, delivery}});
    const auto snapshot = openSnapshot(m_repository->path(), u"HEAD"_s, {});
    QVERIFY(snapshot);
    const auto guards = guardsOf(**snapshot, (*snapshot)->current, {"shop/mesh.yaml"});
    QCOMPARE(guards.size(), 1U);
    QCOMPARE(shellLine(suspendCommand(guards.front())), suspend);
    QCOMPARE(shellLine(resumeCommand(guards.front())), resume);
}

void TestRollbackOffers::failuresAreToldEachTime()
{
    commit({{u"vs.yaml"_s, routes("reviews", "reviews")}});
    commit({{u"vs.yaml"_s, routes("reviews", "ratings")}});
    RollbackJob job;
    const QSignalSpy failed(&job, &RollbackJob::offersFailed);
    for (int times = 1; times <= 2; ++times) {
        job.ask(m_repository->open(), {.what = u"HEAD"_s, .scope = {}}, "nowhere", std::make_shared<ParseCache>());
        WAIT_FOR(failed.size() == times);
    }
}

QTEST_GUILESS_MAIN(TestRollbackOffers)
#include "tst_rollbackoffers.moc"
