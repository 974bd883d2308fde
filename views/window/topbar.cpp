// SPDX-License-Identifier: Apache-2.0
#include "views/window/topbar.h"

#include "models/workspace/words.h"
#include "views/common/tierbadge.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/window/actions.h"
#include "views/window/gotofield.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int leastFieldWidth = 150;
constexpr int leastNameWidth = 60;
constexpr int folderWidth = 22; ///< with its gap

QFrame* separator(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setFixedSize(1, 20);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    return line;
}

} // namespace

TopBar::TopBar(const Theme& theme, Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_folder(new QLabel(this))
    , m_name(new QLabel(this))
    , m_goTo(new GoToField(theme, this))
    , m_tier(new TierBadge(theme, TierBadge::Style::Boxed, this))
    , m_commit(new QPushButton(this))
{
    setObjectName(u"topBar"_s);
    setFixedHeight(42);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 0, 8, 2);
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);

    auto* left = new QHBoxLayout;
    left->setSpacing(4);
    const auto add = [&](QAction* action, const QString& name) {
        auto* button = new QToolButton(this);
        button->setObjectName(name);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFixedSize(30, 30);
        button->setIconSize({18, 18});
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAccessibleName(action->text().remove(u'&'));
        left->addWidget(button);
    };
    add(actions.back, u"backButton"_s);
    add(actions.forward, u"forwardButton"_s);
    left->addSpacing(4);
    left->addWidget(separator(this));
    left->addSpacing(4);
    add(actions.undo, u"undoButton"_s);
    add(actions.redo, u"redoButton"_s);
    left->addSpacing(4);
    left->addWidget(separator(this));
    left->addSpacing(8);
    m_folder->setFixedSize(18, 18);
    left->addWidget(m_folder);
    left->addSpacing(2);
    m_name->setObjectName(u"repositoryName"_s);
    m_name->setTextFormat(Qt::RichText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_name->installEventFilter(this);
    left->addWidget(m_name, 1);
    grid->addLayout(left, 0, 0);

    m_goTo->setMinimumSize(leastFieldWidth, 28);
    m_goTo->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    grid->addWidget(m_goTo, 0, 1);

    auto* right = new QHBoxLayout;
    right->setSpacing(12);
    right->addStretch(1);
    m_tier->setObjectName(u"tierBadge"_s);
    m_tier->setToolTip(tr("Why? Shows the reasons"));
    right->addWidget(m_tier);
    m_commit->setObjectName(u"commitButton"_s);
    m_commit->setMinimumHeight(29);
    m_commit->setIconSize({16, 16});
    right->addWidget(m_commit);
    grid->addLayout(right, 0, 2);

    connect(m_tier, &QAbstractButton::clicked, this, &TopBar::tierClicked);
    connect(m_commit, &QPushButton::clicked, actions.commit, &QAction::trigger);
    connect(&theme, &Theme::changed, this, [this] { restyle(); });
    setSnapshot({});
}

void TopBar::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    const std::size_t pending = snapshot ? snapshot->change.resources.size() : 0;
    const bool unsaved = snapshot && !snapshot->changedFiles().empty();
    m_repository = snapshot && snapshot->repository ? snapshot->repository->name() : QString();
    m_tier->setVisible(unsaved);
    m_tier->setTier(snapshot ? snapshot->change.tier : changes::Tier::None);
    m_commit->setText(pending == 1      ? tr("Commit 1 change…")
                          : pending > 1 ? tr("Commit %1 changes…").arg(pending)
                                        : tr("Commit…"));
    m_commit->setEnabled(unsaved);
    m_commit->setToolTip(unsaved ? tr("Branch, message, files and the exact difference (Ctrl+Return)")
                                 : tr("Nothing is pending"));
    restyle();
}

/// The name of the repository with as much beside it as has room; none that is cut off.
void TopBar::fitName()
{
    const QString name = workspace::printable(m_repository.toStdString());
    QFont strong = m_name->font();
    strong.setWeight(QFont::DemiBold);
    const int room = m_name->width();
    const QString what = tr("mesh configuration");
    const int both = QFontMetrics(strong).horizontalAdvance(name) + QFontMetrics(m_name->font()).horizontalAdvance(what)
        + QFontMetrics(m_name->font()).horizontalAdvance(u"   "_s);
    const QString shown = QFontMetrics(strong).elidedText(name, Qt::ElideMiddle, room);
    m_name->setToolTip(name);
    // Its own width counts in either case, or it would come and go for ever.
    m_folder->setVisible(room + (m_folder->isHidden() ? 0 : folderWidth) > leastNameWidth + folderWidth);
    m_name->setText(name.isEmpty() || m_folder->isHidden() ? QString()
                        : both > room
                        ? u"<span style=\"font-weight:600\">%1</span>"_s.arg(shown.toHtmlEscaped())
                        : u"<span style=\"font-weight:600\">%1</span> &nbsp;<span style=\"color:%2\">%3</span>"_s.arg(
                              name.toHtmlEscaped(), m_theme.html("muted"), what));
}

bool TopBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        fitName();
    }
    return QWidget::eventFilter(watched, event);
}

void TopBar::restyle()
{
    m_folder->setPixmap(m_repository.isEmpty() ? QPixmap()
                                               : m_theme.pixmap(u"folder"_s, 18, "muted", devicePixelRatioF()));
    fitName();
    const std::initializer_list<std::pair<QAction*, const char16_t*>> icons{
        {m_actions.back, u"back"}, {m_actions.forward, u"fwd"}, {m_actions.undo, u"undo"}, {m_actions.redo, u"redo"}};
    for (const auto& [action, icon] : icons) {
        action->setIcon(m_theme.icon(QString::fromUtf16(icon)));
        action->setIconVisibleInMenu(false);
    }
    const bool on = m_commit->isEnabled();
    QFont font = this->font();
    font.setWeight(QFont::DemiBold);
    m_commit->setFont(font);
    m_commit->setIcon(m_theme.icon(u"commit"_s, on ? "hltext" : "ctl"));
    QPalette primary = palette();
    if (on) {
        for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
            primary.setColor(group, QPalette::Button, m_theme.color("hl"));
            primary.setColor(group, QPalette::Dark, m_theme.color("hl"));
            primary.setColor(group, QPalette::ButtonText, m_theme.color("hltext"));
        }
    }
    m_commit->setPalette(primary);
    update();
}

void TopBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color("border"));
}

} // namespace meshdraft::views
