// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/kubectl.h"
#include "models/kustomize/renderedsource.h"
#include "models/workspace/renderededits.h"
#include "models/workspace/workspace.h"
#include "tests/git/testrepository.h"
#include "tests/workspace/waitfor.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

constexpr const char* routesPath = "base/reviews.yaml";

/// base: Service, DestinationRule and VirtualService "reviews" (v1 90, v2 10). overlays/staging patches its own
/// weights; overlays/production and overlays/test take them from the base.
class OverlayRepository : public git::TestRepository {
public:
    OverlayRepository()
    {
        write(u"base/kustomization.yaml"_s, "namespace: shop\nresources: [reviews.yaml, service.yaml]\n");
        write(u"base/service.yaml"_s,
              "apiVersion: v1\nkind: Service\nmetadata: {name: reviews}\nspec: {ports: [{port: 80}]}\n");
        write(u"base/reviews.yaml"_s,
              "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews}\nspec:\n"
              "  host: reviews\n  subsets: [{name: v1}, {name: v2}]\n---\n"
              "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews}\nspec:\n"
              "  hosts: [reviews]\n  http:\n  - route:\n"
              "    - destination: {host: reviews, subset: v1}\n      weight: 90 # stable\n"
              "    - destination: {host: reviews, subset: v2}\n      weight: 10\n");
        for (const char* name : {"production", "test"}) {
            write(u"overlays/%1/kustomization.yaml"_s.arg(QLatin1String(name)),
                  "resources: [../../base]\nlabels: [{pairs: {stage: x}}]\n");
        }
        write(u"overlays/staging/kustomization.yaml"_s, "resources: [../../base]\npatches: [{path: weights.yaml}]\n");
        write(u"overlays/staging/weights.yaml"_s,
              "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
              "spec:\n  http:\n  - route:\n"
              "    - destination: {host: reviews, subset: v1}\n      weight: 50\n"
              "    - destination: {host: reviews, subset: v2}\n      weight: 50 # half\n");
        git({u"add"_s, u"-A"_s});
        git({u"commit"_s, u"-qm"_s, u"mesh"_s});
    }
};

SnapshotPtr opened(const git::TestRepository& repository, const std::string& environment)
{
    const auto snapshot = openSnapshot(repository.path(), {}, environment);
    return snapshot ? *snapshot : nullptr;
}

mesh::ElementRef routeIn(const Snapshot& snapshot)
{
    const auto routes = snapshot.graph->ofKind("VirtualService");
    if (routes.empty())
        return {};
    const auto& resource = snapshot.graph->at(routes.front());
    return resource.element(std::get<mesh::RouteTable>(resource.body).routes.front().node);
}

std::vector<std::int64_t> weightsIn(const Snapshot& snapshot)
{
    std::vector<std::int64_t> weights;
    for (const auto index : snapshot.graph->ofKind("VirtualService")) {
        for (const auto& destination :
             std::get<mesh::RouteTable>(snapshot.graph->at(index).body).routes.front().destinations)
            weights.push_back(destination.effectiveWeight);
    }
    return weights;
}

/// "CODE severity path:line" of each.
QByteArrayList said(const checks::Findings& findings)
{
    QByteArrayList all;
    for (const checks::Finding& finding : findings) {
        all << QByteArray::fromStdString(finding.code + " " + std::string(severityName(finding.severity)) + " "
                                         + finding.where.path + ":" + std::to_string(finding.where.line));
    }
    return all;
}

using Weights = std::vector<std::int64_t>;

Expected<SourcePlan> planOf(const Snapshot& snapshot, const Weights& weights)
{
    return weightsEdit(snapshot, routeIn(snapshot), weights).and_then([&](const MeshEdit& edit) {
        return planSources(snapshot, edit);
    });
}

} // namespace

class TestRenderedMesh : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rendersARoot();
    void findingsPointAtTheSources();
    void aRevisionIsRenderedToo();
    void withoutKubectlPlainDirectoriesWork();
    void remoteBasesAreNamed();
    void anEditOfASourceIsRendered();
    void followsAKustomizationThatIsNotSaved();
    void whatDoesNotRenderKeepsTheLastGoodMesh();
    void plansWhereItIsDecided();
    void plansWhatOthersShare();
    void writesWhatConcernsOneEnvironment();
    void undoIsWorkedOutInTheBackground();
    void asksWhatConcernsMore();
    void givesUp();
    void weightsThatComeBackAskNothing();
    void anotherRepositoryEndsAPrediction();
    void filesThatNoLongerRenderKeepTheEnvironment();

private:
    git::GitSandbox m_sandbox;
};

void TestRenderedMesh::initTestCase()
{
    if (kustomize::findKubectl().empty())
        QSKIP("no kubectl here");
}

void TestRenderedMesh::rendersARoot()
{
    const OverlayRepository repository;
    const auto snapshot = opened(repository, "overlays/staging");
    QVERIFY(snapshot);
    QVERIFY(!snapshot->environmentError);
    QVERIFY(snapshot->isRendered());
    QCOMPARE(weightsIn(*snapshot), (Weights{50, 50}));
    QCOMPARE(snapshot->environment.resources, 3U);
    QCOMPARE(snapshot->environment.routes, 1U);
    QVERIFY(std::ranges::equal(snapshot->environment.files,
                               std::vector<std::string>{"base/kustomization.yaml", "base/reviews.yaml",
                                                        "base/service.yaml", "overlays/staging/kustomization.yaml",
                                                        "overlays/staging/weights.yaml"}));
    QCOMPARE(
        said(snapshot->findings).join(", "),
        QByteArray("MD149 info base/reviews.yaml:6, MD149 info base/reviews.yaml:6, IST0118 info base/service.yaml:4"));
    const auto other = withEnvironment(*snapshot, "overlays/production");
    QVERIFY(other);
    QCOMPARE(weightsIn(**other), (Weights{90, 10}));
    const auto base = withEnvironment(**other, "base");
    QVERIFY(base);
    QVERIFY(!(*base)->isRendered());
    QCOMPARE(weightsIn(**base), (Weights{90, 10}));
}

void TestRenderedMesh::findingsPointAtTheSources()
{
    const OverlayRepository repository;
    repository.write(
        u"overlays/staging/weights.yaml"_s,
        "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
        "spec:\n  http:\n  - route:\n    - destination: {host: nowhere}\n");
    const auto snapshot = opened(repository, "overlays/staging");
    QVERIFY(snapshot);
    QCOMPARE(said(snapshot->findings).join(", "),
             QByteArray("MD149 info base/reviews.yaml:6, MD149 info base/reviews.yaml:6, IST0118 info "
                        "base/service.yaml:4, IST0101 error overlays/staging/weights.yaml:7"));
    const auto& finding = *std::ranges::find(snapshot->findings, "IST0101", &checks::Finding::code);
    QCOMPARE(finding.code, "IST0101");
    QCOMPARE(finding.where.path, "overlays/staging/weights.yaml");
    QCOMPARE(finding.where.line, 7U);
    const auto& text = *snapshot->saved.find(finding.where.path)->text->text;
    QCOMPARE(text.substr(finding.range.begin, finding.range.size()), "nowhere");
}

void TestRenderedMesh::aRevisionIsRenderedToo()
{
    const OverlayRepository repository;
    QFile::remove(repository.path() + u"/overlays/staging/weights.yaml"_s);
    const auto snapshot = openSnapshot(repository.path(), u"HEAD"_s, "overlays/staging");
    QVERIFY(snapshot);
    QVERIFY(!(*snapshot)->environmentError);
    QCOMPARE(weightsIn(**snapshot), (Weights{50, 50}));
    const auto now = opened(repository, "overlays/staging");
    QVERIFY(now);
    QVERIFY(now->environmentError);
    QCOMPARE(now->environmentError->code, "kustomize.missing");
    QCOMPARE(now->environment.name, "base"); // what can be opened is
}

void TestRenderedMesh::withoutKubectlPlainDirectoriesWork()
{
    const OverlayRepository repository;
    const QByteArray path = qgetenv("PATH");
    const QTemporaryDir none;
    QFile::link(QStandardPaths::findExecutable(u"git"_s), none.filePath(u"git"_s));
    qputenv("PATH", none.path().toLocal8Bit());
    const auto snapshot = opened(repository, "overlays/staging");
    const auto base = snapshot ? withEnvironment(*snapshot, "base") : std::unexpected(Error{});
    qputenv("PATH", path);
    QVERIFY(snapshot);
    QVERIFY(snapshot->environmentError);
    QCOMPARE(snapshot->environmentError->code, "kustomize.notFound");
    QVERIFY(base);
    QCOMPARE(weightsIn(**base), (Weights{90, 10}));
}

void TestRenderedMesh::remoteBasesAreNamed()
{
    const OverlayRepository repository;
    repository.write(u"overlays/far/kustomization.yaml"_s, "resources:\n- https://127.0.0.1:1/base\n");
    const auto snapshot = opened(repository, "base");
    QVERIFY(snapshot);
    const auto far = withEnvironment(*snapshot, "overlays/far");
    QVERIFY(!far);
    QCOMPARE(far.error().code, "kustomize.remote");
    QCOMPARE(far.error().where.path, "overlays/far/kustomization.yaml");
    QCOMPARE(far.error().where.line, 2U);
}

void TestRenderedMesh::anEditOfASourceIsRendered()
{
    const OverlayRepository repository;
    const auto snapshot = opened(repository, "overlays/production");
    const auto* file = snapshot->current.find(routesPath);
    const auto offset = static_cast<std::uint32_t>(file->text->text->find("90 #"));
    const auto edited = withEdit(*snapshot, {{{routesPath, file->text->id, {{offset, 2, "70"}}}}});
    QVERIFY(edited);
    QCOMPARE(weightsIn(**edited), (Weights{70, 10}));
    QCOMPARE((*edited)->change.resources.size(), std::size_t(1));
    QVERIFY((*edited)->change.tier > changes::Tier::None);
    const auto back =
        withEdit(**edited, {{{routesPath, (*edited)->current.find(routesPath)->text->id, {{offset, 2, "90"}}}}});
    QVERIFY(back);
    QVERIFY((*back)->change.resources.empty());
    // what the environment does not need changes nothing in it
    const auto* foreign = snapshot->current.find("overlays/staging/weights.yaml");
    const auto same =
        withEdit(*snapshot, {{{"overlays/staging/weights.yaml", foreign->text->id, {{0, 0, "# note\n"}}}}});
    QVERIFY(same);
    QCOMPARE((*same)->graph, snapshot->graph);
}

void TestRenderedMesh::followsAKustomizationThatIsNotSaved()
{
    const OverlayRepository repository;
    const std::string path = "overlays/production/kustomization.yaml";
    const auto snapshot = opened(repository, "overlays/production");
    const auto* file = snapshot->current.find(path);
    const auto end = static_cast<std::uint32_t>(file->text->text->size());
    const auto edited =
        withEdit(*snapshot, {{{path, file->text->id, {{end, 0, "namePrefix: p-\nreplicas: []\nnamespace: live\n"}}}}});
    QVERIFY(edited);
    QVERIFY(!(*edited)->renderError);
    for (const auto& resource : (*edited)->graph->resources()) {
        QVERIFY2(resource->key.name.starts_with("p-"), resource->key.name.c_str());
        QCOMPARE(resource->key.ns, "live");
    }
    // and the other way: a base that is listed no more
    const auto begin = static_cast<std::uint32_t>(file->text->text->find("../../base"));
    const auto other = withEdit(*snapshot, {{{path, file->text->id, {{begin, 10, "../staging"}}}}});
    QVERIFY(other);
    QCOMPARE(weightsIn(**other), (Weights{50, 50}));
    QVERIFY((*other)->savedGraph == snapshot->savedGraph);
}

void TestRenderedMesh::whatDoesNotRenderKeepsTheLastGoodMesh()
{
    const OverlayRepository repository;
    const auto snapshot = opened(repository, "overlays/production");
    const auto* file = snapshot->current.find(routesPath);
    const auto broken = withEdit(*snapshot, {{{routesPath, file->text->id, {{0, 0, "{"}}}}});
    QVERIFY(broken);
    QVERIFY((*broken)->renderError);
    QCOMPARE(weightsIn(**broken), (Weights{90, 10}));
    const auto mended =
        withEdit(**broken, {{{routesPath, (*broken)->current.find(routesPath)->text->id, {{0, 1, ""}}}}});
    QVERIFY(mended);
    QVERIFY(!(*mended)->renderError);
    QCOMPARE((*mended)->graph, (*mended)->savedGraph);
}

void TestRenderedMesh::plansWhereItIsDecided()
{
    const OverlayRepository repository;
    const auto snapshot = opened(repository, "overlays/staging");
    const auto plan = planOf(*snapshot, {20, 80});
    QVERIFY(plan);
    const auto* plain = plan->plainChoice("overlays/staging");
    QVERIFY(plain);
    QCOMPARE(plain->place.path, "overlays/staging/weights.yaml");
    QCOMPARE(plain->edit.files.size(), std::size_t(1));
    const auto edited = withEdit(*snapshot, plain->edit);
    QVERIFY(edited);
    QCOMPARE(weightsIn(**edited), (Weights{20, 80}));
    QVERIFY((*edited)->current.find("overlays/staging/weights.yaml")->text->text->contains("weight: 80 # half"));
    // the digits and nothing else
    for (const auto& splice : plain->edit.files.front().splices)
        QVERIFY(splice.length <= 2 && splice.text.size() <= 2);
}

void TestRenderedMesh::plansWhatOthersShare()
{
    const OverlayRepository repository;
    const auto snapshot = opened(repository, "overlays/production");
    const auto plan = planOf(*snapshot, {80, 20});
    QVERIFY(plan);
    QVERIFY(plan->hasProven());
    QCOMPARE(plan->choices.front().environments, (std::vector<std::string>{"overlays/production", "overlays/test"}));
    QCOMPARE(plan->choices.size(), std::size_t(2)); // the other: a patch, which it has not yet
    QCOMPARE(plan->plainChoice("overlays/production"), &plan->choices.back());
    QCOMPARE(plan->choices.back().where, kustomize::EditChoice::Where::NewPatch);
    const auto bad = planOf(*snapshot, {-1, 20});
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, "split.range");
}

void TestRenderedMesh::writesWhatConcernsOneEnvironment()
{
    const OverlayRepository repository;
    Workspace workspace;
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    workspace.open(repository.path(), {}, "overlays/staging");
    WAIT_FOR(changed.size() == 1);
    const auto route = routeIn(*workspace.snapshot());
    // a drag: shown at once, written when it rests
    for (const std::int64_t weight : {45, 40, 30}) {
        QVERIFY(workspace.setWeights(route, {weight, 100 - weight}, 7));
        QCOMPARE(weightsIn(*workspace.snapshot()), (Weights{weight, 100 - weight}));
        QVERIFY(workspace.snapshot()->isPredicted);
        QVERIFY(!workspace.hasPendingChanges());
        QVERIFY(workspace.snapshot()->change.tier > changes::Tier::None);
    }
    WAIT_FOR(workspace.hasPendingChanges());
    QVERIFY(!workspace.snapshot()->isPredicted);
    QCOMPARE(weightsIn(*workspace.snapshot()), (Weights{30, 70}));
    QCOMPARE(workspace.snapshot()->changedFiles(), std::vector<std::string>{"overlays/staging/weights.yaml"});
    QCOMPARE(workspace.undoStack().count(), 1);
    workspace.undoStack().undo();
    QCOMPARE(weightsIn(*workspace.snapshot()), (Weights{50, 50}));
    QVERIFY(!workspace.hasPendingChanges());
    workspace.undoStack().redo();
    QVERIFY(workspace.save());
    QVERIFY(repository.read(u"overlays/staging/weights.yaml"_s).contains("weight: 70 # half"));
}

void TestRenderedMesh::undoIsWorkedOutInTheBackground()
{
    const OverlayRepository repository;
    Workspace workspace;
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    QSignalSpy started(&workspace, &Workspace::renderingStarted);
    QSignalSpy ended(&workspace, &Workspace::renderingEnded);
    workspace.open(repository.path(), {}, "overlays/staging");
    WAIT_FOR(changed.size() == 1);
    QVERIFY(workspace.setWeights(routeIn(*workspace.snapshot()), {30, 70}));
    WAIT_FOR(workspace.hasPendingChanges());
    workspace.undo();
    QCOMPARE(weightsIn(*workspace.snapshot()), (Weights{30, 70}));
    QCOMPARE(started.size(), 1);
    WAIT_FOR(!workspace.hasPendingChanges());
    QCOMPARE(weightsIn(*workspace.snapshot()), (Weights{50, 50}));
    QCOMPARE(ended.size(), 1);
    // several in a row are done in their order
    workspace.redo();
    workspace.undo();
    workspace.redo();
    WAIT_FOR(ended.size() == 4);
    QCOMPARE(weightsIn(*workspace.snapshot()), (Weights{30, 70}));
    // given up: nothing happens
    workspace.undo();
    workspace.cancelRendering();
    QCOMPARE(ended.size(), 5);
    QTest::qWait(50);
    QCOMPARE(weightsIn(*workspace.snapshot()), (Weights{30, 70}));
    // what comes next is done on top of it
    workspace.undo();
    workspace.redo();
    QVERIFY(workspace.save());
    QVERIFY(repository.read(u"overlays/staging/weights.yaml"_s).contains("weight: 70 # half"));
}

void TestRenderedMesh::asksWhatConcernsMore()
{
    const OverlayRepository repository;
    Workspace workspace;
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    QSignalSpy asked(&workspace, &Workspace::sourceChoiceNeeded);
    workspace.open(repository.path(), {}, "overlays/production");
    WAIT_FOR(changed.size() == 1);
    QVERIFY(workspace.setWeights(routeIn(*workspace.snapshot()), {80, 20}));
    WAIT_FOR(asked.size() == 1);
    QVERIFY(workspace.snapshot()->isPredicted);
    QVERIFY(!workspace.takeSourceChoice(2)); // there is none
    QVERIFY(workspace.takeSourceChoice(0));
    QCOMPARE(workspace.snapshot()->changedFiles(), std::vector<std::string>{routesPath});
    QCOMPARE(weightsIn(*workspace.snapshot()), (Weights{80, 20}));
    QVERIFY(workspace.snapshot()->current.find(routesPath)->text->text->contains("weight: 80 # stable"));
}

void TestRenderedMesh::givesUp()
{
    const OverlayRepository repository;
    Workspace workspace;
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    QSignalSpy asked(&workspace, &Workspace::sourceChoiceNeeded);
    workspace.open(repository.path(), {}, "overlays/production");
    WAIT_FOR(changed.size() == 1);
    QVERIFY(workspace.setWeights(routeIn(*workspace.snapshot()), {80, 20}));
    WAIT_FOR(asked.size() == 1);
    workspace.dropPrediction();
    QCOMPARE(weightsIn(*workspace.snapshot()), (Weights{90, 10}));
    QVERIFY(!workspace.hasPendingChanges());
    // whatever else is done ends it, too
    QVERIFY(workspace.setWeights(routeIn(*workspace.snapshot()), {80, 20}));
    workspace.chooseEnvironment("overlays/staging");
    WAIT_FOR(workspace.snapshot()->environment.name == "overlays/staging");
    QCOMPARE(weightsIn(*workspace.snapshot()), (Weights{50, 50}));
    QVERIFY(!workspace.hasPendingChanges());
}

void TestRenderedMesh::weightsThatComeBackAskNothing()
{
    const OverlayRepository repository;
    const auto snapshot = opened(repository, "overlays/production");
    const auto plan = planOf(*snapshot, {90, 10});
    QVERIFY(plan);
    QVERIFY(plan->choices.empty());
    Workspace workspace;
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    const QSignalSpy asked(&workspace, &Workspace::sourceChoiceNeeded);
    workspace.open(repository.path(), {}, "overlays/production");
    WAIT_FOR(changed.size() == 1);
    const auto route = routeIn(*workspace.snapshot());
    QVERIFY(workspace.setWeights(route, {80, 20}, 3));
    QVERIFY(workspace.snapshot()->isPredicted);
    QVERIFY(workspace.setWeights(route, {90, 10}, 3));
    QVERIFY(!workspace.snapshot()->isPredicted);
    QTest::qWait(1500); // longer than a prediction rests
    QVERIFY(asked.isEmpty());
    QVERIFY(!workspace.hasPendingChanges());
}

void TestRenderedMesh::anotherRepositoryEndsAPrediction()
{
    const OverlayRepository repository;
    const OverlayRepository other;
    Workspace workspace;
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    workspace.open(repository.path(), {}, "overlays/staging");
    WAIT_FOR(changed.size() == 1);
    workspace.open(other.path(), {}, "base");
    QVERIFY(workspace.setWeights(routeIn(*workspace.snapshot()), {20, 80}));
    WAIT_FOR(workspace.snapshot()->environment.name == "base");
    QTest::qWait(1500); // longer than a prediction rests
    QCOMPARE(workspace.snapshot()->repository->workTree(), other.open().workTree());
    QVERIFY(!workspace.hasPendingChanges());
    QVERIFY(repository.read(u"overlays/staging/weights.yaml"_s).contains("weight: 50"));
}

void TestRenderedMesh::filesThatNoLongerRenderKeepTheEnvironment()
{
    const OverlayRepository repository;
    Workspace workspace;
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    workspace.open(repository.path(), {}, "overlays/production");
    WAIT_FOR(changed.size() == 1);
    const QByteArray good = repository.read(u"base/service.yaml"_s);
    repository.write(u"base/service.yaml"_s, "{\n");
    WAIT_FOR(workspace.snapshot()->renderError.has_value());
    QCOMPARE(workspace.snapshot()->environment.name, "overlays/production");
    QCOMPARE(weightsIn(*workspace.snapshot()), (Weights{90, 10}));
    repository.write(u"base/service.yaml"_s, good);
    WAIT_FOR(!workspace.snapshot()->renderError.has_value());
    QCOMPARE(workspace.snapshot()->environment.name, "overlays/production");
    // the same for what is saved here
    const auto* file = workspace.snapshot()->current.find("base/service.yaml");
    QVERIFY(workspace.apply({{{"base/service.yaml", file->text->id, {{0, 0, "{"}}}}}, u"break"_s));
    QVERIFY(workspace.save());
    QCOMPARE(workspace.snapshot()->environment.name, "overlays/production");
    QVERIFY(workspace.snapshot()->renderError);
    QCOMPARE(weightsIn(*workspace.snapshot()), (Weights{90, 10}));
}

} // namespace meshdraft::workspace

QTEST_GUILESS_MAIN(meshdraft::workspace::TestRenderedMesh)
#include "tst_renderedmesh.moc"
