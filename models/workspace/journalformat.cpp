// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/journalformat.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <array>

namespace meshdraft::workspace::journal {
namespace {

constexpr quint32 formatVersion = 1;
constexpr std::string_view formatMark = "meshdraft-journal";
constexpr std::size_t frameSize = 8; ///< length and checksum

constexpr auto crcTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1U) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
        table[i] = value;
    }
    return table;
}();

std::uint32_t crc32(std::string_view bytes)
{
    std::uint32_t value = 0xFFFFFFFFU;
    for (const char byte : bytes)
        value = crcTable[(value ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (value >> 8U);
    return ~value;
}

// Paths and texts are bytes, whatever they are meant to be.
QDataStream& operator<<(QDataStream& out, const std::string& bytes)
{
    return out << QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QDataStream& operator>>(QDataStream& in, std::string& bytes)
{
    QByteArray read;
    in >> read;
    bytes.assign(read.constData(), static_cast<std::size_t>(read.size()));
    return in;
}

QDataStream& operator<<(QDataStream& out, const source::Splice& splice)
{
    return out << quint32{splice.offset} << quint32{splice.length} << splice.text;
}

QDataStream& operator>>(QDataStream& in, source::Splice& splice)
{
    return in >> splice.offset >> splice.length >> splice.text;
}

QDataStream& operator<<(QDataStream& out, const source::FileEdit& edit);
QDataStream& operator>>(QDataStream& in, source::FileEdit& edit);

template <typename T> void writeAll(QDataStream& out, const std::vector<T>& items)
{
    out << static_cast<quint32>(items.size());
    for (const T& item : items)
        out << item;
}

template <typename T> void readAll(QDataStream& in, std::vector<T>& items)
{
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i)
        in >> items.emplace_back();
}

QDataStream& operator<<(QDataStream& out, const source::FileEdit& edit)
{
    out << edit.path << edit.base;
    writeAll(out, edit.splices);
    return out;
}

QDataStream& operator>>(QDataStream& in, source::FileEdit& edit)
{
    in >> edit.path >> edit.base;
    readAll(in, edit.splices);
    return in;
}

void write(QDataStream& out, const Header& header)
{
    out << std::string(formatMark) << formatVersion << header.workTree << header.commit << header.branch
        << header.environment << qint64{header.begun};
}

void write(QDataStream& out, const FileState& file)
{
    out << file.path << file.base;
    writeAll(out, file.splices);
}

void write(QDataStream& out, const EditRecord& record)
{
    out << static_cast<quint8>(record.step) << qint32{record.mergeId} << qint64{record.time} << record.text;
    writeAll(out, record.edit.files);
}

void write(QDataStream& out, const NotKept& file)
{
    out << file.path;
}

bool read(QDataStream& in, Header& header)
{
    std::string mark;
    quint32 version = 0;
    qint64 begun = 0;
    in >> mark >> version;
    if (mark != formatMark || version != formatVersion)
        return false;
    in >> header.workTree >> header.commit >> header.branch >> header.environment >> begun;
    header.begun = begun;
    return true;
}

bool read(QDataStream& in, FileState& file)
{
    in >> file.path >> file.base;
    readAll(in, file.splices);
    return true;
}

bool read(QDataStream& in, EditRecord& record)
{
    quint8 step = 0;
    qint32 mergeId = 0;
    qint64 time = 0;
    in >> step >> mergeId >> time >> record.text;
    readAll(in, record.edit.files);
    record.step = static_cast<Step>(step);
    record.mergeId = mergeId;
    record.time = time;
    return step <= static_cast<quint8>(Step::Redo);
}

bool read(QDataStream& in, NotKept& file)
{
    in >> file.path;
    return true;
}

template <typename T> std::optional<Record> readAs(QDataStream& in)
{
    T value;
    if (!read(in, value) || in.status() != QDataStream::Ok || !in.atEnd())
        return std::nullopt;
    return value;
}

std::optional<Record> decode(std::string_view payload)
{
    QDataStream in(QByteArray::fromRawData(payload.data(), static_cast<qsizetype>(payload.size())));
    in.setVersion(QDataStream::Qt_6_0);
    quint8 kind = 0;
    in >> kind;
    switch (kind) {
    case 0:
        return readAs<Header>(in);
    case 1:
        return readAs<FileState>(in);
    case 2:
        return readAs<EditRecord>(in);
    case 3:
        return readAs<NotKept>(in);
    default:
        return std::nullopt;
    }
}

} // namespace

QByteArray encode(const Record& record)
{
    QByteArray bytes(frameSize, '\0');
    QDataStream out(&bytes, QIODevice::Append);
    out.setVersion(QDataStream::Qt_6_0);
    out << static_cast<quint8>(record.index());
    std::visit([&out](const auto& value) { write(out, value); }, record);
    const auto size = static_cast<std::size_t>(bytes.size()) - frameSize;
    qToBigEndian(static_cast<quint32>(size), bytes.data());
    qToBigEndian(crc32({bytes.constData() + frameSize, size}), bytes.data() + sizeof(quint32));
    return bytes;
}

std::optional<Record> Reader::next()
{
    if (m_rest.size() < frameSize)
        return std::nullopt;
    const auto size = qFromBigEndian<quint32>(m_rest.data());
    const auto checksum = qFromBigEndian<quint32>(m_rest.data() + sizeof(quint32));
    if (size == 0 || size > m_rest.size() - frameSize)
        return std::nullopt;
    const auto payload = m_rest.substr(frameSize, size);
    if (crc32(payload) != checksum)
        return std::nullopt;
    auto record = decode(payload);
    if (record)
        m_rest.remove_prefix(frameSize + size);
    return record;
}

} // namespace meshdraft::workspace::journal
