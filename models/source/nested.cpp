// SPDX-License-Identifier: Apache-2.0
#include "models/source/nested.h"

#include "models/source/layout.h"

#include <algorithm>

namespace meshdraft::source {

Expected<NestedTextPtr> NestedText::open(ParsedTextPtr outer, std::uint32_t document, NodeId scalar)
{
    const auto found = std::ranges::find(outer->documents, document, [](const auto& d) { return d->index; });
    if (found == outer->documents.end() || scalar >= (*found)->nodes.size())
        return std::unexpected(Error{"edit.noSuchNode", {}, {}});
    const NodeRef node(found->get(), scalar);
    const Location where = outer->locate(node.range().begin);
    if (!node.isScalar())
        return std::unexpected(Error{"edit.notScalar", {}, where});
    if (node.node().hasTag) {
        const std::string_view tag = Layout(**found).tagOf(scalar);
        if (!isStringTag(tag))
            return std::unexpected(Error{"nested.tag", {std::string(tag)}, where});
    }
    std::optional<ScalarContent> content = ScalarContent::of(node);
    if (!content)
        return std::unexpected(Error{"nested.layout", {}, where});
    std::shared_ptr<NestedText> nested(new NestedText);
    nested->m_inner = parseText(std::string(node.value()));
    nested->m_outer = std::move(outer);
    nested->m_document = *found;
    nested->m_scalar = scalar;
    nested->m_content = *std::move(content);
    return nested;
}

Expected<NestedTextPtr> NestedText::open(const NestedTextPtr& around, std::uint32_t document, NodeId scalar)
{
    Expected<NestedTextPtr> opened = open(around->m_inner, document, scalar);
    if (!opened)
        return std::unexpected(around->outwards(opened.error()));
    std::shared_ptr<NestedText> nested(new NestedText(**opened));
    nested->m_around = around;
    return nested;
}

/// The start of the byte in the text around; the end of the inner text is where its last line with text ends, since
/// behind a block's last line break other things stand.
std::uint32_t NestedText::placeOf(std::uint32_t innerOffset) const
{
    const std::string_view text = *m_inner->text;
    if (innerOffset < text.size())
        return m_content.before(innerOffset);
    const std::size_t last = text.find_last_not_of('\n');
    return m_content.behind(last == std::string_view::npos ? 0 : static_cast<std::uint32_t>(last) + 1);
}

ByteRange NestedText::rangeInOuter(ByteRange inner) const
{
    const std::uint32_t begin = placeOf(inner.begin);
    return {begin, inner.size() == 0 ? begin : std::max(begin, m_content.behind(inner.end))};
}

Location NestedText::locate(std::uint32_t innerOffset) const
{
    const std::uint32_t offset = placeOf(innerOffset);
    return m_around ? m_around->locate(offset) : m_outer->locate(offset);
}

ByteRange NestedText::outerRange(ByteRange inner) const
{
    const ByteRange range = rangeInOuter(inner);
    return m_around ? m_around->outerRange(range) : range;
}

Error NestedText::outwards(Error error) const
{
    if (error.where.line > 0)
        error.where = locate(m_inner->lines.offsetOf(*m_inner->text, error.where));
    return error;
}

std::vector<Error> NestedText::errors() const
{
    std::vector<Error> result;
    for (const Error& error : m_inner->errors)
        result.push_back(outwards(error));
    return result;
}

Expected<std::vector<Splice>> planNestedChanges(const NestedText& nested, std::uint32_t innerDocument,
                                                std::span<const ScalarChange> changes,
                                                std::span<const EntryAddition> additions)
{
    const Expected<std::vector<Splice>> inner = planChanges(*nested.inner(), innerDocument, changes, additions);
    if (!inner)
        return std::unexpected(nested.outwards(inner.error()));
    return planNested(nested, *inner);
}

} // namespace meshdraft::source
