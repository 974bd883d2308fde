// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

namespace meshdraft::mesh {

using source::NodeRef;

Sidecar readSidecar(YamlReader& yaml, NodeRef root)
{
    Sidecar sidecar;
    const NodeRef spec = yaml.get(root, "spec");
    sidecar.workloadSelector = yaml.labels(yaml.get(spec, {"workloadSelector", "labels"}));
    sidecar.outboundMode = yaml.string(yaml.get(spec, "outboundTrafficPolicy"), "mode");
    const NodeRef egress = yaml.get(spec, "egress");
    sidecar.egressNode = egress.isValid() ? egress.id() : source::noNode;
    for (const NodeRef item : yaml.items(egress)) {
        const NodeRef port = yaml.get(item, "port");
        sidecar.egress.push_back({yaml.number(port, "number"), yaml.string(port, "protocol"), yaml.string(item, "bind"),
                                  yaml.strings(yaml.get(item, "hosts")), item.id()});
    }
    for (const NodeRef item : yaml.items(yaml.get(spec, "ingress"))) {
        const NodeRef port = yaml.get(item, "port");
        sidecar.ingress.push_back({yaml.number(port, "number"), yaml.string(port, "protocol"),
                                   yaml.string(item, "defaultEndpoint"), yaml.string(yaml.get(item, "tls"), "mode"),
                                   item.id()});
    }
    return sidecar;
}

} // namespace meshdraft::mesh
