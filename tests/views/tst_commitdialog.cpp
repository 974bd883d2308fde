// SPDX-License-Identifier: Apache-2.0
#include "tests/views/viewfixture.h"
#include "views/changes/diffview.h"
#include "views/commit/commitdialog.h"
#include "views/common/messagebar.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestCommitDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void proposesBranchAndMessage();
    void showsFilesAndTheExactDifference();
    void putsTrailersAtTheEnd();
    void saysTheOrder();
    void commitsOntoANewBranch();
    void commitsOntoTheCurrentBranch();
    void needsAMessageAndAName();
    void existingBranchIsSaidInTheDialog();
    void failingHookShowsItsOutputAndLosesNothing();
    void stagedChangesAreAskedAbout();
    void aSlowHookBlocksNothing();
    void cancelWritesNothing();

private:
    template <typename T> T* child(const char* name) const { return childOf<T>(*m_dialog, name); }
    void start();
    void clickCommit() const
    {
        QTest::mouseClick(child<QPushButton>("commitConfirm"), Qt::LeftButton);
        waitForCommit();
    }
    void waitForCommit() const
    {
        QVERIFY(QTest::qWaitFor([this] { return !m_fixture->workspace.isCommitting(); }, 60000));
    }

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<CommitDialog> m_dialog;
};

void TestCommitDialog::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    QVERIFY(m_fixture->open());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {80, 10, 10}).has_value());
}

void TestCommitDialog::cleanup()
{
    m_dialog.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

void TestCommitDialog::start()
{
    m_dialog = std::make_unique<CommitDialog>(m_fixture->theme, m_fixture->workspace);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestCommitDialog::proposesBranchAndMessage()
{
    start();
    QCOMPARE(child<QLineEdit>("branchEdit")->text(), m_fixture->workspace.proposedBranch());
    QVERIFY(!child<QLineEdit>("branchEdit")->text().isEmpty());
    const QString message = child<QPlainTextEdit>("messageEdit")->toPlainText();
    QVERIFY(message.contains(u"reviews"_s));
    QVERIFY(child<QRadioButton>("newBranch")->isChecked());
    QVERIFY(child<QRadioButton>("currentBranch")->text().contains(u"main"_s));
    QVERIFY(child<QPushButton>("commitConfirm")->isEnabled());
}

void TestCommitDialog::showsFilesAndTheExactDifference()
{
    start();
    const auto* files = child<QListWidget>("commitFiles");
    QCOMPARE(files->count(), 1);
    QCOMPARE(files->item(0)->text(), u"mesh/reviews-vs.yaml"_s);
    QCOMPARE(files->item(0)->checkState(), Qt::Checked);
    QVERIFY(!(files->item(0)->flags() & Qt::ItemIsUserCheckable));
    const auto* diff = child<DiffView>("commitDiff");
    QStringList lines;
    for (const DiffView::Row& row : diff->rows()) {
        if (row.kind == DiffView::Row::Changed) {
            lines << (row.newLine == 0 ? u"-"_s + diff->textOf(row, true) : u"+"_s + diff->textOf(row, false));
        }
    }
    QCOMPARE(lines,
             (QStringList{u"-          weight: 90 # stable"_s, u"+          weight: 80 # stable"_s,
                          u"-          weight: 0 # not yet"_s, u"+          weight: 10 # not yet"_s}));
}

void TestCommitDialog::putsTrailersAtTheEnd()
{
    start();
    auto* text = child<QPlainTextEdit>("messageEdit");
    const QString before = text->toPlainText();
    auto* risk = child<QCheckBox>("trailer_Risk");
    QTest::keyClick(risk, Qt::Key_Space);
    QVERIFY(text->toPlainText().endsWith(u"\n\nRisk: medium\n"_s));
    QTest::mouseClick(child<QCheckBox>("trailer_Signed-off-by"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(text->toPlainText().contains(u"\nSigned-off-by: "_s));
    QTest::keyClick(risk, Qt::Key_Space);
    QVERIFY(!text->toPlainText().contains(u"Risk:"_s));
    clickCommit();
    const QString message = m_fixture->git({u"log"_s, u"-1"_s, u"--format=%(trailers:key=Signed-off-by)"_s});
    QVERIFY2(message.startsWith(u"Signed-off-by: "_s), qPrintable(message));
    QVERIFY(before != text->toPlainText());
}

void TestCommitDialog::saysTheOrder()
{
    start();
    QVERIFY2(m_dialog->findChild<QLabel*>(u"commitOrder"_s) == nullptr, "weights alone have no order");
}

void TestCommitDialog::commitsOntoANewBranch()
{
    start();
    const QString before = m_fixture->git({u"rev-parse"_s, u"main"_s});
    auto* branch = child<QLineEdit>("branchEdit");
    branch->setFocus();
    branch->selectAll();
    QTest::keyClicks(branch, u"canary/v3"_s);
    clickCommit();
    QCOMPARE(static_cast<QDialog*>(m_dialog.get())->QDialog::result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(m_fixture->git({u"rev-parse"_s, u"main"_s}), before);
    QCOMPARE(m_fixture->git({u"rev-parse"_s, u"canary/v3"_s}), m_dialog->result().commit);
    QCOMPARE(m_fixture->git({u"diff"_s, u"--numstat"_s, u"main"_s, u"canary/v3"_s}), u"2\t2\tmesh/reviews-vs.yaml"_s);
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestCommitDialog::commitsOntoTheCurrentBranch()
{
    start();
    QTest::mouseClick(child<QRadioButton>("currentBranch"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(!child<QLineEdit>("branchEdit")->isEnabled());
    clickCommit();
    QCOMPARE(m_fixture->git({u"rev-list"_s, u"--count"_s, u"main"_s}), u"2"_s);
    QCOMPARE(m_fixture->git({u"branch"_s, u"--format=%(refname:short)"_s}), u"main"_s);
    QCOMPARE(m_fixture->git({u"status"_s, u"--porcelain"_s}), QString());
    QCOMPARE(m_fixture->git({u"log"_s, u"-1"_s, u"--format=%s"_s}), m_dialog->subject());
}

void TestCommitDialog::needsAMessageAndAName()
{
    start();
    child<QLineEdit>("branchEdit")->clear();
    QVERIFY(!child<QPushButton>("commitConfirm")->isEnabled());
    child<QLineEdit>("branchEdit")->setText(u"x"_s);
    QVERIFY(child<QPushButton>("commitConfirm")->isEnabled());
    child<QPlainTextEdit>("messageEdit")->setPlainText(u" \n "_s);
    QVERIFY(!child<QPushButton>("commitConfirm")->isEnabled());
}

void TestCommitDialog::existingBranchIsSaidInTheDialog()
{
    m_fixture->git({u"branch"_s, u"taken"_s});
    start();
    child<QLineEdit>("branchEdit")->setText(u"taken"_s);
    clickCommit();
    QVERIFY(child<MessageBar>("commitError")->isVisible());
    QVERIFY(child<MessageBar>("commitError")->text().contains(u"taken"_s));
    QVERIFY(m_fixture->workspace.hasPendingChanges());
    QVERIFY(m_dialog->isVisible());
}

void TestCommitDialog::failingHookShowsItsOutputAndLosesNothing()
{
    m_fixture->write(u".git/hooks/pre-commit"_s, "#!/bin/sh\necho 'weights need a ticket'\nexit 1\n");
    QFile(m_fixture->directory() + u"/.git/hooks/pre-commit"_s)
        .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QByteArray file = m_fixture->read(u"mesh/reviews-vs.yaml"_s);
    start();
    clickCommit();
    auto* bar = child<MessageBar>("commitError");
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->output().contains(u"weights need a ticket"_s), qPrintable(bar->output()));
    QCOMPARE(m_fixture->read(u"mesh/reviews-vs.yaml"_s), file);
    QCOMPARE(m_fixture->git({u"branch"_s, u"--format=%(refname:short)"_s}), u"main"_s);
    QVERIFY(m_fixture->workspace.hasPendingChanges());
    QVERIFY(QFile::remove(m_fixture->directory() + u"/.git/hooks/pre-commit"_s));
    auto* again = m_dialog->findChild<QPushButton*>(u"commitAgain"_s);
    QTest::mouseClick(again, Qt::LeftButton);
    waitForCommit();
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestCommitDialog::stagedChangesAreAskedAbout()
{
    QByteArray staged = reviewsYaml();
    staged.replace("timeout: 3s", "timeout: 4s");
    const QByteArray kept = m_fixture->read(u"mesh/reviews-vs.yaml"_s);
    m_fixture->write(u"mesh/reviews-vs.yaml"_s, staged);
    m_fixture->git({u"add"_s, u"mesh/reviews-vs.yaml"_s});
    m_fixture->write(u"mesh/reviews-vs.yaml"_s, kept);
    start();
    clickCommit();
    auto* bar = child<MessageBar>("commitError");
    QVERIFY(bar->isVisible());
    QVERIFY(m_fixture->workspace.hasPendingChanges());
    auto* anyway = m_dialog->findChild<QPushButton*>(u"commitStaged"_s);
    QVERIFY2(anyway != nullptr, qPrintable(bar->text()));
    QTest::mouseClick(anyway, Qt::LeftButton);
    waitForCommit();
    QVERIFY2(!m_fixture->workspace.hasPendingChanges(), qPrintable(bar->text()));
    QCOMPARE(m_fixture->git({u"diff"_s, u"--numstat"_s, u"main"_s, m_dialog->result().commit}),
             u"2\t2\tmesh/reviews-vs.yaml"_s);
}

void TestCommitDialog::aSlowHookBlocksNothing()
{
    m_fixture->write(u".git/hooks/pre-commit"_s, "#!/bin/sh\nwhile [ ! -e go ]; do sleep 0.02; done\nrm go\n");
    QFile(m_fixture->directory() + u"/.git/hooks/pre-commit"_s)
        .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    start();
    QTest::mouseClick(child<QPushButton>("commitConfirm"), Qt::LeftButton);
    const auto* bar = child<MessageBar>("commitError");
    QVERIFY(QTest::qWaitFor([&] { return bar->isVisible(); }));
    QVERIFY2(bar->text().startsWith(u"Committing"_s), qPrintable(bar->text()));
    QVERIFY(m_fixture->workspace.isCommitting());
    QCOMPARE(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {70, 20, 10}).error().code, "edit.committing");
    // what is being written cannot be left
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!child<QPushButton>("commitCancel")->isEnabled());
    QVERIFY(m_dialog->isVisible());
    m_fixture->write(u"go"_s, {});
    waitForCommit();
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
    QVERIFY(m_fixture->workspace.setWeights(m_fixture->splitRoute(), {70, 20, 10}).has_value());
}

void TestCommitDialog::cancelWritesNothing()
{
    start();
    QTest::mouseClick(child<QPushButton>("commitCancel"), Qt::LeftButton);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_fixture->git({u"rev-list"_s, u"--all"_s, u"--count"_s}), u"1"_s);
    QVERIFY(m_fixture->workspace.hasPendingChanges());
}

int main(int argc, char** argv)
{
    return runViewTest<TestCommitDialog>(argc, argv);
}

#include "tst_commitdialog.moc"
