// SPDX-License-Identifier: Apache-2.0
#include "views/start/patchview.h"

#include "models/workspace/words.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QSyntaxHighlighter>

namespace meshdraft::views {

namespace {
constexpr int mostLines = 18; ///< shown without scrolling
} // namespace

class PatchView::Lines : public QSyntaxHighlighter {
public:
    Lines(const Theme& theme, QTextDocument* document)
        : QSyntaxHighlighter(document)
        , m_theme(theme)
    {
    }

protected:
    void highlightBlock(const QString& line) override
    {
        QTextCharFormat format;
        if (line.startsWith(u"+++") || line.startsWith(u"---")) {
            format.setFontWeight(QFont::DemiBold);
        } else if (line.startsWith(u'+')) {
            format.setBackground(m_theme.color("addbg"));
        } else if (line.startsWith(u'-')) {
            format.setBackground(m_theme.color("rembg"));
        } else if (line.startsWith(u'@')) {
            format.setForeground(m_theme.color("muted"));
        }
        setFormat(0, static_cast<int>(line.size()), format);
    }

private:
    const Theme& m_theme;
};

PatchView::PatchView(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFont(fixedFont());
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Difference"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* lines = new Lines(theme, document());
    connect(&theme, &Theme::changed, lines, &QSyntaxHighlighter::rehighlight);
}

void PatchView::setPatch(const std::string& patch)
{
    setPlainText(workspace::printableLines(patch).trimmed());
    updateGeometry();
}

QSize PatchView::sizeHint() const
{
    const int lines = std::min(mostLines, blockCount());
    return {400, lines * fontMetrics().lineSpacing() + 2 * static_cast<int>(document()->documentMargin()) + 16};
}

} // namespace meshdraft::views
