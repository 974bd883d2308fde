// SPDX-License-Identifier: Apache-2.0
#include "hostiletexts.h"

#include <string_view>

namespace meshdraft::source {

namespace {

std::string repeated(std::string_view part, std::size_t count, std::string_view start = {}, std::string_view end = {})
{
    std::string text(start);
    text.reserve(start.size() + part.size() * count + end.size());
    for (std::size_t i = 0; i < count; ++i)
        text += part;
    return text.append(end);
}

/// `part` with its '@' replaced by a number, again and again.
std::string numbered(std::string_view part, std::size_t count, std::string_view start = {}, std::string_view end = {})
{
    std::string text(start);
    for (std::size_t i = 0; i < count; ++i) {
        for (const char c : part)
            text += c == '@' ? std::to_string(i) : std::string(1, c);
    }
    return text.append(end);
}

} // namespace

const std::vector<HostileText>& hostileTexts()
{
    using Count = std::size_t;
    static const std::vector<HostileText> texts{
        // Documents and comments.
        {"empty documents", [](Count n) { return repeated("---\n", n); }, "", true},
        {"documents", [](Count n) { return repeated("---\na: 1\n", n); }, "", true},
        {"ends of documents", [](Count n) { return repeated("...\n", n, "a: 1\n"); }, "", true},
        {"broken documents", [](Count n) { return repeated("---\na: [\n", n); }, "source.syntax", false},
        {"directives", [](Count n) { return repeated("%YAML 1.2\n---\na: 1\n...\n", n); }, "", true},
        {"tag directives", [](Count n) { return numbered("%TAG !@! tag:x\n", n, {}, "---\na: 1\n"); }, "", true},
        {"comments", [](Count n) { return repeated("# a\n", n, "a: 1\n"); }, "", true},
        {"comment pyramid",
         [](Count n) {
             std::string text = "a:\n";
             for (std::size_t i = 0; i < n; ++i)
                 text += std::string(i % 2000, ' ') + "# c\n";
             return text + "  b: 1\n";
         },
         "", true},
        {"comments behind open keys", [](Count n) { return repeated("# c\n", n, repeated("? ", 300) + "\n"); }, "",
         true},
        {"comments behind open items", [](Count n) { return repeated("# c\n", n, repeated("- ", 300) + "\n"); }, "",
         true},
        {"blank lines in open keys", [](Count n) { return repeated("\n", n, repeated("? ", 300) + "\n", "a"); },
         "source.syntax", false},
        // Keys, items and scalars.
        {"keys", [](Count n) { return numbered("k@: 1\n", n); }, "", true},
        {"duplicate keys", [](Count n) { return repeated("a: 1\n", n); }, "source.duplicateKey", true},
        {"duplicate keys on a line", [](Count n) { return repeated("a: 1,", n, "{", "}\n"); }, "source.duplicateKey",
         true},
        {"absent values", [](Count n) { return repeated("- \n", n); }, "", true},
        {"explicit keys", [](Count n) { return numbered("? k@\n", n); }, "", true},
        {"long key", [](Count n) { return repeated("k", n, {}, ": 1\n"); }, "source.syntax", false},
        {"long quoted", [](Count n) { return repeated("x ", n, "a: \"", "\"\n"); }, "", true},
        {"long quoted over lines", [](Count n) { return repeated("x\n ", n, "a: \"", "\"\n"); }, "", true},
        {"long plain over lines", [](Count n) { return repeated("  x y\n", n, "a: b\n"); }, "", true},
        {"plain with blank lines", [](Count n) { return repeated("\n", n, "a: b\n", "  c\n"); }, "", true},
        {"literal", [](Count n) { return repeated("  x\n", n, "a: |\n"); }, "", true},
        {"literal of blank lines", [](Count n) { return repeated("\n", n, "a: |\n", "b: 1\n"); }, "", true},
        {"literals without lines", [](Count n) { return numbered("k@: |\n", n); }, "", true},
        {"separators in quotes", [](Count n) { return repeated("- \"\xE2\x80\xA8\"\n", n); }, "", true},
        {"separators", [](Count n) { return repeated("- \xE2\x80\xA8\n", n); }, "source.separator", false},
        {"lone CRs", [](Count n) { return repeated("a\r", n); }, "source.loneCr", false},
        {"control characters", [](Count n) { return repeated("\x07\n", n); }, "source.control", false},
        {"tabs as indentation", [](Count n) { return repeated("\tb: 1\n", n, "a:\n"); }, "source.syntax", false},
        // Flow collections.
        {"flow on a line", [](Count n) { return repeated("{a: [b]},", n, "[", "]\n"); }, "", true},
        {"flow over lines", [](Count n) { return repeated("{a: [b]},\n", n, "[", "]\n"); }, "", true},
        {"minified JSON", [](Count n) { return repeated(R"({"a":["b","{{c}}"]},)", n, "[", "{}]\n"); }, "", true},
        {"open braces", [](Count n) { return repeated("{ ", n); }, "source.depth", false},
        {"open braces on lines", [](Count n) { return repeated("{\n", n); }, "source.depth", false},
        {"open brackets and quotes", [](Count n) { return repeated("[\"a\",", n); }, "source.depth", false},
        {"unclosed bracket", [](Count n) { return repeated("b, ", n, "a: ["); }, "source.syntax", false},
        {"unclosed double quotes", [](Count n) { return repeated("b c\n ", n, "a: \""); }, "source.syntax", false},
        {"unclosed single quotes", [](Count n) { return repeated("b c\n ", n, "a: '"); }, "source.syntax", false},
        {"closing brackets", [](Count n) { return repeated("]", n); }, "source.syntax", false},
        {"commas", [](Count n) { return repeated(",", n, "[", "]\n"); }, "source.syntax", false},
        {"colons", [](Count n) { return repeated(": ", n); }, "source.depth", false},
        {"pipes and blank lines", [](Count n) { return repeated("| ", n, "a: b {{x}}\nc: | ", repeated("\n", n)); },
         "source.syntax", false},
        {"template actions in text", [](Count n) { return repeated("{{x}} ", n, "a: b "); }, "", true},
        {"literals in a text with actions", [](Count n) { return repeated("- |\n", n, "- b {{x}}\n"); }, "", true},
        // Anchors, aliases, tags.
        {"anchors", [](Count n) { return numbered("- &a@ x\n", n); }, "", true},
        {"anchors and aliases", [](Count n) { return numbered("- &a@ x\n- *a@\n", n); }, "", true},
        {"aliases", [](Count n) { return repeated("- *a\n", n, "- &a x\n"); }, "", true},
        {"one anchor again and again", [](Count n) { return repeated("- &a x\n- *a\n", n); }, "", true},
        {"tags", [](Count n) { return repeated("- !!str x\n", n); }, "", true},
        {"tags without value", [](Count n) { return repeated("- !t\n", n); }, "", true},
        {"open verbatim tags", [](Count n) { return repeated("---\n!<a\n", n); }, "source.syntax", false},
        {"merge keys", [](Count n) { return repeated("- <<: *a\n", n, "- &a {b: c}\n"); }, "", true},
    };
    return texts;
}

} // namespace meshdraft::source
