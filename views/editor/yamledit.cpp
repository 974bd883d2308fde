// SPDX-License-Identifier: Apache-2.0
#include "views/editor/yamledit.h"

#include "models/workspace/editor/yamllines.h"
#include "models/workspace/textblocks.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/paint.h"
#include "views/editor/editormargin.h"
#include "views/editor/yamlhighlighter.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <functional>
#include <ranges>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int lead = 4; ///< pixels between lines beyond what the font asks for
constexpr int barDelay = 150; ///< milliseconds between a keystroke and the comparison with HEAD
constexpr std::size_t shownHits = 2000;

/// Lines with some air between them.
class RoomyLayout : public QPlainTextDocumentLayout {
public:
    using QPlainTextDocumentLayout::QPlainTextDocumentLayout;
    QRectF blockBoundingRect(const QTextBlock& block) const override
    {
        QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
        if (rect.height() > 0) {
            rect.setHeight(rect.height() + lead);
        }
        return rect;
    }
};

/// Undo steps of several editors never meet; those of other views have small numbers.
int nextMergeId()
{
    static int last = 1 << 20;
    return ++last;
}

QString nameOf(const std::string& path)
{
    return workspace::printable(path.substr(path.rfind('/') + 1));
}

} // namespace

YamlEdit::YamlEdit(const Theme& theme, workspace::Workspace& workspace, std::string path, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_path(std::move(path))
    , m_margin(new EditorMargin(theme, *this))
{
    setObjectName(u"yamlEdit"_s);
    setAccessibleName(tr("Text of %1").arg(workspace::printable(m_path)));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false);
    setTabStopDistance(4 * QFontMetricsF(fixedFont()).horizontalAdvance(u' '));
    setMouseTracking(true);
    auto* text = new QTextDocument(this);
    text->setUndoRedoEnabled(false);
    text->setDocumentLayout(new RoomyLayout(text));
    text->setDefaultFont(fixedFont());
    text->setDocumentMargin(4);
    setDocument(text);
    setFont(fixedFont());
    setCursorWidth(2);
    m_barTimer.setSingleShot(true);
    m_barTimer.setInterval(barDelay);
    connect(&m_barTimer, &QTimer::timeout, this, &YamlEdit::refreshBars);
    // Before the colours: what is told first is the change itself.
    connect(text, &QTextDocument::contentsChange, this, &YamlEdit::follow);
    m_highlighter = new YamlHighlighter(theme, *text);
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(marginWidth(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect& rect, int dy) {
        if (dy != 0) {
            m_margin->scroll(0, dy);
        } else {
            m_margin->update(0, rect.y(), m_margin->width(), rect.height());
        }
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        viewport()->update();
        m_margin->update();
        const QTextBlock block = textCursor().block();
        if (!block.isVisible()) {
            unfoldAll();
        }
        Q_EMIT caretMoved();
    });
    connect(&theme, &Theme::changed, this, &YamlEdit::restyle);
    restyle();
    setViewportMargins(marginWidth(), 0, 0, 0);
}

YamlEdit::~YamlEdit() = default;

int YamlEdit::marginWidth() const
{
    return m_margin->sizeHint().width();
}

int YamlEdit::lineHeight() const
{
    return QFontMetrics(font()).height() + lead;
}

void YamlEdit::restyle()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Base, m_theme.color("base"));
    colours.setColor(QPalette::Text, m_theme.color("text"));
    setPalette(colours);
    refreshMarks();
}

void YamlEdit::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    const mesh::SourceFile* file = snapshot ? snapshot->current.find(m_path) : nullptr;
    if (file == nullptr) {
        setReadOnly(true);
        m_marks.clear();
        refreshMarks();
        return;
    }
    m_readOnly = workspace::readOnlyReason(*snapshot, m_path);
    if (isReadOnly() != m_readOnly.has_value()) {
        setReadOnly(m_readOnly.has_value());
        // The caret can be moved and text be copied all the same.
        setTextInteractionFlags(m_readOnly ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                           : Qt::TextEditorInteraction);
    }
    const bool decodes = file->text->kind != source::TextKind::Unreadable;
    if (!decodes) {
        if (m_readOnlyText != file->text) {
            m_readOnlyText = file->text;
            // Signs stand for what cannot be decoded; it is never written.
            load(QString::fromStdString(*file->text->text).remove(QChar::Null).toStdString());
        }
    } else {
        takeText(m_workspace.typedText(m_path));
    }
    if (const QString commit = snapshot->head.commit; !m_head || commit != m_headCommit) {
        m_headCommit = commit;
        m_head = decodes ? workspace::headText(*snapshot, m_path).value_or(std::string()) : std::string();
    }
    m_marks = decodes ? workspace::marksOf(*snapshot, m_path) : std::vector<workspace::EditorMark>();
    refreshMarks();
    m_barTimer.start();
}

void YamlEdit::load(const std::string& bytes)
{
    m_taking = true;
    m_buffer = workspace::TextBuffer(bytes);
    setPlainText(m_buffer.shown());
    m_taking = false;
    m_runEnd = -1;
}

/// Only what differs is replaced, place by place, so that caret, selection, folds and scroll position stay.
void YamlEdit::takeText(const std::string& bytes)
{
    if (bytes == m_buffer.bytes()) {
        return;
    }
    if (m_buffer.bytes().empty()) {
        load(bytes);
        return;
    }
    m_runEnd = -1;
    m_taking = true;
    const int scroll = verticalScrollBar()->value();
    const std::vector<source::Splice> splices = workspace::lineSplices(m_buffer.bytes(), bytes);
    QTextCursor cursor(document());
    for (const source::Splice& splice : splices | std::views::reverse) {
        const workspace::ShownChange shown = m_buffer.take(splice);
        cursor.setPosition(shown.position);
        cursor.setPosition(shown.position + shown.removed, QTextCursor::KeepAnchor);
        cursor.insertText(shown.added);
    }
    verticalScrollBar()->setValue(scroll);
    m_taking = false;
}

void YamlEdit::follow(int position, int removed, int added)
{
    if (m_taking || m_highlighter == nullptr || m_highlighter->isAtWork()) {
        return;
    }
    const int size = document()->characterCount() - 1;
    QTextCursor cursor(document());
    cursor.setPosition(std::min(position, size));
    cursor.setPosition(std::min(position + added, size), QTextCursor::KeepAnchor);
    const QString text = cursor.selectedText();
    const std::vector<source::Splice> splices = m_buffer.change(position, removed, text);
    if (splices.empty()) {
        return;
    }
    const int mergeId = stepOf(position, removed, text);
    const QString step = m_step.isEmpty() ? tr("Typing in %1").arg(nameOf(m_path)) : m_step;
    for (const source::Splice& splice : splices) {
        tell(splice, step, mergeId);
    }
    m_barTimer.start();
}

/// Keystrokes of one kind that follow each other in a line are one step.
int YamlEdit::stepOf(int position, int removed, const QString& added)
{
    if (!m_step.isEmpty()) {
        return m_mergeId;
    }
    const bool inserts = removed == 0 && added.size() == 1 && added != QString(QChar::ParagraphSeparator);
    const bool removes = added.isEmpty() && removed == 1;
    const bool goesOn = m_runEnd >= 0
        && ((inserts && m_runInserts && position == m_runEnd)
            || (removes && !m_runInserts && (position + 1 == m_runEnd || position == m_runEnd)));
    if (!goesOn) {
        m_mergeId = nextMergeId();
    }
    m_runInserts = inserts;
    m_runEnd = inserts ? position + 1 : removes ? position : -1;
    return m_mergeId;
}

void YamlEdit::tell(const source::Splice& splice, const QString& step, int mergeId)
{
    if (const Expected<void> done = m_workspace.type(m_path, splice, step, mergeId); !done) {
        Q_EMIT failed(done.error());
        // What is shown follows what is there.
        QMetaObject::invokeMethod(this, [this] { setSnapshot(m_snapshot); }, Qt::QueuedConnection);
    }
}

std::uint32_t YamlEdit::caretOffset() const
{
    return m_buffer.offsetOf(textCursor().position());
}

void YamlEdit::goTo(source::ByteRange range)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(m_buffer.positionOf(range.begin));
    cursor.setPosition(m_buffer.positionOf(range.end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    if (!cursorRect().intersects(viewport()->rect().adjusted(0, 40, 0, -40))) {
        centerCursor();
    }
}

void YamlEdit::change(const std::vector<source::Splice>& splices, const QString& text)
{
    if (m_readOnly || splices.empty()) {
        return;
    }
    m_step = text;
    m_mergeId = nextMergeId();
    m_runEnd = -1;
    QTextCursor cursor(document());
    // One by one: of several places that change at once only the outermost would be told.
    for (const source::Splice& splice : splices | std::views::reverse) {
        cursor.setPosition(m_buffer.positionOf(splice.offset));
        cursor.setPosition(m_buffer.positionOf(splice.offset + splice.length), QTextCursor::KeepAnchor);
        cursor.insertText(QString::fromStdString(splice.text));
    }
    m_step.clear();
}

void YamlEdit::insertAt(source::ByteRange range, const std::string& text, const QString& step)
{
    change({{.offset = range.begin, .length = range.size(), .text = text}}, step);
    const auto end = static_cast<std::uint32_t>(range.begin + text.size());
    goTo({end, end});
}

void YamlEdit::setHits(std::vector<source::ByteRange> hits)
{
    m_hits = std::move(hits);
    refreshMarks();
}

void YamlEdit::refreshMarks()
{
    m_lineMarks.clear();
    QList<QTextEdit::ExtraSelection> selections;
    const auto select = [&](source::ByteRange range) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(m_buffer.positionOf(range.begin));
        selection.cursor.setPosition(m_buffer.positionOf(range.end), QTextCursor::KeepAnchor);
        return selection;
    };
    for (std::size_t i = 0; i < std::min(m_hits.size(), shownHits); ++i) {
        QTextEdit::ExtraSelection selection = select(m_hits[i]);
        selection.format.setBackground(m_theme.color("find"));
        selections << selection;
    }
    for (const workspace::EditorMark& mark : m_marks) {
        const int line = m_buffer.lineOf(mark.range.begin);
        const auto known = m_lineMarks.find(line);
        if (known == m_lineMarks.end() || mark.severity < known->second->severity) {
            m_lineMarks[line] = &mark;
        }
        if (mark.range.size() == 0) {
            continue;
        }
        const bool isWavy = mark.severity == checks::Severity::Error || mark.severity == checks::Severity::Warning;
        // Over several lines a wave says less than under the first one.
        const std::uint32_t end = std::min(mark.range.end, m_buffer.endOf(line));
        QTextEdit::ExtraSelection selection = select({mark.range.begin, std::max(mark.range.begin, end)});
        selection.format.setUnderlineStyle(isWavy ? QTextCharFormat::WaveUnderline : QTextCharFormat::DotLine);
        selection.format.setUnderlineColor(m_theme.color(lookOf(mark.severity).token));
        selections << selection;
    }
    setExtraSelections(selections);
    viewport()->update();
    m_margin->update();
}

void YamlEdit::refreshBars()
{
    m_bars = m_head && !m_readOnlyText ? workspace::changeBars(*m_head, m_buffer.bytes())
                                       : std::vector<workspace::ChangeBar>();
    m_margin->update();
}

const workspace::EditorMark* YamlEdit::markOfLine(int line) const
{
    const auto found = m_lineMarks.find(line);
    return found == m_lineMarks.end() ? nullptr : found->second;
}

bool YamlEdit::isFolded(int line) const
{
    const QTextBlock next = document()->findBlockByNumber(line + 1);
    return document()->findBlockByNumber(line).isVisible() && next.isValid() && !next.isVisible();
}

void YamlEdit::toggleFold(int line)
{
    const int end = workspace::foldEnd(m_buffer, line);
    const bool folds = !isFolded(line);
    if (folds && end <= line) {
        return;
    }
    const QTextBlock first = document()->findBlockByNumber(line + 1);
    QTextBlock block = first;
    int last = line;
    for (; block.isValid() && (folds ? block.blockNumber() <= end : !block.isVisible()); block = block.next()) {
        block.setVisible(!folds);
        block.setLineCount(folds ? 0 : 1);
        last = block.blockNumber();
    }
    if (const int at = textCursor().blockNumber(); folds && at > line && at <= last) {
        QTextCursor cursor = textCursor();
        cursor.setPosition(document()->findBlockByNumber(line).position());
        setTextCursor(cursor);
    }
    const QTextBlock lastBlock = document()->findBlockByNumber(last);
    document()->markContentsDirty(first.position(), lastBlock.position() + lastBlock.length() - first.position());
    Q_EMIT document()->documentLayout()->documentSizeChanged(document()->documentLayout()->documentSize());
    viewport()->update();
    m_margin->update();
}

void YamlEdit::unfoldAll()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (!block.isVisible()) {
            block.setVisible(true);
            block.setLineCount(1);
        }
    }
    document()->markContentsDirty(0, document()->characterCount());
    Q_EMIT document()->documentLayout()->documentSizeChanged(document()->documentLayout()->documentSize());
}

std::pair<int, int> YamlEdit::selectedLines() const
{
    const QTextCursor cursor = textCursor();
    const int first = m_buffer.lineAt(cursor.selectionStart());
    int last = m_buffer.lineAt(cursor.selectionEnd());
    if (last > first && cursor.selectionEnd() == m_buffer.positionOfLine(last)) {
        --last;
    }
    return {first, last};
}

void YamlEdit::toggleComment()
{
    const auto [first, last] = selectedLines();
    change(workspace::toggleComment(m_buffer, first, last), tr("Comment lines of %1").arg(nameOf(m_path)));
}

void YamlEdit::forEachVisibleLine(const std::function<void(int line, int top)>& paint) const
{
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= viewport()->height()) {
        const qreal height = blockBoundingRect(block).height();
        if (block.isVisible()) {
            // The text stands at the top of its line; half of the air goes above it.
            paint(block.blockNumber(), qRound(top) - lead / 2);
        }
        top += height;
        block = block.next();
    }
}

QRect YamlEdit::caretRect() const
{
    return cursorRect().translated(viewport()->pos());
}

void YamlEdit::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        const int current = textCursor().blockNumber();
        forEachVisibleLine([&](int line, int top) {
            if (line == current) {
                painter.fillRect(QRect(0, top, viewport()->width(), lineHeight()), m_theme.color("hlsoft"));
            }
        });
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    paintMessages(painter);
}

/// What is wrong with a line, behind it.
void YamlEdit::paintMessages(QPainter& painter)
{
    const QFont words = scaledFont(QApplication::font(), 0.9);
    const QFontMetrics metrics(words);
    painter.setFont(words);
    forEachVisibleLine([&](int line, int top) {
        const QTextBlock block = document()->findBlockByNumber(line);
        const qreal width = block.layout()->lineCount() > 0 ? block.layout()->lineAt(0).naturalTextWidth() : 0;
        int left = qRound(contentOffset().x() + document()->documentMargin() + width);
        if (isFolded(line)) {
            const QRect box(left + 8, top + 3, 22, lineHeight() - 6);
            drawBox(painter, box, 3, m_theme.color("unkbg"), {});
            painter.setPen(m_theme.color("muted"));
            painter.drawText(box, Qt::AlignCenter, u"…"_s);
            left = box.right();
        }
        const workspace::EditorMark* mark = markOfLine(line);
        if (mark == nullptr || mark->severity == checks::Severity::Unknown) {
            return;
        }
        left += 24;
        const QString code = QString::fromStdString(mark->code);
        const QString text = code + u"  "_s + workspace::sentence(mark->message, mark->args);
        painter.setPen(m_theme.color(lookOf(mark->severity).token));
        const int space = viewport()->width() - left - 8;
        if (space > metrics.horizontalAdvance(code)) {
            painter.drawText(QRect(left, top, space, lineHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                             metrics.elidedText(text, Qt::ElideRight, space));
        }
    });
}

void YamlEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = contentsRect();
    m_margin->setGeometry(QRect(inside.left(), inside.top(), marginWidth(), inside.height()));
}

void YamlEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_margin != nullptr) {
        setViewportMargins(marginWidth(), 0, 0, 0);
    }
}

} // namespace meshdraft::views
