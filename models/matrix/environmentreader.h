// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/matrix/cellvalue.h"
#include "models/matrix/settings.h"
#include "models/matrix/subjects.h"
#include "models/mesh/effective/meshview.h"

#include <map>
#include <string>
#include <vector>

namespace meshdraft::matrix {

/// A host with all that an environment says about it.
struct HostUse {
    mesh::ResourceIndex owner = mesh::noResource; ///< the Service or ServiceEntry; noResource: only named by others
    mesh::ResourceIndex namedBy = mesh::noResource; ///< the first resource that names the host
    std::vector<mesh::ResourceIndex> tables; ///< VirtualServices and Gateway API routes, delegates behind their root
};

/// One cell of a host before the environments are put side by side.
struct HostCell {
    std::string_view setting;
    std::string table; ///< name of the route table, for items of routes
    std::string item;
    Cell cell;
};

/// Reads the settings of one environment's hosts. Holds the graph.
class EnvironmentReader {
public:
    explicit EnvironmentReader(const mesh::MeshGraphPtr& graph);

    const mesh::effective::MeshView& view() const { return m_view; }
    /// Every host that a Service, ServiceEntry, route or DestinationRule names.
    std::vector<Named> hosts() const;
    /// All cells of a host (as in hosts()) whose settings are asked for; empty where there is no such host.
    std::vector<HostCell> cellsOf(std::string_view host, std::span<const std::string> patterns) const;

private:
    void addTable(mesh::ResourceIndex index);
    HostUse& use(const std::string& host, mesh::ResourceIndex from);

    mesh::effective::MeshView m_view;
    std::map<std::string, HostUse, std::less<>> m_hosts;
};

/// What the cells of one host are made from and go to.
struct HostContext {
    const mesh::effective::MeshView& view;
    std::string_view host;
    const HostUse& use;
    std::span<const std::string> patterns;
    std::vector<HostCell>& cells;

    bool isAsked(std::string_view setting) const { return matrix::isAsked(setting, patterns); }
    void add(std::string_view setting, std::string item, Cell cell) const;
};

/// Weights, timeouts, retries, mirrors, faults and the gateways of a host's routes.
void addRouteCells(const HostContext& context);
/// What its DestinationRules say, by rule, subset and port, as a client of the host's own namespace sees it.
void addPolicyCells(const HostContext& context);
/// What a subset or port without a setting has from the cell of its rule.
Cell inheritedCell(Cell whole);
/// mTLS mode, proxy and replicas of the workloads behind it.
void addWorkloadCells(const HostContext& context);

} // namespace meshdraft::matrix
