// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace meshdraft::mesh {

inline constexpr std::string_view clusterDomain = ".svc.cluster.local";
inline constexpr std::string_view rootNamespace = "istio-system";

/// The host as Istio reads it in a resource of `ns`: a name without dots that is no IPv6 address and no wildcard is
/// short for NAME.NS.svc.cluster.local; everything else stands as written (istio.io, VirtualService, Destination.host).
std::string fullyQualifiedHost(std::string_view host, std::string_view ns);

/// "NAME.NS.svc.cluster.local".
std::string serviceHost(std::string_view name, std::string_view ns);

/// The namespace in NAME.NS.svc.cluster.local; empty for any other host.
std::string_view namespaceOfServiceHost(std::string_view fqdn);

/// The gateway that an entry of spec.gateways names, as "ns/name". "ns/name" as written ("./name": the own namespace);
/// a name without dots is in the own namespace; the old form NAME.NS... is read as Istio still reads it.
std::string gatewayReference(std::string_view gateway, std::string_view ns);

/// True for text that is filled in later or elsewhere (`${HOST}`, `$(var)`, `{{ .Values.x }}`, `ENC[...]`): it contains
/// a character that no host or resource name has.
bool hasPlaceholder(std::string_view name);

/// True for any text that is filled in later or encrypted: `${X}`, `$(X)`, `{{ x }}`, `ENC[...]`.
bool isFilledInLater(std::string_view text);

} // namespace meshdraft::mesh
