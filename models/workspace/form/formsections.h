// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/form/formset.h"

namespace meshdraft::workspace {

/// Fields of one object that stand together under a head.
struct FormSection {
    std::string id; ///< "general", "match", "timing" ... or the field's name: what the head is called
    mesh::FieldPath object;
    std::vector<std::string> fields;

    friend bool operator==(const FormSection&, const FormSection&) = default;
};

/// The sections of a resource: what identifies it first, then one for each part of its spec, metadata last. Every field
/// of the spec stands in one of them.
std::vector<FormSection> resourceSections(const FormSet& forms);
/// The sections of one route of a VirtualService or of the Gateway API. Every field of the route stands in one of them.
std::vector<FormSection> routeSections(const FormSet& forms, const mesh::FieldPath& route);
/// The route that a path leads to or into; empty when it is in none.
mesh::FieldPath routeAround(const FormSet& forms, const mesh::FieldPath& path);

} // namespace meshdraft::workspace
