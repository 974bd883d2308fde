// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/elementplace.h"

namespace meshdraft::mesh {

SourceMap::Place placeOf(const MeshGraph& graph, const ElementRef& element)
{
    const ResourceIndex index = element.isNull() ? noResource : graph.find(element);
    if (index == noResource)
        return {.where = {.path = element.path, .line = 0, .column = 0}, .range = {}};
    const Resource& resource = graph.at(index);
    const source::NodeRef node =
        element.field.isEmpty() ? source::NodeRef() : element.field.resolve(resource.rootNode());
    return resource.place(node.isValid() ? node.id() : source::noNode);
}

} // namespace meshdraft::mesh
