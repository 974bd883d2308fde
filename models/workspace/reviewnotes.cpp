// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/reviewnotes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

QByteArray reviewNotesJson(const std::vector<ReviewNote>& notes)
{
    QJsonArray comments;
    for (const auto& note : notes) {
        comments.append(QJsonObject{{u"path"_s, note.path},
                                    {u"line"_s, note.line},
                                    {u"side"_s, note.isOld ? u"LEFT"_s : u"RIGHT"_s},
                                    {u"body"_s, note.text}});
    }
    return QJsonDocument(QJsonObject{{u"event"_s, u"COMMENT"_s}, {u"comments"_s, comments}}).toJson();
}

} // namespace meshdraft::workspace
