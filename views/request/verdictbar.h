// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/answer.h"
#include "models/traffic/request.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace meshdraft::views {

class SegmentedSwitch;
class SplitBar;
class Theme;

/// What becomes of a request, in one line: the verdict, where it goes, in which shares, how often and how long the
/// proxy tries. Where a pending change gives it another fate, a switch shows the one before.
class VerdictBar : public QWidget {
    Q_OBJECT
public:
    explicit VerdictBar(const Theme& theme, QWidget* parent = nullptr);

    /// `before` (may be null) is the answer of what is saved.
    void setAnswer(const traffic::Request& request, const traffic::Answer& answer, const traffic::Answer* before);
    void clear();
    bool showsBefore() const;
    void setShowsBefore(bool before);
    /// The whole line as words.
    QString text() const;

Q_SIGNALS:
    void sideChosen(bool before);
    /// The request with this answer is to become a routing test.
    void testRequested();

private:
    class Badge;
    void show(const traffic::Answer& answer);

    const Theme& m_theme;
    traffic::Request m_request;
    traffic::Answer m_answer;
    std::optional<traffic::Answer> m_before;
    Badge* m_badge;
    QLabel* m_target;
    SplitBar* m_shares;
    QLabel* m_effort;
    SegmentedSwitch* m_side;
    QPushButton* m_test;
};

} // namespace meshdraft::views
