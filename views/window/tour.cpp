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
#include <QCompleter>
#include <QCoreApplication>
#include <QPointer>
#include <QProcess>
#include <QSpinBox>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

Tour::Tour(MainWindow& window, Theme& theme, workspace::Workspace& workspace, QString directory)
    : Script(theme, std::move(directory))
    , m_workspace(workspace)
{
    setWindow(window);
}

int Tour::run(const QString& sample)
{
    try {
        makeDirectory();
        window().resize(1440, 900);
        window().show();
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

void Tour::shoot(const QString& name)
{
    Script::shoot(name, {Theme::Scheme::Dark, Theme::Scheme::Light});
}

void Tour::open(const QString& sample)
{
    bool shown = false;
    const QMetaObject::Connection connection =
        connect(window().workbench().topology(), &TopologyPage::pictureShown, this, [&shown] { shown = true; });
    window().openSample(sample);
    waitFor([&] { return (m_workspace.snapshot() && shown) || window().message().isVisible(); },
            tr("the picture of %1 did not appear").arg(sample));
    disconnect(connection);
    require(m_workspace.snapshot() != nullptr, window().message().text());
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
    GraphCanvas* canvas = window().workbench().topology()->canvas();
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
        connect(window().workbench().topology(), &TopologyPage::pictureShown, this, [&shown] { shown = true; });
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
    waitFor([&] { return ready && !window().workbench().topology()->isBusy(); }, tr("the picture did not follow"));
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
    // the dialog goes away when the commit is made
    const QPointer<MessageBar> error = find<MessageBar>("commitError", dialog);
    waitFor([&] { return !m_workspace.hasPendingChanges() || !m_workspace.isCommitting(); },
            tr("the commit did not end"));
    require(!m_workspace.hasPendingChanges(), error != nullptr ? error->text() : QString());
    settle();
    require(window().message().isVisible(), tr("the window does not say what was committed"));
    shoot(u"06-committed"_s);
}

} // namespace meshdraft::views
