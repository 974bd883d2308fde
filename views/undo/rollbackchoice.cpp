// SPDX-License-Identifier: Apache-2.0
#include "views/undo/rollbackchoice.h"

#include "models/workspace/rollbackwords.h"
#include "models/workspace/words.h"
#include "views/changes/changetext.h"
#include "views/common/access.h"
#include "views/common/segmentedswitch.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>

#include <algorithm>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

using workspace::RollbackScope;

constexpr int mostCommits = 200;
constexpr qsizetype shortId = 9;

bool isSame(const RollbackScope& a, const RollbackScope& b)
{
    return a.kind == b.kind && a.resourceKind == b.resourceKind && a.ns == b.ns && a.name == b.name
        && a.route == b.route;
}

/// Names of the routes in which something differs, as RollbackScope takes them.
std::vector<std::string> routesOf(const changes::ResourceChange& change)
{
    std::vector<std::string> names;
    const auto* before = change.before ? std::get_if<mesh::RouteTable>(&change.before->body) : nullptr;
    const auto* after = change.after ? std::get_if<mesh::RouteTable>(&change.after->body) : nullptr;
    if (before == nullptr || after == nullptr) {
        return names;
    }
    static const QRegularExpression place(u"^spec\\.((?:http|tcp|tls)\\[(\\d+)\\])"_s);
    for (const changes::FieldChange& field : change.fields) {
        const auto match = place.match(QString::fromStdString(field.path.text()));
        if (!match.hasMatch() || field.operation == changes::Operation::Removed) {
            continue;
        }
        const auto route = std::ranges::find_if(after->routes, [&](const mesh::Route& each) {
            return after->routes.size() == before->routes.size() && each.index == match.captured(2).toUInt();
        });
        std::string name = route == after->routes.end() ? std::string() : route->name.value;
        if (name.empty()) {
            name = match.captured(1).toStdString();
        }
        if (!std::ranges::contains(names, name)) {
            names.push_back(name);
        }
    }
    return names;
}

} // namespace

RollbackChoice::RollbackChoice(const Theme& theme, const git::Repository& repository, QWidget* parent)
    : QWidget(parent)
    , m_mode(new SegmentedSwitch(theme, this))
    , m_what(new QComboBox(this))
    , m_scope(new QComboBox(this))
{
    m_mode->setObjectName(u"rollbackMode"_s);
    m_mode->setAccessibleName(tr("How to go back"));
    m_mode->setTexts({tr("Take back"), tr("Go back to")});
    m_mode->setToolTip(tr("Take a commit or range back, or go back to a commit that was good"));
    m_what->setObjectName(u"rollbackWhat"_s);
    m_what->setEditable(true);
    m_what->setInsertPolicy(QComboBox::NoInsert);
    m_what->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_what->lineEdit()->setPlaceholderText(tr("A commit, or A..B"));
    setChoiceName(*m_what, tr("Commit or range"));
    m_what->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_what->completer()->setFilterMode(Qt::MatchContains);
    m_scope->setObjectName(u"rollbackScope"_s);
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setChoiceName(*m_scope, tr("How much of it"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_mode, 0, 0);
    grid->addWidget(m_what, 0, 1);
    auto* only = new QLabel(tr("How much"), this);
    only->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(only, 1, 0);
    grid->addWidget(m_scope, 1, 1);
    if (auto log = git::log(repository, {.head = u"HEAD"_s, .exclude = {}, .limit = mostCommits, .skip = 0})) {
        m_log = std::move(*log);
    }
    for (const git::HistoryEntry& entry : m_log) {
        m_what->addItem(entry.id.first(shortId) + u"  "_s + workspace::printable(entry.subject.toStdString()),
                        entry.id);
    }
    m_what->setCurrentIndex(-1);
    setScopes({});
    connect(m_mode, &SegmentedSwitch::chosen, this, [this] {
        m_asked.clear();
        takeWhat();
    });
    connect(m_what, &QComboBox::activated, this, &RollbackChoice::takeAnswer);
    connect(m_what->lineEdit(), &QLineEdit::returnPressed, this, &RollbackChoice::takeAnswer);
    connect(m_what->lineEdit(), &QLineEdit::editingFinished, this, &RollbackChoice::takeWhat);
    connect(m_scope, &QComboBox::activated, this, &RollbackChoice::changed);
}

QString RollbackChoice::what() const
{
    const QString text = m_what->currentText().trimmed();
    const int row = m_what->findText(text, Qt::MatchExactly);
    return row >= 0 ? m_what->itemData(row).toString() : text;
}

/// The field that is left says nothing new; Enter and the list do.
void RollbackChoice::takeAnswer()
{
    if (std::exchange(m_mayRepeat, false)) {
        m_asked.clear();
    }
    takeWhat();
}

void RollbackChoice::takeWhat()
{
    const QString now = what();
    if (now.isEmpty() || now == m_asked) {
        return;
    }
    m_asked = now;
    m_mayRepeat = false;
    // The parts of another change.
    setScopes({});
    Q_EMIT changed();
}

void RollbackChoice::setQuestion(const workspace::RollbackQuestion& question)
{
    m_mode->setCurrent(question.isGood ? 1 : 0);
    const int row = m_what->findData(question.what);
    m_what->setCurrentIndex(row);
    if (row < 0) {
        m_what->setEditText(question.what);
    }
    m_what->lineEdit()->setCursorPosition(0);
    m_asked = question.what;
    m_mayRepeat = false;
    setScopes(question.scope);
}

workspace::RollbackQuestion RollbackChoice::question() const
{
    return {.what = what(),
            .isGood = m_mode->current() == 1,
            .scope = m_scopes.at(static_cast<std::size_t>(std::max(0, m_scope->currentIndex()))),
            .choice = {}};
}

void RollbackChoice::addScope(const QString& text, const RollbackScope& scope)
{
    m_scope->addItem(text);
    m_scopes.push_back(scope);
}

void RollbackChoice::setScopes(const RollbackScope& chosen)
{
    const QSignalBlocker quiet(m_scope);
    m_scope->clear();
    m_scopes.clear();
    for (const auto kind : {RollbackScope::Kind::Everything, RollbackScope::Kind::MeshFiles}) {
        const RollbackScope scope{kind, {}, {}, {}, {}};
        addScope(workspace::scopeText(scope), scope);
    }
    if (chosen.isPartOfFiles()) {
        addScope(workspace::scopeText(chosen), chosen);
    }
    const auto at = std::ranges::find_if(m_scopes, [&](const auto& each) { return isSame(each, chosen); });
    m_scope->setCurrentIndex(static_cast<int>(at - m_scopes.begin()));
}

void RollbackChoice::setParts(const changes::MeshChange& change)
{
    const RollbackScope chosen = question().scope;
    const QSignalBlocker quiet(m_scope);
    setScopes(chosen.isPartOfFiles() ? RollbackScope() : chosen);
    std::set<std::string> namespaces;
    for (const changes::ResourceChange& each : change.resources) {
        namespaces.insert(shownResource(each)->key.ns);
    }
    namespaces.erase(std::string());
    using Kind = RollbackScope::Kind;
    for (const std::string& ns : namespaces) {
        const RollbackScope scope{Kind::Resources, {}, ns, {}, {}};
        addScope(workspace::scopeText(scope), scope);
    }
    for (const changes::ResourceChange& each : change.resources) {
        const mesh::ResourceKey& key = shownResource(each)->key;
        const RollbackScope scope{Kind::Resources, key.kind, key.ns, key.name, {}};
        addScope(workspace::scopeText(scope), scope);
        for (const std::string& route : routesOf(each)) {
            const RollbackScope part{Kind::Route, key.kind, key.ns, key.name, route};
            addScope(workspace::scopeText(part), part);
        }
    }
    const auto at = std::ranges::find_if(m_scopes, [&](const auto& each) { return isSame(each, chosen); });
    m_scope->setCurrentIndex(at == m_scopes.end() ? 0 : static_cast<int>(at - m_scopes.begin()));
}

} // namespace meshdraft::views
