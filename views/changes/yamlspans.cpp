// SPDX-License-Identifier: Apache-2.0
#include "views/changes/yamlspans.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

/// Moderately expensive to make.
const KSyntaxHighlighting::Definition& yamlDefinition()
{
    static const KSyntaxHighlighting::Repository repository;
    static const KSyntaxHighlighting::Definition definition = repository.definitionForName(u"YAML"_s);
    return definition;
}

// The names are those of KSyntaxHighlighting's yaml.xml.
std::optional<YamlInk> yamlInk(const KSyntaxHighlighting::Format& format)
{
    const QString name = format.name();
    if (name.contains("Comment"_L1) || name == "Alert"_L1) {
        return YamlInk{"yc", true};
    }
    if (name.contains("Operator"_L1) || name == "Normal Text"_L1) {
        return YamlInk{};
    }
    if (name == "Key"_L1) {
        return YamlInk{"yk"};
    }
    if (name.contains("Integer"_L1) || name.contains("Float"_L1) || name.contains("Boolean"_L1)
        || name.contains("Null"_L1) || name.contains("Date"_L1) || name.contains("Other numeric"_L1)) {
        return YamlInk{"yn"};
    }
    if (name.contains("String"_L1) || name.contains("Literal"_L1) || name.contains("Folded"_L1)
        || name == "Attribute"_L1 || name == "List"_L1 || name == "Hash"_L1 || name == "Escaped Character"_L1) {
        return YamlInk{"ys"};
    }
    return std::nullopt;
}

namespace {

constexpr std::size_t farthest = 400; ///< lines to look back for a beginning

bool isDuration(QStringView text)
{
    qsizetype digits = 0;
    while (digits < text.size() && (text[digits].isDigit() || text[digits] == u'.')) {
        ++digits;
    }
    const QStringView unit = text.mid(digits);
    return digits > 0 && (unit == u"s" || unit == u"ms" || unit == u"m" || unit == u"h");
}

} // namespace

YamlSpans::YamlSpans()
    : m_valid(yamlDefinition().isValid())
{
    if (m_valid) {
        setDefinition(yamlDefinition());
    }
}

YamlSpans::~YamlSpans() = default;

void YamlSpans::setLines(const std::vector<QString>& lines)
{
    std::size_t same = 0;
    while (same < m_lines.size() && same < lines.size() && m_lines[same].text == lines[same]) {
        ++same;
    }
    m_lines.resize(lines.size());
    for (std::size_t i = same; i < lines.size(); ++i) {
        m_lines[i] = {.text = lines[i], .end = {}, .spans = {}, .isKnown = false};
    }
}

/// The first line to look at for the sake of this one: behind one that is known, or one that begins a document or an
/// entry of its top level. Far from any such line the colours may be those of another place.
std::size_t YamlSpans::startFor(std::size_t line) const
{
    std::size_t start = line;
    while (start > 0 && line - start < farthest && !m_lines[start - 1].isKnown) {
        const QString& text = m_lines[start].text;
        if (!text.isEmpty() && (text[0].isLetter() || text.startsWith("---"_L1))) {
            break;
        }
        --start;
    }
    return start;
}

void YamlSpans::look(Line& line, const KSyntaxHighlighting::State& begin)
{
    m_target = &line.spans;
    line.end = highlightLine(line.text, begin);
    m_target = nullptr;
    line.isKnown = true;
    // Durations are numbers to whoever reads a route.
    for (Span& span : line.spans) {
        if (qstrcmp(span.token, "yk") != 0
            && isDuration(QStringView(line.text).mid(span.begin, span.length).trimmed())) {
            span.token = "yn";
        }
    }
}

const std::vector<YamlSpans::Span>& YamlSpans::spansOf(std::size_t line)
{
    static const std::vector<Span> none;
    if (line >= m_lines.size() || !m_valid) {
        return none;
    }
    for (std::size_t i = m_lines[line].isKnown ? line + 1 : startFor(line); i <= line; ++i) {
        look(m_lines[i], i > 0 && m_lines[i - 1].isKnown ? m_lines[i - 1].end : KSyntaxHighlighting::State());
    }
    return m_lines[line].spans;
}

void YamlSpans::applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format)
{
    if (m_target == nullptr || length <= 0) {
        return;
    }
    if (const std::optional<YamlInk> ink = yamlInk(format)) {
        m_target->push_back({offset, length, ink->token, ink->italic});
    }
}

} // namespace meshdraft::views
