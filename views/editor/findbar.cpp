// SPDX-License-Identifier: Apache-2.0
#include "views/editor/findbar.h"

#include "views/common/undopassing.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

FindBar::FindBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_find(new QLineEdit(this))
    , m_replace(new QLineEdit(this))
    , m_replaceRow(new QWidget(this))
    , m_status(new QLabel(this))
{
    setObjectName(u"findBar"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 8, 6);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    column->addLayout(row);
    const auto field = [](QLineEdit& edit, const QString& name, const char* objectName) {
        edit.setPlaceholderText(name);
        edit.setAccessibleName(name);
        edit.setObjectName(QLatin1StringView(objectName));
        edit.setMinimumWidth(220);
        edit.setClearButtonEnabled(true);
        passUndo(edit);
    };
    field(*m_find, tr("Find"), "findText");
    field(*m_replace, tr("Replace with"), "replaceText");
    row->addWidget(m_find);
    m_case = addSwitch(u"Aa"_s, tr("Match case"), "findCase");
    m_word = addSwitch(u"W"_s, tr("Whole words"), "findWord");
    m_regex = addSwitch(u".*"_s, tr("Regular expression"), "findRegex");
    for (QToolButton* button : {m_case, m_word, m_regex}) {
        row->addWidget(button);
    }
    const auto button = [&](const QString& icon, const QString& name, const char* objectName, auto&& slot) {
        auto* made = new QToolButton(this);
        made->setAutoRaise(true);
        made->setIcon(theme.icon(icon));
        made->setAccessibleName(name);
        made->setToolTip(name);
        made->setObjectName(QLatin1StringView(objectName));
        connect(made, &QToolButton::clicked, this, slot);
        connect(&theme, &Theme::changed, made, [&theme, made, icon] { made->setIcon(theme.icon(icon)); });
        row->addWidget(made);
    };
    button(u"back"_s, tr("Previous hit (Shift+Enter)"), "findPrevious", [this] { Q_EMIT stepRequested(-1); });
    button(u"fwd"_s, tr("Next hit (Enter)"), "findNext", [this] { Q_EMIT stepRequested(1); });
    m_status->setObjectName(u"findStatus"_s);
    row->addWidget(m_status);
    row->addStretch(1);
    button(u"close"_s, tr("Close find (Esc)"), "findClose", [this] { Q_EMIT closed(); });

    auto* second = new QHBoxLayout(m_replaceRow);
    second->setContentsMargins(0, 0, 0, 0);
    second->setSpacing(6);
    second->addWidget(m_replace);
    const auto push = [&](const QString& text, const char* objectName, auto&& slot) {
        auto* made = new QPushButton(text, m_replaceRow);
        made->setObjectName(QLatin1StringView(objectName));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, slot);
        second->addWidget(made);
    };
    push(tr("Replace"), "replaceOne", [this] { Q_EMIT replaceRequested(); });
    push(tr("Replace all"), "replaceAll", [this] { Q_EMIT replaceAllRequested(); });
    second->addStretch(1);
    column->addWidget(m_replaceRow);
    m_find->installEventFilter(this);
    m_replace->installEventFilter(this);
    connect(m_find, &QLineEdit::textChanged, this, &FindBar::queryChanged);
    hide();
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

QToolButton* FindBar::addSwitch(const QString& text, const QString& name, const char* objectName)
{
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setObjectName(QLatin1StringView(objectName));
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::toggled, this, &FindBar::queryChanged);
    return button;
}

workspace::FindQuery FindBar::query() const
{
    return {.text = m_find->text().toStdString(),
            .isRegex = m_regex->isChecked(),
            .wholeWord = m_word->isChecked(),
            .matchCase = m_case->isChecked()};
}

std::string FindBar::replacement() const
{
    return m_replace->text().toStdString();
}

void FindBar::open(const QString& text, bool replaces)
{
    m_replaceRow->setVisible(replaces);
    show();
    if (!text.isEmpty()) {
        m_find->setText(text);
    }
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
    Q_EMIT queryChanged();
}

void FindBar::setStatus(const QString& text, bool isWrong)
{
    m_status->setText(text);
    QPalette colours = m_status->palette();
    colours.setColor(QPalette::WindowText, m_theme.color(isWrong ? "err" : "muted"));
    m_status->setPalette(colours);
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (watched == m_replace) {
                Q_EMIT replaceRequested();
            } else {
                Q_EMIT stepRequested(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void FindBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color("window"));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color("border"));
}

} // namespace meshdraft::views
