// SPDX-License-Identifier: Apache-2.0
#include "app/cli/sarifformat.h"

#include "models/workspace/codewords.h"
#include "models/workspace/words.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <map>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QJsonObject message(const QString& words)
{
    return {{u"text"_s, words}};
}

/// Section 3.27.10 (level): nothing that is open has one.
QString levelOf(checks::Severity severity)
{
    switch (severity) {
    case checks::Severity::Error:
        return u"error"_s;
    case checks::Severity::Warning:
        return u"warning"_s;
    case checks::Severity::Info:
        return u"note"_s;
    case checks::Severity::Unknown:
        break;
    }
    return u"none"_s;
}

/// Section 3.4 (artifactLocation): relative to the repository, but for what was named by a path of its own.
QJsonObject artifactOf(const std::string& path)
{
    if (path.starts_with('/'))
        return {{u"uri"_s, QUrl::fromLocalFile(text(path)).toString(QUrl::FullyEncoded)}};
    return {{u"uri"_s, QString::fromLatin1(QUrl::toPercentEncoding(text(path), "/"))},
            {u"uriBaseId"_s, u"%SRCROOT%"_s}};
}

/// Section 3.28 (location); columns are code points (3.14.17).
QJsonObject locationOf(const Report::Item& item)
{
    const auto& finding = item.finding;
    QJsonObject physical{{u"artifactLocation"_s, artifactOf(finding.where.path)}};
    if (finding.where.line > 0) {
        QJsonObject region{{u"startLine"_s, static_cast<qint64>(finding.where.line)},
                           {u"startColumn"_s, static_cast<qint64>(finding.where.column)}};
        if (item.end.line > 0) {
            region[u"endLine"_s] = static_cast<qint64>(item.end.line);
            region[u"endColumn"_s] = static_cast<qint64>(item.end.column);
        }
        physical[u"region"_s] = region;
    }
    QJsonObject location{{u"physicalLocation"_s, physical}};
    if (!finding.element.isNull()) {
        location[u"logicalLocations"_s] = QJsonArray{
            QJsonObject{{u"fullyQualifiedName"_s, resourceText(finding.element)}, {u"kind"_s, u"resource"_s}}};
    }
    return location;
}

/// What stays the same when lines move (3.27.17): so the same finding is known again in the next run.
QString fingerprintOf(const Report::Item& item)
{
    const auto& finding = item.finding;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const std::string& part) {
        hash.addData(QByteArray::fromStdString(part));
        hash.addData(QByteArrayView("", 1));
    };
    for (const auto& part :
         {item.environment, finding.code, finding.where.path, finding.element.key.group, finding.element.key.kind,
          finding.element.key.ns, finding.element.key.name, finding.element.field.text(), finding.message})
        add(part);
    return QString::fromLatin1(hash.result().toHex());
}

QJsonObject ruleOf(const checks::Finding& finding)
{
    auto words = workspace::codeText(finding.code);
    if (words.isEmpty())
        words = text(finding.code);
    QJsonObject rule{{u"id"_s, text(finding.code)},
                     {u"shortDescription"_s, message(words)},
                     {u"fullDescription"_s, message(words)},
                     {u"help"_s, message(workspace::codeUrl(finding.code))},
                     {u"helpUri"_s, workspace::codeUrl(finding.code)}};
    if (finding.severity != checks::Severity::Unknown)
        rule[u"defaultConfiguration"_s] = QJsonObject{{u"level"_s, levelOf(finding.severity)}};
    return rule;
}

QJsonObject resultOf(const Report::Item& item, qsizetype rule)
{
    const auto& finding = item.finding;
    const bool isUnknown = finding.severity == checks::Severity::Unknown;
    return {{u"ruleId"_s, text(finding.code)},
            {u"ruleIndex"_s, rule},
            {u"level"_s, levelOf(finding.severity)},
            {u"kind"_s, isUnknown ? u"open"_s : u"fail"_s},
            {u"message"_s, message(workspace::findingText(finding))},
            {u"locations"_s, QJsonArray{locationOf(item)}},
            {u"partialFingerprints"_s, QJsonObject{{u"meshdraft/v1"_s, fingerprintOf(item)}}},
            {u"properties"_s, QJsonObject{{u"environment"_s, text(item.environment)}}}};
}

} // namespace

QByteArray writeSarif(const Report& report)
{
    QJsonArray rules;
    QJsonArray results;
    std::map<std::string, qsizetype> places; // of rules, by code
    for (const auto& item : report.items) {
        const auto [place, isNew] = places.try_emplace(item.finding.code, rules.size());
        if (isNew)
            rules.append(ruleOf(item.finding));
        auto result = resultOf(item, place->second);
        if (!item.fixes.empty())
            result[u"fixes"_s] = fixesAsSarif(item.fixes);
        results.append(result);
    }
    for (const auto& item : report.suppressed) {
        const Report::Item kept{item.environment, item.kept.finding, {}, {}};
        const auto [place, isNew] = places.try_emplace(kept.finding.code, rules.size());
        if (isNew)
            rules.append(ruleOf(kept.finding));
        auto result = resultOf(kept, place->second);
        result[u"suppressions"_s] = suppressionAsSarif(item.kept);
        results.append(result);
    }
    const QJsonObject driver{{u"name"_s, u"Meshdraft"_s},
                             {u"version"_s, QStringLiteral(MESHDRAFT_VERSION)},
                             {u"informationUri"_s, u"https://meshdraft.dev/"_s},
                             {u"rules"_s, rules}};
    const QJsonObject run{{u"tool"_s, QJsonObject{{u"driver"_s, driver}}},
                          {u"columnKind"_s, u"unicodeCodePoints"_s},
                          {u"results"_s, results}};
    return QJsonDocument(QJsonObject{{u"version"_s, u"2.1.0"_s},
                                     {u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
                                     {u"runs"_s, QJsonArray{run}}})
        .toJson();
}

} // namespace meshdraft::cli
