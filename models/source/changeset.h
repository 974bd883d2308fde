// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/change.h"
#include "models/source/error.h"
#include "models/source/layout.h"

#include <map>
#include <span>
#include <unordered_map>

namespace meshdraft::source {

struct ParsedText;

/// What stands in a collection after the changes, one after the other.
struct Slot {
    static constexpr std::size_t isNew = std::numeric_limits<std::size_t>::max();
    std::size_t element = isNew; ///< position among the old elements
    bool isMoved = false; ///< stands elsewhere than before, relative to those that stay
    const std::string* key = nullptr; ///< of a new entry
    const NewValue* value = nullptr; ///< of a new entry or item
};

/// A collection whose entries or items are added, removed or moved.
struct CollectionChange {
    NodeId id = noNode;
    std::vector<Element> elements; ///< as they are
    std::vector<Slot> slots; ///< as they shall be

    bool stays(std::size_t element) const;
};

/// The changes of one document, checked and put together by the nodes that they concern; valid while the changes and
/// the document live.
class ChangeSet {
public:
    /// Errors: those of planChanges but "edit.proof".
    static Expected<ChangeSet> of(const ParsedText& text, const Layout& layout, std::span<const Change> changes);

    const std::unordered_map<NodeId, const ScalarChange*>& scalars() const { return m_scalars; }
    const std::unordered_map<NodeId, const ValueReplacement*>& replacements() const { return m_replacements; }
    const std::unordered_map<NodeId, const KeyRename*>& renames() const { return m_renames; }
    /// By the collection's id.
    const std::map<NodeId, CollectionChange>& collections() const { return m_collections; }

private:
    friend class ChangeCollector;

    std::unordered_map<NodeId, const ScalarChange*> m_scalars;
    std::unordered_map<NodeId, const ValueReplacement*> m_replacements;
    std::unordered_map<NodeId, const KeyRename*> m_renames;
    std::map<NodeId, CollectionChange> m_collections;
};

} // namespace meshdraft::source
