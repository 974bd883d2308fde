// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/resourcetreemodel.h"
#include "tests/workspace/meshrepository.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
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

SnapshotPtr edited(const SnapshotPtr& snapshot, const std::string& before, const std::string& after)
{
    const auto* file = snapshot->current.find("shop/reviews.yaml");
    const auto offset = static_cast<std::uint32_t>(file->text->text->find(before));
    auto next = withEdit(
        *snapshot,
        {{{"shop/reviews.yaml", file->text->id, {{offset, static_cast<std::uint32_t>(before.size()), after}}}}});
    if (!next)
        qFatal("%s", next.error().code.c_str());
    return *next;
}

/// "title [icon] detail", a level two spaces deeper than its parent.
void appendLines(const QAbstractItemModel& model, const QModelIndex& parent, const QString& indent, QStringList& lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const auto index = model.index(row, 0, parent);
        const QString line = index.data().toString() + u" ["_s + index.data(ResourceTreeModel::IconRole).toString()
            + u"] "_s + index.data(ResourceTreeModel::DetailRole).toString();
        lines.append(indent + line.trimmed());
        appendLines(model, index, indent + u"  "_s, lines);
    }
}

QStringList linesOf(const QAbstractItemModel& model)
{
    QStringList lines;
    appendLines(model, {}, {}, lines);
    return lines;
}

QModelIndex find(const QAbstractItemModel& model, const QString& title, const QModelIndex& parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const auto index = model.index(row, 0, parent);
        if (index.data().toString() == title)
            return index;
        if (const auto below = find(model, title, index); below.isValid())
            return below;
    }
    return {};
}

} // namespace

class TestResourceTreeModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsNamespacesKindsResourcesAndParts();
    void answersNothingOutOfRange();
    void newWeightsKeepTheLines();
    void anotherStructureResets();
    void countsFindingsAtAndBelow();
    void findsElementsAndTheirAncestors();
    void namespacesAreTheirObjects();
    void manyNamespacesSayHowManyServicesTheyHave();
    void showsMtlsOfNamespaces();
    void removedResourcesStay();
    void sortsAsItStands();
    void hostileNamesAreEscaped();

private:
    git::GitSandbox m_sandbox;
};

void TestResourceTreeModel::showsNamespacesKindsResourcesAndParts()
{
    const MeshRepository repository;
    repository.write(u"shop/more.yaml"_s, R"(apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: catalog, namespace: shop}
spec:
  hosts: [catalog]
  http:
  - match: [{uri: {prefix: /v1}}]
    route: [{destination: {host: catalog}}]
---
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: deny, namespace: istio-system}
---
apiVersion: example.com/v1
kind: Widget
metadata: {name: thing, namespace: shop}
)");
    ResourceTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    model.setSnapshot(opened(repository));
    const QStringList expected{u"edge [namespace]"_s,
                               u"  shop-gw [gateway] Gateway"_s,
                               u"istio-system [namespace] root"_s,
                               u"  Authorization [authz] 1"_s,
                               u"    deny [authz] AuthorizationPolicy"_s,
                               u"shop [namespace]"_s,
                               u"  VirtualServices [vs] 2"_s,
                               u"    catalog [vs]"_s,
                               u"      route 1 [route] /v1"_s,
                               u"    reviews [vs]"_s,
                               u"      preview [route] x-preview"_s,
                               u"      default [route] 90\u00b710"_s,
                               u"  DestinationRules [dr] 1"_s,
                               u"    reviews [dr]"_s,
                               u"      v1 [subset]"_s,
                               u"      v2 [subset]"_s,
                               u"  Services [service] 1"_s,
                               u"    reviews [service]"_s,
                               u"  Workloads [workload] 2"_s,
                               u"    reviews-v1 [workload] Deployment"_s,
                               u"    reviews-v2 [workload] Deployment"_s,
                               u"  Widget [doc] 1"_s,
                               u"    thing [doc]"_s};
    QCOMPARE(linesOf(model), expected);
    model.setSnapshot(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestResourceTreeModel::answersNothingOutOfRange()
{
    const MeshRepository repository;
    ResourceTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int round = 0; round < 2; ++round) {
        QVERIFY(!model.index(-1, 0).isValid());
        QVERIFY(!model.index(model.rowCount(), 0).isValid());
        QVERIFY(!model.index(0, 1).isValid());
        QVERIFY(!model.index(0, -1).isValid());
        QVERIFY(!model.parent({}).isValid());
        QVERIFY(!model.data({}).isValid());
        QVERIFY(!model.data({}, ResourceTreeModel::ElementRole).isValid());
        QVERIFY(!model.indexOf({}).isValid());
        model.setSnapshot(opened(repository));
    }
    const auto leaf = find(model, u"v1"_s);
    QVERIFY(leaf.isValid());
    QCOMPARE(model.rowCount(leaf), 0);
    QVERIFY(!model.index(0, 0, leaf).isValid());
    const auto group = find(model, u"Workloads"_s);
    QVERIFY(!model.index(2, 0, group).isValid());
    QVERIFY(!group.data(Qt::DecorationRole).isValid());
    QVERIFY(!group.data(Qt::ForegroundRole).isValid());
    QVERIFY(!group.data(10000).isValid());
    QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::UserRole).isValid());
    QVERIFY(!model.headerData(5, Qt::Horizontal, Qt::DecorationRole).isValid());
}

void TestResourceTreeModel::newWeightsKeepTheLines()
{
    const MeshRepository repository;
    ResourceTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto snapshot = opened(repository);
    model.setSnapshot(snapshot);
    const QPersistentModelIndex route = find(model, u"default"_s);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy data(&model, &QAbstractItemModel::dataChanged);
    model.setSnapshot(edited(snapshot, "weight: 90", "weight: 80"));
    QVERIFY(reset.isEmpty());
    QVERIFY(route.isValid());
    QCOMPARE(route.data(ResourceTreeModel::DetailRole).toString(), u"80\u00b710"_s);
    QCOMPARE(route.data(ResourceTreeModel::StateRole).toInt(), static_cast<int>(topology::State::Changed));
    QCOMPARE(find(model, u"preview"_s).data(ResourceTreeModel::StateRole).toInt(),
             static_cast<int>(topology::State::Same));
    // The route, its resource, group and namespace, and nothing else.
    QCOMPARE(data.size(), 4);
    model.setSnapshot(snapshot);
    QVERIFY(reset.isEmpty());
    QCOMPARE(route.data(ResourceTreeModel::DetailRole).toString(), u"90\u00b710"_s);
}

void TestResourceTreeModel::anotherStructureResets()
{
    const MeshRepository repository;
    ResourceTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto snapshot = opened(repository);
    model.setSnapshot(snapshot);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setSnapshot(edited(snapshot, "  - name: v2\n    labels: {version: v2}\n",
                             "  - name: v2\n    labels: {version: v2}\n  - name: v3\n    labels: {version: v3}\n"));
    QCOMPARE(reset.size(), 1);
    const auto added = find(model, u"v3"_s);
    QVERIFY(added.isValid());
    QCOMPARE(added.data(ResourceTreeModel::StateRole).toInt(), static_cast<int>(topology::State::Added));
    QCOMPARE(find(model, u"v2"_s).data(ResourceTreeModel::StateRole).toInt(), static_cast<int>(topology::State::Same));
}

void TestResourceTreeModel::countsFindingsAtAndBelow()
{
    const MeshRepository repository;
    ResourceTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto snapshot = opened(repository);
    const auto broken = edited(snapshot, "subset: v1", "subset: v9");
    model.setSnapshot(broken);
    const auto errorsAt = [&](const QString& title) {
        return find(model, title).data(ResourceTreeModel::ErrorsRole).toInt();
    };
    QVERIFY(errorsAt(u"default"_s) > 0);
    QCOMPARE(errorsAt(u"preview"_s), 0);
    QCOMPARE(errorsAt(u"VirtualServices"_s), errorsAt(u"default"_s));
    QCOMPARE(errorsAt(u"shop"_s), errorsAt(u"default"_s));
    QCOMPARE(errorsAt(u"edge"_s), 0);
    model.setSnapshot(snapshot);
    QCOMPARE(errorsAt(u"shop"_s), 0);
}

void TestResourceTreeModel::findsElementsAndTheirAncestors()
{
    const MeshRepository repository;
    ResourceTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSnapshot(opened(repository));
    const auto route = find(model, u"default"_s);
    auto element = route.data(ResourceTreeModel::ElementRole).value<mesh::ElementRef>();
    QCOMPARE(model.indexOf(element), route);
    element.field = element.field.child("route").child(std::size_t{1}).child("weight");
    QCOMPARE(model.indexOf(element), route);
    element.field = mesh::FieldPath("spec.hosts");
    QCOMPARE(model.indexOf(element), route.parent());
    // The document has moved: the same key is as good.
    element.document = 7;
    QCOMPARE(model.indexOf(element), route.parent());
    element.key.name = "gone";
    QCOMPARE(model.indexOf(element).data().toString(), u"VirtualServices"_s);
    element.key.kind = "Sidecar";
    QCOMPARE(model.indexOf(element).data().toString(), u"shop"_s);
    element.key.ns = "nowhere";
    QVERIFY(!model.indexOf(element).isValid());
}

void TestResourceTreeModel::namespacesAreTheirObjects()
{
    const MeshRepository repository;
    repository.write(u"shop/namespace.yaml"_s,
                     "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n---\n"
                     "apiVersion: v1\nkind: Namespace\nmetadata: {name: empty}\n");
    ResourceTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto snapshot = opened(repository);
    model.setSnapshot(snapshot);
    const auto shop = find(model, u"shop"_s);
    const auto element = shop.data(ResourceTreeModel::ElementRole).value<mesh::ElementRef>();
    QCOMPARE(element.key.kind, "Namespace");
    QCOMPARE(element.path, "shop/namespace.yaml");
    QCOMPARE(model.indexOf(element), shop);
    // Whatever stands for a namespace on the picture leads here, with an object or without one.
    QCOMPARE(model.indexOf(topology::namespaceElement(snapshot->environment.name, "shop")), shop);
    QCOMPARE(model.indexOf(topology::namespaceElement(snapshot->environment.name, "edge")), find(model, u"edge"_s));
    QVERIFY(!model.indexOf(topology::namespaceElement(snapshot->environment.name, "nowhere")).isValid());
    QCOMPARE(model.rowCount(find(model, u"empty"_s)), 0);
    QVERIFY(!find(model, u"cluster"_s).isValid());
}

void TestResourceTreeModel::manyNamespacesSayHowManyServicesTheyHave()
{
    const MeshRepository repository;
    QByteArray yaml;
    for (int i = 0; i < 9; ++i) {
        for (int service = 0; service <= i; ++service)
            yaml += "---\napiVersion: v1\nkind: Service\nmetadata: {name: s" + QByteArray::number(service)
                + ", namespace: n" + QByteArray::number(i) + "}\n";
    }
    ResourceTreeModel model;
    model.setSnapshot(opened(repository));
    QCOMPARE(find(model, u"shop"_s).data(ResourceTreeModel::DetailRole).toString(), QString());
    repository.write(u"many.yaml"_s, yaml);
    model.setSnapshot(opened(repository));
    QCOMPARE(find(model, u"n3"_s).data(ResourceTreeModel::DetailRole).toString(), u"4"_s);
    QCOMPARE(find(model, u"edge"_s).data(ResourceTreeModel::DetailRole).toString(), QString());
}

void TestResourceTreeModel::showsMtlsOfNamespaces()
{
    const MeshRepository repository;
    repository.write(u"shop/mtls.yaml"_s, R"(apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: shop}
spec: {mtls: {mode: STRICT}}
)");
    ResourceTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSnapshot(opened(repository));
    QCOMPARE(find(model, u"shop"_s).data(ResourceTreeModel::MtlsRole).toInt(),
             static_cast<int>(mesh::MtlsMode::Strict));
    QCOMPARE(find(model, u"edge"_s).data(ResourceTreeModel::MtlsRole).toInt(), static_cast<int>(mesh::MtlsMode::Unset));
    QVERIFY(!find(model, u"Workloads"_s).data(ResourceTreeModel::MtlsRole).isValid());
    QCOMPARE(model.roleNames().value(ResourceTreeModel::MtlsRole), QByteArray("mtls"));
}

void TestResourceTreeModel::removedResourcesStay()
{
    const MeshRepository repository;
    ResourceTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto snapshot = opened(repository);
    model.setSnapshot(snapshot);
    const auto text = reviewsFile().toStdString();
    model.setSnapshot(edited(snapshot, text.substr(text.find("---\n")), ""));
    const auto group = find(model, u"DestinationRules"_s);
    QVERIFY(group.isValid());
    QCOMPARE(model.index(0, 0, group).data(ResourceTreeModel::StateRole).toInt(),
             static_cast<int>(topology::State::Removed));
}

void TestResourceTreeModel::sortsAsItStands()
{
    const MeshRepository repository;
    ResourceTreeModel model;
    model.setSnapshot(opened(repository));
    const auto shop = find(model, u"shop"_s);
    QStringList keys;
    for (int row = 0; row < model.rowCount(shop); ++row)
        keys.append(model.index(row, 0, shop).data(ResourceTreeModel::SortRole).toString());
    QVERIFY(std::ranges::is_sorted(keys));
    QCOMPARE(keys.size(), 4);
}

void TestResourceTreeModel::hostileNamesAreEscaped()
{
    const MeshRepository repository;
    repository.write(u"shop/hostile.yaml"_s,
                     "apiVersion: v1\nkind: Service\nmetadata: {name: \"a\\u202Eb\", namespace: shop}\n");
    ResourceTreeModel model;
    model.setSnapshot(opened(repository));
    for (const auto& line : linesOf(model))
        QVERIFY(!line.contains(QChar(0x202E)));
}

QTEST_GUILESS_MAIN(TestResourceTreeModel)
#include "tst_resourcetreemodel.moc"
