// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/resourcetree.h"

#include "models/workspace/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

/// How a kind is grouped and shown. Gateways have no group: they stand right below their namespace.
struct KindRow {
    std::string_view kind;
    std::string_view group; ///< id, and the title unless it is translated
    std::string_view icon;
};

constexpr std::array kindRows = std::to_array<KindRow>({
    {"Gateway", "", "gateway"},
    {"VirtualService", "VirtualServices", "vs"},
    {"HTTPRoute", "HTTPRoutes", "vs"},
    {"GRPCRoute", "GRPCRoutes", "vs"},
    {"TLSRoute", "TLSRoutes", "vs"},
    {"TCPRoute", "TCPRoutes", "vs"},
    {"DestinationRule", "DestinationRules", "dr"},
    {"ServiceEntry", "ServiceEntries", "external"},
    {"Service", "Services", "service"},
    {"Deployment", "Workloads", "workload"},
    {"StatefulSet", "Workloads", "workload"},
    {"DaemonSet", "Workloads", "workload"},
    {"ReplicaSet", "Workloads", "workload"},
    {"Job", "Workloads", "workload"},
    {"CronJob", "Workloads", "workload"},
    {"Pod", "Workloads", "workload"},
    {"WorkloadEntry", "WorkloadEntries", "workloadentry"},
    {"WorkloadGroup", "WorkloadGroups", "workloadentry"},
    {"AuthorizationPolicy", "Authorization", "authz"},
    {"RequestAuthentication", "Authorization", "requestauthn"},
    {"PeerAuthentication", "Authorization", "peerauthn"},
    {"Sidecar", "Sidecars", "sidecar"},
    {"Telemetry", "Telemetry", "telemetry"},
    {"EnvoyFilter", "EnvoyFilters", "envoyfilter"},
    {"WasmPlugin", "WasmPlugins", "envoyfilter"},
    {"ReferenceGrant", "ReferenceGrants", "referencegrant"},
    {"Namespace", "Namespaces", "namespace"},
});

constexpr std::size_t fewNamespaces = 8;

/// Where Istio looks for what holds in the whole mesh (MeshConfig.rootNamespace, its default).
constexpr std::string_view rootNamespace = "istio-system";

/// Position of a kind in the order of the tree; kinds that are not listed come last.
std::size_t rankOf(std::string_view kind)
{
    return static_cast<std::size_t>(std::ranges::find(kindRows, kind, &KindRow::kind) - kindRows.begin());
}

std::string groupOf(std::string_view kind)
{
    const auto rank = rankOf(kind);
    return rank < kindRows.size() ? std::string(kindRows[rank].group) : std::string(kind);
}

std::string_view iconOf(std::string_view kind)
{
    const auto rank = rankOf(kind);
    return rank < kindRows.size() ? kindRows[rank].icon : "doc";
}

QString tr(const char* text)
{
    return QCoreApplication::translate("meshdraft::workspace::ResourceTreeModel", text);
}

QString groupTitle(const std::string& group)
{
    if (group == "Workloads")
        return tr("Workloads");
    if (group == "Authorization")
        return tr("Authorization");
    return printable(group);
}

using Place = std::tuple<std::string, std::uint32_t, std::uint32_t, mesh::ResourceKey>;

Place placeOf(const mesh::ElementRef& element)
{
    return {element.path, element.document, element.item, element.key};
}

/// Makes the lines as a tree of their own, which is then laid out level by level.
class Builder {
public:
    explicit Builder(const Snapshot& snapshot)
        : m_snapshot(snapshot)
    {
        for (const auto& finding : snapshot.findings) {
            if (!finding.element.isNull())
                m_findings[placeOf(finding.element)].push_back(&finding);
        }
        for (const auto& change : snapshot.change.resources) {
            if (change.after)
                m_changes[placeOf(change.after->element())] = &change;
        }
    }

    std::vector<TreeItem> build()
    {
        ByNamespace byNamespace;
        for (const auto& resource : m_snapshot.graph->resources())
            place(resource, byNamespace);
        for (const auto& change : m_snapshot.change.resources) {
            if (!change.after && change.before)
                place(change.before, byNamespace);
        }
        for (auto& [ns, resources] : byNamespace)
            m_roots.push_back(namespaceBranch(ns, resources));
        if (m_roots.size() > fewNamespaces)
            std::ranges::for_each(m_roots, addCount);
        // What belongs to no namespace comes last.
        std::ranges::stable_partition(m_roots, [](const Branch& branch) { return !branch.item.ns.empty(); });
        return flattened();
    }

private:
    struct Branch {
        TreeItem item;
        std::vector<Branch> children;
    };
    using ByNamespace = std::map<std::string, std::vector<mesh::ResourcePtr>>;

    /// A Namespace is the line of what is in it.
    void place(const mesh::ResourcePtr& resource, ByNamespace& byNamespace)
    {
        if (resource->key.kind == "Namespace" && resource->key.ns.empty()) {
            byNamespace[resource->key.name];
            m_namespaces[resource->key.name] = resource;
        } else {
            byNamespace[resource->key.ns].push_back(resource);
        }
    }

    /// In a mesh too large to be open the number of services tells the namespaces apart.
    static void addCount(Branch& branch)
    {
        const auto services = std::ranges::find_if(
            branch.children, [](const Branch& child) { return child.item.id == "group/Services"; });
        if (services != branch.children.end() && branch.item.detail.isEmpty())
            branch.item.detail = services->item.detail;
    }

    Branch namespaceBranch(const std::string& ns, std::vector<mesh::ResourcePtr>& resources)
    {
        std::ranges::stable_sort(resources, [](const mesh::ResourcePtr& a, const mesh::ResourcePtr& b) {
            return std::tuple(rankOf(a->key.kind), groupOf(a->key.kind), a->key.name)
                < std::tuple(rankOf(b->key.kind), groupOf(b->key.kind), b->key.name);
        });
        Branch branch;
        branch.item.type = TreeItem::Type::Namespace;
        branch.item.id = "namespace/" + ns;
        branch.item.ns = ns;
        branch.item.title = ns.empty() ? tr("cluster") : printable(ns);
        if (ns == rootNamespace)
            branch.item.detail = tr("root");
        branch.item.icon = ns.empty() ? "cluster" : "namespace";
        branch.item.sortKey = ns.empty() ? u"1"_s : u"0"_s + branch.item.title;
        if (!ns.empty()) {
            branch.item.mtls = m_snapshot.graph->mtlsOfNamespace(ns);
            branch.item.element = topology::namespaceElement(m_snapshot.environment.name, ns);
        }
        if (const auto found = m_namespaces.find(ns); found != m_namespaces.end())
            takeResource(branch.item, *found->second);
        std::map<std::string, std::size_t> groups; // id -> position in branch.children
        for (const auto& resource : resources) {
            const auto group = groupOf(resource->key.kind);
            auto child = resourceBranch(*resource);
            if (group.empty()) {
                child.item.detail = printable(resource->key.kind);
                child.item.sortKey = u"00"_s + child.item.title;
                branch.children.push_back(std::move(child));
                continue;
            }
            const auto [found, isNew] = groups.try_emplace(group, branch.children.size());
            if (isNew)
                branch.children.push_back(groupBranch(group, resource->key.kind));
            if (group != resource->key.kind && (group == "Workloads" || group == "Authorization"))
                child.item.detail = printable(resource->key.kind);
            branch.children[found->second].children.push_back(std::move(child));
        }
        for (auto& child : branch.children) {
            if (child.item.type != TreeItem::Type::Kind)
                continue;
            child.item.detail = QString::number(child.children.size());
            sumUp(child);
        }
        sumUp(branch);
        return branch;
    }

    static Branch groupBranch(const std::string& group, const std::string& kind)
    {
        Branch branch;
        branch.item.type = TreeItem::Type::Kind;
        branch.item.id = "group/" + group;
        branch.item.title = groupTitle(group);
        branch.item.icon = group == "Authorization" ? "authz" : iconOf(kind);
        branch.item.sortKey =
            u"%1%2"_s.arg(static_cast<int>(rankOf(kind)) + 1, 2, 10, QLatin1Char('0')).arg(branch.item.title);
        return branch;
    }

    Branch resourceBranch(const mesh::Resource& resource)
    {
        Branch branch;
        auto& item = branch.item;
        item.id = resource.source.path + '/' + std::to_string(resource.source.document) + '/'
            + std::to_string(resource.source.item);
        item.title = printable(resource.key.name);
        item.icon = iconOf(resource.key.kind);
        item.sortKey = item.title;
        const auto* change = takeResource(item, resource);
        if (const auto* table = std::get_if<mesh::RouteTable>(&resource.body)) {
            for (const auto& route : table->routes)
                branch.children.push_back(routeBranch(resource, route, change));
        } else if (const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body)) {
            for (const auto& subset : rule->subsets) {
                branch.children.push_back(
                    partBranch(resource, subset.node, printable(subset.name.value), "subset", change));
            }
        }
        for (std::size_t i = 0; i < branch.children.size(); ++i)
            branch.children[i].item.sortKey = u"%1"_s.arg(static_cast<int>(i), 5, 10, QLatin1Char('0'));
        return branch;
    }

    /// Element, state and findings of a resource.
    const changes::ResourceChange* takeResource(TreeItem& item, const mesh::Resource& resource) const
    {
        item.element = resource.element();
        const auto changed = m_changes.find(placeOf(item.element));
        const auto* change = changed == m_changes.end() ? nullptr : changed->second;
        if (change != nullptr) {
            item.state =
                change->operation == changes::Operation::Added ? topology::State::Added : topology::State::Changed;
            // Not in the graph any more: only the old one has it.
        } else if (m_snapshot.graph->find(item.element) == mesh::noResource) {
            item.state = topology::State::Removed;
        }
        countFindings(item);
        return change;
    }

    Branch routeBranch(const mesh::Resource& resource, const mesh::Route& route, const changes::ResourceChange* change)
    {
        const auto title = route.name.value.empty() ? tr("route %1").arg(route.index + 1) : printable(route.name.value);
        auto branch = partBranch(resource, route.node, title, "route", change);
        if (route.destinations.size() > 1) {
            QStringList weights;
            for (const auto& destination : route.destinations)
                weights.append(QString::number(destination.effectiveWeight));
            branch.item.detail = weights.join(u'\u00b7');
        } else if (!route.matches.empty() && !route.matches.front().conditions.empty()) {
            const auto& condition = route.matches.front().conditions.front();
            const bool isHeader = condition.field.starts_with("headers.");
            branch.item.detail = printable(isHeader ? condition.field.substr(8) : condition.value);
        }
        return branch;
    }

    Branch partBranch(const mesh::Resource& resource, source::NodeId node, const QString& title, std::string_view icon,
                      const changes::ResourceChange* change)
    {
        Branch branch;
        auto& item = branch.item;
        item.type = TreeItem::Type::Part;
        item.element = resource.element(node);
        item.id = item.element.field.text();
        item.title = title;
        item.icon = icon;
        if (change != nullptr)
            item.state = stateOfPart(*change, item.element.field);
        countFindings(item);
        return branch;
    }

    void countFindings(TreeItem& item) const
    {
        const auto found = m_findings.find(placeOf(item.element));
        if (found == m_findings.end())
            return;
        for (const auto* finding : found->second) {
            if (!item.element.field.isEmpty() && !finding->element.field.isWithin(item.element.field))
                continue;
            item.errors += finding->severity == checks::Severity::Error ? 1 : 0;
            item.warnings += finding->severity == checks::Severity::Warning ? 1 : 0;
        }
    }

    /// Namespaces and groups: what their resources have.
    static void sumUp(Branch& branch)
    {
        for (const auto& child : branch.children) {
            branch.item.errors += child.item.errors;
            branch.item.warnings += child.item.warnings;
            if (child.item.state != topology::State::Same)
                branch.item.state = topology::State::Changed;
        }
    }

    std::vector<TreeItem> flattened()
    {
        std::vector<TreeItem> items;
        std::vector<Branch*> level;
        std::vector<Branch*> order; // the branch of each item
        for (auto& root : m_roots)
            order.push_back(&root);
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i < m_roots.size())
                order[i]->item.row = static_cast<std::int32_t>(i);
            order[i]->item.firstChild = static_cast<std::int32_t>(order.size());
            order[i]->item.children = static_cast<std::int32_t>(order[i]->children.size());
            for (std::size_t row = 0; row < order[i]->children.size(); ++row) {
                auto& child = order[i]->children[row];
                child.item.parent = static_cast<std::int32_t>(i);
                child.item.row = static_cast<std::int32_t>(row);
                order.push_back(&child);
            }
        }
        items.reserve(order.size());
        for (auto* branch : order)
            items.push_back(std::move(branch->item));
        return items;
    }

    const Snapshot& m_snapshot;
    std::vector<Branch> m_roots;
    std::map<std::string, mesh::ResourcePtr> m_namespaces; ///< the objects, by name
    std::map<Place, std::vector<const checks::Finding*>> m_findings;
    std::map<Place, const changes::ResourceChange*> m_changes;
};

} // namespace

bool TreeItem::hasSamePlace(const TreeItem& other) const
{
    return type == other.type && parent == other.parent && row == other.row && id == other.id
        && element == other.element;
}

topology::State stateOfPart(const changes::ResourceChange& change, const mesh::FieldPath& part)
{
    if (change.operation == changes::Operation::Added)
        return topology::State::Added;
    auto state = topology::State::Same;
    for (const auto& field : change.fields) {
        if (field.operation == changes::Operation::Added && part.isWithin(field.path)) {
            state = topology::State::Added;
            // A path of a removed field counts in the old resource: only what is below tells.
        } else if (state == topology::State::Same && field.path.isWithin(part)
                   && (field.operation != changes::Operation::Removed || field.path != part)) {
            state = topology::State::Changed;
        }
    }
    return state;
}

std::string_view iconNameOfKind(std::string_view kind)
{
    return iconOf(kind);
}

std::vector<TreeItem> buildResourceTree(const Snapshot& snapshot)
{
    return snapshot.graph ? Builder(snapshot).build() : std::vector<TreeItem>();
}

std::int32_t findInTree(const std::vector<TreeItem>& items, const mesh::ElementRef& element)
{
    if (element.isNull())
        return -1;
    // Better answers win: the part that holds the field, the resource in its place, one with the same key, its group,
    // its namespace.
    enum Rank { None, Namespace, Group, SameKey, SameResource, Part };
    const bool isNamespace = element.key.kind == "Namespace" && element.key.ns.empty();
    const auto group = "group/" + groupOf(element.key.kind);
    std::int32_t best = -1;
    int bestRank = None;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& item = items[i];
        int rank = None;
        if (isNamespace && item.type == TreeItem::Type::Namespace) {
            rank = item.ns == element.key.name ? SameKey : None;
        } else if (item.type == TreeItem::Type::Namespace && item.ns == element.key.ns) {
            rank = Namespace;
        } else if (item.type == TreeItem::Type::Kind && item.id == group
                   && items[static_cast<std::size_t>(item.parent)].ns == element.key.ns) {
            rank = Group;
        } else if (item.type == TreeItem::Type::Resource && item.element.key == element.key) {
            rank = placeOf(item.element) == placeOf(element) ? SameResource : SameKey;
        } else if (item.type == TreeItem::Type::Part && placeOf(item.element) == placeOf(element)
                   && element.field.isWithin(item.element.field)) {
            rank = Part;
        }
        if (rank > bestRank) {
            best = static_cast<std::int32_t>(i);
            bestRank = rank;
        }
    }
    return best;
}

} // namespace meshdraft::workspace
