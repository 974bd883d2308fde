// SPDX-License-Identifier: Apache-2.0
// An answer as rows and as a way on the picture.
#pragma once

#include "models/traffic/answer.h"
#include "models/traffic/request.h"

#include <string>
#include <vector>

namespace meshdraft::workspace {

enum class StepState : std::uint8_t { Passed, Refused, Unknown };

/// One sentence of the list of steps. Rows of one stage stand together, wherever the shares took them.
struct StepRow {
    traffic::Step step;
    std::vector<int> shares{}; ///< those that took it; empty: before the request is split
    int number = 1; ///< of the stage, from 1
    bool isFirst = false; ///< of its stage
    StepState state = StepState::Passed;
    StepState stageState = StepState::Passed; ///< the worst of its stage
};

/// The steps of an answer by stage, in the order in which the stages come; what several shares do alike is one row.
std::vector<StepRow> stepRows(const traffic::Answer& answer);

/// The way of a request on the picture.
struct LitPath {
    struct Stop {
        mesh::ElementRef element;
        int number = 0; ///< of the stage that comes to it; 0: none
    };
    std::vector<Stop> stops;
    std::vector<mesh::ElementRef> destinations; ///< of the route, those that get a share

    bool isEmpty() const { return stops.empty(); }
};

/// `rows` are those of the answer.
LitPath litPathOf(const mesh::MeshGraph& graph, const traffic::Request& request, const traffic::Answer& answer,
                  const std::vector<StepRow>& rows);

} // namespace meshdraft::workspace
