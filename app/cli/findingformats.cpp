// SPDX-License-Identifier: Apache-2.0
#include "app/cli/findingformats.h"

#include "models/workspace/words.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// "VirtualService shop/reviews"; empty for a finding about a file.
QString resourceText(const mesh::ElementRef& element)
{
    if (element.isNull())
        return {};
    const auto place = element.key.ns.empty() ? element.key.name : element.key.ns + '/' + element.key.name;
    return workspace::printable(element.key.kind + ' ' + place);
}

QByteArray writeText(const Report& report)
{
    QString out;
    for (const auto& item : report.items) {
        const auto& finding = item.finding;
        out += workspace::printable(finding.where.path);
        if (finding.where.line > 0)
            out += u":%1:%2"_s.arg(finding.where.line).arg(finding.where.column);
        out += u": %1 %2: %3"_s.arg(text(checks::severityName(finding.severity)), text(finding.code),
                                    workspace::findingText(finding));
        if (const auto resource = resourceText(finding.element); !resource.isEmpty())
            out += u" ["_s + resource + u']';
        out += u'\n';
    }
    std::array<int, 4> counts{};
    for (const auto& item : report.items)
        ++counts[static_cast<std::size_t>(item.finding.severity)];
    out += u"%1 errors, %2 warnings, %3 notes, %4 cannot be told from files; %5 resources in %6 files"_s.arg(counts[0])
               .arg(counts[1])
               .arg(counts[2])
               .arg(counts[3])
               .arg(report.resources)
               .arg(report.files);
    if (report.skipped > 0)
        out += u", %1 skipped"_s.arg(report.skipped);
    if (!report.suppressed.empty())
        out += u", %1 suppressed"_s.arg(report.suppressed.size());
    out += u'\n';
    return out.toUtf8();
}

QJsonObject jsonFinding(const std::string& environment, const checks::Finding& finding)
{
    return {
        {u"environment"_s, text(environment)},
        {u"code"_s, text(finding.code)},
        {u"severity"_s, text(checks::severityName(finding.severity))},
        {u"kind"_s, text(finding.element.key.kind)},
        {u"namespace"_s, text(finding.element.key.ns)},
        {u"name"_s, text(finding.element.key.name)},
        {u"message"_s, workspace::findingText(finding)},
        {u"file"_s, text(finding.where.path)},
        {u"line"_s, static_cast<qint64>(finding.where.line)},
        {u"column"_s, static_cast<qint64>(finding.where.column)},
        {u"field"_s, text(finding.element.field.text())},
    };
}

QByteArray writeJson(const Report& report)
{
    QJsonArray findings;
    for (const auto& item : report.items) {
        auto finding = jsonFinding(item.environment, item.finding);
        if (!item.fixes.empty())
            finding[u"fixes"_s] = fixesAsJson(item.fixes);
        findings.append(finding);
    }
    QJsonArray suppressed;
    for (const auto& item : report.suppressed) {
        auto finding = jsonFinding(item.environment, item.kept.finding);
        finding[u"suppression"_s] = suppressionAsJson(item.kept);
        suppressed.append(finding);
    }
    const QJsonObject stats{{u"files"_s, static_cast<qint64>(report.files)},
                            {u"documents"_s, static_cast<qint64>(report.documents)},
                            {u"resources"_s, static_cast<qint64>(report.resources)},
                            {u"skipped"_s, static_cast<qint64>(report.skipped)}};
    return QJsonDocument(QJsonObject{{u"schema"_s, u"meshdraft.analyze/1"_s},
                                     {u"findings"_s, findings},
                                     {u"suppressed"_s, suppressed},
                                     {u"stats"_s, stats}})
        .toJson();
}

/// SARIF 2.1.0, sections 3.27 (result) and 3.28 (location); columns are code points (3.14.17 columnKind).
QJsonObject sarifResult(const std::string& environment, const checks::Finding& finding)
{
    QJsonObject physical{
        {u"artifactLocation"_s,
         QJsonObject{{u"uri"_s, QString::fromUtf8(QUrl::toPercentEncoding(text(finding.where.path), "/"))},
                     {u"uriBaseId"_s, u"%SRCROOT%"_s}}}};
    if (finding.where.line > 0) {
        physical[u"region"_s] = QJsonObject{{u"startLine"_s, static_cast<qint64>(finding.where.line)},
                                            {u"startColumn"_s, static_cast<qint64>(finding.where.column)}};
    }
    QJsonObject location{{u"physicalLocation"_s, physical}};
    if (!finding.element.isNull()) {
        location[u"logicalLocations"_s] = QJsonArray{
            QJsonObject{{u"fullyQualifiedName"_s, resourceText(finding.element)}, {u"kind"_s, u"resource"_s}}};
    }
    const bool unknown = finding.severity == checks::Severity::Unknown;
    const auto level = finding.severity == checks::Severity::Error ? u"error"_s
        : finding.severity == checks::Severity::Warning            ? u"warning"_s
        : unknown                                                  ? u"none"_s
                                                                   : u"note"_s;
    return {{u"ruleId"_s, text(finding.code)},
            {u"level"_s, level},
            {u"kind"_s, unknown ? u"open"_s : u"fail"_s},
            {u"message"_s, QJsonObject{{u"text"_s, workspace::findingText(finding)}}},
            {u"locations"_s, QJsonArray{location}},
            {u"properties"_s, QJsonObject{{u"environment"_s, text(environment)}}}};
}

QByteArray writeSarif(const Report& report)
{
    QJsonArray rules;
    QJsonArray results;
    std::set<std::string> codes;
    const auto addRule = [&](const std::string& code) {
        if (codes.insert(code).second)
            rules.append(QJsonObject{{u"id"_s, text(code)}});
    };
    for (const auto& item : report.items) {
        addRule(item.finding.code);
        auto result = sarifResult(item.environment, item.finding);
        if (!item.fixes.empty())
            result[u"fixes"_s] = fixesAsSarif(item.fixes);
        results.append(result);
    }
    for (const auto& item : report.suppressed) {
        addRule(item.kept.finding.code);
        auto result = sarifResult(item.environment, item.kept.finding);
        result[u"suppressions"_s] = suppressionAsSarif(item.kept);
        results.append(result);
    }
    const QJsonObject driver{
        {u"name"_s, u"Meshdraft"_s}, {u"version"_s, QStringLiteral(MESHDRAFT_VERSION)}, {u"rules"_s, rules}};
    const QJsonObject run{{u"tool"_s, QJsonObject{{u"driver"_s, driver}}},
                          {u"columnKind"_s, u"unicodeCodePoints"_s},
                          {u"results"_s, results}};
    return QJsonDocument(QJsonObject{{u"version"_s, u"2.1.0"_s},
                                     {u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
                                     {u"runs"_s, QJsonArray{run}}})
        .toJson();
}

/// Workflow commands of GitHub Actions: %, CR and LF are escaped in messages; also : and , in properties.
QString githubEscaped(QString value, bool property)
{
    value.replace(u'%', u"%25"_s).replace(u'\r', u"%0D"_s).replace(u'\n', u"%0A"_s);
    if (property)
        value.replace(u':', u"%3A"_s).replace(u',', u"%2C"_s);
    return value;
}

QByteArray writeGithub(const Report& report)
{
    QString out;
    for (const auto& item : report.items) {
        const auto& finding = item.finding;
        const auto level = finding.severity == checks::Severity::Error ? u"error"_s
            : finding.severity == checks::Severity::Warning            ? u"warning"_s
                                                                       : u"notice"_s;
        out += u"::%1 file=%2"_s.arg(level, githubEscaped(text(finding.where.path), true));
        if (finding.where.line > 0)
            out += u",line=%1,col=%2"_s.arg(finding.where.line).arg(finding.where.column);
        out += u",title=%1::%2\n"_s.arg(githubEscaped(text(finding.code), true),
                                        githubEscaped(workspace::findingText(finding), false));
    }
    return out.toUtf8();
}

constexpr std::array formats = {
    FindingFormat{"text", writeText},
    FindingFormat{"json", writeJson, true},
    FindingFormat{"sarif", writeSarif, true},
    FindingFormat{"github", writeGithub},
};

} // namespace

void Report::add(const workspace::Snapshot& snapshot, const std::set<std::string>& codes, bool withFixes)
{
    const auto& environment = snapshot.environment.name;
    const auto isWanted = [&](const checks::Finding& finding) { return codes.empty() || codes.contains(finding.code); };
    for (const auto& finding : snapshot.findings) {
        if (isWanted(finding))
            items.push_back(
                {environment, finding, withFixes ? plannedFixes(snapshot, finding) : std::vector<PlannedFix>()});
    }
    for (const auto& kept : snapshot.suppressed) {
        if (isWanted(kept.finding))
            suppressed.push_back({environment, kept});
    }
    const std::set<std::string> paths(snapshot.environment.files.begin(), snapshot.environment.files.end());
    for (const auto& file : snapshot.current.files) {
        if (!paths.contains(file.path))
            continue;
        ++files;
        documents += static_cast<std::uint32_t>(file.text->documents.size());
        if (file.text->kind != source::TextKind::Yaml)
            ++skipped;
    }
    if (snapshot.graph != nullptr)
        resources += static_cast<std::uint32_t>(snapshot.graph->resources().size());
}

bool Report::hasAtLeast(checks::Severity severity) const
{
    return std::ranges::any_of(items, [severity](const Item& item) {
        return item.finding.severity != checks::Severity::Unknown && item.finding.severity <= severity;
    });
}

const FindingFormat* formatNamed(const QString& name)
{
    for (const auto& format : formats) {
        if (name == QLatin1StringView(format.name))
            return &format;
    }
    return nullptr;
}

std::string environmentOfPath(const QString& path, const QString& repository, QString& found)
{
    const QFileInfo info(repository.isEmpty() ? path : QDir(repository).filePath(path));
    const auto absolute = info.canonicalFilePath();
    if (absolute.isEmpty()) {
        found = repository.isEmpty() ? info.absolutePath() : repository;
        return path.toStdString();
    }
    found = info.isDir() ? absolute : QFileInfo(absolute).absolutePath();
    const auto opened = git::Repository::open(found);
    if (!opened)
        return {};
    const auto top = QFileInfo(opened->workTree()).canonicalFilePath();
    return QDir(top).relativeFilePath(absolute).toStdString();
}

} // namespace meshdraft::cli
