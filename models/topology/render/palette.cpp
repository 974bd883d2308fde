// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/graphscene.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace meshdraft::topology {

namespace {

struct Token {
    const char* name;
    QRgb light;
    QRgb dark;
};

constexpr std::array tokens = {
    // surfaces
    Token{"window", 0xF1F3F5, 0x23272D},
    Token{"base", 0xFFFFFF, 0x1A1D22},
    Token{"alt", 0xF7F8FA, 0x1F2329},
    Token{"canvas", 0xFAFBFC, 0x181B20},
    Token{"rail", 0xE7EAEE, 0x1C2025},
    Token{"ns", 0xF2F5F8, 0x1E2228},
    Token{"node", 0xFFFFFF, 0x262B32},
    Token{"button", 0xFFFFFF, 0x2D323A},
    Token{"border", 0xCDD3DA, 0x414953},
    Token{"border2", 0xE2E6EA, 0x30363E},
    Token{"ctl", 0x7C8692, 0x79838F},
    Token{"nodeline", 0x66707C, 0x8A95A2},
    Token{"nsline", 0xAEB7C1, 0x4D5661},
    // text
    Token{"text", 0x1D232B, 0xE6E9ED},
    Token{"muted", 0x56606C, 0xA9B2BD},
    Token{"faint", 0x6B7480, 0x949EAA},
    Token{"link", 0x1A5CB0, 0x7DB4F7},
    Token{"hl", 0x1F66C1, 0x6AA9F4},
    Token{"hltext", 0xFFFFFF, 0x0D1620},
    Token{"hlsoft", 0xDCE9F9, 0x243B57},
    Token{"focus", 0x1F66C1, 0x6AA9F4},
    Token{"lit", 0x1F66C1, 0x6AA9F4},
    Token{"find", 0xFFE08A, 0x6B5510},
    Token{"tip", 0x1D232B, 0xE6E9ED},
    Token{"tiptext", 0xFFFFFF, 0x1A1D22},
    // difference
    Token{"add", 0x00685F, 0x45CBBD},
    Token{"addbg", 0xD2F0EE, 0x103A3A},
    Token{"addem", 0x93DDD8, 0x1A5F5E},
    Token{"rem", 0xB03A0E, 0xF79468},
    Token{"rembg", 0xFDE4D3, 0x46240F},
    Token{"remem", 0xF8BC96, 0x7A3D18},
    Token{"chg", 0x86318C, 0xDF93DD},
    Token{"chgbg", 0xF4E3F5, 0x3B203D},
    Token{"chgem", 0xE3BDE5, 0x5F3363},
    Token{"mov", 0x3D5A80, 0x9DB9DD},
    Token{"movbg", 0xE4EBF4, 0x25303E},
    // risk tier
    Token{"low", 0x2D6478, 0x86C5DA},
    Token{"lowbg", 0xE0EEF3, 0x1B3540},
    Token{"med", 0x805000, 0xF2BE55},
    Token{"medbg", 0xFCEBC4, 0x3E300F},
    Token{"high", 0xA3123A, 0xFF8FA9},
    Token{"highbg", 0xFBE0E7, 0x4A1827},
    Token{"unk", 0x56606C, 0xA9B2BD},
    Token{"unkbg", 0xE9ECF0, 0x30363E},
    // severity
    Token{"err", 0xB3133C, 0xFF8A94},
    Token{"errbg", 0xFBE1E7, 0x481B22},
    Token{"warn", 0x805000, 0xF2BE55},
    Token{"warnbg", 0xFCEBC4, 0x3E300F},
    Token{"info", 0x1A5CB0, 0x7DB4F7},
    Token{"infobg", 0xE1ECFA, 0x1F3350},
    Token{"ok", 0x00685F, 0x45CBBD},
    // mTLS
    Token{"strict", 0x2F4A5E, 0xB9CBDA},
    Token{"perm", 0x805000, 0xF2BE55},
    Token{"disab", 0xA3123A, 0xFF8FA9},
    // split series
    Token{"s1", 0x24558F, 0x8CBFF7},
    Token{"s2", 0x5C93D1, 0x4A86C9},
    Token{"s3", 0xB4D2F2, 0x2A5080},
    Token{"s4", 0xDDE9F7, 0x23384F},
    Token{"s1t", 0xFFFFFF, 0x0D1620},
    Token{"s2t", 0x10233A, 0x081019},
    Token{"s3t", 0x10233A, 0xE6E9ED},
    // YAML and edges
    Token{"yk", 0x1A5CB0, 0x7DB4F7},
    Token{"ys", 0x7A3A06, 0xEBB077},
    Token{"yn", 0x00685F, 0x45CBBD},
    Token{"yc", 0x5B6672, 0x9CA6B2},
    Token{"edge", 0x7C8794, 0x7F8A97},
};

/// What a token is in high contrast: paper, ink, the accent, or a shade where two things beside each other have to
/// differ (WCAG 1.4.11 asks for 3:1 between them and the ink in them).
QRgb contrastColor(std::string_view name, bool dark)
{
    constexpr QRgb black = 0x000000;
    constexpr QRgb white = 0xFFFFFF;
    const QRgb ink = dark ? white : black;
    const QRgb paper = dark ? black : white;
    constexpr std::array<std::string_view, 10> papers{"window", "base", "alt",    "canvas",  "rail",
                                                      "ns",     "node", "button", "tiptext", "hltext"};
    constexpr std::array<std::string_view, 5> accents{"link", "hl", "focus", "lit", "info"};
    constexpr std::array<std::string_view, 5> shades{"hlsoft", "find", "addem", "remem", "chgem"};
    if (std::ranges::contains(papers, name) || name.ends_with("bg"))
        return paper;
    if (std::ranges::contains(accents, name))
        return dark ? 0xFFFF00 : 0x0000C8;
    if (std::ranges::contains(shades, name))
        return dark ? 0x4A4A4A : 0xD4D4D4;
    constexpr std::array<std::pair<std::string_view, std::pair<QRgb, QRgb>>, 7> series{{{"s1", {black, white}},
                                                                                        {"s2", {0x595959, 0xB0B0B0}},
                                                                                        {"s3", {0xA6A6A6, 0x707070}},
                                                                                        {"s4", {0xE0E0E0, 0x303030}},
                                                                                        {"s1t", {white, black}},
                                                                                        {"s2t", {white, black}},
                                                                                        {"s3t", {black, white}}}};
    const auto found = std::ranges::find(series, name, [](const auto& each) { return each.first; });
    if (found != series.end())
        return dark ? found->second.second : found->second.first;
    return ink;
}

} // namespace

Palette::Palette(bool dark, bool highContrast)
    : m_dark(dark)
    , m_highContrast(highContrast)
{
    m_colors.reserve(static_cast<qsizetype>(tokens.size()));
    for (const Token& token : tokens) {
        const QRgb color = highContrast ? contrastColor(token.name, dark) : dark ? token.dark : token.light;
        m_colors.insert(QString::fromLatin1(token.name), QColor::fromRgb(color));
    }
}

const Palette& Palette::light()
{
    static const Palette palette(false, false);
    return palette;
}

const Palette& Palette::dark()
{
    static const Palette palette(true, false);
    return palette;
}

const Palette& Palette::highContrast(bool dark)
{
    static const Palette onWhite(false, true);
    static const Palette onBlack(true, true);
    return dark ? onBlack : onWhite;
}

QColor Palette::color(const char* token) const
{
    const auto it = m_colors.constFind(QString::fromLatin1(token));
    Q_ASSERT_X(it != m_colors.constEnd(), "Palette::color", token);
    return it == m_colors.constEnd() ? QColor() : *it;
}

} // namespace meshdraft::topology
