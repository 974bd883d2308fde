// SPDX-License-Identifier: Apache-2.0
// Saved requests with what is expected of them: .meshdraft/requests.yaml (docs/routing-tests.md).
#pragma once

#include "models/source/edit.h"
#include "models/traffic/evaluate.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// A share of the requests that a test expects.
struct ExpectedDestination {
    std::string host; ///< as people write it: short names count for any namespace
    std::uint32_t port = 0; ///< 0: any
    std::string subset; ///< empty: none
    std::optional<double> percent; ///< absent: whatever it is
    Location where;
};

/// What a test expects of an answer. Whatever is absent may be anything.
struct Expectation {
    std::optional<std::string> verdict;
    std::optional<std::string> flag; ///< empty text: none
    std::optional<int> status;
    std::optional<std::string> details; ///< as they begin
    std::optional<std::string> route;
    std::optional<std::string> timeout; ///< "none": no limit
    std::optional<std::int64_t> retries;
    std::optional<std::vector<ExpectedDestination>> destinations; ///< all of them, in any order

    bool isEmpty() const;
};

struct RoutingTest {
    std::string name;
    Request request;
    Expectation expect;
    std::map<std::string, Location, std::less<>> places; ///< of the fields of `expect` ("verdict"), and "" of the test
    source::NodeId node = source::noNode; ///< its item in the file
};

/// A file of tests. A test with an error is left out, the others count.
struct RoutingTests {
    static constexpr std::string_view path = ".meshdraft/requests.yaml";

    std::vector<RoutingTest> tests;
    std::vector<Error> errors; ///< located
};

/// Reads a file; `path` is what errors name. Errors: those of the YAML, "requests.template" (args: path),
/// "requests.type" (field, what it has to be: mapping, list, text, number), "requests.unknownField" (field, known
/// ones), "requests.missing" (field), "requests.value" (field, text, what is allowed), "requests.sameName" (name),
/// "requests.sum" (the sum of the percentages that are written).
RoutingTests readRoutingTests(const source::ParsedText& text, std::string_view path);

/// One thing that is not as expected.
struct Mismatch {
    std::string field; ///< "verdict", "destinations"
    std::string expected;
    std::string actual;
    Location where; ///< of what is expected

    friend bool operator==(const Mismatch&, const Mismatch&) = default;
};

struct TestOutcome {
    Answer answer;
    std::vector<Mismatch> mismatches; ///< empty: passed

    bool hasPassed() const { return mismatches.empty(); }
};

/// Asks the mesh. Where the answer depends on the order of creation each order has to be as expected.
TestOutcome runTest(const Evaluator& mesh, const RoutingTest& test);

/// A test that expects what the mesh answers now.
RoutingTest testOf(std::string name, const Request& request, const Answer& answer);

/// The value that stands for a test in a file.
source::NewValue valueOf(const RoutingTest& test);

/// Adds a test to a file, behind the last one, and changes nothing else. `text` null: a new file. Errors: those of
/// source::planChanges, "requests.sameName" (name), "requests.type" (a file that is no list of tests).
Expected<source::FileEdit> addTest(const source::ParsedTextPtr& text, std::string_view path, const RoutingTest& test);

/// Puts a test in the place of the one at `position`. Errors: as addTest, "requests.noSuchTest" (name).
Expected<source::FileEdit> replaceTest(const source::ParsedTextPtr& text, std::string_view path, std::string_view name,
                                       const RoutingTest& test);

/// Takes a test out. Errors: those of source::planChanges, "requests.noSuchTest" (name).
Expected<source::FileEdit> removeTest(const source::ParsedTextPtr& text, std::string_view path, std::string_view name);

} // namespace meshdraft::traffic
