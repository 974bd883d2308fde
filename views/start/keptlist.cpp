// SPDX-License-Identifier: Apache-2.0
#include "views/start/keptlist.h"

#include "views/start/keptrow.h"
#include "views/theme/fonts.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

KeptList::KeptList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"keptList"_s);
    m_column->setContentsMargins(0, 0, 0, 12);
    m_column->setSpacing(8);
    auto* heading = new QLabel(tr("Kept edits"), this);
    heading->setFont(scaledFont(font(), 1.1, QFont::DemiBold));
    m_column->addWidget(heading);
    hide();
}

void KeptList::setKept(const std::vector<workspace::KeptEdits>& all)
{
    for (auto* row : findChildren<KeptRow*>(Qt::FindDirectChildrenOnly)) {
        m_column->removeWidget(row);
        row->hide();
        // It may be the sender.
        row->setParent(nullptr);
        row->deleteLater();
    }
    for (const workspace::KeptEdits& kept : all) {
        auto* row = new KeptRow(m_theme, kept, this);
        m_column->addWidget(row);
        connect(row, &KeptRow::restoreRequested, this, [this, kept] { Q_EMIT restoreRequested(kept); });
        connect(row, &KeptRow::discardRequested, this, [this, kept] { Q_EMIT discardRequested(kept); });
        connect(row, &KeptRow::exportRequested, this, [this, kept] { Q_EMIT exportRequested(kept); });
    }
    setVisible(!all.empty());
}

} // namespace meshdraft::views
