// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/helmvalues.h"
#include "models/mesh/givenmeshconfig.h"
#include "models/mesh/graphupdate.h"
#include "tests/mesh/effectivetexts.h"

#include <QTest>

using namespace meshdraft;
using namespace meshdraft::mesh;
using namespace meshdraft::mesh::effective;
using namespace Qt::StringLiterals;

class TestHelmValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofResources_data();
    void ofResources();
    void ofFiles_data();
    void ofFiles();
    void countsBehindAConfigMap();
    void viewsAGraphWithGaps();
    void aGivenConfigStandsOverAll();
};

void TestHelmValues::ofResources_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("root");
    QTest::addColumn<std::string>("domain");
    QTest::addColumn<std::string>("element");

    const std::string release = "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n"
                                "metadata: {name: istiod, namespace: istio-system}\nspec:\n";
    const std::string application = "apiVersion: argoproj.io/v1alpha1\nkind: Application\n"
                                    "metadata: {name: istiod, namespace: argocd}\nspec:\n";
    QTest::newRow("Flux") << release + "  values: {meshConfig: {rootNamespace: mesh}}\n"
                          << std::string("mesh") << std::string("cluster.local")
                          << std::string("HelmRelease/istio-system/istiod spec.values");
    QTest::newRow("cluster domain") << release
            + "  values: {meshConfig: {rootNamespace: mesh}, global: {proxy: {clusterDomain: corp}}}\n"
                                    << std::string("mesh") << std::string("corp")
                                    << std::string("HelmRelease/istio-system/istiod spec.values");
    QTest::newRow("another chart") << release + "  values: {replicas: 2}\n"
                                   << std::string("istio-system") << std::string("cluster.local") << std::string();
    QTest::newRow("Argo CD, a mapping") << application
            + "  source: {chart: istiod, helm: {valuesObject: {meshConfig: {rootNamespace: mesh}}}}\n"
                                        << std::string("mesh") << std::string("cluster.local")
                                        << std::string("Application/argocd/istiod spec.source.helm.valuesObject");
    QTest::newRow("Argo CD, a string") << application
            + "  source:\n    helm:\n      values: |\n        meshConfig:\n          rootNamespace: mesh\n"
                                       << std::string("mesh") << std::string("cluster.local")
                                       << std::string("Application/argocd/istiod spec.source.helm.values");
    QTest::newRow("the mapping before the string")
        << application
            + "  source: {helm: {values: 'meshConfig: {rootNamespace: a}', valuesObject: {meshConfig: {rootNamespace: "
              "b}}}}\n"
        << std::string("b") << std::string("cluster.local")
        << std::string("Application/argocd/istiod spec.source.helm.valuesObject");
    QTest::newRow("one of several sources")
        << application + "  sources:\n  - {repoURL: a}\n  - {helm: {values: 'meshConfig: {rootNamespace: mesh}'}}\n"
        << std::string("mesh") << std::string("cluster.local")
        << std::string("Application/argocd/istiod spec.sources[1].helm.values");
    QTest::newRow("a string that is no YAML")
        << application + "  source: {helm: {values: 'a: [b'}}\n"
        << std::string("istio-system") << std::string("cluster.local") << std::string();
}

void TestHelmValues::ofResources()
{
    QFETCH(std::string, text);
    QFETCH(std::string, root);
    QFETCH(std::string, domain);
    QFETCH(std::string, element);
    const MeshSettings settings = meshSettingsOf(*test::graphOf(text));
    QCOMPARE(settings.config.rootNamespace.value, root);
    QCOMPARE(settings.clusterDomain, domain);
    QCOMPARE(settings.element.isNull() ? std::string() : test::printed(settings.element), element);
}

void TestHelmValues::ofFiles_data()
{
    QTest::addColumn<std::string>("environment");
    QTest::addColumn<std::string>("path");

    QTest::newRow("beside") << std::string("clusters/a") << std::string("clusters/a/values.yaml");
    QTest::newRow("above") << std::string("clusters/b/mesh") << std::string("clusters/a/values.yaml");
    QTest::newRow("the nearest") << std::string("charts/istiod") << std::string("charts/istiod/values-istiod.yaml");
    QTest::newRow("anywhere") << std::string(".") << std::string("charts/istiod/values-istiod.yaml");
}

void TestHelmValues::ofFiles()
{
    QFETCH(std::string, environment);
    QFETCH(std::string, path);
    FileSet files;
    files.put("charts/istiod/values-istiod.yaml", source::parseText("pilot: {}\nmeshConfig: {rootNamespace: one}\n"));
    files.put("charts/other/values.yaml", source::parseText("meshConfig: off\n"));
    files.put("clusters/a/mesh.yaml",
              source::parseText("kind: ConfigMap\nmeshConfig: {rootNamespace: none}\nmetadata: {name: a}\n"));
    files.put("clusters/a/values.yaml", source::parseText("# ours\nmeshConfig:\n  rootNamespace: two\n"));
    const auto graph = MeshGraph::build(environment, {});
    const MeshSettings settings = meshSettingsOf(*graph, files);
    QCOMPARE(settings.element.path, path);
    QCOMPARE(settings.config.rootNamespace.value, path.starts_with("charts") ? "one" : "two");
    QCOMPARE(settings.element.field.text(), "meshConfig");
}

void TestHelmValues::countsBehindAConfigMap()
{
    FileSet files;
    files.put("values.yaml", source::parseText("meshConfig: {rootNamespace: two}\n"));
    const auto graph =
        test::graphOf("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\n"
                      "data: {mesh: 'rootNamespace: one'}\n");
    QCOMPARE(meshSettingsOf(*graph, files).config.rootNamespace.value, "one");
    QVERIFY(meshSettingsOf(*MeshGraph::build(".", {}), {}).element.isNull());
}

/// Numbers of a graph that was updated are not those of a new one.
void TestHelmValues::viewsAGraphWithGaps()
{
    const auto read = [](const char* path, const char* name) {
        const std::string text =
            std::string("apiVersion: v1\nkind: Service\nmetadata: {name: ") + name + ", namespace: shop}\nspec: {}\n";
        return readResources("", path, source::parseText(text), "default");
    };
    std::vector<ResourcePtr> all;
    for (const char* name : {"a", "b", "c"})
        std::ranges::move(read(name, name), std::back_inserter(all));
    const auto graph = MeshGraph::build("", all);
    const auto update = updateGraph(graph, {{"a", {}}});
    const MeshView view(update.graph);
    QCOMPARE(view.of<Service>("shop").size(), 2U);
    QVERIFY(view.ownersOf("a.shop.svc.cluster.local").empty());
    QCOMPARE(view.ownersOf("c.shop.svc.cluster.local").size(), 1U);
}

/// Also after an edit of what the files say; the cluster's domain is no part of it.
void TestHelmValues::aGivenConfigStandsOverAll()
{
    const auto text = [](const std::string& root) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\n"
               "data: {mesh: 'rootNamespace: "
            + root
            + "'}\n---\napiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n"
              "metadata: {name: istiod, namespace: istio-system}\nspec: {values: {meshConfig: {rootNamespace: b}}}\n";
    };
    const MeshGraphPtr graph = test::graphOf(text("files"));
    const MeshGraphPtr given =
        withMeshConfig(graph, "given.txt", source::parseText("rootNamespace: given\ntrustDomain: corp\n"));
    const auto expect = [](const MeshGraph& mesh, const char* root, const char* domain, const char* path) {
        const MeshSettings settings = meshSettingsOf(mesh);
        QCOMPARE(settings.config.rootNamespace.value, std::string(root));
        QCOMPARE(settings.config.trustDomain.value, std::string(domain));
        QCOMPARE(settings.clusterDomain, std::string("cluster.local"));
        QCOMPARE(mesh.at(mesh.find(settings.element)).source.path, std::string(path));
    };
    expect(*graph, "files", "cluster.local", "a.yaml");
    expect(*given, "given", "corp", "given.txt");
    QVERIFY(!meshSettingsOf(*given).isAmbiguous);
    const GraphUpdate update =
        updateGraph(given, {{"a.yaml", readResources(".", "a.yaml", source::parseText(text("edited")), "default")}});
    expect(*update.graph, "given", "corp", "given.txt");
}

QTEST_GUILESS_MAIN(TestHelmValues)
#include "tst_helmvalues.moc"
