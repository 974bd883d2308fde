// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/dataplane.h"

#include "models/mesh/effective/podtemplate.h"
#include "models/mesh/hostnames.h"

#include <algorithm>
#include <array>
#include <optional>

namespace meshdraft::mesh::effective {

namespace {

constexpr std::string_view injectLabel = "sidecar.istio.io/inject";
constexpr std::string_view revisionLabel = "istio.io/rev";
constexpr std::string_view injectionLabel = "istio-injection";
constexpr std::string_view modeLabel = "istio.io/dataplane-mode";
constexpr std::string_view waypointLabel = "istio.io/use-waypoint";
constexpr std::string_view waypointNamespaceLabel = "istio.io/use-waypoint-namespace";

std::string_view valueOf(const Labels& labels, std::string_view name)
{
    const auto found = labels.find(name);
    return found == labels.end() ? std::string_view() : std::string_view(found->second);
}

/// The words that istiod reads as true (pkg/kube/inject, injectRequired).
bool isYes(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return std::ranges::contains(std::to_array<std::string_view>({"y", "yes", "true", "on"}), lower);
}

bool isSystemNamespace(std::string_view ns)
{
    return std::ranges::contains(
        std::to_array<std::string_view>({"kube-system", "kube-public", "kube-node-lease", "local-path-storage"}), ns);
}

/// The questions about one workload.
class Decision {
public:
    Decision(const MeshView& view, const Resource& resource, const Workload& workload)
        : m_view(view)
        , m_resource(resource)
        , m_workload(workload)
        , m_namespace(view.namespaceObject(resource.key.ns))
    {
    }

    DataPlaneAnswer run()
    {
        if (m_workload.podAnnotations.contains("sidecar.istio.io/status"))
            return settle(DataPlane::Sidecar, DataPlaneReason::InFile, podAnnotation("sidecar.istio.io/status"));
        if (m_workload.usesHostNetwork) {
            const source::NodeRef node = podTemplateOf(m_resource)["spec"]["hostNetwork"];
            return settle(DataPlane::None, DataPlaneReason::HostNetwork, elementAt(m_resource, node));
        }
        if (isSystemNamespace(m_resource.key.ns))
            return settle(DataPlane::None, DataPlaneReason::SystemNamespace, m_resource.element());
        DataPlaneAnswer injection = injected();
        if (injection.value != DataPlane::None)
            return injection;
        return captured(std::move(injection));
    }

private:
    ElementRef podLabel(std::string_view name) const
    {
        return elementAt(m_resource, podTemplateOf(m_resource)["metadata"]["labels"][name]);
    }
    ElementRef podAnnotation(std::string_view name) const
    {
        return elementAt(m_resource, podTemplateOf(m_resource)["metadata"]["annotations"][name]);
    }
    ElementRef namespaceLabel(std::string_view name) const
    {
        return elementAt(*m_namespace, m_namespace->rootNode()["metadata"]["labels"][name]);
    }

    DataPlaneAnswer settle(DataPlane value, DataPlaneReason reason, ElementRef source = {})
    {
        m_answer.value = value;
        m_answer.reason = reason;
        if (!source.isNull())
            m_answer.sources.push_back(std::move(source));
        if (value == DataPlane::Sidecar)
            m_answer.isGateway = valueOf(m_workload.podAnnotations, "inject.istio.io/templates") == "gateway";
        return std::move(m_answer);
    }

    /// Sidecar, None or Unknown.
    DataPlaneAnswer injected()
    {
        // what the pods say against a proxy holds whatever the namespace says
        const std::string_view label = valueOf(m_workload.podLabels, injectLabel);
        const std::string_view annotation = valueOf(m_workload.podAnnotations, injectLabel);
        if (hasPlaceholder(label) || hasPlaceholder(annotation)) {
            return settle(DataPlane::Unknown, DataPlaneReason::Placeholder,
                          hasPlaceholder(label) ? podLabel(injectLabel) : podAnnotation(injectLabel));
        }
        const bool hasLabel = m_workload.podLabels.contains(injectLabel);
        if (hasLabel && !label.empty() && !isYes(label))
            return settle(DataPlane::None, DataPlaneReason::PodLabel, podLabel(injectLabel));
        if (!hasLabel && !annotation.empty() && !isYes(annotation))
            return settle(DataPlane::None, DataPlaneReason::PodAnnotation, podAnnotation(injectLabel));
        if (m_namespace == nullptr)
            return settle(DataPlane::Unknown, DataPlaneReason::NamespaceNotInFiles);
        const Labels& labels = m_namespace->labels;
        for (const std::string_view name : {injectionLabel, revisionLabel}) {
            if (hasPlaceholder(valueOf(labels, name)))
                return settle(DataPlane::Unknown, DataPlaneReason::Placeholder, namespaceLabel(name));
        }
        const bool hasWebhooks = std::ranges::any_of(webhookConfigurations(), [](const Resource* resource) {
            return !std::get<InjectionWebhooks>(resource->body).webhooks.empty();
        });
        return hasWebhooks ? injectedByFiles() : injectedByDefault();
    }

    std::vector<const Resource*> webhookConfigurations() const
    {
        std::vector<const Resource*> configurations;
        for (const ResourceIndex index : m_view.of<InjectionWebhooks>({}))
            configurations.push_back(&m_view.at(index));
        return configurations;
    }

    /// The label that asks for a proxy, as Istio's own webhooks read them; nothing where none does.
    std::optional<DataPlaneReason> request() const
    {
        const Labels& labels = m_namespace->labels;
        const bool hasInjection = labels.contains(injectionLabel);
        if (valueOf(labels, injectionLabel) == "enabled")
            return DataPlaneReason::NamespaceInjection;
        if (hasInjection)
            return std::nullopt;
        if (labels.contains(revisionLabel))
            return DataPlaneReason::NamespaceRevision;
        if (m_workload.podLabels.contains(revisionLabel))
            return DataPlaneReason::PodRevision;
        // the webhook for single pods wants this very word, whatever else istiod reads as true
        if (valueOf(m_workload.podLabels, injectLabel) == "true")
            return DataPlaneReason::PodLabel;
        return std::nullopt;
    }

    ElementRef elementOf(DataPlaneReason reason) const
    {
        switch (reason) {
        case DataPlaneReason::NamespaceInjection:
            return namespaceLabel(injectionLabel);
        case DataPlaneReason::NamespaceRevision:
            return namespaceLabel(revisionLabel);
        case DataPlaneReason::PodRevision:
            return podLabel(revisionLabel);
        default:
            return podLabel(injectLabel);
        }
    }

    DataPlaneAnswer notSelected()
    {
        if (m_namespace->labels.contains(injectionLabel))
            return settle(DataPlane::None, DataPlaneReason::NamespaceInjection, namespaceLabel(injectionLabel));
        return settle(DataPlane::None, DataPlaneReason::NotSelected, m_namespace->element());
    }

    DataPlaneAnswer injectedByDefault()
    {
        m_answer.assumesDefaultWebhooks = true;
        const auto asked = request();
        if (!asked)
            return notSelected();
        m_answer.revision = "default";
        if (*asked == DataPlaneReason::NamespaceRevision) {
            m_answer.revision = valueOf(m_namespace->labels, revisionLabel);
        } else if (*asked == DataPlaneReason::PodRevision) {
            m_answer.revision = valueOf(m_workload.podLabels, revisionLabel);
        }
        return settle(DataPlane::Sidecar, *asked, elementOf(*asked));
    }

    DataPlaneAnswer injectedByFiles()
    {
        // every object in a namespace has the label with its name (Kubernetes, NamespaceDefaultLabelName)
        Labels labels = m_namespace->labels;
        labels.insert_or_assign("kubernetes.io/metadata.name", m_resource.key.ns);
        std::vector<const Resource*> answering;
        for (const Resource* configuration : webhookConfigurations()) {
            const auto& hooks = std::get<InjectionWebhooks>(configuration->body);
            if (std::ranges::any_of(hooks.webhooks, [&](const InjectionWebhook& webhook) {
                    return webhook.namespaces.matches(labels) && webhook.objects.matches(m_workload.podLabels);
                }))
                answering.push_back(configuration);
        }
        const auto asked = request();
        if (answering.empty()) {
            if (asked)
                return settle(DataPlane::Unknown, DataPlaneReason::NoWebhookInFiles, elementOf(*asked));
            return notSelected();
        }
        std::vector<std::string> revisions;
        for (const Resource* configuration : answering) {
            const std::string& revision = std::get<InjectionWebhooks>(configuration->body).revision;
            if (!std::ranges::contains(revisions, revision))
                revisions.push_back(revision);
        }
        if (asked)
            m_answer.sources.push_back(elementOf(*asked));
        for (const Resource* configuration : answering)
            m_answer.sources.push_back(configuration->element());
        if (revisions.size() > 1)
            return settle(DataPlane::Sidecar, DataPlaneReason::SeveralRevisions);
        m_answer.revision = revisions.front().empty() ? "default" : revisions.front();
        return settle(DataPlane::Sidecar, asked.value_or(DataPlaneReason::Webhook));
    }

    /// Ambient mode for pods that get no sidecar: the pods' label, then the namespace's.
    DataPlaneAnswer captured(DataPlaneAnswer injection)
    {
        m_answer = std::move(injection);
        const std::string_view own = valueOf(m_workload.podLabels, modeLabel);
        if (own == "ambient") {
            m_answer.sources.insert(m_answer.sources.begin(), podLabel(modeLabel));
            return settle(DataPlane::Ambient, DataPlaneReason::AmbientPod);
        }
        if (hasPlaceholder(own))
            return settle(DataPlane::Unknown, DataPlaneReason::Placeholder, podLabel(modeLabel));
        if (own == "none") {
            m_answer.sources.insert(m_answer.sources.begin(), podLabel(modeLabel));
            return settle(DataPlane::None, DataPlaneReason::AmbientPod);
        }
        if (m_namespace == nullptr)
            return settle(DataPlane::Unknown, DataPlaneReason::NamespaceNotInFiles);
        const std::string_view mode = valueOf(m_namespace->labels, modeLabel);
        if (hasPlaceholder(mode))
            return settle(DataPlane::Unknown, DataPlaneReason::Placeholder, namespaceLabel(modeLabel));
        if (mode == "ambient") {
            m_answer.sources.insert(m_answer.sources.begin(), namespaceLabel(modeLabel));
            return settle(DataPlane::Ambient, DataPlaneReason::AmbientNamespace);
        }
        return settle(DataPlane::None, m_answer.reason);
    }

    const MeshView& m_view;
    const Resource& m_resource;
    const Workload& m_workload;
    const Resource* m_namespace;
    DataPlaneAnswer m_answer;
};

} // namespace

DataPlaneAnswer dataPlaneOf(const MeshView& view, ResourceIndex workload)
{
    const Resource& resource = view.at(workload);
    const auto* pods = std::get_if<Workload>(&resource.body);
    return pods == nullptr ? DataPlaneAnswer() : Decision(view, resource, *pods).run();
}

WaypointAnswer waypointOf(const MeshView& view, ResourceIndex index)
{
    const Resource& resource = view.at(index);
    const auto* pods = std::get_if<Workload>(&resource.body);
    const Labels* labels = pods != nullptr ? &pods->podLabels : &resource.labels;
    const source::NodeRef holder = pods != nullptr ? podTemplateOf(resource) : resource.rootNode();
    const Resource* owner = &resource;
    source::NodeRef metadata = holder["metadata"]["labels"];
    WaypointAnswer answer;
    answer.reason = WaypointReason::Own;
    if (valueOf(*labels, waypointLabel).empty()) {
        owner = view.namespaceObject(resource.key.ns);
        if (owner == nullptr)
            return {.reason = WaypointReason::NamespaceNotInFiles, .waypoint = {}, .element = {}};
        answer.reason = WaypointReason::Namespace;
        labels = &owner->labels;
        metadata = owner->rootNode()["metadata"]["labels"];
    }
    const std::string_view name = valueOf(*labels, waypointLabel);
    if (name.empty())
        return {};
    answer.element = elementAt(*owner, metadata[waypointLabel]);
    if (name == "none") {
        answer.reason = WaypointReason::OptedOut;
        return answer;
    }
    const std::string_view other = valueOf(*labels, waypointNamespaceLabel);
    const std::string ns(other.empty() ? std::string_view(resource.key.ns) : other);
    answer.waypoint = ns + "/" + std::string(name);
    const auto found = view.graph().find(
        ResourceKey{resource.key.environment, "gateway.networking.k8s.io", "Gateway", ns, std::string(name)});
    if (!found.empty())
        answer.gateway = found.front();
    return answer;
}

} // namespace meshdraft::mesh::effective
