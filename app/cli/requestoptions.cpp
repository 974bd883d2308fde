// SPDX-License-Identifier: Apache-2.0
#include "app/cli/requestoptions.h"

#include "models/traffic/requestfields.h"
#include "models/workspace/words.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {

QString shownText(const QString& text)
{
    return workspace::printable(text.toStdString());
}

void addRequestContent(QCommandLineParser& parser)
{
    parser.addOptions({
        {u"method"_s, u"Default GET."_s, u"METHOD"_s},
        {u"path"_s, u"Path and query; default '/'."_s, u"PATH"_s},
        {u"header"_s, u"A header; may be given several times."_s, u"NAME=VALUE"_s},
        {u"jwt-claim"_s, u"A claim of the caller's token (iss, sub, aud, …); several are allowed."_s, u"NAME=VALUE"_s},
    });
}

std::expected<void, QString> readRequestContent(const QCommandLineParser& parser, traffic::Request& request)
{
    if (parser.isSet(u"method"_s))
        request.method = parser.value(u"method"_s).toStdString();
    if (parser.isSet(u"path"_s)) {
        const QString path = parser.value(u"path"_s);
        if (!path.startsWith(u'/'))
            return std::unexpected(u"'%1' is no path: it begins with '/'."_s.arg(shownText(path)));
        request.query.clear();
        traffic::setTarget(request, path.toStdString());
    }
    for (const QString& header : parser.values(u"header"_s)) {
        const auto equals = header.indexOf(u'=');
        if (equals <= 0)
            return std::unexpected(u"'%1' is no header: expected NAME=VALUE."_s.arg(shownText(header)));
        const std::string name = header.left(equals).toLower().toStdString();
        request.headers.erase(name);
        request.headers.emplace(name, header.mid(equals + 1).toStdString());
    }
    for (const QString& claim : parser.values(u"jwt-claim"_s)) {
        const auto equals = claim.indexOf(u'=');
        if (equals <= 0)
            return std::unexpected(u"'%1' is no claim: expected NAME=VALUE."_s.arg(shownText(claim)));
        if (!request.token)
            request.token.emplace();
        traffic::addClaim(*request.token, claim.left(equals).toStdString(), claim.mid(equals + 1).toStdString());
    }
    return {};
}

bool hasRequestContent(const QCommandLineParser& parser)
{
    static const std::array names{u"method"_s, u"path"_s, u"header"_s, u"jwt-claim"_s};
    return std::ranges::any_of(names, [&](const QString& name) { return parser.isSet(name); });
}

} // namespace meshdraft::cli
