// SPDX-License-Identifier: Apache-2.0
#include "views/topology/minimap.h"

#include "views/common/paint.h"
#include "views/theme/theme.h"
#include "views/topology/graphcanvas.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr QSize mapSize(166, 126);
constexpr int inset = 8;
constexpr int distance = 10; ///< from the corner of the canvas

} // namespace

MiniMap::MiniMap(const Theme& theme, GraphCanvas& canvas)
    : QWidget(canvas.viewport())
    , m_theme(theme)
    , m_canvas(canvas)
{
    setObjectName(u"miniMap"_s);
    setAccessibleName(tr("Minimap"));
    setAccessibleDescription(tr("Click or drag to move the view"));
    setFixedSize(mapSize);
    setCursor(Qt::ArrowCursor);
    hide();
    canvas.viewport()->installEventFilter(this);
    connect(&canvas, &GraphCanvas::viewChanged, this, &MiniMap::follow);
    connect(&canvas, &GraphCanvas::sceneChanged, this, &MiniMap::follow);
    connect(&theme, &Theme::changed, this, [this] {
        m_of = nullptr;
        update();
    });
}

void MiniMap::setWanted(bool wanted)
{
    m_wanted = wanted;
    follow();
}

double MiniMap::scale() const
{
    const QRectF bounds = m_canvas.scene() ? m_canvas.scene()->bounds() : QRectF(0, 0, 1, 1);
    return std::min((width() - (2.0 * inset)) / std::max(1.0, bounds.width()),
                    (height() - (2.0 * inset)) / std::max(1.0, bounds.height()));
}

QPointF MiniMap::offset() const
{
    const QRectF bounds = m_canvas.scene() ? m_canvas.scene()->bounds() : QRectF();
    const QSizeF shown = bounds.size() * scale();
    return {(width() - shown.width()) / 2, (height() - shown.height()) / 2};
}

QPointF MiniMap::toMap(QPointF scenePoint) const
{
    const QRectF bounds = m_canvas.scene() ? m_canvas.scene()->bounds() : QRectF();
    return offset() + ((scenePoint - bounds.topLeft()) * scale());
}

QPointF MiniMap::toScene(QPointF mapPoint) const
{
    const QRectF bounds = m_canvas.scene() ? m_canvas.scene()->bounds() : QRectF();
    return bounds.topLeft() + ((mapPoint - offset()) / scale());
}

void MiniMap::follow()
{
    const bool hasMore = m_canvas.scene() && !m_canvas.scene()->nodes().empty()
        && !m_canvas.visibleScene().adjusted(-2, -2, 2, 2).contains(m_canvas.scene()->bounds());
    setVisible(m_wanted && hasMore);
    place();
    update();
}

void MiniMap::place()
{
    move(m_canvas.viewport()->width() - width() - distance, m_canvas.viewport()->height() - height() - distance);
}

bool MiniMap::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void MiniMap::refresh()
{
    const double ratio = devicePixelRatioF();
    m_of = m_canvas.scene().get();
    m_picture = QPixmap(size() * ratio);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBox(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, m_theme.color("base"), m_theme.color("ctl"));
    const topology::GraphScene& scene = *m_canvas.scene();
    const auto mapped = [&](const QRectF& place) {
        const QPointF at = toMap(place.topLeft());
        return QRectF(at, QSizeF(std::max(1.5, place.width() * scale()), std::max(1.5, place.height() * scale())));
    };
    for (std::size_t i = 0; i < scene.groups().size(); ++i) {
        if (!scene.topology().groups[i].closed)
            painter.fillRect(mapped(scene.groups()[i].rect),
                             m_theme.color(m_theme.palette().isHighContrast() ? "hlsoft" : "border2"));
    }
    std::vector<std::size_t> loud;
    const auto isLoud = [](const topology::Node& node) {
        const bool hasTally = node.closed && (node.closed->tally.changes + node.closed->tally.errors > 0);
        return hasTally || node.state != topology::State::Same || node.finding == checks::Severity::Error;
    };
    for (std::size_t i = 0; i < scene.nodes().size(); ++i) {
        if (isLoud(scene.topology().nodes[i])) {
            loud.push_back(i);
        } else {
            painter.fillRect(mapped(scene.nodes()[i].shape), m_theme.color("nsline"));
        }
    }
    for (const std::size_t i : loud) {
        const topology::Node& node = scene.topology().nodes[i];
        const bool isError = node.finding == checks::Severity::Error || (node.closed && node.closed->tally.errors > 0);
        painter.fillRect(mapped(scene.nodes()[i].shape), m_theme.color(isError ? "err" : "chg"));
    }
}

void MiniMap::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_canvas.scene())
        return;
    if (m_of != m_canvas.scene().get() || m_picture.deviceIndependentSize().toSize() != size())
        refresh();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    const QRectF view = m_canvas.visibleScene();
    const QRectF frame =
        QRectF(toMap(view.topLeft()), toMap(view.bottomRight())) & QRectF(rect()).adjusted(3, 3, -3, -3);
    QColor soft = m_theme.color("hl");
    soft.setAlphaF(0.12F);
    drawBox(painter, frame, 2, soft, m_theme.color("hl"), 1.5);
}

void MiniMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_canvas.centerOn(toScene(event->position()));
    event->accept();
}

void MiniMap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        m_canvas.centerOn(toScene(event->position()));
    event->accept();
}

} // namespace meshdraft::views
