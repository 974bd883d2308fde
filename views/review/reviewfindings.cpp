// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewfindings.h"

#include "models/workspace/words.h"
#include "views/common/paint.h"
#include "views/common/textlines.h"
#include "views/request/paneparts.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr std::size_t mostLines = 60;
}

ReviewFindings::ReviewFindings(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(titleLabel(tr("Findings in this change"), this))
    , m_lines(new TextLines(theme))
{
    setObjectName(u"reviewFindings"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(lineBetween(theme, this));
    m_title->setContentsMargins(12, 8, 12, 6);
    column->addWidget(m_title);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(m_title->text());
    auto* content = new QWidget(area);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_lines);
    rows->addStretch(1);
    area->setWidget(content);
    column->addWidget(area, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void ReviewFindings::clear()
{
    m_lines->clear();
}

void ReviewFindings::setReview(const workspace::Review& review)
{
    clear();
    const auto addAll = [this](const std::vector<checks::Finding>& findings, bool isMended) {
        for (std::size_t i = 0; i < std::min(findings.size(), mostLines); ++i) {
            add(findings[i], isMended);
        }
        m_lines->addRest(findings.size(), mostLines);
    };
    addAll(review.findings.introduced, false);
    addAll(review.findings.mended, true);
    QStringList parts;
    if (review.findings.introduced.empty() && review.findings.mended.empty()) {
        parts << tr("none new, none mended");
    }
    parts << tr("%n unchanged", nullptr, static_cast<int>(review.unchangedFindings));
    m_lines->add(parts.join(u", "_s), u"check"_s, "ok");
    if (review.changesJudgement) {
        m_lines->add(
            tr("This changes what decides which findings count. They are judged by the base; %n would be hidden.",
               nullptr, static_cast<int>(review.hiddenByHead.size())),
            u"warning"_s, "warn");
    }
}

void ReviewFindings::add(const checks::Finding& finding, bool isMended)
{
    const Look look = isMended ? Look{u"check"_s, "ok"} : lookOf(finding.severity);
    const bool hasPlace = !finding.element.isNull() || !finding.where.path.empty();
    m_lines->addLinked(
        isMended ? tr("mended") : tr("new"), workspace::printable(finding.code), workspace::findingText(finding),
        look.icon, look.token,
        isMended || !hasPlace ? std::function<void()>() : [this, finding] { Q_EMIT findingChosen(finding); });
}

} // namespace meshdraft::views
