// SPDX-License-Identifier: Apache-2.0
// What a screen reader is told about widgets that paint themselves.
#pragma once

#include <QAccessible>
#include <QRect>
#include <QString>

class QComboBox;
class QWidget;

namespace meshdraft::views {

/// A widget whose parts are painted, not widgets: each becomes an object of its own for a screen reader.
class PaintedParts {
public:
    PaintedParts() = default;
    PaintedParts(const PaintedParts&) = delete;
    PaintedParts& operator=(const PaintedParts&) = delete;
    virtual ~PaintedParts() = default;

    virtual int partCount() const = 0;
    virtual QString partName(int part) const = 0;
    /// In the widget.
    virtual QRect partRect(int part) const = 0;
    virtual int currentPart() const = 0;
    virtual void choosePart(int part) = 0;
};

/// A widget whose lines are painted: a screen reader reads them as one text.
class PaintedText {
public:
    PaintedText() = default;
    PaintedText(const PaintedText&) = delete;
    PaintedText& operator=(const PaintedText&) = delete;
    virtual ~PaintedText() = default;

    virtual QString paintedText() const = 0;
};

/// Says what a widget is where its class alone does not; before anybody asks, so in its constructor.
void setRole(QWidget& widget, QAccessible::Role role);
/// Names a combo box that has no label: Qt gives its chosen text for its name on Linux, and a label for its meaning.
void setChoiceName(QComboBox& box, const QString& name);
/// Makes all of this known to Qt, once.
void installAccess();

} // namespace meshdraft::views
