// SPDX-License-Identifier: Apache-2.0
// Deciding, with mouse and keys, what becomes of a file that changed on disk under its edits.
#include "tests/views/viewfixture.h"
#include "views/changes/comparewindow.h"
#include "views/changes/conflictlist.h"
#include "views/changes/diffview.h"
#include "views/common/messagebar.h"

#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

namespace {

const QString path = u"mesh/reviews-vs.yaml"_s;

/// Two weights that the edits change as well, and hosts that they do not.
QList<std::pair<QByteArray, QByteArray>> conflicting()
{
    return {
        {"weight: 90", "weight: 60"}, {"weight: 10\n", "weight: 30\n"}, {"hosts: [reviews]", "hosts: [reviews, shop]"}};
}

} // namespace

class TestCompareWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsEachPlaceThatBothChanged();
    void mergesAsChosenByMouse();
    void mergesAsChosenByKeys();
    void answersStayWhenTheFileChangesAgain();
    void nothingIsListedWhereTheEditsFit();
    void removedFileIsKept();
    void removedFileIsDroppedAndBroughtBack();
    void longListStaysInReach();
    void looksRightLightAndDark_data();
    void looksRightLightAndDark();

private:
    template <typename T = QRadioButton> T* child(const QString& name) const
    {
        T* found = m_window->findChild<T*>(name);
        if (found == nullptr) {
            QTest::qFail(qPrintable(name), __FILE__, __LINE__);
        }
        return found;
    }
    /// Another program's edit, noticed.
    void changeOnDisk(const QList<std::pair<QByteArray, QByteArray>>& replacements);
    void removeOnDisk();
    void openWindow();
    QString message() const { return m_window->findChild<MessageBar*>()->text(); }
    QByteArray current() const
    {
        return QByteArray::fromStdString(
            *m_fixture->workspace.snapshot()->current.find(path.toStdString())->text->text);
    }
    void click(const QString& name) const { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    void choose(const QString& name) const
    {
        auto* button = child(name);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
        QCoreApplication::processEvents();
    }

    std::unique_ptr<ViewFixture> m_fixture;
    QPointer<CompareWindow> m_window;
};

void TestCompareWindow::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    QVERIFY(m_fixture->open());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {70, 20, 10}).has_value());
}

void TestCompareWindow::cleanup()
{
    delete m_window.data();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

void TestCompareWindow::changeOnDisk(const QList<std::pair<QByteArray, QByteArray>>& replacements)
{
    QSignalSpy asked(&m_fixture->workspace, &workspace::Workspace::fileChangedOnDisk);
    QByteArray text = m_fixture->read(path);
    for (const auto& [from, to] : replacements) {
        QVERIFY2(text.contains(from), from.constData());
        text.replace(from, to);
    }
    m_fixture->write(path, text);
    QVERIFY(asked.wait(30000));
}

void TestCompareWindow::removeOnDisk()
{
    QSignalSpy asked(&m_fixture->workspace, &workspace::Workspace::fileChangedOnDisk);
    QVERIFY(QFile::remove(m_fixture->directory() + u'/' + path));
    QVERIFY(asked.wait(30000));
}

void TestCompareWindow::openWindow()
{
    m_window = new CompareWindow(m_fixture->theme, m_fixture->workspace, path, nullptr);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
}

void TestCompareWindow::listsEachPlaceThatBothChanged()
{
    changeOnDisk(conflicting());
    openWindow();
    auto* list = child<ConflictList>(u"compareConflicts"_s);
    QVERIFY(list->isVisible());
    QCOMPARE(list->findChildren<QRadioButton*>().size(), 4);
    QCOMPARE(child(u"conflictOnDisk0"_s)->text(), u"60"_s);
    QCOMPARE(child(u"conflictHere0"_s)->text(), u"70"_s);
    QCOMPARE(child(u"conflictOnDisk1"_s)->text(), u"30"_s);
    QCOMPARE(child(u"conflictHere1"_s)->text(), u"20"_s);
    QStringList places;
    for (const QLabel* label : list->findChildren<QLabel*>()) {
        places << label->text();
    }
    QVERIFY2(places.join(u'|').contains(u"weight"_s), qPrintable(places.join(u'|')));
    QVERIFY(child(u"conflictHere1"_s)->accessibleName().contains(u"weight"_s));
    for (const QRadioButton* button : list->findChildren<QRadioButton*>()) {
        QVERIFY(!button->isChecked());
    }
    QVERIFY(!child<QPushButton>(u"compareMerge"_s)->isEnabled());
}

void TestCompareWindow::mergesAsChosenByMouse()
{
    const QByteArray mine = current();
    changeOnDisk(conflicting());
    const QByteArray disk = m_fixture->read(path);
    openWindow();
    QSignalSpy settled(m_window.data(), &CompareWindow::settled);
    choose(u"conflictHere0"_s);
    QVERIFY(!child<QPushButton>(u"compareMerge"_s)->isEnabled());
    choose(u"conflictHere1"_s);
    QVERIFY(child<QPushButton>(u"compareMerge"_s)->isEnabled());
    // A second thought counts.
    choose(u"conflictOnDisk1"_s);
    QVERIFY(!child(u"conflictHere1"_s)->isChecked());
    QVERIFY(child(u"conflictHere0"_s)->isChecked());
    click(u"compareMerge"_s);
    QCOMPARE(settled.size(), 1);
    // What is on disk, with the chosen place and the one that only the edits change.
    QCOMPARE(current(), QByteArray(disk).replace("weight: 60", "weight: 70").replace("weight: 0", "weight: 10"));
    QVERIFY(m_fixture->workspace.conflicts().empty());
    m_fixture->workspace.undoStack().undo();
    QCOMPARE(current(), mine);
}

void TestCompareWindow::mergesAsChosenByKeys()
{
    changeOnDisk(conflicting());
    openWindow();
    const auto press = [this](Qt::Key key) {
        QTest::keyClick(m_window->focusWidget() != nullptr ? m_window->focusWidget() : m_window.data(), key);
        QCoreApplication::processEvents();
    };
    child(u"conflictOnDisk0"_s)->setFocus();
    press(Qt::Key_Space);
    QVERIFY(child(u"conflictOnDisk0"_s)->isChecked());
    press(Qt::Key_Right);
    QVERIFY(child(u"conflictHere0"_s)->isChecked());
    press(Qt::Key_Tab);
    QCOMPARE(m_window->focusWidget()->objectName(), u"conflictOnDisk1"_s);
    press(Qt::Key_Space);
    press(Qt::Key_Tab);
    // The next stop is the button that has just become possible, or the other answer of the row.
    while (m_window->focusWidget()->objectName().startsWith(u"conflict"_s)) {
        press(Qt::Key_Tab);
    }
    QCOMPARE(m_window->focusWidget()->objectName(), u"compareMerge"_s);
    press(Qt::Key_Space);
    QVERIFY(m_fixture->workspace.conflicts().empty());
    QVERIFY(current().contains("weight: 70"));
    QVERIFY(current().contains("weight: 30"));
}

void TestCompareWindow::answersStayWhenTheFileChangesAgain()
{
    changeOnDisk(conflicting());
    openWindow();
    choose(u"conflictHere0"_s);
    choose(u"conflictHere1"_s);
    changeOnDisk({{"weight: 30", "weight: 31"}});
    // The other place holds something new, so that nobody has decided it.
    QVERIFY(child(u"conflictHere0"_s)->isChecked());
    QVERIFY(!child(u"conflictHere1"_s)->isChecked());
    QCOMPARE(child(u"conflictOnDisk1"_s)->text(), u"31"_s);
    QVERIFY(!child<QPushButton>(u"compareMerge"_s)->isEnabled());
}

void TestCompareWindow::nothingIsListedWhereTheEditsFit()
{
    changeOnDisk({{"kind: VirtualService", "kind:   VirtualService"}});
    openWindow();
    QVERIFY(!child<ConflictList>(u"compareConflicts"_s)->isVisible());
    QVERIFY(child<QPushButton>(u"compareMerge"_s)->isEnabled());
    click(u"compareMerge"_s);
    QVERIFY(current().contains("kind:   VirtualService"));
}

void TestCompareWindow::removedFileIsKept()
{
    const QByteArray mine = current();
    removeOnDisk();
    openWindow();
    if (const QString directory = qEnvironmentVariable("MESHDRAFT_PICTURES"); !directory.isEmpty()) {
        QVERIFY(m_window->grab().save(directory + u"/compare-removed.png"_s));
    }
    QVERIFY2(message().contains(u"removed on disk"_s), qPrintable(message()));
    QVERIFY(!child<QPushButton>(u"compareMerge"_s)->isVisible());
    QCOMPARE(child<QPushButton>(u"compareReload"_s)->text(), u"Drop"_s);
    click(u"compareKeep"_s);
    QVERIFY(m_fixture->workspace.conflicts().empty());
    QCOMPARE(current(), mine);
    QVERIFY(m_fixture->workspace.save().has_value());
    QCOMPARE(m_fixture->read(path), mine);
}

void TestCompareWindow::removedFileIsDroppedAndBroughtBack()
{
    const QByteArray mine = current();
    removeOnDisk();
    openWindow();
    click(u"compareReload"_s);
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
    QVERIFY(m_fixture->workspace.conflicts().empty());
    m_fixture->workspace.undoStack().undo();
    QCOMPARE(current(), mine);
}

void TestCompareWindow::longListStaysInReach()
{
    // More places than fit, with long and with removed values.
    const QByteArray before = current();
    source::FileEdit edit{.path = path.toStdString(),
                          .base = m_fixture->workspace.snapshot()->current.find(path.toStdString())->text->id,
                          .splices = {}};
    const QList<std::pair<QByteArray, QByteArray>> mine{
        {"exact: v3", "exact: a value that is much longer than what a column has room for, of our own"},
        {"timeout: 3s", "timeout: 5s"},
        {"subset: v1", "subset: v1-mine"},
        {"subset: v2", "subset: v2-mine"}};
    for (const auto& [from, to] : mine) {
        edit.splices.push_back({.offset = static_cast<std::uint32_t>(before.indexOf(from)),
                                .length = static_cast<std::uint32_t>(from.size()),
                                .text = to.toStdString()});
    }
    QVERIFY(m_fixture->workspace.apply({.files = {edit}}, u"x"_s).has_value());
    changeOnDisk({{"exact: v3", "exact: theirs"},
                  {"      timeout: 3s\n", ""},
                  {"subset: v1", "subset: v1-theirs"},
                  {"subset: v2", "subset: v2-theirs"},
                  {"weight: 90", "weight: 60"},
                  {"weight: 10\n", "weight: 30\n"}});
    openWindow();
    auto* list = child<ConflictList>(u"compareConflicts"_s);
    const QList<QRadioButton*> buttons = list->findChildren<QRadioButton*>();
    QVERIFY2(buttons.size() >= 8, qPrintable(QString::number(buttons.size())));
    QVERIFY(list->height() < m_window->height() / 2);
    if (const QString directory = qEnvironmentVariable("MESHDRAFT_PICTURES"); !directory.isEmpty()) {
        QVERIFY(m_window->grab().save(directory + u"/compare-long.png"_s));
    }
    // All of them by keys, each in sight when it has the focus.
    buttons.front()->setFocus();
    QSet<QWidget*> reached;
    while (m_window->focusWidget()->objectName().startsWith(u"conflict"_s)) {
        QVERIFY(!m_window->focusWidget()->visibleRegion().isEmpty());
        // A row is one stop; arrows go from answer to answer.
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Right);
        QVERIFY(m_window->focusWidget()->objectName().startsWith(u"conflictHere"_s));
        reached.insert(m_window->focusWidget());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
        QCoreApplication::processEvents();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(reached.size(), buttons.size() / 2);
    QVERIFY2(child<QPushButton>(u"compareMerge"_s)->isEnabled(), qPrintable(message()));
    click(u"compareMerge"_s);
    QVERIFY2(m_fixture->workspace.conflicts().empty(), qPrintable(message()));
    QVERIFY(current().contains("timeout: 5s"));
    QVERIFY(current().contains("of our own"));
}

void TestCompareWindow::looksRightLightAndDark_data()
{
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::newRow("light") << Theme::Scheme::Light;
    QTest::newRow("dark") << Theme::Scheme::Dark;
}

void TestCompareWindow::looksRightLightAndDark()
{
    QFETCH(Theme::Scheme, scheme);
    m_fixture->theme.setScheme(scheme);
    changeOnDisk(conflicting());
    openWindow();
    choose(u"conflictHere0"_s);
    const QImage picture = m_window->grab().toImage();
    if (const QString directory = qEnvironmentVariable("MESHDRAFT_PICTURES"); !directory.isEmpty()) {
        QVERIFY(picture.save(directory + u"/compare-"_s + QString::fromUtf8(QTest::currentDataTag()) + u".png"_s));
    }
    const auto ground = picture.pixelColor(picture.width() / 2, picture.height() - 4).lightness();
    QVERIFY2((ground < 128) == (scheme == Theme::Scheme::Dark), qPrintable(QString::number(ground)));
    // Everything that can be chosen is in sight.
    for (const QString& name : {u"conflictOnDisk0"_s, u"conflictHere0"_s, u"conflictOnDisk1"_s, u"conflictHere1"_s}) {
        QVERIFY2(!child(name)->visibleRegion().isEmpty(), qPrintable(name));
    }
}

int main(int argc, char** argv)
{
    return runViewTest<TestCompareWindow>(argc, argv);
}
#include "tst_comparewindow.moc"
