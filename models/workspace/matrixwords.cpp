// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/matrixwords.h"

#include "models/workspace/words.h"
#include "models/workspace/wordtable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

using matrix::Cell;
using matrix::CellState;
using matrix::Note;
using matrix::SettingGroup;

constexpr auto settingTable = std::to_array<Words>({
    {"host.kind", QT_TRANSLATE_NOOP("meshdraft", "Host")},
    {"host.gateways", QT_TRANSLATE_NOOP("meshdraft", "Gateways")},
    {"route.weights", QT_TRANSLATE_NOOP("meshdraft", "Weights")},
    {"route.timeout", QT_TRANSLATE_NOOP("meshdraft", "Timeout")},
    {"route.retries.attempts", QT_TRANSLATE_NOOP("meshdraft", "Retries")},
    {"route.retries.perTryTimeout", QT_TRANSLATE_NOOP("meshdraft", "Timeout of a try")},
    {"route.retries.retryOn", QT_TRANSLATE_NOOP("meshdraft", "Retried on")},
    {"route.mirror", QT_TRANSLATE_NOOP("meshdraft", "Mirror")},
    {"route.fault", QT_TRANSLATE_NOOP("meshdraft", "Fault")},
    {"pool.tcp.maxConnections", QT_TRANSLATE_NOOP("meshdraft", "Most connections")},
    {"pool.tcp.connectTimeout", QT_TRANSLATE_NOOP("meshdraft", "Connect timeout")},
    {"pool.tcp.idleTimeout", QT_TRANSLATE_NOOP("meshdraft", "TCP idle timeout")},
    {"pool.http.http1MaxPendingRequests", QT_TRANSLATE_NOOP("meshdraft", "Most pending requests")},
    {"pool.http.http2MaxRequests", QT_TRANSLATE_NOOP("meshdraft", "Most active requests")},
    {"pool.http.maxRequestsPerConnection", QT_TRANSLATE_NOOP("meshdraft", "Requests a connection")},
    {"pool.http.maxRetries", QT_TRANSLATE_NOOP("meshdraft", "Most retries at once")},
    {"pool.http.idleTimeout", QT_TRANSLATE_NOOP("meshdraft", "HTTP idle timeout")},
    {"pool.http.maxConcurrentStreams", QT_TRANSLATE_NOOP("meshdraft", "Streams a connection")},
    {"outlier.consecutive5xxErrors", QT_TRANSLATE_NOOP("meshdraft", "5xx in a row")},
    {"outlier.consecutiveGatewayErrors", QT_TRANSLATE_NOOP("meshdraft", "Gateway errors in a row")},
    {"outlier.consecutiveLocalOriginFailures", QT_TRANSLATE_NOOP("meshdraft", "Failed connections in a row")},
    {"outlier.interval", QT_TRANSLATE_NOOP("meshdraft", "Outlier interval")},
    {"outlier.baseEjectionTime", QT_TRANSLATE_NOOP("meshdraft", "Ejection time")},
    {"outlier.maxEjectionPercent", QT_TRANSLATE_NOOP("meshdraft", "Most ejected, %")},
    {"outlier.minHealthPercent", QT_TRANSLATE_NOOP("meshdraft", "Least healthy, %")},
    {"balancer.simple", QT_TRANSLATE_NOOP("meshdraft", "Load balancer")},
    {"balancer.consistentHash", QT_TRANSLATE_NOOP("meshdraft", "Consistent hash")},
    {"tls.mode", QT_TRANSLATE_NOOP("meshdraft", "Client TLS")},
    {"subset.labels", QT_TRANSLATE_NOOP("meshdraft", "Labels")},
    {"mtls.mode", QT_TRANSLATE_NOOP("meshdraft", "Server mTLS")},
    {"proxy.kind", QT_TRANSLATE_NOOP("meshdraft", "Proxy")},
    {"proxy.revision", QT_TRANSLATE_NOOP("meshdraft", "Revision")},
    {"workload.replicas", QT_TRANSLATE_NOOP("meshdraft", "Replicas")},
});

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

/// "1024 (default)"; the words alone where there is no value.
QString withWords(const QString& value, const QString& words)
{
    return value.isEmpty() ? words : value + u" ("_s + words + u')';
}

/// What stands in brackets behind a value, or for it.
QString noteText(Note note)
{
    switch (note) {
    case Note::None:
        return {};
    case Note::Default:
        return say(QT_TRANSLATE_NOOP("meshdraft", "default"));
    case Note::MeshConfig:
        return say(QT_TRANSLATE_NOOP("meshdraft", "mesh config"));
    case Note::Inherited:
        return say(QT_TRANSLATE_NOOP("meshdraft", "from the rule"));
    case Note::Alone:
        return say(QT_TRANSLATE_NOOP("meshdraft", "all"));
    case Note::NotSet:
        return say(QT_TRANSLATE_NOOP("meshdraft", "not set"));
    case Note::AutoTls:
        return say(QT_TRANSLATE_NOOP("meshdraft", "automatic mTLS"));
    case Note::NotThere:
        return say(QT_TRANSLATE_NOOP("meshdraft", "not there"));
    case Note::NoProxy:
        return say(QT_TRANSLATE_NOOP("meshdraft", "no proxy"));
    case Note::ProxyUnknown:
        return say(QT_TRANSLATE_NOOP("meshdraft", "cannot tell: proxy"));
    case Note::CreationOrder:
        return say(QT_TRANSLATE_NOOP("meshdraft", "cannot tell: creation order"));
    case Note::Placeholder:
        return say(QT_TRANSLATE_NOOP("meshdraft", "cannot tell: filled in later"));
    }
    return {};
}

/// The sentence behind a note; empty where the cell says it all.
QString noteSentence(const Cell& cell)
{
    switch (cell.state) {
    case CellState::NoSuchHost:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Nothing in this environment has this name."));
    case CellState::Present:
    case CellState::Absent:
    case CellState::Unknown:
    case CellState::Unreadable:
        break;
    }
    switch (cell.note) {
    case Note::Default:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Not written; Istio's default holds."));
    case Note::MeshConfig:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Not written; the mesh config says it."));
    case Note::Inherited:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Not written here; that of the whole rule holds."));
    case Note::Alone:
        return say(QT_TRANSLATE_NOOP("meshdraft", "The only destination gets every request."));
    case Note::AutoTls:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Not written; automatic mTLS decides by what the server has."));
    case Note::NoProxy:
        return say(QT_TRANSLATE_NOOP("meshdraft", "The workload has no proxy, so nothing is enforced."));
    case Note::ProxyUnknown:
        return say(QT_TRANSLATE_NOOP("meshdraft", "The files do not tell whether the workload has a proxy."));
    case Note::CreationOrder:
        return say(QT_TRANSLATE_NOOP("meshdraft", "The oldest of several objects holds, which files cannot tell."));
    case Note::Placeholder:
        return say(QT_TRANSLATE_NOOP("meshdraft", "The value is filled in later; it is not compared."));
    case Note::NotThere:
        return say(QT_TRANSLATE_NOOP("meshdraft", "The environment has the host, but nothing of this name."));
    case Note::None:
    case Note::NotSet:
        break;
    }
    return {};
}

} // namespace

QString settingText(const std::string& setting)
{
    const auto* const found = std::ranges::find(settingTable, setting, &Words::id);
    return found == settingTable.end() ? printable(setting) : say(found->text);
}

QString settingGroupText(SettingGroup group)
{
    switch (group) {
    case SettingGroup::Host:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Hosts and gateways"));
    case SettingGroup::Routes:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Routes"));
    case SettingGroup::Pool:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Connection pool"));
    case SettingGroup::Outliers:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Outlier detection"));
    case SettingGroup::Balancer:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Load balancing"));
    case SettingGroup::Tls:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Client TLS"));
    case SettingGroup::Subsets:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Subsets"));
    case SettingGroup::Workloads:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Workloads"));
    }
    return {};
}

QString rowText(const matrix::Row& row)
{
    const QString setting = settingText(row.setting);
    return row.item.empty() ? setting : setting + u" · "_s + printable(row.item);
}

QString cellText(const Cell& cell, const std::function<QString(const std::string&)>& decorate)
{
    const auto value = [&](const std::string& text) { return text.empty() ? QString() : decorate(text); };
    switch (cell.state) {
    case CellState::Present:
        if (cell.note == Note::None && cell.value.empty())
            return u"\"\""_s;
        return cell.note == Note::None ? value(cell.value) : withWords(value(cell.value), noteText(cell.note));
    case CellState::Absent:
        return withWords(value(cell.effective), noteText(cell.note));
    case CellState::NoSuchHost:
        return say(QT_TRANSLATE_NOOP("meshdraft", "no such host"));
    case CellState::Unknown:
        return withWords(value(cell.value), noteText(cell.note));
    case CellState::Unreadable:
        return say(QT_TRANSLATE_NOOP("meshdraft", "cannot be read"));
    }
    return {};
}

QString cellText(const Cell& cell)
{
    return cellText(cell, printable);
}

QString cellHint(const matrix::Matrix& matrix, const matrix::Row& row, std::size_t environment)
{
    const Cell& cell = row.cells[environment];
    if (cell.state == CellState::Unreadable && matrix.environments[environment].error)
        return errorText(*matrix.environments[environment].error);
    QStringList lines{cellText(cell)};
    if (const QString why = noteSentence(cell); !why.isEmpty())
        lines << why;
    if (!cell.where.path.empty())
        lines << printable(cell.where.path) + u':' + QString::number(cell.where.line);
    return lines.join(u'\n');
}

QString matchText(matrix::Match match)
{
    switch (match) {
    case matrix::Match::Exact:
        return {};
    case matrix::Match::Name:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Matched by name; the namespaces differ."));
    case matrix::Match::Routes:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Matched by the routes; the hosts differ."));
    }
    return {};
}

std::string_view matchName(matrix::Match match)
{
    switch (match) {
    case matrix::Match::Exact:
        return "exact";
    case matrix::Match::Name:
        return "name";
    case matrix::Match::Routes:
        return "routes";
    }
    return {};
}

QString subjectHint(const matrix::Matrix& matrix, const matrix::Subject& subject)
{
    if (subject.match == matrix::Match::Exact)
        return {};
    QStringList names;
    for (std::size_t at = 0; at < subject.names.size(); ++at) {
        if (!subject.names[at].empty())
            names << printable(matrix.environments[at].environment + ": " + subject.names[at]);
    }
    return matchText(subject.match) + u'\n' + names.join(u'\n');
}

std::string_view stateName(CellState state)
{
    switch (state) {
    case CellState::Present:
        return "present";
    case CellState::Absent:
        return "absent";
    case CellState::NoSuchHost:
        return "noSuchHost";
    case CellState::Unknown:
        return "unknown";
    case CellState::Unreadable:
        return "unreadable";
    }
    return {};
}

std::string_view noteName(Note note)
{
    switch (note) {
    case Note::None:
        return {};
    case Note::Default:
        return "default";
    case Note::MeshConfig:
        return "meshConfig";
    case Note::Inherited:
        return "inherited";
    case Note::Alone:
        return "alone";
    case Note::NotSet:
        return "notSet";
    case Note::AutoTls:
        return "automaticMtls";
    case Note::NotThere:
        return "notThere";
    case Note::NoProxy:
        return "noProxy";
    case Note::ProxyUnknown:
        return "proxyUnknown";
    case Note::CreationOrder:
        return "creationOrder";
    case Note::Placeholder:
        return "placeholder";
    }
    return {};
}

} // namespace meshdraft::workspace
