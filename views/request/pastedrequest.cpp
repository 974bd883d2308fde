// SPDX-License-Identifier: Apache-2.0
#include "views/request/pastedrequest.h"

#include "models/traffic/credentials.h"
#include "models/traffic/requestaddress.h"
#include "models/workspace/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("RequestBar", text);
}

QString quoted(const std::string& text)
{
    return u'\'' + QString::fromStdString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString listed(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names) {
        list << workspace::printable(name);
    }
    return list.join(u", "_s);
}

} // namespace

Expected<RecognisedRequest> recognisePasted(const QString& text, const traffic::Origin& from)
{
    auto pasted = traffic::parsePasted(text.toStdString());
    if (!pasted) {
        return std::unexpected(pasted.error());
    }
    RecognisedRequest recognised;
    recognised.request = pasted->request;
    QStringList notes;
    const bool isLog = pasted->source == traffic::PastedRequest::Source::Log;
    notes << (isLog ? tr(QT_TRANSLATE_NOOP("RequestBar", "Read from a line of an access log."))
                    : tr(QT_TRANSLATE_NOOP("RequestBar", "Read from a curl command.")));
    if (isLog) {
        recognised.symptom = traffic::symptomOf(*pasted);
    }
    if (pasted->request.from.kind == traffic::Origin::Kind::Outside && from.kind != traffic::Origin::Kind::Outside) {
        recognised.request.from = from;
        notes << tr(QT_TRANSLATE_NOOP("RequestBar", "It does not say who called; the caller above stays."));
    }
    if (!pasted->replaced.empty()) {
        notes << tr(QT_TRANSLATE_NOOP("RequestBar", "Secrets were replaced: %1.")).arg(listed(pasted->replaced));
    }
    if (!pasted->ignored.empty()) {
        notes << tr(QT_TRANSLATE_NOOP("RequestBar", "Without effect here: %1.")).arg(listed(pasted->ignored));
    }
    recognised.note = notes.join(u' ');
    return recognised;
}

QString curlCommand(const traffic::Request& asked)
{
    traffic::Request request = asked;
    traffic::replaceSecrets(request);
    QString command = u"curl"_s;
    if (request.method != "GET") {
        command += u" -X "_s + QString::fromStdString(request.method);
    }
    for (const auto& [name, value] : request.headers) {
        command += u" -H "_s + quoted(name + ": " + value);
    }
    return command + u' ' + quoted(traffic::addressText(request));
}

} // namespace meshdraft::views
