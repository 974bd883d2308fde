// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"

namespace meshdraft::traffic {

/// What reaches the server's side besides the request itself.
struct Delivery {
    const Proxy* client = nullptr; ///< null: a caller without a proxy
    std::vector<std::string> principals; ///< of the client, were it asked
    const Request* sent = nullptr; ///< as the client's proxy sends it on; null: unchanged
    bool isHttp = false; ///< the client's proxy handles it as HTTP, so that failures get a status
};

/// Follows a share of requests from the route to the workloads: cluster, DestinationRule, subset, TLS, endpoints, and
/// what each server's proxy does (CDS, EDS, and the server's LDS). `share` is its position in Answer::shares.
Share followTarget(Course& course, const Target& target, const Delivery& delivery, bool isGatewayApi, int share);

/// The same for requests that no proxy of the caller's touches, or that pass through it unmanaged, to a Service of the
/// cluster.
Share followUnmanaged(Course& course, const RegistryService& service, std::uint32_t port, const Delivery& delivery,
                      Verdict delivered, int share);

} // namespace meshdraft::traffic
