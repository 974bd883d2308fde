// SPDX-License-Identifier: Apache-2.0
#include "views/undo/textlines.h"

#include "views/common/ink.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

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
    m_lines.push_back({Line::Plain, text, icon, token});
    show(m_lines.back());
}

void TextLines::addQuiet(const QString& text)
{
    m_lines.push_back({Line::Quiet, text, {}, "muted"});
    show(m_lines.back());
}

void TextLines::addCommand(const QString& command)
{
    m_lines.push_back({Line::Command, command, {}, "text"});
    show(m_lines.back());
}

QString TextLines::text() const
{
    QStringList texts;
    for (const Line& line : m_lines) {
        texts << line.text;
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
    auto* label = new QLabel(line.text, row);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
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
