// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

#include <memory>

namespace meshdraft::changes {

struct RiskPolicyData;

/// The rules that give a change its tier; data in resources/risk, described in docs/risk.md.
class RiskPolicy {
public:
    /// Reads a policy. Errors, each located in `path`: "risk.syntax", "risk.unknownRule" (a condition that does not
    /// exist), "risk.unknownTier", "risk.unknownKey", "risk.unknownOperation", "risk.unknownSchema", "risk.wrongType",
    /// "risk.badPattern", "risk.missing", "risk.duplicateRule".
    static Expected<RiskPolicy> parse(const std::string& json, const std::string& path);
    /// The policy that holds where nothing else is said.
    static const RiskPolicy& builtIn() { return *profile("default"); }
    /// A policy that comes with the program, by its name; null: there is none.
    static std::shared_ptr<const RiskPolicy> profile(std::string_view name);
    /// Their names, the default first.
    static std::vector<std::string> profiles();
    /// A policy made of data that was read (riskrule.h).
    static RiskPolicy of(RiskPolicyData data);

    const std::string& name() const { return m_name; }
    /// Fills in tier and reasons of every change, and of the whole.
    void classify(MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after) const;

    struct Rule;
    const std::vector<std::shared_ptr<const Rule>>& rules() const { return m_rules; }
    const std::vector<std::string>& rootNamespaces() const { return m_rootNamespaces; }

private:
    std::string m_name;
    std::vector<std::string> m_rootNamespaces;
    std::vector<std::shared_ptr<const Rule>> m_rules;
};

} // namespace meshdraft::changes
