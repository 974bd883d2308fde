// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QWidget>

class QCheckBox;
class QHBoxLayout;

namespace meshdraft::views {

/// Check boxes for the trailers that a message can end with.
class TrailerRow : public QWidget {
    Q_OBJECT
public:
    explicit TrailerRow(QWidget* parent = nullptr);
    /// Offers "NAME: VALUE".
    QCheckBox* add(const QString& name, const QString& value, const QString& why);
    void setValue(const QString& name, const QString& value);
    bool isOn(const QString& name) const;

Q_SIGNALS:
    void toggled(const QString& name, bool on);

private:
    QHBoxLayout* m_row;
    QMap<QString, QCheckBox*> m_boxes; ///< by the trailer's name
};

/// What the trailers "Risk" and "Signed-off-by" are for.
QString riskTrailerHint();
QString signOffHint();

} // namespace meshdraft::views
