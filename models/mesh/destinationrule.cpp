// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

namespace meshdraft::mesh {

using source::NodeRef;

DestinationRule readDestinationRule(YamlReader& yaml, NodeRef root)
{
    DestinationRule rule;
    const NodeRef spec = yaml.get(root, "spec");
    rule.host = yaml.string(spec, "host");
    rule.exportTo = yaml.strings(yaml.get(spec, "exportTo"));
    rule.workloadSelector = yaml.labels(yaml.get(spec, {"workloadSelector", "matchLabels"}));
    const NodeRef policy = yaml.get(spec, "trafficPolicy");
    rule.tlsMode = yaml.string(yaml.get(policy, "tls"), "mode").value;
    rule.hasCircuitBreaker = yaml.has(policy, "outlierDetection") || yaml.has(policy, "connectionPool");
    for (const NodeRef item : yaml.items(yaml.get(spec, "subsets"))) {
        DestinationRule::Subset subset;
        subset.node = item.id();
        subset.name = yaml.string(item, "name");
        subset.labels = yaml.labels(yaml.get(item, "labels"));
        subset.hasTrafficPolicy = yaml.has(item, "trafficPolicy");
        rule.subsets.push_back(std::move(subset));
    }
    return rule;
}

} // namespace meshdraft::mesh
