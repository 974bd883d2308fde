// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::kustomize {

/// What a resource was called at some stage; patches may use any name that it had.
struct ResourceName {
    std::string name;
    std::string ns; ///< empty where none is written

    friend bool operator==(const ResourceName&, const ResourceName&) = default;
};

/// A patch document that was put over a resource, by the kustomization of a directory.
struct AppliedPatch {
    std::string directory;
    Origin root; ///< the patch document
    bool forOneOnly = false; ///< it can reach no other resource
};

/// A resource while a root is read.
struct ReadResource {
    std::string group;
    std::string version;
    std::string kind;
    ResourceName name; ///< the present one
    std::vector<ResourceName> names; ///< all so far, the present one included
    Value root;
    Origin generatedBy; ///< a generator made it or changed it
    bool isUnsure = false; ///< a patch did something that is not read here
    std::vector<AppliedPatch> patches;

    void rename(ResourceName next);
};

/// The labels, annotations and identity that a kustomization's selectors (`target:`, `select:`, `reject:`) ask for.
/// Patterns are RE2 over the whole string, as Kustomize takes them.
class Selector {
public:
    /// Reads a selector out of a mapping with folded keys.
    static Selector of(source::NodeRef mapping);

    bool matches(const ReadResource& resource) const;
    /// True when it says nothing.
    bool isEmpty() const;

private:
    std::string m_group;
    std::string m_version;
    std::string m_kind;
    std::string m_name;
    std::string m_ns;
    std::string m_labels;
    std::string m_annotations;
};

/// Kubernetes' syntax of label selectors: `a=b,c!=d,e in (x, y),f notin (z),g,!h`.
bool matchesLabels(std::string_view selector, const Value* labels);

} // namespace meshdraft::kustomize
