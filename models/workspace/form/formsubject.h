// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resource.h"
#include "models/workspace/form/form.h"

namespace meshdraft::workspace {

/// What the form of a resource is about: the resource itself, or the mesh config that a ConfigMap holds as a text.
struct FormSubject {
    const mesh::KindSchema* kind = nullptr; ///< null: no form
    source::NodeRef root;
    const source::NestedText* text = nullptr; ///< null: the resource itself
};

/// Lives as long as the resource. A text that cannot be read as one mapping has no form.
FormSubject formSubjectOf(const mesh::Resource& resource);

} // namespace meshdraft::workspace
