// SPDX-License-Identifier: Apache-2.0
#include "models/changes/waves.h"

#include "models/changes/changeorder.h"
#include "models/changes/dependencies.h"
#include "models/changes/statements.h"
#include "models/mesh/landingorder.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshdraft::changes {

namespace {

/// False for what no cluster sees: comments, spelling, another file.
bool reachesCluster(const ResourceChange& change)
{
    return !change.before || !change.after || !change.fields.empty();
}

std::string nameOf(const ResourceChange& change)
{
    const mesh::ResourceKey& key = resourceOf(change).key;
    return key.kind + ' ' + qualifiedName(key);
}

/// The wave of one resource and the reason for it.
struct Place {
    int wave = 0;
    std::string message = "wave.kind";
    std::vector<std::string> args;
};

bool isStrict(const mesh::ResourcePtr& resource)
{
    const auto* policy = resource ? std::get_if<mesh::PeerAuthentication>(&resource->body) : nullptr;
    if (policy == nullptr)
        return false;
    return policy->mode.value == "STRICT"
        || std::ranges::any_of(policy->portModes, [](const auto& each) { return each.second.value == "STRICT"; });
}

/// A policy that takes requests away: DENY, CUSTOM, or an ALLOW that allows nothing.
bool isRestricting(const mesh::ResourcePtr& resource)
{
    const auto* policy = resource ? std::get_if<mesh::AuthorizationPolicy>(&resource->body) : nullptr;
    return policy != nullptr
        && (policy->action.value == "DENY" || policy->action.value == "CUSTOM"
            || (policy->action.value != "AUDIT" && policy->rules.empty()));
}

Place placeOf(const ResourceChange& change)
{
    const mesh::ResourceKey& key = resourceOf(change).key;
    Place place{.wave = mesh::usualWave(key.group, key.kind), .args = {key.kind}};
    // what clients send has to fit before servers ask for it, and what allows comes before what denies all
    if (isStrict(change.after) && !isStrict(change.before)) {
        place = {mesh::usualWave("security.istio.io", "AuthorizationPolicy"), "wave.strictLast", {}};
    } else if (change.after && isRestricting(change.after)) {
        place = {place.wave + 1, "wave.denyLast", {}};
    }
    return place;
}

/// Puts changes into steps.
class Steps {
    using Role = OrderStep::Role;

public:
    Steps(const MeshChange& change, const std::vector<OrderStep>& order, std::vector<Dependency> dependencies)
        : m_dependencies(std::move(dependencies))
    {
        for (const OrderStep& step : order) {
            for (const ResourceChange* each : step.resources)
                m_roles[each].insert(step.role);
            m_numbers.emplace(step.role, static_cast<std::uint32_t>(m_numbers.size()) + 1);
        }
        for (const ResourceChange& each : change.resources) {
            if (reachesCluster(each))
                m_places.emplace(&each, placeOf(each));
        }
        settle();
    }

    std::vector<LandingStep> steps(const MeshChange& change) const
    {
        std::map<std::pair<bool, int>, LandingStep> steps; // removals behind the rest, by falling wave
        const auto put = [&](const ResourceChange& each, bool isRemoval) {
            const Place& place = m_places.at(&each);
            LandingStep& step = steps[{isRemoval, isRemoval ? -place.wave : place.wave}];
            step.wave = place.wave;
            step.isRemoval = isRemoval;
            WaveEntry entry{.change = &each,
                            .isPartial = isRemoval && each.after != nullptr,
                            .pullRequest = pullRequestOf(each, isRemoval),
                            .message = place.message,
                            .args = place.args};
            if (isRemoval) {
                const std::string user = userOf(each);
                entry.message = user.empty() ? "wave.removed" : "wave.removedAfter";
                entry.args = {user.empty() ? resourceOf(each).key.kind : user};
            }
            step.entries.push_back(std::move(entry));
        };
        for (const ResourceChange& each : change.resources) {
            if (!m_places.contains(&each))
                continue;
            const bool removes = m_roles.at(&each).contains(Role::Removes);
            // what only loses parts that others needed has nothing to bring before
            if (each.after && (!removes || m_roles.at(&each).size() > 1))
                put(each, false);
            if (removes || !each.after)
                put(each, true);
        }
        std::vector<LandingStep> result;
        for (auto& [place, step] : steps)
            result.push_back(std::move(step));
        return result;
    }

    int waveOf(const ResourceChange& change) const { return m_places.at(&change).wave; }

private:
    /// Who needs something comes a wave after it. Needs that go in a circle end where nothing is left to try.
    void settle()
    {
        for (std::size_t round = 0; round < m_dependencies.size(); ++round) {
            bool isSettled = true;
            for (const Dependency& each : m_dependencies) {
                const auto user = m_places.find(each.user);
                const auto provider = m_places.find(each.provider);
                if (user == m_places.end() || provider == m_places.end() || user->second.wave > provider->second.wave)
                    continue;
                user->second = {provider->second.wave + 1, "wave.needs", {nameOf(*each.provider)}};
                isSettled = false;
            }
            if (isSettled)
                return;
        }
    }

    /// What no need ties goes with those that provide, if its wave is not behind theirs; and with what is removed, if
    /// it is not before that on the way out.
    std::uint32_t pullRequestOf(const ResourceChange& change, bool isRemoval) const
    {
        const Role wanted = isRemoval ? Role::Removes : Role::Provides;
        const auto number = m_numbers.find(wanted);
        if (number == m_numbers.end())
            return m_numbers.contains(Role::Uses) ? m_numbers.at(Role::Uses) : 1;
        const bool isTied = std::ranges::any_of(m_dependencies, [&](const Dependency& each) {
            return each.user == &change && each.isRemoval == isRemoval;
        });
        const bool isNear = !isTied && std::ranges::any_of(m_places, [&](const auto& each) {
            return m_roles.at(each.first).contains(wanted) && waveOf(change) <= each.second.wave;
        });
        if (isNear || m_roles.at(&change).contains(wanted) || !m_numbers.contains(Role::Uses))
            return number->second;
        return m_numbers.at(Role::Uses);
    }

    std::string userOf(const ResourceChange& provider) const
    {
        const auto found = std::ranges::find_if(
            m_dependencies, [&](const Dependency& each) { return each.isRemoval && each.provider == &provider; });
        return found != m_dependencies.end() ? nameOf(*found->user) : std::string();
    }

    std::vector<Dependency> m_dependencies;
    std::map<const ResourceChange*, std::set<Role>> m_roles;
    std::map<Role, std::uint32_t> m_numbers; ///< of the pull requests
    std::map<const ResourceChange*, Place> m_places;
};

bool usesArgoIn(const mesh::MeshGraph& graph)
{
    return std::ranges::any_of(graph.resources(), [](const mesh::ResourcePtr& each) {
        return mesh::hasWrittenWave(*each) || std::holds_alternative<mesh::ArgoApplication>(each->body);
    });
}

std::string writtenText(const mesh::Resource& resource)
{
    const auto found = resource.annotations.find(mesh::syncWaveAnnotation);
    return found != resource.annotations.end() ? found->second : std::string();
}

/// How the written waves order two resources; nothing where they cannot be read.
std::optional<OrderNote> waveNote(const Dependency& dependency, const Steps& steps)
{
    using Verdict = OrderNote::Verdict;
    const bool isRemoval = dependency.isRemoval;
    OrderNote note{.first = isRemoval ? dependency.user : dependency.provider,
                   .second = isRemoval ? dependency.provider : dependency.user,
                   .message = {},
                   .args = {}};
    const mesh::Resource& first = resourceOf(*note.first);
    const mesh::Resource& second = resourceOf(*note.second);
    note.args = {nameOf(*note.first),
                 nameOf(*note.second),
                 writtenText(first),
                 writtenText(second),
                 std::to_string(steps.waveOf(*note.first)),
                 std::to_string(steps.waveOf(*note.second))};
    const auto firstWave = mesh::writtenWave(first);
    const auto secondWave = mesh::writtenWave(second);
    if (!firstWave || !secondWave)
        return std::nullopt;
    if (isRemoval) {
        // what Argo CD prunes goes highest wave first; but what stays is applied in the same waves, lowest first
        const bool areBothPruned = !dependency.user->after && !dependency.provider->after;
        const bool isFine = areBothPruned ? *firstWave > *secondWave : *firstWave < *secondWave;
        note.verdict = isFine ? Verdict::Fine : Verdict::TwoSyncs;
    } else if (!mesh::hasWrittenWave(first) && !mesh::hasWrittenWave(second)) {
        note.verdict = Verdict::Missing;
    } else if (*firstWave == *secondWave) {
        note.verdict = Verdict::Same;
    } else {
        note.verdict = *firstWave < *secondWave ? Verdict::Fine : Verdict::WrongWayRound;
    }
    switch (note.verdict) {
    case Verdict::Fine:
        note.message = "argo.fine";
        break;
    case Verdict::Missing:
        note.message = "argo.missing";
        break;
    case Verdict::Same:
        note.message = "argo.same";
        break;
    case Verdict::WrongWayRound:
        note.message = "argo.wrongWayRound";
        break;
    case Verdict::TwoSyncs:
        note.message = "argo.twoSyncs";
        break;
    }
    return note;
}

/// How Flux orders two resources; nothing where one Kustomization brings both, or that is not known.
std::optional<OrderNote> fluxNote(const Dependency& dependency, std::span<const mesh::Resource* const> all)
{
    using Verdict = OrderNote::Verdict;
    // a gateway may come later: nobody asks it before. What goes away is pruned by each for itself
    if (dependency.isRemoval || dependency.type == mesh::ReferenceType::Exposes)
        return std::nullopt;
    const mesh::Resource& provider = resourceOf(*dependency.provider);
    const mesh::Resource& user = resourceOf(*dependency.user);
    const mesh::Resource* first = provider.sourceMap ? nullptr : mesh::bringerOf(all, provider.source.path);
    const mesh::Resource* second = user.sourceMap ? nullptr : mesh::bringerOf(all, user.source.path);
    if (first == nullptr || second == nullptr || first == second || !mesh::haveOneSource(*first, *second))
        return std::nullopt;
    OrderNote note{.first = dependency.provider,
                   .second = dependency.user,
                   .message = {},
                   .args = {nameOf(*dependency.provider), nameOf(*dependency.user), qualifiedName(first->key),
                            qualifiedName(second->key)}};
    if (mesh::waitsFor(all, *second, *first)) {
        note.verdict = Verdict::Fine;
        note.message = "flux.fine";
    } else if (mesh::waitsFor(all, *first, *second)) {
        note.verdict = Verdict::WrongWayRound;
        note.message = "flux.wrongWayRound";
    } else {
        note.verdict = Verdict::Missing;
        note.message = "flux.missing";
    }
    return note;
}

} // namespace

Landing landingOf(const MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after)
{
    const std::vector<Dependency> dependencies = dependenciesOf(change, before, after);
    const Steps steps(change, orderOf(change, before, after), dependencies);
    const std::vector<const mesh::Resource*> kustomizations = mesh::fluxKustomizations(after);
    Landing landing{.steps = steps.steps(change),
                    .usesArgo = usesArgoIn(before) || usesArgoIn(after),
                    .usesFlux = !kustomizations.empty(),
                    .waves = {},
                    .flux = {}};
    const auto add = [](std::vector<OrderNote>& notes, std::optional<OrderNote> note) {
        const auto isOfSame = [&](const OrderNote& each) {
            return each.first == note->first && each.second == note->second && each.verdict == note->verdict;
        };
        if (note && std::ranges::none_of(notes, isOfSame))
            notes.push_back(std::move(*note));
    };
    for (const Dependency& each : dependencies) {
        if (!reachesCluster(*each.user) || !reachesCluster(*each.provider))
            continue;
        if (landing.usesArgo)
            add(landing.waves, waveNote(each, steps));
        if (landing.usesFlux)
            add(landing.flux, fluxNote(each, kustomizations));
    }
    return landing;
}

} // namespace meshdraft::changes
