// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

namespace meshdraft::mesh {

using source::NodeRef;

PolicyTarget readPolicyTarget(YamlReader& yaml, NodeRef spec)
{
    PolicyTarget target;
    const NodeRef selector = yaml.get(spec, {"selector", "matchLabels"});
    target.selector = yaml.labels(selector);
    target.selectorNode = selector.isValid() ? selector.id() : source::noNode;
    std::vector<NodeRef> references = yaml.items(yaml.get(spec, "targetRefs"));
    if (const NodeRef lone = yaml.get(spec, "targetRef"); lone.resolved().isMapping())
        references.push_back(lone);
    for (const NodeRef node : references) {
        target.references.push_back({yaml.string(node, "group").value, yaml.string(node, "kind").value,
                                     yaml.string(node, "name"), yaml.string(node, "namespace").value, node.id()});
    }
    return target;
}

} // namespace meshdraft::mesh
