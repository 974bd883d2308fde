// SPDX-License-Identifier: Apache-2.0
#include "tests/mesh/meshtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::mesh;
using test::fileSet;
using test::service;
using test::virtualService;

namespace {

const char* name(EnvironmentKind kind)
{
    switch (kind) {
    case EnvironmentKind::Directory:
        return "dir";
    case EnvironmentKind::KustomizeBase:
        return "base";
    case EnvironmentKind::KustomizeRoot:
        return "root";
    case EnvironmentKind::File:
        return "file";
    }
    return "";
}

QByteArray join(const SharedVector<std::string>& parts)
{
    QByteArrayList all;
    for (const std::string& part : parts)
        all << QByteArray::fromStdString(part);
    return all.join(',');
}

/// "name kind [files]" of each, in a line each.
QByteArrayList describe(const std::vector<Environment>& environments)
{
    QByteArrayList all;
    for (const Environment& environment : environments) {
        all << QByteArray::fromStdString(environment.name) + " " + name(environment.kind) + " ["
                + join(environment.files) + "]";
    }
    return all;
}

QByteArray chosen(const FileSet& files)
{
    return QByteArray::fromStdString(defaultEnvironment(findEnvironments(files)));
}

const std::string route = virtualService("v", "shop", "  hosts: [a]\n");

} // namespace

class TestEnvironment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainDirectories();
    void neverTwoNamesForTheSameFiles();
    void countsWhatTheyHold();
    void basesAndOverlays();
    void recognisesKustomizations_data();
    void recognisesKustomizations();
    void basesGiveTheirNamespace();
    void componentsAreNoEntryPoints();
    void aRootThatAnotherBuildsOnIsNoEntryPoint();
    void filesOutsideARootThatItNamesAreItsOwn();
    void fluxKustomizationsAreResources();
    void keepsFilesThatHaveSomethingToReport();
    void picksADefault_data();
    void picksADefault();
    void choosesByName();
    void choosesBelowAKustomizeRoot();
    void opensARootWhereThereIsNothingElse();
    void saysWhyItCannotChoose();
    void fileSetsShareTexts();
};

void TestEnvironment::plainDirectories()
{
    const FileSet files = fileSet({{"a/x.yaml", service("x", "n")},
                                   {"a/b/y.yaml", service("y", "n")},
                                   {"c/z.yaml", service("z", "n")},
                                   {"docs/notes.yaml", "just: text\n"},
                                   {"d/cm.yaml", "kind: ConfigMap\nmetadata: {name: m}\n"}});
    QCOMPARE(describe(findEnvironments(files)),
             (QByteArrayList{". dir [a/b/y.yaml,a/x.yaml,c/z.yaml,d/cm.yaml]", "a dir [a/b/y.yaml,a/x.yaml]",
                             "a/b dir [a/b/y.yaml]", "c dir [c/z.yaml]"}));
}

void TestEnvironment::neverTwoNamesForTheSameFiles()
{
    QCOMPARE(describe(findEnvironments(fileSet({{"a/b/c/x.yaml", service("x", "n")}, {"z.yaml", service("z", "n")}}))),
             (QByteArrayList{". dir [a/b/c/x.yaml,z.yaml]", "a/b/c dir [a/b/c/x.yaml]"}));
    QCOMPARE(describe(findEnvironments(fileSet({{"a/b/x.yaml", service("x", "n")}}))),
             (QByteArrayList{". dir [a/b/x.yaml]"}));
    QCOMPARE(
        describe(findEnvironments(fileSet({{"a/b/x.yaml", service("x", "n")}, {"a/c/y.yaml", service("y", "n")}}))),
        (QByteArrayList{". dir [a/b/x.yaml,a/c/y.yaml]", "a/b dir [a/b/x.yaml]", "a/c dir [a/c/y.yaml]"}));
}

void TestEnvironment::countsWhatTheyHold()
{
    const FileSet files = fileSet({{"a.yaml", service("x", "n") + route + service("x", "n") + service("x", "n")},
                                   {"b.yaml", route + "---\nkind: ConfigMap\nmetadata: {name: m}\n"}});
    const Environment environment = findEnvironments(files).at(0);
    QCOMPARE(environment.resources, 5U);
    QCOMPARE(environment.routes, 2U);
    QCOMPARE(environment.duplicates, 2U);
    QCOMPARE(environment.defaultNamespace, "default");
}

void TestEnvironment::basesAndOverlays()
{
    const FileSet files = fileSet({{"base/kustomization.yaml", "resources: [svc.yaml, routes/vs.yaml]\n"},
                                   {"base/svc.yaml", service("x", "n")},
                                   {"base/routes/vs.yaml", route},
                                   {"base/unlisted.yaml", service("u", "n")},
                                   {"overlays/prod/kustomization.yml",
                                    "resources: [../../base, https://example.com/x]\npatches: [{path: patch.yaml}]\n"},
                                   {"overlays/prod/patch.yaml", route},
                                   {".github/workflows/ci.yaml", "on: push\n"}});
    const auto environments = findEnvironments(files);
    QCOMPARE(describe(environments),
             (QByteArrayList{"base base [base/routes/vs.yaml,base/svc.yaml]", "overlays/prod root []"}));
    QCOMPARE(join(environments.at(1).bases), QByteArray("base,https://example.com/x"));
    QCOMPARE(environments.at(0).resources, 2U);
    QCOMPARE(defaultEnvironment(environments), "base");
    const MeshGraphPtr graph = buildGraph(files, environments.at(0));
    QCOMPARE(graph->resources().size(), std::size_t(2));
    QCOMPARE(graph->at(0).key.environment, "base");
}

void TestEnvironment::recognisesKustomizations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("kind");
    const auto row = [](const char* what, const QByteArray& more, const char* kind) {
        QTest::newRow(what) << "resources: [x.yaml]\n" + more << QByteArray(kind);
    };
    row("list", "", "base");
    row("head and empty parts",
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nmetadata: {name: "
        "k}\npatches: []\nimages:\ncomponents: []\n",
        "base");
    row("namespace that fits", "namespace: n\n", "base");
    row("namespace that moves", "namespace: other\n", "root");
    row("annotations", "commonAnnotations: {a: b}\n", "base");
    row("labels", "labels: [{pairs: {a: b}}, {pairs: {c: d}, includeSelectors: false}]\n", "base");
    row("labels in selectors", "labels: [{pairs: {a: b}, includeSelectors: true}]\n", "root");
    row("labels in templates", "labels: [{pairs: {a: b}, includeTemplates: true}]\n", "root");
    row("common labels", "commonLabels: {a: b}\n", "root");
    for (const char* part :
         {"patches: [{patch: x}]", "patchesStrategicMerge: [x.yaml]", "components: [../c]", "generators: [g.yaml]",
          "transformers: [t.yaml]", "namePrefix: p-", "nameSuffix: -s", "replacements: [{path: r.yaml}]",
          "images: [{name: i, newTag: t}]", "helmCharts: [{name: h}]", "configMapGenerator: [{name: c}]",
          "vars: [{name: v}]", "replicas: [{name: r, count: 2}]", "unheardOf: 1"})
        row(part, QByteArray(part) + "\n", "root");
    QTest::newRow("missing file") << QByteArray("resources: [x.yaml, nothing.yaml]\n") << QByteArray("root");
    QTest::newRow("directory") << QByteArray("resources: [x.yaml, sub]\n") << QByteArray("root");
    QTest::newRow("file outside") << QByteArray("resources: [x.yaml, ../o.yaml]\n") << QByteArray("root");
    QTest::newRow("nothing listed") << QByteArray("namespace: n\n") << QByteArray("root");
    QTest::newRow("empty") << QByteArray() << QByteArray("root");
    QTest::newRow("broken") << QByteArray("resources: [x.yaml\n") << QByteArray("root");
    QTest::newRow("no mapping") << QByteArray("- x.yaml\n") << QByteArray("root");
    QTest::newRow("URL") << QByteArray("resources: [x.yaml, 'git@example.com:a/b']\n") << QByteArray("root");
}

void TestEnvironment::recognisesKustomizations()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, kind);
    for (const char* file : {"k/kustomization.yaml", "k/kustomization.yml", "k/Kustomization"}) {
        const FileSet files = fileSet({{file, text.toStdString()},
                                       {"k/x.yaml", service("x", "n")},
                                       {"o.yaml", service("o", "n")},
                                       {"k/sub/kustomization.yaml", "resources: [y.yaml]\n"},
                                       {"k/sub/y.yaml", service("y", "n")}});
        const auto environments = findEnvironments(files);
        const auto found = std::ranges::find(environments, "k", &Environment::name);
        QVERIFY(found != environments.end());
        QCOMPARE(name(found->kind), kind);
        QCOMPARE(found->files.empty(), kind == "root");
    }
}

void TestEnvironment::basesGiveTheirNamespace()
{
    const FileSet files = fileSet({{"kustomization.yaml", "namespace: team\nresources: [a.yaml]\n"},
                                   {"a.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n"}});
    const auto environments = findEnvironments(files);
    QCOMPARE(describe(environments), (QByteArrayList{". base [a.yaml]"}));
    QCOMPARE(buildGraph(files, environments.at(0))->at(0).key.ns, "team");
}

void TestEnvironment::componentsAreNoEntryPoints()
{
    const FileSet files = fileSet({{"c/kustomization.yaml", "kind: Component\nresources: [x.yaml]\n"},
                                   {"c/x.yaml", service("x", "n")},
                                   {"y.yaml", service("y", "n")}});
    const auto environments = findEnvironments(files);
    QCOMPARE(describe(environments), (QByteArrayList{". dir [y.yaml]"}));
    const auto asked = chooseEnvironment(files, environments, "c"); // by name it can be had
    QVERIFY(asked);
    QCOMPARE(asked->kind, EnvironmentKind::KustomizeRoot);
}

void TestEnvironment::aRootThatAnotherBuildsOnIsNoEntryPoint()
{
    const FileSet files = fileSet({{"middle/kustomization.yaml", "namePrefix: a-\nresources: [x.yaml]\n"},
                                   {"middle/x.yaml", service("x", "n")},
                                   {"top/kustomization.yaml", "namePrefix: b-\nresources: [../middle]\n"}});
    QCOMPARE(describe(findEnvironments(files)), (QByteArrayList{"top root []"}));
    QVERIFY(chooseEnvironment(files, findEnvironments(files), "middle"));
}

void TestEnvironment::filesOutsideARootThatItNamesAreItsOwn()
{
    const FileSet files =
        fileSet({{"k/kustomization.yaml", "resources: [../shared/base]\npatches: [{path: ../patches/p.yaml}]\n"},
                 {"patches/p.yaml", route},
                 {"apps/a.yaml", service("a", "n")}});
    QCOMPARE(describe(findEnvironments(files)), (QByteArrayList{". dir [apps/a.yaml]", "k root []"}));
}

void TestEnvironment::fluxKustomizationsAreResources()
{
    const FileSet files =
        fileSet({{"kustomization.yaml",
                  "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: f}\n"},
                 {"a.yaml", service("a", "n")}});
    QCOMPARE(describe(findEnvironments(files)), (QByteArrayList{". dir [a.yaml,kustomization.yaml]"}));
}

void TestEnvironment::keepsFilesThatHaveSomethingToReport()
{
    FileSet files = fileSet({{"a/good.yaml", service("a", "n")},
                             {"a/broken.yaml", "a: [\n"},
                             {"a/bytes.yaml", "\xFF"},
                             {"a/empty.yaml", ""},
                             {"k/kustomization.yaml", "namePrefix: p\n"},
                             {"k/broken.yaml", "a: [\n"}});
    files.errors.push_back({"git.missingBlob", {}, {"a/gone.yaml", 0, 0}});
    files.errors.push_back({"git.missingBlob", {}, {"k/gone.yaml", 0, 0}});
    QCOMPARE(describe(findEnvironments(files)),
             (QByteArrayList{". dir [a/broken.yaml,a/bytes.yaml,a/gone.yaml,a/good.yaml]", "k root []"}));
}

void TestEnvironment::picksADefault_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArrayList>("files"); // path, then text, alternating
    const auto text = [](const std::string& yaml) { return QByteArray::fromStdString(yaml); };
    const QByteArray svc = text(service("a", "n"));
    const QByteArray vs = text(route);
    QTest::newRow("nothing") << QByteArray() << QByteArrayList{};
    QTest::newRow("no mesh at all") << QByteArray() << QByteArrayList{"ci.yaml", "on: push\n"};
    QTest::newRow("one directory") << QByteArray(".") << QByteArrayList{"a/x.yaml", svc + vs};
    QTest::newRow("only broken files") << QByteArray(".") << QByteArrayList{"x.yaml", "a: [\n"};
    QTest::newRow("no duplicates") << QByteArray(".") << QByteArrayList{"a/x.yaml", svc, "b/y.yaml", vs};
    QTest::newRow("sibling demos") << QByteArray("b")
                                   << QByteArrayList{"a/x.yaml", vs, "b/x.yaml", vs + svc, "c/x.yaml", svc + vs + vs};
    QTest::newRow("duplicates everywhere")
        << QByteArray(".") << QByteArrayList{"a/x.yaml", vs + vs, "b/x.yaml", vs + vs};
    QTest::newRow("no routes") << QByteArray(".") << QByteArrayList{"a/x.yaml", svc, "b/x.yaml", svc};
    QTest::newRow("base beside overlays and loose files")
        << QByteArray("base")
        << QByteArrayList{"base/kustomization.yaml", "resources: [x.yaml]\n",  "base/x.yaml", vs + svc,
                          "prod/kustomization.yaml", "resources: [../base]\n", "notes.yaml",  "a: b\n"};
    QTest::newRow("only what has to be rendered")
        << QByteArray("k")
        << QByteArrayList{"k/kustomization.yaml", "namePrefix: a\nresources: [x.yaml]\n", "k/x.yaml", vs};
}

void TestEnvironment::picksADefault()
{
    QFETCH(QByteArray, expected);
    QFETCH(QByteArrayList, files);
    FileSet set;
    for (qsizetype i = 0; i < files.size(); i += 2)
        set = set.with(files[i].toStdString(), source::parseText(files[i + 1].toStdString()));
    QCOMPARE(chosen(set), expected);
}

void TestEnvironment::choosesByName()
{
    const FileSet files = fileSet({{"a/b/x.yaml", service("x", "n")}, {"a/b/note.yaml", "t: 1\n"}, {"z.yaml", route}});
    const auto environments = findEnvironments(files);
    for (const char* spelling : {"a/b", "a/b/", "./a/b", "a/./b", "a/c/../b"}) {
        const auto environment = chooseEnvironment(files, environments, spelling);
        QVERIFY2(environment.has_value(), spelling);
        QCOMPARE(environment->name, "a/b");
    }
    const auto parent = chooseEnvironment(files, environments, "a"); // not offered: the same files as a/b
    QVERIFY(parent.has_value());
    QCOMPARE(name(parent->kind), "dir");
    QCOMPARE(join(parent->files), QByteArray("a/b/x.yaml"));
    const auto file = chooseEnvironment(files, environments, "z.yaml");
    QVERIFY(file.has_value());
    QCOMPARE(describe({*file}), (QByteArrayList{"z.yaml file [z.yaml]"}));
    QCOMPARE(file->routes, 1U);
    QCOMPARE(chooseEnvironment(files, environments, ".")->resources, 2U);
}

void TestEnvironment::opensARootWhereThereIsNothingElse()
{
    const std::string patched = "patches: [{path: p.yaml}]\nresources: [r.yaml]\n";
    const std::string patch = virtualService("v", "shop", "  http: []\n");
    QCOMPARE(
        chosen(fileSet(
            {{"overlays/a/kustomization.yaml", patched}, {"overlays/a/p.yaml", patch}, {"overlays/a/r.yaml", route}})),
        QByteArray("overlays/a"));
    QCOMPARE(chosen(fileSet({{"overlays/a/kustomization.yaml", patched},
                             {"overlays/a/p.yaml", patch},
                             {"overlays/a/r.yaml", route},
                             {"overlays/production/kustomization.yaml", patched},
                             {"overlays/production/p.yaml", patch},
                             {"overlays/production/r.yaml", route},
                             {"overlays/staging/kustomization.yaml", patched},
                             {"overlays/staging/p.yaml", patch},
                             {"overlays/staging/r.yaml", route}})),
             QByteArray("overlays/production"));
}

void TestEnvironment::choosesBelowAKustomizeRoot()
{
    const FileSet files = fileSet({{"k/kustomization.yaml", "resources: [sub/x.yaml]\nnamePrefix: p\n"},
                                   {"k/sub/x.yaml", service("x", "n")},
                                   {"k/sub/deep/kustomization.yaml", "resources: [y.yaml]\n"},
                                   {"k/sub/deep/y.yaml", service("y", "n")}});
    const auto environment = chooseEnvironment(files, findEnvironments(files), "k/sub");
    QVERIFY(environment.has_value());
    QCOMPARE(join(environment->files), QByteArray("k/sub/x.yaml"));
}

void TestEnvironment::saysWhyItCannotChoose()
{
    const FileSet files = fileSet({{"k/kustomization.yaml", "resources: [../b, https://x.y/z]\n"}, {"z.yaml", route}});
    const auto environments = findEnvironments(files);
    const auto rendered = chooseEnvironment(files, environments, "k");
    QVERIFY(rendered);
    QCOMPARE(join(rendered->bases), QByteArray("b,https://x.y/z"));
    for (const char* odd : {"nowhere", "../x", "z", "z.yaml/a", ""}) {
        const auto unknown = chooseEnvironment(files, environments, odd);
        if (*odd == '\0') {
            QVERIFY(unknown.has_value()); // nothing named: the repository itself
            continue;
        }
        QVERIFY2(!unknown, odd);
        QCOMPARE(unknown.error(), (Error{"environment.unknown", {odd, "., k"}, {}}));
    }
}

void TestEnvironment::fileSetsShareTexts()
{
    const FileSet files = fileSet({{"b.yaml", "x: 1\n"}, {"d.yaml", "y: 1\n"}});
    const FileSet more = files.with("c.yaml", source::parseText("z: 1\n")).with("b.yaml", source::parseText("x: 2\n"));
    QCOMPARE(more.files.size(), std::size_t(3));
    QCOMPARE(more.find("d.yaml")->text, files.find("d.yaml")->text);
    QCOMPARE(*more.find("b.yaml")->text->text, "x: 2\n");
    QCOMPARE(*files.find("b.yaml")->text->text, "x: 1\n");
    QVERIFY(more.find("a.yaml") == nullptr && more.find("z") == nullptr && files.find("c.yaml") == nullptr);
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
