// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/views/viewfixture.h"

namespace meshdraft::views {

/// Opens a shop with a history of four commits: "start", "Lock the cart" (a policy that lets in web, and jobs no more),
/// "Slower" (the timeout of the cart's route goes from 3 s to 5 s), "Slower still" (to 7 s).
bool openShop(ViewFixture& fixture);

/// The route of the cart with this timeout.
QByteArray cartRoute(const QByteArray& timeout);

} // namespace meshdraft::views
