// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/reviewhtml.h"

#include "models/changes/dependencies.h"
#include "models/changes/noise.h"
#include "models/changes/textdiff.h"
#include "models/workspace/reviewwords.h"
#include "models/workspace/secrettext.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <QCoreApplication>

#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

constexpr auto style = R"(
:root{--bg:#fff;--fg:#1D232B;--muted:#56606C;--line:#CDD3DA;--alt:#F7F8FA;--low:#2D6478;--med:#805000;--high:#A3123A;
--add:#D2F0EE;--rem:#FDE4D3;--warn:#805000}
@media(prefers-color-scheme:dark){:root{--bg:#1A1D22;--fg:#E6E9ED;--muted:#A9B2BD;--line:#414953;--alt:#23272D;--low:#86C5DA;
--med:#F2BE55;--high:#FF8FA9;--add:#103A3A;--rem:#46240F;--warn:#F2BE55}}
body{background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,sans-serif;max-width:1100px;margin:2em auto;padding:0 1em}
h1{font-size:1.5em}h2{font-size:1.15em;margin-top:1.8em;border-bottom:1px solid var(--line)}
table{border-collapse:collapse;width:100%}td,th{border-top:1px solid var(--line);padding:6px 10px;text-align:left;vertical-align:top}
.muted{color:var(--muted)}.low{color:var(--low)}.medium{color:var(--med)}.high{color:var(--high)}.warn{color:var(--warn)}
.low,.medium,.high{font-weight:600}code,pre{font:13px/1.5 ui-monospace,monospace}
pre{background:var(--alt);padding:8px;overflow-x:auto;margin:4px 0}.add{background:var(--add)}.rem{background:var(--rem)}
figure{margin:1em 0;overflow-x:auto;background:#FAFBFC;border:1px solid var(--line)}figure img{display:block}
)";

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text).toHtmlEscaped();
}

QString escaped(const std::string& text)
{
    return printable(text).toHtmlEscaped();
}

QString classOf(changes::Tier tier)
{
    const std::string_view name = changes::tierName(tier);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString tierHtml(changes::Tier tier)
{
    return u"<span class=\"%1\">%2</span>"_s.arg(classOf(tier), tierText(tier).toHtmlEscaped());
}

QString heading(const char* text)
{
    return u"<h2>"_s + say(text) + u"</h2>\n"_s;
}

QString listOf(const QStringList& items)
{
    return items.isEmpty() ? QString() : u"<ul><li>"_s + items.join(u"</li>\n<li>"_s) + u"</li></ul>\n"_s;
}

QString titleOf(const changes::ResourceChange& change)
{
    const mesh::ResourceKey& key = resourceOf(change).key;
    return u"<b>%1</b><br><span class=\"muted\">%2</span>"_s.arg(
        escaped(key.name), escaped(key.ns.empty() ? key.kind : key.kind + " · " + key.ns));
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
            said << statementText(statement).toHtmlEscaped();
        QStringList reasons;
        for (const changes::Reason& reason : change.reasons)
            reasons << reasonText(reason).toHtmlEscaped();
        rows += u"<tr><td>%1</td><td>%2</td><td>%3<br><span class=\"muted\">%4</span></td></tr>\n"_s.arg(
            tierHtml(change.tier), titleOf(change), said.join(u"<br>"_s), reasons.join(u"<br>"_s));
    }
    QString out;
    if (!rows.isEmpty())
        out = heading(QT_TRANSLATE_NOOP("meshdraft", "Changes")) + u"<table>"_s + rows + u"</table>\n"_s;
    if (noise > 0)
        out += u"<p class=\"muted\">"_s
            + say(QT_TRANSLATE_NOOP("meshdraft", "%1 more without meaning: comments, versions, generated files."))
                  .arg(noise)
            + u"</p>\n"_s;
    return out;
}

QString findingsOf(const char* title, const std::vector<checks::Finding>& findings)
{
    QStringList items;
    for (const checks::Finding& finding : findings)
        items << u"<code>%1</code> %2 <span class=\"muted\">%3:%4</span>"_s.arg(
            escaped(finding.code), findingText(finding).toHtmlEscaped(), escaped(finding.where.path),
            QString::number(finding.where.line));
    return items.isEmpty() ? QString() : heading(title) + listOf(items);
}

QString requestsOf(const Review& review)
{
    QStringList items;
    for (const traffic::ChangedFate& change : review.requests.changes) {
        if (change.isStillRefused())
            continue;
        const QString alike = alikeText(change);
        items << fateText(change).toHtmlEscaped()
                + (alike.isEmpty() ? alike : u" <span class=\"muted\">"_s + alike.toHtmlEscaped() + u"</span>"_s);
    }
    if (const QString more = stillRefusedText(review.requests); !more.isEmpty())
        items << more.toHtmlEscaped();
    if (items.isEmpty())
        items << say(QT_TRANSLATE_NOOP("meshdraft", "None of %1 that were evaluated.")).arg(review.requests.evaluated);
    return heading(QT_TRANSLATE_NOOP("meshdraft", "Requests whose fate changes")) + listOf(items);
}

QString proxiesOf(const Review& review)
{
    QStringList items{impactText(review.impact).toHtmlEscaped()};
    for (const changes::PushHazard& hazard : review.impact.hazards)
        items << u"<span class=\"warn\">⚠</span> "_s + hazardText(hazard).toHtmlEscaped();
    for (const changes::XdsPush& push : review.impact.pushes) {
        for (const changes::XdsTouch& touch : push.touches)
            items << u"<span class=\"muted\">"_s + touchText(touch).toHtmlEscaped() + u"</span>"_s;
    }
    return heading(QT_TRANSLATE_NOOP("meshdraft", "What the proxies receive")) + listOf(items);
}

QString approvalsOf(const Review& review)
{
    QStringList items;
    for (const changes::Approval& approval : review.approvals)
        items << approvalText(approval).toHtmlEscaped()
                + (approval.isOptional ? u" ("_s + say(QT_TRANSLATE_NOOP("meshdraft", "asked, not required")) + u')'
                                       : QString());
    items << processText(review.process.of(review.tier)).toHtmlEscaped()
          << permissionText(review.permission).toHtmlEscaped();
    if (const QString declared = declaredText(review.declared, review.tier); !declared.isEmpty())
        items << declared.toHtmlEscaped();
    return heading(QT_TRANSLATE_NOOP("meshdraft", "Who approves")) + listOf(items);
}

QString orderOf(const Review& review)
{
    QStringList items;
    for (const changes::LandingStep& step : review.landing.steps)
        items << stepText(step).toHtmlEscaped();
    for (const auto* notes : {&review.landing.waves, &review.landing.flux}) {
        for (const changes::OrderNote& note : *notes) {
            if (note.verdict != changes::OrderNote::Verdict::Fine)
                items << u"<span class=\"warn\">⚠</span> "_s + orderNoteText(note).toHtmlEscaped();
        }
    }
    return items.isEmpty() ? QString() : heading(QT_TRANSLATE_NOOP("meshdraft", "Order")) + listOf(items);
}

/// The lines of the changed files; the files of a mesh are small.
QString filesOf(const Review& review)
{
    const Snapshot& mesh = *review.mesh;
    std::set<std::string> paths;
    for (const changes::ResourceChange& change : review.change().resources) {
        for (const auto& side : {change.before, change.after}) {
            if (side && !mesh.isRendered())
                paths.insert(side->source.path);
        }
    }
    if (mesh.isRendered()) {
        for (const std::string& path : mesh.changedFiles())
            paths.insert(path);
    }
    QString out;
    for (const std::string& path : paths) {
        const auto mayHold = [&path](const mesh::FileSet& files) {
            const auto* file = files.find(path);
            return file != nullptr && mayHoldSecret(*file->text);
        };
        if (mayHold(mesh.saved) || mayHold(mesh.current)) {
            out += u"<p><code>%1</code> <span class=\"muted\">%2</span></p>\n"_s.arg(
                escaped(path), say(QT_TRANSLATE_NOOP("meshdraft", "It may hold a Secret: its lines are not shown.")));
            continue;
        }
        const auto textOf = [&path](const mesh::FileSet& files) {
            const auto* file = files.find(path);
            return file == nullptr ? std::string() : *file->text->text;
        };
        const auto diff = QString::fromStdString(changes::unifiedDiff(path, textOf(mesh.saved), textOf(mesh.current)));
        if (diff.isEmpty())
            continue;
        out += u"<details><summary><code>%1</code></summary><pre>"_s.arg(escaped(path));
        for (const QString& line : diff.split(u'\n')) {
            const bool isAdded = line.startsWith(u'+') && !line.startsWith("+++"_L1);
            const bool isRemoved = line.startsWith(u'-') && !line.startsWith("---"_L1);
            const QString text = escaped(line.toStdString());
            out += isAdded  ? u"<span class=\"add\">%1</span>\n"_s.arg(text)
                : isRemoved ? u"<span class=\"rem\">%1</span>\n"_s.arg(text)
                            : QString(text + u'\n');
        }
        out += u"</pre></details>\n"_s;
    }
    return out.isEmpty() ? out : heading(QT_TRANSLATE_NOOP("meshdraft", "Lines")) + out;
}

} // namespace

QByteArray reviewHtml(const RangeReview& review, std::span<const QByteArray> pictures)
{
    const QString range =
        escaped(QString(shortRevision(review.base) + u" → "_s + shortRevision(review.head)).toStdString());
    QString out =
        u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "img-src data:\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>%1</title>\n"
        "<style>%2</style></head><body>\n"_s.arg(range, QString::fromUtf8(style));
    for (const BrokenEnvironment& broken : review.broken)
        out += u"<h1>%1</h1>\n<p class=\"muted\">%2 · %3</p>\n<p>%4 %5</p>\n"_s.arg(
            tierHtml(broken.tier()), range, escaped(broken.name),
            say(broken.isOnBothSides ? QT_TRANSLATE_NOOP("meshdraft", "Neither side of this environment can be shown.")
                                     : QT_TRANSLATE_NOOP("meshdraft", "This environment cannot be compared.")),
            errorText(broken.error).toHtmlEscaped());
    for (std::size_t i = 0; i < review.environments.size(); ++i) {
        const Review& one = review.environments[i];
        out += u"<h1>%1</h1>\n<p class=\"muted\">%2 · %3</p>\n"_s.arg(tierHtml(one.tier), range,
                                                                      escaped(one.mesh->environment.name));
        if (one.changesJudgement)
            out += u"<p class=\"warn\">"_s
                + say(QT_TRANSLATE_NOOP("meshdraft",
                                        "This changes what judges it (.meshdraft.yaml, the baseline, CODEOWNERS or "
                                        "annotations). It is judged by the base; it would hide %1 findings."))
                      .arg(one.hiddenByHead.size())
                + u"</p>\n"_s;
        if (!one.differs()) {
            out += u"<p>"_s + say(QT_TRANSLATE_NOOP("meshdraft", "No change in meaning.")) + u"</p>\n"_s;
            continue;
        }
        out += requestsOf(one) + changesOf(one);
        // an image runs no script, whatever stands in it
        if (i < pictures.size() && !pictures[i].isEmpty())
            out += u"<figure><img alt=\"%1\" src=\"data:image/svg+xml;base64,%2\"></figure>\n"_s.arg(
                say(QT_TRANSLATE_NOOP("meshdraft", "Picture")), QString::fromLatin1(pictures[i].toBase64()));
        out += findingsOf(QT_TRANSLATE_NOOP("meshdraft", "New findings"), one.findings.introduced);
        out += findingsOf(QT_TRANSLATE_NOOP("meshdraft", "Findings that are gone"), one.findings.mended);
        out += proxiesOf(one) + approvalsOf(one) + orderOf(one) + filesOf(one);
    }
    return out.toUtf8() + "</body></html>\n";
}

} // namespace meshdraft::workspace
