// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/flowfindings.h"

#include "models/mesh/elementplace.h"
#include "models/traffic/flows.h"
#include "models/workspace/effectivefacts.h"
#include "models/workspace/flowwords.h"
#include "models/workspace/trafficwords.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace meshdraft::workspace {

using traffic::Flow;
using traffic::FlowProblem;

namespace {

/// One place at which requests of any number of flows are lost for one reason.
struct Loss {
    double percent = 0; ///< the largest
    const Flow* flow = nullptr; ///< the one that loses most
    std::size_t flows = 0;
};

/// The place of a problem; where nothing in the files is the reason, what the flow passes first.
mesh::ElementRef placeOf(const FlowProblem& problem, const Flow& flow)
{
    if (!problem.element.isNull())
        return problem.element;
    const auto edge = std::ranges::find_if(flow.edges, [](const auto& each) { return !each.element.isNull(); });
    return edge == flow.edges.end() ? mesh::ElementRef() : edge->element;
}

checks::Finding findingAt(const mesh::MeshGraph& graph, const mesh::ElementRef& element)
{
    checks::Finding finding;
    finding.code = flowCode;
    finding.severity = checks::Severity::Warning;
    finding.element = element;
    const mesh::SourceMap::Place place = mesh::placeOf(graph, element);
    finding.where = place.where;
    finding.range = place.range;
    return finding;
}

} // namespace

checks::Findings flowFindings(const traffic::Evaluator& mesh, const std::stop_token& stop)
{
    const std::vector<Flow> flows = traffic::flowsOf(mesh, {}, stop);
    using Key = std::tuple<mesh::ElementRef, std::string, std::string>; // place, code, how they end or the sum
    std::map<Key, Loss> losses;
    for (const Flow& flow : flows) {
        std::map<Key, double> own;
        for (const FlowProblem& problem : flow.problems) {
            const mesh::ElementRef element = placeOf(problem, flow);
            if (problem.isNote() || element.isNull())
                continue;
            const bool isLoss = problem.code == "flows.lost";
            own[{element, problem.code, problem.args.at(isLoss ? 1 : 0)}] += isLoss ? std::stod(problem.args.at(0)) : 0;
        }
        for (const auto& [key, percent] : own) {
            Loss& loss = losses[key];
            if (loss.flow == nullptr || percent > loss.percent) {
                loss.percent = percent;
                loss.flow = &flow;
            }
            ++loss.flows;
        }
    }
    std::vector<checks::Finding> findings;
    for (const auto& [key, loss] : losses) {
        const auto& [element, code, detail] = key;
        checks::Finding finding = findingAt(mesh.view().graph(), element);
        if (code == "flows.lost") {
            const bool isOne = loss.flows == 1;
            finding.message = isOne ? "flows.lost.one" : "flows.lost.several";
            finding.args = {flowPercentText(loss.percent).toStdString(), flowText(loss.flow->request).toStdString(),
                            flowEndText(detail).toStdString()};
            if (!isOne)
                finding.args.push_back(std::to_string(loss.flows));
            // A denial is what a policy is for; whoever reads should know that all of it is denied.
            if (detail == traffic::verdictName(traffic::Verdict::Denied))
                finding.severity = checks::Severity::Info;
        } else {
            finding.message = code;
            finding.args = {detail};
        }
        findings.push_back(std::move(finding));
    }
    std::ranges::stable_sort(findings, {}, [](const checks::Finding& finding) {
        return std::tie(finding.where.path, finding.where.line, finding.message);
    });
    return findings;
}

checks::SortedFindings sortedFlowFindings(const Snapshot& snapshot)
{
    if (!snapshot.effective)
        return {};
    return checks::sortFindings(flowFindings(snapshot.effective->evaluator()), *snapshot.suppressions, *snapshot.graph);
}

} // namespace meshdraft::workspace
