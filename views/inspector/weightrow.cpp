// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/weightrow.h"

#include "views/common/chip.h"
#include "views/common/ink.h"
#include "views/common/paint.h"
#include "views/common/undopassing.h"
#include "views/inspector/weightslider.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

/// A button that is only its glyph: of a lock whether it is closed says it, no frame does.
class GlyphButton : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent* /*unused*/) override
    {
        QPainter painter(this);
        const QSize size = iconSize();
        icon().paint(&painter, QRect(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size),
                     Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
        if (hasFocus()) {
            drawBox(painter, QRectF(rect()), 4, {}, palette().color(QPalette::Highlight), 2);
        } else if (isEnabled() && underMouse()) {
            drawBox(painter, QRectF(rect()), 4, {}, palette().color(QPalette::Mid));
        }
    }
};

} // namespace

WeightRow::WeightRow(const Theme& theme, int position, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new QLabel(this))
    , m_chip(new Chip(theme, this))
    , m_pods(new QLabel(this))
    , m_lock(new GlyphButton(this))
    , m_remove(new GlyphButton(this))
    , m_slider(new WeightSlider(theme, this))
    , m_spin(new QSpinBox(this))
{
    const QString suffix = u'_' + QString::number(position);
    m_lock->setObjectName(u"lockButton"_s + suffix);
    m_lock->setCheckable(true);
    m_lock->setFixedSize(22, 22);
    m_lock->setIconSize({16, 16});
    m_remove->setObjectName(u"removeButton"_s + suffix);
    m_remove->setFixedSize(18, 18);
    m_remove->setIconSize({12, 12});
    // The Delete key on the slider does it: Tab has enough to walk.
    m_remove->setFocusPolicy(Qt::NoFocus);
    m_slider->setObjectName(u"weightSlider"_s + suffix);
    m_spin->setObjectName(u"weightSpin"_s + suffix);
    m_spin->setKeyboardTracking(false);
    passUndo(*m_spin);
    m_spin->setAlignment(Qt::AlignRight);
    m_spin->setFixedWidth(66);
    m_spin->setFont(tabularFont(font()));
    m_name->setTextFormat(Qt::RichText);
    m_pods->setFont(scaledFont(font(), secondaryScale));
    m_pods->setTextFormat(Qt::PlainText);
    setInk(*m_pods, theme, "muted");
    m_chip->setObjectName(u"weightChip"_s + suffix);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 0, 0);
    head->setSpacing(6);
    head->addWidget(m_name);
    head->addWidget(m_chip);
    head->addStretch(1);
    head->addWidget(m_pods);
    head->addWidget(m_remove);
    column->addLayout(head);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    line->addSpacing(-5);
    line->addWidget(m_lock);
    line->addWidget(m_slider, 1);
    line->addSpacing(8);
    line->addWidget(m_spin);
    column->addLayout(line);

    connect(m_slider, &QSlider::sliderPressed, this, &WeightRow::dragStarted);
    connect(m_slider, &QSlider::sliderReleased, this, &WeightRow::dragEnded);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { Q_EMIT weightRequested(value, m_slider->isSliderDown()); });
    connect(m_slider, &WeightSlider::lockRequested, m_lock, &QToolButton::click);
    connect(m_slider, &WeightSlider::digitTyped, this, &WeightRow::startTyping);
    connect(m_spin, &QSpinBox::valueChanged, this, [this](int value) { Q_EMIT weightRequested(value, false); });
    connect(m_lock, &QToolButton::toggled, this, &WeightRow::lockToggled);
    connect(m_remove, &QToolButton::clicked, this, &WeightRow::removeRequested);
    connect(m_slider, &WeightSlider::removeRequested, this, [this] {
        if (!m_remove->isHidden()) {
            Q_EMIT removeRequested();
        }
    });
    connect(&theme, &Theme::changed, this, [this] { restyle(); });
}

void WeightRow::orderTabsBehind(QWidget* before)
{
    setTabOrder(before, m_lock);
    setTabOrder(m_lock, m_slider);
    setTabOrder(m_slider, m_spin);
}

void WeightRow::startTyping(const QString& digit)
{
    if (!m_spin->isEnabled() || m_spin->isReadOnly()) {
        return;
    }
    m_spin->setFocus(Qt::ShortcutFocusReason);
    auto* edit = m_spin->findChild<QLineEdit*>();
    edit->setText(digit);
    edit->setCursorPosition(static_cast<int>(digit.size()));
}

void WeightRow::setData(const Data& shown)
{
    m_data = shown;
    const QSignalBlocker noSlider(m_slider);
    const QSignalBlocker noSpin(m_spin);
    const QSignalBlocker noLock(m_lock);
    const int total = static_cast<int>(std::max<std::int64_t>(shown.total, 1));
    const int weight = static_cast<int>(shown.weight);
    m_slider->setRange(0, std::max(total, weight));
    m_slider->setValue(weight);
    m_slider->setEnabled(shown.isEditable && !shown.isLocked);
    m_slider->setMark(shown.isEditable && shown.isChanged ? std::optional<int>(static_cast<int>(shown.old.value_or(0)))
                                                          : std::nullopt);
    m_spin->setRange(0, std::max(total, weight));
    m_spin->setSuffix(shown.isPercent ? tr(" %") : QString());
    if (m_spin->value() != weight || !m_spin->hasFocus()) {
        m_spin->setValue(weight);
    }
    m_spin->setReadOnly(!shown.isEditable || shown.isLocked);
    m_lock->setChecked(shown.isLocked);
    m_lock->setEnabled(shown.isEditable);
    m_pods->setText(shown.pods);
    m_remove->setVisible(shown.isRemovable);

    const QString spoken = shown.detail.isEmpty() ? shown.name : shown.detail + u' ' + shown.name;
    m_slider->setAccessibleName(tr("Weight of %1").arg(spoken));
    m_spin->setAccessibleName(tr("Weight of %1, number").arg(spoken));
    m_lock->setAccessibleName(tr("Lock the weight of %1").arg(spoken));
    m_remove->setAccessibleName(tr("Remove %1").arg(spoken));
    m_remove->setToolTip(tr("Remove this destination; its weight goes to the largest other (Del)"));
    m_lock->setToolTip(shown.isLocked ? tr("Locked: other sliders do not move it (L)")
                                      : tr("Free: gives way when another weight changes (L)"));
    restyle();
}

void WeightRow::restyle()
{
    QString name = u"<b style=\"font-weight:600\">%1</b>"_s.arg(m_data.name.toHtmlEscaped());
    if (!m_data.detail.isEmpty()) {
        name += u" <span style=\"color:%1\">%2</span>"_s.arg(m_theme.html("muted"), m_data.detail.toHtmlEscaped());
    }
    m_name->setText(name);
    m_name->setToolTip(m_data.detail.isEmpty() ? m_data.name : m_data.detail + u' ' + m_data.name);
    if (!m_data.isChanged) {
        m_chip->set({}, "muted", "unkbg");
    } else if (m_data.old) {
        m_chip->set(tr("~ %1 → %2").arg(*m_data.old).arg(m_data.weight), "chg", "chgbg");
    } else {
        m_chip->set(tr("+ new"), "add", "addbg");
    }
    m_lock->setIcon(m_theme.icon(m_data.isLocked ? u"lock"_s : u"lockopen"_s, m_data.isLocked ? "text" : "faint"));
    m_remove->setIcon(m_theme.icon(u"close"_s, "faint"));
    update();
}

void WeightRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const qreal middle = m_name->geometry().center().y() + 0.5;
    drawBox(painter, QRectF(0, middle - 5, 10, 10), 2, m_theme.color(seriesToken(m_data.series)),
            m_data.series >= 2 ? m_theme.color("ctl") : QColor());
}

} // namespace meshdraft::views
