// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/resourcetreemodel.h"
#include "models/workspace/routetablemodel.h"
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

QStringList rowOf(const QAbstractItemModel& model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells;
}

} // namespace

class TestRouteTableModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsEveryDestinationAsARow();
    void answersNothingOutOfRange();
    void newWeightsKeepTheRows();
    void marksDanglingDestinations();
    void showsMirrorsAndGatewayApi();
    void sortsSharesAsNumbers();

private:
    git::GitSandbox m_sandbox;
};

void TestRouteTableModel::showsEveryDestinationAsARow()
{
    const MeshRepository repository;
    RouteTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    model.setSnapshot(opened(repository));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(rowOf(model, 0),
             (QStringList{u"reviews"_s, u"preview"_s, u"headers.x-preview exact yes"_s, u"reviews/v2"_s, u"100 %"_s,
                          u"1"_s, u"shop/reviews.yaml:16"_s}));
    QCOMPARE(rowOf(model, 1),
             (QStringList{u"reviews"_s, u"default"_s, u"any request"_s, u"reviews/v1"_s, u"90 %"_s, u"1"_s,
                          u"shop/reviews.yaml:19"_s}));
    QCOMPARE(rowOf(model, 2).at(RouteTableModel::ShareColumn), u"10 %"_s);
    QCOMPARE(model.index(2, 0).data(RouteTableModel::ElementRole).value<mesh::ElementRef>().field.text(),
             "spec.http[1].route[1]");
    model.setSnapshot(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestRouteTableModel::answersNothingOutOfRange()
{
    const MeshRepository repository;
    RouteTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSnapshot(opened(repository));
    QVERIFY(!model.index(3, 0).isValid());
    QVERIFY(!model.index(-1, 0).isValid());
    QVERIFY(!model.index(0, RouteTableModel::ColumnCount).isValid());
    QVERIFY(!model.data({}).isValid());
    QVERIFY(!model.data(model.index(0, 0), Qt::ForegroundRole).isValid());
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    QCOMPARE(model.columnCount(model.index(0, 0)), 0);
    for (int section = 0; section < RouteTableModel::ColumnCount; ++section)
        QVERIFY(!model.headerData(section, Qt::Horizontal).toString().isEmpty());
    QVERIFY(!model.headerData(-1, Qt::Horizontal).isValid());
    QVERIFY(!model.headerData(RouteTableModel::ColumnCount, Qt::Horizontal).isValid());
    QVERIFY(!model.headerData(0, Qt::Vertical).isValid());
    QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::ForegroundRole).isValid());
}

void TestRouteTableModel::newWeightsKeepTheRows()
{
    const MeshRepository repository;
    RouteTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto snapshot = opened(repository);
    model.setSnapshot(snapshot);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex cell = model.index(1, RouteTableModel::ShareColumn);
    model.setSnapshot(edited(snapshot, "weight: 90", "weight: 30"));
    QVERIFY(reset.isEmpty());
    QCOMPARE(cell.data().toString(), u"75 %"_s);
    QCOMPARE(cell.data(RouteTableModel::StateRole).toInt(), static_cast<int>(topology::State::Changed));
    QCOMPARE(model.index(0, 0).data(RouteTableModel::StateRole).toInt(), static_cast<int>(topology::State::Same));
    model.setSnapshot(
        edited(snapshot, "    route:\n    - destination: {host: reviews, subset: v2}\n", "    redirect: {uri: /}\n"));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rowCount(), 2);
}

void TestRouteTableModel::marksDanglingDestinations()
{
    const MeshRepository repository;
    RouteTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto snapshot = opened(repository);
    model.setSnapshot(edited(snapshot, "subset: v1", "subset: v9"));
    QCOMPARE(model.index(1, 0).data(RouteTableModel::DanglingRole).toBool(), true);
    QCOMPARE(model.index(2, 0).data(RouteTableModel::DanglingRole).toBool(), false);
    QCOMPARE(model.index(1, RouteTableModel::WorkloadsColumn).data().toString(), u"0"_s);
    model.setSnapshot(edited(snapshot, "host: reviews\n        subset: v1", "host: nobody"));
    QCOMPARE(model.index(1, 0).data(RouteTableModel::DanglingRole).toBool(), true);
}

void TestRouteTableModel::showsMirrorsAndGatewayApi()
{
    const MeshRepository repository;
    repository.write(u"shop/z.yaml"_s, R"(apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: catalog, namespace: shop}
spec:
  hosts: [catalog.example.com, catalog]
  tcp:
  - match: [{port: 9000}, {port: 9001}]
    route: [{destination: {host: reviews, port: {number: 9080}}}]
  http:
  - route: [{destination: {host: reviews}}]
    mirror: {host: reviews, subset: v2}
    mirrorPercentage: {value: 5}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: api, namespace: shop}
spec:
  hostnames: [api.example.com]
  rules:
  - backendRefs: [{name: reviews, port: 9080, weight: 1}, {name: reviews, port: 9080, weight: 2}]
)");
    RouteTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSnapshot(opened(repository));
    QStringList rows;
    for (int row = 3; row < model.rowCount(); ++row)
        rows.append(rowOf(model, row).first(RouteTableModel::ShareColumn + 1).join(u" | "_s));
    rows.sort();
    QCOMPARE(rows,
             (QStringList{u"api.example.com | http[0] | any request | reviews:9080 | 33.3 %"_s,
                          u"api.example.com | http[0] | any request | reviews:9080 | 66.7 %"_s,
                          u"catalog.example.com, catalog | http[0] | any request | reviews | 100 %"_s,
                          u"catalog.example.com, catalog | http[0] | any request | reviews/v2 | mirror 5 %"_s,
                          u"catalog.example.com, catalog | tcp[0] | port exact 9000 or port exact 9001 | reviews:9080 "
                          "| 100 %"_s}));
}

void TestRouteTableModel::sortsSharesAsNumbers()
{
    const MeshRepository repository;
    RouteTableModel model;
    model.setSnapshot(opened(repository));
    const auto key = [&](int row, int column) { return model.index(row, column).data(RouteTableModel::SortRole); };
    QCOMPARE(key(0, RouteTableModel::ShareColumn).toDouble(), 1.0);
    QCOMPARE(key(2, RouteTableModel::ShareColumn).toDouble(), 0.1);
    QCOMPARE(key(0, RouteTableModel::WorkloadsColumn).toInt(), 1);
    QCOMPARE(key(0, RouteTableModel::HostColumn).toString(), u"reviews"_s);
}

QTEST_GUILESS_MAIN(TestRouteTableModel)
#include "tst_routetablemodel.moc"
