// SPDX-License-Identifier: Apache-2.0
#include "views/request/stepmodel.h"

#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using traffic::Stage;
using workspace::StepRow;
using workspace::StepState;

namespace {

/// What the proxies call what decides.
QString tagOf(Stage stage)
{
    switch (stage) {
    case Stage::Listener:
    case Stage::Server:
    case Stage::Inbound:
        return u"LDS"_s;
    case Stage::VirtualHost:
    case Stage::Route:
        return u"RDS"_s;
    case Stage::Cluster:
        return u"CDS"_s;
    case Stage::Endpoints:
        return u"EDS"_s;
    case Stage::Caller:
    case Stage::Import:
    case Stage::Authentication:
    case Stage::Authorization:
        break;
    }
    return {};
}

} // namespace

StepModel::StepModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void StepModel::setAnswer(const mesh::MeshGraphPtr& graph, const traffic::Request& request,
                          const traffic::Answer& answer)
{
    beginResetModel();
    m_graph = graph;
    m_request = request;
    m_answer = answer;
    m_rows = workspace::stepRows(answer);
    endResetModel();
}

void StepModel::clear()
{
    beginResetModel();
    m_graph.reset();
    m_answer = {};
    m_rows.clear();
    endResetModel();
}

int StepModel::decisiveRow() const
{
    const auto rowOf = [this](auto&& is) {
        const auto found = std::ranges::find_if(m_rows, is);
        return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
    };
    for (const StepState state : {StepState::Refused, StepState::Unknown}) {
        // without an element there is nothing to be looked at
        const int row = rowOf([&](const StepRow& each) { return each.state == state && !each.step.element.isNull(); });
        if (row >= 0 && (state == StepState::Refused || m_answer.verdict == traffic::Verdict::Unknown)) {
            return row;
        }
    }
    const int route =
        rowOf([](const StepRow& each) { return each.step.stage == Stage::Route && !each.step.element.isNull(); });
    if (route >= 0) {
        return route;
    }
    const int placed = rowOf([](const StepRow& each) { return !each.step.element.isNull(); });
    return placed >= 0 ? placed : m_rows.empty() ? -1 : 0;
}

int StepModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString StepModel::shareText(const StepRow& row) const
{
    if (m_answer.shares.size() < 2 || row.shares.empty() || row.shares.size() == m_answer.shares.size()) {
        return {};
    }
    QStringList names;
    for (const int share : row.shares) {
        const traffic::Share& one = m_answer.shares[static_cast<std::size_t>(share)];
        names << (one.subset.empty() ? workspace::printable(one.host).section(u'.', 0, 0)
                                     : workspace::printable(one.subset));
    }
    return names.join(u", "_s);
}

QString StepModel::placeText(const StepRow& row) const
{
    const mesh::ElementRef& element = row.step.element;
    const mesh::ResourceIndex index = m_graph && !element.isNull() ? m_graph->find(element) : mesh::noResource;
    if (index == mesh::noResource) {
        return {};
    }
    const mesh::Resource& resource = m_graph->at(index);
    const source::NodeRef node =
        element.field.isEmpty() ? source::NodeRef() : element.field.resolve(resource.rootNode());
    const Location where = resource.locate(node.isValid() ? node.id() : source::noNode);
    return workspace::printable(where.path) + u':' + QString::number(where.line);
}

QVariant StepModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() != 0) {
        return {};
    }
    const StepRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return workspace::stepText(row.step);
    case Qt::AccessibleTextRole: {
        const QString share = shareText(row);
        const QString state = row.state == StepState::Refused ? tr("refused")
            : row.state == StepState::Unknown                 ? tr("cannot tell")
                                                              : QString();
        QStringList parts{tr("%1. %2").arg(row.number).arg(workspace::stageText(row.step.stage)), share,
                          workspace::stepText(row.step), state, placeText(row)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case Qt::ToolTipRole:
        return row.state == StepState::Unknown ? tr("Files cannot tell what happens here.") : QVariant();
    case NumberRole:
        return row.number;
    case TitleRole:
        return row.isFirst ? workspace::stageText(row.step.stage) : QString();
    case TagRole:
        return row.isFirst ? tagOf(row.step.stage) : QString();
    case StateRole:
        return static_cast<int>(row.state);
    case StageStateRole:
        return static_cast<int>(row.stageState);
    case ShareRole:
        return shareText(row);
    case PlaceRole:
        return placeText(row);
    case ElementRole:
        return QVariant::fromValue(row.step.element);
    default:
        return {};
    }
}

} // namespace meshdraft::views
