// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

#include <QWidget>

#include <array>

namespace meshdraft::views {

class Theme;

/// Findings by severity: glyph and number. A click asks for the list.
class SeverityCounts : public QWidget {
    Q_OBJECT
public:
    explicit SeverityCounts(const Theme& theme, QWidget* parent = nullptr);

    /// `most`: severities below it (less severe) are left out.
    void setFindings(const checks::Findings& findings, checks::Severity most = checks::Severity::Unknown);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    const Theme& m_theme;
    std::array<int, 4> m_counts{};
};

} // namespace meshdraft::views
