// SPDX-License-Identifier: Apache-2.0
#include "models/topology/facts.h"

#include "models/mesh/effective/annotatedcalls.h"
#include "models/mesh/effective/references.h"
#include "models/mesh/elementplace.h"
#include "models/topology/factsource.h"
#include "models/topology/view.h"

#include <algorithm>
#include <set>
#include <thread>

namespace meshdraft::topology {

namespace effective = mesh::effective;

namespace {

/// More lines than these from one declaration say nothing.
constexpr std::size_t mostDrawn = 12;

const PolicyFact* find(const std::vector<PolicyFact>& policies, const std::string& id)
{
    const auto it = std::ranges::find(policies, id, &PolicyFact::id);
    return it == policies.end() ? nullptr : &*it;
}

bool isPolicy(const mesh::Body& body)
{
    return std::holds_alternative<mesh::AuthorizationPolicy>(body)
        || std::holds_alternative<mesh::PeerAuthentication>(body)
        || std::holds_alternative<mesh::RequestAuthentication>(body) || std::holds_alternative<mesh::Sidecar>(body)
        || std::holds_alternative<mesh::EnvoyFilter>(body) || std::holds_alternative<mesh::Telemetry>(body)
        || std::holds_alternative<mesh::ProxyExtension>(body);
}

/// The word that says most about a policy, as the file spells it.
std::string detailOf(const mesh::Body& body)
{
    if (const auto* policy = std::get_if<mesh::AuthorizationPolicy>(&body))
        return policy->action.value.empty() ? "ALLOW" : policy->action.value;
    if (const auto* policy = std::get_if<mesh::PeerAuthentication>(&body))
        return policy->mode.value;
    if (const auto* filter = std::get_if<mesh::EnvoyFilter>(&body))
        return filter->patches.empty() ? std::string() : filter->patches.front().applyTo;
    return {};
}

bool matches(std::string_view pattern, std::string_view value)
{
    if (pattern == "*")
        return false; // anybody is no declared caller
    if (pattern.ends_with('*'))
        return value.starts_with(pattern.substr(0, pattern.size() - 1));
    if (pattern.starts_with('*'))
        return value.ends_with(pattern.substr(1));
    return pattern == value;
}

class FactFinder {
public:
    FactFinder(const FactSource& source, const Topology& whole, Facts& facts)
        : m_source(source)
        , m_whole(whole)
        , m_facts(facts)
    {
        for (std::uint32_t i = 0; i < whole.nodes.size(); ++i) {
            if (whole.nodes[i].type != NodeType::Workload)
                continue;
            m_workloads.push_back(i);
            m_workloadOf.emplace(whole.nodes[i].id, i);
            m_workloadsIn[whole.nodes[i].element.key.ns].push_back(i);
        }
        for (const Edge& edge : whole.edges) {
            if (edge.type == EdgeType::Selects)
                m_servicesOf[edge.to].push_back(edge.from);
        }
    }

    void findPolicies(const std::stop_token& stop)
    {
        const mesh::MeshGraph& graph = m_source.view.graph();
        for (const mesh::ResourceIndex index : graph.order()) {
            if (isPolicy(graph.at(index).body) && !stop.stop_requested())
                addPolicy(index);
        }
    }

    void findImports(const std::stop_token& stop)
    {
        std::map<std::pair<mesh::ResourceIndex, std::string>, std::uint32_t> counts;
        const effective::ImportCounts imports(m_source.view);
        const auto countOf = [&](mesh::ResourceIndex sidecar, const std::string& ns) {
            const auto [it, isNew] = counts.try_emplace({sidecar, ns}, 0U);
            if (isNew)
                it->second = static_cast<std::uint32_t>(imports.of(sidecar, ns));
            return it->second;
        };
        for (const std::uint32_t node : m_workloads) {
            if (stop.stop_requested())
                return;
            const mesh::ResourceIndex index = m_source.indexOf(node);
            if (index == mesh::noResource)
                continue;
            const effective::SidecarChoice choice = effective::sidecarFor(m_source.view, index);
            const mesh::ResourceIndex sidecar = choice.first().value;
            if (sidecar == mesh::noResource)
                continue;
            const std::string& ns = m_whole.nodes[node].element.key.ns;
            m_facts.imports[m_whole.nodes[node].id] = {countOf(sidecar, ns), countOf(mesh::noResource, ns),
                                                       m_source.view.at(sidecar).element()};
        }
    }

    void findCalls(const std::stop_token& stop)
    {
        for (const PolicyFact& policy : m_facts.policies) {
            const mesh::ResourceIndex index = m_source.view.graph().find(policy.element);
            if (index == mesh::noResource || stop.stop_requested())
                continue;
            if (const auto* rules = std::get_if<mesh::AuthorizationPolicy>(&m_source.view.at(index).body)) {
                if (rules->action.value.empty() || rules->action.value == "ALLOW")
                    addPrincipals(policy, index, *rules);
            } else if (const auto* sidecar = std::get_if<mesh::Sidecar>(&m_source.view.at(index).body)) {
                addEgress(policy, index, *sidecar);
            }
        }
        for (const std::uint32_t node : m_workloads)
            addAnnotation(node);
    }

private:
    void addPolicy(mesh::ResourceIndex index)
    {
        const mesh::Resource& resource = m_source.view.at(index);
        PolicyFact policy;
        policy.element = resource.element();
        policy.id = "policy/" + resource.key.kind + "/" + resource.key.ns + "/" + resource.key.name + "@"
            + resource.source.path + "#" + std::to_string(resource.source.document) + "."
            + std::to_string(resource.source.item);
        policy.where = resource.locate();
        policy.detail = detailOf(resource.body);
        for (const effective::Reference& reference : effective::referencesFrom(m_source.view, index)) {
            if (reference.kind != effective::ReferenceKind::Secures
                && reference.kind != effective::ReferenceKind::AppliesTo
                && reference.kind != effective::ReferenceKind::Selects)
                continue;
            if (reference.outcome != effective::ReferenceOutcome::Found)
                continue;
            if (reference.reason == effective::ReferenceReason::Everything) {
                policy.scope = reference.target.substr(0, reference.target.find('/'));
            } else if (const std::int32_t node = m_source.nodeOf(reference.to); node >= 0) {
                policy.targets.push_back(m_whole.nodes[static_cast<std::size_t>(node)].id);
            }
        }
        if (const auto* sidecar = std::get_if<mesh::Sidecar>(&resource.body);
            sidecar != nullptr && sidecar->workloadSelector.empty() && policy.targets.empty())
            policy.scope = resource.key.ns == m_source.view.rootNamespace() ? "*" : resource.key.ns;
        for (const std::string& target : policy.targets)
            m_facts.selectedBy[target].push_back(static_cast<std::uint32_t>(m_facts.policies.size()));
        m_facts.policies.push_back(std::move(policy));
    }

    /// The workloads that a policy is for.
    std::vector<std::uint32_t> workloadsOf(const PolicyFact& policy) const
    {
        if (policy.scope == "*")
            return m_workloads;
        std::vector<std::uint32_t> found;
        if (const auto scope = m_workloadsIn.find(policy.scope); !policy.scope.empty() && scope != m_workloadsIn.end())
            found = scope->second;
        for (const std::string& target : policy.targets) {
            if (const auto node = m_workloadOf.find(target); node != m_workloadOf.end())
                found.push_back(node->second);
        }
        std::ranges::sort(found);
        const auto rest = std::ranges::unique(found);
        found.erase(rest.begin(), rest.end());
        return found;
    }

    void addPrincipals(const PolicyFact& policy, mesh::ResourceIndex index, const mesh::AuthorizationPolicy& rules)
    {
        const std::vector<std::uint32_t> servers = workloadsOf(policy);
        std::set<std::uint32_t> targets;
        for (const std::uint32_t server : servers) {
            const auto services = m_servicesOf.find(server);
            if (services == m_servicesOf.end()) {
                targets.insert(server);
            } else {
                targets.insert(services->second.begin(), services->second.end());
            }
        }
        if (targets.empty() || targets.size() > mostDrawn)
            return;
        const mesh::Resource& resource = m_source.view.at(index);
        for (const mesh::AuthorizationPolicy::Rule& rule : rules.rules) {
            for (const mesh::AuthorizationPolicy::Source& source : rule.from) {
                for (const mesh::Field<std::string>& principal : source.principals.any) {
                    const std::vector<std::uint32_t> callers = workloadsWith(principal.value);
                    for (const std::uint32_t caller : callers) {
                        for (const std::uint32_t target : targets)
                            add(caller, target, CallSource::Principal, resource, principal.node);
                    }
                }
            }
        }
    }

    std::vector<std::uint32_t> workloadsWith(const std::string& principal)
    {
        if (m_principals.empty()) {
            for (const std::uint32_t node : m_workloads) {
                const mesh::ResourceIndex index = m_source.indexOf(node);
                if (index == mesh::noResource)
                    continue;
                for (std::string& each : effective::principalsOf(m_source.view, index))
                    m_principals.emplace(std::move(each), node);
            }
        }
        const auto [known, isNew] = m_callersWith.try_emplace(principal);
        std::vector<std::uint32_t>& found = known->second;
        if (!isNew)
            return found;
        // What stands before a star is how all that match begin.
        const std::string prefix = principal.substr(0, principal.find('*'));
        for (auto it = m_principals.lower_bound(prefix); it != m_principals.end() && it->first.starts_with(prefix);
             ++it) {
            if (matches(principal, it->first) && !std::ranges::contains(found, it->second))
                found.push_back(it->second);
            if (found.size() > mostDrawn)
                break;
        }
        if (found.size() > mostDrawn)
            found.clear();
        return found;
    }

    void addEgress(const PolicyFact& policy, mesh::ResourceIndex index, const mesh::Sidecar& sidecar)
    {
        const std::vector<std::uint32_t> callers = workloadsOf(policy);
        if (callers.size() > mostDrawn)
            return;
        const mesh::Resource& resource = m_source.view.at(index);
        for (const mesh::Sidecar::Egress& egress : sidecar.egress) {
            for (const mesh::Field<std::string>& host : egress.hosts) {
                const std::string name = host.value.substr(host.value.find('/') + 1);
                if (name.contains('*'))
                    continue;
                for (const std::uint32_t caller : callers)
                    addHost(caller, name, CallSource::Egress, resource, host.node);
            }
        }
    }

    void addAnnotation(std::uint32_t node)
    {
        const mesh::ResourceIndex index = m_source.indexOf(node);
        if (index == mesh::noResource)
            return;
        const mesh::Resource& resource = m_source.view.at(index);
        const effective::AnnotatedCalls calls = effective::annotatedCalls(m_source.view, resource);
        for (const std::string& host : calls.hosts)
            addHost(node, host, CallSource::Annotation, resource, calls.written);
    }

    void addHost(std::uint32_t caller, const std::string& host, CallSource source, const mesh::Resource& resource,
                 source::NodeId written)
    {
        const std::string full = m_source.view.fullHost(host, m_whole.nodes[caller].element.key.ns);
        for (const effective::MeshView::HostOwner& owner : m_source.view.ownersOf(full)) {
            if (const std::int32_t node = m_source.nodeOf(owner.resource); node >= 0) {
                add(caller, static_cast<std::uint32_t>(node), source, resource, written);
                return;
            }
        }
    }

    void add(std::uint32_t from, std::uint32_t to, CallSource source, const mesh::Resource& resource,
             source::NodeId written)
    {
        if (from == to || !m_calls.emplace(from, to).second)
            return;
        const std::string& a = m_whole.nodes[from].id;
        const std::string& b = m_whole.nodes[to].id;
        m_facts.calls.push_back(
            {"call " + a + " > " + b, a, b, source, resource.element(written), resource.locate(written)});
    }

    const FactSource& m_source;
    const Topology& m_whole;
    Facts& m_facts;
    std::vector<std::uint32_t> m_workloads;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_servicesOf; ///< workload -> services
    std::unordered_map<std::string_view, std::uint32_t> m_workloadOf; ///< by id of the node
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> m_workloadsIn; ///< by namespace
    std::multimap<std::string, std::uint32_t> m_principals;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_callersWith; ///< by principal as written
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_calls;
};

} // namespace

std::vector<const PolicyFact*> Facts::policiesFor(const Topology& topology, const Node& node) const
{
    std::vector<const PolicyFact*> found;
    if (const auto it = selectedBy.find(node.id); it != selectedBy.end()) {
        for (const std::uint32_t index : it->second)
            found.push_back(&policies[index]);
    }
    const Group& group = topology.groups[static_cast<std::size_t>(node.group)];
    const bool isNamespace = node.closed && node.closed->isNamespace;
    if (group.outside || (node.type != NodeType::Workload && !isNamespace))
        return found;
    for (const PolicyFact& policy : policies) {
        if (policy.scope == "*" || (!policy.scope.empty() && policy.scope == group.title))
            found.push_back(&policy);
    }
    return found;
}

const PolicyFact* Facts::policyOf(const std::string& nodeId) const
{
    return find(policies, nodeId);
}

FactSource::FactSource(const mesh::MeshGraphPtr& graph, const Topology& whole)
    : view(graph)
    , m_index(whole.nodes.size(), mesh::noResource)
{
    for (std::uint32_t i = 0; i < whole.nodes.size(); ++i) {
        const Node& node = whole.nodes[i];
        if (node.element.isNull() || node.type == NodeType::Route || node.state == State::Removed)
            continue;
        m_index[i] = graph->find(node.element);
        if (m_index[i] != mesh::noResource)
            m_node.emplace(m_index[i], static_cast<std::int32_t>(i));
    }
}

std::int32_t FactSource::nodeOf(mesh::ResourceIndex resource) const
{
    const auto it = m_node.find(resource);
    return it == m_node.end() ? -1 : it->second;
}

Location FactSource::locate(const mesh::ElementRef& element) const
{
    return mesh::placeOf(view.graph(), element).where;
}

FactsPtr findFacts(const mesh::MeshGraphPtr& graph, const Topology& whole, const std::stop_token& stop)
{
    auto facts = std::make_shared<Facts>();
    const FactSource source(graph, whole);
    std::jthread edges([&source, &whole, &found = *facts, &stop] { findEdgeFacts(source, whole, found, stop); });
    FactFinder finder(source, whole, *facts);
    finder.findPolicies(stop);
    finder.findCalls(stop);
    finder.findImports(stop);
    edges.join();
    return facts;
}

Topology withFacts(const Topology& whole, const Facts& facts, std::uint32_t layers)
{
    Topology result = whole;
    if ((layers & (PolicyLayer | CallLayer)) == 0)
        return result;
    std::unordered_map<std::string, std::uint32_t> position;
    std::unordered_map<std::string, std::int32_t> groups;
    for (std::uint32_t i = 0; i < result.nodes.size(); ++i)
        position.emplace(result.nodes[i].id, i);
    for (std::size_t i = 0; i < result.groups.size(); ++i)
        groups.emplace(result.groups[i].id, static_cast<std::int32_t>(i));
    if ((layers & CallLayer) != 0) {
        for (const CallFact& call : facts.calls) {
            const auto from = position.find(call.from);
            const auto to = position.find(call.to);
            if (from == position.end() || to == position.end())
                continue;
            Edge edge;
            edge.id = call.id;
            edge.from = from->second;
            edge.to = to->second;
            edge.type = EdgeType::Calls;
            edge.element = call.element;
            edge.where = call.where;
            result.edges.push_back(std::move(edge));
        }
    }
    if ((layers & PolicyLayer) == 0)
        return result;
    for (const PolicyFact& policy : facts.policies) {
        const mesh::ResourceKey& key = policy.element.key;
        const auto [group, isNew] = groups.try_emplace("ns/" + key.ns, static_cast<std::int32_t>(result.groups.size()));
        if (isNew) {
            Group added;
            added.id = "ns/" + key.ns;
            added.title = key.ns;
            result.groups.push_back(std::move(added));
        }
        Node node;
        node.id = policy.id;
        node.type = NodeType::Policy;
        node.element = policy.element;
        node.where = policy.where;
        node.title = key.name;
        node.subtitle = key.kind + (policy.detail.empty() ? "" : " " + policy.detail);
        node.group = group->second;
        const auto at = static_cast<std::uint32_t>(result.nodes.size());
        result.nodes.push_back(std::move(node));
        for (const std::string& target :
             policy.targets.size() > mostDrawn ? std::vector<std::string>() : policy.targets) {
            const auto to = position.find(target);
            if (to == position.end())
                continue;
            Edge edge;
            edge.id = "applies " + policy.id + " > " + target;
            edge.from = at;
            edge.to = to->second;
            edge.type = EdgeType::Applies;
            edge.element = policy.element;
            edge.where = policy.where;
            result.edges.push_back(std::move(edge));
        }
    }
    return result;
}

} // namespace meshdraft::topology
