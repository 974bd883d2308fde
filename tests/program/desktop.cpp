// SPDX-License-Identifier: Apache-2.0
#include "tests/program/desktop.h"

#include <QDBusMessage>
#include <QDBusReply>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace meshdraft::program {

namespace {

constexpr int patience = 20000; ///< ms for a server to start or a helper to end

void stop(QProcess& process)
{
    if (process.state() == QProcess::NotRunning) {
        return;
    }
    process.terminate();
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished(patience);
    }
}

void needs(const QString& program)
{
    if (QStandardPaths::findExecutable(program).isEmpty()) {
        fail(u"%1 is not installed; packaging/shell has everything that this test needs"_s.arg(program));
    }
}

/// The first line that a server prints when it is ready; none when it ends or stays silent.
QString firstLine(QProcess& process)
{
    QElapsedTimer clock;
    clock.start();
    while (!process.canReadLine() && process.state() != QProcess::NotRunning && clock.elapsed() < patience) {
        process.waitForReadyRead(100);
    }
    return process.canReadLine() ? QString::fromUtf8(process.readLine()).trimmed() : QString();
}

} // namespace

void fail(const QString& text)
{
    throw Failure{text};
}

Desktop::Desktop()
    : m_environment(QProcessEnvironment::systemEnvironment())
    , m_connection(u"accessibility"_s)
{
    if (!m_directory.isValid()) {
        fail(u"no temporary directory: "_s + m_directory.errorString());
    }
    for (const auto* program : {"Xvfb", "xdotool", "dbus-daemon", "git"}) {
        needs(QString::fromLatin1(program));
    }
    for (const auto* name : {"AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                             "XDG_CACHE_HOME", "XDG_STATE_HOME", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"}) {
        m_environment.remove(QString::fromLatin1(name));
    }
    m_environment.insert(u"HOME"_s, path(u"home"_s));
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"run"_s));
    m_environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    m_environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    makeHome();
    startScreen();
    startSessionBus();
    startAccessibility();
}

Desktop::~Desktop()
{
    QDBusConnection::disconnectFromBus(m_connection);
    stop(m_sessionBus);
    stop(m_screen);
}

void Desktop::makeHome() const
{
    for (const QString& name : {u"home"_s, u"run"_s}) {
        QDir().mkpath(path(name));
        QFile::setPermissions(path(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QFile git(path(u"home/.gitconfig"_s));
    if (!git.open(QIODevice::WriteOnly)
        || git.write("[user]\n\tname = Tester\n\temail = tester@example.com\n[commit]\n\tgpgsign = false\n") < 0) {
        fail(u"the home directory of the test cannot be written: "_s + git.errorString());
    }
}

void Desktop::startScreen()
{
    m_screen.setProcessEnvironment(m_environment);
    m_screen.start(
        u"Xvfb"_s,
        {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1600x1000x24"_s, u"-nolisten"_s, u"tcp"_s, u"-noreset"_s});
    const QString number = firstLine(m_screen);
    if (number.isEmpty()) {
        fail(u"Xvfb did not start: "_s + QString::fromUtf8(m_screen.readAllStandardError()).trimmed());
    }
    m_environment.insert(u"DISPLAY"_s, u':' + number);
}

void Desktop::startSessionBus()
{
    m_sessionBus.setProcessEnvironment(m_environment);
    m_sessionBus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    const QString address = firstLine(m_sessionBus);
    if (address.isEmpty()) {
        fail(u"dbus-daemon did not start: "_s + QString::fromUtf8(m_sessionBus.readAllStandardError()).trimmed());
    }
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
}

void Desktop::startAccessibility()
{
    const auto hint = [](const QString& what) {
        return u"the accessibility bus did not start (%1); at-spi2-core is in packaging/packages.txt"_s.arg(what);
    };
    QDBusConnection session =
        QDBusConnection::connectToBus(m_environment.value(u"DBUS_SESSION_BUS_ADDRESS"_s), u"session"_s);
    const QDBusReply<QString> address = session.call(
        QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s),
        QDBus::Block, patience);
    QDBusConnection::disconnectFromBus(u"session"_s);
    if (!address.isValid()) {
        fail(hint(address.error().message()));
    }
    if (!QDBusConnection::connectToBus(address.value(), m_connection).isConnected()) {
        fail(hint(QDBusConnection(m_connection).lastError().message()));
    }
}

QDBusConnection Desktop::accessibility() const
{
    return QDBusConnection(m_connection);
}

QByteArray Desktop::run(const QString& program, const QStringList& arguments, const QString& directory) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(directory);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(patience);
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        fail(u"%1 %2: %3 %4"_s.arg(program, arguments.join(u' '), process.errorString(),
                                   QString::fromUtf8(process.readAllStandardError()).trimmed()));
    }
    return process.readAllStandardOutput();
}

bool Desktop::saveScreen(const QString& file) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(u"import"_s, {u"-window"_s, u"root"_s, file});
    return process.waitForFinished(patience) && process.exitCode() == 0;
}

void Desktop::xdotool(const QStringList& arguments) const
{
    run(u"xdotool"_s, arguments);
}

void Desktop::moveMouse(QPoint to) const
{
    xdotool({u"mousemove"_s, u"--sync"_s, QString::number(to.x()), QString::number(to.y())});
}

void Desktop::click(QPoint at) const
{
    xdotool({u"mousemove"_s, QString::number(at.x()), QString::number(at.y()), u"click"_s, u"1"_s});
}

void Desktop::doubleClick(QPoint at) const
{
    xdotool({u"mousemove"_s, QString::number(at.x()), QString::number(at.y()), u"click"_s, u"--repeat"_s, u"2"_s,
             u"--delay"_s, u"40"_s, u"1"_s});
}

void Desktop::drag(QPoint from, QPoint to) const
{
    constexpr int moves = 8;
    QStringList arguments{u"mousemove"_s, QString::number(from.x()), QString::number(from.y()), u"mousedown"_s, u"1"_s};
    for (int i = 1; i <= moves; ++i) {
        const QPoint at = from + (to - from) * i / moves;
        arguments << u"mousemove"_s << QString::number(at.x()) << QString::number(at.y());
    }
    xdotool(arguments << u"mouseup"_s << u"1"_s);
}

void Desktop::wheel(QPoint at, int steps) const
{
    xdotool({u"mousemove"_s, QString::number(at.x()), QString::number(at.y()), u"click"_s, u"--repeat"_s,
             QString::number(std::abs(steps)), u"--delay"_s, u"1"_s, steps > 0 ? u"5"_s : u"4"_s});
}

void Desktop::keys(const QStringList& keys) const
{
    xdotool(QStringList{u"key"_s, u"--delay"_s, u"1"_s} + keys);
}

void Desktop::type(const QString& text) const
{
    xdotool({u"type"_s, u"--delay"_s, u"1"_s, text});
}

void Desktop::focusWindow(const QString& title) const
{
    const QString exactly = u'^' + QRegularExpression::escape(title) + u'$';
    xdotool({u"search"_s, u"--onlyvisible"_s, u"--name"_s, exactly, u"windowfocus"_s, u"--sync"_s});
}

} // namespace meshdraft::program
