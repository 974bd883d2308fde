// SPDX-License-Identifier: Apache-2.0
#include "models/changes/approval.h"

#include "models/changes/dependencies.h"
#include "models/changes/statements.h"
#include "models/mesh/kinds.h"
#include "models/mesh/meshroutes.h"
#include "models/mesh/projectfile.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace meshdraft::changes {

namespace {

using mesh::effective::MeshView;
using Source = Approval::Source;

bool isSecurityKind(const mesh::ResourceKey& key)
{
    return key.group == "security.istio.io";
}

/// "*", "*.local": a host that stands for many.
bool hasWildcardHost(const mesh::Resource& resource)
{
    if (const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body))
        return rule->host.value.starts_with('*');
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    return table != nullptr && isOfMesh(*table)
        && std::ranges::any_of(table->hosts, [](const auto& host) { return host.value.starts_with('*'); });
}

/// One state of the mesh, as far as owners go.
class Side {
public:
    explicit Side(const MeshView& view)
        : m_view(view)
    {
    }

    /// The sentence that says why a resource is the platform's; empty: it is not.
    std::string scopeOf(const mesh::ResourcePtr& resource) const
    {
        if (!resource)
            return {};
        const mesh::ResourceKey& key = resource->key;
        const mesh::MeshGraph& graph = m_view.graph();
        if (std::ranges::contains(graph.meshConfigs(), graph.find(resource->element())))
            return "approval.meshConfig";
        if (!mesh::kindInfo(key.group, key.kind).isNamespaced)
            return "approval.clusterScoped";
        if (key.ns == m_view.rootNamespace() && mesh::isMeshKind(key.group, key.kind))
            return "approval.rootNamespace";
        if (std::holds_alternative<mesh::EnvoyFilter>(resource->body)
            || std::holds_alternative<mesh::ProxyExtension>(resource->body))
            return "approval.proxyCode";
        if (std::holds_alternative<mesh::Gateway>(resource->body))
            return "approval.gateway";
        if (hasWildcardHost(*resource))
            return "approval.wildcardHost";
        return {};
    }

    /// Whom its labels and annotations name, else those of its Namespace; pairs of owner and key.
    std::vector<std::pair<std::string, std::string>> namedOwners(const mesh::ResourcePtr& resource,
                                                                 std::span<const std::string> keys) const
    {
        if (!resource)
            return {};
        auto named = namedBy(*resource, keys);
        const mesh::Resource* ns = m_view.graph().namespaceObject(resource->key.ns);
        if (named.empty() && ns != nullptr)
            named = namedBy(*ns, keys);
        return named;
    }

private:
    static std::vector<std::pair<std::string, std::string>> namedBy(const mesh::Resource& resource,
                                                                    std::span<const std::string> keys)
    {
        std::vector<std::pair<std::string, std::string>> named;
        for (const std::string& key : keys) {
            for (const mesh::Labels* labels : {&resource.labels, &resource.annotations}) {
                const auto found = labels->find(key);
                if (found != labels->end() && !found->second.empty())
                    named.emplace_back(found->second, key);
            }
        }
        return named;
    }

    const MeshView& m_view;
};

/// Collects approvals; those that ask the same people for the same reason are one.
class Collector {
public:
    Approval& add(Source source, std::vector<std::string> owners, std::string message, std::string subject,
                  std::string detail)
    {
        std::ranges::sort(owners);
        const auto same = std::ranges::find_if(m_approvals, [&](const Approval& each) {
            return each.source == source && each.owners == owners && each.message == message
                && each.args.back() == detail;
        });
        if (same != m_approvals.end())
            return *same;
        m_approvals.push_back({.source = source,
                               .owners = std::move(owners),
                               .count = 1,
                               .isOptional = false,
                               .missing = std::nullopt,
                               .message = std::move(message),
                               .args = {std::move(subject), std::move(detail)},
                               .changes = {},
                               .paths = {}});
        return m_approvals.back();
    }

    void add(const ResourceChange& change, Source source, const std::vector<std::string>& owners, std::string message,
             std::string detail = {})
    {
        Approval& approval =
            add(source, owners, std::move(message), kindAndName(resourceOf(change).key), std::move(detail));
        if (!std::ranges::contains(approval.changes, &change))
            approval.changes.push_back(&change);
    }

    void addFile(const std::string& path, const CodeOwners& codeOwners)
    {
        for (const CodeOwners::Owned& owned : codeOwners.ownersOf(path)) {
            if (owned.owners.empty())
                continue;
            Approval& approval = add(Source::CodeOwners, owned.owners,
                                     owned.section->name.empty() ? "approval.codeOwners" : "approval.codeOwnersSection",
                                     path, owned.section->name);
            approval.count = owned.section->approvals;
            approval.isOptional = owned.section->isOptional;
            approval.paths.push_back(path);
        }
    }

    std::vector<Approval> take() { return std::move(m_approvals); }

private:
    std::vector<Approval> m_approvals;
};

std::string plainName(std::string_view name)
{
    if (name.starts_with('@'))
        name.remove_prefix(1);
    std::string plain(name);
    std::ranges::transform(plain, plain.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return plain;
}

/// By the key of either side: what leaves a namespace is a matter of its owners, too.
bool ruleFits(const OwnerPolicy::Rule& rule, const ResourceChange& change)
{
    const auto fits = [&](const mesh::ResourcePtr& resource) {
        return resource && rule.kinds.fits(resource->key.kind) && rule.namespaces.fits(resource->key.ns)
            && rule.names.fits(resource->key.name);
    };
    return fits(change.before) || fits(change.after);
}

std::string globText(const OwnerPolicy::Rule& rule)
{
    return rule.where.path + ':' + std::to_string(rule.where.line);
}

} // namespace

std::vector<Approval> approvalsOf(const MeshChange& change, const MeshView& before, const MeshView& after,
                                  const CodeOwners& codeOwners, const OwnerPolicy& policy,
                                  std::span<const std::string> files)
{
    Collector collector;
    std::set<std::string> paths(files.begin(), files.end());
    for (const ResourceChange& each : change.resources) {
        for (const mesh::ResourcePtr& resource : {each.before, each.after}) {
            if (resource)
                paths.insert(resource->locate().path);
        }
    }
    for (const std::string& path : paths) {
        collector.addFile(path, codeOwners);
        const bool isPolicy = path == mesh::ProjectFile::path || std::ranges::contains(CodeOwners::places, path);
        if (isPolicy && policy.hasMeshWide)
            collector.add(Source::Scope, policy.platform, "approval.policyFile", path, {}).paths.push_back(path);
    }
    const Side old(before);
    const Side now(after);
    for (const ResourceChange& each : change.resources) {
        // what only changes its spelling is a matter for those who own the file
        if (each.before && each.after && each.fields.empty() && each.operation != Operation::Moved)
            continue;
        if (policy.hasMeshWide) {
            for (const std::string& scope : {old.scopeOf(each.before), now.scopeOf(each.after)}) {
                if (!scope.empty())
                    collector.add(each, Source::Scope, policy.platform, scope);
            }
        }
        if (policy.hasSecurity && isSecurityKind(resourceOf(each).key))
            collector.add(each, Source::Security, policy.security, "approval.security");
        for (const OwnerPolicy::Rule& rule : policy.rules) {
            if (ruleFits(rule, each))
                collector.add(each, Source::Rule, rule.owners, "approval.rule", globText(rule));
        }
        for (const Side* side : {&old, &now}) {
            for (const auto& [owner, label] : side->namedOwners(side == &old ? each.before : each.after, policy.keys))
                collector.add(each, Source::Label, {owner}, "approval.label", label);
        }
    }
    return collector.take();
}

void countMissing(std::span<Approval> approvals, std::span<const std::string> approvers, const OwnerPolicy& policy)
{
    std::set<std::string> given;
    for (const std::string& name : approvers)
        given.insert(plainName(name));
    for (Approval& approval : approvals) {
        if (approval.isOptional)
            continue;
        std::set<std::string> people; // of those who approved, who counts here
        for (const std::string& owner : approval.owners) {
            if (given.contains(plainName(owner)))
                people.insert(plainName(owner));
            for (const auto& [team, members] : policy.members) {
                if (plainName(team) != plainName(owner))
                    continue;
                for (const std::string& member : members) {
                    if (given.contains(plainName(member)))
                        people.insert(plainName(member));
                }
            }
        }
        const auto count = static_cast<std::uint32_t>(people.size());
        approval.missing = approval.count - std::min(approval.count, count);
    }
}

} // namespace meshdraft::changes
