// SPDX-License-Identifier: Apache-2.0
#include "views/request/answerdetails.h"

#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"
#include "views/common/linklabel.h"
#include "views/theme/theme.h"

#include <QTextDocumentFragment>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using traffic::Answer;
using traffic::Share;

namespace {

constexpr std::size_t shownCauses = 5;

QString percentText(double percent)
{
    return QString::number(std::round(percent * 10) / 10) + u" %"_s;
}

} // namespace

AnswerDetails::AnswerDetails(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_label(new LinkLabel(this))
{
    setObjectName(u"answerDetails"_s);
    setAccessibleName(tr("More about the answer"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
    m_label->setObjectName(u"answerDetailsText"_s);
    m_label->setTextFormat(Qt::RichText);
    m_label->setWordWrap(true);
    m_label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_label->setMargin(12);
    m_label->setBackgroundRole(QPalette::Base);
    m_label->setAutoFillBackground(true);
    setWidget(m_label);
    connect(m_label, &QLabel::linkActivated, this, [this](const QString& target) {
        const auto index = target.mid(1).toULongLong();
        if (target == "!near"_L1) {
            if (m_near) {
                Q_EMIT requestChosen(m_near->mended);
            }
        } else if (target.startsWith(u'?')) {
            if (index < m_causes.size() && m_causes[index].request) {
                Q_EMIT requestChosen(*m_causes[index].request);
            }
        } else if (index < m_links.size()) {
            Q_EMIT elementChosen(m_links[index]);
        }
    });
    connect(&theme, &Theme::changed, this, &AnswerDetails::fill);
}

void AnswerDetails::setAnswer(const traffic::Request& request, const Answer& answer, const workspace::NearRoute* near)
{
    m_near = near != nullptr ? std::optional(*near) : std::nullopt;
    m_request = request;
    m_answer = answer;
    m_hasAnswer = true;
    fill();
}

void AnswerDetails::clear()
{
    m_hasAnswer = false;
    fill();
}

QString AnswerDetails::text() const
{
    return QTextDocumentFragment::fromHtml(m_label->text()).toPlainText();
}

QString AnswerDetails::link(const mesh::ElementRef& element, const QString& text)
{
    m_links.push_back(element);
    return u"<a href=\"#%1\" style=\"color:%2\">%3</a>"_s.arg(QString::number(m_links.size() - 1), m_theme.html("link"),
                                                              text.toHtmlEscaped());
}

QString AnswerDetails::workloadLines()
{
    QStringList lines;
    for (const Share& share : m_answer.shares) {
        for (const traffic::Server& server : share.servers) {
            mesh::ElementRef element;
            element.key = server.key;
            QString line = link(element, workspace::printable(server.key.name));
            if (m_answer.shares.size() > 1) {
                line += u' ' + percentText(share.percent);
            }
            line += u" · "_s + workspace::wireText(share.wire).toHtmlEscaped();
            if (!traffic::isDelivered(server.verdict)) {
                line += u"<br><span style=\"color:%1\">%2</span>"_s.arg(
                    m_theme.html("err"), workspace::verdictText(server.verdict).toHtmlEscaped());
                if (!server.because.isNull()) {
                    line += u' ' + link(server.because, workspace::printable(server.because.key.name));
                }
            }
            lines << line;
        }
    }
    lines.removeDuplicates();
    return lines.join(u"<br>"_s);
}

QString AnswerDetails::orderLines()
{
    QStringList names;
    for (const mesh::ElementRef& element : m_answer.tied) {
        names << link(element, workspace::printable(element.key.kind + " " + element.key.name));
    }
    QStringList lines{
        tr("Which of these was created first decides, and files do not tell: %1.").arg(names.join(u", "_s))};
    for (const Answer& other : m_answer.otherwise) {
        lines << tr("Otherwise: %1.").arg(workspace::answerText(other, m_request).toHtmlEscaped());
    }
    return lines.join(u"<br>"_s);
}

void AnswerDetails::setCauses(const std::vector<traffic::Cause>& causes)
{
    m_causes = causes;
    fill();
}

QString AnswerDetails::causeLines()
{
    QStringList lines;
    for (std::size_t i = 0; i < std::min(m_causes.size(), shownCauses); ++i) {
        const traffic::Cause& cause = m_causes[i];
        QString line = QString::number(i + 1) + u". "_s
            + workspace::stepText({.stage = {}, .code = cause.code, .args = cause.args, .element = {}}).toHtmlEscaped();
        for (const mesh::ElementRef& element : cause.elements) {
            line += u' ' + link(element, workspace::printable(element.key.kind + " " + element.key.name));
        }
        if (cause.request) {
            line += u" <a href=\"?%1\" style=\"color:%2\">%3</a>"_s.arg(QString::number(i), m_theme.html("link"),
                                                                        tr("Explain such a request").toHtmlEscaped());
        }
        lines << line;
    }
    return lines.join(u"<br>"_s);
}

QString AnswerDetails::nearLines()
{
    if (!m_near) {
        return {};
    }
    QStringList lines;
    QStringList additions;
    for (const mesh::Match::Condition& condition : m_near->unmet) {
        const QString written = condition.op == "present"
            ? workspace::printable(condition.field + " " + condition.op)
            : workspace::printable(condition.field + " " + condition.op + " \"" + condition.value + "\"");
        lines << u"<code>%1</code>"_s.arg(written.toHtmlEscaped());
        const bool isHeader = condition.field.starts_with("headers.");
        const std::string name = isHeader ? condition.field.substr(8) : condition.field;
        if (!isHeader) {
            lines << (condition.field == "method"
                          ? tr("The method is %1.").arg(workspace::printable(m_request.method).toHtmlEscaped())
                          : tr("The path is %1.").arg(workspace::printable(m_request.path).toHtmlEscaped()));
        } else if (!m_request.headers.contains(name)) {
            lines << tr("The request has no header %1.").arg(workspace::printable(name).toHtmlEscaped());
        } else {
            lines << tr("Its header %1 is %2.")
                         .arg(workspace::printable(name).toHtmlEscaped(),
                              workspace::printable(m_request.headers.find(name)->second).toHtmlEscaped());
        }
        additions << (isHeader ? tr("header %1: %2")
                                     .arg(workspace::printable(name),
                                          workspace::printable(m_near->mended.headers.find(name)->second))
                               : workspace::printable(condition.value));
    }
    lines << u"<a href=\"!near\" style=\"color:%1\">%2</a>"_s.arg(
        m_theme.html("link"), tr("Try it with %1").arg(additions.join(u", "_s)).toHtmlEscaped());
    return lines.join(u"<br>"_s);
}

QString AnswerDetails::unknownLines() const
{
    QStringList lines;
    std::set<QString> known;
    for (const traffic::Step& step : m_answer.steps) {
        const QString text = workspace::stepText(step);
        if (step.isUnknown && known.insert(text).second) {
            lines << text.toHtmlEscaped();
        }
    }
    return lines.join(u"<br>"_s);
}

void AnswerDetails::fill()
{
    m_links.clear();
    QString html;
    const auto add = [&](const QString& title, const QString& body) {
        if (!body.isEmpty()) {
            html +=
                u"<p style=\"margin-top:0; margin-bottom:12px\"><b>%1</b><br>%2</p>"_s.arg(title.toHtmlEscaped(), body);
        }
    };
    if (m_hasAnswer) {
        add(tr("What may cause what the log says"), causeLines());
        if (m_near) {
            add(tr("Why not %1?").arg(workspace::printable(m_near->name)), nearLines());
        }
        if (m_answer.dependsOnCreationOrder()) {
            add(tr("Depends on creation order"), orderLines());
        }
        add(tr("Workloads behind"), workloadLines());
        QStringList mirrors;
        for (const traffic::Mirror& mirror : m_answer.mirrors) {
            const std::string name = mirror.subset.empty() ? mirror.host : mirror.host + " " + mirror.subset;
            mirrors << link(mirror.element, workspace::printable(name)) + u' ' + percentText(mirror.percent);
        }
        add(tr("Copies go to"), mirrors.join(u"<br>"_s));
        QStringList replies;
        for (const Share& share : m_answer.shares) {
            if (!share.details.empty()) {
                replies << workspace::printable(share.details).toHtmlEscaped();
            }
        }
        replies.removeDuplicates();
        add(tr("Access log says"), replies.join(u"<br>"_s));
        add(tr("Not known from files"), unknownLines());
        if (html.isEmpty()) {
            html = u"<span style=\"color:%1\">%2</span>"_s.arg(m_theme.html("muted"),
                                                               tr("Nothing else to say about it.").toHtmlEscaped());
        }
    }
    m_label->setText(html);
}

} // namespace meshdraft::views
