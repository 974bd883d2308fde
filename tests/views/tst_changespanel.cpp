// SPDX-License-Identifier: Apache-2.0
#include "tests/views/viewfixture.h"
#include "views/changes/changespanel.h"
#include "views/changes/changetreemodel.h"
#include "views/changes/diffview.h"
#include "views/common/segmentedswitch.h"
#include "views/common/tierbadge.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestChangesPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhenThereIsNothing();
    void listsWhatChangesInWords();
    void showsTheLinesOfTheChange();
    void followsADragWithoutLosingItsPlace();
    void clickSelectsEverywhere();
    void revertsTheChange();
    void revertsOneRowByKey();
    void revertsLinesByMenu();
    void listsFilesWithoutResources();
    void switchesBetweenTheForms();
    void modelHoldsItsLaws();

private:
    bool edit(const std::vector<std::int64_t>& weights, int mergeId = 0)
    {
        return m_fixture->workspace.setWeights(m_fixture->splitRoute(), weights, mergeId).has_value();
    }
    QTreeView* list() const { return m_panel->findChild<QTreeView*>(u"pendingChanges"_s); }

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<ChangesPanel> m_panel;
};

void TestChangesPanel::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    QVERIFY(m_fixture->open());
    m_panel = std::make_unique<ChangesPanel>(m_fixture->theme, m_fixture->workspace);
    m_panel->tools()->setParent(m_panel.get());
    connect(&m_fixture->workspace, &workspace::Workspace::snapshotChanged, m_panel.get(), &ChangesPanel::setSnapshot);
    m_panel->setSnapshot(m_fixture->workspace.snapshot());
    m_panel->resize(1060, 254);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestChangesPanel::cleanup()
{
    m_panel.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

void TestChangesPanel::saysWhenThereIsNothing()
{
    QVERIFY(m_panel->findChild<QLabel*>(u"changesEmpty"_s)->isVisible());
    QVERIFY(!m_panel->findChild<QPushButton*>(u"revertChange"_s)->isEnabled());
    QVERIFY(edit({80, 10, 10}));
    QVERIFY(!m_panel->findChild<QLabel*>(u"changesEmpty"_s)->isVisible());
}

void TestChangesPanel::listsWhatChangesInWords()
{
    QVERIFY(edit({80, 10, 10}));
    const QAbstractItemModel* model = list()->model();
    QCOMPARE(model->rowCount(), 1);
    const QModelIndex resource = model->index(0, 0);
    QCOMPARE(resource.data().toString(), u"reviews"_s);
    QString words;
    for (int row = 0; row < model->rowCount(resource); ++row) {
        words += model->index(row, 0, resource).data().toString() + u'\n';
    }
    QVERIFY2(words.contains(u"v1"_s) && words.contains(u"90"_s) && words.contains(u"80"_s), qPrintable(words));
    QVERIFY2(words.contains(u"v3"_s) && words.contains(u"10"_s), qPrintable(words));
    QCOMPARE(m_panel->findChild<TierBadge*>(u"riskBadge"_s)->tier(), m_fixture->workspace.snapshot()->change.tier);
    QVERIFY(m_fixture->workspace.snapshot()->change.tier > changes::Tier::None);
}

void TestChangesPanel::showsTheLinesOfTheChange()
{
    QVERIFY(edit({80, 10, 10}));
    const DiffView* diff = m_panel->diff();
    QCOMPARE(diff->changeCount(), 2);
    QStringList removed;
    QStringList added;
    for (const DiffView::Row& row : diff->rows()) {
        if (row.kind == DiffView::Row::Changed) {
            removed << diff->textOf(row, true).trimmed();
            added << diff->textOf(row, false).trimmed();
        }
    }
    QCOMPARE(removed, (QStringList{u"weight: 90 # stable"_s, u"weight: 0 # not yet"_s}));
    QCOMPARE(added, (QStringList{u"weight: 80 # stable"_s, u"weight: 10 # not yet"_s}));
    m_panel->nextChange();
    QCOMPARE(diff->currentChange(), 1);
    m_panel->previousChange();
    QCOMPARE(diff->currentChange(), 0);
}

void TestChangesPanel::followsADragWithoutLosingItsPlace()
{
    QVERIFY(edit({85, 10, 5}, 1));
    const QModelIndex third = list()->model()->index(2, 0, list()->model()->index(0, 0));
    QVERIFY(third.isValid());
    list()->setCurrentIndex(third);
    QVERIFY(edit({80, 10, 10}, 1));
    QVERIFY(edit({75, 10, 15}, 1));
    QCOMPARE(list()->currentIndex().row(), 2);
    QVERIFY(list()->currentIndex().parent().isValid());
    QVERIFY2(list()->currentIndex().data().toString().contains(u"15"_s),
             qPrintable(list()->currentIndex().data().toString()));
}

void TestChangesPanel::clickSelectsEverywhere()
{
    QVERIFY(edit({80, 10, 10}));
    QSignalSpy changed(&m_fixture->workspace.selection(), &workspace::Selection::changed);
    const QModelIndex sentence = list()->model()->index(1, 0, list()->model()->index(0, 0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(sentence).center());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_fixture->workspace.selection().current().key.name, "reviews");
    QVERIFY(!m_fixture->workspace.selection().current().field.isEmpty());
}

void TestChangesPanel::revertsTheChange()
{
    QVERIFY(edit({80, 10, 10}));
    auto* revert = m_panel->findChild<QPushButton*>(u"revertChange"_s);
    QVERIFY(revert->isEnabled());
    revert->click();
    QVERIFY(m_fixture->workspace.snapshot()->changedFiles().empty());
    QVERIFY(m_panel->findChild<QLabel*>(u"changesEmpty"_s)->isVisible());
    m_fixture->workspace.undoStack().undo();
    QCOMPARE(m_fixture->weights(), (std::vector<std::int64_t>{80, 10, 10}));
}

void TestChangesPanel::revertsOneRowByKey()
{
    QVERIFY(edit({80, 10, 10}));
    const QAbstractItemModel* model = list()->model();
    const QModelIndex resource = model->index(0, 0);
    list()->setCurrentIndex(model->index(2, 0, resource));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(m_fixture->weights(), (std::vector<std::int64_t>{80, 10, 0}));
    list()->setCurrentIndex(model->index(0, 0));
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(m_fixture->weights(), (std::vector<std::int64_t>{90, 10, 0}));
}

void TestChangesPanel::revertsLinesByMenu()
{
    QVERIFY(edit({80, 10, 10}));
    QVERIFY(m_panel->diff()->nextChange());
    QTimer::singleShot(0, m_panel.get(), [] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(20, 20), m_panel->diff()->mapToGlobal(QPoint(20, 20)));
    QApplication::sendEvent(m_panel->diff(), &event);
    QCOMPARE(m_fixture->weights(), (std::vector<std::int64_t>{80, 10, 0}));
}

void TestChangesPanel::listsFilesWithoutResources()
{
    source::Edit edit;
    edit.files.push_back(
        {.path = "mesh/values.yaml", .base = source::contentIdOf({}), .splices = {{0, 0, "meshConfig: {}\n"}}});
    QVERIFY(m_fixture->workspace.apply(edit, u"Add values"_s));
    const QModelIndex row = list()->model()->index(0, 0);
    QCOMPARE(row.data().toString(), u"values.yaml"_s);
    QCOMPARE(m_panel->diff()->changeCount(), 1);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestChangesPanel::switchesBetweenTheForms()
{
    QVERIFY(edit({80, 10, 10}));
    auto* mode = m_panel->findChild<SegmentedSwitch*>(u"diffMode"_s);
    mode->resize(mode->sizeHint());
    QTest::mouseClick(mode, Qt::LeftButton, {}, mode->segmentRect(0).center());
    QCOMPARE(m_panel->diff()->mode(), DiffView::Mode::Unified);
    QTest::keyClick(mode, Qt::Key_Right);
    QCOMPARE(m_panel->diff()->mode(), DiffView::Mode::SideBySide);
}

void TestChangesPanel::modelHoldsItsLaws()
{
    ChangeTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSnapshot(m_fixture->workspace.snapshot());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(edit({80, 10, 10}));
    model.setSnapshot(m_fixture->workspace.snapshot());
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.index(1, 0).isValid());
    QVERIFY(!model.index(0, 1).isValid());
    QVERIFY(!model.index(-1, 0).isValid());
    const QModelIndex resource = model.index(0, 0);
    QVERIFY(!model.index(model.rowCount(resource), 0, resource).isValid());
    QCOMPARE(model.rowCount(model.index(0, 0, resource)), 0);
    QVERIFY(edit({90, 10, 0}));
    model.setSnapshot(m_fixture->workspace.snapshot());
    QCOMPARE(model.rowCount(), 0);
}

int main(int argc, char** argv)
{
    return runViewTest<TestChangesPanel>(argc, argv);
}

#include "tst_changespanel.moc"
