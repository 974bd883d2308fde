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
inline constexpr auto concurrencyLow = "concurrency.low"; ///< {}
inline constexpr auto subsetHidden = "subset.hidden"; ///< {subset, host, namespace of the callers, DestinationRule}
inline constexpr auto hostHidden = "host.hidden"; ///< {host, namespace of the caller, what has the host}
inline constexpr auto hostHiddenRoutes = "host.hidden.routes"; ///< {VirtualService, host, namespace of the caller}
inline constexpr auto weightsFlagger = "weights.flagger"; ///< {Canary}
inline constexpr auto weightsRollout = "weights.rollout"; ///< {Rollout}
inline constexpr auto sidecarNone = "sidecar.none"; ///< {namespace, workloads, hosts of the mesh, hosts elsewhere}
inline constexpr auto exportOpen = "export.open"; ///< {host, namespace}
// Of Kiali's validations, and of security, injection and rollout.

inline constexpr auto exportNamespace = "export.namespace"; ///< {namespace}
inline constexpr auto exportNamespaceUnknown = "export.namespace.unknown"; ///< {namespace, number of places}
inline constexpr auto policyMethod = "policy.method"; ///< {method}
inline constexpr auto policyMethodPath = "policy.method.path"; ///< {value}
inline constexpr auto policyHost = "policy.host"; ///< {host}
inline constexpr auto policyIdentityServer = "policy.identity.server"; ///< {namespace}
inline constexpr auto policyIdentityRule = "policy.identity.rule"; ///< {namespace}
inline constexpr auto policyIdentityAuto = "policy.identity.auto"; ///< {namespace}
inline constexpr auto policyPrincipal = "policy.principal"; ///< {account, namespace}
inline constexpr auto policyPrincipalUnknown = "policy.principal.unknown"; ///< {account, namespace, number of places}
inline constexpr auto policyPrincipalForm = "policy.principal.form"; ///< {the rest}
inline constexpr auto policyTrustDomain = "policy.principal.domain"; ///< {trust domain}
inline constexpr auto ruleConflictSubset = "rule.conflict.subset"; ///< {subset, the other DestinationRules}
inline constexpr auto ruleConflictPolicy = "rule.conflict.policy"; ///< {host, the other DestinationRules}
inline constexpr auto rulePlaintext = "rule.tls.plaintext"; ///< {Service, mode}
inline constexpr auto ruleMutualDisabled = "rule.tls.mutual"; ///< {Service}
inline constexpr auto ruleMutualNoProxy = "rule.tls.noproxy"; ///< {Service}
inline constexpr auto ruleLosesMtls = "rule.tls.lost"; ///< {host, the other DestinationRule}
inline constexpr auto peerDisabled = "peer.disabled"; ///< {DestinationRule}
inline constexpr auto peerPlaintext = "peer.plaintext"; ///< {DestinationRule}
inline constexpr auto peerWithoutRule = "peer.norule"; ///< {host}
inline constexpr auto subsetLabels = "subset.labels"; ///< {subset, host}
inline constexpr auto egressNamespace = "sidecar.egress.namespace"; ///< {namespace, one that there is}
inline constexpr auto egressHost = "sidecar.egress.host"; ///< {host}
inline constexpr auto egressShort = "sidecar.egress.short"; ///< {name, full host}
inline constexpr auto sidecarDefault = "sidecar.default"; ///< {selector, namespace}
inline constexpr auto weightAlone = "route.weight.alone"; ///< {weight}
inline constexpr auto destinationTwice = "route.destination.twice"; ///< {destination}
inline constexpr auto gatewayName = "gateway.name"; ///< {gateway, ns/name}
inline constexpr auto entryDuplicate = "entry.duplicate"; ///< {host, port, the other ServiceEntries}
inline constexpr auto grantNamespace = "grant.namespace"; ///< {namespace}
inline constexpr auto grantNamespaceUnknown = "grant.namespace.unknown"; ///< {namespace, number of places}
inline constexpr auto servicePortName = "service.port.name"; ///< {target port, workload}
inline constexpr auto servicePortNumber = "service.port.number"; ///< {target port, workload}
inline constexpr auto ambientAllow = "ambient.allow"; ///< {namespace}
inline constexpr auto ambientDeny = "ambient.deny"; ///< {namespace}
inline constexpr auto ambientExtension = "ambient.extension"; ///< {kind, namespace}
inline constexpr auto ambientRoutes = "ambient.routes"; ///< {Service}
inline constexpr auto ambientWaypoint = "ambient.waypoint"; ///< {ns/name}
inline constexpr auto ambientWaypointUnknown = "ambient.waypoint.unknown"; ///< {ns/name, number of places}
inline constexpr auto ambientSidecar = "ambient.sidecar"; ///< {workload}
inline constexpr auto groupAccount = "group.account"; ///< {account, namespace}
inline constexpr auto groupAccountUnknown = "group.account.unknown"; ///< {account, namespace, number of places}
inline constexpr auto groupLabels = "group.labels"; ///< {labels, the other WorkloadGroups}
inline constexpr auto plaintextCaller = "mtls.caller"; ///< {workload, Service}
inline constexpr auto plaintextApiServer = "mtls.apiserver"; ///< {kind, Service}
inline constexpr auto lockoutNothing = "policy.lockout"; ///< {workload}
inline constexpr auto lockoutDeny = "policy.lockout.deny"; ///< {namespace}
inline constexpr auto openToAll = "policy.open"; ///< {namespace}
inline constexpr auto openBeside = "policy.open.beside"; ///< {the other policies}
inline constexpr auto neverExcluded = "policy.never.excluded"; ///< {value}
inline constexpr auto neverPath = "policy.never.path"; ///< {path}
inline constexpr auto neverPort = "policy.never.port"; ///< {port, port of the pods}
inline constexpr auto tokenWithoutPolicy = "token.policy"; ///< {issuer}
inline constexpr auto filterForMesh = "filter.mesh"; ///< {namespace}
inline constexpr auto filterForNamespace = "filter.namespace"; ///< {namespace}
inline constexpr auto rootOwner = "root.owner"; ///< {root namespace, namespace whose files these are}
inline constexpr auto injectionPlace = "injection.place"; ///< {label, kind}
inline constexpr auto injectionOfNamespaces = "injection.place.namespace"; ///< {kind}
inline constexpr auto injectionDisabled = "injection.conflict"; ///< {namespace}
/// {revision, namespace, revision of the namespace}
inline constexpr auto injectionRevision = "injection.conflict.revision";
inline constexpr auto revisionMissing = "revision.missing"; ///< {revision, those that there are}
inline constexpr auto revisionUnknown = "revision.unknown"; ///< {revision, number of places}
inline constexpr auto rolloutHold = "rollout.hold"; ///< {workload, number of places}
inline constexpr auto rolloutDrain = "rollout.drain"; ///< {workload, number of places}
inline constexpr auto rolloutRecreate = "rollout.recreate"; ///< {workload}
inline constexpr auto rolloutAllGone = "rollout.all"; ///< {workload, pods taken away, replicas}
inline constexpr auto rolloutSomeGone = "rollout.some"; ///< {workload, pods taken away, replicas}
inline constexpr auto portHides = "port.hides"; ///< {name, port, target port}
inline constexpr auto portHidesRoutes = "port.hides.routes"; ///< {Service, name of a port}
inline constexpr auto matchGateway = "route.match.gateway"; ///< {gateway}
inline constexpr auto apiVersionOld = "api.old"; ///< {kind, version, the one to write, number of places}
inline constexpr auto apiVersionGone = "api.gone"; ///< {kind, version, the one to write}

} // namespace meshdraft::checks::message
