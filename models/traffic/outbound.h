// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"

#include <string>
#include <vector>

namespace meshdraft::traffic {

/// What the name in a request leads to before any proxy is asked.
struct Resolved {
    std::string host; ///< fully qualified where the cluster has the name; else as written, in lower case
    const RegistryService* service = nullptr; ///< null: an outside name, or an address
    std::string address; ///< written in the request
};

/// Follows a request through the outbound listeners, virtual hosts and routes of a sidecar
/// (istio/pilot/pkg/networking/core: listener.go, httproute.go, tls.go).
Path sidecarOutbound(Course& course, const Proxy& proxy, const Resolved& target, std::uint32_t port);

/// What leaves the mesh unmanaged: passed through, or blocked by REGISTRY_ONLY.
Path unmanaged(Course& course, const Proxy& proxy, Stage stage, bool isHttp);

/// "foo.com:80" without its port, in lower case.
std::string hostWithoutPort(std::string_view authority);

/// The ALPN of a caller's TLS where the request does not say.
std::vector<std::string> alpnOf(const Request& request);

} // namespace meshdraft::traffic
