// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/meshedit.h"
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include <QSignalSpy>
#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;
using namespace Qt::StringLiterals;

namespace {

mesh::ElementRef elementOf(const Workspace& workspace, const char* kind, const char* name)
{
    const auto& graph = *workspace.snapshot()->graph;
    for (const auto index : graph.ofKind(kind)) {
        if (graph.at(index).key.name == name)
            return graph.at(index).element();
    }
    return {};
}

const mesh::Resource& resourceOf(const Workspace& workspace, const char* kind, const char* name)
{
    const auto& graph = *workspace.snapshot()->graph;
    return graph.at(graph.find(elementOf(workspace, kind, name)));
}

QByteArray currentText(const Workspace& workspace, const char* path)
{
    const auto* file = workspace.snapshot()->current.find(path);
    return file == nullptr ? QByteArray("(none)") : QByteArray::fromStdString(*file->text->text);
}

source::NewValue newRule(const std::string& name)
{
    using source::NewValue;
    return NewValue::mapping({{"apiVersion", NewValue::scalar("networking.istio.io/v1")},
                              {"kind", NewValue::scalar("DestinationRule")},
                              {"metadata",
                               NewValue::mapping({{"name", NewValue::scalar(name, true)},
                                                  {"namespace", NewValue::scalar("shop", true)}})},
                              {"spec", NewValue::mapping({{"host", NewValue::scalar(name, true)}})}});
}

const QByteArray ruleText = "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: catalog\n"
                            "  namespace: shop\nspec:\n  host: catalog\n";

} // namespace

class TestMeshEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void changesSeveralResourcesInOneStep();
    void addsADocument();
    void addsAFileAndListsIt();
    void removesAResource();
    void removingTheLastResourceDeletesTheFile();
    void refuses_data();
    void refuses();

private:
    void open();

    std::unique_ptr<MeshRepository> m_repository;
    std::unique_ptr<Workspace> m_workspace;
};

void TestMeshEdit::init()
{
    m_repository = std::make_unique<MeshRepository>();
    m_workspace = std::make_unique<Workspace>();
}

void TestMeshEdit::cleanup()
{
    m_workspace.reset();
    m_repository.reset();
}

void TestMeshEdit::open()
{
    QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
    m_workspace->open(m_repository->path());
    WAIT_FOR(!changed.isEmpty());
}

void TestMeshEdit::changesSeveralResourcesInOneStep()
{
    open();
    const auto before = currentText(*m_workspace, "shop/reviews.yaml");
    const auto& table = resourceOf(*m_workspace, "VirtualService", "reviews");
    const auto& rule = resourceOf(*m_workspace, "DestinationRule", "reviews");
    const auto subset = table.rootNode()["spec"]["http"].item(0)["route"].item(0)["destination"]["subset"];
    const auto name = rule.rootNode()["spec"]["subsets"].item(1)["name"];
    MeshEdit edit;
    edit.changes.push_back({table.element(), {source::ScalarChange{subset.id(), "next", true}}});
    edit.changes.push_back({rule.element(), {source::ScalarChange{name.id(), "next", true}}});
    QVERIFY(m_workspace->apply(edit, u"Rename"_s));
    QCOMPARE(m_workspace->undoStack().count(), 1);
    QCOMPARE(currentText(*m_workspace, "shop/reviews.yaml").count("next"), 2);
    m_workspace->undoStack().undo();
    QCOMPARE(currentText(*m_workspace, "shop/reviews.yaml"), before);
}

void TestMeshEdit::addsADocument()
{
    open();
    const auto before = currentText(*m_workspace, "shop/reviews.yaml");
    MeshEdit edit;
    edit.additions.push_back({"shop/reviews.yaml", newRule("catalog")});
    QVERIFY(m_workspace->apply(edit, u"Add"_s));
    QCOMPARE(currentText(*m_workspace, "shop/reviews.yaml"), before + "---\n" + ruleText);
    QVERIFY(!elementOf(*m_workspace, "DestinationRule", "catalog").isNull());
    m_workspace->undoStack().undo();
    QCOMPARE(currentText(*m_workspace, "shop/reviews.yaml"), before);
}

void TestMeshEdit::addsAFileAndListsIt()
{
    const QByteArray list = "resources:\n  - shop/reviews.yaml # routes\n  - edge/gateway.yaml\n";
    m_repository->write(u"kustomization.yaml"_s, list);
    m_repository->commitAll();
    open();
    QCOMPARE(m_workspace->snapshot()->environment.kind, mesh::EnvironmentKind::KustomizeBase);
    MeshEdit edit;
    edit.additions.push_back({"shop/catalog-dr.yaml", newRule("catalog")});
    QVERIFY(m_workspace->apply(edit, u"Add"_s));
    QCOMPARE(currentText(*m_workspace, "shop/catalog-dr.yaml"), ruleText);
    QCOMPARE(currentText(*m_workspace, "kustomization.yaml"),
             "resources:\n  - shop/reviews.yaml # routes\n  - shop/catalog-dr.yaml\n  - edge/gateway.yaml\n");
    QVERIFY(!elementOf(*m_workspace, "DestinationRule", "catalog").isNull());
    QCOMPARE(m_workspace->snapshot()->changedFiles().size(), 2U);

    m_workspace->undoStack().undo();
    QVERIFY(!m_workspace->hasPendingChanges());
    QVERIFY(elementOf(*m_workspace, "DestinationRule", "catalog").isNull());
    m_workspace->undoStack().redo();
    QVERIFY(!elementOf(*m_workspace, "DestinationRule", "catalog").isNull());

    const auto commit = m_workspace->commit(u"catalog"_s, true, u"Add a rule"_s);
    QVERIFY2(commit, commit ? "" : commit.error().code.c_str());
    QCOMPARE(m_repository->git({u"show"_s, u"HEAD:shop/catalog-dr.yaml"_s}), ruleText);
    QCOMPARE(m_repository->git({u"status"_s, u"--porcelain"_s}), QByteArray());
    QVERIFY(!elementOf(*m_workspace, "DestinationRule", "catalog").isNull());
}

void TestMeshEdit::removesAResource()
{
    open();
    const auto before = currentText(*m_workspace, "shop/reviews.yaml");
    MeshEdit edit;
    edit.removals.push_back(elementOf(*m_workspace, "DestinationRule", "reviews"));
    QVERIFY(m_workspace->apply(edit, u"Remove"_s));
    QVERIFY(elementOf(*m_workspace, "DestinationRule", "reviews").isNull());
    const auto after = currentText(*m_workspace, "shop/reviews.yaml");
    QVERIFY(!after.contains("DestinationRule"));
    QVERIFY(after.contains("kind: VirtualService"));
    m_workspace->undoStack().undo();
    QCOMPARE(currentText(*m_workspace, "shop/reviews.yaml"), before);
}

void TestMeshEdit::removingTheLastResourceDeletesTheFile()
{
    m_repository->write(u"shop/catalog-dr.yaml"_s, ruleText);
    m_repository->write(u"kustomization.yaml"_s,
                                "resources:\n- shop/reviews.yaml\n- shop/catalog-dr.yaml\n- edge/gateway.yaml\n");
    m_repository->commitAll();
    open();
    MeshEdit edit;
    edit.removals.push_back(elementOf(*m_workspace, "DestinationRule", "catalog"));
    QVERIFY(m_workspace->apply(edit, u"Remove"_s));
    QCOMPARE(currentText(*m_workspace, "shop/catalog-dr.yaml"), QByteArray());
    QCOMPARE(currentText(*m_workspace, "kustomization.yaml"),
             "resources:\n- shop/reviews.yaml\n- edge/gateway.yaml\n");
    const auto commit = m_workspace->commit(u"less"_s, true, u"Remove a rule"_s);
    QVERIFY2(commit, commit ? "" : commit.error().code.c_str());
    QCOMPARE(m_repository->git({u"ls-tree"_s, u"-r"_s, u"--name-only"_s, u"HEAD"_s}).contains("catalog-dr"), false);
    QVERIFY(!QFileInfo::exists(m_repository->path() + u"/shop/catalog-dr.yaml"_s));
    QCOMPARE(m_repository->git({u"status"_s, u"--porcelain"_s}), QByteArray());
}

void TestMeshEdit::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");

    QTest::newRow("outside") << u"../x.yaml"_s << u"edit.path"_s;
    QTest::newRow("absolute") << u"/tmp/x.yaml"_s << u"edit.path"_s;
    QTest::newRow("detour") << u"shop/../x.yaml"_s << u"edit.path"_s;
    QTest::newRow("no YAML") << u"shop/x.txt"_s << u"edit.path"_s;
    QTest::newRow("Git's own") << u".git/x.yaml"_s << u"edit.path"_s;
    QTest::newRow("a template") << u"shop/template.yaml"_s << u"edit.template"_s;
}

void TestMeshEdit::refuses()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    m_repository->write(u"shop/template.yaml"_s, "{{ if .Values.a }}\nkind: A\n{{ end }}\n");
    open();
    MeshEdit edit;
    edit.additions.push_back({path.toStdString(), newRule("catalog")});
    const auto done = m_workspace->apply(edit, u"Add"_s);
    QCOMPARE(done ? QString() : QString::fromStdString(done.error().code), code);
    QVERIFY(!m_workspace->hasPendingChanges());
}

QTEST_GUILESS_MAIN(TestMeshEdit)
#include "tst_meshedit.moc"
