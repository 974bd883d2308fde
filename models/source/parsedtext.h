// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/document.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace meshdraft::source {

/// Git's object id of the text as a blob, in hexadecimal ("blob <size>\0<text>" under SHA-1). The key under which equal
/// files are parsed once, and the base that an edit must match.
using ContentId = std::string;

/// Computes the ContentId of a text.
ContentId contentIdOf(std::string_view text);

/// Byte offsets of line starts; turns offsets into lines and columns.
class LineIndex {
public:
    explicit LineIndex(std::string_view text = {});
    /// Line and column (from 1, code points) of a byte offset; `path` is left empty.
    Location locate(std::string_view text, std::uint32_t offset) const;
    /// The byte offset of a place that `locate` gave.
    std::uint32_t offsetOf(std::string_view text, const Location& where) const;
    /// Offset of the first byte of a line (from 1); past the last line: the size of the text.
    std::uint32_t startOf(std::uint32_t line) const;
    std::uint32_t lineCount() const { return static_cast<std::uint32_t>(m_starts.size()); }
    /// Offsets of all line starts, ascending; the first is 0.
    std::span<const std::uint32_t> starts() const { return m_starts; }

private:
    std::vector<std::uint32_t> m_starts;
    std::uint32_t m_size = 0;
};

enum class TextKind : std::uint8_t {
    Yaml, ///< parsed; `errors` may still name documents that are broken
    Template, ///< a Helm or Go template: listed, never parsed, never edited
    Unreadable, ///< not parsed at all (invalid UTF-8, too large, too deep): `errors` says why
};

/// The parse of one file's content; independent of its path, so that equal blobs share it. Immutable.
struct ParsedText {
    ContentId id;
    TextKind kind = TextKind::Yaml;
    std::shared_ptr<const std::string> text;
    std::vector<std::shared_ptr<const Document>> documents; ///< the readable ones, in order
    std::vector<Error> errors; ///< `where.path` is empty: the content has no path
    LineIndex lines;

    Location locate(std::uint32_t offset) const { return lines.locate(*text, offset); }
};

using ParsedTextPtr = std::shared_ptr<const ParsedText>;

/// Parses a YAML stream. Never fails as a whole: a document that is broken becomes an error, its neighbours stay.
/// Cost: one yaml-cpp event parse and one scan; thread-safe.
///
/// Error codes with their arguments; all are located unless said otherwise.
/// The whole text is TextKind::Unreadable:
/// - "source.utf8" {the byte, two hexadecimal digits}: not UTF-8 from here on.
/// - "source.encoding" {"UTF-16" or "UTF-32"}: a byte order mark of another encoding.
/// - "source.control" {"U+0000"}: a binary file.
/// - "source.size" {the limit in bytes}: too large; without line and column.
///
/// One document is left out, the first reason in it is reported:
/// - "source.syntax" {yaml-cpp's sentence or what this parser found: "directive without document",
///   "content behind the document's end", "content behind the document's root" and the like}: not YAML.
/// - "source.depth" {the limit}: nested deeper than that.
/// - "source.lineLength" {the limit in bytes}: a line longer than that.
/// - "source.control" {"U+001B"}: a control character, which YAML forbids even in quotes; U+FEFF: a byte order mark
///   within the text and outside quotes.
/// - "source.loneCr" {}: a carriage return without line feed, which some parsers take for a line break.
/// - "source.separator" {}: NEL, U+2028 or U+2029 outside quotes: a line break in YAML 1.1, a letter in YAML 1.2.
/// - "source.aliasCycle" {the anchor's name}: an alias inside the node that it stands for.
/// - "source.aliases" {}: aliases that would grow to millions of nodes when replaced by what they stand for.
/// - "source.range" {}: yaml-cpp reads the document in a way in which its bytes cannot be mapped to the nodes.
///
/// The document stays:
/// - "source.duplicateKey" {the key}: a key that stands earlier in the same mapping; the last one counts, and
///   Kubernetes' strict decoding rejects the document. The first hundred of a document are reported.
ParsedTextPtr parseText(std::string text);

/// As parseText, but takes over every document of `previous` whose bytes are unchanged outside `changed` (a range of
/// the new text): cost follows the edited documents, not the file. Documents before the change are shared (their
/// `text` may be the earlier text, of which their bytes are an equal part); those behind it are shared if nothing moved
/// and else copied with their offsets shifted.
ParsedTextPtr reparseText(const ParsedText& previous, std::string text, ByteRange changed);

} // namespace meshdraft::source
