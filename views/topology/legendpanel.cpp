// SPDX-License-Identifier: Apache-2.0
#include "views/topology/legendpanel.h"

#include "models/topology/render/glyphs.h"
#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/topology/graphcanvas.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using topology::Glyph;

namespace {

constexpr int rowHeight = 22;
constexpr std::array columnWidths = {244, 208, 168};
constexpr int sampleWidth = 40;
constexpr int padding = 12;
constexpr int titleHeight = 26;
constexpr int distance = 10;

struct Entry {
    const char* text;
    std::function<void(QPainter&, const QRectF&, const Theme&)> paint; ///< into a place of 40 x 22
    const char* flowText = nullptr; ///< what it means where the labels show flows; null: the same
};

auto glyph(Glyph sign, const char* token)
{
    return [sign, token](QPainter& painter, const QRectF& place, const Theme& theme) {
        const QPointF at = place.center() - QPointF(7, 7);
        topology::paintGlyph(painter, sign, QRectF(at, QSizeF(14, 14)), theme.color(token), theme.color("base"));
    };
}

auto shape(const char* line, qreal radius, Qt::PenStyle style = Qt::SolidLine)
{
    return [line, radius, style](QPainter& painter, const QRectF& place, const Theme& theme) {
        painter.setPen(QPen(theme.color(line), 1.4, style));
        painter.setBrush(theme.color("node"));
        painter.drawRoundedRect(place.adjusted(6, 5, -6, -5), radius, radius);
    };
}

auto gateway()
{
    return [](QPainter& painter, const QRectF& place, const Theme& theme) {
        const QRectF r = place.adjusted(6, 5, -6, -5);
        painter.setPen(QPen(theme.color("nodeline"), 1.4));
        painter.setBrush(theme.color("node"));
        painter.drawPolygon(QPolygonF({r.topLeft(),
                                       {r.right() - 6, r.top()},
                                       {r.right(), r.center().y()},
                                       {r.right() - 6, r.bottom()},
                                       r.bottomLeft()}));
    };
}

auto workload()
{
    return [](QPainter& painter, const QRectF& place, const Theme& theme) {
        painter.setPen(QPen(theme.color("nodeline"), 1.4));
        painter.setBrush(theme.color("node"));
        painter.drawEllipse(place.center(), 7, 7);
    };
}

auto outside()
{
    return [](QPainter& painter, const QRectF& place, const Theme& theme) {
        const QRectF r = place.adjusted(6, 5, -6, -5);
        painter.setPen(QPen(theme.color("nodeline"), 1.4));
        painter.setBrush(theme.color("node"));
        painter.drawPolygon(
            QPolygonF({{r.left() + 4, r.top()}, {r.right() - 4, r.top()}, r.bottomRight(), r.bottomLeft()}));
    };
}

auto closedGroup()
{
    return [](QPainter& painter, const QRectF& place, const Theme& theme) {
        const QRectF r = place.adjusted(5, 4, -9, -6);
        painter.setPen(QPen(theme.color("nsline"), 1));
        painter.setBrush(theme.color("canvas"));
        painter.drawRoundedRect(r.translated(3, 3), 3, 3);
        painter.setPen(QPen(theme.color("nodeline"), 1.4));
        painter.setBrush(theme.color("node"));
        painter.drawRoundedRect(r, 3, 3);
    };
}

auto line(const char* token, qreal width, QList<qreal> dashes = {})
{
    return [token, width, dashes](QPainter& painter, const QRectF& place, const Theme& theme) {
        QPen pen(theme.color(token), width, Qt::SolidLine, Qt::FlatCap);
        if (!dashes.isEmpty())
            pen.setDashPattern(dashes);
        painter.setPen(pen);
        const qreal y = place.center().y();
        painter.drawLine(QPointF(place.left() + 3, y), QPointF(place.right() - 8, y));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(token));
        const qreal half = 3.5 + (width / 2);
        painter.drawPolygon(
            QPolygonF({{place.right() - 2, y}, {place.right() - 9, y - half}, {place.right() - 9, y + half}}));
    };
}

auto twoLines()
{
    return [](QPainter& painter, const QRectF& place, const Theme& theme) {
        const qreal y = place.center().y();
        painter.setPen(QPen(theme.color("edge"), 1.2));
        painter.drawLine(QPointF(place.left() + 3, y - 2), QPointF(place.right() - 3, y - 2));
        painter.drawLine(QPointF(place.left() + 3, y + 2), QPointF(place.right() - 3, y + 2));
    };
}

const std::vector<std::vector<Entry>>& columns()
{
    static const std::vector<std::vector<Entry>> all = {
        {
            {QT_TRANSLATE_NOOP("LegendPanel", "Gateway"), gateway()},
            {QT_TRANSLATE_NOOP("LegendPanel", "VirtualService, HTTPRoute …"), shape("nodeline", 3)},
            {QT_TRANSLATE_NOOP("LegendPanel", "one route"), shape("nodeline", 6)},
            {QT_TRANSLATE_NOOP("LegendPanel", "service, with its subsets"), glyph(Glyph::Diamond, "nodeline")},
            {QT_TRANSLATE_NOOP("LegendPanel", "workload with its pods"), workload()},
            {QT_TRANSLATE_NOOP("LegendPanel", "host outside of the mesh"), outside()},
            {QT_TRANSLATE_NOOP("LegendPanel", "closed namespace or service"), closedGroup()},
            {QT_TRANSLATE_NOOP("LegendPanel", "policy"), glyph(Glyph::Shield, "nodeline")},
            {QT_TRANSLATE_NOOP("LegendPanel", "named, but missing"), shape("err", 3, Qt::DashLine)},
        },
        {
            {QT_TRANSLATE_NOOP("LegendPanel", "small share of requests"), line("edge", 1.5),
             QT_TRANSLATE_NOOP("LegendPanel", "few of 100 that enter")},
            {QT_TRANSLATE_NOOP("LegendPanel", "large share"), line("edge", 5),
             QT_TRANSLATE_NOOP("LegendPanel", "all, or several flows")},
            {QT_TRANSLATE_NOOP("LegendPanel", "mirror: a copy"), line("edge", 1.4, {5, 3.5})},
            {QT_TRANSLATE_NOOP("LegendPanel", "TCP or TLS"), twoLines()},
            {QT_TRANSLATE_NOOP("LegendPanel", "declared caller"), line("edge", 1.3, {1.5, 3})},
            {QT_TRANSLATE_NOOP("LegendPanel", "leads to nothing"), line("err", 1.4, {4.5, 3})},
            {QT_TRANSLATE_NOOP("LegendPanel", "mTLS STRICT"), glyph(Glyph::LockClosed, "strict")},
            {QT_TRANSLATE_NOOP("LegendPanel", "PERMISSIVE"), glyph(Glyph::LockHalf, "perm")},
            {QT_TRANSLATE_NOOP("LegendPanel", "DISABLE"), glyph(Glyph::LockOpen, "disab")},
        },
        {
            {QT_TRANSLATE_NOOP("LegendPanel", "added"), glyph(Glyph::Added, "add")},
            {QT_TRANSLATE_NOOP("LegendPanel", "changed"), glyph(Glyph::Changed, "chg")},
            {QT_TRANSLATE_NOOP("LegendPanel", "removed"), glyph(Glyph::Removed, "rem")},
            {QT_TRANSLATE_NOOP("LegendPanel", "error"), glyph(Glyph::Error, "err")},
            {QT_TRANSLATE_NOOP("LegendPanel", "warning"), glyph(Glyph::Warning, "warn")},
            {QT_TRANSLATE_NOOP("LegendPanel", "files cannot tell"), glyph(Glyph::Unknown, "unk")},
            {QT_TRANSLATE_NOOP("LegendPanel", "timeout"), glyph(Glyph::Timeout, "muted")},
            {QT_TRANSLATE_NOOP("LegendPanel", "retries"), glyph(Glyph::Retry, "muted")},
            {QT_TRANSLATE_NOOP("LegendPanel", "circuit breaker"), glyph(Glyph::Bolt, "muted")},
        },
    };
    return all;
}

} // namespace

LegendPanel::LegendPanel(const Theme& theme, GraphCanvas& canvas)
    : QFrame(canvas.viewport())
    , m_theme(theme)
    , m_canvas(canvas)
{
    setObjectName(u"legendPanel"_s);
    setAccessibleName(tr("Legend"));
    setFlow(false);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::ArrowCursor);
    resize(sizeHint());
    hide();
    canvas.viewport()->installEventFilter(this);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QString LegendPanel::textOf(const char* text, const char* flowText) const
{
    return QCoreApplication::translate("LegendPanel", m_isFlow && flowText != nullptr ? flowText : text);
}

void LegendPanel::setFlow(bool on)
{
    m_isFlow = on;
    QStringList words;
    for (const std::vector<Entry>& column : columns()) {
        for (const Entry& entry : column)
            words += textOf(entry.text, entry.flowText);
    }
    setAccessibleDescription(words.join(u", "_s));
    update();
}

QSize LegendPanel::sizeHint() const
{
    return {std::accumulate(columnWidths.begin(), columnWidths.end(), 2 * padding),
            titleHeight + (9 * rowHeight) + padding};
}

void LegendPanel::place()
{
    const QSize room = m_canvas.viewport()->size() - QSize(2 * distance, 2 * distance);
    resize(sizeHint().boundedTo(room));
    move(distance, m_canvas.viewport()->height() - height() - distance);
}

void LegendPanel::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    place();
}

bool LegendPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void LegendPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QFrame::keyPressEvent(event);
}

void LegendPanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBox(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, m_theme.color("base"), m_theme.color("ctl"));
    painter.setFont(scaledFont(font(), 1, QFont::DemiBold));
    painter.setPen(m_theme.color("text"));
    painter.drawText(QRect(padding, 4, width(), titleHeight), Qt::AlignVCenter, tr("Legend"));
    painter.setFont(scaledFont(font(), 0.92));
    double left = padding;
    for (std::size_t c = 0; c < columns().size(); ++c) {
        const double columnWidth = columnWidths[c];
        for (std::size_t r = 0; r < columns()[c].size(); ++r) {
            const Entry& entry = columns()[c][r];
            const QRectF place(left, titleHeight + 4 + (static_cast<double>(r) * rowHeight), sampleWidth, rowHeight);
            painter.setBrush(Qt::NoBrush);
            entry.paint(painter, place, m_theme);
            painter.setPen(m_theme.color("text"));
            painter.drawText(QRectF(place.right() + 6, place.top(), columnWidth - sampleWidth - 8, rowHeight),
                             Qt::AlignVCenter, textOf(entry.text, entry.flowText));
        }
        left += columnWidth;
    }
}

} // namespace meshdraft::views
