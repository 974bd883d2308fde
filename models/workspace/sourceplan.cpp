// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/sourceplan.h"

#include "models/changes/split.h"
#include "models/workspace/overlaypatch.h"
#include "models/workspace/sourceproof.h"
#include "models/workspace/sourcetranslation.h"
#include "models/workspace/textblocks.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshdraft::workspace {

namespace {

using kustomize::EditChoice;
using kustomize::RenderedEdit;

/// The changes as new values of rendered scalars; nothing where they are more than that.
std::optional<std::vector<RenderedEdit>> scalarEdits(const Snapshot& snapshot, const MeshEdit& edit)
{
    std::vector<RenderedEdit> edits;
    if (!edit.additions.empty() || !edit.removals.empty())
        return std::nullopt;
    for (const auto& change : edit.changes) {
        const auto index = snapshot.graph->find(change.resource);
        if (index == mesh::noResource)
            return std::nullopt;
        const auto& resource = snapshot.graph->at(index);
        for (const auto& each : change.changes) {
            const auto* scalar = std::get_if<source::ScalarChange>(&each);
            if (scalar == nullptr || !resource.node(scalar->node).isScalar())
                return std::nullopt;
            edits.push_back({.root = resource.key.environment,
                             .key = resource.key,
                             .field = resource.pathOf(scalar->node),
                             .value = scalar->value,
                             .asString = scalar->asString});
        }
    }
    return edits;
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

namespace {

SourceChoice refusedChoice(EditChoice::Where where, Error reason, const Location& place = {})
{
    SourceChoice choice;
    choice.where = where;
    choice.place = place.path.empty() ? reason.where : place;
    choice.reason = std::move(reason);
    return choice;
}

/// The first byte that an edit changes.
Location firstPlace(const Snapshot& snapshot, const source::Edit& edit)
{
    if (edit.files.empty())
        return {};
    const auto& first = edit.files.front();
    Location place;
    if (const auto* file = snapshot.current.find(first.path); file != nullptr && !first.splices.empty())
        place = file->text->locate(first.splices.front().offset);
    place.path = first.path;
    return place;
}

SourceChoice provenChoice(const Snapshot& snapshot, EditChoice::Where where, const PlacedEdit& placed,
                          const source::ParsedText& predicted, const Location& place, const std::stop_token& stop)
{
    auto edit = planPlacedEdit(snapshot.current, placed);
    if (!edit)
        return refusedChoice(where, edit.error(), place);
    auto proof = proveEdit(snapshot, *edit, predicted, stop);
    if (proof.reason)
        return refusedChoice(where, std::move(*proof.reason), place);
    SourceChoice choice;
    choice.where = where;
    choice.place = place.path.empty() ? firstPlace(snapshot, *edit) : place;
    choice.edit = std::move(*edit);
    choice.environments = std::move(proof.environments);
    choice.isProven = true;
    return choice;
}

/// What the rendered text is to say.
Expected<source::ParsedTextPtr> predictedText(const Snapshot& snapshot, const source::Edit& edit)
{
    const auto& resource = snapshot.graph->at(snapshot.graph->order().front());
    return source::applySplices(*resource.text->text, edit.files.front().splices).transform([](std::string text) {
        return source::parseText(std::move(text));
    });
}

} // namespace

Expected<SourcePlan> planSources(const Snapshot& snapshot, const MeshEdit& edit, const std::stop_token& stop)
{
    const auto shown = planMeshEdit(snapshot, edit);
    if (!shown)
        return std::unexpected(shown.error());
    SourcePlan plan;
    if (shown->files.empty())
        return plan;
    const auto predicted = predictedText(snapshot, *shown);
    if (!predicted)
        return std::unexpected(predicted.error());
    using Where = EditChoice::Where;
    if (const auto scalars = scalarEdits(snapshot, edit)) {
        for (const auto where : {Where::Source, Where::OverlayPatch}) {
            auto choice = ChoiceMaker(snapshot, rootsOf(snapshot), where).make(*scalars, stop);
            if (!choice)
                return std::unexpected(choice.error());
            if (*choice)
                plan.choices.push_back(std::move(**choice));
        }
    } else if (const auto source = translateToSources(snapshot, edit)) {
        plan.choices.push_back(provenChoice(snapshot, Where::Source, source->edit, **predicted, source->place, stop));
    } else {
        plan.choices.push_back(refusedChoice(Where::Source, source.error()));
    }
    // what a transformer makes is so for every way
    const auto& reason = plan.choices.front().reason;
    if (plan.plainChoice(snapshot.environment.name) != nullptr || (reason && reason->code == "kustomize.readOnly"))
        return plan;
    const auto patch = overlayPatchFor(snapshot, edit);
    if (!patch)
        return std::unexpected(patch.error());
    if (*patch) {
        // in place of what the patches that are there could not do
        std::erase_if(plan.choices, [](const auto& choice) { return choice.where == Where::OverlayPatch; });
        plan.choices.push_back(provenChoice(snapshot, Where::NewPatch, **patch, **predicted, {}, stop));
    }
    return plan;
}

Expected<MeshEdit> weightsEdit(const Snapshot& snapshot, const mesh::ElementRef& route,
                               const std::vector<std::int64_t>& weights)
{
    const auto index = snapshot.graph->find(route);
    const auto* found = index == mesh::noResource ? nullptr : routeAt(snapshot.graph->at(index), route.field);
    if (found == nullptr)
        return std::unexpected(Error{"edit.noRoute", {route.key.kind, route.key.name, route.field.text()}, {}});
    const auto& resource = snapshot.graph->at(index);
    return changes::weightChanges(resource, *found, weights).transform([&](std::vector<source::Change> changes) {
        MeshEdit edit;
        if (!changes.empty())
            edit.changes.push_back({.resource = resource.element(), .changes = std::move(changes)});
        return edit;
    });
}

} // namespace meshdraft::workspace
