// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/destinationedit.h"

#include "models/mesh/hostnames.h"
#include "models/workspace/sourceplan.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace meshdraft::workspace {
namespace {

using source::NewEntry;
using source::NewValue;

constexpr std::size_t longestLabel = 63;

/// A DNS label as Kubernetes and Istio want names of subsets.
bool isDnsLabel(const std::string& name)
{
    const auto isInner = [](unsigned char byte) { return std::islower(byte) != 0 || std::isdigit(byte) != 0; };
    return !name.empty() && name.size() <= longestLabel && isInner(static_cast<unsigned char>(name.front()))
        && isInner(static_cast<unsigned char>(name.back()))
        && std::ranges::all_of(name, [&](unsigned char byte) { return isInner(byte) || byte == '-'; });
}

/// A part of a label: letters and digits at its ends, `-`, `_` and `.` between.
bool isLabelPart(const std::string& text)
{
    const auto isEnd = [](unsigned char byte) { return std::isalnum(byte) != 0; };
    return text.size() <= longestLabel && isEnd(static_cast<unsigned char>(text.front()))
        && isEnd(static_cast<unsigned char>(text.back())) && std::ranges::all_of(text, [&](unsigned char byte) {
               return isEnd(byte) || byte == '-' || byte == '_' || byte == '.';
           });
}

bool isLabelKey(const std::string& key)
{
    const std::size_t slash = key.find('/');
    const std::string name = slash == std::string::npos ? key : key.substr(slash + 1);
    return !name.empty() && isLabelPart(name)
        && (slash == std::string::npos || (slash > 0 && key.substr(0, slash).find('/') == std::string::npos));
}

std::string trimmed(const std::string& text)
{
    const auto isBlank = [](unsigned char byte) { return std::isspace(byte) != 0; };
    const auto begin = std::ranges::find_if_not(text, isBlank);
    const auto end = std::find_if_not(text.rbegin(), text.rend(), isBlank).base();
    return begin < end ? std::string(begin, end) : std::string();
}

NewValue labelsValue(const mesh::Labels& labels)
{
    std::vector<NewEntry> entries;
    for (const auto& [key, value] : labels)
        entries.push_back({key, NewValue::scalar(value, true)});
    return NewValue::mapping(std::move(entries));
}

NewValue subsetValue(const std::string& name, const mesh::Labels& labels)
{
    return NewValue::mapping({{"name", NewValue::scalar(name, true)}, {"labels", labelsValue(labels)}});
}

/// Puts a subset where its host's others are, or into a new rule.
class SubsetPlan {
public:
    SubsetPlan(const Snapshot& snapshot, const mesh::Resource& route)
        : m_graph(*snapshot.graph)
        , m_snapshot(snapshot)
        , m_route(route)
    {
    }

    Expected<void> add(MeshEdit& edit, const changes::DestinationSpec& destination, const mesh::Labels& labels) const
    {
        const auto refused = [&](const char* code, std::vector<std::string> args) {
            return std::unexpected(Error{code, std::move(args), m_route.locate()});
        };
        const auto& table = std::get<mesh::RouteTable>(m_route.body);
        if (table.isGatewayApi)
            return refused("subset.protocol", {m_route.key.kind});
        if (!isDnsLabel(destination.subset))
            return refused("subset.name", {destination.subset});
        if (labels.empty())
            return refused("subset.labels", {});
        const auto host = m_graph.resolveHost(destination.host, m_route.key.ns);
        const auto rules = m_graph.destinationRulesFor(host.fqdn);
        for (const auto index : rules) {
            const auto& rule = m_graph.at(index);
            const auto& body = std::get<mesh::DestinationRule>(rule.body);
            if (mesh::fullyQualifiedHost(body.host.value, rule.key.ns) != host.fqdn)
                return refused("subset.wildcardRule", {host.fqdn, body.host.value, rule.key.name});
            for (const auto& subset : body.subsets) {
                if (subset.name.value == destination.subset)
                    return refused("subset.exists", {destination.subset, rule.key.name});
            }
        }
        if (rules.empty())
            edit.additions.push_back(newRule(destination, host, labels));
        else
            edit.changes.push_back(changedRule(m_graph.at(ruleFor(rules)), destination, labels));
        return {};
    }

private:
    /// The rule that a subset goes to: one that has subsets before one that has none.
    mesh::ResourceIndex ruleFor(std::span<const mesh::ResourceIndex> rules) const
    {
        for (const auto index : rules) {
            if (!std::get<mesh::DestinationRule>(m_graph.at(index).body).subsets.empty())
                return index;
        }
        return rules.front();
    }

    static ResourceChange changedRule(const mesh::Resource& rule, const changes::DestinationSpec& destination,
                                      const mesh::Labels& labels)
    {
        const auto value = subsetValue(destination.subset, labels);
        const auto spec = rule.rootNode()["spec"];
        const auto subsets = spec["subsets"];
        if (subsets.resolved().isSequence()) {
            const auto sibling = subsets.item(subsets.size() - 1);
            return {rule.element(),
                    {source::ItemInsertion{subsets.id(), source::styledLike(value, sibling), source::noNode}}};
        }
        if (subsets.isValid())
            return {rule.element(), {source::ValueReplacement{subsets.id(), NewValue::sequence({value})}}};
        return {rule.element(),
                {source::EntryInsertion{spec.id(), "subsets", NewValue::sequence({value}), source::noNode}}};
    }

    /// Beside the service where that is known, since there every client finds it; else beside the route.
    ResourceAddition newRule(const changes::DestinationSpec& destination, const mesh::HostResolution& host,
                             const mesh::Labels& labels) const
    {
        const std::string& ns = host.resource != mesh::noResource && !m_graph.at(host.resource).key.ns.empty()
            ? m_graph.at(host.resource).key.ns
            : m_route.key.ns;
        const bool isNear = ns == m_route.key.ns;
        const std::string name = freeName(destination.host.substr(0, destination.host.find('.')), ns);
        std::vector<NewEntry> metadata{{"name", NewValue::scalar(name, true)}};
        if (!isNear || m_route.namespaceIsWritten)
            metadata.push_back({"namespace", NewValue::scalar(ns, true)});
        const std::string& written = isNear ? destination.host : host.fqdn;
        return {
            newPath(name),
            NewValue::mapping(
                {{"apiVersion", NewValue::scalar(m_route.apiVersion)},
                 {"kind", NewValue::scalar("DestinationRule")},
                 {"metadata", NewValue::mapping(std::move(metadata))},
                 {"spec",
                  NewValue::mapping({{"host", NewValue::scalar(written, true)},
                                     {"subsets", NewValue::sequence({subsetValue(destination.subset, labels)})}})}})};
    }

    std::string freeName(const std::string& wanted, const std::string& ns) const
    {
        std::string name = wanted.empty() || wanted.front() == '*' ? m_route.key.name : wanted;
        const std::string first = name;
        for (int i = 2;; ++i) {
            const mesh::ResourceKey key{m_graph.environment(), "networking.istio.io", "DestinationRule", ns, name};
            if (m_graph.find(key).empty())
                return name;
            name = first + '-' + std::to_string(i);
        }
    }

    /// "reviews-dr.yaml" beside "reviews-vs.yaml", else "reviews-destinationrule.yaml".
    std::string newPath(const std::string& name) const
    {
        const std::filesystem::path beside(m_route.locate().path);
        const std::string stem = beside.stem().string();
        const std::string suffix = stem.ends_with("-vs") ? "-dr" : "-destinationrule";
        for (int i = 1;; ++i) {
            const std::string number = i == 1 ? std::string() : '-' + std::to_string(i);
            const auto path =
                (beside.parent_path() / (name + suffix + number + beside.extension().string())).generic_string();
            if (m_snapshot.current.find(path) == nullptr && m_snapshot.saved.find(path) == nullptr)
                return path;
        }
    }

    const mesh::MeshGraph& m_graph;
    const Snapshot& m_snapshot;
    const mesh::Resource& m_route;
};

/// Finds the route, plans changes of its resource.
template <typename Plan>
Expected<MeshEdit> planOn(const Snapshot& snapshot, const mesh::ElementRef& element, const Plan& plan)
{
    const auto at = snapshot.graph ? routeIn(*snapshot.graph, element) : RouteAt{};
    if (at.route == nullptr) {
        return std::unexpected(Error{"edit.noRoute", {element.key.kind, element.key.name, element.field.text()}, {}});
    }
    const Expected<std::vector<source::Change>> changes = plan(*at.resource, *at.route);
    if (!changes)
        return std::unexpected(changes.error());
    MeshEdit edit;
    if (!changes->empty())
        edit.changes.push_back({at.resource->element(), *changes});
    return edit;
}

/// The port to write for a Service: the one of the neighbours where it has that, the first where one has to be named.
std::optional<std::uint32_t> portFor(const mesh::Service& service, const std::optional<std::uint32_t>& neighbour,
                                     bool isNeeded)
{
    const auto isSame = [&](const mesh::Port& port) { return neighbour && port.number.value == *neighbour; };
    if (std::ranges::any_of(service.ports, isSame))
        return neighbour;
    return !service.ports.empty() && (isNeeded || service.ports.size() > 1)
        ? std::optional(service.ports.front().number.value)
        : std::nullopt;
}

class ChoiceList {
public:
    ChoiceList(const mesh::MeshGraph& graph, const mesh::Resource& resource, const mesh::Route& route)
        : m_graph(graph)
        , m_resource(resource)
        , m_route(route)
        , m_isGatewayApi(std::get<mesh::RouteTable>(resource.body).isGatewayApi)
    {
    }

    std::vector<DestinationChoice> make()
    {
        std::vector<std::string> seen;
        for (const auto& destination : m_route.destinations) {
            if (std::ranges::contains(seen, destination.host.value))
                continue;
            seen.push_back(destination.host.value);
            if (!m_isGatewayApi)
                addSubsets(destination);
        }
        for (const auto& destination : m_route.destinations) {
            if (m_isGatewayApi || destination.subset.value.empty())
                add(changes::specOf(destination), {}, false,
                    m_graph.resolveHost(hostOf(destination), m_resource.key.ns));
        }
        addServices();
        return std::move(m_choices);
    }

private:
    static std::string hostOf(const mesh::Destination& destination)
    {
        return destination.backendNamespace.empty()
            ? destination.host.value
            : mesh::serviceHost(destination.host.value, destination.backendNamespace);
    }

    void add(changes::DestinationSpec spec, const mesh::Labels& labels, bool isNew, const mesh::HostResolution& host)
    {
        const auto isSame = [&](const DestinationChoice& other) { return other.destination == spec; };
        if (std::ranges::any_of(m_choices, isSame))
            return;
        DestinationChoice choice;
        choice.isNewSubset = isNew;
        choice.labels = labels;
        choice.workloads = host.resource == mesh::noResource ? 0 : m_graph.workloadsOf(host.resource, labels).size();
        choice.isInRoute = std::ranges::any_of(m_route.destinations, [&](const mesh::Destination& other) {
            return other.host.value == spec.host && other.subset.value == spec.subset
                && other.backendNamespace == spec.ns;
        });
        choice.destination = std::move(spec);
        m_choices.push_back(std::move(choice));
    }

    void addSubsets(const mesh::Destination& destination)
    {
        const auto host = m_graph.resolveHost(destination.host.value, m_resource.key.ns);
        const auto port = changes::specOf(destination).port;
        const auto specFor = [&](const std::string& subset) {
            return changes::DestinationSpec{.host = destination.host.value, .subset = subset, .port = port, .ns = {}};
        };
        std::map<std::string, mesh::Labels> subsets;
        for (const auto index : m_graph.destinationRulesFor(host.fqdn)) {
            for (const auto& subset : std::get<mesh::DestinationRule>(m_graph.at(index).body).subsets)
                subsets.try_emplace(subset.name.value, subset.labels);
        }
        for (const auto& [name, labels] : subsets)
            add(specFor(name), labels, false, host);
        if (host.resource == mesh::noResource)
            return;
        std::map<std::string, mesh::Labels> versions;
        for (const auto index : m_graph.workloadsOf(host.resource)) {
            const auto* workload = std::get_if<mesh::Workload>(&m_graph.at(index).body);
            if (workload == nullptr)
                continue;
            const auto version = workload->podLabels.find("version");
            if (version != workload->podLabels.end() && isDnsLabel(version->second))
                versions.try_emplace(version->second, mesh::Labels{{"version", version->second}});
        }
        for (const auto& [name, labels] : versions) {
            const auto isCovered = [&](const auto& subset) { return subset.second == labels; };
            if (!subsets.contains(name) && std::ranges::none_of(subsets, isCovered))
                add(specFor(name), labels, true, host);
        }
    }

    void addServices()
    {
        std::map<std::string, mesh::ResourceIndex> services;
        for (const auto index : m_graph.ofKind("Service")) {
            if (m_graph.at(index).key.ns == m_resource.key.ns)
                services.emplace(m_graph.at(index).key.name, index);
        }
        const auto neighbour = changes::specOf(m_route.destinations.front()).port;
        for (const auto& [name, index] : services) {
            const auto isOf = [&](const mesh::Destination& other) {
                return m_graph.resolveHost(hostOf(other), m_resource.key.ns).resource == index;
            };
            if (std::ranges::any_of(m_route.destinations, isOf))
                continue;
            const auto* service = std::get_if<mesh::Service>(&m_graph.at(index).body);
            if (service == nullptr)
                continue;
            add({.host = name, .subset = {}, .port = portFor(*service, neighbour, m_isGatewayApi), .ns = {}}, {}, false,
                m_graph.resolveHost(name, m_resource.key.ns));
        }
    }

    const mesh::MeshGraph& m_graph;
    const mesh::Resource& m_resource;
    const mesh::Route& m_route;
    bool m_isGatewayApi;
    std::vector<DestinationChoice> m_choices;
};

} // namespace

std::vector<DestinationChoice> destinationChoices(const mesh::MeshGraph& graph, const mesh::Resource& resource,
                                                  const mesh::Route& route)
{
    return route.destinations.empty() ? std::vector<DestinationChoice>() : ChoiceList(graph, resource, route).make();
}

std::string proposedSubset(const std::vector<DestinationChoice>& choices, const std::string& host)
{
    constexpr std::size_t mostDigits = 6; // a longer number is a date or a hash
    std::string before = "canary";
    int highest = 0;
    for (const DestinationChoice& choice : choices) {
        const std::string& name = choice.destination.subset;
        const std::size_t end = name.find_last_not_of("0123456789");
        const std::size_t digits = name.size() - (end == std::string::npos ? 0 : end + 1);
        if (choice.destination.host != host || end == std::string::npos || digits == 0 || digits > mostDigits)
            continue;
        if (const int number = std::stoi(name.substr(end + 1)); number > highest) {
            before = name.substr(0, end + 1);
            highest = number;
        }
    }
    const auto isTaken = [&](const std::string& name) {
        return std::ranges::any_of(choices,
                                   [&](const DestinationChoice& choice) { return choice.destination.subset == name; });
    };
    std::string name = highest > 0 ? before + std::to_string(highest + 1) : before;
    for (int i = highest + 2; isTaken(name); ++i)
        name = before + std::to_string(i);
    return name;
}

std::optional<mesh::Labels> parseLabels(const std::string& text)
{
    mesh::Labels labels;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string part = text.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t equals = part.find('=');
        const std::string key = trimmed(part.substr(0, equals));
        const std::string value = equals == std::string::npos ? std::string() : trimmed(part.substr(equals + 1));
        if (equals == std::string::npos || !isLabelKey(key) || (!value.empty() && !isLabelPart(value))
            || !labels.try_emplace(key, value).second)
            return std::nullopt;
    }
    return labels;
}

RouteAt routeIn(const mesh::MeshGraph& graph, const mesh::ElementRef& element)
{
    const auto index = graph.find(element);
    if (index == mesh::noResource)
        return {};
    return {graph.pointerAt(index), routeAt(graph.at(index), element.field)};
}

Expected<MeshEdit> planDestination(const Snapshot& snapshot, const mesh::ElementRef& route,
                                   const DestinationRequest& request)
{
    auto edit = planOn(snapshot, route, [&](const mesh::Resource& resource, const mesh::Route& at) {
        return changes::addDestination(resource, at, request.destination, request.weight);
    });
    if (!edit || !request.newSubset)
        return edit;
    const auto at = routeIn(*snapshot.graph, route);
    const auto added = SubsetPlan(snapshot, *at.resource).add(*edit, request.destination, *request.newSubset);
    return added ? std::move(edit) : std::unexpected(added.error());
}

Expected<MeshEdit> planDestinationRemoval(const Snapshot& snapshot, const mesh::ElementRef& route, std::size_t position)
{
    return planOn(snapshot, route, [&](const mesh::Resource& resource, const mesh::Route& at) {
        return changes::removeDestination(resource, at, position);
    });
}

Expected<MeshEdit> planMirror(const Snapshot& snapshot, const mesh::ElementRef& route,
                              const std::optional<changes::MirrorSpec>& mirror)
{
    return planOn(snapshot, route, [&](const mesh::Resource& resource, const mesh::Route& at) {
        return changes::setMirror(resource, at, mirror);
    });
}

Expected<MeshEdit> planPreview(const Snapshot& snapshot, const mesh::ElementRef& route,
                               const changes::PreviewSpec& preview)
{
    return planOn(snapshot, route, [&](const mesh::Resource& resource, const mesh::Route& at) {
        return changes::addPreviewRoute(resource, at, preview);
    });
}

} // namespace meshdraft::workspace
