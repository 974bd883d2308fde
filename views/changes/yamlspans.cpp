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
    const bool sameCount = m_lines.size() == lines.size();
    m_lines.resize(lines.size());
    KSyntaxHighlighting::State state;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Line& line = m_lines[i];
        if (sameCount && i > 0 && line.text == lines[i] && line.begin == state) {
            state = line.end;
            continue;
        }
        line.text = lines[i];
        line.begin = state;
        line.spans.clear();
        if (m_valid) {
            m_target = &line.spans;
            state = highlightLine(line.text, state);
            m_target = nullptr;
        }
        line.end = state;
        // Durations are numbers to whoever reads a route.
        for (Span& span : line.spans) {
            if (qstrcmp(span.token, "yk") != 0
                && isDuration(QStringView(line.text).mid(span.begin, span.length).trimmed())) {
                span.token = "yn";
            }
        }
    }
}

const std::vector<YamlSpans::Span>& YamlSpans::spansOf(std::size_t line) const
{
    static const std::vector<Span> none;
    return line < m_lines.size() ? m_lines[line].spans : none;
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
