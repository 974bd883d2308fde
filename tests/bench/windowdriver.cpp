// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/windowdriver.h"

#include "models/workspace/requestaim.h"
#include "views/commit/commitdialog.h"
#include "views/editor/editorpage.h"
#include "views/editor/yamledit.h"
#include "views/inspector/weightslider.h"
#include "views/request/requestpage.h"
#include "views/topology/graphcanvas.h"
#include "views/topology/topologypage.h"
#include "views/window/gotofield.h"
#include "views/window/mainwindow.h"
#include "views/window/workbench.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTextStream>
#include <QThread>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace meshdraft::bench {

namespace {

constexpr double frameMs = 1000.0 / 60;
constexpr int patience = 180'000;

void sendMouse(QWidget* widget, QEvent::Type type, QPointF at, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, at, widget->mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}

void press(QWidget* widget, int key, const QString& text = {}, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QCoreApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
    QCoreApplication::sendEvent(widget, &up);
}

QString percentiles(std::vector<double> times)
{
    std::ranges::sort(times);
    const auto at = [&](double part) {
        return times[std::min(times.size() - 1, static_cast<std::size_t>(part * static_cast<double>(times.size())))];
    };
    return QString::asprintf("%6.1f %6.1f %6.1f", at(0.5), at(0.95), times.back());
}

/// Lets what is due happen. Waiting for events with a limit would turn in a circle all the while.
void poll()
{
    QCoreApplication::processEvents();
    QThread::usleep(300);
}

} // namespace

WindowDriver::WindowDriver(views::Theme& theme, QSettings& settings, bool withStacks)
    : m_window(std::make_unique<views::MainWindow>(theme, m_workspace, settings))
    , m_canvas(m_window->workbench().topology()->canvas())
    , m_watch(withStacks)
    , m_withStacks(withStacks)
{
    m_window->resize(1920, 1080);
    m_window->show();
    QTextStream(stdout) << "                                                          without an answer: ms\n"
                        << "what                                                         own    cpu   wall\n";
    pass(500);
}

WindowDriver::~WindowDriver() = default;

template <typename Widget> Widget* WindowDriver::find(const QString& name) const
{
    auto* widget = m_window->findChild<Widget*>(name);
    if (widget == nullptr)
        qFatal("the window has no %s", qPrintable(name));
    return widget;
}

void WindowDriver::trigger(const char* action) const
{
    find<QAction>(QLatin1StringView(action))->trigger();
}

void WindowDriver::pass(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds)
        poll();
}

bool WindowDriver::waitFor(const std::function<bool()>& condition)
{
    QElapsedTimer clock;
    clock.start();
    while (!condition() && clock.elapsed() < patience)
        pass(10);
    return condition();
}

/// Until nothing has happened for a while.
void WindowDriver::rest()
{
    double before = m_watch.now().cpu;
    for (int quiet = 0; quiet < 4;) {
        pass(150);
        const double cpu = m_watch.now().cpu;
        const bool isQuiet =
            cpu - before < 15 && !m_workspace.isOpening() && !m_window->workbench().topology()->isBusy();
        quiet = isQuiet ? quiet + 1 : 0;
        before = m_watch.now().cpu;
    }
}

void WindowDriver::print(const QString& what) const
{
    const ThreadTime worst = m_watch.worst();
    QTextStream out(stdout);
    out << what.leftJustified(58) << QString::asprintf("%6.0f %6.0f %6.0f", worst.own(), worst.cpu, worst.wall) << '\n';
    for (const auto& stall : m_watch.stalls()) {
        out << QString::asprintf("    stall: %.0f ms, of which running %.0f\n", stall.time.own(), stall.time.cpu);
        for (const QString& line : EventWatch::functionsIn(stall, 14))
            out << "        " << line << '\n';
    }
}

void WindowDriver::step(const QString& what, const std::function<void()>& work)
{
    m_watch.setDuring(what);
    work();
    rest();
    print(what);
    m_watch.setDuring({});
}

void WindowDriver::framesOf(const QString& what, int count, const std::function<void(int)>& work)
{
    std::vector<double> cpu;
    std::vector<double> shown;
    m_watch.setDuring(what);
    for (int frame = 0; frame < count; ++frame) {
        const ThreadTime start = m_watch.now();
        work(frame);
        QCoreApplication::processEvents();
        const ThreadTime painted = m_watch.now();
        shown.push_back(painted.own() - start.own());
        // Whatever else falls due within the frame takes time of it, too.
        while (m_watch.now().wall - start.wall < frameMs)
            poll();
        cpu.push_back(m_watch.now().cpu - start.cpu);
    }
    print(what);
    QTextStream(stdout) << "    frames, p50 p95 worst: event to screen" << percentiles(shown) << "   cpu of a frame"
                        << percentiles(cpu) << '\n';
    m_watch.setDuring({});
    rest();
}

void WindowDriver::open(const QString& repository)
{
    bool isShown = false;
    const auto connection = QObject::connect(m_window->workbench().topology(), &views::TopologyPage::pictureShown,
                                             m_window.get(), [&] { isShown = true; });
    step(u"open a repository"_s, [&] {
        QElapsedTimer clock;
        clock.start();
        m_window->openRepository(repository);
        if (!waitFor([&] { return isShown; }))
            qFatal("no picture of %s", qPrintable(repository));
        QTextStream(stdout) << QString::asprintf("    first picture after %.2f s, ",
                                                 static_cast<double>(clock.elapsed()) / 1e3)
                            << m_workspace.snapshot()->graph->resources().size() << " resources\n";
    });
    QObject::disconnect(connection);
}

void WindowDriver::framesOfPicture(const QString& name)
{
    QWidget* viewport = m_canvas->viewport();
    const auto drag = [&](double zoom, const QString& what) {
        m_canvas->setZoom(zoom, viewport->rect().center());
        m_canvas->centerOn(m_canvas->scene()->bounds().center());
        rest();
        const QPointF start(viewport->rect().center());
        sendMouse(viewport, QEvent::MouseButtonPress, {3, 3}, Qt::LeftButton);
        framesOf(what, 120, [&](int frame) {
            const double angle = frame * 0.1;
            sendMouse(viewport, QEvent::MouseMove, QPointF(3, 3) + QPointF(300 * std::sin(angle), 6.0 * frame),
                      Qt::LeftButton);
        });
        sendMouse(viewport, QEvent::MouseButtonRelease, start, Qt::NoButton);
    };
    m_canvas->fit();
    rest();
    const double fit = m_canvas->zoom();
    for (const double zoom : {fit, 0.35, 0.6, 1.0}) {
        if (zoom >= fit)
            drag(zoom, u"pan %1 at %2 %"_s.arg(name).arg(qRound(zoom * 100)));
    }
    m_canvas->fit();
    rest();
    framesOf(u"zoom %1"_s.arg(name), 120, [&](int frame) {
        const QPointF at(viewport->rect().center());
        const int way = frame % 40 < 20 ? 120 : -120;
        QWheelEvent wheel(at, viewport->mapToGlobal(at), {}, {0, way}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(viewport, &wheel);
    });
    m_canvas->setZoom(0.6, viewport->rect().center());
    framesOf(u"hover over %1"_s.arg(name), 120, [&](int frame) {
        sendMouse(viewport, QEvent::MouseMove, QPointF(40 + (frame * 9), 60 + (frame * 5)), Qt::NoButton);
    });
}

mesh::ElementRef WindowDriver::splitRoute() const
{
    for (const mesh::ResourcePtr& resource : m_workspace.snapshot()->graph->resources()) {
        const auto* table = std::get_if<mesh::RouteTable>(&resource->body);
        for (const mesh::Route& route : table != nullptr ? table->routes : std::vector<mesh::Route>()) {
            if (route.destinations.size() > 1 && resource->source.path != "joined/large.yaml")
                return resource->element(route.node);
        }
    }
    return {};
}

void WindowDriver::dragSlider()
{
    step(u"select a route"_s, [&] {
        const mesh::ElementRef route = splitRoute();
        m_workspace.selection().select(route);
        m_window->workbench().topology()->reveal(route);
    });
    auto* slider = find<views::WeightSlider>(u"weightSlider_1"_s);
    sendMouse(slider, QEvent::MouseButtonPress, slider->positionOf(slider->value()), Qt::LeftButton);
    framesOf(u"drag a slider"_s, 120, [&](int frame) {
        const int value = 10 + qRound(40 * (1 - std::cos(frame * 0.1)));
        sendMouse(slider, QEvent::MouseMove, slider->positionOf(value), Qt::LeftButton);
    });
    step(u"leave the slider"_s,
         [&] { sendMouse(slider, QEvent::MouseButtonRelease, slider->positionOf(30), Qt::NoButton); });
    step(u"undo"_s, [&] { trigger("undoAction"); });
    step(u"redo"_s, [&] { trigger("redoAction"); });
    step(u"undo again"_s, [&] { trigger("undoAction"); });
}

void WindowDriver::frames()
{
    framesOfPicture(u"the overview"_s);
    dragSlider();
    step(u"show every node"_s, [&] { trigger("showEverything"); });
    QTextStream(stdout) << "    " << m_canvas->scene()->nodes().size() << " nodes, "
                        << m_canvas->scene()->edges().size() << " edges\n";
    framesOfPicture(u"every node"_s);
    dragSlider();
    step(u"show the overview"_s, [&] { trigger("showOverview"); });
}

void WindowDriver::requests()
{
    step(u"show every node for requests"_s, [&] { trigger("showEverything"); });
    auto* page = find<views::RequestPage>(u"requestPage"_s);
    step(u"the page of requests"_s, [&] { trigger("explainPageAction"); });
    std::vector<traffic::Request> requests;
    const mesh::MeshGraph& graph = *m_workspace.snapshot()->graph;
    for (const mesh::ResourcePtr& resource : graph.resources()) {
        if (requests.size() == 60)
            break;
        if (!std::holds_alternative<mesh::RouteTable>(resource->body))
            continue;
        if (const auto request =
                workspace::requestTo(graph, resource->element(),
                                     traffic::Origin{.kind = traffic::Origin::Kind::Namespace, .ns = resource->key.ns}))
            requests.push_back(*request);
    }
    if (requests.empty())
        qFatal("the mesh takes no requests");
    page->explain(requests.front());
    rest();
    QTextStream(stdout) << "    " << page->path().stops.size() << " stops of " << requests.size() << " requests\n";
    framesOf(u"light one request after the other"_s, 240, [&](int frame) {
        if (frame % 4 == 0)
            page->explain(requests[static_cast<std::size_t>(frame / 4) % requests.size()]);
    });
    auto* canvas = find<views::GraphCanvas>(u"requestCanvas"_s);
    QWidget* viewport = canvas->viewport();
    for (const double zoom : {0.05, 0.6}) {
        canvas->setZoom(zoom, viewport->rect().center());
        rest();
        sendMouse(viewport, QEvent::MouseButtonPress, {3, 3}, Qt::LeftButton);
        framesOf(u"pan the lit picture at %1 %"_s.arg(qRound(zoom * 100)), 120, [&](int frame) {
            const double angle = frame * 0.1;
            sendMouse(viewport, QEvent::MouseMove, QPointF(3, 3) + QPointF(200 * std::sin(angle), 3.0 * frame),
                      Qt::LeftButton);
        });
        sendMouse(viewport, QEvent::MouseButtonRelease, {3, 3}, Qt::NoButton);
    }
    step(u"an edit with a request lit"_s, [&] {
        if (!m_workspace.setWeights(splitRoute(), {35, 65}))
            qFatal("the split cannot be changed");
    });
    step(u"undo it"_s, [&] { trigger("undoAction"); });
    trigger("topologyPageAction");
    step(u"show the overview"_s, [&] { trigger("showOverview"); });
}

void WindowDriver::pages()
{
    for (const char* action : {"startPageAction", "topologyPageAction", "editorPageAction", "topologyPageAction",
                               "findingsPanelAction", "listPanelAction", "pendingPanelAction", "meshDockAction",
                               "meshDockAction", "darkThemeAction", "lightThemeAction", "fitAction"})
        step(QLatin1StringView(action), [&] { trigger(action); });
    trigger("listPanelAction");
    rest();
    step(u"show every node, list open"_s, [&] { trigger("showEverything"); });
    step(u"select with every node, list open"_s, [&] { m_workspace.selection().select(splitRoute()); });
    step(u"show the overview, list open"_s, [&] { trigger("showOverview"); });
    trigger("pendingPanelAction");
    auto* field = find<views::GoToField>(u"goToField"_s);
    step(u"go to: first letter"_s, [&] {
        field->start();
        press(field, Qt::Key_S, u"s"_s);
    });
    step(u"go to: second letter"_s, [&] { press(field, Qt::Key_E, u"e"_s); });
    press(field, Qt::Key_Escape);
    auto* find = m_window->workbench().topology()->findField();
    step(u"find in the picture"_s, [&] {
        find->setFocus();
        for (const QChar c : u"service-1"_s)
            press(find, c.toUpper().unicode(), QString(c));
    });
    step(u"find nothing again"_s, [&] { find->clear(); });
}

void WindowDriver::editor(const std::string& path)
{
    views::EditorPage* page = m_window->workbench().editor();
    trigger("editorPageAction");
    rest();
    step(u"open a file of 1 MB"_s, [&] { page->openFile(path); });
    views::YamlEdit* edit = page->current();
    step(u"go to its middle"_s, [&] {
        const auto at =
            static_cast<std::uint32_t>(edit->buffer().bytes().find("weight: 90", edit->buffer().bytes().size() / 2));
        edit->goTo({at + 8, at + 8});
        edit->setFocus();
    });
    const auto type = [&](const QString& text) {
        for (const QChar c : text) {
            press(edit, c.isLetter() ? c.toUpper().unicode() : 0, QString(c));
            pass(120);
        }
    };
    step(u"type digits into it"_s, [&] {
        type(u"1"_s);
        press(edit, Qt::Key_Backspace);
        type(u"2"_s);
        press(edit, Qt::Key_Backspace);
        type(u"3"_s);
    });
    step(u"type a line into it"_s, [&] {
        press(edit, Qt::Key_End);
        press(edit, Qt::Key_Return, u"\r"_s);
        type(u"# a note"_s);
    });
    step(u"type a broken line into it"_s, [&] {
        press(edit, Qt::Key_Return, u"\r"_s);
        type(u"a: [b"_s);
    });
    step(u"complete"_s, [&] { trigger("completeAction"); });
    press(edit, Qt::Key_Escape);
    for (int i = 0; i < 4; ++i)
        step(u"undo in it"_s, [&] { trigger("undoAction"); });
    step(u"redo in it"_s, [&] { trigger("redoAction"); });
    step(u"find in it"_s, [&] {
        trigger("findAction");
        QWidget* field = m_window->focusWidget(); // also where no window manager makes a window the active one
        for (const QChar c : u"weight"_s)
            press(field, c.toUpper().unicode(), QString(c));
    });
    press(m_window->focusWidget(), Qt::Key_Escape);
    step(u"to the picture and back"_s, [&] {
        trigger("topologyPageAction");
        pass(100);
        trigger("editorPageAction");
    });
}

void WindowDriver::commitDialog()
{
    if (!m_workspace.hasPendingChanges()) {
        m_workspace.selection().select(splitRoute());
        (void)m_workspace.setWeights(splitRoute(), {42, 58});
        rest();
    }
    step(u"open the commit dialog"_s, [&] { trigger("commitAction"); });
    step(u"close the commit dialog"_s, [&] {
        if (auto* dialog = m_window->findChild<views::CommitDialog*>())
            dialog->reject();
    });
    step(u"save the files"_s, [&] { trigger("saveAction"); });
}

void WindowDriver::overlay(const QString& repository)
{
    open(repository);
    const auto choose = [&](const std::string& name) {
        step(u"switch to %1"_s.arg(QString::fromStdString(name)), [&] {
            m_workspace.chooseEnvironment(name);
            waitFor([&] { return m_workspace.snapshot()->environment.name == name; });
        });
    };
    choose("overlays/production");
    choose("overlays/staging");
    const auto edit = [&](const QString& value) {
        views::EditorPage* page = m_window->workbench().editor();
        trigger("editorPageAction");
        page->openFile("overlays/staging/replicas.yaml");
        views::YamlEdit* text = page->current();
        const auto at = static_cast<std::uint32_t>(text->buffer().bytes().find("value: ") + 7);
        text->goTo({at, at + 1});
        text->setFocus();
        press(text, 0, value);
    };
    step(u"type into a patch"_s, [&] { edit(u"4"_s); });
    step(u"type into a patch again"_s, [&] { edit(u"5"_s); });
    step(u"undo of what was rendered before"_s, [&] { trigger("undoAction"); });
    step(u"to another environment"_s, [&] { m_workspace.chooseEnvironment("overlays/production"); });
    step(u"back, with other texts"_s, [&] { m_workspace.chooseEnvironment("overlays/staging"); });
    step(u"undo of what was not"_s, [&] { trigger("undoAction"); });
    step(u"redo"_s, [&] { trigger("redoAction"); });
    step(u"discard all"_s, [&] { trigger("discardEditsAction"); });
}

} // namespace meshdraft::bench
