// SPDX-License-Identifier: Apache-2.0
#include "app/cli/matrixformats.h"

#include "models/workspace/matrixexport.h"
#include "models/workspace/matrixwords.h"
#include "models/workspace/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

constexpr qsizetype widestCell = 40;

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// Columns in line; the last one is not filled up.
QString aligned(const QStringList& fields, const QList<qsizetype>& widths)
{
    QString line;
    for (qsizetype i = 0; i < fields.size(); ++i)
        line += i + 1 < fields.size() ? fields[i].leftJustified(widths[i] + 2) : fields[i];
    return line + u'\n';
}

QByteArray writeTable(const matrix::Matrix& matrix)
{
    QList<QStringList> lines;
    QStringList head{QString()};
    for (const auto& input : matrix.environments)
        head << u"  "_s + workspace::printable(input.environment);
    lines << head;
    for (const auto& row : matrix.rows) {
        QStringList fields{u"  "_s + workspace::rowText(row)};
        for (const auto& cell : row.cells) {
            auto shown = workspace::cellText(cell);
            if (shown.size() > widestCell)
                shown = shown.first(widestCell - 1) + u'…';
            fields << (cell.deviates ? u"~ "_s : u"  "_s) + shown;
        }
        lines << fields;
    }
    QList<qsizetype> widths(head.size(), 0);
    for (const auto& line : std::as_const(lines)) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    }
    QString out = aligned(lines.front(), widths);
    auto subject = matrix.subjects.size();
    for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
        if (matrix.rows[i].subject != subject) {
            subject = matrix.rows[i].subject;
            const auto how = workspace::matchText(matrix.subjects[subject].match);
            out +=
                workspace::printable(matrix.subjects[subject].label) + (how.isEmpty() ? how : u"  # "_s + how) + u'\n';
        }
        out += aligned(lines[static_cast<qsizetype>(i) + 1], widths);
    }
    out += u"%1 of %2 rows differ (~)\n"_s.arg(matrix.differences).arg(matrix.rows.size());
    return out.toUtf8();
}

QByteArray writeCsv(const matrix::Matrix& matrix)
{
    return workspace::matrixCsv(matrix);
}

QByteArray writeMarkdown(const matrix::Matrix& matrix)
{
    return workspace::matrixMarkdown(matrix).toUtf8();
}

QJsonObject cellJson(const matrix::Cell& cell, const std::string& environment, const std::string& host)
{
    QJsonObject object{
        {u"environment"_s, text(environment)},
        {u"host"_s, text(host)},
        {u"state"_s, text(workspace::stateName(cell.state))},
        {u"value"_s, text(cell.value)},
        {u"effective"_s, text(cell.effective.empty() ? cell.value : cell.effective)},
        {u"note"_s, text(workspace::noteName(cell.note))},
        {u"deviates"_s, cell.deviates},
    };
    if (!cell.element.isNull()) {
        object[u"kind"_s] = text(cell.element.key.kind);
        object[u"namespace"_s] = text(cell.element.key.ns);
        object[u"name"_s] = text(cell.element.key.name);
        object[u"field"_s] = text(cell.element.field.text());
        object[u"file"_s] = text(cell.where.path);
        object[u"line"_s] = static_cast<qint64>(cell.where.line);
        object[u"column"_s] = static_cast<qint64>(cell.where.column);
    }
    return object;
}

QByteArray writeJson(const matrix::Matrix& matrix)
{
    QJsonArray environments;
    for (const auto& input : matrix.environments) {
        QJsonObject object{{u"environment"_s, text(input.environment)}};
        if (input.graph)
            object[u"resources"_s] = static_cast<qint64>(input.graph->order().size());
        if (input.error)
            object[u"error"_s] =
                QJsonObject{{u"code"_s, text(input.error->code)}, {u"message"_s, workspace::errorText(*input.error)}};
        environments.append(object);
    }
    QJsonArray rows;
    for (const auto& row : matrix.rows) {
        const auto& subject = matrix.subjects[row.subject];
        QJsonArray cells;
        for (std::size_t at = 0; at < row.cells.size(); ++at)
            cells.append(cellJson(row.cells[at], matrix.environments[at].environment, subject.names[at]));
        rows.append(QJsonObject{
            {u"subject"_s, text(subject.label)},
            {u"matchedBy"_s, text(workspace::matchName(subject.match))},
            {u"setting"_s, text(row.setting)},
            {u"item"_s, text(row.item)},
            {u"differs"_s, row.differs},
            {u"cells"_s, cells},
        });
    }
    const QJsonObject root{
        {u"schema"_s, u"meshdraft.matrix/1"_s},
        {u"environments"_s, environments},
        {u"rows"_s, rows},
        {u"stats"_s,
         QJsonObject{{u"rows"_s, static_cast<qint64>(matrix.rows.size())},
                     {u"differences"_s, static_cast<qint64>(matrix.differences)}}},
    };
    return QJsonDocument(root).toJson();
}

constexpr std::array formats = {
    MatrixFormat{"table", writeTable},
    MatrixFormat{"csv", writeCsv},
    MatrixFormat{"markdown", writeMarkdown},
    MatrixFormat{"json", writeJson},
};

} // namespace

const MatrixFormat* matrixFormatNamed(const QString& name)
{
    const auto found =
        std::ranges::find_if(formats, [&](const MatrixFormat& each) { return name == QLatin1StringView(each.name); });
    return found == formats.end() ? nullptr : &*found;
}

} // namespace meshdraft::cli
