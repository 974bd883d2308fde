// SPDX-License-Identifier: Apache-2.0
#include "models/changes/waves.h"

#include "models/changes/changeorder.h"
#include "models/changes/dependencies.h"
#include "models/changes/pushhazards.h"
#include "models/changes/statements.h"
#include "models/mesh/landingorder.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>

namespace meshdraft::changes {

namespace {

/// False for what no cluster sees: comments, spelling, another file.
bool reachesCluster(const ResourceChange& change)
{
    return !change.before || !change.after || !change.fields.empty();
}

std::string nameOf(const ResourceChange& change)
{
    return kindAndName(resourceOf(change).key);
}

/// The wave of one resource and the reason for it.
struct Place {
    int wave = 0;
    std::string message = "wave.kind";
    std::vector<std::string> args;
};

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
    if (becomesStrict(change)) {
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
    Steps(const MeshChange& change, std::span<const Dependency> dependencies)
    {
        for (const OrderStep& step : orderOf(change, dependencies)) {
            for (const ResourceChange* each : step.resources)
                m_roles[each].insert(step.role);
            m_numbers.emplace(step.role, static_cast<std::uint32_t>(m_numbers.size()) + 1);
        }
        for (const ResourceChange& each : change.resources) {
            if (reachesCluster(each))
                m_places.emplace(&each, placeOf(each));
        }
        settle(dependencies);
        for (const Dependency& each : dependencies) {
            m_tied.emplace(each.user, each.isRemoval);
            if (each.isRemoval)
                m_lastUsers.emplace(each.provider, each.user);
        }
        for (const auto& [each, place] : m_places) {
            for (const Role role : m_roles.at(each)) {
                const auto highest = m_highest.try_emplace(role, place.wave).first;
                highest->second = std::max(highest->second, place.wave);
            }
        }
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
                const auto user = m_lastUsers.find(&each);
                const bool isUsed = user != m_lastUsers.end();
                entry.message = isUsed ? "wave.removedAfter" : "wave.removed";
                entry.args = {isUsed ? nameOf(*user->second) : resourceOf(each).key.kind};
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
        result.reserve(steps.size());
        for (auto& [place, step] : steps)
            result.push_back(std::move(step));
        return result;
    }

    int waveOf(const ResourceChange& change) const { return m_places.at(&change).wave; }

private:
    /// Who needs something comes a wave after it. Needs that go in a circle order nothing.
    void settle(std::span<const Dependency> dependencies)
    {
        std::map<const ResourceChange*, std::vector<const ResourceChange*>> users;
        std::map<const ResourceChange*, std::size_t> open; // needs whose wave is not known yet
        for (const Dependency& each : dependencies) {
            if (!m_places.contains(each.user) || !m_places.contains(each.provider))
                continue;
            users[each.provider].push_back(each.user);
            ++open[each.user];
        }
        std::vector<const ResourceChange*> settled;
        for (const auto& [each, place] : m_places) {
            if (!open.contains(each))
                settled.push_back(each);
        }
        while (!settled.empty()) {
            const ResourceChange* provider = settled.back();
            settled.pop_back();
            for (const ResourceChange* user : users[provider]) {
                Place& place = m_places.at(user);
                if (place.wave <= waveOf(*provider))
                    place = {waveOf(*provider) + 1, "wave.needs", {nameOf(*provider)}};
                if (--open.at(user) == 0)
                    settled.push_back(user);
            }
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
        const auto highest = m_highest.find(wanted);
        const bool isNear =
            !m_tied.contains({&change, isRemoval}) && highest != m_highest.end() && waveOf(change) <= highest->second;
        if (isNear || m_roles.at(&change).contains(wanted) || !m_numbers.contains(Role::Uses))
            return number->second;
        return m_numbers.at(Role::Uses);
    }

    std::map<const ResourceChange*, std::set<Role>> m_roles;
    std::map<Role, std::uint32_t> m_numbers; ///< of the pull requests
    std::map<const ResourceChange*, Place> m_places;
    std::map<Role, int> m_highest; ///< waves
    std::set<std::pair<const ResourceChange*, bool>> m_tied; ///< who needs something, or (true) needed it until now
    std::map<const ResourceChange*, const ResourceChange*> m_lastUsers; ///< of what goes away
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
    const Steps steps(change, dependencies);
    const std::vector<const mesh::Resource*> kustomizations = mesh::fluxKustomizations(after);
    Landing landing{.steps = steps.steps(change),
                    .usesArgo = usesArgoIn(before) || usesArgoIn(after),
                    .usesFlux = !kustomizations.empty(),
                    .waves = {},
                    .flux = {}};
    using Told = std::set<std::tuple<const ResourceChange*, const ResourceChange*, OrderNote::Verdict>>;
    Told toldOfArgo;
    Told toldOfFlux;
    const auto add = [](std::vector<OrderNote>& notes, Told& told, std::optional<OrderNote> note) {
        if (note && told.emplace(note->first, note->second, note->verdict).second)
            notes.push_back(std::move(*note));
    };
    for (const Dependency& each : dependencies) {
        if (!reachesCluster(*each.user) || !reachesCluster(*each.provider))
            continue;
        if (landing.usesArgo)
            add(landing.waves, toldOfArgo, waveNote(each, steps));
        if (landing.usesFlux)
            add(landing.flux, toldOfFlux, fluxNote(each, kustomizations));
    }
    return landing;
}

} // namespace meshdraft::changes
