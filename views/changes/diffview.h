// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/textdiff.h"
#include "views/common/access.h"

#include <QAbstractScrollArea>

#include <memory>

namespace meshdraft::views {

struct DiffSide;
class Theme;

/// Two texts and what differs: side by side or unified, with line numbers, emphasis within the line and YAML colours.
/// Painted line by line; only what is visible costs.
class DiffView : public QAbstractScrollArea, public PaintedText {
    Q_OBJECT
public:
    enum class Mode { SideBySide, Unified };
    /// One line on the screen. Numbers count from 1; 0: nothing on that side.
    struct Row {
        enum Kind { Same, Changed, Fold } kind = Same;
        std::uint32_t oldLine = 0;
        std::uint32_t newLine = 0;
        std::uint32_t folded = 0; ///< Fold: lines that are left out
        const changes::DiffRow* source = nullptr;
    };
    explicit DiffView(const Theme& theme, QWidget* parent = nullptr);
    ~DiffView() override;

    /// Shows other texts; keeps the scroll position when the path is the same.
    void setTexts(const QString& path, std::shared_ptr<const std::string> before,
                  std::shared_ptr<const std::string> after);
    void clear();
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }

    /// Runs of changed lines, in order; the current one is in the middle of the view after nextChange.
    int changeCount() const { return static_cast<int>(m_runs.size()); }
    int currentChange() const { return m_currentRun; }
    /// False when there is no further change.
    bool nextChange();
    bool previousChange();
    void goToFirstChange();
    void goToLastChange();
    /// Scrolls to a line of the new text (of the old one where `old`).
    void goToLine(std::uint32_t line, bool old = false);

    const std::vector<Row>& rows() const { return m_rows; }
    /// The visible text of one side of a row, for tests and accessibility.
    QString textOf(const Row& row, bool old) const;
    /// As a unified difference.
    QString paintedText() const override;

Q_SIGNALS:
    void currentChangeChanged(int current, int count);
    /// A line was clicked.
    void lineClicked(std::uint32_t line, bool old);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addUnified(const changes::DiffHunk& hunk);
    void updateBars();
    void setCurrentRun(int run, bool scroll);
    void paintRow(QPainter& painter, const Row& row, int y);
    void paintHalf(QPainter& painter, const Row& row, bool old, const QRect& half);
    void paintText(QPainter& painter, const Row& row, bool old, const QRect& rect);
    void paintGap(QPainter& painter, const QRect& rect);
    QString summary() const;
    int textWidth() const;
    int numberWidth() const;
    int halfTextWidth() const;
    void showColumnOf(const Row& row);

    const Theme& m_theme;
    Mode m_mode = Mode::SideBySide;
    QString m_path;
    std::shared_ptr<const std::string> m_beforeText;
    std::shared_ptr<const std::string> m_afterText;
    changes::TextDiff m_diff;
    std::unique_ptr<DiffSide> m_old;
    std::unique_ptr<DiffSide> m_new;
    std::vector<Row> m_rows;
    std::vector<int> m_runs; ///< rows at which a run of changes starts
    int m_currentRun = -1;
    int m_lineHeight = 18;
    int m_columnWidth = 7;
};

} // namespace meshdraft::views
