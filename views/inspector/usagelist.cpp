// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/usagelist.h"

#include "models/workspace/resourcetreemodel.h"
#include "models/workspace/words.h"
#include "views/common/paint.h"
#include "views/theme/theme.h"
#include "views/tree/badgedelegate.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using mesh::effective::ReferenceKind;
using workspace::printable;
using workspace::Usage;
using Model = workspace::ResourceTreeModel;

namespace {

constexpr int mostRows = 12;

/// What the listed resource is or does, seen from the one that is inspected.
QString relation(const Usage& usage)
{
    switch (usage.kind) {
    case ReferenceKind::Exposes:
        return usage.isIncoming ? UsageList::tr("attached") : UsageList::tr("gateway");
    case ReferenceKind::Routes:
        return usage.isIncoming ? UsageList::tr("routes here") : UsageList::tr("destination");
    case ReferenceKind::Mirrors:
        return usage.isIncoming ? UsageList::tr("mirrors here") : UsageList::tr("mirror");
    case ReferenceKind::Delegates:
        return usage.isIncoming ? UsageList::tr("delegates here") : UsageList::tr("delegate");
    case ReferenceKind::Selects:
        return usage.isIncoming ? UsageList::tr("selects it") : UsageList::tr("selected");
    case ReferenceKind::AppliesTo:
        return usage.isIncoming ? UsageList::tr("applies") : UsageList::tr("host");
    case ReferenceKind::Secures:
        return usage.isIncoming ? UsageList::tr("secures it") : UsageList::tr("secured");
    case ReferenceKind::ExportsTo:
        return usage.isIncoming ? UsageList::tr("exported here") : UsageList::tr("sees it");
    case ReferenceKind::Imports:
        return usage.isIncoming ? UsageList::tr("imports it") : UsageList::tr("imported");
    }
    return {};
}

/// Counts of one relation in words.
QString counted(int number, const QString& one, const QString& several)
{
    return number == 1 ? one : several.arg(number);
}

} // namespace

UsageList::UsageList(const Theme& theme, QWidget* parent)
    : QListWidget(parent)
{
    setItemDelegate(new BadgeDelegate(theme, BadgeDelegate::Glyph::Right, this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setViewportMargins(18, 0, 4, 0);
    const auto choose = [this](const QListWidgetItem* item) {
        if (item != nullptr) {
            Q_EMIT chosen(item->data(Model::ElementRole).value<mesh::ElementRef>());
        }
    };
    connect(this, &QListWidget::itemClicked, this, choose);
    connect(this, &QListWidget::itemActivated, this, choose);
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

QSize UsageList::sizeHint() const
{
    const int rows = std::clamp(count(), 0, mostRows);
    return {120, rows * (QFontMetrics(font()).height() + 8) + (rows > 0 ? 6 : 0)};
}

void UsageList::setUsages(const mesh::MeshGraph& graph, const std::vector<Usage>& usages)
{
    if (usages == m_usages) {
        return;
    }
    m_usages = usages;
    clear();
    for (const Usage& usage : usages) {
        const mesh::ResourceKey& key = usage.element.key;
        const mesh::ResourceIndex index = graph.find(usage.place);
        QString place;
        if (index != mesh::noResource) {
            const mesh::Resource& resource = graph.at(index);
            const source::NodeRef node = usage.place.field.resolve(resource.rootNode());
            const Location where = resource.locate(node.isValid() ? node.id() : source::noNode);
            place = printable(where.path) + u':' + QString::number(where.line);
        }
        auto* item = new QListWidgetItem(printable(key.name), this);
        item->setData(Model::ElementRole, QVariant::fromValue(usage.element));
        item->setData(Model::IconRole, iconOfKind(key.kind));
        const QString kind = printable(key.kind);
        item->setData(Model::DetailRole, QString(relation(usage) + u" · "_s + QFileInfo(place).fileName()));
        const QString full = kind + u' ' + printable(key.ns) + u'/' + printable(key.name) + u", "_s + relation(usage)
            + u'\n' + printable(usage.place.field.text()) + u'\n' + place;
        item->setToolTip(full);
        item->setData(Qt::AccessibleTextRole, QString(full).replace(u'\n', u", "_s));
    }
    updateGeometry();
}

QString UsageList::summary(const std::vector<Usage>& usages)
{
    int gateways = 0;
    int callers = 0;
    int destinations = 0;
    int rules = 0;
    int hosts = 0;
    int workloads = 0;
    int others = 0;
    for (const Usage& usage : usages) {
        const bool isRoute = usage.kind == ReferenceKind::Routes || usage.kind == ReferenceKind::Mirrors
            || usage.kind == ReferenceKind::Delegates;
        if (usage.kind == ReferenceKind::Exposes && !usage.isIncoming) {
            ++gateways;
        } else if ((isRoute || usage.kind == ReferenceKind::Exposes) && usage.isIncoming) {
            ++callers;
        } else if (isRoute) {
            ++destinations;
        } else if (usage.kind == ReferenceKind::AppliesTo && usage.isIncoming) {
            ++rules;
        } else if (usage.kind == ReferenceKind::AppliesTo) {
            ++hosts;
        } else if (usage.kind == ReferenceKind::Selects && !usage.isIncoming) {
            ++workloads;
        } else {
            ++others;
        }
    }
    QStringList parts;
    const auto add = [&](int number, const QString& one, const QString& several) {
        if (number > 0) {
            parts << counted(number, one, several);
        }
    };
    add(gateways, tr("1 gateway"), tr("%1 gateways"));
    add(callers, tr("1 caller"), tr("%1 callers"));
    add(destinations, tr("1 destination"), tr("%1 destinations"));
    add(rules, tr("1 rule"), tr("%1 rules"));
    add(hosts, tr("1 host"), tr("%1 hosts"));
    add(workloads, tr("1 workload"), tr("%1 workloads"));
    add(others, tr("1 other"), tr("%1 others"));
    return parts.isEmpty() ? tr("nowhere") : parts.join(u", "_s);
}

} // namespace meshdraft::views
