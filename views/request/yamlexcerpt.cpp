// SPDX-License-Identifier: Apache-2.0
#include "views/request/yamlexcerpt.h"

#include "models/mesh/elementplace.h"
#include "models/workspace/words.h"
#include "views/editor/yamlhighlighter.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int linesAbove = 8; ///< what stands above the lit lines
constexpr int room = 12;
constexpr int linesAround = 150;
} // namespace

class YamlExcerpt::Margin : public QWidget {
public:
    explicit Margin(YamlExcerpt& excerpt)
        : QWidget(&excerpt)
        , m_excerpt(excerpt)
    {
    }

protected:
    void paintEvent(QPaintEvent* event) override { m_excerpt.paintMargin(event); }

private:
    YamlExcerpt& m_excerpt;
};

YamlExcerpt::YamlExcerpt(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_margin(new Margin(*this))
{
    setObjectName(u"stepSource"_s);
    setAccessibleName(tr("YAML of the step"));
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setFont(fixedFont());
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(4);
    new YamlHighlighter(theme, *document());
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0) {
            m_margin->scroll(0, dy);
        } else {
            m_margin->update(0, rect.y(), m_margin->width(), rect.height());
        }
    });
    connect(&theme, &Theme::changed, this, [this] {
        light();
        m_margin->update();
    });
}

void YamlExcerpt::clearElement()
{
    m_path.clear();
    m_shown = {};
    m_first = m_last = 0;
    m_top = 1;
    clear();
    light();
}

void YamlExcerpt::setElement(const workspace::Snapshot& snapshot, const mesh::ElementRef& element, bool isSaved)
{
    const mesh::MeshGraphPtr& graph = isSaved ? snapshot.savedGraph : snapshot.graph;
    const mesh::SourceMap::Place place = graph ? mesh::placeOf(*graph, element) : mesh::SourceMap::Place();
    const mesh::SourceFile* file = (isSaved ? snapshot.saved : snapshot.current).find(place.where.path);
    if (file == nullptr || place.where.line == 0) {
        clearElement();
        return;
    }
    const std::string& text = *file->text->text;
    m_path = workspace::printable(place.where.path);
    m_first = std::max<int>(1, static_cast<int>(place.where.line));
    const auto begin = std::min<std::size_t>(place.range.begin, text.size());
    const auto end = std::min<std::size_t>(place.range.end, text.size());
    std::string_view written(text.data() + begin, end > begin ? end - begin : 0);
    while (!written.empty() && (written.back() == '\n' || written.back() == '\r' || written.back() == ' ')) {
        written.remove_suffix(1);
    }
    m_last = m_first + static_cast<int>(std::ranges::count(written, '\n'));
    showAround(*file->text, begin, end);
    light();
    const QTextBlock block = document()->findBlockByNumber(m_first - m_top);
    setTextCursor(QTextCursor(block));
    verticalScrollBar()->setValue(std::max(0, m_first - m_top - linesAbove));
    horizontalScrollBar()->setValue(0);
}

/// The lines from `begin` to `end` with those around them: a file of a megabyte would take its time.
void YamlExcerpt::showAround(const source::ParsedText& file, std::size_t begin, std::size_t end)
{
    const int bottom = m_top + blockCount() - 1;
    if (m_shown == file.id && m_first >= m_top && m_last <= bottom) {
        return;
    }
    m_shown = file.id;
    const std::string_view text = *file.text;
    int above = 0;
    while (begin > 0 && (text[begin - 1] != '\n' || above++ < linesAround)) {
        --begin;
    }
    m_top = m_first - std::min(above, linesAround);
    for (int below = 0; end < text.size() && (text[end] != '\n' || below++ < linesAround);) {
        ++end;
    }
    setPlainText(workspace::printableLines(std::string(text.substr(begin, end - begin))));
}

void YamlExcerpt::light()
{
    setViewportMargins(marginWidth(), 0, 0, 0);
    QList<QTextEdit::ExtraSelection> lit;
    const int bottom = m_top + blockCount() - 1;
    for (int line = m_first; line > 0 && line <= std::min(m_last, bottom); ++line) {
        QTextEdit::ExtraSelection selection;
        selection.format.setBackground(m_theme.color("hlsoft"));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selection.cursor = QTextCursor(document()->findBlockByNumber(line - m_top));
        lit << selection;
    }
    setExtraSelections(lit);
    m_margin->update();
}

int YamlExcerpt::marginWidth() const
{
    const int digits = std::max<int>(2, static_cast<int>(QString::number(m_top + blockCount() - 1).size()));
    return fontMetrics().horizontalAdvance(u'9') * digits + (2 * room);
}

void YamlExcerpt::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    m_margin->setGeometry(QRect(contentsRect().topLeft(), QSize(marginWidth(), contentsRect().height())));
}

void YamlExcerpt::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        light();
    }
}

void YamlExcerpt::paintMargin(QPaintEvent* event)
{
    QPainter painter(m_margin);
    painter.fillRect(event->rect(), m_theme.color("base"));
    if (m_path.isEmpty()) {
        return;
    }
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const double height = blockBoundingRect(block).height();
        const int line = block.blockNumber() + m_top;
        const QRectF row(0, top, m_margin->width(), height);
        const bool isLit = line >= m_first && line <= m_last;
        if (isLit) {
            painter.fillRect(row, m_theme.color("hlsoft"));
        }
        painter.setPen(m_theme.color("yc"));
        painter.drawText(row.adjusted(0, 0, -room, 0), Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
        top += height;
        block = block.next();
    }
}

} // namespace meshdraft::views
