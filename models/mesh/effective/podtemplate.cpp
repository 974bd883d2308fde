// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/podtemplate.h"

#include "models/mesh/kinds.h"

namespace meshdraft::mesh::effective {

source::NodeRef podTemplateOf(const Resource& workload)
{
    const source::NodeRef root = workload.rootNode();
    switch (kindInfo(workload.key.group, workload.key.kind).reader) {
    case KindReader::Pod:
        return root;
    case KindReader::CronJob:
        return root["spec"]["jobTemplate"]["spec"]["template"];
    default:
        return root["spec"]["template"];
    }
}

ElementRef elementAt(const Resource& resource, source::NodeRef node)
{
    return node.isValid() ? resource.element(node.id()) : ElementRef();
}

} // namespace meshdraft::mesh::effective
