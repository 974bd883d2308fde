// SPDX-License-Identifier: Apache-2.0
// Which DestinationRule and which Sidecar a client has. Behind each group of rows: the page of istio.io
// (docs/reference/config) or the file of istio/istio that says so.
#include "models/mesh/effective/destinationrules.h"
#include "models/mesh/effective/sidecarscope.h"
#include "tests/mesh/effectivetexts.h"

#include <QtTest/QTest>

#include <array>

using namespace meshdraft;
using namespace meshdraft::mesh;
using namespace meshdraft::mesh::effective;
using namespace meshdraft::test;

namespace {

constexpr std::array scopeNames{"None", "Client", "Service", "Root"};
constexpr std::array sidecarNames{"Selector", "Namespace", "Root", "None", "Gateway"};

std::string nameOf(const MeshView& view, ResourceIndex index)
{
    return index == noResource ? "-" : view.at(index).key.ns + "/" + view.at(index).key.name;
}

/// "Scope HOST: a/x a/y policy a/x subsets v1=a/x" and so on for each outcome; then the tied ones.
std::string printed(const MeshView& view, const RuleChoice& choice)
{
    std::string text;
    for (const RuleChoice::Case& outcome : choice.outcomes) {
        text += (text.empty() ? "" : " | ") + std::string(scopeNames.at(static_cast<std::size_t>(outcome.reason)));
        if (outcome.value.from.empty())
            continue;
        text += " " + outcome.value.host + ":";
        for (const ResourceIndex index : outcome.value.from)
            text += " " + nameOf(view, index);
        if (outcome.value.policy != noResource)
            text += " policy " + nameOf(view, outcome.value.policy);
        for (const MergedRule::Subset& subset : outcome.value.subsets)
            text += " " + subset.name + "=" + nameOf(view, subset.rule);
    }
    return choice.tied.empty() ? text : text + " (tied: " + test::printed(choice.tied) + ")";
}

std::string printed(const MeshView& view, const SidecarChoice& choice)
{
    std::string text;
    for (const SidecarChoice::Case& outcome : choice.outcomes)
        text += (text.empty() ? "" : " | ") + std::string(sidecarNames.at(static_cast<std::size_t>(outcome.reason)))
            + " " + nameOf(view, outcome.value);
    return choice.tied.empty() ? text : text + " (tied: " + test::printed(choice.tied) + ")";
}

std::string rule(const std::string& ns, const std::string& name, const std::string& rest = {},
                 const std::string& host = "reviews.shop.svc.cluster.local")
{
    return destinationRule(ns, name, "host: '" + host + "'" + (rest.empty() ? "" : ", " + rest));
}

} // namespace

class TestEffectiveRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void destinationRules_data();
    void destinationRules();
    void manyRulesOfOneHost();
    void sidecars_data();
    void sidecars();
};

void TestEffectiveRules::destinationRules_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("client");
    QTest::addColumn<std::string>("expected");
    const auto add = [](const char* name, const std::string& text, const char* expected, const char* client = "jobs") {
        QTest::newRow(name) << text << std::string(client) << std::string(expected);
    };
    const std::string policy = "trafficPolicy: {loadBalancer: {simple: RANDOM}}";
    const std::string tls = "trafficPolicy: {tls: {mode: SIMPLE}}";

    // push_context.go, destinationRule: the client's namespace, the service's, the root namespace
    add("none", "", "None");
    add("client", rule("jobs", "c"), "Client reviews.shop.svc.cluster.local: jobs/c");
    add("service", rule("shop", "s"), "Service reviews.shop.svc.cluster.local: shop/s");
    add("root", rule("istio-system", "r"), "Root reviews.shop.svc.cluster.local: istio-system/r");
    add("elsewhere", rule("bank", "b"), "None");
    add("client before service", rule("shop", "s") + rule("jobs", "c"),
        "Client reviews.shop.svc.cluster.local: jobs/c");
    add("service before root", rule("istio-system", "r") + rule("shop", "s"),
        "Service reviews.shop.svc.cluster.local: shop/s");
    add("a wildcard of the client before the exact one of the service",
        rule("jobs", "c", {}, "*.local") + rule("shop", "s"), "Client *.local: jobs/c");
    add("another host of the client", rule("jobs", "c", {}, "ratings.shop.svc.cluster.local") + rule("shop", "s"),
        "Service reviews.shop.svc.cluster.local: shop/s");
    add("own root namespace", meshConfig("rootNamespace: mesh") + rule("istio-system", "r") + rule("mesh", "m"),
        "Root reviews.shop.svc.cluster.local: mesh/m");
    // the same: clients of the root namespace use its private rules first, and its public ones last
    add("client in the root namespace", rule("istio-system", "r") + rule("shop", "s"),
        "Service reviews.shop.svc.cluster.local: shop/s", "istio-system");
    add("private rule of the root namespace", rule("istio-system", "r", "exportTo: ['.']") + rule("shop", "s"),
        "Client reviews.shop.svc.cluster.local: istio-system/r", "istio-system");
    // networking/destination-rule, host: short names belong to the rule's namespace
    add("short name", rule("shop", "s", {}, "reviews"), "Service reviews.shop.svc.cluster.local: shop/s");
    add("short name of another namespace", rule("jobs", "c", {}, "reviews"), "None");
    // config.go, MostSpecificHostMatch
    add("exact before wildcard", rule("shop", "w", {}, "*.shop.svc.cluster.local") + rule("shop", "s"),
        "Service reviews.shop.svc.cluster.local: shop/s");
    add("longer wildcard", rule("shop", "l", {}, "*.local") + rule("shop", "w", {}, "*.shop.svc.cluster.local"),
        "Service *.shop.svc.cluster.local: shop/w");
    add("any", rule("istio-system", "a", {}, "*"), "Root *: istio-system/a");
    // networking/destination-rule, exportTo
    add("private to the service", rule("shop", "s", "exportTo: ['.']"), "None");
    add("private, own client", rule("shop", "s", "exportTo: ['.']"), "Client reviews.shop.svc.cluster.local: shop/s",
        "shop");
    add("exported by name", rule("shop", "s", "exportTo: [jobs]"), "Service reviews.shop.svc.cluster.local: shop/s");
    add("exported to others", rule("shop", "s", "exportTo: [bank]"), "None");
    add("exported to others, own client", rule("shop", "s", "exportTo: [bank]"), "None", "shop");
    add("a hidden rule leaves the root's", rule("shop", "s", "exportTo: [bank]") + rule("istio-system", "r"),
        "Root reviews.shop.svc.cluster.local: istio-system/r");
    // push_context.go, getExportedDestinationRuleFromNamespace: the host is chosen first, then who may see it
    add("a hidden exact rule hides the wildcard",
        rule("shop", "s", "exportTo: [bank]") + rule("shop", "w", {}, "*.local"), "None");
    add("mesh default", meshConfig("defaultDestinationRuleExportTo: ['.']") + rule("shop", "s"), "None");
    add("mesh default, written",
        meshConfig("defaultDestinationRuleExportTo: ['.']") + rule("shop", "s", "exportTo: ['*']"),
        "Service reviews.shop.svc.cluster.local: shop/s");
    // networking/destination-rule, workloadSelector; sidecar.go, DestinationRule
    const std::string batch = "workloadSelector: {matchLabels: {app: batch}}";
    add("selector matches", rule("jobs", "c", batch) + rule("jobs", "d"),
        "Client reviews.shop.svc.cluster.local: jobs/c");
    add("selector does not match", rule("jobs", "c", "workloadSelector: {matchLabels: {app: web}}") + rule("jobs", "d"),
        "Client reviews.shop.svc.cluster.local: jobs/d");
    add("only a selector that does not match", rule("jobs", "c", "workloadSelector: {matchLabels: {app: web}}"),
        "None");
    add("selectors stay in their namespace", rule("shop", "s", batch), "None");
    // destination_rule.go, mergeDestinationRule
    add("subsets are merged",
        rule("shop", "a", "subsets: [{name: v1}]") + rule("shop", "b", "subsets: [{name: v2}], " + policy),
        "Service reviews.shop.svc.cluster.local: shop/a shop/b policy shop/b v1=shop/a v2=shop/b");
    add("the same host written in two ways", rule("shop", "a", "subsets: [{name: v1}]", "reviews") + rule("shop", "b"),
        "Service reviews.shop.svc.cluster.local: shop/a shop/b v1=shop/a");
    add("two policies", rule("shop", "a", policy) + rule("shop", "b", tls),
        "Service reviews.shop.svc.cluster.local: shop/a shop/b policy shop/a | Service "
        "reviews.shop.svc.cluster.local: shop/a shop/b policy shop/b (tied: DestinationRule/shop/a, "
        "DestinationRule/shop/b)");
    add("one subset twice", rule("shop", "a", "subsets: [{name: v1}]") + rule("shop", "b", "subsets: [{name: v1}]"),
        "Service reviews.shop.svc.cluster.local: shop/a shop/b v1=shop/a | Service reviews.shop.svc.cluster.local: "
        "shop/a shop/b v1=shop/b (tied: DestinationRule/shop/a, DestinationRule/shop/b)");
    add("wildcards are not merged", rule("shop", "a", policy, "*.local") + rule("shop", "b", "subsets: [{name: v1}]"),
        "Service reviews.shop.svc.cluster.local: shop/b v1=shop/b");
    add("an empty policy is one", rule("shop", "a", "trafficPolicy: {}") + rule("shop", "b", "subsets: [{name: v1}]"),
        "Service reviews.shop.svc.cluster.local: shop/a shop/b policy shop/a v1=shop/b");
    // the same: rules that are exported to different namespaces stay apart
    add("other exports stay apart",
        rule("shop", "a", "subsets: [{name: v1}], exportTo: [jobs]")
            + rule("shop", "b", "subsets: [{name: v2}], exportTo: [bank]"),
        "Service reviews.shop.svc.cluster.local: shop/a v1=shop/a");
}

void TestEffectiveRules::destinationRules()
{
    QFETCH(std::string, text);
    QFETCH(std::string, client);
    QFETCH(std::string, expected);
    const MeshView view(graphOf(exportedService("shop", "reviews") + text));
    const Client caller{client, {{"app", "batch"}}, noResource};
    QCOMPARE(printed(view, destinationRuleFor(view, caller, "reviews.shop.svc.cluster.local", "shop")), expected);
}

void TestEffectiveRules::manyRulesOfOneHost()
{
    std::string text;
    for (int i = 0; i < 12; ++i)
        text += rule("shop", "r" + std::to_string(i), "trafficPolicy: {loadBalancer: {simple: RANDOM}}");
    const MeshView view(graphOf(text));
    const RuleChoice choice =
        destinationRuleFor(view, {"jobs", {}, noResource}, "reviews.shop.svc.cluster.local", "shop");
    QCOMPARE(choice.outcomes.size(), std::size_t(12));
    QCOMPARE(choice.tied.size(), std::size_t(12));
}

void TestEffectiveRules::sidecars_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    const auto add = [](const char* name, const std::string& text, const char* expected) {
        QTest::newRow(name) << text << std::string(expected);
    };
    const std::string web = deployment("shop", "web");
    const std::string selecting = "workloadSelector: {labels: {app: web}}";
    // networking/sidecar and push_context.go, getSidecarScope
    add("none", web, "None -");
    add("namespace", web + sidecar("shop", "n", "egress: []"), "Namespace shop/n");
    add("another namespace", web + sidecar("jobs", "n", "egress: []"), "None -");
    add("selector", web + sidecar("shop", "n", "egress: []") + sidecar("shop", "w", selecting), "Selector shop/w");
    add("selector of another workload", web + sidecar("shop", "w", "workloadSelector: {labels: {app: other}}"),
        "None -");
    add("root", web + sidecar("istio-system", "r", "egress: []"), "Root istio-system/r");
    add("namespace before root", web + sidecar("istio-system", "r", "egress: []") + sidecar("shop", "n", "egress: []"),
        "Namespace shop/n");
    add("selector in the root namespace", web + sidecar("istio-system", "r", selecting), "None -");
    add("another workload's leaves the root's",
        web + sidecar("istio-system", "r", "egress: []") + sidecar("shop", "w", "workloadSelector: {labels: {app: x}}"),
        "Root istio-system/r");
    // the same: a selector without labels is one, and matches
    add("empty selector", web + sidecar("shop", "n", "egress: []") + sidecar("shop", "w", "workloadSelector: {}"),
        "Selector shop/w");
    // push_context.go, initSidecarScopes: the oldest goes first
    add("two of a namespace", web + sidecar("shop", "a", "egress: []") + sidecar("shop", "b", "egress: []"),
        "Namespace shop/a | Namespace shop/b (tied: Sidecar/shop/a, Sidecar/shop/b)");
    add("two selectors", web + sidecar("shop", "a", selecting) + sidecar("shop", "b", selecting),
        "Selector shop/a | Selector shop/b (tied: Sidecar/shop/a, Sidecar/shop/b)");
    add("two of the root namespace",
        web + sidecar("istio-system", "a", "egress: []") + sidecar("istio-system", "b", "egress: []"),
        "Root istio-system/a | Root istio-system/b (tied: Sidecar/istio-system/a, Sidecar/istio-system/b)");
    // the same: gateways ignore them
    add("gateway",
        deployment("shop", "web", {}, "inject.istio.io/templates: gateway") + sidecar("shop", "n", "egress: []"),
        "Gateway -");
}

void TestEffectiveRules::sidecars()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    const MeshGraphPtr graph = graphOf(text);
    const MeshView view(graph);
    QCOMPARE(printed(view, sidecarFor(view, named(*graph, "Deployment", "web"))), expected);
}

QTEST_GUILESS_MAIN(TestEffectiveRules)
#include "tst_effectiverules.moc"
