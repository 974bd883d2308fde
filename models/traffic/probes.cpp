// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/probes.h"

#include "models/traffic/regexsample.h"

#include <algorithm>
#include <utility>

namespace meshdraft::traffic {

using Kind = TextMatch::Kind;

namespace {

/// Texts that meet a condition, and texts that miss it narrowly.
struct Texts {
    std::vector<std::string> met;
    std::vector<std::string> missed;
};

Texts textsOf(const TextMatch& match, std::string_view base)
{
    const std::string& value = match.value();
    switch (match.kind()) {
    case Kind::Present:
        return {{std::string(anyValue)}, {}};
    case Kind::Exact:
        return {{value}, {value + "x", value + "/x"}};
    case Kind::Prefix:
        return {{value, value + "x"}, {value.size() > 1 ? value.substr(0, value.size() - 1) : std::string(base)}};
    case Kind::PathPrefix:
        if (value == "/")
            return {{"/", "/x"}, {}};
        return {{value, value + "/x"}, {value + "x"}};
    case Kind::Regex:
        break;
    }
    Texts texts;
    texts.met = samplesOf(value);
    if (texts.met.empty())
        return texts;
    // one more character decides between "starts with" and "is"
    const std::string sample = texts.met.front();
    for (std::string near : {sample + "x", sample.substr(0, sample.empty() ? 0 : sample.size() - 1)})
        (match.matches(near) ? texts.met : texts.missed).push_back(std::move(near));
    return texts;
}

/// A request that meets everything in the match.
Probe meeting(const RouteMatch& match)
{
    Probe probe;
    const auto take = [](const std::optional<TextMatch>& text, std::string& into) {
        if (!text)
            return;
        if (const Texts texts = textsOf(*text, "/"); !texts.met.empty())
            into = texts.met.front();
    };
    take(match.path, probe.path);
    take(match.method, probe.method);
    take(match.authority, probe.host);
    for (const NamedMatch& header : match.headers) {
        if (header.isInverted)
            continue;
        if (const Texts texts = textsOf(header.text, {}); !texts.met.empty())
            probe.headers.emplace(header.name, texts.met.front());
    }
    for (const NamedMatch& parameter : match.query) {
        if (const Texts texts = textsOf(parameter.text, {}); !texts.met.empty())
            probe.query.emplace(parameter.name, texts.met.front());
    }
    if (!match.sniHosts.empty()) {
        const std::string& host = match.sniHosts.front();
        probe.sni = host.starts_with('*') ? "sample" + host.substr(1) : host;
    }
    probe.port = match.port;
    return probe;
}

template <typename Named>
void addNamed(Probes& probes, const Probe& met, const std::vector<NamedMatch>& all, Named named)
{
    for (const NamedMatch& match : all) {
        const Texts texts = textsOf(match.text, {});
        const auto with = [&](const std::string& value) {
            Probe probe = met;
            (probe.*named).erase(match.name);
            (probe.*named).emplace(match.name, value);
            probes.insert(std::move(probe));
        };
        std::ranges::for_each(texts.met, with);
        std::ranges::for_each(texts.missed, with);
        with(std::string(otherValue));
        Probe without = met;
        (without.*named).erase(match.name);
        probes.insert(std::move(without));
    }
}

void addProbes(Probes& probes, const RouteMatch& match)
{
    const Probe met = meeting(match);
    probes.insert(met);
    if (match.path) {
        const Texts texts = textsOf(*match.path, "/");
        for (const std::vector<std::string>* list : {&texts.met, &texts.missed}) {
            for (const std::string& path : *list) {
                Probe probe = met;
                probe.path = path.starts_with('/') ? path : "/" + path;
                probes.insert(std::move(probe));
            }
        }
        if (match.ignoresCase) {
            Probe probe = met;
            std::ranges::transform(probe.path, probe.path.begin(),
                                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
            probes.insert(std::move(probe));
        }
    }
    if (match.method) {
        const Texts texts = textsOf(*match.method, {});
        std::vector<std::string> methods = texts.met;
        methods.push_back(anotherMethod(texts.met));
        for (std::string& method : methods) {
            Probe probe = met;
            probe.method = std::move(method);
            probes.insert(std::move(probe));
        }
    }
    if (match.authority) {
        const Texts texts = textsOf(*match.authority, {});
        for (const std::vector<std::string>* list : {&texts.met, &texts.missed}) {
            for (const std::string& host : *list) {
                Probe probe = met;
                probe.host = host;
                probes.insert(std::move(probe));
            }
        }
        Probe without = met;
        without.host.clear();
        probes.insert(std::move(without));
    }
    addNamed(probes, met, match.headers, &Probe::headers);
    addNamed(probes, met, match.query, &Probe::query);
}

struct Met {
    Probe probe;
    bool isSettled = false;
};

/// Two matches at once: a change of their order is felt there only. Of many the near ones.
void addPairs(Probes& probes, const std::vector<Met>& met)
{
    constexpr std::size_t few = 24;
    constexpr std::size_t near = 4;
    for (std::size_t i = 0; i < met.size(); ++i) {
        const std::size_t end = met.size() <= few ? met.size() : std::min(met.size(), i + near);
        for (std::size_t j = i + 1; j < end; ++j) {
            if (met[i].isSettled && met[j].isSettled)
                continue;
            probes.insert(merged(met[i].probe, met[j].probe));
            probes.insert(merged(met[j].probe, met[i].probe));
        }
    }
}

std::string textOf(const TextMatch& match)
{
    return std::to_string(static_cast<int>(match.kind())) + match.value() + '\n';
}

std::string textOf(const RouteMatch& match)
{
    std::string text = "match " + std::to_string(match.port) + (match.ignoresCase ? "i" : "c") + match.sourceNamespace;
    for (const auto* part : {&match.path, &match.method, &match.scheme, &match.authority})
        text += *part ? textOf(**part) : "-\n";
    for (const auto* list : {&match.headers, &match.query}) {
        for (const NamedMatch& one : *list)
            text += (one.isInverted ? '!' : '=') + one.name + ' ' + textOf(one.text);
        text += '\n';
    }
    for (const auto* list : {&match.gateways, &match.sniHosts, &match.subnets}) {
        for (const std::string& one : *list)
            text += one + ' ';
        text += '\n';
    }
    for (const auto& [label, value] : match.sourceLabels)
        text.append(label).append(1, '=').append(value).append(1, ' ');
    return text;
}

} // namespace

std::string anotherMethod(const std::vector<std::string>& texts)
{
    for (const char* method : {"POST", "GET", "PUT", "DELETE", "HEAD"}) {
        if (!std::ranges::contains(texts, method))
            return method;
    }
    return "OPTIONS";
}

std::string textOf(const RouteRule& rule)
{
    std::string text = std::string(mesh::protocolName(rule.protocol)) + '\n';
    for (const RouteMatch& match : rule.matches)
        text += textOf(match) + '\n';
    const auto add = [&](const RouteDestination& one) {
        text += one.host + ' ' + one.subset + ' ' + std::to_string(one.port) + ' ' + std::to_string(one.weight) + '\n';
    };
    std::ranges::for_each(rule.destinations, add);
    for (const RouteMirror& mirror : rule.mirrors) {
        add(mirror.destination);
        text += std::to_string(mirror.percent);
    }
    const RouteAction& action = rule.action;
    text += std::to_string(static_cast<int>(action.kind)) + ' ' + std::to_string(action.status) + ' '
        + std::to_string(action.abortPercent) + ' ' + std::to_string(action.abortStatus) + ' ' + action.rewritePath
        + ' ' + action.rewriteHost + ' ' + rule.timeout + ' ' + (rule.attempts ? std::to_string(*rule.attempts) : "-")
        + ' ' + rule.perTryTimeout + ' ' + rule.retryOn;
    return text;
}

void addProbes(Probes& probes, const RouteTable& table, const Settled& settled)
{
    std::vector<Met> met;
    for (const RouteRule& rule : table.rules) {
        const bool isSettled = !settled.rules.empty() && settled.rules.contains(textOf(rule));
        for (const RouteMatch& match : rule.matches) {
            met.push_back({meeting(match), isSettled});
            if (isSettled) {
                probes.insert(met.back().probe);
            } else {
                addProbes(probes, match);
            }
        }
    }
    addPairs(probes, met);
}

std::vector<Probe> wayProbes(const RouteTable& table)
{
    std::set<std::vector<std::pair<std::string, std::string>>> known;
    std::vector<Probe> ways;
    for (const RouteRule& rule : table.rules) {
        std::vector<std::pair<std::string, std::string>> ends;
        ends.reserve(rule.destinations.size());
        for (const RouteDestination& destination : rule.destinations)
            ends.emplace_back(destination.host, destination.subset);
        if (!rule.matches.empty() && !ends.empty() && known.insert(std::move(ends)).second)
            ways.push_back(meeting(rule.matches.front()));
    }
    return ways;
}

Probe merged(Probe first, const Probe& second)
{
    if (first.path == "/")
        first.path = second.path;
    if (first.method == "GET")
        first.method = second.method;
    for (const auto& [name, value] : second.headers) {
        if (!first.headers.contains(name))
            first.headers.emplace(name, value);
    }
    for (const auto& [name, value] : second.query) {
        if (!first.query.contains(name))
            first.query.emplace(name, value);
    }
    if (!first.token)
        first.token = second.token;
    if (first.host.empty())
        first.host = second.host;
    if (first.sni.empty())
        first.sni = second.sni;
    if (first.port == 0)
        first.port = second.port;
    return first;
}

} // namespace meshdraft::traffic
