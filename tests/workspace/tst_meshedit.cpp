// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/form/formedit.h"
#include "models/workspace/form/formsubject.h"
#include "models/workspace/meshedit.h"
#include "models/workspace/workspace.h"
#include "tests/workspace/meshrepository.h"
#include "tests/workspace/waitfor.h"

#include <QFileInfo>
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
    return NewValue::mapping(
        {{"apiVersion", NewValue::scalar("networking.istio.io/v1")},
         {"kind", NewValue::scalar("DestinationRule")},
         {"metadata",
          NewValue::mapping({{"name", NewValue::scalar(name, true)}, {"namespace", NewValue::scalar("shop", true)}})},
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
    void changesTheMeshConfigInAConfigMap_data();
    void changesTheMeshConfigInAConfigMap();
    void otherConfigMapsHaveNoForm();
    void addsADocument();
    void addsAFileAndListsIt();
    void removesAResource();
    void removingTheLastResourceDeletesTheFile();
    void savesARemoval();
    void refuses_data();
    void refuses();

private:
    void open();
    void openBase(const QByteArray& list);

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

void TestMeshEdit::changesTheMeshConfigInAConfigMap_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("before"); ///< what stands behind "data:"
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("block") << u"istio"_s
                           << QByteArray("  mesh: |-\n    # ours\n    enableAutoMtls: true   # as ever\n\n    \n"
                                         "    outboundTrafficPolicy:\n      mode: ALLOW_ANY # open\n"
                                         "  meshNetworks: 'networks: {}'\n")
                           << QByteArray("  mesh: |-\n    # ours\n    enableAutoMtls: true   # as ever\n\n    \n"
                                         "    outboundTrafficPolicy:\n      mode: REGISTRY_ONLY # open\n"
                                         "  meshNetworks: 'networks: {}'\n");
    QTest::newRow("of a revision, the field is new")
        << u"istio-canary"_s << QByteArray("  mesh: |\n    trustDomain: td\n")
        << QByteArray("  mesh: |\n    trustDomain: td\n    outboundTrafficPolicy:\n      mode: REGISTRY_ONLY\n");
    QTest::newRow("shared, in quotes")
        << u"istio-shared-configmap-asm-1"_s
        << QByteArray("  mesh: \"outboundTrafficPolicy: {mode: ALLOW_ANY}\\naccessLogFile: ''\\n\" # short\n")
        << QByteArray("  mesh: \"outboundTrafficPolicy: {mode: REGISTRY_ONLY}\\naccessLogFile: ''\\n\" # short\n");
}

void TestMeshEdit::changesTheMeshConfigInAConfigMap()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QByteArray head =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name.toUtf8() + ", namespace: istio-system}\ndata:\n";
    m_repository->write(u"system/mesh.yaml"_s, head + before);
    m_repository->commitAll();
    open();
    const mesh::Resource& resource = resourceOf(*m_workspace, "ConfigMap", name.toUtf8().constData());
    const FormSubject subject = formSubjectOf(resource);
    QVERIFY(subject.kind != nullptr && subject.text != nullptr);
    QCOMPARE(subject.kind->kind, "MeshConfig");
    const Form form(*subject.kind, subject.root, subject.root);
    const auto changes = setText(form, mesh::FieldPath("outboundTrafficPolicy.mode"), "REGISTRY_ONLY");
    QVERIFY(changes);
    MeshEdit edit;
    QVERIFY(addNested(edit, *m_workspace->snapshot(), resource, *subject.text, *changes));
    QVERIFY(!edit.isEmpty());
    const auto done = m_workspace->apply(edit, u"Mesh config"_s);
    QVERIFY2(done, done ? "" : done.error().code.c_str());
    QCOMPARE(currentText(*m_workspace, "system/mesh.yaml"), head + after);
    QCOMPARE(m_workspace->undoStack().count(), 1);
    m_workspace->undoStack().undo();
    QCOMPARE(currentText(*m_workspace, "system/mesh.yaml"), head + before);
}

void TestMeshEdit::otherConfigMapsHaveNoForm()
{
    m_repository->write(u"system/mesh.yaml"_s,
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: a}\ndata: {mesh: '- 1'}\n"
                        "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio-ca, namespace: a}\ndata: {x: y}\n"
                        "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: other, namespace: a}\n"
                        "data: {mesh: 'trustDomain: a'}\n");
    m_repository->commitAll();
    open();
    for (const char* name : {"istio", "istio-ca", "other"})
        QVERIFY2(formSubjectOf(resourceOf(*m_workspace, "ConfigMap", name)).kind == nullptr, name);
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

/// base/ with a kustomization that only lists files.
void TestMeshEdit::openBase(const QByteArray& list)
{
    m_repository->write(u"base/kustomization.yaml"_s, list);
    m_repository->write(u"base/shop/reviews.yaml"_s, reviewsFile());
    m_repository->write(u"base/shop/catalog-dr.yaml"_s, ruleText);
    m_repository->git({u"rm"_s, u"-rqf"_s, u"shop"_s});
    m_repository->commitAll();
    open();
    QCOMPARE(m_workspace->snapshot()->environment.name, "base");
    QCOMPARE(m_workspace->snapshot()->environment.kind, mesh::EnvironmentKind::KustomizeBase);
}

void TestMeshEdit::addsAFileAndListsIt()
{
    openBase("resources:\n  - shop/reviews.yaml # routes\n  # rules\n  - shop/catalog-dr.yaml\n");
    MeshEdit edit;
    edit.additions.push_back({"base/shop/ratings-dr.yaml", newRule("ratings")});
    QVERIFY(m_workspace->apply(edit, u"Add"_s));
    QCOMPARE(currentText(*m_workspace, "base/shop/ratings-dr.yaml"),
             QByteArray(ruleText).replace("catalog", "ratings"));
    QCOMPARE(currentText(*m_workspace, "base/kustomization.yaml"),
             "resources:\n  - shop/reviews.yaml # routes\n  # rules\n  - shop/catalog-dr.yaml\n"
             "  - shop/ratings-dr.yaml\n");
    QVERIFY(!elementOf(*m_workspace, "DestinationRule", "ratings").isNull());
    QCOMPARE(m_workspace->snapshot()->changedFiles().size(), 2U);

    m_workspace->undoStack().undo();
    QVERIFY(!m_workspace->hasPendingChanges());
    QVERIFY(elementOf(*m_workspace, "DestinationRule", "ratings").isNull());
    m_workspace->undoStack().redo();
    QVERIFY(!elementOf(*m_workspace, "DestinationRule", "ratings").isNull());
    // undone and made anew it is listed again
    m_workspace->undoStack().undo();
    QVERIFY(m_workspace->apply(edit, u"Add"_s));
    QCOMPARE(m_workspace->snapshot()->changedFiles().size(), 2U);
    QVERIFY(!elementOf(*m_workspace, "DestinationRule", "ratings").isNull());

    const auto commit = m_workspace->commit(u"ratings"_s, true, u"Add a rule"_s);
    QVERIFY2(commit, commit ? "" : commit.error().code.c_str());
    QCOMPARE(m_repository->git({u"show"_s, u"HEAD:base/shop/ratings-dr.yaml"_s}) + '\n',
             QByteArray(ruleText).replace("catalog", "ratings"));
    QCOMPARE(m_repository->git({u"status"_s, u"--porcelain"_s}), QByteArray());
    QVERIFY(!elementOf(*m_workspace, "DestinationRule", "ratings").isNull());
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
    openBase("resources:\n- shop/catalog-dr.yaml\n- shop/reviews.yaml\n");
    MeshEdit edit;
    edit.removals.push_back(elementOf(*m_workspace, "DestinationRule", "catalog"));
    QVERIFY(m_workspace->apply(edit, u"Remove"_s));
    QCOMPARE(currentText(*m_workspace, "base/shop/catalog-dr.yaml"), QByteArray());
    QCOMPARE(currentText(*m_workspace, "base/kustomization.yaml"), "resources:\n- shop/reviews.yaml\n");
    const auto head = m_repository->git({u"rev-parse"_s, u"HEAD"_s});
    const auto everything = m_repository->everything();

    const auto commit = m_workspace->commit(u"less"_s, true, u"Remove a rule"_s);
    QVERIFY2(commit, commit ? "" : commit.error().code.c_str());
    QCOMPARE(m_repository->git({u"diff"_s, u"--name-status"_s, QString::fromUtf8(head)}),
             "M\tbase/kustomization.yaml\nD\tbase/shop/catalog-dr.yaml");
    QVERIFY(!QFileInfo::exists(m_repository->path(u"base/shop/catalog-dr.yaml"_s)));
    QCOMPARE(m_repository->git({u"status"_s, u"--porcelain"_s}), QByteArray());
    QCOMPARE(m_workspace->snapshot()->current.find("base/shop/catalog-dr.yaml"), nullptr);
    QVERIFY(m_workspace->snapshot()->current.errors.empty());

    const auto undone = m_workspace->undoCommit(*commit);
    QVERIFY2(undone, undone ? "" : undone.error().code.c_str());
    QCOMPARE(m_repository->read(u"base/shop/catalog-dr.yaml"_s), ruleText);
    QCOMPARE(m_repository->git({u"rev-parse"_s, u"HEAD"_s}), head);
    QCOMPARE(m_repository->everything().keys(), everything.keys());
}

void TestMeshEdit::savesARemoval()
{
    openBase("resources:\n- shop/catalog-dr.yaml\n- shop/reviews.yaml\n");
    MeshEdit edit;
    edit.removals.push_back(elementOf(*m_workspace, "DestinationRule", "catalog"));
    QVERIFY(m_workspace->apply(edit, u"Remove"_s));
    QVERIFY(m_workspace->save());
    QVERIFY(!QFileInfo::exists(m_repository->path(u"base/shop/catalog-dr.yaml"_s)));
    m_workspace->undoStack().undo();
    QVERIFY(!elementOf(*m_workspace, "DestinationRule", "catalog").isNull());
    QVERIFY(m_workspace->save());
    QCOMPARE(m_repository->read(u"base/shop/catalog-dr.yaml"_s), ruleText);
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
