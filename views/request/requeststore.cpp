// SPDX-License-Identifier: Apache-2.0
#include "views/request/requeststore.h"

#include "models/traffic/credentials.h"
#include "models/traffic/requestaddress.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using traffic::Request;

namespace {

constexpr std::size_t keptRecent = 12;
constexpr std::size_t keptSaved = 60;
constexpr int writeAfter = 2000; ///< ms
using Pairs = std::multimap<std::string, std::string, std::less<>>;

Request withoutSecrets(Request request)
{
    const auto token = std::exchange(request.token, std::nullopt);
    traffic::replaceSecrets(request);
    // claims that were typed stay; what stood in a header says nothing new
    if (token) {
        request.token = token;
    }
    return request;
}

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

QJsonArray pairsOf(const Pairs& pairs)
{
    QJsonArray array;
    for (const auto& [name, value] : pairs) {
        array << QJsonArray{text(name), text(value)};
    }
    return array;
}

Pairs pairsIn(const QJsonValue& value)
{
    Pairs pairs;
    for (const QJsonValue& pair : value.toArray()) {
        pairs.emplace(pair[0].toString().toStdString(), pair[1].toString().toStdString());
    }
    return pairs;
}

QJsonObject tokenObject(const traffic::Token& token)
{
    QJsonObject claims;
    for (const auto& [name, values] : token.claims) {
        QJsonArray list;
        for (const std::string& value : values) {
            list << text(value);
        }
        claims[text(name)] = list;
    }
    QJsonArray audiences;
    for (const std::string& audience : token.audiences) {
        audiences << text(audience);
    }
    return {{u"iss"_s, text(token.issuer)},
            {u"sub"_s, text(token.subject)},
            {u"aud"_s, audiences},
            {u"azp"_s, text(token.presenter)},
            {u"claims"_s, claims}};
}

traffic::Token tokenIn(const QJsonObject& object)
{
    traffic::Token token;
    token.issuer = object[u"iss"_s].toString().toStdString();
    token.subject = object[u"sub"_s].toString().toStdString();
    token.presenter = object[u"azp"_s].toString().toStdString();
    for (const QJsonValue& audience : object[u"aud"_s].toArray()) {
        token.audiences.push_back(audience.toString().toStdString());
    }
    const QJsonObject claims = object[u"claims"_s].toObject();
    for (auto claim = claims.begin(); claim != claims.end(); ++claim) {
        auto& values = token.claims[claim.key().toStdString()];
        for (const QJsonValue& value : claim.value().toArray()) {
            values.push_back(value.toString().toStdString());
        }
    }
    return token;
}

} // namespace

QByteArray writeRequest(const Request& asked)
{
    const Request request = withoutSecrets(asked);
    QJsonObject object{{u"from"_s,
                        QJsonArray{static_cast<int>(request.from.kind), text(request.from.ns), text(request.from.name),
                                   text(request.from.workloadKind)}},
                       {u"method"_s, text(request.method)},
                       {u"address"_s, text(traffic::addressText(request))}};
    if (request.tls == traffic::CallerTls::Mutual) {
        object[u"mutual"_s] = true;
    }
    if (!request.headers.empty()) {
        object[u"headers"_s] = pairsOf(request.headers);
    }
    if (request.token) {
        object[u"token"_s] = tokenObject(*request.token);
    }
    if (!request.sourceIp.empty()) {
        object[u"sourceIp"_s] = text(request.sourceIp);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Request> readRequest(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    Request request;
    if (!traffic::takeAddress(object[u"address"_s].toString().toStdString(), request)) {
        return std::nullopt;
    }
    const QJsonArray from = object[u"from"_s].toArray();
    const int kind = from.at(0).toInt(-1);
    if (kind < 0 || kind > static_cast<int>(traffic::Origin::Kind::Outside)) {
        return std::nullopt;
    }
    request.from = {.kind = static_cast<traffic::Origin::Kind>(kind),
                    .ns = from.at(1).toString().toStdString(),
                    .name = from.at(2).toString().toStdString(),
                    .workloadKind = from.at(3).toString().toStdString()};
    request.method = object[u"method"_s].toString(u"GET"_s).toStdString();
    request.headers = pairsIn(object[u"headers"_s]);
    if (object[u"mutual"_s].toBool()) {
        request.tls = traffic::CallerTls::Mutual;
    }
    if (object.contains(u"token"_s)) {
        request.token = tokenIn(object[u"token"_s].toObject());
    }
    request.sourceIp = object[u"sourceIp"_s].toString().toStdString();
    return request;
}

RequestStore::RequestStore(QSettings& settings)
    : m_settings(settings)
{
    m_later.setSingleShot(true);
    m_later.setInterval(writeAfter);
    QObject::connect(&m_later, &QTimer::timeout, &m_later, [this] { write(u"recent", m_recent); });
}

RequestStore::~RequestStore()
{
    flush();
}

void RequestStore::flush()
{
    if (m_later.isActive()) {
        m_later.stop();
        write(u"recent", m_recent);
    }
}

void RequestStore::setRepository(const QString& directory)
{
    // The path itself is nothing that a key may hold.
    const QString repository = directory.isEmpty()
        ? QString()
        : QString::fromLatin1(
              QCryptographicHash::hash(directory.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
    if (repository == m_repository) {
        return;
    }
    flush();
    m_repository = repository;
    m_recent = read(u"recent");
}

QString RequestStore::keyOf(QStringView list) const
{
    return u"requests/"_s + m_repository + u'/' + list;
}

std::vector<Request> RequestStore::read(QStringView list) const
{
    std::vector<Request> requests;
    if (m_repository.isEmpty()) {
        return requests;
    }
    for (const QString& line : m_settings.value(keyOf(list)).toStringList()) {
        if (auto request = readRequest(line.toUtf8())) {
            requests.push_back(std::move(*request));
        }
    }
    return requests;
}

void RequestStore::write(QStringView list, const std::vector<Request>& requests)
{
    QStringList lines;
    for (const Request& request : requests) {
        lines << QString::fromUtf8(writeRequest(request));
    }
    m_settings.setValue(keyOf(list), lines);
}

void RequestStore::addRecent(const Request& request)
{
    if (m_repository.isEmpty()) {
        return;
    }
    const Request kept = withoutSecrets(request);
    std::erase(m_recent, kept);
    m_recent.insert(m_recent.begin(), kept);
    m_recent.resize(std::min(m_recent.size(), keptRecent));
    m_later.start();
}

void RequestStore::save(const Request& request)
{
    if (m_repository.isEmpty() || isSaved(request)) {
        return;
    }
    std::vector<Request> requests = saved();
    requests.push_back(withoutSecrets(request));
    if (requests.size() > keptSaved) {
        requests.erase(requests.begin());
    }
    write(u"saved", requests);
}

void RequestStore::forget(const Request& request)
{
    std::vector<Request> requests = saved();
    std::erase(requests, withoutSecrets(request));
    write(u"saved", requests);
}

bool RequestStore::isSaved(const Request& request) const
{
    return std::ranges::contains(saved(), withoutSecrets(request));
}

} // namespace meshdraft::views
