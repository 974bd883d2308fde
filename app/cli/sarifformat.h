// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/findingformats.h"

namespace meshdraft::cli {

/// The report as SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0).
QByteArray writeSarif(const Report& report);

} // namespace meshdraft::cli
