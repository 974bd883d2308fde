// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"

#include "models/kustomize/closure.h"
#include "models/kustomize/kustomizationfile.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(meshdraft::kustomize::Files)

namespace meshdraft::kustomize {

namespace {

const std::string resource = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n";

} // namespace

/// What a root needs, and what keeps it from being rendered. No kubectl is run here.
class TestClosure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsEveryFileThatIsNamed();
    void reportsWithTheLine_data();
    void reportsWithTheLine();
    void knowsAddresses_data();
    void knowsAddresses();
    void linksAreNotFollowed();
    void rootWithoutKustomization();
    void keyFollowsTheBytes();
};

void TestClosure::findsEveryFileThatIsNamed()
{
    const FixtureTree tree({
        {"over/kustomization.yaml", R"(
resources: [../base, a.yaml]
components: [../part]
patches: [{path: p/one.yaml}, {patch: "[]", target: {kind: X}}]
patchesStrategicMerge:
  - p/two.yaml
  - |
    apiVersion: v1
    kind: Service
    metadata: {name: a}
patchesJson6902: [{path: p/three.json, target: {kind: X, name: x}}]
configurations: [conf.yaml]
crds: [crd.json]
openapi: {path: schema.json}
replacements: [{path: replace.yaml}, {source: {kind: X}}]
configMapGenerator: [{name: c, files: [key=data/k.txt, data/plain.bin], envs: [e.env]}, {name: d, env: f.env}]
secretGenerator: [{name: s, files: [secret.txt]}]
transformers:
  - transformer.yaml
  - |
    apiVersion: builtin
    kind: PatchTransformer
    metadata: {name: t}
    path: inner.yaml
generators: [generator.yaml]
)"},
        {"over/a.yaml", resource},
        {"over/p/one.yaml", resource},
        {"over/p/two.yaml", resource},
        {"over/p/three.json", "[]"},
        {"over/conf.yaml", "{}"},
        {"over/crd.json", "{}"},
        {"over/schema.json", "{}"},
        {"over/replace.yaml", "[]"},
        {"over/data/k.txt", "k"},
        {"over/data/plain.bin", std::string("\0\xff", 2)},
        {"over/e.env", "A=b"},
        {"over/f.env", "A=b"},
        {"over/secret.txt", "s"},
        {"over/transformer.yaml",
         "apiVersion: builtin\nkind: ReplacementTransformer\nmetadata: {name: r}\nreplacements: [{path: r2.yaml}]\n"},
        {"over/r2.yaml", "[]"},
        {"over/inner.yaml", resource},
        {"over/generator.yaml",
         "apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: {name: g}\nfiles: [k=g.txt]\nenvs: [g.env]\n"},
        {"over/g.txt", "g"},
        {"over/g.env", "A=b"},
        {"over/unused.yaml", resource},
        {"base/kustomization.yml", "resources: [deep]\n"},
        {"base/deep/Kustomization", "RESOURCES: [b.yaml]\n"},
        {"base/deep/b.yaml", resource},
        {"part/kustomization.yaml", "kind: Component\npatches: [{path: c.yaml}]\n"},
        {"part/c.yaml", resource},
    });
    const auto closure = closureOf(*tree.source(), "over");
    QVERIFY(closure);
    QVERIFY2((*closure)->problems.empty(),
             (*closure)->problems.empty() ? "" : textOf((*closure)->problems.front()).c_str());
    std::string paths;
    for (const auto& [path, file] : (*closure)->files)
        paths += path + '\n';
    QCOMPARE(QString::fromStdString(paths),
             u"base/deep/Kustomization\nbase/deep/b.yaml\nbase/kustomization.yml\nover/a.yaml\nover/conf.yaml\n"
             "over/crd.json\nover/data/k.txt\nover/data/plain.bin\nover/e.env\nover/f.env\nover/g.env\nover/g.txt\n"
             "over/generator.yaml\nover/inner.yaml\nover/kustomization.yaml\nover/p/one.yaml\nover/p/three.json\n"
             "over/p/two.yaml\nover/r2.yaml\nover/replace.yaml\nover/schema.json\nover/secret.txt\n"
             "over/transformer.yaml\npart/c.yaml\npart/kustomization.yaml\n"_s);
    QCOMPARE(*(*closure)->files.at("over/data/plain.bin").bytes, std::string("\0\xff", 2));
    QCOMPARE((*closure)->kustomizations.size(), 4U);
}

void TestClosure::reportsWithTheLine_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<std::string>("code");
    QTest::addColumn<std::string>("string");
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const std::string& kustomization, const char* code, const char* string,
                        int line, Files others = {}) {
        others.emplace("r/kustomization.yaml", kustomization);
        others.emplace("r/a.yaml", resource);
        QTest::newRow(name) << others << std::string(code) << std::string(string) << line;
    };
    row("remote resource", "resources:\n- a.yaml\n- https://h/x?ref=1\n", "kustomize.remote", "https://h/x?ref=1", 3);
    row("remote in a nested base", "resources: [base]\n", "kustomize.remote", "git@h:o/r", 2,
        {{"r/base/kustomization.yaml", "\nbases: ['git@h:o/r']\n"}});
    row("remote under a key in capitals", "Resources: [https://h/x]\n", "kustomize.remote", "https://h/x", 1);
    row("remote under a key with a long s", "re\u017Fources: [https://h/x]\n", "kustomize.remote", "https://h/x", 1);
    row("remote behind an alias", "namePrefix: &a https://h/x\nresources: [*a]\n", "kustomize.remote", "https://h/x",
        1);
    row("remote by a merge key", "x: &a {path: https://h/p}\npatches:\n- <<: *a\n", "kustomize.remote", "https://h/p",
        1);
    row("remote file of a generator", "configMapGenerator:\n- name: a\n  files: [k=https://h/x]\n", "kustomize.remote",
        "k=https://h/x", 3);
    row("remote replacement of a built-in transformer",
        "transformers:\n- |\n  apiVersion: builtin\n  kind: ReplacementTransformer\n  metadata: {name: a}\n"
        "  replacements: [{path: http://h/r.yaml}]\n",
        "kustomize.remote", "http://h/r.yaml", 2);
    row("a URL that is YAML, too", "patchesStrategicMerge: ['https://h/a: b']\n", "kustomize.remote", "https://h/a: b",
        1);
    row("a tag that hides the text", "resources: [!!binary aHR0cHM6Ly9oL3g=]\n", "kustomize.tag",
        "aHR0cHM6Ly9oL3g=", 1);
    row("out of the repository", "resources: [../../x]\n", "kustomize.outside", "../../x", 1);
    row("an absolute path", "resources: [/etc/passwd]\n", "kustomize.outside", "/etc/passwd", 1);
    row("a file outside its root", "resources: [../b.yaml]\n", "kustomize.restricted", "../b.yaml", 1,
        {{"b.yaml", resource}});
    row("no such file", "resources:\n- nope.yaml\n", "kustomize.missing", "nope.yaml", 2);
    row("no such patch", "patches: [{path: nope.yaml}]\n", "kustomize.missing", "nope.yaml", 1);
    row("a directory without kustomization", "resources: [d]\n", "kustomize.noKustomization", "d", 1,
        {{"r/d/x.yaml", resource}});
    row("a file as component", "components: [a.yaml]\n", "kustomize.noKustomization", "a.yaml", 1);
    row("a program as transformer", "transformers: [t.yaml]\n", "kustomize.plugin", "Bar", 1,
        {{"r/t.yaml", "apiVersion: foo/v1\nkind: Bar\nmetadata: {name: x}\n"}});
    row("a container as generator", "generators: [t.yaml]\n", "kustomize.plugin", "ConfigMapGenerator", 1,
        {{"r/t.yaml",
          "apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata:\n  name: x\n  annotations:\n"
          "    config.kubernetes.io/function: 'container: {image: x}'\n"}});
    row("a directory as transformer", "transformers: [d]\n", "kustomize.plugin", "d", 1,
        {{"r/d/kustomization.yaml", "resources: [a.yaml]\n"}});
    row("a chart", "resources: [a.yaml]\nhelmCharts: [{name: x}]\n", "kustomize.helm", "helmCharts", 2);
    row("a chart by a generator", "generators: [t.yaml]\n", "kustomize.helm", "HelmChartInflationGenerator", 1,
        {{"r/t.yaml", "apiVersion: builtin\nkind: HelmChartInflationGenerator\nmetadata: {name: x}\n"}});
    row("a cycle", "resources: [b]\n", "kustomize.cycle", "../../r", 1,
        {{"r/b/kustomization.yaml", "resources: [../../r]\n"}});
    row("a component as resource", "resources: [c]\n", "kustomize.component", "c", 1,
        {{"r/c/kustomization.yaml", "kind: Component\nnamespace: x\n"}});
    row("a root as component", "components: [c]\n", "kustomize.notComponent", "c", 1,
        {{"r/c/kustomization.yaml", "namespace: x\n"}});
    row("two kustomization files", "resources: [a.yaml]\n", "kustomize.twoFiles", "r", 0,
        {{"r/Kustomization", "resources: [a.yaml]\n"}});
    row("an empty kustomization", "# nothing\n", "kustomize.empty", "r/kustomization.yaml", 0);
    row("a kustomization that is not YAML", "resources: [\n", "kustomize.syntax", "r/kustomization.yaml", 2);
}

void TestClosure::reportsWithTheLine()
{
    QFETCH(Files, files);
    QFETCH(std::string, code);
    QFETCH(std::string, string);
    QFETCH(int, line);
    const FixtureTree tree(files);
    const auto closure = closureOf(*tree.source(), "r");
    QVERIFY(closure);
    QCOMPARE((*closure)->problems.size(), 1U);
    const Error& problem = (*closure)->problems.front();
    QCOMPARE(problem.code, code);
    QCOMPARE(problem.args.front(), string);
    if (line > 0)
        QCOMPARE(static_cast<int>(problem.where.line), line);
    const auto refused = render(*tree.source(), "r");
    QVERIFY(!refused);
    QCOMPARE(refused.error(), problem);
}

void TestClosure::knowsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("remote");
    for (const char* text :
         {"https://github.com/o/r", "http://h/x.yaml", "HTTPS://h/x", "ssh://git@h/r", "git@github.com:o/r.git",
          "me@h:r", "github.com/o/r//p?ref=v1", "GitHub.com/o/r", "github.com:o/r", "git::https://h/r", "gh:o/r",
          "file:///x", "oci://h/x", "https:/h", "org.example@h/x", "dev.azure/o/_git/r", "a/b?ref=v1"})
        QTest::newRow(text) << QString::fromUtf8(text) << true;
    for (const char* text : {"../base", "a.yaml", "./a.yaml", "github/x", "a/b@c.yaml", "sub/a:b.yaml", "."})
        QTest::newRow(text) << QString::fromUtf8(text) << false;
}

void TestClosure::knowsAddresses()
{
    QFETCH(QString, text);
    QFETCH(bool, remote);
    QCOMPARE(isRemote(text.toStdString()), remote);
}

void TestClosure::linksAreNotFollowed()
{
    const FixtureTree tree({{"real/kustomization.yaml", "resources: [a.yaml]\n"},
                            {"real/a.yaml", resource},
                            {"r/kustomization.yaml", "resources: [link.yaml, ../dir, ../dir/a.yaml]\n"}});
    const QString path = QString::fromStdString(tree.path());
    QVERIFY(QFile::link(path + u"/real/a.yaml", path + u"/r/link.yaml"));
    QVERIFY(QFile::link(path + u"/real", path + u"/dir"));
    const auto closure = closureOf(*tree.source(), "r");
    QVERIFY(closure);
    QCOMPARE((*closure)->problems.size(), 3U);
    QVERIFY(std::ranges::all_of((*closure)->problems, [](const Error& e) { return e.code == "kustomize.symlink"; }));
}

void TestClosure::rootWithoutKustomization()
{
    const FixtureTree tree({{"r/a.yaml", resource}});
    for (const char* root : {"r", "nope", "../x"}) {
        const auto closure = closureOf(*tree.source(), root);
        QVERIFY(!closure);
        QCOMPARE(closure.error().code, std::string("kustomize.noKustomization"));
    }
}

void TestClosure::keyFollowsTheBytes()
{
    const FixtureTree tree({{"r/kustomization.yaml", "resources: [a.yaml]\n"}, {"r/a.yaml", resource}});
    const auto key = [](const FileSource& files) { return (*closureOf(files, "r"))->contentKey(); };
    const std::string before = key(*tree.source());
    QCOMPARE(key(*tree.source()), before);
    QVERIFY(key(*withBytes(tree.source(), {{"r/a.yaml", resource + "#\n"}})) != before);
    QCOMPARE(key(*withBytes(tree.source(), {{"r/other.yaml", resource}})), before);
}

} // namespace meshdraft::kustomize

QTEST_GUILESS_MAIN(meshdraft::kustomize::TestClosure)
#include "tst_closure.moc"
