// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/injection.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

/// The image that the injector puts in; empty where its settings do not tell.
std::string injectedImage(const QJsonObject& values)
{
    const QJsonObject global = values.value(QLatin1String("global")).toObject();
    const QString image = global.value(QLatin1String("proxy")).toObject().value(QLatin1String("image")).toString();
    if (image.contains(QLatin1Char('/')))
        return image.toStdString();
    const QString hub = global.value(QLatin1String("hub")).toString();
    const QJsonValue tag = global.value(QLatin1String("tag"));
    const QString version = tag.isDouble() ? QString::number(tag.toDouble()) : tag.toString();
    if (image.isEmpty() || hub.isEmpty() || version.isEmpty())
        return {};
    return QStringLiteral("%1/%2:%3").arg(hub, image, version).toStdString();
}

/// The last word of ProxyConfigs about the variant of the image: of the mesh, the namespace, the pod.
std::string variantFor(const mesh::MeshGraph& graph, const mesh::Resource& pod, mesh::Lookups* asked)
{
    std::string variant;
    for (const NodeRef& config : meshConfigsIn(graph, asked)) {
        variant = config["defaultConfig"]["image"]["imageType"].value();
        if (!variant.empty())
            break;
    }
    const auto& body = std::get<mesh::Workload>(pod.body);
    std::string ofWorkload;
    for (const std::string& ns : {rootNamespaceOf(graph, asked), pod.key.ns}) {
        for (const mesh::ResourceIndex index : graph.ofKindIn("ProxyConfig", ns, asked)) {
            const auto* config = std::get_if<mesh::ProxyConfig>(&graph.at(index).body);
            if (config == nullptr || config->imageType.value.empty())
                continue;
            if (config->selector.empty())
                variant = config->imageType.value;
            else if (ns == pod.key.ns && includesLabels(body.podLabels, config->selector))
                ofWorkload = config->imageType.value;
        }
    }
    for (const source::NestedTextPtr& text : pod.nestedTexts) { // annotation proxy.istio.io/config
        if (text->inner()->documents.empty())
            continue;
        const std::string_view written = text->inner()->documents.front()->root()["image"]["imageType"].value();
        if (!written.empty())
            return std::string(written);
    }
    const auto annotation = body.podAnnotations.find("sidecar.istio.io/proxyImageType");
    if (annotation != body.podAnnotations.end())
        return annotation->second;
    return ofWorkload.empty() ? variant : ofWorkload;
}

bool isOwnImage(const mesh::Resource& pod)
{
    const auto& annotations = std::get<mesh::Workload>(pod.body).podAnnotations;
    const auto own = annotations.find("sidecar.istio.io/proxyImage");
    return own != annotations.end() && !own->second.empty();
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    if (resource.key.kind != "Namespace" || !resource.key.group.empty())
        return;
    const NamespaceInjection injection = injectionOf(resource);
    if (injection.labels.empty() || (injection.labels.size() == 1 && !injection.isInjected))
        return;
    std::vector<std::string> names;
    std::string expected;
    for (const mesh::ResourceIndex each : graph.ofKindIn("Pod", resource.key.name, report.asked())) {
        const mesh::Resource& pod = graph.at(each);
        const std::string_view image =
            std::holds_alternative<mesh::Workload>(pod.body) ? proxyImageOf(pod) : std::string_view();
        if (image.empty() || image == "auto" || isOwnImage(pod))
            continue;
        expected = injectedImage(injectorValues(graph, injection.revision, report.asked()));
        if (expected.empty())
            return;
        const std::string variant = variantFor(graph, pod, report.asked());
        // a pod that has the image without its variant is no older than the others
        const bool isSame = image == expected || (!variant.empty() && image == expected + "-" + variant);
        if (!isSame)
            names.push_back(pod.key.name);
    }
    if (!names.empty()) {
        report.add(
            findingOnName(resource, "IST0158", Severity::Warning, message::proxyImage, {joinedNames(names), expected}));
    }
}

} // namespace

/// Pods whose proxy is of another version than the injector puts in (Istio's analyzer injection.ImageAnalyzer, which
/// asks a cluster; this one knows the Pods in the files).
Check proxyImage()
{
    return {{"proxy-image", {"ConfigMap", "IstioOperator", "Namespace", "Pod", "ProxyConfig"}, {"IST0158"}}, check};
}

} // namespace meshdraft::checks
