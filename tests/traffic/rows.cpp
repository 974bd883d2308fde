// SPDX-License-Identifier: Apache-2.0
#include "tests/traffic/rows.h"

#include <QStringList>
#include <QtTest/QTest>

#include <cmath>
#include <memory>
#include <vector>

namespace meshdraft::test {

using namespace traffic;

namespace {

std::pair<std::string, std::string> cut(std::string_view text, std::string_view separator)
{
    const auto at = text.find(separator);
    if (at == std::string_view::npos)
        return {std::string(text), {}};
    return {std::string(text.substr(0, at)), std::string(text.substr(at + separator.size()))};
}

std::vector<std::string> pieces(std::string_view text, char separator)
{
    std::vector<std::string> all;
    while (!text.empty()) {
        const auto at = text.find(separator);
        if (at != 0)
            all.emplace_back(text.substr(0, at));
        text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    }
    return all;
}

std::string named(const std::string& apiVersion, const std::string& kind, const std::string& name,
                  const std::string& spec, const std::string& metadata = {})
{
    const auto [ns, own] = cut(name, "/");
    return own.empty() ? document(apiVersion, kind, "shop", ns, metadata, spec)
                       : document(apiVersion, kind, ns, own, metadata, spec);
}

Origin originOf(const std::string& text)
{
    if (text == "outside")
        return {Origin::Kind::Outside, {}, {}, {}};
    if (text.starts_with("ns:"))
        return {Origin::Kind::Namespace, text.substr(3), {}, {}};
    const bool isGateway = text.starts_with("gw:");
    const auto [ns, name] = cut(isGateway ? text.substr(3) : text, "/");
    return {isGateway ? Origin::Kind::Gateway : Origin::Kind::Workload,
            name.empty() ? "shop" : ns,
            name.empty() ? ns : name,
            {}};
}

void readAddress(Request& request, std::string_view text)
{
    if (text.contains("://")) {
        const auto [scheme, rest] = cut(text, "://");
        text = text.substr(scheme.size() + 3);
        request.protocol = scheme == "grpc"      ? Protocol::Grpc
            : scheme == "h2"                     ? Protocol::Http2
            : scheme == "tcp" || scheme == "tls" ? Protocol::Tcp
                                                 : Protocol::Http;
        if (scheme == "https" || scheme == "tls")
            request.tls = CallerTls::Tls;
    }
    const auto [target, query] = cut(text, "?");
    const auto slash = target.find('/');
    request.path = slash == std::string::npos ? "/" : target.substr(slash);
    const auto [host, port] = cut(std::string_view(target).substr(0, slash), ":");
    request.host = host;
    if (!port.empty())
        request.port = static_cast<std::uint32_t>(std::stoul(port));
    for (const std::string& parameter : pieces(query, '&')) {
        const auto [name, value] = cut(parameter, "=");
        request.query.emplace(name, value);
    }
}

void readOption(Request& request, const std::string& word)
{
    const auto [key, value] = cut(word, "=");
    if (key.starts_with("h:")) {
        request.headers.emplace(key.substr(2), value);
    } else if (key == "jwt" || key == "badjwt") {
        const auto [issuer, subject] = cut(value, "|");
        request.token.emplace();
        request.token->issuer = issuer;
        request.token->subject = subject;
        request.token->isValid = key == "jwt";
    } else if (key == "aud") {
        request.token->audiences = pieces(value, ',');
    } else if (key == "presenter") {
        request.token->presenter = value;
    } else if (key.starts_with("claim:")) {
        request.token->claims.emplace(key.substr(6), pieces(value, ','));
    } else if (key == "ip") {
        request.sourceIp = value;
    } else if (key == "principal") {
        request.sourcePrincipal = value;
    } else if (key == "sni") {
        request.sni = value;
    } else if (key == "alpn") {
        request.alpn = pieces(value, ',');
    } else if (key == "address") {
        request.address = value;
    } else if (key == "host") {
        request.host = value;
    } else if (key == "mtls") {
        request.tls = CallerTls::Mutual;
    } else {
        qFatal("no option of a request: %s", word.c_str());
    }
}

QString number(double value)
{
    return QString::number(value, 'g', 6);
}

QString destination(const std::string& host, std::uint32_t port, const std::string& subset)
{
    if (host.empty())
        return QStringLiteral("-");
    QString text = QString::fromStdString(host);
    text.remove(QLatin1String(".svc.cluster.local"));
    text += QLatin1Char(':') + QString::number(port);
    return subset.empty() ? text : text + QLatin1Char('/') + QString::fromStdString(subset);
}

QString outcome(const Answer& answer)
{
    QString text = QString::fromUtf8(verdictName(answer.verdict));
    for (const Share& share : answer.shares) {
        if (answer.verdict == Verdict::Mixed)
            text += QLatin1Char(' ') + QString::fromUtf8(verdictName(share.verdict));
        if (!share.flag.empty())
            text += QLatin1Char(' ') + QString::fromStdString(share.flag);
        if (share.status != 0)
            text += QLatin1Char(' ') + QString::number(share.status);
        text += QLatin1Char(' ') + destination(share.host, share.port, share.subset) + QLatin1Char('=')
            + number(share.percent);
    }
    return answer.isUncertain() ? text + QStringLiteral(" ?") : text;
}

QString valueOf(const Answer& answer, const QString& key)
{
    const Share& first = answer.shares.front();
    if (key == u"wire")
        return QString::fromUtf8(wireName(first.wire));
    if (key == u"details")
        return QString::fromStdString(first.details);
    if (key == u"because")
        return QString::fromStdString(printed(first.because));
    if (key == u"route")
        return QString::fromStdString(answer.route);
    if (key == u"timeout")
        return QString::fromStdString(answer.effort.timeout);
    if (key == u"pertry")
        return QString::fromStdString(answer.effort.perTryTimeout);
    if (key == u"retryon")
        return QString::fromStdString(answer.effort.retryOn);
    if (key == u"retries")
        return QString::number(answer.effort.retries);
    if (key == u"worst")
        return number(answer.effort.worstSeconds);
    QStringList items;
    if (key == u"mirrors") {
        for (const Mirror& mirror : answer.mirrors)
            items << destination(mirror.host, mirror.port, mirror.subset) + QLatin1Char('=') + number(mirror.percent);
        return items.join(QLatin1Char(' '));
    }
    if (key == u"servers") {
        for (const Server& server : first.servers) {
            items << QString::fromStdString(server.key.name) + QLatin1Char('=')
                    + QString::fromUtf8(verdictName(server.verdict));
        }
        return items.join(QLatin1Char(' '));
    }
    return QStringLiteral("no such key: ") + key;
}

bool hasStep(const Answer& answer, QStringView code)
{
    return std::ranges::any_of(answer.steps,
                               [&](const Step& step) { return code == QString::fromStdString(step.code); });
}

QString codesOf(const Answer& answer)
{
    QStringList codes;
    for (const Step& step : answer.steps)
        codes << QString::fromStdString(step.code);
    return codes.join(QLatin1Char(' '));
}

} // namespace

std::string baseMesh()
{
    const auto versioned = [](const std::string& name, const std::string& version) {
        return document("apps/v1", "Deployment", "shop", name + "-" + version, {},
                        "template: {metadata: {labels: {app: " + name + ", version: " + version
                            + "}}, spec: {serviceAccountName: " + name + "}}");
    };
    return namespaceObject("shop", "istio-injection: enabled") + namespaceObject("other", "istio-injection: enabled")
        + namespaceObject("legacy", "team: old") + namespaceObject("istio-system")
        + deployment("shop", "web", "tier: front", "", "serviceAccountName: web") + versioned("reviews", "v1")
        + versioned("reviews", "v2") + deployment("shop", "ratings") + deployment("shop", "db")
        + deployment("other", "client", "", "", "serviceAccountName: client") + deployment("other", "payments")
        + deployment("legacy", "jobs")
        + document("apps/v1", "Deployment", "istio-system", "istio-ingressgateway", {},
                   "template: {metadata: {labels: {app: istio-ingressgateway, istio: ingressgateway, "
                   "sidecar.istio.io/inject: \"true\"}, annotations: {inject.istio.io/templates: gateway}}, "
                   "spec: {serviceAccountName: ingress}}")
        + exportedService("shop", "reviews", {}, "selector: {app: reviews}, ports: [{port: 80, name: http}]")
        + exportedService("shop", "ratings", {}, "selector: {app: ratings}, ports: [{port: 9080, name: http}]")
        + exportedService("shop", "db", {}, "selector: {app: db}, ports: [{port: 3306, name: tcp-db}]")
        + exportedService("other", "payments", {}, "selector: {app: payments}, ports: [{port: 80, name: http}]")
        + destinationRule("shop", "reviews",
                          "host: reviews, subsets: [{name: v1, labels: {version: v1}}, "
                          "{name: v2, labels: {version: v2}}, {name: v3, labels: {version: v3}}]");
}

std::string virtualService(const std::string& name, const std::string& spec)
{
    return named("networking.istio.io/v1", "VirtualService", name, spec);
}

std::string gateway(const std::string& name, const std::string& spec)
{
    return named("networking.istio.io/v1", "Gateway", name, spec);
}

std::string authorization(const std::string& name, const std::string& spec, const std::string& metadata)
{
    return named("security.istio.io/v1", "AuthorizationPolicy", name, spec, metadata);
}

std::string requestAuthentication(const std::string& name, const std::string& spec)
{
    return named("security.istio.io/v1", "RequestAuthentication", name, spec);
}

std::string http(std::initializer_list<std::string> entries)
{
    std::string list;
    for (const std::string& entry : entries)
        list += (list.empty() ? "{" : ", {") + entry + "}";
    return virtualService("reviews", "hosts: [reviews], http: [" + list + "]");
}

std::string to(const std::string& subset)
{
    return "route: [{destination: {host: reviews, subset: " + subset + "}}]";
}

std::string matchTo(const std::string& match, const std::string& subset)
{
    return "match: [{" + match + "}], " + to(subset);
}

Request requestOf(std::string_view line)
{
    Request request;
    bool hasAddress = false;
    const std::vector<std::string> words = pieces(line, ' ');
    request.from = originOf(words.front());
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string& word = words[i];
        const bool isMethod = word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
        if (isMethod) {
            request.method = word;
        } else if (!hasAddress) {
            readAddress(request, word);
            hasAddress = true;
        } else {
            readOption(request, word);
        }
    }
    return request;
}

QString printed(const Answer& answer)
{
    QString text = outcome(answer);
    for (const Answer& other : answer.otherwise)
        text += QStringLiteral(" (or: ") + outcome(other) + QLatin1Char(')');
    return text;
}

QString mismatch(const Answer& answer, const QString& wanted)
{
    const QStringList parts = wanted.split(QStringLiteral(" | "));
    QStringList wrong;
    if (printed(answer) != parts.front())
        wrong << QStringLiteral("got ") + printed(answer);
    for (const QString& part : parts.sliced(1)) {
        if (part.startsWith(QLatin1String("step:"))) {
            if (!hasStep(answer, QStringView(part).sliced(5)))
                wrong << QStringLiteral("no ") + part;
        } else if (part.startsWith(QLatin1String("!step:"))) {
            if (hasStep(answer, QStringView(part).sliced(6)))
                wrong << QStringLiteral("but ") + part;
        } else {
            const QString key = part.section(QLatin1Char('='), 0, 0);
            const QString value = part.section(QLatin1Char('='), 1);
            if (valueOf(answer, key) != value)
                wrong << key + QStringLiteral(" is ") + valueOf(answer, key);
        }
    }
    return wrong.isEmpty() ? QString()
                           : wrong.join(QStringLiteral("; ")) + QStringLiteral("\n  steps: ") + codesOf(answer);
}

void addRows(std::initializer_list<Row> rows)
{
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("wanted");
    for (const Row& row : rows) {
        if (!std::string_view(row.source).contains(": "))
            qFatal("a row without its source: %s", row.name);
        QTest::newRow(row.name) << QString::fromStdString(row.yaml) << QString::fromUtf8(row.request)
                                << QString::fromUtf8(row.wanted);
    }
}

void checkRow()
{
    QFETCH(QString, yaml);
    QFETCH(QString, request);
    QFETCH(QString, wanted);
    const Evaluator evaluator(
        std::make_shared<const mesh::effective::MeshView>(graphOf(baseMesh() + yaml.toStdString())));
    const Answer answer = evaluator.evaluate(requestOf(request.toStdString()));
    const QString wrong = mismatch(answer, wanted);
    QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("wanted ") + wanted + QStringLiteral("\n  ") + wrong));
    double sum = 0;
    for (const Share& share : answer.shares)
        sum += share.percent;
    QVERIFY(std::abs(sum - 100.0) < 1e-9);
}

} // namespace meshdraft::test
