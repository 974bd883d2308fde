// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/projectrisk.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace meshdraft::views {

class Theme;
class TierBadge;

/// The tier of the pending changes and every reason for it: rule, sentence, scope.
class RiskPanel : public QWidget {
    Q_OBJECT
public:
    explicit RiskPanel(const Theme& theme, QWidget* parent = nullptr);

    /// `risk` is what classified the change.
    void setChange(const changes::MeshChange& change, const changes::ProjectRisk& risk);

private:
    struct Line {
        changes::Tier tier;
        QString rule;
        QString text;
        friend bool operator==(const Line&, const Line&) = default;
    };
    void rebuild();

    const Theme& m_theme;
    TierBadge* m_badge;
    QLabel* m_policy;
    QVBoxLayout* m_reasons;
    QLabel* m_scope;
    QString m_policyName;
    QString m_touched; ///< "1 host, 1 namespace, 3 workloads"
    std::vector<Line> m_lines;
};

} // namespace meshdraft::views
