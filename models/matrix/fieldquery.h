// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::matrix {

/// Any field of a kind: `VirtualService:spec.http[*].timeout`.
struct FieldQuery {
    enum class StepKind : std::uint8_t { Key, AnyKey, AnyItem, Item, NamedItem };
    struct Step {
        StepKind kind = StepKind::Key;
        std::string key; ///< Key, NamedItem
        std::size_t index = 0; ///< Item
    };
    std::string text; ///< the kind spelled as Kubernetes does, and the path as given
    std::string kind;
    std::vector<Step> steps;

    /// True if one resource may have several such fields.
    bool isMany() const;
};

/// Reads KIND:path. KIND in any case, singular, plural or short. `[*]` is every item of a list, `[2]` its third,
/// `[name]` the one with this name (or another key of the list), `*` every key, `["a.b/c"]` a key with other
/// characters. Errors: "matrix.field" (args: text): not of this form; "matrix.unknownKind" (args: kind);
/// "matrix.unknownField" and "matrix.misspelledField" (args: kind, path, nearest key): the kind's schema has no such
/// field; "matrix.secret": values of Secrets are not shown.
Expected<FieldQuery> parseField(std::string_view text);

} // namespace meshdraft::matrix
