// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/sourcetranslation.h"

#include "models/kustomize/provenance.h"

#include <algorithm>

namespace meshdraft::workspace {
namespace {

using kustomize::SourcePlace;
using source::Change;
using source::NodeId;
using source::NodeRef;

source::ParsedTextPtr textOf(const Snapshot& snapshot, const std::string& path)
{
    const auto& files = snapshot.render->closure->files;
    const auto file = files.find(path);
    if (file == files.end())
        return nullptr;
    return file->second.text ? file->second.text : source::parseText(*file->second.bytes);
}

NodeRef nodeAt(const source::ParsedText& text, std::uint32_t document, NodeId node)
{
    const auto found = std::ranges::find(text.documents, document, [](const auto& each) { return each->index; });
    return found == text.documents.end() ? NodeRef() : NodeRef(found->get(), node);
}

/// A node of the sources, and the text that it stands in: a file, or YAML within a scalar of one.
struct SourceNode {
    SourcePlace place;
    source::ParsedTextPtr text;
    NodeRef node;

    bool isBeside(const SourceNode& other) const
    {
        return place.path == other.place.path && node.parent() == other.node.parent();
    }
};

class Translator {
public:
    explicit Translator(const Snapshot& snapshot)
        : m_snapshot(snapshot)
    {
    }

    Expected<SourceTranslation> translate(const MeshEdit& edit)
    {
        for (const auto& change : edit.changes) {
            const auto resource = resourceAt(change.resource);
            if (!resource)
                return std::unexpected(resource.error());
            for (const auto& each : change.changes) {
                if (auto taken = take(**resource, each); !taken)
                    return std::unexpected(taken.error());
            }
        }
        for (const auto& removal : edit.removals) {
            if (auto taken = remove(removal); !taken)
                return std::unexpected(taken.error());
        }
        if (auto put = putNested(); !put)
            return std::unexpected(put.error());
        m_result.edit.additions = edit.additions;
        if (m_result.place.path.empty() && !edit.additions.empty())
            m_result.place.path = edit.additions.front().path;
        return std::move(m_result);
    }

private:
    /// Changes of YAML within a scalar, by that scalar and the document in it.
    using NestedPlace = std::tuple<std::string, std::uint32_t, NodeId, std::uint32_t>;

    Expected<const mesh::Resource*> resourceAt(const mesh::ElementRef& element) const
    {
        const auto index = m_snapshot.graph->find(element);
        if (index == mesh::noResource)
            return std::unexpected(Error{"edit.noResource", {element.key.kind, element.key.name}, {}});
        return &m_snapshot.graph->at(index);
    }

    Expected<SourceNode> sourceOf(const mesh::Resource& resource, NodeRef node)
    {
        const auto found = kustomize::sourceOfNode(*m_snapshot.render, resource.key, node);
        if (found.kind != kustomize::Provenance::Kind::Editable)
            return std::unexpected(kustomize::whyNotEditable(found));
        if (m_result.place.path.empty())
            m_result.place = found.where;
        SourceNode source{found.place, textOf(m_snapshot, found.place.path), {}};
        source.node = nodeAt(*source.text, found.place.document, found.place.node);
        if (found.place.nested) {
            source.text = innerText(found.place, source.node);
            source.node = nodeAt(*source.text, found.place.nested->document, found.place.nested->node);
        }
        return source;
    }

    /// One parse a scalar, so that nodes of it can be compared.
    source::ParsedTextPtr innerText(const SourcePlace& place, NodeRef scalar)
    {
        auto& text = m_innerTexts[{place.path, place.document, place.node}];
        if (!text)
            text = source::parseText(std::string(scalar.value()));
        return text;
    }

    /// As sourceOf, of something that stands in one place with all that is in it.
    Expected<SourceNode> wholeOf(const mesh::Resource& resource, NodeRef node)
    {
        if ((node.isMapping() || node.isSequence())
            && !kustomize::isWrittenWhole(*m_snapshot.render, resource.key, node))
            return std::unexpected(merged(resource, node));
        return sourceOf(resource, node);
    }

    static Error merged(const mesh::Resource& resource, NodeRef node)
    {
        return {
            "kustomize.merged", {resource.key.kind + ' ' + resource.key.name, resource.pathOf(node.id()).text()}, {}};
    }

    std::vector<Change>& changesAt(const SourcePlace& place)
    {
        if (place.nested)
            return m_nested[{place.path, place.document, place.node, place.nested->document}];
        return m_result.edit.changes[{place.path, place.document}];
    }

    Expected<void> put(Expected<SourceNode> source, const std::function<Change(NodeRef)>& change)
    {
        if (!source)
            return std::unexpected(source.error());
        changesAt(source->place).push_back(change(source->node));
        return {};
    }

    /// What is named by an entry's key, or by itself for an item; and whether it was a key.
    static std::pair<NodeRef, bool> elementOf(NodeRef node)
    {
        const auto entries = node.parent().entries();
        const auto found = std::ranges::find(entries, node, &NodeRef::Entry::key);
        return found == entries.end() ? std::pair(node, false) : std::pair(found->value, true);
    }

    static NodeId nameOf(NodeRef value, bool isEntry) { return isEntry ? value.key().id() : value.id(); }

    Expected<void> take(const mesh::Resource& resource, const Change& change)
    {
        return std::visit([&](const auto& each) { return takeOne(resource, each); }, change);
    }

    Expected<void> takeOne(const mesh::Resource& resource, source::ScalarChange change)
    {
        return put(sourceOf(resource, resource.node(change.node)), [&](NodeRef node) {
            change.node = node.id();
            return change;
        });
    }

    Expected<void> takeOne(const mesh::Resource& resource, source::ValueReplacement change)
    {
        return put(wholeOf(resource, resource.node(change.node)), [&](NodeRef node) {
            change.node = node.id();
            return change;
        });
    }

    Expected<void> takeOne(const mesh::Resource& resource, source::EntryInsertion change)
    {
        return put(sourceOf(resource, resource.node(change.mapping)), [&](NodeRef node) {
            change.mapping = node.id();
            change.before = source::noNode; // what is rendered is sorted, the source in an order of its own
            return change;
        });
    }

    Expected<void> takeOne(const mesh::Resource& resource, source::ItemInsertion change)
    {
        auto list = sourceOf(resource, resource.node(change.sequence));
        if (!list)
            return std::unexpected(list.error());
        if (change.before != source::noNode) {
            const auto before = sourceOf(resource, resource.node(change.before));
            if (!before)
                return std::unexpected(before.error());
            if (before->place.path != list->place.path || before->node.parent() != list->node)
                return std::unexpected(merged(resource, resource.node(change.sequence)));
            change.before = before->node.id();
        }
        change.sequence = list->node.id();
        changesAt(list->place).emplace_back(std::move(change));
        return {};
    }

    Expected<void> takeOne(const mesh::Resource& resource, const source::Removal& change)
    {
        const auto [value, isEntry] = elementOf(resource.node(change.node));
        return put(wholeOf(resource, value),
                   [isEntry](NodeRef node) { return source::Removal{nameOf(node, isEntry)}; });
    }

    Expected<void> takeOne(const mesh::Resource& resource, source::KeyRename change)
    {
        return put(wholeOf(resource, elementOf(resource.node(change.key)).first), [&](NodeRef node) {
            change.key = node.key().id();
            return change;
        });
    }

    Expected<void> takeOne(const mesh::Resource& resource, source::Move change)
    {
        const auto [value, isEntry] = elementOf(resource.node(change.node));
        const auto moved = wholeOf(resource, value);
        if (!moved)
            return std::unexpected(moved.error());
        if (change.before != source::noNode) {
            const auto before = sourceOf(resource, elementOf(resource.node(change.before)).first);
            if (!before)
                return std::unexpected(before.error());
            if (!moved->isBeside(*before))
                return std::unexpected(merged(resource, value.parent()));
            change.before = nameOf(before->node, isEntry);
        }
        change.node = nameOf(moved->node, isEntry);
        changesAt(moved->place).emplace_back(change);
        return {};
    }

    Expected<void> remove(const mesh::ElementRef& element)
    {
        const auto resource = resourceAt(element);
        if (!resource)
            return std::unexpected(resource.error());
        const auto root = sourceOf(**resource, (*resource)->rootNode());
        if (!root)
            return std::unexpected(root.error());
        if (root->place.nested)
            return std::unexpected(merged(**resource, (*resource)->rootNode()));
        const PlacedEdit::Place place{root->place.path, root->place.document};
        if (root->node.parent().isValid())
            m_result.edit.changes[place].emplace_back(source::Removal{root->node.id()});
        else
            m_result.edit.removals.insert(place);
        return {};
    }

    /// YAML within scalars: the changes become a new text of the scalar.
    Expected<void> putNested()
    {
        for (const auto& [nested, changes] : m_nested) {
            const auto& [path, document, scalar, inner] = nested;
            const auto& text = *m_innerTexts[{path, document, scalar}];
            const auto splices = source::planChanges(text, inner, changes);
            if (!splices)
                return std::unexpected(Error{splices.error().code, splices.error().args, {.path = path}});
            auto changed = source::applySplices(*text.text, *splices);
            if (!changed)
                return std::unexpected(changed.error());
            m_result.edit.changes[{path, document}].emplace_back(
                source::ScalarChange{scalar, std::move(*changed), true});
        }
        return {};
    }

    const Snapshot& m_snapshot;
    SourceTranslation m_result;
    std::map<NestedPlace, std::vector<Change>> m_nested;
    std::map<std::tuple<std::string, std::uint32_t, NodeId>, source::ParsedTextPtr> m_innerTexts;
};

} // namespace

Expected<SourceTranslation> translateToSources(const Snapshot& snapshot, const MeshEdit& edit)
{
    return Translator(snapshot).translate(edit);
}

} // namespace meshdraft::workspace
