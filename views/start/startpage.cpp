// SPDX-License-Identifier: Apache-2.0
#include "views/start/startpage.h"

#include "views/common/folderdrop.h"
#include "views/common/ink.h"
#include "views/common/paint.h"
#include "views/start/actioncard.h"
#include "views/start/keptlist.h"
#include "views/start/recentlist.h"
#include "views/start/toolprobe.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

/// Its two columns stand below each other where they do not fit beside each other.
class Columns : public QWidget {
public:
    explicit Columns(QScrollArea& area)
        : QWidget(&area)
        , m_area(area)
        , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    {
        arrange();
    }
    QBoxLayout& columns() const { return *m_layout; }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QWidget::resizeEvent(event);
        arrange();
    }

private:
    void arrange()
    {
        const bool isWide = m_area.viewport()->width() >= roomForTwo;
        m_layout->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        m_layout->setContentsMargins(isWide ? 79 : 24, isWide ? 56 : 24, isWide ? 79 : 24, 24);
        m_layout->setSpacing(isWide ? 64 : 24);
    }

    static constexpr int roomForTwo = 900;
    QScrollArea& m_area;
    QBoxLayout* m_layout;
};

} // namespace

/// The dashed place that says where a folder can be dropped.
class StartPage::DropPlace : public QWidget {
public:
    DropPlace(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedHeight(96);
        setAccessibleName(StartPage::tr("Drop a folder here"));
    }
    void setHot(bool hot)
    {
        m_hot = hot;
        update();
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(m_hot ? "hl" : "ctl"), m_hot ? 2 : 1, Qt::DashLine));
        painter.setBrush(m_hot ? QBrush(m_theme.color("hlsoft")) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
        painter.drawPixmap(QPoint(width() / 2 - 9, height() / 2 - 22),
                           m_theme.pixmap(u"plus"_s, 18, "muted", devicePixelRatioF()));
        painter.setPen(m_theme.color("muted"));
        painter.drawText(rect().adjusted(0, 26, 0, 0), Qt::AlignCenter,
                         StartPage::tr("Drop a folder or a repository here"));
    }

private:
    const Theme& m_theme;
    bool m_hot = false;
};

StartPage::StartPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"startPage"_s);
    setAcceptDrops(true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new Columns(*scroll);
    content->setObjectName(u"startContent"_s);
    content->setBackgroundRole(QPalette::AlternateBase);
    scroll->viewport()->setBackgroundRole(QPalette::AlternateBase);
    content->columns().addWidget(buildLeft(), 0);
    content->columns().addWidget(buildRight(), 1);
    scroll->setWidget(content);
    outer->addWidget(scroll);
}

QLabel* StartPage::heading(const QString& text, qreal factor)
{
    auto* label = new QLabel(text, this);
    label->setFont(scaledFont(font(), factor, QFont::DemiBold));
    return label;
}

QWidget* StartPage::buildTitle()
{
    auto* widget = new QWidget(this);
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    auto* icon = new QLabel(widget);
    icon->setFixedSize(54, 54);
    const auto show = [this, icon] {
        icon->setPixmap(m_theme.pixmap(u"app"_s, 54, "hl", devicePixelRatioF(), "hltext"));
    };
    show();
    connect(&m_theme, &Theme::changed, icon, show);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(heading(tr("Meshdraft"), 1.9));
    auto* line = new QLabel(tr("See, change and review mesh configuration in Git"), widget);
    setInk(*line, m_theme, "muted");
    words->addWidget(line);
    row->addWidget(icon);
    row->addLayout(words, 1);
    return widget;
}

QWidget* StartPage::buildLeft()
{
    auto* widget = new QWidget(this);
    widget->setFixedWidth(404);
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(9);
    column->addWidget(buildTitle());
    column->addSpacing(14);
    auto* open = new ActionCard(m_theme, u"folder"_s, tr("Open repository…"),
                                tr("A Git repository with Istio or Gateway API files"), u"Ctrl+O"_s, widget);
    open->setObjectName(u"openCard"_s);
    auto* sample = new ActionCard(m_theme, u"topology"_s, tr("Open the sample mesh"),
                                  tr("An online shop with a canary ready to try"), u"Ctrl+Shift+O"_s, widget);
    sample->setObjectName(u"sampleCard"_s);
    column->addWidget(open);
    column->addWidget(sample);
    column->addSpacing(14);
    column->addWidget(heading(tr("Found on this computer"), 0.96));
    addTool(column, u"git"_s, {u"--version"_s}, tr("reads and writes repositories"),
            tr("not found; nothing can be opened without it"));
    addTool(column, u"kubectl"_s, {u"version"_s, u"--client"_s}, tr("renders Kustomize overlays, offline"),
            tr("not found, so overlays cannot be rendered. Plain directories work."));
    addTool(column, u"istioctl"_s, {u"version"_s, u"--remote=false"_s, u"--short"_s}, tr("not used yet"),
            tr("not found; only live views will need it"));
    column->addStretch(1);
    connect(open, &ActionCard::clicked, this, &StartPage::openRequested);
    connect(sample, &ActionCard::clicked, this, &StartPage::sampleRequested);
    setFocusProxy(open);
    return widget;
}

void StartPage::addTool(QVBoxLayout* column, const QString& program, const QStringList& arguments, const QString& use,
                        const QString& without)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* glyph = new QLabel(this);
    glyph->setFixedSize(14, 14);
    auto* text = new QLabel(this);
    text->setObjectName(u"tool_"_s + program);
    text->setFont(scaledFont(font(), secondaryScale));
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    row->addWidget(glyph, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    column->addLayout(row);
    auto* probe = new ToolProbe(program, arguments, this);
    const auto show = [this, glyph, text, program, use, without, probe] {
        const QString version = probe->property("version").toString();
        const bool asked = probe->property("version").isValid();
        glyph->setPixmap(m_theme.pixmap(!asked || version.isEmpty() ? u"unknown"_s : u"check"_s, 14,
                                        version.isEmpty() ? "muted" : "ok", devicePixelRatioF()));
        const QString name = version.isEmpty() ? program : program + u' ' + version;
        const QString detail = !asked ? tr("looking for it…") : version.isEmpty() ? without : use;
        text->setText(
            u"%1 &nbsp;<span style=\"color:%2\">%3</span>"_s.arg(name, m_theme.html("muted"), detail.toHtmlEscaped()));
    };
    show();
    connect(&m_theme, &Theme::changed, text, show);
    connect(probe, &ToolProbe::found, text, [probe, show](const QString& version) {
        probe->setProperty("version", version);
        show();
    });
    probe->start();
}

QWidget* StartPage::buildRight()
{
    auto* widget = new QWidget(this);
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_kept = new KeptList(m_theme, widget);
    column->addWidget(m_kept);
    auto* head = new QHBoxLayout;
    head->addWidget(heading(tr("Recent"), 1.1), 1);
    m_filter = new QLineEdit(widget);
    m_filter->setObjectName(u"recentFilter"_s);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter recent repositories"));
    m_filter->setFixedWidth(190);
    QAction* glyph = m_filter->addAction(m_theme.icon(u"sidecar"_s, "muted"), QLineEdit::LeadingPosition);
    connect(&m_theme, &Theme::changed, m_filter,
            [this, glyph] { glyph->setIcon(m_theme.icon(u"sidecar"_s, "muted")); });
    head->addWidget(m_filter);
    column->addLayout(head);
    m_recent = new RecentList(m_theme, widget);
    m_recent->setObjectName(u"recentList"_s);
    m_recent->setAccessibleName(tr("Recent repositories"));
    column->addWidget(m_recent);
    column->addSpacing(12);
    m_drop = new DropPlace(m_theme, widget);
    column->addWidget(m_drop);
    column->addStretch(1);
    connect(m_filter, &QLineEdit::textChanged, m_recent, &RecentList::setFilter);
    connect(m_recent, &RecentList::repositoryChosen, this, &StartPage::repositoryChosen);
    return widget;
}

void StartPage::setRecent(std::vector<RecentRepositories::Entry> entries)
{
    m_recent->setEntries(std::move(entries));
}

void StartPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedDirectory(event->mimeData()).isEmpty()) {
        m_drop->setHot(true);
        event->acceptProposedAction();
    }
}

void StartPage::dragLeaveEvent(QDragLeaveEvent* /*event*/)
{
    m_drop->setHot(false);
}

void StartPage::dropEvent(QDropEvent* event)
{
    m_drop->setHot(false);
    const QString directory = droppedDirectory(event->mimeData());
    if (!directory.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT repositoryChosen(directory);
    }
}

} // namespace meshdraft::views
