// SPDX-License-Identifier: Apache-2.0
// The runbook on the screen and on paper, the record of an emergency, and what is said of open ones.
#include "models/workspace/emergency.h"
#include "tests/views/shophistory.h"
#include "views/common/messagebar.h"
#include "views/editor/editorpage.h"
#include "views/editor/filetabs.h"
#include "views/undo/runbookwindow.h"
#include "views/window/mainwindow.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPrinter>
#include <QPushButton>
#include <QTextBlock>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestRunbookWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheCommands();
    void repositoryTextIsNoMarkup();
    void copiesSavesAndPrints();
    void refusals_data();
    void refusals();
    void stops();
    void aRangeIsAskedFor();
    void closesWithTheRepository();
    void recordsAnEmergency();
    void openRecordsAreSaid_data();
    void openRecordsAreSaid();

private:
    template <typename T> T* child(const char* name) const { return childOf<T>(*m_window, name); }
    void ask(const QString& range) const
    {
        auto* field = child<QLineEdit>("runbookRange");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, range);
        QTest::keyClick(field, Qt::Key_Return);
        if (!QTest::qWaitFor([this] { return child<QPushButton>("runbookStop")->isHidden(); }, 60000)) {
            QTest::qFail("no runbook", __FILE__, __LINE__);
        }
    }
    QTextDocument* document() const { return child<QTextBrowser>("runbookText")->document(); }

    std::unique_ptr<ViewFixture> m_fixture;
    QPointer<RunbookWindow> m_window;
};

void TestRunbookWindow::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    QVERIFY(openShop(*m_fixture));
    m_window = new RunbookWindow(m_fixture->theme, m_fixture->workspace, nullptr);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
}

void TestRunbookWindow::cleanup()
{
    delete m_window;
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

void TestRunbookWindow::showsTheCommands()
{
    ask(u"HEAD^..HEAD"_s);
    const QString text = document()->toPlainText();
    QVERIFY2(text.contains(u"Emergency runbook: Slower still"_s), qPrintable(text));
    QVERIFY(text.contains(u"--dry-run=server"_s));
    QVERIFY(text.contains(u"flux suspend kustomization shop"_s));
    QVERIFY(text.contains(u"istioctl proxy-status"_s));
    QVERIFY2(text.contains(u"timeout: 7s"_s), qPrintable(text));
    QVERIFY(child<QTextBrowser>("runbookText")->isReadOnly());
}

void TestRunbookWindow::repositoryTextIsNoMarkup()
{
    m_fixture->write(u"mesh/cart-vs.yaml"_s, cartRoute("9s"));
    m_fixture->git({u"commit"_s, u"-qam"_s, u"<b>x</b> ![i](file:///etc/passwd) [l](https://example.com) `c` # h"_s});
    ask(u"HEAD^..HEAD"_s);
    QVERIFY2(
        document()->toPlainText().contains(u"<b>x</b> ![i](file:///etc/passwd) [l](https://example.com) `c` # h"_s),
        qPrintable(document()->toPlainText().left(300)));
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (QTextBlock::iterator part = block.begin(); !part.atEnd(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            QVERIFY2(!format.isImageFormat() && !format.isAnchor(), qPrintable(block.text()));
        }
    }
}

void TestRunbookWindow::copiesSavesAndPrints()
{
    ask(u"HEAD^..HEAD"_s);
    QTest::mouseClick(child<QPushButton>("runbookCopy"), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(u"# Emergency runbook"_s));
    QTemporaryDir directory;
    QVERIFY(m_window->saveTo(directory.filePath(u"runbook.md"_s)));
    QFile saved(directory.filePath(u"runbook.md"_s));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(saved.readAll()), copied);
    const auto failed = m_window->saveTo(directory.filePath(u"no/such/place.md"_s));
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, "file.unwritable");
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(directory.filePath(u"runbook.pdf"_s));
    m_window->printTo(printer);
    QFile printed(printer.outputFileName());
    QVERIFY(printed.open(QIODevice::ReadOnly));
    QVERIFY(printed.readAll().startsWith("%PDF"));
}

void TestRunbookWindow::refusals_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("said");
    QTest::newRow("no range") << u"HEAD"_s << u"is no range"_s;
    QTest::newRow("no such revision") << u"HEAD..nowhere"_s << u"nowhere"_s;
}

void TestRunbookWindow::refusals()
{
    QFETCH(const QString, range);
    QFETCH(const QString, said);
    ask(range);
    const auto* bar = child<MessageBar>("runbookMessage");
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->text().contains(said), qPrintable(bar->text()));
    for (const char* name : {"runbookCopy", "runbookSave", "runbookPrint", "runbookRecord"}) {
        QVERIFY2(!child<QPushButton>(name)->isEnabled(), name);
    }
    QVERIFY(document()->isEmpty());
}

void TestRunbookWindow::stops()
{
    m_window->ask(u"HEAD^..HEAD"_s);
    auto* stop = child<QPushButton>("runbookStop");
    QVERIFY(stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(stop->isHidden());
    QCOMPARE(child<QLabel>("runbookState")->text(), u"Stopped."_s);
    QVERIFY(m_window->markdown().isEmpty());
}

void TestRunbookWindow::aRangeIsAskedFor()
{
    ask(u"HEAD^..HEAD"_s);
    QVERIFY(!document()->isEmpty());
    m_window->ask({}, u"An end is no commit."_s);
    QVERIFY(document()->isEmpty());
    QVERIFY(child<QLineEdit>("runbookRange")->text().isEmpty());
    QCOMPARE(child<MessageBar>("runbookMessage")->text(), u"An end is no commit."_s);
    QVERIFY(child<MessageBar>("runbookMessage")->isVisible());
    QVERIFY(!child<QPushButton>("runbookRecord")->isEnabled());
    ask(u"HEAD^...HEAD"_s); // from where they part
    QVERIFY(!document()->isEmpty());
}

void TestRunbookWindow::closesWithTheRepository()
{
    ask(u"HEAD^..HEAD"_s);
    ViewFixture other;
    QVERIFY(openShop(other));
    m_fixture->workspace.open(other.directory());
    QVERIFY(QTest::qWaitFor([&] { return m_window.isNull(); }, 20000));
}

void TestRunbookWindow::recordsAnEmergency()
{
    QSignalSpy commits(m_window, &RunbookWindow::commitRequested);
    ask(u"HEAD^..HEAD"_s);
    QVERIFY(child<QWidget>("runbookRecordRow")->isHidden());
    QTest::mouseClick(child<QPushButton>("runbookRecord"), Qt::LeftButton);
    auto* what = child<QLineEdit>("runbookWhat");
    QCOMPARE(what->text(), u"Slower still"_s);
    QTest::keyClicks(what, u"Cart: \"too\" slow"_s);
    QTest::keyClick(what, Qt::Key_Return);
    QVERIFY2(child<MessageBar>("runbookMessage")->text().contains(u".meshdraft/emergency/"_s),
             qPrintable(child<MessageBar>("runbookMessage")->text()));
    const workspace::SnapshotPtr snapshot = m_fixture->workspace.snapshot();
    const auto changed = snapshot->changedFiles();
    QCOMPARE(changed.size(), 1U);
    const auto records = workspace::openRecords(snapshot->current);
    QVERIFY(records.errors.empty());
    QCOMPARE(records.open.size(), 1U);
    QCOMPARE(records.open.front().what, u"Cart: \"too\" slow"_s);
    QCOMPARE(records.open.front().hoursLeft(records.open.front().opened), 24);
    QCOMPARE(m_fixture->git({u"status"_s, u"--porcelain"_s}), QString());
    QVERIFY(m_window->markdown().contains(QString::fromStdString(changed.front())));
    QVERIFY(!child<QPushButton>("runbookRecord")->isEnabled());
    QTest::mouseClick(child<QPushButton>("runbookCommit"), Qt::LeftButton);
    QCOMPARE(commits.size(), 1);
    m_fixture->workspace.undo();
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestRunbookWindow::openRecordsAreSaid_data()
{
    QTest::addColumn<int>("openedHoursAgo");
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<QString>("said");
    QTest::newRow("hours are left") << 3 << true << u"due in 2"_s;
    QTest::newRow("too late") << 30 << true << u"was due"_s;
    QTest::newRow("closed") << 3 << false << QString();
}

void TestRunbookWindow::openRecordsAreSaid()
{
    QFETCH(const int, openedHoursAgo);
    QFETCH(const bool, isOpen);
    QFETCH(const QString, said);
    workspace::EmergencyRecord record;
    record.opened = QDateTime::currentDateTimeUtc().addSecs(-3600LL * openedHoursAgo);
    record.deadline = record.opened.addSecs(24 * 3600);
    record.what = u"Cart timeout by hand"_s;
    record.isOpen = isOpen;
    const QString path = u".meshdraft/emergency/cart.yaml"_s;
    m_fixture->write(path, QByteArray::fromStdString(workspace::recordText(record)));
    MainWindow window(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    window.show();
    window.openRepository(m_fixture->directory());
    if (said.isEmpty()) {
        QVERIFY(QTest::qWaitFor(
            [&] {
                return !m_fixture->workspace.isOpening()
                    && m_fixture->workspace.snapshot()->current.find(path.toStdString()) != nullptr;
            },
            20000));
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QVERIFY(window.message().isHidden());
        return;
    }
    QVERIFY(QTest::qWaitFor([&] { return window.findChild<QPushButton*>(u"openRecord"_s) != nullptr; }, 20000));
    QVERIFY2(window.message().text().contains(u"Cart timeout by hand"_s), qPrintable(window.message().text()));
    QVERIFY2(window.message().text().contains(said), qPrintable(window.message().text()));
    QTest::mouseClick(window.findChild<QPushButton*>(u"openRecord"_s), Qt::LeftButton);
    auto* editor = window.findChild<EditorPage*>();
    QVERIFY(QTest::qWaitFor([editor] { return editor->isVisible(); }));
    auto* tabs = window.findChild<FileTabs*>();
    QCOMPARE(QString::fromStdString(tabs->pathOf(tabs->currentIndex())), path);
}

int main(int argc, char** argv)
{
    return runViewTest<TestRunbookWindow>(argc, argv);
}

#include "tst_runbookwindow.moc"
