// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/meshview.h"
#include "models/mesh/effective/outcome.h"

namespace meshdraft::mesh::effective {

/// Who calls.
struct Client {
    std::string ns;
    Labels labels; ///< of its pods
    ResourceIndex workload = noResource; ///< noResource: some pod there that has a sidecar
};

/// The client that the pods of a workload are.
Client clientOf(const MeshView& view, ResourceIndex workload);

/// Whose rules were asked, in this order. The first namespace with a rule for the host ends the search.
enum class RuleScope : std::uint8_t {
    None, ///< no rule holds
    ClientNamespace,
    ServiceNamespace,
    RootNamespace,
};

/// DestinationRules merged into one.
struct MergedRule {
    struct Subset {
        std::string name;
        ResourceIndex rule = noResource;
        std::size_t index = 0; ///< in its list of subsets
        friend bool operator==(const Subset&, const Subset&) = default;
    };
    std::string host; ///< for which the rules are: the host itself or the longest wildcard; empty: no rule
    std::vector<ResourceIndex> from; ///< in file order
    ResourceIndex policy = noResource; ///< whose trafficPolicy holds
    std::vector<Subset> subsets; ///< by name, each from the first rule with it
    friend bool operator==(const MergedRule&, const MergedRule&) = default;

    const Subset* findSubset(std::string_view name) const;
};

/// The DestinationRule that a client really uses for a host of a Service in `serviceNs` (empty: of nobody known).
/// Within a namespace the most specific host counts; rules for the same host with the same exportTo are merged: subsets
/// by name, and the first trafficPolicy. First is the oldest, rules with a workloadSelector before others.
using RuleChoice = Effective<MergedRule, RuleScope>;
RuleChoice destinationRuleFor(const MeshView& view, const Client& client, std::string_view fqdn,
                              std::string_view serviceNs);

} // namespace meshdraft::mesh::effective
