// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/operations/placelist.h"

#include "models/workspace/words.h"

#include <QListWidget>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using workspace::printable;

void preparePlaces(QListWidget& list)
{
    list.setSelectionMode(QAbstractItemView::SingleSelection);
    list.setUniformItemSizes(false);
    list.setWordWrap(true);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void addPlace(QListWidget& list, const mesh::MeshGraph& graph, const mesh::ElementRef& element, const QString& what)
{
    QString text = printable(element.key.kind) + u' ' + printable(element.key.name);
    const mesh::ResourceIndex index = graph.find(element);
    if (index != mesh::noResource) {
        const mesh::Resource& resource = graph.at(index);
        const source::NodeRef node = element.field.resolve(resource.rootNode());
        const Location where = resource.locate(node.isValid() ? node.id() : source::noNode);
        text += u"   "_s + printable(where.path) + u':' + QString::number(where.line);
    }
    text += u"\n    "_s + printable(element.field.text()) + u":  "_s + what;
    auto* item = new QListWidgetItem(text, &list);
    item->setData(Qt::UserRole, QVariant::fromValue(element));
}

} // namespace meshdraft::views
