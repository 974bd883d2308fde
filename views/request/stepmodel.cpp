// SPDX-License-Identifier: Apache-2.0
#include "views/request/stepmodel.h"

#include "models/mesh/elementplace.h"
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

QString placeText(const mesh::MeshGraph& graph, const StepRow& row)
{
    const Location where = mesh::placeOf(graph, row.step.element).where;
    if (where.line == 0) {
        return {};
    }
    return workspace::printable(where.path) + u':' + QString::number(where.line);
}

} // namespace

StepModel::StepModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void StepModel::setAnswer(const mesh::MeshGraphPtr& graph, const traffic::Answer& answer)
{
    beginResetModel();
    m_answer = answer;
    m_rows = workspace::stepRows(answer);
    m_texts.clear();
    for (const StepRow& row : m_rows) {
        m_texts.push_back({workspace::stepText(row.step), shareText(row), placeText(*graph, row)});
    }
    endResetModel();
}

void StepModel::clear()
{
    beginResetModel();
    m_answer = {};
    m_rows.clear();
    m_texts.clear();
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

QVariant StepModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() != 0) {
        return {};
    }
    const StepRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const Texts& texts = m_texts[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return texts.sentence;
    case Qt::AccessibleTextRole: {
        const QString state = row.state == StepState::Refused ? tr("refused")
            : row.state == StepState::Unknown                 ? tr("cannot tell")
                                                              : QString();
        QStringList parts{tr("%1. %2").arg(row.number).arg(workspace::stageText(row.step.stage)), texts.share,
                          texts.sentence, state, texts.place};
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
        return texts.share;
    case PlaceRole:
        return texts.place;
    case ElementRole:
        return QVariant::fromValue(row.step.element);
    default:
        return {};
    }
}

} // namespace meshdraft::views
