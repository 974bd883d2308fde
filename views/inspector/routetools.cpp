// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/routetools.h"

#include "models/mesh/effective/weightowner.h"
#include "models/workspace/canarywords.h"
#include "models/workspace/effectivefacts.h"
#include "models/workspace/stepshares.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/commit/stackguide.h"
#include "views/common/collapsiblesection.h"
#include "views/common/messagebar.h"
#include "views/inspector/canarychart.h"
#include "views/inspector/canarypanel.h"
#include "views/inspector/destinationform.h"
#include "views/inspector/facts.h"
#include "views/inspector/mirrorrow.h"
#include "views/inspector/previewform.h"
#include "views/inspector/routechooser.h"
#include "views/theme/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace meshdraft::views {

using workspace::printable;

namespace {

constexpr std::int64_t usualPause = 30; ///< minutes

} // namespace

RouteTools::RouteTools(const Theme& theme, workspace::Workspace& workspace, SplitDesigner& designer,
                       RouteChooser& chooser, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_designer(designer)
    , m_chooser(chooser)
    , m_destination(new DestinationForm(theme, &designer))
    , m_preview(new PreviewForm(theme, parent))
    , m_mirror(new MirrorRow(theme, this))
    , m_section(new CollapsibleSection(theme, tr("Canary plan"), this))
    , m_canary(new CanaryPanel(theme, m_section))
{
    setObjectName(u"routeTools"_s);
    designer.addForm(m_destination);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_mirror);
    m_section->setObjectName(u"canarySection"_s);
    m_section->setContent(m_canary);
    m_section->setOpen(true);
    column->addWidget(m_section);
    m_saving.setSingleShot(true);
    m_saving.setInterval(300ms);
    connect(&m_saving, &QTimer::timeout, this, [this] { m_plans.save(); });
    connectDesigner(chooser);
    connectPlan();
}

RouteTools::~RouteTools()
{
    if (m_saving.isActive()) {
        m_plans.save();
    }
}

QWidget* RouteTools::previewForm() const
{
    return m_preview;
}

void RouteTools::keepPlansIn(const QString& directory)
{
    m_directory = directory;
    m_plans = workspace::PlanStore(directory);
    m_workTree.clear();
    m_planKey.clear();
}

void RouteTools::connectDesigner(RouteChooser& chooser)
{
    connect(&m_designer, &SplitDesigner::addRequested, this, [this] { startDestination(); });
    connect(&m_designer, &SplitDesigner::removeRequested, this, [this](int part) {
        const QString name = partNames().value(part);
        //: An undo step; %1 is a destination of a route, %2 the name of its resource.
        apply(workspace::planDestinationRemoval(*m_snapshot, element(), static_cast<std::size_t>(part)),
              tr("Remove %1 from %2").arg(name, printable(element().key.name)),
              [this](const QString& text) { m_designer.showError(text); });
    });
    connect(m_destination, &DestinationForm::requested, this, &RouteTools::addDestination);
    connect(m_destination, &DestinationForm::cancelled, this, [this] {
        m_destination->hide();
        m_designer.addButton()->setFocus(Qt::OtherFocusReason);
    });
    connect(&chooser, &RouteChooser::addRequested, this, [this] { startPreview(); });
    connect(m_preview, &PreviewForm::cancelled, this, [this] {
        m_preview->hide();
        m_chooser.setFocus(Qt::OtherFocusReason);
    });
    connect(m_preview, &PreviewForm::requested, this, [this](const changes::PreviewSpec& preview) {
        //: An undo step; %1 is the name of a VirtualService or route resource.
        if (apply(workspace::planPreview(*m_snapshot, element(), preview),
                  tr("Add preview route to %1").arg(printable(element().key.name)),
                  [this](const QString& text) { m_preview->showError(text); })) {
            m_preview->hide();
        }
    });
    connect(m_mirror, &MirrorRow::requested, this, [this](const std::optional<changes::MirrorSpec>& mirror) {
        //: An undo step; %1 is the name of a VirtualService or route resource.
        if (!apply(workspace::planMirror(*m_snapshot, element(), mirror),
                   tr("Change mirror of %1").arg(printable(element().key.name)),
                   [this](const QString& text) { m_designer.showError(text); })) {
            showMirror();
        }
    });
}

void RouteTools::connectPlan()
{
    connect(&m_designer, &SplitDesigner::stepEdited, this, [this](const std::vector<std::int64_t>& weights) {
        if (m_step >= 0 && static_cast<std::size_t>(m_step) < m_plan.steps.size()) {
            changes::CanaryPlan plan = m_plan;
            plan.steps[static_cast<std::size_t>(m_step)].weights = weights;
            changePlan(plan, m_step);
        }
    });
    connect(&m_designer, &SplitDesigner::stepUsed, this, [this] {
        if (m_step >= 0 && static_cast<std::size_t>(m_step) < m_plan.steps.size()) {
            useWeights(m_plan.steps[static_cast<std::size_t>(m_step)].weights);
        }
    });
    connect(&m_designer, &SplitDesigner::stepClosed, this, [this] {
        m_step = -1;
        showPlan();
        m_canary->chart()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_canary, &CanaryPanel::planRequested, this, [this](int target) { makePlan(target); });
    connect(m_canary, &CanaryPanel::planEdited, this, &RouteTools::changePlan);
    connect(m_canary, &CanaryPanel::stepShown, this, [this](int step) {
        m_step = step;
        showPlan();
    });
    connect(m_canary, &CanaryPanel::weightsRequested, this, &RouteTools::useWeights);
    connect(m_canary, &CanaryPanel::stackRequested, this, [this] { writeStack(); });
}

mesh::ElementRef RouteTools::element() const
{
    return m_subject.route != nullptr ? m_subject.resource->element(m_subject.route->node) : mesh::ElementRef();
}

QString RouteTools::keyOfPlan() const
{
    return QString::fromStdString(m_snapshot->environment.name) + u' '
        + workspace::PlanStore::keyOf(*m_subject.resource, *m_subject.route);
}

QStringList RouteTools::partNames() const
{
    QStringList names;
    for (const changes::Split::Part& part : changes::Split::of(*m_subject.route).parts) {
        names << printable(part.label);
    }
    return names;
}

void RouteTools::setRoute(const workspace::SnapshotPtr& snapshot, const SplitDesigner::Subject& subject)
{
    m_snapshot = snapshot;
    m_subject = subject;
    setVisible(subject.route != nullptr);
    if (subject.route == nullptr) {
        m_preview->hide();
        m_destination->hide();
        m_step = -1;
        return;
    }
    const QString workTree = snapshot->repository ? snapshot->repository->workTree() : QString();
    if (workTree != m_workTree) {
        if (std::exchange(m_workTree, workTree) != workTree) {
            m_plans.open(workTree);
        }
        m_planKey.clear();
    }
    const QString key = keyOfPlan();
    if (std::exchange(m_planKey, key) != key) {
        m_step = -1;
        m_preview->hide();
        m_destination->hide();
        m_canary->message().hide();
    }
    m_choices = workspace::destinationChoices(*subject.graph, *subject.resource, *subject.route);
    const auto reason = changes::unrepresentable(*subject.resource, *subject.route);
    const bool hasHeaders =
        subject.route->protocol == mesh::Protocol::Http || subject.route->protocol == mesh::Protocol::Grpc;
    m_chooser.setAddable(!reason && hasHeaders ? QString()
                             : reason          ? workspace::errorText(*reason)
                                      : tr("This route sees no headers, so that nobody can ask for a preview."));
    showOwner();
    showMirror();
    showPlan();
}

void RouteTools::showOwner()
{
    const auto owner = mesh::effective::weightOwnerOf(*m_subject.graph, *m_subject.resource, *m_subject.route);
    if (owner) {
        const mesh::Resource& resource = m_subject.graph->at(owner->owner);
        m_designer.setNotice(workspace::ownerText(*m_subject.graph, *owner),
                             tr("Open %1").arg(printable(resource.key.kind)), resource.element());
    } else {
        m_designer.setNotice({});
    }
}

bool RouteTools::isMirrorComplete() const
{
    return m_subject.route != nullptr && !changes::unmirrorable(*m_subject.resource, *m_subject.route);
}

void RouteTools::showMirror()
{
    const auto reason = changes::unmirrorable(*m_subject.resource, *m_subject.route);
    const bool hasNoForm = changes::unrepresentable(*m_subject.resource, *m_subject.route).has_value();
    m_mirror->setVisible(!hasNoForm);
    m_mirror->setMirror(m_choices, *m_subject.route, reason ? workspace::errorText(*reason) : QString(),
                        std::get<mesh::RouteTable>(m_subject.resource->body).isGatewayApi);
}

bool RouteTools::apply(const Expected<workspace::MeshEdit>& edit, const QString& text,
                       const std::function<void(const QString&)>& sayError)
{
    const Expected<void> done = edit ? m_workspace.apply(*edit, text) : Expected<void>(std::unexpected(edit.error()));
    if (!done) {
        sayError(workspace::errorText(done.error()));
    }
    return done.has_value();
}

void RouteTools::startDestination()
{
    const auto& table = std::get<mesh::RouteTable>(m_subject.resource->body);
    const changes::DestinationSpec first = changes::specOf(m_subject.route->destinations.front());
    const std::int64_t total = changes::Split::of(*m_subject.route).total;
    m_destination->start(m_choices, first.host, first.port, !table.isGatewayApi,
                         table.isGatewayApi && total <= 1 ? 100 : total);
}

void RouteTools::addDestination(const workspace::DestinationRequest& request)
{
    const auto count = static_cast<int>(m_subject.route->destinations.size());
    const QString name =
        printable(request.destination.subset.empty() ? request.destination.host : request.destination.subset);
    //: An undo step; %1 is a destination of a route, %2 the name of its resource.
    if (apply(workspace::planDestination(*m_snapshot, element(), request),
              tr("Add %1 to %2").arg(name, printable(element().key.name)),
              [this](const QString& text) { m_destination->showError(text); })) {
        m_destination->hide();
        m_designer.focusPart(count);
    }
}

void RouteTools::startPreview()
{
    const auto& table = std::get<mesh::RouteTable>(m_subject.resource->body);
    QString name = u"preview"_s;
    const auto isTaken = [&](const QString& wanted) {
        return std::ranges::any_of(
            table.routes, [&](const mesh::Route& route) { return QString::fromStdString(route.name.value) == wanted; });
    };
    for (int i = 2; isTaken(name); ++i) {
        name = u"preview-"_s + QString::number(i);
    }
    m_preview->start(m_choices, name, FactSheet::routeName(*m_subject.route));
}

void RouteTools::showPlan()
{
    const mesh::Route& route = *m_subject.route;
    const auto owner = mesh::effective::weightOwnerOf(*m_subject.graph, *m_subject.resource, route);
    SectionHeader& header = *m_section->header();
    if (owner) {
        m_designer.setStep({});
        m_canary->setOwned(*owner);
        header.setSummary(tr("read-only"));
        return;
    }
    if (route.destinations.size() < 2) {
        m_designer.setStep({});
        const bool hasForm = !changes::unrepresentable(*m_subject.resource, route);
        m_section->setVisible(hasForm);
        m_canary->setNothing(tr("A plan needs a second destination. Add one above."));
        header.setSummary(tr("none"));
        return;
    }
    m_section->setVisible(true);
    // From what is kept: a destination that comes back by an undo brings its plan back.
    auto plan = changes::fitted(m_plans.plan(m_planKey), route).value_or(changes::CanaryPlan());
    if (m_step >= static_cast<int>(plan.steps.size())) {
        m_step = -1;
    }
    CanaryPanel::Subject subject;
    subject.names = partNames();
    subject.plan = plan;
    subject.step = m_step;
    changes::CanaryPlan parts{changes::partsOf(route), 0, {}};
    subject.now = changes::weightsOf(parts, route);
    subject.head = m_subject.oldRoute != nullptr ? changes::weightsOf(parts, *m_subject.oldRoute) : subject.now;
    // A split that did not name its only destination's weight starts with all of the total that there is now.
    if (m_subject.oldRoute != nullptr && m_subject.oldRoute->destinations.size() == 1) {
        const std::int64_t total = changes::Split::of(route).total;
        for (std::int64_t& weight : subject.head) {
            weight = weight > 0 ? total : 0;
        }
    }
    header.setSummary(workspace::planSummary(plan));
    m_plan = std::move(plan);
    m_canary->setSubject(subject);
    const auto index = static_cast<std::size_t>(m_step);
    m_designer.setStep(m_step >= 0 ? std::optional(SplitDesigner::Step{m_step + 1, m_plan.steps[index].weights})
                                   : std::nullopt);
    askShares();
}

/// Each step is a mesh of its own: its flows are found beside the window.
void RouteTools::askShares()
{
    if (m_step < 0 || !m_snapshot->effective) {
        m_shares.cancel();
        m_sharesOf = {};
        return;
    }
    const SharesOf asked{m_snapshot->graph, element(), m_plan.steps[static_cast<std::size_t>(m_step)].weights};
    if (asked == m_sharesOf) {
        return;
    }
    m_sharesOf = asked;
    m_canary->setShares({});
    m_shares.run<QString>(
        [snapshot = m_snapshot, asked](const std::stop_token& stop) {
            const auto shares =
                workspace::stepSharesOf(snapshot->effective->evaluator(), asked.route, asked.weights, stop);
            return shares ? workspace::stepSharesText(*shares) : workspace::errorText(shares.error());
        },
        [this](const QString& text) { m_canary->setShares(text); });
}

void RouteTools::makePlan(int target)
{
    // From what HEAD's files have, so that a plan can be made again on the way.
    const mesh::Route& route = *m_subject.route;
    mesh::Route head = route;
    const changes::CanaryPlan parts{changes::partsOf(route), 0, {}};
    if (m_subject.oldRoute != nullptr && m_subject.oldRoute->destinations.size() > 1) {
        const auto weights = changes::weightsOf(parts, *m_subject.oldRoute);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            head.destinations[i].effectiveWeight = weights[i];
        }
    } else if (m_subject.oldRoute != nullptr) {
        const std::int64_t total = changes::Split::of(route).total;
        const auto weights = changes::weightsOf(parts, *m_subject.oldRoute);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            head.destinations[i].effectiveWeight = weights[i] > 0 ? total : 0;
        }
    }
    const auto plan =
        changes::planCanary(head, static_cast<std::size_t>(std::max(target, 0)), changes::usualShares(), usualPause);
    if (plan.isEmpty()) {
        m_canary->message().showMessage(MessageBar::Kind::Info, tr("All traffic goes there already."));
        return;
    }
    changePlan(plan, -1);
    m_canary->chart()->setFocus(Qt::OtherFocusReason);
}

void RouteTools::changePlan(const changes::CanaryPlan& plan, int step)
{
    m_step = step;
    m_canary->message().hide();
    m_plans.put(m_planKey, plan);
    m_saving.start();
    showPlan();
}

void RouteTools::useWeights(const std::vector<std::int64_t>& weights)
{
    m_step = -1;
    const Expected<void> done = m_workspace.setWeights(element(), weights);
    showPlan();
    if (!done) {
        m_designer.showError(workspace::errorText(done.error()));
    }
}

void RouteTools::writeStack()
{
    openStack(m_theme, m_workspace, *m_canary, element(), m_plan);
}

} // namespace meshdraft::views
