// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/dataplane.h"
#include "models/traffic/course.h"
#include "models/traffic/request.h"
#include "models/traffic/routetable.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace meshdraft::traffic {

/// Workloads of one namespace that nothing in the mesh can tell apart as callers.
struct CallerClass {
    std::string ns;
    mesh::ResourceIndex workload = mesh::noResource; ///< one of them; noResource: a namespace without workloads
    mesh::effective::DataPlane plane = mesh::effective::DataPlane::Sidecar;
    mesh::ResourceIndex sidecar = mesh::noResource;
    std::vector<std::string> principals;
    std::vector<Origin> members; ///< sorted, never empty
};

/// All callers of a mesh, by namespace. `sourceLabels`: those that some match names. Cost: linear in workloads.
std::vector<CallerClass> callerClasses(const MeshIndex& index, const std::set<mesh::Labels>& sourceLabels);

/// What can tell callers of a host apart.
struct CallerQuestions {
    std::vector<const RouteTable*> tables; ///< routes of the host
    std::vector<mesh::ResourceIndex> visible; ///< services, routes and DestinationRules: exportTo matters
    std::set<std::pair<std::string, std::string>> imports; ///< namespaces and hosts that Sidecars let in or not
    std::vector<const mesh::AuthorizationPolicy*> policies; ///< of the servers
};

/// The answers of a caller to these questions, as a text to compare: equal texts fare the same.
class CallerSignatures {
public:
    CallerSignatures(const MeshIndex& index, const CallerQuestions& questions);
    std::string of(const CallerClass& caller);

private:
    std::string ofNamespace(std::string_view ns) const;
    std::string ofSidecar(mesh::ResourceIndex sidecar, std::string_view ns) const;
    void readPolicy(const mesh::AuthorizationPolicy& policy);

    const mesh::effective::MeshView& m_view;
    const CallerQuestions& m_questions;
    std::vector<std::pair<mesh::effective::Export, std::string>> m_exports; ///< with the own namespace
    std::set<mesh::Labels> m_labels;
    std::set<std::string> m_namespaces;
    std::set<std::string> m_principalPatterns;
    std::set<std::string> m_namespacePatterns;
    std::set<std::string> m_accounts;
    std::set<std::string, std::less<>> m_ruleNamespaces; ///< where clients have rules or routes of their own
    std::map<std::string, std::string, std::less<>> m_byNamespace;
    std::map<std::pair<mesh::ResourceIndex, std::string>, std::string> m_bySidecar;
};

} // namespace meshdraft::traffic
