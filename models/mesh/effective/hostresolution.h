// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/meshview.h"

#include <cstdint>

namespace meshdraft::mesh::effective {

enum class HostOutcome : std::uint8_t {
    Found,
    Missing, ///< certainly not there for this client
    Unknown, ///< files cannot tell
};

enum class HostReason : std::uint8_t {
    Service, ///< found: a Service
    ServiceEntry, ///< found: a ServiceEntry with this very host
    WildcardEntry, ///< found: only a ServiceEntry whose wildcard covers it; requests match, a route to it has no
                   ///< cluster
    Covered, ///< found: a wildcard was asked for, these are what it covers
    Empty, ///< missing: nothing is written
    Hidden, ///< missing: what has this host is not exported to the client's namespace
    NotImported, ///< missing: the client's Sidecar does not import it
    NoSuchService, ///< missing: the namespace's Services are here, this one is not among them
    NotQualified, ///< missing: NAME.NAMESPACE of a Service; Istio wants the full name or the bare one
    NothingCovered, ///< unknown: no known host is covered by the wildcard
    Placeholder, ///< unknown: filled in later
    NamespaceNotInFiles, ///< unknown: no Service of that namespace is in the files
    OutsideHost, ///< unknown: a host outside of the cluster without a ServiceEntry here; it passes unmanaged
    OutsideBlocked, ///< unknown: the same where REGISTRY_ONLY blocks what no ServiceEntry names
    IpAddress, ///< unknown: an address
};

/// A host as it stands in some resource.
struct HostQuery {
    std::string_view host; ///< as written
    std::string_view ns; ///< of the resource: what short names are completed with
    std::string_view client; ///< namespace that must see the host; empty: `ns`
    ResourceIndex sidecar = noResource; ///< the client's Sidecar
};

/// A Service or ServiceEntry that a host stands for.
struct HostMatch {
    ResourceIndex resource = noResource;
    ElementRef element; ///< the item of spec.hosts; the Service itself
};

struct HostAnswer {
    HostOutcome outcome = HostOutcome::Unknown;
    HostReason reason = HostReason::Empty;
    std::string fqdn; ///< as Istio reads the host
    std::vector<HostMatch> matches; ///< in the order in which Istio takes them; the first one wins
    std::size_t tied = 0; ///< more than 1: of so many first matches the oldest wins, which files cannot tell
    ElementRef element; ///< what the answer stands on: the match, the exportTo, the Sidecar's egress, the mesh config

    bool dependsOnCreationOrder() const { return tied > 1; }
};

/// What a host stands for, as Istio resolves it. Short names belong to the resource's namespace; exact hosts go before
/// wildcards, longer wildcards before shorter ones; of several owners the client's own namespace wins, then a Service,
/// then what is exported to the namespace by name, then the older one.
HostAnswer resolveHost(const MeshView& view, const HostQuery& query);

/// The same for the backend of a Gateway API route in `ns`: always NAME.NAMESPACE.
HostAnswer resolveBackend(const MeshView& view, std::string_view name, std::string_view backendNamespace,
                          std::string_view ns);

} // namespace meshdraft::mesh::effective
