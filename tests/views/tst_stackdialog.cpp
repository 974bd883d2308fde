// SPDX-License-Identifier: Apache-2.0
// Pending changes as stacked branches, from the commit dialog to the remote.
#include "tests/views/viewfixture.h"
#include "views/changes/diffview.h"
#include "views/commit/commitdialog.h"
#include "views/commit/stackdialog.h"
#include "views/common/messagebar.h"
#include "views/window/mainwindow.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

namespace {

/// A rule with subset v1, and a route to it; in one file.
QByteArray meshText(const QByteArray& subset)
{
    return "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: a, namespace: shop}\nspec:\n"
           "  host: a\n  subsets:\n  - name: "
        + subset
        + "\n    labels: {version: x}\n---\napiVersion: networking.istio.io/v1\nkind: VirtualService\n"
          "metadata: {name: a, namespace: shop}\nspec:\n  hosts: [a]\n  http:\n  - route:\n"
          "    - destination: {host: a, subset: "
        + subset + "}\n";
}

} // namespace

class TestStackDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fromTheCommitDialogToTheRemote();
    void byKeyboardAndUndone();
    void failedBranchesAreNamed();
    void messagesAreOnesOwn();
    void showsEachDifference();
    void failuresAreSaidInTheDialog();

private:
    template <typename T> T* child(const char* name) const
    {
        T* found = nullptr;
        if (!QTest::qWaitFor([&] {
                found = m_window->findChild<T*>(QLatin1StringView(name));
                return found != nullptr && found->isVisible();
            })) {
            QTest::qFail(name, __FILE__, __LINE__);
        }
        return found;
    }
    void click(const char* name) const { QTest::mouseClick(child<QWidget>(name), Qt::LeftButton); }
    StackDialog* openStack() const;
    QStringList branches() const
    {
        return m_fixture->git({u"branch"_s, u"--format=%(refname:short)"_s, u"--list"_s, u"step/*"_s})
            .split(u'\n', Qt::SkipEmptyParts);
    }
    void makeStack() const;
    void addRemote() const;
    QStringList remoteBranches() const
    {
        return m_fixture->git({u"ls-remote"_s, u"--heads"_s, u"origin"_s}).split(u'\n', Qt::SkipEmptyParts);
    }

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void TestStackDialog::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    m_window = std::make_unique<MainWindow>(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    m_window->resize(1440, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_fixture->openFiles(
        {{u"mesh.yaml"_s, meshText("v1")},
         {u"service.yaml"_s,
          "apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\nspec: {ports: [{port: 80}]}\n"}}));
    const std::string before = meshText("v1").toStdString();
    const auto edited = m_fixture->workspace.apply(
        source::Edit{{{"mesh.yaml",
                       source::contentIdOf(before),
                       {{0, static_cast<std::uint32_t>(before.size()), meshText("v2").toStdString()}}}}},
        u"Edit"_s);
    QVERIFY(edited);
}

void TestStackDialog::cleanup()
{
    m_window.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

StackDialog* TestStackDialog::openStack() const
{
    click("commitButton");
    click("commitStack");
    auto* dialog = child<StackDialog>("stackDialog");
    dialog->activateWindow();
    if (!QTest::qWaitForWindowActive(dialog)) {
        QTest::qFail("the dialog is not active", __FILE__, __LINE__);
    }
    return dialog;
}

void TestStackDialog::makeStack() const
{
    openStack();
    child<QLineEdit>("stackPrefix")->setText(u"step/x"_s);
    click("stackConfirm");
    QVERIFY(QTest::qWaitFor([this] { return m_window->findChild<QPushButton*>(u"stackPush"_s) != nullptr; }, 60000));
}

void TestStackDialog::addRemote() const
{
    m_fixture->git({u"init"_s, u"-q"_s, u"--bare"_s, u"../origin.git"_s});
    m_fixture->git({u"remote"_s, u"add"_s, u"origin"_s, u"../origin.git"_s});
}

void TestStackDialog::fromTheCommitDialogToTheRemote()
{
    addRemote();
    click("commitButton");
    QVERIFY(child<QLabel>("commitOrder")->text().contains(u"3 pull requests"_s));
    click("commitStack");
    auto* list = child<QListWidget>("stackBranches");
    QVERIFY2(m_window->findChild<CommitDialog*>() == nullptr || !m_window->findChild<CommitDialog*>()->isVisible(),
             "one dialog at a time");
    QCOMPARE(list->count(), 3);
    child<QLineEdit>("stackPrefix")->setText(u"step/x"_s);
    QCOMPARE(list->item(2)->text(), u"3  step/x-3-remove"_s);
    click("stackConfirm");
    QVERIFY(QTest::qWaitFor([this] { return m_window->findChild<QPushButton*>(u"stackPush"_s) != nullptr; }, 60000));
    auto* push = child<QPushButton>("stackPush");
    QVERIFY2(m_window->message().text().contains(u"3 branches"_s), qPrintable(m_window->message().text()));
    QCOMPARE(branches(), (QStringList{u"step/x-1-add"_s, u"step/x-2-use"_s, u"step/x-3-remove"_s}));
    QVERIFY(m_fixture->workspace.hasPendingChanges());
    QTest::mouseClick(push, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return m_window->message().text().startsWith(u"Pushed 3 branches"_s); }, 60000));
    QCOMPARE(remoteBranches().size(), 3);
    for (const QString& branch : branches()) {
        QVERIFY(remoteBranches().join(u' ').contains(m_fixture->git({u"rev-parse"_s, branch})));
    }
}

void TestStackDialog::byKeyboardAndUndone()
{
    const QString refs = m_fixture->git({u"for-each-ref"_s});
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    auto* commit = child<CommitDialog>("commitDialog");
    const auto focus = [&] { return commit->focusWidget(); };
    QVERIFY(focus() != nullptr);
    for (int i = 0; i < 40 && focus()->objectName() != u"commitStack"_s; ++i) {
        QTest::keyClick(focus(), Qt::Key_Tab);
    }
    QCOMPARE(focus()->objectName(), u"commitStack"_s);
    QTest::keyClick(focus(), Qt::Key_Space);
    auto* stack = child<StackDialog>("stackDialog");
    QCOMPARE(stack->focusWidget()->objectName(), u"stackPrefix"_s);
    stack->activateWindow();
    QVERIFY(QTest::qWaitFor([stack] { return QApplication::activeWindow() == stack; }));
    QTest::keyClicks(stack->focusWidget(), u"step/k"_s);
    QTest::keyClick(stack->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    auto* undo = child<QPushButton>("stackUndo");
    QCOMPARE(branches().size(), 3);
    m_window->activateWindow();
    undo->setFocus();
    QTest::keyClick(undo, Qt::Key_Space);
    QVERIFY2(m_window->message().text().contains(u"gone"_s), qPrintable(m_window->message().text()));
    QCOMPARE(m_fixture->git({u"for-each-ref"_s}), refs);
    QVERIFY(m_fixture->workspace.hasPendingChanges());
}

void TestStackDialog::failedBranchesAreNamed()
{
    addRemote();
    makeStack();
    QFile hook(m_fixture->directory() + u"/../origin.git/hooks/update"_s);
    QVERIFY(hook.open(QIODevice::WriteOnly));
    hook.write("#!/bin/sh\ncase $1 in *use) echo frozen today; exit 1;; esac\n");
    hook.close();
    QVERIFY(hook.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    click("stackPush");
    QVERIFY(QTest::qWaitFor([this] { return m_window->message().text().contains(u"not pushed"_s); }, 60000));
    QVERIFY(m_window->message().text().startsWith(u"1 of 3"_s));
    const QString reasons = m_window->message().output();
    QVERIFY2(reasons.contains(u"step/x-2-use:"_s) && reasons.contains(u"frozen today"_s), qPrintable(reasons));
    QVERIFY(!reasons.contains(u"step/x-1-add"_s));
    QCOMPARE(remoteBranches().size(), 2);
    QVERIFY(hook.remove());
    click("pushAgain");
    QVERIFY(QTest::qWaitFor([this] { return m_window->message().text().startsWith(u"Pushed"_s); }, 60000));
    QCOMPARE(remoteBranches().size(), 3);
}

void TestStackDialog::messagesAreOnesOwn()
{
    auto* dialog = openStack();
    auto* text = child<QPlainTextEdit>("stackMessage");
    auto* list = child<QListWidget>("stackBranches");
    auto* prefix = child<QLineEdit>("stackPrefix");
    prefix->setText(u"step/x"_s);
    list->setCurrentRow(1);
    QVERIFY2(text->toPlainText().contains(u"Merge after step/x-1-add"_s), qPrintable(text->toPlainText()));
    text->setPlainText(u"Use v2\n\nMerge after step/x-1-add, please."_s);
    QTest::keyClick(child<QCheckBox>("trailer_Risk"), Qt::Key_Space);
    QVERIFY(text->toPlainText().contains(u"\nRisk: "_s));
    list->setCurrentRow(0);
    QVERIFY(text->toPlainText().contains(u"\nRisk: "_s));
    // other names: what was written stays
    prefix->setText(u"step/y"_s);
    list->setCurrentRow(1);
    QVERIFY2(text->toPlainText().startsWith(u"Use v2\n\nMerge after step/y-1-add, please.\n\nRisk: "_s),
             qPrintable(text->toPlainText()));
    click("stackCopyText");
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"2. `step/y-2-use` (this one)"_s));
    // without a message no branch
    text->setPlainText(u" \n"_s);
    QVERIFY(!child<QPushButton>("stackConfirm")->isEnabled());
    text->setPlainText(u"Use v2"_s);
    click("stackConfirm");
    QVERIFY(QTest::qWaitFor([dialog] { return !dialog->isVisible(); }, 60000));
    QCOMPARE(m_fixture->git({u"log"_s, u"-1"_s, u"--format=%B"_s, u"step/y-2-use"_s}), u"Use v2"_s);
    QVERIFY(m_fixture->git({u"log"_s, u"-1"_s, u"--format=%(trailers:key=Risk)"_s, u"step/y-3-remove"_s})
                .startsWith(u"Risk: "_s));
}

void TestStackDialog::showsEachDifference()
{
    openStack();
    auto* list = child<QListWidget>("stackBranches");
    auto* diff = child<DiffView>("stackDiff");
    const QList<QStringList> expected{
        {u"+  - name: v2"_s, u"+    labels: {version: x}"_s},
        {u"-    - destination: {host: a, subset: v1}"_s, u"+    - destination: {host: a, subset: v2}"_s},
        {u"-  - name: v1"_s, u"-    labels: {version: x}"_s}};
    for (int row = 0; row < list->count(); ++row) {
        list->setCurrentRow(row);
        QStringList lines;
        for (const DiffView::Row& each : diff->rows()) {
            if (each.kind == DiffView::Row::Changed) {
                lines << (each.newLine == 0 ? u"-"_s + diff->textOf(each, true) : u"+"_s + diff->textOf(each, false));
            }
        }
        QCOMPARE(lines, expected[row]);
        QCOMPARE(child<QComboBox>("stackFiles")->currentText(), u"mesh.yaml"_s);
    }
}

void TestStackDialog::failuresAreSaidInTheDialog()
{
    m_fixture->write(u".git/hooks/pre-commit"_s, "#!/bin/sh\necho 'needs a ticket'\nexit 1\n");
    QFile::setPermissions(m_fixture->directory() + u"/.git/hooks/pre-commit"_s,
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString refs = m_fixture->git({u"for-each-ref"_s});
    auto* dialog = openStack();
    click("stackConfirm");
    auto* bar = child<MessageBar>("stackError");
    QVERIFY(QTest::qWaitFor([bar] { return bar->output().contains(u"needs a ticket"_s); }, 60000));
    QVERIFY2(bar->output().contains(u"needs a ticket"_s), qPrintable(bar->text()));
    QVERIFY(dialog->isVisible());
    QVERIFY(child<QPushButton>("stackConfirm")->isEnabled());
    QCOMPARE(m_fixture->git({u"for-each-ref"_s}), refs);
    click("stackCancel");
}

int main(int argc, char** argv)
{
    return runViewTest<TestStackDialog>(argc, argv);
}

#include "tst_stackdialog.moc"
