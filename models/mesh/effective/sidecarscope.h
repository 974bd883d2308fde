// SPDX-License-Identifier: Apache-2.0
// Which Sidecar a proxy has, and what it lets in.
#pragma once

#include "models/mesh/effective/meshview.h"
#include "models/mesh/effective/outcome.h"
#include "models/mesh/effective/visibility.h"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace meshdraft::mesh::effective {

enum class SidecarReason : std::uint8_t {
    Selector, ///< one of the namespace whose workloadSelector matches
    Namespace, ///< one of the namespace without selector
    Root, ///< the root namespace's one without selector
    None, ///< there is none: everything visible is imported
    Gateway, ///< gateways and waypoints ignore Sidecars
};

/// The Sidecar of a proxy in `ns` with these labels; the value is noResource where there is none.
using SidecarChoice = Effective<ResourceIndex, SidecarReason>;
SidecarChoice sidecarFor(const MeshView& view, std::string_view ns, const Labels& labels);
/// The same for a workload: its pods' labels; gateways have none.
SidecarChoice sidecarFor(const MeshView& view, ResourceIndex workload);

enum class ImportReason : std::uint8_t {
    NoSidecar, ///< nothing limits the proxy
    NoEgress, ///< the Sidecar says nothing of egress, or an empty list: everything visible
    Egress, ///< an egress host covers it
    RouteDestination, ///< an imported VirtualService sends requests there
    NotListed, ///< no egress host covers it
    OtherPort, ///< egress hosts cover it, all on listeners with a port that it does not have
};

/// Whether a Sidecar lets a Service or ServiceEntry in, under one of its hosts.
struct Import {
    ImportReason reason = ImportReason::NoSidecar;
    ElementRef element; ///< the egress host that lets it in, the VirtualService, or spec.egress that does not

    bool isImported() const { return reason != ImportReason::NotListed && reason != ImportReason::OtherPort; }
};

/// `ns` is the namespace of the proxy: "." stands for it, in a Sidecar of the root namespace too. Cost: linear in the
/// VirtualServices for a host that no egress host covers.
Import importOf(const MeshView& view, ResourceIndex sidecar, std::string_view ns, ResourceIndex owner,
                std::string_view host);

/// importOf for many questions of one view: what the VirtualServices that a Sidecar imports send requests to is worked
/// out once, when it is first asked for. `view` outlives it; for one thread.
class Imports {
public:
    explicit Imports(const MeshView& view)
        : m_view(view)
    {
    }

    bool have(ResourceIndex sidecar, std::string_view ns, ResourceIndex owner, std::string_view host);

private:
    const MeshView& m_view;
    std::map<std::pair<ResourceIndex, std::string>, std::set<std::string, std::less<>>> m_routed; ///< hosts
};

/// Whether a Sidecar lets a VirtualService in for a proxy in `ns`: one of its hosts, or all where it says no egress.
bool importsRoutes(const MeshView& view, ResourceIndex sidecar, std::string_view ns, ResourceIndex routes);

/// The hosts that are left for a proxy in `ns`: visible there and, with a Sidecar, imported. Sorted.
std::vector<std::string> importedHosts(const MeshView& view, ResourceIndex sidecar, std::string_view ns);

/// How many hosts importedHosts has, for many proxies of one view: what is the same for all is worked out once, and a
/// Sidecar costs what its egress hosts reach. `view` outlives it.
class ImportCounts {
public:
    explicit ImportCounts(const MeshView& view);
    std::size_t of(ResourceIndex sidecar, std::string_view ns) const;

private:
    struct Owned {
        std::uint32_t number = 0; ///< of the host
        const std::string* host = nullptr;
        ResourceIndex owner = noResource;
        Export exported;
    };

    bool isVisible(const Owned& owned, std::string_view ns) const;

    const MeshView& m_view;
    std::vector<Owned> m_owned; ///< sorted by host
    std::map<std::string, std::vector<std::size_t>, std::less<>> m_byNamespace; ///< of the owner
    std::vector<bool> m_isForAll; ///< of each host: some owner is visible everywhere
    std::vector<std::size_t> m_others; ///< owned hosts that are not
    std::size_t m_forAll = 0;
};

} // namespace meshdraft::mesh::effective
