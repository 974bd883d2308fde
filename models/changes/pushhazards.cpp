// SPDX-License-Identifier: Apache-2.0
#include "models/changes/pushhazards.h"

#include "models/changes/dependencies.h"
#include "models/changes/statements.h"
#include "models/mesh/effective/hostmatch.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace meshdraft::changes {

namespace {

using mesh::effective::MeshView;

const char* messageOf(const Dependency& each)
{
    switch (each.type) {
    case mesh::ReferenceType::Exposes:
        return each.isRemoval ? "hazard.gatewayLast" : "hazard.gatewayFirst";
    case mesh::ReferenceType::Delegates:
        return each.isRemoval ? "hazard.delegateLast" : "hazard.delegateFirst";
    default:
        break;
    }
    if (!each.subset.empty())
        return each.isRemoval ? "hazard.subsetLast" : "hazard.subsetFirst";
    return each.isRemoval ? "hazard.serviceLast" : "hazard.serviceFirst";
}

/// What a dependency asks for, as a hazard for the one that needs it.
PushHazard hazardOf(const Dependency& each)
{
    const ResourceChange* first = each.isRemoval ? each.user : each.provider;
    const ResourceChange* second = each.isRemoval ? each.provider : each.user;
    return {.message = messageOf(each),
            .args = {kindAndName(resourceOf(*first).key), kindAndName(resourceOf(*second).key), each.subset},
            .first = first,
            .second = second,
            .element = resourceOf(*each.user).element(),
            .isLasting = false};
}

/// References that were met before and are not any more, though the one who refers is still there.
class Lasting {
public:
    Lasting(const MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after)
        : m_before(before)
        , m_after(after)
    {
        for (const ResourceChange& each : change.resources) {
            if (each.operation == Operation::Renamed)
                m_renamed.emplace(each.before->key, each.after->key);
        }
    }

    void add(const ResourceChange& change, std::vector<PushHazard>& hazards)
    {
        const mesh::ResourceIndex index = change.before ? m_before.find(change.before->element()) : mesh::noResource;
        if (index == mesh::noResource)
            return;
        if (!change.after || change.operation == Operation::Renamed) {
            for (const mesh::Reference* reference : m_before.referencesTo(index))
                addUser(change, *reference, hazards);
        }
        const auto* rule = std::get_if<mesh::DestinationRule>(&change.before->body);
        if (rule == nullptr)
            return;
        const mesh::HostResolution host = m_before.resolveHost(rule->host.value, change.before->key.ns);
        if (host.resource == mesh::noResource)
            return;
        for (const mesh::Reference* reference : m_before.referencesTo(host.resource)) {
            const bool isOwn = std::ranges::any_of(
                rule->subsets, [&](const auto& subset) { return subset.name.value == reference->subset; });
            if (isOwn)
                addUser(change, *reference, hazards);
        }
    }

private:
    void addUser(const ResourceChange& change, const mesh::Reference& old, std::vector<PushHazard>& hazards)
    {
        if (old.type == mesh::ReferenceType::AppliesTo || old.type == mesh::ReferenceType::Selects)
            return;
        const mesh::Resource& user = m_before.at(old.from);
        const auto renamed = m_renamed.find(user.key);
        const auto now = m_after.find(renamed != m_renamed.end() ? renamed->second : user.key);
        if (now.empty())
            return;
        for (const mesh::Reference& reference : m_after.referencesFrom(now.front())) {
            const bool isSame =
                reference.type == old.type && reference.target == old.target && reference.subset == old.subset;
            const bool isMissing = reference.resolution == mesh::Resolution::Missing
                || (!reference.subset.empty() && reference.subsetResolution == mesh::Resolution::Missing);
            if (!isSame || !isMissing || !m_seen.emplace(user.key, reference.target, reference.subset).second)
                continue;
            const mesh::Resource& place = m_after.at(now.front());
            hazards.push_back({.message = reference.subset.empty() ? "hazard.stillUsed" : "hazard.subsetStillUsed",
                               .args = {kindAndName(place.key), kindAndName(change.before->key), reference.subset},
                               .first = nullptr,
                               .second = &change,
                               .element = place.element(reference.node),
                               .isLasting = true});
        }
    }

    const mesh::MeshGraph& m_before;
    const mesh::MeshGraph& m_after;
    std::map<mesh::ResourceKey, mesh::ResourceKey> m_renamed; ///< old key, new key
    std::set<std::tuple<mesh::ResourceKey, std::string, std::string>> m_seen;
};

const mesh::PeerAuthentication* peersOf(const mesh::ResourcePtr& resource)
{
    return resource ? std::get_if<mesh::PeerAuthentication>(&resource->body) : nullptr;
}

constexpr std::uint32_t otherPorts = 0;

bool isStrictAt(const mesh::PeerAuthentication* policy, std::uint32_t port)
{
    if (policy == nullptr)
        return false;
    const auto own = policy->portModes.find(port);
    const bool isOwn = own != policy->portModes.end() && !own->second.value.empty() && own->second.value != "UNSET";
    return (isOwn ? own->second.value : policy->mode.value) == "STRICT";
}

/// True if `one` asks for mTLS on some port, in its namespace, and `other` does not.
bool isStricter(const mesh::ResourcePtr& one, const mesh::ResourcePtr& other)
{
    const auto* policy = peersOf(one);
    if (policy == nullptr)
        return false;
    const auto* compared = other && other->key.ns == one->key.ns ? peersOf(other) : nullptr;
    const auto isStricterAt = [&](std::uint32_t port) {
        return isStrictAt(policy, port) && !isStrictAt(compared, port);
    };
    const auto hasStricter = [&](const mesh::PeerAuthentication* ports) {
        return ports != nullptr
            && std::ranges::any_of(ports->portModes, [&](const auto& each) { return isStricterAt(each.first); });
    };
    return isStricterAt(otherPorts) || hasStricter(policy) || hasStricter(compared);
}

std::string_view clientTls(const mesh::ResourcePtr& resource)
{
    const auto* rule = resource ? std::get_if<mesh::DestinationRule>(&resource->body) : nullptr;
    return rule != nullptr ? std::string_view(rule->tlsMode) : std::string_view();
}

bool asksForToken(const mesh::ResourcePtr& resource)
{
    const auto* policy = resource ? std::get_if<mesh::AuthorizationPolicy>(&resource->body) : nullptr;
    return policy != nullptr && std::ranges::any_of(policy->rules, [](const auto& rule) {
               return std::ranges::any_of(rule.from,
                                          [](const auto& from) { return !from.requestPrincipals.any.empty(); })
                   || std::ranges::any_of(rule.when, [](const auto& condition) {
                          return condition.key.value.starts_with("request.auth.");
                      });
           });
}

bool isAllow(const mesh::ResourcePtr& resource, bool allowsNothing)
{
    const auto* policy = resource ? std::get_if<mesh::AuthorizationPolicy>(&resource->body) : nullptr;
    return policy != nullptr && (policy->action.value.empty() || policy->action.value == "ALLOW")
        && policy->rules.empty() == allowsNothing;
}

/// Pairs of policies that no reference ties together.
class PolicyPairs {
public:
    PolicyPairs(const MeshChange& change, const MeshView& before, const MeshView& after)
        : m_before(before)
        , m_after(after)
    {
        for (const ResourceChange& each : change.resources) {
            m_byNamespace[resourceOf(each).key.ns].push_back(&each);
            const bool wasPlain = clientTls(each.before) == "DISABLE";
            const bool isPlain = clientTls(each.after) == "DISABLE";
            if (wasPlain && !isPlain)
                addRule(m_encrypting, each, before, *each.before);
            if (isPlain && !wasPlain)
                addRule(m_plain, each, after, *each.after);
        }
    }

    void add(const ResourceChange& one, std::vector<PushHazard>& hazards) const
    {
        if (isStricter(one.after, one.before)) {
            for (const ResourceChange* rule : rulesIn(m_encrypting, one.after->key.ns, m_after))
                pair("hazard.clientsFirst", *rule, one, hazards);
        }
        if (isStricter(one.before, one.after)) {
            for (const ResourceChange* rule : rulesIn(m_plain, one.before->key.ns, m_before))
                pair("hazard.serverFirst", one, *rule, hazards);
        }
        const bool asksAnew = asksForToken(one.after) && !asksForToken(one.before);
        const bool deniesAnew = isAllow(one.after, true) && !isAllow(one.before, true);
        if (!asksAnew && !deniesAnew)
            return;
        for (const ResourceChange* other : m_byNamespace.at(resourceOf(one).key.ns)) {
            if (asksAnew && !other->before && other->after
                && std::holds_alternative<mesh::RequestAuthentication>(other->after->body))
                pair("hazard.tokensFirst", *other, one, hazards);
            if (deniesAnew && isAllow(other->after, false) && !isAllow(other->before, false))
                pair("hazard.allowFirst", *other, one, hazards);
        }
    }

private:
    /// DestinationRules by the namespace of their host; without one: wildcards and hosts outside of the mesh.
    using Rules = std::map<std::string, std::vector<const ResourceChange*>, std::less<>>;

    static void addRule(Rules& rules, const ResourceChange& change, const MeshView& view, const mesh::Resource& rule)
    {
        const std::string& host = std::get<mesh::DestinationRule>(rule.body).host.value;
        const mesh::ResourceIndex owner = view.graph().resolveHost(host, rule.key.ns).resource;
        std::string ns;
        if (owner != mesh::noResource) {
            ns = view.at(owner).key.ns;
        } else if (!mesh::effective::isWildcardHost(host)) {
            ns = view.namespaceOfHost(view.fullHost(host, rule.key.ns));
        }
        rules[ns].push_back(&change);
    }

    /// Those whose host may stand for servers that a policy of a namespace holds for.
    static std::vector<const ResourceChange*> rulesIn(const Rules& rules, std::string_view ns, const MeshView& view)
    {
        std::vector<const ResourceChange*> result;
        const auto add = [&](const std::vector<const ResourceChange*>& changes, auto&& condition) {
            std::ranges::copy_if(changes, std::back_inserter(result), condition);
        };
        const auto isAny = [](const ResourceChange*) { return true; };
        if (ns == view.rootNamespace()) {
            for (const auto& [own, changes] : rules)
                add(changes, isAny);
            return result;
        }
        if (const auto own = rules.find(ns); own != rules.end())
            add(own->second, isAny);
        if (const auto wide = rules.find(std::string_view()); wide != rules.end())
            add(wide->second, [&](const ResourceChange* each) { return covers(*each, ns, view); });
        return result;
    }

    static bool covers(const ResourceChange& change, std::string_view ns, const MeshView& view)
    {
        const auto& rule = std::get<mesh::DestinationRule>(resourceOf(change).body);
        return mesh::effective::isWildcardHost(rule.host.value)
            && mesh::effective::hostsOverlap(rule.host.value, view.serviceHost("*", ns));
    }

    static void pair(const char* message, const ResourceChange& first, const ResourceChange& second,
                     std::vector<PushHazard>& hazards)
    {
        hazards.push_back({.message = message,
                           .args = {kindAndName(resourceOf(first).key), kindAndName(resourceOf(second).key), {}},
                           .first = &first,
                           .second = &second,
                           .element = resourceOf(second).element(),
                           .isLasting = false});
    }

    const MeshView& m_before;
    const MeshView& m_after;
    std::map<std::string_view, std::vector<const ResourceChange*>> m_byNamespace;
    Rules m_encrypting; ///< clients that begin to send mTLS
    Rules m_plain; ///< clients that cease to
};

} // namespace

bool becomesStrict(const ResourceChange& change)
{
    return isStricter(change.after, change.before);
}

std::vector<PushHazard> pushHazardsOf(const MeshChange& change, const MeshView& before, const MeshView& after)
{
    std::vector<PushHazard> hazards;
    Lasting lasting(change, before.graph(), after.graph());
    for (const ResourceChange& each : change.resources)
        lasting.add(each, hazards);
    for (const Dependency& each : dependenciesOf(change, before.graph(), after.graph())) {
        // who goes away itself fails no more when what it needed is gone
        if (!each.isRemoval || each.user->after)
            hazards.push_back(hazardOf(each));
    }
    const PolicyPairs pairs(change, before, after);
    for (const ResourceChange& each : change.resources)
        pairs.add(each, hazards);
    return hazards;
}

} // namespace meshdraft::changes
