// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string_view>

namespace meshdraft::workspace {

/// What findings with a code are about, in half a sentence; empty for an unknown code.
QString codeText(std::string_view code);

/// The page about a code.
QString codeUrl(std::string_view code);

} // namespace meshdraft::workspace
