// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/split.h"
#include "models/workspace/snapshot.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace meshdraft::views {

class MessageBar;
class SplitBar;
class Theme;
class WeightRow;

/// The traffic split of one route: bars before and after, a row a destination. It asks for new weights and shows what
/// the next snapshot holds, or a step of a plan; the locks live here.
class SplitDesigner : public QWidget {
    Q_OBJECT
public:
    /// A route as it stands now and as the files hold it (null: it is new).
    struct Subject {
        mesh::MeshGraphPtr graph;
        mesh::ResourcePtr resource;
        const mesh::Route* route = nullptr; ///< in `resource`
        mesh::MeshGraphPtr savedGraph; ///< keeps `oldRoute` alive
        const mesh::Route* oldRoute = nullptr;
    };
    /// A step of a plan that is shown in the place of what the file has: the sliders change the plan then.
    struct Step {
        int number = 1;
        std::vector<std::int64_t> weights;
    };
    explicit SplitDesigner(const Theme& theme, QWidget* parent = nullptr);

    void setSubject(const Subject& subject);
    void setStep(const std::optional<Step>& step);
    /// Said above everything else, with a button that selects an element. An empty text says nothing.
    void setNotice(const QString& text, const QString& action = {}, const mesh::ElementRef& target = {});
    /// Puts a form below the buttons.
    void addForm(QWidget* form);
    /// Gives the slider of a destination the focus.
    void focusPart(int part);
    QPushButton* addButton() const { return m_add; }
    /// "total 100", and whether there is any weight.
    QString totalText() const;
    bool isTotalRight() const;
    void showError(const QString& text);

Q_SIGNALS:
    /// A slider is held from now on, or let go.
    void dragging(bool isHeld);
    /// New weights for all destinations of the route; edits with the same non-zero `mergeId` are one drag.
    void weightsEdited(const meshdraft::mesh::ElementRef& route, const std::vector<std::int64_t>& weights, int mergeId);
    void elementActivated(const meshdraft::mesh::ElementRef& element);
    void addRequested();
    void removeRequested(int part);
    /// Other weights for the step that is shown.
    void stepEdited(const std::vector<std::int64_t>& weights);
    /// The weights of the step shall be pending; or the file be shown again.
    void stepUsed();
    void stepClosed();

private:
    void requestWeight(int part, int weight, bool dragging);
    void setLocked(int part, bool locked);
    void revertSplit();
    void refresh();
    void showBars();
    void showSentence(const QString& text, const mesh::ElementRef& target = {});
    const mesh::Destination* oldDestination(const mesh::Destination& now) const;
    QString routeKey() const;
    void showLimits();
    void showStep();
    int stepMergeId(int part);

    const Theme& m_theme;
    Subject m_subject;
    std::optional<Step> m_step;
    changes::Split m_split;
    QHash<QString, QSet<int>> m_locks; ///< by route: positions of the locked destinations
    std::vector<WeightRow*> m_rows;
    QVBoxLayout* m_column;
    QVBoxLayout* m_rowColumn;
    SplitBar* m_before;
    SplitBar* m_after;
    MessageBar* m_notice;
    QLabel* m_stepText;
    QLabel* m_sentence;
    QPushButton* m_add;
    QPushButton* m_revert;
    MessageBar* m_error;
    mesh::ElementRef m_sentenceTarget;
    mesh::ElementRef m_noticeTarget;
    int m_lastMergeId = 0;
    int m_stepPart = -1;
    QElapsedTimer m_sinceStep;
};

} // namespace meshdraft::views
