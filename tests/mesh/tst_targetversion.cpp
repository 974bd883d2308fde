// SPDX-License-Identifier: Apache-2.0
// The target version and data-plane mode of an environment, and .meshdraft.yaml.
#include "models/mesh/targetversion.h"
#include "tests/mesh/meshtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::mesh;
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

Target targetOfNamed(const FileSet& files, const std::string& name)
{
    const auto environment = chooseEnvironment(files, findEnvironments(files), name);
    Q_ASSERT(environment);
    const MeshGraphPtr graph = buildGraph(files, *environment);
    return targetOf(graph.get(), files, *environment, readProjectFile(files));
}

const char* name(Knowledge knowledge)
{
    switch (knowledge) {
    case Knowledge::Found:
        return "found";
    case Knowledge::Stated:
        return "stated";
    case Knowledge::FoundElsewhere:
        return "elsewhere";
    case Knowledge::Assumed:
        return "assumed";
    }
    return "";
}

QByteArray placeOf(const Location& where)
{
    return QByteArray::fromStdString(where.path) + ":" + QByteArray::number(where.line);
}

/// "1.26,1.27 found image a.yaml:3 ...".
QByteArray describe(const TargetVersion& target)
{
    static constexpr const char* kinds[] = {"image", "operator", "chart", "rev", "label"};
    QByteArrayList versions;
    for (const IstioVersion& version : target.versions)
        versions << QByteArray::fromStdString(version.text());
    QByteArray text = versions.join(',') + " " + name(target.knowledge);
    for (const VersionFinding& finding : target.findings) {
        text += QByteArray(" ") + kinds[static_cast<int>(finding.kind)] + " "
            + QByteArray::fromStdString(finding.written) + " " + placeOf(finding.where);
    }
    if (target.stated)
        text += " stated " + QByteArray::fromStdString(target.stated->text()) + " " + placeOf(target.statedAt);
    if (target.isContradicted())
        text += " contradicted";
    return text;
}

QByteArray describe(const TargetDataPlane& target)
{
    static constexpr const char* kinds[] = {"mode", "injection", "rev", "pod", "infile", "ztunnel", "waypoint", "none"};
    QByteArray text =
        QByteArray::fromStdString(std::string(dataPlaneModeName(target.mode))) + " " + name(target.knowledge);
    for (const DataPlaneFinding& finding : target.findings)
        text += QByteArray(" ") + kinds[static_cast<int>(finding.kind)] + " " + placeOf(finding.where);
    if (target.stated)
        text += " stated " + placeOf(target.statedAt);
    return text;
}

std::string istiod(const std::string& image, const std::string& labels = "app: istiod")
{
    return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: istiod\n  labels: {" + labels
        + "}\nspec:\n  template:\n    spec:\n      containers:\n      - {name: discovery, image: " + image + "}\n";
}

std::string ns(const std::string& name, const std::string& labels = "")
{
    return "---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: " + name + "\n"
        + (labels.empty() ? "" : "  labels:\n    " + labels + "\n");
}

std::string pod(const std::string& name, const std::string& metadata, const std::string& image = "shop:1.2.3")
{
    return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name
        + ", namespace: shop}\nspec:\n  template:\n    metadata: " + metadata
        + "\n    spec: {containers: [{name: a, image: '" + image + "'}]}\n";
}

} // namespace

class TestTargetVersion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsVersions_data();
    void readsVersions();
    void findsVersions_data();
    void findsVersions();
    void findsTheDataPlane_data();
    void findsTheDataPlane();
    void statements_data();
    void statements();
    void aRootThatIsNotRendered();
    void badProjectFiles_data();
    void badProjectFiles();
    void goodPartsOfABadProjectFileCount();
    void largeMeshesKeepAHundredFindings();
    void realRepositories();
};

void TestTargetVersion::readsVersions_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("tag");
    QTest::addColumn<std::string>("revision");
    QTest::addColumn<std::string>("chart");
    const auto row = [](const char* text, const char* tag, const char* revision, const char* chart) {
        QTest::newRow(*text == '\0' ? "empty" : text)
            << std::string(text) << std::string(tag) << std::string(revision) << std::string(chart);
    };
    row("1.27", "1.27", "", "1.27");
    row("1.27.1", "1.27", "", "1.27");
    row("v1.27.1", "1.27", "", "1.27");
    row("1.27.1-distroless", "1.27", "", "1.27");
    row("1.27-alpha.2f3a", "1.27", "", "1.27");
    row("1.27-dev", "1.27", "", "1.27");
    row("~1.27.0", "", "", "1.27");
    row("~ 1.27", "", "", "1.27");
    row("1.27.x", "", "", "1.27");
    row("1.27.*", "", "", "1.27");
    row("=1.27.1", "", "", "1.27");
    row("^1.27.0", "", "", "");
    row(">=1.26.0 <1.28.0", "", "", "");
    row("*", "", "", "");
    row("1-27-1", "", "1.27", "");
    row("1-27", "", "1.27", "");
    row("v1-27-1", "", "1.27", "");
    row("canary-1-27", "", "1.27", "");
    row("1-27-1-canary", "", "1.27", "");
    row("asm-1-27-1", "", "1.27", "");
    row("asm-managed", "", "", "");
    row("asm-1157-23", "", "", "");
    row("prod-2024-01", "", "", "");
    row("2024.1", "", "", "");
    row("default", "", "", "");
    row("stable", "", "", "");
    row("canary", "", "", "");
    row("latest", "", "", "");
    row("1", "", "", "");
    row("sha256", "", "", "");
    row("99999999999.1", "", "", "");
    row("{{ .Values.tag }}", "", "", "");
    row("", "", "", "");
}

void TestTargetVersion::readsVersions()
{
    QFETCH(std::string, text);
    const auto shown = [](std::optional<IstioVersion> version) { return version ? version->text() : std::string(); };
    QTEST(shown(versionOfTag(text)), "tag");
    QTEST(shown(versionOfRevision(text)), "revision");
    QTEST(shown(versionOfChart(text)), "chart");
}

void TestTargetVersion::findsVersions_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<std::string>("environment");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* what, Files files, const QByteArray& expected, const char* environment = ".") {
        QTest::newRow(what) << std::move(files) << std::string(environment) << expected;
    };
    const QByteArray newest = QByteArray::fromStdString(newestIstioVersion.text()) + " assumed";
    row("nothing", {{"a.yaml", service("a", "n")}}, newest);
    row("image of istiod", {{"a.yaml", istiod("docker.io/istio/pilot:1.27.1")}}, "1.27 found image 1.27.1 a.yaml:11");
    row("image with a digest", {{"a.yaml", istiod("'r.io:5000/istio/pilot:1.27.1@sha256:12'")}},
        "1.27 found image 1.27.1 a.yaml:11");
    row("image with a digest only", {{"a.yaml", istiod("'istio/pilot@sha256:12'")}}, newest);
    row("image that is a placeholder", {{"a.yaml", istiod("'istio/pilot:${TAG}'")}}, newest);
    row("an application called pilot", {{"a.yaml", pod("shop", "{}", "shop/pilot:1.2")}}, newest);
    row("label of istiod", {{"a.yaml", istiod("pilot", "app: istiod, app.kubernetes.io/version: 1.26.4")}},
        "1.26 found label 1.26.4 a.yaml:2");
    row("label of an application",
        {{"a.yaml", istiod("x", "app: x, app.kubernetes.io/version: 1.26.4").replace(49, 6, "shop")}}, newest);
    row("ztunnel and CNI plugin",
        {{"a.yaml",
          "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: ztunnel}\n"
          "spec: {template: {spec: {containers: [{image: 'istio/ztunnel:1.28.0'}]}}}\n---\n"
          "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: istio-cni-node}\n"
          "spec: {template: {spec: {containers: [{image: 'istio/install-cni:1.28.0'}]}}}\n"}},
        "1.28 found image 1.28.0 a.yaml:4 image 1.28.0 a.yaml:9");
    row("a proxy that was injected into a file",
        {{"a.yaml", pod("shop", "{annotations: {sidecar.istio.io/status: '{}'}}", "docker.io/istio/proxyv2:1.25.0")}},
        "1.25 found image 1.25.0 a.yaml:8");
    row("IstioOperator",
        {{"a.yaml",
          "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: i}\n"
          "spec:\n  tag: 1.27.1\n  revision: 1-27-1\n"}},
        "1.27 found operator 1.27.1 a.yaml:5 operator 1-27-1 a.yaml:6");
    row("HelmRelease",
        {{"a.yaml",
          "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: istiod}\nspec:\n  chart:\n"
          "    spec:\n      chart: istiod\n      version: 1.27.x\n"}},
        "1.27 found chart 1.27.x a.yaml:8");
    row("HelmRelease of something else",
        {{"a.yaml",
          "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: base}\nspec:\n  chart:\n"
          "    spec: {chart: base, version: 1.2.3, sourceRef: {name: bitnami}}\n"}},
        newest);
    row("chart by Argo CD",
        {{"a.yaml",
          "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: istiod}\nspec:\n  source:\n"
          "    chart: istiod\n    repoURL: https://istio-release.storage.googleapis.com/charts\n"
          "    targetRevision: 1.27.1\n"}},
        "1.27 found chart 1.27.1 a.yaml:6");
    row("dependencies of a chart",
        {{"mesh/Chart.yaml",
          "apiVersion: v2\nname: mesh\ndependencies:\n- name: base\n  version: 1.27.1\n"
          "  repository: https://istio-release.storage.googleapis.com/charts\n- name: redis\n  version: 18.0.0\n"},
         {"a.yaml", service("a", "n")}},
        "1.27 found chart 1.27.1 mesh/Chart.yaml:5");
    row("revision of a namespace", {{"a.yaml", ns("shop", "istio.io/rev: 1-27-1")}}, "1.27 found rev 1-27-1 a.yaml:7");
    row("revision with a name of its own", {{"a.yaml", ns("shop", "istio.io/rev: stable")}}, newest);
    row("revision of pods", {{"a.yaml", pod("shop", "{labels: {istio.io/rev: 1-27-1}}")}},
        "1.27 found rev 1-27-1 a.yaml:2");
    row("a canary upgrade", {{"new.yaml", istiod("istio/pilot:1.27.1")}, {"old.yaml", istiod("istio/pilot:1.26.4")}},
        "1.26,1.27 found image 1.27.1 new.yaml:11 image 1.26.4 old.yaml:11 contradicted");
    row("versions are no decimals", {{"a.yaml", istiod("istio/pilot:1.9.1") + istiod("istio/pilot:1.10.0")}},
        "1.9,1.10 found image 1.9.1 a.yaml:11 image 1.10.0 a.yaml:22 contradicted");
    row("of another directory", {{"istio/a.yaml", istiod("istio/pilot:1.27.1")}, {"shop/b.yaml", service("b", "shop")}},
        "1.27 elsewhere image 1.27.1 istio/a.yaml:11", "shop");
    row("the nearest of several",
        {{"prod/istio/a.yaml", istiod("istio/pilot:1.26.1")},
         {"dev/istio/a.yaml", istiod("istio/pilot:1.27.1")},
         {"dev/shop/b.yaml", service("b", "shop")}},
        "1.27 elsewhere image 1.27.1 dev/istio/a.yaml:11", "dev/shop");
    row("as near as each other",
        {{"prod/a.yaml", istiod("istio/pilot:1.26.1")},
         {"dev/a.yaml", istiod("istio/pilot:1.27.1")},
         {"shop/b.yaml", service("b", "shop")}},
        "1.26,1.27 elsewhere image 1.27.1 dev/a.yaml:11 image 1.26.1 prod/a.yaml:11 contradicted", "shop");
}

void TestTargetVersion::findsVersions()
{
    QFETCH(Files, files);
    QFETCH(std::string, environment);
    QTEST(describe(targetOfNamed(setOf(files), environment).version), "expected");
}

void TestTargetVersion::findsTheDataPlane_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<std::string>("environment");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* what, Files files, const QByteArray& expected, const char* environment = ".") {
        QTest::newRow(what) << std::move(files) << std::string(environment) << expected;
    };
    row("nothing is known", {{"a.yaml", service("a", "n")}}, "sidecar assumed");
    row("injection", {{"a.yaml", ns("shop", "istio-injection: enabled")}}, "sidecar found injection a.yaml:7");
    row("revision", {{"a.yaml", ns("shop", "istio.io/rev: stable")}}, "sidecar found rev a.yaml:7");
    row("ambient", {{"a.yaml", ns("shop", "istio.io/dataplane-mode: ambient")}}, "ambient found mode a.yaml:7");
    row("ambient with a revision for waypoints",
        {{"a.yaml", ns("shop", "istio.io/dataplane-mode: ambient\n    istio.io/rev: stable")}},
        "ambient found mode a.yaml:7");
    row("both in two namespaces",
        {{"a.yaml", ns("a", "istio-injection: enabled") + ns("b", "istio.io/dataplane-mode: ambient")}},
        "mixed found injection a.yaml:7 mode a.yaml:14");
    row("switched off", {{"a.yaml", ns("shop", "istio-injection: disabled")}}, "none found injection a.yaml:7");
    row("ambient mode switched off", {{"a.yaml", ns("shop", "istio.io/dataplane-mode: none")}},
        "none found mode a.yaml:7");
    row("nothing asked for", {{"a.yaml", ns("shop")}}, "none found none a.yaml:2");
    row("one of two asks", {{"a.yaml", ns("a") + ns("b", "istio-injection: enabled")}},
        "sidecar found none a.yaml:2 injection a.yaml:12");
    row("pods ask for a sidecar", {{"a.yaml", pod("a", "{labels: {sidecar.istio.io/inject: 'true'}}")}},
        "sidecar found pod a.yaml:2");
    row("a gateway is no sidecar",
        {{"a.yaml",
          pod("a", "{labels: {sidecar.istio.io/inject: 'true'}, annotations: {inject.istio.io/templates: gateway}}")}},
        "sidecar assumed");
    row("pods ask for ambient mode", {{"a.yaml", pod("a", "{labels: {istio.io/dataplane-mode: ambient}}")}},
        "ambient found pod a.yaml:2");
    row("injected by hand", {{"a.yaml", pod("a", "{annotations: {sidecar.istio.io/status: '{}'}}")}},
        "sidecar found infile a.yaml:2");
    row("ztunnel", {{"a.yaml", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: ztunnel}\n"}},
        "ambient found ztunnel a.yaml:1");
    row("profile",
        {{"a.yaml",
          "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: i}\nspec: {profile: "
          "ambient}\n"}},
        "ambient found ztunnel a.yaml:4");
    row("a waypoint",
        {{"a.yaml",
          "apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: w}\n"
          "spec: {gatewayClassName: istio-waypoint}\n"}},
        "ambient found waypoint a.yaml:1");
    row("namespaces of another directory",
        {{"namespaces/n.yaml",
          ns("shop", "istio.io/dataplane-mode: ambient") + ns("other", "istio-injection: enabled")},
         {"shop/b.yaml", service("b", "shop")}},
        "ambient elsewhere mode namespaces/n.yaml:7", "shop");
    row("a namespace of another directory that asks for nothing",
        {{"namespaces/n.yaml", ns("shop")}, {"shop/b.yaml", service("b", "shop")}}, "sidecar assumed", "shop");
    row("ztunnel in another directory",
        {{"istio/z.yaml", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: ztunnel}\n"},
         {"shop/b.yaml", service("b", "shop")}},
        "sidecar assumed", "shop");
}

void TestTargetVersion::findsTheDataPlane()
{
    QFETCH(Files, files);
    QFETCH(std::string, environment);
    QTEST(describe(targetOfNamed(setOf(files), environment).dataPlane), "expected");
}

void TestTargetVersion::statements_data()
{
    QTest::addColumn<std::string>("project");
    QTest::addColumn<std::string>("environment");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("dataPlane");
    const auto row = [](const char* what, const char* project, const char* environment, const QByteArray& version,
                        const QByteArray& dataPlane) {
        QTest::newRow(what) << std::string(project) << std::string(environment) << version << dataPlane;
    };
    const QByteArray elsewhere = "1.26 elsewhere image 1.26.1 istio/a.yaml:11";
    const char* both = "environments:\n- name: shop\n  istioVersion: '1.28'\n  dataPlane: ambient\n";
    row("both", both, "shop", "1.28 stated stated 1.28 .meshdraft.yaml:3", "ambient stated stated .meshdraft.yaml:4");
    row("what is found in the environment goes first", "environments: [{name: istio, istioVersion: 1.28.1}]\n", "istio",
        "1.26 found image 1.26.1 istio/a.yaml:11 stated 1.28 .meshdraft.yaml:1 contradicted", "sidecar assumed");
    row("another environment", both, "web", elsewhere, "sidecar assumed");
    row("a pattern", "environments:\n- {name: 's*', dataPlane: mixed}\n", "shop", elsewhere,
        "mixed stated stated .meshdraft.yaml:2");
    row("a pattern for all", "environments:\n- {name: '**', dataPlane: sidecar}\n", "shop", elsewhere,
        "sidecar stated stated .meshdraft.yaml:2");
    row("a directory", "environments:\n- {name: ./shop/, dataPlane: ambient}\n", "shop", elsewhere,
        "ambient stated stated .meshdraft.yaml:2");
    row("the first statement of each",
        "environments:\n- {name: 's*', dataPlane: ambient}\n- {name: shop, istioVersion: 1.29, dataPlane: mixed}\n",
        "shop", "1.29 stated stated 1.29 .meshdraft.yaml:3", "ambient stated stated .meshdraft.yaml:2");
    row("an empty file", "", "shop", elsewhere, "sidecar assumed");
    row("other settings", "risk: {}\n", "shop", elsewhere, "sidecar assumed");
}

void TestTargetVersion::statements()
{
    QFETCH(std::string, project);
    QFETCH(std::string, environment);
    const FileSet files = fileSet({{".meshdraft.yaml", project},
                                   {"istio/a.yaml", istiod("istio/pilot:1.26.1")},
                                   {"shop/b.yaml", service("b", "shop")},
                                   {"web/b.yaml", service("b", "web")}});
    QCOMPARE(readProjectFile(files).errors.size(), std::size_t(0));
    const Target target = targetOfNamed(files, environment);
    QTEST(describe(target.version), "version");
    QTEST(describe(target.dataPlane), "dataPlane");
}

void TestTargetVersion::aRootThatIsNotRendered()
{
    const FileSet files = fileSet({{".meshdraft.yaml", "environments: [{name: prod, dataPlane: ambient}]\n"},
                                   {"prod/kustomization.yaml", "resources: [a.yaml]\nnamePrefix: x\n"},
                                   {"prod/a.yaml", istiod("istio/pilot:1.27.1")}});
    const auto environment = chooseEnvironment(files, findEnvironments(files), "prod");
    QVERIFY(environment);
    const Target target = targetOf(nullptr, files, *environment, readProjectFile(files));
    QCOMPARE(describe(target.version), QByteArray("1.27 elsewhere image 1.27.1 prod/a.yaml:11"));
    QCOMPARE(describe(target.dataPlane), QByteArray("ambient stated stated .meshdraft.yaml:1"));
}

void TestTargetVersion::badProjectFiles_data()
{
    QTest::addColumn<std::string>("project");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* what, const char* project, const QByteArray& expected) {
        QTest::newRow(what) << std::string(project) << expected;
    };
    row("no YAML", "environments: [\n", ".meshdraft.yaml:2:1 source.syntax");
    row("a list", "- a\n", ".meshdraft.yaml:1:1 project.type .|mapping");
    row("two documents", "a: b\n---\nc: d\n", ".meshdraft.yaml:3:1 project.type .|document");
    row("environments is a mapping", "environments: {name: a}\n",
        ".meshdraft.yaml:1:15 project.type environments|list");
    row("an item is text", "environments: [a]\n", ".meshdraft.yaml:1:16 project.type environments[]|mapping");
    row("an unknown field", "environments:\n- {name: a, version: 1.2}\n",
        ".meshdraft.yaml:2:13 project.unknownField version|name, istioVersion, dataPlane");
    row("no name", "environments:\n- dataPlane: ambient\n", ".meshdraft.yaml:2:3 project.missing name");
    row("no statement", "environments:\n- name: a\n", ".meshdraft.yaml:2:3 project.empty a");
    row("a name that is a list", "environments:\n- {name: [a], dataPlane: ambient}\n",
        ".meshdraft.yaml:2:10 project.type name|text");
    row("an empty name", "environments:\n- {name: '', dataPlane: ambient}\n", ".meshdraft.yaml:2:10 project.pattern ");
    row("not a version", "environments:\n- {name: a, istioVersion: latest}\n",
        ".meshdraft.yaml:2:27 project.version latest");
    row("no version", "environments:\n- name: a\n  istioVersion:\n",
        ".meshdraft.yaml:3:16 project.type istioVersion|text");
    row("not a mode", "environments:\n- {name: a, dataPlane: Sidecar}\n",
        ".meshdraft.yaml:2:24 project.dataPlane Sidecar");
    row("none is no statement", "environments:\n- {name: a, dataPlane: none}\n",
        ".meshdraft.yaml:2:24 project.dataPlane none");
    row("a template", "environments: {{ .Values.x }}\n", ".meshdraft.yaml:0:0 project.template");
    row("a key that stands twice", "environments: []\nenvironments: []\n",
        ".meshdraft.yaml:2:1 source.duplicateKey environments");
}

void TestTargetVersion::badProjectFiles()
{
    QFETCH(std::string, project);
    const ProjectFile read = readProjectFile(fileSet({{".meshdraft.yaml", project}}));
    QCOMPARE(read.errors.size(), std::size_t(1));
    QCOMPARE(read.environments.size(), std::size_t(0));
    const Error& error = read.errors.front();
    QByteArray text = placeOf(error.where) + ":" + QByteArray::number(error.where.column) + " "
        + QByteArray::fromStdString(error.code);
    if (error.code != "source.syntax") {
        QByteArrayList args;
        for (const auto& arg : error.args)
            args << QByteArray::fromStdString(arg);
        if (!args.isEmpty())
            text += " " + args.join('|');
    }
    QTEST(text, "expected");
}

void TestTargetVersion::goodPartsOfABadProjectFileCount()
{
    const FileSet files =
        fileSet({{".meshdraft.yaml", "environments:\n- {name: a, dataPlane: x}\n- {name: '.', dataPlane: mixed}\n"},
                 {"a.yaml", service("a", "n")}});
    QCOMPARE(readProjectFile(files).errors.size(), std::size_t(1));
    QCOMPARE(targetOfNamed(files, ".").dataPlane.mode, DataPlaneMode::Mixed);
}

void TestTargetVersion::largeMeshesKeepAHundredFindings()
{
    std::string text = ns("last", "istio.io/dataplane-mode: ambient");
    for (int i = 0; i < 150; ++i)
        text += ns("n" + std::to_string(i), "istio-injection: enabled");
    const TargetDataPlane target = targetOfNamed(fileSet({{"a.yaml", text}}), ".").dataPlane;
    QCOMPARE(target.findings.size(), std::size_t(101));
    QCOMPARE(target.mode, DataPlaneMode::Mixed);
}

void TestTargetVersion::realRepositories()
{
    const QString shared = QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared/repos");
    if (!QFileInfo::exists(shared))
        QSKIP("../shared is not there");
    const FileSet ambient = test::readDirectory(shared + QStringLiteral("/istio/samples/ambient-argo"));
    const Target delivered = targetOfNamed(ambient, "istio");
    QCOMPARE(delivered.version.versions, (std::vector<IstioVersion>{{1, 18}, {1, 19}}));
    QCOMPARE(delivered.version.knowledge, Knowledge::Found);
    const Target application = targetOfNamed(ambient, "application");
    QCOMPARE(application.version.versions, (std::vector<IstioVersion>{{1, 18}, {1, 19}}));
    QCOMPARE(application.version.knowledge, Knowledge::FoundElsewhere);
    QCOMPARE(application.dataPlane.mode, DataPlaneMode::Ambient);

    const FileSet kubeflow = test::readDirectory(shared + QStringLiteral("/kubeflow-manifests"));
    const Target istio = targetOfNamed(kubeflow, "common/istio/istio-install/base/install.yaml");
    QCOMPARE(istio.version.versions, (std::vector<IstioVersion>{{1, 29}}));
    QCOMPARE(istio.version.knowledge, Knowledge::Found);
}

QTEST_GUILESS_MAIN(TestTargetVersion)
#include "tst_targetversion.moc"
