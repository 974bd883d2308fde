// SPDX-License-Identifier: Apache-2.0
#include "models/changes/statements.h"

#include "models/changes/fieldcompare.h"
#include "models/changes/fieldpattern.h"
#include "models/changes/statementgroups.h"

#include <algorithm>
#include <array>

namespace meshdraft::changes {

namespace {

bool isRouteList(std::span<const PathStep> steps)
{
    static constexpr std::array<std::string_view, 4> lists{"http", "tls", "tcp", "rules"};
    return steps.size() >= 3 && steps[0].key == "spec" && !steps[1].isIndex && steps[2].isIndex
        && std::ranges::find(lists, steps[1].key) != lists.end();
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator)
{
    std::string result;
    for (const std::string& text : texts)
        result += result.empty() ? text : std::string(separator) + text;
    return result;
}

/// "x-preview = yes and uri prefix /api": what a route asks for, in short.
std::string matchText(const mesh::Match& match)
{
    std::vector<std::string> conditions;
    for (const mesh::Match::Condition& condition : match.conditions) {
        const std::string field = condition.field.starts_with("headers.") ? condition.field.substr(8) : condition.field;
        if (condition.op == "present") {
            conditions.push_back(field);
        } else if (condition.op == "exact") {
            conditions.push_back(field + " = " + condition.value);
        } else {
            conditions.push_back(field + ' ' + condition.op + ' ' + condition.value);
        }
    }
    return joined(conditions, ", ");
}

std::string matchesText(const mesh::Route& route)
{
    std::vector<std::string> matches;
    matches.reserve(route.matches.size());
    for (const mesh::Match& match : route.matches)
        matches.push_back(matchText(match));
    return joined(matches, " | ");
}

std::string targetsText(const mesh::Route& route)
{
    std::vector<std::string> targets;
    for (const mesh::Destination& destination : route.destinations) {
        std::string target = destinationLabel(destination);
        if (route.destinations.size() > 1)
            target += ' ' + std::to_string(destination.effectiveWeight);
        targets.push_back(std::move(target));
    }
    return joined(targets, ", ");
}

std::string labelsText(const mesh::Labels& labels)
{
    std::vector<std::string> texts;
    for (const auto& [key, value] : labels)
        texts.push_back(std::string(key).append("=").append(value));
    return joined(texts, ", ");
}

class Describer {
public:
    Describer(const ResourceChange& change, const mesh::MeshGraph& after, std::string_view rootNamespace)
        : m_change(change)
        , m_graph(after)
        , m_rootNamespace(rootNamespace)
        , m_before(change.before.get())
        , m_after(change.after.get())
    {
        if (m_before != nullptr && m_after != nullptr)
            m_routes = pairRoutes(*m_before, *m_after);
    }

    std::vector<Statement> run()
    {
        switch (m_change.operation) {
        case Operation::Added:
            addWhole("change.added", {m_after->key.kind, qualifiedName(m_after->key)}, *m_after);
            break;
        case Operation::Removed:
            addWhole("change.removed", {m_before->key.kind, qualifiedName(m_before->key)}, *m_before);
            break;
        case Operation::Renamed:
            addWhole("change.renamed", {m_after->key.kind, qualifiedName(m_before->key), qualifiedName(m_after->key)},
                     *m_after);
            describeMove();
            break;
        case Operation::Moved:
            describeMove();
            describeOrders();
            break;
        case Operation::Modified:
            describeMove();
            if (m_change.fields.empty() && m_change.reordered.empty())
                addWhole("change.text", {m_after->key.kind, qualifiedName(m_after->key)}, *m_after);
            describeFields();
            describeOrders();
            break;
        }
        // what is said of labels and annotations is seldom what matters
        std::ranges::stable_partition(m_statements, [](const Statement& statement) {
            return !statement.element.field.text().starts_with("metadata");
        });
        return std::move(m_statements);
    }

private:
    void describeMove()
    {
        if (m_before->source.path != m_after->source.path) {
            addWhole("change.moved",
                     {m_after->key.kind, qualifiedName(m_after->key), m_before->source.path, m_after->source.path},
                     *m_after);
        }
    }

    /// First what the fields mean together, then those that no such sentence covers.
    void describeFields()
    {
        Told told{{}, std::vector<bool>(m_change.fields.size())};
        tellConditions(m_change, m_routes, told);
        tellEgress(m_change, told);
        tellPeers(m_change, m_rootNamespace, told);
        tellTraffic(m_change, m_routes, told);
        tellSubsets(m_change, m_graph, told);
        std::ranges::move(told.statements, std::back_inserter(m_statements));
        for (std::size_t i = 0; i < m_change.fields.size(); ++i) {
            if (!told.fields[i])
                describe(m_change.fields[i]);
        }
    }

    void describeOrders()
    {
        for (const mesh::FieldPath& list : m_change.reordered) {
            // Where items came or went the order is no news.
            const std::size_t steps = stepsOf(list).size() + 1;
            if (std::ranges::any_of(m_change.fields, [&](const FieldChange& field) {
                    return field.path.isWithin(list) && stepsOf(field.path).size() == steps;
                }))
                continue;
            mesh::ElementRef element = m_after->element();
            element.field = list;
            m_statements.push_back({Operation::Moved, std::move(element), "change.orderFree", {list.text()}});
        }
    }

    void addWhole(std::string message, std::vector<std::string> args, const mesh::Resource& resource)
    {
        m_statements.push_back({m_change.operation, resource.element(), std::move(message), std::move(args)});
    }

    void add(const FieldChange& field, std::string message, std::vector<std::string> args)
    {
        m_statements.push_back({field.operation, elementOf(field), std::move(message), std::move(args)});
    }

    /// What to select: the field; for a removed one the nearest thing around it that is still there.
    mesh::ElementRef elementOf(const FieldChange& field) const
    {
        mesh::ElementRef element = m_after->element();
        std::vector<PathStep> steps = stepsOf(field.path);
        if (field.operation == Operation::Removed) {
            steps.pop_back();
            if (isRouteList(steps)) {
                const RoutePair pair = routeOf(field, steps);
                if (pair.after == nullptr) {
                    steps.resize(1);
                } else {
                    steps[2].index = pair.after->index;
                }
            }
            while (!steps.empty() && !pathOf(steps).resolve(m_after->rootNode()))
                steps.pop_back();
        }
        element.field = pathOf(steps);
        return element;
    }

    RoutePair routeOf(const FieldChange& field, std::span<const PathStep> steps) const
    {
        const bool old = field.operation == Operation::Removed;
        for (const RoutePair& pair : m_routes) {
            const mesh::Route* route = old ? pair.before : pair.after;
            const mesh::Resource& resource = old ? *m_before : *m_after;
            const auto& table = std::get<mesh::RouteTable>(resource.body);
            if (route != nullptr && route->index == steps[2].index
                && (table.isGatewayApi || mesh::protocolName(route->protocol) == steps[1].key))
                return pair;
        }
        return {};
    }

    std::string labelOf(const RoutePair& pair) const
    {
        if (pair.after != nullptr)
            return routeLabel(std::get<mesh::RouteTable>(m_after->body), *pair.after);
        return pair.before != nullptr ? routeLabel(std::get<mesh::RouteTable>(m_before->body), *pair.before)
                                      : std::string();
    }

    void describe(const FieldChange& field)
    {
        const std::vector<PathStep> steps = stepsOf(field.path);
        if (isRouteList(steps)) {
            const RoutePair pair = routeOf(field, steps);
            if ((pair.before != nullptr || pair.after != nullptr) && describeRoute(field, steps, pair))
                return;
        } else if (const std::string list = addedList(field, steps); !list.empty()) {
            describeRouteList(field, list);
            return;
        } else if (steps.size() >= 3 && steps[0].key == "spec" && steps[2].isIndex) {
            const bool isSubset = steps[1].key == "subsets" && describeSubset(field, steps);
            const bool isPatch = steps.size() == 3 && steps[1].key == "configPatches" && describePatchMove(field);
            if (isSubset || isPatch || (steps.size() == 3 && describeListItem(field, steps)))
                return;
        }
        describeField(field, "change.field", {}, field.path);
    }

    /// "http" when a whole list of routes was added or removed.
    static std::string addedList(const FieldChange& field, std::span<const PathStep> steps)
    {
        if (steps.size() != 2 || (field.operation != Operation::Added && field.operation != Operation::Removed))
            return {};
        const std::array<PathStep, 3> item{steps[0], steps[1], PathStep{{}, 0, true}};
        return isRouteList(item) ? steps[1].key : std::string();
    }

    void describeRouteList(const FieldChange& field, std::string_view list)
    {
        const bool old = field.operation == Operation::Removed;
        const std::size_t statements = m_statements.size();
        for (const RoutePair& pair : m_routes) {
            const mesh::Route* route = old ? pair.before : pair.after;
            if (route != nullptr && (list == "rules" || mesh::protocolName(route->protocol) == list))
                describeWholeRoute(field, pair);
        }
        if (m_statements.size() == statements)
            describeField(field, "change.field", {}, field.path);
    }

    void describeWholeRoute(const FieldChange& field, const RoutePair& pair)
    {
        if (field.operation == Operation::Added) {
            add(field, "change.routeAdded", {labelOf(pair), matchesText(*pair.after), targetsText(*pair.after)});
        } else {
            add(field, "change.routeRemoved", {labelOf(pair), matchesText(*pair.before), targetsText(*pair.before)});
        }
    }

    bool describeRoute(const FieldChange& field, std::span<const PathStep> steps, const RoutePair& pair)
    {
        const bool isWhole = steps.size() == 3;
        if (isWhole && (field.operation == Operation::Added || field.operation == Operation::Removed)) {
            describeWholeRoute(field, pair);
            return true;
        }
        if (isWhole && field.operation == Operation::Moved) {
            add(field, "change.routeMoved",
                {labelOf(pair), std::to_string(std::stoul(field.oldValue) + 1),
                 std::to_string(std::stoul(field.newValue) + 1)});
            return true;
        }
        if (isWhole || (pair.before == nullptr) || (pair.after == nullptr))
            return false;
        const std::string& key = steps[3].key;
        if ((key == "route" || key == "backendRefs") && steps.size() >= 5 && steps[4].isIndex
            && describeDestination(field, steps, pair))
            return true;
        if (key == "match" || key == "matches") {
            // One sentence for all of a route's matches: they are read together.
            const mesh::ElementRef element = elementOf(field);
            const auto said = [&](const Statement& statement) {
                return statement.message == "change.match" && statement.args[0] == labelOf(pair);
            };
            if (std::ranges::none_of(m_statements, said))
                add(field, "change.match", {labelOf(pair), matchesText(*pair.before), matchesText(*pair.after)});
            return true;
        }
        describeField(field, "change.routeField", labelOf(pair), pathOf(steps.subspan(3)));
        return true;
    }

    bool describeDestination(const FieldChange& field, std::span<const PathStep> steps, const RoutePair& routes)
    {
        const bool old = field.operation == Operation::Removed;
        const mesh::Route& side = old ? *routes.before : *routes.after;
        if (steps[4].index >= side.destinations.size())
            return false;
        const mesh::Destination& destination = side.destinations[steps[4].index];
        if (steps.size() == 5) {
            add(field, old ? "change.destinationRemoved" : "change.destinationAdded",
                {labelOf(routes), destinationLabel(destination), std::to_string(destination.effectiveWeight)});
            return true;
        }
        if (steps[5].key != "weight" && describeReplaced(field, steps, routes))
            return true;
        for (const DestinationPair& pair : pairDestinations(*routes.before, *routes.after)) {
            if ((old ? pair.before : pair.after) != &destination || (pair.before == nullptr) || (pair.after == nullptr))
                continue;
            if (steps.size() == 6 && steps[5].key == "weight"
                && pair.before->effectiveWeight != pair.after->effectiveWeight) {
                add(field, "change.weight",
                    {labelOf(routes), destinationLabel(destination), std::to_string(pair.before->effectiveWeight),
                     std::to_string(pair.after->effectiveWeight)});
                return true;
            }
        }
        describeField(field, "change.routeField", labelOf(routes), pathOf(steps.subspan(3)));
        return true;
    }

    /// A destination of a route became another one; said once however many of its fields differ.
    bool describeReplaced(const FieldChange& field, std::span<const PathStep> steps, const RoutePair& routes)
    {
        const bool old = field.operation == Operation::Removed;
        const ItemPairs items =
            pairItems(destinationsOf(*m_before, *routes.before, steps), destinationsOf(*m_after, *routes.after, steps),
                      listRuleFor(m_after->key.kind, steps[3].key));
        const auto found = std::ranges::find_if(items.pairs, [&](const ItemPairs::Pair& pair) {
            return (old ? pair.before : pair.after) == steps[4].index;
        });
        if (found == items.pairs.end() || found->before >= routes.before->destinations.size()
            || found->after >= routes.after->destinations.size())
            return false;
        const mesh::Destination& before = routes.before->destinations[found->before];
        const mesh::Destination& after = routes.after->destinations[found->after];
        std::vector<std::string> args{labelOf(routes), destinationLabel(before), destinationLabel(after)};
        if (args[1] == args[2])
            args = {labelOf(routes), fullDestinationLabel(before), fullDestinationLabel(after)};
        if (args[1] == args[2])
            return false;
        const auto said = [&](const Statement& statement) {
            return statement.message == "change.destinationReplaced" && statement.args == args;
        };
        if (std::ranges::none_of(m_statements, said))
            add(field, "change.destinationReplaced", std::move(args));
        return true;
    }

    /// The list of destinations that holds a field of a route.
    static Value destinationsOf(const mesh::Resource& resource, const mesh::Route& route,
                                std::span<const PathStep> steps)
    {
        mesh::YamlReader reader(resource.document());
        const source::NodeRef list = mesh::FieldPath("spec")
                                         .child(std::string_view(steps[1].key))
                                         .child(route.index)
                                         .child(std::string_view(steps[3].key))
                                         .resolve(resource.rootNode());
        return list ? Value::of(reader, list) : Value();
    }

    bool describeSubset(const FieldChange& field, std::span<const PathStep> steps)
    {
        const bool old = field.operation == Operation::Removed;
        const auto* rule = std::get_if<mesh::DestinationRule>(old ? &m_before->body : &m_after->body);
        if ((rule == nullptr) || steps[2].index >= rule->subsets.size())
            return false;
        const mesh::DestinationRule::Subset& subset = rule->subsets[steps[2].index];
        if (steps.size() == 3 && field.operation != Operation::Moved && field.operation != Operation::Modified) {
            add(field, old ? "change.subsetRemoved" : "change.subsetAdded",
                {subset.name.value, labelsText(subset.labels)});
        } else {
            describeField(field, "change.subsetField", subset.name.value, pathOf(steps.subspan(3)));
        }
        return true;
    }

    /// A patch of an EnvoyFilter that is applied earlier or later than before.
    bool describePatchMove(const FieldChange& field)
    {
        if (field.operation != Operation::Moved)
            return false;
        add(field, "change.patchMoved",
            {std::to_string(std::stoul(field.oldValue) + 1), std::to_string(std::stoul(field.newValue) + 1)});
        return true;
    }

    /// An entry of hosts, gateways or exportTo that came, went or became another one.
    bool describeListItem(const FieldChange& field, std::span<const PathStep> steps)
    {
        static constexpr std::array<std::array<std::string_view, 4>, 4> lists{{
            {"hosts", "change.hostAdded", "change.hostRemoved", "change.hostReplaced"},
            {"hostnames", "change.hostAdded", "change.hostRemoved", "change.hostReplaced"},
            {"gateways", "change.gatewayAdded", "change.gatewayRemoved", "change.gatewayReplaced"},
            {"exportTo", "change.exportAdded", "change.exportRemoved", "change.exportReplaced"},
        }};
        const auto* const found = std::ranges::find(lists, steps[1].key, [](const auto& row) { return row[0]; });
        if (found == lists.end())
            return false;
        if (field.operation == Operation::Added) {
            add(field, std::string((*found)[1]), {field.newValue});
        } else if (field.operation == Operation::Removed) {
            add(field, std::string((*found)[2]), {field.oldValue});
        } else if (field.operation == Operation::Modified) {
            add(field, std::string((*found)[3]), {field.oldValue, field.newValue});
        } else {
            return false;
        }
        return true;
    }

    /// The plain sentence: `message` + "Added", "Removed", "Changed", "Moved" with the part (when there is one), path
    /// and values.
    void describeField(const FieldChange& field, std::string message, const std::string& part,
                       const mesh::FieldPath& path)
    {
        std::vector<std::string> args;
        if (!part.empty())
            args.push_back(part);
        args.push_back(path.text());
        switch (field.operation) {
        case Operation::Added:
            message += "Added";
            args.push_back(shortTextAt(*m_after, field));
            break;
        case Operation::Removed:
            message += "Removed";
            args.push_back(shortTextAt(*m_before, field));
            break;
        case Operation::Moved:
            message += "Moved";
            args.push_back(std::to_string(std::stoul(field.oldValue) + 1));
            args.push_back(std::to_string(std::stoul(field.newValue) + 1));
            break;
        case Operation::Modified:
        case Operation::Renamed: // never of a field
            message += "Changed";
            args.push_back(field.oldValue);
            args.push_back(field.newValue);
            break;
        }
        add(field, std::move(message), std::move(args));
    }

    static std::string shortTextAt(const mesh::Resource& resource, const FieldChange& field)
    {
        const source::NodeRef node = field.path.resolve(resource.rootNode());
        if (!node || isHidden(resource.key, field.path))
            return field.operation == Operation::Added ? field.newValue : field.oldValue;
        mesh::YamlReader reader(resource.document());
        return Value::of(reader, node).shortText();
    }

    const ResourceChange& m_change;
    const mesh::MeshGraph& m_graph;
    std::string_view m_rootNamespace;
    const mesh::Resource* m_before;
    const mesh::Resource* m_after;
    std::vector<RoutePair> m_routes;
    std::vector<Statement> m_statements;
};

} // namespace

std::vector<Statement> statementsOf(const ResourceChange& change, const mesh::MeshGraph& after,
                                    std::string_view rootNamespace)
{
    return Describer(change, after, rootNamespace).run();
}

std::string qualifiedName(const mesh::ResourceKey& key)
{
    return key.ns.empty() ? key.name : key.ns + '/' + key.name;
}

std::string kindAndName(const mesh::ResourceKey& key)
{
    return key.kind + ' ' + qualifiedName(key);
}

std::string routeLabel(const mesh::RouteTable& table, const mesh::Route& route)
{
    if (!route.name.value.empty())
        return route.name.value;
    const std::string_view list = table.isGatewayApi ? "rules" : mesh::protocolName(route.protocol);
    return std::string(list) + '[' + std::to_string(route.index) + ']';
}

std::string destinationLabel(const mesh::Destination& destination)
{
    return destination.subset.value.empty() ? fullDestinationLabel(destination) : destination.subset.value;
}

std::string fullDestinationLabel(const mesh::Destination& destination)
{
    std::string text = destination.host.value;
    if (!destination.backendNamespace.empty())
        text += '.' + destination.backendNamespace;
    if (destination.port.isPresent())
        text += ':' + std::to_string(destination.port.value);
    if (!destination.subset.value.empty())
        text += '/' + destination.subset.value;
    return text;
}

} // namespace meshdraft::changes
