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

// Of Istio's analyzers.

inline constexpr auto uncheckedServer = "server.unchecked"; ///< {host, mode}
inline constexpr auto uncheckedServerPort = "server.unchecked.port"; ///< {host, mode, port}
inline constexpr auto deprecatedField = "deprecated.field"; ///< {field, the field to use}
inline constexpr auto ignoredField = "deprecated.ignored"; ///< {field}
inline constexpr auto removedKind = "deprecated.kind"; ///< {kind}
inline constexpr auto webhookWithoutAddress = "webhook.address.none"; ///< {webhook}
inline constexpr auto webhookBadAddress = "webhook.address.bad"; ///< {webhook, url}
inline constexpr auto webhookIpAddress = "webhook.address.ip"; ///< {webhook, address}
inline constexpr auto oldGatewayApi = "gatewayapi.old"; ///< {CRD, version, least version}
inline constexpr auto badCondition = "status.bad"; ///< {type, reason, message}
inline constexpr auto proxyUserId = "pod.user"; ///< {}
inline constexpr auto portName = "port.name"; ///< {name, port}
inline constexpr auto portWithoutName = "port.name.none"; ///< {port}
inline constexpr auto externalPortName = "port.name.external"; ///< {port, name}
inline constexpr auto entryWithoutAddress = "entry.address"; ///< {port}
inline constexpr auto entryProtocol = "entry.protocol"; ///< {host, port, the other ServiceEntries}
inline constexpr auto sidecarSelector = "sidecar.selector"; ///< {selector, namespace}
inline constexpr auto sidecarSelectorUnknown = "sidecar.selector.unknown"; ///< {selector, namespace, number of places}
inline constexpr auto sidecarOverlap = "sidecar.overlap"; ///< {the other Sidecars, workload}
inline constexpr auto sidecarsForAll = "sidecar.several"; ///< {the other Sidecars, namespace}
inline constexpr auto sidecarAmbientNamespace = "sidecar.ambient.namespace"; ///< {namespace}
inline constexpr auto sidecarAmbientPod = "sidecar.ambient.pod"; ///< {workload}
inline constexpr auto telemetrySelector = "telemetry.selector"; ///< {selector, namespace}
/// {selector, namespace, number of places}
inline constexpr auto telemetrySelectorUnknown = "telemetry.selector.unknown";
inline constexpr auto telemetryOverlap = "telemetry.overlap"; ///< {the other Telemetries, workload}
inline constexpr auto telemetriesForAll = "telemetry.several"; ///< {the other Telemetries, namespace}
inline constexpr auto logWithoutProvider = "telemetry.provider.none"; ///< {}
inline constexpr auto lightstep = "telemetry.lightstep"; ///< {provider}
inline constexpr auto conflictingHost = "host.conflict"; ///< {host, the other VirtualServices}
inline constexpr auto gatewaySelector = "gateway.selector"; ///< {selector}
inline constexpr auto gatewaySelectorUnknown = "gateway.selector.unknown"; ///< {selector, number of places}
inline constexpr auto gatewayPort = "gateway.port"; ///< {port, selector}
inline constexpr auto gatewayPortUnknown = "gateway.port.unknown"; ///< {port, selector, number of places}
inline constexpr auto sharedCertificate = "gateway.certificate.shared"; ///< {certificate, the other Gateway}
inline constexpr auto conflictingGateway = "gateway.conflict"; ///< {the other Gateways, port, hosts}
inline constexpr auto internalGateway = "gateway.internal"; ///< {gateway}
inline constexpr auto hostWithoutGateway = "gateway.host.nowhere"; ///< {hosts, gateway}
inline constexpr auto hostNotInGateway = "gateway.host"; ///< {hosts, gateway}
inline constexpr auto portRequired = "destination.port"; ///< {host, its ports}
inline constexpr auto ingressSubset = "destination.ingress"; ///< {host, the other VirtualService}
inline constexpr auto claimWithoutAuthentication = "claim.authentication"; ///< {claim, gateway, pod}
inline constexpr auto credentialMissing = "credential.missing"; ///< {ns/name}
inline constexpr auto credentialUnknown = "credential.unknown"; ///< {ns/name, number of places}
inline constexpr auto credentialKeys = "credential.keys"; ///< {ns/name}
inline constexpr auto credentialBroken = "credential.broken"; ///< {ns/name}
inline constexpr auto credentialExpired = "credential.expired"; ///< {ns/name}
inline constexpr auto credentialEarly = "credential.early"; ///< {ns/name}
inline constexpr auto injectionLabels = "injection.labels"; ///< {labels}
inline constexpr auto injectedByDefault = "injection.default"; ///< {namespace}
inline constexpr auto notInjected = "injection.none"; ///< {namespace}
inline constexpr auto podWithoutProxy = "injection.pod"; ///< {namespace}
inline constexpr auto proxyImage = "injection.image"; ///< {pods, image}
inline constexpr auto imageAutoPod = "injection.auto.pod"; ///< {}
inline constexpr auto imageAutoNotInjected = "injection.auto"; ///< {namespace}
inline constexpr auto webhookOverlap = "webhook.overlap"; ///< {webhook, the others}
inline constexpr auto webhookWithoutService = "webhook.service"; ///< {webhook, ns/name}
inline constexpr auto webhookServiceUnknown = "webhook.service.unknown"; ///< {webhook, ns/name, number of places}
inline constexpr auto portProtocols = "deployment.protocols"; ///< {port, services, protocols}
inline constexpr auto targetPorts = "deployment.targets"; ///< {target port, services, ports}
inline constexpr auto patchAdd = "patch.add"; ///< {applyTo}
inline constexpr auto patchRemove = "patch.remove"; ///< {applyTo}
inline constexpr auto patchReplace = "patch.replace"; ///< {applyTo}
inline constexpr auto patchOrder = "patch.order"; ///< {operation}
inline constexpr auto patchOrderVersion = "patch.order.version"; ///< {operation}
inline constexpr auto jwksBlocklist = "istiod.jwks"; ///< {}
inline constexpr auto policyWorkload = "policy.workload"; ///< {namespace, selector}
inline constexpr auto policyEmptyNamespace = "policy.workload.none"; ///< {namespace}
inline constexpr auto policyWorkloadUnknown = "policy.workload.unknown"; ///< {namespace, selector, number of places}
inline constexpr auto policyNamespace = "policy.namespace"; ///< {namespace}
inline constexpr auto policyNamespaceUnknown = "policy.namespace.unknown"; ///< {namespace, number of places}
inline constexpr auto unknownRegistry = "networks.registry"; ///< {registry, network}
inline constexpr auto unknownRegistryUnknown = "networks.registry.unknown"; ///< {registry, network, number of places}
inline constexpr auto gatewayPolicy = "gateway.policy"; ///< {gateway}
inline constexpr auto subsetWithoutPods = "subset.pods"; ///< {subset, host, labels}
inline constexpr auto subsetWithoutPodsUnknown = "subset.pods.unknown"; ///< {subset, host, labels, number of places}
inline constexpr auto unknownAnnotation = "annotation.unknown"; ///< {annotation}
inline constexpr auto deprecatedInject = "annotation.deprecated.inject"; ///< {annotation}
inline constexpr auto deprecatedAnnotation = "annotation.deprecated"; ///< {annotation}
inline constexpr auto misplacedAnnotation = "annotation.misplaced"; ///< {annotation, kinds, this kind}
inline constexpr auto badAnnotation = "annotation.value"; ///< {annotation, value}

// Of Meshdraft's own.

/// {DestinationRule, its wave, wave of the VirtualService, subset}
inline constexpr auto waveLate = "wave.late";
inline constexpr auto waveSame = "wave.same"; ///< {DestinationRule, wave of both, subset}
inline constexpr auto waveMissing = "wave.none"; ///< {DestinationRule, subset, number of places}
/// {Kustomization, the one that brings what is needed, what is needed, number of places}
inline constexpr auto fluxOrder = "flux.order";
inline constexpr auto subsetUnused = "subset.unused"; ///< {subsets, host}
inline constexpr auto subsetRenamed = "subset.renamed"; ///< {unused subset, the name that routes use, host}
inline constexpr auto gatewayUnused = "gateway.unused"; ///< {gateway}
inline constexpr auto delegateUnused = "delegate.unused"; ///< {VirtualService}
inline constexpr auto routeShadowed = "route.shadowed"; ///< {match, host, gateway, the other VirtualServices}
inline constexpr auto routeShadowedAll = "route.shadowed.all"; ///< {host, gateway, the other VirtualServices}
inline constexpr auto routeOrder = "route.order"; ///< {match, the wider match, its VirtualService, host}
/// {retries, time for each, timeout, the try during which it ends, tries in all}
inline constexpr auto retryTimeout = "retry.timeout";
/// {timeout, workload, host that it calls, timeout there, VirtualService there}
inline constexpr auto callTimeout = "call.timeout";
inline constexpr auto retryChain = "retry.chain"; ///< {VirtualServices, requests at the last one for one at the first}
inline constexpr auto routeTimeout = "route.timeout"; ///< {number of routes}
inline constexpr auto poolLow = "pool.low"; ///< {field, host}
inline constexpr auto poolSingle = "pool.single"; ///< {host}
inline constexpr auto subsetHidden = "subset.hidden"; ///< {subset, host, namespace of the callers, DestinationRule}
inline constexpr auto hostHidden = "host.hidden"; ///< {host, namespace of the caller, what has the host}
inline constexpr auto hostHiddenRoutes = "host.hidden.routes"; ///< {VirtualService, host, namespace of the caller}
inline constexpr auto weightsFlagger = "weights.flagger"; ///< {Canary}
inline constexpr auto weightsRollout = "weights.rollout"; ///< {Rollout}
inline constexpr auto sidecarNone = "sidecar.none"; ///< {namespace, workloads, hosts of the mesh, hosts elsewhere}
inline constexpr auto exportOpen = "export.open"; ///< {host, namespace}

} // namespace meshdraft::checks::message
