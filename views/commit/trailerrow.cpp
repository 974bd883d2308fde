// SPDX-License-Identifier: Apache-2.0
#include "views/commit/trailerrow.h"

#include "models/workspace/summary.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

TrailerRow::TrailerRow(QPlainTextEdit& message, QWidget* parent)
    : QWidget(parent)
    , m_message(message)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(14);
    m_row->addStretch(1);
}

QCheckBox* TrailerRow::add(const QString& name, const QString& value, const QString& why)
{
    auto* box = new QCheckBox(u"%1: %2"_s.arg(name, value), this);
    box->setObjectName(u"trailer_"_s + name);
    box->setToolTip(why);
    m_row->insertWidget(m_row->count() - 1, box);
    connect(box, &QCheckBox::toggled, this, [this, name, value](bool on) {
        // one step of the field's own undo
        QTextCursor cursor(m_message.document());
        cursor.select(QTextCursor::Document);
        cursor.insertText(workspace::withTrailer(m_message.toPlainText(), name, on ? value : QString()));
    });
    return box;
}

} // namespace meshdraft::views
