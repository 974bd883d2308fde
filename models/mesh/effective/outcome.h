// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resourcekey.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace meshdraft::mesh::effective {

/// One value, why it holds, and where that is written.
template <typename Value, typename Reason> struct Outcome {
    Value value{};
    Reason reason{};
    std::vector<ElementRef> sources; ///< what decides it, the most decisive first; empty: a default of Istio
};

/// A value that files decide. Where Istio lets the older object win, files cannot tell which one that is: then there is
/// one outcome for each value that some order of creation gives, and `tied` names the objects.
template <typename Value, typename Reason> struct Effective {
    using Case = Outcome<Value, Reason>;
    std::vector<Case> outcomes; ///< at least one, with different values
    std::vector<ElementRef> tied; ///< the objects whose order of creation decides; empty: nothing is open

    bool dependsOnCreationOrder() const { return outcomes.size() > 1; }
    /// The only outcome, or one of several.
    const Case& first() const { return outcomes.front(); }

    /// Adds an outcome; one with a value that is there already only adds its sources.
    void add(Case outcome)
    {
        const auto known = std::ranges::find(outcomes, outcome.value, &Case::value);
        if (known == outcomes.end()) {
            outcomes.push_back(std::move(outcome));
            return;
        }
        for (ElementRef& source : outcome.sources) {
            if (!std::ranges::contains(known->sources, source))
                known->sources.push_back(std::move(source));
        }
    }
    /// Forgets the ties when every order gives the same value; else names each object once, sorted.
    void settle()
    {
        if (!dependsOnCreationOrder())
            tied.clear();
        std::ranges::sort(tied);
        const auto repeated = std::ranges::unique(tied);
        tied.erase(repeated.begin(), repeated.end());
    }
};

} // namespace meshdraft::mesh::effective
