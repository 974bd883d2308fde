// SPDX-License-Identifier: Apache-2.0
// The other way round: from what an access log shows to the lines that cause it.
#pragma once

#include "models/traffic/evaluate.h"
#include "models/traffic/requesttext.h"

#include <optional>
#include <string>
#include <vector>

namespace meshdraft::traffic {

/// What was seen of a request that did not arrive.
struct Symptom {
    std::vector<std::string> flags; ///< response flags; empty: none, or not known
    int status = 0; ///< 0: not known
    std::string details; ///< response_code_details
    Request request; ///< its host at least; an Outside origin means that nobody knows who called
    bool isOnlyHost = false; ///< method, path and headers of `request` are not known
    std::string host; ///< of the cluster that the log names
    std::uint32_t port = 0;
    std::string subset;
};
Symptom symptomOf(const PastedRequest& pasted);

/// Something in this mesh, or outside of its files, that makes requests end so.
struct Cause {
    enum class Basis : std::uint8_t {
        Shown, ///< a request to the host ends exactly so
        Near, ///< one ends in a way that shows up alike
        Setting, ///< a setting of this mesh makes it likely
        General, ///< something that files do not show
    };
    Basis basis = Basis::General;
    std::string code; ///< of the step that decides ("cluster.noSubset"), or of the table ("cause.poolLimit")
    std::vector<std::string> args;
    Verdict verdict = Verdict::Unknown; ///< Shown, Near
    std::vector<mesh::ElementRef> elements; ///< the lines to look at, the deciding one first; empty: a default
    std::optional<Request> request; ///< one that ends so: Shown, Near
    std::size_t requests = 0; ///< how many of those that were asked end so
    std::string source; ///< the page that says so: Setting, General
};

/// "shown", "near", "setting", "general".
std::string_view basisName(Cause::Basis basis);

/// The causes, the likeliest first, each once. Cost: one evaluation for each representative request of the host, and
/// for each kind of caller.
std::vector<Cause> causesOf(const Evaluator& mesh, const Symptom& symptom);

} // namespace meshdraft::traffic
