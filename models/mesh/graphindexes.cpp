// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/graphindexes.h"

#include "models/mesh/givenmeshconfig.h"
#include "models/mesh/halves.h"
#include "models/mesh/hostnames.h"
#include "models/mesh/meshroutes.h"
#include "models/mesh/nestedyaml.h"

#include <algorithm>
#include <tuple>

namespace meshdraft::mesh {

namespace {

using Resources = GraphIndexes::Resources;

std::string joined(std::span<const Field<std::string>> names)
{
    std::string all;
    for (const Field<std::string>& name : names)
        all.append(name.value).append(1, ',');
    return all;
}

class Entries {
public:
    explicit Entries(const Resource& resource)
        : m_resource(resource)
    {
        if (!ns().empty())
            add(Question::Namespace, ns());
        if (mayHoldMeshConfig(resource.key))
            add(Question::MeshConfigs, {});
        if (resource.key.kind == "ConfigMap" && resource.key.name.starts_with("istio-sidecar-injector"))
            add(Question::Injector, resource.key.name);
        if ((resource.key.kind == "VirtualService" || resource.key.kind == "DestinationRule")
            && resource.annotations.contains(syncWaveAnnotation))
            add(Question::SyncWave, {});
        if (std::holds_alternative<Service>(resource.body)) {
            addService();
        } else if (const auto* entry = std::get_if<ServiceEntry>(&resource.body)) {
            addServiceEntry(*entry);
        } else if (const auto* rule = std::get_if<DestinationRule>(&resource.body)) {
            addRule(*rule);
        } else if (const auto* workload = std::get_if<Workload>(&resource.body)) {
            addWorkload(*workload);
        } else if (std::holds_alternative<PeerAuthentication>(resource.body)) {
            add(Question::PeerAuthentications, ns());
        } else if (const auto* table = std::get_if<RouteTable>(&resource.body)) {
            addRouteTable(*table);
        } else if (const auto* sidecar = std::get_if<Sidecar>(&resource.body)) {
            addSelector(ns(), sidecar->workloadSelector);
        } else if (const auto* telemetry = std::get_if<Telemetry>(&resource.body)) {
            addSelector(ns(), telemetry->target.selector);
        } else if (const auto* gateway = std::get_if<Gateway>(&resource.body)) {
            addGateway(*gateway);
        } else if (const auto* policy = std::get_if<AuthorizationPolicy>(&resource.body)) {
            addPolicy(*policy);
        } else if (const auto* canary = std::get_if<FlaggerCanary>(&resource.body)) {
            addCanary(*canary);
        }
    }

    std::vector<IndexEntry> take()
    {
        std::ranges::sort(m_entries);
        const auto rest = std::ranges::unique(m_entries);
        m_entries.erase(rest.begin(), rest.end());
        return std::move(m_entries);
    }

private:
    const std::string& ns() const { return m_resource.key.ns; }

    void add(Question question, std::string name, std::string detail = {})
    {
        m_entries.push_back({question, std::move(name), std::move(detail)});
    }

    void addService()
    {
        const auto exported = m_resource.annotations.find("networking.istio.io/exportTo");
        add(Question::Host, serviceHost(m_resource.key.name, ns()),
            exported == m_resource.annotations.end() ? std::string() : exported->second);
        add(Question::ServiceNamespace, ns());
        add(Question::AnyHost, {}, serviceHost(m_resource.key.name, ns()));
        addSelector(ns(), std::get<Service>(m_resource.body).selector);
    }

    /// Under one label of the selector: what has all of them has this one.
    void addSelector(std::string_view where, const Labels& selector)
    {
        const std::string& kind = m_resource.key.kind;
        add(Question::Selector,
            selector.empty() ? selectorName(kind, where)
                             : selectorName(kind, where, selector.begin()->first, selector.begin()->second));
    }

    /// "ns/name" of a Gateway or a delegate.
    void addAttached(std::string_view kind, std::string_view target)
    {
        const auto slash = target.find('/');
        const std::string_view where = target.substr(0, slash);
        add(Question::Attached, attachedName(kind, where, target.substr(slash + 1)));
        add(Question::Attached, attachedName(kind, where));
        if (kind == "VirtualService")
            add(Question::Attached, attachedName(kind, {}));
    }

    void addRouteTable(const RouteTable& table)
    {
        if (table.isGatewayApi) {
            for (const Field<std::string>& parent : table.gateways) {
                if (std::ranges::count(parent.value, '/') == 1)
                    addAttached("Gateway", parent.value);
            }
            return;
        }
        addTargets(table);
        const bool isForMesh = isOfMesh(table);
        for (const Field<std::string>& host : table.hosts) {
            if (host.value.empty())
                continue;
            if (isForMesh) {
                const std::string full = fullyQualifiedHost(host.value, ns());
                add(Question::MeshHost, full, joined(table.exportTo));
                add(Question::AnyMeshHost, {}, full);
            }
            for (const Route& route : table.routes) {
                if (std::ranges::any_of(route.destinations, [&](const Destination& each) {
                        return !each.subset.value.empty() && each.host.value == host.value;
                    }))
                    add(Question::SubsetHost, host.value);
            }
        }
    }

    /// What a VirtualService leads to, and where it is attached.
    void addTargets(const RouteTable& table)
    {
        for (const Field<std::string>& written : table.gateways) {
            if (written.value == "mesh")
                continue;
            const std::string gateway = gatewayReference(written.value, ns());
            addAttached("Gateway", gateway);
            for (const Field<std::string>& host : table.hosts)
                add(Question::GatewayHost, gateway + "\n" + host.value);
        }
        for (const Route& route : table.routes) {
            for (const auto* list : {&route.destinations, &route.mirrors}) {
                for (const Destination& destination : *list) {
                    if (!destination.host.value.empty())
                        add(Question::Destination, fullyQualifiedHost(destination.host.value, ns()));
                }
            }
            if (route.delegate.isPresent())
                addAttached("VirtualService", route.delegate.value);
            if (route.timeout.isPresent())
                add(Question::Timeout, ns());
        }
    }

    void addPolicy(const AuthorizationPolicy& policy)
    {
        addSelector(ns(), policy.target.selector);
        const bool isAllow = policy.action.value.empty() || policy.action.value == "ALLOW";
        if (!isAllow || policy.target.selector.empty())
            return;
        for (const AuthorizationPolicy::Rule& rule : policy.rules) {
            for (const AuthorizationPolicy::Source& source : rule.from) {
                for (const Field<std::string>& principal : source.principals.any) {
                    constexpr std::string_view before = "/ns/"; // behind the trust domain
                    if (const auto place = principal.value.find(before); place != std::string::npos)
                        add(Question::Principal, principal.value.substr(place + before.size()));
                }
            }
        }
    }

    void addCanary(const FlaggerCanary& canary)
    {
        for (const char* kind : {"HTTPRoute", "VirtualService"})
            add(Question::WeightOwner, kindName(kind, ns() + "/" + canary.serviceName));
        for (const Field<std::string>& gateway : canary.gateways) {
            if (gateway.value != "mesh")
                addAttached("Gateway", gatewayReference(gateway.value, ns()));
        }
    }

    void addRollout(const RolloutStrategy& rollout)
    {
        for (const OwnedRoutes& owned : rollout.owns) {
            const std::string& written = owned.virtualService.value; // "name.namespace"
            const auto dot = written.find('.');
            const std::string where = dot == std::string::npos ? ns() : written.substr(dot + 1);
            add(Question::WeightOwner, kindName("VirtualService", where + "/" + written.substr(0, dot)));
        }
        for (const OwnedGatewayRoute& owned : rollout.gatewayRoutes) {
            const std::string& where = owned.ns.empty() ? ns() : owned.ns;
            add(Question::WeightOwner, kindName(owned.kind, where + "/" + owned.name.value));
        }
    }

    void addGateway(const Gateway& gateway)
    {
        if (m_resource.key.group != "networking.istio.io")
            return;
        for (const Gateway::Server& server : gateway.servers) {
            for (const Field<std::string>& host : server.hosts) {
                if (server.port.number.isPresent())
                    add(Question::GatewayPort, std::to_string(server.port.number.value) + "\n" + host.value);
            }
            if (!server.credential.value.empty())
                add(Question::Credential, server.credential.value);
            const source::NodeRef tls = m_resource.node(server.node)["tls"];
            const std::string_view certificate = tls["serverCertificate"].value();
            if (!certificate.empty())
                add(Question::Credential, std::string(certificate).append(1, '\n').append(tls["privateKey"].value()));
        }
    }

    void addServiceEntry(const ServiceEntry& entry)
    {
        const std::string exported = joined(entry.exportTo);
        for (const Field<std::string>& host : entry.hosts) {
            const std::string_view written = host.value;
            if (written.empty())
                continue;
            if (written == "*" || written.starts_with("*.")) {
                add(Question::WildcardHost, std::string(written.substr(1)), exported);
            } else {
                add(Question::Host, fullyQualifiedHost(written, ns()), exported);
            }
            add(Question::AnyHost, {}, std::string(written));
        }
    }

    void addRule(const DestinationRule& rule)
    {
        if (rule.host.value.empty())
            return;
        const std::string host = fullyQualifiedHost(rule.host.value, ns());
        add(Question::Rules, host);
        for (const DestinationRule::Subset& subset : rule.subsets) {
            if (!subset.name.value.empty())
                add(Question::Subset, host + "|" + subset.name.value);
        }
    }

    void addWorkload(const Workload& workload)
    {
        if (workload.rollout)
            addRollout(*workload.rollout);
        add(Question::WorkloadNamespace, ns());
        if (m_resource.hasGuessedNamespace()) {
            add(Question::WorkloadNamespace, std::string(anyGuessedNamespace));
            add(Question::WorkloadNamespace, guessedNamespace(m_resource.source.path));
        }
        for (const auto& [label, value] : workload.podLabels) {
            add(Question::Label, labelName(ns(), label, value));
            add(Question::Label, labelName({}, label, value));
        }
    }

    const Resource& m_resource;
    std::vector<IndexEntry> m_entries;
};

/// Puts a number into a list in file order.
void insert(Resources& list, const ResourceSlots& slots, ResourceIndex index)
{
    const auto isBefore = [&](ResourceIndex left, ResourceIndex right) {
        const Resource& a = *slots[left];
        const Resource& b = *slots[right];
        const bool aIsEntry = std::holds_alternative<ServiceEntry>(a.body);
        const bool bIsEntry = std::holds_alternative<ServiceEntry>(b.body);
        return aIsEntry != bIsEntry ? bIsEntry : standsBefore(a, b);
    };
    if (list.empty() || isBefore(list.back(), index)) {
        list.push_back(index);
    } else if (const auto place = std::ranges::lower_bound(list, index, isBefore); *place != index) {
        list.insert(place, index);
    }
}

/// What is answered by the names of another question.
bool isWithoutList(Question question)
{
    return question == Question::AnyHost || question == Question::AnyMeshHost;
}

} // namespace

std::string labelName(std::string_view ns, std::string_view label, std::string_view value)
{
    std::string name;
    name.reserve(ns.size() + label.size() + value.size() + 2);
    name.append(ns).append(1, '\n').append(label).append(1, '\n').append(value);
    return name;
}

std::string guessedNamespace(std::string_view path)
{
    const auto slash = path.rfind('/');
    return "?/" + std::string(path.substr(0, slash == std::string_view::npos ? 0 : slash));
}

std::string kindName(std::string_view kind, std::string_view ns)
{
    std::string name;
    name.reserve(kind.size() + ns.size() + 1);
    name.append(kind).append(1, '\n').append(ns);
    return name;
}

std::string selectorName(std::string_view kind, std::string_view ns, std::string_view label, std::string_view value)
{
    std::string name = kindName(kind, ns);
    if (!label.empty())
        name.append(1, '\n').append(label).append(1, '\n').append(value);
    return name;
}

std::string attachedName(std::string_view kind, std::string_view ns, std::string_view name)
{
    std::string text = kindName(kind, ns);
    if (!name.empty())
        text.append(1, '/').append(name);
    return text;
}

bool mayHoldMeshConfig(const ResourceKey& key)
{
    return isGivenMeshConfig(key) || isMeshConfigMap(key) || key.kind == "IstioOperator" || key.kind == "HelmRelease"
        || (key.kind == "Application" && key.group == "argoproj.io");
}

bool standsBefore(const Resource& left, const Resource& right)
{
    return std::tie(left.source.path, left.source.document, left.source.item)
        < std::tie(right.source.path, right.source.document, right.source.item);
}

std::vector<IndexEntry> entriesOf(const Resource& resource)
{
    return Entries(resource).take();
}

GraphIndexes GraphIndexes::of(const ResourceSlots& slots, std::span<const ResourceIndex> resources)
{
    std::vector<std::vector<IndexEntry>> entries(resources.size());
    inHalves(resources.size(), [&](std::size_t i) { entries[i] = entriesOf(*slots[resources[i]]); });
    GraphIndexes indexes;
    // Each list belongs to one question: both threads go over all resources and write lists of their own.
    const auto addWhere = [&](const auto& isWanted) {
        for (std::size_t i = 0; i < resources.size(); ++i) {
            for (const IndexEntry& entry : entries[i]) {
                if (isWanted(entry.question))
                    indexes.add(slots, resources[i], std::span(&entry, 1));
            }
        }
    };
    const auto isOfWorkloads = [](Question question) {
        return question == Question::Label || question == Question::WorkloadNamespace || question == Question::Selector
            || question == Question::Namespace;
    };
    beside(
        resources.size(),
        [&] {
            for (const ResourceIndex index : resources)
                indexes.addIdentity(slots, index);
            addWhere([&](Question question) { return !isOfWorkloads(question); });
        },
        [&] { addWhere(isOfWorkloads); });
    return indexes;
}

void GraphIndexes::add(const ResourceSlots& slots, ResourceIndex index, std::span<const IndexEntry> entries)
{
    for (const IndexEntry& entry : entries) {
        if (!isWithoutList(entry.question))
            insert(m_names[static_cast<std::size_t>(entry.question)].edit(entry.name), slots, index);
    }
}

void GraphIndexes::remove(ResourceIndex index, std::span<const IndexEntry> entries)
{
    for (const IndexEntry& entry : entries) {
        if (isWithoutList(entry.question))
            continue;
        Names& names = m_names[static_cast<std::size_t>(entry.question)];
        Resources& list = names.edit(entry.name);
        std::erase(list, index);
        if (list.empty())
            names.erase(entry.name);
    }
}

void GraphIndexes::addIdentity(const ResourceSlots& slots, ResourceIndex index)
{
    const ResourceKey& key = slots[index]->key;
    insert(m_keys.edit(key), slots, index);
    std::shared_ptr<Resources>& kind = m_kinds[key.kind];
    if (!kind) {
        kind = std::make_shared<Resources>();
    } else if (kind.use_count() > 1) {
        kind = std::make_shared<Resources>(*kind);
    }
    insert(*kind, slots, index);
}

void GraphIndexes::removeIdentity(const ResourceSlots& slots, ResourceIndex index)
{
    const ResourceKey& key = slots[index]->key;
    Resources& same = m_keys.edit(key);
    std::erase(same, index);
    if (same.empty())
        m_keys.erase(key);
    const auto kind = m_kinds.find(key.kind);
    if (kind->second.use_count() > 1)
        kind->second = std::make_shared<Resources>(*kind->second);
    std::erase(*kind->second, index);
    if (kind->second->empty())
        m_kinds.erase(kind);
}

std::span<const ResourceIndex> GraphIndexes::ofKind(std::string_view kind) const
{
    const auto found = m_kinds.find(kind);
    return found == m_kinds.end() ? std::span<const ResourceIndex>() : std::span<const ResourceIndex>(*found->second);
}

} // namespace meshdraft::mesh
