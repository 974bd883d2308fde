// SPDX-License-Identifier: Apache-2.0
#include "views/findings/fixpopup.h"

#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/changes/diffview.h"
#include "views/common/ink.h"
#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

enum ItemRole { EntryRole = Qt::UserRole };
constexpr int listWidth = 330;
constexpr int previewWidth = 520;
constexpr int popupHeight = 330;
constexpr int rowRoom = 8; ///< above and below the text of a row together
constexpr std::size_t mostNamed = 3;

/// "IST0101, MD107 and 2 more".
QString codesOf(const std::vector<checks::Finding>& findings)
{
    QStringList codes;
    for (const checks::Finding& finding : findings) {
        codes << QString::fromStdString(finding.code);
    }
    codes.removeDuplicates();
    const auto more = codes.size() - static_cast<qsizetype>(mostNamed);
    QString named = codes.mid(0, static_cast<qsizetype>(mostNamed)).join(u", "_s);
    if (more > 0) {
        named = FixPopup::tr("%1 and %2 more").arg(named).arg(more);
    }
    return named;
}

} // namespace

FixPopup::FixPopup(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : QFrame(parent, Qt::Tool | Qt::FramelessWindowHint) // screen readers do not see a popup
    , m_theme(theme)
    , m_workspace(workspace)
    , m_list(new QListWidget(this))
    , m_outcome(new QLabel(this))
    , m_diff(new DiffView(theme, this))
{
    setObjectName(u"fixPopup"_s);
    setWindowTitle(tr("Quick fixes"));
    setAccessibleName(tr("Quick fixes"));
    m_list->setObjectName(u"fixList"_s);
    m_list->setAccessibleName(tr("Quick fixes"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setFixedWidth(listWidth);
    m_list->setSpacing(rowRoom / 4);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    m_outcome->setObjectName(u"fixOutcome"_s);
    m_outcome->setWordWrap(true);
    m_outcome->setMargin(8);
    m_outcome->setTextFormat(Qt::PlainText);
    m_diff->setObjectName(u"fixPreview"_s);
    m_diff->setAccessibleName(tr("What the fix changes"));
    m_diff->setFrameShape(QFrame::NoFrame);
    m_diff->setMode(DiffView::Mode::Unified);
    m_diff->setFocusPolicy(Qt::NoFocus);
    auto* right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_outcome);
    right->addWidget(m_diff, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(1);
    row->addWidget(m_list);
    row->addLayout(right, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &FixPopup::tryCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &FixPopup::take);
}

void FixPopup::offer(const std::vector<checks::Finding>& findings, const QRect& anchor)
{
    m_snapshot = m_workspace.snapshot();
    if (!m_snapshot || findings.empty()) {
        return;
    }
    fill(findings);
    place(anchor);
    QFrame::show();
    activateWindow();
    m_list->setFocus(Qt::PopupFocusReason);
}

/// The fixes of each finding and the way to the page of its code; where there are several findings, each with a line
/// of its own above them.
void FixPopup::fill(const std::vector<checks::Finding>& findings)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    m_entries.clear();
    const auto add = [this](const QString& text, Entry entry) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(EntryRole, static_cast<int>(m_entries.size()));
        m_entries.push_back(std::move(entry));
    };
    for (const checks::Finding& finding : findings) {
        const QString code = QString::fromStdString(finding.code);
        auto* title = new QListWidgetItem(code + u"  "_s + workspace::findingText(finding), m_list);
        title->setFlags(Qt::NoItemFlags);
        title->setForeground(m_theme.color("muted"));
        title->setFont(scaledFont(m_list->font(), 0.92));
        title->setToolTip(title->text());
        const std::vector<checks::Fix> fixes = workspace::fixesFor(*m_snapshot, finding);
        for (const checks::Fix& fix : fixes) {
            add(workspace::fixText(fix), {finding, fix});
        }
        if (fixes.empty()) {
            auto* none = new QListWidgetItem(tr("No quick fix is known."), m_list);
            none->setFlags(Qt::NoItemFlags);
        }
        add(tr("What %1 means…").arg(code), {finding, std::nullopt});
    }
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->flags().testFlag(Qt::ItemIsEnabled)) {
            m_list->setCurrentRow(row);
            break;
        }
    }
    tryCurrent();
}

const FixPopup::Entry* FixPopup::current() const
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr || !item->data(EntryRole).isValid()) {
        return nullptr;
    }
    return &m_entries[static_cast<std::size_t>(item->data(EntryRole).toInt())];
}

void FixPopup::tryCurrent()
{
    m_diff->clear();
    m_outcome->clear();
    const Entry* entry = current();
    if (entry == nullptr || !entry->fix) {
        m_job.cancel();
        m_outcome->setText(entry != nullptr ? tr("What it is, why it matters, and how to mend it.") : QString());
        setInk(*m_outcome, m_theme, "muted");
        return;
    }
    m_job.run<Tried>(
        [snapshot = m_snapshot, entry = *entry](const std::stop_token& /*stop*/) {
            Tried tried;
            auto outcome = workspace::tryFix(*snapshot, entry.finding, *entry.fix);
            if (outcome) {
                tried.outcome = std::move(*outcome);
            } else {
                tried.error = outcome.error();
            }
            return tried;
        },
        [this, entry = *entry](const Tried& tried) { show(entry, tried); });
}

void FixPopup::show(const Entry& entry, const Tried& tried)
{
    if (tried.error) {
        m_outcome->setText(workspace::errorText(*tried.error));
        setInk(*m_outcome, m_theme, "err");
        return;
    }
    const workspace::FixOutcome& outcome = *tried.outcome;
    QStringList said;
    const auto others = std::ranges::count_if(outcome.mended, [&](const checks::Finding& finding) {
        return finding.code != entry.finding.code || finding.element != entry.finding.element;
    });
    if (!outcome.mendsFinding) {
        said << tr("Does not mend all of it.");
    } else if (others > 0) {
        said << tr("Mends this and other findings: %1.").arg(others);
    } else {
        said << tr("Mends this finding.");
    }
    if (!outcome.introduced.empty()) {
        said << tr("Would introduce %1.").arg(codesOf(outcome.introduced));
        said << workspace::findingText(outcome.introduced.front());
    }
    const auto& files = outcome.edit.files;
    if (files.size() > 1) {
        said << tr("Files that it changes: %1; the first is shown.").arg(files.size());
    }
    m_outcome->setText(said.join(u' '));
    setInk(*m_outcome, m_theme, outcome.introduced.empty() ? "text" : "warn");
    if (files.empty()) {
        return;
    }
    const std::string& path = files.front().path;
    const auto textOf = [&](const workspace::Snapshot& snapshot) {
        const mesh::SourceFile* file = snapshot.current.find(path);
        return file != nullptr && file->text ? file->text->text : std::make_shared<const std::string>();
    };
    m_diff->setTexts(workspace::printable(path), textOf(*m_snapshot), textOf(*outcome.after));
    m_diff->goToFirstChange();
}

QString FixPopup::outcome() const
{
    return m_outcome->text();
}

void FixPopup::take()
{
    const Entry* chosen = current();
    if (chosen == nullptr) {
        return;
    }
    const Entry entry = *chosen;
    const workspace::SnapshotPtr of = m_snapshot;
    hide();
    if (!entry.fix) {
        Q_EMIT pageRequested(QString::fromStdString(entry.finding.code));
        return;
    }
    // A fix is of one graph: something else was edited while the popup stood.
    const workspace::SnapshotPtr now = m_workspace.snapshot();
    if (!now || now->graph != of->graph) {
        Q_EMIT failed(Error{.code = "edit.stale", .args = {entry.finding.where.path}, .where = {}});
        return;
    }
    const QString text = workspace::fixText(*entry.fix);
    const Expected<void> done = m_workspace.apply(workspace::meshEditOf(*entry.fix), text);
    if (done) {
        Q_EMIT applied(text);
    } else {
        Q_EMIT failed(done.error());
    }
}

void FixPopup::place(const QRect& anchor)
{
    resize(listWidth + previewWidth, popupHeight);
    const QRect screen = (parentWidget() != nullptr ? parentWidget()->screen() : this->screen())->availableGeometry();
    QPoint at(anchor.left(), anchor.bottom() + 4);
    if (at.y() + height() > screen.bottom()) {
        at.setY(anchor.top() - height() - 4);
    }
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    at.setY(std::max(at.y(), screen.top()));
    move(at);
}

/// It is there as long as it has the keys.
bool FixPopup::event(QEvent* event)
{
    if (event->type() == QEvent::WindowDeactivate) {
        hide();
    }
    return QFrame::event(event);
}

void FixPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    QFrame::keyPressEvent(event);
}

/// Enter means something else in each style, and F1 asks what the finding means.
bool FixPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            take();
            return true;
        }
        if (key->key() == Qt::Key_F1 && current() != nullptr) {
            const QString code = QString::fromStdString(current()->finding.code);
            hide();
            Q_EMIT pageRequested(code);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void FixPopup::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color("base"));
    painter.setPen(m_theme.color("border"));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.drawLine(listWidth + 1, 1, listWidth + 1, height() - 2);
}

void FixPopup::hideEvent(QHideEvent* event)
{
    m_job.cancel();
    if (parentWidget() != nullptr && isActiveWindow()) {
        parentWidget()->activateWindow();
    }
    QFrame::hideEvent(event);
}

} // namespace meshdraft::views
