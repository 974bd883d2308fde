// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editor/caretpath.h"

#include "models/mesh/kinds.h"
#include "models/workspace/editor/yamlelements.h"

#include <algorithm>
#include <optional>

namespace meshdraft::workspace {

namespace {

bool isBlockText(std::string_view value)
{
    return value.starts_with('|') || value.starts_with('>');
}

/// Nothing, an anchor or a tag: the value stands below.
bool hasValueBelow(std::string_view value)
{
    return value.empty() || value.starts_with('&') || value.starts_with('!') || isBlockText(value);
}

/// "host: a, subset: b" around an offset in brackets.
std::string valueInFlow(std::string_view text, std::uint32_t offset, std::string_view key)
{
    const auto open = text.find_last_of("{}", offset);
    if (open == std::string_view::npos || text[open] != '{')
        return {};
    auto rest = text.substr(open + 1, text.find_first_of("{}", open + 1) - open - 1);
    while (!rest.empty()) {
        const auto end = std::min(rest.find(','), rest.size());
        const auto entry = trimmed(rest.substr(0, end));
        const auto colon = colonOf(entry);
        if (colon != std::string_view::npos && unquoted(trimmed(entry.substr(0, colon))) == key)
            return std::string(unquoted(trimmed(entry.substr(colon + 1))));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

/// The value of `name` in an item of a list.
std::string nameOfItem(std::string_view text, std::uint32_t dash)
{
    std::uint32_t begin = static_cast<std::uint32_t>(text.rfind('\n', dash) + 1);
    std::optional<int> column;
    const auto dashColumn = static_cast<int>(dash - begin);
    while (begin < text.size()) {
        auto end = static_cast<std::uint32_t>(std::min(text.find('\n', begin), text.size()));
        const auto next = end + 1;
        if (end > begin && text[end - 1] == '\r')
            --end;
        for (const auto& element : elementsOf(text, {begin, end})) {
            if (column && element.column <= dashColumn)
                return {};
            if (element.isDash || element.offset < dash)
                continue;
            column = column.value_or(element.column);
            if (element.column == *column && element.key == "name")
                return std::string(unquoted(element.value));
        }
        if (!column)
            return {};
        begin = next;
    }
    return {};
}

class Finder {
public:
    Finder(std::string_view text, std::uint32_t offset)
        : m_text(text)
        , m_offset(std::min(offset, static_cast<std::uint32_t>(text.size())))
    {
        readLines();
    }

    CaretPath find()
    {
        readHeader();
        if (isSeparator(lineText(m_caret))) {
            m_path.place = CaretPath::Place::Text;
            return std::move(m_path);
        }
        readCaretLine();
        climb();
        std::ranges::reverse(m_path.steps);
        for (auto& step : m_flow)
            m_path.steps.push_back(std::move(step));
        return std::move(m_path);
    }

private:
    std::string_view lineText(std::size_t line) const
    {
        return m_text.substr(m_lines[line].begin, m_lines[line].end - m_lines[line].begin);
    }

    /// The lines of the document that holds the caret.
    void readLines()
    {
        std::uint32_t begin = 0;
        bool isBehind = false;
        while (begin <= m_text.size()) {
            const auto feed = std::min(m_text.find('\n', begin), m_text.size());
            auto end = static_cast<std::uint32_t>(feed);
            if (end > begin && m_text[end - 1] == '\r')
                --end;
            const bool separates = isSeparator(m_text.substr(begin, end - begin));
            if (separates && isBehind)
                break;
            if (separates && feed < m_offset)
                m_lines.clear();
            else
                m_lines.push_back({begin, end});
            if (m_offset >= begin && m_offset <= feed) {
                isBehind = true;
                m_caret = m_lines.size() - 1;
            }
            begin = static_cast<std::uint32_t>(feed) + 1;
        }
    }

    void readHeader()
    {
        bool inMetadata = false;
        int metadataColumn = 0;
        for (const auto& line : m_lines) {
            // Only keys at the very left and those below metadata matter.
            if (line.begin == line.end || (!inMetadata && (isBlank(m_text[line.begin]) || m_text[line.begin] == '-')))
                continue;
            for (const auto& element : elementsOf(m_text, line)) {
                if (element.column == 0 && !element.isDash) {
                    inMetadata = element.key == "metadata";
                    metadataColumn = 0;
                    if (inMetadata && element.value.starts_with('{'))
                        readFlowMetadata(element.value);
                    if (element.key == "apiVersion")
                        m_path.apiVersion = unquoted(element.value);
                    if (element.key == "kind")
                        m_path.kind = unquoted(element.value);
                } else if (inMetadata && !element.isDash) {
                    metadataColumn = metadataColumn == 0 ? element.column : metadataColumn;
                    if (element.column != metadataColumn)
                        continue;
                    if (element.key == "namespace")
                        m_path.ns = unquoted(element.value);
                    if (element.key == "name")
                        m_path.name = unquoted(element.value);
                }
            }
        }
    }

    /// "{name: reviews, namespace: shop}"
    void readFlowMetadata(std::string_view value)
    {
        value.remove_prefix(1);
        while (!value.empty()) {
            const auto end = std::min(value.find_first_of(",}"), value.size());
            const auto entry = trimmed(value.substr(0, end));
            if (const auto colon = colonOf(entry); colon != std::string_view::npos) {
                const auto key = trimmed(entry.substr(0, colon));
                if (key == "namespace")
                    m_path.ns = unquoted(trimmed(entry.substr(colon + 1)));
                if (key == "name")
                    m_path.name = unquoted(trimmed(entry.substr(colon + 1)));
            }
            value.remove_prefix(std::min(end + 1, value.size()));
        }
    }

    /// What the line of the caret says up to the caret.
    void readCaretLine()
    {
        const auto& line = m_lines[m_caret];
        const auto content = lineText(m_caret);
        const auto column = m_offset - line.begin;
        if (column > commentIn(content)) {
            m_path.place = CaretPath::Place::Text;
        }
        auto elements = elementsOf(m_text, line);
        const bool hasKey = !elements.empty() && !elements.back().isDash;
        for (const auto& element : elements) {
            if (element.isDash && element.offset < m_offset)
                push(element);
        }
        const auto lastDash = m_stackColumn;
        if (hasKey) {
            const auto& element = elements.back();
            const auto colon = static_cast<std::uint32_t>(m_text.find(':', element.offset + element.key.size()));
            if (m_offset > colon) {
                push(element);
                readValue(colon + 1, line);
                return;
            }
            m_path.place = m_path.place == CaretPath::Place::Text ? m_path.place : CaretPath::Place::Key;
            if (m_offset >= element.offset) {
                m_path.key = element.key;
                setWord(element.offset, colon);
            }
            m_column = m_offset >= element.offset ? element.column : static_cast<int>(column);
            m_path.isItem = lastDash.has_value();
            return;
        }
        // No key yet: what stands here is one, or an item, or goes on with a text above.
        auto begin = static_cast<std::uint32_t>(
            content.find_first_not_of(" \t") == std::string_view::npos ? column : content.find_first_not_of(" \t"));
        if (!elements.empty() && elements.back().offset < m_offset) {
            const auto behind = content.find_first_not_of(' ', elements.back().offset - line.begin + 1);
            begin = static_cast<std::uint32_t>(behind == std::string_view::npos ? column : behind);
            m_path.isItem = true;
        }
        begin = std::min(begin, column);
        const auto wordBegin = line.begin + begin;
        if (m_text.substr(wordBegin, 1) == "{" || m_text.substr(wordBegin, 1) == "[") {
            m_column = static_cast<int>(begin);
            readFlow(wordBegin);
            return;
        }
        const auto wordEnd = line.begin + static_cast<std::uint32_t>(commentIn(content));
        setWord(wordBegin, std::max(wordEnd, m_offset));
        m_column = static_cast<int>(begin);
    }

    void setWord(std::uint32_t begin, std::uint32_t end)
    {
        while (end > m_offset && isBlank(m_text[end - 1]))
            --end;
        begin = std::min(begin, m_offset);
        m_path.word = {begin, std::max(end, m_offset)};
        m_path.typed = m_text.substr(begin, m_offset - begin);
    }

    void readValue(std::uint32_t from, const Line& line)
    {
        if (m_path.place == CaretPath::Place::Text)
            return;
        m_path.place = CaretPath::Place::Value;
        while (from < m_offset && isBlank(m_text[from]))
            ++from;
        if (m_text.substr(from, 1) == "{" || m_text.substr(from, 1) == "[") {
            if (from < m_offset) {
                readFlow(from);
                return;
            }
        }
        if (isBlockText(m_text.substr(from, 1))) {
            m_path.place = CaretPath::Place::Text;
            return;
        }
        const auto content = m_text.substr(from, line.end - from);
        setWord(from, from + static_cast<std::uint32_t>(commentIn(content)));
    }

    /// Brackets from `from` up to the caret.
    void readFlow(std::uint32_t from)
    {
        struct Level {
            bool isList = false;
            std::size_t index = 0;
            std::string key;
            std::uint32_t keyOffset = 0;
            bool hasKey = false;
            std::vector<std::string> keys;
        };
        std::vector<Level> levels;
        std::uint32_t word = from;
        char quote = '\0';
        for (std::uint32_t i = from; i < m_offset; ++i) {
            const char c = m_text[i];
            if (quote != '\0') {
                quote = c == quote ? '\0' : quote;
                continue;
            }
            if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{' || c == '[') {
                levels.push_back(
                    {.isList = c == '[', .index = 0, .key = {}, .keyOffset = i, .hasKey = false, .keys = {}});
                word = i + 1;
            } else if ((c == '}' || c == ']') && !levels.empty()) {
                levels.pop_back();
                word = i + 1;
            } else if (c == ',' && !levels.empty()) {
                auto& level = levels.back();
                level.index += 1;
                level.hasKey = false;
                word = i + 1;
            } else if (c == ':' && !levels.empty() && !levels.back().isList
                       && (i + 1 >= m_text.size() || isBlank(m_text[i + 1]) || i + 1 == m_offset)) {
                auto& level = levels.back();
                const auto key = trimmed(m_text.substr(word, i - word));
                level.key = unquoted(key);
                level.keyOffset = static_cast<std::uint32_t>(key.data() - m_text.data());
                level.hasKey = true;
                level.keys.push_back(level.key);
                word = i + 1;
            }
        }
        if (levels.empty()) {
            m_path.place = CaretPath::Place::Text;
            return;
        }
        for (const auto& level : levels) {
            if (level.isList)
                m_flow.push_back({.key = {}, .index = level.index, .isIndex = true, .offset = level.keyOffset});
            else if (level.hasKey)
                m_flow.push_back({.key = level.key, .index = 0, .isIndex = false, .offset = level.keyOffset});
        }
        const auto& inner = levels.back();
        m_path.place = inner.isList || inner.hasKey ? CaretPath::Place::Value : CaretPath::Place::Key;
        m_path.isItem = inner.isList;
        m_path.siblings = m_path.place == CaretPath::Place::Key ? inner.keys : std::vector<std::string>();
        m_path.isFlow = true;
        while (word < m_offset && isBlank(m_text[word]))
            ++word;
        auto end = m_offset;
        while (end < m_text.size() && !std::string_view(",]}:\r\n").contains(m_text[end]))
            ++end;
        setWord(word, end);
        if (m_path.place == CaretPath::Place::Key)
            m_path.key = trimmed(m_text.substr(m_path.word.begin, m_path.word.size()));
    }

    void push(const Element& element)
    {
        m_onCaretLine.push_back(element);
        m_stackColumn = element.column;
        m_column = element.column;
    }

    /// Upwards: whatever stands further left holds what was found so far.
    void climb()
    {
        // What the caret's own line holds, innermost first.
        for (auto at = m_onCaretLine.rbegin(); at != m_onCaretLine.rend(); ++at)
            add(*at);
        int column = m_onCaretLine.empty() ? m_column : m_onCaretLine.front().column;
        bool isDash = !m_onCaretLine.empty() && m_onCaretLine.front().isDash;
        const bool writesKey = m_path.place == CaretPath::Place::Key && !m_path.isFlow;
        const int keyColumn = m_column;
        bool collects = writesKey && m_onCaretLine.empty();
        for (std::size_t line = m_caret; line-- > 0;) {
            auto elements = elementsOf(m_text, m_lines[line]);
            for (auto at = elements.rbegin(); at != elements.rend(); ++at) {
                const auto& element = *at;
                if (collects && !element.isDash && element.column == keyColumn && column == keyColumn)
                    m_path.siblings.emplace_back(element.key);
                if (element.isDash && isDash && element.column == column && !m_path.steps.empty()) {
                    ++m_path.steps.back().index;
                    continue;
                }
                const bool holds = element.isDash ? element.column < column
                                                  : element.column < column || (isDash && element.column == column);
                if (!holds)
                    continue;
                if (!element.isDash && !hasValueBelow(element.value))
                    continue;
                if (!element.isDash && isBlockText(element.value)) {
                    // All that was found is text.
                    m_path.steps.clear();
                    m_flow.clear();
                    m_path.place = CaretPath::Place::Text;
                }
                add(element);
                column = element.column;
                isDash = element.isDash;
                collects = false;
            }
        }
        if (writesKey)
            collectBelow(keyColumn);
    }

    /// Keys of the same mapping behind the caret.
    void collectBelow(int column)
    {
        // A new key behind "- " has its siblings in the lines below only.
        for (std::size_t line = m_caret + 1; line < m_lines.size(); ++line) {
            const auto elements = elementsOf(m_text, m_lines[line]);
            if (elements.empty())
                continue;
            if (elements.front().column < column || (elements.front().isDash && elements.front().column <= column))
                break;
            if (elements.front().column == column && !elements.front().isDash)
                m_path.siblings.emplace_back(elements.front().key);
        }
    }

    void add(const Element& element)
    {
        m_path.steps.push_back(
            {.key = std::string(element.key), .index = 0, .isIndex = element.isDash, .offset = element.offset});
    }

    std::string_view m_text;
    std::uint32_t m_offset;
    std::vector<Line> m_lines;
    std::size_t m_caret = 0;
    CaretPath m_path;
    std::vector<CaretPath::Step> m_flow;
    std::vector<Element> m_onCaretLine; ///< left to right
    std::optional<int> m_stackColumn;
    int m_column = 0;
};

} // namespace

mesh::FieldPath CaretPath::path() const
{
    mesh::FieldPath result;
    for (const auto& step : steps)
        result = step.isIndex ? result.child(step.index) : result.child(step.key);
    return result;
}

const mesh::KindSchema* CaretPath::schema() const
{
    return mesh::Schema::builtIn().find(mesh::groupOf(apiVersion), {}, kind);
}

std::string valueBeside(std::string_view text, std::uint32_t keyOffset, std::string_view key)
{
    const auto own = lineAt(text, keyOffset);
    const auto elements = elementsOf(text, own);
    const auto self = std::ranges::find(elements, keyOffset, &Element::offset);
    if (self == elements.end())
        return valueInFlow(text, keyOffset, key);
    const int column = self->column;
    const auto valueIn = [&](const std::vector<Element>& line) -> std::optional<std::string> {
        for (const auto& element : line) {
            if (!element.isDash && element.column == column && element.key == key)
                return std::string(unquoted(element.value));
        }
        return std::nullopt;
    };
    bool isFirst = elements.front().isDash;
    for (auto line = own; !isFirst && line.begin > 0;) {
        line = lineAt(text, line.begin - 1);
        const auto above = elementsOf(text, line);
        if (above.empty())
            continue;
        if (auto value = valueIn(above))
            return *value;
        isFirst = above.front().column < column;
    }
    for (auto next = text.find('\n', own.end); next != std::string_view::npos;) {
        const auto line = lineAt(text, static_cast<std::uint32_t>(next + 1));
        const auto below = elementsOf(text, line);
        if (!below.empty()) {
            if (below.front().column < column || (below.front().isDash && below.front().column <= column))
                break;
            if (auto value = valueIn(below))
                return *value;
        }
        next = text.find('\n', line.end);
    }
    return {};
}

std::vector<Crumb> crumbsOf(const CaretPath& path, std::string_view text)
{
    std::vector<Crumb> crumbs;
    bool isAfterItem = true;
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
        const auto& step = path.steps[i];
        if (i == 0 && step.key == "spec")
            continue;
        if (step.isIndex) {
            if (auto name = nameOfItem(text, step.offset); !name.empty())
                crumbs.push_back({.label = std::move(name), .offset = step.offset});
            isAfterItem = true;
        } else if (i + 1 == path.steps.size() && !isAfterItem && crumbs.size() > 1) {
            // The last field with the one that holds it, as people say it.
            crumbs.back().label += "." + step.key;
            crumbs.back().offset = step.offset;
        } else {
            crumbs.push_back({.label = step.key, .offset = step.offset});
            isAfterItem = false;
        }
    }
    return crumbs;
}

CaretPath caretPathAt(std::string_view text, std::uint32_t offset)
{
    return Finder(text, offset).find();
}

} // namespace meshdraft::workspace
