// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/transformers.h"

namespace meshdraft::kustomize {

/// Marks the fields that an entry of `replacements:` writes. What it writes is left to Kustomize: the values stay.
void markReplacement(Resources& resources, source::NodeRef replacement, Origin step);

} // namespace meshdraft::kustomize
