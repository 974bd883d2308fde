// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/fieldpattern.h"
#include "models/changes/riskpolicy.h"

#include <optional>
#include <set>

namespace meshdraft::changes {

/// Globs of which one has to match; `!` in front: none may match. Empty: everything fits.
struct GlobList {
    std::vector<std::string> wanted;
    std::vector<std::string> unwanted;

    /// The globs as they are written, `!` in front of those that are unwanted.
    static GlobList of(std::vector<std::string> globs);
    bool isEmpty() const { return wanted.empty() && unwanted.empty(); }
    bool fits(std::string_view text) const;
};

/// One rule of a policy; docs/risk.md describes the conditions.
struct RiskPolicy::Rule {
    std::string id;
    Tier tier = Tier::None;
    std::string reason; ///< id of the sentence
    std::string text; ///< instead of `reason`: the sentence itself
    std::string source; ///< where the rule comes from

    GlobList kinds;
    GlobList groups;
    GlobList names;
    GlobList namespaces; ///< "$root": a root namespace of the policy
    std::set<Operation> operations;
    std::vector<FieldPattern> fields;
    std::vector<FieldPattern> except;
    std::set<Operation> fieldOperations;
    GlobList oldValues;
    GlobList newValues;
    bool inside = false;
    std::vector<std::string> itemLacks;
    std::vector<std::pair<FieldPattern, GlobList>> has;
    std::vector<FieldPattern> lacks;
    std::optional<double> moveAtLeast;
    std::optional<double> moveBelow;
    std::optional<bool> referenced;
    bool textOnly = false;
    bool unmatched = false;
};

/// A policy as it stands in its file.
struct RiskPolicyData {
    std::string name;
    std::vector<std::string> rootNamespaces;
    std::vector<std::shared_ptr<const RiskPolicy::Rule>> rules;
};

/// Reads a policy; errors as RiskPolicy::parse.
Expected<RiskPolicyData> readPolicy(const std::string& json, const std::string& path);
/// The same out of YAML: the root of a document of `text`.
Expected<RiskPolicyData> readPolicy(const source::ParsedText& text, source::NodeRef root, const std::string& path);
/// A list of rules alone.
Expected<std::vector<std::shared_ptr<const RiskPolicy::Rule>>> readRules(const source::ParsedText& text,
                                                                         source::NodeRef list, const std::string& path);

} // namespace meshdraft::changes
