// SPDX-License-Identifier: Apache-2.0
#include "views/topology/graphcanvas.h"

#include "views/common/access.h"
#include "views/topology/canvastext.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace meshdraft::views {

using topology::GraphScene;
using Hit = topology::GraphScene::Hit;

namespace {

constexpr double margin = 24; ///< around the whole picture, viewport pixels
constexpr double roomAround = 120; ///< how far the picture can be moved out of the viewport, scene pixels
constexpr double keepInView = 24;
constexpr double slack = 4;
constexpr double dimmed = 0.6;
constexpr int scrollStep = 40;
constexpr double readableZoom = 0.6; ///< names are painted from here on (docs/topology.md, level of detail)
constexpr double readableOverview = 0.85; ///< an overview is all names and counts
constexpr double overviewZoom = 0.35; ///< a picture that fits only below this opens as an overview

bool isNode(const Hit& hit)
{
    return hit.kind == Hit::NodeHit || hit.kind == Hit::SubsetHit;
}

} // namespace

GraphCanvas::GraphCanvas(QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_palette(&topology::Palette::light())
{
    setObjectName(QStringLiteral("graphCanvas"));
    setRole(*this, QAccessible::Canvas);
    setAccessibleName(tr("Topology"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    horizontalScrollBar()->setSingleStep(scrollStep);
    verticalScrollBar()->setSingleStep(scrollStep);
}

GraphCanvas::~GraphCanvas() = default;

void GraphCanvas::setScene(topology::GraphScenePtr scene)
{
    endMotion();
    const topology::GraphScenePtr old = std::move(m_scene);
    m_scene = std::move(scene);
    m_hovered = {};
    m_emphasis.reset();
    if (!m_scene || !old || m_fitted) {
        fitAgain();
    } else if (const auto shift = sceneShift(*old, *m_scene, visibleScene(), m_selected)) {
        m_origin += *shift;
        updateScrollBars();
        glide(*old, *shift);
    } else {
        fitReadably();
    }
    viewport()->update();
    Q_EMIT sceneChanged();
}

void GraphCanvas::setEmphasis(std::shared_ptr<const topology::Emphasis> emphasis)
{
    m_emphasis = std::move(emphasis);
    viewport()->update();
}

void GraphCanvas::setScenePalette(const topology::Palette& palette)
{
    m_palette = &palette;
    viewport()->update();
}

void GraphCanvas::setBusy(bool busy)
{
    m_busy = busy;
    viewport()->update();
}

void GraphCanvas::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void GraphCanvas::setSelected(const mesh::ElementRef& element, const QObject* origin)
{
    m_selected = element;
    if (m_scene && origin != this) {
        if (const QRectF rect = m_scene->rectOf(element); !rect.isEmpty())
            ensureVisible(rect);
    }
    announceSelection();
    viewport()->update();
}

QPointF GraphCanvas::toScene(QPointF viewportPoint) const
{
    return m_origin + (viewportPoint / m_zoom);
}

QPointF GraphCanvas::fromScene(QPointF scenePoint) const
{
    return (scenePoint - m_origin) * m_zoom;
}

QRectF GraphCanvas::visibleScene() const
{
    return {m_origin, QSizeF(viewport()->size()) / m_zoom};
}

void GraphCanvas::setZoom(double zoom, QPointF anchor)
{
    const double used = std::clamp(zoom, minimumZoom, maximumZoom);
    endMotion();
    const QPointF fixed = toScene(anchor);
    m_fitted = false;
    const bool isNew = std::abs(used - m_zoom) > 1e-9;
    m_zoom = used;
    m_origin = fixed - (anchor / m_zoom);
    updateScrollBars();
    viewport()->update();
    if (isNew)
        Q_EMIT zoomChanged(m_zoom);
    Q_EMIT viewChanged();
}

void GraphCanvas::ensureVisible(const QRectF& sceneRect)
{
    const double room = keepInView / m_zoom;
    const QRectF view = visibleScene();
    const QRectF wanted = sceneRect.adjusted(-room, -room, room, room);
    QPointF origin = m_origin;
    if (wanted.width() > view.width()) {
        origin.setX(wanted.center().x() - (view.width() / 2));
    } else if (wanted.left() < view.left()) {
        origin.setX(wanted.left());
    } else if (wanted.right() > view.right()) {
        origin.setX(wanted.right() - view.width());
    }
    if (wanted.height() > view.height()) {
        origin.setY(wanted.center().y() - (view.height() / 2));
    } else if (wanted.top() < view.top()) {
        origin.setY(wanted.top());
    } else if (wanted.bottom() > view.bottom()) {
        origin.setY(wanted.bottom() - view.height());
    }
    if (origin != m_origin)
        setOrigin(origin);
}

void GraphCanvas::centerOn(QPointF scenePoint)
{
    setOrigin(scenePoint - QPointF(visibleScene().width() / 2, visibleScene().height() / 2));
}

void GraphCanvas::setOrigin(QPointF origin)
{
    endMotion();
    m_fitted = false;
    m_origin = origin;
    updateScrollBars();
    viewport()->update();
    Q_EMIT viewChanged();
}

void GraphCanvas::zoomIn()
{
    setZoom(m_zoom * zoomStep, viewport()->rect().center());
}

void GraphCanvas::zoomOut()
{
    setZoom(m_zoom / zoomStep, viewport()->rect().center());
}

void GraphCanvas::zoomToActualSize()
{
    setZoom(1, viewport()->rect().center());
}

void GraphCanvas::fit()
{
    m_readably = false; // first: the scroll bars may come or go below, which fits again
    fitAbove(minimumZoom);
}

void GraphCanvas::fitReadably()
{
    m_readably = true;
    fitAbove(m_scene && m_scene->topology().overview ? readableOverview : readableZoom);
}

void GraphCanvas::fitAgain()
{
    m_readably ? fitReadably() : fit();
}

/// Fits, but when names would vanish just below `least` shows the top left part at that zoom instead.
void GraphCanvas::fitAbove(double least)
{
    endMotion();
    const QRectF bounds = m_scene ? m_scene->bounds() : QRectF();
    const double old = m_zoom;
    bool isWhole = true;
    if (!bounds.isEmpty()) {
        const QSizeF room(std::max(1.0, viewport()->width() - (2 * margin)),
                          std::max(1.0, viewport()->height() - (2 * margin)));
        m_zoom = std::clamp(std::min(room.width() / bounds.width(), room.height() / bounds.height()), minimumZoom, 1.0);
        isWhole = m_zoom >= least || m_zoom < overviewZoom;
        m_zoom = isWhole ? m_zoom : least;
    }
    const QSizeF seen = visibleScene().size();
    m_origin = bounds.center() - QPointF(seen.width() / 2, seen.height() / 2);
    if (!isWhole && bounds.height() > seen.height())
        m_origin.setY(bounds.top() - (margin / m_zoom));
    if (!isWhole && bounds.width() > seen.width())
        m_origin.setX(bounds.left() - (margin / m_zoom));
    m_fitted = true;
    updateScrollBars();
    viewport()->update();
    if (std::abs(old - m_zoom) > 1e-9)
        Q_EMIT zoomChanged(m_zoom);
    Q_EMIT viewChanged();
}

/// The bars reach over the picture with some room around it, and over wherever the view stands.
void GraphCanvas::updateScrollBars()
{
    if (m_updatingBars)
        return;
    m_updatingBars = true;
    const QRectF view = visibleScene();
    QRectF area = m_scene ? m_scene->bounds().adjusted(-roomAround, -roomAround, roomAround, roomAround) : view;
    const bool showsAll = m_scene && view.contains(m_scene->bounds());
    if (showsAll)
        area = view;
    const auto set = [this](QScrollBar* bar, double low, double high, double page, double at) {
        const double least = std::min(low, at);
        const double most = std::max(high - page, at);
        bar->setRange(static_cast<int>(std::floor(least * m_zoom)), static_cast<int>(std::ceil(most * m_zoom)));
        bar->setPageStep(static_cast<int>(page * m_zoom));
        bar->setValue(static_cast<int>(std::round(at * m_zoom)));
    };
    setHorizontalScrollBarPolicy(showsAll ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(showsAll ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    set(horizontalScrollBar(), area.left(), area.right(), view.width(), m_origin.x());
    set(verticalScrollBar(), area.top(), area.bottom(), view.height(), m_origin.y());
    m_updatingBars = false;
}

void GraphCanvas::scrollContentsBy(int dx, int dy)
{
    if (m_updatingBars)
        return;
    m_fitted = false;
    m_origin -= QPointF(dx, dy) / m_zoom;
    viewport()->update();
    Q_EMIT viewChanged();
}

void GraphCanvas::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_fitted) {
        fitAgain();
    } else {
        updateScrollBars();
    }
    Q_EMIT viewChanged();
}

void GraphCanvas::paintEvent(QPaintEvent* /*unused*/)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_palette->color("canvas"));
    if (!m_scene || m_scene->nodes().empty()) {
        painter.setPen(m_palette->color("muted"));
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    if (m_busy)
        painter.setOpacity(dimmed);
    painter.scale(m_zoom, m_zoom);
    painter.translate(-m_origin);
    topology::Viewport shown;
    shown.visible = visibleScene();
    shown.zoom = m_zoom;
    shown.selected = m_selected;
    shown.hovered = m_hovered;
    shown.picked = m_picked;
    shown.emphasis = m_emphasis;
    shown.focused = hasFocus() && m_keyboardFocus;
    topology::paintScene(painter, m_frame ? *m_frame : *m_scene, shown, *m_palette);
}

void GraphCanvas::mousePressEvent(QMouseEvent* event)
{
    endMotion(); // what is clicked is where it seems to be
    m_keyboardFocus = false;
    m_pressedAt = event->position().toPoint();
    m_originAtPress = m_origin;
    m_panning = false;
    m_mayPan = event->button() == Qt::MiddleButton;
    if (event->button() == Qt::LeftButton && m_scene) {
        const Hit hit = m_scene->hitTest(toScene(event->position()), slack / m_zoom);
        const bool picks = event->modifiers().testFlag(Qt::ControlModifier);
        m_mayPan = hit.kind == Hit::Nothing || (hit.kind == Hit::GroupHit && !hit.onTitle);
        if (m_mayPan) {
            // An empty place: what a drag moves.
        } else if (hit.onToggle && toggle(hit)) {
            event->accept();
            return;
        } else if (picks && isNode(hit)) {
            pick(hit.element);
        } else {
            m_picked.clear();
            choose(hit);
        }
    }
    event->accept();
}

void GraphCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() == Qt::NoButton) {
        hover(event->position());
        return;
    }
    const QPoint moved = event->position().toPoint() - m_pressedAt;
    if (m_mayPan && !m_panning && moved.manhattanLength() >= QApplication::startDragDistance()) {
        m_panning = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (m_panning)
        setOrigin(m_originAtPress - (QPointF(moved) / m_zoom));
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_panning) {
        viewport()->unsetCursor();
    } else if (m_mayPan && event->button() == Qt::LeftButton) {
        m_picked.clear();
        choose({});
    }
    m_panning = false;
    m_mayPan = false;
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_scene)
        return;
    const Hit hit = m_scene->hitTest(toScene(event->position()), slack / m_zoom);
    // The glyph has had both clicks already.
    if (hit.onToggle || toggle(hit))
        return;
    if (!hit.element.isNull()) {
        choose(hit);
        Q_EMIT elementActivated(hit.element);
    }
}

void GraphCanvas::hover(QPointF viewportPoint)
{
    const Hit hit = m_scene ? m_scene->hitTest(toScene(viewportPoint), slack / m_zoom) : Hit();
    if (hit.element == m_hovered)
        return;
    m_hovered = hit.element;
    viewport()->setCursor(m_hovered.isNull() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewport()->update();
}

void GraphCanvas::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const double steps = event->angleDelta().y() / 120.0;
        setZoom(m_zoom * std::pow(zoomStep, steps), event->position());
        event->accept();
        return;
    }
    QPointF delta = event->pixelDelta();
    if (delta.isNull())
        delta = QPointF(event->angleDelta()) * (3.0 * scrollStep / 120.0);
    if (event->modifiers().testFlag(Qt::ShiftModifier) && delta.x() == 0)
        delta = {delta.y(), 0};
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - static_cast<int>(delta.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(delta.y()));
    event->accept();
}

void GraphCanvas::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (!isPlain) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        break;
    case Qt::Key_Minus:
        zoomOut();
        break;
    case Qt::Key_0:
        zoomToActualSize();
        break;
    case Qt::Key_F:
        fit();
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        walk(event->key());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openOrActivate();
        break;
    case Qt::Key_Backspace:
        close();
        break;
    case Qt::Key_Space:
        pick(m_selected);
        break;
    case Qt::Key_H:
        Q_EMIT hideRequested();
        break;
    case Qt::Key_Period:
        Q_EMIT onlyRequested();
        break;
    default:
        event->ignore();
    }
}

void GraphCanvas::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_keyboardFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    viewport()->update();
}

void GraphCanvas::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void GraphCanvas::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        viewport()->update();
}

bool GraphCanvas::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip)
        return showToolTip(static_cast<QHelpEvent*>(event));
    if (event->type() == QEvent::Leave && !m_hovered.isNull()) {
        m_hovered = {};
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace meshdraft::views
