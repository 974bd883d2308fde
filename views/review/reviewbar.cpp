// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewbar.h"

#include "models/git/history.h"
#include "models/workspace/reviewwords.h"
#include "models/workspace/words.h"
#include "views/common/chip.h"
#include "views/common/choicebutton.h"
#include "views/common/fittingrow.h"
#include "views/common/ink.h"
#include "views/common/tierbadge.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr qsizetype mostListed = 40;
}

ReviewBar::ReviewBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_baseButton(new ChoiceButton(theme, {}, this))
    , m_dots(new QLabel(this))
    , m_headButton(new ChoiceButton(theme, {}, this))
    , m_environment(new ChoiceButton(theme, tr("Environment"), this))
    , m_size(new QLabel(this))
    , m_tier(new TierBadge(theme, TierBadge::Style::Boxed, this))
    , m_declared(new Chip(theme, this))
    , m_export(new QPushButton(tr("Export review"), this))
    , m_exports(new QMenu(m_export))
    , m_next(new QPushButton(tr("Next change"), this))
{
    setObjectName(u"reviewBar"_s);
    auto* row = new QHBoxLayout(this);
    row->setSizeConstraint(QLayout::SetNoConstraint);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_baseButton);
    row->addWidget(m_dots);
    row->addWidget(m_headButton);
    row->addWidget(m_environment);
    row->addWidget(m_size, 1);
    row->addWidget(m_tier);
    row->addWidget(m_declared);
    row->addWidget(m_export);
    row->addWidget(m_next);
    m_baseButton->setObjectName(u"reviewBase"_s);
    m_baseButton->setAccessibleName(tr("Base"));
    m_headButton->setAccessibleName(tr("Head"));
    m_headButton->setObjectName(u"reviewHead"_s);
    m_environment->setObjectName(u"reviewEnvironment"_s);
    m_tier->setObjectName(u"reviewTier"_s);
    m_declared->setObjectName(u"reviewDeclared"_s);
    m_declared->hide();
    m_size->setObjectName(u"reviewSize"_s);
    m_size->setMinimumWidth(1);
    setInk(*m_size, theme, "muted");
    setInk(*m_dots, theme, "muted");
    m_export->setObjectName(u"reviewExport"_s);
    m_export->setMenu(m_exports);
    m_next->setObjectName(u"reviewNext"_s);
    m_next->setToolTip(tr("N"));
    setPrimary(*m_next, theme);
    for (const bool isBase : {true, false}) {
        auto* menu = new QMenu(isBase ? m_baseButton : m_headButton);
        menu->setToolTipsVisible(true);
        (isBase ? m_baseButton : m_headButton)->setMenu(menu);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, isBase] { fillEnds(*menu, isBase); });
    }
    m_environment->setMenu(new QMenu(m_environment));
    m_fitting = new FittingRow(theme, *this, *row);
    m_fitting->addGroup({m_size});
    m_fitting->addGroup({m_declared});
    m_fitting->addGroup({m_environment});
    m_fitting->addGroup({m_export});
    m_fitting->setWanted(*m_declared, false);
    showEnds();
}

QString ReviewBar::shownName(const QString& end)
{
    if (end == ":worktree"_L1) {
        return tr("working tree");
    }
    if (end == ":index"_L1) {
        return tr("index (staged)");
    }
    static const QString requests = u"refs/meshdraft/requests/"_s;
    if (end.startsWith(requests)) {
        return tr("request %1").arg(end.sliced(requests.size()));
    }
    return workspace::printable(end.toStdString());
}

void ReviewBar::setRepository(const std::optional<git::Repository>& repository, const QString& head)
{
    m_repository = repository;
    m_baseButton->setEnabled(repository.has_value());
    m_headButton->setEnabled(repository.has_value());
    if (m_base.isEmpty() && repository) {
        const auto branches = repository->branches();
        const QStringList usual{u"main"_s, u"master"_s, u"trunk"_s, u"develop"_s};
        m_base = u"HEAD"_s;
        for (const QString& name : usual) {
            if (branches && std::ranges::contains(*branches, name)) {
                m_base = name;
                break;
            }
        }
        m_head = head.isEmpty() || head == m_base ? u":worktree"_s : head;
    }
    showEnds();
}

void ReviewBar::setRange(const QString& range)
{
    const auto dots = range.indexOf(".."_L1);
    if (dots < 0) {
        return;
    }
    m_fromMergeBase = range.sliced(dots).startsWith("..."_L1);
    m_base = range.first(dots);
    m_head = range.sliced(dots + (m_fromMergeBase ? 3 : 2));
    showEnds();
}

QString ReviewBar::range() const
{
    return m_base + (m_fromMergeBase ? u"..."_s : u".."_s) + m_head;
}

void ReviewBar::showEnds()
{
    m_baseButton->setChoice(shownName(m_base));
    m_headButton->setChoice(shownName(m_head));
    m_dots->setText(m_fromMergeBase ? u"…"_s : u"‥"_s);
    m_dots->setToolTip(m_fromMergeBase ? tr("From the commit where the two part") : tr("From one end to the other"));
}

void ReviewBar::fillEnds(QMenu& menu, bool isBase)
{
    qDeleteAll(menu.findChildren<QMenu*>(Qt::FindDirectChildrenOnly)); // clear() leaves them
    menu.clear();
    if (!m_repository) {
        return;
    }
    const auto add = [this, isBase](QMenu& into, const QString& name) {
        QAction* action = into.addAction(shownName(name));
        action->setCheckable(true);
        action->setChecked(name == (isBase ? m_base : m_head));
        connect(action, &QAction::triggered, this, [this, name, isBase] { choose(name, isBase); });
    };
    add(menu, u":worktree"_s);
    add(menu, u":index"_s);
    add(menu, u"HEAD"_s);
    menu.addSeparator();
    const auto branches = m_repository->branches();
    if (branches) {
        for (const QString& name : *branches | std::views::take(mostListed)) {
            add(menu, name);
        }
    }
    // Git is asked for them when somebody looks at them.
    const auto addMore = [this, &menu](const QString& title, auto&& fill) {
        auto* more = menu.addMenu(title);
        connect(more, &QMenu::aboutToShow, this, [this, more, fill] {
            more->clear();
            fill(*more);
            if (more->isEmpty()) {
                more->addAction(tr("None"))->setEnabled(false);
            }
        });
    };
    addMore(tr("Tags"), [this, add](QMenu& more) {
        const auto tags = git::tags(*m_repository);
        if (tags) {
            for (const git::Tag& tag : *tags | std::views::reverse | std::views::take(mostListed)) {
                add(more, tag.name);
            }
        }
    });
    addMore(tr("Stashes"), [this, add](QMenu& more) {
        const auto stashes = git::stashes(*m_repository);
        if (stashes) {
            for (const git::Stash& stash : *stashes | std::views::take(mostListed)) {
                add(more, stash.revision);
            }
        }
    });
    menu.addSeparator();
    connect(menu.addAction(tr("Another revision…")), &QAction::triggered, this, [this, isBase] { askFor(isBase); });
    if (!isBase) {
        connect(menu.addAction(tr("Pull request…")), &QAction::triggered, this, &ReviewBar::askForRequest);
    }
    if (isBase) {
        QAction* part = menu.addAction(tr("From where the two part (…)"));
        part->setCheckable(true);
        part->setChecked(m_fromMergeBase);
        connect(part, &QAction::triggered, this, [this](bool on) {
            m_fromMergeBase = on;
            showEnds();
            Q_EMIT rangeChosen(range());
        });
    }
}

void ReviewBar::choose(const QString& name, bool isBase)
{
    (isBase ? m_base : m_head) = name;
    showEnds();
    Q_EMIT rangeChosen(range());
}

void ReviewBar::askFor(bool isBase)
{
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(u"revisionDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(isBase ? tr("Base") : tr("Head"));
    dialog->setLabelText(tr("A commit, branch, tag, stash or any revision that Git knows:"));
    dialog->setTextValue(isBase ? m_base : m_head);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, isBase](const QString& text) {
        if (!text.trimmed().isEmpty()) {
            choose(text.trimmed(), isBase);
        }
    });
    dialog->open();
}

void ReviewBar::askForRequest()
{
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(u"requestDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, 9'999'999);
    dialog->setWindowTitle(tr("Pull request"));
    dialog->setLabelText(tr("Number of the pull or merge request. It is fetched from the remote; no branch changes:"));
    connect(dialog, &QInputDialog::intValueSelected, this, &ReviewBar::requestWanted);
    dialog->open();
}

void ReviewBar::setComparison(const workspace::SnapshotPtr& comparison)
{
    m_declared->hide();
    m_fitting->setWanted(*m_declared, false);
    m_tier->setVisible(comparison != nullptr);
    m_export->setEnabled(comparison != nullptr);
    m_environment->menu()->clear();
    if (!comparison) {
        m_size->clear();
        return;
    }
    m_tier->setTier(comparison->change.tier);
    m_environment->setChoice(workspace::printable(comparison->environment.name));
    for (const mesh::Environment& each : comparison->environments) {
        const QString name = QString::fromStdString(each.name);
        QAction* action = m_environment->menu()->addAction(workspace::printable(each.name));
        action->setCheckable(true);
        action->setChecked(each.name == comparison->environment.name);
        connect(action, &QAction::triggered, this, [this, name] { Q_EMIT environmentChosen(name); });
    }
    m_size->setText(tr("%n files", nullptr, static_cast<int>(comparison->changedFiles().size())));
    m_fitting->fit();
}

void ReviewBar::setReview(const workspace::Review& review)
{
    m_tier->setTier(review.tier);
    m_size->setText(tr("%n commits, ", nullptr, static_cast<int>(review.commits.size()))
                    + tr("%n files", nullptr, static_cast<int>(review.mesh->changedFiles().size())));
    const QString declared = workspace::declaredText(review.declared, review.tier);
    const bool isTold = review.declared.verdict == changes::DeclaredTier::Verdict::Lower
        || review.declared.verdict == changes::DeclaredTier::Verdict::Higher
        || review.declared.verdict == changes::DeclaredTier::Verdict::Unreadable;
    if (isTold) {
        m_declared->set(tr("author declared %1").arg(workspace::printable(review.declared.text)), "med", "medbg");
        m_declared->setToolTip(declared);
    }
    m_declared->setVisible(isTold);
    m_fitting->setWanted(*m_declared, isTold);
    m_fitting->fit();
}

void ReviewBar::setNextEnabled(bool enabled)
{
    m_next->setEnabled(enabled);
}

QSize ReviewBar::minimumSizeHint() const
{
    return {m_fitting->leastWidth(), QWidget::minimumSizeHint().height()};
}

void ReviewBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_fitting->fit();
}

} // namespace meshdraft::views
