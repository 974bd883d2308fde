// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/sourceplan.h"

#include "models/changes/split.h"
#include "models/workspace/textblocks.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshdraft::workspace {

namespace {

using kustomize::EditChoice;
using kustomize::RenderedEdit;

/// The weights that differ from what is written.
Expected<std::vector<RenderedEdit>> weightEdits(const mesh::Resource& resource, const mesh::Route& route,
                                                const std::vector<std::int64_t>& weights)
{
    std::vector<RenderedEdit> edits;
    for (std::size_t i = 0; i < route.destinations.size(); ++i) {
        const auto& destination = route.destinations[i];
        if (destination.effectiveWeight == weights[i])
            continue;
        if (!destination.weight.isPresent())
            return std::unexpected(
                Error{"rendered.absentWeight", {destination.host.value}, resource.locate(destination.node)});
        edits.push_back({.root = resource.key.environment,
                         .key = resource.key,
                         .field = resource.pathOf(destination.weight.node),
                         .value = std::to_string(weights[i])});
    }
    return edits;
}

/// The Kustomize roots of a snapshot, its own among them.
std::vector<std::string> rootsOf(const Snapshot& snapshot)
{
    std::vector<std::string> roots;
    for (const auto& environment : snapshot.environments) {
        if (environment.kind == mesh::EnvironmentKind::KustomizeRoot)
            roots.push_back(environment.name);
    }
    if (!std::ranges::contains(roots, snapshot.environment.name))
        roots.push_back(snapshot.environment.name);
    return roots;
}

/// Makes several edits of one kind, each on top of the one before, and puts them together.
class ChoiceMaker {
public:
    ChoiceMaker(const Snapshot& snapshot, std::vector<std::string> roots, EditChoice::Where where)
        : m_snapshot(snapshot)
        , m_roots(std::move(roots))
    {
        m_choice.where = where;
        m_choice.isProven = true;
    }

    /// Nothing where there is no such way to write it.
    Expected<std::optional<SourceChoice>> make(const std::vector<RenderedEdit>& edits, const std::stop_token& stop)
    {
        const auto base = m_snapshot.renderSource.with(m_snapshot.current);
        for (const auto& edit : edits) {
            std::map<std::string, std::string, std::less<>> bytes;
            for (const auto& [path, file] : m_files)
                bytes[path] = file.text;
            const auto plan = kustomize::planRenderedEdit(kustomize::withBytes(base, std::move(bytes)), m_roots, edit,
                                                          m_snapshot.renderSource.options(), stop);
            if (!plan)
                return std::unexpected(plan.error());
            if (plan->choices.empty())
                return refused(kustomize::whyNotEditable(plan->provenance));
            const auto choice = std::ranges::find(plan->choices, m_choice.where, &EditChoice::where);
            if (choice == plan->choices.end())
                return std::optional<SourceChoice>();
            if (!choice->proven)
                return refused(choice->reason.value_or(Error{}), choice->place);
            if (auto added = add(*choice); !added)
                return refused(added.error());
        }
        m_choice.environments.assign(m_environments.begin(), m_environments.end());
        for (const auto& [path, file] : m_files) {
            m_choice.edit.files.push_back(
                {.path = path, .base = m_snapshot.current.find(path)->text->id, .splices = file.splices});
        }
        return m_choice;
    }

private:
    struct File {
        std::string text;
        std::vector<source::Splice> splices; ///< from the snapshot's text
    };

    std::optional<SourceChoice> refused(Error reason, const Location& place = {})
    {
        m_choice.isProven = false;
        m_choice.edit = {};
        if (m_choice.place.path.empty())
            m_choice.place = place.path.empty() ? reason.where : place;
        m_choice.reason = std::move(reason);
        return m_choice;
    }

    Expected<void> add(const EditChoice& choice)
    {
        for (const auto& edit : choice.edit.files) {
            const auto* file = m_snapshot.current.find(edit.path);
            if (file == nullptr)
                return std::unexpected(Error{"edit.noSuchFile", {edit.path}, {.path = edit.path}});
            auto& known = m_files.try_emplace(edit.path, File{*file->text->text, {}}).first->second;
            auto text = source::applySplices(known.text, edit.splices);
            if (!text)
                return std::unexpected(text.error());
            known.splices = composeSplices(*file->text->text, known.splices, edit.splices);
            known.text = std::move(*text);
        }
        if (m_choice.place.path.empty())
            m_choice.place = choice.place;
        for (const auto& affected : choice.affected)
            m_environments.insert(affected.root);
        return {};
    }

    const Snapshot& m_snapshot;
    std::vector<std::string> m_roots;
    SourceChoice m_choice;
    std::map<std::string, File> m_files;
    std::set<std::string> m_environments;
};

} // namespace

const mesh::Route* routeAt(const mesh::Resource& resource, const mesh::FieldPath& field)
{
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr)
        return nullptr;
    for (const auto& route : table->routes) {
        if (field.isWithin(resource.pathOf(route.node)))
            return &route;
    }
    return nullptr;
}

const SourceChoice* SourcePlan::plainChoice(const std::string& environment) const
{
    const auto found = std::ranges::find_if(
        choices, [&](const SourceChoice& choice) { return choice.isProven && choice.isOnlyFor(environment); });
    return found == choices.end() ? nullptr : &*found;
}

bool SourcePlan::hasProven() const
{
    return std::ranges::any_of(choices, &SourceChoice::isProven);
}

Expected<SourcePlan> planWeights(const Snapshot& snapshot, const mesh::ElementRef& route,
                                 const std::vector<std::int64_t>& weights, const std::stop_token& stop)
{
    const auto index = snapshot.graph->find(route);
    const auto* found = index == mesh::noResource ? nullptr : routeAt(snapshot.graph->at(index), route.field);
    if (found == nullptr)
        return std::unexpected(Error{"edit.noRoute", {route.key.kind, route.key.name, route.field.text()}, {}});
    const auto& resource = snapshot.graph->at(index);
    // what is wrong with the weights themselves
    if (const auto possible = changes::setWeights(resource, *found, weights); !possible)
        return std::unexpected(possible.error());
    const auto edits = weightEdits(resource, *found, weights);
    if (!edits)
        return std::unexpected(edits.error());
    SourcePlan plan;
    if (edits->empty())
        return plan;
    for (const auto where : {EditChoice::Where::Source, EditChoice::Where::OverlayPatch}) {
        auto choice = ChoiceMaker(snapshot, rootsOf(snapshot), where).make(*edits, stop);
        if (!choice)
            return std::unexpected(choice.error());
        if (*choice)
            plan.choices.push_back(std::move(**choice));
        // what a transformer makes is so for every way
        if (!plan.choices.empty() && plan.choices.front().reason
            && plan.choices.front().reason->code == "kustomize.readOnly")
            break;
    }
    return plan;
}

} // namespace meshdraft::workspace
