// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editor/textbuffer.h"

#include "models/changes/linediff.h"

#include <QHash>

#include <algorithm>
#include <cstring>
#include <ranges>

namespace meshdraft::workspace {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

struct CodePoint {
    char32_t value = 0;
    std::uint32_t bytes = 1;
};

CodePoint codePointAt(std::string_view text, std::size_t offset)
{
    const auto byte = [&](std::size_t i) {
        return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0U;
    };
    const auto rest = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3FU); };
    const auto first = static_cast<char32_t>(byte(0));
    if (first < 0x80)
        return {first, 1};
    if (first < 0xE0)
        return {((first & 0x1FU) << 6U) | rest(1), 2};
    if (first < 0xF0)
        return {((first & 0x0FU) << 12U) | (rest(1) << 6U) | rest(2), 3};
    return {((first & 0x07U) << 18U) | (rest(1) << 12U) | (rest(2) << 6U) | rest(3), 4};
}

int unitsOf(char32_t c)
{
    return c > 0xFFFF ? 2 : 1;
}

/// What stands in the editor for a character that it cannot hold, or that would hide what is written.
char32_t shownFor(char32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return c;
    if (c < 0x20)
        return c == U'\t' ? c : 0x2400 + c;
    switch (c) {
    case 0x7F:
        return 0x2421;
    case 0x85:
    case 0x2028:
    case 0x2029:
        return 0x2424;
    case 0x61C:
    case 0x200E:
    case 0x200F:
    case 0xFDD0:
    case 0xFDD1:
    case 0xFEFF:
    case 0xFFFC:
        return 0x2426;
    default:
        break;
    }
    if ((c >= 0x80 && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
        return 0x2426;
    return c;
}

void append(QString& text, char32_t c)
{
    if (c > 0xFFFF) {
        text += QChar(QChar::highSurrogate(c));
        text += QChar(QChar::lowSurrogate(c));
    } else {
        text += QChar(static_cast<char16_t>(c));
    }
}

int unitsIn(std::string_view text)
{
    int units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0U) != 0x80U ? 1 : 0;
        units += byte >= 0xF0 ? 1 : 0;
    }
    return units;
}

bool isBreak(QChar c)
{
    return c == QChar::ParagraphSeparator || c == u'\n';
}

/// Pieces of two texts as numbers, equal ones with equal numbers.
class Numbers {
public:
    void add(std::vector<std::uint32_t>& numbers, QStringView piece)
    {
        const auto known = m_known.constFind(piece);
        numbers.push_back(known == m_known.constEnd() ? static_cast<std::uint32_t>(m_known.size()) : *known);
        if (known == m_known.constEnd())
            m_known.insert(piece, numbers.back());
    }

private:
    QHash<QStringView, std::uint32_t> m_known;
};

/// Where the pieces of a text begin, its end behind them: lines with their break, or single characters.
std::vector<int> piecesOf(QStringView text, bool isByLine)
{
    std::vector<int> starts{0};
    for (int i = 0; i < text.size(); ++i) {
        if (isByLine ? text[i] == u'\n' : !text[i].isHighSurrogate())
            starts.push_back(i + 1);
    }
    if (starts.back() != text.size())
        starts.push_back(static_cast<int>(text.size()));
    return starts;
}

/// Beyond this a difference by characters is not worth its time.
constexpr qsizetype comparedUnits = 4096;

} // namespace

TextBuffer::TextBuffer(std::string bytes)
    : m_bytes(std::move(bytes))
    , m_lines(scan(0, static_cast<std::uint32_t>(m_bytes.size()), 0))
{
    m_lines.shrink_to_fit();
}

std::vector<TextBuffer::Line> TextBuffer::scan(std::uint32_t begin, std::uint32_t end, int position) const
{
    std::vector<Line> lines;
    std::uint32_t at = begin;
    if (at == 0 && std::string_view(m_bytes).substr(0, end).starts_with(byteOrderMark))
        at = static_cast<std::uint32_t>(byteOrderMark.size());
    while (true) {
        const void* found = at < end ? std::memchr(m_bytes.data() + at, '\n', end - at) : nullptr;
        if (found == nullptr) {
            // Only the end of the text is a line without an ending.
            if (end == m_bytes.size())
                lines.push_back({at, position, 0});
            return lines;
        }
        const auto feed = static_cast<std::uint32_t>(static_cast<const char*>(found) - m_bytes.data());
        const bool isPair = feed > at && m_bytes[feed - 1] == '\r';
        lines.push_back({at, position, static_cast<std::uint8_t>(isPair ? 2 : 1)});
        const std::uint32_t contentEnd = feed - (isPair ? 1 : 0);
        position += unitsIn(std::string_view(m_bytes).substr(at, contentEnd - at)) + 1;
        at = feed + 1;
    }
}

int TextBuffer::size() const
{
    return m_lines.back().position + unitsIn(line(lineCount() - 1));
}

std::uint32_t TextBuffer::startOf(int line) const
{
    return line < lineCount() ? m_lines[static_cast<std::size_t>(std::max(line, 0))].begin
                              : static_cast<std::uint32_t>(m_bytes.size());
}

std::uint32_t TextBuffer::endOf(int line) const
{
    return line + 1 < lineCount() ? startOf(line + 1) - m_lines[static_cast<std::size_t>(line)].ending
                                  : static_cast<std::uint32_t>(m_bytes.size());
}

std::string_view TextBuffer::line(int line) const
{
    return std::string_view(m_bytes).substr(startOf(line), endOf(line) - startOf(line));
}

std::string TextBuffer::endingAt(int line) const
{
    const auto ending = m_lines[static_cast<std::size_t>(line)].ending;
    if (ending == 0)
        return line > 0 ? endingAt(line - 1) : "\n";
    return ending == 2 ? "\r\n" : "\n";
}

int TextBuffer::lineAt(int position) const
{
    const auto behind = std::ranges::upper_bound(m_lines, position, {}, &Line::position);
    return std::max(0, static_cast<int>(behind - m_lines.begin()) - 1);
}

int TextBuffer::lineOf(std::uint32_t offset) const
{
    const auto behind = std::ranges::upper_bound(m_lines, offset, {}, &Line::begin);
    return std::max(0, static_cast<int>(behind - m_lines.begin()) - 1);
}

std::uint32_t TextBuffer::offsetOf(int position) const
{
    const int at = lineAt(position);
    std::uint32_t offset = startOf(at);
    const std::uint32_t end = endOf(at);
    for (int units = positionOfLine(at); units < position && offset < end;) {
        const CodePoint c = codePointAt(m_bytes, offset);
        units += unitsOf(c.value);
        offset += c.bytes;
    }
    return std::min(offset, end);
}

int TextBuffer::positionOf(std::uint32_t offset) const
{
    const int at = lineOf(offset);
    const std::uint32_t begin = startOf(at);
    const std::uint32_t end = std::clamp(offset, begin, endOf(at));
    return positionOfLine(at) + unitsIn(std::string_view(m_bytes).substr(begin, end - begin));
}

QString TextBuffer::shown(int position, int length) const
{
    QString text;
    text.reserve(length);
    int at = lineAt(position);
    std::uint32_t offset = offsetOf(position);
    while (text.size() < length && at < lineCount()) {
        const std::uint32_t end = endOf(at);
        while (offset < end && text.size() < length) {
            const CodePoint c = codePointAt(m_bytes, offset);
            append(text, shownFor(c.value));
            offset += c.bytes;
        }
        if (text.size() < length && at + 1 < lineCount())
            text += u'\n';
        ++at;
        offset = startOf(at);
    }
    return text;
}

std::vector<source::Splice> TextBuffer::change(int position, int removed, QStringView told)
{
    removed = std::clamp(removed, 0, std::max(0, size() - position));
    // What is told as changed may be more than what is: bytes of what stays are not touched.
    const QString before = shown(position, removed);
    const QString after = QString(told.toString()).replace(QChar::ParagraphSeparator, u'\n');
    QStringView old = before;
    QStringView added = after;
    qsizetype front = 0;
    while (front < old.size() && front < added.size() && old[front] == added[front])
        ++front;
    if (front > 0 && old[front - 1].isHighSurrogate())
        --front;
    qsizetype back = 0;
    const auto left = [&](qsizetype size) { return size - front - back; };
    while (left(old.size()) > 0 && left(added.size()) > 0
           && old[old.size() - 1 - back] == added[added.size() - 1 - back])
        ++back;
    if (back > 0 && old[old.size() - back].isLowSurrogate())
        --back;
    position += static_cast<int>(front);
    old = old.mid(front, left(old.size()));
    added = added.mid(front, left(added.size()));
    if (old.isEmpty() && added.isEmpty())
        return {};

    // Two places that change at once must not take along what stands between them.
    const bool isByLine = old.contains(u'\n') && added.contains(u'\n');
    const bool isPlain =
        QStringView(QString::fromUtf8(
            m_bytes.data() + offsetOf(position),
            static_cast<qsizetype>(offsetOf(position + static_cast<int>(old.size())) - offsetOf(position))))
        == old;
    if (old.isEmpty() || added.isEmpty() || (!isByLine && (isPlain || old.size() + added.size() > comparedUnits)))
        return {replace(position, static_cast<int>(old.size()), added)};
    Numbers numbers;
    const std::vector<int> oldStarts = piecesOf(old, isByLine);
    const std::vector<int> newStarts = piecesOf(added, isByLine);
    std::vector<std::uint32_t> oldNumbers;
    std::vector<std::uint32_t> newNumbers;
    for (std::size_t i = 0; i + 1 < oldStarts.size(); ++i)
        numbers.add(oldNumbers, old.mid(oldStarts[i], oldStarts[i + 1] - oldStarts[i]));
    for (std::size_t i = 0; i + 1 < newStarts.size(); ++i)
        numbers.add(newNumbers, added.mid(newStarts[i], newStarts[i + 1] - newStarts[i]));
    std::vector<source::Splice> splices;
    const auto blocks = changes::diffNumbers(oldNumbers, newNumbers);
    for (const auto& block : std::views::reverse(blocks)) {
        const int from = position + oldStarts[block.oldBegin];
        const int length = oldStarts[block.oldEnd] - oldStarts[block.oldBegin];
        const auto text = added.mid(newStarts[block.newBegin], newStarts[block.newEnd] - newStarts[block.newBegin]);
        if (isByLine && blocks.size() > 1) {
            for (auto& splice : change(from, length, text))
                splices.push_back(std::move(splice));
        } else {
            splices.push_back(replace(from, length, text));
        }
    }
    return splices;
}

source::Splice TextBuffer::replace(int position, int removed, QStringView added)
{
    const int first = lineAt(position);
    const int last = lineAt(position + removed);
    const std::string ending = endingAt(first);
    source::Splice splice{.offset = offsetOf(position), .length = 0, .text = {}};
    splice.length = offsetOf(position + removed) - splice.offset;
    std::vector<Line> lines{m_lines[static_cast<std::size_t>(first)]};
    const std::uint8_t lastEnding = m_lines[static_cast<std::size_t>(last)].ending;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= added.size(); ++i) {
        if (i < added.size() && !isBreak(added[i]))
            continue;
        splice.text += added.mid(from, i - from).toUtf8().toStdString();
        from = i + 1;
        if (i == added.size())
            break;
        splice.text += ending;
        lines.back().ending = static_cast<std::uint8_t>(ending.size());
        lines.push_back({.begin = splice.offset + static_cast<std::uint32_t>(splice.text.size()),
                         .position = position + static_cast<int>(i) + 1,
                         .ending = 0});
    }
    lines.back().ending = lastEnding;
    const auto growth = static_cast<std::int64_t>(splice.text.size()) - static_cast<std::int64_t>(splice.length);
    m_bytes.replace(splice.offset, splice.length, splice.text);
    replaceLines(first, last, lines, growth, static_cast<int>(added.size()) - removed);
    return splice;
}

void TextBuffer::replaceLines(int first, int last, const std::vector<Line>& lines, std::int64_t bytes, int units)
{
    const auto begin = m_lines.begin() + first;
    const auto end = m_lines.begin() + last + 1;
    const auto behind = std::next(m_lines.erase(begin, end), 0);
    auto moved = m_lines.insert(behind, lines.begin(), lines.end()) + static_cast<std::ptrdiff_t>(lines.size());
    for (; moved != m_lines.end(); ++moved) {
        moved->begin = static_cast<std::uint32_t>(moved->begin + bytes);
        moved->position += units;
    }
}

ShownChange TextBuffer::take(const source::Splice& splice)
{
    const int first = lineOf(splice.offset);
    const int last = lineOf(splice.offset + splice.length);
    const int position = positionOfLine(first);
    const auto lengthTo = [this, position](int line) {
        return (line + 1 < lineCount() ? positionOfLine(line + 1) : size()) - position;
    };
    const QString before = shown(position, lengthTo(last));
    // A byte order mark in front of the first line may come or go with the splice.
    const std::uint32_t begin = first == 0 ? 0 : startOf(first);
    const std::uint32_t oldEnd = startOf(last + 1);
    const auto growth = static_cast<std::int64_t>(splice.text.size()) - static_cast<std::int64_t>(splice.length);
    m_bytes.replace(splice.offset, splice.length, splice.text);
    const auto end = static_cast<std::uint32_t>(oldEnd + growth);
    const bool isRest = last + 1 == lineCount();
    std::vector<Line> lines = scan(begin, end, position);
    // The lines behind are still there: the end of the region is not the end of the text.
    if (!isRest && end == m_bytes.size() && !lines.empty() && lines.back().ending == 0)
        lines.pop_back();
    int units = 0;
    for (const Line& each : lines) {
        const auto next = &each == &lines.back() ? end : (&each + 1)->begin;
        units += unitsIn(std::string_view(m_bytes).substr(each.begin, next - each.ending - each.begin));
        units += each.ending > 0 ? 1 : 0;
    }
    replaceLines(first, last, lines, growth, units - static_cast<int>(before.size()));
    const QString after = shown(position, units);

    qsizetype front = 0;
    while (front < before.size() && front < after.size() && before[front] == after[front])
        ++front;
    if (front > 0 && before[front - 1].isHighSurrogate())
        --front;
    qsizetype back = 0;
    while (back < before.size() - front && back < after.size() - front
           && before[before.size() - 1 - back] == after[after.size() - 1 - back])
        ++back;
    if (back > 0 && before[before.size() - back].isLowSurrogate())
        --back;
    return {.position = position + static_cast<int>(front),
            .removed = static_cast<int>(before.size() - front - back),
            .added = after.mid(front, after.size() - front - back)};
}

} // namespace meshdraft::workspace
