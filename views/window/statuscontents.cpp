// SPDX-License-Identifier: Apache-2.0
#include "views/window/statuscontents.h"

#include "models/workspace/environmentwords.h"
#include "models/workspace/words.h"
#include "views/common/ink.h"
#include "views/common/paint.h"
#include "views/common/severitycounts.h"
#include "views/common/tierbadge.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using workspace::printable;

namespace {

constexpr int leastWidth = 320;

constexpr int sayTime = 5000; ///< milliseconds

/// "Environment **name** v": a flat button with two weights of text, which no style paints.
class EnvironmentButton : public QToolButton {
public:
    EnvironmentButton(const Theme& theme, QWidget* parent)
        : QToolButton(parent)
        , m_theme(theme)
    {
        setAutoRaise(true);
        setPopupMode(InstantPopup);
        setFocusPolicy(Qt::TabFocus);
    }
    QSize sizeHint() const override
    {
        return {22 + QFontMetrics(font()).horizontalAdvance(StatusContents::tr("Environment")) + 6
                    + QFontMetrics(nameFont()).horizontalAdvance(text()) + 22,
                22};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (underMouse() || isDown() || hasFocus()) {
            drawBox(painter, rect(), 4, m_theme.color("border2"), hasFocus() ? m_theme.color("focus") : QColor());
        }
        const qreal ratio = devicePixelRatioF();
        painter.drawPixmap(QPoint(3, (height() - 14) / 2), m_theme.pixmap(u"namespace"_s, 14, "text", ratio));
        painter.setPen(m_theme.color("text"));
        painter.setFont(font());
        const QString word = StatusContents::tr("Environment");
        painter.drawText(QRect(22, 0, width(), height()), Qt::AlignVCenter, word);
        const int x = 22 + painter.fontMetrics().horizontalAdvance(word) + 6;
        painter.setFont(nameFont());
        painter.drawText(QRect(x, 0, width() - x - 18, height()), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, width() - x - 16));
        painter.drawPixmap(QPoint(width() - 16, (height() - 12) / 2), m_theme.pixmap(u"down"_s, 12, "muted", ratio));
    }

private:
    QFont nameFont() const
    {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        return bold;
    }
    const Theme& m_theme;
};

/// Paragraphs that hold text of the repository, which must not be taken for HTML.
QString plainToolTip(const QStringList& paragraphs)
{
    return paragraphs.isEmpty()
        ? QString()
        : u"<p>"_s + paragraphs.join(u'\n').toHtmlEscaped().replace(u'\n', u"</p><p>"_s) + u"</p>"_s;
}

} // namespace

StatusContents::StatusContents(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_branchIcon(new QLabel(this))
    , m_branch(new QLabel(this))
    , m_environment(new EnvironmentButton(theme, this))
    , m_target(new QLabel(this))
    , m_size(new QLabel(this))
    , m_place(new QLabel(this))
    , m_findings(new SeverityCounts(theme, this))
    , m_tier(new TierBadge(theme, TierBadge::Style::Plain, this))
    , m_clusterIcon(new QLabel(this))
    , m_cluster(new QLabel(this))
{
    setObjectName(u"statusContents"_s);
    setFont(scaledFont(font(), 0.93));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(7);
    m_branch->setObjectName(u"branchLabel"_s);
    m_environment->setObjectName(u"environmentButton"_s);
    m_target->setObjectName(u"targetLabel"_s);
    m_target->setTextFormat(Qt::PlainText);
    m_size->setObjectName(u"sizeLabel"_s);
    m_size->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_findings->setObjectName(u"statusFindings"_s);
    m_tier->setObjectName(u"statusTier"_s);
    setInk(*m_target, theme, "muted");
    setInk(*m_size, theme, "muted");
    m_place->setObjectName(u"placeLabel"_s);
    m_place->setTextFormat(Qt::PlainText);
    setInk(*m_place, theme, "muted");
    m_sayTimer.setSingleShot(true);
    m_sayTimer.setInterval(sayTime);
    connect(&m_sayTimer, &QTimer::timeout, this, [this] { setPlace(m_placeText); });
    setInk(*m_cluster, theme, "muted");
    m_cluster->setToolTip(tr("Everything here works from files; clusters come later."));
    row->addWidget(m_branchIcon);
    row->addWidget(m_branch);
    row->addWidget(separator());
    row->addWidget(m_environment);
    row->addWidget(m_target);
    row->addWidget(separator());
    row->addWidget(m_size, 1);
    row->addWidget(m_place);
    m_placeSeparator = separator();
    m_separators.removeLast();
    row->addWidget(m_placeSeparator);
    row->addWidget(m_findings);
    row->addWidget(separator());
    row->addWidget(m_tier);
    row->addWidget(separator());
    row->addWidget(m_clusterIcon);
    row->addWidget(m_cluster);
    connect(m_findings, &SeverityCounts::clicked, this, &StatusContents::findingsClicked);
    connect(m_tier, &QAbstractButton::clicked, this, &StatusContents::tierClicked);
    connect(&theme, &Theme::changed, this, [this] { restyle(); });
    setPlace({});
    setSnapshot({});
}

void StatusContents::setPlace(const QString& text)
{
    m_placeText = text;
    m_sayTimer.stop();
    m_place->setText(text);
    m_place->setVisible(!text.isEmpty());
    m_placeSeparator->setVisible(!text.isEmpty());
    fit();
}

void StatusContents::say(const QString& text)
{
    const QString place = m_placeText;
    setPlace(text);
    m_placeText = place;
    m_sayTimer.start();
}

QWidget* StatusContents::separator()
{
    auto* space = new QWidget(this);
    space->setFixedSize(13, 18);
    auto* line = new QWidget(space);
    line->setGeometry(6, 0, 1, 18);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    m_separators << space;
    return space;
}

void StatusContents::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    const bool open = snapshot != nullptr;
    for (QWidget* widget : m_separators) {
        widget->setVisible(open);
    }
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_branchIcon, m_environment, m_target, m_findings, m_tier, m_clusterIcon}) {
        widget->setVisible(open);
    }
    m_cluster->setText(open ? tr("No cluster") : tr("Works from files; nothing is sent anywhere"));
    if (open) {
        m_tier->setTier(snapshot->change.tier);
        const bool pending = !snapshot->changedFiles().empty();
        m_tier->setVisible(pending);
        m_separators[2]->setVisible(m_findings->sizeHint().width() > 0);
        m_separators[3]->setVisible(pending);
        fillEnvironments();
        showTarget();
    }
    restyle();
    fit();
}

void StatusContents::setFindings(const checks::Findings& findings)
{
    m_findings->setFindings(findings);
    m_separators[2]->setVisible(m_snapshot != nullptr && m_findings->sizeHint().width() > 0);
    fit();
}

QSize StatusContents::minimumSizeHint() const
{
    return {leastWidth, QWidget::minimumSizeHint().height()};
}

void StatusContents::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// In a narrow window the cluster, the versions and the counts of the caret leave; the rest can be clicked.
void StatusContents::fit()
{
    const bool open = m_snapshot != nullptr;
    m_target->setVisible(open);
    m_clusterIcon->setVisible(open);
    m_cluster->show();
    m_place->setVisible(!m_place->text().isEmpty());
    for (const std::vector<QWidget*>& group :
         {std::vector<QWidget*>{m_clusterIcon, m_cluster}, {m_target}, {m_place, m_placeSeparator}}) {
        layout()->invalidate();
        if (!open || layout()->minimumSize().width() <= width()) {
            break;
        }
        for (QWidget* widget : group) {
            widget->hide();
        }
    }
}

void StatusContents::fillEnvironments()
{
    const QString current = printable(m_snapshot->environment.name);
    m_environment->setText(current.isEmpty() ? tr("none") : current);
    m_environment->setAccessibleName(tr("Environment %1").arg(m_environment->text()));
    if (m_environment->menu() != nullptr) {
        m_environment->menu()->deleteLater();
    }
    auto* menu = new QMenu(m_environment);
    menu->setToolTipsVisible(true);
    auto* choices = new QActionGroup(menu);
    for (const mesh::Environment& environment : m_snapshot->environments) {
        const bool rendered = environment.kind == mesh::EnvironmentKind::KustomizeRoot;
        const QString name = printable(environment.name);
        const bool isOpen = environment.name == m_snapshot->environment.name;
        const std::uint32_t count = isOpen ? m_snapshot->environment.resources : environment.resources;
        const QString size = count == 1 ? tr("1 resource") : tr("%1 resources").arg(count);
        //: In the list of environments: it is made by Kustomize out of a base and patches.
        const QString made = tr("rendered");
        QAction* action = menu->addAction(name + u"   "_s
                                          + (!rendered    ? size
                                                 : isOpen ? size + u" · "_s + made
                                                          : made));
        choices->addAction(action);
        action->setCheckable(true);
        action->setChecked(isOpen);
        QStringList about;
        if (rendered) {
            about << tr("What kubectl kustomize makes of this directory and its bases. Edits go to the files that "
                        "decide the values.");
        }
        for (const mesh::Delivery& delivery : environment.deliveredBy) {
            about << workspace::deliveryText(delivery) + u". "_s + workspace::deliveryDetails(delivery).join(u' ');
        }
        if (environment.error) {
            about << workspace::errorText(*environment.error);
            action->setText(tr("%1   cannot be shown").arg(name));
            action->setEnabled(false);
        }
        action->setToolTip(plainToolTip(about));
        connect(action, &QAction::triggered, this,
                [this, id = QString::fromStdString(environment.name)] { Q_EMIT environmentChosen(id); });
    }
    m_environment->setMenu(menu);
    m_environment->updateGeometry();
    m_environment->update();
}

void StatusContents::showTarget()
{
    const mesh::SourceFile* project = m_snapshot->saved.find(mesh::ProjectFile::path);
    const source::ParsedTextPtr text = project ? project->text : source::ParsedTextPtr();
    // edits that are not saved change nothing of it
    if (m_targetGraph == m_snapshot->savedGraph && m_targetProject == text && m_targetGraph) {
        return;
    }
    m_targetGraph = m_snapshot->savedGraph;
    m_targetProject = text;
    const mesh::Target target = mesh::targetOf(m_targetGraph.get(), m_snapshot->saved, m_snapshot->environment,
                                               mesh::readProjectFile(m_snapshot->saved));
    m_target->setText(workspace::targetText(target));
    m_target->setAccessibleName(tr("Written for %1").arg(m_target->text()));
    m_target->setToolTip(plainToolTip(workspace::targetDetails(target)));
}

void StatusContents::restyle()
{
    const qreal ratio = devicePixelRatioF();
    m_branchIcon->setPixmap(m_theme.pixmap(u"branch"_s, 14, "text", ratio));
    m_clusterIcon->setPixmap(m_theme.pixmap(u"cluster"_s, 14, "muted", ratio));
    const QString muted = m_theme.html("muted");
    if (!m_snapshot) {
        m_branch->setText(u"<span style=\"color:%1\">%2</span>"_s.arg(muted, tr("No repository open")));
        m_size->clear();
        return;
    }
    const git::Head& head = m_snapshot->head;
    const QString name = !m_snapshot->revision.isEmpty() ? tr("%1, read only").arg(m_snapshot->revision)
        : head.isDetached()                              ? tr("detached at %1").arg(head.commit.left(7))
                                                         : head.branch;
    const std::size_t files = m_snapshot->changedFiles().size();
    const QString unsaved = files == 0 ? QString()
        : files == 1                   ? tr("1 file changed, not saved")
                                       : tr("%1 files changed, not saved").arg(files);
    m_branch->setText(u"<span style=\"font-weight:600\">%1</span> &nbsp;<span style=\"color:%2\">%3</span>"_s.arg(
        printable(name.toStdString()).toHtmlEscaped(), muted, unsaved));
    const std::size_t resources = m_snapshot->graph ? m_snapshot->graph->resources().size() : 0;
    const std::size_t namespaces = m_snapshot->graph ? m_snapshot->graph->namespaces().size() : 0;
    const auto counted = [](std::size_t n, const QString& one, const QString& many) {
        return n == 1 ? one : many.arg(n);
    };
    QString size = tr("%1 in %2")
                       .arg(counted(resources, tr("1 resource"), tr("%1 resources")),
                            counted(m_snapshot->environment.files.size(), tr("1 file"), tr("%1 files")));
    size += u" · "_s + counted(namespaces, tr("1 namespace"), tr("%1 namespaces"));
    if (m_snapshot->filesSkipped > 0) {
        size += u" · "_s + counted(m_snapshot->filesSkipped, tr("1 file skipped"), tr("%1 files skipped"));
    }
    m_size->setText(size);
    m_size->setToolTip(size);
}

} // namespace meshdraft::views
