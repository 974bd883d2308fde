// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/splitdesigner.h"

#include "models/changes/routeedit.h"
#include "models/workspace/words.h"
#include "views/common/linklabel.h"
#include "views/common/messagebar.h"
#include "views/inspector/facts.h"
#include "views/inspector/splitbar.h"
#include "views/inspector/weightrow.h"
#include "views/inspector/weightslider.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using workspace::printable;

namespace {

/// Key steps on one slider that follow each other within this time are one undo step, as a drag is.
constexpr qint64 stepPause = 1000;

bool isSame(const mesh::Destination& a, const mesh::Destination& b)
{
    return a.host.value == b.host.value && a.subset.value == b.subset.value && a.port.value == b.port.value
        && a.backendNamespace == b.backendNamespace;
}

QString valueText(std::int64_t weight, bool percent)
{
    return percent ? QString::number(weight) + u" %"_s : QString::number(weight);
}

} // namespace

SplitDesigner::SplitDesigner(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_rowColumn(new QVBoxLayout)
    , m_before(new SplitBar(theme, tr("Before"), this))
    , m_after(new SplitBar(theme, tr("After"), this))
    , m_notice(new MessageBar(theme, this))
    , m_stepText(new LinkLabel(this))
    , m_sentence(new LinkLabel(this))
    , m_add(new QPushButton(theme.icon(u"plus"_s), tr("Add destination"), this))
    , m_revert(new QPushButton(tr("Revert split"), this))
    , m_error(new MessageBar(theme, this))
{
    m_before->setObjectName(u"splitBefore"_s);
    m_after->setObjectName(u"splitAfter"_s);
    m_sentence->setObjectName(u"splitSentence"_s);
    m_sentence->setWordWrap(true);
    m_revert->setObjectName(u"revertSplit"_s);
    m_revert->setToolTip(tr("Put the weights of this route back to what the file holds"));
    m_error->setObjectName(u"splitError"_s);
    m_notice->setObjectName(u"splitNotice"_s);
    m_stepText->setObjectName(u"splitStep"_s);
    m_stepText->setWordWrap(true);
    m_stepText->setTextFormat(Qt::RichText);
    m_add->setObjectName(u"addDestination"_s);
    m_add->setAutoDefault(false);
    m_add->setIconSize({14, 14});
    for (QPushButton* button : {m_add, m_revert}) {
        button->setFont(scaledFont(font(), secondaryScale));
    }
    m_add->setToolTip(tr("A subset or Service that is there, or a new subset with its DestinationRule"));

    QVBoxLayout* column = m_column;
    column->setContentsMargins(12, 0, 12, 12);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addSpacing(2);
    column->addWidget(m_stepText);
    m_stepText->setContentsMargins(0, 0, 0, 6);
    column->addWidget(m_before);
    column->addWidget(m_after);
    column->addWidget(m_sentence);
    column->addSpacing(8);
    m_rowColumn->setSpacing(10);
    column->addLayout(m_rowColumn);
    column->addSpacing(8);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    buttons->addWidget(m_revert);
    column->addLayout(buttons);
    column->addWidget(m_error);

    connect(m_add, &QPushButton::clicked, this, &SplitDesigner::addRequested);
    connect(&theme, &Theme::changed, m_add, [this] { m_add->setIcon(m_theme.icon(u"plus"_s)); });
    connect(m_stepText, &QLabel::linkActivated, this, [this](const QString& link) {
        if (link == u"#use"_s) {
            Q_EMIT stepUsed();
        } else {
            Q_EMIT stepClosed();
        }
    });
    connect(m_revert, &QPushButton::clicked, this, [this] { revertSplit(); });
    connect(m_sentence, &QLabel::linkActivated, this, [this] { Q_EMIT elementActivated(m_sentenceTarget); });
}

QString SplitDesigner::routeKey() const
{
    const mesh::ElementRef element = m_subject.resource->element(m_subject.route->node);
    return QString::fromStdString(element.path + '|' + element.key.kind + '|' + element.key.ns + '|' + element.key.name
                                  + '|' + element.field.text());
}

const mesh::Destination* SplitDesigner::oldDestination(const mesh::Destination& now) const
{
    if (m_subject.oldRoute == nullptr) {
        return nullptr;
    }
    for (const mesh::Destination& old : m_subject.oldRoute->destinations) {
        if (isSame(old, now)) {
            return &old;
        }
    }
    return nullptr;
}

void SplitDesigner::setSubject(const Subject& subject)
{
    m_subject = subject;
    m_error->hide();
    if (m_step && (subject.route == nullptr || subject.route->destinations.size() != m_step->weights.size())) {
        m_step.reset();
    }
    refresh();
}

void SplitDesigner::setStep(const std::optional<Step>& step)
{
    const bool fits =
        step && m_subject.route != nullptr && m_subject.route->destinations.size() == step->weights.size();
    m_step = fits ? step : std::nullopt;
    refresh();
}

void SplitDesigner::setNotice(const QString& text, const QString& action, const mesh::ElementRef& target)
{
    if (text.isEmpty()) {
        m_notice->hide();
        return;
    }
    m_noticeTarget = target;
    // The same again must not take the focus from its button.
    if (!m_notice->isHidden() && m_notice->text() == text) {
        return;
    }
    m_notice->showMessage(MessageBar::Kind::Warning, text);
    if (!action.isEmpty()) {
        m_notice->addAction(action, [this] { Q_EMIT elementActivated(m_noticeTarget); })
            ->setObjectName(u"splitNoticeAction"_s);
    }
}

void SplitDesigner::addForm(QWidget* form)
{
    m_column->insertWidget(m_column->indexOf(m_error), form);
}

void SplitDesigner::focusPart(int part)
{
    if (part >= 0 && part < static_cast<int>(m_rows.size())) {
        m_rows[static_cast<std::size_t>(part)]->slider()->setFocus(Qt::OtherFocusReason);
    }
}

QString SplitDesigner::totalText() const
{
    return m_rows.empty() || m_subject.route == nullptr ? QString() : tr("total %1").arg(m_split.total);
}

bool SplitDesigner::isTotalRight() const
{
    // Weights are parts of their sum, in Istio too; only no weight at all is refused.
    return m_split.parts.size() < 2
        || std::ranges::any_of(m_split.parts, [](const changes::Split::Part& part) { return part.weight > 0; });
}

void SplitDesigner::showSentence(const QString& text, const mesh::ElementRef& target)
{
    m_sentenceTarget = target;
    if (target.isNull()) {
        m_sentence->setTextFormat(Qt::PlainText);
        m_sentence->setText(text);
    } else {
        m_sentence->setTextFormat(Qt::RichText);
        m_sentence->setText(text.toHtmlEscaped()
                            + u" <a href=\"#\" style=\"color:%1\">%2</a>"_s.arg(m_theme.html("link"), tr("Go there")));
    }
    m_sentence->setVisible(!text.isEmpty());
}

void SplitDesigner::refresh()
{
    const mesh::Route* route = m_subject.route;
    m_split = route != nullptr ? changes::Split::of(*route) : changes::Split{};
    if (m_step) {
        for (std::size_t i = 0; i < m_split.parts.size(); ++i) {
            m_split.parts[i].weight = m_step->weights[i];
        }
        m_split.total = std::accumulate(m_step->weights.begin(), m_step->weights.end(), std::int64_t{0});
    }
    const std::size_t count = route != nullptr ? route->destinations.size() : 0;
    while (m_rows.size() > count) {
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    while (m_rows.size() < count) {
        const int part = static_cast<int>(m_rows.size());
        auto* row = new WeightRow(m_theme, part, this);
        connect(row, &WeightRow::dragStarted, this, [this] {
            ++m_lastMergeId;
            Q_EMIT dragging(true);
        });
        connect(row, &WeightRow::dragEnded, this, [this] { Q_EMIT dragging(false); });
        connect(row, &WeightRow::weightRequested, this,
                [this, part](int weight, bool dragging) { requestWeight(part, weight, dragging); });
        connect(row, &WeightRow::lockToggled, this, [this, part](bool locked) { setLocked(part, locked); });
        connect(row, &WeightRow::removeRequested, this, [this, part] { Q_EMIT removeRequested(part); });
        m_rowColumn->addWidget(row);
        row->orderTabsBehind(m_add->previousInFocusChain());
        m_rows.push_back(row);
    }
    showStep();
    if (route == nullptr) {
        m_add->hide();
        return;
    }
    const QSet<int> locks = m_locks.value(routeKey());
    bool changed = false;
    for (std::size_t i = 0; i < count; ++i) {
        const mesh::Destination& destination = route->destinations[i];
        const mesh::Destination* old = oldDestination(destination);
        m_split.parts[i].locked = locks.contains(static_cast<int>(i));
        WeightRow::Data shown;
        shown.name = printable(m_split.parts[i].label);
        shown.detail = destination.subset.value.empty() ? QString() : printable(destination.host.value);
        shown.pods = FactSheet::podsBehind(*m_subject.graph, *m_subject.resource, destination);
        shown.weight = m_split.parts[i].weight;
        shown.total = m_split.total > 0 ? m_split.total : 100;
        shown.isPercent = m_split.total == 100 || m_split.total == 0 || count == 1;
        if (count == 1) {
            shown.weight = 100;
            shown.total = 100;
        }
        const bool routeIsOld = m_subject.oldRoute != nullptr;
        shown.old = old != nullptr ? std::optional(old->effectiveWeight) : std::nullopt;
        shown.isChanged = count > 1 && (old == nullptr ? routeIsOld : old->effectiveWeight != shown.weight);
        shown.isLocked = m_split.parts[i].locked;
        shown.isEditable = count > 1;
        shown.isRemovable = count > 1 && !m_step;
        shown.series = i;
        changed = changed || shown.isChanged;
        m_rows[i]->setData(shown);
    }
    showLimits();
    const bool sameParts = m_subject.oldRoute != nullptr && m_subject.oldRoute->destinations.size() == count;
    m_revert->setVisible(count > 1 && !m_step);
    m_revert->setEnabled(changed && sameParts);
    const bool isShown = !changes::unrepresentable(*m_subject.resource, *route);
    m_add->setVisible(isShown && !m_step);
    showBars();
}

void SplitDesigner::showStep()
{
    m_stepText->setVisible(m_step.has_value());
    if (m_step) {
        const auto link = [this](const QString& to, const QString& text) {
            return u"<a href=\"%1\" style=\"color:%2\">%3</a>"_s.arg(to, m_theme.html("link"), text.toHtmlEscaped());
        };
        //: %1 is the number of a step, %2 and %3 are links.
        m_stepText->setText(tr("Step %1 of the plan: the sliders change the plan, not the file. %2 · %3")
                                .arg(QString::number(m_step->number), link(u"#use"_s, tr("Use in the file")),
                                     link(u"#file"_s, tr("Show the file"))));
    }
}

void SplitDesigner::showLimits()
{
    const mesh::Route* route = m_subject.route;
    if (route->delegate.isPresent() && !route->delegate.value.empty()) {
        mesh::ElementRef target;
        for (const Fact& fact :
             FactSheet::uses(*m_subject.graph, m_subject.graph->find(m_subject.resource->element()))) {
            if (!fact.target.isNull() && fact.target.key.kind == "VirtualService"
                && fact.target.key.ns + '/' + fact.target.key.name == route->delegate.value) {
                target = fact.target;
            }
        }
        showSentence(tr("This route has a delegate; its split is set in %1.").arg(printable(route->delegate.value)),
                     target);
    } else if (route->destinations.empty()) {
        showSentence(route->hasRedirect             ? tr("This route redirects; it sends no request to a destination.")
                         : route->hasDirectResponse ? tr("This route answers by itself; it has no destination.")
                                                    : tr("This route has no destination."));
    } else if (changes::hasAbsentWeights(*route)) {
        const auto& table = std::get<mesh::RouteTable>(m_subject.resource->body);
        const auto absent = std::ranges::find_if(
            route->destinations, [](const mesh::Destination& each) { return !each.weight.isPresent(); });
        const auto part = static_cast<std::size_t>(absent - route->destinations.begin());
        const QString name = printable(m_split.parts[part].label);
        showSentence(table.isGatewayApi ? tr("%1 has no weight in the file, which means 1.").arg(name)
                                        : tr("%1 has no weight in the file, which means 0 beside others.").arg(name));
    } else {
        showSentence({});
    }
}

void SplitDesigner::showBars()
{
    const auto share = [](std::int64_t weight, std::int64_t total) {
        return total > 0 ? static_cast<double>(weight) / static_cast<double>(total) : 0.0;
    };
    std::vector<SplitBar::Segment> after;
    const mesh::Route& route = *m_subject.route;
    const bool percent = m_split.total == 100;
    const bool single = route.destinations.size() == 1;
    for (std::size_t i = 0; i < route.destinations.size(); ++i) {
        const std::int64_t weight = single ? 100 : m_split.parts[i].weight;
        const mesh::Destination* old = oldDestination(route.destinations[i]);
        const bool fresh =
            m_subject.oldRoute != nullptr && !single && (old == nullptr || (old->effectiveWeight == 0 && weight > 0));
        after.push_back({printable(m_split.parts[i].label), valueText(weight, percent || single),
                         share(weight, single ? 100 : m_split.total), i, fresh});
    }
    std::vector<SplitBar::Segment> before;
    if (m_subject.oldRoute != nullptr) {
        const changes::Split old = changes::Split::of(*m_subject.oldRoute);
        const bool oldSingle = old.parts.size() == 1;
        std::size_t next = route.destinations.size();
        for (std::size_t i = 0; i < old.parts.size(); ++i) {
            std::size_t series = next;
            for (std::size_t now = 0; now < route.destinations.size(); ++now) {
                if (isSame(route.destinations[now], m_subject.oldRoute->destinations[i])) {
                    series = now;
                }
            }
            next += series == next ? 1 : 0;
            const std::int64_t weight = oldSingle ? 100 : old.parts[i].weight;
            before.push_back({printable(old.parts[i].label), valueText(weight, old.total == 100 || oldSingle),
                              share(weight, oldSingle ? 100 : old.total), series, false});
        }
    }
    m_before->setVisible(!before.empty());
    m_after->setVisible(!after.empty());
    m_before->setSegments(std::move(before));
    m_after->setSegments(std::move(after));
}

int SplitDesigner::stepMergeId(int part)
{
    if (part != m_stepPart || !m_sinceStep.isValid() || m_sinceStep.elapsed() > stepPause) {
        ++m_lastMergeId;
    }
    m_stepPart = part;
    m_sinceStep.start();
    return m_lastMergeId;
}

void SplitDesigner::requestWeight(int part, int weight, bool dragging)
{
    if (m_subject.route == nullptr || static_cast<std::size_t>(part) >= m_split.parts.size()) {
        return;
    }
    const auto index = static_cast<std::size_t>(part);
    std::vector<std::int64_t> weights;
    if (m_split.total > 0) {
        weights = changes::rebalance(m_split, index, weight);
    } else {
        // Nothing to take from: the first weight of an all-zero split stands for itself.
        for (const changes::Split::Part& one : m_split.parts) {
            weights.push_back(one.weight);
        }
        weights[index] = weight;
    }
    bool same = true;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        same = same && weights[i] == m_split.parts[i].weight;
    }
    if (m_step) {
        if (!same) {
            Q_EMIT stepEdited(weights);
        }
        return;
    }
    const int mergeId = dragging ? m_lastMergeId : stepMergeId(part);
    if (dragging) {
        m_stepPart = -1;
    }
    if (same) {
        refresh();
        return;
    }
    Q_EMIT weightsEdited(m_subject.resource->element(m_subject.route->node), weights, mergeId);
}

void SplitDesigner::setLocked(int part, bool locked)
{
    QSet<int>& locks = m_locks[routeKey()];
    if (locked) {
        locks.insert(part);
    } else {
        locks.remove(part);
    }
    refresh();
}

void SplitDesigner::revertSplit()
{
    std::vector<std::int64_t> weights;
    for (const mesh::Destination& destination : m_subject.route->destinations) {
        const mesh::Destination* old = oldDestination(destination);
        weights.push_back(old != nullptr ? old->effectiveWeight : 0);
    }
    ++m_lastMergeId;
    Q_EMIT weightsEdited(m_subject.resource->element(m_subject.route->node), weights, 0);
}

void SplitDesigner::showError(const QString& text)
{
    refresh();
    m_error->showMessage(MessageBar::Kind::Error, text);
}

} // namespace meshdraft::views
