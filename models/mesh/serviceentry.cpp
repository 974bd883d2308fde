// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

namespace meshdraft::mesh {

using source::NodeRef;

ServiceEntry readServiceEntry(YamlReader& yaml, NodeRef root)
{
    ServiceEntry entry;
    const NodeRef spec = yaml.get(root, "spec");
    entry.hosts = yaml.strings(yaml.get(spec, "hosts"));
    entry.exportTo = yaml.strings(yaml.get(spec, "exportTo"));
    entry.workloadSelector = yaml.labels(yaml.get(spec, {"workloadSelector", "labels"}));
    const Field<std::string> location = yaml.string(spec, "location");
    entry.location = location.isPresent() ? location.value : "MESH_EXTERNAL";
    const Field<std::string> resolution = yaml.string(spec, "resolution");
    entry.resolution = resolution.isPresent() ? resolution.value : "NONE";
    for (const NodeRef item : yaml.items(yaml.get(spec, "ports"))) {
        Port port;
        port.node = item.id();
        port.number = yaml.number(item, "number");
        port.name = yaml.string(item, "name");
        port.protocol = yaml.string(item, "protocol");
        port.targetPort = yaml.string(item, "targetPort").value;
        entry.ports.push_back(std::move(port));
    }
    return entry;
}

} // namespace meshdraft::mesh
