// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resourcekey.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::changes {

/// One step of a field path: a key, or a position in a list.
struct PathStep {
    std::string key;
    std::size_t index = 0;
    bool isIndex = false;

    friend bool operator==(const PathStep&, const PathStep&) = default;
};

/// The steps of a path; those before the first that cannot be read.
std::vector<PathStep> stepsOf(const mesh::FieldPath& path);
/// The path of the first steps.
mesh::FieldPath pathOf(std::span<const PathStep> steps);

/// Text against a pattern in which `*` stands for any run of characters and `\*` for a star. Whole text.
bool globMatches(std::string_view pattern, std::string_view text);

/// A pattern over field paths: `spec.http|tls|tcp[*].route[*].weight`. A key is a glob or several between `|` (`*` any
/// key), `[*]` any position, `**` any number of steps, `["a.b/c"]` a key with other characters.
class FieldPattern {
public:
    /// Nothing when the text is not a pattern.
    static std::optional<FieldPattern> parse(std::string_view text);
    bool matches(std::span<const PathStep> steps) const;

private:
    enum class StepKind : std::uint8_t { Key, AnyIndex, Index, AnySteps };
    struct Step {
        StepKind kind = StepKind::Key;
        std::vector<std::string> globs;
        std::size_t index = 0;
    };
    static bool matches(std::span<const Step> pattern, std::span<const PathStep> steps);

    std::vector<Step> m_steps;
};

} // namespace meshdraft::changes
