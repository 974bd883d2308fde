// SPDX-License-Identifier: Apache-2.0
// Going back, from the menu to the branch: real repositories, real clicks and keys.
#include "tests/views/shophistory.h"
#include "views/changes/diffview.h"
#include "views/common/collapsiblesection.h"
#include "views/common/messagebar.h"
#include "views/common/textlines.h"
#include "views/undo/rollbackdialog.h"
#include "views/window/mainwindow.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestRollbackDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesTheLastCommitBackByKeys();
    void goesBackToAGoodCommit();
    void conflictsAreDecidedByMouse();
    void onlyAPart();
    void mendsCanBeTakenInstead();
    void whatFightsAManualChangeIsNamed();
    void refusals_data();
    void refusals();
    void mendsAreThoseOfTheQuestion();
    void stopsAndGoesOn_data();
    void stopsAndGoesOn();
    void whatWasRefusedIsAskedAgain();
    void branchesAreFreeAndCanBeUndone();
    void aLargeChangeStaysShort();

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
    /// Opens the dialog with its keys and asks for `what`.
    RollbackDialog* ask(const QString& what) const;
    bool isSettled() const
    {
        const auto* state = m_window->findChild<QLabel*>(u"rollbackState"_s);
        const auto* stop = m_window->findChild<QPushButton*>(u"rollbackStop"_s);
        return state != nullptr && stop != nullptr && stop->isHidden();
    }
    QPushButton* confirm() const { return child<QPushButton>("rollbackConfirm"); }
    QListWidget* files() const { return child<QListWidget>("rollbackFiles"); }
    void click(QWidget* widget) const
    {
        child<QScrollArea>("rollbackEffects")->ensureWidgetVisible(widget);
        QTest::mouseClick(widget, Qt::LeftButton, {}, QPoint(10, widget->height() / 2));
    }
    /// Makes the branch and waits until the window says so.
    void make() const
    {
        QTest::mouseClick(confirm(), Qt::LeftButton);
        QVERIFY(
            QTest::qWaitFor([this] { return m_window->findChild<QPushButton*>(u"rollbackPush"_s) != nullptr; }, 30000));
    }
    QString sectionText(const char* name) const
    {
        QStringList texts;
        for (const TextLines* lines : child<CollapsibleSection>(name)->findChildren<TextLines*>()) {
            texts << lines->text();
        }
        return texts.join(u'\n');
    }
    QByteArray inBranch(const QString& branch, const QString& path) const
    {
        return (m_fixture->git({u"show"_s, branch + u':' + path}) + u'\n').toUtf8();
    }
    QString id(const QString& revision) const { return m_fixture->git({u"rev-parse"_s, revision}); }

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
    QString m_head;
};

void TestRollbackDialog::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    m_window = std::make_unique<MainWindow>(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    m_window->resize(1440, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(openShop(*m_fixture));
    m_head = id(u"HEAD"_s);
}

void TestRollbackDialog::cleanup()
{
    QCOMPARE(id(u"HEAD"_s), m_head);
    QCOMPARE(m_fixture->git({u"status"_s, u"--porcelain"_s}), QString());
    m_window.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

RollbackDialog* TestRollbackDialog::ask(const QString& what) const
{
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = child<RollbackDialog>("rollbackDialog");
    dialog->activateWindow();
    if (!QTest::qWaitForWindowActive(dialog)) {
        QTest::qFail("the dialog is not active", __FILE__, __LINE__);
    }
    auto* field = child<QComboBox>("rollbackWhat");
    field->lineEdit()->setFocus();
    QTest::keyClicks(field->lineEdit(), what);
    field->completer()->popup()->hide();
    QTest::keyClick(field->lineEdit(), Qt::Key_Return);
    if (!QTest::qWaitFor([this] { return isSettled(); }, 60000)) {
        QTest::qFail("no plan", __FILE__, __LINE__);
    }
    return dialog;
}

void TestRollbackDialog::takesTheLastCommitBackByKeys()
{
    ask(u"HEAD"_s);
    QCOMPARE(files()->count(), 1);
    QCOMPARE(files()->item(0)->text(), u"mesh/cart-vs.yaml"_s);
    auto* diff = child<DiffView>("rollbackDiff");
    QVERIFY(diff->paintedText().contains(u"timeout: 5s"_s));
    QVERIFY(diff->paintedText().contains(u"timeout: 7s"_s));
    QVERIFY2(sectionText("rollbackRisk").contains(u"7s"_s), qPrintable(sectionText("rollbackRisk")));
    QVERIFY(sectionText("rollbackCommits").contains(u"Slower still"_s));
    const QString branch = child<QLineEdit>("rollbackBranch")->text();
    QVERIFY(branch.startsWith(u"rollback/"_s));
    QVERIFY(child<QPlainTextEdit>("rollbackMessage")->toPlainText().startsWith(u"Revert \"Slower still\""_s));
    auto* text = child<QPlainTextEdit>("rollbackMessage");
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([this] { return m_window->findChild<QPushButton*>(u"rollbackPush"_s) != nullptr; }, 30000));
    QVERIFY2(m_window->message().text().contains(branch), qPrintable(m_window->message().text()));
    QCOMPARE(inBranch(branch, u"mesh/cart-vs.yaml"_s), cartRoute("5s"));
    QCOMPARE(id(branch + u'^'), m_head);
}

void TestRollbackDialog::goesBackToAGoodCommit()
{
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    auto* mode = child<QWidget>("rollbackMode");
    QTest::mouseClick(mode, Qt::LeftButton, {}, QPoint(mode->width() - 8, mode->height() / 2));
    auto* field = child<QComboBox>("rollbackWhat");
    QTest::mouseClick(field->lineEdit(), Qt::LeftButton);
    QTest::keyClicks(field->lineEdit(), id(u"HEAD~3"_s));
    QTest::keyClick(field->lineEdit(), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor(
        [this] { return isSettled() && m_window->findChild<QListWidget*>(u"rollbackFiles"_s)->count() == 2; }, 60000));
    QVERIFY(files()->item(1)->text().contains(u"goes away"_s));
    make();
    const QString branch = m_fixture->git({u"branch"_s, u"--format=%(refname:short)"_s, u"--list"_s, u"rollback/*"_s});
    QCOMPARE(id(branch + u"^{tree}"_s), id(m_head + u"~3^{tree}"_s));
}

void TestRollbackDialog::conflictsAreDecidedByMouse()
{
    ask(id(u"HEAD^"_s));
    QVERIFY(!confirm()->isEnabled());
    QVERIFY(!child<QLabel>("rollbackState")->text().isEmpty());
    auto* before = child<QRadioButton>("conflictBefore0");
    auto* now = child<QRadioButton>("conflictNow0");
    QVERIFY2(before->text().contains(u"3s"_s), qPrintable(before->text()));
    QVERIFY2(now->text().contains(u"7s"_s), qPrintable(now->text()));
    click(before);
    QVERIFY(before->isChecked());
    QVERIFY(QTest::qWaitFor([this] { return isSettled() && confirm()->isEnabled(); }, 60000));
    QVERIFY(child<DiffView>("rollbackDiff")->paintedText().contains(u"timeout: 3s"_s));
    const QString branch = child<QLineEdit>("rollbackBranch")->text();
    make();
    QCOMPARE(inBranch(branch, u"mesh/cart-vs.yaml"_s), cartRoute("3s"));
}

void TestRollbackDialog::onlyAPart()
{
    ask(u"HEAD~3..HEAD"_s);
    QCOMPARE(files()->count(), 2);
    auto* scope = child<QComboBox>("rollbackScope");
    const int row = scope->findText(u"AuthorizationPolicy shop/cart-callers"_s);
    QVERIFY(scope->findText(u"Namespace shop"_s) > 0);
    QVERIFY(scope->findText(u"VirtualService shop/cart, route main"_s) > 0);
    QVERIFY(row > 0);
    scope->setFocus();
    for (int i = 0; i < row; ++i) {
        QTest::keyClick(scope, Qt::Key_Down);
    }
    QCOMPARE(scope->currentIndex(), row);
    QVERIFY(QTest::qWaitFor([this] { return isSettled() && files()->count() == 1; }, 60000));
    QVERIFY(files()->item(0)->text().startsWith(u"mesh/policy.yaml"_s));
    QVERIFY(child<QPlainTextEdit>("rollbackMessage")
                ->toPlainText()
                .contains(u"Only AuthorizationPolicy shop/cart-callers."_s));
    const QString branch = child<QLineEdit>("rollbackBranch")->text();
    make();
    QCOMPARE(m_fixture->git({u"ls-tree"_s, u"--name-only"_s, u"-r"_s, branch}),
             u"flux/shop.yaml\nmesh/cart-vs.yaml\nmesh/shop.yaml"_s);
    QCOMPARE(inBranch(branch, u"mesh/cart-vs.yaml"_s), cartRoute("7s"));
}

void TestRollbackDialog::mendsCanBeTakenInstead()
{
    ask(u"HEAD~3..HEAD"_s);
    QVERIFY2(sectionText("rollbackMends").contains(u"jobs"_s), qPrintable(sectionText("rollbackMends")));
    auto* mend = child<QRadioButton>("mend0");
    QVERIFY2(mend->text().startsWith(u"Delete AuthorizationPolicy shop/cart-callers"_s), qPrintable(mend->text()));
    QCOMPARE(files()->count(), 2);
    click(mend);
    QCOMPARE(files()->count(), 1);
    QVERIFY(files()->item(0)->text().startsWith(u"mesh/policy.yaml"_s));
    click(child<QRadioButton>("mendNone"));
    QCOMPARE(files()->count(), 2);
    mend->setFocus();
    QTest::keyClick(mend, Qt::Key_Space);
    QVERIFY(mend->isChecked());
    QCOMPARE(files()->count(), 1);
    QVERIFY(child<QPlainTextEdit>("rollbackMessage")->toPlainText().startsWith(u"Delete AuthorizationPolicy"_s));
    const QString branch = child<QLineEdit>("rollbackBranch")->text();
    make();
    QVERIFY(!m_fixture->git({u"ls-tree"_s, u"--name-only"_s, u"-r"_s, branch}).contains(u"policy.yaml"_s));
}

void TestRollbackDialog::whatFightsAManualChangeIsNamed()
{
    ask(u"HEAD"_s);
    const QString text = sectionText("rollbackGuards");
    QVERIFY2(text.contains(u"flux suspend kustomization shop -n flux-system"_s), qPrintable(text));
    QVERIFY2(text.contains(u"flux resume kustomization shop -n flux-system"_s), qPrintable(text));
}

void TestRollbackDialog::refusals_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("no such revision") << u"nowhere"_s;
    QTest::newRow("not in this history") << u"main..side"_s;
    QTest::newRow("nothing to do") << u"HEAD..HEAD"_s;
}

void TestRollbackDialog::refusals()
{
    QFETCH(const QString, what);
    m_fixture->git({u"branch"_s, u"side"_s, m_fixture->git({u"commit-tree"_s, u"HEAD^{tree}"_s, u"-m"_s, u"x"_s})});
    ask(what);
    const auto* bar = child<MessageBar>("rollbackError");
    QVERIFY2(bar->text().endsWith(u'.'), qPrintable(bar->text()));
    QVERIFY(!bar->text().contains(u"rollback."_s));
    QVERIFY(!confirm()->isEnabled());
    QVERIFY(m_window->findChild<QListWidget*>(u"rollbackFiles"_s)->isHidden());
}

void TestRollbackDialog::mendsAreThoseOfTheQuestion()
{
    using Job = workspace::RollbackJob;
    const workspace::SnapshotPtr snapshot = m_fixture->workspace.snapshot();
    const auto ask = [&](Job& job, const QString& what) {
        job.ask(*snapshot->repository, {.what = what, .isGood = false, .scope = {}, .choice = {}},
                snapshot->environment.name, snapshot->cache);
    };
    Job job;
    bool isAskedAgain = false;
    int offers = 0;
    int failures = 0;
    connect(&job, &Job::phaseChanged, this, [&] {
        if (job.phase() == Job::Phase::Mending && !std::exchange(isAskedAgain, true)) {
            ask(job, u"nowhere"_s);
        }
    });
    connect(&job, &Job::offered, this, [&] { ++offers; });
    connect(&job, &Job::failed, this, [&] { ++failures; });
    ask(job, u"HEAD~3..HEAD"_s);
    QVERIFY(QTest::qWaitFor([&] { return failures == 1; }, 60000));
    QCOMPARE(job.phase(), Job::Phase::Idle); // no mends are looked for any more
    QCOMPARE(offers, 0);
    // and they are, when the first is asked again
    ask(job, u"HEAD~3..HEAD"_s);
    QVERIFY(QTest::qWaitFor([&] { return offers == 1; }, 60000));
}

void TestRollbackDialog::stopsAndGoesOn_data()
{
    QTest::addColumn<bool>("byEnter");
    QTest::newRow("Enter in the field") << true;
    QTest::newRow("another scope") << false;
}

void TestRollbackDialog::stopsAndGoesOn()
{
    QFETCH(const bool, byEnter);
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    auto* field = child<QComboBox>("rollbackWhat");
    QTest::keyClicks(field->lineEdit(), u"HEAD"_s);
    QTest::keyClick(field->lineEdit(), Qt::Key_Return);
    QTest::mouseClick(child<QPushButton>("rollbackStop"), Qt::LeftButton);
    QVERIFY(isSettled());
    QVERIFY(child<QLabel>("rollbackState")->text().startsWith(u"Stopped"_s));
    QVERIFY(!confirm()->isEnabled());
    auto* scope = child<QComboBox>("rollbackScope");
    if (byEnter) {
        QTest::keyClick(field->lineEdit(), Qt::Key_Return);
    } else {
        scope->setFocus(); // the field that is left says nothing new
        QVERIFY(isSettled());
        QTest::keyClick(scope, Qt::Key_Down);
    }
    QVERIFY(QTest::qWaitFor([this] { return isSettled() && confirm()->isEnabled(); }, 60000));
}

void TestRollbackDialog::whatWasRefusedIsAskedAgain()
{
    ask(u"later"_s);
    QVERIFY(!confirm()->isEnabled());
    m_fixture->git({u"tag"_s, u"later"_s});
    QTest::keyClick(child<QComboBox>("rollbackWhat")->lineEdit(), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([this] { return isSettled() && confirm()->isEnabled(); }, 60000));
}

void TestRollbackDialog::branchesAreFreeAndCanBeUndone()
{
    const QString taken = u"rollback/"_s + m_head.first(12);
    m_fixture->git({u"branch"_s, taken});
    ask(u"HEAD"_s);
    QCOMPARE(child<QLineEdit>("rollbackBranch")->text(), QString(taken + u"-2"_s));
    make();
    QCOMPARE(id(taken + u"-2^"_s), m_head);
    QTest::mouseClick(child<QPushButton>("rollbackUndo"), Qt::LeftButton);
    QCOMPARE(m_fixture->git({u"branch"_s, u"--format=%(refname:short)"_s, u"--list"_s, u"rollback/*"_s}), taken);
}

void TestRollbackDialog::aLargeChangeStaysShort()
{
    QByteArray services;
    for (int i = 0; i < 20; ++i) {
        services += "---\napiVersion: v1\nkind: Service\nmetadata: {name: s" + QByteArray::number(i)
            + ", namespace: shop}\nspec: {ports: [{name: http, port: 80}]}\n";
    }
    m_fixture->write(u"mesh/many.yaml"_s, services);
    m_fixture->git({u"add"_s, u"-A"_s});
    m_fixture->git({u"commit"_s, u"-qm"_s, u"Many"_s});
    m_head = id(u"HEAD"_s);
    ask(u"HEAD"_s);
    const QStringList lines = sectionText("rollbackRisk").split(u'\n');
    QVERIFY2(lines.size() <= 14, qPrintable(lines.join(u'\n')));
    QVERIFY2(lines.back().endsWith(u"more"_s), qPrintable(lines.back()));
}

int main(int argc, char** argv)
{
    return runViewTest<TestRollbackDialog>(argc, argv);
}

#include "tst_rollbackdialog.moc"
