// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/course.h"

#include "models/traffic/gatewayapi.h"
#include "models/traffic/ingress.h"
#include "models/traffic/responseflags.h"

#include <numeric>

namespace meshdraft::traffic {

MeshIndex::MeshIndex(std::shared_ptr<const mesh::effective::MeshView> meshView)
    : view(std::move(meshView))
    , registry(*view)
    , routes(*view)
    , gatewayApi(std::make_unique<const GatewayApiIndex>(*view, registry))
    , ingress(std::make_unique<const IngressIndex>(*view))
{
}

MeshIndex::~MeshIndex() = default;

void Path::endAs(const ResponseFlag& row)
{
    verdict = *row.verdict;
    status = row.status;
    flag = row.flag;
    details = row.details;
}

mesh::ElementRef Course::element(Place place) const
{
    return place.resource == mesh::noResource ? mesh::ElementRef() : at(place.resource).element(place.node);
}

Step& Course::add(Stage stage, std::string code, std::vector<std::string> args, mesh::ElementRef element)
{
    Step step;
    step.stage = stage;
    step.code = std::move(code);
    step.args = std::move(args);
    step.element = std::move(element);
    return steps.emplace_back(std::move(step));
}

namespace {

std::string printed(double percent)
{
    std::string text = std::to_string(percent);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

std::uint32_t portOf(const Course& course, const RouteDestination& destination, std::uint32_t port, bool infersPort,
                     std::string_view clientNs)
{
    if (destination.port != 0)
        return destination.port;
    const RegistryService* service = course.index.registry.visible(destination.host, clientNs);
    return infersPort && service != nullptr && service->ports.size() == 1 ? service->ports.front().number : port;
}

void addSteps(Course& course, const RouteAction& action)
{
    if (action.delayPercent > 0)
        course.add(Stage::Route, "route.delay", {printed(action.delayPercent), action.delay}, action.delayPlace);
    if (action.abortPercent > 0) {
        course.add(Stage::Route, "route.abort", {printed(action.abortPercent), std::to_string(action.abortStatus)},
                   action.abortPlace);
    }
    if (action.rewritePlace.resource != mesh::noResource) {
        course.add(Stage::Route, "route.rewrite", {action.rewritePath, action.rewriteHost}, action.rewritePlace);
    }
    if (action.headersPlace.resource != mesh::noResource)
        course.add(Stage::Route, "route.headers", {}, action.headersPlace);
    if (action.corsPlace.resource != mesh::noResource)
        course.add(Stage::Route, "route.cors", {}, action.corsPlace);
}

/// "http[2]", or the name.
std::string titleOf(const RouteRule& rule)
{
    return rule.name.empty() ? std::string(mesh::protocolName(rule.protocol)) + "[" + std::to_string(rule.index) + "]"
                             : rule.name;
}

} // namespace

void followRule(Course& course, Path& path, const RouteChoice& choice, mesh::ResourceIndex table, std::uint32_t port,
                bool infersPort, std::string_view clientNs)
{
    const RouteRule& rule = *choice.rule;
    path.rule = &rule;
    path.match = choice.match;
    path.table = table;
    course.add(Stage::Route, choice.match == nullptr ? "route.everything" : "route.matched", {titleOf(rule)},
               choice.match == nullptr ? rule.place : choice.match->place);
    const RouteAction& action = rule.action;
    if (action.kind != RouteAction::Kind::Forward) {
        const bool isRedirect = action.kind == RouteAction::Kind::Redirect;
        path.verdict = isRedirect ? Verdict::Redirected : Verdict::DirectResponse;
        path.status = action.status;
        path.details = responseFlag(isRedirect ? "redirect" : "directResponse").details;
        path.because = course.element(action.place);
        course.add(Stage::Route, isRedirect ? "route.redirect" : "route.direct",
                   {std::to_string(action.status), action.redirectTo}, action.place);
        return;
    }
    addSteps(course, action);
    for (const RouteMirror& mirror : rule.mirrors) {
        const RouteDestination& destination = mirror.destination;
        path.mirrors.push_back({.host = destination.host,
                                .subset = destination.subset,
                                .port = portOf(course, destination, port, infersPort, clientNs),
                                .percent = mirror.percent,
                                .place = destination.place,
                                .isUnknown = destination.isUnknown});
    }
    const auto total = std::accumulate(rule.destinations.begin(), rule.destinations.end(), std::int64_t{0},
                                       [](std::int64_t sum, const RouteDestination& one) { return sum + one.weight; });
    for (const RouteDestination& destination : rule.destinations) {
        if (destination.weight == 0 && (rule.destinations.size() > 1 || total == 0))
            continue;
        Target target;
        target.host = destination.host;
        target.subset = destination.subset;
        target.port = portOf(course, destination, port, infersPort, clientNs);
        target.percent = 100.0 * static_cast<double>(destination.weight) / static_cast<double>(total);
        target.place = destination.place;
        target.isUnknown = destination.isUnknown;
        path.targets.push_back(std::move(target));
    }
    if (path.targets.empty()) {
        // a route without a destination, or with weights of 0 only: Envoy has nowhere to send it
        path.endAs(responseFlag("noBackend"));
        if (!path.isHttp)
            path.status = 0;
        path.because = course.element(rule.place);
        course.add(Stage::Route, "route.noDestination", {titleOf(rule)}, rule.place);
    }
}

} // namespace meshdraft::traffic
