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

/// True where istiod takes a WorkloadEntry for one with a proxy: its label security.istio.io/tlsMode, else a service
/// account (istio/pilot/pkg/serviceregistry/serviceentry/conversion.go).
bool hasProxy(const mesh::WorkloadEntry& entry);
/// Labels of a workload's pods or of a WorkloadEntry.
const mesh::Labels& labelsOf(const mesh::Resource& server);
/// The port of a workload or WorkloadEntry behind one of a service.
std::uint32_t podPort(const mesh::Resource& server, const RegistryService& service, std::uint32_t servicePort);

/// Follows a request into a workload or WorkloadEntry: its data plane, the inbound listener with its mTLS mode,
/// RequestAuthentication, AuthorizationPolicy.
ServerEnd followServer(Course& course, mesh::ResourceIndex workload, const ServerArrival& arrival,
                       const Delivery& delivery, int share);

} // namespace meshdraft::traffic
