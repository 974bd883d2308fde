// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/matrixexport.h"

#include "models/workspace/matrixwords.h"
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

/// True for a text that some spreadsheet reads as a formula; it may skip spaces before it.
bool isFormula(QStringView text)
{
    constexpr QStringView signs = u"=+-@\uff1d\uff0b\uff0d\uff20";
    const QStringView content = text.trimmed();
    return !content.isEmpty() && signs.contains(content.front());
}

QString csvField(QString text)
{
    if (isFormula(text))
        text.prepend(u'\'');
    const bool needsQuotes = text.contains(u',') || text.contains(u'"') || text.startsWith(u' ') || text.endsWith(u' ');
    return needsQuotes ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

QString markdownLine(const QStringList& fields)
{
    return u"| "_s + fields.join(u" | "_s) + u" |\n"_s;
}

/// The head of a subject's table.
QString markdownHead(const matrix::Matrix& matrix, const matrix::Subject& subject)
{
    QString text = u"\n### "_s + codeSpan(subject.label) + u"\n\n"_s;
    if (subject.match != matrix::Match::Exact) {
        QStringList names;
        for (std::size_t at = 0; at < subject.names.size(); ++at) {
            if (!subject.names[at].empty())
                names << codeSpan(matrix.environments[at].environment) + u": "_s + codeSpan(subject.names[at]);
        }
        text += matchText(subject.match) + u' ' + names.join(u", "_s) + u"\n\n"_s;
    }
    QStringList head{say(QT_TRANSLATE_NOOP("meshdraft", "Setting"))};
    QStringList rule{u"---"_s};
    for (const matrix::Input& input : matrix.environments) {
        head << tableCode(input.environment);
        rule << u"---"_s;
    }
    return text + markdownLine(head) + markdownLine(rule);
}

} // namespace

QString csvLine(const QStringList& fields)
{
    QStringList written;
    for (const QString& field : fields)
        written << csvField(field);
    return written.join(u',') + u"\r\n"_s;
}

QString tableCode(const std::string& text)
{
    return codeSpan(text).replace(u'|', u"\\|"_s);
}

QByteArray matrixCsv(const matrix::Matrix& matrix)
{
    QStringList head{u"host"_s, u"setting"_s, u"item"_s, u"differs"_s};
    for (const matrix::Input& input : matrix.environments)
        head << printable(input.environment);
    QString text = csvLine(head);
    for (const matrix::Row& row : matrix.rows) {
        QStringList fields{printable(matrix.subjects[row.subject].label), printable(row.setting), printable(row.item),
                           row.differs ? u"yes"_s : u"no"_s};
        for (const matrix::Cell& cell : row.cells)
            fields << cellText(cell);
        text += csvLine(fields);
    }
    return text.toUtf8();
}

QString matrixMarkdown(const matrix::Matrix& matrix)
{
    QString text = u"## "_s + say(QT_TRANSLATE_NOOP("meshdraft", "Environments compared")) + u"\n\n"_s;
    text += say(QT_TRANSLATE_NOOP("meshdraft", "Rows that differ: %1 of %2."))
                .arg(matrix.differences)
                .arg(matrix.rows.size())
        + u'\n';
    for (const matrix::Input& input : matrix.environments) {
        if (input.error) {
            text += u"\n- "_s + codeSpan(input.environment) + u": "_s
                + sentence(input.error->code, input.error->args, codeSpan) + u'\n';
        }
    }
    std::size_t subject = matrix.subjects.size();
    for (const matrix::Row& row : matrix.rows) {
        if (row.subject != subject) {
            subject = row.subject;
            text += markdownHead(matrix, matrix.subjects[subject]);
        }
        const QString setting = settingText(row.setting);
        const bool isField = setting == printable(row.setting);
        QStringList fields{isField ? tableCode(row.setting) : setting};
        if (!row.item.empty())
            fields.front() += u" · "_s + tableCode(row.item);
        for (const matrix::Cell& cell : row.cells)
            fields << (cell.deviates ? u"~ "_s : QString()) + cellText(cell, tableCode);
        text += markdownLine(fields);
    }
    return text;
}

} // namespace meshdraft::workspace
