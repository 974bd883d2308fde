// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reviewformats.h"

#include "app/cli/reviewjson.h"
#include "app/cli/sarifformat.h"
#include "models/changes/dependencies.h"
#include "models/changes/noise.h"
#include "models/changes/statements.h"
#include "models/topology/render/graphscene.h"
#include "models/topology/render/layoutclient.h"
#include "models/workspace/reviewhtml.h"
#include "models/workspace/reviewmarkdown.h"
#include "models/workspace/reviewwords.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

const std::string& environmentOf(const workspace::Review& review)
{
    return review.mesh->environment.name;
}

/// "GET /cart from web to reviews: v1 100 % -> v3 100 % (callers alike: 2)".
QString fateLine(const traffic::ChangedFate& change)
{
    const QString alike = workspace::alikeText(change);
    return workspace::fateText(change) + (alike.isEmpty() ? alike : u" ("_s + alike + u')');
}

/// A change of what decides which findings count.
QString judgementText(const workspace::Review& review)
{
    QString out = u"This changes .meshdraft.yaml, the baseline, CODEOWNERS or annotations that keep findings back; "
                  "what counts is read from the base."_s;
    if (!review.hiddenByHead.empty())
        out += u" It would hide %1 findings, which count here."_s.arg(review.hiddenByHead.size());
    return out;
}

QString approvalsText(const workspace::Review& review)
{
    QString out = u"\nWho approves\n"_s;
    for (const changes::Approval& approval : review.approvals)
        out += u"  "_s + workspace::approvalText(approval) + (approval.isOptional ? u" (asked)\n"_s : u"\n"_s);
    out += u"  "_s + workspace::processText(review.process.of(review.tier)) + u'\n';
    out += u"  "_s + workspace::permissionText(review.permission) + u'\n';
    if (const QString declared = workspace::declaredText(review.declared, review.tier); !declared.isEmpty())
        out += u"  "_s + declared + u'\n';
    return out;
}

/// What follows from the change: proxies, approvals, order, the way back.
QString followsText(const workspace::Review& review)
{
    if (review.change().resources.empty())
        return review.changesJudgement ? approvalsText(review) : QString();
    QString out = u"\nWhat the proxies receive\n  "_s + workspace::impactText(review.impact) + u'\n';
    for (const changes::PushHazard& hazard : review.impact.hazards)
        out += u"  ! "_s + workspace::hazardText(hazard) + u'\n';
    out += approvalsText(review);
    if (!review.landing.steps.empty())
        out += u"\nOrder\n"_s;
    for (const changes::LandingStep& step : review.landing.steps)
        out += u"  "_s + workspace::stepText(step) + u'\n';
    for (const auto* notes : {&review.landing.waves, &review.landing.flux}) {
        for (const changes::OrderNote& note : *notes) {
            if (note.verdict != changes::OrderNote::Verdict::Fine)
                out += u"  ! "_s + workspace::orderNoteText(note) + u'\n';
        }
    }
    out += u"\nThe way back: %1\n"_s.arg(workspace::tierText(review.back.tier).toLower());
    return out;
}

/// What differs and what is one step away, as in the window.
QByteArray pictureOf(const workspace::Review& review)
{
    topology::ViewSpec view;
    view.show = topology::Show::Changed;
    view.hops = 1;
    const auto shown = topology::applyView(review.mesh->topology(), view).topology;
    if (shown.nodes.empty())
        return {};
    const topology::FontMeasure measure;
    const auto layout = topology::layoutInWorker(QCoreApplication::applicationFilePath(), shown,
                                                 topology::measureNodes(shown, measure));
    if (!layout)
        return {};
    return topology::sceneSvg(*topology::GraphScene::build(shown, *layout, measure), topology::Palette::light());
}

QByteArray writeHtml(const workspace::RangeReview& review)
{
    std::vector<QByteArray> pictures;
    for (const workspace::Review& one : review.environments)
        pictures.push_back(pictureOf(one));
    return workspace::reviewHtml(review, pictures);
}

/// Findings that come are new in the terms of SARIF (3.27.24, baselineState), those that go absent.
QByteArray writeReviewSarif(const workspace::RangeReview& review)
{
    Report report;
    std::vector<QString> states;
    for (const workspace::Review& one : review.environments) {
        for (const auto& [state, list] :
             {std::pair(u"new"_s, &one.findings.introduced), std::pair(u"absent"_s, &one.findings.mended)}) {
            for (const checks::Finding& finding : *list) {
                report.items.push_back({environmentOf(one), finding, {}, {}});
                states.push_back(state);
            }
        }
    }
    QJsonObject root = QJsonDocument::fromJson(writeSarif(report)).object();
    QJsonArray runs = root[u"runs"_s].toArray();
    QJsonObject run = runs[0].toObject();
    QJsonArray results = run[u"results"_s].toArray();
    for (qsizetype i = 0; i < results.size(); ++i) {
        QJsonObject result = results[i].toObject();
        result[u"baselineState"_s] = states[static_cast<std::size_t>(i)];
        results[i] = result;
    }
    run[u"results"_s] = results;
    if (!review.broken.empty()) {
        QJsonArray notes;
        for (const workspace::BrokenEnvironment& broken : review.broken) {
            notes.append(QJsonObject{
                {u"level"_s, u"error"_s},
                {u"message"_s,
                 QJsonObject{{u"text"_s, QString(text(broken.name) + u": "_s + workspace::errorText(broken.error))}}}});
        }
        run[u"invocations"_s] =
            QJsonArray{QJsonObject{{u"executionSuccessful"_s, false}, {u"toolExecutionNotifications"_s, notes}}};
    }
    runs[0] = run;
    root[u"runs"_s] = runs;
    return QJsonDocument(root).toJson();
}

QByteArray writeText(const workspace::RangeReview& review)
{
    QString out;
    for (const workspace::BrokenEnvironment& broken : review.broken) {
        out += u"Environment %1\n%2: %3 %4\n\n"_s.arg(
            workspace::printable(broken.name), workspace::tierText(broken.tier()),
            broken.isOnBothSides ? u"neither side can be shown."_s : u"it cannot be compared."_s,
            workspace::errorText(broken.error));
    }
    for (const workspace::Review& one : review.environments) {
        if (review.isOfSeveral())
            out += u"Environment "_s + workspace::printable(environmentOf(one)) + u'\n';
        if (one.changesJudgement)
            out += judgementText(one) + u'\n';
        out += workspace::tierText(one.tier)
            + (one.change().resources.size() == 1 ? u", 1 resource differs"_s
                                                  : u", %1 resources differ"_s.arg(one.change().resources.size()))
            + u'\n';
        if (!one.requests.changes.empty()) {
            out += u"\nRequests whose fate changes\n"_s;
            for (const traffic::ChangedFate& change : one.requests.changes) {
                if (!change.isStillRefused())
                    out += u"  "_s + fateLine(change) + u'\n';
            }
            if (const QString more = workspace::stillRefusedText(one.requests); !more.isEmpty())
                out += u"  "_s + more + u'\n';
        } else if (!one.change().resources.empty()) {
            out += u"\nNo request's fate changes (%1 were evaluated)\n"_s.arg(one.requests.evaluated);
        }
        if (!one.change().resources.empty())
            out += u"\nChanges\n"_s;
        std::size_t noise = 0;
        for (const changes::ResourceChange& change : one.change().resources) {
            if (changes::noiseOf(change) != changes::Noise::None) {
                ++noise;
                continue;
            }
            out += u"  %1 %2 %3\n"_s.arg(text(changes::tierName(change.tier)),
                                         text(changes::operationName(change.operation)),
                                         workspace::printable(changes::kindAndName(resourceOf(change).key)));
            for (const changes::Statement& statement : change.statements) {
                // the line above says so
                if (statement.message != "change.added" && statement.message != "change.removed")
                    out += u"    "_s + workspace::statementText(statement) + u'\n';
            }
            for (const changes::Reason& reason : change.reasons)
                out += u"    why: "_s + workspace::reasonText(reason) + u'\n';
        }
        if (noise > 0)
            out += u"  %1 more without meaning: comments, versions, generated files\n"_s.arg(noise);
        for (const auto& [title, list] : {std::pair(u"New findings"_s, &one.findings.introduced),
                                          std::pair(u"Findings that are gone"_s, &one.findings.mended)}) {
            if (!list->empty())
                out += u'\n' + title + u'\n';
            for (const checks::Finding& finding : *list) {
                out += u"  %1 %2 %3: %4\n"_s.arg(text(checks::severityName(finding.severity)), text(finding.code),
                                                 workspace::printable(finding.where.path) + u':'
                                                     + QString::number(finding.where.line),
                                                 workspace::findingText(finding));
            }
        }
        out += followsText(one) + u'\n';
    }
    return out.trimmed().toUtf8() + '\n';
}

} // namespace

const ReviewFormat* reviewFormatNamed(const QString& name)
{
    static constexpr std::array formats = {
        ReviewFormat{"text", writeText},
        ReviewFormat{"json", reviewJson},
        ReviewFormat{"markdown", workspace::reviewMarkdown},
        ReviewFormat{"html", writeHtml},
        ReviewFormat{"sarif", writeReviewSarif},
    };
    const auto* const found = std::ranges::find_if(
        formats, [&](const ReviewFormat& format) { return name == QLatin1StringView(format.name); });
    return found == formats.end() ? nullptr : found;
}

} // namespace meshdraft::cli
