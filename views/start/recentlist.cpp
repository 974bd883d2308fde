// SPDX-License-Identifier: Apache-2.0
#include "views/start/recentlist.h"

#include "views/common/paint.h"
#include "views/start/ago.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QAbstractListModel>
#include <QDir>
#include <QFileInfo>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int rowHeight = 58;

QString shortPath(const QString& directory)
{
    const QString home = QDir::homePath();
    return directory.startsWith(home + u'/') ? u'~' + directory.mid(home.size()) : directory;
}

} // namespace

class RecentList::Model : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void set(std::vector<RecentRepositories::Entry> entries)
    {
        m_all = std::move(entries);
        filter(m_filter);
    }
    void filter(const QString& text)
    {
        beginResetModel();
        m_filter = text;
        m_shown.clear();
        for (const RecentRepositories::Entry& entry : m_all) {
            if (text.isEmpty() || entry.directory.contains(text, Qt::CaseInsensitive)) {
                m_shown.push_back(entry);
            }
        }
        endResetModel();
    }
    const RecentRepositories::Entry& at(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid() || index.row() >= rowCount()) {
            return {};
        }
        const RecentRepositories::Entry& entry = at(index.row());
        switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return QFileInfo(entry.directory).fileName();
        case Qt::ToolTipRole:
            return entry.directory;
        default:
            return {};
        }
    }

private:
    std::vector<RecentRepositories::Entry> m_all;
    std::vector<RecentRepositories::Entry> m_shown;
    QString m_filter;
};

class RecentList::Delegate : public QStyledItemDelegate {
public:
    Delegate(const Theme& theme, const Model& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override
    {
        return {400, rowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const RecentRepositories::Entry& entry = m_model.at(index.row());
        const QRect row = option.rect;
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(row, m_theme.color("hlsoft"));
        }
        painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), m_theme.color("border2"));
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(QPoint(row.left() + 15, row.center().y() - 9),
                            m_theme.pixmap(u"folder"_s, 18, "muted", ratio));
        const int middle = row.center().y();
        const int second = row.left() + row.width() * 38 / 100;
        const int third = row.left() + row.width() * 65 / 100;
        const QFont small = scaledFont(option.font, 0.92);
        const auto text = [&](int x, int right, bool top, const QString& words, const char* token, const QFont& font) {
            painter->setFont(font);
            painter->setPen(m_theme.color(token));
            const QRect box(x, top ? middle - 19 : middle + 1, right - x, 18);
            painter->drawText(box, Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(words, Qt::ElideMiddle, box.width()));
        };
        text(row.left() + 46, second - 8, true, index.data().toString(), "text",
             scaledFont(option.font, 1.02, QFont::DemiBold));
        text(row.left() + 46, second - 8, false, shortPath(entry.directory), "muted", small);
        painter->drawPixmap(QPoint(second, middle - 17), m_theme.pixmap(u"branch"_s, 14, "muted", ratio));
        text(second + 20, third - 8, true, entry.branch, "text", small);
        text(second, third - 8, false, entry.environment, "muted", small);
        int x = third;
        const auto count = [&](int n, checks::Severity severity) {
            if (n > 0) {
                const Look look = lookOf(severity);
                painter->drawPixmap(QPoint(x, middle - 6), m_theme.pixmap(look.icon, 13, look.token, ratio));
                painter->setFont(small);
                painter->setPen(m_theme.color("text"));
                const QString number = QString::number(n);
                painter->drawText(QRect(x + 18, row.top(), 40, row.height()), Qt::AlignVCenter, number);
                x += 18 + painter->fontMetrics().horizontalAdvance(number) + 10;
            }
        };
        count(entry.errors, checks::Severity::Error);
        count(entry.warnings, checks::Severity::Warning);
        painter->setFont(small);
        if (entry.errors + entry.warnings == 0) {
            painter->drawPixmap(QPoint(x, middle - 6), m_theme.pixmap(u"check"_s, 13, "ok", ratio));
            painter->setPen(m_theme.color("ok"));
            painter->drawText(QRect(x + 18, row.top(), 80, row.height()), Qt::AlignVCenter, RecentList::tr("clean"));
        }
        painter->setPen(m_theme.color("muted"));
        painter->drawText(row.adjusted(0, 0, -14, 0), Qt::AlignVCenter | Qt::AlignRight, ago(entry.opened));
        if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
            drawBox(*painter, QRectF(row).adjusted(1, 1, -1, -1), 4, {}, m_theme.color("focus"), 2);
        }
        painter->restore();
    }

private:
    const Theme& m_theme;
    const Model& m_model;
};

RecentList::RecentList(const Theme& theme, QWidget* parent)
    : QListView(parent)
    , m_model(new Model(this))
    , m_theme(theme)
{
    setModel(m_model);
    setItemDelegate(new Delegate(theme, *m_model, this));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setViewportMargins(1, 1, 1, 1);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(this, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT repositoryChosen(m_model->at(index.row()).directory); });
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

RecentList::~RecentList() = default;

void RecentList::setEntries(std::vector<RecentRepositories::Entry> entries)
{
    m_model->set(std::move(entries));
    updateGeometry();
}

void RecentList::setFilter(const QString& text)
{
    m_model->filter(text);
    updateGeometry();
}

QSize RecentList::sizeHint() const
{
    return {600, std::max(1, m_model->rowCount()) * rowHeight + 2};
}

QSize RecentList::minimumSizeHint() const
{
    return {300, std::min(3, std::max(1, m_model->rowCount())) * rowHeight + 2};
}

void RecentList::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    if (m_model->rowCount() == 0) {
        painter.setPen(m_theme.color("muted"));
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("Nothing here yet."));
    }
    drawBox(painter, viewport()->rect(), 4, {}, m_theme.color("border"));
}

} // namespace meshdraft::views
