// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/credentials.h"

#include "models/traffic/lowercase.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace meshdraft::traffic {
namespace {

/// The words of a name: "x-api-key" and "apiKey" have "api" and "key".
std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words(1);
    bool wasLower = false;
    for (const char c : name) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isWord = isUpper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!isWord || (isUpper && wasLower)) {
            if (!words.back().empty())
                words.emplace_back();
        }
        if (isWord)
            words.back() += c;
        wasLower = isWord && !isUpper;
    }
    for (std::string& word : words)
        word = lower(word);
    return words;
}

bool isBase64Url(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
            || c == '=';
    });
}

std::optional<QJsonObject> objectOf(std::string_view part)
{
    if (!isBase64Url(part))
        return std::nullopt;
    const QByteArray bytes = QByteArray::fromBase64(QByteArray(part.data(), static_cast<qsizetype>(part.size())),
                                                    QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QJsonDocument json = QJsonDocument::fromJson(bytes);
    if (!json.isObject())
        return std::nullopt;
    return json.object();
}

std::array<std::string_view, 3> partsOf(std::string_view text)
{
    std::array<std::string_view, 3> parts;
    const auto first = text.find('.');
    const auto second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos || text.find('.', second + 1) != std::string_view::npos)
        return parts;
    parts[0] = text.substr(0, first);
    parts[1] = text.substr(first + 1, second - first - 1);
    parts[2] = text.substr(second + 1);
    return parts;
}

std::string scalarText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (value.isDouble()) {
        const double number = value.toDouble();
        constexpr double exact = 9e15;
        return std::abs(number) < exact && number == std::floor(number)
            ? std::to_string(static_cast<long long>(number))
            : QByteArray::number(number, 'g', 15).toStdString();
    }
    return value.toString().toStdString();
}

std::vector<std::string> textsOf(const QJsonValue& value)
{
    std::vector<std::string> texts;
    if (value.isArray()) {
        for (const QJsonValue item : value.toArray()) {
            if (!item.isArray() && !item.isObject() && !item.isNull())
                texts.push_back(scalarText(item));
        }
    } else if (!value.isNull() && !value.isUndefined()) {
        texts.push_back(scalarText(value));
    }
    return texts;
}

/// Identifiers of one token or session, which no rule asks for.
bool isPrivateClaim(std::string_view name)
{
    static constexpr std::array<std::string_view, 6> names{"jti", "nonce", "sid", "at_hash", "c_hash", "s_hash"};
    return std::ranges::contains(names, name) || isSecretName(name);
}

void addClaims(Token& token, const QJsonObject& object, const std::string& prefix, int depth)
{
    constexpr int deepest = 8;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const std::string name = it.key().toStdString();
        if (isPrivateClaim(name))
            continue;
        std::string path = prefix;
        path.append(prefix.empty() ? "" : ".").append(name);
        if (it.value().isObject()) {
            if (depth < deepest)
                addClaims(token, it.value().toObject(), path, depth + 1);
        } else if (auto texts = textsOf(it.value()); !texts.empty()) {
            token.claims[path] = std::move(texts);
        }
    }
}

/// Replaces the value of one header; what says its kind stays, for rules that look at it.
std::string withoutSecret(const std::string& name, const std::string& value)
{
    if (name == "cookie") {
        std::string cookies;
        std::size_t begin = 0;
        while (begin <= value.size()) {
            const auto end = std::min(value.find(';', begin), value.size());
            std::string_view one = std::string_view(value).substr(begin, end - begin);
            while (one.starts_with(' '))
                one.remove_prefix(1);
            if (const auto equals = one.find('='); equals != std::string_view::npos && equals > 0) {
                cookies += cookies.empty() ? "" : "; ";
                cookies.append(one.substr(0, equals + 1)).append(replacedValue);
            }
            begin = end + 1;
        }
        return cookies.empty() ? std::string(replacedValue) : cookies;
    }
    const auto space = value.find(' ');
    if (space != std::string::npos) {
        const std::string scheme = lower(std::string_view(value).substr(0, space));
        if (scheme == "bearer" || scheme == "basic" || scheme == "digest" || scheme == "negotiate")
            return value.substr(0, space + 1) + std::string(replacedValue);
    }
    return std::string(replacedValue);
}

/// The token in a value, with or without "Bearer ".
std::string_view tokenIn(std::string_view value)
{
    const auto space = value.rfind(' ');
    const std::string_view last = space == std::string_view::npos ? value : value.substr(space + 1);
    return isToken(last) ? last : std::string_view();
}

} // namespace

bool isSecretName(std::string_view name)
{
    static constexpr std::array<std::string_view, 33> secrets{
        "authorization", "auth",         "token",     "tokens",     "accesstoken", "idtoken",    "refreshtoken",
        "password",      "passwd",       "passwort",  "pwd",        "pass",        "passphrase", "secret",
        "secrets",       "clientsecret", "key",       "keys",       "apikey",      "accesskey",  "cookie",
        "cookies",       "session",      "sessionid", "credential", "credentials", "signature",  "sig",
        "jwt",           "csrf",         "xsrf",      "otp",        "cert"};
    return std::ranges::any_of(wordsOf(name),
                               [&](const std::string& word) { return std::ranges::contains(secrets, word); });
}

bool isToken(std::string_view text)
{
    const auto parts = partsOf(text);
    if (!parts[0].starts_with("eyJ") || !isBase64Url(parts[0]) || !isBase64Url(parts[1]))
        return false;
    return parts[2].empty() || isBase64Url(parts[2]);
}

std::optional<Token> decodeToken(std::string_view text)
{
    const auto parts = partsOf(text);
    const auto payload = objectOf(parts[1]);
    if (!payload || !objectOf(parts[0]))
        return std::nullopt;
    QJsonObject claims = *payload;
    Token token;
    token.issuer = claims.take(QStringLiteral("iss")).toString().toStdString();
    token.subject = claims.take(QStringLiteral("sub")).toString().toStdString();
    token.audiences = textsOf(claims.take(QStringLiteral("aud")));
    token.presenter = claims.take(QStringLiteral("azp")).toString().toStdString();
    addClaims(token, claims, {}, 0);
    return token;
}

std::vector<std::string> replaceSecrets(Request& request)
{
    std::set<std::string> replaced;
    const auto takeToken = [&](std::string_view value) {
        const std::string_view token = tokenIn(value);
        if (!token.empty() && !request.token)
            request.token = decodeToken(token);
        return !token.empty();
    };
    for (auto& [name, value] : request.headers) {
        const bool hasToken = takeToken(value);
        if (!hasToken && !isSecretName(name))
            continue;
        value = withoutSecret(name, value);
        replaced.insert(name);
    }
    for (auto& [name, value] : request.query) {
        const bool hasToken = takeToken(value);
        if (!hasToken && !isSecretName(name))
            continue;
        value = replacedValue;
        replaced.insert(name);
    }
    std::string path;
    std::size_t begin = 0;
    while (begin <= request.path.size()) {
        const auto end = std::min(request.path.find('/', begin), request.path.size());
        const std::string_view part = std::string_view(request.path).substr(begin, end - begin);
        if (isToken(part)) {
            path += replacedValue;
            replaced.insert("path");
        } else {
            path += part;
        }
        if (end < request.path.size())
            path += '/';
        begin = end + 1;
    }
    request.path = std::move(path);
    return {replaced.begin(), replaced.end()};
}

} // namespace meshdraft::traffic
