// SPDX-License-Identifier: Apache-2.0
#include "views/window/tour.h"

#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/commit/commitdialog.h"
#include "views/common/messagebar.h"
#include "views/inspector/weightslider.h"
#include "views/theme/theme.h"
#include "views/topology/graphcanvas.h"
#include "views/topology/topologypage.h"
#include "views/window/gotofield.h"
#include "views/window/mainwindow.h"
#include "views/window/workbench.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QProcess>
#include <QSpinBox>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int patience = 60000; ///< ms for one step
constexpr int pause = 120; ///< ms for timers and animations to end before a picture

void sendMouse(QWidget* widget, QEvent::Type type, QPoint at, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, QPointF(at), QPointF(widget->mapToGlobal(at)),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}

void click(QWidget* widget, QPoint at)
{
    sendMouse(widget, QEvent::MouseButtonPress, at, Qt::LeftButton);
    sendMouse(widget, QEvent::MouseButtonRelease, at, Qt::NoButton);
}

void press(QWidget* widget, int key, const QString& text = {})
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(widget, &up);
}

void type(QWidget* widget, const QString& text)
{
    for (const QChar c : text) {
        press(widget, c.toUpper().unicode(), QString(c));
    }
}

} // namespace

Tour::Tour(MainWindow& window, Theme& theme, workspace::Workspace& workspace, QString directory)
    : m_window(window)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_directory(std::move(directory))
{
}

int Tour::run(const QString& sample)
{
    try {
        require(QDir().mkpath(m_directory), tr("%1 cannot be made").arg(m_directory));
        m_window.resize(1440, 900);
        m_window.show();
        shoot(u"01-start"_s);
        open(sample);
        selectRoute();
        splitTraffic();
        commit();
    } catch (const Failure& failure) {
        QTextStream(stderr) << tr("tour: %1").arg(failure.text) << Qt::endl;
        return 1;
    }
    return 0;
}

void Tour::require(bool condition, const QString& sentence) const
{
    if (!condition) {
        throw Failure{sentence};
    }
}

void Tour::waitFor(const std::function<bool()>& condition, const QString& sentence) const
{
    QElapsedTimer clock;
    clock.start();
    while (!condition()) {
        require(clock.elapsed() < patience, sentence);
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
        QEventLoop loop;
        QTimer::singleShot(10, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

void Tour::settle() const
{
    QEventLoop loop;
    QTimer::singleShot(pause, &loop, &QEventLoop::quit);
    loop.exec();
}

template <typename Widget> Widget* Tour::find(const char* name, QWidget* where) const
{
    auto* widget = (where != nullptr ? where : &m_window)->findChild<Widget*>(QLatin1StringView(name));
    require(widget != nullptr, tr("the window has no %1").arg(QLatin1StringView(name)));
    return widget;
}

void Tour::shoot(const QString& name)
{
    const std::initializer_list<std::pair<Theme::Scheme, const char16_t*>> schemes{{Theme::Scheme::Dark, u"dark"},
                                                                                   {Theme::Scheme::Light, u"light"}};
    for (const auto& [scheme, suffix] : schemes) {
        m_theme.setScheme(scheme);
        settle();
        QPixmap picture = m_window.grab();
        for (QWidget* top : QApplication::topLevelWidgets()) {
            if (top != &m_window && top->isVisible() && top->isWindow() && qobject_cast<QDialog*>(top) != nullptr) {
                QPainter painter(&picture);
                const QRect frame = m_window.rect();
                const QPixmap dialog = top->grab();
                const QPoint at((frame.width() - top->width()) / 2, (frame.height() - top->height()) / 2);
                painter.drawPixmap(at, dialog);
                painter.setPen(m_theme.color("ctl"));
                painter.drawRect(QRect(at, top->size()).adjusted(-1, -1, 0, 0));
            }
        }
        const QString file = m_directory + u'/' + name + u'-' + QString::fromUtf16(suffix) + u".png"_s;
        require(picture.save(file), tr("%1 cannot be written").arg(file));
    }
}

void Tour::open(const QString& sample)
{
    bool shown = false;
    const QMetaObject::Connection connection =
        connect(m_window.workbench().topology(), &TopologyPage::pictureShown, this, [&shown] { shown = true; });
    m_window.openSample(sample);
    waitFor([&] { return (m_workspace.snapshot() && shown) || m_window.message().isVisible(); },
            tr("the picture of %1 did not appear").arg(sample));
    disconnect(connection);
    require(m_workspace.snapshot() != nullptr, m_window.message().text());
    shoot(u"02-topology"_s);
}

void Tour::selectRoute()
{
    auto* field = find<GoToField>("goToField");
    field->start();
    type(field, u"reviews"_s);
    settle();
    QWidget* popup = field->findChild<QCompleter*>()->popup();
    press(popup->isVisible() ? popup : field, Qt::Key_Return);
    settle();
    const mesh::ElementRef found = m_workspace.selection().current();
    require(found.key.name == "reviews", tr("Ctrl+K did not find reviews"));
    // By mouse: click the pill of the route that splits.
    const mesh::ResourceIndex index = m_workspace.snapshot()->graph->find(found);
    require(index != mesh::noResource, tr("reviews is not in the mesh"));
    const mesh::Resource& resource = m_workspace.snapshot()->graph->at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    require(table != nullptr, tr("the first hit for reviews is not a route table"));
    GraphCanvas* canvas = m_window.workbench().topology()->canvas();
    for (const mesh::Route& route : table->routes) {
        if (route.destinations.size() > 1) {
            const QRectF pill = canvas->scene()->rectOf(resource.element(route.node));
            require(!pill.isEmpty(), tr("the picture does not show the route"));
            canvas->ensureVisible(pill);
            settle();
            click(canvas->viewport(), canvas->fromScene(pill.center()).toPoint());
        }
    }
    settle();
    require(!m_workspace.selection().current().field.isEmpty(), tr("a click on the route did not select it"));
    // The neighbourhood of the route alone, as the menu offers it.
    bool shown = false;
    const QMetaObject::Connection connection =
        connect(m_window.workbench().topology(), &TopologyPage::pictureShown, this, [&shown] { shown = true; });
    find<QAction>("showAround2")->trigger();
    waitFor([&shown] { return shown; }, tr("the picture around the route did not appear"));
    disconnect(connection);
    shoot(u"03-route-selected"_s);
}

std::vector<std::int64_t> Tour::weights() const
{
    std::vector<std::int64_t> result;
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const mesh::ElementRef& element = m_workspace.selection().current();
    const mesh::ResourceIndex index = snapshot->graph->find(element);
    if (index == mesh::noResource) {
        return result;
    }
    const mesh::Resource& resource = snapshot->graph->at(index);
    for (const mesh::Route& route : std::get<mesh::RouteTable>(resource.body).routes) {
        if (element.field.isWithin(resource.pathOf(route.node))) {
            for (const mesh::Destination& destination : route.destinations) {
                result.push_back(destination.effectiveWeight);
            }
        }
    }
    return result;
}

void Tour::splitTraffic()
{
    const std::vector<std::int64_t> before = weights();
    require(before.size() == 3, tr("the route does not have three destinations"));
    // v2 keeps its share; what v3 gets comes from v1. The drag overshoots and comes back, as a hand does.
    auto* lock = find<QAbstractButton>("lockButton_1");
    click(lock, lock->rect().center());
    auto* slider = find<WeightSlider>("weightSlider_2");
    const int undoBefore = m_workspace.undoStack().count();
    sendMouse(slider, QEvent::MouseButtonPress, slider->positionOf(slider->value()), Qt::LeftButton);
    for (const int value : {3, 8, 14, 12}) {
        sendMouse(slider, QEvent::MouseMove, slider->positionOf(value), Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    sendMouse(slider, QEvent::MouseButtonRelease, slider->positionOf(12), Qt::NoButton);
    require(m_workspace.undoStack().count() == undoBefore + 1, tr("the drag was not one undo step"));
    // The number field makes it exact.
    auto* spin = find<QSpinBox>("weightSpin_2");
    spin->setFocus(Qt::TabFocusReason);
    spin->selectAll();
    type(spin, u"10"_s);
    press(spin, Qt::Key_Return);
    settle();
    require(weights() == std::vector<std::int64_t>{80, 10, 10}, tr("the split is not 80/10/10"));
    require(m_workspace.snapshot()->changedFiles().size() == 1, tr("more than one file changed"));
    bool ready = false;
    QTimer::singleShot(400, this, [&ready] { ready = true; });
    waitFor([&] { return ready && !m_window.workbench().topology()->isBusy(); }, tr("the picture did not follow"));
    shoot(u"04-split-80-10-10"_s);
    // The same in words, for whoever looks at a terminal: changes, tier with reasons, findings, diff.
    QTextStream(stdout) << m_workspace.summaryMarkdown() << Qt::endl;
}

/// The sample is thrown away: where the user has no identity yet, its commit gets one of its own.
void Tour::lendIdentity() const
{
    const auto& repository = *m_workspace.snapshot()->repository;
    if (repository.identity())
        return;
    for (const auto& [key, value] :
         {std::pair(u"user.name"_s, u"Meshdraft tour"_s), std::pair(u"user.email"_s, u"tour@meshdraft.invalid"_s)}) {
        QProcess git;
        git.start(u"git"_s, {u"-C"_s, repository.workTree(), u"config"_s, key, value});
        require(git.waitForFinished() && git.exitCode() == 0, tr("git config failed"));
    }
}

void Tour::commit()
{
    lendIdentity();
    auto* button = find<QAbstractButton>("commitButton");
    click(button, button->rect().center());
    settle();
    auto* dialog = find<CommitDialog>("commitDialog");
    shoot(u"05-commit-dialog"_s);
    auto* confirm = find<QAbstractButton>("commitConfirm", dialog);
    click(confirm, confirm->rect().center());
    auto* error = find<MessageBar>("commitError", dialog);
    waitFor([&] { return !m_workspace.hasPendingChanges() || error->isVisible(); }, tr("the commit did not end"));
    require(!m_workspace.hasPendingChanges(), error->text());
    settle();
    require(m_window.message().isVisible(), tr("the window does not say what was committed"));
    shoot(u"06-committed"_s);
}

} // namespace meshdraft::views
