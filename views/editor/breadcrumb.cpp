// SPDX-License-Identifier: Apache-2.0
#include "views/editor/breadcrumb.h"

#include "models/workspace/words.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int barHeight = 29;
constexpr int glyphSize = 14;

} // namespace

Breadcrumb::Breadcrumb(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_parts(new QHBoxLayout)
    , m_glyph(new QLabel(this))
    , m_note(new QLabel(this))
{
    setObjectName(u"breadcrumb"_s);
    setAccessibleName(tr("Path of the caret"));
    setFixedHeight(barHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 12, 1);
    row->setSpacing(5);
    m_parts->setSpacing(0);
    row->addLayout(m_parts);
    row->addStretch(1);
    row->addWidget(m_glyph);
    row->addWidget(m_note);
    m_note->setObjectName(u"editorNote"_s);
    m_glyph->setFixedSize(glyphSize, glyphSize);
    setNote({}, false);
    connect(&theme, &Theme::changed, this, &Breadcrumb::restyle);
}

void Breadcrumb::setPath(const QString& file, const std::vector<workspace::Crumb>& crumbs)
{
    if (file == m_file && crumbs == m_crumbs) {
        return;
    }
    m_file = file;
    m_crumbs = crumbs;
    while (QLayoutItem* item = m_parts->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            // A click on a part ends here: it must not die under its own signal.
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const QFont small = scaledFont(font(), 0.9);
    auto* path = new QLabel(QString(file).replace(u"/"_s, u" / "_s), this);
    path->setFont(small);
    m_parts->addWidget(path);
    for (std::size_t i = 0; i < crumbs.size(); ++i) {
        auto* chevron = new QLabel(this);
        chevron->setObjectName(u"chevron"_s);
        chevron->setFixedSize(glyphSize + 4, glyphSize);
        chevron->setAlignment(Qt::AlignCenter);
        m_parts->addWidget(chevron);
        const bool last = i + 1 == crumbs.size();
        auto* part = new QToolButton(this);
        part->setAutoRaise(true);
        part->setText(workspace::printable(crumbs[i].label));
        part->setFont(scaledFont(font(), 0.9, last ? QFont::DemiBold : QFont::Normal));
        part->setAccessibleName(tr("Go to %1").arg(part->text()));
        part->setToolTip(part->accessibleName());
        part->setFocusPolicy(Qt::TabFocus);
        connect(part, &QToolButton::clicked, this, [this, offset = crumbs[i].offset] { Q_EMIT chosen(offset); });
        m_parts->addWidget(part);
    }
    restyle();
}

void Breadcrumb::setNote(const QString& text, bool isWarning)
{
    m_isWarning = isWarning;
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_glyph->setVisible(!text.isEmpty() && isWarning);
    restyle();
}

QSize Breadcrumb::minimumSizeHint() const
{
    return {120, height()};
}

QString Breadcrumb::note() const
{
    return m_note->text();
}

void Breadcrumb::restyle()
{
    for (QLabel* chevron : findChildren<QLabel*>(u"chevron"_s)) {
        chevron->setPixmap(m_theme.pixmap(u"right"_s, 12, "muted", devicePixelRatioF()));
    }
    m_glyph->setPixmap(m_theme.pixmap(u"warning"_s, glyphSize, "warn", devicePixelRatioF()));
    m_note->setFont(scaledFont(font(), 0.9, m_isWarning ? QFont::DemiBold : QFont::Normal));
    QPalette colours = m_note->palette();
    colours.setColor(QPalette::WindowText, m_theme.color(m_isWarning ? "warn" : "muted"));
    m_note->setPalette(colours);
    update();
}

void Breadcrumb::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color("base"));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color("border2"));
}

} // namespace meshdraft::views
