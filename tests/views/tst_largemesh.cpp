// SPDX-License-Identifier: Apache-2.0
// What is made in the background for a mesh of thousands of resources comes all the same.
#include "models/workspace/resourcetreemodel.h"
#include "tests/views/viewfixture.h"
#include "views/window/gotofield.h"
#include "views/window/mainwindow.h"

#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

class TestLargeMesh : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void theTreeShowsIt();
    void enterBeforeTheHitsGoesToTheFirst();
    void theTreeFollowsAnEdit();

private:
    static constexpr int count = 2400;

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void TestLargeMesh::initTestCase()
{
    m_fixture = std::make_unique<ViewFixture>();
    QByteArray many;
    for (int i = 0; i < count; ++i) {
        many += "---\napiVersion: v1\nkind: Service\nmetadata: {name: s" + QByteArray::number(i)
            + ", namespace: many}\nspec: {ports: [{name: http, port: 80}]}\n";
    }
    m_window = std::make_unique<MainWindow>(m_fixture->theme, m_fixture->workspace, m_fixture->settings());
    m_window->show();
    QVERIFY(m_fixture->openFiles({{u"many.yaml"_s, many}, {u"reviews.yaml"_s, reviewsYaml()}}));
}

void TestLargeMesh::cleanup()
{
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
}

void TestLargeMesh::cleanupTestCase()
{
    m_window.reset();
    m_fixture.reset();
}

void TestLargeMesh::theTreeShowsIt()
{
    const auto* tree = m_window->findChild<QTreeView*>(u"meshTree"_s);
    QVERIFY(tree != nullptr);
    QTRY_COMPARE(tree->model()->rowCount(), 2);
    QCOMPARE(tree->model()->index(0, 0).data().toString(), u"many"_s);
    QCOMPARE(tree->model()->index(1, 0).data().toString(), u"shop"_s);
}

void TestLargeMesh::enterBeforeTheHitsGoesToTheFirst()
{
    auto* field = m_window->findChild<GoToField*>(u"goToField"_s);
    QVERIFY(field != nullptr);
    field->start();
    QTest::keyClicks(field, u"s2399"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_fixture->workspace.selection().current().key.name, std::string("s2399"));
    QVERIFY(field->text().isEmpty());
}

void TestLargeMesh::theTreeFollowsAnEdit()
{
    const auto* tree = m_window->findChild<QTreeView*>(u"meshTree"_s);
    const auto route = m_fixture->splitRoute();
    const QModelIndexList before =
        tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, u"default"_s, 1, Qt::MatchRecursive);
    QCOMPARE(before.size(), 1);
    // edits that come faster than the lines are made: the last one is shown
    for (const std::int64_t weight : {10, 20, 30}) {
        QVERIFY(m_fixture->workspace.setWeights(route, {100 - weight, weight, 0}));
    }
    constexpr auto detail = workspace::ResourceTreeModel::DetailRole;
    const auto shown = [&] {
        const QModelIndexList found =
            tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, u"default"_s, 1, Qt::MatchRecursive);
        return found.isEmpty() ? QString() : found.front().data(detail).toString();
    };
    QTRY_COMPARE(shown(), u"70\u00b730\u00b70"_s);
    m_fixture->workspace.forgetPending();
    m_fixture->workspace.undoStack().clear();
}

int main(int argc, char** argv)
{
    return runViewTest<TestLargeMesh>(argc, argv);
}

#include "tst_largemesh.moc"
