// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/reachwords.h"

#include "models/mesh/elementplace.h"
#include "models/traffic/requestfields.h"
#include "models/workspace/matrixexport.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

using traffic::Reach;
using traffic::ReachCell;
using traffic::ReachMatrix;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Calls `take` for every cell that says something.
template <typename Take> void eachCell(const ReachMatrix& matrix, const Take& take)
{
    for (const traffic::ReachRow& row : matrix.rows) {
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            if (row.cells[at].reach != Reach::Nothing)
                take(row.caller, matrix.targets[at], row.cells[at]);
        }
    }
}

/// "cart.shop:80" of a host of the cluster, else the host itself with its port.
std::string targetName(const traffic::ReachTarget& target)
{
    const auto end = target.host.find(".svc.");
    return (end == std::string::npos ? target.host : target.host.substr(0, end)) + ":" + std::to_string(target.port);
}

} // namespace

QString reachText(Reach reach)
{
    switch (reach) {
    case Reach::Nothing:
        break;
    case Reach::All:
        return say(QT_TRANSLATE_NOOP("meshdraft", "all"));
    case Reach::Some:
        return say(QT_TRANSLATE_NOOP("meshdraft", "some"));
    case Reach::None:
        return say(QT_TRANSLATE_NOOP("meshdraft", "none"));
    case Reach::Unknown:
        return say(QT_TRANSLATE_NOOP("meshdraft", "unknown"));
    }
    return {};
}

QString reachTargetText(const traffic::ReachTarget& target)
{
    return printable(targetName(target));
}

QString reachReason(const ReachCell& cell)
{
    return cell.code.empty() ? QString() : sentence(cell.code, cell.args);
}

QString reachCount(const ReachCell& cell)
{
    if (cell.reach != Reach::Some)
        return {};
    return say(QT_TRANSLATE_NOOP("meshdraft", "%1 of %2 kinds of requests arrive."))
        .arg(cell.delivered)
        .arg(cell.requests);
}

QByteArray reachCsv(const mesh::effective::MeshView& view, const ReachMatrix& matrix, const std::string& environment,
                    bool hasHead)
{
    QString text;
    if (hasHead) {
        text = u"environment,caller,host,port,reach,verdict,reason,kind,namespace,name,field,file,line\r\n"_s;
    }
    eachCell(matrix, [&](const traffic::Origin& caller, const traffic::ReachTarget& target, const ReachCell& cell) {
        const mesh::ElementRef& because = cell.because;
        const Location where = mesh::placeOf(view.graph(), because).where;
        text += csvLine({printable(environment), printable(traffic::originName(caller)), printable(target.host),
                         QString::number(target.port), plain(traffic::reachName(cell.reach)),
                         plain(traffic::verdictName(cell.verdict)), reachReason(cell), printable(because.key.kind),
                         printable(because.key.ns), printable(because.key.name), printable(because.field.text()),
                         printable(where.path), where.line == 0 ? QString() : QString::number(where.line)});
    });
    return text.toUtf8();
}

QString reachMarkdown(const ReachMatrix& matrix)
{
    const auto line = [](const QStringList& fields) { return u"| "_s + fields.join(u" | "_s) + u" |\n"_s; };
    QStringList head{say(QT_TRANSLATE_NOOP("meshdraft", "Caller"))};
    QStringList rule{u"---"_s};
    for (const traffic::ReachTarget& target : matrix.targets) {
        head << tableCode(targetName(target));
        rule << u"---"_s;
    }
    QString text =
        u"## "_s + say(QT_TRANSLATE_NOOP("meshdraft", "Who can reach whom")) + u"\n\n"_s + line(head) + line(rule);
    for (const traffic::ReachRow& row : matrix.rows) {
        QStringList fields{tableCode(traffic::originName(row.caller))};
        for (const ReachCell& cell : row.cells)
            fields << (cell.reach == Reach::Nothing ? u"–"_s : reachText(cell.reach));
        text += line(fields);
    }
    QString reasons;
    eachCell(matrix, [&](const traffic::Origin& caller, const traffic::ReachTarget& target, const ReachCell& cell) {
        if (cell.reach == Reach::All)
            return;
        const QString reason = cell.code.empty() ? QString() : sentence(cell.code, cell.args, codeSpan);
        reasons += u"- "_s + codeSpan(traffic::originName(caller)) + u" → "_s + codeSpan(targetName(target)) + u": "_s
            + reachText(cell.reach) + u". "_s + reason + u'\n';
    });
    return reasons.isEmpty() ? text : text + u'\n' + reasons;
}

QByteArray reachJson(const mesh::effective::MeshView& view, const ReachMatrix& matrix, const std::string& environment)
{
    QJsonArray cells;
    eachCell(matrix, [&](const traffic::Origin& caller, const traffic::ReachTarget& target, const ReachCell& cell) {
        QJsonObject object{{u"environment"_s, plain(environment)},
                           {u"caller"_s, plain(traffic::originName(caller))},
                           {u"host"_s, plain(target.host)},
                           {u"port"_s, static_cast<qint64>(target.port)},
                           {u"reach"_s, plain(traffic::reachName(cell.reach))},
                           {u"verdict"_s, plain(traffic::verdictName(cell.verdict))},
                           {u"decision"_s, plain(cell.code)},
                           {u"because"_s, reachReason(cell)},
                           {u"requests"_s, static_cast<qint64>(cell.requests)},
                           {u"delivered"_s, static_cast<qint64>(cell.delivered)}};
        if (!cell.because.isNull()) {
            const Location where = mesh::placeOf(view.graph(), cell.because).where;
            object[u"kind"_s] = plain(cell.because.key.kind);
            object[u"namespace"_s] = plain(cell.because.key.ns);
            object[u"name"_s] = plain(cell.because.key.name);
            object[u"field"_s] = plain(cell.because.field.text());
            object[u"file"_s] = plain(where.path);
            object[u"line"_s] = static_cast<qint64>(where.line);
            object[u"column"_s] = static_cast<qint64>(where.column);
        }
        cells.append(object);
    });
    return QJsonDocument(QJsonObject{{u"schema"_s, u"meshdraft.reach/1"_s}, {u"cells"_s, cells}}).toJson();
}

} // namespace meshdraft::workspace
