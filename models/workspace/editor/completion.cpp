// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editor/completion.h"

#include "models/mesh/hostnames.h"
#include "models/mesh/kinds.h"

#include <algorithm>
#include <ranges>
#include <set>

namespace meshdraft::workspace {

namespace {

using What = Suggestions::What;

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

std::string portsOf(const std::vector<mesh::Port>& ports)
{
    std::string text;
    for (const auto& port : ports)
        text += (text.empty() ? "" : ", ") + std::to_string(port.number.value);
    return text;
}

/// What the mesh has to offer for one caret.
class Offers {
public:
    Offers(const Snapshot& snapshot, std::string_view text, const CaretPath& caret)
        : m_snapshot(snapshot)
        , m_text(text)
        , m_caret(caret)
        , m_ns(namespaceAt(snapshot, caret))
    {
    }

    Suggestions take()
    {
        m_result.replaced = m_caret.word;
        m_result.typed = m_caret.typed;
        if (!m_result.typed.empty() && (m_result.typed.front() == '"' || m_result.typed.front() == '\'')) {
            m_result.typed.erase(0, 1);
            ++m_result.replaced.begin;
        }
        if (m_caret.place == CaretPath::Place::Text)
            return std::move(m_result);
        const auto* schema = m_caret.schema();
        const auto place = schema == nullptr ? mesh::SchemaPlace() : schema->placeAt(m_caret.path());
        const bool isObject = m_caret.steps.empty() || (place.value != nullptr && place.value->object != nullptr);
        if (m_caret.place == CaretPath::Place::Key && (isObject || !m_caret.isItem))
            offerFields(schema, place);
        else
            offerValues(schema, place);
        keepFitting();
        return std::move(m_result);
    }

private:
    const mesh::MeshGraph& graph() const { return *m_snapshot.graph; }

    void add(std::string text, std::string kind = {}, std::string detail = {})
    {
        m_result.items.push_back({.text = text,
                                  .insert = text,
                                  .kind = std::move(kind),
                                  .detail = std::move(detail),
                                  .isRequired = false,
                                  .sentence = {}});
    }

    void set(What what, std::string subject)
    {
        m_result.what = what;
        m_result.subject = std::move(subject);
    }

    void offerFields(const mesh::KindSchema* schema, const mesh::SchemaPlace& place)
    {
        set(What::Fields, m_caret.steps.empty() ? m_caret.kind : keyOf(m_caret.steps.size()));
        const mesh::ObjectSchema* object = nullptr;
        if (schema != nullptr)
            object = m_caret.steps.empty() ? schema->root : place.value != nullptr ? place.value->object : nullptr;
        if (object == nullptr) {
            if (m_caret.steps.empty()) {
                for (const char* name : {"apiVersion", "kind", "metadata", "spec"}) {
                    mesh::FieldSchema field;
                    field.name = name;
                    field.value.type = name == std::string_view("metadata") || name == std::string_view("spec")
                        ? mesh::ValueType::Object
                        : mesh::ValueType::String;
                    addField(field);
                }
            }
            return;
        }
        for (const auto& field : object->fields)
            addField(field);
    }

    void addField(const mesh::FieldSchema& field)
    {
        if (std::ranges::contains(m_caret.siblings, field.name) || field.deprecated)
            return;
        Suggestion suggestion{.text = field.name,
                              .insert = field.name,
                              .kind = {},
                              .detail = std::string(mesh::valueTypeName(field.value.type)),
                              .isRequired = field.isRequired,
                              .sentence = field.explanation};
        const bool hasColon = m_text.substr(m_result.replaced.end, 1) == ":";
        if (!hasColon)
            suggestion.insert += opening(field);
        m_result.items.push_back(std::move(suggestion));
    }

    /// What follows a key: a space, or a line of its own for what stands below.
    std::string opening(const mesh::FieldSchema& field) const
    {
        using mesh::ValueType;
        const auto type = field.value.type;
        if (m_caret.isFlow || (type != ValueType::Object && type != ValueType::Map && type != ValueType::List))
            return ": ";
        const auto lineStart = m_result.replaced.begin == 0 ? 0 : m_text.rfind('\n', m_result.replaced.begin - 1) + 1;
        const std::string indent(m_result.replaced.begin - lineStart + 2, ' ');
        const auto lineEnd = m_text.find('\n', lineStart);
        const bool isPair = lineEnd != std::string_view::npos && lineEnd > 0 && m_text[lineEnd - 1] == '\r';
        return (isPair ? ":\r\n" : ":\n") + indent + (type == ValueType::List ? "- " : "");
    }

    /// The last step that is a key, before this number of steps.
    std::string keyOf(std::size_t count) const
    {
        while (count > 0 && m_caret.steps[count - 1].isIndex)
            --count;
        return count == 0 ? std::string() : m_caret.steps[count - 1].key;
    }

    std::uint32_t offsetOfKey(std::string_view key) const
    {
        for (const auto& step : m_caret.steps | std::views::reverse) {
            if (!step.isIndex && step.key == key)
                return step.offset;
        }
        return 0;
    }

    /// The host beside a key of the way to the caret.
    std::string hostBeside(std::string_view key) const
    {
        const auto host = valueBeside(m_text, offsetOfKey(key), "host");
        return host.empty() ? host : graph().resolveHost(host, m_ns).fqdn;
    }

    void offerValues(const mesh::KindSchema* schema, const mesh::SchemaPlace& place)
    {
        const auto key = keyOf(m_caret.steps.size());
        if (m_caret.steps.size() == 1 && (key == "apiVersion" || key == "kind")) {
            offerKinds(key == "kind");
            return;
        }
        set(What::Values, key);
        if (place.value != nullptr) {
            for (const auto& value : place.value->values)
                add(value);
            if (place.value->type == mesh::ValueType::Boolean) {
                add("true");
                add("false");
            }
        }
        if (m_snapshot.graph && m_result.items.empty())
            offerMesh(schema, place, key);
    }

    void offerKinds(bool isKind)
    {
        set(What::Values, isKind ? "kind" : "apiVersion");
        std::set<std::string> names;
        const auto group = mesh::groupOf(m_caret.apiVersion);
        for (const auto& kind : mesh::Schema::builtIn().kinds()) {
            if (kind.group == "mesh.istio.io")
                continue;
            if (isKind && (m_caret.apiVersion.empty() || kind.group == group))
                names.insert(kind.kind);
            if (!isKind && (m_caret.kind.empty() || kind.kind == m_caret.kind)) {
                for (const auto& version : kind.versions)
                    names.insert(kind.group + "/" + version.name);
            }
        }
        for (const auto& name : names)
            add(name, isKind ? name : std::string());
    }

    void offerMesh(const mesh::KindSchema* schema, const mesh::SchemaPlace& place, const std::string& key)
    {
        const auto parent = parentKey();
        const std::string kind = schema == nullptr ? m_caret.kind : schema->kind;
        const bool isHost = place.value != nullptr && place.value->format == mesh::ValueFormat::Host;
        if (key == "namespace" || key == "exportTo" || key == "namespaces" || key == "notNamespaces") {
            offerNamespaces(key == "exportTo");
        } else if (key == "subset") {
            offerSubsets();
        } else if (key == "number" && parent == "port") {
            offerPorts();
        } else if (key == "gateways" && kind == "VirtualService") {
            offerGateways();
        } else if (key == "principals" || key == "notPrincipals") {
            offerPrincipals();
        } else if (key == "serviceAccounts") {
            offerServiceAccounts();
        } else if (key == "name" && parent == "backendRefs") {
            offerBackends();
        } else if (key == "name" && parent == "parentRefs") {
            offerParents();
        } else if (key == "delegate" || (key == "name" && parent == "delegate")) {
            offerDelegates();
        } else if (key == "host" || (key == "hosts" && kind == "VirtualService")
                   || (isHost && kind == "DestinationRule")) {
            offerHosts();
        }
    }

    /// The key that holds the mapping of the caret's key.
    std::string parentKey() const
    {
        std::size_t count = m_caret.steps.size();
        while (count > 0 && m_caret.steps[count - 1].isIndex)
            --count;
        return count == 0 ? std::string() : keyOf(count - 1);
    }

    void offerNamespaces(bool exports)
    {
        set(What::Namespaces, {});
        if (exports) {
            add(".");
            add("*");
        }
        std::set<std::string> names;
        for (const auto& ns : graph().namespaces()) {
            if (!ns.empty())
                names.insert(ns);
        }
        for (const auto index : graph().ofKind("Namespace"))
            names.insert(graph().at(index).key.name);
        for (const auto& name : names)
            add(name, "Namespace");
    }

    bool sees(const std::string& host) const
    {
        return graph().resolveHost(host, m_ns).resolution == mesh::Resolution::Found;
    }

    /// Short names for what is in the own namespace, full ones for the rest.
    void offerHosts()
    {
        set(What::Hosts, m_ns);
        std::vector<Suggestion> others;
        std::set<std::string> known;
        for (const auto index : graph().ofKind("Service")) {
            const auto& resource = graph().at(index);
            const auto* service = std::get_if<mesh::Service>(&resource.body);
            const auto full = mesh::serviceHost(resource.key.name, resource.key.ns);
            if (service == nullptr || !known.insert(full).second || !sees(full))
                continue;
            const bool isOwn = resource.key.ns == m_ns;
            Suggestion suggestion{.text = isOwn ? resource.key.name : full,
                                  .insert = isOwn ? resource.key.name : full,
                                  .kind = "Service",
                                  .detail = portsOf(service->ports),
                                  .isRequired = false,
                                  .sentence = {}};
            (isOwn ? m_result.items : others).push_back(std::move(suggestion));
        }
        for (const auto index : graph().ofKind("ServiceEntry")) {
            const auto* entry = std::get_if<mesh::ServiceEntry>(&graph().at(index).body);
            for (const auto& host : entry != nullptr ? entry->hosts : std::vector<mesh::Field<std::string>>()) {
                if (!known.insert(host.value).second || host.value.starts_with('*') || !sees(host.value))
                    continue;
                others.push_back({.text = host.value,
                                  .insert = host.value,
                                  .kind = "ServiceEntry",
                                  .detail = portsOf(entry->ports),
                                  .isRequired = false,
                                  .sentence = {}});
            }
        }
        std::ranges::sort(m_result.items, {}, &Suggestion::text);
        std::ranges::sort(others, {}, &Suggestion::text);
        std::ranges::move(others, std::back_inserter(m_result.items));
    }

    void offerSubsets()
    {
        const auto host = hostBeside("subset");
        set(What::Subsets, host);
        std::set<std::string> known;
        for (const auto index : graph().destinationRulesFor(host)) {
            const auto& resource = graph().at(index);
            const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body);
            for (const auto& subset : rule != nullptr ? rule->subsets : std::vector<mesh::DestinationRule::Subset>()) {
                if (!known.insert(subset.name.value).second)
                    continue;
                std::string labels;
                for (const auto& [label, value] : subset.labels)
                    labels += (labels.empty() ? "" : ", ") + label + "=" + value;
                add(subset.name.value, "DestinationRule", labels);
            }
        }
    }

    void offerPorts()
    {
        const auto host = hostBeside("port");
        set(What::Ports, host);
        const auto found = host.empty() ? mesh::HostResolution() : graph().resolveHost(host, m_ns);
        if (found.resource == mesh::noResource)
            return;
        const auto& resource = graph().at(found.resource);
        std::vector<mesh::Port> ports;
        if (const auto* service = std::get_if<mesh::Service>(&resource.body))
            ports = service->ports;
        if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body))
            ports = entry->ports;
        for (const auto& port : ports) {
            const auto& protocol = port.protocol.value;
            const bool isTold = protocol.empty() || protocol == port.name.value;
            add(std::to_string(port.number.value), resource.key.kind,
                isTold ? port.name.value : port.name.value + ", " + protocol);
        }
    }

    void offerGateways()
    {
        set(What::Gateways, m_ns);
        add("mesh", {}, {});
        std::vector<std::string> others;
        for (const auto index : graph().ofKind("Gateway")) {
            const auto& key = graph().at(index).key;
            if (key.group != "networking.istio.io")
                continue;
            if (key.ns == m_ns)
                add(key.name, "Gateway");
            else
                others.push_back(key.ns + "/" + key.name);
        }
        for (const auto& name : others)
            add(name, "Gateway");
    }

    std::set<std::pair<std::string, std::string>> accounts() const
    {
        std::set<std::pair<std::string, std::string>> result;
        for (const auto& resource : graph().resources()) {
            if (const auto* workload = std::get_if<mesh::Workload>(&resource->body))
                result.emplace(resource->key.ns,
                               workload->serviceAccount.empty() ? "default" : workload->serviceAccount);
        }
        for (const auto index : graph().ofKind("ServiceAccount"))
            result.emplace(graph().at(index).key.ns, graph().at(index).key.name);
        return result;
    }

    void offerPrincipals()
    {
        set(What::Identities, {});
        for (const auto& [ns, account] : accounts())
            add("cluster.local/ns/" + ns + "/sa/" + account, "ServiceAccount", ns);
    }

    void offerServiceAccounts()
    {
        set(What::Identities, {});
        for (const auto& [ns, account] : accounts())
            add(ns == m_ns ? account : ns + "/" + account, "ServiceAccount", ns);
    }

    void offerNamed(What what, const char* kind, const std::string& ns)
    {
        set(what, ns);
        for (const auto index : graph().ofKind(kind)) {
            const auto& resource = graph().at(index);
            if (resource.key.ns != ns)
                continue;
            const auto* service = std::get_if<mesh::Service>(&resource.body);
            add(resource.key.name, kind, service != nullptr ? portsOf(service->ports) : std::string());
        }
    }

    std::string namespaceBeside() const
    {
        const auto ns = valueBeside(m_text, offsetOfKey("name"), "namespace");
        return ns.empty() ? m_ns : ns;
    }

    void offerBackends() { offerNamed(What::Hosts, "Service", namespaceBeside()); }
    void offerParents() { offerNamed(What::Gateways, "Gateway", namespaceBeside()); }
    void offerDelegates() { offerNamed(What::Values, "VirtualService", namespaceBeside()); }

    /// Beginnings first, then what holds the typed text anywhere; in their order otherwise.
    void keepFitting()
    {
        auto& items = m_result.items;
        m_result.all = items.size();
        const auto typed = lowered(m_result.typed);
        std::erase_if(items, [&](const Suggestion& each) { return !lowered(each.text).contains(typed); });
        std::ranges::stable_partition(items,
                                      [&](const Suggestion& each) { return lowered(each.text).starts_with(typed); });
        if (m_result.all == 0)
            m_result.what = What::Nothing;
    }

    const Snapshot& m_snapshot;
    std::string_view m_text;
    const CaretPath& m_caret;
    std::string m_ns;
    Suggestions m_result;
};

} // namespace

std::string namespaceAt(const Snapshot& snapshot, const CaretPath& caret)
{
    return caret.ns.empty() ? snapshot.environment.defaultNamespace : caret.ns;
}

Suggestions suggestionsAt(const Snapshot& snapshot, std::string_view text, const CaretPath& caret)
{
    return Offers(snapshot, text, caret).take();
}

} // namespace meshdraft::workspace
