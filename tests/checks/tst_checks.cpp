// SPDX-License-Identifier: Apache-2.0
#include "models/checks/results.h"

#include "tests/mesh/meshtexts.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::checks;
using test::fileSet;
using test::service;
using test::virtualService;

namespace {

/// The checks of this test; Istio's others have tests of their own.
const std::vector<Check>& checksHere()
{
    static const std::vector<Check> checks = [] {
        std::vector<Check> all = allChecks();
        std::erase_if(all, [](const Check& check) {
            const std::string& id = check.info.id;
            return !id.starts_with("dangling-") && id != "duplicate-identity" && id != "skipped-file"
                && id != "yaml-syntax";
        });
        return all;
    }();
    return checks;
}

Findings findingsOf(const mesh::FileSet& files)
{
    mesh::Environment environment;
    environment.name = ".";
    environment.defaultNamespace = "default";
    std::vector<std::string> paths;
    for (const mesh::SourceFile& file : files.files)
        paths.push_back(file.path);
    for (const Error& error : files.errors)
        paths.push_back(error.where.path);
    std::ranges::sort(paths);
    environment.files = std::move(paths);
    const mesh::MeshGraphPtr graph = mesh::buildGraph(files, environment);
    return CheckResults({*graph, files, environment.files}, checksHere()).findings();
}

/// "path:line:column code severity message(args) field 'underlined text'"
QByteArray describe(const mesh::FileSet& files, const Finding& finding)
{
    std::string text = finding.where.path + ":" + std::to_string(finding.where.line) + ":"
        + std::to_string(finding.where.column) + " " + finding.code + " " + std::string(severityName(finding.severity))
        + " " + finding.message + "(";
    for (const std::string& arg : finding.args)
        text += (text.ends_with('(') ? "" : ", ") + arg;
    text += ")";
    if (!finding.element.field.isEmpty())
        text += " " + finding.element.field.text();
    const mesh::SourceFile* file = files.find(finding.where.path);
    if (finding.range.size() > 0 && file != nullptr)
        text += " '" + file->text->text->substr(finding.range.begin, finding.range.size()) + "'";
    return QByteArray::fromStdString(text);
}

QByteArrayList describe(const mesh::FileSet& files)
{
    QByteArrayList all;
    for (const Finding& finding : findingsOf(files))
        all << describe(files, finding);
    return all;
}

std::string routeTo(const std::string& destinations)
{
    return "  http:\n  - route: [" + destinations + "]\n";
}

} // namespace

class TestChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void saysNothingAboutAGoodMesh();
    void repeatedIdentitiesNameBothPlaces();
    void unknownTargetsAreSaidOnce();
    void filesThatAreNotRead();
    void sortsByPlace();
    void registryIsSortedAndComplete();
    void everyFindingIsDeclared();
};

void TestChecks::findsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char* what, const std::string& text, const QByteArrayList& expected) {
        QTest::newRow(what) << QByteArray::fromStdString(text) << expected;
    };
    const std::string there = service("a", "shop");
    row("host", there + virtualService("v", "shop", routeTo("{destination: {host: nothing}}")),
        {"a.yaml:12:34 IST0101 error dangling.host(nothing.shop.svc.cluster.local, shop) "
         "spec.http[0].route[0].destination.host 'nothing'"});
    row("each place of a missing host",
        there + virtualService("v", "shop", "  http:\n  - route: [{destination: {host: x}}]\n    mirror: {host: x}\n"),
        {"a.yaml:12:34 IST0101 error dangling.host(x.shop.svc.cluster.local, shop) "
         "spec.http[0].route[0].destination.host 'x'",
         "a.yaml:13:20 IST0101 error dangling.host(x.shop.svc.cluster.local, shop) spec.http[0].mirror.host 'x'"});
    row("no host", there + virtualService("v", "shop", routeTo("{weight: 1}")),
        {"a.yaml:12:13 IST0101 error dangling.host.none() spec.http[0].route[0] '{weight: 1}'"});
    row("a name that Istio does not complete",
        there + virtualService("v", "shop", routeTo("{destination: {host: \"a.shop\"}}")),
        {"a.yaml:12:34 IST0101 error dangling.host.short(a.shop, shop, a.shop.svc.cluster.local) "
         "spec.http[0].route[0].destination.host '\"a.shop\"'"});
    row("gateway", there + virtualService("v", "shop", "  gateways: [mesh, gw, edge/gw]\n"),
        {"a.yaml:11:20 IST0101 error dangling.gateway(shop/gw) spec.gateways[1] 'gw'",
         "a.yaml:11:24 IST0101 unknown dangling.gateway.unknown(edge/gw, 1) spec.gateways[2] 'edge/gw'"});
    row("port",
        there
            + virtualService(
                "v", "shop",
                routeTo("{destination: {host: a, port: {number: 81}}}, {destination: {host: a, port: {number: 80}}}")),
        {"a.yaml:12:52 IST0101 error dangling.port(81, a.shop.svc.cluster.local) "
         "spec.http[0].route[0].destination.port.number '81'"});
    row("subset", there + virtualService("v", "shop", routeTo("{destination: {host: a, subset: v9}}")),
        {"a.yaml:12:45 IST0101 error dangling.subset(v9, a.shop.svc.cluster.local) "
         "spec.http[0].route[0].destination.subset 'v9'"});
    row("delegate",
        virtualService("v", "shop", "  http:\n  - delegate: {name: d}\n  - delegate: {name: d, namespace: x}\n"),
        {"a.yaml:7:22 IST0101 error dangling.delegate(shop/d) spec.http[0].delegate.name 'd'",
         "a.yaml:8:22 IST0101 unknown dangling.delegate.unknown(x/d, 1) spec.http[1].delegate.name 'd'"});
    row("host of a rule",
        there
            + "---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: d, namespace: shop}\n"
              "spec: {host: b}\n---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: e, "
              "namespace: far}\nspec: {host: b}\n",
        {"a.yaml:10:14 IST0174 warning dangling.rule.host(b.shop.svc.cluster.local, shop) spec.host 'b'"});
    row("parent",
        there
            + "---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r, namespace: "
              "shop}\nspec: {parentRefs: [{kind: Service, name: x}, {name: g}]}\n",
        {"a.yaml:10:43 IST0101 error dangling.parent(Service/shop/x) spec.parentRefs[0].name 'x'",
         "a.yaml:10:54 IST0101 error dangling.gateway(shop/g) spec.parentRefs[1].name 'g'"});
    row("placeholders are no bad hosts",
        there + virtualService("v", "shop", routeTo("{destination: {host: '${HOST}'}}")),
        {"a.yaml:12:34 IST0101 unknown dangling.host.unknown(${HOST}.shop.svc.cluster.local, shop, 1) "
         "spec.http[0].route[0].destination.host ''${HOST}''"});
    row("repeated key", "kind: A\nmetadata:\n  name: a\n  name: \xC3\xBC\n",
        {"a.yaml:4:3 MD001 error source.duplicateKey(name) 'name'"});
    const std::string config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio-1-27, namespace: m}\ndata:\n";
    row("repeated key in a string", config + "  mesh: |-\n    rootNamespace: m\n\n    rootNamespace: n\n",
        {"a.yaml:8:5 MD001 error source.duplicateKey(rootNamespace) data.mesh 'rootNamespace'"});
    row("no YAML in a string", config + "  mesh: |\n    a: 1\n    b: ] # c\n  meshNetworks: \"a: 1\\na: 2\"\n",
        {"a.yaml:7:8 MD001 error source.syntax(illegal flow end) data.mesh '] # c'",
         "a.yaml:8:24 MD001 error source.duplicateKey(a) data.meshNetworks 'a'"});
    row("string that ends early", config + "  mesh: |\n    a: [1,\n  other: x\n",
        {"a.yaml:6:11 MD001 error source.syntax(end of sequence flow not found) data.mesh"});
    row("template in a string", config + "  mesh: |\n    a: {{ .Values.a }}\n    a: 1\n", {});
    row("strings elsewhere", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {mesh: 'a: ]'}\n", {});
    row("annotation",
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec:\n  template:\n    metadata:\n"
        "      annotations:\n        proxy.istio.io/config: '{\"a\": 1,\n          \"a\": 2}'\n",
        {"a.yaml:9:11 MD001 error source.duplicateKey(a) "
         "spec.template.metadata.annotations[\"proxy.istio.io/config\"] '\"a\"'"});
}

void TestChecks::findsWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    QCOMPARE(describe(fileSet({{"a.yaml", text.toStdString()}})), expected);
}

void TestChecks::saysNothingAboutAGoodMesh()
{
    const std::string text = service("a", "shop")
        + "---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: d, namespace: shop}\nspec: "
          "{host: a, subsets: [{name: v1}]}\n---\napiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: "
          "gw, "
          "namespace: shop}\n---\napiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: e, "
          "namespace: "
          "shop}\nspec: {hosts: ['*.example.com']}\n"
        + virtualService("d", "shop", "  http: []\n")
        + virtualService("v", "shop",
                         "  gateways: [gw, mesh]\n  http:\n  - route:\n    - destination: {host: a, subset: v1}\n    - "
                         "destination: {host: api.example.com}\n  - delegate: {name: d}\n");
    QCOMPARE(describe(fileSet({{"a.yaml", text}})), QByteArrayList());
}

void TestChecks::repeatedIdentitiesNameBothPlaces()
{
    const auto files = fileSet({{"a.yaml", service("x", "n") + service("y", "n")},
                                {"b.yaml", "# comment\n" + service("x", "n") + service("x", "m")},
                                {"c.yaml",
                                 "kind: Namespace\napiVersion: v1\nmetadata: {name: n}\n---\nkind: Namespace\n"
                                 "apiVersion: v1\nmetadata: {name: n}\n---\nkind: Service\napiVersion: v1\n"
                                 "metadata: {name: x, namespace: n}\n"}});
    QCOMPARE(
        describe(files),
        (QByteArrayList{"b.yaml:5:18 MD003 warning duplicate.identity(Service, n/x, a.yaml:2) metadata.name 'x'",
                        "c.yaml:7:18 MD003 warning duplicate.identity(Namespace, n, c.yaml:1) metadata.name 'n'",
                        "c.yaml:11:18 MD003 warning duplicate.identity(Service, n/x, a.yaml:2) metadata.name 'x'"}));
}

void TestChecks::unknownTargetsAreSaidOnce()
{
    std::string text = service("a", "shop");
    for (int i = 0; i < 5; ++i)
        text += virtualService("v" + std::to_string(i), "shop",
                               routeTo("{destination: {host: api.example.com, subset: s}}"));
    QCOMPARE(describe(fileSet({{"a.yaml", text}})),
             (QByteArrayList{"a.yaml:12:34 IST0101 unknown dangling.host.unknown(api.example.com, shop, 5) "
                             "spec.http[0].route[0].destination.host 'api.example.com'",
                             "a.yaml:12:59 IST0101 unknown dangling.subset.unknown(s, api.example.com, 5) "
                             "spec.http[0].route[0].destination.subset 's'"}));
}

void TestChecks::filesThatAreNotRead()
{
    auto files =
        fileSet({{"bytes.yaml", "a: \xFF\n"},
                 {"broken.yaml", "kind: A\nmetadata: {name: a}\n---\na: [1\n---\nkind: B\nmetadata: {name: b}\n"},
                 {"chart.yaml", "kind: {{ .Values.kind }}\n{{- if .Values.x }}\na: b\n{{- end }}\n"},
                 {"good.yaml", "kind: A\nmetadata: {name: c}\n"}});
    files.errors.push_back({"git.missingBlob", {"abc"}, {"gone.yaml", 0, 0}});
    QMap<QByteArray, QByteArray> found;
    for (const Finding& finding : findingsOf(files)) {
        QVERIFY(finding.element.isNull());
        QByteArray& text = found[QByteArray::fromStdString(finding.where.path)];
        QVERIFY(text.isEmpty());
        text = QByteArray::fromStdString(finding.code + " " + std::string(severityName(finding.severity)) + " "
                                         + finding.message);
    }
    QCOMPARE(found.size(), 4);
    QCOMPARE(found["broken.yaml"], "MD001 error source.syntax");
    QCOMPARE(found["bytes.yaml"], "MD002 info source.utf8");
    QCOMPARE(found["chart.yaml"], "MD002 info file.template");
    QCOMPARE(found["gone.yaml"], "MD002 info git.missingBlob");
}

void TestChecks::sortsByPlace()
{
    const std::string bad = virtualService("v", "n", routeTo("{destination: {host: x}}, {destination: {host: y}}"))
        + virtualService("v", "n", "  gateways: [g]\n" + routeTo("{destination: {host: z}}"));
    const auto files = fileSet({{"b.yaml", service("s", "n") + bad}, {"a.yaml", bad}});
    const auto findings = findingsOf(files);
    QVERIFY(findings.size() > 8);
    for (std::size_t i = 1; i < findings.size(); ++i) {
        const auto place = [&](std::size_t at) { return std::tie(findings[at].where.path, findings[at].where.line); };
        QVERIFY(place(i - 1) <= place(i));
    }
    QCOMPARE(findingsOf(files), findings);
}

void TestChecks::registryIsSortedAndComplete()
{
    const auto& checks = allChecks();
    QCOMPARE(checksHere().size(), std::size_t(9));
    QVERIFY(checks.size() >= 45);
    for (std::size_t i = 0; i < checks.size(); ++i) {
        QVERIFY(checks[i].onResource != nullptr || checks[i].onFile != nullptr);
        QVERIFY(!checks[i].info.codes.empty());
        QVERIFY(std::ranges::is_sorted(checks[i].info.kinds));
        QVERIFY(i == 0 || checks[i - 1].info.id < checks[i].info.id);
    }
}

void TestChecks::everyFindingIsDeclared()
{
    auto files = fileSet(
        {{"a.yaml",
          service("a", "n") + service("a", "n") + "---\nk: 1\nk: 2\n---\n"
              + virtualService("v", "n",
                               "  gateways: [g]\n  http:\n  - delegate: {name: d}\n    route: "
                               "[{destination: {host: x, subset: s}}, {destination: {host: a, port: {number: 1}}}]\n")
              + "---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: "
                "{name: d, namespace: n}\nspec: {host: b}\n"},
         {"b.yaml", "\xFF"}});
    std::vector<std::string> paths{"a.yaml", "b.yaml"};
    mesh::Environment environment;
    environment.files = paths;
    environment.defaultNamespace = "default";
    const mesh::MeshGraphPtr graph = mesh::buildGraph(files, environment);
    for (const Check& check : checksHere()) {
        const CheckResults results({*graph, files, environment.files}, {&check, 1});
        const Findings& findings = results.findings();
        QVERIFY2(!findings.empty(), check.info.id.c_str());
        for (const Finding& finding : findings) {
            QVERIFY2(std::ranges::contains(check.info.codes, finding.code), check.info.id.c_str());
            const auto& kinds = check.info.kinds;
            QVERIFY2(finding.element.isNull() || std::ranges::contains(kinds, finding.element.key.kind)
                         || kinds == std::vector<std::string>{"*"},
                     check.info.id.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
