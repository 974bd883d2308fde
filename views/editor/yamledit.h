// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/editor/editorfile.h"
#include "models/workspace/editor/textbuffer.h"

#include <QPlainTextEdit>
#include <QTimer>

#include <functional>
#include <map>

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class EditorMargin;
class Theme;
class YamlHighlighter;

/// The text of one file. Every change of it is told to the workspace as splices of bytes, and changes that come from
/// elsewhere are put in where they are: caret and scroll position stay.
class YamlEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    /// `workspace` has the file open and outlives the widget.
    YamlEdit(const Theme& theme, workspace::Workspace& workspace, std::string path, QWidget* parent = nullptr);
    ~YamlEdit() override;

    const std::string& path() const { return m_path; }
    const workspace::TextBuffer& buffer() const { return m_buffer; }
    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// Why it is read-only; nothing where it is not.
    const std::optional<Error>& readOnlyReason() const { return m_readOnly; }

    std::uint32_t caretOffset() const;
    /// Puts the caret somewhere, or selects a range, and shows it.
    void goTo(source::ByteRange range);
    /// Changes the text as one undo step.
    void change(const std::vector<source::Splice>& splices, const QString& text);
    /// Replaces a range with text that goes on from there; the caret stands behind it.
    void insertAt(source::ByteRange range, const std::string& text, const QString& step);
    /// Ranges that are found, shown behind the text.
    void setHits(std::vector<source::ByteRange> hits);

    void toggleComment();
    bool isFolded(int line) const;
    void toggleFold(int line);
    void unfoldAll();
    /// The most important thing to say about a line; null: nothing.
    const workspace::EditorMark* markOfLine(int line) const;
    const std::vector<workspace::ChangeBar>& bars() const { return m_bars; }
    const std::vector<workspace::EditorMark>& marks() const { return m_marks; }
    int lineHeight() const;
    /// First line that is shown, and the y coordinates of lines, for the margin.
    void forEachVisibleLine(const std::function<void(int line, int top)>& paint) const;
    int marginWidth() const;
    /// The rectangle of the caret in the coordinates of this widget.
    QRect caretRect() const;

Q_SIGNALS:
    /// The caret or the text has moved; cheap listeners only.
    void caretMoved();
    /// A letter was typed or removed: completion may have something to say.
    void typed(const QString& text);
    void completionRequested();
    /// Tool tip asked for at an offset.
    void helpRequested(quint32 offset, const QPoint& globalPosition);
    /// Ctrl+click.
    void definitionRequested(quint32 offset);
    void failed(const meshdraft::Error& error);

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    QMimeData* createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData* source) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void load(const std::string& bytes);
    void takeText(const std::string& bytes);
    void follow(int position, int removed, int added);
    int stepOf(int position, int removed, const QString& added);
    void tell(const source::Splice& splice, const QString& step, int mergeId);
    void breakLine();
    bool indent(bool more);
    bool unindentByBackspace();
    void goHome(bool select);
    void refreshMarks();
    void refreshBars();
    void restyle();
    void paintMessages(QPainter& painter);
    std::pair<int, int> selectedLines() const;

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    std::string m_path;
    workspace::SnapshotPtr m_snapshot;
    workspace::TextBuffer m_buffer;
    std::optional<Error> m_readOnly;
    source::ParsedTextPtr m_readOnlyText; ///< shown without a buffer
    EditorMargin* m_margin;
    YamlHighlighter* m_highlighter = nullptr;
    std::vector<workspace::EditorMark> m_marks;
    std::map<int, const workspace::EditorMark*> m_lineMarks;
    std::vector<workspace::ChangeBar> m_bars;
    std::vector<source::ByteRange> m_hits;
    std::optional<std::string> m_head; ///< text of HEAD
    QString m_headCommit;
    QTimer m_barTimer;
    bool m_taking = false; ///< the text is changed from outside
    QString m_step; ///< of the change that is made, instead of "Typing"
    int m_mergeId = 0; ///< of the change that is made, or of the run of keystrokes
    int m_runEnd = -1; ///< position at which the run of keystrokes goes on; -1: it is over
    bool m_runInserts = true;
};

} // namespace meshdraft::views
