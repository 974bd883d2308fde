// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/scenepainter.h"

#include "models/topology/render/edgegeometry.h"
#include "models/topology/render/words.h"

#include <QPaintEngine>

#include <cmath>

namespace meshdraft::topology {

namespace {

using Role = TextMeasure::Role;

constexpr double groupRadius = 6;
constexpr double groupTitleHeight = 26;
constexpr double groupPadding = 12;
constexpr double chevronSize = 12;

} // namespace

Detail detailAt(double zoom)
{
    const double height = 12 * zoom;
    if (height < 4)
        return Detail::Overview;
    if (height < 7)
        return Detail::Shapes;
    return height < 10 ? Detail::Titles : Detail::Full;
}

SceneColors::SceneColors(const Palette& palette)
    : canvas(palette.color("canvas"))
    , ns(palette.color("ns"))
    , nsline(palette.color("nsline"))
    , node(palette.color("node"))
    , nodeline(palette.color("nodeline"))
    , border(palette.color("border"))
    , text(palette.color("text"))
    , muted(palette.color("muted"))
    , faint(palette.color("faint"))
    , hl(palette.color("hl"))
    , hlsoft(palette.color("hlsoft"))
    , focus(palette.color("focus"))
    , edge(palette.color("edge"))
    , err(palette.color("err"))
    , warn(palette.color("warn"))
    , info(palette.color("info"))
    , unk(palette.color("unk"))
    , add(palette.color("add"))
    , addbg(palette.color("addbg"))
    , rem(palette.color("rem"))
    , rembg(palette.color("rembg"))
    , chg(palette.color("chg"))
    , chgbg(palette.color("chgbg"))
    , strict(palette.color("strict"))
    , perm(palette.color("perm"))
    , disab(palette.color("disab"))
    , lit(palette.color("lit"))
    , outline(palette.isHighContrast() ? 2 : 1.25)
    , faded(palette.isHighContrast() ? 0.7 : 0.45)
{
}

ScenePainter::ScenePainter(QPainter& painter, const GraphScene& scene, const Viewport& viewport, const Palette& palette)
    : m_painter(painter)
    , m_scene(scene)
    , m_viewport(viewport)
    , m_colors(palette)
    , m_detail(detailAt(viewport.zoom))
    , m_pixel(1 / viewport.zoom)
    , m_selected(scene.find(viewport.selected))
    , m_hovered(scene.find(viewport.hovered))
    , m_hasManyCalls(std::ranges::count(scene.topology().edges, EdgeType::Calls, &Edge::type) > mostCalls)
    , m_showsLocks((scene.options().layers & LockLayer) != 0)
    , m_showsBadges((scene.options().layers & BadgeLayer) != 0)
    , m_showsFindings((scene.options().layers & FindingLayer) != 0)
    , m_titleFont(FontMeasure::font(Role::NodeTitle))
    , m_detailFont(FontMeasure::font(Role::NodeDetail))
    , m_labelFont(FontMeasure::font(Role::EdgeLabel))
    , m_noteFont(m_labelFont)
    , m_isRaster(painter.paintEngine()->type() == QPaintEngine::Raster)
    , m_titleHeight(QFontMetricsF(m_titleFont).height())
    , m_detailHeight(QFontMetricsF(m_detailFont).height())
    , m_labelHeight(QFontMetricsF(m_labelFont).height())
{
    m_noteFont.setWeight(QFont::Normal);
    m_noteHeight = QFontMetricsF(m_noteFont).height();
    for (const mesh::ElementRef& element : viewport.picked) {
        const GraphScene::Hit hit = scene.find(element);
        if (hit.kind == GraphScene::Hit::NodeHit || hit.kind == GraphScene::Hit::SubsetHit)
            m_picked.push_back(hit.index);
    }
}

template <typename Paint>
void ScenePainter::inLayers(const std::vector<int>& items, const std::vector<char> Emphasis::* part, const Paint& paint)
{
    const Emphasis* emphasis = m_viewport.emphasis.get();
    if (emphasis == nullptr) {
        paint(items);
        return;
    }
    const std::vector<char>& standsOut = emphasis->*part;
    std::vector<int> loud;
    std::vector<int> faded;
    for (const int item : items)
        (standsOut[static_cast<std::size_t>(item)] != 0 ? loud : faded).push_back(item);
    const double opacity = m_painter.opacity();
    m_painter.setOpacity(opacity * m_colors.faded);
    m_isBackground = emphasis->lit;
    paint(faded);
    m_isBackground = false;
    m_painter.setOpacity(opacity);
    paint(loud);
}

void ScenePainter::paint()
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing, m_viewport.zoom >= 0.35);
    const std::vector<int> edges = m_scene.edgesIn(m_viewport.visible);
    const std::vector<int> nodes = m_scene.nodesIn(m_viewport.visible);
    paintGroups();
    const auto edgesWith = [&](auto&& paintList) { inLayers(edges, &Emphasis::edges, paintList); };
    const auto nodesWith = [&](auto&& paintList) { inLayers(nodes, &Emphasis::nodes, paintList); };
    if (m_detail == Detail::Overview) {
        edgesWith([this](const std::vector<int>& list) { paintStraightEdges(list); });
        paintBundles();
        nodesWith([this](const std::vector<int>& list) { paintMarks(list); });
    } else {
        edgesWith([this](const std::vector<int>& list) { paintEdges(list); });
        nodesWith([this](const std::vector<int>& list) { paintNodes(list); });
        edgesWith([this](const std::vector<int>& list) { paintLabels(list); });
    }
    for (std::size_t i = 0; i < m_scene.groups().size(); ++i)
        paintGroupTitle(static_cast<int>(i));
    paintNumbers();
    m_painter.restore();
}

void ScenePainter::paintGroups()
{
    for (std::size_t i = 0; i < m_scene.groups().size(); ++i) {
        if (!m_scene.topology().groups[i].closed && m_scene.groups()[i].rect.intersects(m_viewport.visible))
            paintGroup(static_cast<int>(i));
    }
}

void ScenePainter::paintGroup(int index)
{
    const Group& group = m_scene.topology().groups[static_cast<std::size_t>(index)];
    QPen pen(m_colors.nsline, 1.25 * m_pixel);
    if (group.outside)
        pen.setDashPattern({4, 3});
    const QColor fill = group.outside ? m_colors.canvas : m_colors.ns;
    if (m_selected.kind == GraphScene::Hit::GroupHit && m_selected.index == index) {
        pen = QPen(m_colors.hl, 2 * m_pixel);
    }
    m_painter.setPen(pen);
    m_painter.setBrush(fill);
    m_painter.drawRoundedRect(m_scene.groups()[static_cast<std::size_t>(index)].rect, groupRadius, groupRadius);
}

void ScenePainter::paintGroupTitle(int index)
{
    const GraphScene::GroupItem& item = m_scene.groups()[static_cast<std::size_t>(index)];
    if (m_scene.topology().groups[static_cast<std::size_t>(index)].closed || !item.rect.intersects(m_viewport.visible))
        return;
    const Group& group = m_scene.topology().groups[static_cast<std::size_t>(index)];
    // Far away the title keeps 12 px on the screen; it is left out where the box is too small for it.
    const double scale = m_detail == Detail::Full || m_detail == Detail::Titles ? 1 : m_pixel;
    const double room = (item.rect.width() / scale) - (2 * groupPadding);
    if (item.titleWidth > room + 8 || item.rect.height() / scale < 18)
        return;
    m_painter.save();
    m_painter.translate(item.rect.topLeft());
    m_painter.scale(scale, scale);
    double x = std::min(groupPadding, (item.rect.width() / scale - item.titleWidth) / 2);
    const double y = std::max(7.0, groupTitleHeight / scale / 2);
    if (scale > 1) {
        m_painter.fillRect(QRectF(x - 2, 2, item.titleWidth + 4, (2 * y) - 3),
                           group.outside ? m_colors.canvas : m_colors.ns);
    }
    if (scale == 1) {
        paintGlyphAt(Glyph::Opened, QRectF(x - 4, y - (chevronSize / 2), chevronSize, chevronSize), m_colors.muted,
                     m_colors.ns);
        x += chevronSize;
    }
    drawText(item.title, x, y, m_titleFont, m_titleHeight, m_colors.muted);
    x += item.titleWidth + 12;
    const double end = room + groupPadding;
    if (m_detail == Detail::Overview) {
        m_painter.setFont(m_noteFont);
        m_painter.setPen(m_colors.muted);
        if (x + 30 <= end)
            m_painter.drawText(QRectF(x - 4, y - 8, 40, 16), Qt::AlignVCenter, QString::number(item.nodes));
        m_painter.restore();
        return;
    }
    if (m_showsLocks && item.modeWidth > 0 && x + 18 + item.modeWidth <= end) {
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintGlyphAt(modeGlyph(group.mtls), QRectF(x, y - 7, 13, 13), modeColor(group.mtls), m_colors.ns);
        drawText(item.mode, x + 18, y, m_labelFont, m_labelHeight, modeColor(group.mtls));
        x += 18 + item.modeWidth + 16;
    }
    if (item.noteWidth > 0 && x + item.noteWidth <= end) {
        drawText(item.note, x, y, m_noteFont, m_noteHeight, m_colors.muted);
        x += item.noteWidth + 16;
    }
    if (scale == 1 && x + 70 <= end)
        paintTally(item.tally, end + 4, y, m_colors.ns);
    m_painter.restore();
}

double ScenePainter::paintTally(const Tally& tally, double right, double y, const QColor& behind)
{
    const auto paint = [&](Glyph glyph, std::uint32_t count, const QColor& color) {
        if (count == 0)
            return;
        const QString text = QString::number(count);
        const double width = QFontMetricsF(m_labelFont).horizontalAdvance(text);
        right -= width;
        m_painter.setFont(m_labelFont);
        m_painter.setPen(m_colors.text);
        m_painter.drawText(QRectF(right, y - 8, width + 2, 16), Qt::AlignVCenter, text);
        right -= 17;
        paintGlyphAt(glyph, QRectF(right, y - 6.5, 13, 13), color, behind);
        right -= 7;
    };
    if (m_showsFindings) {
        // The worst alone where both would not fit beside the count.
        if (tally.errors > 0) {
            paint(Glyph::Error, tally.errors, m_colors.err);
        } else {
            paint(Glyph::Warning, tally.warnings, m_colors.warn);
        }
    }
    paint(Glyph::Changed, tally.changes, m_colors.chg);
    return right;
}

QColor ScenePainter::modeColor(mesh::MtlsMode mode) const
{
    switch (mode) {
    case mesh::MtlsMode::Strict:
        return m_colors.strict;
    case mesh::MtlsMode::Permissive:
        return m_colors.perm;
    case mesh::MtlsMode::Disable:
        return m_colors.disab;
    case mesh::MtlsMode::Unset:
        break;
    }
    return m_colors.faint;
}

Glyph ScenePainter::modeGlyph(mesh::MtlsMode mode)
{
    if (mode == mesh::MtlsMode::Strict)
        return Glyph::LockClosed;
    return mode == mesh::MtlsMode::Permissive ? Glyph::LockHalf : Glyph::LockOpen;
}

void ScenePainter::drawText(const QStaticText& text, double x, double centerY, const QFont& font, double lineHeight,
                            const QColor& color)
{
    if (m_isBackground && &font == &m_detailFont)
        return;
    m_painter.setFont(font);
    m_painter.setPen(color);
    m_painter.drawStaticText(QPointF(x, centerY - (lineHeight / 2)), text);
}

void ScenePainter::paintGlyphAt(Glyph glyph, const QRectF& square, const QColor& color, const QColor& behind)
{
    const QTransform transform = m_painter.worldTransform();
    if (!m_isRaster || transform.type() > QTransform::TxScale) {
        paintGlyph(m_painter, glyph, square, color, behind);
        return;
    }
    const double ratio = m_painter.device()->devicePixelRatio();
    const int side = std::max(1, static_cast<int>(std::round(square.width() * transform.m11() * ratio)));
    QPixmap& picture = m_glyphs[{glyph, side, color.rgba(), behind.rgba()}];
    if (picture.isNull()) {
        picture = QPixmap(side, side);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        paintGlyph(painter, glyph, QRectF(0, 0, side, side), color, behind);
        painter.end();
        picture.setDevicePixelRatio(ratio);
    }
    const QPointF at = transform.map(square.topLeft());
    m_painter.setWorldTransform(QTransform());
    m_painter.drawPixmap(QPointF(std::round(at.x() * ratio) / ratio, std::round(at.y() * ratio) / ratio), picture);
    m_painter.setWorldTransform(transform);
}

void ScenePainter::paintSign(Glyph glyph, QPointF center, double size, const QColor& color)
{
    const double side = m_detail == Detail::Full || m_detail == Detail::Titles ? size : std::max(size, 13 * m_pixel);
    // A ring of the background keeps the sign apart from the outline it sits on.
    const double ring = (side / 2) + (1.2 * m_pixel);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colors.canvas);
    m_painter.drawRoundedRect(QRectF(center.x() - ring, center.y() - ring, 2 * ring, 2 * ring), ring / 3, ring / 3);
    paintGlyphAt(glyph, QRectF(center.x() - (side / 2), center.y() - (side / 2), side, side), color, m_colors.canvas);
}

QColor ScenePainter::stateColor(State state) const
{
    switch (state) {
    case State::Added:
        return m_colors.add;
    case State::Removed:
        return m_colors.rem;
    case State::Changed:
        return m_colors.chg;
    case State::Same:
        break;
    }
    return m_colors.nodeline;
}

void paintScene(QPainter& painter, const GraphScene& scene, const Viewport& viewport, const Palette& palette)
{
    ScenePainter(painter, scene, viewport, palette).paint();
}

} // namespace meshdraft::topology
