// SPDX-License-Identifier: Apache-2.0
// The history of meaning: what it shows of real commits, and the ways on from there.
#include "tests/views/shophistory.h"
#include "views/changes/diffview.h"
#include "views/common/messagebar.h"
#include "views/common/textlines.h"
#include "views/review/reviewbar.h"
#include "views/review/reviewpage.h"
#include "views/undo/historymodel.h"
#include "views/undo/historywindow.h"
#include "views/undo/rollbackdialog.h"
#include "views/window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestHistoryWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theModelIsSound();
    void showsWhatChangedAResource();
    void keysWalkThroughIt();
    void subjects_data();
    void subjects();
    void theFirstCommitHasNoPictureBefore();
    void waysOn();
    void stops();
    void errorsAreSentences();
    void theActionTakesTheSelection();
    void closesWithTheRepository();
    void aLargeCommitStaysShort();
    void entriesAreReadWhenSomebodyComes();

private:
    template <typename T> T* child(const char* name) const { return childOf<T>(*m_window, name); }
    QListView* list() const { return child<QListView>("historyList"); }
    bool settle() const
    {
        return QTest::qWaitFor([this] { return child<QPushButton>("historyStop")->isHidden(); }, 30000);
    }
    QStringList shown() const
    {
        QStringList texts;
        for (int row = 0; row < m_window->model()->rowCount(); ++row) {
            texts << m_window->model()->index(row).data().toString();
        }
        return texts;
    }
    mesh::ResourceKey keyOf(std::string_view kind) const
    {
        for (const mesh::ResourcePtr& resource : m_fixture->workspace.snapshot()->graph->resources()) {
            if (resource->key.kind == kind) {
                return resource->key;
            }
        }
        return {};
    }
    /// Writes into the field and presses Return.
    void write(const QString& text) const
    {
        auto* of = child<QComboBox>("historyOf");
        of->lineEdit()->setFocus();
        of->lineEdit()->selectAll();
        QTest::keyClicks(of->lineEdit(), text);
        of->completer()->popup()->hide();
        QTest::keyClick(of->lineEdit(), Qt::Key_Return);
    }

    std::unique_ptr<ViewFixture> m_fixture;
    QPointer<HistoryWindow> m_window;
};

void TestHistoryWindow::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    QVERIFY(openShop(*m_fixture));
    m_window = new HistoryWindow(m_fixture->theme, m_fixture->workspace, nullptr);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
}

void TestHistoryWindow::cleanup()
{
    delete m_window;
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

void TestHistoryWindow::theModelIsSound()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.append({});
    QCOMPARE(model.rowCount(), 0);
    workspace::MeaningfulCommit commit;
    commit.commit.id = QString(40, u'a');
    commit.commit.subject = u"One\u202e"_s;
    model.append({commit, commit});
    model.append({commit});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowCount(model.index(0)), 0);
    QCOMPARE(model.index(2).data(HistoryModel::CommitRole).toString(), commit.commit.id);
    QVERIFY(!model.index(0).data().toString().contains(QChar(0x202e)));
    QVERIFY(model.at(3) == nullptr && model.at(-1) == nullptr);
    QCOMPARE(model.data(model.index(3), Qt::DisplayRole), QVariant());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestHistoryWindow::showsWhatChangedAResource()
{
    m_window->ask(keyOf("VirtualService"));
    QVERIFY(settle());
    QCOMPARE(shown(), (QStringList{u"Slower still"_s, u"Slower"_s, u"start"_s}));
    QCOMPARE(list()->currentIndex().row(), 0);
    const QModelIndex first = m_window->model()->index(0);
    QVERIFY(first.data(HistoryModel::AboutRole).toString().contains(u"Tester"_s));
    QVERIFY2(first.data(HistoryModel::LinesRole).toStringList().join(u' ').contains(u"7s"_s),
             qPrintable(first.data(HistoryModel::LinesRole).toStringList().join(u'\n')));
    QVERIFY(first.data(HistoryModel::TierRole).toInt() > 0);
    QVERIFY(child<TextLines>("historyMeaning")->text().contains(u"7s"_s));
    QVERIFY(child<DiffView>("historyDiff")->paintedText().contains(u"timeout: 5s"_s));
    QVERIFY(child<QLabel>("historyState")->text().startsWith(u'3'));
}

void TestHistoryWindow::keysWalkThroughIt()
{
    m_window->ask(keyOf("VirtualService"));
    QVERIFY(settle());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(child<QLabel>("historyTitle")->text(), u"Slower"_s);
    QVERIFY(child<DiffView>("historyDiff")->paintedText().contains(u"timeout: 3s"_s));
    QTest::keyClick(list(), Qt::Key_End);
    QCOMPARE(child<QLabel>("historyTitle")->text(), u"start"_s);
    QVERIFY(child<DiffView>("historyDiff")->paintedText().contains(u"+"_s));
    const QRect first = list()->visualRect(m_window->model()->index(0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, first.center());
    QCOMPARE(child<QLabel>("historyTitle")->text(), u"Slower still"_s);
}

void TestHistoryWindow::subjects_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("a resource") << u"AuthorizationPolicy shop/cart-callers"_s << QStringList{u"Lock the cart"_s};
    QTest::newRow("a host of the list") << u"Host cart.shop"_s
                                        << QStringList{u"Slower still"_s, u"Slower"_s, u"start"_s};
    QTest::newRow("a host as it is spoken") << u"cart"_s << QStringList{u"Slower still"_s, u"Slower"_s, u"start"_s};
    QTest::newRow("everything, the first entry")
        << QString() << QStringList{u"Slower still"_s, u"Slower"_s, u"Lock the cart"_s, u"start"_s};
    QTest::newRow("nobody") << u"nobody.example.com"_s << QStringList();
}

void TestHistoryWindow::subjects()
{
    QFETCH(const QString, written);
    QFETCH(const QStringList, expected);
    write(written.isEmpty() ? child<QComboBox>("historyOf")->itemText(0) : written);
    QVERIFY(settle());
    QCOMPARE(shown(), expected);
    QCOMPARE(child<QLabel>("historyEmpty")->isVisible(), expected.isEmpty());
    QCOMPARE(child<QPushButton>("historyRollback")->isEnabled(), !expected.isEmpty());
}

void TestHistoryWindow::theFirstCommitHasNoPictureBefore()
{
    m_window->ask(keyOf("Service"));
    QVERIFY(settle());
    QCOMPARE(shown(), QStringList{u"start"_s});
    QVERIFY(!child<QPushButton>("historyPicture")->isEnabled());
    QVERIFY(!child<QPushButton>("historyPicture")->toolTip().isEmpty());
}

void TestHistoryWindow::waysOn()
{
    QSignalSpy pictures(m_window, &HistoryWindow::pictureRequested);
    QSignalSpy rollbacks(m_window, &HistoryWindow::rollbackRequested);
    m_window->ask(keyOf("VirtualService"));
    QVERIFY(settle());
    QTest::mouseClick(child<QPushButton>("historyPicture"), Qt::LeftButton);
    QTest::mouseClick(child<QPushButton>("historyRollback"), Qt::LeftButton);
    const QString head = m_fixture->git({u"rev-parse"_s, u"HEAD"_s});
    QCOMPARE(pictures.size(), 1);
    QCOMPARE(pictures.front().front().toString(), QString(head + u"^.."_s + head));
    QCOMPARE(rollbacks.size(), 1);
    QCOMPARE(rollbacks.front().at(0).toString(), head);
    const auto scope = rollbacks.front().at(1).value<workspace::RollbackScope>();
    QVERIFY(scope.kind == workspace::RollbackScope::Kind::Resources);
    QCOMPARE(scope.name, "cart");
}

void TestHistoryWindow::stops()
{
    m_window->ask({});
    auto* stop = child<QPushButton>("historyStop");
    QVERIFY(stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(stop->isHidden());
    QVERIFY(child<QLabel>("historyState")->text().startsWith(u"Stopped"_s));
    m_window->ask(keyOf("VirtualService"));
    QVERIFY(settle());
    QCOMPARE(shown().size(), 3);
}

void TestHistoryWindow::errorsAreSentences()
{
    mesh::ResourceKey key = keyOf("VirtualService");
    key.name = "nobody";
    m_window->ask(key);
    QVERIFY(settle());
    const auto* bar = child<MessageBar>("historyMessage");
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->text(), u"No commit here has VirtualService nobody."_s);
}

void TestHistoryWindow::theActionTakesTheSelection()
{
    delete m_window;
    MainWindow window(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    window.resize(1300, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const mesh::ResourceKey key = keyOf("VirtualService");
    for (const mesh::ResourcePtr& resource : m_fixture->workspace.snapshot()->graph->resources()) {
        if (resource->key == key) {
            m_fixture->workspace.selection().select(resource->element());
        }
    }
    QTest::keyClick(&window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    m_window = window.findChild<HistoryWindow*>();
    QVERIFY(m_window != nullptr);
    QCOMPARE(child<QComboBox>("historyOf")->currentText(), u"VirtualService shop/cart"_s);
    QVERIFY(settle());
    window.findChild<QAction*>(u"resourceHistoryAction"_s)->trigger();
    QCOMPARE(window.findChildren<HistoryWindow*>().size(), 1);
    QVERIFY(settle());
    QTest::mouseClick(child<QPushButton>("historyRollback"), Qt::LeftButton);
    auto* dialog = window.findChild<RollbackDialog*>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->findChild<QComboBox*>(u"rollbackScope"_s)->currentText(), u"VirtualService shop/cart"_s);
    dialog->reject();
    QTest::mouseClick(child<QPushButton>("historyPicture"), Qt::LeftButton);
    auto* page = window.findChild<ReviewPage*>();
    QVERIFY(page->isVisible());
    QVERIFY(QTest::qWaitFor([page] { return page->review().has_value(); }, 30000));
    QVERIFY(page->bar()->range().contains(u"^.."_s));
}

void TestHistoryWindow::closesWithTheRepository()
{
    m_window->ask(keyOf("VirtualService"));
    ViewFixture other;
    QVERIFY(openShop(other));
    QSignalSpy changed(&m_fixture->workspace, &workspace::Workspace::snapshotChanged);
    m_fixture->workspace.open(other.directory());
    QVERIFY(QTest::qWaitFor([&] { return m_window.isNull(); }, 20000));
    QVERIFY(!changed.isEmpty());
}

void TestHistoryWindow::aLargeCommitStaysShort()
{
    QByteArray services;
    for (int i = 0; i < 60; ++i) {
        services += "---\napiVersion: v1\nkind: Service\nmetadata: {name: s" + QByteArray::number(i)
            + ", namespace: shop}\nspec: {ports: [{name: http, port: 80}]}\n";
    }
    m_fixture->write(u"mesh/many.yaml"_s, services);
    m_fixture->git({u"add"_s, u"-A"_s});
    m_fixture->git({u"commit"_s, u"-qm"_s, u"Many"_s});
    m_window->ask({});
    QVERIFY(settle());
    QCOMPARE(shown().front(), u"Many"_s);
    const QStringList meaning = child<TextLines>("historyMeaning")->text().split(u'\n');
    QCOMPARE(meaning.size(), 41);
    QVERIFY2(meaning.back().endsWith(u"more"_s), qPrintable(meaning.back()));
    const QModelIndex first = m_window->model()->index(0);
    QCOMPARE(first.data(HistoryModel::LinesRole).toStringList().size(), 4);
    QVERIFY(first.data(Qt::ToolTipRole).toString().count(u'\n') < 30);
}

void TestHistoryWindow::entriesAreReadWhenSomebodyComes()
{
    auto* of = child<QComboBox>("historyOf");
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    m_window->ask({});
    QVERIFY(settle());
    list()->setFocus();
    QVERIFY(!of->hasFocus());
    const std::string text = "apiVersion: v1\nkind: Service\nmetadata: {name: late, namespace: shop}\n"
                             "spec: {ports: [{name: http, port: 80}]}\n";
    const source::Edit edit{{{"mesh/late.yaml", source::contentIdOf(std::string_view()), {{0, 0, text}}}}};
    const int before = of->count();
    QVERIFY(m_fixture->workspace.apply(edit, u"Add late"_s));
    QCOMPARE(of->count(), before);
    of->setFocus();
    QVERIFY(of->findText(u"Service shop/late"_s) >= 0);
}

int main(int argc, char** argv)
{
    return runViewTest<TestHistoryWindow>(argc, argv);
}

#include "tst_historywindow.moc"
