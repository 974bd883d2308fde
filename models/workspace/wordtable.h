// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace meshdraft::workspace {

/// A sentence of the core. %1 to %9 stand for the arguments; the words are translated in the context "meshdraft".
struct Words {
    std::string_view id;
    const char* text;
};

/// What checks that are Istio's analyzers, too, found.
std::span<const Words> analyzerWords();
/// What went wrong while reading, editing and committing.
std::span<const Words> errorWords();
/// What checks found.
std::span<const Words> findingWords();
/// What checks of policies, injection and rollouts found.
std::span<const Words> policyWords();
/// What quick fixes do: short titles.
std::span<const Words> fixWords();
/// What changed, and subjects of commits.
std::span<const Words> changeWords();
/// Why a change has its tier. %1 kind, %2 namespace/name, %3 field, %4 old and %5 new value, %6 number of places,
/// %7 percent of the traffic.
std::span<const Words> riskWords();
/// What the judging of a review says: what the proxies get, waves, approvals, windows.
std::span<const Words> reviewWords();
/// Where a resource differs from its schema table.
std::span<const Words> schemaWords();
/// What proxies decide about a request, by the codes of traffic::Step.
std::span<const Words> trafficWords();
/// What validation finds beyond the schema tables.
std::span<const Words> validationWords();
/// Pasted requests, routing tests, and causes of what an access log shows.
std::span<const Words> pasteWords();
/// Rollbacks, and what goes with them.
std::span<const Words> undoWords();

} // namespace meshdraft::workspace
