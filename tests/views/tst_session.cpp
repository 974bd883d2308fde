// SPDX-License-Identifier: Apache-2.0
#include "tests/views/viewfixture.h"
#include "views/editor/editorpage.h"
#include "views/editor/filetabs.h"
#include "views/editor/yamledit.h"
#include "views/window/mainwindow.h"
#include "views/window/session.h"
#include "views/window/workbench.h"

#include <QAction>
#include <QDir>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

/// A program: what it shows and what it remembers it by.
struct Program {
    Program(Theme& theme, QSettings& settings)
        : window(theme, workspace, settings)
        , session(window, workspace, settings)
    {
        window.show();
    }

    workspace::Workspace workspace;
    MainWindow window;
    Session session;
};

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingWasOpen();
    void comesBackToWhereItWas();
    void comesBackToThePicture();
    void leavesOutWhatIsGone();
    void aRepositoryThatIsGoneIsNotOpened();

private:
    bool leave(bool inEditor);

    std::unique_ptr<ViewFixture> m_fixture;
    mesh::ElementRef m_selected;
    quint32 m_caret = 0;
};

void TestSession::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    QVERIFY(m_fixture->open());
}

void TestSession::cleanup()
{
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

/// A first run of the program, which ends somewhere in the mesh.
bool TestSession::leave(bool inEditor)
{
    Program first(m_fixture->theme, m_fixture->settings());
    first.window.openRepository(m_fixture->directory());
    if (!QTest::qWaitFor([&] { return first.workspace.snapshot() != nullptr; }, 20000)) {
        return false;
    }
    QCoreApplication::processEvents();
    m_selected = m_fixture->splitRoute();
    first.workspace.selection().select(m_selected);
    if (inEditor) {
        EditorPage* editor = first.window.workbench().editor();
        first.window.findChild<QAction*>(u"editorPageAction"_s)->trigger();
        editor->openFile("mesh/reviews.yaml");
        YamlEdit* edit = editor->openFile("mesh/reviews-vs.yaml");
        m_caret = static_cast<quint32>(reviewsYaml().indexOf("timeout"));
        edit->goTo({m_caret, m_caret});
    }
    first.session.save();
    return true;
}

void TestSession::nothingWasOpen()
{
    Program program(m_fixture->theme, m_fixture->settings());
    QVERIFY(!program.session.resume());
    QVERIFY(!program.workspace.isOpening());
}

void TestSession::comesBackToWhereItWas()
{
    QVERIFY(leave(true));
    Program second(m_fixture->theme, m_fixture->settings());
    QVERIFY(second.session.resume());
    const EditorPage* editor = second.window.workbench().editor();
    QTRY_VERIFY(editor->current() != nullptr);
    QTRY_COMPARE(second.window.workbench().view(), Workbench::EditorView);
    QCOMPARE(QDir(second.workspace.snapshot()->repository->workTree()).canonicalPath(),
             QDir(m_fixture->directory()).canonicalPath());
    QCOMPARE(editor->tabs()->count(), 2);
    QCOMPARE(editor->current()->path(), std::string("mesh/reviews-vs.yaml"));
    QCOMPARE(editor->current()->caretOffset(), m_caret);
    QCOMPARE(second.workspace.selection().current(), m_selected);
}

void TestSession::comesBackToThePicture()
{
    QVERIFY(leave(false));
    Program second(m_fixture->theme, m_fixture->settings());
    QVERIFY(second.session.resume());
    QTRY_COMPARE(second.workspace.selection().current(), m_selected);
    QCOMPARE(second.window.workbench().view(), Workbench::TopologyView);
    QVERIFY(second.window.workbench().editor()->current() == nullptr);
}

void TestSession::leavesOutWhatIsGone()
{
    QVERIFY(leave(true));
    QVERIFY(QFile::remove(m_fixture->directory() + u"/mesh/reviews-vs.yaml"_s));
    Program second(m_fixture->theme, m_fixture->settings());
    QVERIFY(second.session.resume());
    const EditorPage* editor = second.window.workbench().editor();
    QTRY_VERIFY(editor->current() != nullptr);
    QCOMPARE(editor->tabs()->count(), 1);
    QCOMPARE(editor->current()->path(), std::string("mesh/reviews.yaml"));
    QVERIFY(second.workspace.selection().current().isNull());
}

void TestSession::aRepositoryThatIsGoneIsNotOpened()
{
    QVERIFY(leave(false));
    QVERIFY(QDir(m_fixture->directory()).removeRecursively());
    Program second(m_fixture->theme, m_fixture->settings());
    QVERIFY(!second.session.resume());
    QVERIFY(!second.workspace.isOpening());
}

int main(int argc, char** argv)
{
    return runViewTest<TestSession>(argc, argv);
}
#include "tst_session.moc"
