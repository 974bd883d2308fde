// SPDX-License-Identifier: Apache-2.0
// The editor by real keys and mouse, in the window.
#include "models/workspace/editor/editorfile.h"
#include "tests/views/viewfixture.h"
#include "tests/workspace/waitfor.h"
#include "views/common/messagebar.h"
#include "views/editor/breadcrumb.h"
#include "views/editor/completionpopup.h"
#include "views/editor/editorassist.h"
#include "views/editor/editormargin.h"
#include "views/editor/editorpage.h"
#include "views/editor/editorside.h"
#include "views/editor/fieldhelpcard.h"
#include "views/editor/filetabs.h"
#include "views/editor/outlinetree.h"
#include "views/editor/yamledit.h"
#include "views/inspector/inspectorpanel.h"
#include "views/window/mainwindow.h"
#include "views/window/workbench.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

namespace {

const QString routes = u"mesh/reviews-vs.yaml"_s;

/// Everything that an editor cannot hold: both line endings, a lone carriage return, NBSP, separators, no end.
const QByteArray odd =
    "\xEF\xBB\xBF# odd\r\na: 1\r\nb: \"x\xC2\xA0y\"\nc: \"l\xE2\x80\xA8s\xE2\x80\xA9t\"\r\n# lone\rreturn\nd: 4";

} // namespace

class TestEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensFromThePictureAndGoesBack();
    void oneLetterIsOneByteOnDisk();
    void everyKeyIsAByteSplice();
    void undoAndRedoComeFromAnywhere();
    void typingInARowIsOneStep();
    void otherEditsShowInTheTextAndKeepTheCaret();
    void halfTypedTextIsSaid();
    void completesByKeyboard();
    void completionGoesAwayAndDoesNotDisturb();
    void findsAndReplacesByKeyboard();
    void foldsByMouse();
    void commentsIndentsAndBreaksLines();
    void tabsOpenAndClose();
    void definitionAndReferences();
    void selectionIsShared();
    void fieldsAreExplainedBesideTheText();
    void theOutlineStandsBesideTheText();
    void whatDoesNotRenderYetIsSaidQuietly();
    void clipboardHoldsTheBytes();
    void readOnlyFilesSayWhy();
    void everythingHasAName();

private:
    template <typename T> T* child(const char* name) const { return childOf<T>(*m_window, name); }
    EditorPage* page() const { return m_window->workbench().editor(); }
    YamlEdit* edit() const { return page()->current(); }
    void show();
    void openRoutes();
    /// Puts the caret behind a text.
    void caretBehind(const QString& text) const
    {
        const auto at = edit()->buffer().bytes().find(text.toStdString());
        QVERIFY2(at != std::string::npos, qPrintable(text));
        const auto end = static_cast<std::uint32_t>(at + text.toStdString().size());
        edit()->goTo({end, end});
        edit()->setFocus();
    }
    std::string current(const QString& path = routes) const
    {
        return m_fixture->workspace.typedText(path.toStdString());
    }
    void keys(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(edit(), key, modifiers);
    }

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void TestEditor::init()
{
    m_fixture = std::make_unique<ViewFixture>();
}

void TestEditor::cleanup()
{
    if (m_window) {
        m_fixture->workspace.flushTyping();
        (void)m_fixture->workspace.revertAll();
    }
    m_window.reset();
    const QStringList warnings = ViewFixture::takeWarnings();
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n')));
    m_fixture.reset();
}

void TestEditor::show()
{
    m_window = std::make_unique<MainWindow>(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestEditor::openRoutes()
{
    show();
    QVERIFY(m_fixture->open());
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_window->workbench().view(), Workbench::EditorView);
    QVERIFY(page()->openFile(routes.toStdString()) != nullptr);
    edit()->setFocus();
    WAIT_FOR(edit()->hasFocus());
}

void TestEditor::opensFromThePictureAndGoesBack()
{
    show();
    QVERIFY(m_fixture->open());
    m_fixture->workspace.selection().select(m_fixture->splitRoute());
    QTest::keyClick(m_window.get(), Qt::Key_F4);
    QCOMPARE(m_window->workbench().view(), Workbench::EditorView);
    QVERIFY(edit() != nullptr);
    QCOMPARE(edit()->path(), routes.toStdString());
    QVERIFY(edit()->textCursor().block().text().contains(u"name: default"_s));
    QCOMPARE(child<QLabel>("placeLabel")->text(), u"Ln 16, Col 7 · UTF-8 · LF · spaces 2"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F4);
    QCOMPARE(m_window->workbench().view(), Workbench::TopologyView);
    QVERIFY(child<QLabel>("placeLabel")->isHidden());
    QTest::mouseClick(child<QToolButton>("pageEditor"), Qt::LeftButton);
    QCOMPARE(m_window->workbench().view(), Workbench::EditorView);
}

void TestEditor::oneLetterIsOneByteOnDisk()
{
    show();
    QVERIFY(m_fixture->openFiles({{u"odd.yaml"_s, odd}}));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QVERIFY(page()->openFile("odd.yaml") != nullptr);
    QVERIFY(edit()->readOnlyReason() == std::nullopt);
    caretBehind(u"d: "_s);
    QTest::keyClicks(edit(), u"z"_s);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QByteArray expected = odd;
    expected.insert(odd.size() - 1, 'z');
    QCOMPARE(m_fixture->read(u"odd.yaml"_s), expected);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(m_fixture->read(u"odd.yaml"_s), odd);
}

/// Random keys beside a text that is edited by hand: what a document tells of its changes is what happened.
void TestEditor::everyKeyIsAByteSplice()
{
    show();
    QVERIFY(m_fixture->openFiles({{u"odd.yaml"_s, odd}}));
    QVERIFY(page()->openFile("odd.yaml") != nullptr);
    QRandomGenerator random(11);
    for (int i = 0; i < 300; ++i) {
        QTextCursor cursor = edit()->textCursor();
        cursor.setPosition(static_cast<int>(random.bounded(edit()->document()->characterCount())));
        if (random.bounded(4) == 0) {
            cursor.setPosition(static_cast<int>(random.bounded(edit()->document()->characterCount())),
                               QTextCursor::KeepAnchor);
        }
        edit()->setTextCursor(cursor);
        const std::string before = edit()->buffer().bytes();
        const std::uint32_t begin = edit()->buffer().offsetOf(cursor.selectionStart());
        const std::uint32_t end = edit()->buffer().offsetOf(cursor.selectionEnd());
        switch (random.bounded(4)) {
        case 0:
            QTest::keyClick(edit(), Qt::Key_Delete);
            break;
        case 1:
            QTest::keyClick(edit(), Qt::Key_Return);
            break;
        default:
            QTest::keyClick(edit(), 'q');
            QCOMPARE(edit()->buffer().bytes(), before.substr(0, begin) + "q" + before.substr(end));
        }
        // The shown text is that of the bytes, sign by sign.
        QString shown;
        for (QTextBlock block = edit()->document()->begin(); block.isValid(); block = block.next()) {
            shown += (block.blockNumber() > 0 ? u"\n"_s : QString()) + block.text();
        }
        QCOMPARE(shown, edit()->buffer().shown());
        QCOMPARE(m_fixture->workspace.typedText("odd.yaml"), edit()->buffer().bytes());
    }
    while (m_fixture->workspace.undoStack().canUndo() || m_fixture->workspace.hasPendingChanges()) {
        m_fixture->workspace.undo();
        QCOMPARE(m_fixture->workspace.typedText("odd.yaml"), edit()->buffer().bytes());
    }
    QCOMPARE(edit()->buffer().bytes(), odd.toStdString());
}

void TestEditor::undoAndRedoComeFromAnywhere()
{
    openRoutes();
    const std::string before = current();
    caretBehind(u"timeout: 3"_s);
    QTest::keyClicks(edit(), u"0"_s);
    QVERIFY(edit()->buffer().bytes().contains("timeout: 30s"));
    QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(edit()->buffer().bytes(), before);
    QVERIFY(!edit()->toPlainText().contains(u"30s"_s));
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(edit()->buffer().bytes().contains("timeout: 30s"));
    QVERIFY(edit()->toPlainText().contains(u"timeout: 30s"_s));
}

void TestEditor::typingInARowIsOneStep()
{
    openRoutes();
    QUndoStack& stack = m_fixture->workspace.undoStack();
    caretBehind(u"timeout: 3s"_s);
    QTest::keyClicks(edit(), u" # more"_s);
    m_fixture->workspace.flushTyping();
    QCOMPARE(stack.count(), 1);
    QVERIFY(stack.undoText().contains(u"reviews-vs.yaml"_s));
    keys(Qt::Key_Backspace);
    keys(Qt::Key_Backspace);
    m_fixture->workspace.flushTyping();
    QCOMPARE(stack.count(), 2);
    caretBehind(u"hosts: [reviews"_s);
    QTest::keyClicks(edit(), u"x"_s);
    m_fixture->workspace.flushTyping();
    QCOMPARE(stack.count(), 3);
    keys(Qt::Key_Return);
    QTest::keyClicks(edit(), u"y"_s);
    m_fixture->workspace.flushTyping();
    QCOMPARE(stack.count(), 5);
}

void TestEditor::otherEditsShowInTheTextAndKeepTheCaret()
{
    openRoutes();
    caretBehind(u"name: preview"_s);
    const int position = edit()->textCursor().position();
    const int scroll = edit()->verticalScrollBar()->value();
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {80, 20, 0}).has_value());
    QVERIFY(edit()->buffer().bytes().contains("weight: 80 # stable"));
    QVERIFY(edit()->toPlainText().contains(u"weight: 80 # stable"_s));
    QCOMPARE(edit()->textCursor().position(), position);
    QCOMPARE(edit()->verticalScrollBar()->value(), scroll);
    WAIT_FOR(edit()->bars().size() == std::size_t(2));
    QCOMPARE(edit()->bars().front().kind, workspace::ChangeBar::Kind::Changed);
}

void TestEditor::halfTypedTextIsSaid()
{
    openRoutes();
    auto* note = child<Breadcrumb>("breadcrumb");
    QVERIFY(note->note().isEmpty());
    const std::vector<workspace::EditorMark> before = edit()->marks();
    caretBehind(u"timeout: 3s"_s);
    keys(Qt::Key_Return);
    QTest::keyClicks(edit(), u"retr"_s);
    WAIT_FOR(note->note().contains(u"last valid text"_s));
    QVERIFY(!m_fixture->splitRoute().isNull());
    QVERIFY(edit()->markOfLine(17) != nullptr || edit()->markOfLine(18) != nullptr);
    QTest::keyClicks(edit(), u"ies: {attempts: 2}"_s);
    WAIT_FOR(note->note().isEmpty());
    // what was said before is said now, and no more
    WAIT_FOR(edit()->marks().size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(edit()->marks()[i].code, before[i].code);
    }
}

void TestEditor::completesByKeyboard()
{
    openRoutes();
    CompletionPopup* popup = page()->assist()->popup();
    caretBehind(u"            host: reviews\n            subset: v1"_s);
    keys(Qt::Key_Backspace);
    keys(Qt::Key_Backspace);
    keys(Qt::Key_Space, Qt::ControlModifier);
    WAIT_FOR(popup->isVisible());
    QCOMPARE(popup->suggestions().items.size(), std::size_t(3));
    QVERIFY(popup->footer().contains(u"reviews.shop.svc.cluster.local"_s));
    QVERIFY(popup->footer().contains(u"3 of 3"_s));
    keys(Qt::Key_Down);
    keys(Qt::Key_Return);
    QVERIFY(!popup->isVisible());
    QVERIFY(edit()->buffer().bytes().contains("host: reviews\n            subset: v2\n          weight: 90"));
    // while typing
    caretBehind(u"timeout: 3s"_s);
    keys(Qt::Key_Return);
    QTest::keyClicks(edit(), u"retr"_s);
    WAIT_FOR(popup->isVisible());
    QCOMPARE(popup->current()->text, std::string("retries"));
    keys(Qt::Key_Tab);
    QVERIFY(edit()->buffer().bytes().contains("timeout: 3s\n      retries:\n        "));
    QTest::keyClicks(edit(), u"att"_s);
    WAIT_FOR(popup->isVisible());
    keys(Qt::Key_Return);
    QVERIFY(edit()->buffer().bytes().contains("        attempts: "));
}

void TestEditor::completionGoesAwayAndDoesNotDisturb()
{
    openRoutes();
    CompletionPopup* popup = page()->assist()->popup();
    caretBehind(u"timeout: 3s"_s);
    keys(Qt::Key_Return);
    QTest::keyClicks(edit(), u"retr"_s);
    WAIT_FOR(popup->isVisible());
    keys(Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QTest::keyClicks(edit(), u"i"_s);
    WAIT_FOR(popup->isVisible());
    QTest::keyClicks(edit(), u"zzz"_s);
    QVERIFY(!popup->isVisible());
    // Enter breaks the line where nothing is shown
    keys(Qt::Key_Return);
    QVERIFY(edit()->buffer().bytes().contains("retrizzz\n"));
}

void TestEditor::findsAndReplacesByKeyboard()
{
    openRoutes();
    const std::string before = current();
    QTest::keyClick(edit(), Qt::Key_H, Qt::ControlModifier);
    auto* find = child<QLineEdit>("findText");
    WAIT_FOR(find->hasFocus());
    QTest::keyClicks(find, u"subset: v(\\d)"_s);
    QVERIFY(child<QLabel>("findStatus")->text().contains(u"No hit"_s));
    QTest::mouseClick(child<QToolButton>("findRegex"), Qt::LeftButton);
    QVERIFY(child<QLabel>("findStatus")->text().startsWith(u"4"_s));
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY(edit()->textCursor().selectedText().startsWith(u"subset: v"_s));
    QTest::keyClicks(child<QLineEdit>("replaceText"), u"subset: w\\1"_s);
    QTest::mouseClick(child<QPushButton>("replaceAll"), Qt::LeftButton);
    m_fixture->workspace.flushTyping();
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
    QVERIFY(!current().contains("subset: v"));
    QVERIFY(current().contains("subset: w1"));
    QTest::keyClick(find, Qt::Key_Escape);
    WAIT_FOR(edit()->hasFocus());
    QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(current(), before);
    QCOMPARE(edit()->buffer().bytes(), before);
}

void TestEditor::foldsByMouse()
{
    openRoutes();
    auto* margin = edit()->findChild<EditorMargin*>(u"editorMargin"_s);
    QPoint arrow;
    edit()->forEachVisibleLine([&](int line, int top) {
        if (line == 8) { // http:
            arrow = QPoint(margin->width() - 6, top + edit()->lineHeight() / 2);
        }
    });
    QTest::mouseClick(margin, Qt::LeftButton, Qt::NoModifier, arrow);
    QVERIFY(edit()->isFolded(8));
    QVERIFY(!edit()->document()->findBlockByNumber(12).isVisible());
    QVERIFY(edit()->document()->findBlockByNumber(8).isVisible());
    // The caret never stands in what is hidden.
    caretBehind(u"timeout: 3s"_s);
    QVERIFY(!edit()->isFolded(8));
    edit()->toggleFold(8);
    QVERIFY(edit()->isFolded(8));
    QTest::mouseClick(margin, Qt::LeftButton, Qt::NoModifier, arrow);
    QVERIFY(!edit()->isFolded(8));
    QCOMPARE(edit()->buffer().bytes(), reviewsYaml().toStdString());
}

void TestEditor::commentsIndentsAndBreaksLines()
{
    openRoutes();
    caretBehind(u"timeout: 3s"_s);
    QTest::keyClick(edit(), Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(edit()->buffer().bytes().contains("      # timeout: 3s\n"));
    QTest::keyClick(edit(), Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(edit()->buffer().bytes(), reviewsYaml().toStdString());
    caretBehind(u"timeout: 3s\n      route:\n        - destination:"_s);
    keys(Qt::Key_Return);
    QVERIFY(edit()->buffer().bytes().contains("        - destination:\n            \n"));
    keys(Qt::Key_Backspace);
    QVERIFY(edit()->buffer().bytes().contains("        - destination:\n          \n"));
    keys(Qt::Key_Tab);
    QVERIFY(edit()->buffer().bytes().contains("        - destination:\n            \n"));
    keys(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(edit()->buffer().bytes().contains("        - destination:\n          \n"));
    caretBehind(u"timeout: 3s"_s);
    keys(Qt::Key_Home);
    QCOMPARE(edit()->textCursor().positionInBlock(), 6);
    keys(Qt::Key_Home);
    QCOMPARE(edit()->textCursor().positionInBlock(), 0);
}

void TestEditor::tabsOpenAndClose()
{
    openRoutes();
    FileTabs* tabs = page()->tabs();
    QCOMPARE(tabs->count(), 1);
    page()->openFile("mesh/reviews.yaml");
    QCOMPARE(tabs->count(), 2);
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"reviews.yaml"_s);
    QVERIFY(tabs->tabToolTip(1).contains(u"mesh/reviews.yaml"_s));
    page()->openFile(routes.toStdString());
    QCOMPARE(tabs->count(), 2);
    QTest::keyClicks(edit(), u"#"_s);
    WAIT_FOR(tabs->tabToolTip(0).contains(u"changed"_s));
    QTest::mouseClick(tabs, Qt::LeftButton, Qt::NoModifier, tabs->tabRect(1).center());
    QCOMPARE(edit()->path(), std::string("mesh/reviews.yaml"));
    QTest::mouseClick(tabs, Qt::MiddleButton, Qt::NoModifier, tabs->tabRect(1).center());
    QCOMPARE(tabs->count(), 1);
    QCOMPARE(edit()->path(), routes.toStdString());
    // What was typed stays, whoever shows it.
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(tabs->count(), 0);
    QVERIFY(edit() == nullptr);
    QVERIFY(child<QLabel>("editorEmpty")->isVisible());
    QVERIFY(m_fixture->workspace.hasPendingChanges());
    page()->openFile(routes.toStdString());
    QVERIFY(edit()->buffer().bytes().starts_with("#"));
}

void TestEditor::definitionAndReferences()
{
    openRoutes();
    caretBehind(u"            host: rev"_s);
    QTest::keyClick(edit(), Qt::Key_F12);
    QCOMPARE(edit()->path(), std::string("mesh/reviews.yaml"));
    QVERIFY(edit()->textCursor().block().text().contains(u"apiVersion: v1"_s));
    QTest::keyClick(edit(), Qt::Key_F12, Qt::ShiftModifier);
    QMenu* menu = nullptr;
    WAIT_FOR((menu = m_window->findChild<QMenu*>(u"referencesMenu"_s)) != nullptr);
    QVERIFY(menu->actions().size() > 4);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    // Ctrl and a click on a subset: the DestinationRule's.
    page()->openFile(routes.toStdString());
    caretBehind(u"            host: reviews\n            subset: v"_s);
    QTest::mouseClick(edit()->viewport(), Qt::LeftButton, Qt::ControlModifier, edit()->cursorRect().center());
    QCOMPARE(edit()->path(), std::string("mesh/reviews.yaml"));
    QVERIFY(edit()->textCursor().block().text().contains(u"name: v1"_s));
}

void TestEditor::selectionIsShared()
{
    openRoutes();
    caretBehind(u"name: preview"_s);
    WAIT_FOR(m_fixture->workspace.selection().current().field.text() == std::string("spec.http[0]"));
    const int position = edit()->textCursor().position();
    QTest::qWait(1);
    QCOMPARE(edit()->textCursor().position(), position);
    m_fixture->workspace.selection().select(m_fixture->splitRoute());
    QVERIFY(edit()->textCursor().block().text().contains(u"name: default"_s));
    // While another page is shown it waits.
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    const workspace::SnapshotPtr snapshot = m_fixture->workspace.snapshot();
    m_fixture->workspace.selection().select(
        snapshot->graph->at(snapshot->graph->ofKind("DestinationRule").front()).element());
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(edit()->path(), std::string("mesh/reviews.yaml"));
}

void TestEditor::fieldsAreExplainedBesideTheText()
{
    openRoutes();
    caretBehind(u"            host: rev"_s);
    auto* help = child<FieldHelpCard>("fieldHelp");
    WAIT_FOR(help->isVisible());
    QCOMPARE(child<QLabel>("fieldTitle")->text(), u"destination.host"_s);
    QVERIFY(!child<QLabel>("fieldSentence")->text().isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!help->isVisible());
}

void TestEditor::theOutlineStandsBesideTheText()
{
    openRoutes();
    caretBehind(u"timeout: 3s"_s);
    auto* outline = child<OutlineTree>("outlineTree");
    WAIT_FOR(outline->isVisible());
    QVERIFY(!m_window->workbench().inspector()->isVisible());
    const auto lineOf = [outline](const QString& title) {
        const QModelIndexList found = outline->model()->match(outline->model()->index(0, 0), Qt::DisplayRole, title, 1,
                                                              Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.front();
    };
    // The line of the caret is marked; a click goes to another one.
    WAIT_FOR(outline->currentIndex() == lineOf(u"default"_s));
    QVERIFY(lineOf(u"timeout"_s).isValid());
    QVERIFY(lineOf(u"preview"_s).isValid());
    WAIT_FOR(outline->viewport()->rect().contains(outline->visualRect(lineOf(u"preview"_s))));
    QTest::mouseClick(outline->viewport(), Qt::LeftButton, {}, outline->visualRect(lineOf(u"preview"_s)).center());
    WAIT_FOR(edit()->textCursor().block().text().contains(u"name: preview"_s));
    // So does Enter.
    outline->setFocus();
    outline->setCurrentIndex(lineOf(u"timeout"_s));
    QTest::keyClick(outline, Qt::Key_Return);
    WAIT_FOR(edit()->textCursor().block().text().contains(u"timeout: 3s"_s));
    // Beside the picture stand the forms.
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!outline->isVisible());
    QVERIFY(m_window->workbench().inspector()->isVisible());
}

/// Between two keystrokes a text of a rendered environment does not render; the bar of the window is not for that.
void TestEditor::whatDoesNotRenderYetIsSaidQuietly()
{
    show();
    QVERIFY(m_fixture->openFiles(
        {{u"kustomization.yaml"_s, "resources: [service.yaml]\nnamePrefix: my-\n"},
         {u"service.yaml"_s,
          "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  namespace: shop\nspec:\n  ports: [{port: 80}]\n"}}));
    if (QStandardPaths::findExecutable(u"kubectl"_s).isEmpty())
        QSKIP("kubectl was not found");
    m_fixture->workspace.chooseEnvironment(".");
    WAIT_FOR(m_fixture->workspace.snapshot()->isRendered());
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QVERIFY(page()->openFile("kustomization.yaml") != nullptr);
    auto* note = child<Breadcrumb>("breadcrumb");
    caretBehind(u"[service.yaml"_s);
    QTest::keyClicks(edit(), u", ser"_s);
    WAIT_FOR(m_fixture->workspace.snapshot()->renderError.has_value());
    WAIT_FOR(note->note().contains(u"last text that does"_s));
    QVERIFY(!m_window->message().isVisible());
    QCOMPARE(m_fixture->workspace.snapshot()->graph->ofKind("Service").size(), std::size_t{1});
    // Whoever leaves the text is told.
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(m_window->message().isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    for (int i = 0; i < 5; ++i)
        keys(Qt::Key_Backspace);
    WAIT_FOR(!m_fixture->workspace.snapshot()->renderError.has_value());
    WAIT_FOR(!m_window->message().isVisible());
    WAIT_FOR(note->note().isEmpty());
}

void TestEditor::clipboardHoldsTheBytes()
{
    show();
    QVERIFY(m_fixture->openFiles({{u"odd.yaml"_s, odd}}));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QVERIFY(page()->openFile("odd.yaml") != nullptr);
    edit()->setFocus();
    keys(Qt::Key_A, Qt::ControlModifier);
    keys(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), odd.mid(3));
    QGuiApplication::clipboard()->setText(u"e: 5\r\nf:\u0000 \u0007 6\u2029"_s);
    caretBehind(u"d: 4"_s);
    keys(Qt::Key_Return);
    keys(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(QByteArray::fromStdString(edit()->buffer().bytes()), QByteArray(odd).append("\ne: 5\nf:  6\n"));
}

void TestEditor::readOnlyFilesSayWhy()
{
    show();
    QVERIFY(m_fixture->openFiles({{u"latin1.yaml"_s, "a: \xE4\n"}, {u"t.yaml"_s, "a: {{ .Values.a }}\n"}}));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    for (const char* name : {"latin1.yaml", "t.yaml"}) {
        QVERIFY(page()->openFile(name) != nullptr);
        QVERIFY(edit()->isReadOnly());
        QVERIFY(child<Breadcrumb>("breadcrumb")->note().startsWith(u"Read-only"_s));
        edit()->setFocus();
        const QString text = edit()->toPlainText();
        QTest::keyClicks(edit(), u"x"_s);
        keys(Qt::Key_Return);
        keys(Qt::Key_Delete);
        QTest::keyClick(edit(), Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(edit()->toPlainText(), text);
        QVERIFY(!m_fixture->workspace.hasPendingChanges());
    }
}

void TestEditor::everythingHasAName()
{
    openRoutes();
    QTest::keyClick(edit(), Qt::Key_H, Qt::ControlModifier);
    page()->openFile("mesh/reviews.yaml");
    for (QWidget* widget : page()->findChildren<QWidget*>()) {
        const bool takesInput = qobject_cast<QAbstractButton*>(widget) != nullptr
            || qobject_cast<QAbstractItemView*>(widget) != nullptr || qobject_cast<QLineEdit*>(widget) != nullptr
            || qobject_cast<QPlainTextEdit*>(widget) != nullptr || qobject_cast<QTabBar*>(widget) != nullptr;
        if (!takesInput || !widget->isVisible() || widget->objectName().startsWith(u"qt_"_s)
            || widget->inherits("QLineEditIconButton") || widget->objectName().startsWith(u"Scroll"_s)) {
            continue;
        }
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const QString name =
            widget->accessibleName().isEmpty() && button != nullptr ? button->text() : widget->accessibleName();
        QVERIFY2(!name.isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
    }
}

int main(int argc, char** argv)
{
    return runViewTest<TestEditor>(argc, argv);
}
#include "tst_editor.moc"
