// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/istioversion.h"
#include "tests/views/viewfixture.h"
#include "views/window/statuscontents.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

namespace {

const QByteArray service = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n";

QByteArray application(const QByteArray& path)
{
    return "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: <b>shop</b>}\nspec: {source: {path: "
        + path + "}}\n";
}

QByteArray namespaceWith(const QByteArray& label)
{
    return "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web\n  labels: {" + label + "}\n";
}

} // namespace

class TestStatusContents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysTheTarget_data();
    void saysTheTarget();
    void followsWhatIsSaved();
    void saysWhoDelivers();
    void anAbsentDirectoryCannotBeChosen();

private:
    bool open(const QMap<QString, QByteArray>& files);
    QLabel* target() const { return m_status->findChild<QLabel*>(u"targetLabel"_s); }
    QAction* choice(const QString& name) const;

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<StatusContents> m_status;
};

void TestStatusContents::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    m_status = std::make_unique<StatusContents>(m_fixture->theme);
    QObject::connect(&m_fixture->workspace, &workspace::Workspace::snapshotChanged, m_status.get(),
                     &StatusContents::setSnapshot);
    m_status->show();
}

void TestStatusContents::cleanup()
{
    m_status.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

bool TestStatusContents::open(const QMap<QString, QByteArray>& files)
{
    return m_fixture->openFiles(files);
}

QAction* TestStatusContents::choice(const QString& name) const
{
    const auto* button = m_status->findChild<QToolButton*>(u"environmentButton"_s);
    for (QAction* action : button->menu()->actions()) {
        if (action->text().startsWith(name + u' '))
            return action;
    }
    return nullptr;
}

void TestStatusContents::saysTheTarget_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("project");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");
    const QString newest = QString::fromStdString(mesh::newestIstioVersion.text());
    QTest::newRow("nothing is known") << service << QByteArray() << u"Istio %1 (assumed) · sidecar"_s.arg(newest)
                                      << u"State it in .meshdraft.yaml."_s;
    QTest::newRow("found") << namespaceWith("istio.io/rev: 1-27-1") << QByteArray() << u"Istio 1.27 · sidecar"_s
                           << u"Revision 1-27-1: label of Namespace/web in a.yaml:5."_s;
    QTest::newRow("ambient, and no version")
        << namespaceWith("istio.io/dataplane-mode: ambient") << QByteArray()
        << u"Istio %1 (assumed) · ambient"_s.arg(newest) << u"Data plane ambient: label of the namespace web"_s;
    QTest::newRow("stated") << service
                            << QByteArray("environments: [{name: ., istioVersion: '1.26', dataPlane: mixed}]\n")
                            << u"Istio 1.26 (stated) · sidecar and ambient"_s
                            << u"Version 1.26: stated in .meshdraft.yaml:1."_s;
}

void TestStatusContents::saysTheTarget()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, project);
    QFETCH(QString, text);
    QFETCH(QString, detail);
    QMap<QString, QByteArray> files{{u"a.yaml"_s, file}};
    if (!project.isEmpty())
        files.insert(u".meshdraft.yaml"_s, project);
    QVERIFY(open(files));
    QCOMPARE(target()->text(), text);
    QCOMPARE(target()->accessibleName(), u"Written for "_s + text);
    QVERIFY(target()->isVisible());
    QVERIFY2(target()->toolTip().contains(detail.toHtmlEscaped()), qPrintable(target()->toolTip()));
}

void TestStatusContents::followsWhatIsSaved()
{
    QVERIFY(open({{u"a.yaml"_s, service}}));
    QVERIFY(target()->text().contains(u"assumed"_s));
    m_fixture->write(u".meshdraft.yaml"_s, "environments: [{name: ., istioVersion: '1.26'}]\n");
    m_fixture->workspace.open(m_fixture->directory(), {}, {});
    const QString stated = u"Istio 1.26 (stated) · sidecar (assumed)"_s;
    QVERIFY(QTest::qWaitFor([&] { return target()->text() == stated; }, 30'000));
}

void TestStatusContents::saysWhoDelivers()
{
    QVERIFY(open({{u"app.yaml"_s, application("shop")}, {u"shop/a.yaml"_s, service}, {u"web/a.yaml"_s, service}}));
    QAction* shop = choice(u"shop"_s);
    QVERIFY(shop != nullptr);
    QVERIFY(shop->isEnabled());
    QVERIFY2(shop->toolTip().contains(u"delivered by Argo CD Application &lt;b&gt;shop&lt;/b&gt;."_s),
             qPrintable(shop->toolTip()));
    QVERIFY(shop->toolTip().contains(u"Assumed to mean this repository"_s));
    QVERIFY(!choice(u"web"_s)->toolTip().contains(u"Argo"_s));
}

void TestStatusContents::anAbsentDirectoryCannotBeChosen()
{
    QVERIFY(open({{u"app.yaml"_s, application("gone")}, {u"shop/a.yaml"_s, service}}));
    QAction* gone = choice(u"gone"_s);
    QVERIFY(gone != nullptr);
    QVERIFY(!gone->isEnabled());
    QVERIFY2(gone->toolTip().contains(u"app.yaml:4:23: "_s), qPrintable(gone->toolTip()));
    QVERIFY(gone->toolTip().contains(u"there is no YAML file in it"_s));
}

int main(int argc, char** argv)
{
    return runViewTest<TestStatusContents>(argc, argv);
}

#include "tst_statuscontents.moc"
