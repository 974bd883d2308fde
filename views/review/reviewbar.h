// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/review.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace meshdraft::views {

class Chip;
class ChoiceButton;
class FittingRow;
class Theme;
class TierBadge;

/// What is compared: base, head and environment, with how much that is, the tier, and what to do next.
class ReviewBar : public QWidget {
    Q_OBJECT
public:
    explicit ReviewBar(const Theme& theme, QWidget* parent = nullptr);

    /// Where branches, tags and stashes are listed from; nothing: there is no repository.
    void setRepository(const std::optional<git::Repository>& repository, const QString& head);
    /// "main...feature"; emits nothing.
    void setRange(const QString& range);
    QString range() const;
    const QString& base() const { return m_base; }
    const QString& head() const { return m_head; }
    void setComparison(const workspace::SnapshotPtr& comparison);
    void setReview(const workspace::Review& review);
    /// The button that goes to the next change; what it says.
    QPushButton* next() const { return m_next; }
    /// The menu of exports.
    QMenu* exports() const { return m_exports; }
    void setNextEnabled(bool enabled);
    QSize minimumSizeHint() const override;
    /// Takes another head and says so.
    void chooseHead(const QString& revision) { choose(revision, false); }

Q_SIGNALS:
    void rangeChosen(const QString& range);
    void environmentChosen(const QString& name);
    /// A pull request is to be fetched.
    void requestWanted(int number);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillEnds(QMenu& menu, bool isBase);
    void choose(const QString& name, bool isBase);
    void askFor(bool isBase);
    void askForRequest();
    void showEnds();
    static QString shownName(const QString& end);

    const Theme& m_theme;
    std::optional<git::Repository> m_repository;
    QString m_base;
    QString m_head;
    bool m_fromMergeBase = true;
    ChoiceButton* m_baseButton;
    QLabel* m_dots;
    ChoiceButton* m_headButton;
    ChoiceButton* m_environment;
    QLabel* m_size;
    TierBadge* m_tier;
    Chip* m_declared;
    QPushButton* m_export;
    QMenu* m_exports;
    QPushButton* m_next;
    FittingRow* m_fitting;
};

} // namespace meshdraft::views
