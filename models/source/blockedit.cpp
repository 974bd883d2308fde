// SPDX-License-Identifier: Apache-2.0
#include "models/source/collectionedit.h"
#include "models/source/entryextent.h"

#include <algorithm>
#include <ranges>

namespace meshdraft::source {

namespace {

class BlockEdit {
public:
    BlockEdit(const Layout& layout, const CollectionChange& change, SpliceList& splices)
        : m_layout(layout)
        , m_change(change)
        , m_splices(splices)
        , m_column(layout.columnOf(change.elements.front().begin))
        , m_style(blockStyleNear(layout, change.id))
    {
        for (std::size_t i = 0; i < change.elements.size(); ++i)
            m_wholes.push_back(wholeOf(layout, change.id, change.elements, i));
    }

    void run()
    {
        if (m_change.slots.empty()) {
            removeAll();
            return;
        }
        std::vector<bool> stays(m_wholes.size(), false);
        for (const Slot& slot : m_change.slots) {
            if (slot.element != Slot::isNew && !slot.isMoved)
                stays[slot.element] = true;
        }
        takeOut(stays);
        putIn(stays);
    }

private:
    bool sharesFirstLine(std::size_t index) const { return !m_layout.startsLine(m_change.elements[index].begin); }

    void takeOut(const std::vector<bool>& stays)
    {
        for (std::size_t i = 0; i < stays.size(); ++i) {
            if (stays[i])
                continue;
            std::size_t last = i;
            while (last + 1 < stays.size() && !stays[last + 1])
                ++last;
            takeOutRun(i, last);
            i = last;
        }
    }

    void takeOutRun(std::size_t first, std::size_t last)
    {
        const std::uint32_t begin = m_wholes[first].begin;
        const std::uint32_t end = m_wholes[last].end;
        if (sharesFirstLine(first)) {
            // What follows comes up to the indicator that the first element stood behind.
            const bool follows = last + 1 < m_wholes.size();
            m_splices.remove(begin, follows ? behindIndent(end) : m_layout.beforeBreak(end), m_change.id);
            return;
        }
        for (std::size_t i = first; i <= last; ++i) {
            const std::uint32_t from = i == first ? beginWithBlankLines(first, last) : m_wholes[i].begin;
            m_splices.remove(from, m_wholes[i].end, m_change.id);
        }
    }

    std::uint32_t behindIndent(std::uint32_t line) const
    {
        while (line < m_layout.end() && m_layout.isBlankLine(line))
            line = m_layout.nextLine(line);
        return m_layout.skipSpaces(line);
    }

    /// Blank lines above go along where there are some below as well, and the line break above does where the text has
    /// none at its end.
    std::uint32_t beginWithBlankLines(std::size_t first, std::size_t last) const
    {
        const std::uint32_t begin = m_wholes[first].begin;
        const std::uint32_t end = m_wholes[last].end;
        const bool isLastLine = end == m_layout.end();
        if (isLastLine && !m_layout.endsWithBreak(end) && first > 0 && !appends())
            return m_layout.beforeBreak(begin);
        const bool blankBelow = isLastLine || m_layout.isBlankLine(end);
        const std::uint32_t floor = first > 0 ? m_wholes[first - 1].end : begin;
        std::uint32_t above = begin;
        while (blankBelow && above > floor && m_layout.isBlankLine(m_layout.lineOf(above - 1)))
            above = m_layout.lineOf(above - 1);
        return std::max(above, floor);
    }

    void putIn(const std::vector<bool>& stays)
    {
        for (std::size_t at = 0; at < m_change.slots.size(); ++at) {
            const Slot& slot = m_change.slots[at];
            if (slot.element != Slot::isNew && !slot.isMoved)
                continue;
            const auto next =
                std::find_if(m_change.slots.begin() + static_cast<std::ptrdiff_t>(at), m_change.slots.end(),
                             [](const Slot& each) { return each.element != Slot::isNew && !each.isMoved; });
            if (next == m_change.slots.end()) {
                putBehind(slot, stays);
            } else {
                putBefore(slot, next->element);
            }
        }
    }

    /// True if something is put behind all that stays.
    bool appends() const { return m_change.slots.back().element == Slot::isNew || m_change.slots.back().isMoved; }

    static std::string withoutBreak(std::string text)
    {
        text.resize(text.size() - (text.ends_with("\r\n") ? 2 : 1));
        return text;
    }

    std::string indent() const { return std::string().append(m_column, ' '); }

    /// The element's lines, each with its line break, the first one without indentation.
    std::string linesOf(const Slot& slot) const
    {
        if (slot.element == Slot::isNew) {
            const std::string text = slot.key != nullptr ? blockEntry(*slot.key, *slot.value, m_column, m_style)
                                                         : blockItem(*slot.value, m_column, m_style);
            return text + m_style.lineBreak;
        }
        const ByteRange whole = m_wholes[slot.element];
        std::string text(m_layout.slice(m_layout.skipSpaces(whole.begin), whole.end));
        if (!text.ends_with('\n'))
            text += m_style.lineBreak;
        return text;
    }

    void putBefore(const Slot& slot, std::size_t next)
    {
        const bool inLine = sharesFirstLine(next);
        const bool comesUp = !inLine && next > 0 && comesUpTo(next);
        const std::string text = linesOf(slot);
        if (inLine) {
            m_splices.insert(m_change.elements[next].begin, text + indent(), m_change.id);
        } else if (comesUp) {
            m_splices.insert(m_change.elements.front().begin, text + indent(), m_change.id);
        } else {
            m_splices.insert(m_wholes[next].begin, indent() + text, m_change.id);
        }
    }

    /// True if this element comes up to the line of the collection's indicator because all before it go.
    bool comesUpTo(std::size_t next) const
    {
        if (!sharesFirstLine(0))
            return false;
        return std::ranges::none_of(m_change.slots, [&](const Slot& slot) {
            return slot.element != Slot::isNew && !slot.isMoved && slot.element < next;
        });
    }

    void putBehind(const Slot& slot, const std::vector<bool>& stays)
    {
        std::string text = linesOf(slot);
        const bool isLast = &slot == &m_change.slots.back();
        const bool hasBreak = m_layout.endsWithBreak(m_wholes.back().end);
        // Right behind the last one that stays; where none does, in the place of the first.
        const auto found = std::ranges::find(std::views::reverse(stays), true);
        if (found == stays.rend() && sharesFirstLine(0)) {
            const bool isFirst = &slot == &m_change.slots.front();
            m_splices.insert(m_wholes.front().begin,
                             (isFirst ? "" : m_style.lineBreak + indent()) + withoutBreak(std::move(text)),
                             m_change.id);
            return;
        }
        const auto last = static_cast<std::size_t>(stays.rend() - found) - 1; // wraps where none stays
        if (found == stays.rend() || last + 1 < stays.size()) {
            const std::uint32_t offset = found == stays.rend() ? m_wholes.front().begin : m_wholes[last].end;
            m_splices.insert(offset, indent() + (isLast && !hasBreak ? withoutBreak(std::move(text)) : text),
                             m_change.id);
            return;
        }
        // Comments below the last element that reach into it stay where they are, below the new one.
        const std::uint32_t offset = m_layout.lineBehind(m_change.elements[last].end).value_or(m_layout.end());
        if (m_layout.endsWithBreak(offset)) {
            m_splices.insert(offset, indent() + text, m_change.id);
        } else {
            m_splices.insert(offset, m_style.lineBreak + indent() + withoutBreak(std::move(text)), m_change.id);
        }
    }

    void removeAll()
    {
        const bool isMapping = m_layout.node(m_change.id).kind == NodeKind::Mapping;
        const std::string empty = isMapping ? "{}" : "[]";
        const Element& first = m_change.elements.front();
        const bool isRoot = m_layout.node(m_change.id).parent == noNode;
        if (isRoot || sharesFirstLine(0)) {
            // The brackets stand in the place of the first element; the comments above it go with it.
            if (!sharesFirstLine(0))
                m_splices.remove(m_wholes.front().begin, m_layout.lineOf(first.begin), m_change.id);
            const std::uint32_t end = m_layout.beforeBreak(m_wholes.front().end);
            m_splices.add(first.begin, end - first.begin, empty, m_change.id);
            for (std::size_t i = 1; i < m_wholes.size(); ++i)
                m_splices.remove(m_wholes[i].begin, m_wholes[i].end, m_change.id);
            return;
        }
        m_splices.insert(m_layout.headOf(m_change.id), ' ' + empty, m_change.id);
        const bool noBreak = !m_layout.endsWithBreak(m_wholes.back().end);
        for (std::size_t i = 0; i < m_wholes.size(); ++i) {
            const std::uint32_t begin = m_wholes[i].begin;
            m_splices.remove(i == 0 && noBreak ? m_layout.beforeBreak(begin) : begin, m_wholes[i].end, m_change.id);
        }
    }

    const Layout& m_layout;
    const CollectionChange& m_change;
    SpliceList& m_splices;
    std::uint32_t m_column;
    BlockStyle m_style;
    std::vector<ByteRange> m_wholes;
};

} // namespace

void editBlock(const Layout& layout, const CollectionChange& change, SpliceList& splices)
{
    BlockEdit(layout, change, splices).run();
}

} // namespace meshdraft::source
