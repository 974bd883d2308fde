// SPDX-License-Identifier: Apache-2.0
// Compares an answer with what a test expects.
#include "models/traffic/routingtests.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <tuple>
#include <utility>

namespace meshdraft::traffic {
namespace {

constexpr double tolerance = 0.01;

std::string numberText(double value)
{
    std::array<char, 32> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.6g", value);
    return {buffer.data(), static_cast<std::size_t>(std::max(length, 0))};
}

/// "reviews" and "reviews.shop" stand for "reviews.shop.svc.cluster.local".
bool isSameHost(std::string_view written, std::string_view host)
{
    return host == written || (host.starts_with(written) && host.substr(written.size()).starts_with('.'));
}

std::string destinationText(std::string_view host, std::uint32_t port, std::string_view subset,
                            std::optional<double> percent)
{
    std::string text(host.empty() ? "nobody" : host);
    if (port != 0)
        text += ":" + std::to_string(port);
    if (!subset.empty())
        text.append("/").append(subset);
    if (percent)
        text += " " + numberText(*percent) + " %";
    return text;
}

/// The destinations of an answer, each once.
std::vector<ExpectedDestination> destinationsOf(const Answer& answer)
{
    std::vector<ExpectedDestination> destinations;
    for (const Share& share : answer.shares) {
        if (share.host.empty())
            continue;
        const auto known = std::ranges::find_if(destinations, [&](const ExpectedDestination& one) {
            return one.host == share.host && one.port == share.port && one.subset == share.subset;
        });
        if (known == destinations.end()) {
            destinations.push_back({share.host, share.port, share.subset, share.percent, {}});
        } else {
            *known->percent += share.percent;
        }
    }
    return destinations;
}

std::string listText(const std::vector<ExpectedDestination>& destinations)
{
    std::string text;
    for (const ExpectedDestination& one : destinations)
        text += (text.empty() ? "" : ", ") + destinationText(one.host, one.port, one.subset, one.percent);
    return text.empty() ? "none" : text;
}

class Comparison {
public:
    Comparison(const RoutingTest& test, const Answer& answer)
        : m_test(test)
        , m_answer(answer)
    {
    }

    std::vector<Mismatch> run()
    {
        const Expectation& expect = m_test.expect;
        if (expect.verdict)
            same("verdict", *expect.verdict, std::string(verdictName(m_answer.verdict)));
        if (expect.flag)
            anyShare("flag", *expect.flag, [](const Share& share) { return share.flag; });
        if (expect.status) {
            anyShare("status", std::to_string(*expect.status),
                     [](const Share& share) { return std::to_string(share.status); });
        }
        if (expect.details)
            details(*expect.details);
        if (expect.route)
            same("route", *expect.route, m_answer.route);
        if (expect.timeout)
            same("timeout", *expect.timeout, m_answer.effort.timeout.empty() ? "none" : m_answer.effort.timeout);
        if (expect.retries)
            same("retries", std::to_string(*expect.retries), std::to_string(m_answer.effort.retries));
        if (expect.destinations)
            destinations(*expect.destinations);
        return std::move(m_mismatches);
    }

private:
    void add(const char* field, std::string expected, std::string actual)
    {
        const auto place = m_test.places.find(field);
        m_mismatches.push_back({.field = field,
                                .expected = std::move(expected),
                                .actual = std::move(actual),
                                .where = place == m_test.places.end() ? Location() : place->second});
    }

    void same(const char* field, const std::string& expected, const std::string& actual)
    {
        if (expected != actual)
            add(field, expected, actual);
    }

    /// Shares may differ; one that is as expected is enough.
    template <typename Value> void anyShare(const char* field, const std::string& expected, Value value)
    {
        std::string actual;
        for (const Share& share : m_answer.shares) {
            const std::string one = value(share);
            if (one == expected)
                return;
            if (!actual.contains(one))
                actual += (actual.empty() ? "" : ", ") + one;
        }
        add(field, expected.empty() ? "none" : expected, actual.empty() ? "none" : actual);
    }

    void details(const std::string& expected)
    {
        std::string actual;
        for (const Share& share : m_answer.shares) {
            if (share.details.starts_with(expected))
                return;
            if (!share.details.empty())
                actual += (actual.empty() ? "" : ", ") + share.details;
        }
        add("details", expected, actual.empty() ? "none" : actual);
    }

    void destinations(const std::vector<ExpectedDestination>& expected)
    {
        std::vector<ExpectedDestination> left = destinationsOf(m_answer);
        const std::string actual = listText(left);
        bool agree = true;
        for (const ExpectedDestination& one : expected) {
            const auto found = std::ranges::find_if(left, [&](const ExpectedDestination& share) {
                return isSameHost(one.host, share.host) && (one.port == 0 || one.port == share.port)
                    && one.subset == share.subset
                    && (!one.percent || std::abs(*one.percent - *share.percent) < tolerance);
            });
            // 0 % is as good as absent
            if (found != left.end()) {
                left.erase(found);
            } else if (one.percent.value_or(1) > 0) {
                agree = false;
            }
        }
        if (!agree || !left.empty())
            add("destinations", listText(expected), actual);
    }

    const RoutingTest& m_test;
    const Answer& m_answer;
    std::vector<Mismatch> m_mismatches;
};

} // namespace

TestOutcome runTest(const Evaluator& mesh, const RoutingTest& test)
{
    TestOutcome outcome;
    outcome.answer = mesh.evaluate(test.request);
    outcome.mismatches = Comparison(test, outcome.answer).run();
    for (const Answer& other : outcome.answer.otherwise) {
        for (Mismatch& mismatch : Comparison(test, other).run()) {
            if (!std::ranges::contains(outcome.mismatches, mismatch))
                outcome.mismatches.push_back(std::move(mismatch));
        }
    }
    return outcome;
}

RoutingTest testOf(std::string name, const Request& request, const Answer& answer)
{
    RoutingTest test;
    test.name = std::move(name);
    test.request = request;
    test.expect.verdict = std::string(verdictName(answer.verdict));
    const auto hasFlag = std::ranges::find_if(answer.shares, [](const Share& share) { return !share.flag.empty(); });
    if (hasFlag != answer.shares.end())
        test.expect.flag = hasFlag->flag;
    const auto refused = std::ranges::find_if(
        answer.shares, [](const Share& share) { return share.status != 0 && !isDelivered(share.verdict); });
    if (refused != answer.shares.end())
        test.expect.status = refused->status;
    if (std::vector<ExpectedDestination> destinations = destinationsOf(answer); !destinations.empty())
        test.expect.destinations = std::move(destinations);
    return test;
}

} // namespace meshdraft::traffic
