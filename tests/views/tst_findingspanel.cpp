// SPDX-License-Identifier: Apache-2.0
// The list of findings: order, filter, scope, groups, keys, and that it follows the mesh without losing its place.
#include "models/workspace/meshfindings.h"
#include "models/workspace/selection.h"
#include "tests/views/viewfixture.h"
#include "views/common/choicebutton.h"
#include "views/findings/findingspanel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestFindingsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhenThereIsNothing();
    void newOnesComeFirstAndAreWalked();
    void aRowSelectsItsPlace();
    void filterTakesWordsOfEverything();
    void scopes();
    void groupsCanBeClosedAndStayClosed();
    void theCurrentFindingStays();
    void enterOpensTheFile();
    void modelHoldsItsLaws();

private:
    /// Three findings on main: two dangling subsets in one file, a dangling gateway in another.
    bool open();
    /// Adds one that is new, and mends the gateway.
    void edit();
    QTreeView* tree() const { return m_panel->tree(); }
    QLineEdit* filter() const { return m_panel->tools()->findChild<QLineEdit*>(); }
    void choose(const char* button, int choice) const
    {
        m_panel->tools()->findChild<ChoiceButton*>(QLatin1StringView(button))->menu()->actions()[choice]->trigger();
    }
    /// "IST0101 new a.yaml:9" of each row; groups as "file a.yaml 2" with their rows below.
    QStringList rows() const;

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<workspace::MeshFindings> m_findings;
    std::unique_ptr<FindingsPanel> m_panel;
};

namespace {

QByteArray routeTo(const char* name, const char* subset, const char* gateway)
{
    return QByteArray("apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: ") + name
        + ", namespace: shop}\nspec:\n  hosts: [reviews." + name + "]\n  gateways: [" + gateway
        + "]\n  http:\n  - route:\n    - destination:\n        host: reviews\n        subset: " + subset + "\n";
}

} // namespace

void TestFindingsPanel::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    m_findings = std::make_unique<workspace::MeshFindings>();
    m_panel = std::make_unique<FindingsPanel>(m_fixture->theme, m_fixture->workspace.selection());
    m_panel->tools()->setParent(m_panel.get());
    connect(&m_fixture->workspace, &workspace::Workspace::snapshotChanged, m_findings.get(),
            &workspace::MeshFindings::setSnapshot);
    connect(m_findings.get(), &workspace::MeshFindings::changed, m_panel.get(),
            [this] { m_panel->setFindings(*m_findings); });
    m_panel->resize(1060, 254);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestFindingsPanel::cleanup()
{
    m_panel.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_findings.reset();
    m_fixture.reset();
}

bool TestFindingsPanel::open()
{
    const QByteArray rule = "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: reviews, "
                            "namespace: shop}\nspec:\n  host: reviews\n  subsets:\n  - name: v1\n    labels: {version: "
                            "v1}\n";
    const QByteArray service =
        "apiVersion: v1\nkind: Service\nmetadata: {name: reviews, namespace: shop}\nspec:\n  "
        "selector: {app: reviews}\n  ports: [{name: http, port: 80}]\n---\napiVersion: "
        "apps/v1\nkind: Deployment\nmetadata: {name: reviews, namespace: shop}\nspec:\n  selector: "
        "{matchLabels: {app: reviews}}\n  template:\n    metadata: {labels: {app: reviews, version: "
        "v1}}\n";
    const QByteArray gateway = "apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: web, namespace: "
                               "shop}\nspec:\n  selector: {istio: ingressgateway}\n  servers:\n  - port: {number: 80, "
                               "name: http, protocol: HTTP}\n    hosts: [\"*\"]\n";
    return m_fixture->openFiles({{u"a.yaml"_s, routeTo("a", "v8", "web") + "---\n" + routeTo("b", "v9", "web")},
                                 {u".github/CODEOWNERS"_s, "a.yaml @org/mesh @ann\n"},
                                 {u"b.yaml"_s, routeTo("c", "v1", "nowhere")},
                                 {u"mesh.yaml"_s, rule + "---\n" + service + "---\n" + gateway}});
}

void TestFindingsPanel::edit()
{
    const auto type = [this](const std::string& path, std::string_view old, const std::string& fresh) {
        const auto at = m_fixture->workspace.typedText(path).find(old);
        QVERIFY(at != std::string::npos);
        QVERIFY(m_fixture->workspace.type(
            path,
            {.offset = static_cast<std::uint32_t>(at), .length = static_cast<std::uint32_t>(old.size()), .text = fresh},
            u"Type"_s, 0));
    };
    type("b.yaml", "nowhere", "web");
    type("b.yaml", "subset: v1", "subset: v7");
    QVERIFY(QTest::qWaitFor([this] {
        const QString all = rows().join(u'\n');
        return all.contains(u"IST0101 new b.yaml:11"_s) && all.contains(u"IST0101 mended b.yaml:6"_s);
    }));
}

QStringList TestFindingsPanel::rows() const
{
    QStringList all;
    const QAbstractItemModel& model = *tree()->model();
    const auto rowText = [&](const QModelIndex& index) {
        const QVariant count = index.data(FindingsModel::CountRole);
        if (count.isValid()) {
            return u"group %1 %2"_s.arg(index.data().toString(), count.toString());
        }
        return u"%1 %2 %3"_s.arg(index.data().toString(),
                                 index.siblingAtColumn(FindingsModel::NewsColumn).data().toString(),
                                 index.siblingAtColumn(FindingsModel::PlaceColumn).data().toString());
    };
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        all << rowText(index);
        for (int child = 0; child < model.rowCount(index); ++child) {
            all << u"  "_s + rowText(model.index(child, 0, index));
        }
    }
    // other checks have their say on these files, too
    all.removeIf([](const QString& row) { return !row.contains(u"IST0101"_s) && !row.contains(u"group"_s); });
    return all;
}

void TestFindingsPanel::saysWhenThereIsNothing()
{
    m_findings->setSnapshot({});
    auto* empty = m_panel->findChild<QLabel*>(u"findingsEmpty"_s);
    QCOMPARE(empty->text(), u"No repository is open."_s);
    QVERIFY(empty->isVisible());
    QVERIFY(!m_panel->step(1));
    QVERIFY(m_panel->current() == nullptr);
    QVERIFY(open());
    QVERIFY(tree()->isVisible());
}

void TestFindingsPanel::newOnesComeFirstAndAreWalked()
{
    QVERIFY(open());
    QCOMPARE(rows(), (QStringList{u"IST0101 old a.yaml:11"_s, u"IST0101 old a.yaml:23"_s, u"IST0101 old b.yaml:6"_s}));
    QVERIFY(m_panel->step(1));
    QCOMPARE(m_panel->current()->where.line, 11U);
    edit();
    QCOMPARE(rows().front(), u"IST0101 new b.yaml:11"_s);
    QCOMPARE(rows().back(), u"IST0101 mended b.yaml:6"_s);
    // only what is new is walked
    tree()->setCurrentIndex({});
    QVERIFY(m_panel->step(1));
    QCOMPARE(QString::fromStdString(m_panel->current()->where.path), u"b.yaml"_s);
    while (m_panel->step(1)) {
        QCOMPARE(tree()->currentIndex().data(FindingsModel::NewsRole).toInt(), int(FindingsModel::Introduced));
    }
}

void TestFindingsPanel::aRowSelectsItsPlace()
{
    QVERIFY(open());
    const QModelIndex second = tree()->model()->index(1, FindingsModel::TextColumn);
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(second).center());
    const mesh::ElementRef selected = m_fixture->workspace.selection().current();
    QCOMPARE(selected.key.name, second.data(FindingsModel::ElementRole).value<mesh::ElementRef>().key.name);
    QCOMPARE(selected.path, std::string("a.yaml"));
}

void TestFindingsPanel::filterTakesWordsOfEverything()
{
    QVERIFY(open());
    filter()->setFocus();
    QTest::keyClicks(filter(), u"ist0101 V9"_s);
    QCOMPARE(rows(), QStringList{u"IST0101 old a.yaml:23"_s});
    filter()->setText(u"b.yaml ist0101"_s);
    QCOMPARE(rows(), QStringList{u"IST0101 old b.yaml:6"_s});
    filter()->setText(u"no such word"_s);
    auto* nothing = m_panel->findChild<QLabel*>(u"findingsNothing"_s);
    QVERIFY(nothing->isVisible());
    Q_EMIT nothing->linkActivated(u"#"_s);
    QVERIFY(tree()->isVisible());
    QCOMPARE(rows().size(), 3);
}

void TestFindingsPanel::scopes()
{
    QVERIFY(open());
    edit();
    choose("findingsScope", int(FindingsPanel::Scope::Introduced));
    QCOMPARE(rows(), (QStringList{u"IST0101 new b.yaml:11"_s, u"IST0101 mended b.yaml:6"_s}));
    choose("findingsScope", int(FindingsPanel::Scope::SelectedFile));
    m_fixture->workspace.selection().select(
        tree()->model()->index(0, 0).data(FindingsModel::ElementRole).value<mesh::ElementRef>());
    const mesh::MeshGraphPtr graph = m_fixture->workspace.snapshot()->graph;
    const auto select = [&](const std::string& name) {
        for (const mesh::ResourcePtr& resource : graph->resources()) {
            if (resource->key.kind == "VirtualService" && resource->key.name == name) {
                m_fixture->workspace.selection().select(resource->element());
            }
        }
    };
    select("a");
    QCOMPARE(rows(), (QStringList{u"IST0101 old a.yaml:11"_s, u"IST0101 old a.yaml:23"_s}));
    choose("findingsScope", int(FindingsPanel::Scope::SelectedResource));
    QCOMPARE(rows(), QStringList{u"IST0101 old a.yaml:11"_s});
    select("b");
    QCOMPARE(rows(), QStringList{u"IST0101 old a.yaml:23"_s});
}

void TestFindingsPanel::groupsCanBeClosedAndStayClosed()
{
    QVERIFY(open());
    filter()->setText(u"ist0101"_s);
    choose("findingsGroups", int(FindingsModel::Grouping::File));
    QCOMPARE(rows(),
             (QStringList{u"group a.yaml 2"_s, u"  IST0101 old a.yaml:11"_s, u"  IST0101 old a.yaml:23"_s,
                          u"group b.yaml 1"_s, u"  IST0101 old b.yaml:6"_s}));
    const QModelIndex group = tree()->model()->index(0, 0);
    QVERIFY(tree()->isExpanded(group));
    tree()->setFocus();
    tree()->setCurrentIndex(group);
    QTest::keyClick(tree(), Qt::Key_Left);
    QVERIFY(!tree()->isExpanded(group));
    edit();
    QVERIFY(!tree()->isExpanded(tree()->model()->index(0, 0)));
    QVERIFY(tree()->isExpanded(tree()->model()->index(1, 0)));
    choose("findingsGroups", int(FindingsModel::Grouping::Severity));
    QCOMPARE(rows().front(), u"group Errors 4"_s);
    choose("findingsGroups", int(FindingsModel::Grouping::Code));
    QCOMPARE(rows().front(), u"group IST0101 4"_s);
    choose("findingsGroups", int(FindingsModel::Grouping::Namespace));
    QCOMPARE(rows().front(), u"group shop 4"_s);
    choose("findingsGroups", int(FindingsModel::Grouping::Owner));
    QVERIFY(QTest::qWaitFor([this] { return !m_findings->isSearching(); }, 20000));
    QCOMPARE(rows().front(), u"group @org/mesh @ann 2"_s);
    QVERIFY(rows().contains(u"group Nobody in CODEOWNERS 2"_s));
    // F8 goes through groups
    QVERIFY(m_panel->step(1));
    QVERIFY(m_panel->current() != nullptr);
}

void TestFindingsPanel::theCurrentFindingStays()
{
    QVERIFY(open());
    QVERIFY(m_panel->step(1));
    QVERIFY(m_panel->step(1));
    QCOMPARE(m_panel->current()->where.line, 23U);
    const mesh::ElementRef selected = m_fixture->workspace.selection().current();
    edit();
    QVERIFY(m_panel->current() != nullptr);
    QCOMPARE(m_panel->current()->where.line, 23U);
    QCOMPARE(m_fixture->workspace.selection().current(), selected);
}

void TestFindingsPanel::enterOpensTheFile()
{
    QVERIFY(open());
    QSignalSpy opened(m_panel.get(), &FindingsPanel::findingOpened);
    QVERIFY(m_panel->step(1));
    QTest::keyClick(tree(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.front().front().value<checks::Finding>().where.line, 11U);
}

void TestFindingsPanel::modelHoldsItsLaws()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(open());
    const workspace::SnapshotPtr& snapshot = m_fixture->workspace.snapshot();
    model.setFindings(snapshot->savedFindings, snapshot->findings);
    for (const auto grouping : {FindingsModel::Grouping::File, FindingsModel::Grouping::None}) {
        model.setGrouping(grouping);
        QVERIFY(model.rowCount() > 0);
    }
    FindingFilter filter;
    filter.text = u"nothing like it"_s;
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.total() > 0);
}

int main(int argc, char** argv)
{
    return runViewTest<TestFindingsPanel>(argc, argv);
}
#include "tst_findingspanel.moc"
