// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QToolButton;

namespace meshdraft::views {

class SegmentedSwitch;
class Theme;

/// Which route of a table is shown: a segmented switch while the names fit, else a combo box.
class RouteChooser : public QWidget {
    Q_OBJECT
public:
    explicit RouteChooser(const Theme& theme, QWidget* parent = nullptr);

    void setRoutes(const QStringList& names, int current);
    int current() const { return m_current; }
    /// The button at the right: a preview route before the current one. `reason`: why there cannot be one, else empty.
    void setAddable(const QString& reason);

Q_SIGNALS:
    void chosen(int index);
    void addRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    SegmentedSwitch* m_switch;
    QComboBox* m_combo;
    QToolButton* m_add;
    int m_current = 0;
};

} // namespace meshdraft::views
