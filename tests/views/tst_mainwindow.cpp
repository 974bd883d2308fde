// SPDX-License-Identifier: Apache-2.0
#include "tests/views/viewfixture.h"
#include "views/common/messagebar.h"
#include "views/common/tierbadge.h"
#include "views/findings/findingspanel.h"
#include "views/inspector/mirrorrow.h"
#include "views/inspector/namespacecard.h"
#include "views/inspector/weightslider.h"
#include "views/start/startpage.h"
#include "views/topology/graphcanvas.h"
#include "views/topology/topologypage.h"
#include "views/window/bottomdock.h"
#include "views/window/gotofield.h"
#include "views/window/mainwindow.h"
#include "views/window/pagerail.h"
#include "views/window/topbar.h"
#include "views/window/workbench.h"

#include <QAction>
#include <QClipboard>
#include <QCompleter>
#include <QDialog>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void startsOnTheStartPage();
    void opensARepositoryOnTopology();
    void aFolderThatIsNoRepositoryIsSaid();
    void goToFindsAResourceByName();
    void treePictureAndInspectorShareTheSelection();
    void theBottomDockOpensAtTheFirstChangeOnce();
    void undoAndRedoByKeys();
    void noTwoEntriesOfAMenuShareALetter();
    void undoKeysWorkFromTextFields();
    void theCommandFieldFindsActions();
    void opensAFolderThatIsDropped();
    void tabWalksTheSplitInOrder();
    void commitByKeysAndMouseSaysWhatWasCommitted();
    void undoCommitByMouseBringsTheEditsBack();
    void saysWhereWhatOthersWroteIsKept();
    void pushByMouseSaysHowItWent();
    void pushCanBeCancelledByMouse();
    void aFileChangedOnDiskIsMergedOrCompared();
    void pagesThatDoNotExistAreDisabledWithAReason();
    void everythingIsReachableWithoutAMouse();
    void lightAndDarkReachEveryPart();
    void layoutIsKeptAndReset();
    void barsFitANarrowWindow();
    void restsWhenNothingHappens();
    void theMirrorStandsOnce();
    void aNamespaceSaysWhatItHolds();

private:
    template <typename T> T* child(const char* name) const { return childOf<T>(*m_window, name); }
    bool open();
    bool openAndCommit();
    bool waitForCommit() const
    {
        if (!QTest::qWaitFor([this] { return !m_fixture->workspace.isCommitting(); }, 60000)) {
            return false;
        }
        m_window->activateWindow();
        return QTest::qWaitForWindowActive(m_window.get());
    }
    void makeWindow();

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_fixture = std::make_unique<ViewFixture>();
}

void TestMainWindow::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

bool TestMainWindow::open()
{
    makeWindow();
    return m_fixture->open();
}

void TestMainWindow::startsOnTheStartPage()
{
    makeWindow();
    QVERIFY(m_window->findChild<StartPage*>()->isVisible());
    QVERIFY(!m_window->workbench().isVisible());
    QVERIFY(!child<QToolButton>("pageTopology")->isEnabled());
    QVERIFY(child<QToolButton>("pageStart")->isChecked());
    QVERIFY(QTest::qWaitFor([&] { return child<QLabel>("tool_git")->text().contains(u"git 2."_s); }));
}

void TestMainWindow::opensARepositoryOnTopology()
{
    QVERIFY(open());
    QVERIFY(m_window->workbench().isVisible());
    QVERIFY(child<QToolButton>("pageTopology")->isChecked());
    QVERIFY(m_window->workbench().meshDock()->isVisible());
    QVERIFY(m_window->workbench().inspectorDock()->isVisible());
    QVERIFY(!m_window->workbench().bottomDock()->isVisible());
    QVERIFY(child<QLabel>("branchLabel")->text().contains(u"main"_s));
    QVERIFY(!child<QPushButton>("commitButton")->isEnabled());
    QVERIFY(!child<TierBadge>("tierBadge")->isVisible());
    QCOMPARE(child<QTreeView>("meshTree")->model()->rowCount(), 1);
    QVERIFY(QTest::qWaitFor([&] { return m_window->workbench().topology()->canvas()->scene() != nullptr; }));
    QVERIFY(m_window->workbench().topology()->canvas()->scene()->nodes().size() > 3);
}

void TestMainWindow::aFolderThatIsNoRepositoryIsSaid()
{
    makeWindow();
    const QTemporaryDir empty;
    m_window->openRepository(empty.path());
    QVERIFY(QTest::qWaitFor([&] { return m_window->message().isVisible(); }));
    QVERIFY(!m_window->message().text().isEmpty());
    QVERIFY(m_window->findChild<StartPage*>()->isVisible());
}

void TestMainWindow::goToFindsAResourceByName()
{
    QVERIFY(open());
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* field = child<GoToField>("goToField");
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"reviews"_s);
    QAbstractItemView* popup = field->findChild<QCompleter*>()->popup();
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->currentIndex().data().toString(), u"reviews"_s);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(m_fixture->workspace.selection().current().key.kind, "VirtualService");
    QVERIFY(field->text().isEmpty());
    // The route that splits is the one to look at.
    QCOMPARE(child<QSpinBox>("weightSpin_0")->value(), 90);
}

void TestMainWindow::treePictureAndInspectorShareTheSelection()
{
    QVERIFY(open());
    const mesh::ElementRef route = m_fixture->splitRoute();
    m_fixture->workspace.selection().select(route);
    QVERIFY(child<QTreeView>("meshTree")->currentIndex().data().toString().contains(u"default"_s));
    QVERIFY(child<QLabel>("inspectorName")->text().contains(u"reviews"_s));
    QCOMPARE(m_window->workbench().topology()->canvas()->selected(), route);
    auto* tree = child<QTreeView>("meshTree");
    const QModelIndex above = tree->currentIndex().parent();
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(above).center());
    QVERIFY(m_fixture->workspace.selection().current().field.isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_fixture->workspace.selection().current(), route);
}

void TestMainWindow::theBottomDockOpensAtTheFirstChangeOnce()
{
    QVERIFY(open());
    m_fixture->workspace.selection().select(m_fixture->splitRoute());
    auto* slider = child<WeightSlider>("weightSlider_2");
    QTest::mouseClick(slider, Qt::LeftButton, {}, slider->positionOf(10));
    QCOMPARE(m_fixture->weights(), (std::vector<std::int64_t>{80, 10, 10}));
    QVERIFY(m_window->workbench().bottomDock()->isVisible());
    QCOMPARE(m_window->workbench().bottomDock()->current(), static_cast<int>(Workbench::PendingTab));
    QCOMPARE(child<QPushButton>("commitButton")->text(), u"Commit 1 change…"_s);
    QVERIFY(child<TierBadge>("tierBadge")->isVisible());
    m_window->workbench().bottomDock()->close();
    QTest::mouseClick(slider, Qt::LeftButton, {}, slider->positionOf(20));
    QVERIFY(!m_window->workbench().bottomDock()->isVisible());
}

void TestMainWindow::undoAndRedoByKeys()
{
    QVERIFY(open());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {80, 10, 10}).has_value());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_fixture->weights(), (std::vector<std::int64_t>{90, 10, 0}));
    QVERIFY(!child<QPushButton>("commitButton")->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_fixture->weights(), (std::vector<std::int64_t>{80, 10, 10}));
}

void TestMainWindow::undoKeysWorkFromTextFields()
{
    QVERIFY(open());
    m_fixture->workspace.selection().select(m_fixture->splitRoute());
    const std::vector<std::int64_t> before = m_fixture->weights();
    auto* spin = child<QSpinBox>("weightSpin_2");
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, u"10"_s);
    QTest::keyClick(spin, Qt::Key_Return);
    QVERIFY(m_fixture->weights() != before);
    QTest::keyClick(spin, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_fixture->weights(), before);
    QTest::keyClick(spin, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_fixture->weights() != before);

    auto* field = child<GoToField>("goToField");
    field->setFocus();
    QTest::keyClicks(field, u"reviews"_s);
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(m_fixture->weights() != before, "while there is something typed the keys are the field's");
    QTest::keyClicks(field, u"reviews"_s);
    QTest::keyClick(field->findChild<QCompleter*>()->popup(), Qt::Key_Return);
    QVERIFY(field->text().isEmpty());
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(field->text().isEmpty());
    QCOMPARE(m_fixture->weights(), before);
}

void TestMainWindow::theCommandFieldFindsActions()
{
    QVERIFY(open());
    auto* field = child<GoToField>("goToField");
    const auto first = [&] {
        return field->findChild<QCompleter*>()->completionModel()->index(0, 0).data().toString();
    };
    field->start();
    QTest::keyClicks(field, u"revert cha"_s);
    QVERIFY2(first() != u"Revert change"_s, "nothing is pending, so there is nothing to revert");
    field->clear();
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {80, 10, 10}).has_value());
    field->start();
    QTest::keyClicks(field, u">discard"_s);
    QCOMPARE(first(), u"Discard edits"_s);
    QTest::keyClick(field->findChild<QCompleter*>()->popup(), Qt::Key_Return);
    QVERIFY(field->text().isEmpty());
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestMainWindow::opensAFolderThatIsDropped()
{
    QVERIFY(open());
    const QTemporaryDir other;
    QCOMPARE(QProcess::execute(u"git"_s, {u"init"_s, u"-q"_s, other.path()}), 0);
    QFile file(other.filePath(u"a.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(other.path())});
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(QTest::qWaitFor(
        [&] { return QFileInfo(m_fixture->workspace.snapshot()->repository->workTree()) == QFileInfo(other.path()); },
        10000));
    mime.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent again(QPoint(200, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
    again.ignore();
    QApplication::sendEvent(m_window.get(), &again);
    QVERIFY(!again.isAccepted());
}

void TestMainWindow::tabWalksTheSplitInOrder()
{
    QVERIFY(open());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {80, 10, 10}).has_value());
    m_fixture->workspace.selection().select(m_fixture->splitRoute());
    QVERIFY(QTest::qWaitFor([&] { return child<QToolButton>("lockButton_0")->isVisible(); }));
    child<QToolButton>("lockButton_0")->setFocus();
    QStringList names;
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        names += m_window->focusWidget()->objectName();
    }
    QCOMPARE(names.join(u' '),
             u"weightSlider_0 weightSpin_0 lockButton_1 weightSlider_1 weightSpin_1 lockButton_2 weightSlider_2 "
             "weightSpin_2 addDestination revertSplit"_s);
}

void TestMainWindow::commitByKeysAndMouseSaysWhatWasCommitted()
{
    QVERIFY(open());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {80, 10, 10}).has_value());
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    auto* confirm = child<QPushButton>("commitConfirm");
    QVERIFY(confirm != nullptr);
    const QString branch = child<QLineEdit>("branchEdit")->text();
    QTest::mouseClick(confirm, Qt::LeftButton);
    QVERIFY(waitForCommit());
    QVERIFY(m_window->message().isVisible());
    const QString commit = m_fixture->git({u"rev-parse"_s, branch});
    QVERIFY2(m_window->message().text().contains(commit.left(7)), qPrintable(m_window->message().text()));
    QVERIFY(m_window->message().text().contains(branch));
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
    QCOMPARE(m_fixture->git({u"diff"_s, u"--numstat"_s, u"HEAD~1"_s, u"HEAD"_s}), u"2\t2\tmesh/reviews-vs.yaml"_s);
    QTest::mouseClick(child<QPushButton>("copySummary"), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"reviews"_s));
}

/// Commits a change on the current branch in the dialog.
bool TestMainWindow::openAndCommit()
{
    if (!open() || !m_fixture->workspace.setWeights(m_fixture->splitRoute(), {80, 10, 10})) {
        return false;
    }
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTest::mouseClick(child<QPushButton>("commitConfirm"), Qt::LeftButton);
    return waitForCommit() && !m_fixture->workspace.hasPendingChanges() && m_window->message().isVisible();
}

void TestMainWindow::undoCommitByMouseBringsTheEditsBack()
{
    QVERIFY(openAndCommit());
    const QString head = m_fixture->git({u"rev-parse"_s, u"HEAD~1"_s});
    const QString file = m_fixture->git({u"show"_s, u"HEAD~1:mesh/reviews-vs.yaml"_s});
    QTest::mouseClick(child<QPushButton>("undoCommit"), Qt::LeftButton);
    QVERIFY2(m_window->message().text().contains(u"taken back"_s), qPrintable(m_window->message().text()));
    QCOMPARE(m_fixture->git({u"rev-parse"_s, u"HEAD"_s}), head);
    QCOMPARE(m_fixture->git({u"status"_s, u"--porcelain"_s}), QString());
    QCOMPARE(QString::fromUtf8(m_fixture->read(u"mesh/reviews-vs.yaml"_s)).trimmed(), file);
    QVERIFY(m_fixture->workspace.hasPendingChanges());
    QCOMPARE(m_fixture->weights(), (std::vector<std::int64_t>{80, 10, 10}));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestMainWindow::saysWhereWhatOthersWroteIsKept()
{
    QVERIFY(open());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {80, 10, 10}).has_value());
    QFile slow(m_fixture->directory() + u"/mesh/reviews-vs.yaml"_s);
    QVERIFY(slow.open(QIODevice::Append));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTest::mouseClick(child<QPushButton>("commitConfirm"), Qt::LeftButton);
    QVERIFY(waitForCommit());
    // Below what became of the commit; and so when it is taken back.
    QVERIFY2(m_window->message().text().startsWith(u"Committed"_s), qPrintable(m_window->message().text()));
    QVERIFY2(m_window->message().output().contains(u"mesh/reviews-vs.yaml.kept-1"_s),
             qPrintable(m_window->message().output()));
    QFile slower(m_fixture->directory() + u"/mesh/reviews-vs.yaml"_s);
    QVERIFY(slower.open(QIODevice::Append));
    QTest::mouseClick(child<QPushButton>("undoCommit"), Qt::LeftButton);
    QVERIFY2(m_window->message().text().contains(u"taken back"_s), qPrintable(m_window->message().text()));
    QVERIFY(m_window->message().output().contains(u"mesh/reviews-vs.yaml.kept-2"_s));
    // Saving says nothing else.
    QFile slowest(m_fixture->directory() + u"/mesh/reviews-vs.yaml"_s);
    QVERIFY(slowest.open(QIODevice::Append));
    QVERIFY(m_fixture->workspace.save().has_value());
    QVERIFY2(m_window->message().text().contains(u"mesh/reviews-vs.yaml.kept-3"_s),
             qPrintable(m_window->message().text()));
}

void TestMainWindow::pushByMouseSaysHowItWent()
{
    QVERIFY(openAndCommit());
    const QString branch = m_fixture->git({u"branch"_s, u"--show-current"_s});
    QTest::mouseClick(child<QPushButton>("pushCommit"), Qt::LeftButton);
    // Nowhere to push to yet: said, and tried again once there is.
    QVERIFY(QTest::qWaitFor([this] { return m_window->message().text().contains(u"no remote"_s); }, 30000));
    m_fixture->git({u"init"_s, u"-q"_s, u"--bare"_s, u"../origin.git"_s});
    m_fixture->git({u"remote"_s, u"add"_s, u"origin"_s, u"../origin.git"_s});
    QTest::mouseClick(child<QPushButton>("pushAgain"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return m_window->message().text().startsWith(u"Pushed"_s); }, 30000));
    QVERIFY(m_window->message().text().contains(branch));
    QCOMPARE(m_fixture->git({u"rev-parse"_s, u"origin/"_s + branch}), m_fixture->git({u"rev-parse"_s, u"HEAD"_s}));
}

void TestMainWindow::pushCanBeCancelledByMouse()
{
    QVERIFY(openAndCommit());
    m_fixture->git({u"init"_s, u"-q"_s, u"--bare"_s, u"../origin.git"_s});
    m_fixture->git({u"remote"_s, u"add"_s, u"origin"_s, u"../origin.git"_s});
    m_fixture->write(u".git/hooks/pre-push"_s, "#!/bin/sh\necho waiting >&2\nsleep 600\n");
    QVERIFY(QFile::setPermissions(m_fixture->directory() + u"/.git/hooks/pre-push"_s,
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QTest::mouseClick(child<QPushButton>("pushCommit"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return m_window->message().text().contains(u"waiting"_s); }, 30000));
    QTest::mouseClick(child<QPushButton>("cancelPush"), Qt::LeftButton);
    QVERIFY2(m_window->message().text().contains(u"cancelled"_s), qPrintable(m_window->message().text()));
    QVERIFY(m_fixture->git({u"branch"_s, u"-r"_s}).isEmpty());
}

void TestMainWindow::aFileChangedOnDiskIsMergedOrCompared()
{
    QVERIFY(open());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {80, 10, 10}).has_value());
    const std::string path = m_fixture->workspace.snapshot()->changedFiles().front();
    const QString full = m_fixture->workspace.snapshot()->repository->workTree() + u'/' + QString::fromStdString(path);
    const auto write = [&full](QByteArray from, const QByteArray& to) {
        QFile file(full);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        QVERIFY(text.contains(from));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text.replace(from, to));
    };
    write("kind: VirtualService", "kind:   VirtualService");
    QVERIFY(QTest::qWaitFor([&] { return m_window->message().isVisible(); }, 15000));
    QVERIFY(m_window->message().text().contains(u"fit on top"_s));
    QTest::mouseClick(child<QPushButton>("compareFile"), Qt::LeftButton);
    auto* compare = m_window->findChild<QDialog*>(u"compareWindow"_s);
    QVERIFY(compare != nullptr && compare->isVisible() && !compare->isModal());
    QTest::mouseClick(compare->findChild<QPushButton*>(u"compareMerge"_s), Qt::LeftButton);
    QVERIFY(m_fixture->workspace.conflicts().empty());
    QCOMPARE(m_fixture->weights(), (std::vector<std::int64_t>{80, 10, 10}));
    QVERIFY(!m_window->message().isVisible());
    const auto& now = *m_fixture->workspace.snapshot()->current.find(path)->text->text;
    QVERIFY(now.contains("kind:   VirtualService"));
}

void TestMainWindow::pagesThatDoNotExistAreDisabledWithAReason()
{
    QVERIFY(open());
    const auto* button = child<QToolButton>("pageLearn");
    QVERIFY(!button->isEnabled());
    QVERIFY(!button->toolTip().isEmpty());
}

void TestMainWindow::everythingIsReachableWithoutAMouse()
{
    QVERIFY(open());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {80, 10, 10}).has_value());
    m_fixture->workspace.selection().select(m_fixture->splitRoute());
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        const bool takesInput = qobject_cast<QAbstractButton*>(widget) != nullptr
            || qobject_cast<QAbstractSlider*>(widget) != nullptr || qobject_cast<QAbstractItemView*>(widget) != nullptr
            || (qobject_cast<QLineEdit*>(widget) != nullptr
                && qobject_cast<QSpinBox*>(widget->parentWidget()) == nullptr);
        if (!takesInput || !widget->isVisible() || widget->objectName().startsWith(u"qt_"_s)
            || widget->inherits("QScrollBar") || widget->inherits("QLineEditIconButton")
            || widget->inherits("QHeaderView")) {
            continue;
        }
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty())
            || (button != nullptr && !button->toolTip().isEmpty());
        QVERIFY2(named,
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void TestMainWindow::lightAndDarkReachEveryPart()
{
    QVERIFY(open());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {80, 10, 10}).has_value());
    m_fixture->workspace.selection().select(m_fixture->splitRoute());
    for (const Theme::Scheme scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
        m_fixture->theme.setScheme(scheme);
        const bool dark = scheme == Theme::Scheme::Dark;
        QCoreApplication::processEvents();
        for (const char* name :
             {"pageRail", "topBar", "meshTree", "inspector", "diffView", "riskPanel", "graphCanvas"}) {
            const QImage picture = child<QWidget>(name)->grab().toImage();
            // Most of every part is its ground: the middle lightness tells which scheme it shows.
            qint64 sum = 0;
            for (int y = 0; y < picture.height(); y += 7) {
                for (int x = 0; x < picture.width(); x += 7) {
                    sum += qGray(picture.pixel(x, y)) > 127 ? 1 : -1;
                }
            }
            QVERIFY2((sum < 0) == dark, qPrintable(QLatin1StringView(name) + u' ' + QString::number(sum)));
        }
    }
}

void TestMainWindow::layoutIsKeptAndReset()
{
    QVERIFY(open());
    m_window->workbench().meshDock()->hide();
    m_window->close();
    m_window = std::make_unique<MainWindow>(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    m_window->show();
    QVERIFY(m_window->workbench().meshDock()->isHidden());
    child<QAction>("resetLayoutAction")->trigger();
    QVERIFY(!m_window->workbench().meshDock()->isHidden());
}

namespace {
/// Counts how often anything of the program is laid out.
class LayoutCounter : public QObject {
public:
    int count = 0;
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        count += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return false;
    }
};
} // namespace

void TestMainWindow::restsWhenNothingHappens()
{
    LayoutCounter counter;
    for (const int width : {1440, 900}) {
        if (width == 1440) {
            QVERIFY(open());
        }
        m_window->resize(width, 800);
        for (const char* action : {"topologyPageAction", "editorPageAction", "explainPageAction", "startPageAction"}) {
            child<QAction>(action)->trigger();
            // what is shown settles at some time, and stays so
            QVERIFY2(QTest::qWaitFor(
                         [&] {
                             counter.count = 0;
                             qApp->installEventFilter(&counter);
                             QTest::qWait(100);
                             qApp->removeEventFilter(&counter);
                             return counter.count == 0;
                         },
                         20000),
                     action);
        }
    }
}

void TestMainWindow::barsFitANarrowWindow()
{
    QVERIFY(open());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {80, 10, 10}));
    m_window->resize(720, 600);
    auto* bar = child<TopBar>("topBar");
    QVERIFY(QTest::qWaitFor([&] { return bar->width() < 800 && bar->width() == m_window->width(); }));
    QWidgetList shown;
    for (QWidget* widget : bar->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (widget->isVisible() && widget->width() > 0) {
            shown.append(widget);
        }
    }
    QVERIFY(shown.size() > 6);
    for (const QWidget* widget : shown) {
        QVERIFY2(bar->rect().contains(widget->geometry()), qPrintable(widget->objectName()));
        for (const QWidget* other : shown) {
            QVERIFY2(other == widget || !other->geometry().intersects(widget->geometry()),
                     qPrintable(widget->objectName() + u" "_s + other->objectName()));
        }
    }
    // The name of the repository is whole where it fits.
    m_window->resize(1440, 900);
    QVERIFY(QTest::qWaitFor([&] { return child<QLabel>("repositoryName")->text().contains(u"mesh configuration"_s); }));
}

void TestMainWindow::theMirrorStandsOnce()
{
    QVERIFY(open());
    m_fixture->workspace.selection().select(m_fixture->splitRoute());
    QVERIFY(QTest::qWaitFor([&] { return child<MirrorRow>("mirrorRow")->isVisible(); }));
    QVERIFY(!child<QWidget>("mirrorSection")->isVisibleTo(m_window.get()));
}

void TestMainWindow::aNamespaceSaysWhatItHolds()
{
    QVERIFY(open());
    QVERIFY(QTest::qWaitFor([&] { return m_window->workbench().topology()->canvas()->scene() != nullptr; }));
    auto* card = child<NamespaceCard>("namespaceCard");
    m_fixture->workspace.selection().select(m_fixture->splitRoute());
    QVERIFY(!card->isVisible());
    m_fixture->workspace.selection().select(
        topology::namespaceElement(m_fixture->workspace.snapshot()->environment.name, "shop"));
    QVERIFY(QTest::qWaitFor([&] { return card->isVisible(); }));
    QStringList said;
    for (const QLabel* label : child<QWidget>("namespaceCounts")->findChildren<QLabel*>()) {
        if (!label->text().isEmpty()) {
            said << label->text();
        }
    }
    for (const QString& row : {u"1 Services"_s, u"3 Workloads"_s, u"1 VirtualServices"_s, u"1 DestinationRules"_s}) {
        QVERIFY2(said.join(u' ').contains(row), qPrintable(said.join(u' ')));
    }
    auto* toggle = child<QPushButton>("toggleGroup");
    QCOMPARE(toggle->text(), u"Close group"_s);
    toggle->click();
    TopologyPage* page = m_window->workbench().topology();
    QVERIFY(QTest::qWaitFor([&] { return !page->isGroupOpen(u"ns/shop"_s); }));
    QVERIFY(QTest::qWaitFor([&] { return toggle->text() == u"Open group"_s; }));
}

void TestMainWindow::noTwoEntriesOfAMenuShareALetter()
{
    makeWindow();
    const auto check = [](const QString& of, const QList<QAction*>& actions) {
        QMap<QString, QString> known;
        for (const QAction* action : actions) {
            const QString letter = QKeySequence::mnemonic(action->text()).toString();
            if (letter.isEmpty()) {
                continue;
            }
            const QString text = of + u": "_s + known.value(letter) + u", "_s + action->text();
            QVERIFY2(!known.contains(letter), qPrintable(text));
            known.insert(letter, action->text());
        }
    };
    check(u"menu bar"_s, m_window->menuBar()->actions());
    int menus = 0;
    for (const QMenu* menu : m_window->menuBar()->findChildren<QMenu*>()) {
        check(menu->title(), menu->actions());
        ++menus;
    }
    QVERIFY(menus > 8);
}

int main(int argc, char** argv)
{
    return runViewTest<TestMainWindow>(argc, argv);
}

#include "tst_mainwindow.moc"
