// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/selector.h"

#include <string>
#include <vector>

namespace meshdraft::kustomize {

// What the fields of a kustomization do to every resource. Each takes the field's node, and the origin that stands for
// it. Values that it makes are marked with that origin; what it puts where nothing was is told apart later.

using Resources = std::vector<ReadResource>;

/// `namespace:`
void setNamespace(Resources& resources, std::string_view ns, Origin step);
/// `namePrefix:` and `nameSuffix:`
void addToNames(Resources& resources, std::string_view prefix, std::string_view suffix, Origin step);
/// `commonLabels:` (`everywhere`), and the pairs of an entry of `labels:`.
void setLabels(Resources& resources, source::NodeRef pairs, bool everywhere, Origin step);
/// `commonAnnotations:`
void setAnnotations(Resources& resources, source::NodeRef pairs, Origin step);
/// An entry of `images:`
void setImage(Resources& resources, source::NodeRef image, Origin step);
/// An entry of `replicas:`; `count` is where its number stands.
void setReplicas(Resources& resources, source::NodeRef entry, Origin count);

} // namespace meshdraft::kustomize
