// SPDX-License-Identifier: Apache-2.0
#include "models/changes/pushhazards.h"

#include "models/changes/dependencies.h"
#include "models/changes/statements.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace meshdraft::changes {

namespace {

std::string nameOf(const mesh::ResourceKey& key)
{
    return key.kind + ' ' + qualifiedName(key);
}

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
            .args = {nameOf(resourceOf(*first).key), nameOf(resourceOf(*second).key), each.subset},
            .first = first,
            .second = second,
            .element = resourceOf(*each.user).element(),
            .isLasting = false};
}

/// References that were met before and are not any more, though the one who refers is still there.
class Lasting {
public:
    Lasting(const mesh::MeshGraph& before, const mesh::MeshGraph& after)
        : m_before(before)
        , m_after(after)
    {
    }

    void add(const ResourceChange& change, std::vector<PushHazard>& hazards)
    {
        const mesh::ResourceIndex index = change.before ? m_before.find(change.before->element()) : mesh::noResource;
        if (index == mesh::noResource)
            return;
        if (!change.after) {
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
        const auto now = m_after.find(user.key);
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
                               .args = {nameOf(user.key), nameOf(change.before->key), reference.subset},
                               .first = nullptr,
                               .second = &change,
                               .element = place.element(reference.node),
                               .isLasting = true});
        }
    }

    const mesh::MeshGraph& m_before;
    const mesh::MeshGraph& m_after;
    std::set<std::tuple<mesh::ResourceKey, std::string, std::string>> m_seen;
};

bool isStrict(const mesh::ResourcePtr& resource)
{
    const auto* policy = resource ? std::get_if<mesh::PeerAuthentication>(&resource->body) : nullptr;
    return policy != nullptr && policy->mode.value == "STRICT";
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
void addPolicyPairs(const MeshChange& change, std::vector<PushHazard>& hazards)
{
    const auto pair = [&](const char* message, const ResourceChange& first, const ResourceChange& second) {
        hazards.push_back({.message = message,
                           .args = {nameOf(resourceOf(first).key), nameOf(resourceOf(second).key), {}},
                           .first = &first,
                           .second = &second,
                           .element = resourceOf(second).element(),
                           .isLasting = false});
    };
    for (const ResourceChange& one : change.resources) {
        const bool becomesStrict = isStrict(one.after) && !isStrict(one.before);
        const bool asksAnew = asksForToken(one.after) && !asksForToken(one.before);
        const bool deniesAnew = isAllow(one.after, true) && !isAllow(one.before, true);
        const bool relaxes = isStrict(one.before) && !isStrict(one.after);
        if (!becomesStrict && !asksAnew && !deniesAnew && !relaxes)
            continue;
        for (const ResourceChange& other : change.resources) {
            const bool isBeside = resourceOf(one).key.ns == resourceOf(other).key.ns;
            const bool wasPlain = clientTls(other.before) == "DISABLE";
            const bool isPlain = clientTls(other.after) == "DISABLE";
            if (becomesStrict && wasPlain && !isPlain)
                pair("hazard.clientsFirst", other, one);
            if (relaxes && !wasPlain && isPlain)
                pair("hazard.serverFirst", one, other);
            if (asksAnew && isBeside && !other.before && other.after
                && std::holds_alternative<mesh::RequestAuthentication>(other.after->body))
                pair("hazard.tokensFirst", other, one);
            if (deniesAnew && isBeside && isAllow(other.after, false) && !isAllow(other.before, false))
                pair("hazard.allowFirst", other, one);
        }
    }
}

} // namespace

std::vector<PushHazard> pushHazardsOf(const MeshChange& change, const mesh::MeshGraph& before,
                                      const mesh::MeshGraph& after)
{
    std::vector<PushHazard> hazards;
    Lasting lasting(before, after);
    for (const ResourceChange& each : change.resources)
        lasting.add(each, hazards);
    for (const Dependency& each : dependenciesOf(change, before, after)) {
        // who goes away itself fails no more when what it needed is gone
        if (!each.isRemoval || each.user->after)
            hazards.push_back(hazardOf(each));
    }
    addPolicyPairs(change, hazards);
    return hazards;
}

} // namespace meshdraft::changes
