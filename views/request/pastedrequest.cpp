// SPDX-License-Identifier: Apache-2.0
#include "views/request/pastedrequest.h"

#include "models/traffic/requestaddress.h"

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

QString quoted(const std::string& text)
{
    return u'\'' + QString::fromStdString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

Expected<RecognisedRequest> recognisePasted(const QString& text, const traffic::Origin& from)
{
    RecognisedRequest recognised;
    recognised.request.from = from;
    if (!traffic::takeAddress(text.toStdString(), recognised.request))
        return std::unexpected(Error{.code = "paste.unknown", .args = {}, .where = {}});
    return recognised;
}

QString curlCommand(const traffic::Request& request)
{
    QString command = u"curl"_s;
    if (request.method != "GET") {
        command += u" -X "_s + QString::fromStdString(request.method);
    }
    for (const auto& [name, value] : request.headers) {
        if (!traffic::isSecretHeader(name)) {
            command += u" -H "_s + quoted(name + ": " + value);
        }
    }
    return command + u' ' + quoted(traffic::addressText(request));
}

} // namespace meshdraft::views
