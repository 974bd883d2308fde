// SPDX-License-Identifier: Apache-2.0
// What the editor knows of a mesh: completion, help for fields, definitions, references, marks.
#include "models/workspace/editor/completion.h"
#include "models/workspace/editor/editorfile.h"
#include "models/workspace/editor/fieldhelp.h"
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include <QSignalSpy>
#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

const std::string routes = "shop/routes.yaml";

const QByteArray routesFile = "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: catalog\n"
                              "  namespace: shop\nspec:\n  hosts: [catalog]\n  gateways: [mesh, edge/shop-gw]\n"
                              "  http:\n  - name: default\n    route:\n    - destination:\n        host: catalog\n"
                              "        subset: v1\n";

const QByteArray meshFile =
    "apiVersion: v1\nkind: Service\nmetadata: {name: catalog, namespace: shop}\n"
    "spec: {selector: {app: catalog}, ports: [{name: http, port: 9080}, {name: grpc, port: 9090}]}\n---\n"
    "apiVersion: v1\nkind: Service\nmetadata: {name: catalog, namespace: orders}\nspec: {ports: [{port: 80}]}\n---\n"
    "apiVersion: v1\nkind: Service\nmetadata:\n  name: hidden\n  namespace: orders\n"
    "  annotations: {networking.istio.io/exportTo: .}\nspec: {ports: [{port: 80}]}\n---\n"
    "apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: feed, namespace: shop}\n"
    "spec: {hosts: [catalog-feed.example.com], ports: [{number: 443, name: tls, protocol: TLS}]}\n---\n"
    "apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: shop-gw, namespace: edge}\n"
    "spec: {servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}\n---\n"
    "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: catalog, namespace: shop}\n"
    "spec:\n  host: catalog\n  subsets:\n  - name: v1\n    labels: {version: v1}\n  - name: v2\n"
    "    labels: {version: v2}\n---\n"
    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: catalog-v1, namespace: shop}\n"
    "spec: {replicas: 3, selector: {matchLabels: {app: catalog}}, template: {metadata: {labels: {app: catalog, "
    "version: v1}}, spec: {serviceAccountName: catalog, containers: []}}}\n";

QString joined(const Suggestions& suggestions)
{
    QStringList list;
    for (const Suggestion& each : suggestions.items)
        list << QString::fromStdString(each.text);
    return list.join(u' ');
}

QByteArray codesOf(const std::vector<EditorMark>& marks)
{
    QByteArrayList codes;
    for (const EditorMark& mark : marks)
        codes << QByteArray::fromStdString(mark.code);
    std::ranges::sort(codes);
    return codes.join(' ');
}

} // namespace

class TestCompletion : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void suggests_data();
    void suggests();
    void hostsSayWhoCanSeeThem();
    void writesWhatFollowsAKey();
    void helpsWithFields();
    void findsDefinitions_data();
    void findsDefinitions();
    void findsDefinitionsOfWhatIsRendered_data();
    void findsDefinitionsOfWhatIsRendered();
    void findsReferences();
    void marksStandInTheCurrentText();
    void barsTellWhatDiffersFromHead();
    void elementsAndPlaces();
    void saysWhyAFileIsReadOnly();

private:
    const Snapshot& snapshot() const { return *m_workspace->snapshot(); }
    Suggestions at(QByteArray text) const
    {
        const auto caret = text.indexOf('|');
        text.remove(caret, 1);
        const std::string bytes = text.toStdString();
        return suggestionsAt(snapshot(), bytes, caretPathAt(bytes, static_cast<std::uint32_t>(caret)));
    }

    std::unique_ptr<MeshRepository> m_repository;
    std::unique_ptr<Workspace> m_workspace;
};

void TestCompletion::initTestCase()
{
    m_repository = std::make_unique<MeshRepository>();
    m_repository->git({u"rm"_s, u"-rq"_s, u"."_s});
    m_repository->write(QString::fromStdString(routes), routesFile);
    m_repository->write(u"shop/mesh.yaml"_s, meshFile);
    m_repository->write(u"shop/latin1.yaml"_s, "a: \xE4\n");
    m_repository->write(u"chart/templates/a.yaml"_s, "a: {{ .Values.a }}\n");
    m_repository->commitAll();
    m_workspace = std::make_unique<Workspace>();
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path());
    WAIT_FOR(!changed.isEmpty());
}

void TestCompletion::suggests_data()
{
    QTest::addColumn<QByteArray>("text"); // | is the caret
    QTest::addColumn<QString>("begin"); // of what is suggested
    const auto row = [](const char* name, const QByteArray& text, const char* begin) {
        QTest::newRow(name) << text << QString::fromLatin1(begin);
    };
    const QByteArray vs =
        "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a, namespace: shop}\n"
        "spec:\n";
    const QByteArray dr =
        "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {namespace: shop}\nspec:\n";
    const QByteArray authz =
        "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {namespace: shop}\n"
        "spec:\n  rules:\n  - from:\n    - source:\n";
    row("hosts of the own namespace first", vs + "  http:\n  - route:\n    - destination:\n        host: cat|",
        "catalog catalog-feed.example.com catalog.orders.svc.cluster.local");
    row("the same in braces", vs + "  http:\n  - route:\n    - destination: {host: cat|",
        "catalog catalog-feed.example.com catalog.orders.svc.cluster.local");
    row("hosts of a list", vs + "  hosts:\n  - feed|", "catalog-feed.example.com");
    row("subsets of the host beside",
        vs + "  http:\n  - route:\n    - destination:\n        host: catalog\n        subset: |", "v1 v2");
    row("subsets in braces", vs + "  http:\n  - route:\n    - destination: {host: catalog, subset: v2|}", "v2");
    row("ports of the host",
        vs
            + "  http:\n  - route:\n    - destination:\n        host: catalog\n        port:\n"
              "          number: |",
        "9080 9090");
    row("gateways", vs + "  gateways:\n  - |", "mesh edge/shop-gw");
    row("namespaces to export to", vs + "  exportTo: [|]", ". * edge orders shop");
    row("the namespace", "kind: VirtualService\nmetadata:\n  namespace: or|", "orders");
    row("fields of the spec", vs + "  h|", "hosts http");
    row("fields that are not there yet", vs + "  hosts: []\n  h|", "http");
    row("fields of an item", vs + "  http:\n  - name: a\n    ti|", "timeout");
    row("fields behind a dash", vs + "  http:\n  - mirrorP|", "mirrorPercentage");
    row("fields of the document", "ki|", "kind");
    row("kinds of a group", "apiVersion: security.istio.io/v1\nkind: |",
        "AuthorizationPolicy PeerAuthentication RequestAuthentication");
    row("versions of a kind", "apiVersion: |\nkind: VirtualService",
        "networking.istio.io/v1 networking.istio.io/v1alpha3 networking.istio.io/v1beta1");
    row("values of an enum", dr + "  trafficPolicy:\n    tls:\n      mode: SIM|", "SIMPLE");
    row("yes or no", dr + "  trafficPolicy:\n    loadBalancer:\n      localityLbSetting:\n        enabled: |",
        "true false");
    row("principals", authz + "        principals: [|]", "cluster.local/ns/shop/sa/catalog");
    row("a host of a rule", dr + "  host: cat|", "catalog catalog-feed.example.com");
    row("nothing in a comment", vs + "  hosts: [] # h|", "");
    row("nothing for a free text", vs + "  http:\n  - name: a|", "");
}

void TestCompletion::suggests()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, begin);
    const QString all = joined(at(text));
    QVERIFY2(begin.isEmpty() ? all.isEmpty() : all.startsWith(begin), qPrintable(all));
}

void TestCompletion::hostsSayWhoCanSeeThem()
{
    const Suggestions found = at(routesFile + "    mirror:\n      host: cat|");
    QCOMPARE(found.what, Suggestions::What::Hosts);
    QCOMPARE(found.subject, std::string("shop"));
    QCOMPARE(found.items.size(), std::size_t(3));
    QCOMPARE(found.items.front().kind, std::string("Service"));
    QCOMPARE(found.items.front().detail, std::string("9080, 9090"));
    QCOMPARE(found.all, std::size_t(3)); // "hidden" is not exported
    QCOMPARE(found.typed, std::string("cat"));
    QCOMPARE(found.replaced.size(), 3U);
}

void TestCompletion::writesWhatFollowsAKey()
{
    const auto inserted = [this](const QByteArray& text) { return at(text).items.front().insert; };
    QCOMPARE(inserted(routesFile + "    timeou|"), std::string("timeout: "));
    QCOMPARE(inserted(routesFile + "    corsP|"), std::string("corsPolicy:\n      "));
    QCOMPARE(inserted(routesFile + "    mirrors|"), std::string("mirrors:\n      - "));
    QCOMPARE(inserted(routesFile + "    timeou|: 3s"), std::string("timeout"));
    QCOMPARE(inserted(QByteArray(routesFile).replace("\n", "\r\n") + "    corsP|\r\n"),
             std::string("corsPolicy:\r\n      "));
    QCOMPARE(inserted(routesFile + "    retries: {att|}"), std::string("attempts: "));
}

void TestCompletion::helpsWithFields()
{
    const std::string text = routesFile.toStdString();
    const auto helpAt = [&](std::string_view what) {
        return fieldHelpAt(snapshot(), text, caretPathAt(text, static_cast<std::uint32_t>(text.find(what))));
    };
    const auto host = helpAt("catalog\n        subset");
    QVERIFY(host.has_value());
    QCOMPARE(host->title, std::string("destination.host"));
    QCOMPARE(host->type, std::string("string"));
    QVERIFY(host->field->isRequired);
    QVERIFY(!host->field->explanation.empty());
    QCOMPARE(host->targets.size(), std::size_t(2));
    QCOMPARE(host->targets.front().text, std::string("catalog.shop.svc.cluster.local"));
    QCOMPARE(host->targets.back().text, std::string("catalog-v1"));
    QCOMPARE(host->targets.back().detail, std::string("3"));
    const auto gateways = helpAt("gateways");
    QCOMPARE(gateways->title, std::string("gateways"));
    QCOMPARE(gateways->type, std::string("list of string"));
    QCOMPARE(gateways->field->defaultValue, std::string("mesh"));
    QVERIFY(!helpAt("catalog\n  namespace").value_or(FieldHelp()).field
            || !helpAt("catalog\n  namespace")->field->explanation.empty());
}

void TestCompletion::findsDefinitions_data()
{
    QTest::addColumn<QString>("what"); // the place in the routes
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("begin"); // of the text there
    QTest::newRow("a host") << u"catalog\n        subset"_s << u"Service"_s << u"apiVersion: v1\nkind: Service"_s;
    QTest::newRow("the key of it") << u"host: catalog"_s << u"Service"_s << u"apiVersion: v1\nkind: Service"_s;
    QTest::newRow("a subset") << u"v1\n"_s << u"DestinationRule"_s << u"name: v1"_s;
    QTest::newRow("a gateway") << u"edge/shop-gw"_s << u"Gateway"_s
                               << u"apiVersion: networking.istio.io/v1\nkind: Gateway"_s;
    QTest::newRow("nothing") << u"name: default"_s << u""_s << u""_s;
}

void TestCompletion::findsDefinitions()
{
    QFETCH(const QString, what);
    QFETCH(const QString, kind);
    QFETCH(const QString, begin);
    const auto offset = what == u"v1\n" ? routesFile.lastIndexOf("v1\n") : routesFile.indexOf(what.toUtf8());
    const auto place = definitionAt(snapshot(), routes, static_cast<std::uint32_t>(offset));
    QCOMPARE(place.has_value(), !kind.isEmpty());
    if (!place)
        return;
    QCOMPARE(QString::fromStdString(place->kind), kind);
    const auto& text = *snapshot().current.find(place->path)->text->text;
    QVERIFY2(text.substr(place->range.begin).starts_with(begin.toStdString()),
             text.substr(place->range.begin, 40).c_str());
}

void TestCompletion::findsDefinitionsOfWhatIsRendered_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("what"); // the place there
    QTest::addColumn<QString>("found"); // kind and name
    const QString base = u"base/mesh.yaml"_s;
    QTest::newRow("host") << base << u"catalog, subset"_s << u"Service catalog"_s;
    QTest::newRow("subset") << base << u"v1}, weight"_s << u"DestinationRule catalog"_s;
    QTest::newRow("gateway") << base << u"edge/shop-gw"_s << u"Gateway shop-gw"_s;
    QTest::newRow("delegate") << base << u"rest, namespace"_s << u"VirtualService rest"_s;
    QTest::newRow("namespace of exportTo") << base << u"team]"_s << u"Namespace team"_s;
    QTest::newRow("selector") << base << u"catalog} # pods"_s << u"Deployment catalog-v1"_s;
    QTest::newRow("targetRef") << base << u"catalog # waypoint"_s << u"Service catalog"_s;
    QTest::newRow("egress") << base << u"./catalog.shop"_s << u"Service catalog"_s;
    QTest::newRow("in a patch") << u"overlay/patch.yaml"_s << u"edge/shop-gw"_s << u"Gateway shop-gw"_s;
    QTest::newRow("no reference") << base << u"main"_s << QString();
}

void TestCompletion::findsDefinitionsOfWhatIsRendered()
{
    QFETCH(const QString, path);
    QFETCH(const QString, what);
    QFETCH(const QString, found);
    MeshRepository repository;
    const QByteArray istio = "apiVersion: networking.istio.io/v1\nkind: ";
    const QByteArray patch =
        istio + "VirtualService\nmetadata: {name: rest, namespace: shop}\nspec:\n  gateways: [edge/shop-gw]\n";
    repository.write(u"base/kustomization.yaml"_s, "resources: [mesh.yaml]\n");
    repository.write(
        u"base/mesh.yaml"_s,
        meshFile + "---\n" + istio
            + "VirtualService\nmetadata: {name: a, namespace: shop}\nspec:\n  hosts: [a.example.com]\n"
              "  exportTo: [., team]\n  gateways: [edge/shop-gw]\n  http:\n  - name: main\n"
              "    route: [{destination: {host: catalog, subset: v1}, weight: 100}]\n"
              "  - delegate: {name: rest, namespace: shop}\n---\n"
            + istio
            + "VirtualService\nmetadata: {name: rest, namespace: shop}\nspec:\n  http:\n"
              "  - route: [{destination: {host: catalog}}]\n---\napiVersion: v1\nkind: Namespace\n"
              "metadata: {name: team}\n---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\n"
              "metadata: {name: a, namespace: shop}\nspec:\n  selector:\n    matchLabels: {app: catalog} # pods\n---\n"
              "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: a, namespace: "
              "shop}\nspec:\n"
              "  targetRefs:\n  - group: ''\n    kind: Service\n    name: catalog # waypoint\n---\n"
            + istio
            + "Sidecar\nmetadata: {name: a, namespace: shop}\nspec:\n"
              "  egress: [{hosts: [./catalog.shop.svc.cluster.local]}]\n");
    repository.write(u"overlay/kustomization.yaml"_s, "resources: [../base]\npatches: [{path: patch.yaml}]\n");
    repository.write(u"overlay/patch.yaml"_s, patch);
    repository.commitAll();
    Workspace workspace;
    QSignalSpy changed(&workspace, &Workspace::snapshotChanged);
    workspace.open(repository.path(), {}, "overlay");
    WAIT_FOR(!changed.isEmpty());
    const Snapshot& rendered = *workspace.snapshot();
    QVERIFY(rendered.isRendered());
    const auto offset = rendered.current.find(path.toStdString())->text->text->find(what.toStdString());
    QVERIFY(offset != std::string::npos);
    const auto place = definitionAt(rendered, path.toStdString(), static_cast<std::uint32_t>(offset));
    QCOMPARE(place ? QString::fromStdString(place->element.key.kind + ' ' + place->element.key.name) : QString(),
             found);
    if (place)
        QCOMPARE(place->path, "base/mesh.yaml");
}

void TestCompletion::findsReferences()
{
    const auto subset = static_cast<std::uint32_t>(meshFile.indexOf("name: v1"));
    const auto places = referencesAt(snapshot(), "shop/mesh.yaml", subset);
    QCOMPARE(places.size(), std::size_t(1));
    QCOMPARE(places.front().path, routes);
    QCOMPARE(places.front().line, 14U);
    QVERIFY(
        referencesAt(snapshot(), "shop/mesh.yaml", static_cast<std::uint32_t>(meshFile.indexOf("name: v2"))).empty());
    const auto service = referencesAt(snapshot(), "shop/mesh.yaml", 2);
    QVERIFY(std::ranges::any_of(service, [](const TextPlace& place) { return place.kind == "VirtualService"; }));
    QVERIFY(std::ranges::any_of(service, [](const TextPlace& place) { return place.kind == "DestinationRule"; }));
}

void TestCompletion::marksStandInTheCurrentText()
{
    QCOMPARE(codesOf(marksOf(snapshot(), routes)), QByteArray("IST0112"));
    const std::string text = routesFile.toStdString();
    const auto at = static_cast<std::uint32_t>(text.find("subset: v1") + 8);
    QVERIFY(m_workspace->type(routes, {.offset = at, .length = 2, .text = "v9"}, u"Type"_s, 0));
    m_workspace->flushTyping();
    auto marks = marksOf(snapshot(), routes);
    QCOMPARE(codesOf(marks), QByteArray("IST0101 IST0112"));
    const auto wrong = std::ranges::find(marks, std::string("IST0101"), &EditorMark::code);
    QCOMPARE(wrong->range, (source::ByteRange{at, at + 2}));
    // half typed: the mark moves along, and the text's own stands at its place
    QVERIFY(m_workspace->type(routes, {.offset = 0, .length = 0, .text = "x: [\n"}, u"Type"_s, 0));
    m_workspace->flushTyping();
    QVERIFY(isIncomplete(snapshot(), routes));
    marks = marksOf(snapshot(), routes);
    QCOMPARE(codesOf(marks), QByteArray("IST0101 IST0112 MD001"));
    const auto moved = std::ranges::find(marks, std::string("IST0101"), &EditorMark::code);
    QCOMPARE(moved->range, (source::ByteRange{at + 5, at + 7}));
    QVERIFY(m_workspace->revertAll());
    QCOMPARE(codesOf(marksOf(snapshot(), routes)), QByteArray("IST0112"));
}

void TestCompletion::barsTellWhatDiffersFromHead()
{
    const auto head = headText(snapshot(), routes);
    QCOMPARE(head, std::optional(routesFile.toStdString()));
    QVERIFY(!headText(snapshot(), "shop/none.yaml"));
    using Kind = ChangeBar::Kind;
    QVERIFY(changeBars("a\nb\nc\n", "a\nb\nc\n").empty());
    QCOMPARE(changeBars("a\nb\nc\n", "a\nx\nc\nd\n"),
             (std::vector<ChangeBar>{{Kind::Changed, 1, 1}, {Kind::Added, 3, 1}}));
    QCOMPARE(changeBars("a\nb\nc\n", "a\nc\n"), (std::vector<ChangeBar>{{Kind::Removed, 1, 0}}));
}

void TestCompletion::elementsAndPlaces()
{
    const auto at = static_cast<std::uint32_t>(routesFile.indexOf("subset: v1"));
    const auto element = elementAt(snapshot(), routes, at);
    QCOMPARE(element.key.name, std::string("catalog"));
    QCOMPARE(element.field.text(), std::string("spec.http[0]"));
    QCOMPARE(elementAt(snapshot(), routes, 3).field.text(), std::string());
    const auto place = placeOf(snapshot(), element);
    QVERIFY(routesFile.mid(place.begin).startsWith("name: default"));
    const auto subset =
        elementAt(snapshot(), "shop/mesh.yaml", static_cast<std::uint32_t>(meshFile.indexOf("version: v2}\n---")));
    QCOMPARE(subset.field.text(), std::string("spec.subsets[1]"));
    QCOMPARE(kindOfFile(snapshot(), routes), std::string("VirtualService"));
    QVERIFY(elementAt(snapshot(), "shop/none.yaml", 0).isNull());
}

void TestCompletion::saysWhyAFileIsReadOnly()
{
    const auto codeOf = [this](const char* path) { return readOnlyReason(snapshot(), path).value_or(Error()).code; };
    QCOMPARE(codeOf("shop/routes.yaml"), std::string());
    QCOMPARE(codeOf("shop/latin1.yaml"), std::string("editor.undecodable"));
    QCOMPARE(codeOf("chart/templates/a.yaml"), std::string("editor.template"));
    QCOMPARE(codeOf("shop/none.yaml"), std::string("edit.noSuchFile"));
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
