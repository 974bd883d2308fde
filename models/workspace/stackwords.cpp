// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/stackwords.h"

#include "models/workspace/canarywords.h"
#include "models/workspace/summary.h"
#include "models/workspace/words.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

const char* placeText(const StackPlace& place)
{
    if (place.isCanary)
        return QT_TRANSLATE_NOOP("meshdraft", "Branch %1 of %2 of a canary.");
    switch (place.role) {
    case changes::OrderStep::Role::Provides:
        return QT_TRANSLATE_NOOP("meshdraft", "Branch %1 of %2: what the next one needs.");
    case changes::OrderStep::Role::Removes:
        return QT_TRANSLATE_NOOP("meshdraft", "Branch %1 of %2: takes out what nothing needs any more.");
    case changes::OrderStep::Role::Uses:
        break;
    }
    return QT_TRANSLATE_NOOP("meshdraft", "Branch %1 of %2.");
}

} // namespace

QString stackMessage(const changes::MeshChange& change, const StackPlace& place, const QString& below)
{
    QStringList lines{proposedMessage(change).trimmed(), {}};
    lines << say(placeText(place)).arg(place.position).arg(place.count);
    if (!below.isEmpty())
        lines << say(QT_TRANSLATE_NOOP("meshdraft", "Merge after %1, when that has been synced.")).arg(below);
    if (place.pauseMinutes > 0) {
        lines << say(QT_TRANSLATE_NOOP("meshdraft", "Then let it stand for %1.")).arg(pauseText(place.pauseMinutes));
    }
    if (!place.note.empty())
        lines << say(QT_TRANSLATE_NOOP("meshdraft", "Note: %1")).arg(QString::fromStdString(place.note));
    return lines.join(u'\n') + u'\n';
}

QString stackMarkdown(const QStringList& branches, const StackPlace& place)
{
    if (branches.size() < 2)
        return {};
    QString text = u"\n### "_s + say(QT_TRANSLATE_NOOP("meshdraft", "Stack")) + u"\n\n"_s;
    for (qsizetype i = 0; i < branches.size(); ++i) {
        const bool isThis = i + 1 == static_cast<qsizetype>(place.position);
        text += QString::number(i + 1) + u". "_s + codeSpan(branches[i].toStdString());
        if (isThis)
            text += u' ' + say(QT_TRANSLATE_NOOP("meshdraft", "(this one)"));
        text += u'\n';
    }
    text += u'\n'
        + say(QT_TRANSLATE_NOOP("meshdraft",
                                "One pull request a branch: merge, wait for the sync, then merge the next. Merged "
                                "together they would arrive as one state."));
    if (place.position > 1) {
        text += u' '
            + say(QT_TRANSLATE_NOOP("meshdraft", "Merge this one after %1."))
                  .arg(codeSpan(branches[static_cast<qsizetype>(place.position) - 2].toStdString()));
    }
    if (place.pauseMinutes > 0) {
        text +=
            u' ' + say(QT_TRANSLATE_NOOP("meshdraft", "Then let it stand for %1.")).arg(pauseText(place.pauseMinutes));
    }
    return text + u'\n';
}

QString orderText(std::size_t count)
{
    if (count < 2)
        return say(QT_TRANSLATE_NOOP("meshdraft", "One pull request."));
    return say(QT_TRANSLATE_NOOP("meshdraft",
                                 "%1 pull requests, one a branch: merge 1, wait for the sync, then merge 2, and so on. "
                                 "Merged together they would arrive as one state."))
        .arg(count);
}

} // namespace meshdraft::workspace
