// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/reviewjob.h"
#include "views/review/reviewmarks.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QSplitter;

namespace meshdraft::views {

class MessageBar;
class ReviewBar;
class ReviewFindings;
class ReviewFooter;
class ReviewModel;
class ReviewPicture;
class ReviewReason;
class ReviewYaml;
class SplitCompare;
class Theme;

/// A change to review: what differs by risk, the picture of both states, the YAML, and what follows. Opened in the
/// background. GUI thread.
class ReviewPage : public QWidget {
    Q_OBJECT
public:
    /// What a comparison was asked with.
    struct Question {
        QString range;
        QString base;
        QString head;
        std::string environment; ///< as chosen; empty: the one that is open
    };
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
    /// What the comparison that is shown was asked with; the bar may be ahead of it.
    const Question& shown() const { return m_shown; }
    /// Nothing until the requests have been asked, and while another comparison is read.
    const std::optional<workspace::Review>& review() const { return m_review; }
    const ReviewMarks& marks() const { return m_marks; }
    bool isRunning() const { return m_job.isRunning(); }

    void nextChange(int direction);
    void toggleViewed();

Q_SIGNALS:
    /// review() is another one, or none any more.
    void reviewChanged();
    /// The files are to be written: the working tree is what is on disk.
    void saveRequested();
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
    void fetch(int number);
    void showProgress();
    void endProgress();
    void stop();
    void sayUnsaved();
    void take(const workspace::SnapshotPtr& comparison);
    void takeReview(const workspace::Review& review);
    void showRow(int row);
    void showReason(const changes::ResourceChange* change);
    void selectElement(const mesh::ElementRef& element);
    void showFinding(const checks::Finding& finding);
    void updateCounts();
    void showEmpty();
    void nextPane(int direction);
    bool handleKey(QKeyEvent& event);

    const Theme& m_theme;
    ReviewMarks m_marks;
    workspace::SnapshotPtr m_snapshot; ///< what is open
    workspace::SnapshotPtr m_comparison;
    std::optional<workspace::Review> m_review;
    std::optional<workspace::Review> m_replaced; ///< of what is shown, while another comparison is read
    workspace::ReviewJob m_job;
    QTimer m_slow; ///< until it is said that something is read
    ReviewBar* m_bar;
    MessageBar* m_progress;
    MessageBar* m_message;
    QSplitter* m_parts = nullptr; ///< all below the bars
    ReviewModel* m_model;
    QLabel* m_counts = nullptr;
    QLabel* m_viewedCounts = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_empty = nullptr;
    ReviewFindings* m_findings = nullptr;
    ReviewPicture* m_picture;
    SplitCompare* m_split = nullptr;
    ReviewReason* m_reason = nullptr;
    ReviewYaml* m_yaml;
    ReviewFooter* m_footer;
    std::string m_environment; ///< chosen in the bar; empty: the one that is open
    QString m_branch; ///< that is checked out
    Question m_asked;
    Question m_shown;
    mesh::ElementRef m_element; ///< within the change that is shown
    bool m_isOpened = false; ///< a review was asked for in this repository
    bool m_isSelecting = false;
};

} // namespace meshdraft::views
