// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/value.h"

namespace meshdraft::kustomize {

/// Applies the operations of a JSON patch (RFC 6902) in order; `operations` is the list. False where one cannot be
/// applied: Kustomize then fails.
bool applyJsonPatch(Value& target, const Value& operations);

} // namespace meshdraft::kustomize
