// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/edit.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace meshdraft::workspace {

/// A change of shown text: at `position`, `removed` UTF-16 units make room for `added` (lines parted by '\n').
struct ShownChange {
    int position = 0;
    int removed = 0;
    QString added;
};

/// The bytes of a file beside the text that an editor shows of them. An editor cannot hold every character: a lone
/// carriage return, line and paragraph separators, control and bidirectional characters are shown as a sign of the same
/// length, and a byte order mark at the start is not shown. What the shown text says is never written back: changes of
/// it become splices of the bytes, with the line ending of the line that they start in. Positions are UTF-16 units as
/// QTextDocument counts them, a line break being one.
class TextBuffer {
public:
    /// `bytes` must be valid UTF-8.
    explicit TextBuffer(std::string bytes = {});

    const std::string& bytes() const { return m_bytes; }
    /// All lines, parted by '\n'.
    QString shown() const { return shown(0, size()); }
    QString shown(int position, int length) const;
    /// Length of the shown text.
    int size() const;
    int lineCount() const { return static_cast<int>(m_lines.size()); }

    /// What a change of the shown text does to the bytes, which it changes: splices to be put in one after the other.
    /// None where the text stays as it is: more may be told as changed than is.
    std::vector<source::Splice> change(int position, int removed, QStringView added);
    /// The other way: changes the bytes and says what that does to the shown text.
    ShownChange take(const source::Splice& splice);

    std::uint32_t offsetOf(int position) const;
    int positionOf(std::uint32_t offset) const;
    /// Line (from 0) of a position or an offset.
    int lineAt(int position) const;
    int lineOf(std::uint32_t offset) const;
    /// First byte of a line; past the last one the size of the text.
    std::uint32_t startOf(int line) const;
    /// Behind the last byte of a line, its line ending left out.
    std::uint32_t endOf(int line) const;
    std::string_view line(int line) const;
    int positionOfLine(int line) const { return m_lines[static_cast<std::size_t>(line)].position; }
    /// "\n" or "\r\n": what a line break that is typed into this line becomes.
    std::string endingAt(int line) const;

private:
    struct Line {
        std::uint32_t begin = 0;
        int position = 0;
        std::uint8_t ending = 0; ///< bytes of its line ending; 0: the last line
    };

    source::Splice replace(int position, int removed, QStringView added);
    /// The lines of [begin, end), of which the first one has this position.
    std::vector<Line> scan(std::uint32_t begin, std::uint32_t end, int position) const;
    void replaceLines(int first, int last, const std::vector<Line>& lines, std::int64_t bytes, int units);

    std::string m_bytes;
    std::vector<Line> m_lines;
};

} // namespace meshdraft::workspace
