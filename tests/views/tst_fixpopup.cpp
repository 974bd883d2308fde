// SPDX-License-Identifier: Apache-2.0
// Quick fixes with their preview, by keys, and the pages of the codes.
#include "models/workspace/codewords.h"
#include "tests/views/viewfixture.h"
#include "views/changes/diffview.h"
#include "views/findings/codewindow.h"
#include "views/findings/fixpopup.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestFixPopup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatItWouldDo();
    void enterTakesItAsOneStep();
    void theListCanBeWalked();
    void aStaleFixIsRefused();
    void withoutFixesThePageIsLeft();
    void everyCodeHasAPage();

private:
    bool open();
    checks::Finding findingOf(const std::string& code) const;
    QString textNow() const { return QString::fromStdString(m_fixture->workspace.typedText("mesh.yaml")); }
    bool waitForOutcome() const
    {
        return QTest::qWaitFor([this] { return !m_popup->outcome().isEmpty(); }, 20000);
    }

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;
    FixPopup* m_popup = nullptr;
};

void TestFixPopup::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 600);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_popup = new FixPopup(m_fixture->theme, m_fixture->workspace, m_window.get());
}

void TestFixPopup::cleanup()
{
    m_window.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

/// A route that names a gateway which is called otherwise, and a second document that is well.
bool TestFixPopup::open()
{
    return m_fixture->openFiles(
        {{u"mesh.yaml"_s,
          "# routes of the web\napiVersion: networking.istio.io/v1\nkind: VirtualService\n"
          "metadata: {name: web, namespace: shop}\nspec:\n  hosts: [web.example]\n"
          "  gateways: [web-gx] # one\n  http:\n  - route:\n    - destination: {host: web}\n---\n"
          "apiVersion: networking.istio.io/v1\nkind: Gateway\n"
          "metadata: {name: web-gw, namespace: shop}\nspec:\n  selector: {istio: ingressgateway}\n"
          "  servers:\n  - port: {number: 80, name: http, protocol: HTTP}\n"
          "    hosts: [web.example]\n---\napiVersion: v1\nkind: Service\n"
          "metadata: {name: web, namespace: shop}\nspec:\n  selector: {app: web}\n"
          "  ports: [{name: http, port: 80}]\n"}});
}

checks::Finding TestFixPopup::findingOf(const std::string& code) const
{
    for (const checks::Finding& finding : m_fixture->workspace.snapshot()->findings) {
        if (finding.code == code) {
            return finding;
        }
    }
    return {};
}

void TestFixPopup::saysWhatItWouldDo()
{
    QVERIFY(open());
    const checks::Finding finding = findingOf("IST0101");
    QVERIFY(!finding.code.empty());
    m_popup->offer({finding}, QRect(100, 100, 10, 10));
    QVERIFY(m_popup->isVisible());
    QVERIFY(waitForOutcome());
    QVERIFY2(m_popup->outcome().startsWith(u"Mends this"_s), qPrintable(m_popup->outcome()));
    const auto* diff = m_popup->findChild<DiffView*>();
    QVERIFY(diff->changeCount() == 1);
    QVERIFY(diff->paintedText().contains(u"web-gw"_s));
    QTest::keyClick(m_popup->list(), Qt::Key_Escape);
    QVERIFY(!m_popup->isVisible());
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestFixPopup::enterTakesItAsOneStep()
{
    QVERIFY(open());
    const QString before = textNow();
    QSignalSpy applied(m_popup, &FixPopup::applied);
    m_popup->offer({findingOf("IST0101")}, QRect(100, 100, 10, 10));
    QTest::keyClick(m_popup->list(), Qt::Key_Return);
    QCOMPARE(applied.size(), 1);
    QString expected = before;
    expected.replace(u"[web-gx] # one"_s, u"[web-gw] # one"_s);
    QCOMPARE(textNow(), expected);
    QVERIFY(findingOf("IST0101").code.empty());
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
    m_fixture->workspace.undo();
    QCOMPARE(textNow(), before);
}

void TestFixPopup::theListCanBeWalked()
{
    QVERIFY(open());
    QSignalSpy page(m_popup, &FixPopup::pageRequested);
    m_popup->offer({findingOf("IST0101")}, QRect(100, 100, 10, 10));
    QListWidget* list = m_popup->list();
    QVERIFY(list->currentRow() > 0); // above it stands what was found
    for (int i = 0; i < list->count(); ++i) {
        QTest::keyClick(list, Qt::Key_Down);
    }
    QCOMPARE(list->currentItem()->text(), u"What IST0101 means…"_s);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(page.size(), 1);
    QCOMPARE(page.front().front().toString(), u"IST0101"_s);
    m_popup->offer({findingOf("IST0101")}, QRect(100, 100, 10, 10));
    QTest::keyClick(list, Qt::Key_F1);
    QCOMPARE(page.size(), 2);
}

void TestFixPopup::aStaleFixIsRefused()
{
    QVERIFY(open());
    QSignalSpy failed(m_popup, &FixPopup::failed);
    m_popup->offer({findingOf("IST0101")}, QRect(100, 100, 10, 10));
    QVERIFY(m_fixture->workspace.type("mesh.yaml", {.offset = 0, .length = 0, .text = "# new\n"}, u"Type"_s, 0));
    QVERIFY(QTest::qWaitFor([this] { return m_fixture->workspace.undoStack().count() == 1; }, 20000));
    const QString before = textNow();
    QTest::keyClick(m_popup->list(), Qt::Key_Return);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(textNow(), before);
}

void TestFixPopup::withoutFixesThePageIsLeft()
{
    QVERIFY(open());
    checks::Finding finding;
    finding.code = "MD002";
    finding.message = "file.template";
    finding.where.path = "mesh.yaml";
    m_popup->offer({finding}, QRect(100, 100, 10, 10));
    QCOMPARE(m_popup->list()->currentItem()->text(), u"What MD002 means…"_s);
}

void TestFixPopup::everyCodeHasAPage()
{
    const QStringList codes = workspace::codesWithPages();
    QVERIFY(codes.contains(u"IST0101"_s));
    QVERIFY(!codes.contains(u"README"_s));
    auto* window = new CodeWindow(m_fixture->theme, m_window.get());
    window->show();
    for (const QString& code : codes) {
        window->showCode(code);
        const QString text = window->findChild<QTextBrowser*>()->toPlainText();
        QVERIFY2(text.startsWith(code), qPrintable(code));
        QVERIFY2(!text.contains(u"```"_s), qPrintable(code));
    }
    auto* list = window->findChild<QListWidget*>();
    QCOMPARE(list->count(), codes.size());
    QTest::keyClicks(window->findChild<QLineEdit*>(), u"ist0118"_s);
    int shown = 0;
    for (int i = 0; i < list->count(); ++i) {
        shown += list->item(i)->isHidden() ? 0 : 1;
    }
    QCOMPARE(shown, 1);
    window->showCode(u"XYZ1"_s);
    QVERIFY(window->findChild<QTextBrowser*>()->toPlainText().contains(u"XYZ1"_s));
}

int main(int argc, char** argv)
{
    return runViewTest<TestFixPopup>(argc, argv);
}
#include "tst_fixpopup.moc"
