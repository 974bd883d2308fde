// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/review.h"

#include <QWidget>

class QLabel;

namespace meshdraft::views {

class TextLines;
class Theme;

/// The findings that a change introduces and mends, and how many stay. A click on one opens its place.
class ReviewFindings : public QWidget {
    Q_OBJECT
public:
    explicit ReviewFindings(const Theme& theme, QWidget* parent = nullptr);

    void setReview(const workspace::Review& review);
    void clear();

Q_SIGNALS:
    void findingChosen(const meshdraft::checks::Finding& finding);

private:
    void add(const checks::Finding& finding, bool isMended);

    QLabel* m_title;
    TextLines* m_lines;
};

} // namespace meshdraft::views
