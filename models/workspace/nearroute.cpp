// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/nearroute.h"

#include <algorithm>

namespace meshdraft::workspace {

using mesh::Match;
using traffic::Request;

namespace {

constexpr std::string_view headerField = "headers.";

std::optional<std::string_view> valueOf(const Request& request, const std::string& field)
{
    if (field == "method")
        return request.method;
    if (field == "uri" || field == "path")
        return request.path;
    const auto header = request.headers.find(std::string_view(field).substr(headerField.size()));
    return header == request.headers.end() ? std::nullopt : std::optional<std::string_view>(header->second);
}

bool canCompare(const Match::Condition& condition)
{
    const bool isKnownField = condition.field == "method" || condition.field == "uri" || condition.field == "path"
        || condition.field.starts_with(headerField);
    return isKnownField && (condition.op == "exact" || condition.op == "prefix" || condition.op == "present");
}

bool holds(const Request& request, const Match::Condition& condition)
{
    const auto value = valueOf(request, condition.field);
    if (!value)
        return false;
    return condition.op == "present"
        || (condition.op == "exact" ? *value == condition.value : value->starts_with(condition.value));
}

void mend(Request& request, const Match::Condition& condition)
{
    if (condition.field == "method") {
        request.method = condition.value;
    } else if (condition.field == "uri" || condition.field == "path") {
        request.path = condition.value;
    } else {
        const std::string name = condition.field.substr(headerField.size());
        request.headers.erase(name);
        request.headers.emplace(name, condition.op == "present" ? "1" : condition.value);
    }
}

/// The table of the route that was taken, or of those that did not match.
mesh::ElementRef tableOf(const traffic::Answer& answer)
{
    if (!answer.routeElement.isNull())
        return answer.routeElement;
    for (const traffic::Step& step : answer.steps) {
        const bool isTable = step.stage == traffic::Stage::Route || step.stage == traffic::Stage::VirtualHost;
        if (isTable && !step.element.isNull())
            return step.element;
    }
    return {};
}

} // namespace

std::optional<NearRoute> nearRoute(const mesh::MeshGraph& graph, const Request& request, const traffic::Answer& answer)
{
    const mesh::ElementRef element = tableOf(answer);
    const mesh::ResourceIndex index = element.isNull() ? mesh::noResource : graph.find(element);
    if (index == mesh::noResource)
        return std::nullopt;
    const mesh::Resource& resource = graph.at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr)
        return std::nullopt;
    std::optional<NearRoute> nearest;
    for (const mesh::Route& route : table->routes) {
        const mesh::FieldPath path = resource.pathOf(route.node);
        if (!answer.routeElement.isNull() && answer.routeElement.field.isWithin(path))
            break; // what comes later is not asked
        for (const Match& match : route.matches) {
            if (!std::ranges::all_of(match.conditions, canCompare))
                continue;
            NearRoute near;
            std::ranges::copy_if(match.conditions, std::back_inserter(near.unmet),
                                 [&](const Match::Condition& condition) { return !holds(request, condition); });
            if (near.unmet.empty() || (nearest && nearest->unmet.size() <= near.unmet.size()))
                continue;
            near.element = resource.element(route.node);
            near.name = route.name.value.empty()
                ? std::string(mesh::protocolName(route.protocol)) + "[" + std::to_string(route.index) + "]"
                : route.name.value;
            near.mended = request;
            for (const Match::Condition& condition : near.unmet)
                mend(near.mended, condition);
            nearest = std::move(near);
        }
    }
    return nearest;
}

} // namespace meshdraft::workspace
