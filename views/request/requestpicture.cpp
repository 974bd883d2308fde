// SPDX-License-Identifier: Apache-2.0
#include "views/request/requestpicture.h"

#include "views/common/ink.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/topology/emphasis.h"
#include "views/topology/graphcanvas.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr double roomAround = 40;
constexpr double smallest = 0.35; ///< names of what is lit are to be read; the rest may be out of sight
} // namespace

RequestPicture::RequestPicture(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(tr("Path of the request, others faded"), this))
    , m_light(new QToolButton(this))
    , m_fit(new QToolButton(this))
    , m_open(new QToolButton(this))
    , m_canvas(new GraphCanvas(this))
{
    setObjectName(u"requestPicture"_s);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 3, 8, 3);
    bar->setSpacing(4);
    m_title->setFont(scaledFont(m_title->font(), 0.92));
    setInk(*m_title, theme, "muted");
    bar->addWidget(m_title, 1);
    const auto prepare = [&](QToolButton* button, const QString& name, const QString& text) {
        button->setObjectName(name);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(text);
        button->setToolTip(text);
        bar->addWidget(button);
    };
    prepare(m_light, u"litToggle"_s, tr("Light up the path"));
    prepare(m_fit, u"litFit"_s, tr("Show the whole path"));
    prepare(m_open, u"litOpen"_s, tr("Show it on the topology page"));
    m_light->setCheckable(true);
    m_light->setChecked(true);
    const auto paintIcons = [this] {
        m_light->setIcon(m_theme.icon(u"bolt"_s));
        m_fit->setIcon(m_theme.icon(u"fit"_s));
        m_open->setIcon(m_theme.icon(u"topology"_s));
        m_canvas->setScenePalette(m_theme.palette());
    };
    paintIcons();
    connect(&theme, &Theme::changed, this, paintIcons);
    m_canvas->setObjectName(u"requestCanvas"_s);
    m_canvas->setAccessibleName(tr("Path of the request"));
    m_canvas->setFrameShape(QFrame::NoFrame);
    m_canvas->setEmptyText(tr("The picture is being made."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_canvas, 1);
    connect(m_light, &QToolButton::toggled, this, [this](bool lit) {
        m_canvas->setEmphasis(lit ? m_emphasis : nullptr);
        Q_EMIT litChanged(lit);
    });
    connect(m_fit, &QToolButton::clicked, this, &RequestPicture::fitPath);
    connect(m_open, &QToolButton::clicked, this, &RequestPicture::topologyRequested);
}

bool RequestPicture::isLit() const
{
    return m_light->isChecked();
}

void RequestPicture::setLit(bool lit)
{
    m_light->setChecked(lit);
}

void RequestPicture::setPicture(const BuiltPicture& picture)
{
    const bool isOther = picture.scene != m_picture.scene;
    m_picture = picture;
    if (isOther) {
        m_canvas->setScene(picture.scene);
    }
    refresh();
}

void RequestPicture::setPath(const workspace::LitPath& path)
{
    m_path = path;
    m_light->setChecked(true);
    refresh();
    fitPath();
}

void RequestPicture::followPath(const workspace::LitPath& path)
{
    m_path = path;
    refresh();
}

void RequestPicture::refresh()
{
    m_emphasis = m_picture.scene && !m_path.isEmpty() ? emphasisOf(*m_picture.scene, m_path) : nullptr;
    m_canvas->setEmphasis(m_light->isChecked() ? m_emphasis : nullptr);
    m_light->setEnabled(m_emphasis != nullptr);
    m_fit->setEnabled(m_picture.scene != nullptr);
    m_title->setText(m_path.isEmpty() ? tr("Path of the request")
                         : m_emphasis ? tr("Path of the request, others faded")
                                      : tr("Nothing of the path is on the picture"));
}

/// What is lit fills the picture, as large as names are at most.
void RequestPicture::fitPath()
{
    if (!m_emphasis || !isVisible() || m_canvas->viewport()->width() < 50) {
        m_canvas->fitReadably();
        return;
    }
    QRectF bounds;
    for (std::size_t i = 0; i < m_emphasis->nodes.size(); ++i) {
        if (m_emphasis->nodes[i] != 0) {
            bounds |= m_picture.scene->nodes()[i].rect;
        }
    }
    bounds.adjust(-roomAround, -roomAround, roomAround, roomAround);
    const QSizeF room = m_canvas->viewport()->size();
    const double whole = std::min(room.width() / bounds.width(), room.height() / bounds.height());
    m_canvas->setZoom(std::clamp(whole, smallest, 1.0), {});
    QPointF center = bounds.center();
    if (whole < smallest) {
        center.setX(bounds.left() + (m_canvas->visibleScene().width() / 2));
    }
    m_canvas->centerOn(center);
}

void RequestPicture::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_light->isChecked() && m_emphasis) {
        m_light->setChecked(false);
        event->accept();
        return;
    }
    QWidget::keyPressEvent(event);
}

void RequestPicture::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (!m_path.isEmpty()) {
        fitPath();
    }
}

void RequestPicture::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fitPath();
}

} // namespace meshdraft::views
