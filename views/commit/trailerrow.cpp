// SPDX-License-Identifier: Apache-2.0
#include "views/commit/trailerrow.h"

#include <QCheckBox>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

TrailerRow::TrailerRow(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(14);
    m_row->addStretch(1);
}

QCheckBox* TrailerRow::add(const QString& name, const QString& value, const QString& why)
{
    auto* box = new QCheckBox(this);
    box->setObjectName(u"trailer_"_s + name);
    box->setToolTip(why);
    m_row->insertWidget(m_row->count() - 1, box);
    m_boxes[name] = box;
    setValue(name, value);
    connect(box, &QCheckBox::toggled, this, [this, name](bool on) { Q_EMIT toggled(name, on); });
    return box;
}

void TrailerRow::setValue(const QString& name, const QString& value)
{
    m_boxes[name]->setText(u"%1: %2"_s.arg(name, value));
}

bool TrailerRow::isOn(const QString& name) const
{
    const QCheckBox* box = m_boxes.value(name);
    return box != nullptr && box->isChecked();
}

QString riskTrailerHint()
{
    return TrailerRow::tr("The tier that you declare; a review shows it beside the computed one.");
}

QString signOffHint()
{
    return TrailerRow::tr("As git commit --signoff.");
}

} // namespace meshdraft::views
