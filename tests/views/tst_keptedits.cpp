// SPDX-License-Identifier: Apache-2.0
#include "tests/views/viewfixture.h"
#include "views/common/messagebar.h"
#include "views/start/keptlist.h"
#include "views/start/patchview.h"
#include "views/start/startpage.h"
#include "views/window/mainwindow.h"
#include "views/window/workbench.h"

#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestKeptEdits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theStartPageListsThem();
    void withoutAnyThereIsNoSection();
    void restoreByMouse();
    void restoreByKeys();
    void theDifferenceCanBeRead();
    void discardingAsksInTheRow();
    void openingTheRepositoryOffersThem();
    void laterKeepsThem();
    void discardingInTheBarAsks();
    void whatDoesNotFitIsSaid();
    void aFailingJournalIsSaidAndEditingGoesOn();
    void closingWithoutSavingKeepsNothing();

private:
    template <typename T> T* child(const char* name) const { return childOf<T>(*m_window, name); }
    /// The button that is shown under a name; one of a message before may not be deleted yet.
    QPushButton* shown(const char* name) const
    {
        for (auto* button : m_window->findChildren<QPushButton*>(QLatin1StringView(name))) {
            if (button->isVisible()) {
                return button;
            }
        }
        return nullptr;
    }
    void click(const char* name) const
    {
        // A button that is added to what is shown already appears with the next event.
        QVERIFY2(QTest::qWaitFor([&] { return shown(name) != nullptr; }), name);
        QTest::mouseClick(shown(name), Qt::LeftButton);
    }
    QString journals() const { return m_state->filePath(u"kept"_s); }
    /// Edits the mesh in a session that ends without saying what becomes of them.
    void leaveEdits() const;
    void makeWindow();
    bool openAndBeOffered() const;
    std::vector<std::int64_t> weights() const;

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

void TestKeptEdits::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    m_state = std::make_unique<QTemporaryDir>();
    QVERIFY(m_fixture->open());
}

void TestKeptEdits::cleanup()
{
    m_window.reset();
    m_workspace.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

void TestKeptEdits::leaveEdits() const
{
    workspace::Workspace lost;
    lost.keepEditsIn(journals());
    QSignalSpy changed(&lost, &workspace::Workspace::snapshotChanged);
    lost.open(m_fixture->directory());
    QVERIFY(QTest::qWaitFor([&] { return !changed.isEmpty(); }, 20000));
    QVERIFY(lost.setWeights(m_fixture->splitRoute(), {80, 10, 10}).has_value());
    QVERIFY(lost.setWeights(m_fixture->splitRoute(), {70, 10, 20}).has_value());
}

void TestKeptEdits::makeWindow()
{
    m_workspace = std::make_unique<workspace::Workspace>();
    m_workspace->keepEditsIn(journals());
    m_window = std::make_unique<MainWindow>(m_fixture->theme, *m_workspace, m_fixture->settings());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

bool TestKeptEdits::openAndBeOffered() const
{
    m_window->openRepository(m_fixture->directory());
    return QTest::qWaitFor([this] { return shown("offerRestore") != nullptr; }, 20000);
}

std::vector<std::int64_t> TestKeptEdits::weights() const
{
    std::vector<std::int64_t> result;
    const auto& graph = *m_workspace->snapshot()->graph;
    const auto& resource = graph.at(graph.find(m_fixture->splitRoute()));
    for (const mesh::Destination& destination : std::get<mesh::RouteTable>(resource.body).routes.back().destinations) {
        result.push_back(destination.effectiveWeight);
    }
    return result;
}

void TestKeptEdits::theStartPageListsThem()
{
    leaveEdits();
    makeWindow();
    QVERIFY(child<KeptList>("keptList")->isVisible());
    const QString name = child<QWidget>("keptRow")->accessibleName();
    for (const QString& part : {u"mesh"_s, u"2 edits in 1 file"_s, u"min ago"_s, u"on main"_s}) {
        QVERIFY2(name.contains(part), qPrintable(name));
    }
    QVERIFY(!name.contains(u"changed on disk"_s));
    for (const char* button : {"keptRestore", "keptDiff", "keptDiscard"}) {
        QVERIFY(child<QPushButton>(button)->isVisible());
        QVERIFY(child<QPushButton>(button)->accessibleName().contains(u"2 edits"_s));
    }
    m_fixture->write(u"mesh/reviews-vs.yaml"_s, "# mine\n" + reviewsYaml());
    makeWindow();
    QVERIFY(child<QWidget>("keptRow")->accessibleName().contains(u"1 file changed on disk"_s));
}

void TestKeptEdits::withoutAnyThereIsNoSection()
{
    makeWindow();
    QVERIFY(!child<KeptList>("keptList")->isVisible());
    QVERIFY(m_window->findChild<QWidget*>(u"keptRow"_s) == nullptr);
}

void TestKeptEdits::restoreByMouse()
{
    leaveEdits();
    makeWindow();
    click("keptRestore");
    QVERIFY(QTest::qWaitFor([this] { return m_workspace->hasPendingChanges(); }, 20000));
    QCOMPARE(weights(), (std::vector<std::int64_t>{70, 10, 20}));
    QVERIFY(m_window->workbench().isVisible());
    QCOMPARE(child<QPushButton>("commitButton")->text(), u"Commit 1 change…"_s);
    QVERIFY(m_window->message().text().startsWith(u"2 edits restored"_s));
    QVERIFY(child<KeptList>("keptList")->isHidden());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(weights(), (std::vector<std::int64_t>{80, 10, 10}));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!m_workspace->hasPendingChanges());
    QVERIFY(QDir(journals()).isEmpty());
}

void TestKeptEdits::restoreByKeys()
{
    leaveEdits();
    makeWindow();
    auto* restore = child<QPushButton>("keptRestore");
    for (int i = 0; i < 40 && !restore->hasFocus(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(restore->hasFocus());
    QTest::keyClick(restore, Qt::Key_Space);
    QVERIFY(QTest::qWaitFor([this] { return m_workspace->hasPendingChanges(); }, 20000));
    QCOMPARE(weights(), (std::vector<std::int64_t>{70, 10, 20}));
}

void TestKeptEdits::theDifferenceCanBeRead()
{
    leaveEdits();
    makeWindow();
    auto* patch = child<PatchView>("keptPatch");
    QVERIFY(!patch->isVisible());
    click("keptDiff");
    QVERIFY(patch->isVisible());
    QVERIFY(child<QPushButton>("keptExport")->isVisible());
    QVERIFY2(patch->toPlainText().contains(u"+          weight: 70 # stable"_s), qPrintable(patch->toPlainText()));
    click("keptDiff");
    QVERIFY(!patch->isVisible());
    QVERIFY(!child<QPushButton>("keptExport")->isVisible());
}

void TestKeptEdits::discardingAsksInTheRow()
{
    leaveEdits();
    makeWindow();
    click("keptDiscard");
    QVERIFY(!child<QPushButton>("keptRestore")->isVisible());
    QVERIFY(child<QPushButton>("keptKeep")->hasFocus());
    // What it is about is still said.
    QVERIFY(std::ranges::any_of(child<QWidget>("keptRow")->findChildren<QLabel*>(), [](const QLabel* label) {
        return label->text().contains(u"for good? mesh: 2 edits"_s);
    }));
    QTest::keyClick(child<QPushButton>("keptKeep"), Qt::Key_Space);
    QVERIFY(child<QPushButton>("keptRestore")->isVisible());
    QVERIFY(!QDir(journals()).isEmpty());
    click("keptDiscard");
    click("keptConfirm");
    QVERIFY(!child<KeptList>("keptList")->isVisible());
    QVERIFY(QDir(journals()).isEmpty());
}

void TestKeptEdits::openingTheRepositoryOffersThem()
{
    leaveEdits();
    makeWindow();
    QVERIFY(openAndBeOffered());
    const QString said = m_window->message().text();
    QVERIFY2(said.startsWith(u"2 edits of "_s) && said.endsWith(u"were kept after Meshdraft ended unexpectedly."_s),
             qPrintable(said));
    QVERIFY(!m_workspace->hasPendingChanges());
    click("offerRestore");
    QCOMPARE(weights(), (std::vector<std::int64_t>{70, 10, 20}));
    QCOMPARE(m_workspace->undoStack().count(), 2);
}

void TestKeptEdits::laterKeepsThem()
{
    leaveEdits();
    makeWindow();
    QVERIFY(openAndBeOffered());
    click("offerLater");
    QVERIFY(!m_window->message().isVisible());
    QVERIFY(!m_workspace->hasPendingChanges());
    QCOMPARE(m_workspace->keptEditsHere().size(), std::size_t{1});
}

void TestKeptEdits::discardingInTheBarAsks()
{
    leaveEdits();
    makeWindow();
    QVERIFY(openAndBeOffered());
    click("offerDiscard");
    click("offerKeep");
    QVERIFY(!m_workspace->keptEditsHere().empty());
    click("offerDiscard");
    click("offerConfirm");
    QVERIFY(!m_window->message().isVisible());
    QVERIFY(QDir(journals()).isEmpty());
}

void TestKeptEdits::whatDoesNotFitIsSaid()
{
    leaveEdits();
    QByteArray theirs = reviewsYaml();
    theirs.replace("weight: 90", "weight: 55");
    m_fixture->write(u"mesh/reviews-vs.yaml"_s, theirs);
    makeWindow();
    click("keptRestore");
    QVERIFY(QTest::qWaitFor([this] { return m_window->message().text().contains(u"do not fit"_s); }, 20000));
    QVERIFY(m_window->message().text().contains(u"mesh/reviews-vs.yaml"_s));
    QVERIFY(!m_workspace->hasPendingChanges());
    QCOMPARE(m_workspace->keptEditsHere().size(), std::size_t{1});
    QCOMPARE(m_fixture->read(u"mesh/reviews-vs.yaml"_s), theirs);
}

void TestKeptEdits::aFailingJournalIsSaidAndEditingGoesOn()
{
    QFile inTheWay(journals());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    makeWindow();
    m_window->openRepository(m_fixture->directory());
    QVERIFY(QTest::qWaitFor([this] { return m_workspace->snapshot() != nullptr; }, 20000));
    QVERIFY(m_workspace->setWeights(m_fixture->splitRoute(), {80, 10, 10}).has_value());
    QVERIFY(m_window->message().isVisible());
    QVERIFY2(m_window->message().text().contains(u"would not survive a crash"_s),
             qPrintable(m_window->message().text()));
    QCOMPARE(weights(), (std::vector<std::int64_t>{80, 10, 10}));
}

void TestKeptEdits::closingWithoutSavingKeepsNothing()
{
    makeWindow();
    m_window->openRepository(m_fixture->directory());
    QVERIFY(QTest::qWaitFor([this] { return m_workspace->snapshot() != nullptr; }, 20000));
    QVERIFY(m_workspace->setWeights(m_fixture->splitRoute(), {80, 10, 10}).has_value());
    QVERIFY(!QDir(journals()).isEmpty());
    bool asked = false;
    QTimer::singleShot(0, m_window.get(), [&] {
        const auto* box = m_window->findChild<QMessageBox*>(u"dropQuestion"_s);
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
                asked = true;
                button->click();
            }
        }
    });
    m_window->close();
    QVERIFY(asked);
    QVERIFY(QDir(journals()).isEmpty());
}

int main(int argc, char** argv)
{
    return runViewTest<TestKeptEdits>(argc, argv);
}

#include "tst_keptedits.moc"
