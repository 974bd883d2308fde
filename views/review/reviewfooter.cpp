// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewfooter.h"

#include "models/workspace/branchstack.h"
#include "models/workspace/reviewwords.h"
#include "models/workspace/words.h"
#include "views/changes/changetext.h"
#include "views/common/chip.h"
#include "views/common/ink.h"
#include "views/common/textlines.h"
#include "views/request/fatepane.h"
#include "views/request/paneparts.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>

#include <algorithm>
#include <map>
#include <ranges>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

using changes::Xds;

constexpr std::size_t mostLines = 12; ///< of one sort in a pane

QString namesOf(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names) {
        list << workspace::printable(name);
    }
    return list.join(u", "_s);
}

/// "DestinationRule, VirtualService ×2".
QString kindsOf(const changes::LandingStep& step)
{
    QStringList kinds;
    std::map<std::string, int> counts;
    for (const changes::WaveEntry& entry : step.entries) {
        ++counts[shownResource(*entry.change)->key.kind];
    }
    for (const auto& [kind, count] : counts) {
        kinds << (count == 1 ? workspace::printable(kind)
                             : QString(workspace::printable(kind) + u" ×"_s + QString::number(count)));
    }
    return kinds.join(u", "_s);
}

} // namespace

ReviewFooter::ReviewFooter(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_fates(new FatePane(theme, this))
{
    setObjectName(u"reviewFooter"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_fates, 4);
    m_proxies = addPane(tr("What the proxies receive"), u"reviewProxies"_s, 4);
    m_approvals = addPane(tr("Who approves"), u"reviewApprovals"_s, 4);
    m_order = addPane(tr("Order"), u"reviewOrder"_s, 4);
    m_split = new QPushButton(tr("Split into pull requests…"), this);
    m_split->setObjectName(u"reviewSplit"_s);
    m_split->setToolTip(tr("Stacked branches, one a step: merged together all of it would arrive at once"));
    m_rollback = new QPushButton(tr("Rollback plan…"), this);
    m_rollback->setObjectName(u"reviewRollback"_s);
    m_runbook = new QPushButton(tr("Runbook…"), this);
    m_runbook->setObjectName(u"reviewRunbook"_s);
    m_runbook->setToolTip(tr("Break glass: every command for making this very change by hand"));
    for (QPushButton* button : {m_split, m_rollback, m_runbook}) {
        button->hide();
    }
    // the page of requests has one, too
    m_fates->list()->setObjectName(u"reviewFates"_s);
    connect(m_fates, &FatePane::requestChosen, this, &ReviewFooter::requestChosen);
    connect(m_split, &QPushButton::clicked, this, &ReviewFooter::splitRequested);
    connect(m_rollback, &QPushButton::clicked, this, &ReviewFooter::rollbackRequested);
    connect(m_runbook, &QPushButton::clicked, this, &ReviewFooter::runbookRequested);
}

ReviewFooter::Pane ReviewFooter::addPane(const QString& title, const QString& name, int stretch)
{
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setFixedWidth(1);
    setInk(*line, m_theme, "border");
    auto* layout = static_cast<QHBoxLayout*>(this->layout());
    layout->addWidget(line);
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 6, 10, 6);
    head->setSpacing(8);
    head->addWidget(titleLabel(title, pane));
    Pane made;
    made.aside = new QLabel(pane);
    made.aside->setObjectName(name + u"Aside"_s);
    made.aside->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setInk(*made.aside, m_theme, "muted");
    head->addWidget(made.aside, 1);
    column->addLayout(head);
    column->addWidget(lineBetween(m_theme, pane));
    auto* area = new QScrollArea(pane);
    area->setObjectName(name);
    area->setAccessibleName(title);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(area);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    made.rows = new QVBoxLayout(content);
    made.rows->setContentsMargins(12, 8, 12, 8);
    made.rows->setSpacing(6);
    area->setWidget(content);
    column->addWidget(area, 1);
    layout->addWidget(pane, stretch);
    return made;
}

void ReviewFooter::empty(Pane& pane)
{
    while (QLayoutItem* item = pane.rows->takeAt(0)) {
        if (QWidget* widget = item->widget(); widget == m_split || widget == m_rollback || widget == m_runbook) {
            widget->setParent(this);
            widget->hide();
        } else if (widget != nullptr) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    pane.aside->clear();
}

/// The last row, where it is one of lines; else a new one.
TextLines& ReviewFooter::linesOf(Pane& pane)
{
    const int last = pane.rows->count() - 1;
    auto* lines = last < 0 ? nullptr : qobject_cast<TextLines*>(pane.rows->itemAt(last)->widget());
    if (lines == nullptr) {
        lines = new TextLines(m_theme, pane.rows->parentWidget());
        lines->layout()->setContentsMargins(0, 0, 0, 0);
        pane.rows->addWidget(lines);
    }
    return *lines;
}

void ReviewFooter::clear()
{
    m_fates->setComparison({});
    for (Pane* pane : {&m_proxies, &m_approvals, &m_order}) {
        empty(*pane);
    }
}

void ReviewFooter::say(const QString& text)
{
    clear();
    for (Pane* pane : {&m_proxies, &m_approvals, &m_order}) {
        linesOf(*pane).addQuiet(text);
        pane->rows->addStretch(1);
    }
}

void ReviewFooter::setBusy()
{
    say(tr("Working it out…"));
}

void ReviewFooter::setStopped()
{
    say(tr("Stopped."));
}

void ReviewFooter::setReview(const workspace::Review& review)
{
    m_fates->setComparison(review.requests);
    empty(m_proxies);
    empty(m_approvals);
    empty(m_order);
    showProxies(review.impact);
    showApprovals(review);
    showOrder(review);
    for (Pane* pane : {&m_proxies, &m_approvals, &m_order}) {
        pane->rows->addStretch(1);
    }
}

void ReviewFooter::showProxies(const changes::ProxyImpact& impact)
{
    auto* chips = new QWidget(m_proxies.rows->parentWidget());
    auto* row = new QHBoxLayout(chips);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const auto textOf = [](Xds type) {
        const std::string_view name = changes::xdsName(type);
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    };
    QStringList same;
    for (const Xds type : {Xds::Lds, Xds::Rds, Xds::Cds, Xds::Eds, Xds::Sds, Xds::Ecds, Xds::Nds}) {
        if (std::ranges::contains(impact.types, type)) {
            auto* chip = new Chip(m_theme, chips);
            chip->set(u"✓ "_s + textOf(type), "info", "infobg");
            chip->setToolTip(tr("%1 changes").arg(textOf(type)));
            row->addWidget(chip);
        } else if (type != Xds::Ecds && type != Xds::Nds) {
            same << textOf(type);
        }
    }
    auto* rest = new QLabel(same.join(u' '), chips);
    rest->setFont(scaledFont(font(), secondaryScale));
    rest->setMinimumWidth(1);
    rest->setToolTip(tr("These stay as they are"));
    setInk(*rest, m_theme, "faint");
    row->addWidget(rest, 1);
    m_proxies.rows->addWidget(chips);
    TextLines& lines = linesOf(m_proxies);
    lines.add(workspace::impactText(impact));
    for (const changes::PushHazard& hazard : impact.hazards | std::views::take(mostLines)) {
        lines.add(workspace::hazardText(hazard), u"warning"_s, "warn");
    }
    lines.addRest(impact.hazards.size(), mostLines);
    QSet<QString> said;
    const auto addOnce = [&](const QString& text) {
        if (!said.contains(text)) {
            said.insert(text);
            if (said.size() <= static_cast<qsizetype>(mostLines)) {
                lines.addQuiet(text);
            }
        }
    };
    for (const changes::XdsPush& push : impact.pushes) {
        for (const changes::XdsTouch& touch : push.touches) {
            addOnce(workspace::touchText(touch));
        }
        if (!push.restart.empty()) {
            addOnce(workspace::sentence(push.restart, {}));
        }
    }
    lines.addRest(static_cast<std::size_t>(said.size()), mostLines);
}

void ReviewFooter::showApprovals(const workspace::Review& review)
{
    const auto required = std::ranges::count(review.approvals, false, &changes::Approval::isOptional);
    m_approvals.aside->setText(tr("%n needed", nullptr, static_cast<int>(required)));
    if (review.approvals.empty()) {
        linesOf(m_approvals).addQuiet(tr("Nobody owns what changes; the process of its tier holds."));
    }
    for (const changes::Approval& approval : review.approvals) {
        QWidget* parent = m_approvals.rows->parentWidget();
        auto* card = new QWidget(parent);
        auto* row = new QHBoxLayout(card);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto* glyph = new QLabel(card);
        glyph->setPixmap(m_theme.pixmap(u"owner"_s, 15, "muted", devicePixelRatioF()));
        row->addWidget(glyph, 0, Qt::AlignTop);
        auto* column = new QVBoxLayout;
        column->setSpacing(1);
        auto* name = new QLabel(namesOf(approval.owners), card);
        name->setTextFormat(Qt::PlainText);
        name->setWordWrap(true);
        name->setMinimumWidth(1);
        name->setFont(scaledFont(font(), 0.95, QFont::DemiBold));
        column->addWidget(name);
        auto* why = new QLabel(workspace::sentence(approval.message, approval.args), card);
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        why->setMinimumWidth(1);
        why->setFont(scaledFont(font(), secondaryScale));
        setInk(*why, m_theme, "muted");
        column->addWidget(why);
        row->addLayout(column, 1);
        auto* chip = new Chip(m_theme, card);
        chip->set(approval.isOptional       ? tr("asked")
                      : approval.count == 1 ? tr("needed")
                                            : tr("%1 needed").arg(approval.count),
                  approval.isOptional ? "unk" : "med", approval.isOptional ? "unkbg" : "medbg");
        row->addWidget(chip, 0, Qt::AlignTop);
        m_approvals.rows->addWidget(card);
    }
    TextLines& lines = linesOf(m_approvals);
    lines.addQuiet(workspace::processText(review.process.of(review.tier)));
    const bool isAllowed = review.permission.isAllowed;
    lines.add(workspace::permissionText(review.permission), isAllowed ? u"check"_s : u"hourglass"_s,
              isAllowed ? "ok" : "warn");
}

void ReviewFooter::showOrder(const workspace::Review& review)
{
    const auto isWrong = [](const changes::OrderNote& note) {
        return note.verdict != changes::OrderNote::Verdict::Fine;
    };
    std::vector<const changes::OrderNote*> wrong;
    for (const auto* notes : {&review.landing.waves, &review.landing.flux}) {
        for (const changes::OrderNote& note : *notes) {
            if (isWrong(note)) {
                wrong.push_back(&note);
            }
        }
    }
    const bool isWritten = !review.landing.waves.empty() || !review.landing.flux.empty();
    m_order.aside->setText(!wrong.empty() ? tr("waves disagree") : isWritten ? tr("waves agree") : QString());
    if (review.landing.steps.empty()) {
        linesOf(m_order).addQuiet(tr("No order matters."));
    }
    for (const changes::LandingStep& step : review.landing.steps) {
        QWidget* parent = m_order.rows->parentWidget();
        auto* line = new QWidget(parent);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto* chip = new Chip(m_theme, line);
        chip->set(QString::number(step.wave), step.isRemoval ? "rem" : "text", step.isRemoval ? "rembg" : "unkbg");
        row->addWidget(chip, 0, Qt::AlignTop);
        auto* label = new QLabel(step.isRemoval ? tr("%1 goes away").arg(kindsOf(step)) : kindsOf(step), line);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(1);
        label->setFont(scaledFont(font(), 0.92));
        QStringList why{workspace::stepTitle(step)};
        for (const changes::WaveEntry& entry : step.entries | std::views::take(mostLines)) {
            why << workspace::waveText(entry);
        }
        line->setToolTip(why.join(u'\n'));
        row->addWidget(label, 1);
        m_order.rows->addWidget(line);
    }
    TextLines& lines = linesOf(m_order);
    for (const changes::OrderNote* note : wrong | std::views::take(mostLines)) {
        lines.add(workspace::orderNoteText(*note), u"warning"_s, "warn");
    }
    lines.addRest(wrong.size(), mostLines);
    lines.add(tr("Rollback: %1").arg(workspace::tierText(review.back.tier)), u"rollback"_s, "muted");
    m_order.rows->addWidget(m_split);
    m_order.rows->addWidget(m_rollback);
    m_order.rows->addWidget(m_runbook);
    m_split->setVisible(workspace::canSplit(*review.mesh));
    m_rollback->show();
    m_runbook->show();
}

} // namespace meshdraft::views
