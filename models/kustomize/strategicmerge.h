// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/value.h"

namespace meshdraft::kustomize {

/// What became of a resource under a strategic-merge patch.
enum class Merged : std::uint8_t {
    Done,
    Deleted, ///< `$patch: delete` at the top
    Unsure, ///< a directive that is not read here: nothing below the resource can be told any more
};

/// Puts a patch over a resource as Kustomize does. Lists with a merge key in the schema of Kubernetes are merged by it
/// (`hasSchema`: the kind is one of Kubernetes' own), the patch's items first; all others are replaced whole.
Merged mergeStrategic(Value& target, const Value& patch, bool hasSchema);

/// The key that items of a list are merged by: "" for a list that is replaced.
std::string_view mergeKeyOf(std::string_view field, const Value& list);

} // namespace meshdraft::kustomize
