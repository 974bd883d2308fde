// SPDX-License-Identifier: Apache-2.0
#include "views/window/bottomdock.h"

#include "views/common/chip.h"
#include "views/common/severitycounts.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/window/docktitle.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int titleHeight = 32;
constexpr int leastWidth = 240;
constexpr int roomForTabs = 400; ///< and the buttons of the dock

/// The ground of the row, with the line below it.
class TitleRow : public QWidget {
public:
    TitleRow(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedHeight(titleHeight);
    }

    /// Tools that leave where the tabs have no room beside them; the menus have their actions, too.
    void setTools(QWidget& tools) { m_tools = &tools; }
    void fit()
    {
        if (m_tools != nullptr) {
            m_tools->setVisible(width() >= roomForTabs + m_tools->sizeHint().width());
        }
    }
    QSize minimumSizeHint() const override { return {leastWidth, titleHeight}; }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QWidget::resizeEvent(event);
        fit();
    }
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color("window"));
        painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color("border"));
    }

private:
    const Theme& m_theme;
    QWidget* m_tools = nullptr;
};

} // namespace

BottomDock::BottomDock(const Theme& theme, QWidget* parent)
    : QDockWidget(tr("Pending changes"), parent)
    , m_theme(theme)
    , m_panels(new QStackedWidget(this))
{
    setObjectName(u"bottomDock"_s);
    auto* row = new TitleRow(theme, this);
    m_tabs = new QTabBar(row);
    m_tools = new QStackedWidget(row);
    row->setTools(*m_tools);
    m_count = new Chip(theme, row);
    m_severities = new SeverityCounts(theme, row);
    m_tabs->setObjectName(u"bottomTabs"_s);
    m_tabs->setAccessibleName(tr("Bottom panels"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFont(scaledFont(font(), 0.94));
    m_tools->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(6, 0, 4, 0);
    layout->setSpacing(10);
    layout->addWidget(m_tabs, 0, Qt::AlignBottom);
    layout->addStretch(1);
    layout->addWidget(m_tools, 0, Qt::AlignVCenter);
    layout->addWidget(new DockButtons(theme, *this, row), 0, Qt::AlignVCenter);
    setTitleBarWidget(row);
    m_panels->setMinimumHeight(108);
    setWidget(m_panels);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_panels->setCurrentIndex(tab);
        showTools(tab);
        Q_EMIT currentChanged(tab);
    });
}

int BottomDock::addPanel(const QString& title, QWidget* panel, QWidget* tools)
{
    m_panels->addWidget(panel);
    m_tools->addWidget(tools != nullptr ? tools : new QWidget(m_tools));
    const int tab = m_tabs->addTab(title);
    showTools(m_tabs->currentIndex());
    return tab;
}

/// The tools of a tab, in their own width: those of the others take no room.
void BottomDock::showTools(int tab)
{
    for (int i = 0; i < m_tools->count(); ++i) {
        const QSizePolicy::Policy policy = i == tab ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_tools->widget(i)->setSizePolicy(policy, QSizePolicy::Preferred);
    }
    m_tools->setCurrentIndex(tab);
    m_tools->updateGeometry();
    static_cast<TitleRow*>(titleBarWidget())->fit();
}

void BottomDock::setCurrent(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

int BottomDock::current() const
{
    return m_tabs->currentIndex();
}

void BottomDock::setPending(std::size_t changes, int tab)
{
    m_count->set(changes > 0 ? QString::number(changes) : QString(), "chg", "chgbg");
    putOnTab(m_count, changes > 0, tab);
}

void BottomDock::setFindings(const checks::Findings& findings, int tab)
{
    m_severities->setFindings(findings, checks::Severity::Warning);
    putOnTab(m_severities, m_severities->sizeHint().width() > 0, tab);
}

void BottomDock::putOnTab(QWidget* badge, bool isShown, int tab)
{
    // A tab measures its button when the button is set.
    badge->resize(badge->sizeHint());
    m_tabs->setTabButton(tab, QTabBar::RightSide, nullptr);
    m_tabs->setTabButton(tab, QTabBar::RightSide, isShown ? badge : nullptr);
    badge->setVisible(isShown);
    // A hidden bar does not say that it needs another size.
    m_tabs->updateGeometry();
}

} // namespace meshdraft::views
