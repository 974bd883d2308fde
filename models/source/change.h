// SPDX-License-Identifier: Apache-2.0
// What can be changed in one document; source/edit.h makes splices of it.
#pragma once

#include "models/source/newvalue.h"

#include <variant>

namespace meshdraft::source {

/// A scalar's new value in the style it has where that can hold the value, else in the nearest that can. An absent
/// value (NodeKind::Empty behind a ':' or '-') can be given one, too. `asString` = the field is a string: a value that
/// YAML 1.1 reads as something else is quoted. Without it a value that can stand plain is written as it is; one in
/// quotes keeps them either way.
struct ScalarChange {
    NodeId node = noNode;
    std::string value;
    bool asString = false;
};

/// Another value of any kind in the place of one; comments within the old value go with it, the one behind its key
/// stays.
struct ValueReplacement {
    NodeId node = noNode;
    NewValue value;
};

/// A new entry of a mapping, before the entry with the key `before`, else behind the last one.
struct EntryInsertion {
    NodeId mapping = noNode;
    std::string key;
    NewValue value;
    NodeId before = noNode;
};

/// A new item of a sequence, before the item `before`, else behind the last one.
struct ItemInsertion {
    NodeId sequence = noNode;
    NewValue value;
    NodeId before = noNode;
};

/// Takes out an entry (named by its key) or an item, with its own comments (source/entryextent.h). A collection that
/// loses all it holds becomes `{}` or `[]`.
struct Removal {
    NodeId node = noNode;
};

/// Another key for an entry.
struct KeyRename {
    NodeId key = noNode;
    std::string name;
};

/// Puts an entry (named by its key) or an item before another one of its collection, else behind the last one. Its own
/// comments go along.
struct Move {
    NodeId node = noNode;
    NodeId before = noNode;
};

using Change = std::variant<ScalarChange, ValueReplacement, EntryInsertion, ItemInsertion, Removal, KeyRename, Move>;

} // namespace meshdraft::source
