// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/matrixbar.h"

#include "models/matrix/settings.h"
#include "models/workspace/matrixwords.h"
#include "models/workspace/words.h"
#include "views/common/undopassing.h"
#include "views/matrix/checktree.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QWidgetAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

QList<CheckTree::Item> itemsOf(matrix::SettingGroup group)
{
    QList<CheckTree::Item> items;
    for (const matrix::Setting& setting : matrix::settings()) {
        if (setting.group == group) {
            const std::string id(setting.id);
            const QString shown = QString::fromStdString(id);
            items << CheckTree::Item{.id = shown, .text = workspace::settingText(id), .hint = shown};
        }
    }
    return items;
}

} // namespace

MatrixBar::MatrixBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_environments(new CheckTree)
    , m_settings(new CheckTree)
    , m_field(new QLineEdit)
    , m_onlyDifferences(new QCheckBox(tr("Only &differences"), this))
{
    m_filter->setObjectName(u"matrixFilter"_s);
    m_filter->setAccessibleName(tr("Filter the rows"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(240);
    passUndo(*m_filter);
    QAction* glyph = m_filter->addAction(theme.icon(u"search"_s, "muted"), QLineEdit::LeadingPosition);
    connect(&theme, &Theme::changed, this, [glyph, &theme] { glyph->setIcon(theme.icon(u"search"_s, "muted")); });
    connect(m_filter, &QLineEdit::textChanged, this, &MatrixBar::filterChanged);

    m_environments->setObjectName(u"matrixEnvironments"_s);
    m_environments->setAccessibleName(tr("Environments to compare"));
    m_environments->setRootIsDecorated(false);
    connect(m_environments, &CheckTree::choiceChanged, this, [this] {
        countEnvironments();
        Q_EMIT choiceChanged();
    });
    m_settings->setObjectName(u"matrixSettings"_s);
    m_settings->setAccessibleName(tr("Settings to compare"));
    m_settings->setMinimumHeight(380);
    connect(m_settings, &CheckTree::choiceChanged, this, &MatrixBar::choiceChanged);
    m_field->setObjectName(u"matrixField"_s);
    m_field->setAccessibleName(tr("Add any field"));
    m_field->setPlaceholderText(tr("Add a field: VirtualService:spec.http[*].timeout"));
    connect(m_field, &QLineEdit::returnPressed, this, &MatrixBar::addField);
    fillSettings();
    m_onlyDifferences->setObjectName(u"matrixOnlyDifferences"_s);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, &MatrixBar::onlyDifferencesToggled);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_filter, 1);
    m_environmentButton = makeChooser({}, u"matrixEnvironmentButton"_s, {m_environments});
    row->addWidget(m_environmentButton);
    row->addWidget(makeChooser(tr("Settings"), u"matrixSettingButton"_s, {m_settings, m_field}));
    row->addWidget(m_onlyDifferences);
    row->addStretch(1);
    auto* copy = makeExport(tr("&Copy"), u"matrixCopy"_s, tr("Copy the rows that are shown as Markdown"));
    connect(copy, &QPushButton::clicked, this, &MatrixBar::copyRequested);
    auto* csv = makeExport(tr("C&SV…"), u"matrixCsv"_s, tr("Write the rows that are shown for a spreadsheet"));
    connect(csv, &QPushButton::clicked, this, &MatrixBar::csvRequested);
    auto* markdown = makeExport(tr("&Markdown…"), u"matrixMarkdown"_s, tr("Write the rows that are shown as tables"));
    connect(markdown, &QPushButton::clicked, this, &MatrixBar::markdownRequested);
    for (QPushButton* button : {copy, csv, markdown}) {
        row->addWidget(button);
    }
    countEnvironments();
}

QPushButton* MatrixBar::makeExport(const QString& text, const QString& name, const QString& hint)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(hint);
    button->setAutoDefault(false);
    m_exports << button;
    return button;
}

QToolButton* MatrixBar::makeChooser(const QString& text, const QString& name, const QList<QWidget*>& contents)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    auto* panel = new QWidget(menu);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(4, 4, 4, 4);
    for (QWidget* widget : contents) {
        column->addWidget(widget);
    }
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(panel);
    menu->addAction(action);
    button->setMenu(menu);
    return button;
}

void MatrixBar::fillSettings()
{
    using enum matrix::SettingGroup;
    for (const auto group : {Host, Routes, Pool, Outliers, Balancer, Tls, Subsets, Workloads}) {
        m_settings->addGroup(workspace::settingGroupText(group), itemsOf(group));
    }
}

void MatrixBar::addField()
{
    const auto field = matrix::parseField(m_field->text().trimmed().toStdString());
    if (!field) {
        Q_EMIT fieldRefused(field.error());
        return;
    }
    m_field->clear();
    Q_EMIT fieldAdded();
    if (std::ranges::contains(m_fields, field->text, &matrix::FieldQuery::text)) {
        return;
    }
    m_fields.push_back(*field);
    const QString text = workspace::printable(field->text);
    m_settings->addGroup(tr("Fields"), {{.id = QString::fromStdString(field->text), .text = text, .hint = text}});
    Q_EMIT choiceChanged();
}

void MatrixBar::setEnvironments(const std::vector<std::string>& names, const std::vector<std::string>& usual)
{
    QList<CheckTree::Item> items;
    for (const std::string& name : names) {
        items << CheckTree::Item{.id = QString::fromStdString(name),
                                 .text = workspace::printable(name),
                                 .hint = {},
                                 .isChecked = std::ranges::contains(usual, name)};
    }
    m_environments->clear();
    m_environments->addGroup({}, items);
    countEnvironments();
}

void MatrixBar::countEnvironments()
{
    m_environmentButton->setText(tr("Environments (%1)").arg(m_environments->checked().size()));
}

std::vector<std::string> MatrixBar::environments() const
{
    std::vector<std::string> names;
    for (const QString& id : m_environments->checked()) {
        names.push_back(id.toStdString());
    }
    return names;
}

std::optional<matrix::Query> MatrixBar::query() const
{
    matrix::Query query;
    for (const QString& id : m_settings->checked()) {
        const auto field = std::ranges::find(m_fields, id.toStdString(), &matrix::FieldQuery::text);
        if (field != m_fields.end()) {
            query.fields.push_back(*field);
        } else {
            query.settings.push_back(id.toStdString());
        }
    }
    if (query.settings.empty() && query.fields.empty()) {
        return std::nullopt;
    }
    if (query.settings.size() == matrix::settings().size()) {
        query.settings = {"*"};
    }
    return query;
}

QString MatrixBar::filter() const
{
    return m_filter->text();
}

void MatrixBar::setExportEnabled(bool enabled)
{
    for (QPushButton* button : std::as_const(m_exports)) {
        button->setEnabled(enabled);
    }
}

} // namespace meshdraft::views
