// SPDX-License-Identifier: Apache-2.0
#include "views/screens/platformmesh.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <array>
#include <format>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

struct Space {
    const char* name;
    int services;
    int faults = 0; ///< DestinationRules for a host that is not there
    int breaks = 0; ///< routes to a subset that is not there
    int splits = 0; ///< routes that split traffic
};

constexpr std::array spaces = {
    Space{"edge-public", 4},
    Space{"edge-partner", 2, 1},
    Space{"storefront", 126, 0, 0, 2},
    Space{"mobile-bff", 88},
    Space{"partner-api", 41, 3},
    Space{"search", 97},
    Space{"content", 64},
    Space{"accounts", 118, 2},
    Space{"batch", 73},
    Space{"catalog", 204, 0, 1},
    Space{"pricing", 72},
    Space{"reviews", 39, 0, 0, 2},
    Space{"cart", 58},
    Space{"checkout", 6, 0, 0, 1},
    Space{"fulfilment", 143, 1},
    Space{"ratings", 22},
    Space{"inventory", 131},
    Space{"payments", 47, 1, 0, 1},
    Space{"orders", 162, 0, 1},
    Space{"ledger", 35},
    Space{"notify", 51},
    Space{"data-stores", 29},
    Space{"platform", 83},
    Space{"edge-egress", 1},
    Space{"analytics", 34},
    Space{"audit", 12},
    Space{"billing", 41},
    Space{"experiments", 18},
    Space{"feeds", 33},
    Space{"geo", 16},
    Space{"identity", 27},
    Space{"media", 38},
    Space{"offers", 22},
    Space{"partners", 9},
    Space{"reports", 19},
    Space{"returns", 24},
    Space{"subscriptions", 21},
    Space{"tax", 16},
};

/// `routes` routes of one namespace lead to services of another one.
struct Link {
    const char* from;
    const char* to;
    int routes;
};

constexpr std::array links = {
    Link{"edge-public", "storefront", 8},   Link{"edge-public", "mobile-bff", 3}, Link{"edge-public", "accounts", 2},
    Link{"edge-partner", "partner-api", 4}, Link{"storefront", "catalog", 14},    Link{"storefront", "reviews", 8},
    Link{"storefront", "checkout", 6},      Link{"mobile-bff", "catalog", 3},     Link{"partner-api", "catalog", 3},
    Link{"search", "pricing", 2},           Link{"content", "cart", 2},           Link{"accounts", "checkout", 5},
    Link{"catalog", "inventory", 4},        Link{"pricing", "inventory", 2},      Link{"reviews", "ratings", 2},
    Link{"cart", "inventory", 2},           Link{"checkout", "orders", 3},        Link{"checkout", "payments", 2},
    Link{"checkout", "ledger", 1},          Link{"orders", "platform", 2},        Link{"inventory", "data-stores", 5},
    Link{"fulfilment", "notify", 2},        Link{"batch", "fulfilment", 3},
};

std::string service(std::string_view ns, int number)
{
    return number == 0 ? std::string(ns) : std::format("{}-{}", ns, number);
}

std::string head(std::string_view version, std::string_view kind, std::string_view name, std::string_view ns)
{
    return std::format("---\napiVersion: {}\nkind: {}\nmetadata:\n  name: {}\n  namespace: {}\n", version, kind, name,
                       ns);
}

std::string workload(std::string_view ns, std::string_view app, std::string_view version, int pods)
{
    return head("apps/v1", "Deployment", std::format("{}-{}", app, version), ns)
        + std::format("spec:\n  replicas: {0}\n  selector:\n    matchLabels: {{app: {1}, version: {2}}}\n"
                      "  template:\n    metadata:\n      labels: {{app: {1}, version: {2}}}\n"
                      "    spec:\n      containers:\n        - {{name: app, image: example.com/{1}}}\n",
                      pods, app, version);
}

std::string route(std::string_view ns, std::string_view name, std::string_view host, std::string_view gateway,
                  const std::string& destinations)
{
    std::string text = head("networking.istio.io/v1", "VirtualService", name, ns);
    text += std::format("spec:\n  hosts: [{}]\n", host);
    if (!gateway.empty())
        text += std::format("  gateways: [{}]\n", gateway);
    return text + "  http:\n    - name: default\n      route:\n" + destinations;
}

std::string to(std::string_view host, std::string_view subset = {}, int weight = -1)
{
    std::string text = std::format("        - destination:\n            host: {}\n", host);
    if (!subset.empty())
        text += std::format("            subset: {}\n", subset);
    if (weight >= 0)
        text += std::format("          weight: {}\n", weight);
    return text;
}

std::string rule(std::string_view ns, std::string_view name, std::string_view host, bool hasSubsets)
{
    std::string text =
        head("networking.istio.io/v1", "DestinationRule", name, ns) + std::format("spec:\n  host: {}\n", host);
    if (hasSubsets)
        text += "  subsets:\n    - {name: v1, labels: {version: v1}}\n    - {name: v2, labels: {version: v2}}\n";
    return text;
}

std::string spaceText(const Space& space)
{
    const std::string ns = space.name;
    std::string text = std::format(
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: {}\n  labels: {{istio-injection: enabled}}\n", ns);
    if (ns == "accounts" || ns == "orders")
        text +=
            head("security.istio.io/v1", "PeerAuthentication", "default", ns) + "spec:\n  mtls: {mode: PERMISSIVE}\n";
    if (ns.starts_with("edge-"))
        text += head("networking.istio.io/v1", "Gateway", ns + "-gw", ns)
            + std::format("spec:\n  selector: {{app: {}}}\n  servers:\n"
                          "    - port: {{number: 443, name: https, protocol: HTTPS}}\n"
                          "      hosts: [\"*.example.com\"]\n      tls: {{mode: SIMPLE, credentialName: {}}}\n",
                          ns, ns);
    if (ns == "checkout")
        text += head("networking.istio.io/v1", "Sidecar", "default", ns)
            + "spec:\n  egress:\n    - hosts: [\"./*\", \"orders/*\", \"payments/*\", \"ledger/*\", "
              "\"istio-system/*\"]\n";
    for (int i = 0; i < space.services; ++i) {
        const std::string app = service(ns, i);
        text += head("v1", "Service", app, ns)
            + std::format("spec:\n  selector: {{app: {}}}\n  ports:\n    - {{name: http, port: 80}}\n", app);
        text += workload(ns, app, "v1", 2 + (i % 4));
        if (i < space.splits) {
            text += workload(ns, app, "v2", 1) + rule(ns, app, app, true);
            text += route(ns, app, app, {}, to(app, "v1", 90) + to(app, "v2", 10));
        } else if (i < space.splits + space.breaks) {
            text += rule(ns, app, app, true) + route(ns, app, app, {}, to(app, "v3"));
        } else if (i % 3 == 1) {
            text += route(ns, app, app, {}, to(app));
        }
    }
    for (int i = 0; i < space.faults; ++i)
        text += rule(ns, std::format("retired-{}", i + 1), std::format("retired-{}", i + 1), false);
    for (const Link& link : links) {
        for (int i = 0; link.from == ns && i < link.routes; ++i) {
            const std::string host = std::format("{}.{}.svc.cluster.local", service(link.to, i), link.to);
            const std::string name = std::format("{}-for-{}", service(link.to, i), ns);
            text += ns.starts_with("edge-")
                ? route(ns, name, std::format("{}.example.com", service(link.to, i)), ns + "-gw", to(host))
                : route(ns, name, std::format("{}.{}.mesh", name, ns), {}, to(host));
        }
    }
    return text;
}

} // namespace

std::map<std::string, std::string> platformFiles()
{
    std::map<std::string, std::string> files;
    files["clusters/eu-west/istio-system.yaml"] = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: istio-system\n"
        + head("security.istio.io/v1", "PeerAuthentication", "default", "istio-system")
        + "spec:\n  mtls: {mode: STRICT}\n";
    for (const Space& space : spaces)
        files[std::format("clusters/eu-west/{}.yaml", space.name)] = spaceText(space);
    for (const char* host : {"payments.example.net", "ledger.example.net"}) {
        const std::string ns = std::string(host).substr(0, std::string(host).find('.'));
        files[std::format("clusters/eu-west/{}.yaml", ns)] += head("networking.istio.io/v1", "ServiceEntry", "bank", ns)
            + std::format("spec:\n  hosts: [{0}]\n  location: MESH_EXTERNAL\n  resolution: DNS\n"
                          "  ports:\n    - {{number: 443, name: tls, protocol: TLS}}\n",
                          host)
            + route(ns, "to-bank", std::format("bank.{}.mesh", ns), {}, to(host));
    }
    return files;
}

Expected<void> writePlatform(const QString& directory)
{
    for (const auto& [path, text] : platformFiles()) {
        const QString file = QDir(directory).filePath(QString::fromStdString(path));
        QDir().mkpath(QFileInfo(file).path());
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(QByteArray::fromStdString(text)) < 0)
            return std::unexpected(Error{"file.unwritable", {path}, {}});
    }
    const QList<QStringList> commands = {
        {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s},
        {u"add"_s, u"-A"_s},
        {u"-c"_s, u"user.name=Platform team"_s, u"-c"_s, u"user.email=platform@example.com"_s, u"-c"_s,
         u"commit.gpgsign=false"_s, u"commit"_s, u"-q"_s, u"-m"_s, u"The mesh of the platform"_s},
    };
    for (const QStringList& command : commands) {
        QProcess git;
        git.setWorkingDirectory(directory);
        git.start(u"git"_s, command);
        if (!git.waitForFinished(60000) || git.exitCode() != 0)
            return std::unexpected(
                Error{"git.failed", {command.join(u' ').toStdString(), git.readAllStandardError().toStdString()}, {}});
    }
    return {};
}

} // namespace meshdraft::views
