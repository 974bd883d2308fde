// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace meshdraft::views {

class DiffView;
class LinkLabel;
class ReviewMarks;
class SegmentedSwitch;
class Theme;

/// The YAML of the change that is looked at, old beside new, with a box for "viewed" and notes on its lines.
class ReviewYaml : public QWidget {
    Q_OBJECT
public:
    /// `marks` outlives the widget.
    ReviewYaml(const Theme& theme, ReviewMarks& marks, QWidget* parent = nullptr);

    /// What both sides are called: the revisions.
    void setEnds(const QString& base, const QString& head);
    void setChange(const workspace::SnapshotPtr& comparison, const changes::ResourceChange& change,
                   const mesh::ElementRef& element);
    void clear();
    void setViewed(bool viewed);
    DiffView* diff() const { return m_diff; }
    /// Asks for a note on the line that was clicked last, else on the first one that differs.
    void addNote();
    /// Paths of the files on the left and on the right.
    const std::string& path() const { return m_path; }

Q_SIGNALS:
    void viewedChanged(bool viewed);
    void fileOpened(const QString& path, int line);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    void showNotes();
    void showPath();
    int firstChangedLine() const;

    const Theme& m_theme;
    ReviewMarks& m_marks;
    LinkLabel* m_link;
    SegmentedSwitch* m_mode;
    QWidget* m_ends;
    DiffView* m_diff;
    LinkLabel* m_notes;
    QCheckBox* m_viewed;
    QPushButton* m_note;
    std::string m_path;
    std::string m_oldPath;
    QString m_base;
    QString m_head;
    int m_line = 0; ///< that was clicked last; 0: none
    bool m_isOldLine = false;
};

} // namespace meshdraft::views
