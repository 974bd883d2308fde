// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewyaml.h"

#include "models/workspace/words.h"
#include "views/changes/changetext.h"
#include "views/changes/diffview.h"
#include "views/common/ink.h"
#include "views/common/linklabel.h"
#include "views/common/segmentedswitch.h"
#include "views/request/paneparts.h"
#include "views/review/reviewmarks.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

/// The names of both sides over their halves; of a unified difference one behind the other.
class EndsRow : public QWidget {
public:
    EndsRow(const Theme& theme, QWidget* parent)
        : QWidget(parent)
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(12, 3, 12, 3);
        for (QLabel*& label : m_labels) {
            label = new QLabel(this);
            label->setFont(scaledFont(font(), secondaryScale));
            label->setTextFormat(Qt::PlainText);
            label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
            setInk(*label, theme, "muted");
            row->addWidget(label, 1);
        }
    }
    void setTexts(const QString& base, const QString& head)
    {
        m_labels[0]->setText(base);
        m_labels[1]->setText(head);
        for (QLabel* label : m_labels) {
            label->setToolTip(label->text());
        }
    }

private:
    std::array<QLabel*, 2> m_labels{};
};

} // namespace

ReviewYaml::ReviewYaml(const Theme& theme, ReviewMarks& marks, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_marks(marks)
    , m_link(new LinkLabel(this))
    , m_mode(new SegmentedSwitch(theme, this))
    , m_ends(new EndsRow(theme, this))
    , m_diff(new DiffView(theme, this))
    , m_notes(new LinkLabel(this))
    , m_viewed(new QCheckBox(tr("Viewe&d"), this))
    , m_note(new QPushButton(tr("Note…"), this))
{
    setObjectName(u"reviewYaml"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(lineBetween(theme, this));
    column->addWidget(m_ends);
    m_diff->setObjectName(u"reviewDiff"_s);
    m_diff->setAccessibleName(tr("Difference"));
    column->addWidget(m_diff, 1);
    m_notes->setObjectName(u"reviewNotes"_s);
    m_notes->setTextFormat(Qt::RichText);
    m_notes->setWordWrap(true);
    m_notes->setContentsMargins(12, 6, 12, 6);
    m_notes->setFont(scaledFont(font(), 0.92));
    m_notes->hide();
    column->addWidget(m_notes);
    column->addWidget(lineBetween(theme, this));
    column->addWidget(makeFoot());
    connect(m_diff, &DiffView::lineClicked, this, [this](std::uint32_t line, bool old) {
        m_line = static_cast<int>(line);
        m_isOldLine = old;
    });
    connect(&theme, &Theme::changed, this, [this] {
        showPath();
        showNotes();
    });
    m_link->installEventFilter(this);
    clear();
}

QWidget* ReviewYaml::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 4, 8, 4);
    m_link->setObjectName(u"reviewPath"_s);
    m_link->setTextFormat(Qt::RichText);
    m_link->setFont(scaledFont(font(), 0.92));
    m_link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_link, 1);
    m_mode->setObjectName(u"reviewDiffMode"_s);
    m_mode->setAccessibleName(tr("Form of the difference"));
    m_mode->setFont(scaledFont(font(), secondaryScale));
    m_mode->setTexts({tr("Unified"), tr("Side by side")});
    m_mode->setCurrent(1);
    row->addWidget(m_mode);
    connect(m_mode, &SegmentedSwitch::chosen, this, [this](int index) {
        m_diff->setMode(index == 0 ? DiffView::Mode::Unified : DiffView::Mode::SideBySide);
        setEnds(m_base, m_head);
    });
    connect(m_link, &QLabel::linkActivated, this,
            [this] { Q_EMIT fileOpened(QString::fromStdString(m_path), std::max(1, firstChangedLine())); });
    return head;
}

QWidget* ReviewYaml::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 4, 8, 4);
    m_viewed->setObjectName(u"reviewViewed"_s);
    m_viewed->setToolTip(tr("V"));
    row->addWidget(m_viewed);
    row->addStretch(1);
    m_note->setObjectName(u"reviewNote"_s);
    m_note->setToolTip(tr("M: a note on the line that was clicked"));
    row->addWidget(m_note);
    connect(m_viewed, &QCheckBox::toggled, this, &ReviewYaml::viewedChanged);
    connect(m_note, &QPushButton::clicked, this, &ReviewYaml::addNote);
    return foot;
}

void ReviewYaml::setEnds(const QString& base, const QString& head)
{
    m_base = base;
    m_head = head;
    const bool isUnified = m_diff->mode() == DiffView::Mode::Unified;
    static_cast<EndsRow*>(m_ends)->setTexts(isUnified ? QString(base + u" → "_s + head) : base,
                                            isUnified ? QString() : head);
}

void ReviewYaml::setChange(const workspace::SnapshotPtr& comparison, const changes::ResourceChange& change,
                           const mesh::ElementRef& element)
{
    const std::string path = fileOf(*comparison, change, element.field);
    const bool isMove = change.before && change.after && !comparison->isRendered();
    m_oldPath = isMove ? change.before->source.path : path;
    m_path = path;
    m_line = 0;
    const QString shown = workspace::printable(path);
    showPath();
    m_link->setToolTip(m_oldPath == path ? shown : QString(workspace::printable(m_oldPath) + u" → "_s + shown));
    m_diff->setTexts(shown, textIn(comparison->saved, m_oldPath), textIn(comparison->current, path));
    const mesh::ResourcePtr& resource = shownResource(change);
    const bool isOld = !change.after;
    const source::NodeRef node =
        element.field.isEmpty() ? source::NodeRef() : element.field.resolve(resource->rootNode());
    if (node.isValid()) {
        m_diff->goToLine(resource->locate(node.id()).line, isOld);
    } else if (!change.fields.empty() && change.after
               && change.fields.front().operation != changes::Operation::Removed) {
        const source::NodeRef first = change.fields.front().path.resolve(resource->rootNode());
        m_diff->goToLine(resource->locate(first.isValid() ? first.id() : source::noNode).line);
    } else {
        m_diff->goToLine(resource->locate(source::noNode).line, isOld);
    }
    m_viewed->setEnabled(true);
    m_note->setEnabled(true);
    setViewed(m_marks.isViewed(change));
    showNotes();
}

void ReviewYaml::clear()
{
    m_path.clear();
    m_oldPath.clear();
    showPath();
    m_diff->clear();
    m_viewed->setEnabled(false);
    m_note->setEnabled(false);
    setViewed(false);
    showNotes();
}

/// The ends of a path say most of it: what does not fit is left out in its middle.
void ReviewYaml::showPath()
{
    const QString shown =
        m_link->fontMetrics().elidedText(workspace::printable(m_path), Qt::ElideMiddle, m_link->width());
    m_link->setText(
        m_path.empty() ? QString()
                       : u"<a href=\"#\" style=\"color:%1\">%2</a>"_s.arg(m_theme.html("link"), shown.toHtmlEscaped()));
}

bool ReviewYaml::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_link && event->type() == QEvent::Resize) {
        showPath();
    }
    return QWidget::eventFilter(watched, event);
}

void ReviewYaml::setViewed(bool viewed)
{
    const QSignalBlocker quiet(m_viewed);
    m_viewed->setChecked(viewed);
}

int ReviewYaml::firstChangedLine() const
{
    for (const DiffView::Row& row : m_diff->rows()) {
        if (row.kind == DiffView::Row::Changed && row.newLine > 0) {
            return static_cast<int>(row.newLine);
        }
    }
    return 1;
}

void ReviewYaml::addNote()
{
    if (m_path.empty()) {
        return;
    }
    ReviewNote note;
    note.isOld = m_line > 0 && m_isOldLine;
    note.line = m_line > 0 ? m_line : firstChangedLine();
    note.path = QString::fromStdString(note.isOld ? m_oldPath : m_path);
    const auto& notes = m_marks.notes();
    const auto known = std::ranges::find_if(notes, [&](const ReviewNote& each) {
        return each.path == note.path && each.line == note.line && each.isOld == note.isOld;
    });
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(u"noteDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setWindowTitle(tr("Note"));
    dialog->setLabelText(tr("Note on %1, line %2%3")
                             .arg(workspace::printable(note.path.toStdString()))
                             .arg(note.line)
                             .arg(note.isOld ? tr(" (before)") : QString()));
    dialog->setTextValue(known == notes.end() ? QString() : known->text);
    dialog->resize(460, 220);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, note](const QString& text) mutable {
        note.text = text.trimmed();
        m_marks.setNote(note);
        showNotes();
    });
    dialog->open();
}

void ReviewYaml::showNotes()
{
    QStringList lines;
    for (const ReviewNote& note : m_marks.notes()) {
        const QString path = QString::fromStdString(note.isOld ? m_oldPath : m_path);
        if (!m_path.empty() && note.path == path) {
            lines << u"<span style=\"color:%1\">%2</span> %3"_s.arg(
                m_theme.html("muted"), tr("line %1%2").arg(note.line).arg(note.isOld ? tr(" (before)") : QString()),
                workspace::printable(note.text.toStdString()).toHtmlEscaped());
        }
    }
    m_notes->setText(lines.join(u"<br>"_s));
    m_notes->setVisible(!lines.isEmpty());
}

} // namespace meshdraft::views
