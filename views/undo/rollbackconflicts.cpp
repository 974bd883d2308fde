// SPDX-License-Identifier: Apache-2.0
#include "views/undo/rollbackconflicts.h"

#include "models/workspace/words.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr qsizetype longestValue = 40;

bool isSamePlace(const changes::MergeConflict& a, const changes::MergeConflict& b)
{
    changes::MergeConflict other = b;
    other.chosen = a.chosen;
    return a == other;
}

/// The first line of what stands there; empty where the place is a whole file.
QString valueText(const changes::MergePlace& place)
{
    const QString text = QString::fromStdString(place.text).trimmed();
    const QString line = workspace::printable(text.section(u'\n', 0, 0).toStdString());
    return text.contains(u'\n') || line.size() > longestValue ? line.left(longestValue).trimmed() + u'…' : line;
}

/// What each side of a conflict would give.
QString answerText(const workspace::RollbackConflict& conflict, bool isBefore)
{
    const std::string& code = conflict.what.code;
    if (code == "rollback.gone") {
        return isBefore ? RollbackConflicts::tr("Bring it back") : RollbackConflicts::tr("Leave it away");
    }
    if (code == "rollback.overlap") {
        const changes::MergePlace& place = isBefore ? conflict.where.mine : conflict.where.theirs;
        const QString value = place.lines == 0 ? RollbackConflicts::tr("(not there)") : valueText(place);
        return isBefore ? RollbackConflicts::tr("Before: %1").arg(value) : RollbackConflicts::tr("Now: %1").arg(value);
    }
    return isBefore ? RollbackConflicts::tr("As it was before") : RollbackConflicts::tr("As it is now");
}

} // namespace

RollbackConflicts::RollbackConflicts(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(12, 2, 12, 10);
    m_column->setSpacing(4);
    connect(&theme, &Theme::changed, this, &RollbackConflicts::rebuild);
}

void RollbackConflicts::setConflicts(const std::vector<workspace::RollbackConflict>& conflicts)
{
    const bool isSame = std::ranges::equal(conflicts, m_conflicts, [](const auto& a, const auto& b) {
        return a.what == b.what && isSamePlace(a.where, b.where);
    });
    m_conflicts = conflicts;
    // The buttons that have just been pressed stay.
    if (!isSame) {
        rebuild();
    }
}

changes::MergeChoice RollbackConflicts::choice() const
{
    return [known = m_conflicts](const changes::MergeConflict& conflict) -> std::optional<changes::MergeSide> {
        const auto found =
            std::ranges::find_if(known, [&](const auto& each) { return isSamePlace(each.where, conflict); });
        return found == known.end() ? std::nullopt : found->where.chosen;
    };
}

int RollbackConflicts::undecided() const
{
    return static_cast<int>(std::ranges::count(m_conflicts, false, &workspace::RollbackConflict::isDecided));
}

void RollbackConflicts::rebuild()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (std::size_t i = 0; i < m_conflicts.size(); ++i) {
        addConflict(i);
    }
}

void RollbackConflicts::addConflict(std::size_t index)
{
    const workspace::RollbackConflict& conflict = m_conflicts[index];
    auto* row = new QWidget(this);
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 4);
    grid->setHorizontalSpacing(7);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    auto* glyph = new QLabel(row);
    glyph->setPixmap(m_theme.pixmap(u"warning"_s, 14, "warn", devicePixelRatioF()));
    grid->addWidget(glyph, 0, 0, Qt::AlignTop);
    auto* label = new QLabel(workspace::errorText(conflict.what), row);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setFont(scaledFont(font(), 0.92));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(label, 0, 1);
    m_column->addWidget(row);
    if (conflict.what.code == "rollback.special") {
        return;
    }
    auto* group = new QButtonGroup(row);
    for (const bool isBefore : {true, false}) {
        auto* button = new QRadioButton(answerText(conflict, isBefore).replace(u'&', u"&&"_s), row);
        button->setObjectName((isBefore ? u"conflictBefore%1"_s : u"conflictNow%1"_s).arg(index));
        const changes::MergePlace& place = isBefore ? conflict.where.mine : conflict.where.theirs;
        button->setToolTip(workspace::printableLines(place.text));
        button->setAccessibleDescription(label->text());
        const auto side = isBefore ? changes::MergeSide::Mine : changes::MergeSide::Theirs;
        button->setChecked(conflict.where.chosen == side);
        button->setFont(scaledFont(font(), 0.92));
        group->addButton(button);
        grid->addWidget(button, isBefore ? 1 : 2, 1);
        connect(button, &QRadioButton::toggled, this, [this, index, side](bool isChecked) {
            if (isChecked && index < m_conflicts.size()) {
                const Location& where = m_conflicts[index].what.where;
                m_conflicts[index].where.chosen = side;
                Q_EMIT placeChosen(QString::fromStdString(where.path), static_cast<int>(where.line));
                Q_EMIT chosen();
            }
        });
    }
}

} // namespace meshdraft::views
