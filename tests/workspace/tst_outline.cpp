// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editor/outline.h"
#include "tests/workspace/meshrepository.h"

#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

SnapshotPtr opened(const git::TestRepository& repository)
{
    auto snapshot = openSnapshot(repository.path(), {}, ".");
    if (!snapshot)
        qFatal("%s", snapshot.error().code.c_str());
    return *snapshot;
}

mesh::ElementRef elementOf(const Snapshot& snapshot, std::string_view kind, std::string_view name)
{
    for (const mesh::ResourceIndex index : snapshot.graph->ofKind(kind)) {
        if (snapshot.graph->at(index).key.name == name)
            return snapshot.graph->at(index).element();
    }
    return {};
}

/// "title [icon] detail !errors ~", a level two spaces deeper than its parent.
QStringList linesOf(const std::vector<OutlineItem>& items)
{
    QStringList lines;
    std::vector<int> depths;
    for (const OutlineItem& item : items) {
        depths.push_back(item.parent < 0 ? 0 : depths[static_cast<std::size_t>(item.parent)] + 1);
        QString line = QString(2 * depths.back(), u' ') + item.title + u" ["_s + QString::fromStdString(item.icon)
            + u"] "_s + item.detail;
        if (item.errors > 0)
            line += u" !"_s + QString::number(item.errors);
        if (item.state != topology::State::Same)
            line += item.state == topology::State::Added ? u" +"_s : u" ~"_s;
        lines << line.trimmed().prepend(QString(2 * depths.back(), u' '));
    }
    return lines;
}

constexpr auto catalog = R"(apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: catalog, namespace: shop}
spec:
  hosts: [catalog, catalog.example.com]
  gateways: [mesh, edge/shop-gw]
  http:
  - name: search
    match: [{uri: {prefix: /search}}]
    route: [{destination: {host: reviews}}]
  - name: default
    timeout: 4s
    retries: {attempts: 3, perTryTimeout: 2s}
    route:
    - destination: {host: reviews, subset: v1}
      weight: 80
    - destination: {host: reviews, subset: v9}
      weight: 20
    mirror: {host: reviews.shop.svc.cluster.local, subset: v2}
    mirrorPercentage: {value: 5}
)";

} // namespace

class TestOutline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatARouteTableDoes();
    void otherKindsShowTheirFields_data();
    void otherKindsShowTheirFields();
    void followsEdits();
    void findsTheLineOfAField();
    void nothingForWhatIsNotThere();
    void hostileTextIsEscaped();

private:
    git::GitSandbox m_sandbox;
};

void TestOutline::saysWhatARouteTableDoes()
{
    const MeshRepository repository;
    repository.write(u"shop/catalog.yaml"_s, catalog);
    const SnapshotPtr snapshot = opened(repository);
    const auto items = outlineOf(*snapshot, elementOf(*snapshot, "VirtualService", "catalog"));
    const QStringList expected{u"catalog [vs]"_s,
                               u"  hosts [external] catalog, catalog.example.com"_s,
                               u"  gateways [gateway] mesh, edge/shop-gw"_s,
                               u"  search [route] prefix /search"_s,
                               u"  default [route] 80 % v1, 20 % v9 !1"_s,
                               u"    timeout [timeout] 4s"_s,
                               u"    retries [retry] 3 × 2s"_s,
                               u"    mirror [mirror] reviews v2, 5 %"_s};
    QCOMPARE(linesOf(items), expected);
}

void TestOutline::otherKindsShowTheirFields_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("policy") << QByteArray("apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n"
                                          "metadata: {name: x, namespace: shop}\nspec:\n  action: DENY\n"
                                          "  selector: {matchLabels: {app: reviews}}\n  rules:\n  - to: [{operation: "
                                          "{methods: [GET]}}]\n")
                            << QByteArray("AuthorizationPolicy") << QStringList{u"x [authz]"_s,
                                                                                u"  action [authz] DENY"_s,
                                                                                u"  selector [workload]"_s,
                                                                                u"    matchLabels [doc] app reviews"_s,
                                                                                u"  rules [authz]"_s,
                                                                                u"    rules[0] [authz]"_s};
    QTest::newRow("gateway") << QByteArray("apiVersion: networking.istio.io/v1\nkind: Gateway\n"
                                           "metadata: {name: x, namespace: shop}\nspec:\n  servers:\n"
                                           "  - port: {number: 80, name: http, protocol: HTTP}\n    hosts: [a.com]\n")
                             << QByteArray("Gateway")
                             << QStringList{u"x [gateway]"_s, u"  servers [gateway]"_s, u"    http [gateway] a.com"_s};
    QTest::newRow("without spec") << QByteArray("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, namespace: "
                                                "shop}\ndata: {a: b}\n")
                                  << QByteArray("ConfigMap") << QStringList{u"x [doc]"_s, u"  data [doc] a b"_s};
}

void TestOutline::otherKindsShowTheirFields()
{
    QFETCH(const QByteArray, yaml);
    QFETCH(const QByteArray, kind);
    QFETCH(const QStringList, expected);
    const MeshRepository repository;
    repository.write(u"shop/x.yaml"_s, yaml);
    const SnapshotPtr snapshot = opened(repository);
    const mesh::ElementRef element = elementOf(*snapshot, kind.toStdString(), "x");
    QVERIFY2(!element.isNull(), "the graph does not hold this kind");
    QCOMPARE(linesOf(outlineOf(*snapshot, element)), expected);
}

void TestOutline::followsEdits()
{
    const MeshRepository repository;
    const SnapshotPtr before = opened(repository);
    const auto* file = before->current.find("shop/reviews.yaml");
    const auto offset = static_cast<std::uint32_t>(file->text->text->find("weight: 90"));
    const auto after = withEdit(*before, {{{"shop/reviews.yaml", file->text->id, {{offset, 10, "weight: 80"}}}}});
    QVERIFY(after);
    const auto items = outlineOf(**after, elementOf(**after, "VirtualService", "reviews"));
    for (const OutlineItem& item : items) {
        QCOMPARE(item.state == topology::State::Changed, item.title == u"default");
    }
}

void TestOutline::findsTheLineOfAField()
{
    const MeshRepository repository;
    repository.write(u"shop/catalog.yaml"_s, catalog);
    const SnapshotPtr snapshot = opened(repository);
    const auto items = outlineOf(*snapshot, elementOf(*snapshot, "VirtualService", "catalog"));
    const auto titleAt = [&](const mesh::FieldPath& field) {
        const std::int32_t line = findInOutline(items, field);
        return line < 0 ? QString() : items[static_cast<std::size_t>(line)].title;
    };
    QCOMPARE(titleAt({}), u"catalog"_s);
    QCOMPARE(titleAt(mesh::FieldPath("metadata.name")), u"catalog"_s);
    QCOMPARE(titleAt(mesh::FieldPath("spec.hosts")), u"hosts"_s);
    for (const OutlineItem& item : items)
        QCOMPARE(titleAt(item.element.field), item.title);
    QCOMPARE(findInOutline({}, {}), -1);
}

void TestOutline::nothingForWhatIsNotThere()
{
    const MeshRepository repository;
    const SnapshotPtr snapshot = opened(repository);
    QVERIFY(outlineOf(*snapshot, {}).empty());
    mesh::ElementRef gone = elementOf(*snapshot, "VirtualService", "reviews");
    gone.key.name = "gone";
    QVERIFY(outlineOf(*snapshot, gone).empty());
    QVERIFY(outlineOf(Snapshot(), gone).empty());
}

void TestOutline::hostileTextIsEscaped()
{
    const MeshRepository repository;
    repository.write(u"shop/x.yaml"_s,
                     "apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: x, namespace: shop}\n"
                     "spec: {hosts: [\"a\\u202Eb\"], \"c\\u202Ed\": 1}\n");
    const SnapshotPtr snapshot = opened(repository);
    const auto items = outlineOf(*snapshot, elementOf(*snapshot, "ServiceEntry", "x"));
    QCOMPARE(items.size(), std::size_t{3});
    for (const QString& line : linesOf(items))
        QVERIFY(!line.contains(QChar(0x202E)));
}

QTEST_GUILESS_MAIN(TestOutline)
#include "tst_outline.moc"
