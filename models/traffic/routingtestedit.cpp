// SPDX-License-Identifier: Apache-2.0
// Tests written into their file.
#include "models/traffic/requestfields.h"
#include "models/traffic/routingtests.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace meshdraft::traffic {

using source::NewEntry;
using source::NewValue;
using source::NodeRef;

namespace {

constexpr std::string_view newFile =
    "# Requests and what the mesh has to do to them: run by `meshdraft-cli test`.\ntests: []\n";

NewValue text(std::string value)
{
    return NewValue::scalar(std::move(value), true);
}

NewValue number(double value)
{
    std::array<char, 32> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.6g", value);
    return NewValue::scalar(std::string(buffer.data(), static_cast<std::size_t>(std::max(length, 0))));
}

NewValue texts(const std::vector<std::string>& values)
{
    if (values.size() == 1)
        return text(values.front());
    std::vector<NewValue> items;
    items.reserve(values.size());
    for (const std::string& value : values)
        items.push_back(text(value));
    return NewValue::sequence(std::move(items));
}

/// A mapping of names to a value, or to a list where a name has several.
NewValue named(const std::multimap<std::string, std::string, std::less<>>& pairs)
{
    std::map<std::string, std::vector<std::string>> byName;
    for (const auto& [name, value] : pairs)
        byName[name].push_back(value);
    std::vector<NewEntry> entries;
    for (const auto& [name, values] : byName)
        entries.push_back({name, texts(values)});
    return NewValue::mapping(std::move(entries));
}

NewValue claimsOf(const Token& token)
{
    std::vector<NewEntry> entries;
    const auto put = [&](const char* name, const std::string& value) {
        if (!value.empty())
            entries.push_back({name, text(value)});
    };
    put("iss", token.issuer);
    put("sub", token.subject);
    if (!token.audiences.empty())
        entries.push_back({"aud", texts(token.audiences)});
    put("azp", token.presenter);
    for (const auto& [name, values] : token.claims) {
        if (!values.empty())
            entries.push_back({name, texts(values)});
    }
    return NewValue::mapping(std::move(entries));
}

NewValue expectationValue(const Expectation& expect)
{
    std::vector<NewEntry> entries;
    const auto put = [&](const char* name, const std::optional<std::string>& value) {
        if (value)
            entries.push_back({name, text(value->empty() ? "none" : *value)});
    };
    put("verdict", expect.verdict);
    put("flag", expect.flag);
    if (expect.status)
        entries.push_back({"status", number(*expect.status)});
    put("details", expect.details);
    put("route", expect.route);
    put("timeout", expect.timeout);
    if (expect.retries)
        entries.push_back({"retries", number(static_cast<double>(*expect.retries))});
    if (expect.destinations) {
        std::vector<NewValue> items;
        for (const ExpectedDestination& destination : *expect.destinations) {
            std::vector<NewEntry> fields{{"host", text(destination.host)}};
            if (destination.port != 0)
                fields.push_back({"port", number(destination.port)});
            if (!destination.subset.empty())
                fields.push_back({"subset", text(destination.subset)});
            if (destination.percent)
                fields.push_back({"percent", number(*destination.percent)});
            items.push_back(NewValue::mapping(std::move(fields)));
        }
        entries.push_back({"destinations", NewValue::sequence(std::move(items))});
    }
    return NewValue::mapping(std::move(entries));
}

/// A file of tests that can be edited, its list and the text that edits are made for.
struct OpenFile {
    source::ParsedTextPtr text;
    const source::Document* document = nullptr;
    NodeRef root;
    NodeRef list; ///< invalid: the file has no list yet
};

Error notTests(const OpenFile& file, std::string_view path, NodeRef node, const char* what)
{
    Location where = node.isValid() ? file.text->locate(node.range().begin) : Location{};
    where.path = path;
    return {.code = "requests.type", .args = {node == file.root ? "." : "tests", what}, .where = std::move(where)};
}

Expected<OpenFile> open(const source::ParsedTextPtr& text, std::string_view path)
{
    OpenFile file;
    file.text = text;
    for (Error error : text->errors) {
        error.where.path = path;
        return std::unexpected(std::move(error));
    }
    if (text->documents.size() > 1)
        return std::unexpected(notTests(file, path, text->documents[1]->root(), "mapping"));
    if (text->documents.empty())
        return file;
    file.document = text->documents.front().get();
    file.root = file.document->root();
    if (file.root.isValid() && !file.root.isMapping())
        return std::unexpected(notTests(file, path, file.root, "mapping"));
    const NodeRef list = file.root["tests"];
    if (list.isValid() && !list.isNull() && !list.isSequence())
        return std::unexpected(notTests(file, path, list, "list"));
    file.list = list;
    return file;
}

Expected<source::FileEdit> planned(const OpenFile& file, std::string_view path, const source::Change& change)
{
    auto splices = source::planChanges(*file.text, file.document->index, std::span(&change, 1));
    if (!splices)
        return std::unexpected(splices.error());
    return source::FileEdit{.path = std::string(path), .base = file.text->id, .splices = std::move(*splices)};
}

Expected<source::FileEdit> withTest(const source::ParsedTextPtr& text, std::string_view path, const RoutingTest& test)
{
    auto file = open(text, path);
    if (!file)
        return std::unexpected(file.error());
    NewValue value = valueOf(test);
    if (!file->root.isValid()) {
        // nothing but comments: the list goes behind them
        const auto size = static_cast<std::uint32_t>(text->text->size());
        const bool isOpen = size > 0 && !text->text->ends_with('\n');
        const auto fresh = source::parseText(*text->text + (isOpen ? "\n" : "") + "tests: []\n");
        auto edit = withTest(fresh, path, test);
        if (!edit)
            return edit;
        const auto whole = source::applySplices(*fresh->text, edit->splices);
        if (!whole)
            return std::unexpected(whole.error());
        return source::FileEdit{.path = std::string(path),
                                .base = text->id,
                                .splices = {{.offset = size, .length = 0, .text = whole->substr(size)}}};
    }
    if (!file->list.isValid()) {
        std::vector<NewValue> items;
        items.push_back(std::move(value));
        return planned(*file, path,
                       source::EntryInsertion{.mapping = file->root.id(),
                                              .key = "tests",
                                              .value = NewValue::sequence(std::move(items)),
                                              .before = source::noNode});
    }
    if (!file->list.isSequence() || file->list.size() == 0) {
        std::vector<NewValue> items;
        items.push_back(std::move(value));
        return planned(
            *file, path,
            source::ValueReplacement{.node = file->list.id(), .value = NewValue::sequence(std::move(items))});
    }
    return planned(
        *file, path,
        source::ItemInsertion{.sequence = file->list.id(), .value = std::move(value), .before = source::noNode});
}

/// The item of the test with a name.
NodeRef itemNamed(const source::ParsedText& text, const OpenFile& file, std::string_view path, std::string_view name)
{
    for (const RoutingTest& test : readRoutingTests(text, path).tests) {
        if (test.name == name)
            return {file.document, test.node};
    }
    return {};
}

std::unexpected<Error> noSuchTest(std::string_view path, std::string_view name)
{
    return std::unexpected(Error{.code = "requests.noSuchTest",
                                 .args = {std::string(name)},
                                 .where = {.path = std::string(path), .line = 0, .column = 0}});
}

bool hasTest(const source::ParsedText& text, std::string_view path, std::string_view name)
{
    return std::ranges::contains(readRoutingTests(text, path).tests, name, &RoutingTest::name);
}

std::unexpected<Error> sameName(std::string_view path, const std::string& name)
{
    return std::unexpected(Error{
        .code = "requests.sameName", .args = {name}, .where = {.path = std::string(path), .line = 0, .column = 0}});
}

} // namespace

NewValue valueOf(const RoutingTest& test)
{
    const Request& request = test.request;
    const Request usual;
    std::vector<NewEntry> entries;
    const auto put = [&](const char* name, const std::string& value) {
        if (!value.empty())
            entries.push_back({name, text(value)});
    };
    put("name", test.name);
    put("from", originName(request.from));
    put("host", request.host);
    if (request.port != 0)
        entries.push_back({"port", number(request.port)});
    put("address", request.address);
    if (request.protocol != usual.protocol)
        put("protocol", std::string(protocolName(request.protocol)));
    if (request.tls != usual.tls)
        put("tls", std::string(callerTlsName(request.tls)));
    put("sni", request.sni);
    if (!request.alpn.empty()) {
        std::vector<NewValue> items;
        for (const std::string& protocol : request.alpn)
            items.push_back(text(protocol));
        entries.push_back({"alpn", NewValue::sequence(std::move(items))});
    }
    if (request.method != usual.method)
        put("method", request.method);
    if (request.path != usual.path)
        put("path", request.path);
    if (!request.query.empty())
        entries.push_back({"query", named(request.query)});
    if (!request.headers.empty())
        entries.push_back({"headers", named(request.headers)});
    if (request.token) {
        entries.push_back({"claims", claimsOf(*request.token)});
        if (!request.token->isValid)
            entries.push_back({"tokenIsValid", NewValue::scalar("false")});
    }
    put("sourcePrincipal", request.sourcePrincipal);
    put("sourceIp", request.sourceIp);
    entries.push_back({"expect", expectationValue(test.expect)});
    return NewValue::mapping(std::move(entries));
}

Expected<source::FileEdit> addTest(const source::ParsedTextPtr& text, std::string_view path, const RoutingTest& test)
{
    if (text != nullptr) {
        if (hasTest(*text, path, test.name))
            return sameName(path, test.name);
        return withTest(text, path, test);
    }
    const auto fresh = source::parseText(std::string(newFile));
    auto edit = withTest(fresh, path, test);
    if (!edit)
        return edit;
    auto whole = source::applySplices(*fresh->text, edit->splices);
    if (!whole)
        return std::unexpected(whole.error());
    return source::FileEdit{.path = std::string(path),
                            .base = source::contentIdOf({}),
                            .splices = {{.offset = 0, .length = 0, .text = std::move(*whole)}}};
}

Expected<source::FileEdit> replaceTest(const source::ParsedTextPtr& text, std::string_view path, std::string_view name,
                                       const RoutingTest& test)
{
    auto file = open(text, path);
    if (!file)
        return std::unexpected(file.error());
    const NodeRef item = itemNamed(*text, *file, path, name);
    if (!item.isValid())
        return noSuchTest(path, name);
    if (test.name != name && hasTest(*text, path, test.name))
        return sameName(path, test.name);
    return planned(*file, path, source::ValueReplacement{.node = item.id(), .value = valueOf(test)});
}

Expected<source::FileEdit> removeTest(const source::ParsedTextPtr& text, std::string_view path, std::string_view name)
{
    auto file = open(text, path);
    if (!file)
        return std::unexpected(file.error());
    const NodeRef item = itemNamed(*text, *file, path, name);
    if (!item.isValid())
        return noSuchTest(path, name);
    return planned(*file, path, source::Removal{.node = item.id()});
}

} // namespace meshdraft::traffic
