// SPDX-License-Identifier: Apache-2.0
#include "views/request/verdictbar.h"

#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"
#include "views/common/ink.h"
#include "views/common/paint.h"
#include "views/common/segmentedswitch.h"
#include "views/inspector/splitbar.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using traffic::Answer;
using traffic::Share;
using traffic::Verdict;

namespace {

Look lookOf(Verdict verdict)
{
    using enum Verdict;
    switch (verdict) {
    case Routed:
    case Passthrough:
        return {u"check"_s, "ok", "addbg"};
    case Unknown:
        return {u"unknown"_s, "unk", "unkbg"};
    case Redirected:
    case DirectResponse:
        return {u"info"_s, "info", "infobg"};
    case Mixed:
    case Aborted:
        return {u"warning"_s, "warn", "warnbg"};
    default:
        return {u"error"_s, "err", "errbg"};
    }
}

QString capitalised(const QString& text)
{
    return text.isEmpty() ? text : text.first(1).toUpper() + text.mid(1);
}

/// "No such route (NR, 404)".
QString headline(const Answer& answer)
{
    QString text = answer.verdict == traffic::Verdict::Routed ? VerdictBar::tr("Routed")
                                                              : capitalised(workspace::verdictText(answer.verdict));
    if (answer.shares.size() != 1) {
        return text;
    }
    const Share& share = answer.shares.front();
    QStringList codes;
    if (!share.flag.empty()) {
        codes << QString::fromStdString(share.flag);
    }
    if (share.status != 0) {
        codes << QString::number(share.status);
    }
    return codes.isEmpty() ? text : text + u" ("_s + codes.join(u", "_s) + u')';
}

QString percentText(double percent)
{
    return QString::number(std::round(percent * 10) / 10) + u" %"_s;
}

QString hostText(const Share& share)
{
    QString host = workspace::printable(share.host);
    // The mesh's own names are known by name and namespace.
    const qsizetype suffix = host.indexOf(".svc."_L1);
    return suffix < 0 ? host : host.left(suffix);
}

QString secondsText(double seconds)
{
    return QString::number(std::round(seconds * 1000) / 1000) + u" s"_s;
}

/// "3s" as it is written, "3 s" as it is read.
QString durationText(const std::string& written)
{
    const QString text = workspace::printable(written);
    const qsizetype unit = std::ranges::find_if(text, [](QChar c) { return c.isLetter(); }) - text.begin();
    const bool isSimple = unit > 0 && std::ranges::none_of(text.mid(unit), [](QChar c) { return c.isDigit(); });
    return isSimple ? text.left(unit) + QChar(QChar::Nbsp) + text.mid(unit) : text;
}

} // namespace

/// The verdict with its glyph on its soft fill.
class VerdictBar::Badge : public QWidget {
public:
    Badge(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setObjectName(u"verdictBadge"_s);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(&theme, &Theme::changed, this, [this] { update(); });
    }
    void set(const QString& text, const Look& look)
    {
        m_text = text;
        m_look = look;
        setAccessibleName(text);
        updateGeometry();
        update();
    }
    const QString& text() const { return m_text; }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(scaledFont(font(), 1, QFont::DemiBold));
        return {metrics.horizontalAdvance(m_text) + 42, metrics.height() + 8};
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawBox(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, m_theme.color(m_look.fill),
                m_theme.color(m_look.token));
        const int top = (height() - 15) / 2;
        painter.drawPixmap(QPoint(9, top),
                           m_theme.pixmap(m_look.icon, 15, m_look.token, devicePixelRatioF(), m_look.fill));
        painter.setFont(scaledFont(font(), 1, QFont::DemiBold));
        painter.setPen(m_theme.color(m_look.token));
        painter.drawText(rect().adjusted(30, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, m_text);
    }

private:
    const Theme& m_theme;
    QString m_text;
    Look m_look;
};

VerdictBar::VerdictBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_badge(new Badge(theme, this))
    , m_target(new QLabel(this))
    , m_shares(new SplitBar(theme, {}, this))
    , m_effort(new QLabel(this))
    , m_side(new SegmentedSwitch(theme, this))
    , m_test(new QPushButton(tr("Save as test"), this))
{
    setObjectName(u"verdictBar"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(12);
    row->addWidget(m_badge);
    m_target->setObjectName(u"verdictTarget"_s);
    m_target->setTextFormat(Qt::PlainText);
    m_target->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont strong = m_target->font();
    strong.setWeight(QFont::DemiBold);
    m_target->setFont(strong);
    row->addWidget(m_target);
    m_shares->setObjectName(u"verdictShares"_s);
    m_shares->setMinimumWidth(160);
    m_shares->setMaximumWidth(330);
    row->addWidget(m_shares, 2);
    m_effort->setObjectName(u"verdictEffort"_s);
    m_effort->setTextFormat(Qt::RichText);
    row->addWidget(m_effort);
    row->addStretch(1);
    m_side->setObjectName(u"verdictSide"_s);
    m_side->setAccessibleName(tr("Before or after the pending changes"));
    m_side->setTexts({tr("Before"), tr("After")});
    m_side->setCurrent(1);
    row->addWidget(m_side);
    m_test->setObjectName(u"saveTest"_s);
    m_test->setToolTip(tr("Adds the request to the routing tests of the repository, with this answer as expected"));
    row->addWidget(m_test);
    connect(m_test, &QPushButton::clicked, this, &VerdictBar::testRequested);
    connect(m_side, &SegmentedSwitch::chosen, this, [this] {
        show(showsBefore() ? *m_before : m_answer);
        Q_EMIT sideChosen(showsBefore());
    });
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_badge->text().isEmpty()) {
            show(showsBefore() ? *m_before : m_answer);
        }
    });
    clear();
}

bool VerdictBar::showsBefore() const
{
    return m_before && m_side->current() == 0;
}

void VerdictBar::setShowsBefore(bool before)
{
    if (m_before) {
        m_side->setCurrent(before ? 0 : 1);
        show(before ? *m_before : m_answer);
    }
}

void VerdictBar::clear()
{
    m_before.reset();
    m_badge->set({}, {});
    hide();
}

void VerdictBar::setAnswer(const traffic::Request& request, const Answer& answer, const Answer* before)
{
    m_request = request;
    m_answer = answer;
    m_before = before != nullptr ? std::optional(*before) : std::nullopt;
    m_side->setVisible(m_before.has_value());
    if (!m_before) {
        m_side->setCurrent(1);
    } else {
        m_side->setToolTip(tr("Before: %1\nAfter: %2")
                               .arg(workspace::answerText(*m_before, request), workspace::answerText(answer, request)));
    }
    show(showsBefore() ? *m_before : m_answer);
    setVisible(true);
}

void VerdictBar::show(const Answer& answer)
{
    m_badge->set(headline(answer), lookOf(answer.verdict));
    QStringList hosts;
    std::vector<SplitBar::Segment> segments;
    for (const Share& share : answer.shares) {
        if (!share.host.empty()) {
            hosts << tr("%1, port %2").arg(hostText(share)).arg(share.port);
        }
        SplitBar::Segment segment;
        segment.label = share.subset.empty() || !traffic::isDelivered(share.verdict)
            ? workspace::shareText(share, m_request)
            : workspace::printable(share.subset);
        segment.value = percentText(share.percent);
        segment.share = share.percent / 100;
        segment.series = segments.size();
        segments.push_back(std::move(segment));
    }
    hosts.removeDuplicates();
    m_target->setText(hosts.size() > 2 ? tr("%1 destinations").arg(hosts.size()) : hosts.join(u" · "_s));
    m_target->setVisible(!hosts.isEmpty());
    m_shares->setVisible(segments.size() > 1 || (!segments.empty() && !answer.shares.front().subset.empty()));
    m_shares->setSegments(std::move(segments));
    m_shares->setAccessibleName(tr("Shares: %1").arg(workspace::answerText(answer, m_request)));
    QStringList effort;
    const auto add = [&](const QString& name, const QString& value) {
        effort << u"<span style=\"color:%1\">%2</span>&nbsp;&nbsp;<b>%3</b>"_s.arg(m_theme.html("muted"), name,
                                                                                   value.toHtmlEscaped());
    };
    if (std::ranges::any_of(answer.shares, [](const Share& share) { return traffic::isDelivered(share.verdict); })
        && m_request.protocol != traffic::Protocol::Tcp) {
        const traffic::Effort& tries = answer.effort;
        if (!tries.timeout.empty()) {
            add(tr("timeout"), durationText(tries.timeout));
        }
        if (tries.retries > 0) {
            add(tr("retries"),
                tries.perTryTimeout.empty() ? QString::number(tries.retries)
                                            : tr("%1 × %2").arg(tries.retries).arg(durationText(tries.perTryTimeout)));
        }
        add(tr("worst case"), tries.worstSeconds > 0 ? secondsText(tries.worstSeconds) : tr("no limit"));
    }
    m_effort->setText(effort.join(u"&nbsp;&nbsp;&nbsp; "_s));
    m_effort->setVisible(!effort.isEmpty());
}

QString VerdictBar::text() const
{
    return m_badge->text();
}

} // namespace meshdraft::views
