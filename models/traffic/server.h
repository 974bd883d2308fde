// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/destination.h"

namespace meshdraft::traffic {

/// What arrives at a workload.
struct ServerArrival {
    const RegistryService* service = nullptr;
    std::uint32_t servicePort = 0;
    Wire wire = Wire::Plaintext;
};

/// How one workload's side ends.
struct ServerEnd {
    Verdict verdict = Verdict::Routed;
    int status = 0;
    std::string flag;
    std::string details;
    mesh::ElementRef because;
};

/// Follows a request into a workload: its data plane, the inbound listener with its mTLS mode, RequestAuthentication,
/// AuthorizationPolicy.
ServerEnd followServer(Course& course, mesh::ResourceIndex workload, const ServerArrival& arrival,
                       const Delivery& delivery, int share);

} // namespace meshdraft::traffic
