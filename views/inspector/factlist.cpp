// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/factlist.h"

#include "views/common/ink.h"
#include "views/common/linklabel.h"
#include "views/theme/theme.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

FactList::FactList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(30, 0, 12, 10);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(1, 1);
    connect(&theme, &Theme::changed, this, [this] { rebuild(); });
}

void FactList::setFacts(const Facts& facts)
{
    if (facts != m_facts) {
        m_facts = facts;
        rebuild();
    }
}

void FactList::rebuild()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    int row = 0;
    for (const Fact& fact : m_facts) {
        QLabel* text = fact.target.isNull() ? new QLabel(this) : new LinkLabel(this);
        text->setWordWrap(true);
        text->setMinimumWidth(40);
        text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        // not the cell: an aligned cell gets the height of the hint, which is that of another width
        text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        if (fact.target.isNull()) {
            text->setTextFormat(Qt::PlainText);
            text->setText(fact.text);
            text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        } else {
            text->setTextFormat(Qt::RichText);
            text->setText(
                u"<a href=\"#\" style=\"color:%1\">%2</a>"_s.arg(m_theme.html("link"), fact.text.toHtmlEscaped()));
            connect(text, &QLabel::linkActivated, this, [this, target = fact.target] { Q_EMIT activated(target); });
        }
        if (fact.label.isEmpty()) {
            m_grid->addWidget(text, row, 0, 1, 2);
        } else {
            auto* label = new QLabel(fact.label, this);
            label->setTextFormat(Qt::PlainText);
            setInk(*label, m_theme, "muted");
            m_grid->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignLeft);
            m_grid->addWidget(text, row, 1);
        }
        ++row;
        if (!fact.note.isEmpty()) {
            auto* note = new QLabel(fact.note, this);
            note->setTextFormat(Qt::PlainText);
            note->setWordWrap(true);
            note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
            note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
            setInk(*note, m_theme, "muted");
            m_grid->addWidget(note, row++, 1);
        }
    }
}

} // namespace meshdraft::views
