// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <string>

namespace meshdraft::kustomize {

/// What a failed `kubectl kustomize` means. `words` is its standard error, from which paths of the scratch copy were
/// taken out. The last argument of each error is what kubectl itself said, without its warnings.
/// Errors (args before the last):
/// - "kustomize.noTarget" (the resource that a patch names): there is no such resource.
/// - "kustomize.noSource" (the resource): a replacement or variable takes from a resource that is not there.
/// - "kustomize.conflict" (the resource): two resources with one identity.
/// - "kustomize.patchFailed" (the path): a JSON patch that does not apply.
/// - "kustomize.badField" (the field): a field that Kustomize does not know. "kustomize.badResource" (the file): not a
///   Kubernetes resource. "kustomize.badYaml" (the file): not YAML.
/// - "kustomize.run.remote", "kustomize.run.missing" (the file), "kustomize.run.restricted" (the file),
///   "kustomize.run.empty", "kustomize.run.helm", "kustomize.run.plugin" (its kind),
///   "kustomize.run.component" (the directory): as the problems of
///   closureOf, but found by kubectl.
/// - "kustomize.componentFailed" (the resource): the root is a component and lacks what it changes.
/// - "kustomize.failed": anything else.
Error explained(const std::string& words, bool isComponent);

} // namespace meshdraft::kustomize
