// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/renderedsource.h"

#include "models/kustomize/provenance.h"

#include <algorithm>

namespace meshdraft::kustomize {

namespace {

using source::NodeRef;
using Place = mesh::SourceMap::Place;

class RenderedSource final : public mesh::SourceMap {
public:
    explicit RenderedSource(RenderedPtr rendered)
        : m_rendered(std::move(rendered))
    {
    }

    Place placeOf(const mesh::Resource& resource, source::NodeId id) const override
    {
        const NodeRef root = resource.rootNode();
        if (id != source::noNode) {
            if (const std::optional<Place> place = firstPlace(resource, root, resource.node(id)))
                return *place;
        }
        if (const std::optional<Place> place =
                firstPlace(resource, root, mesh::FieldPath("metadata.name").resolve(root)))
            return *place;
        const RenderedResource* found = m_rendered->find(resource.key);
        Place place;
        place.where.path = found && !found->originFile.empty() ? found->originFile : kustomizationFile();
        return place;
    }

private:
    std::string kustomizationFile() const
    {
        const auto& files = m_rendered->closure->kustomizations;
        const auto found = files.find(m_rendered->root);
        return found == files.end() ? m_rendered->root : found->second;
    }

    std::optional<Place> firstPlace(const mesh::Resource& resource, NodeRef root, NodeRef node) const
    {
        if (!node.isValid())
            return std::nullopt;
        if (node.isMapping()) {
            for (const NodeRef::Entry& entry : node.entries()) {
                if (const std::optional<Place> place = firstPlace(resource, root, entry.value))
                    return place;
            }
            return std::nullopt;
        }
        if (node.isSequence()) {
            for (const NodeRef item : node.items()) {
                if (const std::optional<Place> place = firstPlace(resource, root, item))
                    return place;
            }
            return std::nullopt;
        }
        const Provenance found = sourceOfField(*m_rendered, resource.key, mesh::FieldPath::of(root, node));
        if (found.kind == Provenance::Kind::Unknown)
            return std::nullopt;
        return Place{found.where,
                     found.kind == Provenance::Kind::Editable ? rangeOf(found.place) : source::ByteRange()};
    }

    source::ByteRange rangeOf(const SourcePlace& place) const
    {
        const auto file = m_rendered->closure->files.find(place.path);
        if (file == m_rendered->closure->files.end() || !file->second.text)
            return {};
        const auto& documents = file->second.text->documents;
        const auto document =
            std::ranges::find(documents, place.document, [](const auto& each) { return each->index; });
        return document == documents.end() ? source::ByteRange() : NodeRef(document->get(), place.node).range();
    }

    RenderedPtr m_rendered;
};

} // namespace

std::string renderedPath(const std::string& root)
{
    return root + "/(rendered)";
}

std::shared_ptr<const mesh::SourceMap> sourceMapOf(const RenderedPtr& rendered)
{
    return std::make_shared<const RenderedSource>(rendered);
}

} // namespace meshdraft::kustomize
