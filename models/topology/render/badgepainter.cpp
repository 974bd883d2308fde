// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/scenepainter.h"

#include <algorithm>

namespace meshdraft::topology {

namespace {

constexpr double numberSize = 18;

constexpr double badgeSize = 17;
constexpr std::size_t mostBadges = 3;
constexpr double badgeStep = 19;

Glyph severityGlyph(checks::Severity severity)
{
    switch (severity) {
    case checks::Severity::Error:
        return Glyph::Error;
    case checks::Severity::Warning:
        return Glyph::Warning;
    case checks::Severity::Info:
        return Glyph::Info;
    case checks::Severity::Unknown:
        break;
    }
    return Glyph::Unknown;
}

Glyph badgeGlyph(Badge badge)
{
    switch (badge) {
    case Badge::Timeout:
        return Glyph::Timeout;
    case Badge::Retry:
        return Glyph::Retry;
    case Badge::Mirror:
        return Glyph::Mirror;
    case Badge::Fault:
        return Glyph::Fault;
    case Badge::HeaderMatch:
        return Glyph::Header;
    case Badge::CircuitBreaker:
        break;
    }
    return Glyph::Bolt;
}

/// What a closed group is counted by: its services, else what it has instead.
std::pair<Glyph, std::uint32_t> mainCount(const ClosedGroup& group)
{
    const Tally& tally = group.tally;
    if (!group.isNamespace)
        return {Glyph::Circle, tally.workloads};
    if (tally.services > 0)
        return {Glyph::Diamond, tally.services};
    if (tally.gateways > 0)
        return {Glyph::Globe, tally.gateways};
    if (tally.workloads > 0)
        return {Glyph::Circle, tally.workloads};
    return {Glyph::Route, tally.routeTables};
}

} // namespace

/// A shield with the number of policies that select the node by its labels or name.
void ScenePainter::paintPolicyBadges(int index)
{
    const Node& node = m_scene.topology().nodes[static_cast<std::size_t>(index)];
    const auto& selectedBy = m_scene.options().facts->selectedBy;
    const auto it = selectedBy.find(node.id);
    if (it == selectedBy.end() || it->second.empty())
        return;
    const QRectF& shape = m_scene.nodes()[static_cast<std::size_t>(index)].shape;
    const QPointF center(shape.left() + (node.type == NodeType::Workload ? 2 : 12), shape.bottom() + 1);
    m_painter.setPen(QPen(m_colors.nodeline, m_pixel));
    m_painter.setBrush(m_colors.node);
    m_painter.drawEllipse(center, badgeSize / 2, badgeSize / 2);
    paintGlyphAt(Glyph::Shield, QRectF(center.x() - 6, center.y() - 6, 12, 12), m_colors.muted, m_colors.node);
}

/// Too small for its texts: the title and the worst signs at a constant size on the screen.
void ScenePainter::paintFarGroup(const Node& node, const GraphScene::NodeItem& item)
{
    const QRectF& shape = item.shape;
    const double room = (shape.width() / m_pixel) - 8;
    const QFontMetricsF metrics(m_detailFont);
    const QString title = metrics.elidedText(item.title.text(), Qt::ElideRight, room);
    if (title.size() > 3) {
        m_painter.save();
        m_painter.translate(shape.center());
        m_painter.scale(m_pixel, m_pixel);
        m_painter.setFont(m_detailFont);
        m_painter.setPen(m_colors.text);
        m_painter.drawText(QRectF(-room / 2, -8, room, 16), Qt::AlignCenter, title);
        m_painter.restore();
    }
    const Tally& tally = node.closed->tally;
    if (m_showsFindings && (tally.errors > 0 || tally.warnings > 0))
        paintFinding(tally.errors > 0 ? checks::Severity::Error : checks::Severity::Warning, shape);
    if (tally.changes > 0)
        paintStateGlyph(State::Changed, shape);
}

void ScenePainter::paintClosedTexts(const Node& node, const GraphScene::NodeItem& item)
{
    const QRectF& shape = item.shape;
    const ClosedGroup& group = *node.closed;
    if (group.outside) {
        drawText(item.title, shape.center().x() - (item.titleWidth / 2), shape.center().y() - 7, m_titleFont,
                 m_titleHeight, m_colors.muted);
        if (m_detail == Detail::Full) {
            drawText(item.subtitle, shape.center().x() - (item.subtitleWidth / 2), shape.center().y() + 9, m_detailFont,
                     m_detailHeight, m_colors.muted);
        }
        return;
    }
    const double first = shape.top() + 17;
    const double second = shape.top() + 41;
    paintGlyphAt(Glyph::Closed, QRectF(shape.left() + 7, first - 6.5, 13, 13), m_colors.text, m_colors.node);
    drawText(item.title, shape.left() + 23, first, m_titleFont, m_titleHeight, m_colors.text);
    if (m_showsLocks && node.mtls != mesh::MtlsMode::Unset)
        paintGlyphAt(modeGlyph(node.mtls), QRectF(shape.right() - 21, first - 7, 13, 13), modeColor(node.mtls),
                     m_colors.node);
    const auto [glyph, count] = mainCount(group);
    paintGlyphAt(glyph, QRectF(shape.left() + 8, second - 7, 14, 14), m_colors.muted, m_colors.node);
    m_painter.setFont(m_noteFont);
    m_painter.setPen(m_colors.muted);
    m_painter.drawText(QRectF(shape.left() + 27, second - 8, 60, 16), Qt::AlignVCenter, QString::number(count));
    paintTally(group.tally, shape.right() - 9, second, m_colors.node);
}

void ScenePainter::paintBadges(const Node& node, const QRectF& shape)
{
    if (node.badges.empty())
        return;
    if (node.type == NodeType::Service || node.type == NodeType::ServiceEntry) {
        paintBadge(node.badges.front(), {shape.right() - (node.state == State::Same ? 14 : 26), shape.top()});
        return;
    }
    const std::size_t shown = std::min(node.badges.size(), mostBadges);
    double x = shape.right() - 12;
    for (std::size_t i = 0; i < shown; ++i, x -= badgeStep)
        paintBadge(node.badges[i], {x, shape.bottom() + 1});
    if (node.badges.size() > shown) {
        m_painter.setFont(m_detailFont);
        m_painter.setPen(m_colors.muted);
        m_painter.drawText(QRectF(x - 14, shape.bottom() - 6, 22, 16), Qt::AlignRight | Qt::AlignVCenter,
                           QStringLiteral("+%1").arg(node.badges.size() - shown));
    }
}

void ScenePainter::paintBadge(Badge badge, QPointF center)
{
    m_painter.setPen(QPen(m_colors.nodeline, m_pixel));
    m_painter.setBrush(m_colors.node);
    m_painter.drawEllipse(center, badgeSize / 2, badgeSize / 2);
    paintGlyphAt(badgeGlyph(badge), QRectF(center.x() - 6, center.y() - 6, 12, 12), m_colors.muted, m_colors.node);
}

void ScenePainter::paintStateGlyph(State state, const QRectF& shape)
{
    const Glyph glyph = state == State::Added ? Glyph::Added
        : state == State::Removed             ? Glyph::Removed
                                              : Glyph::Changed;
    paintSign(glyph, {shape.right() + 2, shape.top() + 1}, 14, stateColor(state));
}

/// The steps of a request, in the corner of what they come to; of one size at every zoom.
void ScenePainter::paintNumbers()
{
    if (!m_viewport.emphasis)
        return;
    const double size = atLeast(numberSize, numberSize);
    QFont font = m_labelFont;
    font.setPixelSize(11);
    font.setWeight(QFont::DemiBold);
    for (const auto& [index, number] : m_viewport.emphasis->numbers) {
        const Node& node = m_scene.topology().nodes[static_cast<std::size_t>(index)];
        const QRectF& shape = m_scene.nodes()[static_cast<std::size_t>(index)].shape;
        if (!shape.intersects(m_viewport.visible))
            continue;
        // the corner belongs to a finding where there is one
        const double aside = node.finding && m_showsFindings ? 0.9 * size : 0;
        const QPointF center(shape.left() + 2 - aside, shape.top() + 1);
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(m_colors.canvas, 1.5 * m_pixel));
        m_painter.setBrush(m_colors.lit);
        m_painter.drawEllipse(center, size / 2, size / 2);
        m_painter.translate(center);
        m_painter.scale(size / numberSize, size / numberSize);
        m_painter.setFont(font);
        m_painter.setPen(m_colors.canvas);
        m_painter.drawText(QRectF(-numberSize, -numberSize, 2 * numberSize, 2 * numberSize), Qt::AlignCenter,
                           QString::number(number));
        m_painter.restore();
    }
}

void ScenePainter::paintFinding(checks::Severity severity, const QRectF& shape)
{
    const QColor color = severity == checks::Severity::Error ? m_colors.err
        : severity == checks::Severity::Warning              ? m_colors.warn
        : severity == checks::Severity::Info                 ? m_colors.info
                                                             : m_colors.unk;
    paintSign(severityGlyph(severity), {shape.left() + 2, shape.top() + 1}, 15, color);
}

} // namespace meshdraft::topology
