// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/requeststeps.h"

#include <algorithm>
#include <array>

namespace meshdraft::workspace {

using traffic::Answer;
using traffic::Share;
using traffic::Stage;
using traffic::Step;

namespace {

bool saysTheSame(const Step& one, const Step& other)
{
    return one.stage == other.stage && one.code == other.code && one.args == other.args && one.element == other.element
        && one.isUnknown == other.isUnknown;
}

/// The last step that a share takes: where it is refused, that one refuses it.
int lastStepOf(const Answer& answer, int share)
{
    int last = -1;
    for (std::size_t i = 0; i < answer.steps.size(); ++i) {
        const Step& step = answer.steps[i];
        if (step.share != share && step.share >= 0)
            continue;
        // what only adds to the decision is no refusal
        if (step.code != "authz.dryRun" && step.code != "authz.audit")
            last = static_cast<int>(i);
    }
    return last;
}

bool isRefused(traffic::Verdict verdict)
{
    using enum traffic::Verdict;
    return !isDelivered(verdict) && verdict != Redirected && verdict != DirectResponse && verdict != Mixed
        && verdict != Unknown;
}

} // namespace

std::vector<StepRow> stepRows(const Answer& answer)
{
    std::array<bool, traffic::stageCount> isKnown{};
    std::vector<Stage> order;
    for (const Step& step : answer.steps) {
        if (!std::exchange(isKnown[static_cast<std::size_t>(step.stage)], true))
            order.push_back(step.stage);
    }
    std::vector<char> refused(answer.steps.size(), 0);
    for (std::size_t i = 0; i < answer.shares.size(); ++i) {
        const int last = lastStepOf(answer, static_cast<int>(i));
        if (last >= 0 && isRefused(answer.shares[i].verdict))
            refused[static_cast<std::size_t>(last)] = 1;
    }
    std::vector<StepRow> rows;
    int number = 0;
    for (const Stage stage : order) {
        const std::size_t first = rows.size();
        ++number;
        StepState worst = StepState::Passed;
        for (std::size_t i = 0; i < answer.steps.size(); ++i) {
            const Step& step = answer.steps[i];
            if (step.stage != stage)
                continue;
            const StepState state = refused[i] != 0 ? StepState::Refused
                : step.isUnknown                    ? StepState::Unknown
                                                    : StepState::Passed;
            if (worst != StepState::Refused && state != StepState::Passed)
                worst = state;
            const auto same = std::ranges::find_if(
                rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(), [&](const StepRow& row) {
                    return saysTheSame(row.step, step) && row.state == state && row.shares.empty() == (step.share < 0);
                });
            if (same == rows.end()) {
                StepRow row{.step = step, .number = number, .state = state};
                if (step.share >= 0)
                    row.shares = {step.share};
                rows.push_back(std::move(row));
            } else if (step.share >= 0 && !std::ranges::contains(same->shares, step.share)) {
                same->shares.push_back(step.share);
            }
        }
        rows[first].isFirst = true;
        for (std::size_t i = first; i < rows.size(); ++i)
            rows[i].stageState = worst;
    }
    return rows;
}

LitPath litPathOf(const mesh::MeshGraph& graph, const traffic::Request& request, const Answer& answer,
                  const std::vector<StepRow>& rows)
{
    LitPath path;
    const auto add = [&](const mesh::ElementRef& element, int number) {
        if (element.isNull() || std::ranges::contains(path.stops, element, &LitPath::Stop::element))
            return;
        path.stops.push_back({.element = element, .number = number});
    };
    const auto numberOf = [&](Stage stage) {
        const auto row = std::ranges::find(rows, stage, [](const StepRow& each) { return each.step.stage; });
        return row == rows.end() ? 0 : row->number;
    };
    const traffic::Origin& from = request.from;
    const bool isGateway = from.kind == traffic::Origin::Kind::Gateway;
    if (isGateway || from.kind == traffic::Origin::Kind::Workload) {
        for (const mesh::ResourceIndex index : graph.order()) {
            const mesh::Resource& resource = graph.at(index);
            const bool fits = isGateway ? std::holds_alternative<mesh::Gateway>(resource.body)
                                        : std::holds_alternative<mesh::Workload>(resource.body)
                    && (from.workloadKind.empty() || from.workloadKind == resource.key.kind);
            if (fits && resource.key.ns == from.ns && resource.key.name == from.name) {
                add(resource.element(), isGateway ? numberOf(Stage::Server) : numberOf(Stage::Caller));
                break;
            }
        }
    }
    for (const StepRow& row : rows) {
        const Stage stage = row.step.stage;
        if (stage != Stage::Server && stage != Stage::VirtualHost && stage != Stage::Route)
            continue;
        mesh::ElementRef element = row.step.element;
        // of a virtual host the whole table is on the way; which route it is the route says
        if (stage == Stage::VirtualHost || stage == Stage::Server)
            element.field = {};
        add(element, row.number);
    }
    if (!answer.routeElement.isNull()) {
        mesh::ElementRef table = answer.routeElement;
        table.field = {};
        add(table, numberOf(Stage::VirtualHost));
        add(answer.routeElement, numberOf(Stage::Route));
    }
    for (const Share& share : answer.shares) {
        if (share.percent <= 0)
            continue;
        if (!share.host.empty()) {
            const mesh::HostResolution host = graph.resolveHost(share.host, from.ns);
            if (host.resource != mesh::noResource)
                add(graph.at(host.resource).element(), numberOf(Stage::Cluster));
        }
        if (!share.element.isNull())
            path.destinations.push_back(share.element);
        for (const traffic::Server& server : share.servers) {
            if (server.workload != mesh::noResource)
                add(graph.at(server.workload).element(), numberOf(Stage::Endpoints));
        }
    }
    return path;
}

} // namespace meshdraft::workspace
