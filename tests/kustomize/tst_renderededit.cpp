// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"

#include "models/kustomize/provenance.h"
#include "models/kustomize/rendercache.h"
#include "models/kustomize/renderededit.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::kustomize {

namespace {

const std::string rule = R"(apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: a, namespace: shop}
spec:
  host: a   # kept
  trafficPolicy:
    connectionPool:
      tcp: {maxConnections: 10}
)";
const std::string route = R"(apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: a, namespace: shop}
spec:
  hosts: [a]
  http:
    - timeout: 5s
      route:
        - {destination: {host: a, subset: v1}, weight: 90}
        - {destination: {host: a, subset: v2}, weight: 10}
)";
const std::string deployment = R"(apiVersion: apps/v1
kind: Deployment
metadata: {name: d, namespace: shop}
spec:
  replicas: 1
  template:
    spec:
      containers:
        - {name: side, image: "side:1"}
        - {name: app, image: "app:1", env: [{name: A, value: one}, {name: B, value: two}]}
)";

Files shop()
{
    return {
        {"base/kustomization.yaml", "resources: [rule.yaml, route.yaml, deployment.yaml]\n"},
        {"base/rule.yaml", rule},
        {"base/route.yaml", route},
        {"base/deployment.yaml", deployment},
        {"staging/kustomization.yaml", R"(resources: [../base]
namespace: shop
patches:
  - path: rule-patch.yaml
  - target: {kind: VirtualService, name: a}
    patch: |-
      # less patience
      - {op: replace, path: /spec/http/0/timeout, value: 1s}
  - patch: |
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: d, namespace: shop}
      spec:
        template:
          spec:
            containers:
              - name: app
                env: [{name: B, value: patched}]
images: [{name: side, newTag: "2"}]
replicas: [{name: d, count: 3}]
)"},
        {"staging/rule-patch.yaml", R"(apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: a, namespace: shop}
spec:
  trafficPolicy:
    connectionPool:
      http: {http1MaxPendingRequests: 4}
)"},
        {"production/kustomization.yaml", "resources: [../base]\npatches: [{path: route-patch.yaml}]\n"},
        {"production/route-patch.yaml", R"(apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: a, namespace: shop}
spec:
  http:
    - route:
        - {destination: {host: a, subset: v1}, weight: 100}
)"},
        {"canary/kustomization.yaml", "resources: [../staging]\nnamePrefix: canary-\n"},
    };
}

const std::vector<std::string> roots{"base", "staging", "production"};

} // namespace

/// Edits of rendered fields, as edits of sources that are proved by rendering.
class TestRenderedEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheSource_data();
    void namesTheSource();
    void editOfTheBaseNamesEveryEnvironment();
    void editInsideAnInlinePatch();
    void overlayTakesTheFieldIntoItsPatch();
    void overlayWithoutPatchSaysSo();
    void whatWouldChangeMoreIsRefused();
    void rootThatCannotBeRenderedPreventsTheProof();
    void unknownFieldIsAnError();

private:
    RenderedEditPlan planFor(const Files& files, const std::vector<std::string>& all, const std::string& root,
                             const char* kind, const char* field, const char* value) const;
    static std::string after(const Files& files, const EditChoice& choice);

    std::shared_ptr<RenderCache> m_cache = std::make_shared<RenderCache>();
};

RenderedEditPlan TestRenderedEdit::planFor(const Files& files, const std::vector<std::string>& all,
                                           const std::string& root, const char* kind, const char* field,
                                           const char* value) const
{
    const FixtureTree tree(files);
    RenderOptions options;
    options.cache = m_cache;
    const std::string name = std::string(kind) == "Deployment" ? "d" : "a";
    const char* group = name == "d" ? "apps" : "networking.istio.io";
    const auto plan = planRenderedEdit(
        tree.source(), all, {root, {root, group, kind, "shop", name}, mesh::FieldPath(field), value, false}, options);
    if (!plan)
        QTest::qFail(textOf(plan.error()).c_str(), __FILE__, __LINE__);
    return plan.value_or(RenderedEditPlan{});
}

/// The edited file's new text.
std::string TestRenderedEdit::after(const Files& files, const EditChoice& choice)
{
    const source::FileEdit& edit = choice.edit.files.front();
    return source::applySplices(files.at(edit.path), edit.splices).value_or("");
}

void TestRenderedEdit::namesTheSource_data()
{
    QTest::addColumn<QString>("root");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* root, const char* kind, const char* field, const char* place) {
        QTest::newRow(qPrintable(QLatin1StringView(root) + u' ' + QLatin1StringView(field)))
            << QString::fromUtf8(root) << QString::fromUtf8(kind) << QString::fromUtf8(field)
            << QString::fromUtf8(place);
    };
    row("base", "DestinationRule", "spec.host", "base/rule.yaml:5");
    row("staging", "DestinationRule", "spec.host", "base/rule.yaml:5");
    row("staging", "DestinationRule", "spec.trafficPolicy.connectionPool.http.http1MaxPendingRequests",
        "staging/rule-patch.yaml:7");
    row("staging", "DestinationRule", "spec.trafficPolicy.connectionPool.tcp.maxConnections", "base/rule.yaml:8");
    row("staging", "VirtualService", "spec.http[0].timeout", "staging/kustomization.yaml:8");
    row("staging", "VirtualService", "spec.http[0].route[1].weight", "base/route.yaml:10");
    // A list of a kind that Kustomize has no schema for is replaced whole.
    row("production", "VirtualService", "spec.http[0].route[0].weight", "production/route-patch.yaml:7");
    row("production", "VirtualService", "spec.hosts[0]", "base/route.yaml:5");
    // Lists of Kubernetes are merged by key: the patch's items come first.
    row("staging", "Deployment", "spec.template.spec.containers[0].env[0].value", "staging/kustomization.yaml:18");
    row("staging", "Deployment", "spec.template.spec.containers[0].env[1].value", "base/deployment.yaml:10");
    row("staging", "Deployment", "spec.template.spec.containers[0].image", "base/deployment.yaml:10");
    row("staging", "Deployment", "spec.template.spec.containers[1].image", "images staging/kustomization.yaml:19");
    row("staging", "Deployment", "spec.replicas", "staging/kustomization.yaml:20");
    row("staging", "Deployment", "metadata.namespace", "namespace staging/kustomization.yaml:2");
    row("canary", "Deployment", "metadata.name", "namePrefix canary/kustomization.yaml:2");
    row("production", "VirtualService", "spec.http", "notScalar :0");
    row("production", "VirtualService", "spec.http[0].timeout", "noField :0");
}

void TestRenderedEdit::namesTheSource()
{
    QFETCH(QString, root);
    QFETCH(QString, kind);
    QFETCH(QString, field);
    QFETCH(QString, place);
    const FixtureTree tree(shop());
    RenderOptions options;
    options.cache = m_cache;
    const auto rendered = render(*tree.source(), root.toStdString(), options);
    QVERIFY2(rendered, rendered ? "" : textOf(rendered.error()).c_str());
    const auto resource = std::ranges::find((*rendered)->resources, kind.toStdString(),
                                            [](const RenderedResource& r) { return r.key.kind; });
    QVERIFY(resource != (*rendered)->resources.end());
    const Provenance found = sourceOfField(**rendered, resource->key, mesh::FieldPath(field.toStdString()));
    const std::string text = found.where.path + ':' + std::to_string(found.where.line);
    const bool editable = found.kind == Provenance::Kind::Editable;
    QCOMPARE(QString::fromStdString(editable ? text : found.what + ' ' + text), place);
    if (!editable)
        QVERIFY(whyNotEditable(found).code.starts_with("kustomize."));
}

void TestRenderedEdit::editOfTheBaseNamesEveryEnvironment()
{
    const auto plan = planFor(shop(), roots, "staging", "DestinationRule", "spec.host", "b");
    QCOMPARE(plan.choices.size(), 2U);
    const EditChoice& base = plan.choices.front();
    QVERIFY2(base.proven, base.reason ? textOf(*base.reason).c_str() : "");
    QCOMPARE(base.where, EditChoice::Where::Source);
    QCOMPARE(base.affected.size(), 3U);
    for (std::size_t i = 0; i < roots.size(); ++i) {
        QCOMPARE(base.affected[i].root, roots[i]);
        QCOMPARE(base.affected[i].changes.size(), 1U);
        QCOMPARE(base.affected[i].changes.front().field.field.text(), std::string("spec.host"));
        QCOMPARE(base.affected[i].changes.front().before, std::string("a"));
        QCOMPARE(base.affected[i].changes.front().after, std::string("b"));
    }
    std::string expected = rule;
    expected.replace(expected.find("host: a"), 7, "host: b");
    QCOMPARE(after(shop(), base), expected);
    // Production has its own list of routes: the base's weights do not reach it.
    const auto weight = planFor(shop(), roots, "staging", "VirtualService", "spec.http[0].route[1].weight", "20");
    QVERIFY(weight.choices.front().proven);
    QCOMPARE(weight.choices.front().affected.size(), 2U);
}

void TestRenderedEdit::editInsideAnInlinePatch()
{
    const auto plan = planFor(shop(), roots, "staging", "VirtualService", "spec.http[0].timeout", "2s");
    QCOMPARE(plan.choices.size(), 1U);
    const EditChoice& choice = plan.choices.front();
    QVERIFY2(choice.proven, choice.reason ? textOf(*choice.reason).c_str() : "");
    QCOMPARE(choice.affected.size(), 1U);
    std::string expected = shop().at("staging/kustomization.yaml");
    expected.replace(expected.find("value: 1s"), 9, "value: 2s");
    QCOMPARE(after(shop(), choice), expected);
}

void TestRenderedEdit::overlayTakesTheFieldIntoItsPatch()
{
    const auto plan = planFor(shop(), roots, "staging", "DestinationRule",
                              "spec.trafficPolicy.connectionPool.tcp.maxConnections", "20");
    QCOMPARE(plan.choices.size(), 2U);
    const EditChoice& own = plan.choices.back();
    QVERIFY2(own.proven, own.reason ? textOf(*own.reason).c_str() : "");
    QCOMPARE(own.where, EditChoice::Where::OverlayPatch);
    QCOMPARE(own.place.path, std::string("staging/rule-patch.yaml"));
    QCOMPARE(own.affected.size(), 1U);
    QCOMPARE(own.affected.front().root, std::string("staging"));
    QVERIFY(after(shop(), own).starts_with(shop().at("staging/rule-patch.yaml")));
    QVERIFY(after(shop(), own).contains("maxConnections: 20"));
}

void TestRenderedEdit::overlayWithoutPatchSaysSo()
{
    const auto none = planFor(shop(), roots, "production", "DestinationRule", "spec.host", "b");
    QCOMPARE(none.choices.back().where, EditChoice::Where::OverlayPatch);
    QVERIFY(!none.choices.back().proven && none.choices.back().edit.files.empty());
    QCOMPARE(none.choices.back().reason->code, std::string("kustomize.noPatch"));
    // The patch that staging has reaches into a list of containers.
    const auto list =
        planFor(shop(), roots, "staging", "Deployment", "spec.template.spec.containers[0].image", "app:2");
    QCOMPARE(list.choices.back().reason->code, std::string("kustomize.patchList"));
}

void TestRenderedEdit::whatWouldChangeMoreIsRefused()
{
    // The name of a merge key: the patch would find no container and add one.
    const auto name = planFor(shop(), roots, "base", "Deployment", "spec.template.spec.containers[1].name", "other");
    QVERIFY(!name.choices.front().proven);
    QCOMPARE(name.choices.front().reason->code, std::string("kustomize.structure"));
    // A replacement carries the value on to another field.
    Files files = shop();
    files["base/kustomization.yaml"] +=
        "replacements: [{source: {kind: DestinationRule, fieldPath: spec.host}, targets: [{select: {kind: "
        "VirtualService}, fieldPaths: [spec.hosts.0]}]}]\n";
    const auto carried = planFor(files, {"base"}, "base", "DestinationRule", "spec.host", "b");
    QVERIFY(!carried.choices.front().proven);
    QCOMPARE(carried.choices.front().reason->code, std::string("kustomize.unexpected"));
    const auto target = planFor(files, {"base"}, "base", "VirtualService", "spec.hosts[0]", "b");
    QVERIFY(target.choices.empty());
    QCOMPARE(target.provenance.what, std::string("replacements"));
}

void TestRenderedEdit::rootThatCannotBeRenderedPreventsTheProof()
{
    Files files = shop();
    files["broken/kustomization.yaml"] = "resources: [../base, https://h/x]\n";
    const auto plan = planFor(files, {"base", "broken"}, "base", "DestinationRule", "spec.host", "b");
    QVERIFY(!plan.choices.front().proven);
    QCOMPARE(plan.choices.front().reason->code, std::string("kustomize.remote"));
}

void TestRenderedEdit::unknownFieldIsAnError()
{
    const FixtureTree tree(shop());
    RenderOptions options;
    options.cache = m_cache;
    const mesh::ResourceKey key{"base", "networking.istio.io", "DestinationRule", "shop", "nope"};
    const auto plan =
        planRenderedEdit(tree.source(), roots, {"base", key, mesh::FieldPath("spec.host"), "b", false}, options);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, std::string("kustomize.noField"));
}

} // namespace meshdraft::kustomize

QTEST_GUILESS_MAIN(meshdraft::kustomize::TestRenderedEdit)
#include "tst_renderededit.moc"
