// SPDX-License-Identifier: Apache-2.0
#include "views/theme/flatstyle.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>
#include <QPainterPath>
#include <QSpinBox>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr qreal radius = 4;
constexpr int scrollBarWidth = 11;
constexpr int shortestThumb = 28;
constexpr int iconGap = 8; ///< between icon and text of a button
constexpr int menuWidth = 20; ///< of the part of a button that opens a menu

void frame(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& line, qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void chevron(QPainter* painter, QPointF center, qreal half, bool up, const QColor& color)
{
    const qreal rise = half * 0.55 * (up ? -1 : 1);
    QPainterPath path(center + QPointF(-half, -rise));
    path.lineTo(center + QPointF(0, rise));
    path.lineTo(center + QPointF(half, -rise));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
    painter->restore();
}

QColor mixed(const QColor& a, const QColor& b, float share)
{
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * share, a.greenF() + (b.greenF() - a.greenF()) * share,
                            a.blueF() + (b.blueF() - a.blueF()) * share);
}

QColor outlineOf(const QStyleOption* option)
{
    return option->palette.color(option->state.testFlag(QStyle::State_Enabled) ? QPalette::Dark : QPalette::Mid);
}

QColor fillOf(const QStyleOption* option)
{
    QColor fill = option->palette.color(QPalette::Button);
    const QColor ink = option->palette.color(QPalette::ButtonText);
    if (option->state.testAnyFlags(QStyle::State_Sunken | QStyle::State_On)) {
        fill = mixed(fill, ink, 0.12F);
    } else if (option->state.testFlag(QStyle::State_MouseOver) && option->state.testFlag(QStyle::State_Enabled)) {
        fill = mixed(fill, ink, 0.05F);
    }
    return fill;
}

void button(const QStyleOption* option, QPainter* painter)
{
    const bool focused =
        option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_KeyboardFocusChange);
    frame(painter, option->rect, fillOf(option),
          focused ? option->palette.color(QPalette::Highlight) : outlineOf(option), focused ? 2 : 1);
}

void toolButton(const QStyleOption* option, QPainter* painter)
{
    if (option->state.testAnyFlags(QStyle::State_On | QStyle::State_Sunken | QStyle::State_MouseOver)
        && option->state.testFlag(QStyle::State_Enabled)) {
        const float share = option->state.testAnyFlags(QStyle::State_On | QStyle::State_Sunken) ? 0.14F : 0.07F;
        frame(painter, option->rect,
              mixed(option->palette.color(QPalette::Window), option->palette.color(QPalette::WindowText), share), {});
    }
    if (!(option->state & QStyle::State_AutoRaise)) {
        frame(painter, option->rect, fillOf(option), outlineOf(option));
    }
}

void drawSpinBox(const QProxyStyle* style, const QStyleOptionSpinBox* option, QPainter* painter, const QWidget* widget)
{
    const bool focused = option->state.testFlag(QStyle::State_HasFocus);
    frame(painter, option->rect, option->palette.color(QPalette::Base),
          focused ? option->palette.color(QPalette::Highlight) : outlineOf(option), focused ? 2 : 1);
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const QRect up = style->subControlRect(QStyle::CC_SpinBox, option, QStyle::SC_SpinBoxUp, widget);
    const QRect down = style->subControlRect(QStyle::CC_SpinBox, option, QStyle::SC_SpinBoxDown, widget);
    painter->setPen(option->palette.color(QPalette::Mid));
    painter->drawLine(up.left() - 1, option->rect.top() + 3, up.left() - 1, option->rect.bottom() - 3);
    const auto ink = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return option->palette.color(option->stepEnabled & step ? QPalette::Text : QPalette::Mid);
    };
    const qreal middle = option->rect.center().y() + 0.5;
    chevron(painter, QPointF(QRectF(up).center().x(), middle - 4.5), 2.8, true, ink(QAbstractSpinBox::StepUpEnabled));
    chevron(painter, QPointF(QRectF(down).center().x(), middle + 4.5), 2.8, false,
            ink(QAbstractSpinBox::StepDownEnabled));
}

void drawComboBox(const QStyleOptionComboBox* option, QPainter* painter)
{
    // where text is typed the focus is always shown, as on a line edit
    const bool focused = option->state.testFlag(QStyle::State_HasFocus)
        && (option->editable || option->state.testFlag(QStyle::State_KeyboardFocusChange));
    frame(painter, option->rect, option->palette.color(QPalette::Base),
          focused ? option->palette.color(QPalette::Highlight) : outlineOf(option), focused ? 2 : 1);
    chevron(painter, QPointF(option->rect.right() - 12, option->rect.center().y() + 0.5), 3.2, false,
            option->palette.color(QPalette::PlaceholderText));
}

/// A button with words and a menu, besides those in bars.
const QStyleOptionToolButton* menuButtonOf(const QStyleOption* option)
{
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    const bool hasWords =
        button != nullptr && !button->text.isEmpty() && button->toolButtonStyle != Qt::ToolButtonIconOnly;
    return hasWords && button->features.testFlag(QStyleOptionToolButton::HasMenu)
            && !button->state.testFlag(QStyle::State_AutoRaise)
        ? button
        : nullptr;
}

/// The whole of it is one box; a line parts the menu where a click on the words does something else.
void drawMenuButton(const QProxyStyle* style, const QStyleOptionToolButton* option, QPainter* painter,
                    const QWidget* widget)
{
    button(option, painter);
    const QRect menu(option->rect.right() + 1 - menuWidth, option->rect.top(), menuWidth, option->rect.height());
    if (option->features.testFlag(QStyleOptionToolButton::MenuButtonPopup)) {
        painter->setPen(option->palette.color(QPalette::Mid));
        painter->drawLine(menu.left(), menu.top() + 4, menu.left(), menu.bottom() - 4);
    }
    chevron(painter, QRectF(menu).center(), 3.2, false, option->palette.color(QPalette::PlaceholderText));
    QStyleOptionToolButton words = *option;
    words.rect.adjust(4, 0, 0, 0);
    words.rect.setRight(menu.left() - 1);
    words.features = QStyleOptionToolButton::None;
    style->drawControl(QStyle::CE_ToolButtonLabel, &words, painter, widget);
}

void drawBranch(const QStyleOption* option, QPainter* painter)
{
    if (!(option->state & QStyle::State_Children)) {
        return;
    }
    const QColor color = option->palette.color(
        option->state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::PlaceholderText);
    const QPointF center = QRectF(option->rect).center();
    if (option->state.testFlag(QStyle::State_Open)) {
        chevron(painter, center, 3.6, false, color);
        return;
    }
    painter->save();
    painter->translate(center);
    painter->rotate(-90);
    chevron(painter, {0, 0}, 3.6, false, color);
    painter->restore();
}

void drawIndicator(bool round, const QStyleOption* option, QPainter* painter)
{
    const bool on = option->state.testFlag(QStyle::State_On);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const QColor accent = option->palette.color(enabled ? QPalette::Highlight : QPalette::Dark);
    const int side = std::min(option->rect.width(), option->rect.height());
    const QRectF box =
        QRectF(option->rect.center().x() - side / 2.0 + 0.5, option->rect.center().y() - side / 2.0 + 0.5, side, side)
            .adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(on ? accent : outlineOf(option));
    painter->setBrush(on && !round ? accent : option->palette.color(QPalette::Base));
    painter->drawRoundedRect(box, round ? side / 2.0 : 3, round ? side / 2.0 : 3);
    if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        painter->drawEllipse(box.center(), side * 0.24, side * 0.24);
    } else if (on) {
        QPainterPath tick(box.topLeft() + QPointF(side * 0.22, side * 0.5));
        tick.lineTo(box.topLeft() + QPointF(side * 0.42, side * 0.68));
        tick.lineTo(box.topLeft() + QPointF(side * 0.76, side * 0.28));
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(option->palette.color(QPalette::HighlightedText), 1.6));
        painter->drawPath(tick);
    }
    if (option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(option->palette.color(QPalette::Highlight), 2));
        painter->drawRoundedRect(box.adjusted(-1, -1, 1, 1), round ? side / 2.0 + 1 : 4, round ? side / 2.0 + 1 : 4);
    }
    painter->restore();
}

void drawTabShape(const QStyleOptionTab* option, QPainter* painter)
{
    if (!(option->state & QStyle::State_Selected)) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option->rect);
    painter->setPen(option->palette.color(QPalette::Mid));
    painter->setBrush(option->palette.color(QPalette::Base));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, 8), radius, radius);
    painter->restore();
}

void drawTabLabel(const QProxyStyle* style, const QStyleOptionTab* option, QPainter* painter, const QWidget* widget)
{
    const QRect text = style->subElementRect(QStyle::SE_TabBarTabText, option, widget);
    const bool current = option->state.testFlag(QStyle::State_Selected);
    painter->save();
    QFont font = painter->font();
    font.setWeight(current ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(option->palette.color(current ? QPalette::WindowText : QPalette::PlaceholderText));
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, option->text);
    painter->restore();
    if (option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_KeyboardFocusChange)) {
        frame(painter, option->rect.adjusted(3, 3, -3, -2), {}, option->palette.color(QPalette::Highlight), 2);
    }
}

/// A bar without arrows: a rounded thumb that grows below the mouse.
void drawScrollBar(const QProxyStyle* style, const QStyleOptionSlider* option, QPainter* painter, const QWidget* widget)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    if (option->minimum == option->maximum || !option->state.testFlag(QStyle::State_Enabled)) {
        return;
    }
    const bool isDragged =
        option->state.testFlag(QStyle::State_Sunken) && option->activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    const bool isWide = isDragged || option->state.testFlag(QStyle::State_MouseOver);
    const bool isVertical = option->orientation == Qt::Vertical;
    const QRectF place = style->subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
    const qreal side = ((isVertical ? place.width() : place.height()) - (isWide ? 8 : 5)) / 2;
    const QRectF thumb = isVertical ? place.adjusted(side, 2, -side, -2) : place.adjusted(2, side, -2, -side);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const QColor color = option->palette.color(QPalette::Dark);
    painter->setBrush(isDragged ? mixed(color, option->palette.color(QPalette::Text), 0.4F) : color);
    const qreal round = std::min(thumb.width(), thumb.height()) / 2;
    painter->drawRoundedRect(thumb, round, round);
    painter->restore();
}

QRect scrollBarPart(const QStyleOptionSlider* option, QStyle::SubControl part)
{
    const bool isVertical = option->orientation == Qt::Vertical;
    const int length = isVertical ? option->rect.height() : option->rect.width();
    const qint64 range = qint64{option->maximum} - option->minimum;
    const qint64 all = range + option->pageStep;
    const auto proportion = static_cast<int>(all > 0 ? qint64{length} * option->pageStep / all : length);
    const int thumb = range <= 0 ? length : std::min(length, std::max(shortestThumb, proportion));
    const int start = QStyle::sliderPositionFromValue(option->minimum, option->maximum, option->sliderPosition,
                                                      length - thumb, option->upsideDown);
    const auto along = [&](int from, int size) {
        return isVertical ? QRect(option->rect.left(), option->rect.top() + from, option->rect.width(), size)
                          : QRect(option->rect.left() + from, option->rect.top(), size, option->rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + thumb, length - start - thumb);
    case QStyle::SC_ScrollBarGroove:
        return option->rect;
    default:
        return {};
    }
}

/// Icon and text in the middle, with room between them.
void drawButtonLabel(const QProxyStyle* style, const QStyleOptionButton* option, QPainter* painter)
{
    const bool isEnabled = option->state.testFlag(QStyle::State_Enabled);
    const int text = option->fontMetrics.size(Qt::TextShowMnemonic, option->text).width();
    const int icon = option->iconSize.width();
    const QRect all = QStyle::alignedRect(
        option->direction, Qt::AlignCenter,
        {std::min(icon + iconGap + text, option->rect.width()), option->rect.height()}, option->rect);
    const bool isRight = option->direction == Qt::RightToLeft;
    const QRect left(all.left(), all.top(), icon, all.height());
    const QRect right(all.right() + 1 - icon, all.top(), icon, all.height());
    option->icon.paint(painter, isRight ? right : left, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
    const QRect words = isRight ? all.adjusted(0, 0, -icon - iconGap, 0) : all.adjusted(icon + iconGap, 0, 0, 0);
    const int flags = Qt::AlignVCenter | (isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine
        | (style->styleHint(QStyle::SH_UnderlineShortcut, option, nullptr, nullptr) != 0 ? Qt::TextShowMnemonic
                                                                                         : Qt::TextHideMnemonic);
    style->drawItemText(painter, words, flags, option->palette, isEnabled, option->text, QPalette::ButtonText);
}

void drawHeaderSection(const QStyleOption* option, QPainter* painter)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                      option->palette.color(QPalette::Mid));
}

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(u"fusion"_s)
{
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        button(option, painter);
        return;
    case PE_PanelButtonTool:
        toolButton(option, painter);
        return;
    case PE_FrameLineEdit:
    case PE_PanelLineEdit: {
        const auto* panel = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (panel == nullptr || panel->lineWidth <= 0) {
            if (element == PE_PanelLineEdit) {
                painter->fillRect(option->rect.adjusted(1, 1, -1, -1), option->palette.brush(QPalette::Base));
            }
            return;
        }
        const bool focused = option->state.testFlag(State_HasFocus);
        frame(painter, option->rect, option->palette.color(QPalette::Base),
              focused ? option->palette.color(QPalette::Highlight) : outlineOf(option), focused ? 2 : 1);
        return;
    }
    case PE_IndicatorRadioButton:
    case PE_IndicatorCheckBox:
        drawIndicator(element == PE_IndicatorRadioButton, option, painter);
        return;
    case PE_IndicatorBranch:
        drawBranch(option, painter);
        return;
    case PE_PanelStatusBar:
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1),
                          option->palette.color(QPalette::Mid));
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_FrameStatusBarItem:
    case PE_PanelToolBar:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    switch (element) {
    case CE_ToolBar:
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case CE_MenuBarItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item == nullptr) {
            break;
        }
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        const bool active = option->state.testAnyFlags(State_Selected | State_Sunken);
        if (active) {
            frame(painter, option->rect.adjusted(1, 2, -1, -2),
                  mixed(option->palette.color(QPalette::Window), option->palette.color(QPalette::WindowText), 0.1F),
                  {});
        }
        const int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine
            | (styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0 ? 0 : Qt::TextHideMnemonic);
        drawItemText(painter, option->rect, flags, item->palette, item->state.testFlag(State_Enabled), item->text,
                     QPalette::WindowText);
        return;
    }
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            drawTabShape(tab, painter);
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            drawTabLabel(this, tab, painter, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto* push = qstyleoption_cast<const QStyleOptionButton*>(option); push != nullptr
            && !push->icon.isNull() && !push->text.isEmpty() && !push->features.testFlag(QStyleOptionButton::HasMenu)) {
            drawButtonLabel(this, push, painter);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(option, painter);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, option->palette.color(QPalette::Mid));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                   const QWidget* widget) const
{
    if (control == CC_SpinBox) {
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            drawSpinBox(this, spin, painter, widget);
            return;
        }
    }
    if (control == CC_ComboBox) {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (combo != nullptr) {
            drawComboBox(combo, painter);
            return;
        }
    }
    if (control == CC_ToolButton) {
        if (const QStyleOptionToolButton* button = menuButtonOf(option)) {
            drawMenuButton(this, button, painter, widget);
            return;
        }
    }
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(this, bar, painter, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            return visualRect(bar->direction, bar->rect, scrollBarPart(bar, part));
        }
    }
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    return control == CC_ComboBox && part == SC_ComboBoxEditField ? rect.adjusted(6, 0, 0, 0) : rect;
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ToolBarItemMargin:
    case PM_ToolBarFrameWidth:
    case PM_DockWidgetTitleMargin:
    case PM_DockWidgetFrameWidth:
        return 0;
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return 1;
    case PM_MenuButtonIndicator:
        return menuButtonOf(option) != nullptr ? menuWidth : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
        return 0;
    case SH_UnderlineShortcut:
        // Underlines belong to open menus and dialogs; the bar shows plain names.
        return qobject_cast<const QMenuBar*>(widget) != nullptr
            ? 0
            : QProxyStyle::styleHint(hint, option, widget, returnData);
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton) {
        result.setHeight(std::max(result.height(), size.height() + 8));
        result.setWidth(std::max(result.width(), size.width() + 26));
        const auto* push = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (push != nullptr && !push->icon.isNull() && !push->text.isEmpty()) {
            result.rwidth() += iconGap - 4; // the button counts 4 itself
        }
    } else if (type == CT_ToolButton) {
        if (const QStyleOptionToolButton* button = menuButtonOf(option)) {
            // the button itself makes room for a menu that stands beside the words
            const bool isApart = button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
            result.rwidth() += isApart ? 10 : menuWidth + 10;
        }
    } else if (type == CT_ComboBox) {
        result += QSize(12, 2);
    } else if (type == CT_MenuBarItem) {
        result = QSize(size.width() + 16, std::max(26, size.height() + 8));
    }
    return result;
}

} // namespace meshdraft::views
