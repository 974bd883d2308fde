// SPDX-License-Identifier: Apache-2.0
// Rows of (mesh, request, expected end), each with the sentence of Istio, Gateway API or Envoy that it stands on.
#pragma once

#include "models/traffic/evaluate.h"
#include "tests/mesh/effectivetexts.h"

#include <QString>

#include <initializer_list>
#include <string>
#include <string_view>

namespace meshdraft::test {

struct Row {
    const char* name;
    const char* source; ///< "document, section: what it says", in our words
    std::string yaml; ///< added to baseMesh()
    const char* request; ///< see requestOf()
    const char* wanted; ///< see mismatch()
};

/// Columns "yaml", "request" and "wanted"; a row without a source fails.
void addRows(std::initializer_list<Row> rows);
/// Evaluates the row that is fetched. Shares that do not sum to 100 fail.
void checkRow();

/// Namespaces "shop" and "other" with sidecars, "legacy" without. In shop: web calls reviews (v1, v2; subset v3 has no
/// pods; port 80, named http) and ratings (port 9080 only); "db" is TCP on 3306. In other: client and payments. In
/// legacy: jobs. In istio-system: the pods of the ingress gateway.
std::string baseMesh();

/// Istio objects in namespace shop, unless a namespace is given as "ns/name".
std::string virtualService(const std::string& name, const std::string& spec);
std::string gateway(const std::string& name, const std::string& spec);
std::string authorization(const std::string& name, const std::string& spec, const std::string& metadata = {});
std::string requestAuthentication(const std::string& name, const std::string& spec);
/// A VirtualService "reviews" for the host reviews with these entries of `http`.
std::string http(std::initializer_list<std::string> entries);
/// "route: [...]" to a subset of reviews.
std::string to(const std::string& subset);
/// "match: [{...}], route: [...]".
std::string matchTo(const std::string& match, const std::string& subset);

/// "web GET http://reviews/cart?x=1 h:name=value": who calls (a workload of shop, "ns/workload", "ns:NAMESPACE",
/// "gw:NAME" or "gw:ns/NAME", "outside"), the method (HTTP), the address (schemes http, https, h2, grpc, tcp, tls) and
/// options: h:NAME=VALUE, jwt=ISSUER|SUBJECT, badjwt=..., aud=, claim:NAME=A,B, presenter=, ip=, principal=, sni=,
/// alpn=, address=, host= (of the header), mtls.
traffic::Request requestOf(std::string_view line);

/// "routed reviews.shop:80/v1=90 reviews.shop:80/v2=10", "denied 403 reviews.shop:80=100", "?" at the end where a step
/// is unknown, "(or: ...)" where another order of creation ends otherwise.
QString printed(const traffic::Answer& answer);

/// What differs from "PRINTED | KEY=VALUE | step:CODE | !step:CODE"; empty: nothing. Keys: wire, details, timeout,
/// retries, pertry, retryon, worst, mirrors, route, because, servers.
QString mismatch(const traffic::Answer& answer, const QString& wanted);

} // namespace meshdraft::test
