// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace meshdraft::checks::validation {

/// True when a text follows the grammar of CEL, the Common Expression Language (cel-spec, langdef.md, Syntax). Names
/// and types are not looked at.
bool isCelExpression(std::string_view text);

} // namespace meshdraft::checks::validation
