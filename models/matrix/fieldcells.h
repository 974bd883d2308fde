// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/matrix/matrix.h"

namespace meshdraft::matrix {

/// A field of one resource.
struct FieldCell {
    std::string item; ///< the path with names for positions where the list has them; empty for a query of one field
    Cell cell;
};

/// Every field of a resource that a query names. Fields that are absent are there, too, with their default.
std::vector<FieldCell> fieldCells(const mesh::Resource& resource, const FieldQuery& query);

} // namespace meshdraft::matrix
