// SPDX-License-Identifier: Apache-2.0
// Stacked branches in environments that Kustomize renders: with the real kubectl.
#include "models/kustomize/kubectl.h"
#include "models/workspace/branchstack.h"
#include "models/workspace/destinationedit.h"
#include "models/workspace/sourceplan.h"
#include "tests/git/testrepository.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

constexpr const char* production = "overlays/production";
using Weights = std::vector<std::int64_t>;
using Files = QMap<QString, QByteArray>;

/// base: DestinationRule and VirtualService "reviews" (90 / 10); overlays/production builds on it.
Files mesh()
{
    return {
        {u"base/kustomization.yaml"_s, "resources:\n- reviews.yaml\n- rule.yaml\n- service.yaml\n"},
        {u"base/service.yaml"_s,
         "apiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\nspec: {ports: [{port: 80}]}\n"},
        {u"base/rule.yaml"_s,
         "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, namespace: shop}\n"
         "spec:\n  host: reviews # short\n  subsets:\n  - name: v1\n    labels: {version: v1}\n"
         "  - name: v2\n    labels: {version: v2}\n"},
        {u"base/reviews.yaml"_s,
         "# routes\napiVersion: networking.istio.io/v1\nkind: VirtualService\n"
         "metadata: {name: reviews, namespace: shop}\nspec:\n  hosts: [reviews]\n  http:\n"
         "  - name: default # all\n    route:\n"
         "    - destination: {host: reviews, subset: v1}\n      weight: 90 # stable\n"
         "    - destination: {host: reviews, subset: v2}\n      weight: 10\n"},
        {u"overlays/production/kustomization.yaml"_s, "resources:\n- ../../base\n"}};
}

Files with(Files files, const QString& path, const QByteArray& text)
{
    files[path] = text;
    return files;
}

/// The same, and overlays/test takes all from base, too.
Files shared()
{
    return with(mesh(), u"overlays/test/kustomization.yaml"_s, "resources: [../../base]\n");
}

mesh::ElementRef route(const Snapshot& snapshot)
{
    const auto& resource = snapshot.graph->at(snapshot.graph->ofKind("VirtualService").front());
    return resource.element(std::get<mesh::RouteTable>(resource.body).routes.front().node);
}

changes::CanaryPlan planOf(const Snapshot& snapshot, std::size_t target, std::initializer_list<double> shares)
{
    return changes::planCanary(*routeIn(*snapshot.graph, route(snapshot)).route, target, shares, 30);
}

} // namespace

class TestRenderedStack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesStepsWhereWeightsAreDecided_data();
    void writesStepsWhereWeightsAreDecided();
    void pendingSubsetComesFirst_data();
    void pendingSubsetComesFirst();
    void ordersPendingChanges();
    void refuses_data();
    void refuses();

private:
    static std::unique_ptr<git::TestRepository> repositoryOf(const Files& files)
    {
        auto repository = std::make_unique<git::TestRepository>(git::TestRepository::Start::Empty);
        for (const auto& [path, text] : files.asKeyValueRange())
            repository->write(path, text);
        repository->git({u"add"_s, u"-A"_s});
        repository->git({u"commit"_s, u"-qm"_s, u"mesh"_s});
        return repository;
    }
    /// What an environment of a branch renders to.
    static Weights weightsOf(const git::TestRepository& repository, const QString& branch, const char* environment)
    {
        const auto snapshot = openSnapshot(repository.path(), branch, environment);
        if (!snapshot || (*snapshot)->environment.name != environment)
            return {};
        Weights weights;
        for (const auto& destination : routeIn(*(*snapshot)->graph, route(**snapshot)).route->destinations)
            weights.push_back(destination.effectiveWeight);
        return weights;
    }

    git::GitSandbox m_sandbox;
};

void TestRenderedStack::initTestCase()
{
    if (kustomize::findKubectl().empty())
        QSKIP("no kubectl here");
}

void TestRenderedStack::writesStepsWhereWeightsAreDecided_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("written");
    QTest::newRow("base, for this environment alone") << mesh() << u"base/reviews.yaml"_s;
    QTest::newRow("a new patch where base is shared") << shared() << u"overlays/production/kustomization.yaml"_s;
}

void TestRenderedStack::writesStepsWhereWeightsAreDecided()
{
    QFETCH(const Files, files);
    QFETCH(const QString, written);
    const auto repository = repositoryOf(files);
    const auto snapshot = openSnapshot(repository->path(), {}, production);
    QVERIFY(snapshot && (*snapshot)->isRendered());
    const auto stack = planStack(**snapshot, route(**snapshot), planOf(**snapshot, 1, {25, 100}), u"canary/x"_s);
    QVERIFY2(stack, stack ? "" : (stack.error().code + ' ' + stack.error().args.front()).c_str());
    QCOMPARE(stack->branches.size(), 2U);
    const auto made = writeStack(**snapshot, *stack);
    QVERIFY2(made, made ? "" : made.error().code.c_str());
    QCOMPARE(weightsOf(*repository, u"canary/x-1-25"_s, production), (Weights{75, 25}));
    QCOMPARE(weightsOf(*repository, u"canary/x-2-100"_s, production), (Weights{0, 100}));
    if (files.contains(u"overlays/test/kustomization.yaml"_s))
        QCOMPARE(weightsOf(*repository, u"canary/x-2-100"_s, "overlays/test"), (Weights{90, 10}));
    QCOMPARE(repository->git({u"diff"_s, u"--name-only"_s, u"main"_s, u"canary/x-2-100"_s}), written.toUtf8());
    // from step to step only the two numbers
    QCOMPARE(repository->git({u"diff"_s, u"--numstat"_s, u"canary/x-1-25"_s, u"canary/x-2-100"_s}),
             "2\t2\t" + written.toUtf8());
}

void TestRenderedStack::pendingSubsetComesFirst_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QByteArray>("first");
    QTest::newRow("in base") << mesh() << QByteArray("base/rule.yaml");
    QTest::newRow("as patches") << shared() << QByteArray("overlays/production/kustomization.yaml");
}

void TestRenderedStack::pendingSubsetComesFirst()
{
    QFETCH(const Files, files);
    QFETCH(const QByteArray, first);
    const auto repository = repositoryOf(files);
    const auto opened = openSnapshot(repository->path(), {}, production);
    QVERIFY(opened && (*opened)->isRendered());
    const auto edit = planDestination(
        **opened, route(**opened),
        {{.host = "reviews", .subset = "v3", .port = {}, .ns = {}}, 0, mesh::Labels{{"version", "v3"}}});
    QVERIFY(edit);
    const auto plan = planSources(**opened, *edit);
    QVERIFY(plan && plan->plainChoice(production) != nullptr);
    const auto snapshot = withEdit(**opened, plan->plainChoice(production)->edit);
    QVERIFY(snapshot);
    const auto stack = planStack(**snapshot, route(**snapshot), planOf(**snapshot, 2, {10, 100}), u"canary/x"_s);
    QVERIFY2(stack, stack ? "" : (stack.error().code + ' ' + stack.error().args.front()).c_str());
    QCOMPARE(stack->branches.size(), 3U);
    const auto made = writeStack(**snapshot, *stack);
    QVERIFY2(made, made ? "" : made.error().code.c_str());
    QCOMPARE(repository->git({u"diff"_s, u"--name-only"_s, u"main"_s, u"canary/x-1-subset"_s}), first);
    QCOMPARE(weightsOf(*repository, u"canary/x-1-subset"_s, production), (Weights{90, 10}));
    QCOMPARE(weightsOf(*repository, u"canary/x-2-10"_s, production), (Weights{80, 10, 10}));
    QCOMPARE(weightsOf(*repository, u"canary/x-3-100"_s, production), (Weights{0, 0, 100}));
}

void TestRenderedStack::ordersPendingChanges()
{
    const auto repository = repositoryOf(mesh());
    const auto opened = openSnapshot(repository->path(), {}, production);
    QVERIFY(opened && (*opened)->isRendered());
    const auto edit = planDestination(
        **opened, route(**opened),
        {{.host = "reviews", .subset = "v3", .port = {}, .ns = {}}, 0, mesh::Labels{{"version", "v3"}}});
    QVERIFY(edit);
    const auto plan = planSources(**opened, *edit);
    QVERIFY(plan && plan->plainChoice(production) != nullptr);
    const auto snapshot = withEdit(**opened, plan->plainChoice(production)->edit);
    QVERIFY(snapshot);
    QVERIFY(needsOrder(**snapshot));
    const auto stack = planStack(**snapshot, u"step/x"_s);
    QVERIFY2(stack, stack ? "" : stack.error().code.c_str());
    QVERIFY(writeStack(**snapshot, *stack));
    QCOMPARE(repository->git({u"diff"_s, u"--name-only"_s, u"main"_s, u"step/x-1-add"_s}), "base/rule.yaml");
    QCOMPARE(repository->git({u"diff"_s, u"--name-only"_s, u"step/x-1-add"_s, u"step/x-2-use"_s}), "base/reviews.yaml");
}

void TestRenderedStack::refuses_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QByteArray>("code");
    // one weight is decided in base, the other one in a patch
    auto two = with(mesh(), u"overlays/production/kustomization.yaml"_s,
                    "resources:\n- ../../base\npatches:\n- target: {kind: VirtualService}\n  path: weight.yaml\n");
    two[u"overlays/production/weight.yaml"_s] = "- {op: replace, path: /spec/http/0/route/1/weight, value: 10}\n";
    QTest::newRow("several files") << two << QByteArray("canary.severalFiles");
    auto replaced =
        with(mesh(), u"overlays/production/kustomization.yaml"_s,
             "resources:\n- ../../base\n- weights.yaml\nreplacements:\n- source: {kind: ConfigMap, name: w, "
             "fieldPath: data.first}\n  targets:\n  - select: {kind: VirtualService}\n    fieldPaths: "
             "[spec.http.0.route.0.weight]\n");
    replaced[u"overlays/production/weights.yaml"_s] =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: w}\ndata: {first: \"90\"}\n";
    QTest::newRow("a replacement decides") << replaced << QByteArray("kustomize.readOnly");
}

void TestRenderedStack::refuses()
{
    QFETCH(const Files, files);
    QFETCH(const QByteArray, code);
    const auto repository = repositoryOf(files);
    const auto snapshot = openSnapshot(repository->path(), {}, production);
    QVERIFY(snapshot && (*snapshot)->isRendered());
    const auto before = repository->everything();
    const auto stack = planStack(**snapshot, route(**snapshot), planOf(**snapshot, 1, {25, 100}), u"canary/x"_s);
    QVERIFY(!stack);
    QCOMPARE(QByteArray::fromStdString(stack.error().code), code);
    QVERIFY(!stack.error().args.empty());
    QCOMPARE(repository->everything(), before);
}

} // namespace meshdraft::workspace

QTEST_GUILESS_MAIN(meshdraft::workspace::TestRenderedStack)
#include "tst_renderedstack.moc"
