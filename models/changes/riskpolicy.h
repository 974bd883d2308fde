// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

#include <memory>

namespace meshdraft::changes {

/// The rules that give a change its tier; data in resources/risk/default.json, described in docs/risk.md.
class RiskPolicy {
public:
    /// Reads a policy. Errors, each located in `path`: "risk.syntax", "risk.unknownRule" (a condition that does not
    /// exist), "risk.unknownTier", "risk.unknownKey", "risk.unknownOperation", "risk.unknownSchema", "risk.wrongType",
    /// "risk.badPattern", "risk.missing", "risk.duplicateRule".
    static Expected<RiskPolicy> parse(const std::string& json, const std::string& path);
    /// The policy that comes with the program.
    static const RiskPolicy& builtIn();

    const std::string& name() const { return m_name; }
    /// Fills in tier and reasons of every change, and of the whole.
    void classify(MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after) const;

    struct Rule;
    const std::vector<std::shared_ptr<const Rule>>& rules() const { return m_rules; }

private:
    std::string m_name;
    std::vector<std::string> m_rootNamespaces;
    std::vector<std::shared_ptr<const Rule>> m_rules;
};

} // namespace meshdraft::changes
