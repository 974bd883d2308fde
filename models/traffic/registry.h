// SPDX-License-Identifier: Apache-2.0
// The services of a mesh as istiod's registry has them: Kubernetes Services and ServiceEntries in one form.
#pragma once

#include "models/mesh/effective/visibility.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// How a proxy treats what goes over a port (istio.io, Protocol Selection).
enum class PortClass : std::uint8_t {
    Http, ///< HTTP, HTTP2, GRPC, GRPC-Web
    Tcp, ///< TCP, MONGO, MYSQL, REDIS
    Tls, ///< TLS, HTTPS: routed by SNI
    Auto, ///< not said: the proxy looks at the first bytes
    Udp, ///< not proxied
};
/// The class of a protocol as it stands in a Service, ServiceEntry, Sidecar or Gateway.
PortClass portClassOf(std::string_view protocol);

struct ServicePort {
    std::uint32_t number = 0;
    std::uint32_t targetNumber = 0; ///< 0: the name in targetPort decides, workload by workload
    std::string name;
    std::string targetName;
    PortClass portClass = PortClass::Auto;
    source::NodeId node = source::noNode;
};

/// One host of a Service or ServiceEntry.
struct RegistryService {
    std::string host;
    mesh::ResourceIndex resource = mesh::noResource;
    std::string ns;
    source::NodeId node = source::noNode; ///< the item of spec.hosts; noNode: the Service itself
    std::vector<ServicePort> ports;
    std::vector<std::string> addresses; ///< IPs and CIDRs as written
    mesh::effective::Export exported;
    std::string created; ///< metadata.creationTimestamp where the file has one
    bool isKubernetes = false;
    bool isHeadless = false; ///< clusterIP: None
    bool isExternal = false; ///< MESH_EXTERNAL or ExternalName
    bool isAlias = false; ///< ExternalName

    /// True where clients connect to an address of its own, so that TCP listeners are bound to it.
    bool hasAddress() const { return !addresses.empty() || (isKubernetes && !isHeadless && !isAlias); }
    const ServicePort* findPort(std::uint32_t number) const;
};

/// The services that one proxy sees through one egress listener, each host once.
struct Scope {
    std::vector<const RegistryService*> services; ///< oldest first
    std::vector<std::unique_ptr<RegistryService>> merged; ///< those put together of several entries of one host
    std::map<std::string_view, const RegistryService*> byHost;
    std::map<std::uint32_t, std::vector<const RegistryService*>> byPort; ///< oldest first
    std::map<std::string_view, const RegistryService*> byAddress; ///< single IPs
};

/// True if an object made at `created` with this name is taken before the other one: creation time, then name and
/// namespace (istio/pilot/pkg/model, sortConfigByCreationTime).
bool isOlder(std::string_view created, std::string_view name, std::string_view ns, std::string_view otherCreated,
             std::string_view otherName, std::string_view otherNs);

/// All services. Immutable but for its caches; thread-safe. Cost: linear in hosts and ports.
class Registry {
public:
    explicit Registry(const mesh::effective::MeshView& view);

    std::span<const RegistryService> services() const { return m_services; }
    /// Those of a host, Kubernetes Services first, then the oldest.
    std::span<const RegistryService* const> ofHost(std::string_view host) const;
    /// The one that clients in `ns` see under a host; null where there is none.
    const RegistryService* visible(std::string_view host, std::string_view ns) const;
    /// The service that an ExternalName Service stands for, as clients in `ns` see it; null for other services and
    /// where the mesh does not know it.
    const RegistryService* concreteOf(const RegistryService& alias, std::string_view ns) const;
    /// What a proxy of `ns` sees through an entry of egress of its Sidecar. Cost: linear the first time.
    struct Egress {
        mesh::ResourceIndex sidecar = mesh::noResource; ///< noResource: nothing limits the proxy
        std::size_t index = 0; ///< in spec.egress
        friend auto operator<=>(const Egress&, const Egress&) = default;
    };
    const Scope& scope(std::string_view ns, Egress egress) const;

private:
    void addService(mesh::ResourceIndex index);
    void addEntry(mesh::ResourceIndex index);
    std::unique_ptr<Scope> makeScope(std::string_view ns, Egress egress) const;

    const mesh::effective::MeshView& m_view;
    std::vector<RegistryService> m_services; ///< oldest first
    std::map<std::string_view, std::vector<const RegistryService*>> m_byHost;
    mutable std::mutex m_mutex;
    mutable std::map<std::pair<std::string, Egress>, std::unique_ptr<Scope>> m_scopes;
};

} // namespace meshdraft::traffic
