// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"
#include "models/checks/webhooks.h"

#include <algorithm>
#include <set>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

constexpr const char* revisionLabel = "istio.io/rev";

void addRevisions(const mesh::LabelSelector& selector, std::set<std::string>& revisions)
{
    if (const auto found = selector.labels.find(revisionLabel); found != selector.labels.end())
        revisions.insert(found->second);
    for (const auto& expression : selector.expressions) {
        if (expression.key == revisionLabel)
            revisions.insert(expression.values.begin(), expression.values.end());
    }
}

/// The revisions that a configuration names.
std::set<std::string> revisionsOf(const mesh::Resource& resource, const std::vector<Injector>& webhooks)
{
    std::set<std::string> revisions;
    if (const auto label = resource.labels.find(revisionLabel); label != resource.labels.end())
        revisions.insert(label->second);
    for (const Injector& webhook : webhooks) {
        addRevisions(webhook.namespaces, revisions);
        addRevisions(webhook.objects, revisions);
    }
    return revisions;
}

/// Without the label, with it set one way, with it set the other way; each alone and with each revision.
std::vector<mesh::Labels> labelsOf(const char* label, const char* one, const char* other,
                                   const std::set<std::string>& revisions)
{
    const std::vector<mesh::Labels> bare{{}, {{label, one}}, {{label, other}}};
    std::vector<mesh::Labels> all = bare;
    for (const std::string& revision : revisions) {
        for (mesh::Labels labels : bare) {
            labels.emplace(revisionLabel, revision);
            all.push_back(std::move(labels));
        }
    }
    return all;
}

std::string nameOf(const Injector& webhook)
{
    return webhook.resource->key.name + "/" + webhook.name;
}

void checkOverlap(const mesh::Resource& resource, const std::vector<Injector>& all,
                  const std::set<std::string>& revisions, Report& report)
{
    std::set<std::pair<std::string, std::string>> said;
    const auto objects = labelsOf("sidecar.istio.io/inject", "true", "false", revisions);
    for (const mesh::Labels& ns : labelsOf("istio-injection", "enabled", "disabled", revisions)) {
        std::vector<const Injector*> there;
        for (const Injector& each : all) {
            if (each.namespaces.matches(ns))
                there.push_back(&each);
        }
        for (const mesh::Labels& pod : objects) {
            std::set<std::string> names;
            for (const Injector* each : there) {
                if (each->objects.matches(pod))
                    names.insert(nameOf(*each));
            }
            if (names.size() < 2)
                continue;
            for (const Injector* each : there) {
                if (each->resource != &resource || !names.contains(nameOf(*each)))
                    continue;
                std::vector<std::string> others;
                std::ranges::copy_if(names, std::back_inserter(others),
                                     [&](const std::string& name) { return name != nameOf(*each); });
                const std::string text = joinedNames(others);
                if (said.emplace(nameOf(*each), text).second) {
                    report.add(findingAt(resource, each->node["name"].id(), "IST0139", Severity::Error,
                                         message::webhookOverlap, {each->name, text}));
                }
            }
        }
    }
}

void checkService(const mesh::MeshGraph& graph, const mesh::Resource& resource, const Injector& webhook, Report& report)
{
    const NodeRef service = webhook.node["clientConfig"]["service"];
    if (!service.resolved().isMapping())
        return;
    const std::string ns(service["namespace"].value());
    const std::string name(service["name"].value());
    if (!graph.find({graph.environment(), {}, "Service", ns, name}, report.asked()).empty())
        return;
    const std::vector<std::string> args{webhook.name, ns + "/" + name};
    if (graph.ofKindIn("Service", ns, report.asked()).empty()) {
        report.addUnknown(
            args.back(),
            findingAt(resource, service.id(), "IST0139", Severity::Unknown, message::webhookServiceUnknown, args));
    } else {
        report.add(findingAt(resource, service.id(), "IST0139", Severity::Error, message::webhookWithoutService, args));
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    if (resource.key.kind != "MutatingWebhookConfiguration")
        return;
    const auto isIstio = [](const mesh::Resource& each, const std::vector<Injector>& webhooks) {
        return !revisionsOf(each, webhooks).empty()
            || std::ranges::any_of(webhooks, [](const Injector& hook) { return hook.name.ends_with("istio.io"); });
    };
    const std::vector<Injector> own = webhooksOf(resource);
    if (!isIstio(resource, own))
        return;
    std::vector<Injector> all;
    std::set<std::string> revisions;
    for (const mesh::ResourceIndex each : graph.ofKind("MutatingWebhookConfiguration", report.asked())) {
        std::vector<Injector> webhooks = webhooksOf(graph.at(each));
        // a second file with the same object replaces it
        const bool isDouble = graph.at(each).key == resource.key && each != index;
        if (isDouble || !isIstio(graph.at(each), webhooks))
            continue;
        revisions.merge(revisionsOf(graph.at(each), webhooks));
        std::ranges::move(webhooks, std::back_inserter(all));
    }
    checkOverlap(resource, all, revisions, report);
    for (const Injector& webhook : own)
        checkService(graph, resource, webhook, report);
}

} // namespace

/// Injection webhooks that meet in one pod, or lead to a control plane that is not there (Istio's analyzer
/// webhook.Analyzer).
Check injectorWebhook()
{
    return {{"injector-webhook", {"MutatingWebhookConfiguration", "Service"}, {"IST0139"}}, check};
}

} // namespace meshdraft::checks
