// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/mirrorrow.h"

#include "views/common/access.h"
#include "views/common/ink.h"
#include "views/common/paint.h"
#include "views/common/undopassing.h"
#include "views/inspector/destinationform.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

/// A mirror doubles the load of what it goes to: it starts small.
constexpr double usualPercent = 5;

/// Only as many decimals as the number has.
class PercentBox : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override { return locale().toString(value, 'g', 5); }
};

} // namespace

MirrorRow::MirrorRow(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_check(new QCheckBox(tr("Mirror"), this))
    , m_note(new QLabel(this))
    , m_details(new QWidget(this))
    , m_to(new QComboBox(m_details))
    , m_percent(new PercentBox(m_details))
{
    setObjectName(u"mirrorRow"_s);
    m_check->setObjectName(u"mirrorCheck"_s);
    m_check->setFont(scaledFont(font(), 1, QFont::DemiBold));
    m_note->setObjectName(u"mirrorNote"_s);
    m_note->setFont(scaledFont(font(), secondaryScale));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    setInk(*m_note, theme, "muted");
    m_to->setObjectName(u"mirrorTo"_s);
    setChoiceName(*m_to, tr("Mirror to"));
    m_to->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_to->setMinimumContentsLength(10);
    m_percent->setObjectName(u"mirrorPercent"_s);
    m_percent->setAccessibleName(tr("Share of the requests that is mirrored"));
    m_percent->setKeyboardTracking(false);
    m_percent->setSuffix(tr(" %"));
    m_percent->setFixedWidth(78);
    m_percent->setAlignment(Qt::AlignRight);
    m_percent->setFont(tabularFont(font()));
    passUndo(*m_percent);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 11);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_check);
    row->addWidget(m_note, 1);
    column->addLayout(row);
    auto* details = new QHBoxLayout(m_details);
    details->setContentsMargins(24, 0, 0, 0);
    details->setSpacing(8);
    details->addWidget(m_to, 1);
    details->addWidget(m_percent);
    column->addWidget(m_details);

    connect(m_check, &QCheckBox::clicked, this, [this](bool on) {
        if (on) {
            m_percent->setValue(usualPercent);
        }
        request();
    });
    connect(m_to, &QComboBox::activated, this, [this] { request(); });
    connect(m_percent, &QDoubleSpinBox::valueChanged, this, [this] {
        if (m_details->isVisible()) {
            request();
        }
    });
}

void MirrorRow::setMirror(const std::vector<workspace::DestinationChoice>& choices, const mesh::Route& route,
                          const QString& reason, bool isGatewayApi)
{
    const QSignalBlocker noCheck(m_check);
    const QSignalBlocker noPercent(m_percent);
    m_choices.clear();
    for (const workspace::DestinationChoice& choice : choices) {
        if (!choice.isNewSubset) {
            m_choices.push_back(choice);
        }
    }
    const bool isOn = !route.mirrors.empty();
    int current = static_cast<int>(m_choices.size()) - 1;
    if (isOn) {
        const changes::DestinationSpec target = changes::specOf(route.mirrors.front());
        const auto found = std::ranges::find_if(
            m_choices, [&](const workspace::DestinationChoice& choice) { return choice.destination == target; });
        current = static_cast<int>(found - m_choices.begin());
        if (found == m_choices.end()) {
            workspace::DestinationChoice there;
            there.destination = target;
            m_choices.push_back(std::move(there));
        }
        m_percent->setDecimals(isGatewayApi ? 0 : 2);
        m_percent->setRange(isGatewayApi ? 1 : 0.01, 100);
        m_percent->setValue(route.mirrors.front().share * 100);
    }
    m_to->clear();
    for (const workspace::DestinationChoice& choice : m_choices) {
        m_to->addItem(choiceText(choice));
    }
    m_to->setCurrentIndex(current);
    m_check->setChecked(isOn);
    m_check->setEnabled(reason.isEmpty() && !m_choices.empty());
    m_check->setToolTip(reason);
    m_note->setText(reason.isEmpty() ? tr("copies requests, drops the replies") : reason);
    m_details->setVisible(isOn && reason.isEmpty());
}

void MirrorRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color("border2"));
}

void MirrorRow::request()
{
    if (!m_check->isChecked() || m_to->currentIndex() < 0) {
        Q_EMIT requested(std::nullopt);
        return;
    }
    Q_EMIT requested(
        changes::MirrorSpec{m_choices[static_cast<std::size_t>(m_to->currentIndex())].destination, m_percent->value()});
}

} // namespace meshdraft::views
