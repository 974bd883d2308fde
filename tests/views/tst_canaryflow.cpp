// SPDX-License-Identifier: Apache-2.0
// From a service to stacked branches in the real window, once with keys alone and once with the mouse alone.
#include "tests/views/viewfixture.h"
#include "views/commit/stackdialog.h"
#include "views/common/messagebar.h"
#include "views/inspector/canarychart.h"
#include "views/inspector/inspectorpanel.h"
#include "views/inspector/routetools.h"
#include "views/inspector/weightslider.h"
#include "views/window/gotofield.h"
#include "views/window/mainwindow.h"
#include "views/window/workbench.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;
using Weights = std::vector<std::int64_t>;

namespace {

/// reviews with v1 90 and v2 10; workloads of v1, v2 and v3, but no subset v3.
QMap<QString, QByteArray> files()
{
    QByteArray routes = reviewsYaml();
    routes.truncate(routes.indexOf("        - destination:\n            host: reviews\n            subset: v3"));
    routes.replace("subset: v3", "subset: v2");
    QByteArray rest = "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: reviews\n"
                      "  namespace: shop\nspec:\n  host: reviews\n  subsets:\n"
                      "    - name: v1\n      labels: {version: v1}\n    - name: v2\n      labels: {version: v2}\n"
                      "---\napiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\nspec:\n"
                      "  selector: {app: reviews}\n  ports:\n    - {name: http, port: 80}\n";
    for (const QByteArray version : {"v1", "v2", "v3"}) {
        rest += "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: reviews-" + version
            + ", namespace: shop}\nspec:\n  template:\n    metadata:\n      labels: {app: reviews, version: " + version
            + "}\n";
    }
    return {{u"mesh/reviews-vs.yaml"_s, routes}, {u"mesh/reviews.yaml"_s, rest}};
}

} // namespace

class TestCanaryFlow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void byKeyboardAlone();
    void byMouseAlone();
    void stepsAreShownAndChanged();
    void nextPromoteAbort();
    void mirrorByMouse();
    void previewByKeyboard();
    void removesADestination();
    void ownersAreNamedFirst();
    void whatTheFormCannotShowIsNamed_data();
    void whatTheFormCannotShowIsNamed();
    void failuresAreSaidInTheDialog();
    void plansAreKept();
    void everyControlHasAName();

private:
    template <typename T = QWidget> T* child(const QString& name) const
    {
        T* found = m_window->findChild<T*>(name);
        if (found == nullptr) {
            QTest::qFail(qPrintable(u"no "_s + name), __FILE__, __LINE__);
        }
        return found;
    }
    void show(const QMap<QString, QByteArray>& content);
    void selectRoute() const
    {
        m_fixture->workspace.selection().select(m_fixture->splitRoute());
        // New rows and buttons are shown by the event loop.
        QCoreApplication::processEvents();
    }
    void tabTo(const QString& name) const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : m_window.get(), key,
                        modifiers);
    }
    void type(const QString& text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    void click(const QString& name) const;
    void choose(const QString& combo, const QString& start) const;
    void clickBar(int bar) const;
    StackDialog* dialog() const;
    bool isClosed() const
    {
        return QTest::qWaitFor([&] { return m_window->findChild<StackDialog*>() == nullptr; }, 60000);
    }
    QString stackError() const
    {
        const auto* bar = m_window->findChild<MessageBar*>(u"stackError"_s);
        return bar != nullptr ? bar->text() : QString();
    }
    QString lines(const QString& from, const QString& to) const;
    void branchesAreMinimal(const QString& subset, const QString& prefix) const;
    const std::string& text(const char* path) const
    {
        return *m_fixture->workspace.snapshot()->current.find(path)->text->text;
    }

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void TestCanaryFlow::init()
{
    m_fixture = std::make_unique<ViewFixture>();
}

void TestCanaryFlow::cleanup()
{
    m_window.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

void TestCanaryFlow::show(const QMap<QString, QByteArray>& content)
{
    m_window = std::make_unique<MainWindow>(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    m_window->resize(1440, 1200);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_fixture->openFiles(content));
    QCoreApplication::processEvents();
}

void TestCanaryFlow::tabTo(const QString& name) const
{
    QStringList seen;
    for (int i = 0; i < 120; ++i) {
        const QWidget* focus = QApplication::focusWidget();
        if (focus != nullptr && focus->objectName() == name) {
            return;
        }
        seen << (focus != nullptr ? focus->objectName() : u"(none)"_s);
        key(Qt::Key_Tab);
    }
    QTest::qFail(qPrintable(u"Tab never comes to "_s + name + u": "_s + seen.mid(0, 60).join(u' ')), __FILE__,
                 __LINE__);
}

void TestCanaryFlow::click(const QString& name) const
{
    auto* widget = child(name);
    QVERIFY2(widget->isVisible() && widget->isEnabled(), qPrintable(name));
    if (auto* scroll = m_window->workbench().inspector()->findChild<QScrollArea*>(); scroll->isAncestorOf(widget)) {
        scroll->ensureWidgetVisible(widget);
    }
    QTest::mouseClick(widget, Qt::LeftButton);
}

void TestCanaryFlow::choose(const QString& combo, const QString& start) const
{
    auto* box = child<QComboBox>(combo);
    QVERIFY(QTest::qWaitFor([&] { return box->isVisible() && box->width() > 100; }));
    QTest::mouseClick(box, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return box->view()->isVisible(); }));
    for (int row = 0; row < box->count(); ++row) {
        if (box->itemText(row).startsWith(start)) {
            const QModelIndex index = box->model()->index(row, 0);
            box->view()->scrollTo(index);
            // A popup takes a click only when it has been open for a moment.
            QTest::qWait(QApplication::doubleClickInterval() + 50);
            const QPoint place = box->view()->visualRect(index).center();
            QTest::mouseMove(box->view()->viewport(), place);
            QTest::mouseClick(box->view()->viewport(), Qt::LeftButton, {}, place);
            QVERIFY(QTest::qWaitFor([&] { return box->currentIndex() == row && !box->view()->isVisible(); }));
            return;
        }
    }
    QTest::qFail(qPrintable(u"no choice "_s + start), __FILE__, __LINE__);
}

void TestCanaryFlow::clickBar(int bar) const
{
    auto* chart = child<CanaryChart>(u"canaryChart"_s);
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->barRect(bar).center());
}

StackDialog* TestCanaryFlow::dialog() const
{
    StackDialog* found = nullptr;
    if (!QTest::qWaitFor([&] {
            found = m_window->findChild<StackDialog*>();
            return found != nullptr && found->isVisible();
        })) {
        QTest::qFail("no dialog", __FILE__, __LINE__);
    } else {
        // Offscreen no window manager gives a new window the keys.
        found->activateWindow();
        if (!QTest::qWaitFor([&] { return QApplication::activeWindow() == found; })) {
            QTest::qFail("the dialog is not active", __FILE__, __LINE__);
        }
    }
    return found;
}

QString TestCanaryFlow::lines(const QString& from, const QString& to) const
{
    QStringList result;
    for (const QString& line : m_fixture->git({u"diff"_s, u"-U0"_s, from, to}).split(u'\n')) {
        if ((line.startsWith(u'-') || line.startsWith(u'+')) && !line.startsWith(u"---"_s)
            && !line.startsWith(u"+++"_s)) {
            result << line;
        }
    }
    return result.join(u'\n');
}

void TestCanaryFlow::branchesAreMinimal(const QString& subset, const QString& prefix) const
{
    const auto branch = [&](const char* name) { return prefix + QLatin1StringView(name); };
    QCOMPARE(m_fixture->git({u"branch"_s, u"--format=%(refname:short)"_s, u"--list"_s, prefix + u"*"_s}).split(u'\n'),
             QStringList({branch("-1-subset"), branch("-2-10"), branch("-3-25"), branch("-4-50"), branch("-5-100")}));
    QCOMPARE(lines(u"main"_s, branch("-1-subset")), u"+    - name: %1\n+      labels: {version: %1}"_s.arg(subset));
    QCOMPARE(
        lines(branch("-1-subset"), branch("-2-10")),
        u"-          weight: 90 # stable\n+          weight: 80 # stable\n"
        "+        - destination:\n+            host: reviews\n+            subset: %1\n+          weight: 10"_s.arg(
            subset));
    QCOMPARE(lines(branch("-2-10"), branch("-3-25")),
             u"-          weight: 80 # stable\n+          weight: 65 # stable\n-          weight: 10\n"
             "+          weight: 25"_s);
    QCOMPARE(lines(branch("-3-25"), branch("-4-50")),
             u"-          weight: 65 # stable\n+          weight: 40 # stable\n-          weight: 25\n"
             "+          weight: 50"_s);
    QCOMPARE(lines(branch("-4-50"), branch("-5-100")).count(u'\n'), 5);
    // neither the branch nor the files of the user moved
    QCOMPARE(m_fixture->git({u"symbolic-ref"_s, u"--short"_s, u"HEAD"_s}), u"main"_s);
    QCOMPARE(m_fixture->git({u"status"_s, u"--porcelain"_s}), QString());
}

void TestCanaryFlow::byKeyboardAlone()
{
    show(files());
    key(Qt::Key_K, Qt::ControlModifier);
    type(u"reviews"_s);
    QTest::keyClick(child<GoToField>(u"goToField"_s)->findChild<QCompleter*>()->popup(), Qt::Key_Return);
    QCOMPARE(m_fixture->workspace.selection().current().key.kind, "VirtualService");

    tabTo(u"addDestination"_s);
    key(Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"destinationChoice"_s);
    key(Qt::Key_End);
    tabTo(u"subsetName"_s);
    type(u"v4"_s);
    QCOMPARE(child<QLineEdit>(u"subsetLabels"_s)->text(), u"version=v4"_s);
    key(Qt::Key_Return);
    QCOMPARE(m_fixture->weights(), (Weights{90, 10, 0}));
    QCOMPARE(QApplication::focusWidget()->objectName(), u"weightSlider_2"_s);
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);

    tabTo(u"canaryPlan"_s);
    QCOMPARE(child<QComboBox>(u"canaryTarget"_s)->currentText(), u"To v4"_s);
    key(Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"canaryChart"_s);
    QCOMPARE(child<CanaryChart>(u"canaryChart"_s)->bars().size(), 5U);
    tabTo(u"canaryStack"_s);
    key(Qt::Key_Space);
    auto* stack = dialog();
    QVERIFY(stack != nullptr);
    auto* prefix = stack->findChild<QLineEdit*>(u"stackPrefix"_s);
    QTest::keyClick(prefix, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(prefix, u"steps/v4"_s);
    QCOMPARE(stack->findChild<QListWidget*>(u"stackBranches"_s)->count(), 5);
    QTest::keyClick(prefix, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(isClosed(), qPrintable(stackError()));
    branchesAreMinimal(u"v4"_s, u"steps/v4"_s);
    QVERIFY(m_window->message().text().contains(u"5 branches"_s));

    // undo one: the destination and its subset are one step
    m_window->activateWindow();
    QVERIFY(QTest::qWaitFor([&] { return QApplication::activeWindow() == m_window.get(); }));
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_fixture->weights(), (Weights{90, 10}));
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestCanaryFlow::byMouseAlone()
{
    show(files());
    auto* tree = child<QTreeView>(u"meshTree"_s);
    QModelIndex found;
    tree->expandAll();
    for (QModelIndex index = tree->model()->index(0, 0); index.isValid(); index = tree->indexBelow(index)) {
        if (index.data().toString().startsWith(u"default"_s)) {
            found = index;
        }
    }
    QVERIFY(found.isValid());
    tree->scrollTo(found);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(found).center());
    QCOMPARE(m_fixture->workspace.selection().current().key.kind, "VirtualService");

    click(u"addDestination"_s);
    choose(u"destinationChoice"_s, u"v3 reviews, new subset"_s);
    click(u"destinationConfirm"_s);
    QCOMPARE(m_fixture->weights(), (Weights{90, 10, 0}));
    click(u"canaryPlan"_s);
    click(u"canaryStack"_s);
    auto* stack = dialog();
    QVERIFY(stack != nullptr);
    auto* list = stack->findChild<QListWidget*>(u"stackBranches"_s);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(2)).center());
    QCOMPARE(list->currentRow(), 2);
    QTest::mouseClick(stack->findChild<QPushButton*>(u"stackConfirm"_s), Qt::LeftButton);
    QVERIFY2(isClosed(), qPrintable(stackError()));
    branchesAreMinimal(u"v3"_s, u"canary/reviews-v3"_s);
    click(u"undoButton"_s);
    QCOMPARE(m_fixture->weights(), (Weights{90, 10}));
}

void TestCanaryFlow::stepsAreShownAndChanged()
{
    show(files());
    selectRoute();
    click(u"canaryPlan"_s);
    auto* chart = child<CanaryChart>(u"canaryChart"_s);
    // v2 has the least: 25, 50, 100
    QCOMPARE(chart->bars().size(), 4U);
    QCOMPARE(chart->current(), 0);
    clickBar(2);
    QCOMPARE(child<WeightSlider>(u"weightSlider_1"_s)->value(), 50);
    QVERIFY(child<QLabel>(u"splitStep"_s)->text().contains(u"Step 2"_s));
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
    // a slider changes the plan now, not the file
    auto* slider = child<WeightSlider>(u"weightSlider_1"_s);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_PageUp);
    QCOMPARE(chart->bars()[2].weights, (Weights{45, 55}));
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
    auto* pause = child<QSpinBox>(u"stepPause"_s);
    pause->setFocus();
    pause->selectAll();
    QTest::keyClicks(pause, u"90"_s);
    QTest::keyClick(pause, Qt::Key_Return);
    auto* note = child<QLineEdit>(u"stepNote"_s);
    note->setFocus();
    QTest::keyClicks(note, u"watch errors"_s);
    QTest::keyClick(note, Qt::Key_Return);
    QVERIFY2(chart->bars()[2].spoken.contains(u"1 h 30 min"_s), qPrintable(chart->bars()[2].spoken));
    QVERIFY(chart->bars()[2].spoken.contains(u"watch errors"_s));
    // one more between 55 and 100, and away with it
    click(u"stepAdd"_s);
    QCOMPARE(chart->bars().size(), 5U);
    QCOMPARE(chart->bars()[3].weights, (Weights{22, 78}));
    QCOMPARE(chart->current(), 3);
    click(u"stepRemove"_s);
    QCOMPARE(chart->bars().size(), 4U);
    // by keys: back to what the file has
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Home);
    QCOMPARE(child<WeightSlider>(u"weightSlider_1"_s)->value(), 10);
    QVERIFY(!child<QLabel>(u"splitStep"_s)->isVisible());
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(child<WeightSlider>(u"weightSlider_1"_s)->value(), 25);
    Q_EMIT child<QLabel>(u"splitStep"_s)->linkActivated(u"#use"_s);
    QCOMPARE(m_fixture->weights(), (Weights{75, 25}));
    QCOMPARE(chart->current(), 1);
    QVERIFY(!child<QLabel>(u"splitStep"_s)->isVisible());
}

void TestCanaryFlow::nextPromoteAbort()
{
    show(files());
    selectRoute();
    click(u"canaryPlan"_s);
    QVERIFY(!child(u"canaryAbort"_s)->isEnabled());
    click(u"canaryNext"_s);
    QCOMPARE(m_fixture->weights(), (Weights{75, 25}));
    click(u"canaryNext"_s);
    QCOMPARE(m_fixture->weights(), (Weights{50, 50}));
    click(u"canaryPromote"_s);
    QCOMPARE(m_fixture->weights(), (Weights{0, 100}));
    QVERIFY(!child(u"canaryNext"_s)->isEnabled());
    QVERIFY(!child(u"canaryPromote"_s)->isEnabled());
    QCOMPARE(m_fixture->workspace.undoStack().count(), 3);
    click(u"canaryAbort"_s);
    QCOMPARE(m_fixture->weights(), (Weights{90, 10}));
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestCanaryFlow::mirrorByMouse()
{
    show(files());
    selectRoute();
    const std::string before = text("mesh/reviews-vs.yaml");
    auto* check = child<QCheckBox>(u"mirrorCheck"_s);
    QTest::mouseClick(check, Qt::LeftButton, {}, {8, check->height() / 2});
    QVERIFY2(text("mesh/reviews-vs.yaml").contains("mirrorPercentage:\n        value: 5"),
             text("mesh/reviews-vs.yaml").c_str());
    choose(u"mirrorTo"_s, u"v1 reviews"_s);
    QVERIFY(text("mesh/reviews-vs.yaml").contains("mirror:\n        host: reviews\n        subset: v1"));
    auto* percent = child<QDoubleSpinBox>(u"mirrorPercent"_s);
    percent->setFocus();
    percent->selectAll();
    QTest::keyClicks(percent, u"20"_s);
    QTest::keyClick(percent, Qt::Key_Return);
    QVERIFY(text("mesh/reviews-vs.yaml").contains("value: 20"));
    QTest::mouseClick(check, Qt::LeftButton, {}, {8, check->height() / 2});
    QCOMPARE(text("mesh/reviews-vs.yaml"), before);
    QCOMPARE(m_fixture->workspace.undoStack().count(), 4);
}

void TestCanaryFlow::previewByKeyboard()
{
    show(files());
    selectRoute();
    m_window->workbench().inspector()->setFocus();
    tabTo(u"addPreview"_s);
    key(Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"previewRoute"_s);
    // the name is free, since "preview" is there
    QCOMPARE(child<QLineEdit>(u"previewRoute"_s)->text(), u"preview-2"_s);
    tabTo(u"previewName"_s);
    key(Qt::Key_A, Qt::ControlModifier);
    type(u"bad name"_s);
    key(Qt::Key_Return);
    QVERIFY(child<MessageBar>(u"previewError"_s)->isVisible());
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
    key(Qt::Key_A, Qt::ControlModifier);
    type(u"x-beta"_s);
    key(Qt::Key_Return);
    QVERIFY(!child(u"previewForm"_s)->isVisible());
    QVERIFY2(text("mesh/reviews-vs.yaml")
                 .contains("    - name: preview-2\n      match:\n        - headers:\n            x-beta:\n"
                           "              exact: \"yes\"\n"),
             text("mesh/reviews-vs.yaml").c_str());
    m_fixture->workspace.undoStack().undo();
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
    // Escape closes without a word
    selectRoute();
    click(u"addPreview"_s);
    key(Qt::Key_Escape);
    QVERIFY(!child(u"previewForm"_s)->isVisible());
}

void TestCanaryFlow::removesADestination()
{
    show(files());
    selectRoute();
    auto* slider = child<WeightSlider>(u"weightSlider_1"_s);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Delete);
    QVERIFY2(!child<MessageBar>(u"splitError"_s)->isVisible(), qPrintable(child<MessageBar>(u"splitError"_s)->text()));
    const auto& table = std::get<mesh::RouteTable>(
        m_fixture->workspace.snapshot()
            ->graph->at(m_fixture->workspace.snapshot()->graph->ofKind("VirtualService").front())
            .body);
    QCOMPARE(table.routes[1].destinations.size(), 1U);
    QVERIFY(text("mesh/reviews-vs.yaml").contains("weight: 100 # stable"));
    m_fixture->workspace.undoStack().undo();
    selectRoute();
    click(u"removeButton_0"_s);
    QVERIFY(text("mesh/reviews-vs.yaml").contains("weight: 100"));
    m_fixture->workspace.undoStack().undo();
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestCanaryFlow::ownersAreNamedFirst()
{
    auto content = files();
    content[u"mesh/canary.yaml"_s] = "# steps\napiVersion: flagger.app/v1beta1\nkind: Canary\n"
                                     "metadata: {name: reviews, namespace: shop}\nspec:\n"
                                     "  targetRef: {kind: Deployment, name: reviews}\n"
                                     "  analysis: {interval: 1m, stepWeight: 20, maxWeight: 60}\n";
    show(content);
    selectRoute();
    auto* notice = child<MessageBar>(u"splitNotice"_s);
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->text(),
             u"Flagger sets these weights from Canary shop/reviews (line 2). A change here will be overwritten."_s);
    QCOMPARE(child<CanaryChart>(u"ownedChart"_s)->bars().size(), 3U);
    QVERIFY(!child(u"canaryPlan"_s)->isVisible());
    QVERIFY(!child(u"canaryNext"_s)->isVisible());
    click(u"splitNoticeAction"_s);
    QCOMPARE(m_fixture->workspace.selection().current().key.kind, "Canary");
}

void TestCanaryFlow::whatTheFormCannotShowIsNamed_data()
{
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<QString>("words");
    QTest::newRow("redirect") << QByteArray("    - redirect: {uri: /}\n") << u"redirects"_s;
    QTest::newRow("direct response") << QByteArray("    - directResponse: {status: 200}\n") << u"answers by itself"_s;
    QTest::newRow("delegate") << QByteArray("    - delegate: {name: other, namespace: shop}\n")
                              << u"its split is set in shop/other"_s;
    QTest::newRow("absent weights") << QByteArray("    - route:\n      - destination: {host: a}\n        weight: 100\n"
                                                  "      - destination: {host: b}\n")
                                    << u"b has no weight in the file, which means 0"_s;
}

void TestCanaryFlow::whatTheFormCannotShowIsNamed()
{
    QFETCH(const QByteArray, route);
    QFETCH(const QString, words);
    show({{u"a.yaml"_s,
           "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a, namespace: shop}\nspec:\n"
           "  hosts: [a]\n  http:\n"
               + route}});
    const auto& graph = *m_fixture->workspace.snapshot()->graph;
    m_fixture->workspace.selection().select(graph.at(graph.ofKind("VirtualService").front()).element());
    auto* sentence = child<QLabel>(u"splitSentence"_s);
    QVERIFY(sentence->isVisible());
    QVERIFY2(sentence->text().contains(words), qPrintable(sentence->text()));
    const bool hasForm = route.contains("weight");
    QCOMPARE(child(u"addDestination"_s)->isVisible(), hasForm);
    QCOMPARE(child(u"mirrorRow"_s)->isVisible(), hasForm);
    QCOMPARE(child(u"canarySection"_s)->isVisible(), hasForm);
}

void TestCanaryFlow::failuresAreSaidInTheDialog()
{
    show(files());
    m_fixture->write(u".git/hooks/pre-commit"_s, "#!/bin/sh\necho not on my watch >&2\nexit 3\n");
    QFile::setPermissions(m_fixture->directory() + u"/.git/hooks/pre-commit"_s,
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    selectRoute();
    click(u"canaryPlan"_s);
    click(u"canaryStack"_s);
    auto* stack = dialog();
    QVERIFY(stack != nullptr);
    QTest::mouseClick(stack->findChild<QPushButton*>(u"stackConfirm"_s), Qt::LeftButton);
    auto* error = stack->findChild<MessageBar*>(u"stackError"_s);
    QVERIFY(QTest::qWaitFor([&] { return error->output().contains(u"not on my watch"_s); }, 60000));
    QCOMPARE(m_fixture->git({u"branch"_s, u"--format=%(refname:short)"_s}), u"main"_s);
    // a name that cannot be one
    m_fixture->git({u"branch"_s, u"taken-2-50"_s});
    auto* prefix = stack->findChild<QLineEdit*>(u"stackPrefix"_s);
    prefix->selectAll();
    QTest::keyClicks(prefix, u"taken"_s);
    QTest::mouseClick(stack->findChild<QPushButton*>(u"stackConfirm"_s), Qt::LeftButton);
    QVERIFY2(QTest::qWaitFor([&] { return error->text().contains(u"taken-2-50"_s); }, 60000),
             qPrintable(error->text()));
    QTest::keyClick(stack, Qt::Key_Escape);
    QVERIFY(isClosed());
}

void TestCanaryFlow::plansAreKept()
{
    const QTemporaryDir directory;
    show(files());
    const auto tools = [this] { return m_window->workbench().inspector()->routeTools(); };
    tools()->keepPlansIn(directory.filePath(u"plans"_s));
    selectRoute();
    click(u"canaryPlan"_s);
    QCOMPARE(child<CanaryChart>(u"canaryChart"_s)->bars().size(), 4U);
    m_window = std::make_unique<MainWindow>(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    m_window->workbench().inspector()->routeTools()->keepPlansIn(directory.filePath(u"plans"_s));
    m_window->show();
    m_fixture->workspace.selection().clear();
    selectRoute();
    QCOMPARE(child<CanaryChart>(u"canaryChart"_s)->bars().size(), 4U);
    // nothing of it is in the repository
    QCOMPARE(m_fixture->git({u"status"_s, u"--porcelain"_s}), QString());
}

void TestCanaryFlow::everyControlHasAName()
{
    show(files());
    selectRoute();
    click(u"canaryPlan"_s);
    clickBar(1);
    click(u"addPreview"_s);
    for (const QWidget* widget : m_window->workbench().inspector()->findChildren<QWidget*>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0 || widget->focusProxy() != nullptr) {
            continue;
        }
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        const bool isScroll = qobject_cast<const QAbstractScrollArea*>(widget) != nullptr;
        QVERIFY2(isScroll || !interface->text(QAccessible::Name).isEmpty(),
                 qPrintable(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

int main(int argc, char** argv)
{
    return runViewTest<TestCanaryFlow>(argc, argv);
}

#include "tst_canaryflow.moc"
