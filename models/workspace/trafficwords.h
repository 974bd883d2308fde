// SPDX-License-Identifier: Apache-2.0
// What the mesh does to a request, for people.
#pragma once

#include "models/traffic/answer.h"
#include "models/traffic/request.h"
#include "models/traffic/requestcompare.h"

#include <QString>

#include <functional>

namespace meshdraft::workspace {

/// One decision as a sentence.
QString stepText(const traffic::Step& step);
/// The same with what comes from the files put through `decorate`.
QString stepText(const traffic::Step& step, const std::function<QString(const std::string&)>& decorate);
/// "Caller", "Routes": the title of what a proxy decides.
QString stageText(traffic::Stage stage);
/// "denied", "no such route": lower case, to stand within a sentence.
QString verdictText(traffic::Verdict verdict);
/// "mutual TLS", "plain text".
QString wireText(traffic::Wire wire);

/// "web", "shop/web", "namespace shop", "gateway shop/ingress", "outside the mesh". `ns`: where names need no
/// namespace.
QString originText(const traffic::Origin& origin, const std::string& ns = {});
/// "GET /cart with x-preview".
QString kindText(const traffic::Request& request);
/// "GET /cart with x-preview from web".
QString requestText(const traffic::Request& request);
/// The same with where it goes: "GET /cart with x-preview from web to reviews".
QString callText(const traffic::Request& request);
/// Where a share of the requests ends, without its percentage: "v1", "payments:9090", "denied by AuthorizationPolicy
/// deny-all". The request's own host is left out where a subset tells enough.
QString shareText(const traffic::Share& share, const traffic::Request& request);
/// "v1 90 %, v2 10 %", "denied by AuthorizationPolicy deny-all".
QString answerText(const traffic::Answer& answer, const traffic::Request& request);
/// "GET /cart with x-preview from web to reviews: v1 100 % -> v3 100 %", "any call from jobs to payments: allowed ->
/// denied".
QString fateText(const traffic::ChangedFate& change);
/// "and 3 callers alike: ...", "and 4 more requests"; empty where there are none.
QString alikeText(const traffic::ChangedFate& change);

} // namespace meshdraft::workspace
