// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/answer.h"

namespace meshdraft::traffic {

/// The step behind which the fate of a share is known; null where there is none.
const Step* decidingStep(const Answer& answer, std::size_t share);

} // namespace meshdraft::traffic
