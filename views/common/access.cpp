// SPDX-License-Identifier: Apache-2.0
#include "views/common/access.h"

#include "views/common/collapsiblesection.h"
#include "views/common/linklabel.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QTextDocumentFragment>
#include <QToolButton>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr auto roleProperty = "accessibleRole";

/// One painted part.
class PartAccess : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    PartAccess(QWidget& widget, PaintedParts& parts, int part)
        : m_widget(&widget)
        , m_parts(parts)
        , m_part(part)
    {
    }
    bool isValid() const override { return m_widget && m_part < m_parts.partCount(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return isValid() ? m_widget->window()->windowHandle() : nullptr; }
    QAccessibleInterface* childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_widget); }
    QAccessibleInterface* child(int /*index*/) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface* /*child*/) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_parts.partName(m_part) : QString();
    }
    void setText(QAccessible::Text /*kind*/, const QString& /*text*/) override { }
    QRect rect() const override
    {
        const QRect place = isValid() ? m_parts.partRect(m_part) : QRect();
        return place.isEmpty() ? place : QRect(m_widget->mapToGlobal(place.topLeft()), place.size());
    }
    QAccessible::Role role() const override { return QAccessible::RadioButton; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.invisible = !isValid() || !m_widget->isVisible();
        state.disabled = !isValid() || !m_widget->isEnabled();
        state.checkable = true;
        state.checked = isValid() && m_parts.currentPart() == m_part;
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override
    {
        if (name == pressAction() && isValid() && m_widget->isEnabled()) {
            m_parts.choosePart(m_part);
        }
    }
    QStringList keyBindingsForAction(const QString& /*name*/) const override { return {}; }

private:
    QPointer<QWidget> m_widget;
    PaintedParts& m_parts; ///< is the widget
    int m_part;
};

/// A widget with painted parts.
class PartsAccess : public QAccessibleWidget {
public:
    PartsAccess(QWidget& widget, PaintedParts& parts)
        : QAccessibleWidget(&widget, QAccessible::Grouping)
        , m_parts(parts)
    {
    }
    int childCount() const override { return m_parts.partCount(); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= m_parts.partCount()) {
            return nullptr;
        }
        while (m_children.size() <= static_cast<std::size_t>(index)) {
            auto* made = new PartAccess(*widget(), m_parts, static_cast<int>(m_children.size()));
            m_children.push_back(QAccessible::registerAccessibleInterface(made));
        }
        return QAccessible::accessibleInterface(m_children[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (this->child(i) == child) {
                return i;
            }
        }
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y)) {
                return child(i);
            }
        }
        return nullptr;
    }

protected:
    ~PartsAccess() override
    {
        for (const QAccessible::Id id : m_children) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

private:
    PaintedParts& m_parts; ///< is the widget
    mutable std::vector<QAccessible::Id> m_children;
};

/// A widget with painted lines. There is no caret and no selection in them.
class TextAccess : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    TextAccess(QWidget& widget, const PaintedText& lines)
        : QAccessibleWidget(&widget, QAccessible::EditableText)
        , m_lines(lines)
    {
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface*>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }
    void selection(int /*index*/, int* start, int* end) const override { *start = *end = 0; }
    int selectionCount() const override { return 0; }
    void addSelection(int /*start*/, int /*end*/) override { }
    void removeSelection(int /*index*/) override { }
    void setSelection(int /*index*/, int /*start*/, int /*end*/) override { }
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int /*position*/) override { }
    QString text(int start, int end) const override { return m_lines.paintedText().mid(start, end - start); }
    QString text(QAccessible::Text kind) const override { return QAccessibleWidget::text(kind); }
    int characterCount() const override { return static_cast<int>(m_lines.paintedText().size()); }
    QRect characterRect(int /*offset*/) const override { return {}; }
    int offsetAtPoint(const QPoint& /*point*/) const override { return -1; }
    void scrollToSubstring(int /*start*/, int /*end*/) override { }
    QString attributes(int /*offset*/, int* start, int* end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    const PaintedText& m_lines; ///< is the widget
};

/// A button that is pressed, with a role of its own; the header of a section says whether it is open.
class ButtonAccess : public QAccessibleWidget {
public:
    ButtonAccess(QAbstractButton& button, QAccessible::Role role, const QString& name = {})
        : QAccessibleWidget(&button, role, name)
        , m_opens(qobject_cast<SectionHeader*>(&button) != nullptr)
    {
        addControllingSignal(u"clicked(bool)"_s);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        const bool on = button().isChecked();
        if (m_opens) {
            state.expandable = true;
            state.expanded = on;
            state.collapsed = !on;
        } else if (button().isCheckable()) {
            state.selectable = true;
            state.selected = on;
        }
        return state;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override
    {
        if (name == pressAction() && button().isEnabled()) {
            button().click();
        }
    }

private:
    QAbstractButton& button() const { return static_cast<QAbstractButton&>(*widget()); }

    bool m_opens;
};

/// A sentence that leads somewhere.
class LinkAccess : public QAccessibleWidget {
public:
    explicit LinkAccess(LinkLabel& label)
        : QAccessibleWidget(&label, QAccessible::Link)
    {
    }
    QString text(QAccessible::Text kind) const override
    {
        const auto& label = static_cast<const LinkLabel&>(*widget());
        return kind == QAccessible::Name && label.accessibleName().isEmpty()
            ? QTextDocumentFragment::fromHtml(label.text()).toPlainText()
            : QAccessibleWidget::text(kind);
    }
};

/// The glyph in a text field: a picture, and a button only where it clears the field.
QAccessibleInterface* glyphAccess(QToolButton& button)
{
    const QAction* action = button.defaultAction();
    if (action == nullptr || action->objectName() == u"_q_qlineeditclearaction"_s) {
        return new ButtonAccess(button, QAccessible::Button, QCoreApplication::translate("Access", "Clear"));
    }
    return new QAccessibleWidget(&button, QAccessible::Graphic);
}

QAccessibleInterface* makeAccess(const QString& className, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    if (widget == nullptr || className != QLatin1StringView(object->metaObject()->className())) {
        return nullptr;
    }
    if (auto* parts = dynamic_cast<PaintedParts*>(widget)) {
        return new PartsAccess(*widget, *parts);
    }
    if (const auto* lines = dynamic_cast<PaintedText*>(widget)) {
        return new TextAccess(*widget, *lines);
    }
    if (auto* link = qobject_cast<LinkLabel*>(widget)) {
        return new LinkAccess(*link);
    }
    if (className == u"QLineEditIconButton"_s) {
        auto* button = qobject_cast<QToolButton*>(widget);
        return button != nullptr ? glyphAccess(*button) : nullptr;
    }
    if (auto* header = qobject_cast<SectionHeader*>(widget)) {
        return new ButtonAccess(*header, QAccessible::Button);
    }
    const QVariant role = widget->property(roleProperty);
    if (!role.isValid()) {
        return nullptr;
    }
    const auto wanted = static_cast<QAccessible::Role>(role.toInt());
    if (auto* button = qobject_cast<QAbstractButton*>(widget)) {
        return new ButtonAccess(*button, wanted);
    }
    return new QAccessibleWidget(widget, wanted);
}

} // namespace

void setRole(QWidget& widget, QAccessible::Role role)
{
    // Whoever set a name or text before has asked: that answer would stay.
    Q_ASSERT(widget.accessibleName().isEmpty());
    widget.setProperty(roleProperty, static_cast<int>(role));
}

void setChoiceName(QComboBox& box, const QString& name)
{
    box.setAccessibleName(name);
    const QString itsName = u"choiceName"_s;
    for (QLabel* label : box.parentWidget()->findChildren<QLabel*>(itsName, Qt::FindDirectChildrenOnly)) {
        if (label->buddy() == &box) {
            label->setText(name);
            return;
        }
    }
    auto* label = new QLabel(name, box.parentWidget());
    label->setObjectName(itsName);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(&box);
    label->hide();
}

void installAccess()
{
    static const bool once = [] {
        QAccessible::installFactory(&makeAccess);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace meshdraft::views
