// SPDX-License-Identifier: Apache-2.0
#include "models/topology/queryterm.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>

namespace meshdraft::topology {

namespace {

using Term = Query::Term;

bool equalCharacters(char a, char b)
{
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

bool equals(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, equalCharacters);
}

bool contains(std::string_view text, std::string_view part)
{
    return !std::ranges::search(text, part, equalCharacters).empty() || part.empty();
}

/// ":" asks for a part, "=" and "!=" for the whole.
bool holds(const Term& term, std::string_view text)
{
    return term.op == ":" ? contains(text, term.value) : equals(text, term.value);
}

bool holds(const Term& term, double number)
{
    if (term.op == ">")
        return number > term.number;
    if (term.op == "<")
        return number < term.number;
    if (term.op == ">=")
        return number >= term.number;
    if (term.op == "<=")
        return number <= term.number;
    return std::abs(number - term.number) < 1e-6;
}

std::string_view stateName(State state)
{
    switch (state) {
    case State::Added:
        return "added";
    case State::Removed:
        return "removed";
    case State::Changed:
        return "changed";
    case State::Same:
        break;
    }
    return "same";
}

std::string_view modeName(mesh::MtlsMode mode)
{
    switch (mode) {
    case mesh::MtlsMode::Disable:
        return "DISABLE";
    case mesh::MtlsMode::Permissive:
        return "PERMISSIVE";
    case mesh::MtlsMode::Strict:
        return "STRICT";
    case mesh::MtlsMode::Unset:
        break;
    }
    return {};
}

std::string_view securityName(EdgeSecurity security)
{
    switch (security) {
    case EdgeSecurity::Mutual:
        return "mtls";
    case EdgeSecurity::Tls:
        return "tls";
    case EdgeSecurity::Plaintext:
        return "plaintext";
    case EdgeSecurity::PerEndpoint:
        return "mixed";
    case EdgeSecurity::Refused:
        return "refused";
    case EdgeSecurity::Unknown:
        break;
    }
    return "unknown";
}

bool hasChange(const Node& node)
{
    return node.state != State::Same
        || std::ranges::any_of(node.subsets, [](const SubsetRow& row) { return row.state != State::Same; });
}

class Matcher {
public:
    explicit Matcher(const QueryContext& context)
        : m_context(context)
        , m_topology(*context.whole)
    {
    }

    bool matches(const Term& term, const Node& node) const
    {
        switch (term.kind) {
        case Term::Kind::And:
            return matches(*term.parts[0], node) && matches(*term.parts[1], node);
        case Term::Kind::Or:
            return matches(*term.parts[0], node) || matches(*term.parts[1], node);
        case Term::Kind::Not:
            return !matches(*term.parts[0], node);
        case Term::Kind::Flag:
            return hasFlag(term.key, node);
        case Term::Kind::Compare:
            break;
        }
        return compare(term, node) != (term.op == "!=");
    }

    bool matches(const Term& term, const Edge& edge) const
    {
        switch (term.kind) {
        case Term::Kind::And:
            return matches(*term.parts[0], edge) && matches(*term.parts[1], edge);
        case Term::Kind::Or:
            return matches(*term.parts[0], edge) || matches(*term.parts[1], edge);
        case Term::Kind::Not:
            return !matches(*term.parts[0], edge);
        case Term::Kind::Flag:
            return (term.key == "changed" && edge.state != State::Same) || (term.key == "dangling" && edge.dangling)
                || (term.key == "declared" && edge.type == EdgeType::Calls);
        case Term::Kind::Compare:
            break;
        }
        return compare(term, edge) != (term.op == "!=");
    }

private:
    bool hasFlag(std::string_view flag, const Node& node) const
    {
        if (flag == "changed")
            return hasChange(node);
        if (flag == "finding")
            return node.finding.has_value();
        if (flag == "missing" || flag == "dangling") {
            return node.type == NodeType::Missing
                || std::ranges::any_of(node.subsets, [](const SubsetRow& row) { return row.missing; });
        }
        return flag == "closed" && node.closed;
    }

    bool compare(const Term& term, const Node& node) const
    {
        const mesh::ResourceKey& key = node.element.key;
        if (term.key == "name") {
            return holds(term, node.title) || holds(term, key.name)
                || std::ranges::any_of(node.subsets, [&](const SubsetRow& row) { return holds(term, row.name); });
        }
        if (term.key == "kind")
            return holds(term, key.kind) || (node.type == NodeType::Route && holds(term, std::string_view("Route")));
        if (term.key == "ns")
            return holds(term, m_topology.groups[static_cast<std::size_t>(node.group)].title);
        if (term.key == "host")
            return holds(term, node.subtitle) || hasHost(term, node);
        if (term.key == "replicas")
            return node.replicas && holds(term, static_cast<double>(*node.replicas));
        if (term.key == "mtls")
            return node.mtls != mesh::MtlsMode::Unset && holds(term, modeName(node.mtls));
        if (term.key == "state")
            return holds(term, stateName(node.state));
        if (term.key == "finding")
            return hasFinding(term, node);
        if (term.key == "label")
            return hasLabel(term, node);
        if (term.key == "policy")
            return hasPolicy(term, node);
        return false;
    }

    bool compare(const Term& term, const Edge& edge) const
    {
        if (term.key == "weight")
            return edge.share && edge.type == EdgeType::Routes && holds(term, *edge.share * 100);
        if (term.key == "state")
            return edge.state != State::Same && holds(term, stateName(edge.state));
        if (term.key == "mtls" && m_context.facts != nullptr) {
            const auto it = m_context.facts->edges.find(edge.id);
            return it != m_context.facts->edges.end() && holds(term, securityName(it->second.security));
        }
        return false;
    }

    const mesh::Resource* resourceOf(const Node& node) const
    {
        if (m_context.graph == nullptr || node.element.isNull())
            return nullptr;
        const mesh::ResourceIndex index = m_context.graph->find(node.element);
        return index == mesh::noResource ? nullptr : &m_context.graph->at(index);
    }

    bool hasHost(const Term& term, const Node& node) const
    {
        const mesh::Resource* resource =
            node.type == NodeType::RouteTable || node.type == NodeType::ServiceEntry ? resourceOf(node) : nullptr;
        if (resource == nullptr)
            return false;
        const auto isHeld = [&](const mesh::Field<std::string>& host) { return holds(term, host.value); };
        if (const auto* table = std::get_if<mesh::RouteTable>(&resource->body))
            return std::ranges::any_of(table->hosts, isHeld);
        const auto* entry = std::get_if<mesh::ServiceEntry>(&resource->body);
        return entry != nullptr && std::ranges::any_of(entry->hosts, isHeld);
    }

    bool hasFinding(const Term& term, const Node& node) const
    {
        if (node.finding && holds(term, checks::severityName(*node.finding)))
            return true;
        const auto it = m_context.codes.find(node.id);
        return it != m_context.codes.end()
            && std::ranges::any_of(it->second, [&](const std::string& code) { return holds(term, code); });
    }

    /// "app" asks for the label, "app=reviews" for its value.
    bool hasLabel(const Term& term, const Node& node) const
    {
        const mesh::Resource* resource = node.type == NodeType::Route ? nullptr : resourceOf(node);
        if (resource == nullptr)
            return false;
        const std::size_t equal = term.value.find('=');
        const std::string name = term.value.substr(0, equal);
        const auto isIn = [&](const mesh::Labels& labels) {
            const auto it = labels.find(name);
            return it != labels.end() && (equal == std::string::npos || it->second == term.value.substr(equal + 1));
        };
        const auto* workload = std::get_if<mesh::Workload>(&resource->body);
        return isIn(resource->labels) || (workload != nullptr && isIn(workload->podLabels));
    }

    bool hasPolicy(const Term& term, const Node& node) const
    {
        if (m_context.facts == nullptr)
            return false;
        return std::ranges::any_of(m_context.facts->policiesFor(m_topology, node), [&](const PolicyFact* policy) {
            return holds(term, policy->element.key.name) || holds(term, policy->element.key.kind);
        });
    }

    const QueryContext& m_context;
    const Topology& m_topology;
};

} // namespace

std::unordered_map<std::string, std::vector<std::string>> findingCodes(const Topology& topology,
                                                                       const checks::Findings& findings)
{
    using Place = std::tuple<mesh::ResourceKey, std::string, std::uint32_t, std::uint32_t>;
    const auto placeOf = [](const mesh::ElementRef& element) {
        return Place{element.key, element.path, element.document, element.item};
    };
    std::map<Place, std::vector<std::string>> byPlace;
    for (const checks::Finding& finding : findings) {
        if (!finding.element.isNull())
            byPlace[placeOf(finding.element)].push_back(finding.code);
    }
    std::unordered_map<std::string, std::vector<std::string>> codes;
    for (const Node& node : topology.nodes) {
        if (byPlace.empty() || node.element.isNull() || node.type == NodeType::Route)
            continue;
        const auto add = [&](const mesh::ElementRef& element) {
            if (const auto it = byPlace.find(placeOf(element)); it != byPlace.end())
                codes[node.id].insert(codes[node.id].end(), it->second.begin(), it->second.end());
        };
        add(node.element);
        std::ranges::for_each(node.related, add);
    }
    return codes;
}

Query::Found Query::in(const QueryContext& context) const
{
    Found found;
    found.nodes.resize(context.whole->nodes.size());
    found.edges.resize(context.whole->edges.size());
    if (!m_root)
        return found;
    const Matcher matcher(context);
    for (std::size_t i = 0; i < found.nodes.size(); ++i) {
        found.nodes[i] = matcher.matches(*m_root, context.whole->nodes[i]) ? 1 : 0;
        found.count += found.nodes[i] != 0 ? 1U : 0U;
    }
    // "not ns:shop" speaks of nodes alone: an edge matches with both of its ends.
    const std::vector<char> own = found.nodes;
    for (std::size_t i = 0; i < found.edges.size(); ++i) {
        const Edge& edge = context.whole->edges[i];
        const bool isBetween = own[edge.from] != 0 && own[edge.to] != 0;
        const bool isMatch = speaksOfEdges() && matcher.matches(*m_root, edge);
        found.edges[i] = isBetween || isMatch ? 1 : 0;
        if (isMatch && !isBetween) {
            found.count += own[edge.from] == 0 && own[edge.to] == 0 ? 1U : 0U;
            found.nodes[edge.from] = found.nodes[edge.to] = 1;
        }
    }
    return found;
}

namespace {

void collect(std::set<std::string>& values, std::string_view key, const QueryContext& context)
{
    const auto add = [&](std::string_view value) {
        if (!value.empty() && values.size() < 2000)
            values.emplace(value);
    };
    const Topology& topology = *context.whole;
    if (key == "state" || key == "weight" || key == "replicas") {
        for (const std::string_view value : {"added", "changed", "removed"}) {
            if (key == "state")
                add(value);
        }
        return;
    }
    if (key == "ns") {
        for (const Group& group : topology.groups)
            add(group.title);
        return;
    }
    if (key == "finding") {
        for (const std::string_view value : {"error", "warning", "info", "unknown"})
            add(value);
        for (const auto& [node, codes] : context.codes)
            std::ranges::for_each(codes, add);
        return;
    }
    if (key == "mtls") {
        for (const std::string_view value :
             {"STRICT", "PERMISSIVE", "DISABLE", "mtls", "tls", "plaintext", "mixed", "refused", "unknown"})
            add(value);
        return;
    }
    if (key == "policy" && context.facts != nullptr) {
        for (const PolicyFact& policy : context.facts->policies) {
            add(policy.element.key.kind);
            add(policy.element.key.name);
        }
        return;
    }
    for (const Node& node : topology.nodes) {
        if (key == "kind")
            add(node.element.key.kind);
        if (key == "name")
            add(node.type == NodeType::Route ? std::string_view() : std::string_view(node.title));
        if (key == "host" && (node.type == NodeType::RouteTable || node.type == NodeType::ServiceEntry))
            add(node.type == NodeType::RouteTable ? node.subtitle : node.title);
        if (key == "label" && context.graph != nullptr && node.type == NodeType::Workload) {
            const mesh::ResourceIndex index = context.graph->find(node.element);
            const auto* workload =
                index == mesh::noResource ? nullptr : std::get_if<mesh::Workload>(&context.graph->at(index).body);
            if (workload != nullptr) {
                for (const auto& [name, value] : workload->podLabels)
                    add(name + "=" + value);
            }
        }
    }
}

std::string quoted(const std::string& value)
{
    return value.find_first_of(" ()\"") == std::string::npos ? value : '"' + value + '"';
}

} // namespace

bool Query::speaksOfEdges() const
{
    const auto asks = [](const auto& self, const Term& term) -> bool {
        if (term.kind == Term::Kind::Compare)
            return term.key == "weight" || term.key == "state" || term.key == "mtls";
        if (term.kind == Term::Kind::Flag)
            return term.key == "changed" || term.key == "dangling" || term.key == "declared";
        return std::ranges::any_of(term.parts, [&](const auto& part) { return self(self, *part); });
    };
    return m_root && asks(asks, *m_root);
}

std::vector<Completion> completions(std::string_view text, std::size_t cursor, const QueryContext& context,
                                    std::size_t most)
{
    QueryToken word;
    word.offset = cursor;
    for (const QueryToken& token : queryTokens(text)) {
        if (token.kind == QueryToken::Kind::Word && token.offset < cursor && cursor <= token.offset + token.length)
            word = token;
    }
    std::vector<Completion> result;
    const auto offer = [&](std::string offered) {
        const std::expected<Query, QueryError> query = Query::parse(offered);
        const std::size_t count = query ? query->in(context).count : 0;
        if (count > 0)
            result.push_back({std::move(offered), word.offset, word.length, count});
    };
    const auto startsWith = [](std::string_view whole, std::string_view part) {
        return whole.size() >= part.size() && equals(whole.substr(0, part.size()), part);
    };
    const auto offerValues = [&](const std::string& key, const std::string& op, const std::string& part) {
        std::set<std::string> values;
        collect(values, key, context);
        std::size_t offered = 0;
        for (const bool isStart : {true, false}) {
            for (const std::string& value : values) {
                // each is looked for in the whole picture
                const bool isWanted = offered < 3 * most && result.size() < most;
                if (isWanted && startsWith(value, part) == isStart && contains(value, part)) {
                    offer(key + op + quoted(value));
                    ++offered;
                }
            }
        }
    };
    if (!word.op.empty()) {
        offerValues(word.key == "namespace" ? "ns" : word.key, word.op, word.value);
    } else {
        for (const std::string_view flag : queryFlags) {
            if (startsWith(flag, word.value) && !equals(flag, word.value))
                offer(std::string(flag));
        }
        if (equals(word.value, "finding"))
            offerValues("finding", ":", {});
        for (const std::string_view key : queryKeys) {
            if (startsWith(key, word.value) && key != "finding")
                result.push_back({std::string(key) + (key == "weight" || key == "replicas" ? ">" : ":"), word.offset,
                                  word.length, 0});
        }
        if (word.value.size() >= 2)
            offerValues("name", ":", word.value);
    }
    if (result.size() > most)
        result.resize(most);
    return result;
}

} // namespace meshdraft::topology
