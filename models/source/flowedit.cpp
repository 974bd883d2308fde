// SPDX-License-Identifier: Apache-2.0
#include "models/source/collectionedit.h"
#include "models/source/entryextent.h"

#include <algorithm>
#include <ranges>

namespace meshdraft::source {

namespace {

/// Elements of which each has its lines: they come and go with their comments, line by line.
class FlowLinesEdit {
public:
    FlowLinesEdit(const Layout& layout, const CollectionChange& change, SpliceList& splices)
        : m_layout(layout)
        , m_change(change)
        , m_splices(splices)
        , m_style(flowStyleOf(layout, change.id))
        , m_stays(change.elements.size(), false)
    {
        for (std::size_t i = 0; i < change.elements.size(); ++i)
            m_wholes.push_back(wholeOf(layout, change.id, change.elements, i));
        for (const Slot& slot : change.slots) {
            if (staysInPlace(slot))
                m_stays[slot.element] = true;
        }
    }

    static bool fits(const Layout& layout, const CollectionChange& change)
    {
        return !change.elements.empty()
            && std::ranges::all_of(change.elements, [&](const Element& each) { return hasOwnLines(layout, each); });
    }

    void run()
    {
        for (std::size_t i = 0; i < m_stays.size(); ++i) {
            if (!m_stays[i])
                m_splices.remove(m_wholes[i].begin, m_wholes[i].end, m_change.id);
        }
        std::string lines;
        std::uint32_t place = m_wholes.front().begin;
        for (const Slot& slot : m_change.slots) {
            if (!staysInPlace(slot)) {
                lines += linesOf(slot);
                continue;
            }
            m_splices.insert(m_wholes[slot.element].begin, std::move(lines), m_change.id);
            lines.clear();
            place = m_wholes[slot.element].end;
            setComma(slot);
        }
        m_splices.insert(place, std::move(lines), m_change.id);
    }

private:
    static bool staysInPlace(const Slot& slot) { return slot.element != Slot::isNew && !slot.isMoved; }

    /// All but the last one have a comma; the last one has what the last one had.
    bool wantsComma(const Slot& slot) const
    {
        return &slot != &m_change.slots.back() || behindComma(m_layout, m_change.elements.back());
    }

    /// `a:,` would be read as a key by some parsers.
    std::string commaBehind(const Element& element) const
    {
        return m_layout.node(element.value).kind == NodeKind::Empty ? " ," : ",";
    }

    void setComma(const Slot& slot)
    {
        const Element& element = m_change.elements[slot.element];
        const std::optional<std::uint32_t> comma = behindComma(m_layout, element);
        if (wantsComma(slot) && !comma) {
            m_splices.insert(element.end, commaBehind(element), m_change.id);
        } else if (!wantsComma(slot) && comma) {
            m_splices.remove(*comma - 1, *comma, m_change.id);
        }
    }

    std::string linesOf(const Slot& slot) const
    {
        if (slot.element == Slot::isNew) {
            const Element& near = m_change.elements.front();
            const std::string text =
                slot.key != nullptr ? flowEntry(*slot.key, *slot.value, m_style) : flowValue(*slot.value, m_style);
            return std::string(m_layout.slice(m_layout.lineOf(near.begin), near.begin)) + text
                + (wantsComma(slot) ? "," : "") + m_layout.lineBreakNear(near.end);
        }
        const Element& element = m_change.elements[slot.element];
        const ByteRange whole = m_wholes[slot.element];
        const std::uint32_t rest = behindComma(m_layout, element).value_or(element.end);
        return std::string(m_layout.slice(whole.begin, element.end)) + (wantsComma(slot) ? commaBehind(element) : "")
            + std::string(m_layout.slice(rest, whole.end));
    }

    const Layout& m_layout;
    const CollectionChange& m_change;
    SpliceList& m_splices;
    FlowStyle m_style;
    std::vector<bool> m_stays;
    std::vector<ByteRange> m_wholes;
};

class FlowEdit {
public:
    FlowEdit(const Layout& layout, const CollectionChange& change, SpliceList& splices)
        : m_layout(layout)
        , m_change(change)
        , m_splices(splices)
        , m_style(flowStyleOf(layout, change.id))
        , m_stays(change.elements.size(), false)
    {
        for (const Slot& slot : change.slots) {
            if (slot.element != Slot::isNew && !slot.isMoved)
                m_stays[slot.element] = true;
        }
        m_ownLines = !change.elements.empty()
            && std::ranges::all_of(change.elements, [&](const Element& element) { return startsOwnLine(element); });
    }

    void run()
    {
        for (std::size_t i = 0; i < m_stays.size(); ++i) {
            if (m_stays[i])
                continue;
            std::size_t last = i;
            // A comment between two that go is none of theirs unless they have their lines.
            while (last + 1 < m_stays.size() && !m_stays[last + 1] && (hasLines(i) == hasLines(last + 1))
                   && (hasLines(i) || !m_layout.hasComment(element(last).end, element(last + 1).begin)))
                ++last;
            takeOut(i, last);
            i = last;
        }
        putIn();
    }

private:
    using Texts = std::vector<std::string>;

    bool startsOwnLine(const Element& element) const
    {
        return m_layout.lineOf(element.begin) > m_layout.node(m_change.id).range.begin
            && m_layout.startsLine(element.begin);
    }
    bool hasLines(std::size_t index) const { return hasOwnLines(m_layout, m_change.elements[index]); }
    const Element& element(std::size_t index) const { return m_change.elements[index]; }

    std::optional<std::size_t> lastThatStays() const
    {
        const auto found = std::ranges::find(std::views::reverse(m_stays), true);
        return found == m_stays.rend() ? std::nullopt
                                       : std::optional(static_cast<std::size_t>(m_stays.rend() - found) - 1);
    }

    void takeOut(std::size_t first, std::size_t last)
    {
        const bool isTail = last + 1 == m_stays.size();
        bool lines = true;
        for (std::size_t i = first; i <= last; ++i)
            lines = lines && hasLines(i);
        if (lines) {
            for (std::size_t i = first; i <= last; ++i) {
                const ByteRange whole = wholeOf(m_layout, m_change.id, m_change.elements, i);
                m_splices.remove(whole.begin, whole.end, m_change.id);
            }
            // The comma that stood before the last one, where the last one had none behind it.
            if (isTail && first > 0 && !behindComma(m_layout, element(last)) && !appends())
                removeCommaBehind(first - 1);
        } else if (!isTail && !m_layout.hasComment(element(last).end, element(last + 1).begin)) {
            m_splices.remove(element(first).begin, element(last + 1).begin, m_change.id);
        } else if (isTail && first > 0 && !m_layout.hasComment(element(first - 1).end, element(first).begin)) {
            m_splices.remove(element(first - 1).end, element(last).end, m_change.id);
        } else {
            m_splices.remove(element(first).begin, behindComma(m_layout, element(last)).value_or(element(last).end),
                             m_change.id);
        }
    }

    bool appends() const
    {
        return !m_change.slots.empty()
            && (m_change.slots.back().element == Slot::isNew || m_change.slots.back().isMoved);
    }

    void removeCommaBehind(std::size_t index)
    {
        if (const std::optional<std::uint32_t> behind = behindComma(m_layout, element(index)))
            m_splices.remove(*behind - 1, *behind, m_change.id);
    }

    std::string textOf(const Slot& slot) const
    {
        if (slot.element != Slot::isNew)
            return std::string(m_layout.slice(element(slot.element).begin, element(slot.element).end));
        return slot.key != nullptr ? flowEntry(*slot.key, *slot.value, m_style) : flowValue(*slot.value, m_style);
    }

    void putIn()
    {
        Texts texts;
        for (const Slot& slot : m_change.slots) {
            if (slot.element == Slot::isNew || slot.isMoved) {
                texts.push_back(textOf(slot));
            } else if (!texts.empty()) {
                putBefore(slot.element, texts);
                texts.clear();
            }
        }
        if (texts.empty())
            return;
        const std::optional<std::size_t> last = lastThatStays();
        if (last) {
            putBehind(*last, texts);
        } else {
            fill(texts);
        }
    }

    std::string lineStart(const Element& near) const
    {
        return m_layout.lineBreakNear(near.end) + std::string(m_layout.slice(m_layout.lineOf(near.begin), near.begin));
    }

    void putBefore(std::size_t next, const Texts& texts)
    {
        const Element& near = element(next);
        std::string out;
        for (const std::string& text : texts)
            out += text + (m_ownLines ? "," + lineStart(near) : m_style.comma);
        m_splices.insert(near.begin, std::move(out), m_change.id);
    }

    void putBehind(std::size_t last, const Texts& texts)
    {
        const Element& near = element(last);
        std::string out;
        for (const std::string& text : texts)
            out += (m_ownLines ? "," + lineStart(near) : m_style.comma) + text;
        // `a:,` would be read as a key by some parsers.
        const bool absent = m_layout.node(near.value).kind == NodeKind::Empty;
        m_splices.insert(near.end, (absent ? " " : "") + out, m_change.id);
    }

    /// Into brackets with nothing else in them.
    void fill(const Texts& texts)
    {
        std::string out;
        for (const std::string& text : texts)
            out += (out.empty() ? "" : m_style.comma) + text;
        const std::uint32_t begin = m_layout.node(m_change.id).range.begin + 1;
        if (!m_change.elements.empty()) {
            m_splices.insert(element(0).begin, std::move(out), m_change.id);
            return;
        }
        m_splices.insert(begin, (m_style.padded ? " " : "") + out, m_change.id);
    }

    const Layout& m_layout;
    const CollectionChange& m_change;
    SpliceList& m_splices;
    FlowStyle m_style;
    std::vector<bool> m_stays;
    bool m_ownLines = false;
};

} // namespace

void editFlow(const Layout& layout, const CollectionChange& change, SpliceList& splices)
{
    if (FlowLinesEdit::fits(layout, change)) {
        FlowLinesEdit(layout, change, splices).run();
    } else {
        FlowEdit(layout, change, splices).run();
    }
}

} // namespace meshdraft::source
