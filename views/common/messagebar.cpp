// SPDX-License-Identifier: Apache-2.0
#include "views/common/messagebar.h"

#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

Look lookOfKind(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Info:
        return lookOf(checks::Severity::Info);
    case MessageBar::Kind::Success:
        return {u"check"_s, "ok", "addbg"};
    case MessageBar::Kind::Warning:
        return lookOf(checks::Severity::Warning);
    case MessageBar::Kind::Error:
        return lookOf(checks::Severity::Error);
    }
    return {};
}

} // namespace

MessageBar::MessageBar(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_glyph(new QLabel(this))
    , m_label(new QLabel(this))
    , m_actions(new QHBoxLayout)
    , m_output(new QPlainTextEdit(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 8, 6);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    m_glyph->setFixedSize(16, 16);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_label->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_glyph);
    row->addWidget(m_label, 1);
    m_actions->setSpacing(8);
    row->addLayout(m_actions);
    column->addLayout(row);
    m_output->setReadOnly(true);
    m_output->setFont(fixedFont());
    m_output->setMaximumHeight(120);
    m_output->setAccessibleName(tr("Output"));
    m_output->setObjectName(u"messageOutput"_s);
    column->addWidget(m_output);
    hide();
    connect(&theme, &Theme::changed, this, [this] { restyle(); });
}

void MessageBar::showMessage(Kind kind, const QString& text, const QString& output)
{
    m_kind = kind;
    setText(text);
    m_output->setPlainText(output);
    m_output->setVisible(!output.isEmpty());
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        if (QWidget* button = item->widget()) {
            button->hide();
            button->deleteLater();
        }
        delete item;
    }
    restyle();
    show();
}

void MessageBar::setText(const QString& text)
{
    m_label->setText(text);
    setAccessibleName(text);
}

QPushButton* MessageBar::addAction(const QString& text, const std::function<void()>& action)
{
    auto* button = new QPushButton(text, this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, action);
    m_actions->addWidget(button);
    return button;
}

QString MessageBar::text() const
{
    return m_label->text();
}

QString MessageBar::output() const
{
    return m_output->toPlainText();
}

void MessageBar::restyle()
{
    const Look look = lookOfKind(m_kind);
    m_glyph->setPixmap(m_theme.pixmap(look.icon, 16, look.token, devicePixelRatioF(), look.fill));
    update();
}

void MessageBar::paintEvent(QPaintEvent* /*unused*/)
{
    QPainter painter(this);
    const Look look = lookOfKind(m_kind);
    painter.fillRect(rect(), m_theme.color(look.fill));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(look.token));
}

} // namespace meshdraft::views
