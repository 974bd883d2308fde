// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/visibility.h"

#include <algorithm>

namespace meshdraft::mesh::effective {

namespace {

constexpr std::string_view exportAnnotation = "networking.istio.io/exportTo";

std::vector<std::string> splitNames(std::string_view text)
{
    std::vector<std::string> names;
    while (true) {
        const auto comma = text.find(',');
        std::string_view part = text.substr(0, comma);
        const auto begin = std::min(part.find_first_not_of(' '), part.size());
        part = part.substr(begin, part.find_last_not_of(' ') + 1 - begin);
        if (!part.empty())
            names.emplace_back(part);
        if (comma == std::string_view::npos)
            return names;
        text.remove_prefix(comma + 1);
    }
}

/// The default of the mesh config for a kind. Istio honours "." and "*" there and nothing else.
Export defaultExport(const MeshView& view, const std::vector<Field<std::string>>& written)
{
    Export result;
    if (written.empty()) {
        result.toAll = true;
        return result;
    }
    result.source = ExportSource::MeshConfig;
    result.element = view.settings().element;
    const auto has = [&](std::string_view name) {
        return std::ranges::contains(written, name, &Field<std::string>::value);
    };
    result.toOwn = has(".");
    result.toAll = !result.toOwn && has("*");
    return result;
}

void takeWritten(Export& result, const Resource& resource, const std::vector<Field<std::string>>& written)
{
    result.source = ExportSource::Written;
    const source::NodeRef first = resource.node(written.front().node);
    result.element = resource.element(first.parent().isSequence() ? first.parent().id() : first.id());
    for (const Field<std::string>& name : written)
        result.to.push_back(name.value);
}

} // namespace

bool Export::includes(std::string_view ns, std::string_view own) const
{
    if (to.empty())
        return toAll || (toOwn && ns == own);
    if (std::ranges::contains(to, "*"))
        return true;
    if (std::ranges::contains(to, "~"))
        return false;
    return std::ranges::contains(to, ns) || (ns == own && std::ranges::contains(to, "."));
}

Export exportOf(const MeshView& view, ResourceIndex index)
{
    const Resource& resource = view.at(index);
    const MeshConfig& config = view.settings().config;
    Export result;
    if (const auto* rule = std::get_if<DestinationRule>(&resource.body)) {
        const source::NodeRef selector = resource.rootNode()["spec"]["workloadSelector"].resolved();
        if (selector.isMapping()) {
            result.source = ExportSource::Selector;
            result.toOwn = true;
            result.element = resource.element(selector.id());
        } else if (rule->exportTo.empty()) {
            result = defaultExport(view, config.defaultDestinationRuleExportTo);
        } else {
            takeWritten(result, resource, rule->exportTo);
        }
    } else if (const auto* table = std::get_if<RouteTable>(&resource.body);
               (table != nullptr) && !table->isGatewayApi) {
        if (table->exportTo.empty()) {
            result = defaultExport(view, config.defaultVirtualServiceExportTo);
        } else {
            takeWritten(result, resource, table->exportTo);
        }
    } else if (const auto* entry = std::get_if<ServiceEntry>(&resource.body);
               (entry != nullptr) && !entry->exportTo.empty()) {
        takeWritten(result, resource, entry->exportTo);
    } else {
        result = defaultExport(view, config.defaultServiceExportTo);
        const auto annotation = resource.annotations.find(exportAnnotation);
        if (std::holds_alternative<Service>(resource.body) && annotation != resource.annotations.end()) {
            if (std::vector<std::string> names = splitNames(annotation->second); !names.empty()) {
                result = {.to = std::move(names), .source = ExportSource::Written, .element = {}};
                result.element =
                    resource.element(resource.rootNode()["metadata"]["annotations"][exportAnnotation].id());
            }
        }
    }
    return result;
}

bool isVisible(const MeshView& view, ResourceIndex resource, std::string_view ns)
{
    return exportOf(view, resource).includes(ns, view.at(resource).key.ns);
}

} // namespace meshdraft::mesh::effective
