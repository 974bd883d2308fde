// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/graphupdate.h"

#include "models/mesh/graphreferences.h"
#include "models/mesh/halves.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace meshdraft::mesh {

namespace {

/// The bytes of the document that holds a resource.
std::string_view documentText(const Resource& resource)
{
    const source::Document& document = resource.document();
    return std::string_view(*document.text).substr(document.range.begin, document.range.size());
}

/// True when two resources of one key cannot say anything different.
bool saySame(const Resource& before, const Resource& after)
{
    return before.root == after.root && documentText(before) == documentText(after);
}

/// These are asked whether there is anything at all, not what.
bool isAboutExistence(Question question)
{
    return question == Question::Namespace || question == Question::ServiceNamespace
        || question == Question::WorkloadNamespace || question == Question::SyncWave || question == Question::Timeout;
}

void sortUnique(std::vector<ResourceIndex>& indexes)
{
    std::ranges::sort(indexes);
    const auto rest = std::ranges::unique(indexes);
    indexes.erase(rest.begin(), rest.end());
}

} // namespace

/// Makes graphs: from nothing, or from another one and the files that differ.
class GraphUpdater {
public:
    GraphUpdater()
        : m_graph(std::make_shared<MeshGraph>())
    {
        m_graph->m_asked = std::make_shared<LazyAskedIndex>();
    }
    explicit GraphUpdater(const MeshGraph& before)
        : m_graph(std::make_shared<MeshGraph>(before))
        , m_index(before.asked())
    {
    }

    MeshGraphPtr build(std::string environment, std::vector<ResourcePtr> resources)
    {
        m_graph->m_environment = std::move(environment);
        const auto isBefore = [](const auto& left, const auto& right) { return standsBefore(*left, *right); };
        if (!std::ranges::is_sorted(resources, isBefore))
            std::ranges::stable_sort(resources, isBefore);
        Resources order;
        order.reserve(resources.size());
        for (ResourcePtr& resource : resources) {
            const ResourceIndex index = place(std::move(resource));
            order.push_back(index);
        }
        m_graph->m_indexes = GraphIndexes::of(slots(), order);
        m_graph->m_order = std::make_shared<const Resources>(std::move(order));
        const Resources& all = *m_graph->m_order;
        std::vector<std::shared_ptr<const Resolved>> resolved(all.size());
        inHalves(all.size(), [&](std::size_t i) {
            resolved[i] = std::make_shared<const Resolved>(resolveReferences(*m_graph, all[i]));
        });
        for (std::size_t i = 0; i < all.size(); ++i) {
            link(all[i], *resolved[i]);
            m_graph->m_resolved.edit(all[i]) = std::move(resolved[i]);
        }
        return m_graph;
    }

    GraphUpdate update(std::vector<FileResources> files)
    {
        for (FileResources& file : files)
            replace(file);
        noteChangedExistence();
        Resources asking;
        for (const Lookup answer : m_answers)
            std::ranges::copy(m_index.find(answer), std::back_inserter(asking));
        sortUnique(asking);
        m_changed.insert(m_changed.end(), asking.begin(), asking.end());
        sortUnique(m_changed);
        sortUnique(m_same);
        Resources moved;
        std::ranges::set_difference(m_same, asking, std::back_inserter(moved));
        sortUnique(m_removed);
        std::erase_if(m_changed, [&](ResourceIndex index) { return m_graph->m_slots[index] == nullptr; });
        for (const ResourceIndex index : m_removed)
            settle(index, std::make_shared<const Resolved>());
        for (const ResourceIndex index : m_changed)
            settle(index, std::make_shared<const Resolved>(resolveReferences(*m_graph, index)));
        for (const ResourceIndex index : m_removed) {
            if (m_graph->m_slots[index] == nullptr)
                m_graph->m_free.push_back(index);
        }
        m_graph->m_asked = std::make_shared<LazyAskedIndex>(std::move(m_index));
        return {m_graph,
                std::move(m_changed),
                std::move(moved),
                std::move(m_removed),
                {m_answers.begin(), m_answers.end()}};
    }

private:
    using Resources = std::vector<ResourceIndex>;

    const ResourceSlots& slots() const { return m_graph->m_slots; }
    const Resource& at(ResourceIndex index) const { return m_graph->at(index); }

    /// Gives a resource a number.
    ResourceIndex place(ResourcePtr resource)
    {
        if (!m_graph->m_free.empty()) {
            const ResourceIndex index = m_graph->m_free.back();
            m_graph->m_free.pop_back();
            m_graph->m_slots.edit(index) = std::move(resource);
            return index;
        }
        const ResourceIndex index = m_graph->slotCount();
        m_graph->m_slots.push_back(std::move(resource));
        m_graph->m_resolved.push_back({});
        m_graph->m_leadingTo.push_back({});
        return index;
    }

    /// Puts the new resources of a file in place of its old ones. A resource keeps its number where the keys before it,
    /// or behind it, are those that were there: the order within every list then stays.
    void replace(FileResources& file)
    {
        const auto old = m_graph->ofFile(file.path);
        const Resources before(old.begin(), old.end());
        std::vector<ResourcePtr>& after = file.resources;
        const auto keyOf = [&](std::size_t i) -> const ResourceKey& { return at(before[i]).key; };
        const std::size_t shorter = std::min(before.size(), after.size());
        std::size_t front = 0;
        while (front < shorter && keyOf(front) == after[front]->key)
            ++front;
        std::size_t back = 0;
        while (back < shorter - front && keyOf(before.size() - 1 - back) == after[after.size() - 1 - back]->key)
            ++back;

        for (std::size_t i = front; i < before.size() - back; ++i)
            takeOut(before[i]);
        Resources now(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(front));
        for (std::size_t i = 0; i < front; ++i)
            exchange(before[i], after[i]);
        for (std::size_t i = 0; i < back; ++i)
            exchange(before[before.size() - 1 - i], after[after.size() - 1 - i]);
        for (std::size_t i = front; i < after.size() - back; ++i) {
            now.push_back(place(after[i]));
            putIn(now.back());
        }
        now.insert(now.end(), before.end() - static_cast<std::ptrdiff_t>(back), before.end());
        for (const ResourceIndex index : now) {
            m_changed.push_back(index);
            // what is said of a duplicate names the place of another one
            std::ranges::copy(m_graph->m_indexes.withKey(at(index).key), std::back_inserter(m_changed));
        }
        if (now != before)
            reorder(old, now);
    }

    void reorder(std::span<const ResourceIndex> old, const Resources& now)
    {
        const Resources& order = *m_graph->m_order;
        const auto begin = order.begin() + (old.data() - order.data());
        Resources changed;
        changed.reserve(order.size() + now.size());
        changed.insert(changed.end(), order.begin(), begin);
        changed.insert(changed.end(), now.begin(), now.end());
        changed.insert(changed.end(), begin + static_cast<std::ptrdiff_t>(old.size()), order.end());
        m_graph->m_order = std::make_shared<const Resources>(std::move(changed));
    }

    void note(std::span<const IndexEntry> entries)
    {
        for (const IndexEntry& entry : entries) {
            if (!isAboutExistence(entry.question)) {
                m_answers.insert(lookupOf(entry.question, std::string_view(entry.name)));
            } else if (m_existence.insert({entry.question, entry.name, {}}).second) {
                if (!m_graph->m_indexes.named(entry.question, entry.name).empty())
                    m_existed.insert(entry.name + "\n" + std::to_string(static_cast<int>(entry.question)));
            }
        }
    }

    void takeOut(ResourceIndex index)
    {
        const std::vector<IndexEntry> entries = entriesOf(at(index));
        note(entries);
        noteIdentity(at(index).key);
        m_graph->m_indexes.remove(index, entries);
        m_graph->m_indexes.removeIdentity(slots(), index);
        std::ranges::copy(m_graph->m_indexes.withKey(at(index).key), std::back_inserter(m_changed));
        m_graph->m_slots.edit(index) = nullptr;
        m_removed.push_back(index);
    }

    void putIn(ResourceIndex index)
    {
        const std::vector<IndexEntry> entries = entriesOf(at(index));
        note(entries);
        noteIdentity(at(index).key);
        m_graph->m_indexes.addIdentity(slots(), index);
        m_graph->m_indexes.add(slots(), index, entries);
    }

    void noteIdentity(const ResourceKey& key)
    {
        m_answers.insert(lookupOf(Question::Key, key));
        noteContent(key);
    }

    void noteContent(const ResourceKey& key)
    {
        m_answers.insert(lookupOf(Question::Content, key));
        m_answers.insert(lookupOf(Question::Kind, std::string_view(key.kind)));
        m_answers.insert(lookupOf(Question::KindIn, std::string_view(kindName(key.kind, key.ns))));
        if (mayHoldMeshConfig(key))
            m_answers.insert(lookupOf(Question::MeshConfigs, std::string_view()));
    }

    /// Another version of a resource under the same number.
    void exchange(ResourceIndex index, const ResourcePtr& resource)
    {
        const ResourcePtr before = slots()[index];
        m_graph->m_slots.edit(index) = resource;
        if (before == resource || saySame(*before, *resource)) {
            m_same.push_back(index);
            return;
        }
        noteContent(resource->key);
        const std::vector<IndexEntry> old = entriesOf(*before);
        const std::vector<IndexEntry> now = entriesOf(*resource);
        std::vector<IndexEntry> gone;
        std::ranges::set_difference(old, now, std::back_inserter(gone));
        std::vector<IndexEntry> come;
        std::ranges::set_difference(now, old, std::back_inserter(come));
        note(gone);
        note(come);
        m_graph->m_indexes.remove(index, gone);
        m_graph->m_indexes.add(slots(), index, come);
    }

    /// The references of a resource, in place of what they were.
    void settle(ResourceIndex index, std::shared_ptr<const Resolved> now)
    {
        const std::shared_ptr<const Resolved> before = m_graph->m_resolved[index];
        const Resources oldTargets = targetsOf(before.get());
        const Resources newTargets = targetsOf(now.get());
        for (const ResourceIndex target : oldTargets) {
            if (!std::ranges::binary_search(newTargets, target))
                std::erase(m_graph->m_leadingTo.edit(target), index);
        }
        for (const ResourceIndex target : newTargets) {
            if (!std::ranges::binary_search(oldTargets, target))
                addLeading(target, index);
        }
        const std::vector<Lookup> none;
        const std::vector<Lookup>& old = before ? before->lookups : none;
        std::vector<Lookup> gone;
        std::ranges::set_difference(old, now->lookups, std::back_inserter(gone));
        std::vector<Lookup> come;
        std::ranges::set_difference(now->lookups, old, std::back_inserter(come));
        m_index.remove(index, gone);
        m_index.add(index, come);
        if (slots()[index]) {
            m_graph->m_resolved.edit(index) = std::move(now);
        } else {
            m_graph->m_resolved.edit(index) = nullptr;
        }
    }

    static Resources targetsOf(const Resolved* resolved)
    {
        Resources targets;
        if (resolved != nullptr) {
            for (const Reference& reference : resolved->references) {
                if (reference.to != noResource)
                    targets.push_back(reference.to);
            }
        }
        sortUnique(targets);
        return targets;
    }

    void addLeading(ResourceIndex target, ResourceIndex from)
    {
        Resources& list = m_graph->m_leadingTo.edit(target);
        const auto isBefore = [this](ResourceIndex a, ResourceIndex b) { return standsBefore(at(a), at(b)); };
        if (list.empty() || isBefore(list.back(), from)) {
            list.push_back(from);
        } else {
            list.insert(std::ranges::lower_bound(list, from, isBefore), from);
        }
    }

    /// All at once, in file order: no list needs a search.
    void link(ResourceIndex from, const Resolved& resolved)
    {
        for (const Reference& reference : resolved.references) {
            if (reference.to == noResource)
                continue;
            Resources& list = m_graph->m_leadingTo.edit(reference.to);
            if (list.empty() || list.back() != from)
                list.push_back(from);
        }
    }

    void noteChangedExistence()
    {
        for (const IndexEntry& entry : m_existence) {
            const bool existed =
                m_existed.contains(entry.name + "\n" + std::to_string(static_cast<int>(entry.question)));
            if (existed == !m_graph->m_indexes.named(entry.question, entry.name).empty())
                continue;
            m_answers.insert(lookupOf(entry.question, std::string_view(entry.name)));
            m_answers.insert(lookupOf(entry.question, std::string_view()));
        }
    }

    std::shared_ptr<MeshGraph> m_graph;
    AskedIndex m_index;
    std::set<Lookup> m_answers;
    std::set<IndexEntry> m_existence; ///< questions about existence that may have another answer
    std::set<std::string> m_existed; ///< those of them that were answered with yes
    Resources m_changed;
    Resources m_same; ///< those that say what they said
    Resources m_removed;
};

MeshGraphPtr MeshGraph::build(std::string environment, std::vector<ResourcePtr> resources)
{
    return GraphUpdater().build(std::move(environment), std::move(resources));
}

GraphUpdate updateGraph(const MeshGraphPtr& graph, std::vector<FileResources> files)
{
    return GraphUpdater(*graph).update(std::move(files));
}

} // namespace meshdraft::mesh
