// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/editor/caretpath.h"
#include "models/workspace/snapshot.h"

#include <string>
#include <vector>

namespace meshdraft::workspace {

/// Something that can be written at the caret.
struct Suggestion {
    std::string text; ///< what is shown and looked for
    std::string insert; ///< what is written
    std::string kind; ///< of the resource it comes from; empty: of the schema
    std::string detail; ///< type of a field, ports of a service
    bool isRequired = false;
    std::string sentence; ///< of the schema, in English
};

struct Suggestions {
    enum class What : std::uint8_t {
        Nothing,
        Fields, ///< `subject`: the field or kind that holds them
        Values, ///< `subject`: the field
        Hosts, ///< `subject`: the namespace that can see them
        Subsets, ///< `subject`: the host
        Ports, ///< `subject`: the host
        Gateways, ///< `subject`: the namespace
        Namespaces,
        Identities,
    };
    What what = What::Nothing;
    std::string subject;
    source::ByteRange replaced; ///< what is replaced by the one that is chosen
    std::string typed; ///< what they begin with, or hold
    std::vector<Suggestion> items; ///< those that fit, best first
    std::size_t all = 0; ///< how many there are without what is typed
};

/// What can be written at a caret, out of the schema tables and the mesh of the snapshot. `text` is the current text of
/// the file, in which `caret` was found; it need not parse.
Suggestions suggestionsAt(const Snapshot& snapshot, std::string_view text, const CaretPath& caret);

/// The namespace of the resource that a caret stands in.
std::string namespaceAt(const Snapshot& snapshot, const CaretPath& caret);

} // namespace meshdraft::workspace
