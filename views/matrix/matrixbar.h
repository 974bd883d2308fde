// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/matrix/matrix.h"

#include <QWidget>

class QCheckBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace meshdraft::views {

class CheckTree;
class Theme;

/// What is asked of a comparison and what is done with it: filter, environments, settings and fields, export.
class MatrixBar : public QWidget {
    Q_OBJECT
public:
    explicit MatrixBar(const Theme& theme, QWidget* parent = nullptr);

    /// The environments to choose from; `usual` are those that are chosen at first. Without a signal.
    void setEnvironments(const std::vector<std::string>& names, const std::vector<std::string>& usual);
    std::vector<std::string> environments() const;
    /// The settings and fields; nothing when none is chosen.
    std::optional<matrix::Query> query() const;
    QString filter() const;
    QLineEdit* filterField() const { return m_filter; }
    void setExportEnabled(bool enabled);

Q_SIGNALS:
    /// Other environments, settings or fields were chosen.
    void choiceChanged();
    void filterChanged(const QString& text);
    void onlyDifferencesToggled(bool only);
    /// A field that was typed in is none.
    void fieldRefused(const meshdraft::Error& error);
    void fieldAdded();
    void copyRequested();
    void csvRequested();
    void markdownRequested();

private:
    QToolButton* makeChooser(const QString& text, const QString& name, const QList<QWidget*>& contents);
    QPushButton* makeExport(const QString& text, const QString& name, const QString& hint);
    void fillSettings();
    void addField();
    void countEnvironments();

    std::vector<matrix::FieldQuery> m_fields; ///< that were added
    QLineEdit* m_filter;
    CheckTree* m_environments;
    CheckTree* m_settings;
    QLineEdit* m_field;
    QToolButton* m_environmentButton;
    QCheckBox* m_onlyDifferences;
    QList<QPushButton*> m_exports;
};

} // namespace meshdraft::views
