// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/flowwords.h"

#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

QString placeText(const traffic::FlowNode& node)
{
    QString text = printable(node.host);
    if (node.port != 0)
        text += u':' + QString::number(node.port);
    if (!node.subset.empty())
        text += u'/' + printable(node.subset);
    return text;
}

} // namespace

QString flowPercentText(double percent)
{
    // tenths, so that three thirds are told from a whole; more digits only where all before the point are needed
    const double rounded = std::round(percent * 10) / 10;
    return say(QT_TRANSLATE_NOOP("meshdraft", "%1 %")).arg(QString::number(rounded, 'g', 6));
}

QString flowShareText(double percent, bool isExact, bool isMirror)
{
    QString text = flowPercentText(percent);
    if (isMirror)
        text = say(QT_TRANSLATE_NOOP("meshdraft", "copies of %1")).arg(text);
    if (!isExact)
        text = say(QT_TRANSLATE_NOOP("meshdraft", "all of them together %1")).arg(text);
    return text;
}

QString flowNodeText(const traffic::FlowNode& node)
{
    switch (node.kind) {
    case traffic::FlowNode::Kind::Destination:
        return placeText(node);
    case traffic::FlowNode::Kind::End:
        return verdictText(node.verdict);
    case traffic::FlowNode::Kind::Entry:
    case traffic::FlowNode::Kind::Workload:
        break;
    }
    return originText(node.origin);
}

QString flowText(const traffic::Request& request)
{
    //: %1 who calls, %2 a host
    const QString way =
        say(QT_TRANSLATE_NOOP("meshdraft", "from %1 to %2")).arg(originText(request.from), printable(request.host));
    const traffic::Request plain;
    const bool isPlain = request.method == plain.method && request.path == plain.path && request.query.empty()
        && request.headers.empty() && !request.token;
    //: %1 a kind of request, "GET /cart"; %2 "from gateway shop-gw to shop.example"
    return isPlain ? way : say(QT_TRANSLATE_NOOP("meshdraft", "%1 %2")).arg(kindText(request), way);
}

QString flowProblemText(const traffic::FlowProblem& problem)
{
    std::vector<std::string> args = problem.args;
    if (problem.code == "flows.lost" && args.size() > 1) {
        for (std::size_t i = 0; i < traffic::verdictCount; ++i) {
            const auto verdict = static_cast<traffic::Verdict>(i);
            if (traffic::verdictName(verdict) == problem.args[1])
                args[1] = verdictText(verdict).toStdString();
        }
    }
    return sentence(problem.code, args);
}

} // namespace meshdraft::workspace
