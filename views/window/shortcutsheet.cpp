// SPDX-License-Identifier: Apache-2.0
#include "views/window/shortcutsheet.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

ShortcutSheet::ShortcutSheet(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    QList<std::pair<QString, QString>> rows;
    for (const QAction* action : actions) {
        if (!action->shortcut().isEmpty()) {
            rows.append({action->shortcut().toString(QKeySequence::NativeText), action->text().remove(u'&')});
        }
    }
    rows.append({tr("Arrows"), tr("In the picture: along edges and among siblings; on a slider: by 1")});
    rows.append({tr("Enter, Backspace"), tr("In the picture: open a group, close it")});
    rows.append({u"H, ."_s, tr("In the picture: hide the selection, show only it")});
    rows.append({tr("Space"), tr("In the picture: select more")});
    rows.append({u"+, -, 0, F"_s, tr("In the picture: zoom in, out, to 100 %, fit")});
    rows.append({tr("Page up, Page down"), tr("On a slider: by 5")});
    rows.append({u"L"_s, tr("On a slider: lock or free the weight")});
    rows.append({tr("0 to 9"), tr("On a slider: type the weight")});
    const qsizetype half = (rows.size() + 1) / 2;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const int line = static_cast<int>(i % half);
        const int side = i < half ? 0 : 2;
        auto* keys = new QLabel(rows[i].first, this);
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        keys->setFont(bold);
        grid->addWidget(keys, line, side);
        grid->addWidget(new QLabel(rows[i].second, this), line, side + 1);
    }
    column->addLayout(grid);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace meshdraft::views
