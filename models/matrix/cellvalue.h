// SPDX-License-Identifier: Apache-2.0
// How cells are made from fields: the text as it is shown, and what it means when compared.
#pragma once

#include "models/matrix/matrix.h"
#include "models/mesh/schema.h"

namespace meshdraft::matrix {

/// The value of a node in one line: a scalar's value, lists and mappings in flow style.
std::string writtenText(source::NodeRef node);

/// What a value means: durations, numbers and booleans in one spelling; `field` may be null. Never empty.
std::string meaningOf(std::string_view value, const mesh::FieldSchema* field);

/// True for text that is filled in later: `${X}`, `$(X)`, `{{ x }}`, `ENC[...]`.
bool isFilledInLater(std::string_view value);

/// The schema of a field of a resource; null where no table has it.
const mesh::FieldSchema* schemaOf(const mesh::Resource& resource, const mesh::FieldPath& path);

/// A field that is written.
Cell writtenCell(const mesh::Resource& resource, source::NodeRef node, const mesh::FieldSchema* field);
/// A field that is not: `nearest` is the place where it would stand; `value` is what holds, empty: nothing.
Cell absentCell(const mesh::Resource& resource, source::NodeRef nearest, Note note, std::string value = {},
                const mesh::FieldSchema* field = nullptr);
/// A value that several fields decide together, shown at one of them.
Cell derivedCell(const mesh::Resource& resource, source::NodeRef node, std::string value);
/// A cell without a place.
Cell bareCell(CellState state, Note note);
/// Gives a cell a place in a graph; a null element is left out.
void place(Cell& cell, const mesh::MeshGraph& graph, const mesh::ElementRef& element);

} // namespace meshdraft::matrix
