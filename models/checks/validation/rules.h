// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"
#include "models/mesh/schemavalidation.h"
#include "models/mesh/yamlreader.h"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace meshdraft::checks::validation {

using source::NodeRef;

/// True for text that is filled in later or encrypted: `${X}`, `$(X)`, `{{ x }}`, `ENC[...]`. Nothing is said of it.
bool isUnknown(std::string_view text);

/// Reads one resource for the rules of its kind and keeps what they find, each once. A null counts as absent. Nothing
/// is said of a value that is not known, nor of one that the structure refuses: one finding for one mistake.
///
/// Sentences are "validation.ID"; their arguments are the field's name, the value (empty unless it is a scalar) and
/// what else the rule gives.
class Rules {
public:
    /// `root`: the resource, or the top of a mesh config. `structure`: what the schema table says against it.
    Rules(const mesh::Resource& resource, NodeRef root, std::span<const mesh::SchemaViolation> structure);

    const mesh::Resource& resource() const { return m_resource; }
    NodeRef root() const { return m_root; }
    NodeRef spec() const { return at(m_root, "spec"); }

    NodeRef at(NodeRef mapping, std::string_view key) const;
    NodeRef at(NodeRef mapping, std::initializer_list<std::string_view> keys) const;
    std::vector<NodeRef> items(NodeRef sequence) { return m_yaml.items(sequence); }
    std::vector<NodeRef::Entry> entries(NodeRef mapping) { return m_yaml.entries(mapping); }
    /// Items of the list at a key.
    std::vector<NodeRef> items(NodeRef mapping, std::string_view key) { return items(at(mapping, key)); }

    /// The value of a scalar; empty for anything else, for null and for what is not known.
    std::string_view text(NodeRef node) const;
    std::string_view text(NodeRef mapping, std::string_view key) const { return text(at(mapping, key)); }
    std::optional<double> number(NodeRef node) const;
    std::optional<double> number(NodeRef mapping, std::string_view key) const { return number(at(mapping, key)); }
    bool isTrue(NodeRef mapping, std::string_view key) const { return m_yaml.isTrue(mapping, key); }
    static bool isNull(NodeRef node);
    /// A value that is filled in later, or that the structure refuses: rules do not build on it.
    bool isUnknown(NodeRef node) const;
    /// A list, map or text with something in it.
    static bool isFilled(NodeRef node);

    void error(NodeRef node, std::string_view id, std::initializer_list<std::string_view> more = {});
    void warning(NodeRef node, std::string_view id, std::initializer_list<std::string_view> more = {});
    /// A warning with a code of its own and exactly these arguments.
    void warningWith(NodeRef node, const char* code, std::string_view id, std::vector<std::string> args);

    /// Warnings are kept or not from here on: Istio loses those of some parts.
    void keepWarnings(bool isKept) { m_keepsWarnings = isKept; }

    /// What was found, each with its place.
    struct Found {
        source::NodeId node = source::noNode;
        const char* code = "";
        Severity severity = Severity::Error;
        std::string message;
        std::vector<std::string> args;

        friend bool operator==(const Found&, const Found&) = default;
    };
    std::vector<Found> take() { return std::move(m_found); }

    /// The field that a value belongs to: its key, or that of its list.
    static std::string fieldName(NodeRef node);

private:
    void add(NodeRef node, Found found);

    const mesh::Resource& m_resource;
    NodeRef m_root;
    mesh::YamlReader m_yaml;
    std::vector<source::NodeId> m_wrong; ///< values that the structure has something against, sorted
    std::vector<Found> m_found;
    std::unordered_set<std::string> m_said; ///< m_found as texts: aliases lead to the same node again
    bool m_keepsWarnings = true;
};

} // namespace meshdraft::checks::validation
