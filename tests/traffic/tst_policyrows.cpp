// SPDX-License-Identifier: Apache-2.0
// What policies do to a request at the server: PeerAuthentication, RequestAuthentication, AuthorizationPolicy.
#include "tests/traffic/rows.h"

#include <QtTest/QTest>

using namespace meshdraft::test;

class TestPolicyRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void peers_data();
    void peers() { checkRow(); }
    void tokens_data();
    void tokens() { checkRow(); }
    void actions_data();
    void actions() { checkRow(); }
    void conditions_data();
    void conditions() { checkRow(); }
};

namespace {

const char* const allowed = "routed reviews.shop:80=100";
const char* const denied = "denied 403 reviews.shop:80=100";

/// An ALLOW policy for reviews with one rule.
std::string allow(const std::string& rule)
{
    return authorization("a", "selector: {matchLabels: {app: reviews}}, rules: [{" + rule + "}]");
}

std::string deny(const std::string& rule)
{
    return authorization("d", "action: DENY, rules: [{" + rule + "}]");
}

std::string from(const std::string& source)
{
    return "from: [{source: {" + source + "}}]";
}

std::string op(const std::string& operation)
{
    return "to: [{operation: {" + operation + "}}]";
}

std::string when(const std::string& key, const std::string& values)
{
    return "when: [{key: \"" + key + "\", " + values + "}]";
}

std::string jwt(const std::string& more = {})
{
    return requestAuthentication("jwt", "jwtRules: [{issuer: https://issuer.example" + more + "}]");
}

} // namespace

void TestPolicyRows::peers_data()
{
    const std::string strict = "mtls: {mode: STRICT}";
    const std::string plainRule = destinationRule("shop", "plain",
                                                  "host: reviews.shop.svc.cluster.local, trafficPolicy: "
                                                  "{tls: {mode: DISABLE}}");
    addRows({
        {"permissive by default",
         "Istio PeerAuthentication, mode: PERMISSIVE where nothing is set",
         {},
         "legacy/jobs GET http://reviews.shop/",
         "routed reviews.shop:80=100 | wire=plaintext"},
        {"sidecars speak mTLS by themselves",
         "Istio Mutual TLS migration, auto mTLS: mTLS to servers that have a sidecar",
         {},
         "web GET http://reviews/",
         "routed reviews.shop:80=100 | wire=mtls"},
        {"plaintext to servers without sidecar",
         "Istio Authentication, auto mTLS: plaintext to servers without sidecar",
         exportedService("legacy", "jobs", {}, "selector: {app: jobs}, ports: [{port: 80, name: http}]"),
         "web GET http://jobs.legacy/", "routed jobs.legacy:80=100 | wire=plaintext | step:server.noProxy"},
        {"STRICT and a caller without sidecar", "Istio PeerAuthentication, STRICT: connections must be mTLS",
         peerAuthentication("shop", "default", strict), "legacy/jobs GET http://reviews.shop/",
         "tls_mismatch reviews.shop:80=100 | because=PeerAuthentication/shop/default spec.mtls.mode"},
        {"STRICT and a caller with sidecar", "Istio PeerAuthentication, STRICT: connections must be mTLS",
         peerAuthentication("shop", "default", strict), "web GET http://reviews/",
         "routed reviews.shop:80=100 | wire=mtls"},
        {"STRICT and a client that disables TLS",
         "Istio DestinationRule, ClientTLSSettings.mode DISABLE: no TLS upstream",
         peerAuthentication("shop", "default", strict) + plainRule, "web GET http://reviews/",
         "tls_mismatch UC 503 reviews.shop:80=100 | wire=plaintext | step:inbound.strict"},
        {"STRICT for the mesh", "Istio PeerAuthentication: one in the root namespace without selector is for the mesh",
         peerAuthentication("istio-system", "default", strict), "legacy/jobs GET http://reviews.shop/",
         "tls_mismatch reviews.shop:80=100"},
        {"the namespace goes before the mesh", "Istio PeerAuthentication: the narrower policy holds",
         peerAuthentication("istio-system", "default", strict)
             + peerAuthentication("shop", "default", "mtls: {mode: PERMISSIVE}"),
         "legacy/jobs GET http://reviews.shop/", allowed},
        {"UNSET inherits", "Istio PeerAuthentication, UNSET: inherits from the parent",
         peerAuthentication("istio-system", "default", strict)
             + peerAuthentication("shop", "default", "mtls: {mode: UNSET}"),
         "legacy/jobs GET http://reviews.shop/", "tls_mismatch reviews.shop:80=100"},
        {"the workload goes before the namespace", "Istio PeerAuthentication: the narrower policy holds",
         peerAuthentication("shop", "default", strict)
             + peerAuthentication("shop", "open", "selector: {matchLabels: {app: reviews}}, mtls: {mode: PERMISSIVE}"),
         "legacy/jobs GET http://reviews.shop/", allowed},
        {"another workload's policy", "Istio PeerAuthentication, selector: workloads with these labels",
         peerAuthentication("shop", "strict", "selector: {matchLabels: {app: ratings}}, " + strict),
         "legacy/jobs GET http://reviews.shop/", allowed},
        {"a port goes before the workload", "Istio PeerAuthentication, portLevelMtls: by the workload's port",
         peerAuthentication("shop", "p",
                            "selector: {matchLabels: {app: reviews}}, mtls: {mode: STRICT}, portLevelMtls: "
                            "{80: {mode: PERMISSIVE}}"),
         "legacy/jobs GET http://reviews.shop/", allowed},
        {"the port of the pod, not of the service", "Istio PeerAuthentication, portLevelMtls: by the workload's port",
         exportedService("shop", "front", {},
                         "selector: {app: reviews}, ports: [{port: 8000, targetPort: 8080, name: http}]")
             + peerAuthentication("shop", "p",
                                  "selector: {matchLabels: {app: reviews}}, portLevelMtls: {8000: {mode: STRICT}}"),
         "legacy/jobs GET http://front.shop:8000/", "routed front.shop:8000=100"},
        {"STRICT of the pod's port", "Istio PeerAuthentication, portLevelMtls: by the workload's port",
         exportedService("shop", "front", {},
                         "selector: {app: reviews}, ports: [{port: 8000, targetPort: 8080, name: http}]")
             + peerAuthentication("shop", "p",
                                  "selector: {matchLabels: {app: reviews}}, portLevelMtls: {8080: {mode: STRICT}}"),
         "legacy/jobs GET http://front.shop:8000/", "tls_mismatch front.shop:8000=100"},
        {"ports without selector do not count", "Istio PeerAuthentication, portLevelMtls: only with a selector",
         peerAuthentication("shop", "p", "portLevelMtls: {80: {mode: STRICT}}"), "legacy/jobs GET http://reviews.shop/",
         allowed},
        {"DISABLE of a namespace", "Istio PeerAuthentication, DISABLE: no mTLS; auto mTLS of clients follows it",
         peerAuthentication("shop", "default", "mtls: {mode: DISABLE}"), "web GET http://reviews/",
         "routed reviews.shop:80=100 | wire=plaintext"},
        {"DISABLE of a port", "istio endpoint_builder.go, mtlsChecker: the mode of the endpoint's port counts",
         peerAuthentication("shop", "p",
                            "selector: {matchLabels: {app: reviews}}, mtls: {mode: STRICT}, portLevelMtls: {80: "
                            "{mode: DISABLE}}"),
         "web GET http://reviews/", "routed reviews.shop:80=100 | wire=plaintext"},
        {"DISABLE of one version's port", "istio endpoint_builder.go, mtlsChecker: endpoint by endpoint",
         peerAuthentication("shop", "p",
                            "selector: {matchLabels: {app: reviews, version: v2}}, portLevelMtls: {80: {mode: "
                            "DISABLE}}"),
         "web GET http://reviews/", "routed reviews.shop:80=100 | servers=reviews-v1=routed reviews-v2=routed"},
        {"DISABLE and a client that insists", "Istio DestinationRule, ISTIO_MUTUAL: mTLS whatever the server says",
         peerAuthentication("shop", "default", "mtls: {mode: DISABLE}")
             + destinationRule("shop", "m",
                               "host: reviews.shop.svc.cluster.local, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}"),
         "web GET http://reviews/", "connect_failure UF 503 reviews.shop:80=100 | wire=mtls"},
        {"mTLS to a server without proxy", "Istio DestinationRule, ISTIO_MUTUAL: mTLS whatever the server says",
         exportedService("legacy", "jobs", {}, "selector: {app: jobs}, ports: [{port: 80, name: http}]")
             + destinationRule("legacy", "m", "host: jobs, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}"),
         "web GET http://jobs.legacy/", "connect_failure UF 503 jobs.legacy:80=100"},
        {"SIMPLE to a STRICT server", "Istio DestinationRule, SIMPLE: TLS without certificates of the mesh",
         peerAuthentication("shop", "default", strict)
             + destinationRule("shop", "s",
                               "host: reviews.shop.svc.cluster.local, trafficPolicy: {tls: {mode: SIMPLE}}"),
         "web GET http://reviews/", "tls_mismatch UF 503 reviews.shop:80=100 | wire=tls"},
        {"auto mTLS off", "Istio MeshConfig, enableAutoMtls: false leaves plaintext",
         meshConfig("enableAutoMtls: false"), "web GET http://reviews/", "routed reviews.shop:80=100 | wire=plaintext"},
        {"a port-level TLS mode", "Istio DestinationRule, portLevelSettings: override what is set for all ports",
         destinationRule("shop", "p",
                         "host: reviews.shop.svc.cluster.local, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}, "
                         "portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]}"),
         "web GET http://reviews/", "routed reviews.shop:80=100 | wire=plaintext"},
        {"TCP into STRICT", "Istio PeerAuthentication, STRICT: for every protocol",
         peerAuthentication("shop", "default", strict), "legacy/jobs tcp://db.shop:3306",
         "tls_mismatch db.shop:3306=100"},
    });
}

void TestPolicyRows::tokens_data()
{
    addRows({
        {"no token", "Istio RequestAuthentication: a request without token passes, with no identity", jwt(),
         "web GET http://reviews/", "routed reviews.shop:80=100 | step:jwt.missing"},
        {"a good token", "Istio RequestAuthentication: a valid token of an issuer that is listed passes", jwt(),
         "web GET http://reviews/ jwt=https://issuer.example|ann", "routed reviews.shop:80=100 | step:jwt.accepted"},
        {"another issuer", "Istio RequestAuthentication: a token of an unknown issuer is refused, 401", jwt(),
         "web GET http://reviews/ jwt=https://other.example|ann",
         "unauthenticated 401 reviews.shop:80=100 | details=jwt_authn_access_denied{Jwt_issuer_is_not_configured}"},
        {"a bad token", "Istio RequestAuthentication: an invalid token is refused, 401", jwt(),
         "web GET http://reviews/ badjwt=https://issuer.example|ann",
         "unauthenticated 401 reviews.shop:80=100 | details=jwt_authn_access_denied{Jwt_verification_fails}"},
        {"not for this audience", "Istio JWTRule.audiences: a token for others is refused; Envoy jwt_authn answers 403",
         jwt(", audiences: [shop]"), "web GET http://reviews/ jwt=https://issuer.example|ann aud=bank",
         "unauthenticated 403 reviews.shop:80=100 | details=jwt_authn_access_denied{Audiences_in_Jwt_are_not_allowed}"},
        {"for one of the audiences", "Istio JWTRule.audiences: any of them", jwt(", audiences: [bank, shop]"),
         "web GET http://reviews/ jwt=https://issuer.example|ann aud=shop", allowed},
        {"no audience asked", "Istio JWTRule.audiences: absent, the service's name is not required by Envoy", jwt(),
         "web GET http://reviews/ jwt=https://issuer.example|ann aud=bank", allowed},
        {"rules of another workload", "Istio RequestAuthentication, selector: workloads with these labels",
         requestAuthentication("jwt",
                               "selector: {matchLabels: {app: ratings}}, jwtRules: [{issuer: "
                               "https://issuer.example}]"),
         "web GET http://reviews/ jwt=https://other.example|ann",
         "routed reviews.shop:80=100 | !step:jwt.unknownIssuer"},
        {"rules of the mesh", "Istio RequestAuthentication: the root namespace's are for the mesh",
         requestAuthentication("istio-system/jwt", "jwtRules: [{issuer: https://issuer.example}]"),
         "web GET http://reviews/ jwt=https://other.example|ann", "unauthenticated 401 reviews.shop:80=100"},
        {"two policies together", "Istio RequestAuthentication: rules of all policies for a workload are combined",
         jwt() + requestAuthentication("more", "jwtRules: [{issuer: https://other.example}]"),
         "web GET http://reviews/ jwt=https://other.example|ann", allowed},
        {"not over TCP", "Istio RequestAuthentication: HTTP requests", jwt(), "web tcp://db:3306",
         "routed db.shop:3306=100"},
        {"a token is needed",
         "Istio AuthorizationPolicy, requestPrincipals [*]: a request without token is refused, 403",
         jwt() + allow(from("requestPrincipals: [\"*\"]")), "web GET http://reviews/", denied},
        {"a token is there", "Istio AuthorizationPolicy, requestPrincipals: issuer/subject",
         jwt() + allow(from("requestPrincipals: [\"https://issuer.example/*\"]")),
         "web GET http://reviews/ jwt=https://issuer.example|ann", allowed},
        {"a token that nobody checks", "Istio AuthorizationPolicy, requestPrincipals: needs RequestAuthentication",
         allow(from("requestPrincipals: [\"*\"]")), "web GET http://reviews/ jwt=https://issuer.example|ann", denied},
        {"without a token denied", "Istio Authorization, Require a JWT: DENY with notRequestPrincipals [*]",
         jwt() + deny(from("notRequestPrincipals: [\"*\"]")), "web GET http://reviews/", denied},
    });
}

void TestPolicyRows::actions_data()
{
    const std::string all = "rules: [{}]";
    addRows({
        {"no policy",
         "Istio AuthorizationPolicy: without policies everything is allowed",
         {},
         "web GET http://reviews/",
         "routed reviews.shop:80=100 | step:authz.none"},
        {"an empty spec allows nothing", "Istio AuthorizationPolicy, Allow nothing: spec {} matches nothing",
         authorization("a", ""), "web GET http://reviews/",
         "denied 403 reviews.shop:80=100 | details=rbac_access_denied_matched_policy[none] | step:authz.allowsNothing"},
        {"ALLOW without rules", "Istio AuthorizationPolicy.rules: absent, the policy never matches",
         authorization("a", "action: ALLOW"), "web GET http://reviews/", denied},
        {"a rule that is empty allows everything", "Istio AuthorizationPolicy.rules: an empty rule always matches",
         authorization("a", all), "web GET http://reviews/", allowed},
        {"DENY without rules", "Istio AuthorizationPolicy.rules: absent, the policy never matches",
         authorization("d", "action: DENY"), "web GET http://reviews/", allowed},
        {"DENY of everything", "Istio AuthorizationPolicy.rules: an empty rule always matches",
         authorization("d", "action: DENY, " + all), "web GET http://reviews/",
         "denied 403 reviews.shop:80=100 | details=rbac_access_denied_matched_policy[ns[shop]-policy[d]-rule[0]]"},
        {"DENY before ALLOW", "Istio AuthorizationPolicy: CUSTOM, DENY, then ALLOW",
         authorization("a", all) + deny(op("methods: [GET]")), "web GET http://reviews/", denied},
        {"a DENY for others, no ALLOW", "Istio AuthorizationPolicy: without ALLOW policies what is not denied passes",
         deny(op("methods: [POST]")), "web GET http://reviews/", allowed},
        {"an ALLOW for others", "Istio AuthorizationPolicy: with ALLOW policies one of them must match",
         allow(op("methods: [POST]")), "web GET http://reviews/", denied},
        {"any ALLOW is enough", "Istio AuthorizationPolicy: one ALLOW policy that matches is enough",
         allow(op("methods: [POST]")) + authorization("b", "rules: [{" + op("methods: [GET]") + "}]"),
         "web GET http://reviews/", allowed},
        {"any rule is enough", "Istio AuthorizationPolicy.rules: any of them",
         authorization("a", "rules: [{" + op("methods: [POST]") + "}, {" + op("methods: [GET]") + "}]"),
         "web GET http://reviews/", allowed},
        {"AUDIT decides nothing", "Istio AuthorizationPolicy, AUDIT: does not affect whether requests are allowed",
         authorization("u", "action: AUDIT, " + all), "web GET http://reviews/",
         "routed reviews.shop:80=100 | step:authz.audit"},
        {"AUDIT allows nothing", "Istio AuthorizationPolicy, AUDIT: does not affect whether requests are allowed",
         authorization("u", "action: AUDIT, " + all) + allow(op("methods: [POST]")), "web GET http://reviews/", denied},
        {"a dry run decides nothing", "Istio Authorization dry-run, annotation istio.io/dry-run: only reported",
         authorization("d", "action: DENY, " + all, "annotations: {istio.io/dry-run: \"true\"}"),
         "web GET http://reviews/", "routed reviews.shop:80=100 | step:authz.dryRun"},
        {"CUSTOM is not known", "Istio AuthorizationPolicy, CUSTOM: an external authorizer decides",
         authorization("c", "action: CUSTOM, provider: {name: ext}, " + all), "web GET http://reviews/",
         "routed reviews.shop:80=100 ? | step:authz.custom"},
        {"CUSTOM for others", "Istio AuthorizationPolicy, CUSTOM: only asked where a rule matches",
         authorization("c", "action: CUSTOM, provider: {name: ext}, rules: [{" + op("methods: [POST]") + "}]"),
         "web GET http://reviews/", "routed reviews.shop:80=100 | !step:authz.custom"},
        {"DENY behind CUSTOM", "Istio AuthorizationPolicy: CUSTOM, DENY, then ALLOW; either refuses",
         authorization("c", "action: CUSTOM, provider: {name: ext}, " + all)
             + authorization("d", "action: DENY, " + all),
         "web GET http://reviews/", "denied 403 reviews.shop:80=100 ?"},
        {"for another workload", "Istio AuthorizationPolicy, selector: workloads with these labels",
         authorization("d", "selector: {matchLabels: {app: ratings}}, action: DENY, " + all), "web GET http://reviews/",
         allowed},
        {"for another namespace", "Istio AuthorizationPolicy: of its namespace",
         authorization("other/d", "action: DENY, " + all), "web GET http://reviews/", allowed},
        {"for the mesh", "Istio AuthorizationPolicy: in the root namespace for all namespaces",
         authorization("istio-system/d", "action: DENY, " + all), "web GET http://reviews/",
         "denied 403 reviews.shop:80=100 | because=AuthorizationPolicy/istio-system/d spec.rules[0]"},
        {"one version only", "Istio AuthorizationPolicy, selector: workloads with these labels",
         authorization("d", "selector: {matchLabels: {version: v2}}, action: DENY, " + all), "web GET http://reviews/",
         "mixed mixed reviews.shop:80=100 | servers=reviews-v1=routed reviews-v2=denied"},
        {"no proxy enforces nothing", "Istio AuthorizationPolicy: enforced by the server's proxy",
         exportedService("legacy", "jobs", {}, "selector: {app: jobs}, ports: [{port: 80, name: http}]")
             + authorization("legacy/d", "action: DENY, " + all),
         "web GET http://jobs.legacy/", "routed jobs.legacy:80=100"},
        {"targetRefs are not for sidecars", "Istio AuthorizationPolicy, targetRefs: gateways and waypoints",
         authorization("d", "targetRefs: [{kind: Service, group: \"\", name: reviews}], action: DENY, " + all),
         "web GET http://reviews/", allowed},
        {"TCP denied", "Istio Authorization for TCP: the connection is closed, no status",
         authorization("d", "action: DENY, " + all), "web tcp://db:3306", "denied db.shop:3306=100"},
        {"ALLOW by ports over TCP", "Istio Authorization for TCP: ports",
         authorization("a", "rules: [{" + op("ports: [\"3306\"]") + "}]"), "web tcp://db:3306",
         "routed db.shop:3306=100"},
        {"ALLOW with HTTP fields over TCP", "Istio Authorization for TCP: an ALLOW rule with HTTP fields is ignored",
         authorization("a", "rules: [{" + op("methods: [GET], ports: [\"3306\"]") + "}]"), "web tcp://db:3306",
         "denied db.shop:3306=100"},
        {"DENY with HTTP fields over TCP",
         "Istio Authorization for TCP: a DENY rule drops its HTTP fields and denies the port",
         authorization("d", "action: DENY, rules: [{" + op("methods: [GET], ports: [\"3306\"]") + "}]"),
         "web tcp://db:3306", "denied db.shop:3306=100"},
        {"DENY with HTTP fields for another port",
         "Istio Authorization for TCP: a DENY rule drops its HTTP fields only",
         authorization("d", "action: DENY, rules: [{" + op("methods: [GET], ports: [\"9999\"]") + "}]"),
         "web tcp://db:3306", "routed db.shop:3306=100"},
    });
}

void TestPolicyRows::conditions_data()
{
    const std::string td = meshConfig("trustDomain: new-td\ntrustDomainAliases: [old-td]");
    addRows({
        {"principals", "Istio AuthorizationPolicy, Source.principals: identity of the peer's certificate",
         allow(from("principals: [cluster.local/ns/shop/sa/web]")), "web GET http://reviews/", allowed},
        {"principals by prefix", "Istio AuthorizationPolicy, Rule: values may end in a star",
         allow(from("principals: [\"cluster.local/ns/shop/*\"]")), "web GET http://reviews/", allowed},
        {"principals by suffix", "Istio AuthorizationPolicy, Rule: values may begin with a star",
         allow(from("principals: [\"*/sa/web\"]")), "web GET http://reviews/", allowed},
        {"principals of others", "Istio AuthorizationPolicy, Source.principals: identity of the peer's certificate",
         allow(from("principals: [cluster.local/ns/shop/sa/ratings]")), "web GET http://reviews/", denied},
        {"any principal", "Istio AuthorizationPolicy, Rule: * is any value, but one must be there",
         allow(from("principals: [\"*\"]")), "legacy/jobs GET http://reviews.shop/", "denied 403 reviews.shop:80=100"},
        {"notPrincipals", "Istio AuthorizationPolicy, Source.notPrincipals: negative match",
         allow(from("notPrincipals: [cluster.local/ns/shop/sa/web]")), "other/client GET http://reviews.shop/",
         allowed},
        {"notPrincipals of this one", "Istio AuthorizationPolicy, Source.notPrincipals: negative match",
         allow(from("notPrincipals: [cluster.local/ns/shop/sa/web]")), "web GET http://reviews/", denied},
        {"notPrincipals and no identity",
         "Istio AuthorizationPolicy, Source.notPrincipals: a peer without identity is none of them",
         deny(from("notPrincipals: [\"cluster.local/ns/shop/*\"]")), "legacy/jobs GET http://reviews.shop/", denied},
        {"namespaces", "Istio AuthorizationPolicy, Source.namespaces: of the peer's identity",
         allow(from("namespaces: [other]")), "other/client GET http://reviews.shop/", allowed},
        {"namespaces by prefix", "Istio AuthorizationPolicy, Source.namespaces: with stars",
         allow(from("namespaces: [\"oth*\"]")), "other/client GET http://reviews.shop/", allowed},
        {"namespaces of others", "Istio AuthorizationPolicy, Source.namespaces: of the peer's identity",
         allow(from("namespaces: [other]")), "web GET http://reviews/", denied},
        {"namespaces without mTLS", "Istio AuthorizationPolicy, Source.namespaces: needs mTLS",
         allow(from("namespaces: [legacy]")), "legacy/jobs GET http://reviews.shop/", "denied 403 reviews.shop:80=100"},
        {"notNamespaces", "Istio AuthorizationPolicy, Source.notNamespaces: negative match",
         deny(from("notNamespaces: [shop]")), "other/client GET http://reviews.shop/", denied},
        {"serviceAccounts", "Istio AuthorizationPolicy, Source.serviceAccounts: name in the policy's namespace",
         allow(from("serviceAccounts: [web]")), "web GET http://reviews/", allowed},
        {"serviceAccounts of another namespace", "Istio AuthorizationPolicy, Source.serviceAccounts: namespace/name",
         allow(from("serviceAccounts: [other/client]")), "other/client GET http://reviews.shop/", allowed},
        {"ipBlocks are not in files", "Istio AuthorizationPolicy, Source.ipBlocks: the peer's address",
         allow(from("ipBlocks: [10.0.0.0/8]")), "web GET http://reviews/", "unknown reviews.shop:80=100 ?"},
        {"ipBlocks of a stated address", "Istio AuthorizationPolicy, Source.ipBlocks: a single IP or CIDR",
         allow(from("ipBlocks: [10.0.0.0/8]")), "web GET http://reviews/ ip=10.1.2.3", allowed},
        {"notIpBlocks of a stated address", "Istio AuthorizationPolicy, Source.notIpBlocks: negative match",
         allow(from("notIpBlocks: [10.0.0.0/8]")), "web GET http://reviews/ ip=10.1.2.3", denied},
        {"ipBlocks do not matter", "Istio AuthorizationPolicy, Rule: all fields of a source must hold",
         allow(from("ipBlocks: [10.0.0.0/8], principals: [nobody]")), "web GET http://reviews/", denied},
        {"methods", "Istio AuthorizationPolicy, Operation.methods: HTTP method", allow(op("methods: [GET, HEAD]")),
         "web HEAD http://reviews/", allowed},
        {"notMethods", "Istio AuthorizationPolicy, Operation.notMethods: negative match",
         allow(op("notMethods: [DELETE]")), "web DELETE http://reviews/", denied},
        {"paths exact", "Istio AuthorizationPolicy, Operation.paths: exact", allow(op("paths: [/cart]")),
         "web GET http://reviews/cart", allowed},
        {"paths exact and a query", "Istio Authorization normalization: the query is cut off",
         allow(op("paths: [/cart]")), "web GET http://reviews/cart?x=1", allowed},
        {"paths prefix", "Istio AuthorizationPolicy, Rule: prefix", allow(op("paths: [\"/api/*\"]")),
         "web GET http://reviews/api/v1/x", allowed},
        {"paths suffix", "Istio AuthorizationPolicy, Rule: suffix", allow(op("paths: [\"*/health\"]")),
         "web GET http://reviews/a/health", allowed},
        {"paths of others", "Istio AuthorizationPolicy, Operation.paths: exact", allow(op("paths: [/cart]")),
         "web GET http://reviews/cart/", denied},
        {"notPaths", "Istio AuthorizationPolicy, Operation.notPaths: negative match", deny(op("notPaths: [/health]")),
         "web GET http://reviews/health", allowed},
        {"path template of one element", "Istio AuthorizationPolicy, Operation.paths: {*} is one path element",
         allow(op("paths: [\"/users/{*}/orders\"]")), "web GET http://reviews/users/ann/orders", allowed},
        {"path template and two elements", "Istio AuthorizationPolicy, Operation.paths: {*} is one path element",
         allow(op("paths: [\"/users/{*}/orders\"]")), "web GET http://reviews/users/ann/x/orders", denied},
        {"path template of any elements", "Istio AuthorizationPolicy, Operation.paths: {**} is any number of elements",
         allow(op("paths: [\"/users/{**}/orders\"]")), "web GET http://reviews/users/ann/x/orders", allowed},
        {"path template at the end", "Istio AuthorizationPolicy, Operation.paths: {**} is any number of elements",
         allow(op("paths: [\"/users/{**}\"]")), "web GET http://reviews/users/ann/x", allowed},
        {"hosts", "Istio AuthorizationPolicy, Operation.hosts: Host header, without regard to case",
         allow(op("hosts: [Reviews.Shop]")), "web GET http://reviews.shop/", allowed},
        {"hosts and a port", "Istio Security best practices, Host header: example.com does not cover example.com:80",
         allow(op("hosts: [reviews.shop]")), "web GET http://reviews.shop/ host=reviews.shop:80", denied},
        {"hosts by prefix", "Istio Security best practices, Host header: example.com:* covers ports",
         allow(op("hosts: [\"reviews.shop:*\"]")), "web GET http://reviews.shop/ host=reviews.shop:80", allowed},
        {"notHosts", "Istio AuthorizationPolicy, Operation.notHosts: negative match",
         deny(op("notHosts: [\"*.shop\"]")), "web GET http://reviews/", denied},
        {"ports", "Istio AuthorizationPolicy, Operation.ports: the port of the workload",
         exportedService("shop", "front", {},
                         "selector: {app: reviews}, ports: [{port: 8000, targetPort: 8080, name: http}]")
             + allow(op("ports: [\"8080\"]")),
         "web GET http://front:8000/", "routed front.shop:8000=100"},
        {"ports of the service", "Istio AuthorizationPolicy, Operation.ports: not the port of the Service",
         exportedService("shop", "front", {},
                         "selector: {app: reviews}, ports: [{port: 8000, targetPort: 8080, name: http}]")
             + allow(op("ports: [\"8000\"]")),
         "web GET http://front:8000/", "denied 403 front.shop:8000=100"},
        {"notPorts", "Istio AuthorizationPolicy, Operation.notPorts: negative match", deny(op("notPorts: [\"80\"]")),
         "web GET http://reviews/", allowed},
        {"from and to are both needed", "Istio AuthorizationPolicy, Rule: from, to and when must all hold",
         allow(from("namespaces: [shop]") + ", " + op("methods: [POST]")), "web GET http://reviews/", denied},
        {"any of several sources", "Istio AuthorizationPolicy, Rule.from: any of them",
         allow("from: [{source: {namespaces: [x]}}, {source: {namespaces: [shop]}}]"), "web GET http://reviews/",
         allowed},
        {"when: header", "Istio Authorization conditions, request.headers[name]: without regard to case of the name",
         allow(when("request.headers[X-Team]", "values: [blue]")), "web GET http://reviews/ h:x-team=blue", allowed},
        {"when: header is missing", "Istio Authorization conditions, request.headers[name]: must be there",
         allow(when("request.headers[x-team]", "values: [\"*\"]")), "web GET http://reviews/", denied},
        {"when: notValues of a missing header", "Istio Authorization conditions, notValues: negative match",
         allow(when("request.headers[x-team]", "notValues: [red]")), "web GET http://reviews/", allowed},
        {"when: source.namespace", "Istio Authorization conditions, source.namespace: of the peer's identity",
         allow(when("source.namespace", "values: [shop]")), "web GET http://reviews/", allowed},
        {"when: source.principal", "Istio Authorization conditions, source.principal: of the peer's identity",
         allow(when("source.principal", "notValues: [\"*/sa/web\"]")), "web GET http://reviews/", denied},
        {"when: source.ip", "Istio Authorization conditions, source.ip: not in files",
         allow(when("source.ip", "values: [10.0.0.1]")), "web GET http://reviews/", "unknown reviews.shop:80=100 ?"},
        {"when: destination.port", "Istio Authorization conditions, destination.port: of the workload",
         allow(when("destination.port", "values: [\"80\"]")), "web GET http://reviews/", allowed},
        {"when: destination.ip", "Istio Authorization conditions, destination.ip: not in files",
         allow(when("destination.ip", "values: [10.0.0.1]")), "web GET http://reviews/",
         "unknown reviews.shop:80=100 ?"},
        {"when: claims", "Istio Authorization conditions, request.auth.claims[name]: a claim of the token",
         jwt() + allow(when("request.auth.claims[group]", "values: [admin]")),
         "web GET http://reviews/ jwt=https://issuer.example|ann claim:group=staff,admin", allowed},
        {"when: nested claims", "Istio Authorization conditions, request.auth.claims[a][b]: nested claims",
         jwt() + allow(when("request.auth.claims[realm][roles]", "values: [admin]")),
         "web GET http://reviews/ jwt=https://issuer.example|ann claim:realm.roles=admin", allowed},
        {"when: another claim", "Istio Authorization conditions, request.auth.claims[name]: a claim of the token",
         jwt() + allow(when("request.auth.claims[group]", "values: [admin]")),
         "web GET http://reviews/ jwt=https://issuer.example|ann claim:group=staff", denied},
        {"when: audiences", "Istio Authorization conditions, request.auth.audiences: of the token",
         jwt() + allow(when("request.auth.audiences", "values: [shop]")),
         "web GET http://reviews/ jwt=https://issuer.example|ann aud=bank,shop", allowed},
        {"when: presenter", "Istio Authorization conditions, request.auth.presenter: claim azp",
         jwt() + allow(when("request.auth.presenter", "values: [app]")),
         "web GET http://reviews/ jwt=https://issuer.example|ann presenter=app", allowed},
        {"when: principal of the token", "Istio Authorization conditions, request.auth.principal: issuer/subject",
         jwt() + allow(when("request.auth.principal", "values: [https://issuer.example/ann]")),
         "web GET http://reviews/ jwt=https://issuer.example|ann", allowed},
        {"when: a filter's metadata", "Istio Authorization conditions, experimental.envoy.filters: not in files",
         allow(when("experimental.envoy.filters.network.mysql_proxy[db.t]", "values: [\"[update]\"]")),
         "web GET http://reviews/", "unknown reviews.shop:80=100 ?"},
        {"trust domain alias", "Istio Trust domain migration: a policy with an old name of the domain still holds",
         td + allow(from("principals: [old-td/ns/shop/sa/web]")), "web GET http://reviews/", allowed},
        {"trust domain", "Istio Trust domain migration: the new name holds",
         td + allow(from("principals: [new-td/ns/shop/sa/web]")), "web GET http://reviews/", allowed},
        {"another trust domain", "Istio Trust domain migration: only the names that are listed",
         td + allow(from("principals: [third-td/ns/shop/sa/web]")), "web GET http://reviews/", denied},
        {"a stated principal and its alias",
         "Istio Trust domain migration: a policy with an old name of the domain still holds",
         td + allow(from("principals: [old-td/ns/shop/sa/web]")),
         "web GET http://reviews/ principal=new-td/ns/shop/sa/web", allowed},
        {"the path as the route rewrites it",
         "Istio HTTPRewrite: before the request goes on, so that the server sees it",
         http({"match: [{uri: {prefix: /api}}], rewrite: {uri: /v2}, route: [{destination: {host: reviews}}]"})
             + allow(op("paths: [/v2/cart]")),
         "web GET http://reviews/api/cart", allowed},
        {"the host as the route rewrites it", "Istio HTTPRewrite.authority: before the request goes on",
         http({"rewrite: {authority: x.example}, route: [{destination: {host: reviews}}]"})
             + allow(op("hosts: [x.example]")),
         "web GET http://reviews/", allowed},
        {"the path by a regular expression", "Istio HTTPRewrite.uriRegexRewrite: RE2 with groups",
         http({"rewrite: {uriRegexRewrite: {match: \"/api/(.*)\", rewrite: \"/\\\\1\"}}, route: [{destination: {host: "
               "reviews}}]"})
             + allow(op("paths: [/cart]")),
         "web GET http://reviews/api/cart", allowed},
        {"a header that the route sets", "Istio Headers.HeaderOperations: set overwrites before the request goes on",
         http({"headers: {request: {set: {x-team: blue}}}, route: [{destination: {host: reviews}}]"})
             + allow(when("request.headers[x-team]", "values: [blue]")),
         "web GET http://reviews/ h:x-team=red", allowed},
        {"the rule that came nearest",
         "Meshdraft, authz.notAllowed: the rule with the fewest fields that fail is named",
         authorization("a",
                       "rules: [{" + from("namespaces: [x]") + ", " + op("methods: [POST]") + "}, {"
                           + from("namespaces: [shop]") + ", " + op("methods: [POST]") + "}]"),
         "web GET http://reviews/",
         "denied 403 reviews.shop:80=100 | because=AuthorizationPolicy/shop/a spec.rules[1]"},
    });
}

QTEST_APPLESS_MAIN(TestPolicyRows)
#include "tst_policyrows.moc"
