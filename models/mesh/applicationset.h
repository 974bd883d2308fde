// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/delivery.h"
#include "models/mesh/yamlreader.h"
#include "models/source/error.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::mesh {

/// An Application that an ApplicationSet makes.
struct ExpandedApplication {
    std::string name;
    ArgoApplication application;
};

/// What an ApplicationSet is expanded with.
struct ApplicationSetContext {
    std::vector<std::string> directories; ///< of the repository, sorted, "." left out
    std::function<bool(std::string_view url)> isThisRepository;
};

/// The Applications of an ApplicationSet (`root`), where they are certain: list generators, and generators of
/// directories of this repository. Errors: why they are not, as "applicationset.generator" {its name},
/// "applicationset.repository" {URL}, "applicationset.parameter" {what stands between the braces},
/// "applicationset.field" {a field that is not followed}.
Expected<std::vector<ExpandedApplication>> expandApplicationSet(YamlReader& yaml, source::NodeRef root,
                                                                const ApplicationSetContext& context);

} // namespace meshdraft::mesh
