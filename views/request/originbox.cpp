// SPDX-License-Identifier: Apache-2.0
#include "views/request/originbox.h"

#include "models/workspace/trafficwords.h"
#include "views/common/access.h"
#include "views/theme/theme.h"

#include <QCompleter>
#include <QFocusEvent>
#include <QLineEdit>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using traffic::Origin;

namespace {

constexpr int narrowest = 150;
constexpr int widest = 250;

QString iconOf(Origin::Kind kind)
{
    switch (kind) {
    case Origin::Kind::Workload:
        return u"workload"_s;
    case Origin::Kind::Namespace:
        return u"namespace"_s;
    case Origin::Kind::Gateway:
        return u"gateway"_s;
    case Origin::Kind::Outside:
        break;
    }
    return u"external"_s;
}

} // namespace

OriginBox::OriginBox(const Theme& theme, QWidget* parent)
    : QComboBox(parent)
    , m_theme(theme)
{
    setObjectName(u"requestFrom"_s);
    setEditable(true);
    setInsertPolicy(NoInsert);
    setMaxVisibleItems(18);
    setIconSize({16, 16});
    // a large mesh has thousands of callers: nobody measures them all
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(1);
    setChoiceName(*this, tr("From"));
    setToolTip(tr("Where the request starts: a gateway, a workload, a client in a namespace, or outside the mesh"));
    lineEdit()->setAccessibleName(tr("From"));
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setMaxVisibleItems(12);
    connect(this, &QComboBox::activated, this, &OriginBox::choose);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &OriginBox::takeText);
    connect(&theme, &Theme::changed, this, &OriginBox::fill);
}

QSize OriginBox::sizeHint() const
{
    const int text = fontMetrics().horizontalAdvance(currentText()) + 62;
    return {std::clamp(text, narrowest, widest), QComboBox::minimumSizeHint().height()};
}

QSize OriginBox::minimumSizeHint() const
{
    return {narrowest, QComboBox::minimumSizeHint().height()};
}

void OriginBox::setOrigins(const std::vector<Origin>& origins)
{
    if (origins == m_origins) {
        return;
    }
    m_origins = origins;
    fill();
}

void OriginBox::fill()
{
    const QSignalBlocker quiet(this);
    const bool isTyping = lineEdit()->isModified() && hasFocus();
    const QString typed = lineEdit()->text();
    clear();
    std::map<Origin::Kind, QIcon> icons;
    for (const Origin& origin : m_origins) {
        QIcon& icon = icons[origin.kind];
        if (icon.isNull()) {
            icon = m_theme.icon(iconOf(origin.kind));
        }
        addItem(icon, workspace::originText(origin));
    }
    setOrigin(m_origin);
    if (isTyping) {
        lineEdit()->setText(typed);
        lineEdit()->setModified(true);
    }
}

void OriginBox::setOrigin(const Origin& origin)
{
    m_origin = origin;
    const QSignalBlocker quiet(this);
    const auto known = std::ranges::find_if(m_origins, [&](const Origin& one) {
        return one.kind == origin.kind && one.ns == origin.ns && one.name == origin.name;
    });
    setCurrentIndex(known == m_origins.end() ? -1 : static_cast<int>(known - m_origins.begin()));
    if (known == m_origins.end()) {
        lineEdit()->setText(workspace::originText(origin));
    }
    lineEdit()->setModified(false);
    lineEdit()->setCursorPosition(0);
    updateGeometry();
}

void OriginBox::choose(int index)
{
    if (index < 0 || index >= static_cast<int>(m_origins.size())) {
        return;
    }
    const Origin chosen = m_origins[static_cast<std::size_t>(index)];
    const bool isOther = chosen != m_origin;
    setOrigin(chosen);
    if (isOther) {
        Q_EMIT originChosen();
    }
}

/// What was typed, where it names one; else what was there.
void OriginBox::takeText()
{
    if (!lineEdit()->isModified()) {
        return;
    }
    const QString typed = lineEdit()->text().trimmed();
    int only = -1;
    for (int i = 0; i < count() && !typed.isEmpty(); ++i) {
        if (itemText(i).compare(typed, Qt::CaseInsensitive) == 0) {
            only = i;
            break;
        }
        if (itemText(i).endsWith(u'/' + typed, Qt::CaseInsensitive) && only < 0) {
            only = i;
        }
    }
    if (only >= 0) {
        choose(only);
    } else {
        setOrigin(m_origin);
    }
}

void OriginBox::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason) {
        takeText();
    }
    QComboBox::focusOutEvent(event);
}

} // namespace meshdraft::views
