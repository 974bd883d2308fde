// SPDX-License-Identifier: Apache-2.0
// WorkloadEntry and WorkloadGroup.
#include "models/checks/validation/common.h"
#include "models/checks/validation/kindrules.h"

namespace meshdraft::checks::validation {

void checkWorkloadEntry(Rules& rules)
{
    if (const NodeRef spec = rules.spec(); spec.isValid())
        checkEndpoint(rules, spec);
}

namespace {

void checkProbe(Rules& rules, NodeRef probe)
{
    const NodeRef command = rules.at(probe, "exec");
    // Istio takes a probe of gRPC for one without a method.
    if (const NodeRef grpc = rules.at(probe, "grpc"); grpc.isValid()) {
        rules.error(grpc, "unsupported");
    } else if (!rules.at(probe, "httpGet").isValid() && !rules.at(probe, "tcpSocket").isValid() && !command.isValid()) {
        rules.error(probe, "probeMethod");
    }
    if (command.isValid())
        requireFilled(rules, command, "command", true);
}

} // namespace

void checkWorkloadGroup(Rules& rules)
{
    const NodeRef spec = rules.spec();
    if (!rules.at(spec, "template").isValid())
        return; // in the table
    checkLabels(rules, rules.at(spec, {"metadata", "labels"}));
    if (const NodeRef probe = rules.at(spec, "probe"); probe.isValid())
        checkProbe(rules, probe);
}

} // namespace meshdraft::checks::validation
