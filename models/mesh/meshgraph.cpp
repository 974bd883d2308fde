// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/meshgraph.h"

#include "models/mesh/askedindex.h"
#include "models/mesh/hostnames.h"

#include <algorithm>
#include <mutex>

namespace meshdraft::mesh {

namespace {

/// Namespaces that a resource is exported to: spec.exportTo, or Istio's annotation on a Service (separated by commas).
template <typename Visit> bool anyExport(const Resource& resource, const Visit& visit)
{
    if (const auto* entry = std::get_if<ServiceEntry>(&resource.body)) {
        return entry->exportTo.empty()
            ? visit("*")
            : std::ranges::any_of(entry->exportTo, [&](const auto& to) { return visit(to.value); });
    }
    const auto annotation = resource.annotations.find("networking.istio.io/exportTo");
    if (annotation == resource.annotations.end())
        return visit("*");
    std::string_view rest = annotation->second;
    while (true) {
        const auto comma = rest.find(',');
        std::string_view part = rest.substr(0, comma);
        const auto begin = std::min(part.find_first_not_of(' '), part.size());
        part = part.substr(begin, part.find_last_not_of(' ') + 1 - begin);
        if (!part.empty() && visit(part))
            return true;
        if (comma == std::string_view::npos)
            return false;
        rest.remove_prefix(comma + 1);
    }
}

bool includes(const Labels& labels, const Labels& selector)
{
    return std::ranges::all_of(selector, [&](const auto& wanted) {
        const auto found = labels.find(wanted.first);
        return found != labels.end() && found->second == wanted.second;
    });
}

template <typename Name> void note(Lookups* asked, Question question, const Name& name)
{
    if (asked != nullptr)
        asked->add(question, name);
}

const Labels& selectorOf(const Resource& resource)
{
    static const Labels none;
    if (const auto* service = std::get_if<Service>(&resource.body))
        return service->selector;
    if (const auto* sidecar = std::get_if<Sidecar>(&resource.body))
        return sidecar->workloadSelector;
    if (const auto* telemetry = std::get_if<Telemetry>(&resource.body))
        return telemetry->target.selector;
    if (const auto* policy = std::get_if<AuthorizationPolicy>(&resource.body))
        return policy->target.selector;
    return none;
}

MtlsMode modeOf(std::string_view name)
{
    if (name == "STRICT")
        return MtlsMode::Strict;
    if (name == "PERMISSIVE")
        return MtlsMode::Permissive;
    if (name == "DISABLE")
        return MtlsMode::Disable;
    return MtlsMode::Unset;
}

} // namespace

std::span<const ResourceIndex> MeshGraph::ofFile(std::string_view path) const
{
    const auto pathOf = [this](ResourceIndex index) { return std::string_view(at(index).source.path); };
    const auto [begin, end] = std::ranges::equal_range(*m_order, path, {}, pathOf);
    return {begin, end};
}

std::span<const ResourceIndex> MeshGraph::find(const ResourceKey& key, Lookups* asked) const
{
    note(asked, Question::Key, key);
    return m_indexes.withKey(key);
}

std::span<const ResourceIndex> MeshGraph::ofKind(std::string_view kind, Lookups* asked) const
{
    note(asked, Question::Kind, kind);
    return m_indexes.ofKind(kind);
}

std::vector<ResourceIndex> MeshGraph::ofKindIn(std::string_view kind, std::string_view ns, Lookups* asked) const
{
    note(asked, Question::KindIn, std::string_view(kindName(kind, ns)));
    const auto all = m_indexes.ofKind(kind);
    const auto there = m_indexes.named(Question::Namespace, ns);
    Resources found;
    for (const ResourceIndex index : all.size() < there.size() ? all : there) {
        if (at(index).key.kind == kind && at(index).key.ns == ns)
            found.push_back(index);
    }
    return found;
}

std::span<const ResourceIndex> MeshGraph::meshConfigs(Lookups* asked) const
{
    return answers(Question::MeshConfigs, {}, asked);
}

std::span<const ResourceIndex> MeshGraph::answers(Question question, std::string_view name, Lookups* asked) const
{
    note(asked, question, name);
    return m_indexes.named(question, name);
}

std::vector<ResourceIndex> MeshGraph::selecting(std::string_view kind, std::string_view ns, const Labels& labels,
                                                Lookups* asked) const
{
    Resources found;
    const auto add = [&](const std::string& name) {
        for (const ResourceIndex index : answers(Question::Selector, name, asked)) {
            note(asked, Question::Content, at(index).key);
            if (includes(labels, selectorOf(at(index))))
                found.push_back(index);
        }
    };
    add(selectorName(kind, ns));
    for (const auto& [label, value] : labels)
        add(selectorName(kind, ns, label, value));
    std::ranges::sort(found, [this](ResourceIndex left, ResourceIndex right) {
        return left != right && standsBefore(at(left), at(right));
    });
    return found;
}

ResourceIndex MeshGraph::find(const ElementRef& element) const
{
    const auto found = m_indexes.withKey(element.key);
    for (const ResourceIndex index : found) {
        const SourceDoc& place = at(index).source;
        if (place.path == element.path && place.document == element.document && place.item == element.item)
            return index;
    }
    return found.empty() ? noResource : found.front();
}

std::vector<std::string> MeshGraph::namespaces() const
{
    std::vector<std::string> names;
    m_indexes.names(Question::Namespace).forEach([&](const std::string& name, const Resources&) {
        names.push_back(name);
    });
    std::ranges::sort(names);
    return names;
}

bool MeshGraph::hasNamespace(std::string_view ns, Lookups* asked) const
{
    note(asked, Question::Namespace, ns);
    return m_indexes.names(Question::Namespace).contains(ns);
}

bool MeshGraph::hasWorkloads(std::string_view ns, Lookups* asked) const
{
    note(asked, Question::WorkloadNamespace, ns);
    const GraphIndexes::Names& known = m_indexes.names(Question::WorkloadNamespace);
    return ns.empty() ? !known.empty() : known.contains(ns);
}

const Resource* MeshGraph::namespaceObject(std::string_view ns, Lookups* asked) const
{
    const ResourceKey key{m_environment, {}, "Namespace", {}, std::string(ns)};
    note(asked, Question::Content, key);
    const auto found = find(key, asked);
    return found.empty() ? nullptr : &at(found.front());
}

bool MeshGraph::isVisible(ResourceIndex resource, std::string_view ns) const
{
    const Resource& exported = at(resource);
    return anyExport(
        exported, [&](std::string_view to) { return to == "*" || to == ns || (to == "." && exported.key.ns == ns); });
}

ResourceIndex MeshGraph::firstVisible(std::span<const ResourceIndex> candidates, std::string_view ns,
                                      std::span<const Field<std::string>> exportTo) const
{
    const auto sees = [&](ResourceIndex candidate) {
        if (exportTo.empty())
            return isVisible(candidate, ns);
        return std::ranges::any_of(exportTo, [&](const auto& to) {
            return isVisible(candidate, to.value == "." || to.value == "*" ? ns : std::string_view(to.value));
        });
    };
    ResourceIndex first = noResource;
    for (const ResourceIndex candidate : candidates) {
        if (!sees(candidate))
            continue;
        if (at(candidate).key.ns == ns)
            return candidate;
        if (first == noResource)
            first = candidate;
    }
    return first;
}

HostResolution MeshGraph::resolveHost(std::string_view host, std::string_view ns,
                                      std::span<const Field<std::string>> exportTo, Lookups* asked) const
{
    HostResolution result;
    result.fqdn = fullyQualifiedHost(host, ns);
    if (host.empty())
        return result;
    bool isHidden = false;
    const auto lookUp = [&](Question question, std::string_view name) {
        note(asked, question, name);
        const auto found = m_indexes.named(question, name);
        if (found.empty())
            return false;
        result.resource = firstVisible(found, ns, exportTo);
        isHidden = isHidden || result.resource == noResource;
        return result.resource != noResource;
    };
    bool isFound = lookUp(Question::Host, result.fqdn);
    const std::string_view fqdn = result.fqdn;
    for (auto dot = fqdn.find('.'); !isFound && dot != std::string_view::npos; dot = fqdn.find('.', dot + 1))
        isFound = lookUp(Question::WildcardHost, fqdn.substr(dot));
    isFound = isFound || lookUp(Question::WildcardHost, "");
    if (isFound) {
        result.resolution = Resolution::Found;
    } else {
        result.resolution = isHidden ? Resolution::Missing : unfoundHost(fqdn, asked);
    }
    return result;
}

Resolution MeshGraph::unfoundHost(std::string_view fqdn, Lookups* asked) const
{
    if (hasPlaceholder(fqdn))
        return Resolution::Unknown;
    const GraphIndexes::Names& known = m_indexes.names(Question::ServiceNamespace);
    note(asked, Question::ServiceNamespace, std::string_view());
    if (known.empty())
        return Resolution::Unknown;
    std::string_view ns = namespaceOfServiceHost(fqdn);
    if (ns.empty()) {
        // NAME.NS and NAME.NS.svc: DNS of the cluster resolves these, Istio takes them as they stand
        const auto dot = fqdn.find('.');
        if (dot != std::string_view::npos) {
            ns = fqdn.substr(dot + 1);
            if (ns.ends_with(".svc"))
                ns.remove_suffix(4);
        }
    }
    note(asked, Question::ServiceNamespace, ns);
    return known.contains(ns) ? Resolution::Missing : Resolution::Unknown;
}

bool MeshGraph::coversSomeHost(std::string_view wildcard, Lookups* asked) const
{
    note(asked, Question::AnyHost, std::string_view());
    const std::string_view suffix = wildcard.substr(1);
    bool covers = false;
    const auto look = [&](const std::string& host, const Resources&) {
        covers = covers || suffix.empty() || (host.size() >= suffix.size() && host.ends_with(suffix));
    };
    m_indexes.names(Question::Host).forEach(look);
    m_indexes.names(Question::WildcardHost).forEach(look);
    return covers;
}

std::string_view MeshGraph::ruleHostFor(std::string_view fqdn, Lookups* asked) const
{
    const GraphIndexes::Names& rules = m_indexes.names(Question::Rules);
    const auto lookUp = [&](std::string_view host) {
        note(asked, Question::Rules, host);
        return rules.findKey(host);
    };
    if (const std::string* exact = lookUp(fqdn))
        return *exact;
    std::string wildcard;
    for (auto dot = fqdn.find('.'); dot != std::string_view::npos; dot = fqdn.find('.', dot + 1)) {
        wildcard.assign("*").append(fqdn.substr(dot));
        if (const std::string* found = lookUp(wildcard))
            return *found;
    }
    const std::string* any = lookUp("*");
    return any != nullptr ? std::string_view(*any) : std::string_view();
}

std::span<const ResourceIndex> MeshGraph::destinationRulesFor(std::string_view fqdn, Lookups* asked) const
{
    return m_indexes.named(Question::Rules, ruleHostFor(fqdn, asked));
}

Resolution MeshGraph::resolveSubset(std::string_view fqdn, std::string_view subset, Resolution host,
                                    Lookups* asked) const
{
    const std::string_view ruleHost = ruleHostFor(fqdn, asked);
    if (!ruleHost.empty()) {
        std::string name(ruleHost);
        name.append("|").append(subset);
        note(asked, Question::Subset, name);
        if (m_indexes.names(Question::Subset).contains(name))
            return Resolution::Found;
    }
    if (hasPlaceholder(subset) || hasPlaceholder(fqdn))
        return Resolution::Unknown;
    // a DestinationRule for the host that lacks the subset settles it, whatever is known of the host
    return ruleHost.empty() && host == Resolution::Unknown ? Resolution::Unknown : Resolution::Missing;
}

std::vector<ResourceIndex> MeshGraph::workloadsWith(std::string_view ns, const Labels& selector, Lookups* asked) const
{
    std::span<const ResourceIndex> fewest;
    bool isFirst = true;
    for (const auto& [label, value] : selector) {
        const std::string name = labelName(ns, label, value);
        note(asked, Question::Label, name);
        const auto found = m_indexes.named(Question::Label, name);
        if (isFirst || found.size() < fewest.size())
            fewest = found;
        isFirst = false;
    }
    Resources matching;
    for (const ResourceIndex index : fewest) {
        if (includes(std::get<Workload>(at(index).body).podLabels, selector))
            matching.push_back(index);
    }
    return matching;
}

std::vector<ResourceIndex> MeshGraph::workloadsMatching(std::string_view ns, const Labels& selector,
                                                        Lookups* asked) const
{
    return ns.empty() ? Resources() : workloadsWith(ns, selector, asked);
}

std::vector<ResourceIndex> MeshGraph::workloadsAnywhere(const Labels& selector, Lookups* asked) const
{
    return workloadsWith({}, selector, asked);
}

std::vector<ResourceIndex> MeshGraph::workloadsOf(ResourceIndex service, const Labels& subset, Lookups* asked) const
{
    if (service >= m_slots.size())
        return {};
    const Resource& resource = at(service);
    note(asked, Question::Content, resource.key);
    Labels selector;
    if (const auto* kubernetes = std::get_if<Service>(&resource.body)) {
        selector = kubernetes->selector;
    } else if (const auto* entry = std::get_if<ServiceEntry>(&resource.body)) {
        selector = entry->workloadSelector;
    }
    if (selector.empty())
        return {};
    for (const auto& [label, value] : subset) {
        const auto [place, isNew] = selector.try_emplace(label, value);
        if (!isNew && place->second != value)
            return {};
    }
    return workloadsMatching(resource.key.ns, selector, asked);
}

std::span<const Reference> MeshGraph::referencesFrom(ResourceIndex resource) const
{
    if (resource >= m_resolved.size() || !m_resolved[resource])
        return {};
    return m_resolved[resource]->references;
}

std::vector<const Reference*> MeshGraph::referencesTo(ResourceIndex resource) const
{
    std::vector<const Reference*> result;
    if (resource >= m_leadingTo.size())
        return result;
    for (const ResourceIndex from : m_leadingTo[resource]) {
        for (const Reference& reference : referencesFrom(from)) {
            if (reference.to == resource)
                result.push_back(&reference);
        }
    }
    return result;
}

std::vector<const Reference*> MeshGraph::references() const
{
    std::vector<const Reference*> result;
    for (const ResourceIndex index : order()) {
        for (const Reference& reference : referencesFrom(index))
            result.push_back(&reference);
    }
    return result;
}

const AskedIndex& MeshGraph::asked() const
{
    return m_asked->get([this](AskedIndex& index) {
        std::vector<AskedIndex::Entry> all;
        for (const ResourceIndex each : order()) {
            for (const Lookup lookup : m_resolved[each]->lookups)
                all.push_back({lookup, each});
        }
        index = AskedIndex(std::move(all));
    });
}

std::span<const ResourceIndex> MeshGraph::whoAsked(Lookup question) const
{
    return asked().find(question);
}

MtlsMode MeshGraph::selectorlessMode(std::string_view ns) const
{
    for (const ResourceIndex index : m_indexes.named(Question::PeerAuthentications, ns)) {
        const auto& policy = std::get<PeerAuthentication>(at(index).body);
        if (policy.target.selector.empty())
            return modeOf(policy.mode.value);
    }
    return MtlsMode::Unset;
}

MtlsMode MeshGraph::mtlsOfNamespace(std::string_view ns) const
{
    const MtlsMode own = selectorlessMode(ns);
    return own == MtlsMode::Unset ? selectorlessMode(rootNamespace) : own;
}

MtlsMode MeshGraph::mtlsOfWorkload(ResourceIndex workload) const
{
    if (workload >= m_slots.size())
        return MtlsMode::Unset;
    const Resource& resource = at(workload);
    const auto* pods = std::get_if<Workload>(&resource.body);
    // Istio ignores selectors in the root namespace
    if (pods != nullptr && resource.key.ns != rootNamespace) {
        for (const ResourceIndex index : m_indexes.named(Question::PeerAuthentications, resource.key.ns)) {
            const auto& policy = std::get<PeerAuthentication>(at(index).body);
            if (policy.target.selector.empty() || !includes(pods->podLabels, policy.target.selector))
                continue;
            if (const MtlsMode mode = modeOf(policy.mode.value); mode != MtlsMode::Unset)
                return mode;
            break;
        }
    }
    return mtlsOfNamespace(resource.key.ns);
}

} // namespace meshdraft::mesh
