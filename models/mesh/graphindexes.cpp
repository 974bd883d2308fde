// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/graphindexes.h"

#include "models/mesh/hostnames.h"

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

} // namespace

std::string labelName(std::string_view ns, std::string_view label, std::string_view value)
{
    std::string name;
    name.reserve(ns.size() + label.size() + value.size() + 2);
    name.append(ns).append(1, '\n').append(label).append(1, '\n').append(value);
    return name;
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

void GraphIndexes::add(const ResourceSlots& slots, ResourceIndex index, std::span<const IndexEntry> entries)
{
    for (const IndexEntry& entry : entries) {
        if (entry.question != Question::AnyHost)
            insert(m_names[static_cast<std::size_t>(entry.question)].edit(entry.name), slots, index);
    }
}

void GraphIndexes::remove(ResourceIndex index, std::span<const IndexEntry> entries)
{
    for (const IndexEntry& entry : entries) {
        if (entry.question == Question::AnyHost)
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
