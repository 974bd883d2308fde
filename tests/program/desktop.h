// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QPoint>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <memory>

namespace meshdraft::program {

/// Why a step of a test could not be done.
struct Failure {
    QString text;
};

/// Ends the running step with this sentence.
[[noreturn]] void fail(const QString& text);

/// A screen nobody sees (Xvfb), a session bus, the accessibility bus and a home, all its own; mouse and keys are real
/// events of the X server, made by xdotool. There is no window manager: focusWindow() does what one would.
class Desktop {
public:
    /// Throws a Failure that says what is missing.
    Desktop();
    ~Desktop();
    Desktop(const Desktop&) = delete;
    Desktop& operator=(const Desktop&) = delete;

    const QProcessEnvironment& environment() const { return m_environment; }
    /// The bus of org.a11y.atspi.
    QDBusConnection accessibility() const;
    QString path(const QString& name) const { return m_directory.filePath(name); }
    /// Runs a program to its end and gives what it printed; anything but success throws.
    QByteArray run(const QString& program, const QStringList& arguments, const QString& directory = {}) const;
    bool saveScreen(const QString& file) const;

    void moveMouse(QPoint to) const;
    void click(QPoint at) const;
    void doubleClick(QPoint at) const;
    void drag(QPoint from, QPoint to) const;
    /// Turns the wheel, downwards with positive steps.
    void wheel(QPoint at, int steps) const;
    /// Presses keys as xdotool spells them: "ctrl+k", "Tab".
    void key(const QString& keys) const { this->keys({keys}); }
    void keys(const QStringList& keys) const;
    void type(const QString& text) const;
    /// Gives the keys to the visible window with this title, as a window manager does with a new one.
    void focusWindow(const QString& title) const;

private:
    void startScreen();
    void startSessionBus();
    void startAccessibility();
    void makeHome() const;
    void xdotool(const QStringList& arguments) const;

    QTemporaryDir m_directory;
    QProcessEnvironment m_environment;
    QProcess m_screen;
    QProcess m_sessionBus;
    QString m_connection;
};

} // namespace meshdraft::program
