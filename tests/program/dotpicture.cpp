// SPDX-License-Identifier: Apache-2.0
#include "tests/program/dotpicture.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace meshdraft::program {

namespace {

struct DotNode {
    QString id;
    QString title;
    QString path; ///< with the group; of a route with its table
    QStringList rows; ///< subsets
};

QRegularExpressionMatch match(const QString& pattern, const QString& line)
{
    return QRegularExpression(pattern).match(line);
}

} // namespace

QStringList linesOfDot(const QString& dot)
{
    QMap<QString, DotNode> nodes;
    QStringList result;
    QString group;
    const QStringList lines = dot.split(u'\n');
    for (const QString& line : lines) {
        if (const auto title = match(u"^    label=\"(.*)\";$"_s, line); title.hasMatch()) {
            group = title.captured(1);
            result << group;
        }
        const auto node = match(u"^    (n\\d+) \\[label=\"([^\"]*)\" shape=(.*) id=\"([^\"]*)\"\\];$"_s, line);
        if (node.hasMatch()) {
            QStringList label = node.captured(2).split(u"\\n"_s);
            QString title = label.takeFirst();
            if (node.captured(3).contains(u"rounded"_s)) {
                title = title.section(u' ', 1); // its place in the order
            }
            const bool isService = node.captured(3).startsWith(u"component"_s);
            nodes.insert(node.captured(1),
                         {node.captured(4), title, group + u'/' + title, isService ? label : QStringList()});
        }
    }
    QStringList edges;
    for (const QString& line : lines) {
        const auto edge = match(u"^  (n\\d+) -> (n\\d+) \\[(?:label=\"([^\"]*)\" )?.*id=\"(.*) > (.*)\"\\];$"_s, line);
        if (!edge.hasMatch()) {
            continue;
        }
        const DotNode& from = nodes[edge.captured(1)];
        DotNode& to = nodes[edge.captured(2)];
        if (to.id.startsWith(from.id + u'/')) {
            to.path = from.path + u'/' + to.title;
            continue;
        }
        edges << line;
    }
    for (const DotNode& node : std::as_const(nodes)) {
        result << node.path;
        for (const QString& row : node.rows) {
            result << node.path + u'/' + row;
        }
    }
    for (const QString& line : std::as_const(edges)) {
        const auto edge = match(u"^  (n\\d+) -> (n\\d+) \\[(?:label=\"([^\"]*)\" )?.*id=\"(.*) > (.*)\"\\];$"_s, line);
        const DotNode& to = nodes[edge.captured(2)];
        QString text = nodes[edge.captured(1)].path + u"/→ "_s + to.title;
        if (edge.captured(5).startsWith(to.id + u'/')) {
            text += u' ' + edge.captured(5).mid(to.id.size() + 1);
        }
        result << (edge.captured(3).isEmpty() ? text : text + u" | "_s + edge.captured(3));
    }
    result.sort();
    return result;
}

} // namespace meshdraft::program
