// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/newresource.h"
#include "tests/views/viewfixture.h"
#include "views/common/collapsiblesection.h"
#include "views/inspector/form/fieldrow.h"
#include "views/inspector/form/itemlist.h"
#include "views/inspector/form/nestedsection.h"
#include "views/inspector/form/resourceform.h"
#include "views/inspector/form/valueedit.h"
#include "views/inspector/inspectorpanel.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::views;

namespace {

const QByteArray ruleText = "# how to talk to reviews\n"
                            "apiVersion: networking.istio.io/v1\n"
                            "kind: DestinationRule\n"
                            "metadata:\n"
                            "  name: reviews\n"
                            "  namespace: shop\n"
                            "spec:\n"
                            "  host: reviews # the service\n"
                            "  trafficPolicy:\n"
                            "    outlierDetection: {consecutive5xxErrors: 5}\n"
                            "  subsets:\n"
                            "  - name: v1\n"
                            "    labels: {version: v1}\n"
                            "  - name: v2\n"
                            "    labels: {version: v2}\n";

QByteArray otherRule(const QByteArray& name)
{
    return "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: " + name
        + "\n  namespace: shop\nspec:\n  host: " + name + "\n";
}

} // namespace

class TestResourceForm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aFieldIsOneSmallEditAndOneUndoStep();
    void focusOutCommits();
    void escapeTakesBack();
    void whatDoesNotFitIsNotWritten();
    void emptyTakesTheFieldOut();
    void arrowKeysCount();
    void choicesOfAnEnum();
    void theWheelChangesNoValue();
    void absentObjectsAreMade();
    void objectsCanBeTakenOut();
    void listsOfTexts();
    void mapsOfTexts();
    void listsOfObjects();
    void oneOf();
    void anythingElseIsYaml();
    void severalResourcesChangeAtOnce();
    void everyKindOpens();
    void meshConfigOfAConfigMap();
    void routesHaveTheirSections();
    void whatIsSelectedElsewhereIsOpened();
    void helpOnRequest();
    void tabFollowsTheEye();
    void everyControlHasAName();
    void readOnlyAtARevision();

private:
    void select(const char* kind, const char* name, const char* field = "");
    QByteArray text(const char* path = "mesh/reviews.yaml") const;
    ResourceForm* form() const { return m_panel->form(); }
    template <typename T> T* editor(const char* path) const
    {
        auto* found = m_panel->findChild<T*>(u"editor_"_s + QLatin1StringView(path));
        Q_ASSERT(found != nullptr);
        return found;
    }
    template <typename T> T* within(const char* path, const char* name) const
    {
        auto* row = m_panel->findChild<QWidget*>(u"editor_"_s + QLatin1StringView(path));
        Q_ASSERT(row != nullptr);
        return row->findChild<T*>(QLatin1StringView(name));
    }
    void open(const char* section) const;
    void openNested(const char* path) const;
    static void type(QLineEdit* edit, const QString& text);
    QString errorOf(const char* path) const;

    std::unique_ptr<ViewFixture> m_fixture;
    std::unique_ptr<InspectorPanel> m_panel;
};

void TestResourceForm::init()
{
    m_fixture = std::make_unique<ViewFixture>();
    QVERIFY(m_fixture->openFiles({
        {u"mesh/reviews.yaml"_s, ruleText},
        {u"mesh/ratings.yaml"_s, otherRule("ratings")},
        {u"mesh/details.yaml"_s, otherRule("details")},
        {u"mesh/reviews-vs.yaml"_s, reviewsYaml()},
        {u"mesh/istio.yaml"_s,
         "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n"
         "  mesh: |-\n    # ours\n    trustDomain: cluster.local # first\n"},
        {u"mesh/filter.yaml"_s,
         "apiVersion: networking.istio.io/v1alpha3\nkind: EnvoyFilter\nmetadata: {name: lua, namespace: shop}\nspec:\n"
         "  configPatches:\n  - applyTo: HTTP_FILTER\n    patch:\n      operation: MERGE\n      value:\n"
         "        name: x # its name\n        typed: [1, 2]\n"},
    }));
    m_panel = std::make_unique<InspectorPanel>(m_fixture->theme, m_fixture->workspace);
    QObject::connect(&m_fixture->workspace, &workspace::Workspace::snapshotChanged, m_panel.get(),
                     &InspectorPanel::setSnapshot);
    m_panel->resize(318, 900);
    m_panel->setSnapshot(m_fixture->workspace.snapshot());
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->activateWindow();
    select("DestinationRule", "reviews");
}

void TestResourceForm::cleanup()
{
    m_panel.reset();
    QCOMPARE(ViewFixture::takeWarnings(), QStringList());
    m_fixture.reset();
}

void TestResourceForm::select(const char* kind, const char* name, const char* field)
{
    const auto& graph = *m_fixture->workspace.snapshot()->graph;
    for (const auto index : graph.ofKind(kind)) {
        if (graph.at(index).key.name == name) {
            mesh::ElementRef element = graph.at(index).element();
            element.field = mesh::FieldPath(field);
            m_fixture->workspace.selection().select(element);
            return;
        }
    }
    QFAIL("no such resource");
}

QByteArray TestResourceForm::text(const char* path) const
{
    return QByteArray::fromStdString(*m_fixture->workspace.snapshot()->current.find(path)->text->text);
}

void TestResourceForm::open(const char* section) const
{
    CollapsibleSection* found = form()->section(QLatin1StringView(section));
    QVERIFY(found != nullptr);
    found->setOpen(true);
}

void TestResourceForm::openNested(const char* path) const
{
    auto* found = m_panel->findChild<NestedSection*>(u"nested_"_s + QLatin1StringView(path));
    QVERIFY2(found != nullptr, path);
    found->setOpen(true);
}

void TestResourceForm::type(QLineEdit* edit, const QString& text)
{
    edit->setFocus();
    edit->selectAll();
    if (text.isEmpty()) {
        QTest::keyClick(edit, Qt::Key_Delete);
    } else {
        QTest::keyClicks(edit, text);
    }
    QTest::keyClick(edit, Qt::Key_Return);
}

QString TestResourceForm::errorOf(const char* path) const
{
    auto* row = m_panel->findChild<FieldRow*>(u"field_"_s + QLatin1StringView(path));
    Q_ASSERT(row != nullptr);
    auto* label = row->findChild<QLabel*>(u"fieldError"_s);
    return label->isHidden() ? QString() : label->text();
}

void TestResourceForm::aFieldIsOneSmallEditAndOneUndoStep()
{
    auto* host = editor<ValueEdit>("spec.host");
    QCOMPARE(host->text(), u"reviews"_s);
    type(host, u"ratings"_s);
    QCOMPARE(text(), QByteArray(ruleText).replace("host: reviews #", "host: ratings #"));
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
    QCOMPARE(m_fixture->workspace.undoStack().undoText(), u"Set host in reviews"_s);
    QVERIFY(host->hasFocus());
    m_fixture->workspace.undoStack().undo();
    QCOMPARE(text(), ruleText);
    QCOMPARE(host->text(), u"reviews"_s);
    m_fixture->workspace.undoStack().redo();
    QCOMPARE(host->text(), u"ratings"_s);
}

void TestResourceForm::focusOutCommits()
{
    auto* host = editor<ValueEdit>("spec.host");
    host->setFocus();
    host->selectAll();
    QTest::keyClicks(host, u"ratings"_s);
    QCOMPARE(m_fixture->workspace.undoStack().count(), 0);
    QTest::keyClick(host, Qt::Key_Tab);
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
    QVERIFY(!host->hasFocus());
    QVERIFY(m_panel->isAncestorOf(QApplication::focusWidget()));
}

void TestResourceForm::escapeTakesBack()
{
    auto* host = editor<ValueEdit>("spec.host");
    host->setFocus();
    QTest::keyClicks(host, u"x"_s);
    QTest::keyClick(host, Qt::Key_Escape);
    QCOMPARE(host->text(), u"reviews"_s);
    QTest::keyClick(host, Qt::Key_Return);
    QCOMPARE(m_fixture->workspace.undoStack().count(), 0);
}

void TestResourceForm::whatDoesNotFitIsNotWritten()
{
    open("trafficPolicy");
    openNested("spec.trafficPolicy.outlierDetection");
    auto* percent = editor<ValueEdit>("spec.trafficPolicy.outlierDetection.maxEjectionPercent");
    type(percent, u"101"_s);
    QCOMPARE(text(), ruleText);
    QVERIFY(errorOf("spec.trafficPolicy.outlierDetection.maxEjectionPercent").contains(u"100"_s));
    QCOMPARE(percent->text(), u"101"_s);
    type(percent, u"50"_s);
    QCOMPARE(errorOf("spec.trafficPolicy.outlierDetection.maxEjectionPercent"), QString());
    QCOMPARE(
        text(),
        QByteArray(ruleText).replace("{consecutive5xxErrors: 5}", "{consecutive5xxErrors: 5, maxEjectionPercent: 50}"));
    auto* interval = editor<ValueEdit>("spec.trafficPolicy.outlierDetection.interval");
    QCOMPARE(interval->placeholderText(), u"10s"_s);
    type(interval, u"soon"_s);
    QVERIFY(!errorOf("spec.trafficPolicy.outlierDetection.interval").isEmpty());
    QTest::keyClick(interval, Qt::Key_Escape);
    QCOMPARE(errorOf("spec.trafficPolicy.outlierDetection.interval"), QString());
}

void TestResourceForm::emptyTakesTheFieldOut()
{
    open("trafficPolicy");
    openNested("spec.trafficPolicy.outlierDetection");
    type(editor<ValueEdit>("spec.trafficPolicy.outlierDetection.interval"), u"5s"_s);
    type(editor<ValueEdit>("spec.trafficPolicy.outlierDetection.interval"), QString());
    QCOMPARE(text(), ruleText);
    type(editor<ValueEdit>("spec.host"), QString());
    QVERIFY(!text().contains("host: reviews"));
    QVERIFY(!errorOf("spec.host").isEmpty());
}

void TestResourceForm::arrowKeysCount()
{
    open("trafficPolicy");
    openNested("spec.trafficPolicy.outlierDetection");
    auto* errors = editor<ValueEdit>("spec.trafficPolicy.outlierDetection.consecutive5xxErrors");
    errors->setFocus();
    QTest::keyClick(errors, Qt::Key_Up);
    QTest::keyClick(errors, Qt::Key_Up);
    QCOMPARE(errors->text(), u"7"_s);
    QCOMPARE(m_fixture->workspace.undoStack().count(), 0);
    QTest::keyClick(errors, Qt::Key_Return);
    QCOMPARE(text(), QByteArray(ruleText).replace("Errors: 5", "Errors: 7"));
}

void TestResourceForm::choicesOfAnEnum()
{
    open("trafficPolicy");
    openNested("spec.trafficPolicy.tls");
    auto* mode = editor<QComboBox>("spec.trafficPolicy.tls.mode");
    QCOMPARE(mode->currentIndex(), 0);
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_Down);
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
    const QByteArray written = "    tls:\n      mode: " + mode->currentText().toUtf8() + "\n";
    QVERIFY(text().contains(written));
    QTest::keyClick(mode, Qt::Key_Up);
    QCOMPARE(text(), ruleText);
}

void TestResourceForm::theWheelChangesNoValue()
{
    open("trafficPolicy");
    openNested("spec.trafficPolicy.tls");
    openNested("spec.trafficPolicy.loadBalancer");
    auto* choice = m_panel->findChild<QWidget*>(u"choice_simple"_s)->findChild<QComboBox*>();
    for (QComboBox* combo : {editor<QComboBox>("spec.trafficPolicy.tls.mode"), choice}) {
        combo->setFocus();
        const QPointF middle = combo->rect().center();
        QWheelEvent wheel(middle, combo->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(combo, &wheel);
        QCOMPARE(combo->currentIndex(), 0);
    }
    QCOMPARE(text(), ruleText);
}

void TestResourceForm::absentObjectsAreMade()
{
    open("trafficPolicy");
    openNested("spec.trafficPolicy.connectionPool");
    openNested("spec.trafficPolicy.connectionPool.http");
    type(editor<ValueEdit>("spec.trafficPolicy.connectionPool.http.maxRetries"), u"3"_s);
    QVERIFY2(text().contains("    connectionPool:\n      http:\n        maxRetries: 3\n"), text().constData());
    type(editor<ValueEdit>("spec.trafficPolicy.connectionPool.http.maxRetries"), QString());
    QCOMPARE(text(), ruleText);
}

void TestResourceForm::objectsCanBeTakenOut()
{
    open("trafficPolicy");
    auto* nested = m_panel->findChild<NestedSection*>(u"nested_spec.trafficPolicy.outlierDetection"_s);
    auto* button = nested->findChild<QToolButton*>(Qt::FindDirectChildrenOnly);
    QVERIFY(button != nullptr && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(text(),
             QByteArray(ruleText)
                 .replace("    outlierDetection: {consecutive5xxErrors: 5}\n", "")
                 .replace("trafficPolicy:\n", "trafficPolicy: {}\n"));
    QVERIFY(!button->isVisible());
}

void TestResourceForm::listsOfTexts()
{
    auto* add = within<ValueEdit>("spec.exportTo", "addItem");
    add->setFocus();
    QTest::keyClicks(add, u"."_s);
    QTest::keyClick(add, Qt::Key_Return);
    QTest::keyClicks(add, u"edge"_s);
    QTest::keyClick(add, Qt::Key_Return);
    QVERIFY2(text().contains("  exportTo:\n  - .\n  - edge\n"), text().constData());
    QVERIFY(add->hasFocus());
    auto* second = within<ValueEdit>("spec.exportTo", "item_1");
    QTest::keyClick(second, Qt::Key_Up, Qt::AltModifier);
    QVERIFY(text().contains("  exportTo:\n  - edge\n  - .\n"));
    type(within<ValueEdit>("spec.exportTo", "item_0"), u"orders"_s);
    QVERIFY(text().contains("  exportTo:\n  - orders\n  - .\n"));
    type(within<ValueEdit>("spec.exportTo", "item_0"), QString());
    QVERIFY(text().contains("  exportTo:\n  - .\n"));
    auto* last = within<ValueEdit>("spec.exportTo", "item_0")->parentWidget()->findChild<QToolButton*>();
    QTest::mouseClick(last, Qt::LeftButton);
    QCOMPARE(text(), ruleText);
}

void TestResourceForm::mapsOfTexts()
{
    open("subsets");
    openNested("spec.subsets[0]");
    const char* labels = "spec.subsets[0].labels";
    auto* key = within<ValueEdit>(labels, "newKey");
    auto* value = within<ValueEdit>(labels, "newValue");
    key->setFocus();
    QTest::keyClicks(key, u"tier"_s);
    QTest::keyClick(key, Qt::Key_Return);
    QVERIFY(value->hasFocus());
    QTest::keyClicks(value, u"true"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QVERIFY2(text().contains("labels: {version: v1, tier: \"true\"}"), text().constData());
    QVERIFY(key->hasFocus() && key->text().isEmpty());
    type(within<ValueEdit>(labels, "key_1"), u"level"_s);
    QVERIFY(text().contains("labels: {version: v1, level: \"true\"}"));
    type(within<ValueEdit>(labels, "key_1"), u"version"_s);
    QVERIFY(!errorOf(labels).isEmpty());
    QTest::keyClick(within<ValueEdit>(labels, "key_1"), Qt::Key_Escape);
    type(within<ValueEdit>(labels, "key_1"), QString());
    QCOMPARE(text(), ruleText);
}

void TestResourceForm::listsOfObjects()
{
    open("subsets");
    auto* list = m_panel->findChild<ItemList*>();
    QCOMPARE(list->size(), 2U);
    QCOMPARE(list->item(1)->header()->text(), u"v2"_s);
    QTest::mouseClick(list->findChild<QPushButton*>(u"addItem"_s), Qt::LeftButton);
    QCOMPARE(list->size(), 3U);
    QVERIFY(list->item(2)->isOpen());
    QVERIFY(text().contains("  - name: \"\"\n"));
    type(editor<ValueEdit>("spec.subsets[2].name"), u"v3"_s);
    QVERIFY2(text().endsWith("  - name: v2\n    labels: {version: v2}\n  - name: \"v3\"\n"), text().constData());
    QCOMPARE(list->item(2)->header()->text(), u"v3"_s);

    const auto run = [&](std::size_t item, const QString& action) {
        auto* menu = list->item(item)->findChild<QMenu*>(Qt::FindDirectChildrenOnly);
        Q_EMIT menu->aboutToShow();
        for (QAction* each : menu->actions()) {
            if (each->text() == action) {
                each->trigger();
                return;
            }
        }
        QFAIL("no such action");
    };
    run(2, u"Move up"_s);
    QCOMPARE(list->item(1)->header()->text(), u"v3"_s);
    QVERIFY(list->item(1)->isOpen() && !list->item(2)->isOpen());
    run(0, u"Remove"_s);
    QCOMPARE(list->size(), 2U);
    QCOMPARE(list->item(0)->header()->text(), u"v3"_s);
    QVERIFY(list->item(0)->isOpen());
    QCOMPARE(editor<ValueEdit>("spec.subsets[0].name")->text(), u"v3"_s);
    run(1, u"Duplicate"_s);
    QCOMPARE(list->size(), 3U);
    while (m_fixture->workspace.undoStack().canUndo()) {
        m_fixture->workspace.undoStack().undo();
    }
    QCOMPARE(text(), ruleText);
    QCOMPARE(list->size(), 2U);
}

void TestResourceForm::oneOf()
{
    open("trafficPolicy");
    openNested("spec.trafficPolicy.loadBalancer");
    auto* row = m_panel->findChild<QWidget*>(u"choice_simple"_s);
    QVERIFY(row != nullptr);
    auto* combo = row->findChild<QComboBox*>();
    QCOMPARE(combo->currentIndex(), 0);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QVERIFY2(text().contains("    loadBalancer:\n      simple: LEAST_REQUEST\n"), text().constData());
    QVERIFY(editor<QComboBox>("spec.trafficPolicy.loadBalancer.simple")->isVisible());
    QTest::keyClick(combo, Qt::Key_Down);
    QVERIFY(text().contains("    loadBalancer:\n      consistentHash: {}\n"));
    QCOMPARE(m_fixture->workspace.undoStack().count(), 2);
    QTest::keyClick(combo, Qt::Key_Up);
    QTest::keyClick(combo, Qt::Key_Up);
    QCOMPARE(text(), ruleText);
}

void TestResourceForm::anythingElseIsYaml()
{
    select("EnvoyFilter", "lua");
    open("configPatches");
    openNested("spec.configPatches[0]");
    openNested("spec.configPatches[0].patch");
    auto* yaml = editor<QPlainTextEdit>("spec.configPatches[0].patch.value");
    QCOMPARE(yaml->toPlainText(), u"name: x # its name\ntyped: [1, 2]"_s);
    yaml->setFocus();
    yaml->selectAll();
    QTest::keyClicks(yaml, u"{name: x, typed: [1, 3]}"_s);
    QTest::keyClick(yaml, Qt::Key_Tab);
    QVERIFY2(text("mesh/filter.yaml").endsWith("        name: x # its name\n        typed: [1, 3]\n"),
             text("mesh/filter.yaml").constData());
    yaml->setFocus();
    yaml->selectAll();
    QTest::keyClicks(yaml, u"{name"_s);
    QTest::keyClick(yaml, Qt::Key_Tab);
    QVERIFY(!errorOf("spec.configPatches[0].patch.value").isEmpty());
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
}

void TestResourceForm::severalResourcesChangeAtOnce()
{
    const auto& graph = *m_fixture->workspace.snapshot()->graph;
    std::vector<mesh::ElementRef> elements;
    for (const auto index : graph.ofKind("DestinationRule")) {
        elements.push_back(graph.at(index).element());
    }
    QCOMPARE(elements.size(), 3U);
    m_fixture->workspace.selection().selectSeveral(elements);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(m_panel->findChild<QLabel*>(u"inspectorName"_s)->text().contains(u"3 resources"_s));
    QCOMPARE(editor<ValueEdit>("spec.host")->placeholderText(), u"(several values)"_s);
    auto* leftOut = m_panel->findChild<QLabel*>(u"leftOut"_s);
    QVERIFY(!leftOut->isHidden());
    QVERIFY2(leftOut->text().contains(u"subsets"_s), qPrintable(leftOut->text()));
    QVERIFY(form()->section(u"subsets"_s) == nullptr);
    open("trafficPolicy");
    openNested("spec.trafficPolicy.tls");
    auto* mode = editor<QComboBox>("spec.trafficPolicy.tls.mode");
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_Down);
    const QByteArray written = "mode: " + mode->currentText().toUtf8();
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
    for (const char* path : {"mesh/reviews.yaml", "mesh/ratings.yaml", "mesh/details.yaml"}) {
        QVERIFY2(text(path).contains(written), path);
    }
    QCOMPARE(m_fixture->workspace.selection().several().size(), 3U);
    m_fixture->workspace.undoStack().undo();
    QCOMPARE(text(), ruleText);
    QVERIFY(!m_fixture->workspace.hasPendingChanges());
}

void TestResourceForm::everyKindOpens()
{
    auto& workspace = m_fixture->workspace;
    for (const mesh::KindSchema* kind : workspace::creatableKinds()) {
        const workspace::ResourceDraft draft{.group = kind->group,
                                             .kind = kind->kind,
                                             .name = "fresh",
                                             .ns = kind->isNamespaced ? "shop" : "",
                                             .path = "mesh/fresh.yaml"};
        const auto planned = workspace::planNewResource(*workspace.snapshot(), draft);
        QVERIFY2(planned, kind->kind.c_str());
        QVERIFY2(workspace.apply(*planned, u"New"_s), kind->kind.c_str());
        const auto& graph = *workspace.snapshot()->graph;
        const auto found = graph.find(workspace::keyOf(*workspace.snapshot(), draft));
        QVERIFY2(!found.empty(), kind->kind.c_str());
        workspace.selection().select(graph.at(found.front()).element());
        QVERIFY2(!form()->isEmpty(), kind->kind.c_str());
        const QByteArray before = text("mesh/fresh.yaml");
        for (auto* section : form()->findChildren<CollapsibleSection*>()) {
            section->setOpen(true);
        }
        QCOMPARE(text("mesh/fresh.yaml"), before); // looking changes nothing
        workspace.undoStack().undo();
    }
}

void TestResourceForm::meshConfigOfAConfigMap()
{
    const QByteArray map = text("mesh/istio.yaml");
    select("ConfigMap", "istio");
    QVERIFY(!form()->isEmpty());
    type(editor<ValueEdit>("trustDomain"), u"td"_s);
    QCOMPARE(text("mesh/istio.yaml"), QByteArray(map).replace("cluster.local", "td"));
    QCOMPARE(m_fixture->workspace.undoStack().count(), 1);
    m_fixture->workspace.undoStack().undo();
    QCOMPARE(text("mesh/istio.yaml"), map);
}

void TestResourceForm::routesHaveTheirSections()
{
    select("VirtualService", "reviews", "spec.http[1]");
    QCOMPARE(form()->section(u"match"_s)->header()->summary(), u"any request"_s);
    QVERIFY(form()->section(u"timing"_s)->header()->summary().contains(u"3"_s));
    open("timing");
    QVERIFY(m_panel->findChild<QWidget*>(u"nested_spec.http[1].retries"_s) != nullptr);
    QVERIFY(m_panel->findChild<QWidget*>(u"nested_spec.http[1].route"_s) == nullptr);
    type(editor<ValueEdit>("spec.http[1].timeout"), u"4s"_s);
    QVERIFY(text("mesh/reviews-vs.yaml").contains("timeout: 4s\n"));
    // the same section shows the other route when that is selected
    select("VirtualService", "reviews", "spec.http[0]");
    QVERIFY(form()->section(u"timing"_s)->isOpen());
    QCOMPARE(editor<ValueEdit>("spec.http[0].timeout")->text(), QString());
    type(editor<ValueEdit>("spec.http[0].timeout"), u"1s"_s);
    QCOMPARE(text("mesh/reviews-vs.yaml").count("timeout:"), 2);
}

void TestResourceForm::whatIsSelectedElsewhereIsOpened()
{
    select("DestinationRule", "reviews", "spec.subsets[1]");
    QVERIFY(form()->section(u"subsets"_s)->isOpen());
    auto* list = m_panel->findChild<ItemList*>();
    QVERIFY(list->item(1)->isOpen() && !list->item(0)->isOpen());
    QVERIFY(editor<ValueEdit>("spec.subsets[1].name")->isVisible());
    QVERIFY(form()->reveal(mesh::FieldPath("spec.trafficPolicy.outlierDetection.interval"), true) != nullptr);
    QVERIFY(editor<ValueEdit>("spec.trafficPolicy.outlierDetection.interval")->hasFocus());
    QVERIFY(form()->reveal(mesh::FieldPath("spec.nothing")) == nullptr);
}

void TestResourceForm::helpOnRequest()
{
    auto* host = editor<ValueEdit>("spec.host");
    auto* row = m_panel->findChild<FieldRow*>(u"field_spec.host"_s);
    auto* help = row->findChild<QLabel*>(u"fieldExplanation"_s);
    QVERIFY(help->isHidden());
    host->setFocus();
    QTest::keyClick(host, Qt::Key_F1);
    QVERIFY(help->isVisible());
    QVERIFY(help->text().contains(u"Required"_s));
    QTest::mouseClick(row->findChild<QToolButton*>(u"fieldHelp"_s), Qt::LeftButton);
    QVERIFY(help->isHidden());
}

void TestResourceForm::tabFollowsTheEye()
{
    open("trafficPolicy");
    openNested("spec.trafficPolicy.outlierDetection");
    open("subsets");
    QCoreApplication::processEvents();
    auto* host = editor<ValueEdit>("spec.host");
    host->setFocus();
    int last = host->mapTo(m_panel.get(), QPoint(0, host->height() / 2)).y();
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        const int y = now->mapTo(form(), QPoint(0, now->height() / 2)).y();
        QVERIFY2(i == 0 || y >= last - 3, qPrintable(now->objectName() + now->accessibleName()));
        last = y;
    }
}

void TestResourceForm::everyControlHasAName()
{
    for (const char* section : {"trafficPolicy", "subsets", "metadata"}) {
        open(section);
    }
    openNested("spec.subsets[0]");
    openNested("spec.trafficPolicy.outlierDetection");
    openNested("spec.trafficPolicy.loadBalancer");
    QCoreApplication::processEvents();
    int controls = 0;
    for (QWidget* widget : form()->findChildren<QWidget*>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isVisible()) {
            continue;
        }
        ++controls;
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(face != nullptr);
        QVERIFY2(!face->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(face->role() != QAccessible::Client, qPrintable(widget->objectName()));
    }
    QVERIFY(controls > 20);
}

void TestResourceForm::readOnlyAtARevision()
{
    QSignalSpy changed(&m_fixture->workspace, &workspace::Workspace::snapshotChanged);
    m_fixture->workspace.open(m_fixture->directory(), u"HEAD"_s);
    QVERIFY(
        QTest::qWaitFor([&] { return !changed.isEmpty() && m_fixture->workspace.snapshot()->isReadOnly(); }, 20000));
    select("DestinationRule", "reviews");
    QVERIFY(editor<ValueEdit>("spec.host")->isReadOnly());
    open("subsets");
    QVERIFY(!m_panel->findChild<ItemList*>()->findChild<QPushButton*>(u"addItem"_s)->isVisible());
}

int main(int argc, char** argv)
{
    return runViewTest<TestResourceForm>(argc, argv);
}
#include "tst_resourceform.moc"
