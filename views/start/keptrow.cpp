// SPDX-License-Identifier: Apache-2.0
#include "views/start/keptrow.h"

#include "models/workspace/keptwords.h"
#include "models/workspace/words.h"
#include "views/common/ink.h"
#include "views/common/paint.h"
#include "views/start/ago.h"
#include "views/start/patchview.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

KeptRow::KeptRow(const Theme& theme, workspace::KeptEdits kept, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_kept(std::move(kept))
    , m_words(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_patch(new PatchView(theme, this))
{
    setObjectName(u"keptRow"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setFont(scaledFont(font(), 1.0, QFont::DemiBold));
    m_words->setText(sentence());
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setFont(scaledFont(font(), 0.92));
    m_detail->setText(detail());
    m_detail->setToolTip(QLocale().toString(m_kept.last, QLocale::LongFormat));
    setInk(*m_detail, theme, "muted");
    setAccessibleName(m_words->text() + u' ' + m_detail->text());
    auto* glyph = new QLabel(this);
    glyph->setFixedSize(16, 16);
    const auto show = [this, glyph] {
        glyph->setPixmap(m_theme.pixmap(u"info"_s, 16, "hl", devicePixelRatioF(), "hlsoft"));
        update();
    };
    show();
    connect(&theme, &Theme::changed, this, show);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 12, 10);
    column->setSpacing(10);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_words);
    words->addWidget(m_detail);
    row->addWidget(glyph);
    row->addSpacing(4);
    row->addLayout(words, 1);
    column->addLayout(row);
    column->addWidget(m_patch);
    m_patch->setObjectName(u"keptPatch"_s);
    m_patch->hide();
    addButtons();
    for (QPushButton* button : {m_restore, m_diff, m_export, m_discard, m_confirm, m_keep}) {
        row->addWidget(button);
    }
    askDiscard(false);
}

QString KeptRow::sentence() const
{
    const QString name = workspace::printable(QFileInfo(m_kept.header.workTree).fileName().toStdString());
    if (m_kept.files.empty()) {
        return tr("%1: edits that were not kept").arg(name);
    }
    return tr("%1: %2 in %3")
        .arg(name, workspace::editCountText(m_kept), workspace::fileCountText(m_kept.files.size()));
}

QString KeptRow::detail() const
{
    QStringList parts{ago(m_kept.last)};
    if (!m_kept.header.branch.isEmpty()) {
        //: %1 is a Git branch.
        parts << tr("on %1").arg(workspace::printable(m_kept.header.branch.toStdString()));
    }
    if (const std::size_t changed = m_kept.changedSince.size(); changed > 0) {
        parts << tr("%1 changed on disk since").arg(workspace::fileCountText(changed));
    }
    if (!m_kept.notKept.empty()) {
        parts << tr("Secrets are not kept: %1").arg(workspace::printable(m_kept.notKept.front()));
    }
    return parts.join(u" · "_s);
}

QPushButton* KeptRow::addButton(const QString& text, const char* name, const QString& accessibleName)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(true);
    button->setAccessibleName(accessibleName);
    return button;
}

void KeptRow::addButtons()
{
    const QString what = m_words->text();
    m_restore = addButton(tr("Restore"), "keptRestore", tr("Restore %1").arg(what));
    m_diff = addButton(tr("Show diff"), "keptDiff", tr("Show the difference of %1").arg(what));
    m_export = addButton(tr("Save as patch…"), "keptExport", tr("Save %1 as a patch").arg(what));
    m_discard = addButton(tr("Discard…"), "keptDiscard", tr("Discard %1").arg(what));
    m_confirm = addButton(tr("Discard edits"), "keptConfirm", tr("Discard %1 for good").arg(what));
    m_keep = addButton(tr("Keep"), "keptKeep", tr("Keep %1").arg(what));
    connect(m_restore, &QPushButton::clicked, this, &KeptRow::restoreRequested);
    connect(m_diff, &QPushButton::clicked, this, &KeptRow::toggleDiff);
    connect(m_export, &QPushButton::clicked, this, &KeptRow::exportRequested);
    connect(m_confirm, &QPushButton::clicked, this, &KeptRow::discardRequested);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        if (m_kept.files.empty()) {
            Q_EMIT discardRequested();
        } else {
            askDiscard(true);
        }
    });
    connect(m_keep, &QPushButton::clicked, this, [this] { askDiscard(false); });
    if (m_kept.files.empty()) {
        m_discard->setText(tr("Dismiss"));
    }
}

void KeptRow::askDiscard(bool asking)
{
    const bool hasFiles = !m_kept.files.empty();
    m_confirm->setVisible(asking);
    m_keep->setVisible(asking);
    m_restore->setVisible(!asking && hasFiles);
    m_diff->setVisible(!asking && hasFiles);
    m_discard->setVisible(!asking);
    m_export->setVisible(!asking && !m_patch->isHidden());
    m_words->setText(asking ? tr("Discard for good? %1").arg(sentence()) : sentence());
    if (isVisible()) {
        (asking ? m_keep : m_discard)->setFocus(Qt::OtherFocusReason);
    }
}

void KeptRow::toggleDiff()
{
    const bool show = m_patch->isHidden();
    if (show) {
        m_patch->setPatch(workspace::keptPatch(m_kept));
    }
    m_patch->setVisible(show);
    m_export->setVisible(show);
    m_diff->setText(show ? tr("Hide diff") : tr("Show diff"));
}

void KeptRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBox(painter, rect(), 4, m_theme.color("hlsoft"), m_theme.color("hl"));
}

} // namespace meshdraft::views
