// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/form/formsubject.h"

#include "models/mesh/nestedyaml.h"

namespace meshdraft::workspace {

FormSubject formSubjectOf(const mesh::Resource& resource)
{
    if (!mesh::isMeshConfigMap(resource.key)) {
        const mesh::KindSchema* kind = schemaOf(resource.key);
        return {kind, kind == nullptr ? source::NodeRef() : resource.rootNode()};
    }
    for (const source::NestedTextPtr& text : resource.nestedTexts) {
        const source::ParsedText& inner = *text->inner();
        if (text->scalar().key().value() != "mesh" || inner.kind != source::TextKind::Yaml
            || inner.documents.size() != 1 || !inner.errors.empty())
            continue;
        const source::NodeRef root = inner.documents.front()->root();
        const mesh::KindSchema* kind = mesh::Schema::builtIn().find("mesh.istio.io", {}, "MeshConfig");
        if (root.isMapping())
            return {kind, root, text.get()};
    }
    return {};
}

} // namespace meshdraft::workspace
