// SPDX-License-Identifier: Apache-2.0
// Inputs of the Gateway API evaluate as the VirtualServices do into which Istio translates them.
#include "models/mesh/effective/hostmatch.h"
#include "models/traffic/course.h"
#include "models/traffic/evaluate.h"
#include "models/traffic/routematch.h"
#include "models/traffic/virtualservice.h"

#include "tests/mesh/effectivetexts.h"

#include <QDir>
#include <QtTest/QTest>

#include <map>
#include <set>

using namespace meshdraft;
using namespace meshdraft::traffic;
using test::document;

namespace {

const char* const sharedDirectory = MESHDRAFT_SOURCE_DIR "/../shared/gwapi/";
constexpr std::string_view domain = "domain.suffix";

/// Where we end otherwise on purpose: a file, or "file host", and why.
const std::map<std::string, std::string> differences{
    {"http.yaml infpool-multi.domain.example", "InferencePool picks its pods by an extension: said to be unknown"},
    {"http.yaml multi-infpool.domain.example", "InferencePool picks its pods by an extension: said to be unknown"},
    {"listenerset.yaml", "ListenerSet is not modelled: such a gateway is not found"},
    {"reference-policy-inferencepool.yaml", "InferencePool picks its pods by an extension: said to be unknown"},
    {"xbackend.yaml", "XBackend is experimental: a backend of that kind is said to be unknown"},
};

std::string textOf(const std::string& name)
{
    QFile file(QString::fromUtf8(sharedDirectory) + QString::fromStdString(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

using ViewPtr = std::shared_ptr<const mesh::effective::MeshView>;

ViewPtr viewOf(const std::string& yaml)
{
    const mesh::MeshGraphPtr graph = test::graphOf(yaml);
    mesh::effective::MeshSettings settings = mesh::effective::meshSettingsOf(*graph);
    settings.clusterDomain = domain;
    return std::make_shared<const mesh::effective::MeshView>(graph, std::move(settings));
}

/// "NAME.NS.svc.domain.suffix" in its parts.
std::pair<std::string, std::string> nameOf(std::string_view host)
{
    const std::string_view suffix = ".svc.domain.suffix";
    if (!host.ends_with(suffix))
        return {};
    host.remove_suffix(suffix.size());
    const auto dot = host.find('.');
    return {std::string(host.substr(0, dot)), std::string(host.substr(dot + 1))};
}

/// The services that Istio's tests register, and those of the translation's hosts in the mesh.
std::string services(const mesh::effective::MeshView& golden)
{
    std::string yaml;
    std::set<std::string, std::less<>> known;
    const source::ParsedTextPtr harness = source::parseText(textOf("_harness.yaml"));
    for (const source::NodeRef item : harness->documents.front()->root()["services"].items()) {
        const std::string host(item["hostname"].value());
        if (host.contains('<'))
            continue;
        known.insert(host);
        std::string ports;
        for (const source::NodeRef port : item["ports"].items()) {
            const std::string protocol(port["protocol"].value());
            const std::string number = item["kubernetesServiceObject"].value() == "true" ? "port" : "number";
            ports += (ports.empty() ? "" : ", ") + std::string("{name: ") + (protocol == "HTTP" ? "http" : "tcp") + "-"
                + std::string(port["port"].value()) + ", " + number + ": " + std::string(port["port"].value())
                + (number == "port" ? "" : ", protocol: " + protocol) + "}";
        }
        if (const auto [name, ns] = nameOf(host); !name.empty()) {
            yaml += document("v1", "Service", ns, name, {}, "ports: [" + ports + "]");
        } else {
            yaml += test::serviceEntry(std::string(item["namespace"].value()), "e" + std::to_string(known.size()),
                                       "hosts: [" + host + "], resolution: DNS, ports: [" + ports + "]");
        }
    }
    for (const mesh::ResourceIndex index : golden.graph().ofKind("VirtualService")) {
        const RouteTablePtr table = readVirtualService(golden, index);
        for (const std::string& host : table->hosts) {
            const auto [name, ns] = nameOf(host);
            if (!name.empty() && known.insert(host).second)
                yaml += document("v1", "Service", ns, name, {},
                                 "ports: [{port: 80, name: http}, {port: 8080, name: http-alt}]");
        }
    }
    return yaml;
}

std::string namespaces(const mesh::effective::MeshView& input)
{
    std::set<std::string> seen{"default", "istio-system"};
    for (const mesh::ResourceIndex index : input.graph().order())
        seen.insert(input.at(index).key.ns);
    std::string yaml;
    for (const std::string& ns : seen) {
        if (!ns.empty() && input.namespaceObject(ns) == nullptr) {
            yaml += document("v1", "Namespace", {}, ns,
                             "labels: {istio.io/test-name-part: " + ns.substr(0, ns.find('-')) + "}", {});
        }
    }
    return yaml;
}

/// "404", "301", or the destinations with their percentages.
using Outcome = std::map<std::string, int>;

Outcome outcomeOf(const Answer& answer)
{
    Outcome outcome;
    for (const Share& share : answer.shares) {
        const auto thousandths = static_cast<int>(share.percent * 1000 + 0.5);
        if (share.verdict == Verdict::Unknown && share.host.empty()) {
            outcome["unknown"] += thousandths;
        } else if (share.status != 0 && share.host.empty()) {
            outcome[std::to_string(share.status)] += thousandths;
        } else {
            outcome[share.host + ":" + std::to_string(share.port)] += thousandths;
        }
    }
    return outcome;
}

std::string printed(const Outcome& outcome)
{
    std::string text;
    for (const auto& [what, share] : outcome)
        text += what + "=" + std::to_string(share / 1000) + " ";
    return text;
}

/// The translation of one input, read as Istio's proxies would.
class Translation {
public:
    explicit Translation(ViewPtr view)
        : m_view(std::move(view))
    {
        for (const mesh::ResourceIndex index : m_view->graph().ofKind("VirtualService")) {
            auto table = std::make_shared<RouteTable>(*readVirtualService(*m_view, index));
            // annotation internal.istio.io/route-semantics: gateway: prefixes are of whole elements
            for (RouteRule& rule : table->rules) {
                for (RouteMatch& match : rule.matches) {
                    if (match.path && match.path->kind() == TextMatch::Kind::Prefix)
                        match.path = TextMatch(TextMatch::Kind::PathPrefix, match.path->value());
                }
            }
            m_tables.push_back(std::move(table));
        }
    }

    const std::vector<std::shared_ptr<RouteTable>>& tables() const { return m_tables; }
    const mesh::effective::MeshView& view() const { return *m_view; }

    /// The tables of one gateway and host; a longer host of another table takes the request first.
    std::vector<const RouteTable*> tablesFor(const RouteTable& like) const
    {
        std::vector<const RouteTable*> same;
        for (const auto& table : m_tables) {
            if (table->gateways == like.gateways && table->hosts == like.hosts && table->ns == like.ns)
                same.push_back(table.get());
        }
        return same;
    }

    /// A backend that is not there gets 500, one of a namespace that is not in the files is as good as there.
    static bool isGone(const MeshIndex& index, const std::string& host)
    {
        return host.empty()
            || (index.registry.ofHost(host).empty() && index.view->hasServices(index.view->namespaceOfHost(host)));
    }

    static Outcome end(const MeshIndex& index, const RouteTable& table, const Request& request,
                       const RouteReader& reader)
    {
        const std::vector<RouteChoice> routes = httpRoutes(table, reader);
        const HttpView view{request.path, request.method, request.tls == CallerTls::None ? "http" : "https",
                            request.host, &request,       nullptr};
        const RouteChoice* met = firstMet(routes, view);
        if (met == nullptr)
            return {{"404", 100000}};
        const RouteAction& action = met->rule->action;
        if (action.kind != RouteAction::Kind::Forward)
            return {{std::to_string(action.status), 100000}};
        double total = 0;
        for (const RouteDestination& destination : met->rule->destinations)
            total += static_cast<double>(destination.weight);
        Outcome outcome;
        for (const RouteDestination& destination : met->rule->destinations) {
            if (destination.weight == 0)
                continue;
            const std::string to = isGone(index, destination.host)
                ? "500"
                : destination.host + ":" + std::to_string(destination.port == 0 ? request.port : destination.port);
            outcome[to] += static_cast<int>(100000.0 * static_cast<double>(destination.weight) / total + 0.5);
        }
        return outcome;
    }

private:
    ViewPtr m_view;
    std::vector<std::shared_ptr<RouteTable>> m_tables;
};

std::string sampleOf(std::string host)
{
    if (host == "*")
        return "any.sample.test";
    return host.starts_with('*') ? "sample" + host.substr(1) : host;
}

/// A host that the server and the table both take: of the two the more specific one.
std::string commonHost(const std::string& server, const std::string& table)
{
    const std::string own = server.substr(server.find('/') + 1);
    return sampleOf(mesh::effective::isMoreSpecific(own, table) ? own : table);
}

/// Requests on both sides of the boundaries of a match.
std::vector<Request> around(const Request& base, const RouteMatch* match)
{
    std::vector<Request> requests{base};
    const auto variant = [&](const auto& change) {
        Request request = base;
        change(request);
        requests.push_back(std::move(request));
    };
    if (match == nullptr)
        return requests;
    Request met = base;
    if (match->path && match->path->kind() != TextMatch::Kind::Regex)
        met.path = match->path->value();
    if (match->method && match->method->kind() == TextMatch::Kind::Exact)
        met.method = match->method->value();
    for (const NamedMatch& header : match->headers)
        met.headers.emplace(header.name, header.text.value());
    for (const NamedMatch& parameter : match->query)
        met.query.emplace(parameter.name, parameter.text.value());
    const Request full = met;
    requests.push_back(full);
    const auto changed = [&](const auto& change) {
        variant([&](Request& request) {
            request = full;
            change(request);
        });
    };
    changed([](Request& request) { request.path += request.path.ends_with('/') ? "x" : "/x"; });
    changed([](Request& request) { request.path += "x"; });
    changed([](Request& request) { request.method = request.method == "GET" ? "POST" : "GET"; });
    changed([](Request& request) { request.headers.clear(); });
    changed([](Request& request) { request.query.clear(); });
    return requests;
}

} // namespace

class TestGatewayApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evaluatesAsTranslated_data();
    void evaluatesAsTranslated();
    void differencesAreOnes();

private:
    void atGateway(const Translation& translation, const Evaluator& evaluator, const RouteTable& table);
    void inMesh(const Translation& translation, const Evaluator& evaluator, const RouteTable& table);
    void compare(const Evaluator& evaluator, const Request& base, const RouteTable& table, const RouteReader& reader);

    std::string m_file;
    QStringList m_wrong;
    int m_compared = 0;
    std::set<std::string> m_differing; ///< of `differences`
};

void TestGatewayApi::evaluatesAsTranslated_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files =
        QDir(QString::fromUtf8(sharedDirectory)).entryList({QStringLiteral("*.yaml.golden")}, QDir::Files, QDir::Name);
    for (QString file : files) {
        if (!file.contains(QLatin1String(".status."))) {
            file.chop(7);
            QTest::newRow(file.toUtf8().constData()) << file;
        }
    }
    if (files.isEmpty())
        QTest::newRow("none") << QString();
}

void TestGatewayApi::compare(const Evaluator& evaluator, const Request& base, const RouteTable& table,
                             const RouteReader& reader)
{
    std::vector<Request> requests = around(base, nullptr);
    for (const RouteRule& rule : table.rules) {
        if (rule.protocol != mesh::Protocol::Http)
            continue;
        for (const RouteMatch& match : rule.matches) {
            std::vector<Request> more = around(base, &match);
            requests.insert(requests.end(), more.begin(), more.end());
        }
    }
    for (const Request& request : requests) {
        const Outcome wanted = Translation::end(evaluator.index(), table, request, reader);
        const Answer answer = evaluator.evaluate(request);
        const Outcome got = outcomeOf(answer);
        ++m_compared;
        if (got == wanted)
            continue;
        auto known = differences.find(m_file + " " + request.host);
        if (known == differences.end())
            known = differences.find(m_file);
        if (known != differences.end() && got.contains("unknown")) {
            m_differing.insert(known->first);
            continue;
        }
        std::string line = request.method + " " + request.host + ":" + std::to_string(request.port) + request.path;
        for (const auto& [name, value] : request.headers)
            line += " " + name + "=" + value;
        line += ": wanted " + printed(wanted) + "got " + printed(got) + "(";
        for (const Step& step : answer.steps)
            line += step.code + " ";
        m_wrong << QString::fromStdString(line) + QLatin1Char(')');
    }
}

void TestGatewayApi::atGateway(const Translation& translation, const Evaluator& evaluator, const RouteTable& table)
{
    for (const std::string& reference : table.gateways) {
        const auto slash = reference.find('/');
        const std::string ns = reference.substr(0, slash);
        const std::string full = reference.substr(slash + 1);
        const std::string name = full.substr(0, full.find('~'));
        for (const mesh::ResourceIndex index : translation.view().graph().ofKind("Gateway")) {
            const mesh::Resource& gateway = translation.view().at(index);
            if (gateway.key.ns != ns || gateway.key.name != full)
                continue;
            const auto& server = std::get<mesh::Gateway>(gateway.body).servers.front();
            const std::string& protocol = server.port.protocol.value;
            if (protocol != "HTTP" && protocol != "HTTPS")
                continue;
            Request request;
            request.from = {Origin::Kind::Gateway, ns, name, {}};
            request.port = server.port.number.value;
            request.tls = protocol == "HTTPS" ? CallerTls::Tls : CallerTls::None;
            request.host = commonHost(server.hosts.front().value, table.hosts.front());
            if (!request.host.empty())
                compare(evaluator, request, table, {ns, {}, request.port, {reference}});
        }
    }
}

void TestGatewayApi::inMesh(const Translation&, const Evaluator& evaluator, const RouteTable& table)
{
    Request request;
    request.from = {Origin::Kind::Namespace, table.ns, {}, {}};
    request.host = table.hosts.front();
    request.port = 80;
    for (const RouteRule& rule : table.rules) {
        for (const RouteMatch& match : rule.matches) {
            if (match.port != 0)
                request.port = match.port;
        }
    }
    // without such a port of the service no listener asks for its routes
    const auto services = evaluator.index().registry.ofHost(request.host);
    if (!services.empty() && services.front()->findPort(request.port) != nullptr)
        compare(evaluator, request, table, {table.ns, {}, request.port, {"mesh"}});
}

void TestGatewayApi::evaluatesAsTranslated()
{
    QFETCH(QString, name);
    if (name.isEmpty())
        QSKIP("no shared test data here");
    m_file = name.toStdString();
    m_wrong.clear();
    m_compared = 0;
    const Translation translation(viewOf(textOf(m_file + ".golden")));
    const std::string input = textOf(m_file);
    const std::string more = services(translation.view()) + namespaces(*viewOf(input));
    const Evaluator evaluator(viewOf(input + "\n" + more));
    for (const auto& table : translation.tables()) {
        if (std::ranges::none_of(table->rules,
                                 [](const RouteRule& rule) { return rule.protocol == mesh::Protocol::Http; }))
            continue;
        if (table->gateways == std::vector<std::string>{"mesh"}) {
            inMesh(translation, evaluator, *table);
        } else {
            atGateway(translation, evaluator, *table);
        }
    }
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(QLatin1Char('\n'))));
    QVERIFY(m_compared > 0 || translation.tables().empty());
}

/// The list of differences holds no old ones.
void TestGatewayApi::differencesAreOnes()
{
    if (m_file.empty())
        QSKIP("no shared test data here");
    for (const auto& [where, reason] : differences)
        QVERIFY2(m_differing.contains(where), where.c_str());
}

QTEST_APPLESS_MAIN(TestGatewayApi)
#include "tst_gatewayapi.moc"
