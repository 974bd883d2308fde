// SPDX-License-Identifier: Apache-2.0
#include "views/changes/conflictlist.h"

#include "models/workspace/words.h"
#include "views/common/ink.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int highest = 190;
constexpr qsizetype longestValue = 48;

bool isSamePlace(const changes::MergeConflict& a, const changes::MergeConflict& b)
{
    changes::MergeConflict other = b;
    other.chosen = a.chosen;
    return a == other;
}

/// The first line of what stands in a place; the whole of it is the tool tip.
QString valueText(const changes::MergePlace& place)
{
    if (place.lines == 0) {
        //: One of two edits has removed what the other has changed.
        return ConflictList::tr("(removed)");
    }
    const QString text = QString::fromStdString(place.text).trimmed();
    const QString line = workspace::printable(text.section(u'\n', 0, 0).toStdString());
    const bool isCut = text.contains(u'\n') || line.size() > longestValue;
    return isCut ? line.left(longestValue).trimmed() + u'…' : line;
}

QString placeText(const changes::MergeConflict& conflict)
{
    const QString document = workspace::printable(conflict.document);
    const QString path =
        conflict.path.empty() ? ConflictList::tr("the whole document") : workspace::printable(conflict.path);
    return document.isEmpty() ? path : document + u'\n' + path;
}

} // namespace

ConflictList::ConflictList(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    // The buttons take the focus.
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Places that both changed"));
}

void ConflictList::setConflicts(const std::vector<changes::MergeConflict>& conflicts)
{
    const bool isSame = std::ranges::equal(conflicts, m_conflicts, isSamePlace);
    m_conflicts = conflicts;
    if (!isSame) {
        rebuild();
    }
}

changes::MergeChoice ConflictList::choice() const
{
    return [known = m_conflicts](const changes::MergeConflict& conflict) -> std::optional<changes::MergeSide> {
        const auto found = std::ranges::find_if(
            known, [&conflict](const changes::MergeConflict& one) { return isSamePlace(one, conflict); });
        return found == known.end() ? std::nullopt : found->chosen;
    };
}

void ConflictList::rebuild()
{
    auto* rows = new QWidget;
    m_grid = new QGridLayout(rows);
    m_grid->setContentsMargins(12, 6, 12, 6);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    const QStringList heads{tr("Both changed"), tr("On disk"), tr("Here")};
    for (int column = 0; column < heads.size(); ++column) {
        auto* head = new QLabel(heads.at(column), rows);
        setInk(*head, m_theme, "muted");
        m_grid->addWidget(head, 0, column);
    }
    setWidget(rows); // the former one is gone with it
    for (std::size_t i = 0; i < m_conflicts.size(); ++i) {
        addRow(static_cast<int>(i) + 1, i);
    }
    updateGeometry();
}

void ConflictList::addRow(int row, std::size_t index)
{
    auto* place = new QLabel(placeText(m_conflicts[index]), widget());
    place->setTextFormat(Qt::PlainText);
    place->setWordWrap(true);
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(place, row, 0);
    // Parented to the label, and gone with its row.
    new QButtonGroup(place);
    addAnswer(row, index, changes::MergeSide::Theirs);
    addAnswer(row, index, changes::MergeSide::Mine);
}

void ConflictList::addAnswer(int row, std::size_t index, changes::MergeSide side)
{
    const changes::MergeConflict& conflict = m_conflicts[index];
    const bool isMine = side == changes::MergeSide::Mine;
    const changes::MergePlace& place = isMine ? conflict.mine : conflict.theirs;
    const QString value = valueText(place);
    auto* button = new QRadioButton(QString(value).replace(u'&', u"&&"_s), widget());
    button->setObjectName((isMine ? u"conflictHere%1"_s : u"conflictOnDisk%1"_s).arg(index));
    button->setToolTip(workspace::printableLines(place.text));
    button->setAccessibleName(
        (isMine ? tr("%1: here, %2") : tr("%1: on disk, %2")).arg(placeText(conflict).replace(u'\n', u' '), value));
    button->setChecked(conflict.chosen == side);
    m_grid->itemAtPosition(row, 0)->widget()->findChild<QButtonGroup*>()->addButton(button);
    m_grid->addWidget(button, row, isMine ? 2 : 1);
    connect(button, &QRadioButton::toggled, this, [this, index, side](bool isChecked) {
        if (isChecked && index < m_conflicts.size()) {
            changes::MergeConflict& answered = m_conflicts[index];
            answered.chosen = side;
            // The answer may make another list of these rows, once this button has done its part.
            QMetaObject::invokeMethod(
                this, [this, mine = answered.mine.line, theirs = answered.theirs.line] { Q_EMIT chosen(mine, theirs); },
                Qt::QueuedConnection);
        }
    });
}

QSize ConflictList::sizeHint() const
{
    const int wanted = widget() != nullptr ? widget()->sizeHint().height() : 0;
    return {200, std::min(wanted, highest)};
}

} // namespace meshdraft::views
