// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/reachwords.h"
#include "models/workspace/selection.h"
#include "tests/views/viewfixture.h"
#include "views/matrix/frozentable.h"
#include "views/reach/reachmodel.h"
#include "views/reach/reachrows.h"
#include "views/reach/reachwindow.h"
#include "views/window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

namespace {

/// web may call cart, jobs may not; nobody says anything of mail.
QByteArray meshText()
{
    QByteArray text = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n";
    for (const QByteArray name : {"web", "jobs", "cart", "mail"}) {
        text += "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name
            + ", namespace: shop}\nspec: {template: {metadata: {labels: {app: " + name
            + "}}, spec: {serviceAccountName: " + name + "}}}\n";
    }
    for (const QByteArray name : {"cart", "mail"}) {
        text += "---\napiVersion: v1\nkind: Service\nmetadata: {name: " + name
            + ", namespace: shop}\nspec: {selector: {app: " + name + "}, ports: [{port: 80, name: http}]}\n";
    }
    return text
        + "---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: cart-callers, namespace: "
          "shop}\nspec: {selector: {matchLabels: {app: cart}}, rules: [{from: [{source: {principals: "
          "[cluster.local/ns/shop/sa/web]}}]}]}\n";
}

} // namespace

class TestReachWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theModelIsSound();
    void showsWhoReachesWhom();
    void filtersBothSides();
    void onlyWhatIsKeptFromSomething();
    void arrowsChooseAndReturnOpens();
    void narrowQuestionsAndBack();
    void followsEdits();
    void exports_data();
    void exports();
    void copies();
    void closingStopsTheWork();
    void theActionsOpenOneWindow();

private:
    template <typename T> T* child(const char* name) const { return childOf<T>(*m_window, name); }
    FrozenTable* table() const { return child<FrozenTable>("reachTable"); }
    QAbstractItemModel* rows() const { return table()->model(); }
    bool wait() const
    {
        return QTest::qWaitFor([&] { return rows()->rowCount() > 0 && !child<QLabel>("reachState")->text().isEmpty(); },
                               20000);
    }
    QModelIndex cell(const QString& caller, const QString& target) const
    {
        for (int row = 0; row < rows()->rowCount(); ++row) {
            for (int column = 1; column < rows()->columnCount(); ++column) {
                if (rows()->index(row, 0).data() == caller && rows()->headerData(column, Qt::Horizontal) == target) {
                    return rows()->index(row, column);
                }
            }
        }
        return {};
    }
    QString text(const QString& caller, const QString& target) const { return cell(caller, target).data().toString(); }

    std::unique_ptr<ViewFixture> m_fixture;
    QPointer<ReachWindow> m_window;
};

void TestReachWindow::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    QVERIFY(m_fixture->openFiles({{u"mesh/shop.yaml"_s, meshText()}}));
    m_window = new ReachWindow(m_fixture->theme, m_fixture->workspace, nullptr);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
    QVERIFY(wait());
}

void TestReachWindow::cleanup()
{
    delete m_window;
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

void TestReachWindow::theModelIsSound()
{
    ReachModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    const auto matrix = static_cast<const ReachModel*>(static_cast<ReachRows*>(rows())->sourceModel())->matrix();
    model.setMatrix(matrix);
    QCOMPARE(model.rowCount(), static_cast<int>(matrix->rows.size()));
    QCOMPARE(model.columnCount(), static_cast<int>(matrix->targets.size()) + 1);
    QVERIFY(!model.index(model.rowCount(), 0).isValid());
    QVERIFY(!model.headerData(model.columnCount(), Qt::Horizontal).isValid());
    QVERIFY(!model.headerData(-1, Qt::Horizontal).isValid());
    model.setMatrix(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestReachWindow::showsWhoReachesWhom()
{
    QCOMPARE(text(u"shop/web"_s, u"cart.shop:80"_s), u"all"_s);
    QCOMPARE(text(u"shop/jobs"_s, u"cart.shop:80"_s), u"none"_s);
    QCOMPARE(text(u"shop/jobs"_s, u"mail.shop:80"_s), u"all"_s);
    const QString why = cell(u"shop/jobs"_s, u"cart.shop:80"_s).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(why.startsWith(u"shop/jobs → cart.shop:80: none. "_s), qPrintable(why));
    QVERIFY2(why.contains(u"cart-callers"_s), qPrintable(why));
}

void TestReachWindow::filtersBothSides()
{
    const int all = rows()->rowCount();
    QTest::keyClicks(child<QLineEdit>("reachCallers"), u"jobs"_s);
    QCOMPARE(rows()->rowCount(), 1);
    QTest::keyClicks(child<QLineEdit>("reachTargets"), u"mail"_s);
    QCOMPARE(rows()->columnCount(), 2);
    QCOMPARE(text(u"shop/jobs"_s, u"mail.shop:80"_s), u"all"_s);
    QTest::keyClicks(child<QLineEdit>("reachTargets"), u"zzz"_s);
    QCOMPARE(child<QLabel>("reachEmpty")->text(), u"No caller or target matches."_s);
    QVERIFY(child<QLabel>("reachEmpty")->isVisible());
    child<QLineEdit>("reachTargets")->clear();
    child<QLineEdit>("reachCallers")->clear();
    QCOMPARE(rows()->rowCount(), all);
    QCOMPARE(rows()->columnCount(), 3);
    // the column that stays shows the callers alone
    for (int column = 1; column < rows()->columnCount(); ++column) {
        QVERIFY(table()->frozen()->isColumnHidden(column));
    }
}

void TestReachWindow::onlyWhatIsKeptFromSomething()
{
    QTest::mouseClick(child<QCheckBox>("reachOnlyRefused"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(cell(u"shop/jobs"_s, u"cart.shop:80"_s).isValid());
    QVERIFY(!cell(u"shop/web"_s, u"cart.shop:80"_s).isValid());
}

void TestReachWindow::arrowsChooseAndReturnOpens()
{
    QSignalSpy opened(m_window, &ReachWindow::elementOpened);
    table()->setFocus();
    const QModelIndex refused = cell(u"shop/jobs"_s, u"cart.shop:80"_s);
    table()->setCurrentIndex(rows()->index(refused.row(), refused.column() + 1));
    QTest::keyClick(table(), Qt::Key_Left);
    QCOMPARE(table()->currentIndex(), refused);
    QVERIFY(child<QLabel>("reachDetails")->text().contains(u"AuthorizationPolicy cart-callers"_s));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.front().front().value<mesh::ElementRef>().key.name, std::string("cart-callers"));
    Q_EMIT child<QLabel>("reachDetails")->linkActivated(u"#"_s);
    QCOMPARE(opened.size(), 2);
}

void TestReachWindow::narrowQuestionsAndBack()
{
    QVERIFY(!child<QPushButton>("reachEverything")->isVisible());
    m_window->ask({{}, {"cart"}}, u"Who can reach cart?"_s);
    QVERIFY(QTest::qWaitFor([&] { return rows()->columnCount() == 2; }, 20000));
    QCOMPARE(child<QLabel>("reachQuestion")->text(), u"Who can reach cart?"_s);
    QTest::mouseClick(child<QPushButton>("reachEverything"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return rows()->columnCount() == 3; }, 20000));
    QVERIFY(!child<QLabel>("reachQuestion")->isVisible());
    m_window->ask({{{traffic::Origin::Kind::Workload, "shop", "web", "Deployment"}}, {}}, u"What can web reach?"_s);
    QVERIFY(QTest::qWaitFor([&] { return rows()->rowCount() == 1; }, 20000));
}

void TestReachWindow::followsEdits()
{
    m_fixture->write(u"mesh/shop.yaml"_s, meshText().replace("sa/web", "sa/jobs"));
    m_fixture->workspace.open(m_fixture->directory());
    QVERIFY(QTest::qWaitFor([&] { return text(u"shop/jobs"_s, u"cart.shop:80"_s) == u"all"_s; }, 20000));
    QCOMPARE(text(u"shop/web"_s, u"cart.shop:80"_s), u"none"_s);
}

void TestReachWindow::exports_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("csv") << u"reach.csv"_s
                         << QByteArray("environment,caller,host,port,reach,verdict,reason,kind,namespace,name,field,"
                                       "file,line\r\n");
    QTest::newRow("markdown") << u"reach.md"_s << QByteArray("## Who can reach whom\n\n| Caller | `cart.shop:80` |");
    QTest::newRow("json") << u"reach.json"_s << QByteArray("{\n    \"cells\": [");
}

void TestReachWindow::exports()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, start);
    QTest::keyClicks(child<QLineEdit>("reachCallers"), u"jobs"_s);
    const QTemporaryDir directory;
    const QString path = directory.filePath(file);
    QVERIFY(m_window->exportTo(path));
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY2(bytes.startsWith(start), bytes);
    QVERIFY(bytes.contains("jobs"));
    QVERIFY(bytes.contains("none"));
    // what is filtered away is not there
    QVERIFY2(!bytes.contains("Deployment:mail"), bytes);
    QVERIFY(!m_window->exportTo(directory.filePath(u"missing/"_s + file)));
}

void TestReachWindow::copies()
{
    child<QAction>("reachCopy")->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"## Who can reach whom"_s));
}

void TestReachWindow::closingStopsTheWork()
{
    m_window->ask({}, {});
    m_window->close();
    QVERIFY(QTest::qWaitFor([&] { return m_window.isNull(); }, 20000));
}

void TestReachWindow::theActionsOpenOneWindow()
{
    MainWindow window(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    window.resize(1200, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.findChild<QAction*>(u"reachAction"_s)->trigger();
    QCOMPARE(window.findChildren<ReachWindow*>().size(), 1);
    const mesh::MeshGraph& graph = *m_fixture->workspace.snapshot()->graph;
    for (const mesh::ResourceIndex index : graph.order()) {
        if (graph.at(index).key.kind == "Service" && graph.at(index).key.name == "cart") {
            m_fixture->workspace.selection().select(graph.at(index).element(), nullptr);
        }
    }
    QVERIFY(window.findChild<QAction*>(u"reachToAction"_s)->isEnabled());
    QVERIFY(!window.findChild<QAction*>(u"reachFromAction"_s)->isEnabled());
    window.findChild<QAction*>(u"reachToAction"_s)->trigger();
    QCOMPARE(window.findChildren<ReachWindow*>().size(), 1);
    auto* reach = window.findChild<ReachWindow*>();
    QVERIFY(reach->findChild<QLabel*>(u"reachQuestion"_s)->text().startsWith(u"Who can reach cart"_s));
    auto* found = reach->findChild<FrozenTable*>();
    QVERIFY(QTest::qWaitFor([&] { return found->model()->columnCount() == 2; }, 20000));
}

int main(int argc, char** argv)
{
    return runViewTest<TestReachWindow>(argc, argv);
}
#include "tst_reachwindow.moc"
