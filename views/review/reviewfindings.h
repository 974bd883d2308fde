// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/review.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace meshdraft::views {

class Theme;

/// The findings that a change introduces and mends, and how many stay. A click on one opens its place.
class ReviewFindings : public QWidget {
    Q_OBJECT
public:
    explicit ReviewFindings(const Theme& theme, QWidget* parent = nullptr);

    void setReview(const workspace::Review& review);
    void clear();

Q_SIGNALS:
    void elementChosen(const meshdraft::mesh::ElementRef& element);

private:
    void add(const checks::Finding& finding, bool isMended);
    void addLine(const QString& icon, const char* token, const QString& html, const mesh::ElementRef& element);

    const Theme& m_theme;
    QLabel* m_title;
    QVBoxLayout* m_rows;
};

} // namespace meshdraft::views
