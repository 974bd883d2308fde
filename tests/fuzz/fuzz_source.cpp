// SPDX-License-Identifier: Apache-2.0
// Any bytes as a YAML file: errors and ranges lie in the text, and both laws of an edit hold.
#include "editlaws.h"

#include "tests/source/sourcetest.h"

#include <cstdio>
#include <cstdlib>

using namespace meshdraft;
using namespace meshdraft::source;
using namespace Qt::StringLiterals;

namespace {

void require(const QString& wrong)
{
    if (wrong.isEmpty())
        return;
    std::fprintf(stderr, "broken: %s\n", wrong.toUtf8().constData());
    std::abort();
}

QString wrongError(const ParsedText& text)
{
    for (const Error& error : text.errors) {
        const std::uint32_t line = error.where.line;
        if (!error.code.starts_with("source.") || line == 0 || line > text.lines.lineCount() || error.where.column == 0)
            return errorText(error);
        const std::uint32_t begin = text.lines.startOf(line);
        if (error.where.column > text.lines.startOf(line + 1) - begin + 1)
            return u"column of "_s + errorText(error);
    }
    return {};
}

QString wrongDocument(const ParsedText& text)
{
    std::uint32_t end = 0;
    for (const auto& document : text.documents) {
        if (document->chunk.begin < end || document->chunk.end > text.text->size()
            || document->range.begin < document->chunk.begin || document->range.end != document->chunk.end)
            return u"documents are not in order"_s;
        end = document->chunk.end;
        if (const QString wrong = inconsistencyOf(*document); !wrong.isEmpty())
            return wrong;
    }
    return {};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const ParsedTextPtr text = parseText(bytes);
    if (*text->text != bytes || text->id != contentIdOf(bytes))
        require(u"the text is another one"_s);
    require(wrongError(*text));
    require(wrongDocument(*text));
    Choice choice({data, size});
    for (int i = 0; i < 3; ++i)
        require(brokenEditLaw(*text, choice));
    require(brokenSpliceLaw(*text, choice));
    return 0;
}
