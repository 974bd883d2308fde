// SPDX-License-Identifier: Apache-2.0
#include "views/editor/completionpopup.h"

#include "models/workspace/schemawords.h"
#include "models/workspace/words.h"
#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using What = meshdraft::workspace::Suggestions::What;

namespace meshdraft::views {

namespace {

enum Role { DetailRole = Qt::UserRole, IconRole, TypedRole };

constexpr int leastWidth = 378;
constexpr int mostWidth = 640;
constexpr int rowHeight = 23;
constexpr int mostRows = 10;
constexpr int inset = 10;
constexpr int iconSize = 14;
constexpr int textLeft = inset + iconSize + 6;

class SuggestionDelegate : public QStyledItemDelegate {
public:
    SuggestionDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override
    {
        return {leastWidth, rowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRect row = option.rect;
        if (selected) {
            drawBox(*painter, row.adjusted(0, 1, 0, -1), 3, m_theme.color("hl"), {});
        }
        const QString icon = index.data(IconRole).toString();
        if (!icon.isEmpty()) {
            painter->drawPixmap(QPoint(row.left() + inset, row.top() + (rowHeight - iconSize) / 2),
                                m_theme.pixmap(icon, iconSize, selected ? "hltext" : "muted",
                                               painter->device()->devicePixelRatioF(), selected ? "hl" : "base"));
        }
        const QFont small = scaledFont(option.font, 0.92);
        const QString detail = index.data(DetailRole).toString();
        const int detailWidth = std::min(QFontMetrics(small).horizontalAdvance(detail) + 2, row.width() / 2);
        painter->setFont(small);
        painter->setPen(m_theme.color(selected ? "hltext" : "muted"));
        painter->drawText(row.adjusted(row.width() - detailWidth - inset, 0, -inset, 0),
                          Qt::AlignRight | Qt::AlignVCenter,
                          QFontMetrics(small).elidedText(detail, Qt::ElideRight, detailWidth));
        paintText(*painter, row.adjusted(textLeft, 0, -detailWidth - 2 * inset, 0), index, selected);
    }

private:
    /// What is typed in bold.
    void paintText(QPainter& painter, const QRect& place, const QModelIndex& index, bool selected) const
    {
        const QString text = index.data(Qt::DisplayRole).toString();
        const QString typed = index.data(TypedRole).toString();
        const auto at = typed.isEmpty() ? -1 : text.indexOf(typed, 0, Qt::CaseInsensitive);
        const QFont plain = fixedFont();
        QFont bold = plain;
        bold.setWeight(QFont::Bold);
        painter.setPen(m_theme.color(selected ? "hltext" : "text"));
        int left = place.left();
        const auto draw = [&](const QString& part, const QFont& font) {
            if (part.isEmpty() || left >= place.right()) {
                return;
            }
            const QFontMetrics metrics(font);
            painter.setFont(font);
            painter.drawText(QRect(left, place.top(), place.right() - left, place.height()),
                             Qt::AlignLeft | Qt::AlignVCenter,
                             metrics.elidedText(part, Qt::ElideRight, place.right() - left));
            left += metrics.horizontalAdvance(part);
        };
        if (at < 0) {
            draw(text, plain);
            return;
        }
        draw(text.left(at), plain);
        draw(text.mid(at, typed.size()), bold);
        draw(text.mid(at + typed.size()), plain);
    }

    const Theme& m_theme;
};

QString iconOf(const workspace::Suggestion& suggestion, What what)
{
    if (what == What::Fields) {
        return u"step"_s;
    }
    if (what == What::Subsets) {
        return u"subset"_s;
    }
    if (suggestion.kind.empty()) {
        return {};
    }
    return suggestion.kind == "Namespace" ? u"namespace"_s : iconOfKind(suggestion.kind);
}

QString detailOf(const workspace::Suggestion& suggestion, What what)
{
    const QString detail = workspace::printable(suggestion.detail);
    if (what == What::Fields) {
        return suggestion.isRequired ? CompletionPopup::tr("%1 · required").arg(detail) : detail;
    }
    const QString kind = QString::fromStdString(suggestion.kind);
    return detail.isEmpty() ? kind : kind.isEmpty() ? detail : kind + u" · "_s + detail;
}

} // namespace

CompletionPopup::CompletionPopup(const Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::ToolTip | Qt::FramelessWindowHint)
    , m_theme(theme)
    , m_model(new QStandardItemModel(this))
    , m_list(new QListView(this))
    , m_footer(new QLabel(this))
{
    setObjectName(u"completionPopup"_s);
    setAccessibleName(tr("Completion"));
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_ShowWithoutActivating);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3, 3, 3, 3);
    column->setSpacing(3);
    m_list->setObjectName(u"completionList"_s);
    m_list->setAccessibleName(tr("What can be written here"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SuggestionDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list);
    m_footer->setObjectName(u"completionFooter"_s);
    m_footer->setContentsMargins(8, 2, 8, 2);
    m_footer->setFont(scaledFont(font(), 0.9));
    column->addWidget(m_footer);
    connect(m_list, &QListView::clicked, this, &CompletionPopup::accepted);
    connect(&theme, &Theme::changed, this, &CompletionPopup::restyle);
    restyle();
    hide();
}

void CompletionPopup::restyle()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, m_theme.color("base"));
    colours.setColor(QPalette::Base, m_theme.color("base"));
    setPalette(colours);
    QPalette quiet = m_footer->palette();
    quiet.setColor(QPalette::WindowText, m_theme.color("muted"));
    m_footer->setPalette(quiet);
    update();
}

void CompletionPopup::showFor(const workspace::Suggestions& suggestions, const QRect& anchor)
{
    const QString before = current() != nullptr ? QString::fromStdString(current()->text) : QString();
    m_suggestions = suggestions;
    m_model->clear();
    int widest = leastWidth;
    const QFontMetrics fixed(fixedFont());
    for (const workspace::Suggestion& each : m_suggestions.items) {
        auto* item = new QStandardItem(workspace::printable(each.text));
        const QString detail = detailOf(each, m_suggestions.what);
        item->setData(detail, DetailRole);
        item->setData(iconOf(each, m_suggestions.what), IconRole);
        item->setData(QString::fromStdString(m_suggestions.typed), TypedRole);
        item->setToolTip(workspace::schemaText(each.sentence));
        item->setAccessibleText(item->text() + u", "_s + detail);
        m_model->appendRow(item);
        widest = std::max(widest, fixed.horizontalAdvance(item->text()) + fontMetrics().horizontalAdvance(detail) + 80);
    }
    const QList<QStandardItem*> same = before.isEmpty() ? QList<QStandardItem*>() : m_model->findItems(before);
    m_list->setCurrentIndex(m_model->index(same.isEmpty() || !isVisible() ? 0 : same.first()->row(), 0));
    m_footer->setText(footerText());
    const int rows = std::min(static_cast<int>(m_suggestions.items.size()), mostRows);
    m_list->setFixedHeight(rows * rowHeight + 2);
    setFixedSize(std::min(widest, mostWidth), m_list->height() + m_footer->sizeHint().height() + 10);
    QPoint place(anchor.left() - textLeft - 3, anchor.bottom() + 4);
    if (const QScreen* screen = this->screen()) {
        const QRect room = screen->availableGeometry();
        if (place.y() + height() > room.bottom()) {
            place.setY(anchor.top() - height() - 4);
        }
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
    }
    QFrame::move(place);
    show();
}

const workspace::Suggestion* CompletionPopup::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && static_cast<std::size_t>(row) < m_suggestions.items.size()
        ? &m_suggestions.items[static_cast<std::size_t>(row)]
        : nullptr;
}

bool CompletionPopup::move(int key)
{
    const int count = m_model->rowCount();
    int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Up:
        row = row <= 0 ? count - 1 : row - 1;
        break;
    case Qt::Key_Down:
        row = row + 1 >= count ? 0 : row + 1;
        break;
    case Qt::Key_PageUp:
        row = std::max(0, row - mostRows);
        break;
    case Qt::Key_PageDown:
        row = std::min(count - 1, row + mostRows);
        break;
    default:
        return false;
    }
    m_list->setCurrentIndex(m_model->index(row, 0));
    return true;
}

QString CompletionPopup::footer() const
{
    return m_footer->text();
}

QString CompletionPopup::footerText() const
{
    const QString subject = workspace::printable(m_suggestions.subject);
    QString what;
    switch (m_suggestions.what) {
    case What::Nothing:
        break;
    case What::Fields:
        what = subject.isEmpty() ? tr("Fields") : tr("Fields of %1").arg(subject);
        break;
    case What::Values:
        what = tr("Values of %1").arg(subject);
        break;
    case What::Hosts:
        what = tr("Hosts that namespace %1 can see").arg(subject);
        break;
    case What::Subsets:
        what = tr("Subsets of %1").arg(subject);
        break;
    case What::Ports:
        what = tr("Ports of %1").arg(subject);
        break;
    case What::Gateways:
        what = tr("Gateways, as namespace %1 names them").arg(subject);
        break;
    case What::Namespaces:
        what = tr("Namespaces in these files");
        break;
    case What::Identities:
        what = tr("Identities of workloads in these files");
        break;
    }
    //: What is listed, how many of them fit, how many there are.
    return tr("%1  ·  %2 of %3").arg(what).arg(m_suggestions.items.size()).arg(m_suggestions.all);
}

void CompletionPopup::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color("base"));
    painter.setPen(m_theme.color("ctl"));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.fillRect(QRect(3, m_footer->y() - 2, width() - 6, 1), m_theme.color("border2"));
}

} // namespace meshdraft::views
