// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QCheckBox;
class QHBoxLayout;
class QPlainTextEdit;

namespace meshdraft::views {

/// Check boxes that put trailers at the end of a message, or take them out.
class TrailerRow : public QWidget {
    Q_OBJECT
public:
    explicit TrailerRow(QPlainTextEdit& message, QWidget* parent = nullptr);
    /// Offers "NAME: VALUE".
    QCheckBox* add(const QString& name, const QString& value, const QString& why);

private:
    QPlainTextEdit& m_message;
    QHBoxLayout* m_row;
};

} // namespace meshdraft::views
