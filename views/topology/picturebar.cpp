// SPDX-License-Identifier: Apache-2.0
#include "views/topology/picturebar.h"

#include "models/topology/render/words.h"
#include "views/common/choicebutton.h"
#include "views/common/fittingrow.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/topology/canvaswords.h"
#include "views/topology/findfield.h"

#include <QActionGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using topology::EdgeLabels;
using topology::Layer;
using topology::Show;

namespace {

constexpr std::array labelChoices = {EdgeLabels::Weights, EdgeLabels::Flow,  EdgeLabels::KindFlow, EdgeLabels::Ports,
                                     EdgeLabels::Mtls,    EdgeLabels::Hosts, EdgeLabels::None};
constexpr std::array layerChoices = {Layer::WorkloadLayer, Layer::OutsideLayer, Layer::PolicyLayer, Layer::CallLayer,
                                     Layer::LockLayer,     Layer::BadgeLayer,   Layer::FindingLayer};
constexpr int comfortOfShow = 170; ///< pixels
constexpr int comfortOfFind = 118;
constexpr int leastFind = 64;
constexpr int narrow = 420; ///< a bar in which the find field gives way, too
constexpr int mostHops = 3;
constexpr std::size_t mostNamespaces = 60; ///< in a menu; the tree finds the others

/// The thin line between groups of a bar.
QWidget* addSeparator(QHBoxLayout* row, QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setFixedSize(1, 18);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    row->addSpacing(4);
    row->addWidget(line);
    row->addSpacing(4);
    return line;
}

} // namespace

PictureBar::PictureBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"pictureBar"_s);
    setMinimumHeight(34);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 8, 3);
    row->setSpacing(2);
    addHistory(row);
    m_historyLine = addSeparator(row, this);
    addShow(row);
    addLabels(row);
    addLayers(row);
    m_find = new FindField(theme, this);
    row->addSpacing(4);
    row->addWidget(m_find, 3);
    row->addStretch(0);
    addZoom(row);
    addExport(row);
    letLeave(row);
}

/// What can be had elsewhere, or is needed least, leaves first.
void PictureBar::letLeave(QHBoxLayout* row)
{
    m_fitting = new FittingRow(m_theme, *this, *row);
    const auto button = [this](const char* name) { return findChild<QToolButton*>(QLatin1StringView(name)); };
    m_fitting->addGroup({m_back, m_forward, m_historyLine});
    m_fitting->addGroup({m_map, m_legend});
    m_fitting->addGroup({m_labels});
    m_fitting->addGroup({button("layersButton")});
    m_fitting->addGroup({button("zoomOut"), m_zoom, button("zoomIn")});
    m_fitting->addGroup({button("exportPicture")});
    m_fitting->addGroup({button("zoomFit")});
    m_fitting->addMenu();
    m_fitting->setComfort(*m_show, comfortOfShow);
    m_fitting->setComfort(*m_find, comfortOfFind);
    // An expression and its hits need the room.
    connect(m_find, &QLineEdit::textChanged, m_labels,
            [this](const QString& text) { m_fitting->setWanted(*m_labels, text.isEmpty()); });
}

QSize PictureBar::minimumSizeHint() const
{
    return {m_fitting->leastWidth(), minimumHeight()};
}

void PictureBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_find->setMinimumWidth(width() < narrow ? leastFind : comfortOfFind);
    m_fitting->fit();
}

QToolButton* PictureBar::addButton(QHBoxLayout* row, const QString& icon, const QString& name, const QString& text,
                                   const QString& shortcut)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFixedSize(26, 26);
    button->setIconSize({16, 16});
    button->setIcon(m_theme.icon(icon));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(text);
    button->setToolTip(shortcut.isEmpty() ? text : text + u" ("_s + shortcut + u')');
    connect(&m_theme, &Theme::changed, button, [this, button, icon] { button->setIcon(m_theme.icon(icon)); });
    row->addWidget(button);
    return button;
}

void PictureBar::addHistory(QHBoxLayout* row)
{
    m_back = addButton(row, u"back"_s, u"topologyBack"_s, tr("Back"), u"Alt+Left"_s);
    m_forward = addButton(row, u"fwd"_s, u"topologyForward"_s, tr("Forward"), u"Alt+Right"_s);
    connect(m_back, &QToolButton::clicked, this, &PictureBar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &PictureBar::forwardRequested);
}

void PictureBar::addShow(QHBoxLayout* row)
{
    m_show = new ChoiceButton(m_theme, tr("Show"), this);
    m_show->setObjectName(u"showButton"_s);
    auto* menu = new QMenu(m_show);
    const auto add = [&](QMenu* to, const QString& name, const QString& text, auto&& slot) {
        QAction* action = to->addAction(text, this, slot);
        action->setObjectName(name);
        return action;
    };
    add(menu, u"showEverything"_s, tr("&Whole mesh"), [this] { Q_EMIT showChosen(Show::Everything, 2); });
    add(menu, u"showOverview"_s, tr("&Overview of namespaces"), [this] { Q_EMIT showChosen(Show::Overview, 2); });
    m_around = menu->addMenu(tr("&Around the selection"));
    for (int hops = 1; hops <= mostHops; ++hops) {
        add(m_around, u"showAround%1"_s.arg(hops), tr("%n hop(s)", nullptr, hops),
            [this, hops] { Q_EMIT showChosen(Show::Around, hops); });
    }
    m_changed = add(menu, u"showChanged"_s, tr("&Changed and 2 hops"), [this] { Q_EMIT showChosen(Show::Changed, 2); });
    m_namespaces = menu->addMenu(tr("One &namespace"));
    m_namespaces->setObjectName(u"showNamespaces"_s);
    menu->addSeparator();
    add(menu, u"openAll"_s, tr("Open all &groups"), [this] { Q_EMIT allOpened(true); });
    add(menu, u"closeAll"_s, tr("Close all g&roups"), [this] { Q_EMIT allOpened(false); });
    add(menu, u"arrangeAgain"_s, tr("Arrange aga&in"), [this] { Q_EMIT arrangeRequested(); });
    m_show->setMenu(menu);
    row->addWidget(m_show);
}

void PictureBar::addLabels(QHBoxLayout* row)
{
    m_labels = new ChoiceButton(m_theme, tr("Labels"), this);
    m_labels->setObjectName(u"labelsButton"_s);
    auto* menu = new QMenu(m_labels);
    auto* group = new QActionGroup(menu);
    for (const EdgeLabels labels : labelChoices) {
        QAction* action = menu->addAction(labelsText(labels), this, [this, labels] { Q_EMIT labelsChosen(labels); });
        action->setObjectName(u"labels%1"_s.arg(static_cast<int>(labels)));
        action->setCheckable(true);
        group->addAction(action);
        if (labels == EdgeLabels::KindFlow)
            m_kindFlow = action;
    }
    menu->setToolTipsVisible(true);
    setRequestKind({});
    m_labels->setMenu(menu);
    m_labels->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(m_labels);
    setLabels(EdgeLabels::Weights);
}

void PictureBar::addLayers(QHBoxLayout* row)
{
    QToolButton* button = addButton(row, u"layers"_s, u"layersButton"_s, tr("Layers"));
    button->setFixedWidth(38);
    button->setPopupMode(QToolButton::InstantPopup);
    m_layers = new QMenu(button);
    for (const Layer layer : layerChoices) {
        QAction* action = m_layers->addAction(layerText(layer));
        action->setObjectName(u"layer%1"_s.arg(layer));
        action->setData(static_cast<uint>(layer));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, layer](bool on) { Q_EMIT layerToggled(layer, on); });
    }
    button->setMenu(m_layers);
}

void PictureBar::addZoom(QHBoxLayout* row)
{
    connect(addButton(row, u"zoomout"_s, u"zoomOut"_s, tr("Zoom out"), u"-"_s), &QToolButton::clicked, this,
            &PictureBar::zoomOutRequested);
    m_zoom = new QToolButton(this);
    m_zoom->setObjectName(u"zoomLabel"_s);
    m_zoom->setAutoRaise(true);
    m_zoom->setFocusPolicy(Qt::TabFocus);
    m_zoom->setFont(scaledFont(font(), secondaryScale));
    m_zoom->setFixedHeight(26);
    m_zoom->setFixedWidth(46);
    m_zoom->setToolTip(tr("Zoom to 100 % (0)"));
    connect(m_zoom, &QToolButton::clicked, this, &PictureBar::actualSizeRequested);
    row->addWidget(m_zoom);
    setZoom(1);
    connect(addButton(row, u"zoomin"_s, u"zoomIn"_s, tr("Zoom in"), u"+"_s), &QToolButton::clicked, this,
            &PictureBar::zoomInRequested);
    connect(addButton(row, u"fit"_s, u"zoomFit"_s, tr("Fit the picture"), u"F"_s), &QToolButton::clicked, this,
            &PictureBar::fitRequested);
    m_map = addButton(row, u"map"_s, u"miniMapButton"_s, tr("Minimap"));
    m_map->setCheckable(true);
    connect(m_map, &QToolButton::toggled, this, &PictureBar::miniMapToggled);
    m_legend = addButton(row, u"legend"_s, u"legendButton"_s, tr("Legend"));
    m_legend->setCheckable(true);
    connect(m_legend, &QToolButton::toggled, this, &PictureBar::legendToggled);
}

void PictureBar::addExport(QHBoxLayout* row)
{
    QToolButton* button = addButton(row, u"export"_s, u"exportPicture"_s, tr("Export, print, list"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    const auto add = [&](const QString& text, const QString& format, double scale) {
        QAction* action = menu->addAction(text, this, [this, format, scale] { Q_EMIT exportRequested(format, scale); });
        action->setObjectName(u"export-%1-%2"_s.arg(format).arg(scale));
    };
    add(tr("Export as &SVG…"), u"svg"_s, 1);
    QMenu* pictures = menu->addMenu(tr("Export as P&NG"));
    for (const double scale : {1.0, 2.0, 4.0}) {
        QAction* action = pictures->addAction(tr("%1 x…").arg(scale), this,
                                              [this, scale] { Q_EMIT exportRequested(u"png"_s, scale); });
        action->setObjectName(u"export-png-%1"_s.arg(scale));
    }
    add(tr("Export as &PDF…"), u"pdf"_s, 1);
    add(tr("Export as &DOT…"), u"dot"_s, 1);
    menu->addSeparator();
    menu->addAction(tr("P&rint…"), this, &PictureBar::printRequested)->setObjectName(u"printPicture"_s);
    menu->addSeparator();
    menu->addAction(tr("Topology as &list"), this, &PictureBar::listRequested)->setObjectName(u"showList"_s);
    button->setMenu(menu);
}

void PictureBar::setView(const topology::ViewSpec& view, const std::vector<std::string>& namespaces,
                         const QString& selected, bool hasChanges)
{
    m_show->setChoice(showText(view, namespaces.size()));
    m_around->setTitle(selected.isEmpty() ? tr("&Around the selection") : tr("&Around %1").arg(selected));
    m_around->setEnabled(!selected.isEmpty());
    m_changed->setEnabled(hasChanges);
    for (QAction* action : m_layers->actions())
        action->setChecked((view.layers & action->data().toUInt()) != 0);
    if (namespaces == m_names)
        return;
    m_names = namespaces;
    m_namespaces->clear();
    for (std::size_t i = 0; i < std::min(mostNamespaces, namespaces.size()); ++i) {
        const QString ns = QString::fromStdString(namespaces[i]);
        QAction* action = m_namespaces->addAction(topology::paintable(namespaces[i]).replace(u'&', u"&&"_s), this,
                                                  [this, ns] { Q_EMIT namespaceChosen(ns); });
        action->setObjectName(u"namespace-"_s + ns);
    }
    m_namespaces->setEnabled(!namespaces.empty());
}

void PictureBar::setLabels(EdgeLabels labels)
{
    m_labels->setChoice(labelsText(labels));
    for (QAction* action : m_labels->menu()->actions()) {
        if (action->objectName() == u"labels%1"_s.arg(static_cast<int>(labels)))
            action->setChecked(true);
    }
}

void PictureBar::setRequestKind(const QString& kind)
{
    m_kindFlow->setEnabled(!kind.isEmpty());
    m_kindFlow->setToolTip(kind.isEmpty() ? tr("Ask for a request on the page Request first") : kind);
}

void PictureBar::setZoom(double zoom)
{
    m_zoom->setText(tr("%1 %").arg(qRound(zoom * 100)));
    m_zoom->setAccessibleName(tr("Zoom %1 %").arg(qRound(zoom * 100)));
}

void PictureBar::setHistory(bool canGoBack, bool canGoForward)
{
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void PictureBar::setMiniMap(bool wanted)
{
    m_map->setChecked(wanted);
}

void PictureBar::setLegend(bool shown)
{
    m_legend->setChecked(shown);
}

} // namespace meshdraft::views
