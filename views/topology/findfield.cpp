// SPDX-License-Identifier: Apache-2.0
#include "views/topology/findfield.h"

#include "views/common/undopassing.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/topology/canvaswords.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

enum Role { StartRole = Qt::UserRole, LengthRole, CountRole };

constexpr int rowHeight = 24;
constexpr int countWidth = 76;
constexpr int barHeight = 26;
constexpr int leastListWidth = 260;

/// The text in the fixed font, how much it finds at the right.
class CompletionDelegate : public QStyledItemDelegate {
public:
    CompletionDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QFontMetrics metrics(fixedFont());
        return {metrics.horizontalAdvance(index.data().toString()) + countWidth + 24,
                std::max(rowHeight, option.fontMetrics.height() + 8)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, m_theme.color(isCurrent ? "hl" : "base"));
        painter->setPen(m_theme.color(isCurrent ? "hltext" : "text"));
        painter->setFont(fixedFont());
        const QRect text = option.rect.adjusted(8, 0, -countWidth, 0);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
        if (const int count = index.data(CountRole).toInt(); count > 0) {
            painter->setFont(option.font);
            painter->setPen(m_theme.color(isCurrent ? "hltext" : "muted"));
            painter->drawText(option.rect.adjusted(0, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight,
                              count == 1 ? FindField::tr("1 hit") : FindField::tr("%1 hits").arg(count));
        }
    }

private:
    const Theme& m_theme;
};

/// Positions in the expression are bytes, those of a field are UTF-16 units.
int characters(const QString& text, std::size_t bytes)
{
    return static_cast<int>(QString::fromUtf8(text.toUtf8().left(static_cast<qsizetype>(bytes))).size());
}

} // namespace

FindField::FindField(const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_offered(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_offered, this))
    , m_hits(new QLabel(this))
{
    setObjectName(u"findField"_s);
    setAccessibleName(tr("Find or hide"));
    setPlaceholderText(tr("Find or hide"));
    setToolTip(tr("Names, or name:reviews, kind=VirtualService, weight>95, mtls=STRICT, finding=error, ns:shop, "
                  "label:app=reviews, joined by and, or, not. Enter goes to the next hit."));
    setFont(scaledFont(font(), secondaryScale));
    setMinimumWidth(64);
    setMaximumWidth(300);
    setFixedHeight(barHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    passUndo(*this);
    QAction* glyph = addAction(theme.icon(u"search"_s, "muted"), QLineEdit::LeadingPosition);
    QAction* more = addAction(theme.icon(u"down"_s, "muted"), QLineEdit::TrailingPosition);
    more->setObjectName(u"findActions"_s);
    more->setToolTip(tr("Hide or show only what matches"));
    auto* menu = new QMenu(this);
    QAction* hide = menu->addAction(tr("Hide what matches"), this, &FindField::hideRequested);
    hide->setObjectName(u"hideMatches"_s);
    hide->setShortcut(Qt::CTRL | Qt::Key_H);
    QAction* only = menu->addAction(tr("Show only what matches"), this, &FindField::onlyRequested);
    only->setObjectName(u"onlyMatches"_s);
    only->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    for (QAction* action : {hide, only}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
    menu->addSeparator();
    menu->addAction(tr("Clear"), this, [this] {
        clear();
        edited();
    });
    // Without an expression there is nothing to hide, and the name of the field needs the room.
    more->setVisible(false);
    connect(this, &QLineEdit::textChanged, more, [more](const QString& text) { more->setVisible(!text.isEmpty()); });
    connect(more, &QAction::triggered, this, [this, menu] { menu->popup(mapToGlobal(rect().bottomLeft())); });
    connect(&theme, &Theme::changed, this, [this, glyph, more] {
        glyph->setIcon(m_theme.icon(u"search"_s, "muted"));
        more->setIcon(m_theme.icon(u"down"_s, "muted"));
    });

    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    auto* list = new QListView;
    list->setObjectName(u"findCompletions"_s);
    list->setUniformItemSizes(true);
    m_completer->setPopup(list);
    list->setItemDelegate(new CompletionDelegate(theme, list));
    m_completer->setMaxVisibleItems(8);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &FindField::take);
    m_hits->setObjectName(u"findHits"_s);
    m_hits->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hits->setForegroundRole(QPalette::PlaceholderText);
    m_hits->hide();
    connect(this, &QLineEdit::textEdited, this, [this] {
        edited();
        offer();
    });
}

QAbstractItemView* FindField::popup() const
{
    return m_completer->popup();
}

void FindField::setHits(const QString& text)
{
    m_hits->setText(text);
    m_hits->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
    placeHits();
}

QString FindField::hits() const
{
    return m_hits->isHidden() ? QString() : m_hits->text();
}

void FindField::placeHits()
{
    const int width = m_hits->isHidden() ? 0 : m_hits->sizeHint().width() + 4;
    m_hits->setGeometry(this->width() - 28 - width, 0, width, height());
    setTextMargins(0, 0, width, 0);
}

void FindField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    placeHits();
}

void FindField::edited()
{
    const QByteArray bytes = text().toUtf8();
    m_error.reset();
    m_query = {};
    if (auto query = topology::Query::parse({bytes.constData(), static_cast<std::size_t>(bytes.size())})) {
        m_query = std::move(*query);
    } else {
        m_error = query.error();
    }
    update();
    Q_EMIT queryChanged();
}

void FindField::offer()
{
    m_offered->clear();
    const topology::QueryContext context = m_context ? m_context() : topology::QueryContext();
    if (context.whole == nullptr || text().isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    const QByteArray bytes = text().toUtf8();
    const auto cursor = static_cast<std::size_t>(text().left(cursorPosition()).toUtf8().size());
    for (const topology::Completion& each :
         topology::completions({bytes.constData(), static_cast<std::size_t>(bytes.size())}, cursor, context)) {
        auto* item = new QStandardItem(QString::fromStdString(each.text));
        item->setData(characters(text(), each.start), StartRole);
        item->setData(characters(text(), each.start + each.length) - characters(text(), each.start), LengthRole);
        item->setData(static_cast<int>(each.count), CountRole);
        item->setEditable(false);
        m_offered->appendRow(item);
    }
    const bool isDone = m_offered->rowCount() == 1 && m_offered->item(0)->text() == text();
    if (m_offered->rowCount() == 0 || isDone) {
        m_completer->popup()->hide();
    } else {
        m_completer->complete(QRect(0, 2, std::max(width(), leastListWidth), height()));
        // Enter goes to the next hit until a line of the list is chosen.
        m_completer->popup()->setCurrentIndex({});
    }
}

void FindField::take(const QModelIndex& index)
{
    const int start = index.data(StartRole).toInt();
    const QString offered = index.data().toString();
    QString all = text();
    all.replace(start, index.data(LengthRole).toInt(), offered);
    setText(all);
    setCursorPosition(start + static_cast<int>(offered.size()));
    edited();
    if (offered.endsWith(u':') || offered.endsWith(u'>'))
        offer();
}

void FindField::keyPressEvent(QKeyEvent* event)
{
    const bool isChoosing = m_completer->popup()->isVisible() && m_completer->popup()->currentIndex().isValid();
    if (isChoosing && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        event->ignore(); // the list takes it
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_completer->popup()->hide();
        event->modifiers().testFlag(Qt::ShiftModifier) ? Q_EMIT previousRequested() : Q_EMIT nextRequested();
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offer();
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        edited();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FindField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::ShortcutFocusReason)
        selectAll();
}

/// A wavy line below what is wrong.
void FindField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (!m_error || text().isEmpty())
        return;
    const int start = characters(text(), m_error->offset);
    const int end = std::max(start + 1, characters(text(), m_error->offset + m_error->length));
    const int origin = cursorRect().center().x() - fontMetrics().horizontalAdvance(text().left(cursorPosition()));
    const int left = std::max(24, origin + fontMetrics().horizontalAdvance(text().left(start)));
    const int right = std::max(left + 8, origin + fontMetrics().horizontalAdvance(text().left(end)));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color("err"), 1.3));
    QPainterPath wave(QPointF(left, height() - 6));
    for (int x = left; x < std::min(right, width() - 28); x += 4)
        wave.quadTo(QPointF(x + 1, height() - (((x - left) / 4) % 2 == 0 ? 8 : 4)), QPointF(x + 4, height() - 6));
    painter.drawPath(wave);
}

} // namespace meshdraft::views
