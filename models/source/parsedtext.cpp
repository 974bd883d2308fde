// SPDX-License-Identifier: Apache-2.0
#include "models/source/parsedtext.h"

#include "models/source/builder.h"
#include "models/source/textcheck.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstring>

namespace meshdraft::source {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t maximumTextVersions = 8;
constexpr std::size_t maximumDuplicates = 100;

QByteArrayView viewOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

Error errorOf(const ParsedText& text, const BuildFailure& failure)
{
    return {failure.code, failure.args, text.locate(failure.offset)};
}

/// The encoding that a byte order mark other than UTF-8's announces.
std::optional<std::string> foreignEncoding(std::string_view text)
{
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv))
        return "UTF-32";
    if (text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv))
        return "UTF-16";
    return std::nullopt;
}

/// The last node that begins before a character in quotes is the scalar that holds it: what follows begins behind.
bool isInQuotes(const Document& document, std::uint32_t offset)
{
    const auto behind =
        std::ranges::upper_bound(document.nodes, offset, {}, [](const Node& n) { return n.range.begin; });
    if (behind == document.nodes.begin())
        return false;
    const Node& node = *std::prev(behind);
    return node.range.contains(offset)
        && (node.style == NodeStyle::SingleQuoted || node.style == NodeStyle::DoubleQuoted);
}

/// Parses the documents of one text; those of an earlier parse that still stand are taken over.
class Parse {
public:
    explicit Parse(ParsedText& result)
        : m_result(result)
        , m_text(*result.text)
    {
    }

    void run(const ParsedText* previous, ByteRange changed)
    {
        if (!prepare())
            return;
        if (previous != nullptr && previous->kind == TextKind::Yaml)
            findReusable(*previous, changed);
        const std::vector<Chunk> chunks = splitDocuments(m_text, m_result.lines.starts());
        if (isTemplate(chunks)) {
            m_result.kind = TextKind::Template;
            return;
        }
        for (std::size_t i = 0; i < chunks.size(); ++i)
            take(chunks[i], static_cast<std::uint32_t>(i));
        reportRest(chunks);
        std::ranges::stable_sort(m_result.errors, {},
                                 [](const Error& e) { return std::pair(e.where.line, e.where.column); });
    }

private:
    struct Reusable {
        std::shared_ptr<const Document> document;
        std::int64_t shift = 0;
    };

    /// The checks before any parsing; false if there is nothing to parse.
    bool prepare()
    {
        if (const std::optional<std::string> encoding = foreignEncoding(m_text)) {
            m_bytes.unreadable = BuildFailure{"source.encoding", {*encoding}, 0};
        } else {
            m_bytes = checkBytes(m_text, 0, static_cast<std::uint32_t>(m_text.size()));
        }
        if (!m_bytes.unreadable)
            return true;
        m_result.kind = TextKind::Unreadable;
        m_result.errors.push_back(errorOf(m_result, *m_bytes.unreadable));
        return false;
    }

    bool isTemplate(const std::vector<Chunk>& chunks) const
    {
        if (m_text.find("{{") == std::string_view::npos)
            return false;
        return std::ranges::any_of(chunks, [this](const Chunk& chunk) {
            return m_text.substr(chunk.body, chunk.end - chunk.body).contains("{{")
                && scanStructure(m_text, chunk).templateAt.has_value();
        });
    }

    void findReusable(const ParsedText& previous, ByteRange changed)
    {
        const auto shift = static_cast<std::int64_t>(m_text.size()) - static_cast<std::int64_t>(previous.text->size());
        const std::int64_t changedEnd = static_cast<std::int64_t>(changed.end) - shift;
        std::vector<const std::string*> versions;
        for (const std::shared_ptr<const Document>& document : previous.documents) {
            // A change right at an edge may make or break a separator.
            if (document->chunk.end < changed.begin) {
                m_reusable.push_back({document, 0});
            } else if (document->chunk.begin > changedEnd) {
                m_reusable.push_back({document, shift});
            }
            if (!std::ranges::contains(versions, document->text.get()))
                versions.push_back(document->text.get());
        }
        m_copyAll = versions.size() >= maximumTextVersions;
    }

    void take(const Chunk& chunk, std::uint32_t index)
    {
        if (takeForbidden(chunk))
            return;
        if (std::shared_ptr<const Document> old = reuse(chunk, index)) {
            accept(std::move(old));
            return;
        }
        std::optional<BuildFailure> failure = tooLong(chunk);
        if (!failure)
            failure = tooDeep(chunk);
        if (failure) {
            report(*failure);
            return;
        }
        auto built = buildDocument(m_result.text, chunk, index);
        if (!built) {
            report(built.error());
            return;
        }
        for (const std::uint32_t offset : quotedOnlyIn(chunk)) {
            if (!isInQuotes(**built, offset)) {
                report(forbiddenAt(m_text, offset));
                return;
            }
        }
        accept(*std::move(built));
    }

    std::optional<BuildFailure> tooLong(const Chunk& chunk) const
    {
        if (chunk.end - chunk.begin <= maximumLineLength)
            return std::nullopt;
        const std::span<const std::uint32_t> starts = m_result.lines.starts();
        for (auto line = std::ranges::lower_bound(starts, chunk.begin); line != starts.end() && *line < chunk.end;
             ++line) {
            const std::uint32_t next = line + 1 != starts.end() ? *(line + 1) : chunk.end;
            if (next - *line > maximumLineLength)
                return BuildFailure{"source.lineLength", {std::to_string(maximumLineLength)}, *line};
        }
        return std::nullopt;
    }

    /// Brackets that yaml-cpp would keep in memory all at once; block nesting is counted while building.
    std::optional<BuildFailure> tooDeep(const Chunk& chunk) const
    {
        const std::string_view body = m_text.substr(chunk.body, chunk.end - chunk.body);
        const auto brackets = std::ranges::count(body, '[') + std::ranges::count(body, '{');
        if (brackets <= static_cast<std::ptrdiff_t>(maximumDepth))
            return std::nullopt;
        const Structure structure = scanStructure(m_text, chunk);
        if (structure.flowDepth <= maximumDepth)
            return std::nullopt;
        return BuildFailure{"source.depth", {std::to_string(maximumDepth)}, structure.deepest};
    }

    /// Reports the first forbidden character of a document; true if there is one.
    bool takeForbidden(const Chunk& chunk)
    {
        const auto first = std::ranges::lower_bound(m_bytes.forbidden, chunk.begin);
        if (first == m_bytes.forbidden.end() || *first >= chunk.end)
            return false;
        report(forbiddenAt(m_text, *first));
        return true;
    }

    /// Forbidden characters outside of every document: the first in front of the first, between two, behind the last.
    void reportRest(const std::vector<Chunk>& chunks)
    {
        std::uint32_t from = 0;
        for (std::size_t i = 0; i <= chunks.size(); ++i) {
            const std::uint32_t end = i < chunks.size() ? chunks[i].begin : static_cast<std::uint32_t>(m_text.size());
            const auto first = std::ranges::lower_bound(m_bytes.forbidden, from);
            if (first != m_bytes.forbidden.end() && *first < end)
                report(forbiddenAt(m_text, *first));
            if (i < chunks.size())
                from = chunks[i].end;
        }
    }

    void report(const BuildFailure& failure) { m_result.errors.push_back(errorOf(m_result, failure)); }

    std::span<const std::uint32_t> quotedOnlyIn(const Chunk& chunk) const
    {
        const auto begin = std::ranges::lower_bound(m_bytes.quotedOnly, chunk.begin);
        const auto end = std::ranges::lower_bound(m_bytes.quotedOnly, chunk.end);
        return {begin, end};
    }

    std::shared_ptr<const Document> reuse(const Chunk& chunk, std::uint32_t index)
    {
        while (m_nextReusable < m_reusable.size()
               && m_reusable[m_nextReusable].document->chunk.begin + m_reusable[m_nextReusable].shift < chunk.begin)
            ++m_nextReusable;
        // What makes these two broken stands outside of the bytes that are compared.
        if (m_nextReusable == m_reusable.size() || chunk.orphan || chunk.stray != 0)
            return nullptr;
        const auto& [document, shift] = m_reusable[m_nextReusable];
        if (document->chunk.begin + shift != chunk.begin || document->chunk.end + shift != chunk.end
            || document->range.begin + shift != chunk.body)
            return nullptr;
        if (shift == 0 && document->index == index && !m_copyAll)
            return document;
        return shifted(*document, static_cast<std::uint32_t>(shift), index);
    }

    /// Unsigned arithmetic wraps, so that a negative shift is added like a positive one.
    std::shared_ptr<const Document> shifted(const Document& document, std::uint32_t shift, std::uint32_t index) const
    {
        auto copy = std::make_shared<Document>(document);
        const auto move = [shift](ByteRange range) { return ByteRange{range.begin + shift, range.end + shift}; };
        copy->text = m_result.text;
        copy->index = index;
        copy->range = move(copy->range);
        copy->chunk = move(copy->chunk);
        for (Node& node : copy->nodes)
            node.range = move(node.range);
        return copy;
    }

    void accept(std::shared_ptr<const Document> document)
    {
        // Finding a column costs the length of its line, and nobody reads thousands of lines.
        const auto shown = std::min(document->duplicateKeys.size(), maximumDuplicates);
        for (const NodeId key : std::span(document->duplicateKeys).first(shown)) {
            const NodeRef ref(document.get(), key);
            m_result.errors.push_back(
                {"source.duplicateKey", {std::string(ref.value())}, m_result.locate(ref.range().begin)});
        }
        m_result.documents.push_back(std::move(document));
    }

    ParsedText& m_result;
    std::string_view m_text;
    ByteCheck m_bytes;
    std::vector<Reusable> m_reusable;
    std::size_t m_nextReusable = 0;
    bool m_copyAll = false;
};

ParsedTextPtr parse(std::string text, const ParsedText* previous, ByteRange changed)
{
    auto result = std::make_shared<ParsedText>();
    result->id = contentIdOf(text);
    result->text = std::make_shared<const std::string>(std::move(text));
    if (result->text->size() > maximumTextSize) {
        result->kind = TextKind::Unreadable;
        result->errors.push_back({"source.size", {std::to_string(maximumTextSize)}, {}});
        return result;
    }
    result->lines = LineIndex(*result->text);
    Parse(*result).run(previous, changed);
    return result;
}

} // namespace

ContentId contentIdOf(std::string_view text)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    const std::string header = "blob " + std::to_string(text.size());
    hash.addData(QByteArrayView(header.c_str(), static_cast<qsizetype>(header.size() + 1)));
    hash.addData(viewOf(text));
    return hash.result().toHex().toStdString();
}

LineIndex::LineIndex(std::string_view text)
    : m_size(static_cast<std::uint32_t>(text.size()))
{
    m_starts.reserve(text.size() / 32 + 1);
    m_starts.push_back(0);
    const char* const begin = text.data();
    const char* at = begin;
    const char* const end = begin + text.size();
    while (at != end) {
        const void* found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
        if (found == nullptr)
            break;
        at = static_cast<const char*>(found) + 1;
        m_starts.push_back(static_cast<std::uint32_t>(at - begin));
    }
}

Location LineIndex::locate(std::string_view text, std::uint32_t offset) const
{
    if (m_starts.empty())
        return {};
    offset = std::min(offset, m_size);
    const auto line = std::ranges::upper_bound(m_starts, offset) - m_starts.begin();
    const std::uint32_t start = m_starts[static_cast<std::size_t>(line - 1)];
    std::string_view before = text.substr(start, offset - start);
    if (start == 0 && before.starts_with(byteOrderMark))
        before.remove_prefix(byteOrderMark.size());
    const auto points = std::ranges::count_if(before, [](char c) { return (c & 0xC0) != 0x80; });
    return {{}, static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(points + 1)};
}

std::uint32_t LineIndex::offsetOf(std::string_view text, const Location& where) const
{
    std::uint32_t offset = startOf(where.line);
    if (offset == 0 && text.starts_with(byteOrderMark))
        offset += static_cast<std::uint32_t>(byteOrderMark.size());
    for (std::uint32_t column = 1; column < where.column && offset < text.size(); ++column) {
        ++offset;
        while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U)
            ++offset;
    }
    return offset;
}

std::uint32_t LineIndex::startOf(std::uint32_t line) const
{
    if (line == 0)
        return 0;
    return line <= m_starts.size() ? m_starts[line - 1] : m_size;
}

ParsedTextPtr parseText(std::string text)
{
    return parse(std::move(text), nullptr, {});
}

ParsedTextPtr reparseText(const ParsedText& previous, std::string text, ByteRange changed)
{
    return parse(std::move(text), &previous, changed);
}

} // namespace meshdraft::source
