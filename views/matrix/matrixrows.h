// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>

namespace meshdraft::views {

class Theme;

/// The rows that are shown: those with every word of the filter, and only those that differ where asked. Gives the
/// headers of environments that could not be read their glyph.
class MatrixRows : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit MatrixRows(const Theme& theme, QObject* parent = nullptr);

    void setWords(const QString& text);
    void setOnlyDifferences(bool only);
    /// The shown rows by their position in the source, in order.
    std::vector<std::size_t> sourceRows() const;

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const final;

private:
    const Theme& m_theme;
    QStringList m_words;
    bool m_onlyDifferences = false;
};

} // namespace meshdraft::views
