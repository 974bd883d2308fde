// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/closure.h"
#include "models/kustomize/transformers.h"
#include "models/mesh/resourcekey.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meshdraft::kustomize {

/// A text that values were read from: a file, or YAML within a scalar of one.
struct ReadText {
    /// The scalar that an inline text stands in.
    struct Outer {
        std::uint32_t text = 0;
        std::uint32_t document = 0;
        source::NodeId node = source::noNode;
    };

    std::string path;
    source::ParsedTextPtr text;
    std::optional<Outer> outer;
};

/// A field of a kustomization that makes values rather than naming a file that holds them.
struct ReadStep {
    std::string what; ///< "namespace", "labels", "images", "replacements", "configMapGenerator", …
    Location where;
    std::vector<std::pair<std::string, std::string>> sets; ///< keys and values it puts; of "namespace" the one value
};

/// Our own reading of the files of a root: the resources as Kustomize would make them, and of every value where it was
/// written. It follows Kustomize 5 (resources, generators, components, then patches and transformers in their order).
/// It decides nothing by itself: a value counts only where the real render has the same one. Immutable once built.
class Reading {
public:
    static std::shared_ptr<const Reading> of(const KustomizeClosure& closure);

    const Resources& resources() const { return m_resources; }
    const ReadText& text(std::uint32_t index) const { return m_texts[index]; }
    const std::vector<ReadStep>& steps() const { return m_steps; }

    /// Finds the resource of the reading for each rendered one, each at most once.
    class Matcher {
    public:
        explicit Matcher(const Reading& reading);
        /// Its place from 1; 0 where the reading has none.
        std::uint32_t match(const mesh::ResourceKey& key);

    private:
        const Reading& m_reading;
        std::vector<bool> m_taken;
    };

private:
    friend class Reader;

    Resources m_resources;
    std::vector<ReadText> m_texts;
    std::vector<ReadStep> m_steps;
};

} // namespace meshdraft::kustomize
