// SPDX-License-Identifier: Apache-2.0
#include "tests/topology/meshes.h"

#include "models/mesh/fileset.h"

#include <algorithm>
#include <random>

namespace meshdraft::test {

using namespace topology;

namespace {

constexpr auto edge = R"(
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop-gw, namespace: edge}
spec:
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: ["*.example.com"]
    tls: {mode: SIMPLE, credentialName: shop}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: orders}
spec: {mtls: {mode: PERMISSIVE}}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: payments, namespace: orders}
spec:
  hosts: [api.payments.example]
  ports: [{number: 443, name: tls, protocol: TLS}]
---
)";

constexpr auto preview = R"(
  - name: preview
    match: [{headers: {x-preview: {exact: "true"}}}]
    route: [{destination: {host: reviews, subset: v3}}]
)";

constexpr auto tables = R"(
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: catalog, namespace: shop}
spec:
  hosts: [catalog.shop, www.example.com]
  gateways: [edge/shop-gw, mesh]
  http:
  - route: [{destination: {host: catalog, subset: v1}}]
    mirror: {host: catalog, subset: v2}
    mirrorPercentage: {value: 5}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ledger, namespace: orders}
spec:
  hosts: [ledger]
  tcp:
  - match: [{port: 9000}]
    route: [{destination: {host: ledger}}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: catalog, namespace: shop}
spec:
  host: catalog
  subsets:
  - {name: v1, labels: {version: v1}}
)";

std::string reviews(bool before)
{
    std::string text = R"(
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews.example.com]
  gateways: [edge/shop-gw]
  http:)";
    text += before ? "" : preview;
    text += R"(
  - name: default
    timeout: 3s
    retries: {attempts: 2}
    route:
)";
    text += before ? "    - {destination: {host: reviews, subset: v1}, weight: 90}\n"
                   : "    - {destination: {host: reviews, subset: v1}, weight: 80}\n";
    text += "    - {destination: {host: reviews, subset: v2}, weight: 10}\n";
    text += before ? "" : "    - {destination: {host: reviews, subset: v3}, weight: 10}\n";
    text += R"(---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews, namespace: shop}
spec:
  host: reviews
  trafficPolicy: {outlierDetection: {consecutive5xxErrors: 5}}
  subsets:
  - {name: v1, labels: {version: v1}}
  - {name: v2, labels: {version: v2}}
)";
    text += before ? "" : "  - {name: v3, labels: {version: v3}}\n";
    return text;
}

std::string service(const std::string& name, const std::string& ns)
{
    return "---\napiVersion: v1\nkind: Service\nmetadata: {name: " + name + ", namespace: " + ns
        + "}\nspec: {selector: {app: " + name + "}, ports: [{port: 80, name: http}]}\n";
}

std::string deployment(const std::string& name, const std::string& ns, const std::string& app,
                       const std::string& version, int replicas)
{
    return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name + ", namespace: " + ns
        + "}\nspec: {replicas: " + std::to_string(replicas) + ", template: {metadata: {labels: {app: " + app
        + ", version: " + version + "}}}}\n";
}

} // namespace

std::string shop(bool before)
{
    std::string text = edge + reviews(before) + tables;
    for (const auto& [name, ns] : {std::pair("reviews", "shop"), {"catalog", "shop"}, {"ledger", "orders"}})
        text += service(name, ns);
    text += deployment("reviews-v1", "shop", "reviews", "v1", 4);
    text += deployment("reviews-v2", "shop", "reviews", "v2", 2);
    text += deployment("reviews-v3", "shop", "reviews", "v3", 1);
    text += deployment("catalog-v1", "shop", "catalog", "v1", 3);
    text += deployment("ledger", "orders", "ledger", "v1", 2);
    return text;
}

mesh::MeshGraphPtr meshFrom(const std::vector<std::pair<std::string, std::string>>& files)
{
    std::vector<mesh::ResourcePtr> resources;
    for (const auto& [path, text] : files)
        std::ranges::move(mesh::readResources("test", path, source::parseText(text), "default"),
                          std::back_inserter(resources));
    return mesh::MeshGraph::build("test", std::move(resources));
}

mesh::MeshGraphPtr meshFrom(const std::string& yaml)
{
    return meshFrom({{"mesh.yaml", yaml}});
}

checks::Findings findingsIn(const std::vector<std::pair<std::string, std::string>>& files)
{
    mesh::FileSet set;
    std::vector<std::string> paths;
    for (const auto& [path, text] : files) {
        set.files.push_back({path, source::parseText(text)});
        paths.push_back(path);
    }
    const mesh::MeshGraphPtr graph = meshFrom(files);
    return checks::runChecks({*graph, set, mesh::SharedVector<std::string>(paths)});
}

double FixedMeasure::width(const std::string& text, Role) const
{
    return 7.0 * static_cast<double>(text.size());
}

Topology randomTopology(unsigned seed, int nodes)
{
    std::mt19937 random(seed);
    const auto upTo = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    Topology topology;
    const int groups = 1 + upTo(4);
    for (int i = 0; i < groups; ++i) {
        Group group;
        group.id = group.title = "ns" + std::to_string(i);
        group.mtls = static_cast<mesh::MtlsMode>(upTo(3));
        topology.groups.push_back(group);
    }
    Group outside;
    outside.id = outside.title = "external";
    outside.outside = true;
    topology.groups.push_back(outside);
    std::array<std::vector<std::uint32_t>, 7> ofType;
    for (int i = 0; i < nodes; ++i) {
        Node node;
        node.type = static_cast<NodeType>(upTo(6));
        node.id = "node" + std::to_string(i);
        node.title = std::string(static_cast<std::size_t>(1 + upTo(40)), 'n');
        node.element.key = {"test", "g", "Kind", "ns", node.id};
        node.group = node.type == NodeType::ServiceEntry ? groups : upTo(groups - 1);
        if (node.type == NodeType::Missing)
            node.missingReason = upTo(1) == 0 ? "missing.service" : "missing.gateway";
        for (int row = 0; node.type == NodeType::Service && row < upTo(4); ++row) {
            SubsetRow subset;
            subset.name = "v" + std::to_string(row);
            subset.missing = upTo(5) == 0;
            node.subsets.push_back(subset);
        }
        ofType[static_cast<std::size_t>(node.type)].push_back(static_cast<std::uint32_t>(i));
        topology.nodes.push_back(std::move(node));
    }
    const auto link = [&](NodeType from, NodeType to, EdgeType type, int count) {
        const auto& sources = ofType[static_cast<std::size_t>(from)];
        const auto& targets = ofType[static_cast<std::size_t>(to)];
        for (int i = 0; i < count && !sources.empty() && !targets.empty(); ++i) {
            Edge edge;
            edge.id = "edge" + std::to_string(topology.edges.size());
            edge.from = sources[random() % sources.size()];
            edge.to = targets[random() % targets.size()];
            edge.type = type;
            if (type == EdgeType::Routes || type == EdgeType::Mirrors)
                edge.share = upTo(100) / 100.0;
            const auto rows = static_cast<int>(topology.nodes[edge.to].subsets.size());
            edge.toRow = type == EdgeType::Routes && rows > 0 ? upTo(rows) - 1 : -1;
            edge.dangling = topology.nodes[edge.to].type == NodeType::Missing;
            topology.edges.push_back(std::move(edge));
        }
    };
    link(NodeType::Gateway, NodeType::RouteTable, EdgeType::Exposes, nodes / 5);
    link(NodeType::RouteTable, NodeType::Route, EdgeType::Contains, nodes / 4);
    link(NodeType::Route, NodeType::Service, EdgeType::Routes, nodes / 4);
    link(NodeType::Route, NodeType::Missing, EdgeType::Mirrors, nodes / 12);
    link(NodeType::Route, NodeType::ServiceEntry, EdgeType::Routes, nodes / 20);
    link(NodeType::Route, NodeType::RouteTable, EdgeType::Delegates, nodes / 30);
    link(NodeType::Service, NodeType::Workload, EdgeType::Selects, nodes / 5);
    return topology;
}

const Node* findNode(const Topology& topology, NodeType type, std::string_view title)
{
    const auto it = std::ranges::find_if(topology.nodes,
                                         [&](const Node& node) { return node.type == type && node.title == title; });
    return it == topology.nodes.end() ? nullptr : &*it;
}

std::vector<const Edge*> edgesOf(const Topology& topology, EdgeType type)
{
    std::vector<const Edge*> edges;
    for (const Edge& each : topology.edges)
        if (each.type == type)
            edges.push_back(&each);
    return edges;
}

} // namespace meshdraft::test
