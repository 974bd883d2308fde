// SPDX-License-Identifier: Apache-2.0
// Environments that Argo CD and Flux deploy.
#include "tests/mesh/meshtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::mesh;
using namespace Qt::StringLiterals;
using test::fileSet;
using test::service;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

FileSet setOf(const Files& files)
{
    FileSet set;
    for (const auto& [path, text] : files)
        set.put(path, source::parseText(text));
    return set;
}

std::string application(const std::string& name, const std::string& source, const std::string& ns = "")
{
    return "---\napiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: " + name
        + ", namespace: argocd}\nspec:\n  destination: {namespace: '" + ns + "'}\n  source: " + source + "\n";
}

std::string flux(const std::string& name, const std::string& more)
{
    return "---\napiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: " + name
        + ", namespace: flux-system}\nspec:\n  sourceRef: {kind: GitRepository, name: flux-system}\n" + more;
}

std::string applicationSet(const std::string& spec)
{
    return "---\napiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: set}\nspec:\n" + spec;
}

const Environment* named(const std::vector<Environment>& environments, std::string_view name)
{
    const auto found = std::ranges::find(environments, name, &Environment::name);
    return found == environments.end() ? nullptr : &*found;
}

QByteArray joined(const std::vector<std::string>& parts)
{
    QByteArrayList all;
    for (const auto& part : parts)
        all << QByteArray::fromStdString(part);
    return all.join(',');
}

/// Every delivered environment in a line: name, files, namespace, who, notes; or its error.
QByteArray describe(const std::vector<Environment>& environments)
{
    QByteArrayList lines;
    for (const Environment& environment : environments) {
        if (environment.deliveredBy.empty())
            continue;
        QByteArray line = QByteArray::fromStdString(environment.name);
        if (environment.error)
            line += " !" + QByteArray::fromStdString(environment.error->code);
        else if (environment.kind == EnvironmentKind::KustomizeRoot)
            line += " rendered";
        else
            line += " [" + joined({environment.files.begin(), environment.files.end()}) + "]";
        line += " " + QByteArray::fromStdString(environment.defaultNamespace);
        for (const Delivery& delivery : environment.deliveredBy) {
            line += " " + QByteArray::fromStdString(delivery.kind + ":" + delivery.title());
            for (const Error& note : delivery.notes)
                line += " (" + QByteArray::fromStdString(note.code.substr(9)) + ")";
        }
        lines << line;
    }
    return lines.join('\n');
}

} // namespace

class TestDeliveries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesEnvironments_data();
    void makesEnvironments();
    void saysWhatIsNotListed_data();
    void saysWhatIsNotListed();
    void matchesRepositories_data();
    void matchesRepositories();
    void asksForRemotesOnlyWhereSomethingIsDelivered();
    void keepsWhatTheToolsSay();
    void anAbsentDirectoryCannotBeChosen();
    void targetNamespaceStandsInWhereNoneIsWritten();
    void globs_data();
    void globs();
    void realRepositories();
};

void TestDeliveries::makesEnvironments_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* what, Files files, const QByteArray& expected) {
        QTest::newRow(what) << std::move(files) << expected;
    };
    const std::string kustomization = "resources: [x.yaml]\npatches: [{path: p.yaml}]\n";
    row("Argo CD takes the directory itself",
        {{"apps/shop.yaml", application("shop", "{path: shop}", "shop")},
         {"shop/a.yaml", service("a", "shop")},
         {"shop/sub/b.yaml", service("b", "shop")}},
        "shop [shop/a.yaml] shop Application:argocd/shop");
    row("Argo CD recurses when asked",
        {{"apps/shop.yaml", application("shop", "{path: shop/, directory: {recurse: true}}")},
         {"shop/a.yaml", service("a", "shop")},
         {"shop/sub/b.yaml", service("b", "shop")}},
        "shop [shop/a.yaml,shop/sub/b.yaml] default Application:argocd/shop");
    row("include and exclude",
        {{"apps/shop.yaml",
          application("shop", "{path: shop, directory: {recurse: true, include: '{*.yml,sub/*}', exclude: '*/no*'}}")},
         {"shop/a.yaml", service("a", "shop")},
         {"shop/b.yml", service("b", "shop")},
         {"shop/sub/c.yaml", service("c", "shop")},
         {"shop/sub/no.yaml", service("d", "shop")}},
        "shop [shop/b.yml,shop/sub/c.yaml] default Application:argocd/shop");
    row("several sources, one with values only",
        {{"app.yaml",
          "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: two}\nspec:\n  sources:\n"
          "  - {path: a}\n  - {path: ./b}\n  - {ref: values}\n  - {chart: istiod, targetRevision: 1.27.1}\n"},
         {"a/x.yaml", service("x", "n")},
         {"b/y.yaml", service("y", "n")}},
        "a [a/x.yaml] default Application:two\nb [b/y.yaml] default Application:two");
    row("two Applications share a directory",
        {{"apps.yaml",
          application("one", "{path: d, directory: {include: x.yaml}}", "n")
              + application("two", "{path: d, directory: {exclude: x.yaml}}", "m")},
         {"d/x.yaml", service("x", "n")},
         {"d/y.yaml", service("y", "n")}},
        "d [d/x.yaml,d/y.yaml] default Application:argocd/one Application:argocd/two");
    row("a Kustomize root",
        {{"app.yaml", application("prod", "{path: overlays/prod, kustomize: {images: [a:b]}}", "shop")},
         {"overlays/prod/kustomization.yaml", kustomization},
         {"overlays/prod/x.yaml", service("x", "n")}},
        "overlays/prod rendered shop Application:argocd/prod (changes)");
    row("a root on which another one builds",
        {{"app.yaml", application("base", "{path: base}")},
         {"base/kustomization.yaml", kustomization},
         {"base/x.yaml", service("x", "n")},
         {"prod/kustomization.yaml", "resources: [../base]\nnamePrefix: p-\n"}},
        "base rendered default Application:argocd/base");
    row("a kustomization that only lists files",
        {{"app.yaml", application("base", "{path: base}", "shop")},
         {"base/kustomization.yaml", "resources: [x.yaml]\n"},
         {"base/x.yaml", service("x", "n")},
         {"base/unlisted.yaml", service("u", "n")}},
        "base [base/x.yaml] shop Application:argocd/base");
    row("the repository itself stays whole",
        {{"app.yaml", application("all", "{path: .}")}, {"sub/x.yaml", service("x", "n")}},
        ". [app.yaml,sub/x.yaml] default Application:argocd/all (onlyPart)");
    row("a directory that is not there", {{"app.yaml", application("gone", "{path: gone}")}},
        "gone !delivery.noFiles default Application:argocd/gone");
    row("a Helm chart",
        {{"app.yaml", application("chart", "{path: chart}")}, {"chart/Chart.yaml", "apiVersion: v2\nname: chart\n"}},
        "chart !delivery.helm default Application:argocd/chart");

    row("Flux takes everything below",
        {{"clusters/shop.yaml", flux("shop", "  path: ./shop\n")},
         {"shop/a.yaml", service("a", "n")},
         {"shop/sub/deep/b.yaml", service("b", "n")}},
        "shop [shop/a.yaml,shop/sub/deep/b.yaml] default Kustomization:flux-system/shop");
    row("Flux builds nested kustomizations by themselves",
        {{"clusters/shop.yaml", flux("shop", "  path: shop\n")},
         {"shop/a.yaml", service("a", "n")},
         {"shop/sub/kustomization.yaml", "resources: [b.yaml]\n"},
         {"shop/sub/b.yaml", service("b", "n")}},
        "shop [shop/a.yaml] default Kustomization:flux-system/shop (nestedRoots)");
    row("Flux with everything that is not followed",
        {{"clusters/shop.yaml",
          flux("shop",
               "  path: ./shop\n  targetNamespace: other\n  postBuild: {substitute: {A: b}}\n  patches: [{patch: "
               "x}]\n")},
         {"shop/a.yaml", service("a", "n")}},
        "shop [shop/a.yaml] other Kustomization:flux-system/shop (changes) (substitutes) (namespaceMoves)");
    row("Flux and a Kustomize root",
        {{"clusters/shop.yaml", flux("shop", "  path: ./shop\n  targetNamespace: shop\n")},
         {"shop/kustomization.yaml", kustomization},
         {"shop/x.yaml", service("x", "shop")}},
        "shop rendered shop Kustomization:flux-system/shop");
    row("Flux without a path takes the repository", {{"flux.yaml", flux("all", "")}, {"sub/x.yaml", service("x", "n")}},
        ". [flux.yaml,sub/x.yaml] default Kustomization:flux-system/all");
    row("Argo CD and Flux in one directory",
        {{"a.yaml", application("shop", "{path: shop}") + flux("shop", "  path: ./shop\n")},
         {"shop/x.yaml", service("x", "n")}},
        "shop [shop/x.yaml] default Application:argocd/shop Kustomization:flux-system/shop");

    const std::string elements = "  generators:\n  - list: {elements: [{env: dev, ns: d}, {env: prod, ns: p}]}\n";
    row("ApplicationSet with a list",
        {{"set.yaml",
          applicationSet(elements
                         + "  template:\n    metadata: {name: 'shop-{{env}}'}\n    spec:\n"
                           "      source: {path: 'apps/{{ env }}'}\n      destination: {namespace: '{{ns}}'}\n")},
         {"apps/dev/x.yaml", service("x", "d")},
         {"apps/prod/x.yaml", service("x", "p")}},
        "apps/dev [apps/dev/x.yaml] d ApplicationSet:shop-dev\napps/prod [apps/prod/x.yaml] p "
        "ApplicationSet:shop-prod");
    row("ApplicationSet with directories, one left out",
        {{"set.yaml",
          applicationSet("  generators:\n  - git:\n      repoURL: https://example.com/acme/shop.git\n"
                         "      directories: [{path: 'apps/*'}, {path: apps/old, exclude: true}]\n"
                         "  template:\n    metadata: {name: '{{path.basenameNormalized}}'}\n"
                         "    spec:\n      source: {path: '{{path}}'}\n"
                         "      destination: {namespace: '{{path[0]}}-{{path.basename}}'}\n")},
         {"apps/a_b/x.yaml", service("x", "n")},
         {"apps/a_b/sub/x.yaml", service("x", "n")},
         {"apps/old/x.yaml", service("x", "n")}},
        "apps/a_b [apps/a_b/x.yaml] apps-a_b ApplicationSet:a-b");
    row("ApplicationSet with Go templates",
        {{"set.yaml",
          applicationSet("  goTemplate: true\n  generators:\n  - git:\n      repoURL: ''\n"
                         "      directories: [{path: 'apps/*'}]\n"
                         "  template:\n    metadata: {name: '{{.path.basename}}'}\n"
                         "    spec:\n      source: {path: '{{.path.path}}'}\n"
                         "      destination: {namespace: '{{index .path.segments 1}}'}\n")},
         {"apps/a/x.yaml", service("x", "n")}},
        "apps/a [apps/a/x.yaml] a ApplicationSet:a");
}

void TestDeliveries::makesEnvironments()
{
    QFETCH(Files, files);
    const QByteArray described = describe(findEnvironments(setOf(files)));
    QTEST(described, "expected");
}

void TestDeliveries::saysWhatIsNotListed_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QByteArray>("expected"); // place, code, arguments
    const auto row = [](const char* what, const std::string& text, const QByteArray& expected) {
        QTest::newRow(what) << text << QByteArray(expected);
    };
    row("another repository", application("x", "{path: p, repoURL: 'https://example.com/acme/other'}"),
        "a.yaml:7 delivery.otherRepository Application|argocd/x|https://example.com/acme/other");
    row("a directory outside of the repository", application("up", "{path: ../up}"),
        "a.yaml:7 delivery.outside Application|argocd/up");
    row("an OCI artifact",
        "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: x, namespace: f}\nspec:\n"
        "  path: ./p\n  sourceRef: {kind: OCIRepository, name: o}\n",
        "a.yaml:5 delivery.otherSource f/x|OCIRepository");
    row("Flux from a known other repository",
        flux("x", "  path: p\n")
            + "---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: flux-system, "
              "namespace: flux-system}\nspec: {url: 'ssh://git@example.com/acme/fleet'}\n",
        "a.yaml:7 delivery.otherRepository Kustomization|flux-system/x|ssh://git@example.com/acme/fleet");
    const std::string pattern = "  template: {metadata: {name: n}, spec: {source: {path: '{{x}}'}}}\n";
    row("clusters", applicationSet("  generators: [{clusters: {}}]\n" + pattern),
        "a.yaml:2 applicationset.generator set|clusters");
    row("a matrix", applicationSet("  generators: [{matrix: {generators: []}}]\n" + pattern),
        "a.yaml:2 applicationset.generator set|matrix");
    row("a selector beside a generator",
        applicationSet("  generators: [{list: {elements: [{x: a}]}, selector: {matchLabels: {a: b}}}]\n" + pattern),
        "a.yaml:2 applicationset.generator set|selector");
    row("a parameter that is not there", applicationSet("  generators: [{list: {elements: [{y: a}]}}]\n" + pattern),
        "a.yaml:2 applicationset.parameter set|x");
    row("a function of Go templates",
        applicationSet("  goTemplate: true\n  generators: [{list: {elements: [{x: a}]}}]\n"
                       "  template: {metadata: {name: n}, spec: {source: {path: '{{ .x | upper }}'}}}\n"),
        "a.yaml:2 applicationset.parameter set|.x | upper");
    row("files of another repository",
        applicationSet(
            "  generators: [{git: {repoURL: 'https://example.com/acme/other', directories: [{path: '*'}]}}]\n"
            + pattern),
        "a.yaml:2 applicationset.repository set|https://example.com/acme/other");
    row("files of this repository",
        applicationSet("  generators: [{git: {repoURL: 'https://example.com/acme/shop', files: [{path: '*'}]}}]\n"
                       + pattern),
        "a.yaml:2 applicationset.field set|git.files");
    row("a patch of the template",
        applicationSet("  generators: [{list: {elements: [{x: a}]}}]\n  templatePatch: 'spec: {}'\n" + pattern),
        "a.yaml:2 applicationset.field set|templatePatch");
}

void TestDeliveries::saysWhatIsNotListed()
{
    QFETCH(std::string, text);
    const auto remotes = [] { return std::vector<std::string>{"git@example.com:acme/shop.git"}; };
    const Deliveries found = findDeliveries(fileSet({{"a.yaml", text}}), remotes);
    QCOMPARE(found.directories.size(), std::size_t(0));
    QCOMPARE(found.problems.size(), std::size_t(1));
    const Error& problem = found.problems.front();
    QByteArrayList args;
    for (const auto& arg : problem.args)
        args << QByteArray::fromStdString(arg);
    const QByteArray said = QByteArray::fromStdString(problem.where.path) + ":" + QByteArray::number(problem.where.line)
        + " " + QByteArray::fromStdString(problem.code) + " " + args.join('|');
    QTEST(said, "expected");
}

void TestDeliveries::matchesRepositories_data()
{
    QTest::addColumn<std::string>("url");
    QTest::addColumn<std::string>("remote");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* url, const char* remote, RepositoryMatch match) {
        QTest::addRow("%s, %s", url, remote) << std::string(url) << std::string(remote) << static_cast<int>(match);
    };
    const char* https = "https://example.com/acme/shop.git";
    row(https, https, RepositoryMatch::Same);
    row("https://example.com/acme/shop", https, RepositoryMatch::Same);
    row("https://Example.com/Acme/Shop/", https, RepositoryMatch::Same);
    row("https://user:secret@example.com/acme/shop", https, RepositoryMatch::Same);
    row("git@example.com:acme/shop.git", https, RepositoryMatch::Same);
    row("ssh://git@example.com/acme/shop", https, RepositoryMatch::Same);
    row("ssh://git@example.com:2222/acme/shop.git", https, RepositoryMatch::Same);
    row("https://example.com/acme/shop", "git@example.com:me/shop.git", RepositoryMatch::Assumed);
    row("https://example.com/acme/shop-config", https, RepositoryMatch::Other);
    row("https://example.com/acme/workshop", https, RepositoryMatch::Other);
    row("{repo-placeholder}", https, RepositoryMatch::Assumed);
    row("", https, RepositoryMatch::Assumed);
}

void TestDeliveries::matchesRepositories()
{
    QFETCH(std::string, url);
    QFETCH(std::string, remote);
    const int match = static_cast<int>(matchRepository(url, {"https://example.com/unrelated/x", remote}));
    QTEST(match, "expected");
    QCOMPARE(matchRepository(url, {}), RepositoryMatch::Assumed);
}

void TestDeliveries::asksForRemotesOnlyWhereSomethingIsDelivered()
{
    int asked = 0;
    const auto remotes = [&] {
        ++asked;
        return std::vector<std::string>();
    };
    findEnvironments(fileSet({{"a.yaml", service("a", "n")}}), remotes);
    QCOMPARE(asked, 0);
    findEnvironments(fileSet({{"a.yaml", application("a", "{path: .}")}}), remotes);
    QCOMPARE(asked, 1);
    // in a list, too
    const std::string list = "apiVersion: v1\nkind: List\nitems:\n- apiVersion: argoproj.io/v1alpha1\n  kind: "
                             "Application\n  metadata: {name: a}\n  spec: {source: {path: x}}\n";
    QCOMPARE(findDeliveries(fileSet({{"a.yaml", list}})).directories.size(), std::size_t(1));
}

void TestDeliveries::keepsWhatTheToolsSay()
{
    const auto remotes = [] { return std::vector<std::string>{"https://example.com/acme/shop"}; };
    const FileSet files =
        fileSet({{"app.yaml",
                  application("shop",
                              "{path: shop, repoURL: 'https://example.com/acme/shop', "
                              "targetRevision: v1}",
                              "web")},
                 {"flux.yaml", flux("shop", "  path: ./shop\n  dependsOn: [{name: istio}, {name: c, namespace: d}]\n")},
                 {"shop/x.yaml", service("x", "n")}});
    const auto environments = findEnvironments(files, remotes);
    const Environment* shop = named(environments, "shop");
    QVERIFY(shop != nullptr);
    QCOMPARE(shop->deliveredBy.size(), std::size_t(2));
    const Delivery& argo = shop->deliveredBy[0];
    QCOMPARE(argo.match, RepositoryMatch::Same);
    QCOMPARE(argo.revision, "v1");
    QCOMPARE(argo.targetNamespace, "web");
    QCOMPARE(argo.where, (Location{"app.yaml", 7, 18}));
    const Delivery& flux = shop->deliveredBy[1];
    QCOMPARE(flux.match, RepositoryMatch::Assumed);
    QCOMPARE(joined(flux.dependsOn), QByteArray("flux-system/istio,d/c"));
    QCOMPARE(flux.where, (Location{"flux.yaml", 7, 9}));
}

void TestDeliveries::anAbsentDirectoryCannotBeChosen()
{
    const FileSet files = fileSet({{"app.yaml", application("gone", "{path: gone}")}, {"x.yaml", service("x", "n")}});
    const auto environments = findEnvironments(files);
    const auto chosen = chooseEnvironment(files, environments, "gone");
    QVERIFY(!chosen);
    QCOMPARE(chosen.error().code, "delivery.noFiles");
    QCOMPARE(chosen.error().where, (Location{"app.yaml", 7, 18}));
    QCOMPARE(joined(chosen.error().args), QByteArray("Application,argocd/gone,gone"));
    QCOMPARE(defaultEnvironment(environments), ".");
}

void TestDeliveries::targetNamespaceStandsInWhereNoneIsWritten()
{
    const FileSet files = fileSet({{"app.yaml", application("shop", "{path: shop}", "web")},
                                   {"shop/x.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: x}\n"},
                                   {"shop/y.yaml", service("y", "other")}});
    const auto chosen = chooseEnvironment(files, findEnvironments(files), "shop");
    QVERIFY(chosen);
    const MeshGraphPtr graph = buildGraph(files, *chosen);
    QCOMPARE(joined(graph->namespaces()), QByteArray("other,web"));
}

void TestDeliveries::globs_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("bySegments");
    QTest::addColumn<bool>("asAWhole");
    const auto row = [](const char* pattern, const char* path, bool bySegments, bool asAWhole) {
        QTest::addRow("%s, %s", pattern, path) << QByteArray(pattern) << QByteArray(path) << bySegments << asAWhole;
    };
    row("a/b", "a/b", true, true);
    row("a/*", "a/b", true, true);
    row("a/*", "a/b/c", false, true);
    row("*.yaml", "x.yaml", true, true);
    row("*.yaml", "xyaml", false, false);
    row("a/**", "a/b/c", true, true);
    row("**/c", "c", true, false);
    row("**/c", "a/b/c", true, true);
    row("a?c", "abc", true, true);
    row("a?c", "a/c", false, true);
    row("[ab]x", "bx", true, true);
    row("[!ab]x", "bx", false, false);
    row("[a-c]", "b", true, true);
    row("{a,b}/x", "b/x", false, true);
    row("{a,b}/x", "{a,b}/x", true, false);
    row("\\*", "*", true, true);
    row("\\*", "x", false, false);
    row("a.b", "axb", false, false);
    row("[", "[", true, true);
    row("", "", true, true);
    row("", "a", false, false);
}

void TestDeliveries::globs()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, path);
    QTEST(Glob(pattern.toStdString(), Glob::Style::Segments).matches(path.toStdString()), "bySegments");
    QTEST(Glob(pattern.toStdString(), Glob::Style::Whole).matches(path.toStdString()), "asAWhole");
}

void TestDeliveries::realRepositories()
{
    const QString directory = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/repos/istio/samples/ambient-argo");
    if (!QFileInfo::exists(directory))
        QSKIP("../shared is not there");
    const FileSet files = test::readDirectory(directory);
    const auto environments = findEnvironments(files);
    const QByteArray described = describe(environments);
    QVERIFY2(
        described.contains("istio [istio/cni.yaml,istio/control-plane-appset.yaml,istio/extras.yaml,istio/tags.yaml"
                           ",istio/ztunnel.yaml] argocd Application:meta-application"),
        described);
    QVERIFY2(described.contains("tag-chart !delivery.helm"), described);
    const Environment* application = named(environments, "application");
    QVERIFY(application != nullptr);
    QCOMPARE(application->deliveredBy.size(), std::size_t(2));
    QCOMPARE(application->deliveredBy[0].title(), "argocd/bookinfo-application");
    QCOMPARE(application->files.size(), std::size_t(11));
    // both charts of the canary upgrade, out of a list generator
    QByteArrayList charts;
    for (const ChartDelivery& chart : findDeliveries(files).charts)
        charts << QByteArray::fromStdString(chart.chart + " " + chart.version);
    QVERIFY(charts.contains("istiod 1.18.5"));
    QVERIFY(charts.contains("istiod 1.19.3"));
}

QTEST_GUILESS_MAIN(TestDeliveries)
#include "tst_deliveries.moc"
