// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"

#include <algorithm>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

bool hasMatch(NodeRef route)
{
    return route["match"].resolved().size() > 0;
}

/// What is never used goes without a difference; whether it was meant to be used, only people know.
void removeRoute(const FixContext& context, std::vector<Fix>& fixes)
{
    if (context.node.parent().isSequence() && context.node.parent().size() > 1)
        fixes.push_back(fixOf(context, "fix.route.remove", {std::string(context.arg(0))}, Certainty::Choice,
                              {source::Removal{context.node.id()}}));
}

/// The route that takes everything goes behind all others.
void moveMatchless(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef list = context.node.parent();
    if (!list.isSequence())
        return;
    const auto items = list.items();
    const auto matchless = std::ranges::find_if(items, [](NodeRef item) { return !hasMatch(item.resolved()); });
    if (matchless != items.end()
        && std::ranges::count_if(items, [](NodeRef item) { return !hasMatch(item.resolved()); }) == 1)
        fixes.push_back(fixOf(context, "fix.route.last", {std::string(context.arg(0))}, Certainty::Choice,
                              {source::Move{matchless->id(), source::noNode}}));
    removeRoute(context, fixes);
}

/// A route that lost its last match would take everything.
void removeMatch(const FixContext& context, std::vector<Fix>& fixes)
{
    if (!context.node.parent().isSequence() || context.node.parent().size() < 2)
        return;
    const bool isSameRoute = context.arg(1) == context.arg(2);
    fixes.push_back(fixOf(context, "fix.match.remove", {std::string(context.arg(0)), std::string(context.arg(1))},
                          isSameRoute ? Certainty::Certain : Certainty::Choice, {source::Removal{context.node.id()}}));
}

/// A route's number or quoted name, as the finding has it.
std::string nameOf(NodeRef route, std::size_t position)
{
    const std::string_view name = route["name"].value();
    return name.empty() ? '#' + std::to_string(position) : '"' + std::string(name) + '"';
}

/// The narrower route goes before the one that covers it.
void moveUp(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef route = context.node.parent().parent();
    const NodeRef list = route.parent();
    if (!list.isSequence() || context.arg(2) == context.arg(5))
        return;
    const auto items = list.items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (nameOf(items[i].resolved(), i) != context.arg(5))
            continue;
        fixes.push_back(fixOf(context, "fix.route.before", {std::string(context.arg(2)), std::string(context.arg(5))},
                              Certainty::Choice, {source::Move{route.id(), items[i].id()}}));
        return;
    }
}

} // namespace

/// Routes and matches that no request reaches.
std::vector<Fixer> reachFixers()
{
    const std::vector<std::string_view> route{"IST0130"};
    const std::vector<std::string_view> match{"IST0131"};
    return {{"validation.routeSecondMatchless", route, {"fix.route.remove"}, removeRoute},
            {"validation.routeRepeated", route, {"fix.route.remove"}, removeRoute},
            {"validation.routeAfterMatchless", route, {"fix.route.last", "fix.route.remove"}, moveMatchless},
            {"validation.matchRepeated", match, {"fix.match.remove"}, removeMatch},
            {"validation.matchCovered", match, {"fix.route.before"}, moveUp}};
}

} // namespace meshdraft::checks
