// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/words.h"

#include "models/workspace/schemawords.h"
#include "models/workspace/wordtable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

using Table = std::unordered_map<std::string_view, const char*>;

const Table& words()
{
    static const Table table = [] {
        Table all;
        for (const auto part :
             {analyzerWords(), errorWords(), findingWords(), fixWords(), changeWords(), riskWords(), reviewWords(),
              schemaWords(), trafficWords(), pasteWords(), policyWords(), undoWords(), validationWords()}) {
            for (const Words& each : part)
                all.emplace(each.id, each.text);
        }
        return all;
    }();
    return table;
}

/// Sentences that have a form of their own for the values of one argument: "commit.operation.merge".
std::string variantOf(const std::string& id, const std::vector<std::string>& args)
{
    static constexpr std::array<std::pair<std::string_view, std::size_t>, 2> variants{{
        {"file.unwritable", 1},
        {"commit.operation", 0},
    }};
    const auto found = std::ranges::find(variants, id, [](const auto& variant) { return variant.first; });
    if (found == variants.end() || found->second >= args.size())
        return id;
    const std::string special = id + '.' + args[found->second];
    return words().contains(special) ? special : id;
}

/// What a program printed keeps its lines.
bool hasLines(const std::string& id)
{
    constexpr std::array ids{"commit.hook", "fetch.unreachable", "git.failed",      "push.authentication",
                             "push.hook",   "push.refused",      "push.unreachable"};
    return std::ranges::find(ids, id) != ids.end();
}

bool isEscaped(char32_t c, bool keepsLines)
{
    if (keepsLines && (c == U'\n' || c == U'\t'))
        return false;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString escaped(const std::string& text, bool keepsLines)
{
    // Nearly all text is plain, and a difference shows tens of thousands of lines of it.
    if (std::ranges::all_of(text, [&](char c) { return (c >= ' ' && c <= '~') || (keepsLines && c == '\n'); }))
        return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    const QString decoded = QString::fromStdString(text);
    QString result;
    result.reserve(decoded.size());
    for (const char32_t c : decoded.toUcs4()) {
        if (!isEscaped(c, keepsLines))
            result += QString::fromUcs4(&c, 1);
        else if (c <= 0xffff)
            result += u"\\u%1"_s.arg(quint32(c), 4, 16, QChar(u'0'));
        else
            result += u"\\U%1"_s.arg(quint32(c), 8, 16, QChar(u'0'));
    }
    return result;
}

/// Puts the arguments in, in one pass: what looks like a place in an argument stays as it is.
QString filled(const QString& text, const std::vector<std::string>& args,
               const std::function<QString(const std::string&)>& decorate)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (number < 1) {
            result += text[i];
            continue;
        }
        ++i;
        if (static_cast<std::size_t>(number) <= args.size())
            result += decorate(args[static_cast<std::size_t>(number) - 1]);
    }
    return result;
}

QString unknownSentence(const std::string& id, const std::vector<std::string>& args)
{
    QStringList parts;
    for (const std::string& arg : args)
        parts.append(printable(arg));
    const QString name = printable(id);
    return parts.isEmpty() ? name : name + u" ("_s + parts.join(u", "_s) + u')';
}

} // namespace

QString sentence(const std::string& id, const std::vector<std::string>& args,
                 const std::function<QString(const std::string&)>& decorate)
{
    const auto found = words().find(variantOf(id, args));
    if (found == words().end())
        return unknownSentence(id, args);
    return filled(QCoreApplication::translate("meshdraft", found->second), args, decorate);
}

QString sentence(const std::string& id, const std::vector<std::string>& args)
{
    return sentence(id, args, hasLines(id) ? printableLines : printable);
}

QString errorText(const Error& error)
{
    QString place;
    if (!error.where.path.empty())
        place = printable(error.where.path) + u':';
    if (error.where.line > 0) {
        place += QString::number(error.where.line) + u':';
        if (error.where.column > 0)
            place += QString::number(error.where.column) + u':';
    }
    const QString text = sentence(error.code, error.args);
    return place.isEmpty() ? text : place + u' ' + text;
}

QString findingText(const checks::Finding& finding)
{
    return finding.message.starts_with("schema.") ? violationText(finding.message, finding.args)
                                                  : sentence(finding.message, finding.args);
}

QString fixText(const checks::Fix& fix)
{
    return sentence(fix.id, fix.args);
}

QString reasonText(const changes::Reason& reason)
{
    return sentence(reason.message, reason.args);
}

QString statementText(const changes::Statement& statement)
{
    return sentence(statement.message, wordedArgs(statement));
}

std::vector<std::string> wordedArgs(const changes::Statement& statement)
{
    std::vector<std::string> args = statement.args;
    const auto say = [&args](std::size_t position, const char* text) {
        if (position < args.size() && args[position].empty())
            args[position] = QCoreApplication::translate("meshdraft", text).toStdString();
    };
    const bool isMatch = statement.message == "change.match";
    if (isMatch || statement.message == "change.routeAdded" || statement.message == "change.routeRemoved") {
        say(1, QT_TRANSLATE_NOOP("meshdraft", "every request"));
        say(2,
            isMatch ? QT_TRANSLATE_NOOP("meshdraft", "every request")
                    : QT_TRANSLATE_NOOP("meshdraft", "no destination"));
    } else if (statement.message.starts_with("change.subset")) {
        say(1, QT_TRANSLATE_NOOP("meshdraft", "no labels"));
    }
    for (std::string& arg : args) {
        if (arg.empty())
            arg = "\"\"";
    }
    return args;
}

QString tierText(changes::Tier tier)
{
    switch (tier) {
    case changes::Tier::None:
        return QCoreApplication::translate("meshdraft", "No risk");
    case changes::Tier::Low:
        return QCoreApplication::translate("meshdraft", "Low risk");
    case changes::Tier::Medium:
        return QCoreApplication::translate("meshdraft", "Medium risk");
    case changes::Tier::High:
        return QCoreApplication::translate("meshdraft", "High risk");
    }
    return {};
}

bool hasSentence(const std::string& id)
{
    return words().contains(id);
}

QString printable(const std::string& text)
{
    return escaped(text, false);
}

QString printableLines(const std::string& text)
{
    return escaped(text, true);
}

QString codeSpan(const std::string& text)
{
    const QString shown = printable(text);
    if (shown.isEmpty())
        return {};
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : shown) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    const bool needsSpace = shown.startsWith(u'`') || shown.endsWith(u'`') || shown.trimmed().isEmpty();
    const QString space = needsSpace ? u" "_s : QString();
    return fence + space + shown + space + fence;
}

} // namespace meshdraft::workspace
