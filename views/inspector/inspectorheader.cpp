// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/inspectorheader.h"

#include "models/workspace/words.h"
#include "views/common/linklabel.h"
#include "views/common/paint.h"
#include "views/inspector/facts.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QFontInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

InspectorHeader::InspectorHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_name(new QLabel(this))
    , m_state(new QLabel(this))
    , m_link(new LinkLabel(this))
    , m_menu(new QToolButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 9);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setSpacing(9);
    m_icon->setFixedSize(18, 18);
    m_state->setFixedSize(14, 14);
    m_name->setObjectName(u"inspectorName"_s);
    m_name->setTextFormat(Qt::RichText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_link->setObjectName(u"inspectorLink"_s);
    m_link->setFont(scaledFont(font(), secondaryScale));
    m_link->setTextFormat(Qt::RichText);
    m_link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_icon);
    row->addWidget(m_name, 1);
    row->addWidget(m_state);
    m_menu->setObjectName(u"inspectorMenu"_s);
    m_menu->setAutoRaise(true);
    m_menu->setIconSize({16, 16});
    m_menu->setAccessibleName(tr("Actions for this resource"));
    m_menu->setToolTip(m_menu->accessibleName());
    m_menu->hide();
    row->addWidget(m_menu);
    column->addLayout(row);
    column->addWidget(m_link);
    connect(m_link, &QLabel::linkActivated, this,
            [this] { Q_EMIT fileRequested(QString::fromStdString(m_where.path), static_cast<int>(m_where.line)); });
    connect(&theme, &Theme::changed, this, [this] { restyle(); });
}

void InspectorHeader::setResource(const mesh::Resource& resource, const Location& where, topology::State state)
{
    m_iconName = iconOfKind(resource.key.kind);
    m_title = workspace::printable(resource.key.name);
    m_detail = FactSheet::kindAndNamespace(resource.key);
    m_where = where;
    m_change = state;
    restyle();
}

void InspectorHeader::setResources(const std::vector<mesh::ResourcePtr>& resources)
{
    const auto isSameKind = [&](const mesh::ResourcePtr& other) {
        return other->key.kind == resources.front()->key.kind;
    };
    const bool isOneKind = !resources.empty() && std::ranges::all_of(resources, isSameKind);
    m_iconName = isOneKind ? iconOfKind(resources.front()->key.kind) : u"layers"_s;
    m_title = tr("%1 resources").arg(resources.size());
    m_detail = isOneKind ? workspace::printable(resources.front()->key.kind) : tr("several kinds");
    m_where = {};
    m_change = topology::State::Same;
    restyle();
}

void InspectorHeader::setNamespace(const QString& name)
{
    m_iconName = u"namespace"_s;
    m_title = name;
    m_detail = tr("Namespace");
    m_where = {};
    m_change = topology::State::Same;
    restyle();
}

void InspectorHeader::setMenu(QMenu* menu)
{
    // Not the button's own menu: that would have an arrow beside the dots.
    menu->setObjectName(u"resourceMenu"_s);
    connect(m_menu, &QToolButton::clicked, menu,
            [this, menu] { menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    m_menu->show();
}

void InspectorHeader::restyle()
{
    m_menu->setIcon(m_theme.icon(u"menu"_s));
    if (m_title.isEmpty()) {
        return;
    }
    m_icon->setPixmap(m_theme.pixmap(m_iconName, 18, "muted", devicePixelRatioF()));
    const int size = qRound(QFontInfo(font()).pixelSize() * 1.08);
    m_name->setText(
        u"<span style=\"font-size:%1px;font-weight:600\">%2</span>&nbsp; <span style=\"font-size:%5px;color:%3\">%4</span>"_s
            .arg(QString::number(size), m_title.toHtmlEscaped(), m_theme.html("muted"), m_detail.toHtmlEscaped(),
                 QString::number(scaledFont(font(), secondaryScale).pixelSize())));
    m_name->setToolTip(m_title + u'\n' + m_detail);
    const Look look = lookOf(m_change);
    m_state->setVisible(!look.icon.isEmpty());
    if (!look.icon.isEmpty()) {
        m_state->setPixmap(m_theme.pixmap(look.icon, 14, look.token, devicePixelRatioF()));
    }
    m_link->setVisible(!m_where.path.empty());
    const QString place = workspace::printable(m_where.path) + u':' + QString::number(m_where.line);
    const QString shown = QFontMetrics(m_link->font()).elidedText(place, Qt::ElideMiddle, std::max(200, width() - 24));
    m_link->setText(u"<a href=\"#\" style=\"color:%1\">%2</a>"_s.arg(m_theme.html("link"), shown.toHtmlEscaped()));
    m_link->setToolTip(tr("Open %1 in the editor").arg(place));
}

void InspectorHeader::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color("border2"));
}

} // namespace meshdraft::views
