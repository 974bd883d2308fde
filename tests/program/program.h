// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/program/accessible.h"
#include "tests/program/desktop.h"

#include <QDBusMessage>
#include <QObject>
#include <QProcess>

#include <functional>

namespace meshdraft::program {

/// The real meshdraft on a desktop, driven from outside: found through the accessibility bus, moved by mouse and keys.
/// All waiting is for a condition, with a deadline; what does not come throws a Failure.
class Program : public QObject {
    Q_OBJECT
public:
    /// Starts the program and waits for its window.
    Program(const Desktop& desktop, const QStringList& arguments);
    ~Program() override;

    const Desktop& desktop() const { return m_desktop; }
    /// The application itself; its children are the windows.
    Accessible root() const;
    /// The shown window or dialog whose title fits; `*` stands for anything. It has the keys, too.
    Accessible window(const QString& title) const;
    bool hasWindow(const QString& title) const;
    /// The first shown control of this role and name, in the window that came last. Null when there is none.
    Accessible find(const QString& role, const QString& name) const;
    /// The same, waited for.
    Accessible control(const QString& role, const QString& name) const;
    /// The same, the last of several.
    Accessible lastControl(const QString& role, const QString& name) const;
    /// A shown entry of the list, tree, table or popup of this name.
    Accessible entry(const QString& view, const QString& name) const;
    /// The control that the program said last to have the keys.
    Accessible focus() const;

    void waitFor(const std::function<bool()>& condition, const QString& what) const;
    /// Turns the wheel until the middle of the control is to be seen.
    void reveal(const Accessible& target) const;
    /// Reveals it, waits until it stands still, and clicks its middle.
    void click(const Accessible& target) const;
    void click(const QString& role, const QString& name) const { click(control(role, name)); }
    /// Opens a combo box and clicks the entry.
    void choose(const Accessible& combo, const QString& entry) const;
    /// Types a name into the command field and takes the first hit.
    void goTo(const QString& text) const;
    /// Presses `keys` until the control with this role and name has the focus.
    void walkTo(const QString& role, const QString& name, const QString& keys = QStringLiteral("Tab")) const;
    /// Saves a picture of the screen and the tree that a screen reader sees, named after the test, beside the test
    /// programs: for whoever has to find out why it failed.
    void saveState(const QString& name) const;
    /// What the program wrote to standard error.
    QString log();

private Q_SLOTS:
    void takeEvent(const QDBusMessage& event);

private:
    void findService();

    const Desktop& m_desktop;
    mutable QProcess m_process;
    QString m_service;
    Accessible m_focus;
};

/// True when `text` fits the pattern, in which `*` stands for anything.
bool fits(const QString& text, const QString& pattern);

} // namespace meshdraft::program
