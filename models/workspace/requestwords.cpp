// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/probes.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

using traffic::Answer;
using traffic::Origin;
using traffic::Request;
using traffic::Share;
using traffic::Verdict;

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

/// "33.3 %", "100 %".
QString percentText(double percent)
{
    const double rounded = std::round(percent * 10) / 10;
    return say(QT_TRANSLATE_NOOP("meshdraft", "%1 %")).arg(QString::number(rounded, 'g', 4));
}

/// Name and namespace of a Service of the cluster; the host itself where it is none.
struct HostParts {
    std::string name;
    std::string ns;
};

HostParts partsOf(const std::string& host)
{
    const auto service = host.find(".svc.");
    const auto dot = host.find('.');
    if (service == std::string::npos || dot >= service)
        return {host, {}};
    return {host.substr(0, dot), host.substr(dot + 1, service - dot - 1)};
}

/// "reviews" within its namespace, else "reviews.shop"; the port where it is not the usual one.
QString hostText(const std::string& host, std::uint32_t port, const std::string& ns)
{
    constexpr std::uint32_t http = 80;
    constexpr std::uint32_t https = 443;
    const HostParts parts = partsOf(host);
    QString text = printable(parts.ns.empty() || parts.ns == ns ? parts.name : parts.name + "." + parts.ns);
    if (port != 0 && port != http && port != https)
        text += u':' + QString::number(port);
    return text;
}

/// "x-preview", "x-preview: canary", "another x-preview".
QString namedText(const std::string& name, const std::string& value, QChar sign)
{
    if (value.empty() || value == traffic::anyValue)
        return printable(name);
    if (value == traffic::otherValue)
        return say(QT_TRANSLATE_NOOP("meshdraft", "another %1")).arg(printable(name));
    const QString space = sign == u':' ? u" "_s : QString();
    return printable(name) + sign + space + printable(value);
}

QString tokenText(const traffic::Token& token)
{
    const QString text = token.isValid ? say(QT_TRANSLATE_NOOP("meshdraft", "a token of %1"))
                                       : say(QT_TRANSLATE_NOOP("meshdraft", "an invalid token of %1"));
    QStringList parts{text.arg(printable(token.issuer))};
    for (const auto& [name, values] : token.claims) {
        QStringList printed;
        for (const std::string& value : values)
            printed << printable(value);
        parts << printable(name) + u'=' + printed.join(u'|');
    }
    return parts.join(u", "_s);
}

/// "with x-preview, a token of https://issuer"; empty where there is nothing to say.
QString conditionsText(const Request& request)
{
    QStringList parts;
    for (const auto& [name, value] : request.query)
        parts << namedText("?" + name, value, u'=');
    for (const auto& [name, value] : request.headers)
        parts << namedText(name, value, u':');
    if (request.token)
        parts << tokenText(*request.token);
    return parts.isEmpty() ? QString() : say(QT_TRANSLATE_NOOP("meshdraft", " with %1")).arg(parts.join(u", "_s));
}

QString whatText(const Request& request)
{
    if (request.protocol == traffic::Protocol::Tcp) {
        if (request.tls == traffic::CallerTls::None)
            return say(QT_TRANSLATE_NOOP("meshdraft", "TCP connection"));
        return request.sni.empty()
            ? say(QT_TRANSLATE_NOOP("meshdraft", "TLS connection"))
            : say(QT_TRANSLATE_NOOP("meshdraft", "TLS connection for %1")).arg(printable(request.sni));
    }
    const QString path = request.path == traffic::otherPath ? say(QT_TRANSLATE_NOOP("meshdraft", "any other path"))
                                                            : printable(request.path);
    return printable(request.method) + u' ' + path + conditionsText(request);
}

std::string namespaceOf(const Request& request)
{
    return partsOf(request.host).ns;
}

/// "from WEB to REVIEWS".
QString wayText(const QString& what, const Request& request)
{
    return say(QT_TRANSLATE_NOOP("meshdraft", "%1 from %2 to %3"))
        .arg(what, originText(request.from, namespaceOf(request)),
             hostText(request.host, request.port, request.from.ns));
}

/// "denied by AuthorizationPolicy deny-all".
QString refusalText(const Share& share)
{
    QString text = verdictText(share.verdict);
    const bool hasCause = !share.because.isNull()
        && (share.verdict == Verdict::Denied || share.verdict == Verdict::Unauthenticated
            || share.verdict == Verdict::TlsMismatch);
    if (hasCause) {
        return say(QT_TRANSLATE_NOOP("meshdraft", "%1 by %2 %3"))
            .arg(text, printable(share.because.key.kind), printable(share.because.key.name));
    }
    if (share.status != 0)
        text += u" ("_s + QString::number(share.status) + u')';
    return text;
}

QStringList sharesText(const Answer& answer, const Request& request)
{
    QStringList parts;
    for (const Share& share : answer.shares) {
        const QString text = shareText(share, request);
        const bool isWhole = answer.shares.size() == 1 && !traffic::isDelivered(share.verdict);
        parts << (isWhole ? text : text + u' ' + percentText(share.percent));
    }
    return parts;
}

/// What two answers differ in besides where requests end.
QString detailText(const Answer& answer)
{
    QStringList parts;
    for (const traffic::Mirror& mirror : answer.mirrors) {
        const QString to = mirror.subset.empty() ? hostText(mirror.host, mirror.port, partsOf(mirror.host).ns)
                                                 : printable(mirror.subset);
        parts << say(QT_TRANSLATE_NOOP("meshdraft", "mirrored to %1")).arg(to) + u' ' + percentText(mirror.percent);
    }
    parts << (answer.effort.timeout.empty()
                  ? say(QT_TRANSLATE_NOOP("meshdraft", "no timeout"))
                  : say(QT_TRANSLATE_NOOP("meshdraft", "timeout %1")).arg(printable(answer.effort.timeout)));
    QString retries = say(QT_TRANSLATE_NOOP("meshdraft", "retries: %1")).arg(answer.effort.retries);
    if (!answer.effort.perTryTimeout.empty() || !answer.effort.retryOn.empty()) {
        retries += u" ("_s + printable(answer.effort.perTryTimeout)
            + (answer.effort.perTryTimeout.empty() || answer.effort.retryOn.empty() ? QString() : u", "_s)
            + printable(answer.effort.retryOn) + u')';
    }
    parts << retries;
    return parts.join(u", "_s);
}

QString wiresText(const Answer& answer)
{
    QStringList parts;
    for (const Share& share : answer.shares) {
        QStringList servers;
        for (const traffic::Server& server : share.servers)
            servers << printable(server.key.name);
        parts << wireText(share.wire) + (servers.isEmpty() ? QString() : u' ' + servers.join(u'+'));
    }
    return parts.join(u", "_s);
}

} // namespace

QString originText(const Origin& origin, const std::string& ns)
{
    const std::string name = origin.ns == ns ? origin.name : origin.ns + "/" + origin.name;
    switch (origin.kind) {
    case Origin::Kind::Workload:
        return printable(name);
    case Origin::Kind::Namespace:
        return say(QT_TRANSLATE_NOOP("meshdraft", "namespace %1")).arg(printable(origin.ns));
    case Origin::Kind::Gateway:
        return say(QT_TRANSLATE_NOOP("meshdraft", "gateway %1")).arg(printable(name));
    case Origin::Kind::Outside:
        return say(QT_TRANSLATE_NOOP("meshdraft", "outside the mesh"));
    }
    return {};
}

QString kindText(const Request& request)
{
    return whatText(request);
}

QString requestText(const Request& request)
{
    return say(QT_TRANSLATE_NOOP("meshdraft", "%1 from %2"))
        .arg(whatText(request), originText(request.from, namespaceOf(request)));
}

QString callText(const Request& request)
{
    return wayText(whatText(request), request);
}

QString shareText(const Share& share, const Request& request)
{
    if (!traffic::isDelivered(share.verdict))
        return refusalText(share);
    if (!share.subset.empty()) {
        const bool isOwn = share.host == request.host || partsOf(share.host).name == request.host;
        return isOwn ? printable(share.subset)
                     : hostText(share.host, 0, request.from.ns) + u' ' + printable(share.subset);
    }
    const QString host = hostText(share.host, share.port == request.port ? 0 : share.port, request.from.ns);
    return share.verdict == Verdict::Passthrough ? say(QT_TRANSLATE_NOOP("meshdraft", "%1 unmanaged")).arg(host) : host;
}

QString answerText(const Answer& answer, const Request& request)
{
    QString text = sharesText(answer, request).join(u", "_s);
    if (answer.dependsOnCreationOrder())
        text += say(QT_TRANSLATE_NOOP("meshdraft", " (depends on creation order)"));
    return text;
}

QString fateText(const traffic::ChangedFate& change)
{
    const QString call = change.isAny ? wayText(say(QT_TRANSLATE_NOOP("meshdraft", "any call")), change.request)
                                      : callText(change.request);
    const QString arrow = say(QT_TRANSLATE_NOOP("meshdraft", "%1: %2 -> %3"));
    // "allowed -> denied" says it all where every call is meant
    const bool isPlain = change.isAny && change.before.shares.size() == 1 && change.after.shares.size() == 1
        && (change.before.verdict == Verdict::Routed) != (change.after.verdict == Verdict::Routed)
        && change.before.shares.front().subset.empty() && change.after.shares.front().subset.empty();
    if (isPlain)
        return arrow.arg(call, verdictText(change.before.verdict), verdictText(change.after.verdict));
    QString before = answerText(change.before, change.request);
    QString after = answerText(change.after, change.request);
    if (before == after) {
        before += u"; "_s + detailText(change.before);
        after += u"; "_s + detailText(change.after);
    }
    if (before == after) {
        before += u"; "_s + wiresText(change.before);
        after += u"; "_s + wiresText(change.after);
    }
    return arrow.arg(call, before, after);
}

QString alikeText(const traffic::ChangedFate& change)
{
    constexpr std::size_t shown = 3;
    QStringList parts;
    if (!change.alike.empty()) {
        QStringList names;
        for (const Origin& origin : std::span(change.alike).first(std::min(shown, change.alike.size())))
            names << originText(origin, namespaceOf(change.request));
        if (change.alike.size() > shown)
            names << u"..."_s;
        parts << say(QT_TRANSLATE_NOOP("meshdraft", "callers alike: %1 (%2)"))
                     .arg(change.alike.size())
                     .arg(names.join(u", "_s));
    }
    if (change.others != 0 && !change.isAny)
        parts << say(QT_TRANSLATE_NOOP("meshdraft", "further such requests: %1")).arg(change.others);
    return parts.join(u"; "_s);
}

} // namespace meshdraft::workspace
