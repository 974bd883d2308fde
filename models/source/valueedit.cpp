// SPDX-License-Identifier: Apache-2.0
#include "models/source/collectionedit.h"

namespace meshdraft::source {

namespace {

/// In a block collection or at the root of a document.
void replaceInBlock(const Layout& layout, NodeId id, const NewValue& value, SpliceList& splices)
{
    const Node& old = layout.node(id);
    const BlockStyle style = blockStyleNear(layout, id);
    const NodeKind owner = old.parent == noNode ? NodeKind::Empty : layout.node(old.parent).kind;
    if (owner == NodeKind::Empty) {
        std::string text = blockRoot(value, style);
        if (layout.endsWithBreak(old.range.end) && old.range.size() > 0)
            text += style.lineBreak;
        splices.add(old.range.begin, old.range.size(), std::move(text), id);
        return;
    }
    const NodeRef key = layout.ref(id).key();
    const std::uint32_t head = layout.headOf(id);
    // Of the entry's key or the item's '-'.
    const std::uint32_t indicator = key ? key.range().begin : layout.node(old.parent).range.begin;
    const std::uint32_t column = layout.columnOf(indicator);
    std::string text = blockValue(value, owner, column, style);
    const bool onLine = layout.lineOf(old.range.begin) == layout.lineOf(head);
    const std::uint32_t end = layout.lineBehind(old.range.end).value_or(old.range.end);
    const bool hasComment =
        onLine ? layout.at(layout.skipSpaces(old.range.end)) == '#' : layout.at(layout.skipSpaces(head)) == '#';
    if (old.kind == NodeKind::Empty || (onLine && !value.isNested()) || (onLine && !hasComment)) {
        const bool keepsBreak = old.range.size() > 0 && layout.endsWithBreak(old.range.end);
        const std::uint32_t from = old.kind == NodeKind::Empty ? old.range.begin : head;
        if (old.kind == NodeKind::Empty && hasComment && value.isNested()) {
            const std::uint32_t next = layout.nextLine(from);
            if (owner == NodeKind::Sequence)
                text = style.lineBreak + std::string(column + style.gap, ' ') + text.substr(style.gap - 1);
            const std::uint32_t at = layout.beforeBreak(next);
            splices.insert(at, std::move(text), id);
            return;
        }
        splices.add(from, old.range.end - from, text + (keepsBreak ? style.lineBreak : ""), id);
        return;
    }
    if (owner == NodeKind::Sequence && value.isNested())
        text = style.lineBreak + std::string(column + style.gap, ' ') + text.substr(style.gap - 1);
    if (onLine) {
        // The comment behind the old value stays on the line of its key, the new value's lines come below it.
        splices.remove(head, old.range.end, id);
        splices.insert(layout.beforeBreak(end), std::move(text), id);
        return;
    }
    const std::uint32_t lines = layout.nextLine(head);
    if (value.isNested()) {
        splices.insert(layout.beforeBreak(lines), std::move(text), id);
    } else {
        splices.insert(head, std::move(text), id);
    }
    const bool noBreak = !layout.endsWithBreak(end);
    splices.remove(noBreak ? layout.beforeBreak(lines) : lines, end, id);
}

} // namespace

void replaceValue(const Layout& layout, NodeId id, const NewValue& value, SpliceList& splices)
{
    const Node& old = layout.node(id);
    if (!layout.isInFlow(id)) {
        replaceInBlock(layout, id, value, splices);
        return;
    }
    const std::string text = flowValue(value, flowStyleOf(layout, old.parent));
    std::string gap;
    if (old.kind == NodeKind::Empty)
        gap = layout.ref(id).key() && layout.at(old.range.begin - 1) != ':' && !old.hasAnchor ? ": " : " ";
    splices.add(old.range.begin, old.range.size(), gap + text, id);
}

} // namespace meshdraft::source
