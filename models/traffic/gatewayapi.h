// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"
#include "models/traffic/routetable.h"

#include <map>
#include <utility>
#include <vector>

namespace meshdraft::traffic {

/// The routes of the Gateway API as routing rules, bound to the listeners and Services that let them
/// (istio/pilot/pkg/config/kube/gateway/conversion.go).
class GatewayApiIndex {
public:
    GatewayApiIndex(const mesh::effective::MeshView& view, const Registry& registry);

    /// The tables bound to a listener of a Gateway, oldest first.
    std::vector<const RouteTable*> forListener(mesh::ResourceIndex gateway, std::size_t listener) const;
    /// Those whose parent is the Service or ServiceEntry of a host, for a client in `ns`, oldest first: its own
    /// namespace's (consumer) where there are any, else those of the Service's namespace (producer). Others count for
    /// nothing (Gateway API, GAMMA).
    std::vector<const RouteTable*> forService(const RegistryService& service, std::string_view ns) const;

    /// All tables, oldest first.
    const std::vector<RouteTablePtr>& tables() const { return m_tables; }

private:
    using Tables = std::vector<RouteTablePtr>;

    void bind(const RouteTablePtr& table, const RouteTablePtr& meshTable, const mesh::effective::MeshView& view);

    Tables m_tables;
    std::map<std::pair<mesh::ResourceIndex, std::size_t>, Tables> m_byListener;
    std::map<std::string, Tables, std::less<>> m_byService; ///< by host of the parent
};

} // namespace meshdraft::traffic
