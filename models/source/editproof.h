// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/edit.h"

namespace meshdraft::source {

/// True if `splices` turn `document` into the same tree with these changes and nothing else: the edited bytes are
/// parsed again and compared node by node.
bool provesRight(const Document& document, std::span<const Splice> splices, std::span<const ScalarChange> changes,
                 std::span<const EntryAddition> additions);

} // namespace meshdraft::source
