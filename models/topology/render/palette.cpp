// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/graphscene.h"

#include <array>

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

} // namespace

Palette::Palette(bool dark)
    : m_dark(dark)
{
    m_colors.reserve(static_cast<qsizetype>(tokens.size()));
    for (const Token& token : tokens)
        m_colors.insert(QString::fromLatin1(token.name), QColor::fromRgb(dark ? token.dark : token.light));
}

const Palette& Palette::light()
{
    static const Palette palette(false);
    return palette;
}

const Palette& Palette::dark()
{
    static const Palette palette(true);
    return palette;
}

QColor Palette::color(const char* token) const
{
    const auto it = m_colors.constFind(QString::fromLatin1(token));
    Q_ASSERT_X(it != m_colors.constEnd(), "Palette::color", token);
    return it == m_colors.constEnd() ? QColor() : *it;
}

} // namespace meshdraft::topology
