// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

namespace meshdraft::mesh {

using source::NodeRef;

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
    if (!(podTemplate == root)) {
        if (const auto replicas = yaml.get(root, {"spec", "replicas"}).resolved().toInt())
            workload.replicas = *replicas;
    }
    return workload;
}

} // namespace meshdraft::mesh
