// SPDX-License-Identifier: Apache-2.0
#include "views/findings/codewindow.h"

#include "models/workspace/codewords.h"
#include "views/common/undopassing.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int listWidth = 290;
constexpr int rowRoom = 8;
constexpr int belowCode = 14;

} // namespace

CodeWindow::CodeWindow(const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_page(new QTextBrowser(this))
{
    setObjectName(u"codeWindow"_s);
    setWindowTitle(tr("What findings mean"));
    m_filter->setObjectName(u"codeFilter"_s);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the codes"));
    m_filter->setClearButtonEnabled(true);
    passUndo(*m_filter);
    m_list->setObjectName(u"codeList"_s);
    m_list->setAccessibleName(tr("Codes"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page->setObjectName(u"codePage"_s);
    m_page->setAccessibleName(tr("Page of the code"));
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setOpenLinks(false);
    m_page->document()->setDocumentMargin(18);
    auto* side = new QVBoxLayout;
    side->setContentsMargins(8, 8, 0, 8);
    side->setSpacing(8);
    side->addWidget(m_filter);
    side->addWidget(m_list, 1);
    m_list->setFixedWidth(listWidth);
    m_filter->setFixedWidth(listWidth);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addLayout(side);
    row->addWidget(m_page, 1);
    resize(940, 660);
    fillList();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (int i = 0; i < m_list->count(); ++i) {
            m_list->item(i)->setHidden(!m_list->item(i)->text().contains(text.trimmed(), Qt::CaseInsensitive));
        }
    });
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr) {
            showCode(item->data(Qt::UserRole).toString());
        }
    });
    connect(m_page, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        const QString code = QFileInfo(link.path()).completeBaseName();
        if (link.isRelative() && workspace::codesWithPages().contains(code)) {
            showCode(code);
        } else if (link.scheme() == "https"_L1) {
            QDesktopServices::openUrl(link);
        }
    });
    connect(&m_theme, &Theme::changed, this, [this] { showCode(m_code); });
}

void CodeWindow::fillList()
{
    for (const QString& code : workspace::codesWithPages()) {
        auto* item = new QListWidgetItem(code + u"  "_s + workspace::codeText(code.toStdString()), m_list);
        item->setData(Qt::UserRole, code);
        item->setToolTip(item->text());
        item->setSizeHint({0, m_list->fontMetrics().height() + rowRoom});
    }
}

void CodeWindow::showCode(const QString& code)
{
    m_code = code;
    const QString text = workspace::codePage(code.toStdString());
    m_page->setMarkdown(text.isEmpty() ? tr("There is no page on %1.").arg(code) : text);
    // YAML in the font and on the ground of text that is code.
    for (QTextBlock block = m_page->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)
            || block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage)) {
            QTextCursor cursor(block);
            QTextBlockFormat format = block.blockFormat();
            format.setBackground(m_theme.color("alt"));
            const QTextBlock next = block.next();
            const bool isLast = !next.isValid() || !next.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
            format.setBottomMargin(isLast ? belowCode : 0);
            cursor.setBlockFormat(format);
            cursor.select(QTextCursor::BlockUnderCursor);
            QTextCharFormat letters;
            letters.setFont(fixedFont());
            cursor.mergeCharFormat(letters);
        }
    }
    m_page->moveCursor(QTextCursor::Start);
    const QSignalBlocker blocker(m_list);
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(Qt::UserRole).toString() == code) {
            m_list->setCurrentRow(i);
            m_list->scrollToItem(m_list->item(i));
        }
    }
}

} // namespace meshdraft::views
