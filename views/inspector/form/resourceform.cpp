// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/form/resourceform.h"

#include "models/workspace/form/formsubject.h"
#include "models/workspace/form/formwords.h"
#include "models/workspace/meshedit.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/collapsiblesection.h"
#include "views/common/ink.h"
#include "views/inspector/form/fieldrow.h"
#include "views/inspector/form/itemlist.h"
#include "views/inspector/form/nestedsection.h"
#include "views/inspector/form/objectfields.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

QString idOf(const workspace::FormSection& section)
{
    return QString::fromStdString(section.id);
}

/// The widgets of a layout that take the focus, in the order in which they are seen.
void collect(QLayout* layout, QWidgetList& widgets)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem* item = layout->itemAt(i);
        if (QLayout* inner = item->layout()) {
            collect(inner, widgets);
        } else if (QWidget* widget = item->widget()) {
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr) {
                widgets << widget;
            }
            if (widget->layout() != nullptr) {
                collect(widget->layout(), widgets);
            }
        }
    }
}

} // namespace

ResourceForm::ResourceForm(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_context(new FormContext(
          theme, [this](const workspace::FormEdit& change, const QString& step) { return edit(change, step); }, this))
    , m_column(new QVBoxLayout(this))
    , m_leftOut(new QLabel(this))
    , m_open{u"general"_s, u"scope"_s}
{
    setObjectName(u"resourceForm"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_leftOut->setObjectName(u"leftOut"_s);
    m_leftOut->setWordWrap(true);
    m_leftOut->setContentsMargins(12, 6, 12, 8);
    m_leftOut->setTextFormat(Qt::PlainText);
    setInk(*m_leftOut, theme, "muted");
    m_leftOut->hide();
    connect(m_context, &FormContext::partsChanged, this, [this] {
        if (!std::exchange(m_tabsAreDue, true)) {
            QMetaObject::invokeMethod(this, &ResourceForm::orderTabs, Qt::QueuedConnection);
        }
    });
}

void ResourceForm::setResources(const workspace::SnapshotPtr& snapshot, const std::vector<mesh::ResourcePtr>& resources,
                                const mesh::FieldPath& element)
{
    std::vector<workspace::Form> forms;
    std::vector<mesh::ResourcePtr> saved;
    for (const mesh::ResourcePtr& resource : resources) {
        const workspace::FormSubject subject = workspace::formSubjectOf(*resource);
        if (subject.kind == nullptr) {
            forms.clear();
            break;
        }
        const mesh::ResourceIndex old =
            snapshot->savedGraph ? snapshot->savedGraph->find(resource->element()) : mesh::noResource;
        saved.push_back(old == mesh::noResource ? nullptr : snapshot->savedGraph->pointerAt(old));
        forms.emplace_back(*subject.kind, subject.root,
                           saved.back() ? workspace::formSubjectOf(*saved.back()).root : source::NodeRef());
    }
    m_snapshot = snapshot;
    m_resources = resources;
    m_saved = std::move(saved);
    workspace::FormSet set(std::move(forms));
    std::vector<workspace::FormSection> plans;
    if (!set.isEmpty()) {
        const mesh::FieldPath route = set.isSingle() ? workspace::routeAround(set, element) : mesh::FieldPath();
        if (!route.isEmpty()) {
            plans = workspace::routeSections(set, route);
        }
        const auto rest = workspace::resourceSections(set);
        plans.insert(plans.end(), rest.begin(), rest.end());
    }
    m_context->setForms(std::move(set), snapshot && snapshot->isReadOnly());
    setSections(std::move(plans));
    refresh();
    showLeftOut();
}

void ResourceForm::showLeftOut()
{
    const workspace::FormSet& forms = m_context->forms();
    QStringList names;
    if (!forms.isEmpty() && !forms.isSingle()) {
        const bool hasSpec = forms.first().kind().spec != forms.first().kind().root;
        for (const std::string& name : forms.leftOut(mesh::FieldPath(hasSpec ? "spec" : ""))) {
            names << workspace::printable(name);
        }
    }
    m_leftOut->setText(tr("For one resource at a time: %1").arg(names.join(u", "_s)));
    m_leftOut->setVisible(!names.isEmpty());
    // behind the sections, which come and go
    m_column->removeWidget(m_leftOut);
    m_column->addWidget(m_leftOut);
}

void ResourceForm::setSections(std::vector<workspace::FormSection> plans)
{
    const auto isSame = [](const Section& section, const workspace::FormSection& plan) {
        return section.plan.id == plan.id && section.plan.fields == plan.fields;
    };
    const bool isKept = std::ranges::equal(m_sections, plans, isSame);
    if (isKept) {
        for (std::size_t i = 0; i < plans.size(); ++i) {
            Section& section = m_sections[i];
            if (section.plan != plans[i] && section.content != nullptr) {
                section.content->setPath(section.isField ? plans[i].object.child(plans[i].fields.front())
                                                         : plans[i].object);
            }
            section.plan = std::move(plans[i]);
        }
        return;
    }
    for (const Section& section : m_sections) {
        m_column->removeWidget(section.widget);
        section.widget->hide();
        section.widget->deleteLater();
    }
    m_sections.clear();
    for (workspace::FormSection& plan : plans) {
        auto* widget = new CollapsibleSection(m_theme, workspace::sectionTitle(plan), this);
        const QString id = idOf(plan);
        widget->setObjectName(id + u"Section"_s);
        m_column->addWidget(widget);
        m_sections.push_back({.plan = std::move(plan), .widget = widget});
        const std::size_t position = m_sections.size() - 1;
        connect(widget->header(), &QAbstractButton::toggled, this, [this, position, id](bool open) {
            if (open) {
                m_open.insert(id);
                fill(m_sections[position]);
            } else {
                m_open.remove(id);
            }
        });
        widget->show();
    }
    for (Section& section : m_sections) {
        section.widget->setOpen(m_open.contains(idOf(section.plan)));
    }
    Q_EMIT m_context->partsChanged();
}

void ResourceForm::fill(Section& section)
{
    if (section.content != nullptr) {
        section.content->refresh();
        return;
    }
    const workspace::FormSection& plan = section.plan;
    if (plan.fields.size() == 1) {
        section.content =
            makeContent(*m_context, m_context->forms().field(plan.object.child(plan.fields.front())), section.widget);
        if (auto* row = qobject_cast<FieldRow*>(section.content)) {
            row->setBare();
        }
    }
    section.isField = section.content != nullptr;
    if (!section.isField) {
        section.content = new ObjectFields(*m_context, plan.object, plan.fields, section.widget);
    }
    section.widget->setContent(section.content);
    Q_EMIT m_context->partsChanged();
}

void ResourceForm::refresh()
{
    for (const Section& section : m_sections) {
        if (section.content != nullptr && section.widget->isOpen()) {
            section.content->refresh();
        }
    }
    showSummaries();
}

void ResourceForm::setSummaries(const QMap<QString, QString>& summaries)
{
    m_summaries = summaries;
    showSummaries();
}

void ResourceForm::showSummaries()
{
    const workspace::FormSet& forms = m_context->forms();
    for (const Section& section : m_sections) {
        const QString id = idOf(section.plan);
        std::size_t wrong = 0;
        for (const std::string& field : section.plan.fields) {
            wrong += forms.isSingle() ? forms.first().violationsWithin(section.plan.object.child(field)) : 0;
        }
        const QString summary = m_summaries.value(id);
        section.widget->header()->setSummary(summary.isEmpty() ? workspace::sectionSummary(forms, section.plan)
                                                               : summary,
                                             wrong > 0 ? u"error"_s : QString(), "err");
    }
}

CollapsibleSection* ResourceForm::section(const QString& id) const
{
    const auto found =
        std::ranges::find_if(m_sections, [&](const Section& section) { return idOf(section.plan) == id; });
    return found == m_sections.end() ? nullptr : found->widget;
}

QWidget* ResourceForm::reveal(const mesh::FieldPath& path, bool edit)
{
    for (const Section& section : m_sections) {
        const auto leads = [&](const std::string& name) { return path.isWithin(section.plan.object.child(name)); };
        if (!std::ranges::any_of(section.plan.fields, leads)) {
            continue;
        }
        section.widget->setOpen(true);
        QWidget* reached = section.widget;
        // Opening makes what is below, so this goes down level by level.
        for (bool isDeeper = true; isDeeper;) {
            isDeeper = false;
            for (NestedSection* nested : section.widget->findChildren<NestedSection*>()) {
                if (nested->isVisibleTo(this) && path.isWithin(nested->path()) && !nested->isOpen()) {
                    nested->setOpen(true);
                    reached = nested;
                    isDeeper = true;
                }
            }
        }
        for (FieldRow* row : section.widget->findChildren<FieldRow*>()) {
            if (path.isWithin(row->path())) {
                reached = row;
                if (edit) {
                    row->startEditing();
                }
            }
        }
        return reached;
    }
    return nullptr;
}

void ResourceForm::orderTabs()
{
    m_tabsAreDue = false;
    QWidgetList widgets;
    collect(m_column, widgets);
    for (qsizetype i = 1; i < widgets.size(); ++i) {
        setTabOrder(widgets[i - 1], widgets[i]);
    }
}

QString ResourceForm::edit(const workspace::FormEdit& change, const QString& step)
{
    workspace::MeshEdit all;
    const auto forms = m_context->forms().forms();
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const auto changes = change(forms[i]);
        if (!changes) {
            return workspace::errorText(changes.error());
        }
        if (changes->empty()) {
            continue;
        }
        const workspace::FormSubject subject = workspace::formSubjectOf(*m_resources[i]);
        if (subject.text == nullptr) {
            all.changes.push_back({m_resources[i]->element(), *changes});
        } else if (const auto added = workspace::addNested(all, *m_snapshot, *m_resources[i], *subject.text, *changes);
                   !added) {
            return workspace::errorText(added.error());
        }
    }
    if (all.isEmpty()) {
        return {};
    }
    const QString name = m_resources.size() == 1 ? workspace::printable(m_resources.front()->key.name)
                                                 : tr("%1 resources").arg(m_resources.size());
    const Expected<void> done = m_workspace.apply(all, tr("%1 in %2").arg(step, name));
    return done ? QString() : workspace::errorText(done.error());
}

} // namespace meshdraft::views
