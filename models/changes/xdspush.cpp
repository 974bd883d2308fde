// SPDX-License-Identifier: Apache-2.0
#include "models/changes/xdspush.h"

#include "models/changes/dependencies.h"
#include "models/changes/proxies.h"
#include "models/changes/statements.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshdraft::changes {

namespace {

using mesh::effective::MeshView;
using Steps = std::vector<PathStep>;
using ByKey = std::map<mesh::ResourceKey, XdsProxy>;

/// Calls `visit` with the steps of each scalar at or below a node; of an empty list or mapping, with its own.
template <typename Visit>
void eachLeaf(mesh::YamlReader& reader, source::NodeRef node, Steps& steps, const Visit& visit)
{
    const source::NodeRef value = node.resolved();
    if (value.isMapping() && value.size() > 0) {
        reader.forEachEntry(value, [&](source::NodeRef key, source::NodeRef child) {
            steps.push_back({.key = std::string(key.value())});
            eachLeaf(reader, child, steps, visit);
            steps.pop_back();
        });
    } else if (value.isSequence() && value.size() > 0) {
        std::size_t index = 0;
        reader.forEachItem(value, [&](source::NodeRef child) {
            steps.push_back({.key = {}, .index = index++, .isIndex = true});
            eachLeaf(reader, child, steps, visit);
            steps.pop_back();
        });
    } else {
        visit(std::span<const PathStep>(steps));
    }
}

/// The paths of everything that differs, with the state in which each stands: each field, then what is in it, down to
/// scalars.
template <typename Visit> void eachDifference(const ResourceChange& change, const Visit& visit)
{
    const auto walk = [&](const mesh::Resource& resource, const mesh::FieldPath& path, bool isOld) {
        mesh::YamlReader reader(resource.document());
        Steps steps = stepsOf(path);
        if (!steps.empty())
            visit(std::span<const PathStep>(steps), isOld);
        eachLeaf(reader, path.isEmpty() ? resource.rootNode() : path.resolve(resource.rootNode()), steps,
                 [&](std::span<const PathStep> leaf) { visit(leaf, isOld); });
    };
    if (!change.before || !change.after) {
        walk(resourceOf(change), {}, !change.after);
        return;
    }
    if (change.operation == Operation::Renamed) { // to the proxies one goes and one comes
        walk(*change.before, {}, true);
        walk(*change.after, {}, false);
        return;
    }
    for (const FieldChange& field : change.fields) {
        if (field.operation == Operation::Moved) { // what is in it is as it was
            const Steps steps = stepsOf(field.path);
            visit(std::span<const PathStep>(steps), false);
            continue;
        }
        const bool isOld = field.operation == Operation::Removed;
        walk(isOld ? *change.before : *change.after, field.path, isOld);
    }
}

/// Calls `visit` with the `applyTo` of the patch that a field of an EnvoyFilter is in, else of all of them.
template <typename Visit>
void eachPatch(const mesh::EnvoyFilter& filter, std::span<const PathStep> field, const Visit& visit)
{
    const bool isPatch = field.size() > 2 && field[1].key == "configPatches" && field[2].isIndex;
    for (std::size_t i = 0; i < filter.patches.size(); ++i) {
        if (!isPatch || field[2].index == i)
            visit(filter.patches[i].applyTo);
    }
}

/// What an EnvoyFilter's field is sent as.
std::vector<Xds> patchTypes(const mesh::EnvoyFilter& filter, std::span<const PathStep> field)
{
    std::set<Xds> types;
    eachPatch(filter, field, [&](std::string_view applyTo) {
        const std::vector<Xds> own = xdsOfPatch(applyTo);
        types.insert(own.begin(), own.end());
    });
    return {types.begin(), types.end()};
}

/// True for a patch of what a proxy reads when it starts (applyTo: BOOTSTRAP).
bool isReadAtStart(const mesh::Resource& resource, std::span<const PathStep> field)
{
    const auto* filter = std::get_if<mesh::EnvoyFilter>(&resource.body);
    bool isRead = false;
    if (filter != nullptr && !field.empty() && field.front().key == "spec")
        eachPatch(*filter, field, [&](std::string_view applyTo) { isRead = isRead || applyTo == "BOOTSTRAP"; });
    return isRead;
}

/// Hosts, gateways and exportTo of a VirtualService are sent as its routes are.
std::vector<Xds> scopeTypes(const mesh::Resource& resource)
{
    std::set<Xds> types;
    if (const auto* table = std::get_if<mesh::RouteTable>(&resource.body)) {
        for (const mesh::Route& route : table->routes) {
            const bool isStream = route.protocol == mesh::Protocol::Tls || route.protocol == mesh::Protocol::Tcp;
            types.insert(isStream ? Xds::Lds : Xds::Rds);
        }
    }
    return {types.begin(), types.end()};
}

class Impact {
public:
    Impact(const MeshView& before, const MeshView& after)
        : m_before(before)
        , m_after(after)
    {
    }

    const Proxies& after() const { return m_after; }

    XdsPush pushOf(const ResourceChange& change)
    {
        XdsPush push{.change = &change, .touches = {}, .proxies = {}, .restart = {}};
        m_touches.clear();
        m_audiences.clear();
        const mesh::ResourceKey& key = resourceOf(change).key;
        if (isMeshConfig(change)) {
            for (const Xds type : {Xds::Cds, Xds::Eds, Xds::Lds, Xds::Rds}) {
                touch(change, type,
                      {.field = {}, .types = {}, .audience = XdsAudience::Everyone, .message = "xds.meshConfig"}, {});
            }
            push.restart = "xds.bootstrapDefaults";
        } else {
            eachDifference(change, [&](std::span<const PathStep> field, bool isOld) {
                if (isReadAtStart(isOld ? *change.before : resourceOf(change), field))
                    push.restart = "xds.bootstrap";
                for (const XdsRow* row : xdsRowsFor(key.group, key.kind, field)) {
                    if (row->audience == XdsAudience::Nobody)
                        push.restart = row->message;
                    for (const Xds type : typesOf(change, *row, field, isOld))
                        touch(change, type, *row, field);
                }
            });
        }
        ByKey proxies;
        for (auto& [type, own] : m_touches) {
            XdsTouch& touch = own.touch;
            for (const auto& [reader, proxy] : own.readers) {
                ++(proxy.isGateway ? touch.gateways : touch.sidecars);
                proxies.insert_or_assign(reader, proxy);
            }
            push.touches.push_back(std::move(touch));
        }
        for (auto& [reader, proxy] : proxies)
            push.proxies.push_back(std::move(proxy));
        return push;
    }

private:
    struct Touched {
        XdsTouch touch;
        ByKey readers;
        std::set<XdsAudience> audiences; ///< that are in `readers`
    };

    bool isMeshConfig(const ResourceChange& change) const
    {
        const auto isIn = [](const mesh::MeshGraph& graph, const mesh::ResourcePtr& resource) {
            return resource && std::ranges::contains(graph.meshConfigs(), graph.find(resource->element()));
        };
        return isIn(m_before.view().graph(), change.before) || isIn(m_after.view().graph(), change.after);
    }

    static std::vector<Xds> typesOf(const ResourceChange& change, const XdsRow& row, std::span<const PathStep> field,
                                    bool isOld)
    {
        const mesh::Resource& resource = isOld ? *change.before : resourceOf(change);
        if (const auto* filter = std::get_if<mesh::EnvoyFilter>(&resource.body))
            return patchTypes(*filter, field);
        if (row.message == "xds.routeScope")
            return scopeTypes(resource);
        return row.types;
    }

    void touch(const ResourceChange& change, Xds type, const XdsRow& row, std::span<const PathStep> field)
    {
        const ByKey& readers = readersOf(change, row.audience);
        // elsewhere the files may just not have the workloads
        const bool isKnown = row.audience == XdsAudience::Narrowed || row.audience == XdsAudience::CallersOfPods
            || row.audience == XdsAudience::SecretReaders;
        if (isKnown && readers.empty())
            return;
        const auto [place, isNew] = m_touches.try_emplace(type);
        if (isNew) {
            place->second.touch.type = type;
            tell(change, row, field, place->second.touch);
        }
        if (place->second.audiences.insert(row.audience).second)
            place->second.readers.insert(readers.begin(), readers.end());
    }

    static void tell(const ResourceChange& change, const XdsRow& row, std::span<const PathStep> field, XdsTouch& touch)
    {
        const mesh::ResourceKey& key = resourceOf(change).key;
        touch.args = {kindAndName(key), {}};
        if (change.operation == Operation::Renamed) {
            touch.message = "xds.renamed";
            touch.args = {kindAndName(change.before->key), qualifiedName(key)};
        } else if (!change.before || !change.after) {
            touch.message = change.after ? "xds.added" : "xds.removed";
        } else {
            touch.message = row.message;
            touch.args.back() = pathOf(field).text();
        }
    }

    /// Of both states: who loses something gets a push, too.
    const ByKey& readersOf(const ResourceChange& change, XdsAudience audience)
    {
        const auto [place, isNew] = m_audiences.try_emplace(audience);
        if (!isNew)
            return place->second;
        const auto add = [&](Proxies& proxies, const mesh::ResourcePtr& resource) {
            const mesh::ResourceIndex index =
                resource ? proxies.view().graph().find(resource->element()) : mesh::noResource;
            if (index == mesh::noResource)
                return;
            for (const std::size_t i : proxies.audienceOf(audience, index)) {
                const Proxies::Proxy& proxy = proxies.all()[i];
                const mesh::Resource& pods = proxies.view().at(proxy.resource);
                place->second.insert_or_assign(pods.key,
                                               XdsProxy{.element = pods.element(),
                                                        .isGateway = proxy.isGateway,
                                                        .isSure = proxy.isSure,
                                                        .replicas = proxy.replicas});
            }
        };
        add(m_before, change.before);
        add(m_after, change.after);
        return place->second;
    }

    Proxies m_before;
    Proxies m_after;
    std::map<Xds, Touched> m_touches;
    std::map<XdsAudience, ByKey> m_audiences;
};

std::uint32_t countOf(const std::vector<XdsProxy>& proxies, auto&& condition)
{
    return static_cast<std::uint32_t>(std::ranges::count_if(proxies, condition));
}

} // namespace

std::uint32_t ProxyImpact::sidecars() const
{
    return countOf(proxies, [](const XdsProxy& each) { return !each.isGateway; });
}

std::uint32_t ProxyImpact::gateways() const
{
    return countOf(proxies, [](const XdsProxy& each) { return each.isGateway; });
}

std::uint32_t ProxyImpact::unsure() const
{
    return countOf(proxies, [](const XdsProxy& each) { return !each.isSure; });
}

std::optional<std::int64_t> ProxyImpact::replicas() const
{
    std::int64_t sum = 0;
    for (const XdsProxy& proxy : proxies) {
        if (!proxy.replicas)
            return std::nullopt;
        sum += *proxy.replicas;
    }
    return sum;
}

ProxyImpact proxyImpactOf(const MeshChange& change, const MeshView& before, const MeshView& after)
{
    ProxyImpact result;
    const auto differs = [](const ResourceChange& each) { return !each.before || !each.after || !each.fields.empty(); };
    if (std::ranges::none_of(change.resources, differs))
        return result;
    Impact impact(before, after);
    std::set<Xds> types;
    ByKey proxies;
    for (const ResourceChange& each : change.resources) {
        if (!differs(each))
            continue;
        XdsPush push = impact.pushOf(each);
        if (push.touches.empty() && push.restart.empty())
            continue;
        for (const XdsTouch& touch : push.touches)
            types.insert(touch.type);
        for (const XdsProxy& proxy : push.proxies)
            proxies.insert_or_assign(proxy.element.key, proxy);
        result.pushes.push_back(std::move(push));
    }
    result.types.assign(types.begin(), types.end());
    for (auto& [key, proxy] : proxies)
        result.proxies.push_back(std::move(proxy));
    result.known = static_cast<std::uint32_t>(impact.after().all().size());
    result.ambient = impact.after().ambient();
    result.hazards = pushHazardsOf(change, before, after);
    return result;
}

} // namespace meshdraft::changes
