// SPDX-License-Identifier: Apache-2.0
#include "models/changes/routeedit.h"
#include "models/changes/split.h"
#include "models/changes/textdiff.h"
#include "yamlmesh.h"

#include "models/source/edit.h"

#include <QTest>

#include <re2/re2.h>

#include <functional>

using namespace Qt::StringLiterals;
using namespace meshdraft;
using namespace meshdraft::changes;

namespace {

using Plan = std::function<Expected<std::vector<source::Change>>(const mesh::Resource&, const mesh::Route&)>;

/// The text after the changes of its first resource; the code of an error in the place of it.
QString after(const std::string& yaml, std::string_view route, const Plan& plan, std::size_t which = 0)
{
    const auto graph = tests::graphOf(yaml);
    const mesh::Resource& resource = graph->at(static_cast<mesh::ResourceIndex>(which));
    const auto found = findRoute(std::get<mesh::RouteTable>(resource.body), route);
    if (!found)
        return QString::fromStdString(found.error().code);
    const auto changes = plan(resource, **found);
    if (!changes)
        return QString::fromStdString(changes.error().code);
    const auto splices = source::planChanges(*resource.text, resource.source.document, *changes);
    if (!splices)
        return QString::fromStdString(splices.error().code);
    return QString::fromStdString(source::applySplices(yaml, *splices).value_or("unordered"));
}

/// The lines that differ, "-" or "+" before them; the code of an error.
QString difference(const std::string& before, const QString& now)
{
    if (!now.contains(u'\n'))
        return now;
    QStringList result;
    const QString diff = QString::fromStdString(unifiedDiff("mesh.yaml", before, now.toStdString()));
    for (const QString& line : diff.split(u'\n')) {
        if ((line.startsWith(u'-') || line.startsWith(u'+')) && !line.startsWith(u"---"_s)
            && !line.startsWith(u"+++"_s))
            result << line;
    }
    return result.join(u'\n');
}

std::string virtualService(const std::string& routes)
{
    return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: reviews\n  namespace: shop\n"
           "spec:\n  hosts: [reviews]\n"
        + routes;
}

std::string httpRoute(const std::string& rules, const std::string& kind = "HTTPRoute")
{
    return "apiVersion: gateway.networking.k8s.io/v1\nkind: " + kind
        + "\nmetadata: {name: reviews, namespace: shop}\nspec:\n  rules:\n" + rules;
}

const std::string block = virtualService(R"(  http:
  - name: default
    route:
    - destination:
        host: reviews
        subset: v1
      weight: 90   # most of it
    # the next one
    - destination:
        host: reviews
        subset: v2
      weight: 10
    timeout: 3s # long
)");

DestinationSpec v3()
{
    return {.host = "reviews", .subset = "v3", .port = {}, .ns = {}};
}

} // namespace

class TestRouteEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsADestination_data();
    void addsADestination();
    void addsNothingTwice();
    void removesADestination_data();
    void removesADestination();
    void setsTheMirror_data();
    void setsTheMirror();
    void addsAPreviewRoute_data();
    void addsAPreviewRoute();
    void refusesPreviews_data();
    void refusesPreviews();
    void cookiesAreFoundWhereverTheyStand();
    void namesWhatItCannotShow_data();
    void namesWhatItCannotShow();
    void addingAndRemovingGivesTheSameWeights();
};

void TestRouteEdit::addsADestination_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<QString>("subset");
    QTest::addColumn<int>("weight");
    QTest::addColumn<QString>("expected");

    QTest::newRow("block, without traffic") << block << u"v3"_s << 0
                                            << u"+    - destination:\n+        host: reviews\n+        subset: v3\n"
                                               "+      weight: 0"_s;
    QTest::newRow("CRLF") << QString::fromStdString(block).replace(u"\n"_s, u"\r\n"_s).toStdString() << u"v3"_s << 0
                          << u"+    - destination:\r\n+        host: reviews\r\n+        subset: v3\r\n"
                             "+      weight: 0\r"_s;
    QTest::newRow("flow items") << virtualService("  http:\n  - route:\n"
                                                  "    - {destination: {host: reviews, subset: v1}, weight: 90}\n"
                                                  "    - {destination: {host: reviews, subset: v2}, weight: 10}\n")
                                << u"v3"_s << 0 << u"+    - {destination: {host: reviews, subset: v3}, weight: 0}"_s;
    QTest::newRow("flow list") << virtualService(
        "  http:\n  - route: [{weight: 90, destination: {host: reviews, subset: "
        "v1}}, {weight: 10, destination: {host: reviews, subset: v2}}]\n")
                               << u"v3"_s << 10
                               << u"-  - route: [{weight: 90, destination: {host: reviews, subset: v1}}, {weight: 10, "
                                  "destination: {host: reviews, subset: v2}}]\n"
                                  "+  - route: [{weight: 80, destination: {host: reviews, subset: v1}}, {weight: 10, "
                                  "destination: {host: reviews, subset: v2}}, {weight: 10, destination: {host: "
                                  "reviews, subset: v3}}]"_s;
    QTest::newRow("alone, weight unwritten") << virtualService("  http:\n  - route:\n    - destination:\n"
                                                               "        host: reviews\n        subset: v1\n")
                                             << u"v3"_s << 0
                                             << u"+      weight: 100\n+    - destination:\n+        host: reviews\n"
                                                "+        subset: v3\n+      weight: 0"_s;
    QTest::newRow("total of 10")
        << virtualService("  http:\n  - route:\n    - destination: {host: reviews, subset: v1}\n"
                          "      weight: 7\n    - destination: {host: reviews, subset: v2}\n"
                          "      weight: 3\n")
        << u"v3"_s << 2
        << u"-      weight: 7\n+      weight: 5\n+    - destination: {host: reviews, subset: v3}\n"
           "+      weight: 2"_s;
    QTest::newRow("weight first") << virtualService("  http:\n  - route:\n    - weight: 100\n      destination:\n"
                                                    "        subset: v1\n        host: reviews\n")
                                  << u"v3"_s << 0
                                  << u"+    - weight: 0\n+      destination:\n+        subset: v3\n"
                                     "+        host: reviews"_s;
    QTest::newRow("tcp") << virtualService("  tcp:\n  - route:\n    - destination: {host: reviews, subset: v1}\n")
                         << u"v3"_s << 0
                         << u"+      weight: 100\n+    - destination: {host: reviews, subset: v3}\n+      weight: 0"_s;
    QTest::newRow("tls") << virtualService("  tls:\n  - match:\n    - sniHosts: [a]\n    route:\n"
                                           "    - destination: {host: reviews, subset: v1}\n      weight: 100\n")
                         << u"v3"_s << 0 << u"+    - destination: {host: reviews, subset: v3}\n+      weight: 0"_s;
    QTest::newRow("in a List")
        << std::string("apiVersion: v1\nkind: List\nitems:\n- apiVersion: networking.istio.io/v1\n"
                       "  kind: VirtualService\n  metadata: {name: a, namespace: b}\n  spec:\n    http:\n    - route:\n"
                       "      - destination: {host: reviews, subset: v1} # stays\n- apiVersion: v1\n  kind: Service\n"
                       "  metadata: {name: s}\n")
        << u"v3"_s << 0
        << u"+        weight: 100\n+      - destination: {host: reviews, subset: v3}\n+        weight: 0"_s;
    QTest::newRow("HTTPRoute, alone") << httpRoute("  - backendRefs:\n    - name: reviews-v1\n      port: 9080\n")
                                      << QString() << 0
                                      << u"+      weight: 100\n+    - name: reviews-v3\n+      port: 9080\n"
                                         "+      weight: 0"_s;
    QTest::newRow("HTTPRoute, several") << httpRoute(
        "  - backendRefs:\n    - {name: reviews-v1, port: 9080, weight: 900}\n"
        "    - {name: reviews-v2, port: 9080, weight: 100}\n")
                                        << QString() << 0 << u"+    - {name: reviews-v3, port: 9080, weight: 0}"_s;
    QTest::newRow("GRPCRoute") << httpRoute("  - backendRefs:\n    - kind: Service\n      name: a\n      port: 1\n"
                                            "      weight: 1\n    - name: b\n      port: 1\n      weight: 1\n",
                                            "GRPCRoute")
                               << QString() << 0 << u"+    - name: reviews-v3\n+      port: 9080\n+      weight: 0"_s;
    QTest::newRow("TCPRoute") << httpRoute("  - backendRefs:\n    - name: a\n      port: 1\n      weight: 5\n"
                                           "    - name: b\n      port: 1\n      weight: 5\n",
                                           "TCPRoute")
                              << QString() << 0 << u"+    - name: reviews-v3\n+      port: 9080\n+      weight: 0"_s;
    QTest::newRow("TLSRoute") << httpRoute("  - backendRefs:\n    - name: a\n      port: 1\n      weight: 5\n"
                                           "    - name: b\n      port: 1\n      weight: 5\n",
                                           "TLSRoute")
                              << QString() << 0 << u"+    - name: reviews-v3\n+      port: 9080\n+      weight: 0"_s;
}

void TestRouteEdit::addsADestination()
{
    QFETCH(const std::string, before);
    QFETCH(const QString, subset);
    QFETCH(const int, weight);
    QFETCH(const QString, expected);
    const DestinationSpec spec = subset.isEmpty()
        ? DestinationSpec{.host = "reviews-v3", .subset = {}, .port = 9080, .ns = {}}
        : DestinationSpec{.host = "reviews", .subset = subset.toStdString(), .port = {}, .ns = {}};
    const QString now = after(before, {}, [&](const mesh::Resource& resource, const mesh::Route& route) {
        return addDestination(resource, route, spec, weight);
    });
    QCOMPARE(difference(before, now), expected);
}

void TestRouteEdit::addsNothingTwice()
{
    const auto add = [](DestinationSpec spec, std::int64_t weight) {
        return after(block, {}, [&](const mesh::Resource& resource, const mesh::Route& route) {
            return addDestination(resource, route, spec, weight);
        });
    };
    QCOMPARE(add({.host = "reviews", .subset = "v2", .port = {}, .ns = {}}, 0), u"routing.sameDestination"_s);
    QCOMPARE(add(v3(), 101), u"split.range"_s);
    QCOMPARE(add(v3(), -1), u"split.range"_s);
}

void TestRouteEdit::removesADestination_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("expected");

    const auto three = [](const std::string& last) {
        return virtualService("  http:\n  - route:\n    - destination: {host: reviews, subset: v1}\n      weight: 60\n"
                              "    - destination: {host: reviews, subset: v2}\n      weight: 30\n"
                              "    - destination: {host: reviews, subset: v3} # the new one\n"
                              + last);
    };
    QTest::newRow("last, its weight to the largest")
        << three("      weight: 10\n") << 2
        << u"-      weight: 60\n+      weight: 70\n-    - destination: {host: reviews, subset: v3} # the new one\n"
           "-      weight: 10"_s;
    QTest::newRow("without a weight") << three("") << 2
                                      << u"-    - destination: {host: reviews, subset: v3} # the new one"_s;
    QTest::newRow("first of two, with comments")
        << block << 0
        << u"-    - destination:\n-        host: reviews\n-        subset: v1\n-      weight: 90   # most of it\n"
           "-      weight: 10\n+      weight: 100"_s;
    QTest::newRow("the last one stays") << virtualService("  tcp:\n  - route:\n    - destination: {host: a}\n") << 0
                                        << u"routing.lastDestination"_s;
    QTest::newRow("HTTPRoute") << httpRoute("  - backendRefs:\n    - {name: a, port: 1, weight: 4}\n"
                                            "    - {name: b, port: 1}\n")
                               << 1
                               << u"-    - {name: a, port: 1, weight: 4}\n-    - {name: b, port: 1}\n"
                                  "+    - {name: a, port: 1, weight: 5}"_s;
}

void TestRouteEdit::removesADestination()
{
    QFETCH(const std::string, before);
    QFETCH(const int, position);
    QFETCH(const QString, expected);
    const QString now = after(before, {}, [&](const mesh::Resource& resource, const mesh::Route& route) {
        return removeDestination(resource, route, static_cast<std::size_t>(position));
    });
    QCOMPARE(difference(before, now), expected);
}

void TestRouteEdit::setsTheMirror_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<double>("percent"); // 0: off
    QTest::addColumn<QString>("expected");

    const auto with = [](const std::string& mirror) { return block + mirror; };
    QTest::newRow("on") << block << 5.0
                        << u"+    mirror:\n+      host: reviews\n+      subset: v3\n+    mirrorPercentage:\n"
                           "+      value: 5"_s;
    QTest::newRow("a fraction") << block << 0.5
                                << u"+    mirror:\n+      host: reviews\n+      subset: v3\n+    mirrorPercentage:\n"
                                   "+      value: 0.5"_s;
    QTest::newRow("another target") << with("    mirror: {host: reviews, subset: v2}\n"
                                            "    mirrorPercentage: {value: 5.0}\n")
                                    << 5.0
                                    << u"-    mirror: {host: reviews, subset: v2}\n"
                                       "-    mirrorPercentage: {value: 5.0}\n"
                                       "+    mirror: {host: reviews, subset: v3}\n"
                                       "+    mirrorPercentage: {value: 5}"_s;
    QTest::newRow("another share") << with("    mirror:\n      host: reviews\n      subset: v3 # shadow\n"
                                           "    mirrorPercentage:\n      value: 5\n")
                                   << 20.0 << u"-      value: 5\n+      value: 20"_s;
    QTest::newRow("absent share") << with("    mirror:\n      host: reviews\n      subset: v3\n") << 20.0
                                  << u"+    mirrorPercentage:\n+      value: 20"_s;
    QTest::newRow("older spelling") << with("    mirror: {host: reviews, subset: v3}\n    mirrorPercent: 5\n") << 20.0
                                    << u"-    mirrorPercent: 5\n+    mirrorPercent: 20"_s;
    QTest::newRow("one of mirrors") << with("    mirrors:\n    - destination: {host: reviews, subset: v2}\n") << 20.0
                                    << u"-    - destination: {host: reviews, subset: v2}\n"
                                       "+    - destination: {host: reviews, subset: v3}\n+      percentage:\n"
                                       "+        value: 20"_s;
    QTest::newRow("two of mirrors") << with("    mirrors:\n    - destination: {host: a}\n"
                                            "    - destination: {host: b}\n")
                                    << 20.0 << u"routing.mirrors"_s;
    QTest::newRow("off") << with("    mirror:\n      host: reviews\n    mirrorPercentage:\n      value: 5\n") << 0.0
                         << u"-    mirror:\n-      host: reviews\n-    mirrorPercentage:\n-      value: 5"_s;
    QTest::newRow("mirrors off") << with("    mirrors:\n    - destination: {host: a}\n") << 0.0
                                 << u"-    mirrors:\n-    - destination: {host: a}"_s;
    QTest::newRow("tcp") << virtualService("  tcp:\n  - route:\n    - destination: {host: a}\n") << 5.0
                         << u"routing.mirrorProtocol"_s;
    QTest::newRow("too much") << block << 101.0 << u"routing.percent"_s;

    const std::string rule = "  - backendRefs:\n    - name: a\n      port: 1\n";
    const auto filter = [&](const std::string& rest) {
        return httpRoute(rule
                         + "    filters:\n    - type: RequestMirror\n      requestMirror:\n"
                           "        backendRef: {name: reviews, port: 9080}\n"
                         + rest);
    };
    QTest::newRow("HTTPRoute, on") << httpRoute(rule) << 5.0
                                   << u"+    filters:\n+    - type: RequestMirror\n+      requestMirror:\n"
                                      "+        backendRef:\n+          name: reviews\n+          port: 9080\n"
                                      "+        percent: 5"_s;
    QTest::newRow("HTTPRoute, another share")
        << filter("        percent: 7\n") << 5.0 << u"-        percent: 7\n+        percent: 5"_s;
    QTest::newRow("HTTPRoute, fraction") << filter("        fraction: {numerator: 7}\n") << 5.0
                                         << u"-        fraction: {numerator: 7}\n+        percent: 5"_s;
    QTest::newRow("HTTPRoute, half a percent") << httpRoute(rule) << 0.5 << u"routing.percent"_s;
    QTest::newRow("HTTPRoute, off") << filter("        percent: 7\n") << 0.0
                                    << u"-    filters:\n-    - type: RequestMirror\n-      requestMirror:\n"
                                       "-        backendRef: {name: reviews, port: 9080}\n-        percent: 7"_s;
    QTest::newRow("HTTPRoute, off beside another filter")
        << filter("    - type: URLRewrite\n      urlRewrite: {hostname: b}\n") << 0.0
        << u"-    - type: RequestMirror\n-      requestMirror:\n"
           "-        backendRef: {name: reviews, port: 9080}"_s;
}

void TestRouteEdit::setsTheMirror()
{
    QFETCH(const std::string, before);
    QFETCH(const double, percent);
    QFETCH(const QString, expected);
    const QString now = after(before, {}, [&](const mesh::Resource& resource, const mesh::Route& route) {
        const bool isGatewayApi = std::get<mesh::RouteTable>(resource.body).isGatewayApi;
        const DestinationSpec to =
            isGatewayApi ? DestinationSpec{.host = "reviews", .subset = {}, .port = 9080, .ns = {}} : v3();
        return setMirror(resource, route, percent > 0 ? std::optional(MirrorSpec{to, percent}) : std::nullopt);
    });
    QCOMPARE(difference(before, now), expected);
}

void TestRouteEdit::addsAPreviewRoute_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<bool>("cookie");
    QTest::addColumn<bool>("regex");
    QTest::addColumn<QString>("expected");

    QTest::newRow("header") << block << false << false
                            << u"+  - name: preview\n+    match:\n+    - headers:\n+        x-preview:\n"
                               "+          exact: \"yes\"\n+    route:\n+    - destination:\n+        host: reviews\n"
                               "+        subset: v3\n+    timeout: 3s"_s;
    QTest::newRow("header, expression") << block << false << true
                                        << u"+  - name: preview\n+    match:\n+    - headers:\n+        x-preview:\n"
                                           "+          regex: \"yes\"\n+    route:\n+    - destination:\n"
                                           "+        host: reviews\n+        subset: v3\n+    timeout: 3s"_s;
    QTest::newRow("cookie")
        << block << true << false
        << u"+  - name: preview\n+    match:\n+    - headers:\n+        cookie:\n"
           "+          regex: ^(.*?;\\s*)?x\\-preview=yes(;.*)?$\n+    route:\n+    - destination:\n"
           "+        host: reviews\n+        subset: v3\n+    timeout: 3s"_s;
    QTest::newRow("what the route asks for stays asked for")
        << virtualService("  http:\n  - match:\n    - uri: {prefix: /a}\n      name: first\n    - headers:\n"
                          "        end-user: {exact: jason}\n    route:\n    - destination: {host: reviews}\n"
                          "    mirror: {host: b}\n    fault: {abort: {httpStatus: 500}}\n    rewrite: {uri: /}\n")
        << false << false
        << u"+  - name: preview\n+    match:\n+    - uri: {prefix: /a}\n+      headers:\n"
           "+        x-preview:\n+          exact: \"yes\"\n+    - headers:\n+        end-user: {exact: jason}\n"
           "+        x-preview:\n+          exact: \"yes\"\n+    route:\n"
           "+    - destination: {host: reviews, subset: v3}\n+    rewrite: {uri: /}"_s;
    QTest::newRow("HTTPRoute")
        << httpRoute("  - matches:\n    - path: {type: PathPrefix, value: /a}\n    backendRefs:\n"
                     "    - name: a\n      port: 1\n    filters:\n    - type: RequestMirror\n      requestMirror:\n"
                     "        backendRef: {name: b, port: 1}\n")
        << false << true
        << u"+  - name: preview\n+    matches:\n+    - path: {type: PathPrefix, value: /a}\n"
           "+      headers:\n+      - type: RegularExpression\n+        name: X-Preview\n+        value: \"yes\"\n"
           "+    backendRefs:\n+    - name: reviews\n+      port: 9080"_s;
    QTest::newRow("GRPCRoute")
        << httpRoute("  - backendRefs:\n    - name: a\n      port: 1\n", "GRPCRoute") << true << false
        << u"+  - name: preview\n+    matches:\n+    - headers:\n+      - type: RegularExpression\n"
           "+        name: Cookie\n+        value: ^(.*?;\\s*)?X\\-Preview=yes(;.*)?$\n+    backendRefs:\n"
           "+    - name: reviews\n+      port: 9080"_s;
}

void TestRouteEdit::addsAPreviewRoute()
{
    QFETCH(const std::string, before);
    QFETCH(const bool, cookie);
    QFETCH(const bool, regex);
    QFETCH(const QString, expected);
    const QString now = after(before, {}, [&](const mesh::Resource& resource, const mesh::Route& route) {
        const bool isGatewayApi = std::get<mesh::RouteTable>(resource.body).isGatewayApi;
        PreviewSpec preview;
        preview.by = cookie ? PreviewSpec::By::Cookie : PreviewSpec::By::Header;
        preview.name = isGatewayApi || !cookie ? "X-Preview" : "x-preview";
        preview.value = "yes";
        preview.isRegex = regex;
        preview.destination =
            isGatewayApi ? DestinationSpec{.host = "reviews", .subset = {}, .port = 9080, .ns = {}} : v3();
        return addPreviewRoute(resource, route, preview);
    });
    QCOMPARE(difference(before, now), expected);
}

void TestRouteEdit::refusesPreviews_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("value");
    QTest::addColumn<QString>("expected");

    QTest::newRow("tcp") << virtualService("  tcp:\n  - route:\n    - destination: {host: a}\n") << std::string("x")
                         << std::string("y") << u"routing.previewProtocol"_s;
    QTest::newRow("no name") << block << std::string() << std::string("y") << u"routing.previewName"_s;
    QTest::newRow("a blank") << block << std::string("x y") << std::string("y") << u"routing.previewName"_s;
    QTest::newRow("no value") << block << std::string("x") << std::string() << u"routing.previewValue"_s;
    QTest::newRow("expression") << block << std::string("x") << std::string("(") << u"routing.previewExpression"_s;
    QTest::newRow("taken") << virtualService("  http:\n  - match:\n    - headers: {x: {exact: a}}\n    route:\n"
                                             "    - destination: {host: a}\n")
                           << std::string("X") << std::string("y") << u"routing.headerTaken"_s;
    QTest::newRow("name taken") << tests::replaced(block, "name: default", "name: preview") << std::string("x")
                                << std::string("y") << u"routing.nameTaken"_s;
    QTest::newRow("redirect") << virtualService("  http:\n  - redirect: {uri: /}\n") << std::string("x")
                              << std::string("y") << u"routing.redirect"_s;
}

void TestRouteEdit::refusesPreviews()
{
    QFETCH(const std::string, before);
    QFETCH(const std::string, name);
    QFETCH(const std::string, value);
    QFETCH(const QString, expected);
    const QString now = after(before, {}, [&](const mesh::Resource& resource, const mesh::Route& route) {
        PreviewSpec preview;
        preview.name = name;
        preview.value = value;
        preview.isRegex = true;
        preview.destination = v3();
        return addPreviewRoute(resource, route, preview);
    });
    QCOMPARE(now, expected);
}

void TestRouteEdit::cookiesAreFoundWhereverTheyStand()
{
    const RE2 exact(cookieExpression("user", "a.b", false));
    for (const char* header : {"user=a.b", "x=1; user=a.b", "x=1;user=a.b; y=2"})
        QVERIFY2(RE2::FullMatch(header, exact), header);
    for (const char* header : {"user=aXb", "superuser=a.b", "user=a.bc", "x=user=a.b"})
        QVERIFY2(!RE2::FullMatch(header, exact), header);
    QVERIFY(RE2::FullMatch("user=beta-7", RE2(cookieExpression("user", "beta-[0-9]+|x", true))));
}

void TestRouteEdit::namesWhatItCannotShow_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<QString>("expected");
    QTest::newRow("delegate") << virtualService("  http:\n  - delegate: {name: a}\n") << u"split.delegate"_s;
    QTest::newRow("redirect") << virtualService("  http:\n  - redirect: {uri: /}\n") << u"routing.redirect"_s;
    QTest::newRow("direct response") << virtualService("  http:\n  - directResponse: {status: 200}\n")
                                     << u"routing.directResponse"_s;
    QTest::newRow("nothing") << virtualService("  http:\n  - name: a\n") << u"routing.noDestination"_s;
    QTest::newRow("empty list") << httpRoute("  - backendRefs: []\n") << u"routing.noDestination"_s;
    QTest::newRow("alias") << virtualService("  http:\n  - name: a\n    route: &r\n    - destination: {host: a}\n"
                                             "  - name: b\n    route: *r\n")
                           << u"edit.alias"_s;
}

void TestRouteEdit::namesWhatItCannotShow()
{
    QFETCH(const std::string, before);
    QFETCH(const QString, expected);
    const QString now = after(before, before.contains("&r") ? "b" : "", [](const auto& resource, const auto& route) {
        return addDestination(resource, route, v3(), 0);
    });
    QCOMPARE(now, expected);
}

void TestRouteEdit::addingAndRemovingGivesTheSameWeights()
{
    const QString added = after(block, {}, [](const mesh::Resource& resource, const mesh::Route& route) {
        return addDestination(resource, route, v3(), 30);
    });
    const QString removed =
        after(added.toStdString(), {}, [](const mesh::Resource& resource, const mesh::Route& route) {
            return removeDestination(resource, route, 2);
        });
    QCOMPARE(removed, QString::fromStdString(block));
}

QTEST_APPLESS_MAIN(TestRouteEdit)
#include "tst_routeedit.moc"
