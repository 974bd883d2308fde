// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/State>

#include <QString>

#include <optional>
#include <vector>

namespace KSyntaxHighlighting {
class Definition;
class Format;
class Repository;
} // namespace KSyntaxHighlighting

namespace meshdraft::views {

/// Colour of a piece of YAML.
struct YamlInk {
    const char* token = "text";
    bool italic = false;
};
/// Nothing for what keeps the colour of text.
std::optional<YamlInk> yamlInk(const KSyntaxHighlighting::Format& format);
/// The one definition of YAML of the program; not valid where KSyntaxHighlighting has none.
const KSyntaxHighlighting::Definition& yamlDefinition();

/// Syntax of one text, line by line: which characters are keys, strings, numbers, comments. A line is looked at when
/// its spans are first asked for, from the nearest line above it at which nothing is open, so that a large text costs
/// what is shown of it. Lines above the first one that differs keep their spans.
class YamlSpans : public KSyntaxHighlighting::AbstractHighlighter {
public:
    struct Span {
        int begin = 0; ///< UTF-16 positions within the line
        int length = 0;
        const char* token = "text"; ///< colour
        bool italic = false;
    };
    YamlSpans();
    ~YamlSpans() override;

    void setLines(const std::vector<QString>& lines);
    const std::vector<Span>& spansOf(std::size_t line);

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format) override;

private:
    struct Line {
        QString text;
        KSyntaxHighlighting::State end;
        std::vector<Span> spans;
        bool isKnown = false;
    };
    std::size_t startFor(std::size_t line) const;
    void look(Line& line, const KSyntaxHighlighting::State& begin);

    std::vector<Line> m_lines;
    std::vector<Span>* m_target = nullptr;
    bool m_valid = false;
};

} // namespace meshdraft::views
