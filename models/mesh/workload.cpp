// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

void readPorts(YamlReader& yaml, NodeRef containers, Workload& workload)
{
    for (const NodeRef container : yaml.items(containers)) {
        for (const NodeRef port : yaml.items(yaml.get(container, "ports"))) {
            const Field<std::string> name = yaml.string(port, "name");
            const Field<std::uint32_t> number = yaml.number(port, "containerPort");
            if (name.isPresent() && number.value > 0)
                workload.ports.try_emplace(name.value, number.value);
        }
    }
}

} // namespace

Workload readWorkload(YamlReader& yaml, NodeRef root, NodeRef podTemplate)
{
    Workload workload;
    const NodeRef metadata = yaml.get(podTemplate, "metadata");
    workload.podLabels = yaml.labels(yaml.get(metadata, "labels"));
    workload.podAnnotations = yaml.labels(yaml.get(metadata, "annotations"));
    const NodeRef podSpec = yaml.get(podTemplate, "spec");
    workload.serviceAccount = yaml.string(podSpec, "serviceAccountName").value;
    if (workload.serviceAccount.empty())
        workload.serviceAccount = yaml.string(podSpec, "serviceAccount").value;
    workload.usesHostNetwork = yaml.isTrue(podSpec, "hostNetwork");
    for (const std::string_view list : {"initContainers", "containers"})
        readPorts(yaml, yaml.get(podSpec, list), workload);
    if (!(podTemplate == root)) {
        if (const auto replicas = yaml.get(root, {"spec", "replicas"}).resolved().toInt())
            workload.replicas = replicas;
    }
    return workload;
}

} // namespace meshdraft::mesh
