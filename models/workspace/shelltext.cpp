// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/shelltext.h"

#include "models/workspace/words.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isPlain(const QString& word)
{
    constexpr QStringView others = u"_./:@%+=,-";
    return !word.isEmpty() && std::ranges::all_of(word, [&](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || others.contains(c);
    });
}

} // namespace

QString shellWord(const std::string& word)
{
    QString shown = printable(word);
    if (isPlain(shown))
        return shown;
    return u'\'' + shown.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString shellLine(std::span<const std::string> words)
{
    QStringList line;
    for (const auto& word : words)
        line << shellWord(word);
    return line.join(u' ');
}

bool isKubernetesName(std::string_view name)
{
    return !name.empty() && isLetterOrDigit(name.front()) && isLetterOrDigit(name.back())
        && std::ranges::all_of(name, [](char c) { return isLetterOrDigit(c) || c == '-' || c == '.'; });
}

QString codeBlock(const QString& language, const QString& text)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    return fence + language + u'\n' + text + (text.endsWith(u'\n') ? QString() : u"\n"_s) + fence + u'\n';
}

QString hereDocument(const QString& command, const std::string& text)
{
    std::string end = "END_OF_RESOURCE";
    for (int number = 1; text.contains(end); ++number)
        end = "END_OF_RESOURCE_" + std::to_string(number);
    // the shell takes quoted text as it is; what people cannot see is shown
    const auto shown = printableLines(text);
    const auto name = QString::fromStdString(end);
    return command + u" <<'"_s + name + u"'\n"_s + shown + (shown.endsWith(u'\n') ? QString() : u"\n"_s) + name + u'\n';
}

} // namespace meshdraft::workspace
