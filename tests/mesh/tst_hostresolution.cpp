// SPDX-License-Identifier: Apache-2.0
// What a host stands for, row by row. Behind each group of rows: the page of istio.io (docs/reference/config) or the
// file of istio/istio that says so.
#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/effective/hostresolution.h"
#include "models/mesh/effective/sidecarscope.h"
#include "tests/mesh/effectivetexts.h"

#include <QtTest/QTest>

#include <array>

using namespace meshdraft;
using namespace meshdraft::mesh;
using namespace meshdraft::mesh::effective;
using namespace meshdraft::test;

namespace {

constexpr std::array reasonNames{"Service",      "ServiceEntry",   "WildcardEntry", "Covered",
                                 "Empty",        "Hidden",         "NotImported",   "NoSuchService",
                                 "NotQualified", "NothingCovered", "Placeholder",   "NamespaceNotInFiles",
                                 "OutsideHost",  "OutsideBlocked", "IpAddress"};
static_assert(reasonNames.size() == static_cast<std::size_t>(HostReason::IpAddress) + 1);

/// "Service a/b" for the winner first, "(2 tied)" where the oldest wins; else the reason and what it stands on.
std::string printed(const MeshView& view, const HostAnswer& answer)
{
    std::string text = reasonNames.at(static_cast<std::size_t>(answer.reason));
    if (answer.outcome == HostOutcome::Found) {
        for (const HostMatch& match : answer.matches) {
            const Resource& resource = view.at(match.resource);
            text += " " + resource.key.ns + "/" + resource.key.name;
        }
        return answer.dependsOnCreationOrder() ? text + " (" + std::to_string(answer.tied) + " tied)" : text;
    }
    return answer.element.isNull() ? text : text + " at " + test::printed(answer.element);
}

/// A query "host@namespace", with ">client" for another client namespace.
HostAnswer ask(const MeshView& view, std::string_view query)
{
    const auto at = query.rfind('@');
    const std::string_view place = query.substr(at + 1);
    const auto arrow = place.find('>');
    const std::string_view ns = place.substr(0, arrow);
    const std::string_view client = arrow == std::string_view::npos ? ns : place.substr(arrow + 1);
    const SidecarChoice choice = sidecarFor(view, client, {});
    return resolveHost(view,
                       {.host = query.substr(0, at), .ns = ns, .client = client, .sidecar = choice.first().value});
}

void row(const std::string& text, const char* query, const char* expected)
{
    static int count = 0;
    QTest::newRow(qPrintable(QString::number(++count) + QLatin1Char(' ') + QLatin1String(query)))
        << text << std::string(query) << std::string(expected);
}

void shortNameRows()
{
    const std::string text = exportedService("shop", "reviews") + exportedService("jobs", "reviews")
        + exportedService("jobs", "batch") + exportedService("istio-system", "istiod");
    // networking/virtual-service, Destination.host: short names are read in the namespace of the rule, not the service
    row(text, "reviews@shop", "Service shop/reviews");
    row(text, "reviews@jobs", "Service jobs/reviews");
    row(text, "batch@jobs", "Service jobs/batch");
    row(text, "batch@shop", "NoSuchService");
    row(text, "reviews@istio-system", "NoSuchService");
    row(text, "istiod@istio-system", "Service istio-system/istiod");
    // pilot/pkg/model/config.go, ResolveShortnameToFQDN: a rule's namespace counts, also for clients elsewhere
    row(text, "reviews@shop>jobs", "Service shop/reviews");
    row(text, "reviews@jobs>shop", "Service jobs/reviews");
    row(text, "batch@jobs>istio-system", "Service jobs/batch");
    // the same: a name with a dot counts as a full one
    row(text, "reviews.shop.svc.cluster.local@jobs", "Service shop/reviews");
    row(text, "reviews.jobs.svc.cluster.local@shop", "Service jobs/reviews");
    row(text, "reviews.shop@jobs", "NotQualified at Service/shop/reviews");
    row(text, "reviews.shop.svc@jobs", "NotQualified at Service/shop/reviews");
    row(text, "reviews.shop@shop", "NotQualified at Service/shop/reviews");
    row(text, "ratings.shop@shop", "NoSuchService");
    row(text, "ratings.shop.svc@shop", "NoSuchService");
    row(text, "reviews.svc.cluster.local@shop", "NamespaceNotInFiles");
    // Kubernetes, DNS for Services and Pods: the name of a pod is no Service
    row(text, "reviews-0.reviews.shop.svc.cluster.local@shop", "NoSuchService");
    // Kubernetes names are lower case; hosts are compared as they stand
    row(text, "Reviews@shop", "NoSuchService");
    // pilot/pkg/model/config.go: nothing is appended to addresses and to an empty host
    row(text, "10.1.2.3@shop", "IpAddress");
    row(text, "fd00::1@shop", "IpAddress");
    row(text, "@shop", "Empty");
    // values that a tool fills in later
    row(text, "${HOST}@shop", "Placeholder");
    row(text, "{{ .Values.host }}@shop", "Placeholder");
    row(text, "$(svc).shop.svc.cluster.local@shop", "Placeholder");
    // no Service of the namespace is in the files
    row(text, "payments@bank", "NamespaceNotInFiles");
    row(text, "payments.bank.svc.cluster.local@shop", "NamespaceNotInFiles");
}

void exportRows()
{
    const std::string text = exportedService("shop", "all", "*") + exportedService("shop", "own", ".")
        + exportedService("shop", "none", "~") + exportedService("shop", "some", "jobs, edge")
        + exportedService("shop", "named", "shop") + exportedService("shop", "both", "., jobs")
        + exportedService("shop", "star", "*,~") + exportedService("shop", "tilde", "~,jobs")
        + exportedService("shop", "blank", " ") + exportedService("jobs", "x");
    // annotations/networking.istio.io/exportTo and pilot/pkg/serviceregistry/kube/conversion.go
    row(text, "all@shop", "Service shop/all");
    row(text, "all@shop>jobs", "Service shop/all");
    row(text, "own@shop", "Service shop/own");
    row(text, "own@shop>jobs", "Hidden at Service/shop/own metadata.annotations[\"networking.istio.io/exportTo\"]");
    row(text, "none@shop", "Hidden at Service/shop/none metadata.annotations[\"networking.istio.io/exportTo\"]");
    row(text, "none@shop>jobs", "Hidden at Service/shop/none metadata.annotations[\"networking.istio.io/exportTo\"]");
    row(text, "some@shop>jobs", "Service shop/some");
    row(text, "some@shop>edge", "Service shop/some");
    row(text, "some@shop>bank", "Hidden at Service/shop/some metadata.annotations[\"networking.istio.io/exportTo\"]");
    // push_context.go, initServiceRegistry: the own namespace needs "." or its name
    row(text, "some@shop", "Hidden at Service/shop/some metadata.annotations[\"networking.istio.io/exportTo\"]");
    row(text, "named@shop", "Service shop/named");
    row(text, "named@shop>jobs", "Hidden at Service/shop/named metadata.annotations[\"networking.istio.io/exportTo\"]");
    row(text, "both@shop", "Service shop/both");
    row(text, "both@shop>jobs", "Service shop/both");
    // the same: "*" stands over all else, "~" over names
    row(text, "star@shop>jobs", "Service shop/star");
    row(text, "tilde@shop>jobs", "Hidden at Service/shop/tilde metadata.annotations[\"networking.istio.io/exportTo\"]");
    row(text, "blank@shop>jobs", "Service shop/blank");
    row(text, "all.shop.svc.cluster.local@jobs", "Service shop/all");
    row(text, "own.shop.svc.cluster.local@jobs",
        "Hidden at Service/shop/own metadata.annotations[\"networking.istio.io/exportTo\"]");
}

void defaultExportRows()
{
    const std::string services = exportedService("shop", "plain") + exportedService("shop", "open", "*")
        + exportedService("jobs", "x") + serviceEntry("shop", "api", "hosts: [api.example.com]");
    const std::string own = services + meshConfig("defaultServiceExportTo: ['.']");
    // istio.mesh.v1alpha1, defaultServiceExportTo: holds for Services and ServiceEntries that say nothing themselves
    row(own, "plain@shop", "Service shop/plain");
    row(own, "plain@shop>jobs", "Hidden at ConfigMap/istio-system/istio data.mesh");
    row(own, "open@shop>jobs", "Service shop/open");
    row(own, "api.example.com@shop", "ServiceEntry shop/api");
    row(own, "api.example.com@jobs", "Hidden at ConfigMap/istio-system/istio data.mesh");
    const std::string all = services + meshConfig("defaultServiceExportTo: ['*']");
    row(all, "plain@shop>jobs", "Service shop/plain");
    row(all, "api.example.com@jobs", "ServiceEntry shop/api");
    // push_context.go, initDefaultExportMaps and initServiceRegistry: only "." and "*" are honoured there, "." first
    const std::string both = services + meshConfig("defaultServiceExportTo: ['*', '.']");
    row(both, "plain@shop>jobs", "Hidden at ConfigMap/istio-system/istio data.mesh");
    const std::string none = services + meshConfig("defaultServiceExportTo: ['~']");
    row(none, "plain@shop", "Hidden at ConfigMap/istio-system/istio data.mesh");
    row(none, "open@shop", "Service shop/open");
    const std::string name = services + meshConfig("defaultServiceExportTo: [jobs]");
    row(name, "plain@shop>jobs", "Hidden at ConfigMap/istio-system/istio data.mesh");
}

void entryRows()
{
    const std::string text = exportedService("shop", "reviews")
        + serviceEntry("shop", "api", "hosts: [api.example.com, alt.example.com]")
        + serviceEntry("shop", "wild", "hosts: ['*.example.org']")
        + serviceEntry("jobs", "deep", "hosts: ['*.deep.example.org']")
        + serviceEntry("jobs", "org", "hosts: ['*.org']")
        + serviceEntry("shop", "private", "hosts: [own.example.net], exportTo: ['.']")
        + serviceEntry("shop", "privatewild", "hosts: ['*.example.net'], exportTo: ['.']")
        + serviceEntry("jobs", "net", "hosts: ['*.net']")
        + serviceEntry("shop", "nobody", "hosts: [nobody.example.io], exportTo: ['~']")
        + serviceEntry("shop", "partner", "hosts: [partner.example.io], exportTo: [jobs]");
    // networking/service-entry, hosts: the names as they stand
    row(text, "api.example.com@shop", "ServiceEntry shop/api");
    row(text, "alt.example.com@jobs", "ServiceEntry shop/api");
    row(text, "other.example.com@shop", "OutsideHost");
    row(text, "example.com@shop", "OutsideHost");
    // pilot/pkg/model/config.go, MostSpecificHostMatch: the longest wildcard
    row(text, "a.example.org@shop", "WildcardEntry shop/wild");
    row(text, "a.b.example.org@shop", "WildcardEntry shop/wild");
    row(text, "a.deep.example.org@shop", "WildcardEntry jobs/deep");
    row(text, "deep.example.org@shop", "WildcardEntry shop/wild");
    row(text, "example.org@shop", "WildcardEntry jobs/org");
    row(text, "org@shop", "NoSuchService");
    row(text, "a.org@jobs", "WildcardEntry jobs/org");
    // networking/service-entry, exportTo; what is not visible is no candidate
    row(text, "own.example.net@shop", "ServiceEntry shop/private");
    row(text, "own.example.net@jobs", "WildcardEntry jobs/net");
    row(text, "x.example.net@shop", "WildcardEntry shop/privatewild");
    row(text, "x.example.net@jobs", "WildcardEntry jobs/net");
    row(text, "nobody.example.io@shop", "Hidden at ServiceEntry/shop/nobody spec.exportTo");
    row(text, "partner.example.io@jobs", "ServiceEntry shop/partner");
    row(text, "partner.example.io@shop", "Hidden at ServiceEntry/shop/partner spec.exportTo");
    // pkg/config/host/name.go, SubsetOf: a wildcard stands for what it covers
    row(text, "*.example.org@shop", "Covered jobs/deep shop/wild");
    row(text, "*.example.com@shop", "Covered shop/api shop/api");
    row(text, "*.shop.svc.cluster.local@shop", "Covered shop/reviews");
    row(text, "*.local@jobs", "Covered shop/reviews");
    row(text, "*.example.dev@shop", "NothingCovered");
    row(text, "*.example.io@edge", "Hidden at ServiceEntry/shop/nobody spec.exportTo");

    const std::string any = exportedService("shop", "reviews") + serviceEntry("edge", "any", "hosts: ['*']");
    // the lone star covers every name that nothing else has
    row(any, "api.example.com@shop", "WildcardEntry edge/any");
    row(any, "reviews@shop", "Service shop/reviews");
    row(any, "*@shop", "Covered edge/any shop/reviews");
}

void ownerRows()
{
    const std::string host = "hosts: [api.example.com]";
    // sidecar.go, selectServices: the client's namespace first, then Services, then the first in order of creation;
    // push_context.go, servicesExportedToNamespace: entries exported by name stand before public ones
    const std::string two = serviceEntry("a", "one", host) + serviceEntry("b", "two", host);
    row(two, "api.example.com@a", "ServiceEntry a/one b/two");
    row(two, "api.example.com@b", "ServiceEntry b/two a/one");
    row(two, "api.example.com@c", "ServiceEntry a/one b/two (2 tied)");
    const std::string named = serviceEntry("a", "one", host) + serviceEntry("b", "two", host + ", exportTo: [c]");
    row(named, "api.example.com@c", "ServiceEntry b/two a/one");
    row(named, "api.example.com@d", "ServiceEntry a/one");
    const std::string same = serviceEntry("a", "one", host) + serviceEntry("a", "two", host);
    row(same, "api.example.com@a", "ServiceEntry a/one a/two (2 tied)");
    // push_context.go, initServiceRegistry: nobody takes the host of a Service away
    const std::string squat = exportedService("shop", "reviews")
        + serviceEntry("jobs", "squat", "hosts: [reviews.shop.svc.cluster.local]")
        + serviceEntry("shop", "same", "hosts: [reviews.shop.svc.cluster.local]");
    row(squat, "reviews@shop", "Service shop/reviews shop/same jobs/squat");
    row(squat, "reviews@shop>edge", "Service shop/reviews jobs/squat shop/same");
    // sidecar.go, selectServices: but for the squatter's own clients
    row(squat, "reviews.shop.svc.cluster.local@jobs", "ServiceEntry jobs/squat shop/reviews shop/same");
}

void outsideRows()
{
    const std::string service = exportedService("shop", "reviews");
    // istio.mesh.v1alpha1, OutboundTrafficPolicy; networking/sidecar, outboundTrafficPolicy
    row(service, "api.example.com@shop", "OutsideHost");
    const std::string closed = service + meshConfig("outboundTrafficPolicy: {mode: REGISTRY_ONLY}");
    row(closed, "api.example.com@shop", "OutsideBlocked at ConfigMap/istio-system/istio data.mesh");
    row(closed, "reviews@shop", "Service shop/reviews");
    const std::string own = closed + sidecar("shop", "default", "outboundTrafficPolicy: {mode: ALLOW_ANY}");
    row(own, "api.example.com@shop", "OutsideHost at Sidecar/shop/default spec.outboundTrafficPolicy");
    row(own, "api.example.com@jobs", "OutsideBlocked at ConfigMap/istio-system/istio data.mesh");
    const std::string bare = service + sidecar("shop", "default", "outboundTrafficPolicy: {}");
    row(bare, "api.example.com@shop", "OutsideBlocked at Sidecar/shop/default spec.outboundTrafficPolicy");
}

void sidecarRows()
{
    const std::string services = exportedService("shop", "reviews") + exportedService("shop", "ratings")
        + exportedService("jobs", "batch") + exportedService("istio-system", "istiod")
        + serviceEntry("edge", "api", "hosts: [api.example.com], ports: [{number: 443, name: tls, protocol: TLS}]");
    const auto with = [&](const std::string& hosts) {
        return services + sidecar("shop", "default", "egress: [{hosts: [" + hosts + "]}]");
    };
    // networking/sidecar, IstioEgressListener.hosts: "namespace/dnsName"
    row(with("'./*'"), "reviews@shop", "Service shop/reviews");
    row(with("'./*'"), "batch.jobs.svc.cluster.local@shop", "NotImported at Sidecar/shop/default spec.egress");
    row(with("'*/*'"), "batch.jobs.svc.cluster.local@shop", "Service jobs/batch");
    row(with("'~/*'"), "reviews@shop", "NotImported at Sidecar/shop/default spec.egress");
    row(with("'jobs/*'"), "batch.jobs.svc.cluster.local@shop", "Service jobs/batch");
    row(with("'jobs/*'"), "reviews@shop", "NotImported at Sidecar/shop/default spec.egress");
    row(with("'shop/*'"), "reviews@shop", "Service shop/reviews");
    row(with("'*/api.example.com'"), "api.example.com@shop", "ServiceEntry edge/api");
    row(with("'edge/*.example.com'"), "api.example.com@shop", "ServiceEntry edge/api");
    row(with("'jobs/api.example.com'"), "api.example.com@shop", "NotImported at Sidecar/shop/default spec.egress");
    row(with("'./reviews.shop.svc.cluster.local'"), "reviews@shop", "Service shop/reviews");
    row(with("'./reviews.shop.svc.cluster.local'"), "ratings@shop", "NotImported at Sidecar/shop/default spec.egress");
    row(with("'./*', 'istio-system/*'"), "istiod.istio-system.svc.cluster.local@shop", "Service istio-system/istiod");
    // the same: the DNS name is a full one; short names cover nothing (sidecar.go, convertIstioListenerToWrapper)
    row(with("'./reviews'"), "reviews@shop", "NotImported at Sidecar/shop/default spec.egress");
    // sidecar.go: entries without exactly one slash are left out
    row(with("'*'"), "reviews@shop", "NotImported at Sidecar/shop/default spec.egress");
    row(with("'a/b/c'"), "reviews@shop", "NotImported at Sidecar/shop/default spec.egress");
    // a Sidecar is for its own namespace
    row(with("'./*'"), "batch@jobs", "Service jobs/batch");
    // networking/sidecar, egress: absent or empty means everything
    row(services + sidecar("shop", "default", "ingress: []"), "batch.jobs.svc.cluster.local@shop",
        "Service jobs/batch");
    row(services + sidecar("shop", "default", "egress: []"), "batch.jobs.svc.cluster.local@shop", "Service jobs/batch");
    // networking/sidecar: the one of the root namespace is the default of namespaces without; "." is the proxy's
    const std::string root = services + sidecar("istio-system", "default", "egress: [{hosts: ['./*']}]");
    row(root, "reviews@shop", "Service shop/reviews");
    row(root, "batch.jobs.svc.cluster.local@shop", "NotImported at Sidecar/istio-system/default spec.egress");
    row(root, "batch@jobs", "Service jobs/batch");
    const std::string mine = root + sidecar("shop", "default", "egress: [{hosts: ['*/*']}]");
    row(mine, "batch.jobs.svc.cluster.local@shop", "Service jobs/batch");
    const std::string moved =
        services + meshConfig("rootNamespace: mesh") + sidecar("mesh", "default", "egress: [{hosts: ['./*']}]");
    // istio.mesh.v1alpha1, rootNamespace
    row(moved, "batch.jobs.svc.cluster.local@shop", "NotImported at Sidecar/mesh/default spec.egress");
    row(root + meshConfig("rootNamespace: mesh"), "batch.jobs.svc.cluster.local@shop", "Service jobs/batch");
    // sidecar.go, needsPortMatch: a listener with a port imports what has that port
    const auto port = [&](const std::string& listener) {
        return services + sidecar("shop", "default", "egress: [{port: {" + listener + "}, hosts: ['*/*']}]");
    };
    row(port("number: 80, protocol: HTTP, name: a"), "reviews@shop", "Service shop/reviews");
    row(port("number: 9080, protocol: HTTP, name: a"), "reviews@shop",
        "NotImported at Sidecar/shop/default spec.egress[0].port.number");
    row(port("number: 443, protocol: TLS, name: a"), "api.example.com@shop", "ServiceEntry edge/api");
    row(port("number: 15080, protocol: HTTP_PROXY, name: a"), "reviews@shop", "Service shop/reviews");
    // sidecar.go, collectImportedServices: destinations of imported VirtualServices come in too
    const std::string route = virtualService("r", "shop",
                                             "  hosts: [reviews]\n  http:\n    - route:\n        - destination: {host: "
                                             "batch.jobs.svc.cluster.local}\n");
    row(with("'./*'") + route, "batch.jobs.svc.cluster.local@shop", "Service jobs/batch");
    row(with("'~/*'") + route, "batch.jobs.svc.cluster.local@shop", "NotImported at Sidecar/shop/default spec.egress");
    const std::string gateway = virtualService("r", "shop",
                                               "  hosts: [reviews]\n  gateways: [edge/public]\n  http:\n    - route:\n"
                                               "        - destination: {host: batch.jobs.svc.cluster.local}\n");
    row(with("'./*'") + gateway, "batch.jobs.svc.cluster.local@shop",
        "NotImported at Sidecar/shop/default spec.egress");
    // exportTo goes first: nothing imports what is not visible
    row(services + exportedService("jobs", "own", ".") + sidecar("shop", "default", "egress: [{hosts: ['*/*']}]"),
        "own.jobs.svc.cluster.local@shop",
        "Hidden at Service/jobs/own metadata.annotations[\"networking.istio.io/exportTo\"]");
}

} // namespace

class TestHostResolution : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resolves_data();
    void resolves();
    void resolvesBackendsByNamespace_data();
    void resolvesBackendsByNamespace();
    void readsHosts_data();
    void readsHosts();
    void comparesHosts_data();
    void comparesHosts();
    void listsImportedHosts();
    void countsImportedHosts_data();
    void countsImportedHosts();
    void namesPrincipals();
    void findsTheMeshConfig();
};

void TestHostResolution::resolves_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("query");
    QTest::addColumn<std::string>("expected");
    shortNameRows();
    exportRows();
    defaultExportRows();
    entryRows();
    ownerRows();
    outsideRows();
    sidecarRows();
}

void TestHostResolution::resolves()
{
    QFETCH(std::string, text);
    QFETCH(std::string, query);
    QFETCH(std::string, expected);
    const MeshView view(graphOf(text));
    QCOMPARE(printed(view, ask(view, query)), expected);
}

void TestHostResolution::resolvesBackendsByNamespace_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("backendNamespace");
    QTest::addColumn<std::string>("expected");
    const auto add = [](const char* row, const char* name, const char* ns, const char* expected) {
        QTest::newRow(row) << std::string(name) << std::string(ns) << std::string(expected);
    };
    // gateway-api, BackendObjectReference: the namespace is the route's where none is written
    add("own namespace", "reviews", "", "Service shop/reviews");
    add("written namespace", "batch", "jobs", "Service jobs/batch");
    add("not there", "batch", "", "NoSuchService");
    add("unknown namespace", "batch", "bank", "NamespaceNotInFiles");
    add("no name", "", "jobs", "Empty");
    // pilot/pkg/config/kube/gateway/conversion.go: exportTo holds for backends as well
    add("not exported", "own", "jobs",
        "Hidden at Service/jobs/own metadata.annotations[\"networking.istio.io/exportTo\"]");
}

void TestHostResolution::resolvesBackendsByNamespace()
{
    QFETCH(std::string, name);
    QFETCH(std::string, backendNamespace);
    QFETCH(std::string, expected);
    const MeshView view(graphOf(exportedService("shop", "reviews") + exportedService("jobs", "batch")
                                + exportedService("jobs", "own", ".")));
    QCOMPARE(printed(view, resolveBackend(view, name, backendNamespace, "shop")), expected);
}

void TestHostResolution::readsHosts_data()
{
    QTest::addColumn<std::string>("host");
    QTest::addColumn<std::string>("domain");
    QTest::addColumn<std::string>("full");
    QTest::addColumn<std::string>("ns");
    const auto add = [](const char* host, const char* domain, const char* full, const char* ns) {
        QTest::newRow(qPrintable(QLatin1String(host) + QLatin1Char(' ') + QLatin1String(domain)))
            << std::string(host) << std::string(domain) << std::string(full) << std::string(ns);
    };
    // pilot/pkg/model/config.go, ResolveShortnameToFQDN
    add("reviews", "cluster.local", "reviews.shop.svc.cluster.local", "shop");
    add("reviews", "corp.example", "reviews.shop.svc.corp.example", "shop");
    add("a.b.svc.cluster.local", "cluster.local", "a.b.svc.cluster.local", "b");
    add("a.b.svc.cluster.local", "corp.example", "a.b.svc.cluster.local", "");
    add("*", "cluster.local", "*", "");
    add("*.example.com", "cluster.local", "*.example.com", "");
    add("10.0.0.1", "cluster.local", "10.0.0.1", "");
    add("fd00::1", "cluster.local", "fd00::1", "");
    add("a:b", "cluster.local", "a:b.shop.svc.cluster.local", "shop");
}

void TestHostResolution::readsHosts()
{
    QFETCH(std::string, host);
    QFETCH(std::string, domain);
    QFETCH(std::string, full);
    QFETCH(std::string, ns);
    const MeshView view(graphOf(""), {.config = {}, .element = {}, .clusterDomain = domain});
    QCOMPARE(view.fullHost(host, "shop"), full);
    QCOMPARE(view.namespaceOfHost(full), ns);
}

void TestHostResolution::comparesHosts_data()
{
    QTest::addColumn<std::string>("one");
    QTest::addColumn<std::string>("other");
    QTest::addColumn<bool>("overlap");
    QTest::addColumn<bool>("isCovered");
    QTest::addColumn<bool>("isFirst");
    const auto add = [](const char* one, const char* other, bool overlap, bool isCovered, bool isFirst) {
        QTest::newRow(qPrintable(QLatin1String(one) + QLatin1Char(' ') + QLatin1String(other)))
            << std::string(one) << std::string(other) << overlap << isCovered << isFirst;
    };
    // pkg/config/host/name.go, Matches and SubsetOf; names.go, MoreSpecific
    add("foo.com", "foo.com", true, true, false);
    add("foo.com", "bar.com", false, false, false);
    add("foo.com", "*.com", true, true, true);
    add("*.com", "foo.com", true, false, false);
    add("foo.com", "*.foo.com", false, false, true);
    add("*.foo.com", "*.com", true, true, true);
    add("*.com", "*.foo.com", true, false, false);
    add("*", "*.com", true, false, false);
    add("foo.com", "*", true, true, true);
    add("*.foo.com", "*.bar.com", false, false, false);
}

void TestHostResolution::comparesHosts()
{
    QFETCH(std::string, one);
    QFETCH(std::string, other);
    QFETCH(bool, overlap);
    QFETCH(bool, isCovered);
    QFETCH(bool, isFirst);
    QCOMPARE(hostsOverlap(one, other), overlap);
    QCOMPARE(hostsOverlap(other, one), overlap);
    QCOMPARE(isCoveredBy(one, other), isCovered);
    QCOMPARE(isMoreSpecific(one, other), isFirst);
}

void TestHostResolution::listsImportedHosts()
{
    const MeshView view(graphOf(exportedService("shop", "reviews") + exportedService("jobs", "batch")
                                + exportedService("jobs", "own", ".")
                                + serviceEntry("edge", "api", "hosts: [api.example.com]")
                                + sidecar("shop", "default", "egress: [{hosts: ['./*', 'edge/*']}]")));
    const ResourceIndex limits = sidecarFor(view, "shop", {}).first().value;
    QCOMPARE(importedHosts(view, limits, "shop"),
             (std::vector<std::string>{"api.example.com", "reviews.shop.svc.cluster.local"}));
    QCOMPARE(importedHosts(view, noResource, "shop").size(), std::size_t(3));
    QCOMPARE(importedHosts(view, noResource, "jobs").size(), std::size_t(4));
}

void TestHostResolution::countsImportedHosts_data()
{
    QTest::addColumn<QString>("egress");
    QTest::newRow("nothing said") << "";
    QTest::newRow("empty list") << "egress: []";
    QTest::newRow("no hosts") << "egress: [{hosts: []}]";
    QTest::newRow("own namespace") << "egress: [{hosts: ['./*']}]";
    QTest::newRow("own and another") << "egress: [{hosts: ['./*', 'edge/*']}]";
    QTest::newRow("all") << "egress: [{hosts: ['*/*']}]";
    QTest::newRow("one host of all") << "egress: [{hosts: ['*/batch.jobs.svc.cluster.local']}]";
    QTest::newRow("none") << "egress: [{hosts: ['~/*']}]";
    QTest::newRow("not of the form") << "egress: [{hosts: [reviews]}]";
    QTest::newRow("a port that nothing has") << "egress: [{port: {number: 9, protocol: TCP}, hosts: ['*/*']}]";
}

void TestHostResolution::countsImportedHosts()
{
    QFETCH(QString, egress);
    // a route of its own namespace leads to a host of another one
    const std::string route = "---\napiVersion: networking.istio.io/v1\nkind: VirtualService\n"
                              "metadata: {name: reviews, namespace: shop}\nspec:\n  hosts: [reviews]\n  http:\n"
                              "  - route: [{destination: {host: batch.jobs.svc.cluster.local}}]\n";
    const MeshView view(graphOf(exportedService("shop", "reviews") + exportedService("jobs", "batch")
                                + exportedService("jobs", "own", ".") + exportedService("jobs", "none", "~")
                                + serviceEntry("edge", "api", "hosts: [api.example.com]")
                                + serviceEntry("jobs", "same", "hosts: [api.example.com], exportTo: ['.']") + route
                                + sidecar("shop", "default", egress.toStdString())));
    const ResourceIndex limits = sidecarFor(view, "shop", {}).first().value;
    QVERIFY(limits != noResource);
    const ImportCounts counts(view);
    for (const char* ns : {"shop", "jobs", "edge", "elsewhere"}) {
        QCOMPARE(counts.of(limits, ns), importedHosts(view, limits, ns).size());
        QCOMPARE(counts.of(noResource, ns), importedHosts(view, noResource, ns).size());
    }
}

void TestHostResolution::namesPrincipals()
{
    const std::string pods = "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n"
                             "spec: {template: {spec: {serviceAccountName: web}}}\n"
                             "---\napiVersion: v1\nkind: Pod\nmetadata: {name: bare, namespace: shop}\n";
    const MeshGraphPtr plain = graphOf(pods);
    // istio.io, docs/concepts/security, Istio identity; istio.mesh.v1alpha1, trustDomain and trustDomainAliases
    QCOMPARE(principalsOf(MeshView(plain), named(*plain, "Deployment", "web")),
             (std::vector<std::string>{"cluster.local/ns/shop/sa/web"}));
    QCOMPARE(principalsOf(MeshView(plain), named(*plain, "Pod", "bare")),
             (std::vector<std::string>{"cluster.local/ns/shop/sa/default"}));
    const MeshGraphPtr own = graphOf(pods + meshConfig("trustDomain: corp.example\ntrustDomainAliases: [old.example]"));
    QCOMPARE(principalsOf(MeshView(own), named(*own, "Deployment", "web")),
             (std::vector<std::string>{"corp.example/ns/shop/sa/web", "old.example/ns/shop/sa/web"}));
}

void TestHostResolution::findsTheMeshConfig()
{
    const std::string revision = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio-1-26, namespace: "
                                 "istio-system}\ndata:\n  mesh: |\n    rootNamespace: other\n";
    const std::string iop = "---\napiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: iop, "
                            "namespace: istio-system}\nspec: {meshConfig: {rootNamespace: third}, values: {global: "
                            "{proxy: {clusterDomain: corp.example}}}}\n";
    QVERIFY(meshSettingsOf(*graphOf("")).element.isNull());
    const MeshSettings several = meshSettingsOf(*graphOf(revision + meshConfig("rootNamespace: mesh") + iop));
    QCOMPARE(several.config.rootNamespace.value, "mesh");
    QVERIFY(several.isAmbiguous);
    const MeshSettings lone = meshSettingsOf(*graphOf(iop));
    QCOMPARE(lone.config.rootNamespace.value, "third");
    QCOMPARE(lone.clusterDomain, "corp.example");
    QCOMPARE(test::printed(lone.element), "IstioOperator/istio-system/iop spec.meshConfig");
    QVERIFY(!lone.isAmbiguous);
    const std::string alike = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio-1-27, namespace: "
                              "istio-system}\ndata:\n  mesh: |\n    rootNamespace: other\n    ingressClass: a\n";
    QVERIFY(!meshSettingsOf(*graphOf(revision + alike)).isAmbiguous);
}

QTEST_GUILESS_MAIN(TestHostResolution)
#include "tst_hostresolution.moc"
