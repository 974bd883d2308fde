// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/query.h"

#include <QLineEdit>

#include <functional>

class QAbstractItemView;
class QCompleter;
class QLabel;
class QStandardItemModel;

namespace meshdraft::views {

class Theme;

/// "Find or hide": an expression with completion, its number of hits, and an error where it stands. Nothing of it
/// knows the picture; what it is asked of comes from `context`.
class FindField : public QLineEdit {
    Q_OBJECT
public:
    explicit FindField(const Theme& theme, QWidget* parent = nullptr);

    /// What expressions are asked of; `whole` null: nothing yet.
    void setContext(std::function<topology::QueryContext()> context) { m_context = std::move(context); }
    /// The expression as it stands; empty while it has an error.
    const topology::Query& query() const { return m_query; }
    const std::optional<topology::QueryError>& error() const { return m_error; }
    /// Says "11 of 38" at the right end; empty text: nothing.
    void setHits(const QString& text);
    QString hits() const;
    /// The list of completions, for tests.
    QAbstractItemView* popup() const;

Q_SIGNALS:
    /// Another expression, or none; also when it has an error.
    void queryChanged();
    void nextRequested();
    void previousRequested();
    void hideRequested();
    void onlyRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void edited();
    void offer();
    void take(const QModelIndex& index);
    void placeHits();

    const Theme& m_theme;
    std::function<topology::QueryContext()> m_context;
    topology::Query m_query;
    std::optional<topology::QueryError> m_error;
    QStandardItemModel* m_offered;
    QCompleter* m_completer;
    QLabel* m_hits;
};

} // namespace meshdraft::views
