// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/destinationedit.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace meshdraft::views {

class Theme;

/// The mirror of a route: whether, where to, and how many of the requests.
class MirrorRow : public QWidget {
    Q_OBJECT
public:
    explicit MirrorRow(const Theme& theme, QWidget* parent = nullptr);

    /// Shows without asking for an edit. `reason`: why the form cannot change it, else empty.
    void setMirror(const std::vector<workspace::DestinationChoice>& choices, const mesh::Route& route,
                   const QString& reason, bool isGatewayApi);

Q_SIGNALS:
    void requested(const std::optional<meshdraft::changes::MirrorSpec>& mirror);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void request();

    const Theme& m_theme;
    std::vector<workspace::DestinationChoice> m_choices;
    QCheckBox* m_check;
    QLabel* m_note;
    QWidget* m_details;
    QComboBox* m_to;
    QDoubleSpinBox* m_percent;
};

} // namespace meshdraft::views
