// SPDX-License-Identifier: Apache-2.0
#include "views/common/textlines.h"

#include "views/common/ink.h"
#include "views/common/linklabel.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

/// A long path or field may go on in the next line behind its signs; a label breaks only between words.
QString breakable(const QString& text)
{
    constexpr qsizetype longWord = 24;
    QStringList words = text.split(u' ');
    for (QString& word : words) {
        for (qsizetype i = word.size() < longWord ? 0 : word.size() - 1; i > 0; --i) {
            if (u"./[_"_s.contains(word[i])) {
                word.insert(i, QChar(0x200b));
            }
        }
    }
    return words.join(u' ');
}

} // namespace

TextLines::TextLines(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(12, 2, 12, 10);
    m_column->setSpacing(6);
    connect(&theme, &Theme::changed, this, &TextLines::rebuild);
}

void TextLines::clear()
{
    m_lines.clear();
    rebuild();
}

void TextLines::add(const QString& text, const QString& icon, const char* token)
{
    m_lines.push_back(
        {.kind = Line::Plain, .text = text, .icon = icon, .token = token, .word = {}, .link = {}, .open = {}});
    show(m_lines.back());
}

void TextLines::addQuiet(const QString& text)
{
    m_lines.push_back(
        {.kind = Line::Quiet, .text = text, .icon = {}, .token = "muted", .word = {}, .link = {}, .open = {}});
    show(m_lines.back());
}

void TextLines::addCommand(const QString& command)
{
    m_lines.push_back(
        {.kind = Line::Command, .text = command, .icon = {}, .token = "text", .word = {}, .link = {}, .open = {}});
    show(m_lines.back());
}

void TextLines::addLinked(const QString& word, const QString& link, const QString& text, const QString& icon,
                          const char* token, std::function<void()> open)
{
    m_lines.push_back({.kind = Line::Linked,
                       .text = text,
                       .icon = icon,
                       .token = token,
                       .word = word,
                       .link = link,
                       .open = std::move(open)});
    show(m_lines.back());
}

void TextLines::addRest(std::size_t all, std::size_t shown)
{
    if (all > shown) {
        addQuiet(tr("and %n more", nullptr, static_cast<int>(all - shown)));
    }
}

QString TextLines::text() const
{
    QStringList texts;
    for (const Line& line : m_lines) {
        texts << (line.kind == Line::Linked ? QString(line.word + u' ' + line.link + u' ' + line.text) : line.text);
    }
    return texts.join(u'\n');
}

void TextLines::rebuild()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const Line& line : m_lines) {
        show(line);
    }
}

QLabel* TextLines::labelOf(const Line& line, QWidget* row)
{
    if (line.kind != Line::Linked) {
        auto* label = new QLabel(line.kind == Line::Command ? line.text : breakable(line.text), row);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        return label;
    }
    auto* label = new LinkLabel(row);
    label->setTextFormat(Qt::RichText);
    const QString link = line.link.toHtmlEscaped();
    label->setText(u"<b>%1</b> %2 %3"_s.arg(
        line.word.toHtmlEscaped(),
        line.open ? u"<a href=\"#\" style=\"color:%1\">%2</a>"_s.arg(m_theme.html("link"), link) : link,
        line.text.toHtmlEscaped()));
    if (line.open) {
        connect(label, &QLabel::linkActivated, this, [open = line.open] { open(); });
    }
    return label;
}

void TextLines::show(const Line& line)
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(7);
    if (!line.icon.isEmpty()) {
        auto* glyph = new QLabel(row);
        glyph->setPixmap(m_theme.pixmap(line.icon, 14, line.token, devicePixelRatioF()));
        layout->addWidget(glyph, 0, Qt::AlignTop);
    }
    QLabel* label = labelOf(line, row);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setFont(line.kind == Line::Command ? fixedFont() : scaledFont(font(), 0.92));
    if (line.kind == Line::Quiet) {
        setInk(*label, m_theme, "muted");
    }
    layout->addWidget(label, 1);
    if (line.kind == Line::Command) {
        auto* copy = new QToolButton(row);
        copy->setIcon(m_theme.icon(u"copy"_s));
        copy->setAutoRaise(true);
        copy->setToolTip(tr("Copy the command"));
        copy->setAccessibleName(tr("Copy %1").arg(line.text));
        connect(copy, &QToolButton::clicked, this, [text = line.text] { QGuiApplication::clipboard()->setText(text); });
        layout->addWidget(copy, 0, Qt::AlignTop);
    }
    m_column->addWidget(row);
}

} // namespace meshdraft::views
