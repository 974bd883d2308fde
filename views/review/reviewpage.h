// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/reviewjob.h"
#include "views/review/reviewmarks.h"

#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;

namespace meshdraft::views {

class MessageBar;
class ReviewBar;
class ReviewFindings;
class ReviewFooter;
class ReviewModel;
class ReviewPicture;
class ReviewYaml;
class SplitCompare;
class Theme;
class TierBadge;

/// A change to review: what differs by risk, the picture of both states, the YAML, and what follows. Opened in the
/// background. GUI thread.
class ReviewPage : public QWidget {
    Q_OBJECT
public:
    /// `settings` outlives the page.
    ReviewPage(const Theme& theme, QSettings& settings, QWidget* parent = nullptr);
    ~ReviewPage() override;

    /// The repository that is open: what a review starts from. Another one closes the review.
    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// Opens a comparison: "main...feature"; empty: what is chosen in the bar.
    void open(const QString& range = {});
    QWidget* focusWidgetOfPage() const;

    ReviewBar* bar() const { return m_bar; }
    ReviewModel* model() const { return m_model; }
    QListView* list() const { return m_list; }
    ReviewPicture* picture() const { return m_picture; }
    ReviewYaml* yaml() const { return m_yaml; }
    ReviewFooter* footer() const { return m_footer; }
    const workspace::SnapshotPtr& comparison() const { return m_comparison; }
    /// Nothing until the requests have been asked.
    const std::optional<workspace::Review>& review() const { return m_review; }
    const ReviewMarks& marks() const { return m_marks; }
    bool isRunning() const { return m_job.isRunning(); }

    void nextChange(int direction);
    void toggleViewed();

Q_SIGNALS:
    /// The review is complete.
    void reviewShown();
    void requestChosen(const meshdraft::traffic::Request& request);
    void fileOpened(const QString& path, int line);
    void rollbackRequested();
    void runbookRequested();
    /// The review as a file: "markdown", "html", "notes".
    void exportRequested(const QString& format);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeList();
    QWidget* makeCentre();
    void connectParts();
    void fillExports();
    void take(const workspace::SnapshotPtr& comparison);
    void takeReview(const workspace::Review& review);
    void showRow(int row);
    void showReason(const changes::ResourceChange* change);
    void selectElement(const mesh::ElementRef& element);
    void updateCounts();
    void showEmpty();
    void nextPane(int direction);
    bool handleKey(QKeyEvent& event);

    const Theme& m_theme;
    ReviewMarks m_marks;
    workspace::SnapshotPtr m_snapshot; ///< what is open
    workspace::SnapshotPtr m_comparison;
    std::optional<workspace::Review> m_review;
    workspace::ReviewJob m_job;
    ReviewBar* m_bar;
    MessageBar* m_message;
    ReviewModel* m_model;
    QLabel* m_counts = nullptr;
    QLabel* m_viewedCounts = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_empty = nullptr;
    ReviewFindings* m_findings = nullptr;
    ReviewPicture* m_picture;
    SplitCompare* m_split = nullptr;
    TierBadge* m_reasonTier = nullptr;
    QLabel* m_reason = nullptr;
    ReviewYaml* m_yaml;
    ReviewFooter* m_footer;
    std::string m_environment; ///< chosen in the bar; empty: the default one
    mesh::ElementRef m_element; ///< within the change that is shown
    bool m_isOpened = false; ///< a review was asked for in this repository
    bool m_isSelecting = false;
};

} // namespace meshdraft::views
