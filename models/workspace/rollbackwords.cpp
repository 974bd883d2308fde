// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/rollbackwords.h"

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

} // namespace meshdraft::workspace
