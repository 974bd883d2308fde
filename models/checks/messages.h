// SPDX-License-Identifier: Apache-2.0
#pragma once

/// The ids of the sentences that findings carry, with their arguments in order. MD001 and MD002 carry the id and the
/// arguments of the error that they report where there is one ("source.syntax", "source.duplicateKey",
/// "git.missingBlob"). Those of validation are "schema.*" of mesh/schemavalidation.h and "validation.*" of
/// workspace/validationwords.cpp.
namespace meshdraft::checks::message {

inline constexpr auto fileTemplate = "file.template"; ///< {}: a Helm or Go template, not read
inline constexpr auto fileSkipped = "file.skipped"; ///< {}: not read, no reason known

inline constexpr auto duplicateIdentity = "duplicate.identity"; ///< {kind, name or ns/name, path:line of the first}

inline constexpr auto danglingGateway = "dangling.gateway"; ///< {ns/name}
inline constexpr auto danglingGatewayUnknown = "dangling.gateway.unknown"; ///< {ns/name, number of places}
/// {kind/ns/name}: the Service or ServiceEntry that a Gateway API route is attached to
inline constexpr auto danglingParent = "dangling.parent";
inline constexpr auto danglingParentUnknown = "dangling.parent.unknown"; ///< {kind/ns/name, number of places}
inline constexpr auto danglingHost = "dangling.host"; ///< {host, namespace of the resource}
inline constexpr auto danglingHostUnknown = "dangling.host.unknown"; ///< {host, namespace, number of places}
/// {host, namespace, full host}: NAME.NAMESPACE, which Istio does not complete, where the full name exists
inline constexpr auto danglingHostShort = "dangling.host.short";
inline constexpr auto destinationWithoutHost = "dangling.host.none"; ///< {}: a destination that names no host
inline constexpr auto danglingPort = "dangling.port"; ///< {port, host}: the host is there, the port is not
inline constexpr auto danglingSubset = "dangling.subset"; ///< {subset, host}
inline constexpr auto danglingSubsetUnknown = "dangling.subset.unknown"; ///< {subset, host, number of places}
inline constexpr auto danglingDelegate = "dangling.delegate"; ///< {ns/name}
inline constexpr auto danglingDelegateUnknown = "dangling.delegate.unknown"; ///< {ns/name, number of places}
inline constexpr auto danglingRuleHost = "dangling.rule.host"; ///< {host, namespace}: of a DestinationRule

} // namespace meshdraft::checks::message
