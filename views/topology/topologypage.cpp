// SPDX-License-Identifier: Apache-2.0
#include "views/topology/topologypage.h"

#include "models/topology/render/layoutclient.h"
#include "models/workspace/selection.h"
#include "models/workspace/words.h"
#include "views/common/messagebar.h"
#include "views/common/undopassing.h"
#include "views/theme/theme.h"
#include "views/topology/graphcanvas.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int busyAfter = 200; ///< ms: shorter work shows no progress
constexpr int hops = 2;
constexpr double readableZoom = 0.8; ///< below it names are small or left out

/// The thin line between groups of a bar.
QFrame* separator(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setFixedSize(1, 18);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    return line;
}

} // namespace

TopologyPage::TopologyPage(const Theme& theme, workspace::Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_selection(selection)
    , m_layouts(new topology::LayoutClient(QCoreApplication::applicationFilePath(), this))
    , m_canvas(new GraphCanvas(this))
    , m_message(new MessageBar(theme, this))
    , m_bar(new QWidget(this))
{
    setObjectName(u"topologyPage"_s);
    m_canvas->setObjectName(u"graphCanvas"_s);
    m_canvas->setAccessibleName(tr("Topology"));
    m_canvas->setScenePalette(theme.palette());
    m_canvas->setFrameShape(QFrame::NoFrame);
    m_message->setObjectName(u"topologyMessage"_s);
    buildBar(theme);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_message);
    column->addWidget(m_canvas, 1);

    m_busyTimer.setSingleShot(true);
    m_busyTimer.setInterval(busyAfter);
    connect(&m_busyTimer, &QTimer::timeout, this, [this] { m_canvas->setBusy(true); });
    connect(&theme, &Theme::changed, this, [this] { m_canvas->setScenePalette(m_theme.palette()); });
    connect(m_canvas, &GraphCanvas::elementSelected, this,
            [this](const mesh::ElementRef& element) { m_selection.select(element, m_canvas); });
    connect(m_canvas, &GraphCanvas::elementActivated, this, &TopologyPage::activated);
    connect(m_canvas, &GraphCanvas::zoomChanged, this,
            [this](double zoom) { m_zoom->setText(tr("%1 %").arg(qRound(zoom * 100))); });
    connect(&m_selection, &workspace::Selection::changed, this,
            [this](const mesh::ElementRef& element, QObject* origin) {
                m_canvas->setSelected(element, origin);
                updateShowTexts();
            });
}

TopologyPage::~TopologyPage() = default;

QToolButton* TopologyPage::addButton(QLayout* row, const QString& icon, const QString& name, const QString& text,
                                     const QString& shortcut)
{
    auto* button = new QToolButton(m_bar);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFixedSize(28, 28);
    button->setIconSize({16, 16});
    button->setIcon(m_theme.icon(icon));
    button->setAccessibleName(text);
    button->setToolTip(shortcut.isEmpty() ? text : text + u" ("_s + shortcut + u')');
    connect(&m_theme, &Theme::changed, button, [this, button, icon] { button->setIcon(m_theme.icon(icon)); });
    row->addWidget(button);
    return button;
}

void TopologyPage::buildBar(const Theme& theme)
{
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(8, 3, 8, 3);
    row->setSpacing(4);
    m_bar->setMinimumHeight(34);
    m_back = addButton(row, u"back"_s, u"topologyBack"_s, tr("Back"), u"Alt+Left"_s);
    m_forward = addButton(row, u"fwd"_s, u"topologyForward"_s, tr("Forward"), u"Alt+Right"_s);
    row->addSpacing(4);
    row->addWidget(separator(m_bar));
    row->addSpacing(4);
    m_show = new QComboBox(m_bar);
    m_show->setObjectName(u"showCombo"_s);
    m_show->setAccessibleName(tr("Show"));
    m_show->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_show->addItems({tr("Show everything"), tr("Show around the selection, 2 hops")});
    row->addWidget(m_show);
    m_find = new QLineEdit(m_bar);
    m_find->setObjectName(u"findField"_s);
    m_find->setAccessibleName(tr("Find in the picture"));
    m_find->setPlaceholderText(tr("Find"));
    m_find->setToolTip(tr("Names in the picture; Enter goes to the next one (Ctrl+F)"));
    m_find->setClearButtonEnabled(true);
    m_find->setFixedWidth(150);
    passUndo(*m_find);
    QAction* glyph = m_find->addAction(theme.icon(u"search"_s, "muted"), QLineEdit::LeadingPosition);
    connect(&theme, &Theme::changed, m_find, [this, glyph] { glyph->setIcon(m_theme.icon(u"search"_s, "muted")); });
    row->addSpacing(2);
    row->addWidget(m_find);
    row->addStretch(1);
    QToolButton* out = addButton(row, u"zoomout"_s, u"zoomOut"_s, tr("Zoom out"), u"-"_s);
    m_zoom = new QLabel(tr("%1 %").arg(100), m_bar);
    m_zoom->setObjectName(u"zoomLabel"_s);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(44);
    row->addWidget(m_zoom);
    QToolButton* in = addButton(row, u"zoomin"_s, u"zoomIn"_s, tr("Zoom in"), u"+"_s);
    QToolButton* fit = addButton(row, u"fit"_s, u"zoomFit"_s, tr("Fit the picture"), u"F"_s);
    QToolButton* save = addButton(row, u"export"_s, u"exportPicture"_s, tr("Export the picture…"));

    connect(m_back, &QToolButton::clicked, this, [this] { m_selection.goBack(); });
    connect(m_forward, &QToolButton::clicked, this, [this] { m_selection.goForward(); });
    const auto history = [this] {
        m_back->setEnabled(m_selection.canGoBack());
        m_forward->setEnabled(m_selection.canGoForward());
    };
    connect(&m_selection, &workspace::Selection::historyChanged, this, history);
    history();
    connect(out, &QToolButton::clicked, m_canvas, &GraphCanvas::zoomOut);
    connect(in, &QToolButton::clicked, m_canvas, &GraphCanvas::zoomIn);
    connect(fit, &QToolButton::clicked, m_canvas, &GraphCanvas::fit);
    connect(save, &QToolButton::clicked, this, [this] { exportPicture(); });
    connect(m_show, &QComboBox::activated, this, [this](int index) {
        m_centre = index == Around ? m_selection.current() : mesh::ElementRef{};
        m_fitNext = true;
        rebuild();
    });
    connect(m_find, &QLineEdit::textEdited, this, [this] { find(false); });
    connect(m_find, &QLineEdit::returnPressed, this, [this] { find(true); });
}

void TopologyPage::updateShowTexts()
{
    const mesh::ElementRef& element = m_centre.isNull() ? m_selection.current() : m_centre;
    const QString name = element.isNull() ? tr("the selection") : workspace::printable(element.key.name);
    m_show->setItemText(Around, tr("Show around %1, 2 hops").arg(name));
}

void TopologyPage::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    const bool other = !m_snapshot || !snapshot || m_snapshot->environment.name != snapshot->environment.name
        || m_snapshot->repository.has_value() != snapshot->repository.has_value();
    m_snapshot = snapshot;
    if (other) {
        const QSignalBlocker blocker(m_show);
        m_show->setCurrentIndex(Everything);
        m_centre = {};
        m_message->hide();
    }
    rebuild();
}

std::vector<std::string> TopologyPage::nodesOf(const mesh::ElementRef& element) const
{
    std::vector<std::string> ids;
    const auto sameResource = [&](const mesh::ElementRef& other) {
        return other.key == element.key && other.path == element.path && other.document == element.document
            && other.item == element.item;
    };
    std::size_t longest = 0;
    for (const topology::Node& node : m_snapshot->topology().nodes) {
        const bool related = std::ranges::any_of(node.related, sameResource);
        if (!related && (!sameResource(node.element) || !element.field.isWithin(node.element.field))) {
            continue;
        }
        const std::size_t depth = node.element.field.text().size();
        if (depth > longest) {
            ids.clear();
            longest = depth;
        }
        if (depth == longest) {
            ids.push_back(node.id);
        }
    }
    return ids;
}

void TopologyPage::rebuild()
{
    if (!m_snapshot || m_snapshot->topology().nodes.empty()) {
        m_layouts->cancel();
        m_busyTimer.stop();
        m_layoutRunning = false;
        m_canvas->setBusy(false);
        m_canvas->setScene({});
        if (m_snapshot) {
            const QString name = workspace::printable(m_snapshot->environment.name);
            m_canvas->setEmptyText(
                m_snapshot->environmentError
                    ? workspace::errorText(*m_snapshot->environmentError)
                    : tr("No Istio or Gateway API resources in %1. %2 YAML files were read; %3 were skipped.")
                          .arg(name)
                          .arg(m_snapshot->filesRead)
                          .arg(m_snapshot->filesSkipped));
            Q_EMIT pictureShown();
        }
        return;
    }
    topology::Topology shown = m_snapshot->topology();
    if (!m_centre.isNull()) {
        if (const std::vector<std::string> ids = nodesOf(m_centre); !ids.empty()) {
            shown = topology::around(shown, ids, hops);
        }
    }
    const std::vector<topology::Rect> sizes = topology::measureNodes(shown, m_measure);
    m_layoutRunning = true;
    m_busyTimer.start();
    m_layouts->request(shown, sizes,
                       [this, shown](Expected<topology::Layout> layout) { takeLayout(shown, std::move(layout)); });
}

void TopologyPage::takeLayout(const topology::Topology& topology, Expected<topology::Layout> layout)
{
    m_layoutRunning = false;
    m_busyTimer.stop();
    m_canvas->setBusy(false);
    if (!layout) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(layout.error()));
        m_message->addAction(tr("Try again"), [this] {
            m_message->hide();
            rebuild();
        });
        return;
    }
    m_canvas->setScene(topology::GraphScene::build(topology, std::move(*layout), m_measure));
    m_canvas->setSelected(m_selection.current(), m_canvas);
    if (std::exchange(m_fitNext, false)) {
        m_canvas->fitReadably();
    }
    Q_EMIT pictureShown();
}

void TopologyPage::reveal(const mesh::ElementRef& element)
{
    const QRectF place = m_canvas->scene() ? m_canvas->scene()->rectOf(element) : QRectF();
    if (place.isEmpty()) {
        return;
    }
    if (m_canvas->zoom() < readableZoom) {
        m_canvas->setZoom(1, m_canvas->fromScene(place.center()));
    }
    m_canvas->centerOn(place.center());
}

void TopologyPage::find(bool step)
{
    const QString text = m_find->text();
    std::vector<mesh::ElementRef> hits;
    if (m_snapshot && !text.isEmpty()) {
        for (const topology::Node& node : m_snapshot->topology().nodes) {
            const bool matches = QString::fromStdString(node.title).contains(text, Qt::CaseInsensitive)
                || QString::fromStdString(node.subtitle).contains(text, Qt::CaseInsensitive);
            if (matches && !node.element.isNull()) {
                hits.push_back(node.element);
            }
            for (const topology::SubsetRow& row : node.subsets) {
                if (!row.element.isNull() && QString::fromStdString(row.name).contains(text, Qt::CaseInsensitive)) {
                    hits.push_back(row.element);
                }
            }
        }
    }
    if (hits.empty()) {
        if (!text.isEmpty()) {
            m_message->showMessage(MessageBar::Kind::Info, tr("Nothing matches “%1”.").arg(text));
        } else {
            m_message->hide();
        }
        return;
    }
    m_message->hide();
    m_findPosition = step ? (m_findPosition + 1) % hits.size() : 0;
    m_find->setToolTip(tr("%1 of %2").arg(m_findPosition + 1).arg(hits.size()));
    m_selection.select(hits[m_findPosition], m_find);
    reveal(hits[m_findPosition]);
}

void TopologyPage::exportPicture()
{
    if (!m_canvas->scene()) {
        m_message->showMessage(MessageBar::Kind::Info, tr("There is no picture to export."));
        return;
    }
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the picture"), u"topology.svg"_s,
                                                      tr("Pictures (*.svg *.png *.pdf)"));
    if (file.isEmpty()) {
        return;
    }
    if (const Expected<void> done = topology::exportScene(*m_canvas->scene(), file, m_theme.palette()); !done) {
        m_message->showMessage(MessageBar::Kind::Error, workspace::errorText(done.error()));
    } else {
        m_message->showMessage(MessageBar::Kind::Success, tr("Exported to %1").arg(file));
    }
    m_message->addAction(tr("Close"), [this] { m_message->hide(); });
}

} // namespace meshdraft::views
