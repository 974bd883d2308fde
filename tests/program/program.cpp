// SPDX-License-Identifier: Apache-2.0
#include "tests/program/program.h"

#include <QDBusConnectionInterface>
#include <QDBusReply>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;

namespace meshdraft::program {

namespace {

constexpr int patience = 30000; ///< ms until a condition counts as never coming
constexpr int shortPatience = 500; ///< ms for what may as well not happen
constexpr int mostSteps = 200; ///< presses of a key or turns of the wheel
constexpr int mostLinks = 3; ///< in one label
constexpr auto rootPath = "/org/a11y/atspi/accessible/root";

} // namespace

bool fits(const QString& text, const QString& pattern)
{
    return QRegularExpression(
               QRegularExpression::wildcardToRegularExpression(pattern, QRegularExpression::NonPathWildcardConversion))
        .match(text)
        .hasMatch();
}

Program::Program(const Desktop& desktop, const QStringList& arguments)
    : m_desktop(desktop)
{
    QDBusConnection bus = desktop.accessibility();
    // A program says nothing of its focus until somebody wants to hear it.
    QDBusMessage listen = QDBusMessage::createMethodCall(u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/registry"_s,
                                                         u"org.a11y.atspi.Registry"_s, u"RegisterEvent"_s);
    listen << u"object:state-changed:focused"_s << QStringList() << QString();
    if (const QDBusMessage reply = bus.call(listen); reply.type() != QDBusMessage::ReplyMessage) {
        fail(u"the accessibility registry did not start: "_s + reply.errorMessage());
    }
    bus.connect({}, {}, u"org.a11y.atspi.Event.Object"_s, u"StateChanged"_s, this, SLOT(takeEvent(QDBusMessage)));
    m_process.setProcessEnvironment(desktop.environment());
    m_process.start(QStringLiteral(MESHDRAFT_BINARY_DIR "/meshdraft"), arguments);
    if (!m_process.waitForStarted(patience)) {
        fail(u"meshdraft did not start: "_s + m_process.errorString());
    }
    findService();
    window(u"*Meshdraft"_s);
}

Program::~Program()
{
    m_desktop.accessibility().disconnect({}, {}, u"org.a11y.atspi.Event.Object"_s, u"StateChanged"_s, this,
                                         SLOT(takeEvent(QDBusMessage)));
    m_process.terminate();
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
}

void Program::findService()
{
    const QDBusConnection bus = m_desktop.accessibility();
    const Accessible desktop(bus, u"org.a11y.atspi.Registry"_s, QString::fromLatin1(rootPath));
    waitFor(
        [&] {
            for (const Accessible& application : desktop.children()) {
                if (bus.interface()->servicePid(application.service()).value() == m_process.processId()) {
                    m_service = application.service();
                }
            }
            return !m_service.isEmpty();
        },
        u"the program to appear on the accessibility bus"_s);
}

void Program::takeEvent(const QDBusMessage& event)
{
    const QVariantList arguments = event.arguments();
    if (event.service() == m_service && arguments.value(0).toString() == u"focused"_s
        && arguments.value(1).toInt() == 1) {
        m_focus = Accessible(m_desktop.accessibility(), m_service, event.path());
    }
}

Accessible Program::root() const
{
    return {m_desktop.accessibility(), m_service, QString::fromLatin1(rootPath)};
}

Accessible Program::window(const QString& title) const
{
    Accessible found;
    waitFor(
        [&] {
            for (const Accessible& window : root().children()) {
                if (window.has(State::Showing) && fits(window.name(), title)) {
                    found = window;
                }
            }
            return !found.isNull();
        },
        u"the window "_s + title);
    m_desktop.focusWindow(found.name());
    waitFor([&] { return found.has(State::Active); }, u"the keys to come to "_s + title);
    return found;
}

bool Program::hasWindow(const QString& title) const
{
    const QList<Accessible> windows = root().children();
    return std::ranges::any_of(
        windows, [&](const Accessible& window) { return window.has(State::Showing) && fits(window.name(), title); });
}

Accessible Program::find(const QString& role, const QString& name) const
{
    const QList<Accessible> windows = root().children();
    for (auto window = windows.rbegin(); window != windows.rend(); ++window) {
        if (!window->has(State::Showing)) {
            continue;
        }
        const Accessible found =
            window->find([&](const Accessible& each) { return each.role() == role && fits(each.called(), name); });
        if (!found.isNull()) {
            return found;
        }
    }
    return {};
}

Accessible Program::control(const QString& role, const QString& name) const
{
    Accessible found;
    waitFor(
        [&] {
            found = find(role, name);
            return !found.isNull();
        },
        u"the %1 \"%2\""_s.arg(role, name));
    return found;
}

Accessible Program::lastControl(const QString& role, const QString& name) const
{
    control(role, name);
    Accessible found;
    for (const Accessible& window : root().children()) {
        window.walk([&](const Accessible& each) {
            const QString itsRole = each.role();
            if (itsRole == role && fits(each.name(), name)) {
                found = each;
            }
            return !isItemView(itsRole);
        });
    }
    return found;
}

Accessible Program::entry(const QString& view, const QString& name) const
{
    Accessible found;
    const auto isView = [&](const Accessible& each) { return fits(each.name(), view) && isItemView(each.role()); };
    waitFor(
        [&] {
            for (const Accessible& window : root().children()) {
                for (const Accessible& each : window.find(isView).children()) {
                    if (fits(each.name(), name)) {
                        found = each;
                        return true;
                    }
                }
            }
            return false;
        },
        u"the entry \"%1\" of %2"_s.arg(name, view));
    return found;
}

Accessible Program::focus() const
{
    return m_focus.has(State::Focused) ? m_focus : Accessible();
}

void Program::waitFor(const std::function<bool()>& condition, const QString& what) const
{
    if (!QTest::qWaitFor(
            [&] {
                if (m_process.state() == QProcess::NotRunning) {
                    fail(u"meshdraft ended: "_s + QString::fromUtf8(m_process.readAllStandardError()));
                }
                return condition();
            },
            patience)) {
        fail(u"waited in vain for "_s + what);
    }
}

void Program::reveal(const Accessible& target) const
{
    // A menu stands beside what opens it.
    if (target.role().endsWith(u"menu item"_s)) {
        return;
    }
    for (int i = 0; i < mostSteps; ++i) {
        const QRect wanted = target.extents();
        QRect cut;
        for (Accessible above = target.parent(); !above.isNull() && cut.isNull(); above = above.parent()) {
            const QRect extents = above.extents();
            if (!extents.isEmpty() && !extents.contains(wanted.center())) {
                cut = extents;
            }
        }
        if (cut.isNull()) {
            return;
        }
        // At the margin: over a control the wheel might change it.
        const int steps = wanted.center().y() > cut.center().y() ? 1 : -1;
        m_desktop.wheel({cut.left() + 3, cut.center().y()}, steps);
        std::ignore = QTest::qWaitFor([&] { return target.extents() != wanted; }, shortPatience);
    }
    fail(u"the wheel never comes to "_s + target.toString());
}

void Program::choose(const Accessible& combo, const QString& entry) const
{
    click(combo);
    // A list that has just opened lets the first click pass.
    waitFor(
        [&] {
            for (const Accessible& list : combo.children()) {
                for (const Accessible& each : list.children()) {
                    if (list.has(State::Showing) && fits(each.name(), entry)) {
                        m_desktop.click(each.extents().center());
                    }
                }
            }
            return fits(combo.name(), entry);
        },
        u"the choice \"%1\""_s.arg(entry));
}

void Program::goTo(const QString& text) const
{
    m_desktop.key(u"ctrl+k"_s);
    waitFor([this] { return fits(focus().name(), u"Go to a resource*"_s); }, u"the command field"_s);
    m_desktop.type(text);
    waitFor([this] { return focus().role() == u"list item"_s; }, u"hits for "_s + text);
    m_desktop.key(u"Return"_s);
}

void Program::click(const Accessible& target) const
{
    reveal(target);
    QRect before;
    // A layout that is on its way moves things.
    waitFor(
        [&] {
            const QRect now = target.extents();
            const bool isStill = !now.isEmpty() && now == before;
            before = now;
            return isStill;
        },
        u"a place of "_s + target.toString());
    m_desktop.click(before.center());
}

void Program::walkTo(const QString& role, const QString& name, const QString& keys) const
{
    QStringList seen;
    for (int i = 0; i < mostSteps; ++i) {
        // News of the focus may still be on its way.
        waitFor([&] { return m_focus.has(State::Focused); }, u"a control to have the keys"_s);
        if (!m_focus.isNull() && m_focus.role() == role && fits(m_focus.called(), name)) {
            return;
        }
        const QString before = m_focus.path();
        m_desktop.key(keys);
        // A label with several links takes as many presses.
        const bool moved = QTest::qWaitFor([&] { return m_focus.path() != before; }, shortPatience);
        seen << m_focus.role() + u' ' + m_focus.called();
        if (!moved && seen.size() > mostLinks && seen.count(seen.last()) > mostLinks) {
            break;
        }
    }
    fail(u"%1 never comes to the %2 \"%3\": %4"_s.arg(keys, role, name, seen.mid(0, 80).join(u", "_s)));
}

void Program::saveState(const QString& name) const
{
    const QString file = QStringLiteral(MESHDRAFT_BINARY_DIR "/tests/") + name;
    QFile out(file + u".txt"_s);
    if (!m_desktop.saveScreen(file + u".png"_s) || !out.open(QIODevice::WriteOnly)) {
        return;
    }
    const std::function<void(const Accessible&, int)> write = [&](const Accessible& each, int depth) {
        out.write(QByteArray(depth * 2, ' ') + each.toString().toUtf8() + '\n');
        for (const Accessible& child : each.children()) {
            if (child.has(State::Showing)) {
                write(child, depth + 1);
            }
        }
    };
    write(root(), 0);
    qInfo("what was to be seen is in %s.png and .txt", qPrintable(file));
}

QString Program::log()
{
    return QString::fromUtf8(m_process.readAllStandardError());
}

} // namespace meshdraft::program
