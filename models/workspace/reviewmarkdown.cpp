// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/reviewmarkdown.h"

#include "models/changes/dependencies.h"
#include "models/changes/noise.h"
#include "models/changes/statements.h"
#include "models/topology/view.h"
#include "models/workspace/reviewwords.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

constexpr std::size_t mostRequests = 20;
constexpr std::size_t mostFindings = 30;

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

QString span(const QString& text)
{
    return codeSpan(text.toStdString());
}

/// In a table even a code span ends at a bar.
QString cell(QString text)
{
    return text.replace(u'|', u"\\|"_s).replace(u'\n', u"<br>"_s);
}

QString statementMarkdown(const changes::Statement& statement)
{
    return sentence(statement.message, wordedArgs(statement), codeSpan);
}

QString titleOf(const changes::ResourceChange& change)
{
    const mesh::ResourceKey& key = resourceOf(change).key;
    return span(QString::fromStdString(changes::kindAndName(key)));
}

QString ofTier(changes::Tier tier)
{
    switch (tier) {
    case changes::Tier::High:
        return u"🟥 "_s + tierText(tier);
    case changes::Tier::Medium:
        return u"🟧 "_s + tierText(tier);
    case changes::Tier::Low:
        return u"🟦 "_s + tierText(tier);
    case changes::Tier::None:
        break;
    }
    return u"⬜ "_s + tierText(tier);
}

QString heading(const char* text)
{
    return u"\n### "_s + say(text) + u"\n\n"_s;
}

QString requestsOf(const Review& review)
{
    QString out = heading(QT_TRANSLATE_NOOP("meshdraft", "Requests whose fate changes"));
    if (review.requests.changes.empty())
        return out
            + say(QT_TRANSLATE_NOOP("meshdraft", "None of %1 that were evaluated.")).arg(review.requests.evaluated)
            + u'\n';
    const auto told = review.requests.changes.size()
        - static_cast<std::size_t>(
                          std::ranges::count_if(review.requests.changes, &traffic::ChangedFate::isStillRefused));
    std::size_t count = 0;
    for (const traffic::ChangedFate& change : review.requests.changes) {
        if (change.isStillRefused())
            continue;
        if (count++ == mostRequests) {
            out += u"- "_s + say(QT_TRANSLATE_NOOP("meshdraft", "and %1 more")).arg(told - mostRequests) + u'\n';
            break;
        }
        const QString alike = alikeText(change);
        out += u"- "_s + span(fateText(change)) + (alike.isEmpty() ? alike : u" ("_s + span(alike) + u')') + u'\n';
    }
    if (const QString more = stillRefusedText(review.requests); !more.isEmpty())
        out += u"- "_s + more + u'\n';
    return out;
}

QString changesOf(const Review& review)
{
    QString rows;
    std::size_t noise = 0;
    for (const changes::ResourceChange& change : review.change().resources) {
        if (changes::noiseOf(change) != changes::Noise::None) {
            ++noise;
            continue;
        }
        QStringList said;
        for (const changes::Statement& statement : change.statements)
            said << statementMarkdown(statement);
        QStringList reasons;
        for (const changes::Reason& reason : change.reasons)
            reasons << sentence(reason.message, reason.args, codeSpan);
        rows += u"| %1 | %2 | %3 | %4 |\n"_s.arg(ofTier(change.tier), cell(titleOf(change)), cell(said.join(u'\n')),
                                                 cell(reasons.join(u'\n')));
    }
    QString out;
    if (!rows.isEmpty()) {
        out += heading(QT_TRANSLATE_NOOP("meshdraft", "Changes"))
            + u"| %1 | %2 | %3 | %4 |\n| --- | --- | --- | --- |\n"_s.arg(
                say(QT_TRANSLATE_NOOP("meshdraft", "Risk")), say(QT_TRANSLATE_NOOP("meshdraft", "Resource")),
                say(QT_TRANSLATE_NOOP("meshdraft", "What it means")), say(QT_TRANSLATE_NOOP("meshdraft", "Why")))
            + rows;
    }
    if (noise > 0)
        out += u'\n'
            + say(QT_TRANSLATE_NOOP("meshdraft", "%1 more without meaning: comments, versions, generated files."))
                  .arg(noise)
            + u'\n';
    return out;
}

/// What a schema says has its arguments in the sentence already.
QString findingMarkdown(const checks::Finding& finding)
{
    return finding.message.starts_with("schema.") ? span(findingText(finding))
                                                  : sentence(finding.message, finding.args, codeSpan);
}

QString findingsOf(const char* title, const std::vector<checks::Finding>& findings)
{
    if (findings.empty())
        return {};
    QString out = heading(title);
    std::size_t count = 0;
    for (const checks::Finding& finding : findings) {
        if (count++ == mostFindings) {
            out += u"- "_s + say(QT_TRANSLATE_NOOP("meshdraft", "and %1 more")).arg(findings.size() - mostFindings)
                + u'\n';
            break;
        }
        const std::string_view severity = checks::severityName(finding.severity);
        out += u"- **%1** %2 %3 (%4)\n"_s.arg(
            QString::fromStdString(finding.code),
            QString::fromUtf8(severity.data(), static_cast<qsizetype>(severity.size())), findingMarkdown(finding),
            span(QString::fromStdString(finding.where.path) + u':' + QString::number(finding.where.line)));
    }
    return out;
}

QString proxiesOf(const Review& review)
{
    if (review.impact.pushes.empty())
        return {};
    QString out =
        heading(QT_TRANSLATE_NOOP("meshdraft", "What the proxies receive")) + impactText(review.impact) + u'\n';
    for (const changes::PushHazard& hazard : review.impact.hazards)
        out += u"- ⚠ "_s + span(hazardText(hazard)) + u'\n';
    return out;
}

QString approvalsOf(const Review& review)
{
    QString out = heading(QT_TRANSLATE_NOOP("meshdraft", "Who approves"));
    for (const changes::Approval& approval : review.approvals)
        out += u"- "_s + span(approvalText(approval))
            + (approval.isOptional ? u" ("_s + say(QT_TRANSLATE_NOOP("meshdraft", "asked, not required")) + u')'
                                   : QString())
            + u'\n';
    out += u"- "_s + span(processText(review.process.of(review.tier))) + u"\n- "_s
        + span(permissionText(review.permission)) + u'\n';
    if (const QString declared = declaredText(review.declared, review.tier); !declared.isEmpty())
        out += u"- "_s + span(declared) + u'\n';
    return out;
}

QString orderOf(const Review& review)
{
    if (review.landing.steps.empty())
        return {};
    QString out = heading(QT_TRANSLATE_NOOP("meshdraft", "Order"));
    for (const changes::LandingStep& step : review.landing.steps)
        out += u"1. "_s + span(stepText(step)) + u'\n';
    for (const auto* notes : {&review.landing.waves, &review.landing.flux}) {
        for (const changes::OrderNote& note : *notes) {
            if (note.verdict != changes::OrderNote::Verdict::Fine)
                out += u"- ⚠ "_s + span(orderNoteText(note)) + u'\n';
        }
    }
    return out;
}

/// Text between quotes: only letters, digits and what means nothing to Mermaid, Markdown or HTML.
QString mermaidText(const std::string& text)
{
    QString out;
    for (const QChar c : printable(text)) {
        const bool isPlain = c.isLetterOrNumber() || QStringView(u" -_.:/*,%→").contains(c);
        out += isPlain ? QString(c) : u"#%1;"_s.arg(c.unicode());
    }
    return out;
}

/// "VirtualService ": a picture of several nodes called reviews says which is which.
std::string kindOf(const topology::Node& node)
{
    if (node.type == topology::NodeType::Route)
        return "route ";
    return node.element.isNull() ? std::string() : node.element.key.kind + ' ';
}

QString classOf(topology::State state)
{
    switch (state) {
    case topology::State::Added:
        return u":::added"_s;
    case topology::State::Removed:
        return u":::removed"_s;
    case topology::State::Changed:
        return u":::changed"_s;
    case topology::State::Same:
        break;
    }
    return {};
}

} // namespace

QString reviewMermaid(const Review& review, std::size_t most)
{
    topology::ViewSpec view;
    view.show = topology::Show::Changed;
    view.hops = 1;
    const topology::Topology shown = topology::applyView(review.mesh->topology(), view).topology;
    std::vector<std::size_t> order(shown.nodes.size());
    std::ranges::generate(order, [n = std::size_t{0}]() mutable { return n++; });
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return shown.nodes[i].state == topology::State::Same; });
    if (order.size() > most)
        order.resize(most);
    if (order.empty())
        return {};
    std::ranges::sort(order);
    std::map<std::size_t, QString> names;
    QString out = u"flowchart LR\n"_s;
    for (const std::size_t i : order) {
        const topology::Node& node = shown.nodes[i];
        const QString name = u'n' + QString::number(i);
        names.emplace(i, name);
        const QString sign = node.state == topology::State::Added ? u"+ "_s
            : node.state == topology::State::Removed              ? u"− "_s
            : node.state == topology::State::Changed              ? u"~ "_s
                                                                  : QString();
        out += u"  %1[\"%2%3\"]%4\n"_s.arg(name, sign, mermaidText(kindOf(node) + node.title), classOf(node.state));
    }
    for (const topology::Edge& edge : shown.edges) {
        const auto from = names.find(edge.from);
        const auto to = names.find(edge.to);
        if (from == names.end() || to == names.end())
            continue;
        QString label;
        if (edge.share)
            label = QString::number(100 * *edge.share, 'g', 4) + u" %"_s;
        if (edge.share && edge.oldShare)
            label = QString::number(100 * *edge.oldShare, 'g', 4) + u" → "_s + label;
        const auto& rows = shown.nodes[edge.to].subsets;
        if (edge.toRow >= 0 && static_cast<std::size_t>(edge.toRow) < rows.size())
            label = QString(mermaidText(rows[static_cast<std::size_t>(edge.toRow)].name) + u' ' + label).trimmed();
        out += u"  %1 %2%3 %4\n"_s.arg(from->second,
                                       edge.state == topology::State::Removed || edge.dangling ? u"-.->"_s : u"-->"_s,
                                       label.isEmpty() ? label : u"|\""_s + label + u"\"|"_s, to->second);
    }
    out += u"  classDef added fill:#D2F0EE,stroke:#00685F,color:#1D232B\n"
           "  classDef removed fill:#FDE4D3,stroke:#B03A0E,color:#1D232B,stroke-dasharray:4 4\n"
           "  classDef changed fill:#F4E3F5,stroke:#86318C,color:#1D232B\n"_s;
    return out;
}

QByteArray reviewMarkdown(const RangeReview& review)
{
    QString out;
    for (const BrokenEnvironment& broken : review.broken)
        out += u"## %1: %2\n\n%3\n\n%4\n\n"_s.arg(
            ofTier(broken.tier()), span(QString::fromStdString(broken.name)),
            say(broken.isOnBothSides ? QT_TRANSLATE_NOOP("meshdraft", "Neither side of this environment can be shown.")
                                     : QT_TRANSLATE_NOOP("meshdraft", "This environment cannot be compared.")),
            span(errorText(broken.error)));
    for (const Review& one : review.environments) {
        out += u"## "_s + ofTier(one.tier);
        if (review.isOfSeveral())
            out += u": "_s + span(QString::fromStdString(one.mesh->environment.name));
        out += u"\n\n"_s + span(shortRevision(review.base) + u" → "_s + shortRevision(review.head)) + u'\n';
        if (one.changesJudgement) {
            out += u"\n> "_s
                + say(QT_TRANSLATE_NOOP("meshdraft",
                                        "This changes what judges it (.meshdraft.yaml, the baseline, CODEOWNERS or "
                                        "annotations). It is judged by the base; it would hide %1 findings."))
                      .arg(one.hiddenByHead.size())
                + u'\n';
        }
        if (!one.differs()) {
            out += u'\n' + say(QT_TRANSLATE_NOOP("meshdraft", "No change in meaning.")) + u'\n';
            continue;
        }
        out += requestsOf(one) + changesOf(one);
        out += findingsOf(QT_TRANSLATE_NOOP("meshdraft", "New findings"), one.findings.introduced);
        out += findingsOf(QT_TRANSLATE_NOOP("meshdraft", "Findings that are gone"), one.findings.mended);
        out += proxiesOf(one) + approvalsOf(one) + orderOf(one);
        if (const QString picture = reviewMermaid(one); !picture.isEmpty()) {
            out += u"\n<details><summary>%1</summary>\n\n```mermaid\n%2```\n\n</details>\n"_s.arg(
                say(QT_TRANSLATE_NOOP("meshdraft", "Picture")), picture);
        }
        out += u'\n';
    }
    return out.trimmed().toUtf8() + '\n';
}

} // namespace meshdraft::workspace
