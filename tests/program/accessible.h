// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QList>
#include <QRect>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <optional>

namespace meshdraft::program {

/// The states of AT-SPI that the tests ask for, by their bit.
enum class State {
    Active = 1,
    Checked = 4,
    Collapsed = 5,
    Editable = 7,
    Enabled = 8,
    Expandable = 9,
    Expanded = 10,
    Focusable = 11,
    Focused = 12,
    Modal = 16,
    Selectable = 22,
    Selected = 23,
    Showing = 25,
    Visible = 30,
};

/// One object of the program as a screen reader sees it, read through org.a11y.atspi.*. Every question is a call over
/// the bus; an object that is gone answers with nothing.
class Accessible {
public:
    Accessible() = default;
    Accessible(const QDBusConnection& bus, QString service, QString path);

    bool isNull() const { return m_path.isEmpty(); }
    const QString& service() const { return m_service; }
    const QString& path() const { return m_path; }
    QString name() const;
    QString description() const;
    /// The name of its label, else its own. On Linux Qt gives a combo box the chosen text for a name.
    QString called() const;
    /// As AT-SPI spells it: "push button", "tree item" …
    QString role() const;
    bool has(State state) const;
    /// On the screen.
    QRect extents() const;
    /// What a text field or label holds.
    QString text() const;
    /// Of a slider or spin box.
    std::optional<double> value() const;
    QStringList interfaces() const;
    QList<Accessible> children() const;
    Accessible parent() const;
    int rowCount() const;
    int columnCount() const;
    /// A cell of a table or tree.
    Accessible cell(int row, int column) const;
    /// The first below this one, in the order of the tree, for which `test` holds. Goes into what is shown only, and
    /// into the cells of lists only with `cells`.
    Accessible find(const std::function<bool(const Accessible&)>& test, bool cells = false) const;
    /// Calls `visit` for this and everything shown below it; where it says no, not for what is below.
    void walk(const std::function<bool(const Accessible&)>& visit) const;
    /// Role, name and place, for messages.
    QString toString() const;

    friend bool operator==(const Accessible& a, const Accessible& b)
    {
        return a.m_path == b.m_path && a.m_service == b.m_service;
    }

private:
    QVariantList call(const char* interface, const char* method, const QVariantList& arguments = {}) const;
    QVariant property(const char* interface, const char* name) const;
    Accessible reference(const QVariant& value) const;

    QDBusConnection m_bus{QString()};
    QString m_service;
    QString m_path;
};

/// True for the roles whose children are rows and cells.
bool isItemView(const QString& role);

} // namespace meshdraft::program
