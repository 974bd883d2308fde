// SPDX-License-Identifier: Apache-2.0
#include "layoutgenerator.h"

#include <array>
#include <string_view>

namespace meshdraft::source {

std::uint32_t LayoutGenerator::next(std::uint32_t bound)
{
    m_state = m_state * 1'664'525U + 1'013'904'223U;
    return (m_state >> 8) % bound;
}

std::string LayoutGenerator::comment()
{
    static constexpr std::array<std::string_view, 5> comments = {" # weight: 1", "  # größer: {x", " #",
                                                                 "\t# it's \"so\"", "  "};
    return chance(25) ? std::string(comments[next(comments.size())]) : std::string();
}

void LayoutGenerator::line(const std::string& indent, const std::string& content)
{
    if (chance(8))
        m_out += std::string(next(6), ' ') + "# weight: 99 - { [" + m_lineBreak;
    if (chance(5))
        m_out += m_lineBreak;
    m_out += indent + content + comment() + m_lineBreak;
    m_endsInBlock = false;
}

/// A flow sequence with an item a line, some of them with comments; the brackets may share a line with one.
void LayoutGenerator::flowLines(const std::string& indent, const std::string& key)
{
    const std::string inner = indent + (chance(50) ? "\t" : m_step);
    m_out += indent + key + (chance(15) ? ": [x," : ": [") + comment() + m_lineBreak;
    for (std::uint32_t left = 1 + next(4); left > 0; --left) {
        if (chance(25))
            m_out += inner + "# about " + std::to_string(left) + m_lineBreak;
        const bool wantsComma = left > 1 || chance(30);
        m_out += inner + (chance(20) ? "{weight: 5}" : "item" + std::to_string(left)) + (wantsComma ? "," : "");
        if (left == 1 && chance(15)) {
            m_out += "]" + m_lineBreak;
            return;
        }
        m_out += comment() + m_lineBreak;
    }
    m_out += indent + " ]" + m_lineBreak;
}

/// Entries of all styles that stand beside what is edited.
void LayoutGenerator::filler(const std::string& indent)
{
    const std::string number = std::to_string(++m_serial);
    const std::string deeper = indent + m_step;
    const std::uint32_t kind = next(10);
    m_endsInBlock = kind == 1 || kind == 2;
    switch (kind) {
    case 0:
        line(indent, "timeout" + number + ": 5s");
        break;
    case 1:
        m_out += indent + "note" + number + ": |" + (chance(50) ? "-" : chance(50) ? "+" : "") + m_lineBreak;
        m_out +=
            deeper + "weight: 7" + m_lineBreak + (chance(50) ? m_lineBreak : "") + deeper + "  - {x: [" + m_lineBreak;
        break;
    case 2:
        m_out += indent + "folded" + number + ": >" + m_lineBreak + deeper + "one" + m_lineBreak + deeper + "weight: 3"
            + m_lineBreak;
        break;
    case 3:
        m_out += indent + "plain" + number + ": one" + m_lineBreak + deeper + "two - three" + m_lineBreak;
        break;
    case 4:
        m_out += indent + "quoted" + number + ": \"weight: 1\\" + m_lineBreak + deeper + "  \\u00e9\"" + m_lineBreak;
        break;
    case 5:
        line(indent, "\"match" + number + "\": [{uri: {prefix: '/a,b'}}, {uri: {regex: \"^/x: #$\"}}]");
        break;
    case 6:
        line(indent, "retries" + number + ": &r" + number + " {attempts: 3}");
        line(indent, "again" + number + ": *r" + number);
        break;
    case 7:
        line(indent, "absent" + number + ":");
        break;
    case 8:
        flowLines(indent, "hosts" + number);
        break;
    default:
        line(indent, "größe" + number + ": 日本 #x");
        break;
    }
}

void LayoutGenerator::destination(const std::string& indent, const std::string& first)
{
    const std::string subset = chance(20) ? "'v" + std::to_string(next(9)) + "'" : "v" + std::to_string(next(9));
    if (chance(30)) {
        line(first, "destination: {host: reviews, subset: " + subset + (chance(20) ? ", }" : "}"));
        return;
    }
    line(first, chance(10) ? "\"destination\":" : "destination:");
    line(indent + m_step, "host: reviews");
    line(indent + m_step, "subset: " + subset);
}

void LayoutGenerator::weight(const std::string& indent)
{
    const std::string number = std::to_string(next(101));
    switch (next(8)) {
    case 0:
        return;
    case 1:
        line(indent, "weight: \"" + number + "\"");
        return;
    case 2:
        line(indent, "\"weight\":   " + number);
        return;
    case 3:
        line(indent, "weight:");
        return;
    case 4:
        line(indent, "weight:");
        m_out += indent + m_step + number + m_lineBreak;
        return;
    case 5:
        line(indent, "? weight");
        line(indent, ": " + number);
        return;
    default:
        line(indent, "weight: " + number);
        return;
    }
}

void LayoutGenerator::route(const std::string& indent)
{
    const std::string number = std::to_string(next(101));
    if (chance(25)) {
        const std::string gap = chance(50) ? " " : "";
        std::string entry = "{" + gap + "destination: {host: a, subset: b}";
        if (chance(70))
            entry += (chance(30) ? "," + m_lineBreak + indent + "      weight: " : ", weight: ") + number;
        line(indent, "- " + entry + gap + "}");
        return;
    }
    const std::string gap(1 + next(3), ' ');
    const std::string inner = indent + " " + gap;
    const bool weightFirst = chance(20);
    if (weightFirst) {
        line(indent + "-" + gap, "weight: " + number);
        destination(inner, inner);
    } else {
        destination(inner, indent + "-" + gap);
        if (chance(20))
            filler(inner);
        weight(inner);
    }
    if (chance(20))
        filler(inner);
}

void LayoutGenerator::resource(const std::string& indent, const std::string& first)
{
    line(first, "kind: VirtualService");
    line(indent, "metadata: {name: reviews, namespace: prod}");
    line(indent, "spec:");
    const std::string spec = indent + m_step;
    if (chance(40))
        filler(spec);
    if (chance(15)) {
        line(spec,
             "http: [{route: [{destination: {host: a}, weight: 30}, {destination: {host: b}, \"weight\":70}, "
             "{destination: {host: c}}]}]");
        return;
    }
    line(spec, "http:");
    const std::string item = m_itemsIndented ? spec + m_step : spec;
    line(item, "- name: canary");
    const std::string entry = item + "  ";
    if (chance(30))
        filler(entry);
    line(entry, "route:");
    for (std::uint32_t count = 1 + next(3); count > 0; --count)
        route(m_itemsIndented ? entry + m_step : entry);
    if (chance(30))
        filler(entry);
}

std::string LayoutGenerator::text()
{
    m_out.clear();
    m_serial = 0;
    m_lineBreak = chance(25) ? "\r\n" : "\n";
    m_step = std::string(1 + next(4), ' ');
    m_itemsIndented = chance(50);
    if (chance(10))
        m_out += "\xEF\xBB\xBF";
    if (chance(20))
        m_out += "# Copyright" + m_lineBreak;
    if (chance(10))
        m_out += "%YAML 1.1" + m_lineBreak + "---" + m_lineBreak;
    else if (chance(20))
        m_out += "---" + comment() + m_lineBreak;
    for (std::uint32_t count = 1 + next(3); count > 0; --count) {
        if (chance(20)) {
            line("", "kind: List");
            line("", "items:");
            const std::string item = m_itemsIndented ? m_step : "";
            resource(item + "  ", item + "- ");
        } else {
            resource("", "");
        }
        if (count > 1)
            m_out += (chance(20) ? "..." + m_lineBreak : "") + "---" + m_lineBreak;
    }
    // The line break that ends a block scalar is part of its value.
    if (!m_endsInBlock && chance(20)) {
        while (m_out.ends_with('\n') || m_out.ends_with('\r'))
            m_out.pop_back();
    }
    return m_out;
}

} // namespace meshdraft::source
