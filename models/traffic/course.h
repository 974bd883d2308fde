// SPDX-License-Identifier: Apache-2.0
// What the parts of the evaluation share while one request is followed.
#pragma once

#include "models/mesh/effective/meshview.h"
#include "models/traffic/answer.h"
#include "models/traffic/registry.h"
#include "models/traffic/request.h"
#include "models/traffic/routeindex.h"
#include "models/traffic/routematch.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace meshdraft::traffic {

class GatewayApiIndex;
class IngressIndex;
struct ResponseFlag;

/// What is looked up in a mesh, made once.
struct MeshIndex {
    explicit MeshIndex(std::shared_ptr<const mesh::effective::MeshView> meshView);
    ~MeshIndex();
    MeshIndex(const MeshIndex&) = delete;
    MeshIndex& operator=(const MeshIndex&) = delete;

    std::shared_ptr<const mesh::effective::MeshView> view;
    Registry registry;
    RouteIndex routes;
    std::unique_ptr<const GatewayApiIndex> gatewayApi;
    std::unique_ptr<const IngressIndex> ingress;
};

/// The proxy that sends a request on.
struct Proxy {
    std::string ns;
    mesh::Labels labels; ///< of its pods
    mesh::ResourceIndex workload = mesh::noResource;
    mesh::ResourceIndex sidecar = mesh::noResource; ///< the Sidecar that holds for it
    bool isGateway = false;
};

/// The steps of one evaluation, and the choices that files leave open.
struct Course {
    const MeshIndex& index;
    const Request& request;
    mesh::ResourceIndex first = mesh::noResource; ///< the object taken as the oldest of its rank
    std::vector<Step> steps{};
    std::vector<std::vector<mesh::ResourceIndex>> tied{}; ///< objects of one age of which the first one wins

    const mesh::effective::MeshView& view() const { return *index.view; }
    const mesh::Resource& at(mesh::ResourceIndex resource) const { return view().at(resource); }
    mesh::ElementRef element(Place place) const;

    Step& add(Stage stage, std::string code, std::vector<std::string> args = {}, mesh::ElementRef element = {});
    Step& add(Stage stage, std::string code, std::vector<std::string> args, Place place)
    {
        return add(stage, std::move(code), std::move(args), element(place));
    }
};

/// One destination of a route, before it is looked at.
struct Target {
    std::string host;
    std::string subset;
    std::uint32_t port = 0;
    double percent = 100;
    Place place;
    bool isUnknown = false;
};

/// Where a proxy's listeners and routes send a request.
struct Path {
    Verdict verdict = Verdict::Routed; ///< Routed: the targets decide; Passthrough: on to where it was sent
    bool isHttp = false; ///< handled as HTTP by this proxy
    int status = 0;
    std::string flag;
    std::string details;
    mesh::ElementRef because;
    std::vector<Target> targets;
    std::vector<Target> mirrors;
    const RouteRule* rule = nullptr; ///< null: Istio's own route
    const RouteMatch* match = nullptr;
    mesh::ResourceIndex table = mesh::noResource; ///< the resource whose routes were read
    RouteTablePtr keep; ///< owns rule and match where nobody else does

    /// Ends here, as the table of response flags has it.
    void endAs(const ResponseFlag& row);
};

/// Turns the rule that a request meets into targets: weights into percentages, absent ports into `port`. The host's
/// only port is taken where `infersPort` (gateways).
void followRule(Course& course, Path& path, const RouteChoice& choice, mesh::ResourceIndex table, std::uint32_t port,
                bool infersPort, std::string_view clientNs);

} // namespace meshdraft::traffic
