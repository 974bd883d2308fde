// SPDX-License-Identifier: Apache-2.0
// What holds for the parts of a picture without being drawn by itself: policies, mTLS, imports, declared callers.
#pragma once

#include "models/mesh/effective/clienttls.h"
#include "models/mesh/effective/servermtls.h"
#include "models/mesh/effective/sidecarscope.h"
#include "models/topology/topology.h"

#include <memory>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace meshdraft::topology {

/// What becomes of a connection: what the client sends against what the server takes.
enum class EdgeSecurity : std::uint8_t {
    Unknown,
    Mutual, ///< mTLS
    Tls, ///< TLS that the client's proxy starts, without a certificate of the mesh
    Plaintext,
    PerEndpoint, ///< mTLS to some of the servers, plaintext to the others
    Refused, ///< the server does not take what the client sends
};

struct EdgeFact {
    std::string protocol; ///< of the destination's port: "HTTP 9080"; empty where files do not tell
    EdgeSecurity security = EdgeSecurity::Unknown;
    mesh::effective::ClientTls client = mesh::effective::ClientTls::Unknown;
    mesh::effective::ClientTlsReason clientReason = mesh::effective::ClientTlsReason::HostNotFound;
    Location clientWhere; ///< of what decides it; without a path: a default of Istio
    std::string caller; ///< who is taken for the client: "gateway edge/shop-gw", "pods of shop"
    bool hasServer = false; ///< workloads of the destination are in the files
    bool serversDiffer = false;
    mesh::effective::PeerMode server = mesh::effective::PeerMode::Unknown;
    mesh::effective::PeerReason serverReason = mesh::effective::PeerReason::Default;
    Location serverWhere;
};

/// A policy and what it is for.
struct PolicyFact {
    std::string id; ///< of its node
    mesh::ElementRef element;
    Location where;
    std::string detail; ///< "ALLOW", "STRICT", a port ...; as the file spells it
    std::string scope; ///< a namespace, "*" the whole mesh; empty: only `targets`
    std::vector<std::string> targets; ///< ids of the nodes that it selects
};

/// What a proxy gets to know of.
struct ImportFact {
    std::uint32_t imported = 0; ///< hosts that its Sidecar lets in
    std::uint32_t total = 0; ///< hosts that it would know without
    mesh::ElementRef sidecar;
};

enum class CallSource : std::uint8_t { Principal, Egress, Annotation };

struct CallFact {
    std::string id; ///< of its edge
    std::string from; ///< ids of nodes
    std::string to;
    CallSource source = CallSource::Annotation;
    mesh::ElementRef element; ///< where it is declared
    Location where;
};

struct Facts {
    std::unordered_map<std::string, EdgeFact> edges; ///< by id, of Routes and Mirrors
    std::vector<PolicyFact> policies; ///< in file order
    std::unordered_map<std::string, ImportFact> imports; ///< by id of the workload's node
    std::vector<CallFact> calls;
    std::unordered_map<std::string, std::vector<std::uint32_t>> selectedBy; ///< node -> policies with it as a target

    /// The policies that hold for a node, those for its namespace and the mesh included.
    std::vector<const PolicyFact*> policiesFor(const Topology& topology, const Node& node) const;
    const PolicyFact* policyOf(const std::string& nodeId) const;
};

using FactsPtr = std::shared_ptr<const Facts>;

/// Cost: linear in edges and workloads, but for imports: hosts times the namespaces with a Sidecar.
FactsPtr findFacts(const mesh::MeshGraphPtr& graph, const Topology& whole, const std::stop_token& stop = {});

/// A picture with the nodes of policies and the edges of declared callers, as far as `layers` (view.h) ask for them.
Topology withFacts(const Topology& whole, const Facts& facts, std::uint32_t layers);

} // namespace meshdraft::topology
