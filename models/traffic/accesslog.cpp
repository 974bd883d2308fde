// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/credentials.h"
#include "models/traffic/requesttext.h"
#include "models/traffic/urltext.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

namespace meshdraft::traffic {
namespace {

using Fields = std::map<std::string, std::string, std::less<>>;

// The names of Istio's JSON log; the orders of the text formats (istio.io, Envoy Access Logs: Default access log
// format; envoyproxy.io, Access Logging: Default Format String). "" are fields that are not read.
constexpr std::size_t istioFields = 22;
constexpr std::array<std::string_view, istioFields> istioOrder{"",
                                                               "request",
                                                               "response_code",
                                                               "response_flags",
                                                               "response_code_details",
                                                               "",
                                                               "upstream_transport_failure_reason",
                                                               "",
                                                               "",
                                                               "",
                                                               "",
                                                               "x_forwarded_for",
                                                               "user_agent",
                                                               "",
                                                               "authority",
                                                               "upstream_host",
                                                               "upstream_cluster",
                                                               "",
                                                               "downstream_local_address",
                                                               "downstream_remote_address",
                                                               "requested_server_name",
                                                               "route_name"};
constexpr std::size_t envoyFields = 13;
constexpr std::array<std::string_view, envoyFields> envoyOrder{
    "",           "request", "response_code", "response_flags", "", "", "", "", "x_forwarded_for",
    "user_agent", "",        "authority",     "upstream_host"};

/// The fields of a text line; `isClosed` is false where a quote or bracket stays open.
std::vector<std::string> split(std::string_view line)
{
    std::vector<std::string> fields;
    std::size_t at = 0;
    while (at < line.size()) {
        if (line[at] == ' ' || line[at] == '\t' || line[at] == '\r' || line[at] == '\n') {
            ++at;
            continue;
        }
        std::string field;
        if (line[at] == '"') {
            const auto end = std::min(line.find('"', at + 1), line.size());
            field = line.substr(at + 1, end - at - 1);
            at = end + 1;
        } else {
            // details hold what is in brackets together: "…{delayed connect error: 111}"
            int depth = 0;
            while (at < line.size() && (depth > 0 || (line[at] != ' ' && line[at] != '\t' && line[at] != '\n'))) {
                if (line[at] == '[' || line[at] == '{')
                    ++depth;
                if ((line[at] == ']' || line[at] == '}') && depth > 0)
                    --depth;
                if (line[at] != '\r')
                    field += line[at];
                ++at;
            }
        }
        fields.push_back(std::move(field));
    }
    return fields;
}

/// Where the line itself begins: at "[2026-…]", behind what a collector puts before it.
std::size_t lineStart(std::string_view text)
{
    for (auto open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
        const std::string_view rest = text.substr(open + 1);
        const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
        if (rest.size() > 4 && std::ranges::all_of(rest.substr(0, 4), isDigit) && rest[4] == '-')
            return open;
    }
    return std::string_view::npos;
}

void takeRequestLine(Fields& fields)
{
    const auto found = fields.find("request");
    if (found == fields.end())
        return;
    const std::string line = found->second;
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string::npos || last == first)
        return;
    fields["method"] = line.substr(0, first);
    fields["path"] = line.substr(first + 1, last - first - 1);
    fields["protocol"] = line.substr(last + 1);
}

Expected<Fields> textFields(std::string_view text)
{
    const auto start = lineStart(text);
    if (start == std::string_view::npos)
        return std::unexpected(Error{.code = "paste.log", .args = {}, .where = {}});
    const std::string_view line = text.substr(start, text.find('\n', start) - start);
    const std::vector<std::string> values = split(line);
    Fields fields;
    const auto take = [&](auto order) {
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (!order[i].empty())
                fields[std::string(order[i])] = values[i];
        }
    };
    if (values.size() == istioFields) {
        take(istioOrder);
    } else if (values.size() == envoyFields) {
        take(envoyOrder);
    } else {
        return std::unexpected(Error{.code = "paste.logFields", .args = {std::to_string(values.size())}, .where = {}});
    }
    takeRequestLine(fields);
    return fields;
}

/// Names that other formats have for a field of Istio's.
std::string canonical(std::string name)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> others{{
        {":authority", "authority"},
        {"req_authority", "authority"},
        {"host", "authority"},
        {":method", "method"},
        {"req_method", "method"},
        {":path", "path"},
        {"req_path", "path"},
        {"uri", "path"},
        {"status", "response_code"},
        {"code", "response_code"},
        {"flags", "response_flags"},
        {"details", "response_code_details"},
        {"response_code_detail", "response_code_details"},
        {"upstream_address", "upstream_host"},
        {"downstream_address", "downstream_remote_address"},
        {"sni", "requested_server_name"},
        {"user-agent", "user_agent"},
    }};
    const auto* const found = std::ranges::find(others, name, [](const auto& pair) { return pair.first; });
    return found == others.end() ? std::move(name) : std::string(found->second);
}

Expected<Fields> jsonFields(std::string_view text)
{
    const auto open = text.find('{');
    const auto close = text.rfind('}');
    if (close == std::string_view::npos || close < open)
        return std::unexpected(Error{.code = "paste.json", .args = {"}"}, .where = {}});
    const std::string_view body = text.substr(open, close - open + 1);
    QJsonParseError problem;
    const QJsonDocument json =
        QJsonDocument::fromJson(QByteArray(body.data(), static_cast<qsizetype>(body.size())), &problem);
    if (!json.isObject())
        return std::unexpected(Error{.code = "paste.json", .args = {problem.errorString().toStdString()}, .where = {}});
    const QJsonObject object = json.object();
    Fields fields;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue value = it.value();
        const std::string name = canonical(it.key().toLower().toStdString());
        // Istio's own name goes before another one for the same
        if (fields.contains(name) && it.key().toStdString() != name)
            continue;
        if (value.isString()) {
            fields[name] = value.toString().toStdString();
        } else if (value.isDouble()) {
            fields[name] = std::to_string(value.toInteger());
        }
    }
    takeRequestLine(fields);
    return fields;
}

/// "-" stands for nothing.
std::string valueOf(const Fields& fields, std::string_view name)
{
    const auto found = fields.find(name);
    return found == fields.end() || found->second == "-" ? std::string() : found->second;
}

std::uint32_t numberOf(std::string_view text)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

std::uint32_t portOf(std::string_view address)
{
    const auto colon = address.rfind(':');
    return colon == std::string_view::npos ? 0 : numberOf(address.substr(colon + 1));
}

std::string ipOf(std::string_view address)
{
    address = address.substr(0, address.rfind(':'));
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    return std::string(address);
}

/// "outbound|80|v1|reviews.shop.svc.cluster.local", "inbound|8080||", or "outbound_.80_.v1_.…" of an SNI.
struct ClusterName {
    std::string direction;
    std::uint32_t port = 0;
    std::string subset;
    std::string host;
};

std::optional<ClusterName> parseCluster(std::string_view text, std::string_view separator)
{
    std::vector<std::string_view> parts;
    while (parts.size() < 3) {
        const auto end = text.find(separator);
        if (end == std::string_view::npos)
            return std::nullopt;
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + separator.size());
    }
    // newer proxies add ";" and what stands behind it
    text = text.substr(0, text.find(';'));
    return ClusterName{std::string(parts[0]), numberOf(parts[1]), std::string(parts[2]), std::string(text)};
}

class LogReader {
public:
    explicit LogReader(Fields fields)
        : m_fields(std::move(fields))
    {
    }

    Expected<PastedRequest> run()
    {
        m_result.source = PastedRequest::Source::Log;
        m_result.request.from.kind = Origin::Kind::Outside;
        readOutcome();
        readConnection();
        readRequest();
        if (m_result.request.host.empty())
            return std::unexpected(Error{.code = "paste.logHost", .args = {}, .where = {}});
        m_result.replaced = replaceSecrets(m_result.request);
        return std::move(m_result);
    }

private:
    std::string field(std::string_view name) const { return valueOf(m_fields, name); }

    void readOutcome()
    {
        Logged& logged = m_result.logged;
        logged.status = static_cast<int>(numberOf(field("response_code")));
        std::string flags = field("response_flags");
        std::ranges::replace(flags, ';', ',');
        std::size_t begin = 0;
        while (begin < flags.size()) {
            const auto end = std::min(flags.find(',', begin), flags.size());
            if (end > begin)
                logged.flags.push_back(flags.substr(begin, end - begin));
            begin = end + 1;
        }
        logged.details = field("response_code_details");
        logged.route = field("route_name");
        logged.transportFailure = field("upstream_transport_failure_reason");
    }

    void readConnection()
    {
        Logged& logged = m_result.logged;
        logged.cluster = field("upstream_cluster");
        if (auto cluster = parseCluster(logged.cluster, "|")) {
            logged.isInbound = cluster->direction == "inbound";
            logged.host = std::move(cluster->host);
            logged.port = cluster->port;
            logged.subset = std::move(cluster->subset);
        }
        logged.upstream = field("upstream_host");
        logged.downstreamLocal = field("downstream_local_address");
        logged.downstreamRemote = field("downstream_remote_address");
        if (!logged.downstreamRemote.empty())
            m_result.request.sourceIp = ipOf(logged.downstreamRemote);
    }

    void readRequest()
    {
        Request& request = m_result.request;
        const Logged& logged = m_result.logged;
        const std::string method = field("method");
        const std::string protocol = field("protocol");
        if (method.empty()) {
            request.protocol = Protocol::Tcp;
        } else {
            request.method = method;
            request.protocol =
                protocol.starts_with("HTTP/2") || protocol.starts_with("HTTP/3") ? Protocol::Http2 : Protocol::Http;
        }
        const std::string path = field("path");
        if (const auto mark = path.find('?'); mark != std::string::npos) {
            request.path = path.substr(0, mark);
            addQuery(request.query, std::string_view(path).substr(mark + 1));
        } else if (!path.empty()) {
            request.path = path;
        }
        if (const std::string agent = field("user_agent"); !agent.empty())
            request.headers.emplace("user-agent", agent);
        readHost();
        if (request.port == 0)
            request.port = logged.isInbound ? 0 : logged.port;
    }

    void readHost()
    {
        Request& request = m_result.request;
        const std::string authority = field("authority");
        if (!authority.empty()) {
            if (const auto url = parseUrl("http://" + authority + "/")) {
                request.host = url->host;
                request.port = url->port;
            }
        }
        const std::string sni = field("requested_server_name");
        if (const auto inner = parseCluster(sni, "_.")) {
            // between sidecars the SNI names the cluster of the client's proxy
            if (request.host.empty())
                request.host = inner->host;
            if (request.port == 0)
                request.port = inner->port;
            if (m_result.logged.host.empty()) {
                m_result.logged.host = inner->host;
                m_result.logged.port = inner->port;
                m_result.logged.subset = inner->subset;
            }
        } else if (!sni.empty()) {
            request.tls = CallerTls::Tls;
            request.sni = sni;
            if (request.host.empty())
                request.host = sni;
        }
        if (request.host.empty())
            request.host = m_result.logged.host;
        if (request.host.empty() && !m_result.logged.downstreamLocal.empty()) {
            // a TCP connection to something unknown has its address only
            request.host = ipOf(m_result.logged.downstreamLocal);
            request.port = portOf(m_result.logged.downstreamLocal);
        }
    }

    Fields m_fields;
    PastedRequest m_result;
};

} // namespace

Expected<PastedRequest> parseLogLine(std::string_view text)
{
    const auto open = text.find('{');
    const auto start = lineStart(text);
    const bool isJson = open != std::string_view::npos && (start == std::string_view::npos || open < start);
    auto fields = isJson ? jsonFields(text) : textFields(text);
    if (!fields)
        return std::unexpected(fields.error());
    return LogReader(std::move(*fields)).run();
}

Expected<PastedRequest> parsePasted(std::string_view text)
{
    constexpr std::size_t largest = 65536;
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return std::unexpected(Error{.code = "paste.empty", .args = {}, .where = {}});
    if (text.size() > largest)
        return std::unexpected(Error{.code = "paste.size", .args = {std::to_string(largest)}, .where = {}});
    auto curl = parseCurl(text);
    const bool looksLikeLog = lineStart(text) != std::string_view::npos || text.find('{') < text.find("curl");
    const bool isNoCurl = !curl && (curl.error().code == "paste.notCurl" || curl.error().code == "paste.quote");
    if (curl || !isNoCurl)
        return curl;
    if (!looksLikeLog)
        return curl.error().code == "paste.quote"
            ? curl
            : std::unexpected(Error{.code = "paste.log", .args = {}, .where = {}});
    return parseLogLine(text);
}

} // namespace meshdraft::traffic
