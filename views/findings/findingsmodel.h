// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/codeowners.h"
#include "models/checks/finding.h"

#include <QAbstractItemModel>

namespace meshdraft::views {

/// Which findings are wanted.
struct FindingFilter {
    QString text; ///< words, each in the code, sentence, place or name of the resource
    bool onlyIntroduced = false; ///< by the pending changes
    std::string path; ///< of this file alone; empty: of all
    mesh::ResourceKey resource; ///< of this resource alone; without a name: of all

    friend bool operator==(const FindingFilter&, const FindingFilter&) = default;
};

/// Findings as a list or in groups: introduced by the pending changes first, then those that were there before, then
/// the mended ones.
class FindingsModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { CodeColumn, TextColumn, NewsColumn, PlaceColumn, ColumnCount };
    enum Role {
        ElementRole = Qt::UserRole + 1,
        SeverityRole, ///< checks::Severity as int; of a group the worst of it
        NewsRole, ///< News as int
        CountRole, ///< of a group: how many are in it; nothing for a finding
    };
    enum News { Introduced, StillThere, Mended };
    enum class Grouping : std::uint8_t { None, File, Code, Severity, Namespace, Owner };

    explicit FindingsModel(QObject* parent = nullptr);

    /// Of what is saved, and of it with the pending changes.
    void setFindings(const checks::Findings& saved, const checks::Findings& current,
                     const changes::CodeOwners& owners = {});
    void setGrouping(Grouping grouping);
    void setFilter(const FindingFilter& filter);
    /// How many there are before the filter, mended ones left out.
    int total() const { return m_total; }
    /// The finding of a row; null for a group.
    const checks::Finding* finding(const QModelIndex& index) const;
    /// The row of a finding that says the same; invalid where it is not shown.
    QModelIndex find(const checks::Finding& finding) const;
    /// The next (`direction` 1) or previous (-1) finding that is not mended, introduced ones only while there are any;
    /// invalid when there is none. From an invalid index: the first or last.
    QModelIndex step(const QModelIndex& from, int direction) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const final;
    QModelIndex parent(const QModelIndex& index) const final;
    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

private:
    struct Row {
        const checks::Finding* finding; ///< in m_saved or m_current
        News news;
    };
    struct Group {
        QString title;
        std::vector<Row> rows;
    };
    void arrange();
    bool isWanted(const Row& row) const;
    QString groupOf(const Row& row) const;
    const Row* rowAt(const QModelIndex& index) const;
    QVariant groupData(const Group& group, int column, int role) const;
    QString textOf(const Row& row, int column) const;

    checks::Findings m_saved;
    checks::Findings m_current;
    changes::CodeOwners m_owners;
    std::vector<Row> m_all;
    Grouping m_grouping = Grouping::None;
    FindingFilter m_filter;
    std::vector<Group> m_groups; ///< one without a title where nothing is grouped
    int m_total = 0;
};

} // namespace meshdraft::views
