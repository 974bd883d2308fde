// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/matrix/matrix.h"

#include <string>
#include <vector>

namespace meshdraft::matrix {

/// Something that one environment has: a name within a namespace, and the id that is unique there.
struct Named {
    std::string ns; ///< empty: without one
    std::string name;
    std::string id; ///< full host, "namespace/name"
    std::string routes = {}; ///< of a host without a namespace: kinds and names of the routes that name it
};

/// Matches what the environments have (one list each): by id; and by the name alone where no environment has two of
/// that name, so that an overlay may set another namespace; and public hosts by their routes, so that it may set
/// another domain. Sorted by name and namespace. `prefix` stands in front of "namespace/name" in the labels; without it
/// they read "name.namespace".
std::vector<Subject> matchSubjects(const std::vector<std::vector<Named>>& environments, std::string_view prefix = {});

} // namespace meshdraft::matrix
