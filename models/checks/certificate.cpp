// SPDX-License-Identifier: Apache-2.0
// Reads only as much of X.509 (RFC 5280, DER) as tells whether a certificate is one and when it holds.
#include "models/checks/certificate.h"

#include <QByteArray>
#include <QDateTime>
#include <QTimeZone>

namespace meshdraft::checks {

namespace {

constexpr std::uint8_t integer = 0x02;
constexpr std::uint8_t bitString = 0x03;
constexpr std::uint8_t utcTime = 0x17;
constexpr std::uint8_t generalTime = 0x18;
constexpr std::uint8_t sequence = 0x30;
constexpr std::uint8_t explicitVersion = 0xA0;

/// Reads one element after another.
class Der {
public:
    explicit Der(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    bool atEnd() const { return m_bytes.empty(); }
    std::uint8_t nextTag() const { return m_bytes.empty() ? 0 : static_cast<std::uint8_t>(m_bytes.front()); }

    /// The content of the next element if it has this tag.
    std::optional<std::string_view> take(std::uint8_t tag)
    {
        if (nextTag() != tag || m_bytes.size() < 2)
            return std::nullopt;
        std::size_t length = static_cast<std::uint8_t>(m_bytes[1]);
        std::size_t head = 2;
        if (length >= 0x80) {
            const std::size_t count = length & 0x7FU;
            if (count == 0 || count > 4 || m_bytes.size() < head + count)
                return std::nullopt;
            length = 0;
            for (std::size_t i = 0; i < count; ++i)
                length = length << 8U | static_cast<std::uint8_t>(m_bytes[head + i]);
            head += count;
        }
        if (m_bytes.size() - head < length)
            return std::nullopt;
        const std::string_view content = m_bytes.substr(head, length);
        m_bytes.remove_prefix(head + length);
        return content;
    }

private:
    std::string_view m_bytes;
};

/// "YYMMDDhhmmssZ" (of 1950 to 2049) or "YYYYMMDDhhmmssZ".
std::optional<std::int64_t> takeTime(Der& der)
{
    const bool isShort = der.nextTag() == utcTime;
    const auto content = der.take(isShort ? utcTime : generalTime);
    if (!content || content->size() != (isShort ? 13U : 15U) || content->back() != 'Z')
        return std::nullopt;
    std::string text(content->substr(0, content->size() - 1));
    if (isShort)
        text.insert(0, text.front() < '5' ? "20" : "19");
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), QStringLiteral("yyyyMMddHHmmss"));
    if (!time.isValid())
        return std::nullopt;
    time.setTimeZone(QTimeZone::utc());
    return time.toSecsSinceEpoch();
}

std::optional<Validity> validityOf(std::string_view der)
{
    const auto certificate = Der(der).take(sequence);
    if (!certificate)
        return std::nullopt;
    Der outer(*certificate);
    const auto content = outer.take(sequence);
    if (!content || !outer.take(sequence) || !outer.take(bitString) || !outer.atEnd())
        return std::nullopt;
    Der inner(*content);
    if (inner.nextTag() == explicitVersion)
        inner.take(explicitVersion);
    // serial number, signature algorithm, issuer
    if (!inner.take(integer) || !inner.take(sequence) || !inner.take(sequence))
        return std::nullopt;
    const auto validity = inner.take(sequence);
    // subject, key
    if (!validity || !inner.take(sequence) || !inner.take(sequence))
        return std::nullopt;
    Der times(*validity);
    const auto from = takeTime(times);
    const auto until = takeTime(times);
    if (!from || !until)
        return std::nullopt;
    return Validity{*from, *until};
}

} // namespace

std::optional<Validity> validityOfPem(std::string_view pem)
{
    constexpr std::string_view begin = "-----BEGIN CERTIFICATE-----";
    constexpr std::string_view end = "-----END CERTIFICATE-----";
    const auto first = pem.find(begin);
    const auto last = first == std::string_view::npos ? first : pem.find(end, first);
    if (last == std::string_view::npos)
        return std::nullopt;
    const std::string_view body = pem.substr(first + begin.size(), last - first - begin.size());
    QByteArray lines(body.data(), static_cast<qsizetype>(body.size()));
    for (const char blank : {'\r', '\n', ' ', '\t'})
        lines.replace(QByteArray(1, blank), QByteArray());
    const auto decoded = QByteArray::fromBase64Encoding(lines, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return validityOf({(*decoded).constData(), static_cast<std::size_t>((*decoded).size())});
}

} // namespace meshdraft::checks
