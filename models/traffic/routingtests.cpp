// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/routingtests.h"

#include "models/mesh/yamlreader.h"
#include "models/traffic/requestfields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <set>
#include <utility>

namespace meshdraft::traffic {

using source::NodeRef;

namespace {

constexpr double tolerance = 0.01;

constexpr auto testFields = std::to_array<std::string_view>(
    {"name", "from", "host", "port", "address", "protocol", "tls", "sni", "alpn", "method", "path", "query", "headers",
     "claims", "tokenIsValid", "sourcePrincipal", "sourceIp", "expect"});
constexpr auto expectFields = std::to_array<std::string_view>(
    {"verdict", "flag", "status", "details", "route", "timeout", "retries", "destinations"});
constexpr auto destinationFields = std::to_array<std::string_view>({"host", "port", "subset", "percent"});

std::string joined(std::span<const std::string_view> names)
{
    std::string text;
    for (const std::string_view name : names)
        text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

std::string verdictNames()
{
    std::string text;
    for (std::size_t i = 0; i < verdictCount; ++i)
        text.append(text.empty() ? "" : ", ").append(verdictName(static_cast<Verdict>(i)));
    return text;
}

class TestReader {
public:
    TestReader(const source::ParsedText& text, std::string_view path)
        : m_text(text)
        , m_path(path)
    {
    }

    RoutingTests read()
    {
        for (Error error : m_text.errors) {
            error.where.path = m_path;
            m_result.errors.push_back(std::move(error));
        }
        if (m_text.kind == source::TextKind::Template) {
            m_result.errors.push_back(
                {.code = "requests.template", .args = {m_path}, .where = {.path = m_path, .line = 0, .column = 0}});
        }
        if (m_text.documents.empty() || !m_text.documents.front()->root().isValid())
            return std::move(m_result);
        const NodeRef root = m_text.documents.front()->root();
        m_yaml.emplace(*root.document());
        if (m_text.documents.size() > 1)
            complain("requests.type", m_text.documents[1]->root(), {".", "mapping"});
        if (!isOf(root, &NodeRef::isMapping, ".", "mapping"))
            return std::move(m_result);
        static constexpr auto known = std::to_array<std::string_view>({"tests"});
        checkFields(root, known);
        const NodeRef tests = m_yaml->get(root, "tests");
        if (!tests.isValid() || tests.isNull() || !isOf(tests, &NodeRef::isSequence, "tests", "list"))
            return std::move(m_result);
        for (const NodeRef item : m_yaml->items(tests))
            readTest(item);
        return std::move(m_result);
    }

private:
    Location locate(NodeRef node) const
    {
        Location where = m_text.locate(node.range().begin);
        where.path = m_path;
        return where;
    }

    void complain(const char* code, NodeRef node, std::vector<std::string> args)
    {
        m_result.errors.push_back({.code = code, .args = std::move(args), .where = locate(node)});
    }

    bool isOf(NodeRef node, bool (NodeRef::*kind)() const, const char* field, const char* what)
    {
        if ((node.resolved().*kind)())
            return true;
        complain("requests.type", node, {field, what});
        return false;
    }

    void checkFields(NodeRef mapping, std::span<const std::string_view> known)
    {
        for (const auto& [key, value] : m_yaml->entries(mapping)) {
            if (!std::ranges::contains(known, key.value()))
                complain("requests.unknownField", key, {std::string(key.value()), joined(known)});
        }
    }

    NodeRef find(NodeRef mapping, std::string_view field) const
    {
        const NodeRef node = m_yaml->get(mapping, field);
        return node.isValid() && !node.resolved().isNull() ? node : NodeRef();
    }

    std::optional<std::string> text(NodeRef mapping, std::string_view field)
    {
        const NodeRef node = find(mapping, field);
        if (!node.isValid())
            return std::nullopt;
        if (!isOf(node, &NodeRef::isScalar, std::string(field).c_str(), "text"))
            return std::nullopt;
        return std::string(node.resolved().value());
    }

    template <typename Number>
    std::optional<Number> number(NodeRef mapping, std::string_view field, Number least, Number most)
    {
        const auto written = text(mapping, field);
        if (!written)
            return std::nullopt;
        Number value{};
        const char* const last = written->data() + written->size();
        const auto [end, error] = std::from_chars(written->data(), last, value);
        if (error != std::errc() || end != last || value < least || value > most) {
            complain("requests.type", find(mapping, field), {std::string(field), "number"});
            return std::nullopt;
        }
        return value;
    }

    template <typename Read>
    auto choice(NodeRef mapping, std::string_view field, Read read, const std::string& allowed)
        -> decltype(read(std::string_view()))
    {
        const auto written = text(mapping, field);
        if (!written)
            return std::nullopt;
        auto value = read(*written);
        if (!value)
            complain("requests.value", find(mapping, field), {std::string(field), *written, allowed});
        return value;
    }

    /// Calls `take` for every name and value of a mapping whose values are texts or lists of them.
    void eachText(NodeRef mapping, const char* field, const std::function<void(std::string, std::string)>& take)
    {
        const NodeRef node = find(mapping, field);
        if (!node.isValid() || !isOf(node, &NodeRef::isMapping, field, "mapping"))
            return;
        for (const auto& [key, value] : m_yaml->entries(node)) {
            std::vector<NodeRef> items;
            if (value.resolved().isSequence())
                items = m_yaml->items(value);
            else
                items.push_back(value);
            for (const NodeRef item : items) {
                const std::string name = std::string(field) + "." + std::string(key.value());
                if (isOf(item.isValid() ? item : key, &NodeRef::isScalar, name.c_str(), "text"))
                    take(std::string(key.value()), std::string(item.resolved().value()));
            }
        }
    }

    void readTest(NodeRef item)
    {
        const std::size_t before = m_result.errors.size();
        if (!isOf(item, &NodeRef::isMapping, "tests[]", "mapping"))
            return;
        checkFields(item, testFields);
        RoutingTest test;
        test.node = item.id();
        test.places[""] = locate(item);
        if (const auto name = text(item, "name")) {
            test.name = *name;
            if (!m_names.insert(*name).second)
                complain("requests.sameName", find(item, "name"), {*name});
        }
        readRequest(item, test.request);
        if (const NodeRef expect = find(item, "expect"); !expect.isValid()) {
            complain("requests.missing", item, {"expect"});
        } else if (isOf(expect, &NodeRef::isMapping, "expect", "mapping")) {
            readExpectation(expect, test);
        }
        if (test.name.empty())
            test.name = titleOf(test.request);
        if (m_result.errors.size() == before)
            m_result.tests.push_back(std::move(test));
    }

    void readRequest(NodeRef item, Request& request)
    {
        constexpr std::uint32_t lastPort = 65535;
        if (!find(item, "from").isValid())
            complain("requests.missing", item, {"from"});
        if (const auto from = choice(item, "from", originFrom,
                                     "NAMESPACE/WORKLOAD, gateway:NAMESPACE/NAME, namespace:NAMESPACE, outside"))
            request.from = *from;
        if (const auto host = text(item, "host"); host && !host->empty()) {
            request.host = *host;
        } else if (!host) {
            complain("requests.missing", item, {"host"});
        }
        request.port = number<std::uint32_t>(item, "port", 1, lastPort).value_or(0);
        request.address = text(item, "address").value_or(std::string());
        if (const auto protocol = choice(item, "protocol", protocolFrom, "http, http2, grpc, tcp"))
            request.protocol = *protocol;
        if (const auto tls = choice(item, "tls", callerTlsFrom, "none, tls, mutual"))
            request.tls = *tls;
        request.sni = text(item, "sni").value_or(std::string());
        if (const NodeRef alpn = find(item, "alpn")) {
            for (const auto& protocol : m_yaml->strings(alpn))
                request.alpn.push_back(protocol.value);
        }
        request.method = text(item, "method").value_or("GET");
        if (const auto path = text(item, "path")) {
            if (!path->starts_with('/'))
                complain("requests.value", find(item, "path"), {"path", *path, "/…"});
            setTarget(request, *path);
        }
        eachText(item, "query", [&](std::string name, std::string value) {
            request.query.emplace(std::move(name), std::move(value));
        });
        eachText(item, "headers", [&](std::string name, std::string value) {
            std::ranges::transform(name, name.begin(),
                                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
            request.headers.emplace(std::move(name), std::move(value));
        });
        readToken(item, request);
        request.sourcePrincipal = text(item, "sourcePrincipal").value_or(std::string());
        request.sourceIp = text(item, "sourceIp").value_or(std::string());
    }

    void readToken(NodeRef item, Request& request)
    {
        if (find(item, "claims").isValid())
            request.token.emplace();
        eachText(item, "claims",
                 [&](const std::string& name, std::string value) { addClaim(*request.token, name, std::move(value)); });
        const NodeRef valid = find(item, "tokenIsValid");
        if (!valid.isValid())
            return;
        const auto isValid = valid.resolved().toBool();
        if (!isValid)
            complain("requests.value", valid, {"tokenIsValid", std::string(valid.resolved().value()), "true, false"});
        if (!request.token)
            request.token.emplace();
        request.token->isValid = isValid.value_or(true);
    }

    void readExpectation(NodeRef node, RoutingTest& test)
    {
        checkFields(node, expectFields);
        for (const auto& [key, value] : m_yaml->entries(node))
            test.places[std::string(key.value())] = locate(value.isValid() && value.range().size() > 0 ? value : key);
        constexpr int lastStatus = 599;
        constexpr std::int64_t most = 1000;
        Expectation& expect = test.expect;
        const auto isVerdict = [](std::string_view name) -> std::optional<std::string> {
            for (std::size_t i = 0; i < verdictCount; ++i) {
                if (verdictName(static_cast<Verdict>(i)) == name)
                    return std::string(name);
            }
            return std::nullopt;
        };
        expect.verdict = choice(node, "verdict", isVerdict, verdictNames());
        expect.flag = text(node, "flag");
        if (expect.flag && (*expect.flag == "none" || *expect.flag == "-"))
            expect.flag->clear();
        expect.status = number<int>(node, "status", 0, lastStatus);
        expect.details = text(node, "details");
        expect.route = text(node, "route");
        expect.timeout = text(node, "timeout");
        expect.retries = number<std::int64_t>(node, "retries", 0, most);
        readDestinations(node, expect);
        if (expect.isEmpty())
            complain("requests.missing", node, {"expect.verdict"});
    }

    void readDestinations(NodeRef node, Expectation& expect)
    {
        constexpr std::uint32_t lastPort = 65535;
        constexpr double everything = 100;
        const NodeRef list = find(node, "destinations");
        if (!list.isValid() || !isOf(list, &NodeRef::isSequence, "destinations", "list"))
            return;
        expect.destinations.emplace();
        double sum = 0;
        bool areAllWritten = true;
        for (const NodeRef item : m_yaml->items(list)) {
            if (!isOf(item, &NodeRef::isMapping, "destinations[]", "mapping"))
                continue;
            checkFields(item, destinationFields);
            ExpectedDestination destination;
            destination.where = locate(item);
            if (const auto host = text(item, "host")) {
                destination.host = *host;
            } else {
                complain("requests.missing", item, {"destinations[].host"});
            }
            destination.port = number<std::uint32_t>(item, "port", 1, lastPort).value_or(0);
            destination.subset = text(item, "subset").value_or(std::string());
            destination.percent = number<double>(item, "percent", 0, everything);
            sum += destination.percent.value_or(0);
            areAllWritten = areAllWritten && destination.percent;
            expect.destinations->push_back(std::move(destination));
        }
        // percentages that can never hold are an error of the file, not of the mesh
        const bool isTooMuch = sum > everything + tolerance;
        const bool isTooLittle = areAllWritten && !expect.destinations->empty() && sum < everything - tolerance;
        if (isTooMuch || isTooLittle)
            complain("requests.sum", list, {std::to_string(static_cast<int>(std::lround(sum)))});
    }

    const source::ParsedText& m_text;
    std::string m_path;
    std::optional<mesh::YamlReader> m_yaml;
    std::set<std::string> m_names;
    RoutingTests m_result;
};

} // namespace

bool Expectation::isEmpty() const
{
    return !verdict && !flag && !status && !details && !route && !timeout && !retries && !destinations;
}

RoutingTests readRoutingTests(const source::ParsedText& text, std::string_view path)
{
    return TestReader(text, path).read();
}

} // namespace meshdraft::traffic
