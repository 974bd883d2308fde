// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/provenance.h"

#include "models/kustomize/reading.h"

#include <algorithm>
#include <charconv>
#include <ranges>

namespace meshdraft::kustomize {

using mesh::FieldPath;
using source::NodeRef;

namespace {

Provenance unknown(const char* why)
{
    Provenance provenance;
    provenance.what = why;
    return provenance;
}

Provenance madeBy(const ReadStep& step)
{
    Provenance provenance;
    provenance.kind = Provenance::Kind::ReadOnly;
    provenance.what = step.what;
    provenance.where = step.where;
    return provenance;
}

/// Null in any spelling is null.
bool isSameScalar(NodeRef rendered, const Value& read)
{
    if (!read.isScalar())
        return read.kind == source::NodeKind::Empty && rendered.isNull();
    return (rendered.isNull() && read.isNull) || isWrittenFor(rendered, read.scalar);
}

const Value* valueAt(const Value& root, const std::vector<PathStep>& steps)
{
    const Value* value = &root;
    for (const PathStep& step : steps) {
        if (step.isIndex) {
            value = step.index < value->items.size() ? &value->items[step.index] : nullptr;
        } else {
            value = value->find(step.key);
        }
        if (value == nullptr)
            return nullptr;
    }
    return value;
}

SourcePlace placeOf(const Reading& reading, const Origin& origin)
{
    const ReadText& text = reading.text(origin.index);
    if (!text.outer)
        return {text.path, origin.document, origin.node, std::nullopt};
    return {text.path, text.outer->document, text.outer->node, SourcePlace::Nested{origin.document, origin.node}};
}

Provenance editableAt(const Reading& reading, const Origin& origin)
{
    Provenance provenance;
    provenance.kind = Provenance::Kind::Editable;
    provenance.place = placeOf(reading, origin);
    const ReadText& text = reading.text(origin.index);
    const auto offsetIn = [](const ReadText& in, std::uint32_t document, source::NodeId node) {
        const auto found = std::ranges::find(in.text->documents, document, [](const auto& d) { return d->index; });
        return found == in.text->documents.end() ? 0U : (*found)->nodes[node].range.begin;
    };
    if (!text.outer) {
        provenance.where = text.text->locate(offsetIn(text, origin.document, origin.node));
    } else {
        const ReadText& outer = reading.text(text.outer->text);
        provenance.where = outer.text->locate(offsetIn(outer, text.outer->document, text.outer->node));
        // A block scalar has its text on the lines below its header.
        const auto found =
            std::ranges::find(outer.text->documents, text.outer->document, [](const auto& d) { return d->index; });
        const source::NodeStyle style = (*found)->nodes[text.outer->node].style;
        if (style == source::NodeStyle::Literal) {
            provenance.where.line += text.text->locate(offsetIn(text, origin.document, origin.node)).line;
            provenance.where.column = 0;
        }
    }
    provenance.where.path = text.path;
    return provenance;
}

/// Why the render has a value that was not read: what could have put it there.
class Explanation {
public:
    Explanation(const Rendered& rendered, const std::vector<PathStep>& steps, NodeRef node, const Value* read)
        : m_reading(*rendered.reading)
        , m_value(node.value())
        , m_key(steps.empty() || steps.back().isIndex ? std::string_view() : std::string_view(steps.back().key))
        , m_read(read)
    {
    }

    Provenance find() const
    {
        if (const ReadStep* step = setter())
            return madeBy(*step);
        if (const ReadStep* step = renamer())
            return madeBy(*step);
        if (m_read != nullptr && m_read->scalar.contains("$(")) {
            if (const ReadStep* vars = named("vars"))
                return madeBy(*vars);
        }
        if (const ReadStep* transformers = named("transformers"))
            return madeBy(*transformers);
        return unknown("differs");
    }

private:
    const ReadStep* named(std::string_view what) const
    {
        const auto found = std::ranges::find(m_reading.steps(), what, &ReadStep::what);
        return found == m_reading.steps().end() ? nullptr : &*found;
    }

    /// A transformer that puts this very value; the last one counts.
    const ReadStep* setter() const
    {
        for (const ReadStep& step : std::views::reverse(m_reading.steps())) {
            const bool isNamespace = step.what == "namespace";
            const bool sets = std::ranges::any_of(step.sets, [&](const auto& pair) {
                return pair.second == m_value && (isNamespace || pair.first == m_key);
            });
            if (sets)
                return &step;
        }
        return nullptr;
    }

    /// The name of a resource that Kustomize renamed, and here after it.
    const ReadStep* renamer() const
    {
        for (const ReadResource& resource : m_reading.resources()) {
            const bool isGenerated = resource.generatedBy.kind == Origin::Kind::Step;
            if (isGenerated && m_value.starts_with(resource.name.name))
                return &m_reading.steps()[resource.generatedBy.index];
            if (m_value != resource.name.name || resource.names.size() < 2)
                continue;
            const Value* name = resource.root.at({"metadata", "name"});
            if (name != nullptr && name->origin.kind == Origin::Kind::Step)
                return &m_reading.steps()[name->origin.index];
        }
        return nullptr;
    }

    const Reading& m_reading;
    std::string_view m_value;
    std::string_view m_key;
    const Value* m_read;
};

Provenance sourceOf(const Rendered& rendered, const RenderedResource& resource, const std::vector<PathStep>& steps,
                    NodeRef node)
{
    if (resource.read == 0)
        return unknown("notRead");
    const Reading& reading = *rendered.reading;
    const ReadResource& read = reading.resources()[resource.read - 1];
    const Value* value = valueAt(read.root, steps);
    if (value != nullptr && value->origin.kind == Origin::Kind::Step)
        return madeBy(reading.steps()[value->origin.index]);
    if (value != nullptr && !read.isUnsure && isSameScalar(node, *value) && value->origin.kind == Origin::Kind::Source)
        return editableAt(reading, value->origin);
    if (read.generatedBy.kind == Origin::Kind::Step)
        return madeBy(reading.steps()[read.generatedBy.index]);
    if (read.isUnsure)
        return unknown("directive");
    return Explanation(rendered, steps, node, value).find();
}

/// Calls `visit` with every scalar below a node and the steps to it.
template <typename Visit> void forEachScalar(NodeRef node, std::vector<PathStep>& steps, const Visit& visit)
{
    if (node.isMapping()) {
        for (const NodeRef::Entry& entry : node.entries()) {
            steps.push_back({std::string(entry.key.value()), 0, false});
            forEachScalar(entry.value, steps, visit);
            steps.pop_back();
        }
    } else if (node.isSequence()) {
        std::size_t index = 0;
        for (const NodeRef item : node.items()) {
            steps.push_back({{}, index++, true});
            forEachScalar(item, steps, visit);
            steps.pop_back();
        }
    } else {
        visit(node);
    }
}

/// True if a value and all of its parts stand in one document.
bool standsIn(const Value& value, const Origin& whole)
{
    const Origin& origin = value.origin;
    if (origin.kind != Origin::Kind::Source || origin.index != whole.index || origin.document != whole.document)
        return false;
    return std::ranges::all_of(value.entries, [&](const Value::Entry& entry) { return standsIn(entry.value, whole); })
        && std::ranges::all_of(value.items, [&](const Value& item) { return standsIn(item, whole); });
}

} // namespace

bool isWrittenFor(NodeRef rendered, std::string_view value)
{
    if (rendered.value() == value)
        return true;
    double number = 0;
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
    return failure == std::errc() && end == value.data() + value.size() && rendered.toDouble() == number;
}

std::vector<PathStep> stepsTo(NodeRef root, NodeRef node)
{
    std::vector<PathStep> steps;
    for (NodeRef at = node; at.isValid() && !(at == root); at = at.parent()) {
        if (at.parent().isSequence()) {
            steps.push_back({{}, at.indexInParent().value_or(0), true});
        } else {
            steps.push_back({std::string(at.key().value()), 0, false});
        }
    }
    std::ranges::reverse(steps);
    return steps;
}

Provenance sourceOfField(const Rendered& rendered, const mesh::ResourceKey& key, const FieldPath& field)
{
    const RenderedResource* resource = rendered.find(key);
    if (resource == nullptr)
        return unknown("noResource");
    const NodeRef root = rendered.rootOf(*resource);
    const NodeRef node = field.resolve(root);
    if (!node.isValid())
        return unknown("noField");
    if (node.isMapping() || node.isSequence())
        return unknown("notScalar");
    return sourceOf(rendered, *resource, stepsTo(root, node), node);
}

Provenance sourceOfNode(const Rendered& rendered, const mesh::ResourceKey& key, NodeRef node)
{
    const RenderedResource* resource = rendered.find(key);
    if (resource == nullptr)
        return unknown("noResource");
    if (resource->read == 0)
        return unknown("notRead");
    const NodeRef root = rendered.rootOf(*resource);
    const std::vector<PathStep> steps = stepsTo(root, node);
    if (!node.isMapping() && !node.isSequence())
        return sourceOf(rendered, *resource, steps, node);
    const Reading& reading = *rendered.reading;
    const ReadResource& read = reading.resources()[resource->read - 1];
    if (read.generatedBy.kind == Origin::Kind::Step)
        return madeBy(reading.steps()[read.generatedBy.index]);
    if (read.isUnsure)
        return unknown("directive");
    const Value* value = valueAt(read.root, steps);
    if (value == nullptr || value->kind != node.kind())
        return unknown("differs");
    if (value->origin.kind == Origin::Kind::Step)
        return madeBy(reading.steps()[value->origin.index]);
    if (value->origin.kind != Origin::Kind::Source)
        return unknown("differs");
    return editableAt(reading, value->origin);
}

bool isWrittenWhole(const Rendered& rendered, const mesh::ResourceKey& key, NodeRef node)
{
    const RenderedResource* resource = rendered.find(key);
    if (resource == nullptr || resource->read == 0)
        return false;
    const Value* value =
        valueAt(rendered.reading->resources()[resource->read - 1].root, stepsTo(rendered.rootOf(*resource), node));
    return value != nullptr && standsIn(*value, value->origin);
}

Error whyNotEditable(const Provenance& provenance)
{
    if (provenance.kind == Provenance::Kind::Unknown)
        return {"kustomize.unknown." + provenance.what, {}, {}};
    const Location& where = provenance.where;
    return {"kustomize.readOnly", {provenance.what, where.path, std::to_string(where.line)}, where};
}

std::vector<RenderedField> fieldsFrom(const Rendered& rendered, const SourcePlace& place)
{
    std::vector<RenderedField> fields;
    const Reading& reading = *rendered.reading;
    for (const RenderedResource& resource : rendered.resources) {
        const NodeRef root = rendered.rootOf(resource);
        std::vector<PathStep> steps;
        forEachScalar(root, steps, [&](NodeRef node) {
            const Value* value =
                resource.read == 0 ? nullptr : valueAt(reading.resources()[resource.read - 1].root, steps);
            if (value == nullptr || value->origin.kind != Origin::Kind::Source
                || placeOf(reading, value->origin) != place)
                return;
            if (sourceOf(rendered, resource, steps, node).kind == Provenance::Kind::Editable)
                fields.push_back({resource.key, FieldPath::of(root, node)});
        });
    }
    return fields;
}

} // namespace meshdraft::kustomize
