// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/form/formvalue.h"

namespace meshdraft::workspace {

// What a form does to its document, as changes for source::planChanges: never more than what was asked for.
// Errors of all: "edit.noSuchNode" {}: the path leads nowhere.

using Changes = std::vector<source::Change>;

/// Gives a field a value. Absent parents are made; a new entry stands where the table has it if those around it do,
/// else last. A list or mapping that is there already changes only where it differs.
Expected<Changes> setField(const Form& form, const mesh::FieldPath& path, const source::NewValue& value);
Expected<Changes> setText(const Form& form, const mesh::FieldPath& path, const std::string& text);
/// Takes a field out, with parents that are left empty and that the saved file does not have, and with the list or map
/// that loses its last item. No changes when it is absent.
Expected<Changes> clearField(const Form& form, const mesh::FieldPath& path);

/// A new item of a list or an entry of a map; a position past the end: the last one.
Expected<Changes> addItem(const Form& form, const mesh::FieldPath& list, const source::NewValue& value,
                          std::size_t position = static_cast<std::size_t>(-1));
Expected<Changes> addEntry(const Form& form, const mesh::FieldPath& map, const std::string& key,
                           const source::NewValue& value);
/// Puts an item of a list at another position.
Expected<Changes> moveItem(const Form& form, const mesh::FieldPath& item, std::size_t position);
/// Another key for an entry of a map. Errors: "form.duplicateKey" (args: key), "form.emptyKey" {}.
Expected<Changes> renameEntry(const Form& form, const mesh::FieldPath& entry, const std::string& key);
/// Leaves one field of a choice (empty: none) and starts it where it is absent.
Expected<Changes> chooseField(const Form& form, const mesh::FieldPath& object, const FormChoice& choice,
                              const std::string& name);

} // namespace meshdraft::workspace
