// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editor/outline.h"

#include "models/workspace/resourcetree.h"
#include "models/workspace/words.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

constexpr int deepest = 3; ///< levels below the resource
constexpr std::size_t mostValues = 6; ///< of a list, in a detail
constexpr std::size_t mostItems = 200; ///< of a list, as lines

struct KeyIcon {
    std::string_view key;
    std::string_view icon;
};

constexpr std::array keyIcons = std::to_array<KeyIcon>({
    {"gateways", "gateway"},    {"parentRefs", "gateway"},
    {"servers", "gateway"},     {"listeners", "gateway"},
    {"http", "route"},          {"tls", "route"},
    {"tcp", "route"},           {"timeout", "timeout"},
    {"timeouts", "timeout"},    {"retries", "retry"},
    {"mirror", "mirror"},       {"mirrors", "mirror"},
    {"fault", "fault"},         {"rewrite", "rewrite"},
    {"redirect", "redirect"},   {"corsPolicy", "cors"},
    {"subsets", "subset"},      {"host", "service"},
    {"hosts", "external"},      {"hostnames", "external"},
    {"selector", "workload"},   {"workloadSelector", "workload"},
    {"targetRefs", "workload"}, {"trafficPolicy", "bolt"},
    {"mtls", "lock"},           {"egress", "fwd"},
    {"ingress", "back"},        {"rules", "authz"},
    {"action", "authz"},        {"delegate", "vs"},
});

std::string iconOf(std::string_view key)
{
    const auto found = std::ranges::find(keyIcons, key, &KeyIcon::key);
    return found == keyIcons.end() ? "doc" : std::string(found->icon);
}

/// Lists of a route table: their items stand right below the resource.
bool isRouteList(std::string_view key)
{
    return key == "http" || key == "tls" || key == "tcp";
}

bool isListOfMappings(const source::NodeRef& node)
{
    return node.isSequence() && node.size() > 0 && node.item(0).resolved().isMapping();
}

/// "v1 80 %, v2 10 %"; one destination has it all.
QString destinationsText(const mesh::Route& route)
{
    QStringList parts;
    std::int64_t total = 0;
    for (const mesh::Destination& destination : route.destinations)
        total += destination.effectiveWeight;
    for (const mesh::Destination& destination : route.destinations) {
        const std::string& name = destination.subset.value.empty() ? destination.host.value : destination.subset.value;
        const auto share = total > 0 ? 100 * destination.effectiveWeight / total : 100;
        parts << u"%1 % %2"_s.arg(QString::number(share), printable(name));
    }
    return parts.join(u", "_s);
}

QString routeText(const mesh::Route& route)
{
    if (!route.matches.empty() && !route.matches.front().conditions.empty()) {
        const mesh::Match::Condition& condition = route.matches.front().conditions.front();
        QStringList parts{
            printable(condition.field.starts_with("headers.") ? condition.field.substr(8) : condition.field)};
        if (condition.field == "uri")
            parts.clear();
        if (!condition.op.empty() && condition.op != "exact")
            parts << printable(condition.op);
        parts << printable(condition.value);
        return parts.join(u' ');
    }
    return destinationsText(route);
}

/// Scalars and short lists and mappings of them; nothing of what has more in it.
QString valueText(const source::NodeRef& given)
{
    const source::NodeRef node = given.resolved();
    if (node.isScalar())
        return printable(std::string(node.value()));
    QStringList parts;
    if (node.isSequence()) {
        for (const source::NodeRef& item : node.items()) {
            if (!item.resolved().isScalar())
                return {};
            if (parts.size() == static_cast<qsizetype>(mostValues))
                return parts.join(u", "_s) + u", …"_s;
            parts << printable(std::string(item.value()));
        }
    } else {
        for (const auto& [key, value] : node.entries()) {
            if (!value.resolved().isScalar())
                return parts.join(u", "_s);
            parts << printable(std::string(key.value())) + u' ' + printable(std::string(value.value()));
        }
    }
    return parts.join(u", "_s);
}

class Outliner {
public:
    Outliner(const Snapshot& snapshot, const mesh::Resource& resource)
        : m_snapshot(snapshot)
        , m_resource(resource)
        , m_table(std::get_if<mesh::RouteTable>(&resource.body))
    {
        for (const changes::ResourceChange& change : snapshot.change.resources) {
            if (change.after && change.after->element() == resource.element())
                m_change = &change;
        }
    }

    std::vector<OutlineItem> build()
    {
        const source::NodeRef root = m_resource.rootNode();
        OutlineItem item;
        item.title = printable(m_resource.key.name);
        item.icon = std::string(iconNameOfKind(m_resource.key.kind));
        item.element = m_resource.element();
        m_items.push_back(std::move(item));
        if (const source::NodeRef spec = root["spec"]) {
            addFields(0, spec, 1);
        } else {
            for (const auto& [key, value] : root.entries()) {
                const std::string_view name = key.value();
                if (name != "apiVersion" && name != "kind" && name != "metadata")
                    addField(0, name, value, 1);
            }
        }
        return std::move(m_items);
    }

private:
    void addFields(std::int32_t parent, const source::NodeRef& mapping, int depth)
    {
        for (const auto& [key, value] : mapping.entries())
            addField(parent, key.value(), value, depth);
    }

    void addField(std::int32_t parent, std::string_view key, const source::NodeRef& given, int depth)
    {
        const source::NodeRef value = given.resolved();
        if (key == "mirrorPercentage" || key == "mirrorPercent")
            return; // stands with the mirror
        if (m_table != nullptr && depth == 1 && isRouteList(key)) {
            addItems(parent, key, value, depth);
            return;
        }
        // How a route looks and where it goes stands on its own line.
        if (m_table != nullptr && depth > 1
            && (key == "match" || key == "route" || key == "name" || key == "matches" || key == "backendRefs"))
            return;
        const std::int32_t line = add(parent, printable(std::string(key)), valueText(value), iconOf(key), given);
        OutlineItem& item = m_items[static_cast<std::size_t>(line)];
        if (key == "retries" && value["attempts"]) {
            item.detail = printable(std::string(value["attempts"].value()));
            if (value["perTryTimeout"])
                item.detail += u" × "_s + printable(std::string(value["perTryTimeout"].value()));
            return;
        }
        if (key == "mirror") {
            const source::NodeRef percent = given.parent()["mirrorPercentage"]["value"];
            item.detail = printable(std::string(value["host"].value())).section(u'.', 0, 0);
            if (value["subset"])
                item.detail += u' ' + printable(std::string(value["subset"].value()));
            if (percent)
                item.detail += u", %1 %"_s.arg(printable(std::string(percent.value())));
            return;
        }
        if (depth >= deepest || !item.detail.isEmpty())
            return;
        if (isListOfMappings(value)) {
            addItems(line, key, value, depth + 1);
        } else if (value.isMapping()) {
            addFields(line, value, depth + 1);
        }
    }

    void addItems(std::int32_t parent, std::string_view key, const source::NodeRef& list, int depth)
    {
        const std::vector<source::NodeRef> items = list.items();
        for (std::size_t i = 0; i < std::min(items.size(), mostItems); ++i) {
            const source::NodeRef item = items[i].resolved();
            const source::NodeRef name = item["name"];
            QString title = name ? printable(std::string(name.value()))
                                 : u"%1[%2]"_s.arg(printable(std::string(key)), QString::number(i));
            QString detail = key == "subsets" ? valueText(item["labels"]) : QString();
            if (key == "servers") {
                title = printable(std::string(item["port"]["name"].value()));
                detail = valueText(item["hosts"]);
            }
            const mesh::Route* route = routeOf(items[i].id());
            if (route != nullptr)
                detail = routeText(*route);
            const std::int32_t line = add(parent, title, detail, iconOf(key), items[i]);
            if (route != nullptr && depth < deepest)
                addFields(line, item, depth + 1);
        }
    }

    const mesh::Route* routeOf(source::NodeId node) const
    {
        if (m_table == nullptr)
            return nullptr;
        const auto found = std::ranges::find(m_table->routes, node, &mesh::Route::node);
        return found == m_table->routes.end() ? nullptr : &*found;
    }

    std::int32_t add(std::int32_t parent, QString title, QString detail, std::string icon, const source::NodeRef& node)
    {
        OutlineItem item;
        item.parent = parent;
        item.title = std::move(title);
        item.detail = std::move(detail);
        item.icon = std::move(icon);
        item.element = m_resource.element(node.id());
        if (m_change != nullptr)
            item.state = stateOfPart(*m_change, item.element.field);
        for (const checks::Finding& finding : m_snapshot.findings) {
            if (finding.element.key != item.element.key || finding.element.path != item.element.path
                || finding.element.document != item.element.document
                || !finding.element.field.isWithin(item.element.field))
                continue;
            item.errors += finding.severity == checks::Severity::Error ? 1 : 0;
            item.warnings += finding.severity == checks::Severity::Warning ? 1 : 0;
        }
        m_items.push_back(std::move(item));
        return static_cast<std::int32_t>(m_items.size()) - 1;
    }

    const Snapshot& m_snapshot;
    const mesh::Resource& m_resource;
    const mesh::RouteTable* m_table;
    const changes::ResourceChange* m_change = nullptr;
    std::vector<OutlineItem> m_items;
};

} // namespace

std::vector<OutlineItem> outlineOf(const Snapshot& snapshot, const mesh::ElementRef& element)
{
    const mesh::ResourceIndex index = snapshot.graph ? snapshot.graph->find(element) : mesh::noResource;
    return index == mesh::noResource ? std::vector<OutlineItem>()
                                     : Outliner(snapshot, snapshot.graph->at(index)).build();
}

std::int32_t findInOutline(const std::vector<OutlineItem>& items, const mesh::FieldPath& field)
{
    std::int32_t best = items.empty() ? -1 : 0;
    for (std::size_t i = 1; i < items.size(); ++i) {
        if (field.isWithin(items[i].element.field))
            best = static_cast<std::int32_t>(i);
    }
    return best;
}

} // namespace meshdraft::workspace
