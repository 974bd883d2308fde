// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewpicture.h"

#include "models/topology/sides.h"
#include "models/workspace/effectivefacts.h"
#include "models/workspace/words.h"
#include "views/common/fittingrow.h"
#include "views/common/ink.h"
#include "views/common/paint.h"
#include "views/common/segmentedswitch.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/topology/graphcanvas.h"
#include "views/topology/legendpanel.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int busyAfter = 200; ///< ms
constexpr int handleWidth = 22;
constexpr double keyStep = 0.05;
} // namespace

namespace {

/// The legend leaves where the picture is narrow.
class NarrowBar : public QWidget {
public:
    using QWidget::QWidget;
    QSize minimumSizeHint() const override
    {
        return {fitting != nullptr ? fitting->leastWidth() : 0, QWidget::minimumSizeHint().height()};
    }
    FittingRow* fitting = nullptr;

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QWidget::resizeEvent(event);
        fitting->fit();
    }
};

} // namespace

/// The line between both states, with a grip.
class ReviewPicture::Handle : public QWidget {
public:
    explicit Handle(ReviewPicture& picture)
        : QWidget(&picture)
        , m_picture(picture)
    {
        setObjectName(u"swipeHandle"_s);
        setCursor(Qt::SplitHCursor);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(ReviewPicture::tr("Line between before and after"));
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        const Theme& theme = m_picture.m_theme;
        painter.fillRect((width() / 2) - 1, 0, 2, height(), theme.color("hl"));
        const QRectF grip((width() - handleWidth) / 2.0, (height() - handleWidth) / 2.0, handleWidth, handleWidth);
        drawBox(painter, grip, handleWidth / 2.0, theme.color("button"), theme.color(hasFocus() ? "focus" : "hl"),
                hasFocus() ? 2 : 1);
        painter.drawPixmap(grip.topLeft().toPoint() + QPoint(4, 4),
                           theme.pixmap(u"swipe"_s, 14, "text", devicePixelRatioF(), "button"));
    }
    void mousePressEvent(QMouseEvent* event) override
    {
        setFocus(Qt::MouseFocusReason);
        event->accept();
    }
    void mouseMoveEvent(QMouseEvent* event) override
    {
        const QRect room = m_picture.m_canvas->geometry();
        m_picture.setSwipe((mapToParent(event->position().toPoint()).x() - room.left()) / double(room.width()));
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        const bool isLeft = event->key() == Qt::Key_Left;
        if (isLeft || event->key() == Qt::Key_Right) {
            m_picture.setSwipe(m_picture.swipe() + (isLeft ? -keyStep : keyStep));
            return;
        }
        QWidget::keyPressEvent(event);
    }
    void focusInEvent(QFocusEvent* event) override
    {
        QWidget::focusInEvent(event);
        update();
    }
    void focusOutEvent(QFocusEvent* event) override
    {
        QWidget::focusOutEvent(event);
        update();
    }

private:
    ReviewPicture& m_picture;
};

ReviewPicture::ReviewPicture(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_builder(new PictureBuilder(this))
    , m_switch(new SegmentedSwitch(theme, this))
    , m_canvas(new GraphCanvas(this))
    , m_upper(new GraphCanvas(this))
    , m_handle(new Handle(*this))
    , m_legend(new LegendPanel(theme, *m_canvas))
{
    setObjectName(u"reviewPicture"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_canvas, 1);
    m_canvas->setObjectName(u"reviewCanvas"_s);
    m_canvas->setAccessibleName(tr("Topology before and after"));
    m_upper->setObjectName(u"reviewCanvasAfter"_s);
    m_upper->setAccessibleName(tr("Topology after"));
    for (GraphCanvas* canvas : {m_canvas, m_upper}) {
        canvas->setFrameShape(QFrame::NoFrame);
        canvas->setEmptyText(tr("Choose two states of the repository to compare."));
        connect(canvas, &GraphCanvas::elementSelected, this, [this](const mesh::ElementRef& element) {
            m_canvas->setSelected(element, m_canvas);
            m_upper->setSelected(element, m_upper);
            Q_EMIT elementSelected(element);
        });
        connect(canvas, &GraphCanvas::elementActivated, this, &ReviewPicture::elementActivated);
        connect(canvas, &GraphCanvas::groupToggled, this, &ReviewPicture::toggleGroup);
    }
    m_upper->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_canvas, &GraphCanvas::viewChanged, this, &ReviewPicture::followLower);
    connect(m_upper, &GraphCanvas::viewChanged, this, &ReviewPicture::followUpper);
    connect(m_canvas, &GraphCanvas::zoomChanged, this, &ReviewPicture::followLower);
    connect(m_upper, &GraphCanvas::zoomChanged, this, &ReviewPicture::followUpper);
    m_view.show = topology::Show::Changed;
    m_view.hops = 1;
    m_view.layers = (m_view.layers | topology::PolicyLayer) & ~topology::CallLayer;
    m_upper->hide();
    m_handle->hide();
    m_legend->hide();
    connect(m_legend, &LegendPanel::closed, this, [this] { m_legendButton->setChecked(false); });
    m_busyTimer.setSingleShot(true);
    m_busyTimer.setInterval(busyAfter);
    connect(&m_busyTimer, &QTimer::timeout, this, [this] { m_canvas->setBusy(true); });
    connect(m_builder, &PictureBuilder::built, this, &ReviewPicture::take);
    connect(m_builder, &PictureBuilder::failed, this, [this](const Error& error) {
        clear();
        m_canvas->setEmptyText(workspace::errorText(error));
    });
    connect(m_switch, &SegmentedSwitch::chosen, this, [this](int mode) { setMode(static_cast<Mode>(mode)); });
    connect(&theme, &Theme::changed, this, &ReviewPicture::paintIcons);
    paintIcons();
}

ReviewPicture::~ReviewPicture() = default;

QWidget* ReviewPicture::makeBar()
{
    auto* bar = new NarrowBar(this);
    auto* row = new QHBoxLayout(bar);
    row->setSizeConstraint(QLayout::SetNoConstraint);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    m_switch->setObjectName(u"reviewMode"_s);
    m_switch->setAccessibleName(tr("What the picture shows"));
    m_switch->setFont(scaledFont(font(), secondaryScale));
    m_switch->setTexts({tr("Overlay"), tr("Before"), tr("After"), tr("Swipe")});
    m_switch->setToolTip(tr("O, B, A, S"));
    row->addWidget(m_switch);
    row->addStretch(1);
    const std::array<QString, 3> words{tr("added"), tr("removed"), tr("changed")};
    std::vector<QWidget*> legend;
    for (std::size_t i = 0; i < words.size(); ++i) {
        m_glyphs.at(i) = new QLabel(bar);
        row->addWidget(m_glyphs.at(i));
        auto* word = new QLabel(words.at(i), bar);
        word->setFont(scaledFont(font(), secondaryScale));
        word->setMinimumWidth(1);
        setInk(*word, m_theme, "muted");
        row->addWidget(word);
        legend.push_back(m_glyphs.at(i));
        legend.push_back(word);
    }
    const auto button = [&](const QString& name, const QString& text) {
        auto* made = new QToolButton(bar);
        made->setObjectName(name);
        made->setAutoRaise(true);
        made->setToolTip(text);
        made->setAccessibleName(text);
        row->addWidget(made);
        return made;
    };
    m_hopsButton = button(u"reviewHops"_s, tr("How much around the changes is shown"));
    auto* menu = new QMenu(m_hopsButton);
    auto* group = new QActionGroup(menu);
    const std::array<std::pair<QString, int>, 4> choices{{{tr("Changed resources only"), 0},
                                                          {tr("and what is one step away"), 1},
                                                          {tr("and what is two steps away"), 2},
                                                          {tr("The whole mesh"), -1}}};
    for (const auto& [text, hops] : choices) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(hops == 1);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, hops] {
            m_view.show = hops < 0 ? topology::Show::Everything : topology::Show::Changed;
            m_view.hops = std::max(0, hops);
            build(true);
        });
    }
    m_hopsButton->setMenu(menu);
    m_hopsButton->setPopupMode(QToolButton::InstantPopup);
    m_fit = button(u"reviewFit"_s, tr("Show the whole picture"));
    connect(m_fit, &QToolButton::clicked, this, [this] { m_canvas->fit(); });
    m_legendButton = button(u"reviewLegend"_s, tr("Legend"));
    m_legendButton->setCheckable(true);
    connect(m_legendButton, &QToolButton::toggled, this, [this](bool on) {
        m_legend->setVisible(on);
        m_legend->raise();
    });
    bar->fitting = new FittingRow(m_theme, *bar, *row);
    bar->fitting->addGroup(legend);
    return bar;
}

void ReviewPicture::paintIcons()
{
    const qreal ratio = devicePixelRatioF();
    const std::array<topology::State, 3> states{topology::State::Added, topology::State::Removed,
                                                topology::State::Changed};
    for (std::size_t i = 0; i < states.size(); ++i) {
        const Look look = lookOf(states.at(i));
        m_glyphs.at(i)->setPixmap(m_theme.pixmap(look.icon, 13, look.token, ratio, "window"));
    }
    m_fit->setIcon(m_theme.icon(u"fit"_s));
    m_hopsButton->setIcon(m_theme.icon(u"layers"_s));
    m_legendButton->setIcon(m_theme.icon(u"legend"_s));
    m_canvas->setScenePalette(m_theme.palette());
    m_upper->setScenePalette(m_theme.palette());
    m_handle->update();
}

void ReviewPicture::setComparison(const workspace::SnapshotPtr& comparison)
{
    m_comparison = comparison;
    m_view.opened.clear();
    m_view.closed.clear();
    m_isFitting = true;
    m_canvas->setEmptyText(comparison ? tr("Drawing both states…")
                                      : tr("Choose two states of the repository to compare."));
    if (!comparison || !comparison->picture) {
        m_builder->cancel();
        clear();
        return;
    }
    build(true);
}

void ReviewPicture::build(bool isFresh)
{
    m_isFitting = m_isFitting || isFresh;
    if (m_comparison) {
        m_busyTimer.start();
        m_builder->build({m_comparison, m_view, topology::EdgeLabels::Weights, {}, isFresh});
    }
}

void ReviewPicture::toggleGroup(const QString& id, bool open)
{
    const std::string group = id.toStdString();
    m_view.opened.erase(group);
    m_view.closed.erase(group);
    (open ? m_view.opened : m_view.closed).insert(group);
    build(false);
}

/// Nothing is there to be shown.
void ReviewPicture::clear()
{
    put({});
    endBusy();
    show(m_mode);
}

void ReviewPicture::put(const BuiltPicture& picture)
{
    m_sides.cancel();
    m_picture = picture;
    m_scenes = {};
    m_scenes[Overlay] = picture.scene;
}

void ReviewPicture::endBusy()
{
    if (!isBusy()) {
        m_busyTimer.stop();
        m_canvas->setBusy(false);
    }
}

void ReviewPicture::take(const BuiltPicture& picture)
{
    if (picture.snapshot != m_comparison) {
        return; // of the comparison before
    }
    put(picture);
    if (!picture.scene && m_comparison) {
        m_canvas->setEmptyText(m_comparison->change.resources.empty() ? tr("Nothing of the mesh differs.")
                                                                      : tr("What differs is not on the picture."));
    }
    show(m_mode);
    endBusy();
}

/// Both states alone, where the overlay has them.
void ReviewPicture::makeSides()
{
    if (m_sides.isRunning()) {
        return;
    }
    m_busyTimer.start();
    using Sides = std::array<topology::GraphScenePtr, 2>;
    m_sides.run<Sides>(
        [picture = m_picture](const std::stop_token& stop) -> Sides {
            Sides made{sideOf(picture, topology::State::Added), {}};
            if (!stop.stop_requested()) {
                made[1] = sideOf(picture, topology::State::Removed);
            }
            return made;
        },
        [this](const Sides& made) {
            m_scenes[Before] = made[0];
            m_scenes[After] = made[1];
            show(m_mode);
            endBusy();
        });
}

topology::GraphScenePtr ReviewPicture::sideOf(const BuiltPicture& picture, topology::State dropped)
{
    const workspace::Snapshot& snapshot = *picture.snapshot;
    const bool isBefore = dropped == topology::State::Added;
    const topology::Topology whole = topology::buildTopology(isBefore ? *snapshot.savedGraph : *snapshot.graph, nullptr,
                                                             isBefore ? snapshot.savedFindings : snapshot.findings);
    topology::PlacedTopology side =
        topology::oneSide(picture.scene->topology(), picture.scene->layout(), whole, dropped);
    topology::SceneOptions options;
    options.layers = picture.scene->options().layers;
    return topology::GraphScene::build(std::move(side.topology), std::move(side.layout), topology::FontMeasure(),
                                       options);
}

void ReviewPicture::setMode(Mode mode)
{
    m_switch->setCurrent(mode);
    if (mode != m_mode) {
        show(mode);
    }
}

void ReviewPicture::show(Mode mode)
{
    m_mode = mode;
    const Mode lower = mode == Swipe ? Before : mode;
    if (m_picture.scene && !m_scenes.at(lower)) {
        makeSides(); // what is shown stays until they are there
        return;
    }
    const QScopedValueRollback guard(m_isLinking, true);
    const mesh::ElementRef selected = m_canvas->selected();
    const double zoom = m_canvas->zoom();
    const QPointF centre = m_canvas->visibleScene().center();
    const bool hadScene = m_canvas->scene() != nullptr;
    m_canvas->setScene(m_scenes.at(lower));
    m_canvas->setSelected(selected, m_canvas);
    if (hadScene && m_canvas->scene()) {
        m_canvas->setZoom(zoom, {});
        m_canvas->centerOn(centre);
    }
    if (mode == Swipe) {
        m_upper->setScene(m_scenes[After]);
        m_upper->setSelected(selected, m_upper);
    }
    // its bar would stand under the other canvas
    m_canvas->setVerticalScrollBarPolicy(mode == Swipe ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_upper->setVisible(mode == Swipe);
    m_handle->setVisible(mode == Swipe);
    {
        const QScopedValueRollback free(m_isLinking, false);
        placeUpper();
    }
    if (m_canvas->scene() && std::exchange(m_isFitting, false)) {
        const QScopedValueRollback free(m_isLinking, false);
        m_canvas->fitReadably();
        Q_EMIT pictureShown();
    }
}

/// Both canvases show the same part at the same size.
void ReviewPicture::followLower()
{
    if (m_isLinking || m_mode != Swipe) {
        return;
    }
    const QScopedValueRollback guard(m_isLinking, true);
    const QPointF middle = QRectF(m_upper->viewport()->rect()).center();
    m_upper->setZoom(m_canvas->zoom(), {});
    m_upper->centerOn(m_canvas->toScene(middle + QPointF(m_upper->x() - m_canvas->x(), 0)));
}

void ReviewPicture::followUpper()
{
    if (m_isLinking || m_mode != Swipe) {
        return;
    }
    const QScopedValueRollback guard(m_isLinking, true);
    const QPointF middle = QRectF(m_canvas->viewport()->rect()).center();
    m_canvas->setZoom(m_upper->zoom(), {});
    m_canvas->centerOn(m_upper->toScene(middle - QPointF(m_upper->x() - m_canvas->x(), 0)));
}

void ReviewPicture::select(const mesh::ElementRef& element)
{
    m_canvas->setSelected(element);
    m_upper->setSelected(element);
}

void ReviewPicture::setSwipe(double part)
{
    m_swipe = std::clamp(part, 0.0, 1.0);
    placeUpper();
}

void ReviewPicture::placeUpper()
{
    const QRect room = m_canvas->geometry();
    const int line = static_cast<int>(std::lround(room.width() * m_swipe));
    m_upper->setGeometry(room.left() + line, room.top(), room.width() - line, room.height());
    m_handle->setGeometry(room.left() + line - (handleWidth / 2) - 2, room.top(), handleWidth + 4, room.height());
    m_handle->setMask(QRegion((m_handle->width() / 2) - 3, 0, 6, m_handle->height())
                      + QRegion(0, (m_handle->height() - handleWidth) / 2 - 2, m_handle->width(), handleWidth + 4));
    m_upper->raise();
    m_handle->raise();
    followLower();
}

void ReviewPicture::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, [this] { placeUpper(); }, Qt::QueuedConnection);
}

} // namespace meshdraft::views
