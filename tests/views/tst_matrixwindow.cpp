// SPDX-License-Identifier: Apache-2.0
#include "tests/views/viewfixture.h"
#include "views/common/messagebar.h"
#include "views/matrix/checktree.h"
#include "views/matrix/frozentable.h"
#include "views/matrix/matrixmodel.h"
#include "views/matrix/matrixrows.h"
#include "views/matrix/matrixwindow.h"
#include "views/window/mainwindow.h"
#include "views/window/workbench.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

namespace {

QByteArray meshText(const QByteArray& timeout, const QByteArray& connections, const QByteArray& weights = "90, 10")
{
    const QList<QByteArray> parts = weights.split(',');
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: reviews, namespace: shop}\n"
           "spec:\n  hosts: [reviews]\n  http:\n    - name: default\n"
        + (timeout.isEmpty() ? QByteArray() : "      timeout: " + timeout + "\n")
        + "      retries: {attempts: 3, perTryTimeout: 1s}\n      route:\n"
          "        - {destination: {host: reviews, subset: v1}, weight: "
        + parts[0] + "}\n        - {destination: {host: reviews, subset: v2}, weight: " + parts[1]
        + "}\n---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\n"
          "metadata: {name: reviews, namespace: shop}\nspec:\n  host: reviews\n"
        + (connections.isEmpty() ? QByteArray()
                                 : "  trafficPolicy: {connectionPool: {tcp: {maxConnections: " + connections + "}}}\n")
        + "  subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]\n"
          "---\napiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\n"
          "spec: {selector: {app: reviews}, ports: [{port: 80, name: http}]}\n"
          "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n"
          "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: reviews-v1, namespace: shop}\n"
          "spec: {template: {metadata: {labels: {app: reviews, version: v1}}}}\n";
}

} // namespace

class TestMatrixWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theModelIsSound();
    void showsEachEnvironment();
    void whatDiffersIsMarked();
    void filtersByKeys();
    void onlyDifferencesByMouse();
    void environmentsAreChosenByMouse();
    void settingsAreChosenByMouse();
    void anyFieldCanBeAdded();
    void aWrongFieldIsSaid();
    void followsPendingEdits();
    void doubleClickGoesToTheOtherEnvironment();
    void returnGoesToTheCell();
    void firstColumnsStay();
    void exports_data();
    void exports();
    void whatCannotBeWrittenIsSaid();
    void copies();
    void anEnvironmentThatFailsIsSaid();
    void emptyStates();
    void cancelKeepsWhatWasThere();
    void closingStopsTheWork();
    void theActionOpensOneWindow();

private:
    template <typename T> T* child(const char* name) const { return childOf<T>(*m_window, name); }
    void open(const QMap<QString, QByteArray>& more = {});
    void compare();
    FrozenTable* table() const { return child<FrozenTable>("matrixTable"); }
    QAbstractItemModel* rows() const { return table()->model(); }
    /// The row with this text in the second column; -1: none.
    int rowOf(const QString& setting) const;
    QString text(const QString& setting, int environment) const
    {
        return rows()->index(rowOf(setting), MatrixModel::FirstEnvironment + environment).data().toString();
    }
    void clickCheck(const char* button, const char* tree, const QString& item) const;
    bool waitForText(const QString& setting, int environment, const QString& expected) const
    {
        return QTest::qWaitFor([&] { return rowOf(setting) >= 0 && text(setting, environment) == expected; }, 20000);
    }

    std::unique_ptr<ViewFixture> m_fixture;
    QPointer<MatrixWindow> m_window;
};

void TestMatrixWindow::init()
{
    m_fixture = std::make_unique<ViewFixture>();
}

void TestMatrixWindow::cleanup()
{
    delete m_window;
    const QStringList warnings = ViewFixture::takeWarnings();
    m_fixture.reset();
    QCOMPARE(warnings, QStringList());
}

void TestMatrixWindow::open(const QMap<QString, QByteArray>& more)
{
    QMap<QString, QByteArray> files{{u"dev/reviews.yaml"_s, meshText("", "100")},
                                    {u"production/reviews.yaml"_s, meshText("3s", "1024", "80, 20")},
                                    {u"staging/reviews.yaml"_s, meshText("3s", "100")}};
    files.insert(more);
    QVERIFY(m_fixture->openFiles(files));
}

void TestMatrixWindow::compare()
{
    m_window = new MatrixWindow(m_fixture->theme, m_fixture->workspace, nullptr);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
    QVERIFY(QTest::qWaitFor([&] { return rows()->rowCount() > 0; }, 20000));
}

int TestMatrixWindow::rowOf(const QString& setting) const
{
    for (int row = 0; row < rows()->rowCount(); ++row) {
        if (rows()->index(row, MatrixModel::SettingColumn).data() == setting) {
            return row;
        }
    }
    return -1;
}

void TestMatrixWindow::clickCheck(const char* button, const char* tree, const QString& item) const
{
    auto* tool = child<QToolButton>(button);
    tool->menu()->popup(tool->mapToGlobal(QPoint(0, tool->height())));
    auto* list = child<CheckTree>(tree);
    QVERIFY(QTest::qWaitFor([&] { return list->isVisible(); }));
    const auto found = list->findItems(item, Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    list->scrollToItem(found.front());
    const QRect rect = list->visualItemRect(found.front());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(rect.left() + 9, rect.center().y()));
    QTest::keyClick(tool->menu(), Qt::Key_Escape);
}

void TestMatrixWindow::theModelIsSound()
{
    MatrixModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 2);
    open();
    compare();
    const auto* source = static_cast<MatrixModel*>(static_cast<MatrixRows*>(rows())->sourceModel());
    const QAbstractItemModelTester proxyTester(rows(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setMatrix(source->matrix());
    QCOMPARE(model.columnCount(), 5);
    QVERIFY(model.rowCount() > 3);
    QVERIFY(!model.index(model.rowCount(), 0).isValid());
    QVERIFY(!model.index(0, 5).isValid());
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    QCOMPARE(model.columnCount(model.index(0, 0)), 0);
    QCOMPARE(model.headerData(5, Qt::Horizontal), QVariant());
    QCOMPARE(model.headerData(-1, Qt::Horizontal), QVariant());
    QCOMPARE(model.headerData(0, Qt::Vertical), QVariant());
    model.setMatrix(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestMatrixWindow::showsEachEnvironment()
{
    open();
    compare();
    QStringList heads;
    for (int column = 0; column < rows()->columnCount(); ++column) {
        heads << rows()->headerData(column, Qt::Horizontal).toString();
    }
    QCOMPARE(heads, (QStringList{u"Host"_s, u"Setting"_s, u"dev"_s, u"production"_s, u"staging"_s}));
    QCOMPARE(rows()->index(0, 0).data(), u"reviews.shop"_s);
    QCOMPARE(text(u"Timeout · default"_s, 0), u"not set"_s);
    QCOMPARE(text(u"Timeout · default"_s, 1), u"3s"_s);
    QCOMPARE(text(u"Weights · default"_s, 1), u"v1 80 / v2 20"_s);
    QCOMPARE(text(u"Server mTLS · reviews-v1"_s, 2), u"PERMISSIVE (default)"_s);
    const QString hint = rows()
                             ->index(rowOf(u"Timeout · default"_s), MatrixModel::FirstEnvironment + 1)
                             .data(Qt::ToolTipRole)
                             .toString();
    QVERIFY2(hint.endsWith(u"production/reviews.yaml:8"_s), qPrintable(hint));
    const auto* source = static_cast<MatrixModel*>(static_cast<MatrixRows*>(rows())->sourceModel());
    QCOMPARE(child<QLabel>("matrixState")->text(),
             u"%1 rows, 3 differ. Marked cells differ from what most environments have."_s.arg(source->rowCount()));
}

void TestMatrixWindow::whatDiffersIsMarked()
{
    open();
    compare();
    const int row = rowOf(u"Weights · default"_s);
    const auto rectOf = [&](int environment) {
        return table()->visualRect(rows()->index(row, MatrixModel::FirstEnvironment + environment));
    };
    const QImage shot = table()->viewport()->grab().toImage();
    const qreal ratio = shot.devicePixelRatio();
    const auto groundOf = [&](int environment) {
        const QPoint at = rectOf(environment).bottomRight() - QPoint(4, 4);
        return shot.pixelColor(qRound(at.x() * ratio), qRound(at.y() * ratio));
    };
    QCOMPARE(groundOf(1), m_fixture->theme.color("chgbg"));
    QCOMPARE(groundOf(0), table()->palette().color(QPalette::Base));
    // Not by colour alone: a glyph, and a word for those who cannot see it.
    const auto inkOf = [&](int environment) {
        int strokes = 0;
        const QRect rect = rectOf(environment);
        for (int x = rect.left(); x < rect.left() + 20; ++x) {
            const QPoint at(qRound(x * ratio), qRound(rect.center().y() * ratio));
            strokes += shot.pixelColor(at) == m_fixture->theme.color("chg") ? 1 : 0;
        }
        return strokes;
    };
    QVERIFY(inkOf(1) > 0);
    QCOMPARE(inkOf(0), 0);
    QCOMPARE(rows()->index(row, MatrixModel::FirstEnvironment + 1).data(Qt::AccessibleTextRole),
             u"v1 80 / v2 20, differs"_s);
}

void TestMatrixWindow::filtersByKeys()
{
    open();
    compare();
    auto* filter = child<QLineEdit>("matrixFilter");
    QVERIFY(filter->hasFocus());
    const int before = rows()->rowCount();
    QTest::keyClicks(filter, u"reviews TIMEOUT"_s);
    QCOMPARE(rows()->rowCount(), 2);
    QVERIFY(rows()->rowCount() < before);
    QTest::keyClicks(filter, u"xyz"_s);
    QCOMPARE(rows()->rowCount(), 0);
    QCOMPARE(child<QLabel>("matrixEmpty")->text(), u"No row matches “reviews TIMEOUTxyz”."_s);
    QVERIFY(child<QLabel>("matrixEmpty")->isVisible());
    QVERIFY(!child<QPushButton>("matrixCsv")->isEnabled());
    filter->clear();
    QCOMPARE(rows()->rowCount(), before);
    QVERIFY(child<QPushButton>("matrixCsv")->isEnabled());
}

void TestMatrixWindow::onlyDifferencesByMouse()
{
    open();
    compare();
    QTest::mouseClick(child<QCheckBox>("matrixOnlyDifferences"), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(rows()->rowCount(), 3);
    QVERIFY(rowOf(u"Timeout · default"_s) >= 0);
    QVERIFY(rowOf(u"Retries · default"_s) < 0);
}

void TestMatrixWindow::environmentsAreChosenByMouse()
{
    open();
    compare();
    QCOMPARE(child<QToolButton>("matrixEnvironmentButton")->text(), u"Environments (3)"_s);
    clickCheck("matrixEnvironmentButton", "matrixEnvironments", u"dev"_s);
    QVERIFY(QTest::qWaitFor([&] { return rows()->columnCount() == 4; }, 20000));
    QCOMPARE(child<QToolButton>("matrixEnvironmentButton")->text(), u"Environments (2)"_s);
    QCOMPARE(rows()->headerData(2, Qt::Horizontal), u"production"_s);
    QCOMPARE(text(u"Timeout · default"_s, 0), u"3s"_s);
}

void TestMatrixWindow::settingsAreChosenByMouse()
{
    open();
    compare();
    clickCheck("matrixSettingButton", "matrixSettings", u"Timeout"_s);
    QVERIFY(QTest::qWaitFor([&] { return rowOf(u"Timeout · default"_s) < 0; }, 20000));
    QVERIFY(rowOf(u"Weights · default"_s) >= 0);
    clickCheck("matrixSettingButton", "matrixSettings", u"Routes"_s); // all of them again
    QVERIFY(QTest::qWaitFor([&] { return rowOf(u"Timeout · default"_s) >= 0; }, 20000));
    clickCheck("matrixSettingButton", "matrixSettings", u"Routes"_s); // none of them
    QVERIFY(QTest::qWaitFor([&] { return rowOf(u"Timeout · default"_s) < 0; }, 20000));
    QVERIFY(rowOf(u"Weights · default"_s) < 0);
    QVERIFY(rowOf(u"tcp.maxConnections"_s) >= 0);
}

void TestMatrixWindow::anyFieldCanBeAdded()
{
    open();
    compare();
    auto* field = child<QLineEdit>("matrixField");
    auto* tool = child<QToolButton>("matrixSettingButton");
    tool->menu()->popup(tool->mapToGlobal(QPoint(0, tool->height())));
    QVERIFY(QTest::qWaitFor([&] { return field->isVisible(); }));
    QTest::keyClicks(field, u"vs:spec.http[*].retries.attempts"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(tool->menu(), Qt::Key_Escape);
    const QString row = u"VirtualService:spec.http[*].retries.attempts · spec.http[default].retries.attempts"_s;
    QVERIFY(waitForText(row, 2, u"3"_s));
    QVERIFY(m_window->isVisible());
    clickCheck("matrixSettingButton", "matrixSettings", u"VirtualService:spec.http[*].retries.attempts"_s);
    QVERIFY(QTest::qWaitFor([&] { return rowOf(row) < 0 && rows()->rowCount() > 0; }, 20000));
}

void TestMatrixWindow::aWrongFieldIsSaid()
{
    open();
    compare();
    auto* field = child<QLineEdit>("matrixField");
    field->setText(u"dr:spec.hots"_s);
    Q_EMIT field->returnPressed();
    auto* message = child<MessageBar>("matrixMessage");
    QVERIFY(message->isVisible());
    QCOMPARE(message->text(), u"DestinationRule has no field spec.hots. Did you mean host?"_s);
    QCOMPARE(field->text(), u"dr:spec.hots"_s);
    field->setText(u"dr:spec.host"_s);
    Q_EMIT field->returnPressed();
    QVERIFY(!message->isVisible());
    QVERIFY(waitForText(u"DestinationRule:spec.host"_s, 0, u"reviews"_s));
}

void TestMatrixWindow::followsPendingEdits()
{
    open();
    compare();
    m_fixture->workspace.chooseEnvironment("production");
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->workspace.snapshot()->environment.name == "production"; }, 20000));
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {70, 30}));
    QVERIFY(waitForText(u"Weights · default"_s, 1, u"v1 70 / v2 30"_s));
    QCOMPARE(text(u"Weights · default"_s, 0), u"v1 90 / v2 10"_s);
}

void TestMatrixWindow::doubleClickGoesToTheOtherEnvironment()
{
    open();
    compare();
    m_fixture->workspace.chooseEnvironment("dev");
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->workspace.snapshot()->environment.name == "dev"; }, 20000));
    m_fixture->workspace.selection().select(m_fixture->splitRoute());
    QSignalSpy shown(m_window, &MatrixWindow::shown);
    QVERIFY(QTest::qWaitFor([&] { return rowOf(u"Timeout · default"_s) >= 0; }, 20000));
    const QModelIndex index = rows()->index(rowOf(u"Timeout · default"_s), MatrixModel::FirstEnvironment + 1);
    table()->scrollTo(index);
    const QPoint at = table()->visualRect(index).center();
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, at);
    QVERIFY(QTest::qWaitFor([&] { return !shown.isEmpty(); }, 20000));
    QCOMPARE(m_fixture->workspace.snapshot()->environment.name, std::string("production"));
    const mesh::ElementRef& selected = m_fixture->workspace.selection().current();
    QCOMPARE(selected.key.environment, std::string("production"));
    QCOMPARE(selected.key.kind, std::string("VirtualService"));
    QCOMPARE(selected.field.text(), std::string("spec.http[0].timeout"));
    QCOMPARE(shown.count(), 1);
}

void TestMatrixWindow::returnGoesToTheCell()
{
    open();
    compare();
    const std::string here = m_fixture->workspace.snapshot()->environment.name;
    int environment = here == "dev" ? 0 : here == "production" ? 1 : 2;
    QSignalSpy shown(m_window, &MatrixWindow::shown);
    table()->setFocus();
    table()->setCurrentIndex(rows()->index(rowOf(u"Weights · default"_s), MatrixModel::FirstEnvironment + environment));
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return shown.count() == 1; }, 20000));
    QCOMPARE(m_fixture->workspace.selection().current().field.text(), std::string("spec.http[0].route"));
    QVERIFY(m_window->isVisible());
    // A row's name leads nowhere.
    table()->setCurrentIndex(rows()->index(0, 0));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(shown.count(), 1);
}

void TestMatrixWindow::firstColumnsStay()
{
    open();
    compare();
    m_window->resize(700, 400);
    QVERIFY(QTest::qWaitFor([&] { return table()->horizontalScrollBar()->maximum() > 0; }));
    QTableView* frozen = table()->frozen();
    QCOMPARE(frozen->width(), std::min(table()->frozenWidth(), table()->viewport()->width()));
    const QRect before = frozen->visualRect(rows()->index(0, 0));
    table()->setFocus();
    table()->setCurrentIndex(rows()->index(0, MatrixModel::FirstEnvironment));
    QTest::keyClick(table(), Qt::Key_Right);
    QTest::keyClick(table(), Qt::Key_Right);
    QVERIFY(table()->horizontalScrollBar()->value() > 0);
    QCOMPARE(frozen->visualRect(rows()->index(0, 0)), before);
    // Back again: the cell comes out from below the columns that stay.
    QTest::keyClick(table(), Qt::Key_Left);
    QTest::keyClick(table(), Qt::Key_Left);
    QVERIFY(table()->visualRect(table()->currentIndex()).left() >= table()->frozenWidth());
    // Both scroll up and down together.
    table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum());
    QCOMPARE(frozen->verticalScrollBar()->value(), table()->verticalScrollBar()->value());
    const int last = rows()->rowCount() - 1;
    QCOMPARE(frozen->visualRect(rows()->index(last, 0)).top(),
             table()->visualRect(rows()->index(last, MatrixModel::FirstEnvironment)).top());
    // A wider column is wider in both.
    table()->setColumnWidth(MatrixModel::SubjectColumn, 120);
    QCOMPARE(frozen->columnWidth(MatrixModel::SubjectColumn), 120);
    QCOMPARE(frozen->width(), std::min(table()->frozenWidth(), table()->viewport()->width()));
}

void TestMatrixWindow::exports_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("CSV") << u"out.csv"_s
                         << QByteArray("host,setting,item,differs,dev,production,staging\r\n"
                                       "reviews.shop,pool.tcp.maxConnections,,yes,100,1024,100\r\n");
    QTest::newRow("Markdown") << u"out.md"_s
                              << QByteArray("## Environments compared\n\nRows that differ: 1 of 1.\n\n"
                                            "### `reviews.shop`\n\n| Setting | `dev` | `production` | `staging` |\n"
                                            "| --- | --- | --- | --- |\n"
                                            "| tcp.maxConnections | `100` | ~ `1024` | `100` |\n");
}

void TestMatrixWindow::exports()
{
    QFETCH(QString, name);
    open();
    compare();
    QTest::keyClicks(child<QLineEdit>("matrixFilter"), u"tcp.max"_s);
    const QString file = m_fixture->directory() + u'/' + name;
    QVERIFY(m_window->exportTo(file));
    QTEST(m_fixture->read(name), "expected");
}

void TestMatrixWindow::whatCannotBeWrittenIsSaid()
{
    open();
    compare();
    const auto done = m_window->exportTo(m_fixture->directory() + u"/none/out.csv"_s);
    QVERIFY(!done);
    QCOMPARE(done.error().code, std::string("file.unwritable"));
}

void TestMatrixWindow::copies()
{
    open();
    compare();
    QTest::keyClicks(child<QLineEdit>("matrixFilter"), u"tcp.max"_s);
    QTest::mouseClick(child<QPushButton>("matrixCopy"), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"| tcp.maxConnections | `100` | ~ `1024` | `100` |\n"_s));
    QCOMPARE(child<QLabel>("matrixState")->text(), u"Copied 1 rows as Markdown."_s);
}

void TestMatrixWindow::anEnvironmentThatFailsIsSaid()
{
    open({{u"kustomize/kustomization.yaml"_s, "resources: [https://example.com/base]\n"}});
    compare();
    QCOMPARE(rows()->headerData(3, Qt::Horizontal), u"kustomize"_s);
    QVERIFY(rows()->headerData(3, Qt::Horizontal, Qt::DecorationRole).isValid());
    QVERIFY(!rows()->headerData(2, Qt::Horizontal, Qt::DecorationRole).isValid());
    auto* message = child<MessageBar>("matrixMessage");
    QVERIFY(message->isVisible());
    QVERIFY2(rows()->headerData(3, Qt::Horizontal, Qt::ToolTipRole).toString().contains(message->text()),
             qPrintable(message->text()));
    QCOMPARE(text(u"Timeout · default"_s, 1), u"cannot be read"_s);
    QCOMPARE(text(u"Timeout · default"_s, 2), u"3s"_s);
}

void TestMatrixWindow::emptyStates()
{
    auto* empty = [&] {
        m_window = new MatrixWindow(m_fixture->theme, m_fixture->workspace, nullptr);
        m_window->show();
        return child<QLabel>("matrixEmpty");
    }();
    const auto says = [&](const QString& words) {
        return QTest::qWaitFor([&] { return empty->isVisible() && empty->text() == words; }, 20000);
    };
    QVERIFY2(says(u"Open a repository to compare its environments."_s), qPrintable(empty->text()));
    // It fills when one is opened.
    open();
    QVERIFY(QTest::qWaitFor([&] { return rows()->rowCount() > 0; }, 20000));
    for (const char* name : {"dev", "production", "staging"}) {
        clickCheck("matrixEnvironmentButton", "matrixEnvironments", QLatin1StringView(name));
    }
    QVERIFY2(says(u"Choose the environments to compare."_s), qPrintable(empty->text()));
    clickCheck("matrixEnvironmentButton", "matrixEnvironments", u"dev"_s);
    QVERIFY(QTest::qWaitFor([&] { return rows()->rowCount() > 0; }, 20000));
    QVERIFY(child<QLabel>("matrixState")->text().endsWith(u"There is one environment, so nothing to compare with."_s));
    QTest::mouseClick(child<QCheckBox>("matrixOnlyDifferences"), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(empty->text(), u"The environments do not differ in these settings."_s);
    for (const char* group : {"Hosts and gateways", "Routes", "Connection pool", "Outlier detection", "Load balancing",
                              "Subsets", "Workloads"}) {
        clickCheck("matrixSettingButton", "matrixSettings", QLatin1StringView(group));
    }
    QVERIFY2(says(u"No environment has any of these settings."_s), qPrintable(empty->text()));
    auto* settings = child<CheckTree>("matrixSettings");
    for (int group = 0; group < settings->topLevelItemCount(); ++group) {
        settings->topLevelItem(group)->setCheckState(0, Qt::Unchecked);
    }
    QVERIFY2(says(u"Choose the settings to compare."_s), qPrintable(empty->text()));
}

void TestMatrixWindow::cancelKeepsWhatWasThere()
{
    open();
    compare();
    const auto* job = m_window->findChild<workspace::JobRunner*>();
    QVERIFY(job != nullptr);
    // Before the work can be done: its result would come through the event loop.
    const auto cancels =
        connect(job, &workspace::JobRunner::started, m_window, [this] { child<QPushButton>("matrixCancel")->click(); });
    QSignalSpy ended(job, &workspace::JobRunner::finished);
    clickCheck("matrixEnvironmentButton", "matrixEnvironments", u"dev"_s);
    QVERIFY(QTest::qWaitFor([&] { return !ended.isEmpty(); }, 20000));
    QVERIFY(!job->isRunning());
    QCOMPARE(rows()->columnCount(), 5);
    QCOMPARE(child<QLabel>("matrixState")->text(), u"Cancelled; this is what was there before."_s);
    disconnect(cancels);
    clickCheck("matrixEnvironmentButton", "matrixEnvironments", u"staging"_s);
    QVERIFY(QTest::qWaitFor([&] { return rows()->columnCount() == 3; }, 20000));
    QVERIFY(!child<QLabel>("matrixState")->text().contains(u"Cancelled"_s));
}

void TestMatrixWindow::closingStopsTheWork()
{
    open();
    m_window = new MatrixWindow(m_fixture->theme, m_fixture->workspace, nullptr);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window)); // the work has begun
    QTest::keyClick(m_window, Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([&] { return m_window.isNull(); }));
    // What comes later comes to nobody.
    m_fixture->workspace.chooseEnvironment("production");
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->workspace.snapshot()->environment.name == "production"; }, 20000));
}

void TestMatrixWindow::theActionOpensOneWindow()
{
    open();
    MainWindow main(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    main.show();
    QVERIFY(QTest::qWaitForWindowActive(&main));
    auto* action = main.findChild<QAction*>(u"compareEnvironmentsAction"_s);
    QVERIFY(action != nullptr && action->isEnabled());
    QTest::keyClick(&main, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(main.findChildren<MatrixWindow*>().size(), 1);
    action->trigger();
    QCOMPARE(main.findChildren<MatrixWindow*>().size(), 1);
    m_window = main.findChild<MatrixWindow*>();
    QVERIFY(QTest::qWaitFor([&] { return rows()->rowCount() > 0; }, 20000));
    const std::string other = m_fixture->workspace.snapshot()->environment.name == "dev" ? "staging" : "dev";
    const int column = other == "dev" ? 0 : 2;
    const QModelIndex index = rows()->index(rowOf(u"tcp.maxConnections"_s), MatrixModel::FirstEnvironment + column);
    Q_EMIT table()->doubleClicked(index);
    QVERIFY(
        QTest::qWaitFor([&] { return m_fixture->workspace.selection().current().key.environment == other; }, 20000));
    QCOMPARE(m_fixture->workspace.snapshot()->environment.name, other);
    QCOMPARE(m_fixture->workspace.selection().current().key.kind, std::string("DestinationRule"));
    delete m_window;
}

int main(int argc, char** argv)
{
    return runViewTest<TestMatrixWindow>(argc, argv);
}
#include "tst_matrixwindow.moc"
