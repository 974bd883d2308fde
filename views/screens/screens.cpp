// SPDX-License-Identifier: Apache-2.0
#include "views/screens/screens.h"

#include "models/changes/split.h"
#include "models/git/samplerepository.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/messagebar.h"
#include "views/editor/editorpage.h"
#include "views/editor/yamledit.h"
#include "views/findings/findingspanel.h"
#include "views/inspector/canarychart.h"
#include "views/reach/reachmodel.h"
#include "views/request/requestpage.h"
#include "views/screens/platformmesh.h"
#include "views/topology/graphcanvas.h"
#include "views/topology/topologypage.h"
#include "views/window/bottomdock.h"
#include "views/window/mainwindow.h"
#include "views/window/pagerail.h"
#include "views/window/workbench.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>
#include <QSettings>
#include <QTableView>
#include <QTextStream>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

/// A window as a user has it, on one workspace.
struct Screens::Session {
    workspace::Workspace workspace;
    MainWindow window;

    Session(Theme& theme, QSettings& settings)
        : window(theme, workspace, settings)
    {
    }
};

Screens::Screens(Theme& theme, QSettings& settings, QString directory, QString scratch)
    : Script(theme, std::move(directory))
    , m_settings(settings)
    , m_scratch(std::move(scratch))
{
}

int Screens::run(QSize size)
{
    m_size = size;
    using Step = void (Screens::*)(Session&);
    try {
        makeDirectory();
        // The start page comes last: it shows what was opened.
        for (const Step step : {&Screens::workbench, &Screens::editor, &Screens::request, &Screens::flows,
                                &Screens::reach, &Screens::overview, &Screens::start}) {
            theme().setScheme(Theme::Scheme::Light);
            Session session(theme(), m_settings);
            setWindow(session.window);
            session.window.resize(m_size);
            session.window.show();
            settle();
            (this->*step)(session);
        }
    } catch (const Failure& failure) {
        QTextStream(stderr) << tr("screens: %1").arg(failure.text) << Qt::endl;
        return 1;
    }
    return 0;
}

void Screens::shoot(const QString& name)
{
    Script::shoot(name, {Theme::Scheme::Light, Theme::Scheme::Dark, Theme::Scheme::HighContrast});
}

void Screens::waitForPicture(Session& session, const std::function<void()>& action)
{
    bool shown = false;
    const QMetaObject::Connection connection =
        connect(session.window.workbench().topology(), &TopologyPage::pictureShown, this, [&shown] { shown = true; });
    action();
    waitFor(
        [&] {
            return (shown && session.workspace.snapshot())
                || (session.window.message().isVisible() && !session.workspace.isOpening());
        },
        tr("the picture did not appear"));
    disconnect(connection);
    require(session.workspace.snapshot() != nullptr, session.window.message().text());
    waitFor([&] { return !session.window.workbench().topology()->isBusy(); }, tr("the picture did not appear"));
    settle();
}

void Screens::open(Session& session, const QString& repository)
{
    waitForPicture(session, [&] { session.window.openSample(repository); });
}

void Screens::select(Session& session, const QString& kind, const QString& ns, const QString& name)
{
    const mesh::MeshGraph& graph = *session.workspace.snapshot()->graph;
    for (const mesh::ResourcePtr& resource : graph.resources()) {
        mesh::ElementRef element = resource->element();
        if (element.key.kind == kind.toStdString() && element.key.ns == ns.toStdString()
            && element.key.name == name.toStdString()) {
            if (const auto* table = std::get_if<mesh::RouteTable>(&resource->body)) {
                for (const mesh::Route& route : table->routes) {
                    element = route.destinations.size() > 1 ? resource->element(route.node) : element;
                }
            }
            session.workspace.selection().select(element);
            settle();
            return;
        }
    }
    require(false, tr("%1 %2/%3 is not in the mesh").arg(kind, ns, name));
}

/// A split that is edited, and what that means: picture, designer, pending changes, difference, risk.
void Screens::workbench(Session& session)
{
    open(session, m_scratch + u"/acorn-shop"_s);
    select(session, u"VirtualService"_s, u"shop"_s, u"reviews"_s);
    waitForPicture(session, [&] { find<QAction>("showAround2")->trigger(); });
    auto* lock = find<QAbstractButton>("lockButton_1");
    click(lock, lock->rect().center());
    const mesh::ElementRef route = session.workspace.selection().current();
    waitForPicture(session, [&] {
        const Expected<void> done = session.workspace.setWeights(route, {80, 10, 10});
        require(done.has_value(), done ? QString() : workspace::errorText(done.error()));
    });
    find<QAbstractButton>("canaryPlan")->click();
    settle();
    shoot(u"workbench"_s);
}

/// A route that is being typed, with what can be written at the caret, and the findings that it causes.
void Screens::editor(Session& session)
{
    open(session, m_scratch + u"/acorn-shop"_s);
    select(session, u"VirtualService"_s, u"shop"_s, u"catalog"_s);
    find<QToolButton>("pageEditor")->click();
    EditorPage* page = session.window.workbench().editor();
    page->openFile("base/shop/reviews-vs.yaml");
    page->openFile("base/shop/catalog-dr.yaml");
    YamlEdit* edit = page->openFile("base/shop/catalog-vs.yaml");
    require(edit != nullptr, tr("the editor does not open the file"));
    edit->setFocus();
    QTextCursor cursor = edit->document()->find(u"subset: v2"_s);
    cursor.insertText(u"subset: v3"_s);
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(u"    - name: search\n      match:\n        - uri: { prefix: /search }\n      route:\n"
                      "        - destination:\n            host: "_s);
    edit->setTextCursor(cursor);
    session.workspace.flushTyping();
    session.window.workbench().showTab(Workbench::FindingsTab);
    settle();
    type(edit, u"cat"_s);
    session.workspace.flushTyping();
    settle();
    settle();
    shoot(u"editor"_s);
}

/// A request through the gateway: its verdict, the steps, the path and the line of YAML that decides.
void Screens::request(Session& session)
{
    open(session, m_scratch + u"/acorn-shop"_s);
    select(session, u"VirtualService"_s, u"shop"_s, u"reviews"_s);
    find<QAction>("whyNotAction")->trigger();
    auto* page = find<RequestPage>("requestPage");
    waitFor([&] { return page->answer().has_value(); }, tr("the request was not answered"));
    settle();
    shoot(u"request"_s);
}

/// How many of 100 requests that enter pass each line, and where they go at a step of a canary.
void Screens::flows(Session& session)
{
    open(session, m_scratch + u"/acorn-shop"_s);
    select(session, u"VirtualService"_s, u"shop"_s, u"reviews"_s);
    find<QAbstractButton>("canaryPlan")->click();
    find<CanaryChart>("canaryChart")->choosePart(2);
    waitForPicture(session, [&] { find<QAction>("showAround2")->trigger(); });
    TopologyPage* page = session.window.workbench().topology();
    waitForPicture(session, [&] { page->setLabels(topology::EdgeLabels::Flow); });
    waitFor([&] { return page->picture().flows && !page->isBusy(); }, tr("the flows did not appear"));
    session.window.workbench().bottomDock()->hide();
    page->canvas()->zoomToActualSize();
    page->reveal(session.workspace.selection().current());
    settle();
    shoot(u"flows"_s);
}

/// Who can reach whom, and why somebody cannot.
void Screens::reach(Session& session)
{
    open(session, m_scratch + u"/acorn-shop"_s);
    find<QAction>("reachAction")->trigger();
    auto* window = find<QWidget>("reachWindow");
    auto* table = find<QTableView>("reachTable", window);
    waitFor([&] { return table->model()->rowCount() > 0; }, tr("nobody reaches anybody"));
    type(find<QLineEdit>("reachTargets", window), u"shop.svc"_s);
    table->setFocus();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, 1);
        if (index.data(ReachModel::ReachRole).toInt() == static_cast<int>(traffic::Reach::None)) {
            table->setCurrentIndex(index);
            break;
        }
    }
    settle();
    shoot(u"reach"_s);
    window->close();
}

/// A mesh of 38 namespaces: closed groups, one of them open, what stands out is what was asked for.
void Screens::overview(Session& session)
{
    const QString repository = m_scratch + u"/acorn-platform"_s;
    const Expected<void> written = writePlatform(repository);
    require(written.has_value(), written ? QString() : workspace::errorText(written.error()));
    waitForPicture(session, [&] { session.window.openRepository(repository); });
    for (const auto& [ns, name] : {std::pair(u"storefront"_s, u"storefront"_s),
                                   {u"storefront"_s, u"storefront-1"_s},
                                   {u"reviews"_s, u"reviews"_s},
                                   {u"reviews"_s, u"reviews-1"_s},
                                   {u"payments"_s, u"payments"_s},
                                   {u"checkout"_s, u"checkout"_s}}) {
        select(session, u"VirtualService"_s, ns, name);
        const Expected<void> done = session.workspace.setWeights(session.workspace.selection().current(), {80, 20});
        require(done.has_value(), done ? QString() : workspace::errorText(done.error()));
    }
    waitForPicture(session, [&] { find<QAction>("showOverview")->trigger(); });
    session.window.workbench().bottomDock()->hide();
    const auto checkout = topology::namespaceElement(session.workspace.snapshot()->environment.name, "checkout");
    session.workspace.selection().select(checkout);
    GraphCanvas* canvas = session.window.workbench().topology()->canvas();
    canvas->setFocus();
    waitForPicture(session, [&] { press(canvas, Qt::Key_Return); });
    auto* field = find<QLineEdit>("findField");
    field->setFocus(Qt::ShortcutFocusReason);
    type(field, u"changed or finding"_s);
    settle();
    shoot(u"overview"_s);
}

void Screens::start(Session& /*session*/)
{
    settle();
    shoot(u"start"_s);
}

} // namespace meshdraft::views
