// SPDX-License-Identifier: Apache-2.0
#include "app/cli/findingformats.h"

#include "app/cli/sarifformat.h"
#include "models/mesh/givenmeshconfig.h"
#include "models/workspace/effectivefacts.h"
#include "models/workspace/flowfindings.h"
#include "models/workspace/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

QByteArray writeText(const Report& report)
{
    constexpr qsizetype usualLine = 256;
    QByteArray out;
    // growing by doubling would take several times of what is written
    out.reserve(static_cast<qsizetype>(report.items.size() + 1) * usualLine);
    for (const auto& item : report.items) {
        const auto& finding = item.finding;
        QString line = workspace::printable(finding.where.path);
        if (finding.where.line > 0)
            line += u":%1:%2"_s.arg(finding.where.line).arg(finding.where.column);
        line += u": %1 %2: %3"_s.arg(text(checks::severityName(finding.severity)), text(finding.code),
                                     workspace::findingText(finding));
        if (const auto resource = resourceText(finding.element); !resource.isEmpty())
            line += u" ["_s + resource + u']';
        out += line.toUtf8() + '\n';
    }
    std::array<int, 4> counts{};
    for (const auto& item : report.items)
        ++counts[static_cast<std::size_t>(item.finding.severity)];
    QString sum =
        u"%1 errors, %2 warnings, %3 notes, %4 cannot be told from files; %5 resources in %6 files"_s.arg(counts[0])
            .arg(counts[1])
            .arg(counts[2])
            .arg(counts[3])
            .arg(report.resources)
            .arg(report.files);
    if (report.skipped > 0)
        sum += u", %1 skipped"_s.arg(report.skipped);
    if (!report.suppressed.empty())
        sum += u", %1 suppressed"_s.arg(report.suppressed.size());
    out += sum.toUtf8() + '\n';
    return out;
}

QJsonObject jsonFinding(const std::string& environment, const checks::Finding& finding)
{
    QJsonArray kiali;
    for (const auto& code : checks::kialiCodesOf(finding))
        kiali.append(text(code));
    QJsonObject object{
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
    if (!kiali.isEmpty())
        object[u"kiali"_s] = kiali;
    return object;
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
        // GitHub takes a column behind the first line for a mistake
        if (item.end.line > 0 && item.end.line == finding.where.line)
            out += u",endColumn=%1"_s.arg(item.end.column);
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

/// Where the range of a finding ends; nowhere if the place is not that of the range in its file (a rendered one).
Location endOf(const checks::Finding& finding, const mesh::FileSet& files)
{
    const auto* file = files.find(finding.where.path);
    if (file == nullptr || finding.where.line == 0 || finding.range.size() == 0
        || finding.range.end > file->text->text->size())
        return {};
    const auto begin = file->text->locate(finding.range.begin);
    if (begin.line != finding.where.line || begin.column != finding.where.column)
        return {};
    return file->text->locate(finding.range.end);
}

} // namespace

void Report::add(const workspace::Snapshot& snapshot, const std::set<std::string>& codes, bool withFixes)
{
    const auto& environment = snapshot.environment.name;
    const auto isWanted = [&](std::string_view code) { return codes.empty() || codes.contains(std::string(code)); };
    const auto addFinding = [&](const checks::Finding& finding) {
        if (isWanted(finding.code)) {
            items.push_back({environment, finding, endOf(finding, snapshot.current),
                             withFixes ? plannedFixes(snapshot, finding) : std::vector<PlannedFix>()});
        }
    };
    items.reserve(items.size() + snapshot.findings.size());
    for (const auto& finding : snapshot.findings)
        addFinding(finding);
    auto kept = snapshot.suppressed;
    if (isWanted(workspace::flowCode)) {
        const auto flows = workspace::sortedFlowFindings(snapshot);
        for (const auto& finding : flows.shown)
            addFinding(finding);
        kept.insert(kept.end(), flows.suppressed.begin(), flows.suppressed.end());
    }
    for (const auto& each : kept) {
        if (isWanted(each.finding.code))
            suppressed.push_back({environment, each});
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
    if (snapshot.graph == nullptr)
        return;
    for (const auto& resource : snapshot.graph->resources())
        resources += mesh::isGivenMeshConfig(resource->key) ? 0 : 1;
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

QString resourceText(const mesh::ElementRef& element)
{
    if (element.isNull())
        return {};
    if (mesh::isGivenMeshConfig(element.key))
        return text(element.key.kind);
    const auto place = element.key.ns.empty() ? element.key.name : element.key.ns + '/' + element.key.name;
    return workspace::printable(element.key.kind + ' ' + place);
}

} // namespace meshdraft::cli
