// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/operations/placelist.h"

#include "models/mesh/elementplace.h"
#include "models/workspace/resourcetreemodel.h"
#include "models/workspace/words.h"
#include "views/common/paint.h"
#include "views/tree/badgedelegate.h"

#include <QListWidget>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using workspace::printable;
using Model = workspace::ResourceTreeModel;

void preparePlaces(QListWidget& list, const Theme& theme)
{
    list.setItemDelegate(new BadgeDelegate(theme, BadgeDelegate::Glyph::Right, &list));
    list.setUniformItemSizes(true);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void addPlace(QListWidget& list, const mesh::MeshGraph& graph, const mesh::ElementRef& element, const QString& what)
{
    QString place;
    if (const Location where = mesh::placeOf(graph, element).where; where.line > 0) {
        place = printable(where.path) + u':' + QString::number(where.line);
    }
    const QString kind = printable(element.key.kind);
    const QString name = printable(element.key.name);
    auto* item = new QListWidgetItem(name, &list);
    item->setData(Model::ElementRole, QVariant::fromValue(element));
    item->setData(Model::IconRole, iconOfKind(element.key.kind));
    item->setData(Model::DetailRole, QString(what + u" · "_s + place));
    const QString full = kind + u' ' + name + u'\n' + printable(element.field.text()) + u": "_s + what + u'\n' + place;
    item->setToolTip(full);
    item->setData(Qt::AccessibleTextRole, QString(full).replace(u'\n', u", "_s));
}

mesh::ElementRef placeAt(const QListWidget& list, int row)
{
    return list.item(row)->data(Model::ElementRole).value<mesh::ElementRef>();
}

} // namespace meshdraft::views
