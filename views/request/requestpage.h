// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/requestaim.h"
#include "models/workspace/requestjob.h"
#include "models/workspace/requeststeps.h"
#include "views/request/requestbar.h"
#include "views/topology/picturebuilder.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QSplitter;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class AnswerDetails;
class FateModel;
class FatePane;
class LinkLabel;
class MessageBar;
class RequestExamples;
class RequestPicture;
class StepModel;
class Theme;
class VerdictBar;
class YamlExcerpt;

/// What the mesh does to a request: the request as an address bar, the verdict, the steps with their YAML, the way on
/// the picture. Asked in the background, and again whenever the mesh changes. GUI thread.
class RequestPage : public QWidget {
    Q_OBJECT
public:
    /// `workspace` and `settings` outlive the page.
    RequestPage(const Theme& theme, workspace::Workspace& workspace, QSettings& settings, QWidget* parent = nullptr);
    ~RequestPage() override;

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// Whose recent and saved requests are offered.
    void setRepository(const QString& directory) { m_bar->setRepository(directory); }
    void setPicture(const BuiltPicture& picture);
    /// Fills the bar and asks.
    void explain(const traffic::Request& request);
    /// A request to an element: "why not?". False where it takes none.
    bool explainTo(const mesh::ElementRef& target, const std::optional<traffic::Origin>& from = {});
    /// The answer follows edits while the page is not seen, too: its way is shown elsewhere.
    void setWatched(bool watched);
    QWidget* focusWidgetOfPage() const;

    RequestBar* bar() const { return m_bar; }
    StepModel* steps() const { return m_steps; }
    FateModel* fates() const;
    RequestPicture* picture() const { return m_picture; }
    /// The answer that is shown; nothing before the first one.
    const std::optional<workspace::EvaluatedRequest>& answer() const { return m_evaluated; }
    const workspace::LitPath& path() const { return m_path; }

Q_SIGNALS:
    /// There is a new answer on show.
    void answerShown();
    /// Its way on the picture is another one.
    void pathChanged();
    /// A file is to be opened at an element.
    void elementOpened(const meshdraft::mesh::ElementRef& element);
    void topologyRequested();
    /// The file of routing tests is to be opened.
    void testsOpened();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSteps();
    QWidget* makeSource();
    void connectParts();
    void ask();
    void askAgain();
    void take(const workspace::EvaluatedRequest& evaluated);
    void takeFates(const traffic::RequestComparison& comparison);
    void showAnswer();
    void showStep();
    void saveTest();
    void clearAnswer();
    void openStep(const QModelIndex& index);
    void stepBy(int direction);
    void nextPane(int direction);
    void fillVocabulary();
    const traffic::Answer& shownAnswer() const;

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    workspace::SnapshotPtr m_snapshot;
    workspace::RequestJob m_job;
    QTimer m_compareTimer; ///< edits that come quickly are compared once
    RequestBar* m_bar;
    VerdictBar* m_verdict;
    MessageBar* m_message;
    StepModel* m_steps;
    QLabel* m_stepTitle;
    QListView* m_stepList;
    RequestExamples* m_empty;
    FatePane* m_fatePane;
    RequestPicture* m_picture;
    LinkLabel* m_place;
    QPushButton* m_open;
    YamlExcerpt* m_source;
    AnswerDetails* m_details;
    std::optional<traffic::Request> m_asked;
    std::optional<workspace::EvaluatedRequest> m_evaluated;
    workspace::LitPath m_path;
    std::optional<traffic::Symptom> m_symptom; ///< of the request that was pasted
    mesh::MeshGraphPtr m_vocabularyOf;
    bool m_isFollowing = false; ///< the same request is asked again
    bool m_isWatched = false;
    bool m_isStale = false; ///< the answer is that of an older snapshot
};

} // namespace meshdraft::views
