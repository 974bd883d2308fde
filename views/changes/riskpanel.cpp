// SPDX-License-Identifier: Apache-2.0
#include "views/changes/riskpanel.h"

#include "models/changes/riskpolicy.h"
#include "models/workspace/words.h"
#include "views/common/paint.h"
#include "views/common/tierbadge.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

RiskPanel::RiskPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_badge(new TierBadge(theme, TierBadge::Style::Boxed, this))
    , m_policy(new QLabel(this))
    , m_reasons(new QVBoxLayout)
    , m_scope(new QLabel(this))
{
    setObjectName(u"riskPanel"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_badge->setObjectName(u"riskBadge"_s);
    m_badge->setFocusPolicy(Qt::NoFocus);
    m_scope->setObjectName(u"riskScope"_s);
    m_scope->setWordWrap(true);
    m_scope->setTextFormat(Qt::RichText);

    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    auto* content = new QWidget(scroll);
    content->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(m_badge);
    head->addStretch(1);
    head->addWidget(m_policy);
    column->addLayout(head);
    m_reasons->setSpacing(8);
    column->addLayout(m_reasons);
    auto* line = new QFrame(content);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    column->addWidget(line);
    column->addWidget(m_scope);
    column->addStretch(1);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    connect(&theme, &Theme::changed, this, [this] { rebuild(); });
}

void RiskPanel::setChange(const changes::MeshChange& change, const changes::ProjectRisk& risk)
{
    const QString policy = risk.policy ? QString::fromStdString(risk.policy->name()) : QString();
    m_badge->setTier(change.tier);
    std::vector<Line> lines;
    for (const changes::ResourceChange& resource : change.resources) {
        for (const changes::Reason& reason : resource.reasons) {
            const Line line{reason.tier, QString::fromStdString(reason.rule), workspace::reasonText(reason)};
            if (std::ranges::find(lines, line) == lines.end()) {
                lines.push_back(line);
            }
        }
    }
    std::ranges::stable_sort(lines, [](const Line& a, const Line& b) { return a.tier > b.tier; });
    const auto counted = [](std::size_t n, const QString& one, const QString& many) {
        return n == 1 ? one : many.arg(n);
    };
    QStringList scope;
    scope << counted(change.hosts.size(), tr("1 host"), tr("%1 hosts"))
          << counted(change.namespaces.size(), tr("1 namespace"), tr("%1 namespaces"))
          << counted(change.workloads, tr("1 workload"), tr("%1 workloads"));
    QStringList names;
    for (const std::string& host : change.hosts) {
        names << workspace::printable(host);
    }
    m_scope->setToolTip(names.join(u'\n'));
    const QString touched = scope.join(u", "_s);
    if (lines != m_lines || touched != m_touched || policy != m_policyName) {
        m_lines = std::move(lines);
        m_policyName = policy;
        m_touched = touched;
        rebuild();
    }
}

void RiskPanel::rebuild()
{
    m_policy->setTextFormat(Qt::RichText);
    m_policy->setText(u"<span style=\"color:%1\">%2</span> %3"_s.arg(m_theme.html("muted"), tr("rules:"),
                                                                     m_policyName.toHtmlEscaped()));
    m_scope->setText(u"<span style=\"color:%1\">%2</span> %3"_s.arg(m_theme.html("muted"), tr("Touches"), m_touched));
    while (QLayoutItem* item = m_reasons->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const Line& line : m_lines) {
        auto* row = new QWidget(this);
        auto* grid = new QGridLayout(row);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(7);
        grid->setVerticalSpacing(1);
        grid->setColumnStretch(1, 1);
        auto* glyph = new QLabel(row);
        const Look look = lookOf(line.tier);
        glyph->setPixmap(m_theme.pixmap(look.icon, 14, look.token, devicePixelRatioF()));
        glyph->setToolTip(workspace::tierText(line.tier));
        glyph->setAccessibleName(workspace::tierText(line.tier));
        auto* rule = new QLabel(line.rule, row);
        rule->setTextFormat(Qt::PlainText);
        rule->setFont(fixedFont());
        auto* text = new QLabel(line.text, row);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        grid->addWidget(glyph, 0, 0);
        grid->addWidget(rule, 0, 1);
        grid->addWidget(text, 1, 1);
        m_reasons->addWidget(row);
    }
}

} // namespace meshdraft::views
