// SPDX-License-Identifier: Apache-2.0
// Rules that several kinds share.
#pragma once

#include "models/checks/validation/rules.h"

#include <span>

namespace meshdraft::checks::validation {

/// Something is missing below a mapping: said at the value where it is there but empty, else at the mapping.
/// `isInTable`: the schema table asks for the field itself, so only the empty value is left to say.
void requireFilled(Rules& rules, NodeRef mapping, std::string_view key, bool isInTable = false);
/// One of two fields, said at the one that has to go.
void forbidTogether(Rules& rules, NodeRef unwanted, std::string_view other);

void checkDuration(Rules& rules, NodeRef node);
void checkDurations(Rules& rules, NodeRef mapping, std::initializer_list<std::string_view> keys);
/// A share in percent: 0, or at least 0.0001.
void checkFraction(Rules& rules, NodeRef percent);
/// A regular expression of at most 1024 bytes.
void checkRegex(Rules& rules, NodeRef node);
/// A condition on a text: `prefix` may not be empty unless `allowsEmptyPrefix`.
void checkStringMatch(Rules& rules, NodeRef match, bool allowsEmptyPrefix = false);
void checkWildcardHost(Rules& rules, NodeRef node);
void checkIpOrCidr(Rules& rules, NodeRef node);
/// Keys and values of labels.
void checkLabels(Rules& rules, NodeRef labels);
/// Port name and protocol of a port; both may be absent.
void checkPortName(Rules& rules, NodeRef name);
void checkProtocol(Rules& rules, NodeRef protocol, bool mayBeEmpty);
/// No two items have the same value; said at the later one.
void checkUnique(Rules& rules, std::span<const NodeRef> nodes);
/// Empty texts in a list.
void checkNoEmptyItems(Rules& rules, NodeRef list);

/// `selector.matchLabels`, and targetRef and targetRefs beside it.
void checkPolicyTarget(Rules& rules, NodeRef spec);
/// A selector with matchLabels: warns where it has none.
void checkMatchLabels(Rules& rules, NodeRef selector);
/// `workloadSelector.labels`; false: nothing else is to be said of the resource.
bool checkLabelSelector(Rules& rules, NodeRef selector);

enum class Exported : std::uint8_t { Plain, ServiceEntry };
void checkExportTo(Rules& rules, NodeRef exportTo, Exported kind = Exported::Plain);

/// Host, subset and port of a destination.
void checkDestination(Rules& rules, NodeRef destination);
/// `retries` of a route or of the mesh config.
void checkRetries(Rules& rules, NodeRef retries);

// Parts of a traffic policy, also of a Sidecar and of the mesh config.
void checkConnectionPool(Rules& rules, NodeRef pool);
void checkOutlierDetection(Rules& rules, NodeRef detection);
/// `hasDetection`: endpoints that fail are taken out, which failover needs.
void checkLocality(Rules& rules, NodeRef setting, bool hasDetection);
void checkZoneAware(Rules& rules, NodeRef setting, bool hasDetection);

/// TLS settings of a server, of a Gateway or Sidecar.
void checkServerTls(Rules& rules, NodeRef tls);
/// Address, ports and labels of an endpoint.
void checkEndpoint(Rules& rules, NodeRef endpoint);

} // namespace meshdraft::checks::validation
