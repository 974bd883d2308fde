// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/rollbackwords.h"

#include "models/changes/statements.h"
#include "models/workspace/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

} // namespace

QString rollbackMessage(const RollbackPlan& plan)
{
    constexpr qsizetype longest = 72;
    const auto shortId = [](const QString& id) { return id.first(std::min<qsizetype>(id.size(), 12)); };
    QString subject;
    if (plan.commits.size() == 1) {
        subject = say(QT_TRANSLATE_NOOP("meshdraft", "Revert \"%1\""))
                      .arg(printable(plan.commits.front().subject.toStdString()));
        if (subject.size() > longest)
            subject = subject.first(longest - 2) + u"…\""_s;
    } else {
        subject = say(QT_TRANSLATE_NOOP("meshdraft", "Go back to %1")).arg(shortId(plan.request.before));
    }
    QString text = subject + u"\n\n"_s;
    for (const auto& commit : plan.commits)
        text += say(QT_TRANSLATE_NOOP("meshdraft", "Takes back %1.")).arg(commit.id) + u'\n';
    return text;
}

QString rollbackBranch(const RollbackPlan& plan)
{
    const auto& id = plan.commits.size() == 1 ? plan.commits.front().id : plan.request.before;
    return u"rollback/"_s + id.first(std::min<qsizetype>(id.size(), 12));
}

QString resourceTitle(const mesh::ResourceKey& key)
{
    return printable(changes::kindAndName(key));
}

QString scopeText(const RollbackScope& scope)
{
    switch (scope.kind) {
    case RollbackScope::Kind::Everything:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Everything"));
    case RollbackScope::Kind::MeshFiles:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Mesh files (YAML) only"));
    case RollbackScope::Kind::Resources:
    case RollbackScope::Kind::Route:
        break;
    }
    if (scope.name.empty())
        return say(QT_TRANSLATE_NOOP("meshdraft", "Namespace %1")).arg(printable(scope.ns));
    const QString title = resourceTitle({{}, {}, scope.resourceKind, scope.ns, scope.name});
    return scope.kind == RollbackScope::Kind::Route
        ? say(QT_TRANSLATE_NOOP("meshdraft", "%1, route %2")).arg(title, printable(scope.route))
        : title;
}

QString mendText(MendKind kind, const mesh::ResourceKey& subject)
{
    switch (kind) {
    case MendKind::Resource:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Put %1 back")).arg(resourceTitle(subject));
    case MendKind::DeletePolicy:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Delete %1")).arg(resourceTitle(subject));
    case MendKind::Permissive:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Set %1 to PERMISSIVE")).arg(resourceTitle(subject));
    case MendKind::Namespace:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Put namespace %1 back")).arg(printable(subject.ns));
    case MendKind::Everything:
        return say(QT_TRANSLATE_NOOP("meshdraft", "Take the whole change back"));
    }
    return {};
}

} // namespace meshdraft::workspace
