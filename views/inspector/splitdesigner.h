// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/split.h"
#include "models/workspace/snapshot.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace meshdraft::views {

class MessageBar;
class SplitBar;
class Theme;
class WeightRow;

/// The traffic split of one route: bars before and after, a row a destination. It asks for new weights and shows what
/// the next snapshot holds; the locks live here.
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
    explicit SplitDesigner(const Theme& theme, QWidget* parent = nullptr);

    void setSubject(const Subject& subject);
    /// "total 100" and whether it is what the kind asks for.
    QString totalText() const;
    bool isTotalRight() const;
    void showError(const QString& text);

Q_SIGNALS:
    /// New weights for all destinations of the route; edits with the same non-zero `mergeId` are one drag.
    void weightsEdited(const meshdraft::mesh::ElementRef& route, const std::vector<std::int64_t>& weights, int mergeId);
    void elementActivated(const meshdraft::mesh::ElementRef& element);

private:
    void requestWeight(int part, int weight, bool dragging);
    void setLocked(int part, bool locked);
    void revertSplit();
    void refresh();
    void showBars();
    void showSentence(const QString& text, const mesh::ElementRef& target = {});
    const mesh::Destination* oldDestination(const mesh::Destination& now) const;
    QString routeKey() const;
    int stepMergeId(int part);

    const Theme& m_theme;
    Subject m_subject;
    changes::Split m_split;
    QHash<QString, QSet<int>> m_locks; ///< by route: positions of the locked destinations
    std::vector<WeightRow*> m_rows;
    QVBoxLayout* m_rowColumn;
    SplitBar* m_before;
    SplitBar* m_after;
    QLabel* m_sentence;
    QPushButton* m_revert;
    MessageBar* m_error;
    mesh::ElementRef m_sentenceTarget;
    int m_lastMergeId = 0;
    int m_stepPart = -1;
    QElapsedTimer m_sinceStep;
};

} // namespace meshdraft::views
