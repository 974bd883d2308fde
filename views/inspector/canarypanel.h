// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/canaryplan.h"
#include "models/mesh/effective/weightowner.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace meshdraft::views {

class CanaryChart;
class MessageBar;
class Theme;

/// The canary plan of a route: its chart, the step that is chosen, and what can be done next. It asks for edits and
/// shows what it is given.
class CanaryPanel : public QWidget {
    Q_OBJECT
public:
    /// What is shown.
    struct Subject {
        changes::CanaryPlan plan; ///< without steps: none yet
        std::vector<std::int64_t> head; ///< weights of the plan's parts as HEAD's files have them
        std::vector<std::int64_t> now; ///< with the pending edits
        QStringList names; ///< of the parts
        int step = -1; ///< the one that the designer shows; -1: what the file has
    };
    explicit CanaryPanel(const Theme& theme, QWidget* parent = nullptr);

    void setSubject(const Subject& subject);
    /// Where requests go at the step that is shown; empty: not known yet.
    void setShares(const QString& text);
    /// The steps of a controller, read-only.
    void setOwned(const mesh::effective::WeightOwner& owner);
    /// No plan can be made here.
    void setNothing(const QString& reason);
    /// What a press on "Write as stacked branches" came to.
    MessageBar& message() { return *m_message; }
    CanaryChart* chart() const { return m_chart; }

Q_SIGNALS:
    void planRequested(int target);
    /// A changed plan; an empty one: it is given up.
    void planEdited(const meshdraft::changes::CanaryPlan& plan, int step);
    void stepShown(int step);
    /// These weights shall be pending.
    void weightsRequested(const std::vector<std::int64_t>& weights);
    void stackRequested();

private:
    QWidget* buildNone();
    QWidget* buildPlan();
    QWidget* buildStep();
    QWidget* buildOwned();
    void showPage(int page);
    void showStep();
    void editStep();
    void addStep();
    void removeStep();
    void nextStep();
    QString spokenStep(std::size_t step) const;
    QString weightsText(const std::vector<std::int64_t>& weights) const;

    const Theme& m_theme;
    Subject m_subject;
    QList<QWidget*> m_pages; ///< without a plan, with one, with that of a controller
    QLabel* m_reason = nullptr;
    QComboBox* m_target = nullptr;
    QPushButton* m_plan = nullptr;
    CanaryChart* m_chart = nullptr;
    QWidget* m_step = nullptr;
    QLabel* m_stepName = nullptr;
    QSpinBox* m_pause = nullptr;
    QLineEdit* m_note = nullptr;
    QLabel* m_shares = nullptr;
    QToolButton* m_removeStep = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_promote = nullptr;
    QPushButton* m_abort = nullptr;
    QPushButton* m_stack = nullptr;
    CanaryChart* m_ownedChart = nullptr;
    QLabel* m_ownedSteps = nullptr;
    MessageBar* m_message;
};

} // namespace meshdraft::views
