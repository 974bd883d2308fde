// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/meshgenerator.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <format>

using namespace Qt::StringLiterals;

namespace meshdraft::bench {
namespace {

std::string serviceFile(const std::string& ns, const std::string& name, const std::string& callee, bool onGateway)
{
    auto text = std::format(R"(# {1} of team {0}
apiVersion: v1
kind: Service
metadata:
  name: {1}
  namespace: {0}
spec:
  selector:
    app: {1}
  ports:
  - name: http
    port: 8080
)",
                            ns, name);
    for (const auto* version : {"v1", "v2"}) {
        text += std::format(R"(---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {1}-{2}
  namespace: {0}
spec:
  replicas: 2
  selector:
    matchLabels: {{ app: {1}, version: {2} }}
  template:
    metadata:
      labels: {{ app: {1}, version: {2} }}
    spec:
      serviceAccountName: {1}
      containers:
      - name: app
        image: shop/{1}:{2}
)",
                            ns, name, version);
    }
    text += std::format(R"(---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: {1}
  namespace: {0}
spec:
  hosts:
  - {1}
{3}  http:
  - name: preview
    match:
    - headers:
        x-preview:
          exact: v2
    route:
    - destination: {{ host: {1}, subset: v2 }}
  - name: default
    timeout: 3s
    retries:
      attempts: 2
      perTryTimeout: 1s
    route:
    - destination:
        host: {1}
        subset: v1
      weight: 90 # stable
    - destination:
        host: {1}
        subset: v2
      weight: 10
    mirror:
      host: {2}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: {1}
  namespace: {0}
spec:
  host: {1}
  trafficPolicy:
    outlierDetection:
      consecutive5xxErrors: 5
      interval: 30s
  subsets:
  - name: v1
    labels:
      version: v1
  - name: v2
    labels:
      version: v2
)",
                        ns, name, callee, onGateway ? "  gateways: [ mesh, gateway ]\n" : "");
    return text;
}

std::string namespaceFile(const std::string& ns)
{
    return std::format(R"(apiVersion: v1
kind: Namespace
metadata:
  name: {0}
  labels:
    istio-injection: enabled
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: gateway
  namespace: {0}
spec:
  selector:
    istio: ingressgateway
  servers:
  - port: {{ number: 443, name: https, protocol: HTTPS }}
    tls: {{ mode: SIMPLE, credentialName: {0}-cert }}
    hosts: [ "*.{0}.example.com" ]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
  namespace: {0}
spec:
  egress:
  - hosts: [ "./*", "istio-system/*" ]
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: {0}
spec:
  mtls:
    mode: STRICT
)",
                       ns);
}

std::string serviceEntry(const std::string& ns, std::uint32_t number)
{
    return std::format(R"(apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: partner-{1}
  namespace: {0}
spec:
  hosts:
  - partner-{1}.example.com
  location: MESH_EXTERNAL
  resolution: DNS
  ports:
  - {{ number: 443, name: tls, protocol: TLS }}
)",
                       ns, number);
}

std::string authorizationPolicy(const std::string& ns, const std::string& name)
{
    return std::format(R"(apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: {1}-callers
  namespace: {0}
spec:
  selector:
    matchLabels:
      app: {1}
  action: ALLOW
  rules:
  - from:
    - source:
        principals:
        - cluster.local/ns/{0}/sa/front
    to:
    - operation:
        methods: ["GET", "POST"]
)",
                       ns, name);
}

void addOverlays(std::vector<GeneratedFile>& files)
{
    std::string list = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n";
    for (auto& file : files) {
        list += "- " + file.path + '\n';
        file.path = "base/" + file.path;
    }
    files.push_back({"base/kustomization.yaml", list});
    for (const auto* overlay : {"staging", "production"}) {
        files.push_back({std::format("overlays/{}/kustomization.yaml", overlay),
                         "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- ../../base\n"
                         "patches:\n- path: replicas.yaml\n  target: { kind: Deployment, name: service-0-v1 }\n"});
        files.push_back(
            {std::format("overlays/{}/replicas.yaml", overlay), "- op: replace\n  path: /spec/replicas\n  value: 3\n"});
    }
}

} // namespace

std::vector<GeneratedFile> generateMesh(const MeshSize& size)
{
    std::vector<GeneratedFile> files;
    const auto services = size.istioResources * 35 / 100;
    const auto entries = size.istioResources * 10 / 100;
    const auto perNamespace = 3 * size.namespaces;
    const auto policies =
        size.istioResources - 2 * services - entries - std::min(perNamespace, size.istioResources / 30);
    const auto namespaceOf = [&size](std::uint32_t number) { return std::format("team-{}", number % size.namespaces); };
    for (std::uint32_t number = 0; number < size.namespaces; ++number)
        files.push_back({namespaceOf(number) + "/namespace.yaml", namespaceFile(namespaceOf(number))});
    for (std::uint32_t number = 0; number < services; ++number) {
        const auto ns = namespaceOf(number);
        const auto name = std::format("service-{}", number);
        const auto next = number + size.namespaces < services ? number + size.namespaces : number % size.namespaces;
        files.push_back({std::format("{}/{}.yaml", ns, name),
                         serviceFile(ns, name, std::format("service-{}", next), number % 10 == 0)});
        if (number < policies)
            files.push_back({std::format("{}/{}-authz.yaml", ns, name), authorizationPolicy(ns, name)});
    }
    for (std::uint32_t number = 0; number < entries; ++number)
        files.push_back({std::format("{}/partner-{}.yaml", namespaceOf(number), number),
                         serviceEntry(namespaceOf(number), number)});
    if (size.overlays)
        addOverlays(files);
    return files;
}

Expected<void> writeRepository(const std::vector<GeneratedFile>& files, const QString& directory)
{
    for (const auto& file : files) {
        const auto path = QDir(directory).filePath(QString::fromStdString(file.path));
        QDir().mkpath(QFileInfo(path).path());
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(QByteArray::fromStdString(file.text)) < 0)
            return std::unexpected(Error{"file.unwritable", {file.path}, {}});
    }
    const QList<QStringList> commands = {
        {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s},
        {u"add"_s, u"-A"_s},
        {u"-c"_s, u"user.name=Bench"_s, u"-c"_s, u"user.email=bench@example.com"_s, u"-c"_s, u"commit.gpgsign=false"_s,
         u"commit"_s, u"-q"_s, u"-m"_s, u"generated mesh"_s},
    };
    for (const auto& command : commands) {
        QProcess git;
        git.setWorkingDirectory(directory);
        git.start(u"git"_s, command);
        if (!git.waitForFinished(120'000) || git.exitCode() != 0)
            return std::unexpected(
                Error{"git.failed", {command.join(u' ').toStdString(), git.readAllStandardError().toStdString()}, {}});
    }
    return {};
}

} // namespace meshdraft::bench
