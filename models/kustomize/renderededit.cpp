// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/renderededit.h"

#include "models/kustomize/reading.h"

#include <algorithm>
#include <set>
#include <utility>

namespace meshdraft::kustomize {

using mesh::FieldPath;
using source::NodeRef;

namespace {

std::string nameOf(const mesh::ResourceKey& key)
{
    return key.kind + ' ' + (key.ns.empty() ? "" : key.ns + '/') + key.name;
}

NodeRef nodeOf(const Rendered& rendered, const RenderedField& field)
{
    const RenderedResource* resource = rendered.find(field.key);
    return resource == nullptr ? NodeRef() : field.field.resolve(rendered.rootOf(*resource));
}

source::ParsedTextPtr textIn(const KustomizeClosure& closure, const std::string& path)
{
    const auto file = closure.files.find(path);
    if (file == closure.files.end())
        return nullptr;
    return file->second.text != nullptr ? file->second.text : source::parseText(*file->second.bytes);
}

NodeRef nodeAt(const source::ParsedText& text, std::uint32_t document, source::NodeId node)
{
    const auto found = std::ranges::find(text.documents, document, [](const auto& d) { return d->index; });
    return found == text.documents.end() ? NodeRef() : NodeRef(found->get(), node);
}

/// Makes one change at a place: in the file itself, or in YAML that one of its scalars holds.
Expected<source::FileEdit> editAt(const source::ParsedText& text, const SourcePlace& place,
                                  const source::Change& change)
{
    source::FileEdit edit{place.path, text.id, {}};
    const auto planned = [&](const source::Change& one) -> Expected<source::FileEdit> {
        return source::planChanges(text, place.document, std::span(&one, 1)).transform([&](auto splices) {
            edit.splices = std::move(splices);
            return edit;
        });
    };
    if (!place.nested)
        return planned(change);
    const source::ParsedTextPtr inner =
        source::parseText(std::string(nodeAt(text, place.document, place.node).value()));
    const auto splices = source::planChanges(*inner, place.nested->document, std::span(&change, 1));
    if (!splices)
        return std::unexpected(splices.error());
    const auto changed = source::applySplices(*inner->text, *splices);
    if (!changed)
        return std::unexpected(changed.error());
    return planned(source::ScalarChange{place.node, *changed, true});
}

bool compare(NodeRef before, NodeRef after, const mesh::ResourceKey& key, const FieldPath& path,
             std::vector<FieldChange>& changes)
{
    if (before.kind() != after.kind() && (before.size() != 0 || after.size() != 0))
        return false;
    if (before.isMapping()) {
        const auto old = before.entries();
        const auto now = after.entries();
        return std::ranges::equal(old, now, [&](const NodeRef::Entry& a, const NodeRef::Entry& b) {
            return a.key.value() == b.key.value() && compare(a.value, b.value, key, path.child(a.key.value()), changes);
        });
    }
    if (before.isSequence()) {
        const auto old = before.items();
        const auto now = after.items();
        if (old.size() != now.size())
            return false;
        for (std::size_t i = 0; i < old.size(); ++i) {
            if (!compare(old[i], now[i], key, path.child(i), changes))
                return false;
        }
        return true;
    }
    if (before.value() != after.value() || before.isNull() != after.isNull())
        changes.push_back({{key, path}, std::string(before.value()), std::string(after.value())});
    return true;
}

/// Renders what an edit does and compares it with what was announced.
class Prover {
public:
    Prover(FileSourcePtr files, const std::vector<std::string>& roots, RenderOptions options, std::stop_token stop)
        : m_files(std::move(files))
        , m_roots(roots)
        , m_options(std::move(options))
        , m_stop(std::move(stop))
    {
        m_options.withOrigins = false;
    }

    Expected<RenderedPtr> before(const std::string& root) const { return render(*m_files, root, m_options, m_stop); }

    /// Fills in affected, proven and reason. `announced` says what has to change in a root.
    template <typename Announced>
    void prove(EditChoice& choice, const source::ParsedText& text, const std::string& value, const Announced& announced)
    {
        const source::FileEdit& edit = choice.edit.files.front();
        const auto changed = source::applySplices(*text.text, edit.splices);
        if (!changed) {
            choice.reason = changed.error();
            return;
        }
        const FileSourcePtr after = withBytes(m_files, {{edit.path, *changed}});
        for (const std::string& root : m_roots) {
            const Expected<KustomizeClosurePtr> closure = closureOf(*m_files, root);
            if (!closure || !(*closure)->needs(edit.path))
                continue;
            if (const auto reason = proveIn(root, *after, value, announced, choice)) {
                choice.reason = reason;
                return;
            }
        }
        choice.proven = true;
    }

private:
    template <typename Announced>
    std::optional<Error> proveIn(const std::string& root, const FileSource& after, const std::string& value,
                                 const Announced& announced, EditChoice& choice) const
    {
        const Expected<RenderedPtr> old = before(root);
        if (!old)
            return whatFailed(old.error());
        const Expected<RenderedPtr> now = render(after, root, m_options, m_stop);
        if (!now)
            return now.error();
        const auto changes = changesBetween(**old, **now);
        if (!changes)
            return Error{"kustomize.structure", {root}, {}};
        if (!changes->empty())
            choice.affected.push_back({root, *changes});
        const std::vector<RenderedField> fields = announced(**old);
        std::set<RenderedField> expected(fields.begin(), fields.end());
        for (const FieldChange& change : *changes) {
            if (expected.erase(change.field) == 0 || !isWrittenFor(nodeOf(**now, change.field), value))
                return Error{"kustomize.unexpected", {root, nameOf(change.field.key), change.field.field.text()}, {}};
        }
        if (expected.empty())
            return std::nullopt;
        return Error{"kustomize.without", {root, nameOf(expected.begin()->key), expected.begin()->field.text()}, {}};
    }

    /// A root that did not render before cannot be announced: the edit may do anything to it. One that is a component
    /// is seen through the roots that it is a part of.
    static std::optional<Error> whatFailed(const Error& error)
    {
        if (error.code == "kustomize.componentFailed")
            return std::nullopt;
        return error;
    }

    FileSourcePtr m_files;
    const std::vector<std::string>& m_roots;
    RenderOptions m_options;
    std::stop_token m_stop;
};

/// Where in a root's own patch a field is to be put.
struct PatchPlace {
    SourcePlace mapping; ///< its node is the mapping to add to, or the scalar to change
    std::string key; ///< of the new entry
    source::NewValue value;
};

SourcePlace placeIn(const Reading& reading, const Origin& origin, source::NodeId node)
{
    const ReadText& text = reading.text(origin.index);
    if (!text.outer)
        return {text.path, origin.document, node, std::nullopt};
    return {text.path, text.outer->document, text.outer->node, SourcePlace::Nested{origin.document, node}};
}

/// Goes as deep into the patch as it reaches and wraps the rest around the value.
Expected<PatchPlace> placeInPatch(const Reading& reading, const AppliedPatch& patch, const std::vector<PathStep>& steps,
                                  const RenderedEdit& edit)
{
    NodeRef at = nodeAt(*reading.text(patch.root.index).text, patch.root.document, patch.root.node);
    std::size_t depth = 0;
    for (; depth < steps.size() && !steps[depth].isIndex && at.isMapping(); ++depth) {
        const NodeRef next = at[steps[depth].key];
        if (!next.isValid())
            break;
        at = next;
    }
    const bool crossesList =
        std::ranges::any_of(steps.begin() + static_cast<std::ptrdiff_t>(depth), steps.end(), &PathStep::isIndex);
    if (depth == steps.size() || crossesList || !at.isMapping())
        return std::unexpected(Error{"kustomize.patchList", {nameOf(edit.key), edit.root}, {}});
    source::NewValue value = source::NewValue::scalar(edit.value, edit.asString);
    for (std::size_t i = steps.size() - 1; i > depth; --i)
        value = source::NewValue::mapping({{steps[i].key, std::move(value)}});
    return PatchPlace{placeIn(reading, patch.root, at.id()), steps[depth].key, std::move(value)};
}

class Planner {
public:
    Planner(const FileSourcePtr& files, const std::vector<std::string>& roots, const RenderedEdit& edit,
            const RenderOptions& options, const std::stop_token& stop)
        : m_files(files)
        , m_roots(roots)
        , m_edit(edit)
        , m_prover(files, roots, options, stop)
    {
    }

    Expected<RenderedEditPlan> plan()
    {
        const Expected<RenderedPtr> rendered = m_prover.before(m_edit.root);
        if (!rendered)
            return std::unexpected(rendered.error());
        RenderedEditPlan plan{sourceOfField(**rendered, m_edit.key, m_edit.field), {}};
        if (plan.provenance.what == "noResource" || plan.provenance.what == "noField")
            return std::unexpected(Error{"kustomize.noField", {nameOf(m_edit.key), m_edit.field.text()}, {}});
        if (plan.provenance.kind != Provenance::Kind::Editable)
            return plan;
        plan.choices.push_back(inSource(**rendered, plan.provenance));
        if (isShared(plan.provenance.place.path))
            plan.choices.push_back(inPatch(**rendered));
        return plan;
    }

private:
    EditChoice inSource(const Rendered& rendered, const Provenance& provenance)
    {
        EditChoice choice;
        choice.place = provenance.where;
        const source::ParsedTextPtr text = textIn(*rendered.closure, provenance.place.path);
        const source::NodeId node = provenance.place.nested ? provenance.place.nested->node : provenance.place.node;
        auto edit = editAt(*text, provenance.place, source::ScalarChange{node, m_edit.value, m_edit.asString});
        if (!edit) {
            choice.reason = edit.error();
            return choice;
        }
        choice.edit.files = {std::move(*edit)};
        m_prover.prove(choice, *text, m_edit.value,
                       [&](const Rendered& before) { return fieldsFrom(before, provenance.place); });
        return choice;
    }

    EditChoice inPatch(const Rendered& rendered)
    {
        EditChoice choice;
        choice.where = EditChoice::Where::OverlayPatch;
        const RenderedResource* resource = rendered.find(m_edit.key);
        const auto place = placeOfPatch(rendered, *resource);
        if (!place) {
            choice.reason = place.error();
            return choice;
        }
        const source::ParsedTextPtr text = textIn(*rendered.closure, place->mapping.path);
        const source::NodeId node = place->mapping.nested ? place->mapping.nested->node : place->mapping.node;
        auto edit =
            editAt(*text, place->mapping, source::EntryInsertion{node, place->key, place->value, source::noNode});
        if (!edit) {
            choice.reason = edit.error();
            return choice;
        }
        choice.place = text->locate(edit->splices.empty() ? 0 : edit->splices.front().offset);
        choice.place.path = place->mapping.path;
        choice.edit.files = {std::move(*edit)};
        // Roots that build on this one get the field through it, under the same name.
        m_prover.prove(choice, *text, m_edit.value, [&](const Rendered& before) {
            mesh::ResourceKey key = m_edit.key;
            key.environment = before.root;
            return std::vector<RenderedField>{{key, m_edit.field}};
        });
        return choice;
    }

    /// The last patch that the root itself has for this one resource.
    Expected<PatchPlace> placeOfPatch(const Rendered& rendered, const RenderedResource& resource) const
    {
        const Reading& reading = *rendered.reading;
        const NodeRef root = rendered.rootOf(resource);
        const std::vector<PathStep> steps = stepsTo(root, m_edit.field.resolve(root));
        Error reason{"kustomize.noPatch", {nameOf(m_edit.key), m_edit.root}, {}};
        for (const AppliedPatch& patch : reading.resources()[resource.read - 1].patches) {
            if (!patch.forOneOnly || patch.directory != rendered.root)
                continue;
            auto place = placeInPatch(reading, patch, steps, m_edit);
            if (place)
                return place;
            reason = place.error();
        }
        return std::unexpected(reason);
    }

    /// True if another root needs the file, too, so that a change there is not for this one alone.
    bool isShared(const std::string& path) const
    {
        return std::ranges::any_of(m_roots, [&](const std::string& root) {
            const Expected<KustomizeClosurePtr> closure =
                root == m_edit.root ? std::unexpected(Error{}) : closureOf(*m_files, root);
            return closure && (*closure)->needs(path);
        });
    }

    const FileSourcePtr& m_files;
    const std::vector<std::string>& m_roots;
    const RenderedEdit& m_edit;
    Prover m_prover;
};

} // namespace

std::optional<std::vector<FieldChange>> changesBetween(const Rendered& before, const Rendered& after)
{
    std::vector<FieldChange> changes;
    if (before.resources.size() != after.resources.size())
        return std::nullopt;
    for (std::size_t i = 0; i < before.resources.size(); ++i) {
        const RenderedResource& old = before.resources[i];
        const RenderedResource& now = after.resources[i];
        if (old.key != now.key || !compare(before.rootOf(old), after.rootOf(now), old.key, FieldPath(), changes))
            return std::nullopt;
    }
    return changes;
}

Expected<RenderedEditPlan> planRenderedEdit(const FileSourcePtr& files, const std::vector<std::string>& roots,
                                            const RenderedEdit& edit, const RenderOptions& options,
                                            const std::stop_token& stop)
{
    return Planner(files, roots, edit, options, stop).plan();
}

} // namespace meshdraft::kustomize
