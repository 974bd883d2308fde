// SPDX-License-Identifier: Apache-2.0
#include "models/source/collectionedit.h"
#include "models/source/entryextent.h"

#include <algorithm>

namespace meshdraft::source {

namespace {

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
            while (last + 1 < m_stays.size() && !m_stays[last + 1])
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
        const auto found = std::find(m_stays.rbegin(), m_stays.rend(), true);
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
        return slot.key ? flowEntry(*slot.key, *slot.value, m_style) : flowValue(*slot.value, m_style);
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
        if (last)
            putBehind(*last, texts);
        else
            fill(texts);
    }

    std::string lineStart(const Element& near) const
    {
        return m_layout.lineBreakNear(near.end) + std::string(m_layout.columnOf(near.begin), ' ');
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
        if (m_ownLines && last + 1 == m_stays.size()) {
            putOnLinesBehind(near, texts);
            return;
        }
        std::string out;
        for (const std::string& text : texts)
            out += (m_ownLines ? "," + lineStart(near) : m_style.comma) + text;
        // `a:,` would be read as a key by some parsers.
        const bool absent = m_layout.node(near.value).kind == NodeKind::Empty;
        m_splices.insert(near.end, (absent ? " " : "") + out, m_change.id);
    }

    /// One element a line: the comment behind the last one stays where it is.
    void putOnLinesBehind(const Element& near, const Texts& texts)
    {
        const std::optional<std::uint32_t> comma = behindComma(m_layout, near);
        const std::optional<std::uint32_t> next = m_layout.restOfLine(comma.value_or(near.end));
        const std::string indent(m_layout.columnOf(near.begin), ' ');
        const std::string lineBreak = m_layout.lineBreakNear(near.end);
        std::string out;
        if (!next) {
            for (const std::string& text : texts)
                out += "," + lineBreak + indent + text;
            m_splices.insert(near.end, std::move(out), m_change.id);
            return;
        }
        if (!comma)
            m_splices.insert(near.end, ",", m_change.id);
        for (const std::string& text : texts) {
            const bool wantsComma = comma || &text != &texts.back();
            out += indent + text + (wantsComma ? "," : "") + lineBreak;
        }
        m_splices.insert(*next, std::move(out), m_change.id);
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
    FlowEdit(layout, change, splices).run();
}

} // namespace meshdraft::source
