// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewfindings.h"

#include "models/workspace/words.h"
#include "views/common/linklabel.h"
#include "views/common/paint.h"
#include "views/request/paneparts.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

ReviewFindings::ReviewFindings(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(titleLabel(tr("Findings in this change"), this))
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
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(12, 2, 12, 8);
    m_rows->setSpacing(6);
    area->setWidget(content);
    column->addWidget(area, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void ReviewFindings::clear()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void ReviewFindings::setReview(const workspace::Review& review)
{
    clear();
    for (const checks::Finding& finding : review.findings.introduced) {
        add(finding, false);
    }
    for (const checks::Finding& finding : review.findings.mended) {
        add(finding, true);
    }
    QStringList parts;
    if (review.findings.introduced.empty() && review.findings.mended.empty()) {
        parts << tr("none new, none mended");
    }
    parts << tr("%n unchanged", nullptr, static_cast<int>(review.unchangedFindings));
    addLine(u"check"_s, "ok", parts.join(u", "_s).toHtmlEscaped(), {});
    if (review.changesJudgement) {
        addLine(u"warning"_s, "warn",
                tr("This changes what decides which findings count. They are judged by the base; %n would be hidden.",
                   nullptr, static_cast<int>(review.hiddenByHead.size()))
                    .toHtmlEscaped(),
                {});
    }
    m_rows->addStretch(1);
}

void ReviewFindings::add(const checks::Finding& finding, bool isMended)
{
    const Look look = isMended ? Look{u"check"_s, "ok"} : lookOf(finding.severity);
    const QString code = QString::fromStdString(finding.code).toHtmlEscaped();
    const QString link = isMended || finding.element.isNull()
        ? code
        : u"<a href=\"#\" style=\"color:%1\">%2</a>"_s.arg(m_theme.html("link"), code);
    addLine(look.icon, look.token,
            u"<b>%1</b> %2 %3"_s.arg(isMended ? tr("mended") : tr("new"), link,
                                     workspace::findingText(finding).toHtmlEscaped()),
            isMended ? mesh::ElementRef() : finding.element);
}

void ReviewFindings::addLine(const QString& icon, const char* token, const QString& html,
                             const mesh::ElementRef& element)
{
    auto* line = new QWidget(m_rows->parentWidget());
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(7);
    auto* glyph = new QLabel(line);
    glyph->setPixmap(m_theme.pixmap(icon, 14, token, devicePixelRatioF()));
    row->addWidget(glyph, 0, Qt::AlignTop);
    auto* label = new LinkLabel(line);
    label->setTextFormat(Qt::RichText);
    label->setText(html);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setFont(scaledFont(font(), 0.92));
    if (!element.isNull()) {
        connect(label, &QLabel::linkActivated, this, [this, element] { Q_EMIT elementChosen(element); });
    }
    row->addWidget(label, 1);
    m_rows->addWidget(line);
}

} // namespace meshdraft::views
