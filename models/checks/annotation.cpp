// SPDX-License-Identifier: Apache-2.0
#include "models/checks/annotationtable.h"
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/podtemplate.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

bool isOfIstio(std::string_view name)
{
    return name == "kubernetes.io/ingress.class" || name.substr(0, name.find('/')).ends_with("istio.io");
}

/// Put there by the injector and controllers, not by people.
bool isGenerated(std::string_view name)
{
    constexpr auto names = std::to_array<std::string_view>(
        {"gateway.istio.io/controller-version", "istio.io/rev", "sidecar.istio.io/status"});
    return std::ranges::contains(names, name);
}

bool belongsOn(const Annotation& annotation, std::string_view kind)
{
    return std::ranges::any_of(annotation.kinds | std::views::split(std::string_view(", ")),
                               [&](const auto& part) { return std::string_view(part.begin(), part.end()) == kind; });
}

void checkAnnotations(const mesh::Resource& resource, NodeRef metadata, std::string_view kind, Report& report)
{
    constexpr std::string_view inject = "sidecar.istio.io/inject";
    for (const NodeRef::Entry& entry : metadata["annotations"].resolved().entries()) {
        const std::string name(entry.key.value());
        if (!isOfIstio(name) || isGenerated(name))
            continue;
        const auto say = [&](const char* code, Severity severity, const char* message, std::vector<std::string> args) {
            report.add(findingAt(resource, entry.key.id(), code, severity, message, std::move(args)));
        };
        const Annotation* known = findAnnotation(name);
        if (known == nullptr) {
            say("IST0108", Severity::Warning, message::unknownAnnotation, {name});
            continue;
        }
        const bool hasLabelToo = name == inject && metadata["labels"][inject].isValid();
        if (known->isDeprecated && !hasLabelToo) {
            say("IST0135", Severity::Info, name == inject ? message::deprecatedInject : message::deprecatedAnnotation,
                {name});
        }
        if (known->kinds == "Any")
            continue;
        if (!belongsOn(*known, kind)) {
            say("IST0107", Severity::Warning, message::misplacedAnnotation,
                {name, std::string(known->kinds), std::string(kind)});
        } else if (const std::string_view value = entry.value.value();
                   !value.contains("${") && !isValid(known->value, value)) {
            say("IST0125", Severity::Warning, message::badAnnotation, {name, std::string(value)});
        }
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const bool isWorkload = std::holds_alternative<mesh::Workload>(resource.body);
    const std::string& kind = resource.key.kind;
    const bool isNamed = kind == "Namespace" || kind == "Deployment" || kind == "Pod"
        || std::holds_alternative<mesh::Service>(resource.body);
    if (isSystemNamespace(resource.key.ns) || (kind == "Namespace" && isSystemNamespace(resource.key.name)))
        return;
    if (isNamed && !resource.annotations.empty())
        checkAnnotations(resource, resource.rootNode()["metadata"].resolved(), kind, report);
    if (isWorkload && kind != "Pod" && !std::get<mesh::Workload>(resource.body).podAnnotations.empty()) {
        const NodeRef pods = mesh::effective::podTemplateOf(resource);
        checkAnnotations(resource, pods["metadata"].resolved(), "Pod", report);
    }
}

} // namespace

/// Annotations that Istio does not know, not there, or not with this value (Istio's analyzer annotations.K8sAnalyzer;
/// pod templates count as Pods).
Check annotation()
{
    return {{"annotation", kindsWith({"Service"}), {"IST0107", "IST0108", "IST0125", "IST0135"}}, check};
}

} // namespace meshdraft::checks
