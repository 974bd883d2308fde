// SPDX-License-Identifier: Apache-2.0
#include "views/editor/filetabs.h"

#include "models/workspace/editor/editorfile.h"
#include "models/workspace/words.h"
#include "views/common/paint.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int iconSide = 14;

} // namespace

FileTabs::FileTabs(const Theme& theme, QWidget* parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setObjectName(u"fileTabs"_s);
    setAccessibleName(tr("Open files"));
    setMovable(true);
    setExpanding(false);
    setDocumentMode(true);
    setDrawBase(false);
    setElideMode(Qt::ElideMiddle);
    setUsesScrollButtons(true);
    connect(&theme, &Theme::changed, this, &FileTabs::restyle);
    connect(this, &QTabBar::currentChanged, this, &FileTabs::restyle);
}

int FileTabs::find(const std::string& path) const
{
    for (int i = 0; i < count(); ++i) {
        if (pathOf(i) == path) {
            return i;
        }
    }
    return -1;
}

std::string FileTabs::pathOf(int tab) const
{
    return tabData(tab).toString().toStdString();
}

int FileTabs::add(const std::string& path)
{
    const QString name = workspace::printable(path.substr(path.rfind('/') + 1));
    const int tab = addTab(name);
    setTabData(tab, QString::fromStdString(path));
    auto* icon = new QLabel(this);
    icon->setFixedSize(iconSide + 2, iconSide);
    setTabButton(tab, LeftSide, icon);
    setTabButton(tab, RightSide, makeButtons(tab));
    restyle();
    return tab;
}

QWidget* FileTabs::makeButtons(int tab)
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto* mark = new QLabel(box);
    mark->setObjectName(u"modifiedMark"_s);
    mark->setFixedSize(13, 13);
    auto* close = new QToolButton(box);
    close->setObjectName(u"closeTab"_s);
    close->setAutoRaise(true);
    close->setFixedSize(16, 16);
    close->setIconSize({12, 12});
    close->setFocusPolicy(Qt::NoFocus);
    const QString text = tr("Close %1").arg(tabText(tab));
    close->setAccessibleName(text);
    close->setToolTip(tr("%1 (Ctrl+W)").arg(text));
    connect(close, &QToolButton::clicked, this, [this, box] {
        for (int i = 0; i < count(); ++i) {
            if (tabButton(i, RightSide) == box) {
                Q_EMIT tabCloseRequested(i);
                return;
            }
        }
    });
    row->addWidget(mark);
    row->addWidget(close);
    return box;
}

void FileTabs::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    restyle();
}

void FileTabs::restyle()
{
    const std::vector<std::string> changed = m_snapshot ? m_snapshot->changedFiles() : std::vector<std::string>();
    for (int i = 0; i < count(); ++i) {
        const std::string path = pathOf(i);
        const std::string kind = m_snapshot ? workspace::kindOfFile(*m_snapshot, path) : std::string();
        static_cast<QLabel*>(tabButton(i, LeftSide))
            ->setPixmap(
                m_theme.pixmap(kind.empty() ? u"doc"_s : iconOfKind(kind), iconSide, "muted", devicePixelRatioF()));
        const bool isChanged = std::ranges::binary_search(changed, path);
        const QString shown = workspace::printable(path);
        setTabToolTip(i, isChanged ? tr("%1 (changed, not saved)").arg(shown) : shown);
        setAccessibleTabName(i, tabToolTip(i));
        QWidget* buttons = tabButton(i, RightSide);
        auto* mark = buttons->findChild<QLabel*>(u"modifiedMark"_s);
        const Look look = lookOf(changes::Operation::Modified);
        mark->setPixmap(m_theme.pixmap(look.icon, 13, look.token, devicePixelRatioF()));
        mark->setVisible(isChanged);
        auto* close = buttons->findChild<QToolButton*>(u"closeTab"_s);
        close->setIcon(m_theme.icon(u"close"_s, "muted"));
        close->setVisible(i == currentIndex());
        buttons->setFixedWidth((isChanged ? 17 : 0) + (i == currentIndex() ? 16 : 0));
        // The room for the buttons is worked out with the text.
        setTabText(i, tabText(i));
    }
}

/// The name of the current one is set in a heavier weight.
QSize FileTabs::tabSizeHint(int index) const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int more =
        QFontMetrics(bold).horizontalAdvance(tabText(index)) - fontMetrics().horizontalAdvance(tabText(index));
    return QTabBar::tabSizeHint(index) + QSize(std::max(0, more) + 4, 0);
}

void FileTabs::mouseReleaseEvent(QMouseEvent* event)
{
    const int tab = tabAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && tab >= 0) {
        Q_EMIT tabCloseRequested(tab);
        return;
    }
    QTabBar::mouseReleaseEvent(event);
}

} // namespace meshdraft::views
