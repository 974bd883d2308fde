// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/environmentgraphs.h"
#include "tests/workspace/meshrepository.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

QByteArray routeFile(const QByteArray& ns, const QByteArray& timeout)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: web, namespace: " + ns
        + "}\nspec:\n  hosts: [web]\n  http:\n    - timeout: " + timeout
        + "\n      route: [{destination: {host: web}}]\n";
}

QByteArray serviceFile(const QByteArray& ns, const QByteArray& name)
{
    return "apiVersion: v1\nkind: Service\nmetadata: {name: " + name + ", namespace: " + ns
        + "}\nspec: {ports: [{port: 80}]}\n";
}

using Files = QMap<QString, QByteArray>;

SnapshotPtr opened(const git::TestRepository& repository, const Files& files)
{
    for (auto file = files.begin(); file != files.end(); ++file)
        repository.write(file.key(), file.value());
    auto snapshot = openSnapshot(repository.path(), {}, {});
    if (!snapshot)
        qFatal("%s", snapshot.error().code.c_str());
    return *snapshot;
}

QString joined(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names)
        list << QString::fromStdString(name);
    return list.join(u' ');
}

} // namespace

class TestEnvironmentGraphs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void choosesWhatIsWorthComparing_data();
    void choosesWhatIsWorthComparing();
    void keepsErrorsAndPendingEdits();
    void stopsWhenAsked();
};

void TestEnvironmentGraphs::choosesWhatIsWorthComparing_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one mesh in parts") << Files{{u"edge/a.yaml"_s, serviceFile("edge", "a")},
                                                {u"shop/b.yaml"_s, serviceFile("shop", "b")}}
                                       << u"."_s;
    QTest::newRow("a directory an environment, same namespaces")
        << Files{{u"dev/web.yaml"_s, routeFile("shop", "1s")}, {u"prod/web.yaml"_s, routeFile("shop", "2s")}}
        << u"dev prod"_s;
    QTest::newRow("other namespaces") << Files{{u"dev/web.yaml"_s, routeFile("shop-dev", "1s")},
                                               {u"prod/web.yaml"_s, routeFile("shop", "2s")}}
                                      << u"dev prod"_s;
    QTest::newRow("with parts of their own") << Files{{u"clusters/dev/shop/web.yaml"_s, routeFile("shop", "1s")},
                                                      {u"clusters/dev/orders/a.yaml"_s, serviceFile("orders", "a")},
                                                      {u"clusters/prod/shop/web.yaml"_s, routeFile("shop", "2s")},
                                                      {u"clusters/prod/orders/a.yaml"_s, serviceFile("orders", "a")}}
                                             << u"clusters/dev clusters/prod"_s;
    QTest::newRow("kustomizations") << Files{{u"base/kustomization.yaml"_s, "resources: [web.yaml]\n"},
                                             {u"base/web.yaml"_s, routeFile("shop", "1s")},
                                             {u"overlays/prod/kustomization.yaml"_s,
                                              "resources: [../../base]\nnamePrefix: prod-\n"}}
                                    << u"base overlays/prod"_s;
    QTest::newRow("nothing of a mesh") << Files{{u"a.yaml"_s, "a: 1\n"}} << QString();
}

void TestEnvironmentGraphs::choosesWhatIsWorthComparing()
{
    QFETCH(Files, files);
    const git::TestRepository repository;
    QTEST(joined(comparableEnvironments(*opened(repository, files))), "expected");
}

void TestEnvironmentGraphs::keepsErrorsAndPendingEdits()
{
    const git::TestRepository repository;
    const SnapshotPtr snapshot = opened(
        repository, {{u"dev/web.yaml"_s, routeFile("shop", "1s")}, {u"prod/web.yaml"_s, routeFile("shop", "2s")}});
    const auto* file = snapshot->current.find("prod/web.yaml");
    const auto at = static_cast<std::uint32_t>(file->text->text->find("2s"));
    const auto edited = withEdit(*snapshot, {{{"prod/web.yaml", file->text->id, {{at, 2, "9s"}}}}});
    QVERIFY(edited);
    std::vector<std::size_t> seen;
    const auto inputs = environmentGraphs(**edited, {"dev", "nowhere", "prod"}, {},
                                          [&](std::size_t position) { seen.push_back(position); });
    QCOMPARE(seen, (std::vector<std::size_t>{0, 1, 2}));
    QCOMPARE(inputs.size(), 3U);
    QVERIFY(inputs[0].graph);
    QVERIFY(!inputs[1].graph);
    QCOMPARE(inputs[1].error->code, std::string("environment.unknown"));
    matrix::Query query;
    query.settings = {"route.timeout"};
    const auto matrix = matrix::compare(inputs, query);
    QCOMPARE(matrix.rows.size(), 1U);
    QCOMPARE(matrix.rows[0].cells[0].value, std::string("1s"));
    QCOMPARE(matrix.rows[0].cells[1].state, matrix::CellState::Unreadable);
    QCOMPARE(matrix.rows[0].cells[2].value, std::string("9s"));
}

void TestEnvironmentGraphs::stopsWhenAsked()
{
    const git::TestRepository repository;
    const SnapshotPtr snapshot = opened(repository, {{u"dev/web.yaml"_s, routeFile("shop", "1s")}});
    std::stop_source stop;
    const auto inputs =
        environmentGraphs(*snapshot, {"dev", "."}, stop.get_token(), [&](std::size_t) { stop.request_stop(); });
    QCOMPARE(inputs.size(), 1U);
}

QTEST_GUILESS_MAIN(TestEnvironmentGraphs)
#include "tst_environmentgraphs.moc"
