// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/kubectl.h"
#include "models/workspace/sourceplan.h"
#include "models/workspace/workspace.h"
#include "tests/git/testrepository.h"
#include "tests/workspace/waitfor.h"

#include <QSignalSpy>
#include <QtTest/QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

using Where = kustomize::EditChoice::Where;
using source::NewValue;

constexpr const char* production = "overlays/production";

/// base: DestinationRule and VirtualService "reviews"; overlays/production and overlays/test take all from it, and
/// production has a patch (YAML within the kustomization) for the rule.
class OverlayRepository : public git::TestRepository {
public:
    OverlayRepository()
    {
        write(u"base/kustomization.yaml"_s, "resources:\n- reviews.yaml # routes\n- rule.yaml\n");
        write(u"base/rule.yaml"_s,
              "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, namespace: shop}\n"
              "spec:\n  host: reviews # short\n  subsets:\n  - name: v1\n    labels: {version: v1}\n"
              "  - name: v2\n    labels: {version: v2}\n");
        write(u"base/reviews.yaml"_s,
              "# routes\napiVersion: networking.istio.io/v1\nkind: VirtualService\n"
              "metadata: {name: reviews, namespace: shop}\nspec:\n  hosts: [reviews]\n  http:\n"
              "  - name: default # all\n    route:\n"
              "    - destination: {host: reviews, subset: v1}\n      weight: 90 # stable\n"
              "    - destination: {host: reviews, subset: v2}\n      weight: 10\n");
        write(u"overlays/test/kustomization.yaml"_s, "resources: [../../base]\nlabels: [{pairs: {stage: x}}]\n");
        write(u"overlays/production/kustomization.yaml"_s,
              "resources:\n- ../../base\n# ours\npatches:\n- target: {kind: DestinationRule}\n  patch: |-\n"
              "    apiVersion: networking.istio.io/v1\n    kind: DestinationRule\n    metadata: {name: reviews}\n"
              "    spec:\n      trafficPolicy:\n        connectionPool:\n          tcp: {maxConnections: 9}\n");
        git({u"add"_s, u"-A"_s});
        git({u"commit"_s, u"-qm"_s, u"mesh"_s});
    }
};

const mesh::Resource& only(const Snapshot& snapshot, const char* kind)
{
    return snapshot.graph->at(snapshot.graph->ofKind(kind).front());
}

MeshEdit editOf(const mesh::Resource& resource, std::vector<source::Change> changes)
{
    MeshEdit edit;
    edit.changes.push_back({.resource = resource.element(), .changes = std::move(changes)});
    return edit;
}

MeshEdit timeout(const Snapshot& snapshot)
{
    const auto& routes = only(snapshot, "VirtualService");
    return editOf(routes,
                  {source::EntryInsertion{routes.rootNode()["spec"]["http"].item(0).id(), "timeout",
                                          NewValue::scalar("3s"), source::noNode}});
}

MeshEdit destinationAndRule(const Snapshot& snapshot)
{
    const auto& routes = only(snapshot, "VirtualService");
    const auto& rule = only(snapshot, "DestinationRule");
    const auto item = NewValue::mapping(
        {{"destination",
          NewValue::mapping({{"host", NewValue::scalar("reviews", true)}, {"subset", NewValue::scalar("v3", true)}})},
         {"weight", NewValue::scalar("0")}});
    const auto subset = NewValue::mapping({{"name", NewValue::scalar("v3", true)},
                                           {"labels", NewValue::mapping({{"version", NewValue::scalar("v3", true)}})}});
    auto edit = editOf(
        routes, {source::ItemInsertion{routes.rootNode()["spec"]["http"].item(0)["route"].id(), item, source::noNode}});
    edit.changes.push_back(
        {rule.element(), {source::ItemInsertion{rule.rootNode()["spec"]["subsets"].id(), subset, source::noNode}}});
    return edit;
}

MeshEdit lessAndRenamed(const Snapshot& snapshot)
{
    const auto& routes = only(snapshot, "VirtualService");
    const auto route = routes.rootNode()["spec"]["http"].item(0);
    return editOf(routes,
                  {source::Removal{route["route"].item(1).id()}, source::Removal{route["name"].key().id()},
                   source::ScalarChange{route["route"].item(0)["weight"].id(), "100", false}});
}

MeshEdit patchedValue(const Snapshot& snapshot)
{
    const auto& rule = only(snapshot, "DestinationRule");
    return editOf(rule,
                  {source::EntryInsertion{rule.rootNode()["spec"]["trafficPolicy"]["connectionPool"]["tcp"].id(),
                                          "connectTimeout", NewValue::scalar("2s"), source::noNode}});
}

MeshEdit removal(const Snapshot& snapshot)
{
    MeshEdit edit;
    edit.removals.push_back(only(snapshot, "VirtualService").element());
    return edit;
}

MeshEdit addition(const Snapshot& /*snapshot*/)
{
    MeshEdit edit;
    edit.additions.push_back({"overlays/production/gateway.yaml",
                              NewValue::mapping({{"apiVersion", NewValue::scalar("networking.istio.io/v1")},
                                                 {"kind", NewValue::scalar("Sidecar")},
                                                 {"metadata",
                                                  NewValue::mapping({{"name", NewValue::scalar("default")},
                                                                     {"namespace", NewValue::scalar("shop")}})}})});
    return edit;
}

using Edit = MeshEdit (*)(const Snapshot&);

QByteArray diffOf(const Snapshot& snapshot, const source::Edit& edit)
{
    const auto next = withEdit(snapshot, edit);
    if (!next)
        return next.error().code.c_str();
    QByteArray diff;
    for (const auto& path : (*next)->changedFiles()) {
        const auto* before = (*next)->saved.find(path);
        const auto* after = (*next)->current.find(path);
        const auto old = QByteArray::fromStdString(*before->text->text).split('\n');
        const auto now = QByteArray::fromStdString(*after->text->text).split('\n');
        diff += path + ":\n";
        const auto put = [&](const char* sign, const QByteArrayList& lines, QByteArrayList others) {
            for (const auto& line : lines) {
                if (!others.removeOne(line))
                    diff += sign + line + "\n";
            }
        };
        put("-", old, now);
        put("+", now, old);
    }
    return diff;
}

} // namespace

class TestSourcePlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void plans_data();
    void plans();
    void writesWhatIsProven();
    void refusesWhatATransformerMakes();
    void refusesASecondEditMeanwhile();

private:
    git::GitSandbox m_sandbox;
};

void TestSourcePlan::initTestCase()
{
    if (kustomize::findKubectl().empty())
        QSKIP("no kubectl here");
}

void TestSourcePlan::plans_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("source"); ///< empty: it cannot be written there
    QTest::addColumn<bool>("isShared"); ///< the source is
    QTest::addColumn<QByteArray>("patch"); ///< of a new patch; empty: none is asked for, or it cannot be

    QTest::newRow("a new field") << Edit(timeout) << QByteArray("base/reviews.yaml:\n+    timeout: 3s\n") << true
                                 << QByteArray("overlays/production/kustomization.yaml:\n+- target:\n"
                                               "+    group: networking.istio.io\n+    kind: VirtualService\n"
                                               "+    name: reviews\n+    namespace: shop\n+  patch: |\n"
                                               "+    - op: add\n+      path: /spec/http/0/timeout\n"
                                               "+      value: 3s\n");
    QTest::newRow("items of two resources")
        << Edit(destinationAndRule)
        << QByteArray("base/reviews.yaml:\n+    - destination:\n+        host: reviews\n+        subset: v3\n+      "
                      "weight: 0\n"
                      "base/rule.yaml:\n+  - name: v3\n+    labels:\n+      version: v3\n")
        << true
        << QByteArray("overlays/production/kustomization.yaml:\n+- target:\n+    group: networking.istio.io\n"
                      "+    kind: VirtualService\n+    name: reviews\n+    namespace: shop\n+  patch: |\n"
                      "+    - op: add\n+      path: /spec/http/0/route/-\n+      value:\n"
                      "+        destination:\n+          host: reviews\n+          subset: v3\n"
                      "+        weight: 0\n+- target:\n+    group: networking.istio.io\n"
                      "+    kind: DestinationRule\n+    name: reviews\n+    namespace: shop\n+  patch: |\n"
                      "+    - op: add\n+      path: /spec/subsets/-\n+      value:\n+        name: v3\n"
                      "+        labels:\n+          version: v3\n");
    QTest::newRow("items and entries that go")
        << Edit(lessAndRenamed)
        << QByteArray("base/reviews.yaml:\n-  - name: default # all\n-    route:\n-      weight: 90 # stable\n"
                      "-    - destination: {host: reviews, subset: v2}\n-      weight: 10\n+  - route:\n"
                      "+      weight: 100 # stable\n")
        << true
        << QByteArray("overlays/production/kustomization.yaml:\n+- target:\n+    group: networking.istio.io\n"
                      "+    kind: VirtualService\n+    name: reviews\n+    namespace: shop\n+  patch: |\n"
                      "+    - op: remove\n+      path: /spec/http/0/name\n+    - op: replace\n"
                      "+      path: /spec/http/0/route/0/weight\n+      value: 100\n+    - op: remove\n"
                      "+      path: /spec/http/0/route/1\n");
    QTest::newRow("within the patch of the environment")
        << Edit(patchedValue)
        << QByteArray("overlays/production/kustomization.yaml:\n-          tcp: {maxConnections: 9}\n"
                      "+          tcp: {maxConnections: 9, connectTimeout: 2s}\n")
        << false << QByteArray();
    QTest::newRow("a resource that goes")
        << Edit(removal) << QByteArray("base/kustomization.yaml:\n-- reviews.yaml # routes\nbase/reviews.yaml:\n")
        << true
        << QByteArray("overlays/production/kustomization.yaml:\n+- target:\n+    group: networking.istio.io\n"
                      "+    kind: VirtualService\n+    name: reviews\n+    namespace: shop\n+  patch: |\n"
                      "+    $patch: delete\n+    apiVersion: networking.istio.io/v1\n+    kind: VirtualService\n+    "
                      "metadata:\n+      name: reviews\n"
                      "+      namespace: shop\n");
    QTest::newRow("a new resource")
        << Edit(addition)
        << QByteArray("overlays/production/gateway.yaml:\n+apiVersion: networking.istio.io/v1\n+kind: Sidecar\n"
                      "+metadata:\n+  name: default\n+  namespace: shop\n"
                      "overlays/production/kustomization.yaml:\n+- gateway.yaml\n")
        << false << QByteArray();
}

void TestSourcePlan::plans()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, source);
    QFETCH(bool, isShared);
    QFETCH(QByteArray, patch);
    const OverlayRepository repository;
    const auto snapshot = openSnapshot(repository.path(), {}, production);
    QVERIFY(snapshot && (*snapshot)->isRendered());
    const auto plan = planSources(**snapshot, edit(**snapshot));
    QVERIFY2(plan, plan ? "" : plan.error().code.c_str());
    QVERIFY(!plan->choices.empty());
    const auto& first = plan->choices.front();
    QCOMPARE(first.where, Where::Source);
    QVERIFY2(first.isProven, first.reason ? (first.reason->code + ' ' + first.reason->args.back()).c_str() : "");
    auto diff = diffOf(**snapshot, first.edit);
    if (source.startsWith("base/kustomization"))
        diff = diff.left(source.size()); // then come all lines of the file that goes
    QCOMPARE(diff, source);
    const std::vector<std::string> both{production, "overlays/test"};
    QCOMPARE(first.environments, isShared ? both : std::vector<std::string>{production});
    QCOMPARE(plan->choices.size(), patch.isEmpty() ? 1U : 2U);
    if (patch.isEmpty())
        return;
    const auto& last = plan->choices.back();
    QVERIFY2(last.isProven, last.reason ? (last.reason->code + ' ' + last.reason->args.back()).c_str() : "");
    QCOMPARE(last.where, Where::NewPatch);
    QVERIFY(last.isOnlyFor(production));
    QCOMPARE(diffOf(**snapshot, last.edit), patch);
}

void TestSourcePlan::writesWhatIsProven()
{
    const OverlayRepository repository;
    Workspace workspace;
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    QSignalSpy asked(&workspace, &Workspace::sourceChoiceNeeded);
    workspace.open(repository.path(), {}, production);
    WAIT_FOR(changed.size() == 1);
    // for this environment alone: without a question
    QVERIFY(workspace.apply(patchedValue(*workspace.snapshot()), u"Set a timeout"_s));
    QVERIFY(workspace.snapshot()->isPredicted);
    WAIT_FOR(workspace.hasPendingChanges());
    QVERIFY(asked.isEmpty());
    QCOMPARE(workspace.undoStack().count(), 1);
    const auto resources = workspace.snapshot()->graph->order().size();
    QVERIFY(workspace.apply(addition(*workspace.snapshot()), u"Add a sidecar"_s));
    QCOMPARE(workspace.snapshot()->graph->order().size(), resources + 1);
    WAIT_FOR(workspace.undoStack().count() == 2);
    QCOMPARE(workspace.snapshot()->graph->order().size(), resources + 1);
    workspace.undoStack().undo();
    QCOMPARE(workspace.snapshot()->graph->order().size(), resources);
    workspace.undoStack().undo();
    QVERIFY(!workspace.hasPendingChanges());
    // for others, too: asked
    QVERIFY(workspace.apply(removal(*workspace.snapshot()), u"Remove"_s));
    QCOMPARE(workspace.snapshot()->graph->order().size(), resources - 1);
    WAIT_FOR(asked.size() == 1);
    QVERIFY(workspace.takeSourceChoice(1));
    QCOMPARE(workspace.snapshot()->changedFiles(), std::vector<std::string>{"overlays/production/kustomization.yaml"});
    QCOMPARE(workspace.snapshot()->graph->order().size(), resources - 1);
}

void TestSourcePlan::refusesWhatATransformerMakes()
{
    const OverlayRepository repository;
    const auto snapshot = openSnapshot(repository.path(), {}, "overlays/test");
    QVERIFY(snapshot && (*snapshot)->isRendered());
    const auto& rule = only(**snapshot, "DestinationRule");
    const auto label = rule.rootNode()["metadata"]["labels"]["stage"];
    const auto plan = planSources(**snapshot, editOf(rule, {source::ScalarChange{label.id(), "y", true}}));
    QVERIFY(plan);
    QVERIFY(!plan->hasProven());
    QCOMPARE(plan->choices.front().reason->code, "kustomize.readOnly");
}

void TestSourcePlan::refusesASecondEditMeanwhile()
{
    const OverlayRepository repository;
    Workspace workspace;
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    workspace.open(repository.path(), {}, production);
    WAIT_FOR(changed.size() == 1);
    QVERIFY(workspace.apply(patchedValue(*workspace.snapshot()), u"Set a timeout"_s));
    const auto second = workspace.apply(addition(*workspace.snapshot()), u"Add a sidecar"_s);
    QVERIFY(!second);
    QCOMPARE(second.error().code, "rendered.busy");
    WAIT_FOR(workspace.hasPendingChanges());
    QCOMPARE(workspace.snapshot()->changedFiles(), std::vector<std::string>{"overlays/production/kustomization.yaml"});
}

} // namespace meshdraft::workspace

Q_DECLARE_METATYPE(meshdraft::workspace::Edit)

QTEST_GUILESS_MAIN(meshdraft::workspace::TestSourcePlan)
#include "tst_sourceplan.moc"
