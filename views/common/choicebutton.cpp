// SPDX-License-Identifier: Apache-2.0
#include "views/common/choicebutton.h"

#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QStyleOptionComboBox>
#include <QStylePainter>

#include <algorithm>

namespace meshdraft::views {

namespace {

constexpr int gap = 5;
constexpr int longest = 190; ///< of the choice
constexpr int shortest = 40;
constexpr int barHeight = 26;

} // namespace

ChoiceButton::ChoiceButton(const Theme& theme, const QString& name, QWidget* parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_name(name)
{
    setPopupMode(QToolButton::InstantPopup);
    setFont(scaledFont(font(), secondaryScale));
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChoiceButton::setChoice(const QString& choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    setAccessibleDescription(choice);
    setToolTip(m_name.isEmpty() ? choice : QString(m_name + u' ' + choice));
    updateGeometry();
    update();
}

int ChoiceButton::widthFor(int textWidth) const
{
    return 10 + fontMetrics().horizontalAdvance(m_name) + gap + textWidth + 26;
}

QSize ChoiceButton::sizeHint() const
{
    QFont strong(font());
    strong.setWeight(QFont::DemiBold);
    return {widthFor(std::min(longest, QFontMetrics(strong).horizontalAdvance(m_choice) + 2)), barHeight};
}

QSize ChoiceButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 10 + shortest + 26), barHeight};
}

void ChoiceButton::paintEvent(QPaintEvent* /*event*/)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    option.initFrom(this);
    option.editable = false;
    option.subControls = QStyle::SC_ComboBoxFrame | QStyle::SC_ComboBoxArrow;
    if (isDown())
        option.state |= QStyle::State_Sunken;
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    QRect text = rect().adjusted(10, 0, -24, 0);
    // Where there is no room for both, the choice says more than the name.
    if (width() >= widthFor(shortest)) {
        painter.setPen(m_theme.color(isEnabled() ? "muted" : "ctl"));
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, m_name);
        text.setLeft(text.left() + fontMetrics().horizontalAdvance(m_name) + gap);
    }
    QFont strong(font());
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(m_theme.color(isEnabled() ? "text" : "ctl"));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(strong).elidedText(m_choice, Qt::ElideRight, text.width()));
}

} // namespace meshdraft::views
