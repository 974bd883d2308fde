// SPDX-License-Identifier: Apache-2.0
// Where requests go hop by hop, for people.
#pragma once

#include "models/traffic/flows.h"

#include <QString>

namespace meshdraft::workspace {

/// "90 %", "33.3 %".
QString flowPercentText(double percent);
/// "90 %", "copies of 5 %", "all of them together 100 %": several pods share it in a way that files do not say.
QString flowShareText(double percent, bool isExact, bool isMirror);
/// "gateway edge/shop-gw", "reviews.shop.svc.cluster.local:9080/v1", "shop/reviews-v1", "denied".
QString flowNodeText(const traffic::FlowNode& node);
/// "from gateway edge/shop-gw to reviews.acorn.example"; "GET /cart from ..." where it is no plain GET.
QString flowText(const traffic::Request& request);
/// "25 % of the requests reach nobody (subset without endpoints).", a sentence.
QString flowProblemText(const traffic::FlowProblem& problem);

} // namespace meshdraft::workspace
