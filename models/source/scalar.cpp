// SPDX-License-Identifier: Apache-2.0
#include "models/source/scalar.h"

#include "models/source/scan.h"

#include <algorithm>
#include <array>

namespace meshdraft::source {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// lower, Capitalised or UPPER spelling of a word given in lower case.
bool isSpelling(std::string_view text, std::string_view word)
{
    if (text.size() != word.size())
        return false;
    const auto upper = [](char c) { return static_cast<char>(c - 'a' + 'A'); };
    const bool allLower = text == word;
    const bool allUpper = std::ranges::equal(text, word, [&](char a, char b) { return a == upper(b); });
    const bool capitalised = text.front() == upper(word.front()) && text.substr(1) == word.substr(1);
    return allLower || allUpper || capitalised;
}

bool consistsOf(std::string_view text, std::string_view characters)
{
    return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

/// 190:20:30 and 190:20:30.15, the base 60 of YAML 1.1.
bool isSexagesimal(std::string_view text)
{
    return isDigit(text.front()) && text.find(':') != std::string_view::npos && consistsOf(text, "0123456789_:.");
}

/// 2001-12-14, with or without a time.
bool isTimestamp(std::string_view text)
{
    if (text.size() < 8 || !consistsOf(text.substr(0, 4), "0123456789") || text[4] != '-')
        return false;
    return isDigit(text[5]) && consistsOf(text.substr(4), "0123456789-:.+TtZz \t");
}

bool isNumber(std::string_view text)
{
    if (text.starts_with('+') || text.starts_with('-'))
        text.remove_prefix(1);
    if (text.empty())
        return false;
    if (isSpelling(text, ".inf") || text == ".Inf" || text == ".INF")
        return true;
    if (text.starts_with("0x") || text.starts_with("0X"))
        return consistsOf(text.substr(2), "0123456789abcdefABCDEF_");
    if (text.starts_with("0b") || text.starts_with("0B"))
        return consistsOf(text.substr(2), "01_");
    if (text.starts_with("0o") || text.starts_with("0O"))
        return consistsOf(text.substr(2), "01234567_");
    if (isSexagesimal(text))
        return true;
    const std::size_t exponent = text.find_first_of("eE");
    const std::string_view mantissa = text.substr(0, exponent);
    if (exponent != std::string_view::npos) {
        std::string_view power = text.substr(exponent + 1);
        if (power.starts_with('+') || power.starts_with('-'))
            power.remove_prefix(1);
        if (!consistsOf(power, "0123456789"))
            return false;
    }
    return consistsOf(mantissa, "0123456789_.") && std::ranges::count(mantissa, '.') <= 1
        && mantissa.find_first_of("0123456789") != std::string_view::npos && mantissa.front() != '_';
}

/// Characters outside ASCII that a scalar may hold without escapes: no C1 control, no Unicode line break, no BOM.
bool needsEscape(std::string_view value)
{
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto byte = static_cast<unsigned char>(value[i]);
        if (byte < 0x20 || byte == 0x7F)
            return true;
        if (byte == 0xC2 && i + 1 < value.size() && static_cast<unsigned char>(value[i + 1]) < 0xA0)
            return true;
        const std::string_view three = value.substr(i, 3);
        if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" || three == "\xEF\xBB\xBF")
            return true;
    }
    return false;
}

void appendEscaped(std::string& out, unsigned code)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    const bool wide = code > 0xFF;
    out += wide ? "\\u" : "\\x";
    for (int shift = wide ? 12 : 4; shift >= 0; shift -= 4)
        out += digits[(code >> shift) & 0xF];
}

} // namespace

bool isNullWord(std::string_view plain)
{
    return plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

std::optional<bool> booleanOf(std::string_view plain)
{
    for (const std::string_view word : {"true", "yes", "on", "y"}) {
        if (isSpelling(plain, word))
            return true;
    }
    for (const std::string_view word : {"false", "no", "off", "n"}) {
        if (isSpelling(plain, word))
            return false;
    }
    return std::nullopt;
}

bool readsAsOtherThanString(std::string_view plain)
{
    if (plain.empty() || isNullWord(plain) || booleanOf(plain) || plain == "<<" || plain == "=")
        return true;
    if (plain == ".nan" || plain == ".NaN" || plain == ".NAN")
        return true;
    return isNumber(plain) || isTimestamp(plain);
}

bool canBePlain(std::string_view value, ScalarPlace place)
{
    if (value.empty() || isBlankOrBreak(value.front()) || isBlankOrBreak(value.back()) || needsEscape(value))
        return false;
    if (std::string_view(",[]{}#&*!|>'\"%@`").contains(value.front()))
        return false;
    if (std::string_view("-?:").contains(value.front()) && (value.size() == 1 || value[1] == ' '))
        return false;
    if (value.back() == ':' || value.contains(": ") || value.contains(" #"))
        return false;
    // In quotes it cannot be taken for an action of a Helm template.
    if (value.contains("{{"))
        return false;
    if (place.inFlow && value.find_first_of(",[]{}?") != std::string_view::npos)
        return false;
    if (place.inFlow && value.front() == '-' && std::string_view(",[]{}").contains(value[1]))
        return false;
    return !place.atMargin || !(value.starts_with("---") || value.starts_with("..."));
}

bool canBeLiteral(std::string_view value)
{
    while (!value.empty()) {
        const std::size_t stop = std::min(value.find('\n'), value.size());
        if (needsEscape(value.substr(0, stop)))
            return false;
        value.remove_prefix(std::min(stop + 1, value.size()));
    }
    return true;
}

std::optional<std::string> singleQuoted(std::string_view value)
{
    if (needsEscape(value))
        return std::nullopt;
    std::string out = "'";
    for (const char c : value) {
        if (c == '\'')
            out += '\'';
        out += c;
    }
    return out + '\'';
}

std::string doubleQuoted(std::string_view value)
{
    std::string out = "\"";
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto byte = static_cast<unsigned char>(value[i]);
        const auto at = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(value[i + k])); };
        if (byte == '"' || byte == '\\') {
            out += '\\';
            out += value[i];
        } else if (byte == '\n') {
            out += "\\n";
        } else if (byte == '\t') {
            out += "\\t";
        } else if (byte == '\r') {
            out += "\\r";
        } else if (byte < 0x20 || byte == 0x7F) {
            appendEscaped(out, byte);
        } else if (byte == 0xC2 && i + 1 < value.size() && at(1) < 0xA0) {
            appendEscaped(out, at(1));
            i += 1;
        } else if (needsEscape(value.substr(i, 3)) && byte >= 0xE2 && i + 2 < value.size()) {
            appendEscaped(out, ((byte & 0x0FU) << 12) | ((at(1) & 0x3FU) << 6) | (at(2) & 0x3FU));
            i += 2;
        } else {
            out += value[i];
        }
    }
    return out + '"';
}

std::string renderScalar(std::string_view value, NodeStyle style, bool asString, ScalarPlace place)
{
    if (style == NodeStyle::DoubleQuoted)
        return doubleQuoted(value);
    const bool needsQuotes = !canBePlain(value, place) || (asString && readsAsOtherThanString(value));
    if (style != NodeStyle::SingleQuoted && !needsQuotes)
        return std::string(value);
    // Double quotes are what most files have; single ones spare escapes.
    const bool wantsSingle = style == NodeStyle::SingleQuoted || value.find_first_of("\"\\") != std::string_view::npos;
    if (wantsSingle) {
        if (std::optional<std::string> quoted = singleQuoted(value))
            return *std::move(quoted);
    }
    return doubleQuoted(value);
}

} // namespace meshdraft::source
