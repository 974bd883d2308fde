// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/words.h"

#include "models/mesh/effective/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshdraft::topology {

namespace {

using mesh::effective::clientTlsReasonText;
using mesh::effective::clientTlsText;
using mesh::effective::peerModeText;
using mesh::effective::peerReasonText;

QString translated(const char* text)
{
    return QCoreApplication::translate("Topology", text);
}

QString withPlace(const QString& text, const Location& where)
{
    if (where.path.empty())
        return text;
    return u"%1, %2:%3"_s.arg(text, paintable(where.path)).arg(where.line);
}

} // namespace

QString securityReason(const EdgeFact& fact)
{
    QStringList lines;
    lines += translated(QT_TRANSLATE_NOOP("Topology", "%1 sends %2: %3"))
                 .arg(paintable(fact.caller), clientTlsText(fact.client),
                      withPlace(clientTlsReasonText(fact.clientReason), fact.clientWhere));
    if (fact.serversDiffer) {
        lines += translated(QT_TRANSLATE_NOOP("Topology", "the servers differ in the mode they take"));
    } else if (fact.hasServer) {
        lines += translated(QT_TRANSLATE_NOOP("Topology", "the server takes %1: %2"))
                     .arg(peerModeText(fact.server), withPlace(peerReasonText(fact.serverReason), fact.serverWhere));
    }
    return lines.join(u'\n');
}

} // namespace meshdraft::topology
