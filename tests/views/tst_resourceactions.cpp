// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/resourcetreemodel.h"
#include "tests/views/viewfixture.h"
#include "views/common/collapsiblesection.h"
#include "views/inspector/inspectorpanel.h"
#include "views/inspector/operations/resourceactions.h"
#include "views/inspector/usagelist.h"
#include "views/window/mainwindow.h"
#include "views/window/workbench.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestResourceActions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void renamesASubsetByKeys();
    void renameIsRefusedInTheDialog();
    void movesByKeys();
    void changesAPortByKeys();
    void deleteListsWhatWouldDangle();
    void deleteWithoutReferencesAsksNothing();
    void newResourceByKeys();
    void duplicateByMouse();
    void whereUsedByKeys();
    void severalRowsOfTheTree();
    void menusHoldTheActions();
    void nothingIsOfferedWithoutASelection();

private:
    template <typename T> T* child(const char* name) const { return childOf<T>(*m_window, name); }
    void select(const char* kind, const char* name, const char* field = "");
    QByteArray text(const char* path) const;
    QDialog* dialog(const char* name) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    QModelIndex rowOf(const QString& kind, const QString& name) const;

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void TestResourceActions::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    m_window = std::make_unique<MainWindow>(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QVERIFY(m_fixture->open());
}

void TestResourceActions::cleanup()
{
    m_window.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

void TestResourceActions::select(const char* kind, const char* name, const char* field)
{
    const auto& graph = *m_fixture->workspace.snapshot()->graph;
    for (const auto index : graph.ofKind(kind)) {
        if (graph.at(index).key.name == name) {
            mesh::ElementRef element = graph.at(index).element();
            element.field = mesh::FieldPath(field);
            m_fixture->workspace.selection().select(element);
            return;
        }
    }
    QFAIL("no such resource");
}

QByteArray TestResourceActions::text(const char* path) const
{
    const auto* file = m_fixture->workspace.snapshot()->current.find(path);
    return file == nullptr ? QByteArray("(none)") : QByteArray::fromStdString(*file->text->text);
}

QDialog* TestResourceActions::dialog(const char* name) const
{
    auto* found = m_window->findChild<QDialog*>(QLatin1StringView(name));
    return found != nullptr && found->isVisible() ? found : nullptr;
}

void TestResourceActions::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(child<QTreeView>("meshTree"), key, modifiers);
}

QModelIndex TestResourceActions::rowOf(const QString& kind, const QString& name) const
{
    auto* tree = child<QTreeView>("meshTree");
    tree->expandAll();
    const auto* model = tree->model();
    std::vector<QModelIndex> todo{QModelIndex()};
    while (!todo.empty()) {
        const QModelIndex parent = todo.back();
        todo.pop_back();
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex index = model->index(row, 0, parent);
            const auto element = index.data(workspace::ResourceTreeModel::ElementRole).value<mesh::ElementRef>();
            if (QString::fromStdString(element.key.kind) == kind && QString::fromStdString(element.key.name) == name
                && element.field.isEmpty()) {
                return index;
            }
            todo.push_back(index);
        }
    }
    return {};
}

void TestResourceActions::renamesASubsetByKeys()
{
    select("DestinationRule", "reviews", "spec.subsets[2]");
    press(Qt::Key_F2);
    QDialog* rename = dialog("renameDialog");
    QVERIFY(rename != nullptr);
    auto* name = rename->findChild<QLineEdit*>(u"renameName"_s);
    QCOMPARE(name->text(), u"v3"_s);
    auto* places = rename->findChild<QListWidget*>(u"renamePlaces"_s);
    QCOMPARE(places->count(), 3);
    QTest::keyClicks(name, u"canary"_s);
    QVERIFY(places->item(1)->toolTip().contains(u"v3 → canary"_s));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(dialog("renameDialog") == nullptr);
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
    QCOMPARE(text("mesh/reviews-vs.yaml"), QByteArray(reviewsYaml()).replace("subset: v3", "subset: canary"));
    QVERIFY(text("mesh/reviews.yaml").contains("    - name: canary\n      labels: {version: v3}\n"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text("mesh/reviews-vs.yaml"), reviewsYaml());
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestResourceActions::renameIsRefusedInTheDialog()
{
    select("VirtualService", "reviews");
    press(Qt::Key_F2);
    QDialog* rename = dialog("renameDialog");
    QVERIFY(rename != nullptr);
    auto* make = rename->findChild<QPushButton*>(u"renameMake"_s);
    QVERIFY(!make->isEnabled());
    auto* name = rename->findChild<QLineEdit*>(u"renameName"_s);
    QTest::keyClicks(name, u"Reviews"_s);
    QVERIFY(!make->isEnabled());
    QVERIFY(rename->findChild<QLabel*>(u"renameNote"_s)->text().contains(u"lower-case"_s));
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(dialog("renameDialog") == nullptr);
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestResourceActions::movesByKeys()
{
    select("VirtualService", "reviews");
    press(Qt::Key_F2, Qt::ShiftModifier);
    QDialog* move = dialog("moveDialog");
    QVERIFY(move != nullptr);
    auto* make = move->findChild<QPushButton*>(u"moveMake"_s);
    QVERIFY(!make->isEnabled()); // it is there already
    auto* ns = move->findChild<QComboBox*>(u"moveNamespace"_s)->lineEdit();
    QCOMPARE(ns->text(), u"shop"_s);
    QTest::keyClicks(ns, u"Team"_s);
    QVERIFY(!make->isEnabled());
    ns->selectAll();
    QTest::keyClicks(ns, u"team"_s);
    QVERIFY(make->isEnabled());
    auto* places = move->findChild<QListWidget*>(u"movePlaces"_s);
    QVERIFY(places->item(0)->toolTip().contains(u"shop → team"_s));
    QTest::keyClick(ns, Qt::Key_Return);
    QVERIFY(dialog("moveDialog") == nullptr);
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
    QVERIFY(text("mesh/reviews-vs.yaml").contains("  namespace: team\n"));
    QVERIFY(text("mesh/reviews-vs.yaml").contains("            host: reviews.shop.svc.cluster.local\n"));
    QCOMPARE(m_fixture->workspace.selection().current().key.ns, "team");
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text("mesh/reviews-vs.yaml"), reviewsYaml());
}

void TestResourceActions::changesAPortByKeys()
{
    select("Service", "reviews", "spec.ports[0]");
    auto* actions = m_window->findChild<ResourceActions*>();
    QVERIFY(actions->changePort->isEnabled());
    press(Qt::Key_F2, Qt::ControlModifier);
    QDialog* rename = dialog("renameDialog");
    QVERIFY(rename != nullptr);
    QVERIFY2(rename->windowTitle().contains(u"port"_s), qPrintable(rename->windowTitle()));
    auto* port = rename->findChild<QLineEdit*>(u"renameName"_s);
    auto* make = rename->findChild<QPushButton*>(u"renameMake"_s);
    QTest::keyClicks(port, u"web"_s);
    QVERIFY(!make->isEnabled());
    port->selectAll();
    QTest::keyClicks(port, u"8123"_s);
    QTest::keyClick(port, Qt::Key_Return);
    QVERIFY(dialog("renameDialog") == nullptr);
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
    const auto& graph = *m_fixture->workspace.snapshot()->graph;
    const auto& service = graph.at(graph.find(m_fixture->workspace.selection().current()));
    QCOMPARE(std::get<mesh::Service>(service.body).ports.front().number.value, 8123U);
}

void TestResourceActions::deleteListsWhatWouldDangle()
{
    const QModelIndex row = rowOf(u"DestinationRule"_s, u"reviews"_s);
    QVERIFY(row.isValid());
    auto* tree = child<QTreeView>("meshTree");
    tree->scrollTo(row);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(row).center());
    press(Qt::Key_Delete);
    QDialog* ask = dialog("deleteDialog");
    QVERIFY(ask != nullptr);
    QCOMPARE(ask->findChild<QListWidget*>(u"deletePlaces"_s)->count(), 4);
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
    QTest::mouseClick(ask->findChild<QPushButton*>(u"deleteMake"_s), Qt::LeftButton);
    QVERIFY(!text("mesh/reviews.yaml").contains("DestinationRule"));
    QCOMPARE(m_fixture->workspace.undoStack().undoText(), u"Delete reviews"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestResourceActions::deleteWithoutReferencesAsksNothing()
{
    select("VirtualService", "reviews");
    press(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(dialog("deleteDialog") == nullptr);
    QCOMPARE(text("mesh/reviews-vs.yaml"), QByteArray());
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
}

void TestResourceActions::newResourceByKeys()
{
    select("DestinationRule", "reviews");
    press(Qt::Key_N, Qt::ControlModifier);
    QDialog* ask = dialog("newResourceDialog");
    QVERIFY(ask != nullptr);
    QCOMPARE(ask->findChild<QComboBox*>(u"newKind"_s)->currentText(), u"DestinationRule"_s);
    QCOMPARE(ask->findChild<QComboBox*>(u"newNamespace"_s)->currentText(), u"shop"_s);
    auto* make = ask->findChild<QPushButton*>(u"newMake"_s);
    QVERIFY(!make->isEnabled());
    auto* name = ask->findChild<QLineEdit*>(u"newName"_s);
    QTest::keyClicks(name, u"ratings"_s);
    QCOMPARE(ask->findChild<QLineEdit*>(u"newPath"_s)->text(), u"mesh/ratings.yaml"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(dialog("newResourceDialog") == nullptr);
    QCOMPARE(text("mesh/ratings.yaml"),
             QByteArray("apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: ratings\n"
                        "  namespace: shop\nspec:\n  host: ratings\n"));
    QCOMPARE(m_fixture->workspace.selection().current().key.name, "ratings");
    QVERIFY(child<QLineEdit>("editor_spec.host")->isVisible());
}

void TestResourceActions::duplicateByMouse()
{
    select("VirtualService", "reviews");
    auto* menu = child<QMenu>("resourceMenu");
    QTest::mouseClick(child<QToolButton>("inspectorMenu"), Qt::LeftButton);
    QVERIFY(menu->isVisible());
    menu->close();
    auto* duplicate = m_window->findChild<QAction*>(u"duplicateAction"_s);
    QVERIFY(menu->actions().contains(duplicate));
    duplicate->trigger();
    QDialog* ask = dialog("newResourceDialog");
    QVERIFY(ask != nullptr);
    auto* path = ask->findChild<QLineEdit*>(u"newPath"_s);
    QCOMPARE(path->text(), u"mesh/reviews-copy-vs.yaml"_s);
    QTest::mouseClick(ask->findChild<QPushButton*>(u"newMake"_s), Qt::LeftButton);
    QVERIFY(text("mesh/reviews-copy-vs.yaml").contains("name: reviews-copy\n"));
    QCOMPARE(m_fixture->workspace.selection().current().key.name, "reviews-copy");
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
}

void TestResourceActions::whereUsedByKeys()
{
    select("DestinationRule", "reviews");
    press(Qt::Key_F12, Qt::ShiftModifier);
    auto* list = child<UsageList>("usesSectionList");
    QVERIFY(QTest::qWaitFor([&] { return list->isVisible() && list->hasFocus(); }));
    QVERIFY(list->count() > 0);
    select("Service", "reviews");
    QVERIFY(QTest::qWaitFor([&] { return list->count() >= 5; }));
    QVERIFY(child<CollapsibleSection>("usesSection")->header()->summary().contains(u"4 callers"_s));
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->toolTip().startsWith(u"VirtualService"_s)) {
            list->scrollToItem(list->item(row));
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(row)).center());
            break;
        }
    }
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->workspace.selection().current().key.kind == "VirtualService"; }));
    QVERIFY(!m_fixture->workspace.selection().current().field.isEmpty());
}

void TestResourceActions::severalRowsOfTheTree()
{
    auto* tree = child<QTreeView>("meshTree");
    const QModelIndex rule = rowOf(u"DestinationRule"_s, u"reviews"_s);
    const QModelIndex table = rowOf(u"VirtualService"_s, u"reviews"_s);
    tree->scrollTo(rule);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(rule).center());
    tree->scrollTo(table);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, Qt::ControlModifier, tree->visualRect(table).center());
    QCOMPARE(m_fixture->workspace.selection().several().size(), 2U);
    QVERIFY(child<QLabel>("inspectorName")->text().contains(u"2 resources"_s));
    QVERIFY(!m_window->findChild<QAction*>(u"renameAction"_s)->isEnabled());
    auto* exports = child<QWidget>("editor_spec.exportTo")->findChild<QLineEdit*>(u"addItem"_s);
    QVERIFY(exports != nullptr);
    exports->setFocus();
    QTest::keyClicks(exports, u"."_s);
    QTest::keyClick(exports, Qt::Key_Return);
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
    QVERIFY(text("mesh/reviews.yaml").contains("exportTo:\n    - .\n"));
    QVERIFY(text("mesh/reviews-vs.yaml").contains("exportTo: [.]\n") || text("mesh/reviews-vs.yaml").contains("- .\n"));
    QCOMPARE(tree->selectionModel()->selectedRows().size(), 2);
    // one click ends it
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                      tree->visualRect(rowOf(u"VirtualService"_s, u"reviews"_s)).center());
    QVERIFY(m_fixture->workspace.selection().several().empty());
}

void TestResourceActions::menusHoldTheActions()
{
    select("VirtualService", "reviews");
    auto* actions = m_window->findChild<ResourceActions*>();
    QVERIFY(actions != nullptr);
    for (QAction* action : actions->all()) {
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->objectName()));
        // a table has no port and calls nobody
        const bool isFor = action != actions->changePort && action != actions->reachFrom;
        QVERIFY2(action->isEnabled() == isFor, qPrintable(action->objectName()));
        QVERIFY(child<QMenu>("resourceMenu")->actions().contains(action));
    }
}

void TestResourceActions::nothingIsOfferedWithoutASelection()
{
    m_fixture->workspace.selection().select({});
    auto* actions = m_window->findChild<ResourceActions*>();
    QVERIFY(actions->newResource->isEnabled());
    for (QAction* action : {actions->duplicate, actions->rename, actions->changePort, actions->moveTo, actions->remove,
                            actions->whereUsed}) {
        QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
    }
}

int main(int argc, char** argv)
{
    return runViewTest<TestResourceActions>(argc, argv);
}
#include "tst_resourceactions.moc"
