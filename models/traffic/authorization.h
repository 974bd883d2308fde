// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"

#include <optional>
#include <string>
#include <vector>

namespace meshdraft::traffic {

/// Who calls a server or gateway, as its proxy sees it.
struct Caller {
    std::vector<std::string> principals; ///< with the aliases of the trust domain; empty: no mTLS
    std::string ip; ///< empty: unknown
    bool isUnknown = false; ///< whether there is an identity at all cannot be told
};

/// What a policy's server sees.
struct Guarded {
    const Proxy* proxy = nullptr;
    const Request* request = nullptr; ///< as it arrives; null: as it was made
    mesh::ResourceIndex gateway = mesh::noResource; ///< Gateway API: targetRefs may name it
    Caller caller;
    bool isHttp = true;
    std::string host;
    std::uint32_t port = 0; ///< of the pods
    std::string sni;
    std::string requestPrincipal; ///< "issuer/subject" of a token that was checked
    const Token* token = nullptr; ///< of the same; null: none was checked
};

/// The end of a chain of policies.
struct Ruling {
    Verdict verdict = Verdict::Routed; ///< Routed, Denied, Unauthenticated, Unknown
    int status = 0;
    std::string details; ///< response_code_details
    mesh::ElementRef because;
};

/// RequestAuthentication for the server: a token of an issuer that is configured is checked, one of another issuer is
/// refused, none at all passes (istio.io, RequestAuthentication). Fills `guarded` with what the token proves.
Ruling authenticate(Course& course, Guarded& guarded, int share);

/// The request's token where a RequestAuthentication for the proxy accepts it; null: none.
const Token* acceptedToken(const Course& course, const Guarded& guarded);

/// AuthorizationPolicy for the server: CUSTOM, then DENY, then ALLOW; AUDIT and dry runs decide nothing (istio.io,
/// Authorization Policy). Where an ALLOW list refuses, the step names the rule that came nearest.
Ruling authorize(Course& course, const Guarded& guarded, int share);

/// True if a policy in `ns` is for the proxy (selector, targetRefs, namespace, root namespace).
bool isFor(const mesh::effective::MeshView& view, const mesh::PolicyTarget& target, std::string_view ns,
           const Proxy& proxy, mesh::ResourceIndex gateway);

} // namespace meshdraft::traffic
