// SPDX-License-Identifier: Apache-2.0
// Pasted curl commands and access-log lines; nothing secret stays.
#include "models/traffic/credentials.h"
#include "models/traffic/requestfields.h"
#include "models/traffic/requesttext.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::traffic;

namespace {

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

std::string joined(const std::vector<std::string>& values)
{
    std::string all;
    for (const std::string& value : values)
        all += (all.empty() ? "" : ",") + value;
    return all;
}

/// "GET tls shop.example:8443/a?x=1 a=1 b=2 @10.0.0.1 sni=x"
QString printed(const Request& request)
{
    std::string line = request.protocol == Protocol::Tcp ? "TCP" : request.method;
    if (request.protocol == Protocol::Http2 || request.protocol == Protocol::Grpc)
        line.append(" ").append(protocolName(request.protocol));
    if (request.tls != CallerTls::None)
        line.append(" ").append(callerTlsName(request.tls));
    line += " " + request.host;
    if (request.port != 0)
        line += ":" + std::to_string(request.port);
    line += targetOf(request);
    for (const auto& [name, value] : request.headers)
        line += " " + name + "=" + value;
    if (!request.address.empty())
        line += " @" + request.address;
    if (!request.sni.empty())
        line += " sni=" + request.sni;
    if (request.from.kind == Origin::Kind::Workload)
        line += " from " + originName(request.from);
    return text(line);
}

QString printed(const Logged& logged)
{
    std::string line = std::to_string(logged.status) + " " + joined(logged.flags) + " " + logged.details;
    if (!logged.host.empty())
        line += " " + logged.host;
    if (logged.port != 0)
        line += ":" + std::to_string(logged.port);
    if (!logged.subset.empty())
        line += "/" + logged.subset;
    if (logged.isInbound)
        line += " inbound";
    if (!logged.route.empty())
        line += " route=" + logged.route;
    return text(line);
}

// {"alg":"RS256","typ":"JWT"}.{"iss":"https://login.acorn.example","sub":"ada","aud":["shop","web"],"azp":"app",
// "realm":{"roles":["admin","dev"]},"level":3,"exp":1800000000,"jti":"x-1","nonce":"n"}
const std::string token =
    "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9."
    "eyJpc3MiOiJodHRwczovL2xvZ2luLmFjb3JuLmV4YW1wbGUiLCJzdWIiOiJhZGEiLCJhdWQiOlsic2hvcCIsIndlYiJdLCJhenAiOiJhcHAiLCJy"
    "ZWFsbSI6eyJyb2xlcyI6WyJhZG1pbiIsImRldiJdfSwibGV2ZWwiOjMsImV4cCI6MTgwMDAwMDAwMCwianRpIjoieC0xIiwibm9uY2UiOiJuIn0."
    "c2lnbmF0dXJlLXNlY3JldA";

const std::string istioLine =
    R"([2026-05-19T18:50:01.123Z] "GET /catalog/7?page=2 HTTP/1.1" 503 NC cluster_not_found - "-" 0 0 0 - "-" )"
    R"("Mozilla/5.0" "3f1c" "catalog.shop" "-" outbound|80|v1|catalog.shop.svc.cluster.local - 10.96.3.7:80 )"
    R"(10.42.1.5:41234 - default)";

} // namespace

class TestRequestText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsCurl_data();
    void readsCurl();
    void readsLogLines_data();
    void readsLogLines();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void keepsNoSecret_data();
    void keepsNoSecret();
    void keepsTheClaims();
    void onlyTokensAreDecoded_data();
    void onlyTokensAreDecoded();
    void secretNames_data();
    void secretNames();
    void survivesCutText();
};

void TestRequestText::readsCurl_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* name, const char* command, const char* wanted) {
        QTest::newRow(name) << QString::fromUtf8(command) << QString::fromUtf8(wanted);
    };
    const char* const posted = "POST shop.example/ content-type=application/x-www-form-urlencoded";
    row("plain", "curl http://shop.example/a/b", "GET shop.example/a/b");
    row("no scheme", "curl shop.example:8080", "GET shop.example:8080/");
    row("https", "curl -sS https://Shop.Example/", "GET tls shop.example/");
    row("a prompt before it", "$ curl shop.example", "GET shop.example/");
    row("path of the program", "/usr/bin/curl shop.example", "GET shop.example/");
    row("query and fragment", "curl 'http://shop.example/a?x=1&y=a%20b#top'", "GET shop.example/a?x=1&y=a%20b");
    row("query without a path", "curl 'shop.example?x=1'", "GET shop.example/?x=1");
    row("IPv6", "curl 'http://[::1]:8080/x'", "GET ::1:8080/x");
    row("empty port", "curl http://shop.example:/x", "GET shop.example/x");
    row("method", "curl -X DELETE shop.example", "DELETE shop.example/");
    row("method stuck to its letter", "curl -XPUT shop.example", "PUT shop.example/");
    row("letters together", "curl -sSkLXPATCH shop.example", "PATCH shop.example/");
    row("long method", "curl --request OPTIONS --url shop.example", "OPTIONS shop.example/");
    row("option behind the URL", "curl shop.example -X PUT", "PUT shop.example/");
    row("header", "curl -H 'X-Preview: v3' shop.example", "GET shop.example/ x-preview=v3");
    row("header without space", "curl -H X-Preview:v3 shop.example", "GET shop.example/ x-preview=v3");
    row("header without value", "curl -H 'X-Preview;' shop.example", "GET shop.example/ x-preview=");
    row("header taken out", "curl -A x -H 'User-Agent:' shop.example", "GET shop.example/");
    row("two headers", "curl -H 'A: 1' -H 'A: 2' shop.example", "GET shop.example/ a=1 a=2");
    row("agent and referer", "curl -A bot -e http://a/ shop.example",
        "GET shop.example/ referer=http://a/ user-agent=bot");
    row("Host header", "curl -H 'Host: shop.example' http://10.0.0.7:8080/a", "GET shop.example:8080/a @10.0.0.7");
    row("Host header over TLS", "curl -k -H 'Host: a.example' https://b.example/", "GET tls a.example/ sni=b.example");
    row("data", "curl -d a=1 shop.example", posted);
    row("data and a method", "curl -X PUT --data-raw '{\"a\":1}' -H 'Content-Type: application/json' shop.example",
        "PUT shop.example/ content-type=application/json");
    row("data as query", "curl -G -d a=1 -d b=2 shop.example/s", "GET shop.example/s?a=1&b=2");
    row("encoded data as query", "curl -G --data-urlencode 'q=a b&c' shop.example", "GET shop.example/?q=a%20b%26c");
    row("encoded without a name", "curl -G --data-urlencode 'a b' shop.example", "GET shop.example/?a%20b");
    row("JSON", "curl --json '{}' shop.example",
        "POST shop.example/ accept=application/json content-type=application/json");
    row("form", "curl -F a=b shop.example", "POST shop.example/");
    row("upload", "curl -T file shop.example", "PUT shop.example/");
    row("head", "curl -I shop.example", "HEAD shop.example/");
    row("resolve", "curl --resolve shop.example:443:203.0.113.9 https://shop.example/",
        "GET tls shop.example/ @203.0.113.9");
    row("resolve of another port", "curl --resolve shop.example:80:203.0.113.9 https://shop.example/",
        "GET tls shop.example/");
    row("resolve of every host", "curl --resolve '*:80:[2001:db8::1]' shop.example", "GET shop.example/ @2001:db8::1");
    row("connect to", "curl --connect-to shop.example:443:203.0.113.9:8443 https://shop.example/",
        "GET tls shop.example/ @203.0.113.9");
    row("HTTP/2", "curl --http2-prior-knowledge shop.example", "GET http2 shop.example/");
    row("gRPC", "curl --http2 -H 'content-type: application/grpc' shop.example",
        "GET grpc shop.example/ content-type=application/grpc");
    row("output and time limits", "curl -o /dev/null -w '%{http_code}' -m 5 --retry 3 shop.example",
        "GET shop.example/");
    row("request target", "curl --request-target /x?y=1 shop.example", "GET shop.example/x?y=1");
    row("the end of options", "curl -- shop.example", "GET shop.example/");
    row("next", "curl shop.example --next -X POST other.example", "GET shop.example/");
    row("continued lines", "curl \\\n  -H 'A: 1' \\\n  shop.example", "GET shop.example/ a=1");
    row("continued Windows lines", "curl \\\r\n  shop.example\r\n", "GET shop.example/");
    row("empty lines before it", "\n\n  curl shop.example\n", "GET shop.example/");
    row("pipe", "curl -s shop.example | jq .x", "GET shop.example/");
    row("redirection", "curl shop.example > out.txt 2>&1", "GET shop.example/");
    row("and another command", "curl shop.example && echo -Q", "GET shop.example/");
    row("comment", "curl shop.example # the shop", "GET shop.example/");
    row("quotes within a word", "curl -H A:\\ '1 'x\"2\" shop.example", "GET shop.example/ a=1 x2");
    row("escapes in double quotes", R"(curl -H "A: \"q\" \\ \n" shop.example)", R"(GET shop.example/ a="q" \ \n)");
    row("bash's quotes", R"(curl -H $'A: it\'s\x20\u00e9\101' shop.example)", "GET shop.example/ a=it's \u00e9A");
    row("quote in single quotes", R"(curl -H 'A: it'\''s' shop.example)", "GET shop.example/ a=it's");
    row("variable in a header", "curl -H \"A: $B\" shop.example", "GET shop.example/ a=$B");
    row("from a workload", "kubectl exec -it deploy/web -n shop -c web -- curl -s reviews:9080/x",
        "GET reviews:9080/x from shop/Deployment:web");
    row("from a workload of the default namespace", "kubectl exec sts/db -- curl reviews",
        "GET reviews/ from default/StatefulSet:db");
    row("from a pod", "kubectl exec web-7d9 -n shop -- curl reviews", "GET reviews/");
}

void TestRequestText::readsCurl()
{
    QFETCH(QString, command);
    QFETCH(QString, wanted);
    const auto pasted = parsePasted(command.toStdString());
    QVERIFY2(pasted, pasted ? "" : pasted.error().code.c_str());
    QCOMPARE(printed(pasted->request), wanted);
    QCOMPARE(pasted->source, PastedRequest::Source::Curl);
    QCOMPARE(pasted->logged, Logged());
}

void TestRequestText::readsLogLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("logged");
    const auto row = [](const char* name, const std::string& line, const char* request, const char* logged) {
        QTest::newRow(name) << text(line) << QString::fromUtf8(request) << QString::fromUtf8(logged);
    };
    row("Istio's text", istioLine, "GET catalog.shop:80/catalog/7?page=2 user-agent=Mozilla/5.0",
        "503 NC cluster_not_found catalog.shop.svc.cluster.local:80/v1 route=default");
    row("behind a pod's name", "[pod/web-1/istio-proxy] " + istioLine + "\n",
        "GET catalog.shop:80/catalog/7?page=2 user-agent=Mozilla/5.0",
        "503 NC cluster_not_found catalog.shop.svc.cluster.local:80/v1 route=default");
    row("details with spaces and two flags",
        R"([2026-05-19T18:50:01.123Z] "POST / HTTP/2" 503 UF,URX upstream_reset_before_response_started)"
        R"({remote connection failure,delayed connect error: 111} - "TLS_error:|268435703" 0 159 2 - "203.0.113.4" )"
        R"("grpc-go/1.6" "id" "ledger.orders:9000" "10.42.2.2:9000" outbound|9000||ledger.orders.svc.cluster.local )"
        R"(10.42.1.5:1 10.96.1.1:9000 10.42.1.5:2 - -)",
        "POST http2 ledger.orders:9000/ user-agent=grpc-go/1.6",
        "503 UF,URX upstream_reset_before_response_started{remote connection failure,delayed connect error: 111} "
        "ledger.orders.svc.cluster.local:9000");
    row("at the server",
        R"([2026-05-19T18:50:01.123Z] "GET /x HTTP/1.1" 403 - rbac_access_denied_matched_policy[none] - "-" 0 19 0 - )"
        R"("-" "-" "id" "catalog.shop" "-" inbound|8080|| - 10.42.3.3:8080 10.42.1.5:2 )"
        R"(outbound_.80_.v1_.catalog.shop.svc.cluster.local default)",
        "GET catalog.shop:80/x",
        "403  rbac_access_denied_matched_policy[none] catalog.shop.svc.cluster.local:80/v1 inbound route=default");
    row("at a gateway",
        R"([2026-05-19T18:50:01.123Z] "GET /x HTTP/2" 404 NR route_not_found - "-" 0 0 0 - "203.0.113.4" "curl/8" "id" )"
        R"("shop.acorn.example" "-" - - 10.42.9.9:8443 203.0.113.4:5 shop.acorn.example -)",
        "GET http2 tls shop.acorn.example/x user-agent=curl/8 sni=shop.acorn.example", "404 NR route_not_found");
    row("TCP",
        R"([2026-05-19T18:50:01.123Z] "- - -" 0 UH - - "-" 0 0 0 - "-" "-" "-" "-" "-" )"
        R"(outbound|9000||ledger.orders.svc.cluster.local - 10.96.1.1:9000 10.42.1.5:2 - -)",
        "TCP ledger.orders.svc.cluster.local:9000/", "0 UH  ledger.orders.svc.cluster.local:9000");
    row("TCP to something unknown",
        R"([2026-05-19T18:50:01.123Z] "- - -" 0 - - - "-" 0 0 0 - "-" "-" "-" "-" "-" BlackHoleCluster - )"
        R"(198.51.100.7:25 10.42.1.5:2 - -)",
        "TCP 198.51.100.7:25/", "0  ");
    row("Envoy's text",
        R"([2026-05-19T18:50:01.123Z] "GET /x HTTP/1.1" 504 UT 0 24 5000 - "-" "-" "id" "reviews:80" "10.42.2.2:80")",
        "GET reviews:80/x", "504 UT ");
    row("Istio's JSON",
        R"({"authority":"catalog.shop","bytes_received":0,"downstream_local_address":"10.96.3.7:80",)"
        R"("downstream_remote_address":"10.42.1.5:41234","method":"GET","path":"/catalog/7","protocol":"HTTP/1.1",)"
        R"("requested_server_name":null,"response_code":503,"response_code_details":"no_healthy_upstream",)"
        R"("response_flags":"UH","route_name":"default","upstream_cluster":"outbound|80|v1|catalog.shop.svc.cluster.local",)"
        R"("upstream_host":null,"user_agent":"-"})",
        "GET catalog.shop:80/catalog/7",
        "503 UH no_healthy_upstream catalog.shop.svc.cluster.local:80/v1 route=default");
    row("JSON with Envoy's names, behind a time",
        R"(2026-05-19T18:50:01Z stdout F {":authority":"reviews","req_method":"PUT","req_path":"/a?b=1",)"
        R"("status":"401","details":"jwt_authn_access_denied{Jwt_is_expired}","response_flags":"-"})",
        "PUT reviews/a?b=1", "401  jwt_authn_access_denied{Jwt_is_expired}");
}

void TestRequestText::readsLogLines()
{
    QFETCH(QString, line);
    QFETCH(QString, request);
    QFETCH(QString, logged);
    const auto pasted = parsePasted(line.toStdString());
    QVERIFY2(pasted, pasted ? "" : pasted.error().code.c_str());
    QCOMPARE(printed(pasted->request), request);
    QCOMPARE(printed(pasted->logged), logged);
    QCOMPARE(pasted->source, PastedRequest::Source::Log);
}

void TestRequestText::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("error"); // code args @line:column
    const auto row = [](const char* name, const char* pasted, const char* error) {
        QTest::newRow(name) << QString::fromUtf8(pasted) << QString::fromUtf8(error);
    };
    row("nothing", "", "paste.empty");
    row("blanks", " \n\t", "paste.empty");
    row("some text", "hello world", "paste.log");
    row("wget", "wget http://shop.example", "paste.log");
    row("open single quote", "curl \\\n -H 'A: 1 shop.example", "paste.quote ' @2:5");
    row("open double quote", "curl \"shop.example", "paste.quote \" @1:6");
    row("open bash quote", "curl $'shop.example", "paste.quote ' @1:7");
    row("no URL", "curl -s", "paste.noUrl");
    row("two URLs", "curl a.example http://u:p@b.example/", "paste.severalUrls http://b.example/ @1:16");
    row("another scheme", "curl ftp://a.example/", "paste.scheme ftp @1:6");
    row("bad port", "curl http://a.example:99999/", "paste.port 99999 @1:6");
    row("port that is no number", "curl http://a.example:x/", "paste.port x @1:6");
    row("port 0", "curl http://a.example:0/", "paste.port 0 @1:6");
    row("no host", "curl http:///x", "paste.url http:///x @1:6");
    row("bad host", "curl 'http://a b/'", "paste.url http://a b/ @1:6");
    row("open bracket", "curl 'http://[::1/'", "paste.url http://[::1/ @1:6");
    row("unknown option", "curl --colour shop.example", "paste.option --colour @1:6");
    row("unknown letter", "curl -sQx shop.example", "paste.option -Q @1:6");
    row("missing value", "curl shop.example -H", "paste.optionValue -H @1:19");
    row("missing long value", "curl shop.example --request", "paste.optionValue --request @1:19");
    row("variable in the URL", "curl http://$HOST/x", "paste.substitution $HOST @1:6");
    row("command in the URL", "curl \"http://$(host)/x\"", "paste.substitution $(host) @1:6");
    row("too few fields", "[2026-05-19T18:50:01.123Z] \"GET / HTTP/1.1\" 200", "paste.logFields 3");
    row("broken JSON", "{\"authority\": \"a\",}", "paste.json");
    row("JSON that ends", "{\"authority\": \"a\"", "paste.json }");
    row("JSON without a host", "{\"response_code\": 503}", "paste.logHost");
    row("line without a host",
        "[2026-05-19T18:50:01.123Z] \"GET / HTTP/1.1\" 200 - 0 0 0 - \"-\" \"-\" \"-\" \"-\" \"-\"", "paste.logHost");
}

void TestRequestText::saysWhatIsWrong()
{
    QFETCH(QString, pasted);
    QFETCH(QString, error);
    const auto read = parsePasted(pasted.toStdString());
    QVERIFY(!read);
    std::string found = read.error().code;
    if (!error.endsWith(QLatin1String("paste.json"))) {
        for (const std::string& arg : read.error().args)
            found += " " + arg;
    }
    if (read.error().where.line > 0) {
        found += " @" + std::to_string(read.error().where.line) + ":" + std::to_string(read.error().where.column);
    }
    QCOMPARE(text(found), error);
}

void TestRequestText::keepsNoSecret_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("replaced");
    const auto row = [](const char* name, const std::string& pasted, const char* replaced) {
        QTest::newRow(name) << text(pasted) << QString::fromUtf8(replaced);
    };
    const std::string json = R"({"authority":"a.example","method":"GET","response_code":401,"path":")";
    row("bearer", "curl -H 'Authorization: Bearer SECRET' a.example", "authorization");
    row("token", "curl -H 'Authorization: Bearer " + token + "' a.example", "authorization");
    row("user", "curl -u ada:SECRET a.example", "authorization");
    row("user of the URL", "curl https://ada:SECRET@a.example/", "authorization");
    row("OAuth", "curl --oauth2-bearer SECRET a.example", "authorization");
    row("proxy user", "curl -U ada:SECRET a.example", "");
    row("password of a key", "curl --pass SECRET a.example", "");
    row("client certificate", "curl -E cert.pem:SECRET a.example", "");
    row("certificate stuck to its letter", "curl -Ecert.pem:SECRET a.example", "");
    row("cookie", "curl -b 'sid=SECRET; lang=SECRET' a.example", "cookie");
    row("cookie header", "curl -H 'Cookie: sid=SECRET' a.example", "cookie");
    row("cookie without a name", "curl -H 'Cookie: SECRET' a.example", "cookie");
    row("API key", "curl -H 'X-API-Key: SECRET' a.example", "x-api-key");
    row("other keys", "curl -H 'apikey: SECRET' -H 'X-Amz-Security-Token: SECRET' a.example",
        "apikey,x-amz-security-token");
    row("token in any header", "curl -H 'X-Goog: " + token + "' a.example", "x-goog");
    row("query", "curl 'a.example/?token=SECRET&access_token=SECRET&page=2&api_key=SECRET'",
        "access_token,api_key,token");
    row("password in data as query", "curl -G -d password=SECRET a.example", "password");
    row("body", "curl -d 'password=SECRET' a.example", "");
    row("token in the path", "curl a.example/reset/" + token + "/x", "path");
    row("query of a log line", json + "/a?clientSecret=SECRET\"}", "clientSecret");
    row("token in a log line", json + "/a?next=" + token + "\"}", "next");
}

void TestRequestText::keepsNoSecret()
{
    QFETCH(QString, pasted);
    const auto read = parsePasted(pasted.toStdString());
    QVERIFY2(read, read ? "" : read.error().code.c_str());
    QTEST(text(joined(read->replaced)), "replaced");
    const Request& request = read->request;
    std::string everything = request.host + request.path + request.sni + joined(read->ignored);
    for (const auto* pairs : {&request.headers, &request.query}) {
        for (const auto& [name, value] : *pairs)
            everything.append(name).append("=").append(value).append(" ");
    }
    QVERIFY2(!everything.contains("SECRET"), everything.c_str());
    QVERIFY2(!everything.contains("eyJ"), everything.c_str());
    QVERIFY2(!everything.contains("c2lnbmF0"), everything.c_str());
}

void TestRequestText::keepsTheClaims()
{
    const auto read = parsePasted("curl -H 'Authorization: Bearer " + token + "' a.example");
    QVERIFY(read && read->request.token);
    const Token& claims = *read->request.token;
    QCOMPARE(claims.issuer, "https://login.acorn.example");
    QCOMPARE(claims.subject, "ada");
    QCOMPARE(claims.audiences, (std::vector<std::string>{"shop", "web"}));
    QCOMPARE(claims.presenter, "app");
    const decltype(claims.claims) others{{"exp", {"1800000000"}}, {"level", {"3"}}, {"realm.roles", {"admin", "dev"}}};
    QCOMPARE(claims.claims, others);
    QVERIFY(claims.isValid);
    QCOMPARE(read->request.headers.find("authorization")->second, "Bearer replaced");
}

void TestRequestText::onlyTokensAreDecoded_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("no dots") << QStringLiteral("eyJhbGciOiJSUzI1NiJ9");
    QTest::newRow("not base64") << QStringLiteral("eyJhbGciOiJSUzI1NiJ9.e%%.x");
    QTest::newRow("not JSON") << QStringLiteral("eyJhbGciOiJSUzI1NiJ9.YWJj.x");
    QTest::newRow("a list") << QStringLiteral("eyJhbGciOiJSUzI1NiJ9.WzFd.x");
    QTest::newRow("four parts") << QStringLiteral("eyJhbGciOiJSUzI1NiJ9.e30.x.y");
    QTest::newRow("header that is no JSON") << QStringLiteral("YWJj.e30.x");
}

void TestRequestText::onlyTokensAreDecoded()
{
    QFETCH(QString, value);
    QVERIFY(!decodeToken(value.toStdString()));
}

void TestRequestText::secretNames_data()
{
    QTest::addColumn<bool>("isSecret");
    for (const char* name : {"authorization", "Proxy-Authorization", "cookie", "set-cookie", "x-api-key", "apiKey",
                             "api_key", "X-Auth-Token", "client_secret", "password", "x-csrf-token", "accessToken",
                             "x-forwarded-client-cert", "sig", "SESSION"})
        QTest::newRow(name) << true;
    for (const char* name : {"x-preview", "accept", "keyboard", "page", "author", "monkey", "host", "tokenizer",
                             "x-request-id", "passage"})
        QTest::newRow(name) << false;
}

void TestRequestText::secretNames()
{
    QFETCH(bool, isSecret);
    QCOMPARE(isSecretName(QTest::currentDataTag()), isSecret);
}

void TestRequestText::survivesCutText()
{
    // whatever is cut off, reading ends with a request or an error
    const std::string command = "curl \\\n -sSkX POST -H $'A: \\x41\\u00e9' --data-urlencode \"q=`x` ${y}\" "
                                "'https://u:p@a.example:8443/x?token=1' 2>&1 | jq";
    int requests = 0;
    int errors = 0;
    for (const std::string& whole : {command, istioLine}) {
        for (std::size_t size = 0; size <= whole.size(); ++size)
            ++(parsePasted(whole.substr(0, size)) ? requests : errors);
    }
    QVERIFY(requests > 10);
    QVERIFY(errors > 100);
}

QTEST_GUILESS_MAIN(TestRequestText)
#include "tst_requesttext.moc"
