// SPDX-License-Identifier: Apache-2.0
// Which workloads get a sidecar, are captured by ambient mode, or neither. Behind each group of rows: the page of
// istio.io or the file of istio/istio that says so.
#include "models/mesh/effective/dataplane.h"
#include "tests/mesh/effectivetexts.h"

#include <QtTest/QTest>

#include <array>

using namespace meshdraft;
using namespace meshdraft::mesh;
using namespace meshdraft::mesh::effective;
using namespace meshdraft::test;

namespace {

constexpr std::array valueNames{"Unknown", "None", "Sidecar", "Ambient"};
constexpr std::array reasonNames{"InFile",           "HostNetwork", "SystemNamespace",     "PodLabel",
                                 "PodAnnotation",    "PodRevision", "NamespaceInjection",  "NamespaceRevision",
                                 "Webhook",          "NotSelected", "NamespaceNotInFiles", "NoWebhookInFiles",
                                 "SeveralRevisions", "Placeholder", "AmbientPod",          "AmbientNamespace",
                                 "NotAWorkload"};
static_assert(reasonNames.size() == static_cast<std::size_t>(DataPlaneReason::NotAWorkload) + 1);

constexpr std::string_view podLabels = "Deployment/shop/web spec.template.metadata.labels";

std::string printed(const DataPlaneAnswer& answer)
{
    std::string text = valueNames.at(static_cast<std::size_t>(answer.value));
    if (!answer.revision.empty())
        text += " " + answer.revision;
    if (answer.isGateway)
        text += " gateway";
    text += std::string(", ") + reasonNames.at(static_cast<std::size_t>(answer.reason));
    return answer.sources.empty() ? text : text + ": " + test::printed(answer.sources.front());
}

void row(const char* name, const std::string& text, const std::string& expected)
{
    QTest::newRow(name) << text << expected;
}

std::string label(std::string_view name)
{
    return ": " + std::string(podLabels) + "[\"" + std::string(name) + "\"]";
}

/// A webhook configuration as Istio's chart writes it for a revision or a tag that selects `selected`.
std::string webhooks(const std::string& name, const std::string& revision, const std::string& selected,
                     bool isDefault = false)
{
    const std::string notFalse = "objectSelector: {matchExpressions: [{key: sidecar.istio.io/inject, operator: NotIn, "
                                 "values: ['false']}";
    std::string text =
        "---\napiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: "
        "{name: "
        + name + ", labels: {istio.io/rev: " + revision + "}}\nwebhooks:\n";
    text += "  - {name: rev.namespace.sidecar-injector.istio.io, namespaceSelector: {matchExpressions: [{key: "
            "istio.io/rev, operator: In, values: ["
        + selected + "]}, {key: istio-injection, operator: DoesNotExist}]}, " + notFalse + "]}}\n";
    text += "  - {name: rev.object.sidecar-injector.istio.io, namespaceSelector: {matchExpressions: [{key: "
            "istio.io/rev, operator: DoesNotExist}, {key: istio-injection, operator: DoesNotExist}]}, "
        + notFalse + ", {key: istio.io/rev, operator: In, values: [" + selected + "]}]}}\n";
    if (isDefault)
        text += "  - {name: namespace.sidecar-injector.istio.io, namespaceSelector: {matchExpressions: [{key: "
                "istio-injection, operator: In, values: [enabled]}]}, "
            + notFalse + "]}}\n";
    return text;
}

} // namespace

class TestDataPlane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void saysWhatItAssumes();
    void findsWaypoints_data();
    void findsWaypoints();
};

void TestDataPlane::decides_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    const std::string web = deployment("shop", "web");
    const std::string plain = namespaceObject("shop");
    const std::string enabled = namespaceObject("shop", "istio-injection: enabled");
    const std::string inject = "sidecar.istio.io/inject: ";
    const std::string nsInjection = ": Namespace//shop metadata.labels.istio-injection";
    const std::string nsRevision = ": Namespace//shop metadata.labels[\"istio.io/rev\"]";
    const std::string nsMode = ": Namespace//shop metadata.labels[\"istio.io/dataplane-mode\"]";

    // istio.io, Installing the Sidecar, Controlling the injection policy: the table of labels
    row("namespace enabled", enabled + web, "Sidecar default, NamespaceInjection" + nsInjection);
    row("namespace disabled", namespaceObject("shop", "istio-injection: disabled") + web,
        "None, NamespaceInjection" + nsInjection);
    row("nothing said", plain + web, "None, NotSelected: Namespace//shop");
    row("enabled, pods say false", enabled + deployment("shop", "web", inject + "'false'"),
        "None, PodLabel" + label("sidecar.istio.io/inject"));
    row("pods say true", plain + deployment("shop", "web", inject + "'true'"),
        "Sidecar default, PodLabel" + label("sidecar.istio.io/inject"));
    row("disabled, pods say true",
        namespaceObject("shop", "istio-injection: disabled") + deployment("shop", "web", inject + "'true'"),
        "None, NamespaceInjection" + nsInjection);
    row("enabled, pods say true", enabled + deployment("shop", "web", inject + "'true'"),
        "Sidecar default, NamespaceInjection" + nsInjection);
    // manifests/charts/istio-control/istio-discovery, mutatingwebhook.yaml: "true" is matched as a word
    row("pods say yes", plain + deployment("shop", "web", inject + "'yes'"), "None, NotSelected: Namespace//shop");
    // pkg/kube/inject/inject.go, injectRequired: what istiod reads as true; the label goes before the annotation
    row("enabled, pods say no", enabled + deployment("shop", "web", inject + "'no'"),
        "None, PodLabel" + label("sidecar.istio.io/inject"));
    row("enabled, pods say On", enabled + deployment("shop", "web", inject + "'On'"),
        "Sidecar default, NamespaceInjection" + nsInjection);
    row("enabled, annotation false", enabled + deployment("shop", "web", {}, inject + "'false'"),
        "None, PodAnnotation: Deployment/shop/web spec.template.metadata.annotations[\"sidecar.istio.io/inject\"]");
    row("annotation true alone", plain + deployment("shop", "web", {}, inject + "'true'"),
        "None, NotSelected: Namespace//shop");
    row("label true, annotation false", plain + deployment("shop", "web", inject + "'true'", inject + "'false'"),
        "Sidecar default, PodLabel" + label("sidecar.istio.io/inject"));
    row("host network", enabled + deployment("shop", "web", {}, {}, "hostNetwork: true"),
        "None, HostNetwork: Deployment/shop/web spec.template.spec.hostNetwork");
    row("system namespace",
        namespaceObject("kube-system", "istio-injection: enabled") + deployment("kube-system", "web"),
        "None, SystemNamespace: Deployment/kube-system/web");
    // istioctl kube-inject writes the status
    row("injected by hand", plain + deployment("shop", "web", {}, "sidecar.istio.io/status: '{}'"),
        "Sidecar, InFile: Deployment/shop/web spec.template.metadata.annotations[\"sidecar.istio.io/status\"]");
    // istio.io, Canary Upgrades: istio.io/rev, which istio-injection goes before
    row("namespace revision", namespaceObject("shop", "istio.io/rev: canary") + web,
        "Sidecar canary, NamespaceRevision" + nsRevision);
    row("both labels", namespaceObject("shop", "istio.io/rev: canary, istio-injection: enabled") + web,
        "Sidecar default, NamespaceInjection" + nsInjection);
    row("disabled with a revision", namespaceObject("shop", "istio.io/rev: canary, istio-injection: disabled") + web,
        "None, NamespaceInjection" + nsInjection);
    row("pod revision", plain + deployment("shop", "web", "istio.io/rev: canary"),
        "Sidecar canary, PodRevision" + label("istio.io/rev"));
    row("the namespace's revision goes first",
        namespaceObject("shop", "istio.io/rev: stable") + deployment("shop", "web", "istio.io/rev: canary"),
        "Sidecar stable, NamespaceRevision" + nsRevision);
    row("revision, pods say false",
        namespaceObject("shop", "istio.io/rev: canary") + deployment("shop", "web", inject + "'false'"),
        "None, PodLabel" + label("sidecar.istio.io/inject"));
    // the labels of a namespace without a file are not known
    row("namespace not in files", web, "Unknown, NamespaceNotInFiles");
    row("pods say true, namespace not in files", deployment("shop", "web", inject + "'true'"),
        "Unknown, NamespaceNotInFiles");
    row("placeholder", namespaceObject("shop", "istio-injection: '${INJECT}'") + web,
        "Unknown, Placeholder" + nsInjection);
    // istio.io, Installing Gateways: the template of a gateway
    row("gateway", enabled + deployment("shop", "web", inject + "'true'", "inject.istio.io/templates: gateway"),
        "Sidecar default gateway, NamespaceInjection" + nsInjection);

    // webhooks in the files decide; a tag's configuration names the revision behind it (istioctl tag set)
    const std::string stable = webhooks("istio-revision-tag-prod", "1-26-0", "prod");
    row("tag", stable + namespaceObject("shop", "istio.io/rev: prod") + web,
        "Sidecar 1-26-0, NamespaceRevision" + nsRevision);
    row("tag without webhook", stable + namespaceObject("shop", "istio.io/rev: canary") + web,
        "Unknown, NoWebhookInFiles" + nsRevision);
    row("injection without webhook", stable + enabled + web, "Unknown, NoWebhookInFiles" + nsInjection);
    row("not selected", stable + plain + web, "None, NotSelected: Namespace//shop");
    row("default webhook", webhooks("istio-sidecar-injector", "default", "default", true) + enabled + web,
        "Sidecar default, NamespaceInjection" + nsInjection);
    row("two revisions",
        stable + webhooks("other", "1-27-0", "prod") + namespaceObject("shop", "istio.io/rev: prod") + web,
        "Sidecar, SeveralRevisions" + nsRevision);
    row("own selector",
        "---\napiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: {name: all}\n"
        "webhooks: [{name: auto.sidecar-injector.istio.io, namespaceSelector: {matchExpressions: [{key: "
        "kubernetes.io/metadata.name, operator: In, values: [shop]}]}}]\n"
            + plain + web,
        "Sidecar default, Webhook: MutatingWebhookConfiguration//all");

    // istio.io, ambient, Add workloads to the mesh: the label on namespace and pods
    const std::string ambient = namespaceObject("shop", "istio.io/dataplane-mode: ambient");
    row("ambient namespace", ambient + web, "Ambient, AmbientNamespace" + nsMode);
    row("ambient pods", plain + deployment("shop", "web", "istio.io/dataplane-mode: ambient"),
        "Ambient, AmbientPod" + label("istio.io/dataplane-mode"));
    row("pods opt out", ambient + deployment("shop", "web", "istio.io/dataplane-mode: none"),
        "None, AmbientPod" + label("istio.io/dataplane-mode"));
    row("another word", namespaceObject("shop", "istio.io/dataplane-mode: other") + web,
        "None, NotSelected: Namespace//shop");
    row("ambient pods, namespace not in files",
        deployment("shop", "web", inject + "'false', istio.io/dataplane-mode: ambient"),
        "Ambient, AmbientPod" + label("istio.io/dataplane-mode"));
    row("no sidecar, namespace not in files", deployment("shop", "web", inject + "'false'"),
        "Unknown, NamespaceNotInFiles" + label("sidecar.istio.io/inject"));
    // cni/pkg/util/podutil.go: a sidecar and the host's network opt out
    row("sidecar before ambient",
        namespaceObject("shop", "istio.io/dataplane-mode: ambient, istio-injection: enabled") + web,
        "Sidecar default, NamespaceInjection" + nsInjection);
    row("ambient on the host network", ambient + deployment("shop", "web", {}, {}, "hostNetwork: true"),
        "None, HostNetwork: Deployment/shop/web spec.template.spec.hostNetwork");
    // a job's pods are pods as well
    row("cron job",
        enabled
            + document("batch/v1", "CronJob", "shop", "web", {},
                       "jobTemplate: {spec: {template: {metadata: {labels: {sidecar.istio.io/inject: 'false'}}}}}"),
        "None, PodLabel: CronJob/shop/web "
        "spec.jobTemplate.spec.template.metadata.labels[\"sidecar.istio.io/inject\"]");
}

void TestDataPlane::decides()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    const MeshGraphPtr graph = graphOf(text);
    const ResourceIndex cronJob = named(*graph, "CronJob", "web");
    const ResourceIndex workload = cronJob == noResource ? named(*graph, "Deployment", "web") : cronJob;
    QCOMPARE(printed(dataPlaneOf(MeshView(graph), workload)), expected);
}

void TestDataPlane::saysWhatItAssumes()
{
    const std::string mesh = namespaceObject("shop", "istio-injection: enabled") + deployment("shop", "web");
    const MeshGraphPtr without = graphOf(mesh);
    QVERIFY(dataPlaneOf(MeshView(without), named(*without, "Deployment", "web")).assumesDefaultWebhooks);
    const MeshGraphPtr with = graphOf(mesh + webhooks("istio-sidecar-injector", "default", "default", true));
    const DataPlaneAnswer answer = dataPlaneOf(MeshView(with), named(*with, "Deployment", "web"));
    QVERIFY(!answer.assumesDefaultWebhooks);
    QCOMPARE(test::printed(answer.sources),
             "Namespace//shop metadata.labels.istio-injection, MutatingWebhookConfiguration//istio-sidecar-injector");
    QVERIFY(dataPlaneOf(MeshView(with), named(*with, "Namespace", "shop")).value == DataPlane::Unknown);
}

void TestDataPlane::findsWaypoints_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("waypoint");
    QTest::addColumn<int>("reason");
    QTest::addColumn<bool>("isFound");
    const auto add = [](const char* name, const std::string& text, const char* waypoint, WaypointReason reason,
                        bool isFound) {
        QTest::newRow(name) << text << std::string(waypoint) << static_cast<int>(reason) << isFound;
    };
    const std::string gateway = document("gateway.networking.k8s.io/v1", "Gateway", "shop", "waypoint", {},
                                         "gatewayClassName: istio-waypoint, listeners: []");
    const std::string service = exportedService("shop", "web");
    const auto labelled = [](const std::string& labels) {
        return document("v1", "Service", "shop", "web", "labels: {" + labels + "}", "ports: [{port: 80}]");
    };
    // istio.io, ambient, Configure waypoint proxies: the label on a Service goes before the namespace's
    add("namespace", gateway + namespaceObject("shop", "istio.io/use-waypoint: waypoint") + service, "shop/waypoint",
        WaypointReason::Namespace, true);
    add("own",
        gateway + namespaceObject("shop", "istio.io/use-waypoint: other") + labelled("istio.io/use-waypoint: waypoint"),
        "shop/waypoint", WaypointReason::Own, true);
    add("not in the files", namespaceObject("shop") + labelled("istio.io/use-waypoint: waypoint"), "shop/waypoint",
        WaypointReason::Own, false);
    add("none", namespaceObject("shop", "istio.io/use-waypoint: waypoint") + labelled("istio.io/use-waypoint: none"),
        "", WaypointReason::OptedOut, false);
    add("another namespace",
        gateway + namespaceObject("jobs")
            + labelled("istio.io/use-waypoint: wp, istio.io/use-waypoint-namespace: edge"),
        "edge/wp", WaypointReason::Own, false);
    add("no label", namespaceObject("shop") + service, "", WaypointReason::None, false);
    add("namespace unknown", service, "", WaypointReason::NamespaceNotInFiles, false);
}

void TestDataPlane::findsWaypoints()
{
    QFETCH(std::string, text);
    QFETCH(std::string, waypoint);
    QFETCH(int, reason);
    QFETCH(bool, isFound);
    const MeshGraphPtr graph = graphOf(text);
    const WaypointAnswer answer = waypointOf(MeshView(graph), named(*graph, "Service", "web"));
    QCOMPARE(answer.waypoint, waypoint);
    QCOMPARE(static_cast<int>(answer.reason), reason);
    QCOMPARE(answer.gateway != noResource, isFound);
}

QTEST_GUILESS_MAIN(TestDataPlane)
#include "tst_dataplane.moc"
