// SPDX-License-Identifier: Apache-2.0
#include "app/cli/findingfixes.h"

#include "models/workspace/fixes.h"
#include "models/workspace/words.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QJsonObject artifact(const std::string& path)
{
    return {{u"uri"_s, QString::fromUtf8(QUrl::toPercentEncoding(text(path), "/"))}, {u"uriBaseId"_s, u"%SRCROOT%"_s}};
}

QJsonObject sarifReplacement(const PlannedFix::Replacement& replacement)
{
    return {{u"deletedRegion"_s,
             QJsonObject{{u"startLine"_s, static_cast<qint64>(replacement.from.line)},
                         {u"startColumn"_s, static_cast<qint64>(replacement.from.column)},
                         {u"endLine"_s, static_cast<qint64>(replacement.to.line)},
                         {u"endColumn"_s, static_cast<qint64>(replacement.to.column)}}},
            {u"insertedContent"_s, QJsonObject{{u"text"_s, text(replacement.text)}}}};
}

/// One change an artifact, as the schema wants it.
QJsonArray sarifChanges(const PlannedFix& fix)
{
    QJsonArray changes;
    QJsonArray replacements;
    for (std::size_t i = 0; i < fix.replacements.size(); ++i) {
        replacements.append(sarifReplacement(fix.replacements[i]));
        const bool isLast =
            i + 1 == fix.replacements.size() || fix.replacements[i + 1].path != fix.replacements[i].path;
        if (!isLast)
            continue;
        changes.append(QJsonObject{{u"artifactLocation"_s, artifact(fix.replacements[i].path)},
                                   {u"replacements"_s, replacements}});
        replacements = {};
    }
    return changes;
}

} // namespace

std::vector<PlannedFix> plannedFixes(const workspace::Snapshot& snapshot, const checks::Finding& finding)
{
    std::vector<PlannedFix> planned;
    if (snapshot.isRendered())
        return planned;
    for (const auto& fix : workspace::fixesFor(snapshot, finding)) {
        const auto edit = workspace::planMeshEdit(snapshot, workspace::meshEditOf(fix));
        if (!edit)
            continue;
        PlannedFix one{workspace::fixText(fix), fix.certainty == checks::Certainty::Certain, {}};
        for (const auto& file : edit->files) {
            const auto* source = snapshot.current.find(file.path);
            if (source == nullptr)
                continue;
            for (const auto& splice : file.splices)
                one.replacements.push_back({file.path, source->text->locate(splice.offset),
                                            source->text->locate(splice.offset + splice.length), splice.text});
        }
        if (!one.replacements.empty())
            planned.push_back(std::move(one));
    }
    return planned;
}

QJsonArray fixesAsJson(std::span<const PlannedFix> fixes)
{
    QJsonArray all;
    for (const PlannedFix& fix : fixes) {
        QJsonArray edits;
        for (const auto& replacement : fix.replacements) {
            edits.append(QJsonObject{{u"file"_s, text(replacement.path)},
                                     {u"line"_s, static_cast<qint64>(replacement.from.line)},
                                     {u"column"_s, static_cast<qint64>(replacement.from.column)},
                                     {u"endLine"_s, static_cast<qint64>(replacement.to.line)},
                                     {u"endColumn"_s, static_cast<qint64>(replacement.to.column)},
                                     {u"text"_s, text(replacement.text)}});
        }
        all.append(QJsonObject{{u"title"_s, fix.title}, {u"certain"_s, fix.isCertain}, {u"edits"_s, edits}});
    }
    return all;
}

QJsonArray fixesAsSarif(std::span<const PlannedFix> fixes)
{
    QJsonArray all;
    for (const PlannedFix& fix : fixes) {
        all.append(QJsonObject{{u"description"_s, QJsonObject{{u"text"_s, fix.title}}},
                               {u"artifactChanges"_s, sarifChanges(fix)},
                               {u"properties"_s, QJsonObject{{u"certain"_s, fix.isCertain}}}});
    }
    return all;
}

QJsonObject suppressionAsJson(const checks::SuppressedFinding& suppressed)
{
    return {{u"by"_s, text(checks::suppressedByName(suppressed.by))},
            {u"reason"_s, workspace::printable(suppressed.reason)},
            {u"file"_s, text(suppressed.where.path)},
            {u"line"_s, static_cast<qint64>(suppressed.where.line)}};
}

QJsonArray suppressionAsSarif(const checks::SuppressedFinding& suppressed)
{
    const bool isInSource = suppressed.by == checks::SuppressedBy::Annotation;
    QJsonObject physical{{u"artifactLocation"_s, artifact(suppressed.where.path)}};
    if (suppressed.where.line > 0)
        physical[u"region"_s] = QJsonObject{{u"startLine"_s, static_cast<qint64>(suppressed.where.line)},
                                            {u"startColumn"_s, static_cast<qint64>(suppressed.where.column)}};
    QJsonObject suppression{{u"kind"_s, isInSource ? u"inSource"_s : u"external"_s},
                            {u"location"_s, QJsonObject{{u"physicalLocation"_s, physical}}}};
    if (!suppressed.reason.empty())
        suppression[u"justification"_s] = workspace::printable(suppressed.reason);
    return {suppression};
}

} // namespace meshdraft::cli
