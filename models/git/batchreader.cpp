// SPDX-License-Identifier: Apache-2.0
#include "models/git/batchreader.h"

#include "models/git/gitcommand.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace meshdraft::git {

namespace {

bool isObjectId(const std::string& id)
{
    return (id.size() == 40 || id.size() == 64) && id.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::unexpected<Error> missing(const std::string& id)
{
    return std::unexpected(Error{"git.missingBlob", {id}, {}});
}

} // namespace

Expected<QByteArray> BatchReader::read(const std::string& id)
{
    // Anything else could be a name that git looks up, or several lines.
    if (!isObjectId(id))
        return missing(id);
    const std::lock_guard guard(m_mutex);
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (const auto started = start(); !started)
            return std::unexpected(started.error());
        if (auto answer = ask(id))
            return std::move(*answer);
        m_process.end();
    }
    return missing(id);
}

Expected<void> BatchReader::start()
{
    if (m_process.isRunning())
        return {};
    m_buffer.clear();
    GitCall call;
    call.arguments = {"cat-file", "--batch"};
    auto process = ChildProcess::start(commandLineOf(m_directory, call), ChildProcess::Errors::Drop);
    if (process) {
        m_process = std::move(*process);
        return {};
    }
    if (process.error() == ENOENT)
        return std::unexpected(Error{"git.notFound", {}, {}});
    return std::unexpected(Error{"git.failed", {"git cat-file", std::strerror(process.error())}, {}});
}

std::optional<Expected<QByteArray>> BatchReader::ask(const std::string& id)
{
    if (!writeAll(m_process.input, id + '\n'))
        return std::nullopt;
    const auto header = readLine();
    if (!header)
        return std::nullopt;
    // "<id> <type> <size>", or "<id> missing"
    const std::size_t typeAt = header->find(' ') + 1;
    const std::size_t sizeAt = header->find(' ', typeAt) + 1;
    if (typeAt == 0 || sizeAt == 0)
        return missing(id);
    qsizetype size = 0;
    bool isNumber = false;
    size = QByteArray::fromStdString(header->substr(sizeAt)).toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    if (size > maximumFileSize) {
        m_process.end(); // cheaper than reading over it
        return std::unexpected(Error{"file.tooLarge", {id, std::to_string(size)}, {}});
    }
    QByteArray content;
    const bool isBlob = header->compare(typeAt, sizeAt - typeAt - 1, "blob") == 0;
    if (isBlob)
        content.reserve(size);
    if (!readBytes(size, isBlob ? &content : nullptr) || !readBytes(1, nullptr))
        return std::nullopt;
    if (!isBlob)
        return missing(id);
    return content;
}

bool BatchReader::fill()
{
    std::array<char, 65536> buffer; // NOLINT: filled by read
    ssize_t count = 0;
    do
        count = ::read(m_process.output.get(), buffer.data(), buffer.size());
    while (count < 0 && errno == EINTR);
    if (count > 0)
        m_buffer.append(buffer.data(), count);
    return count > 0;
}

std::optional<std::string> BatchReader::readLine()
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf('\n')) < 0) {
        if (!fill())
            return std::nullopt;
    }
    std::string line = m_buffer.first(end).toStdString();
    m_buffer.remove(0, end + 1);
    return line;
}

bool BatchReader::readBytes(qsizetype count, QByteArray* to)
{
    while (count > 0) {
        if (m_buffer.isEmpty() && !fill())
            return false;
        const qsizetype taken = std::min(count, m_buffer.size());
        if (to != nullptr)
            to->append(m_buffer.constData(), taken);
        m_buffer.remove(0, taken);
        count -= taken;
    }
    return true;
}

} // namespace meshdraft::git
