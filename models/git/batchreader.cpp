// SPDX-License-Identifier: Apache-2.0
#include "models/git/batchreader.h"

#include "models/git/gitcommand.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

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

/// Questions on the way at once: all of them fit the buffer of the socket, so that asking never waits while git waits
/// for us to take its answers.
constexpr std::size_t questionsAtOnce = 256;
/// Contents that readMany holds together, in bytes.
constexpr qsizetype contentAtOnce = 32 * 1024 * 1024;

} // namespace

Expected<QByteArray> BatchReader::read(const std::string& id)
{
    return std::move(readMany({&id, 1}).front());
}

std::vector<Expected<QByteArray>> BatchReader::readMany(std::span<const std::string> ids)
{
    std::vector<Expected<QByteArray>> contents;
    contents.reserve(ids.size());
    const std::lock_guard guard(m_mutex);
    qsizetype size = 0;
    bool diedOfThis = false;
    while (contents.size() < ids.size() && size < contentAtOnce) {
        const auto& id = ids[contents.size()];
        // Anything else could be a name that git looks up, or several lines.
        if (!isObjectId(id)) {
            contents.emplace_back(missing(id));
            continue;
        }
        if (const auto started = start(); !started) {
            contents.emplace_back(std::unexpected(started.error()));
            continue;
        }
        auto content = sendQuestions(ids.subspan(contents.size())) ? answer(id) : std::nullopt;
        if (!content) {
            stop();
            if (std::exchange(diedOfThis, !diedOfThis))
                contents.emplace_back(missing(id));
            continue;
        }
        diedOfThis = false;
        size += *content ? (*content)->size() : 0;
        contents.push_back(std::move(*content));
    }
    if (m_asked > 0)
        stop(); // its answers would be taken for those of the next call
    return contents;
}

bool BatchReader::sendQuestions(std::span<const std::string> ids)
{
    // Not after every answer: a write that holds many questions costs as much as one that holds one.
    if (m_asked > questionsAtOnce / 2)
        return true;
    std::string lines;
    std::size_t asked = m_asked;
    std::size_t position = 0;
    for (const auto& id : ids) {
        if (asked == questionsAtOnce)
            break;
        if (!isObjectId(id))
            continue;
        if (position++ >= m_asked) {
            lines += id + '\n';
            ++asked;
        }
    }
    m_asked = asked;
    return lines.empty() || writeAll(m_process.input, lines);
}

void BatchReader::stop()
{
    m_process.end();
    m_buffer.clear();
    m_used = 0;
    m_asked = 0;
}

Expected<void> BatchReader::start()
{
    if (m_process.isRunning())
        return {};
    stop();
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

std::optional<Expected<QByteArray>> BatchReader::answer(const std::string& id)
{
    const auto header = readLine();
    if (!header)
        return std::nullopt;
    --m_asked;
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
        stop(); // cheaper than reading over it
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
    m_buffer.remove(0, std::exchange(m_used, 0));
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
    while ((end = m_buffer.indexOf('\n', m_used)) < 0) {
        if (!fill())
            return std::nullopt;
    }
    std::string line = m_buffer.sliced(m_used, end - m_used).toStdString();
    m_used = end + 1;
    return line;
}

bool BatchReader::readBytes(qsizetype count, QByteArray* to)
{
    while (count > 0) {
        if (m_used == m_buffer.size() && !fill())
            return false;
        const qsizetype taken = std::min(count, m_buffer.size() - m_used);
        if (to != nullptr)
            to->append(m_buffer.constData() + m_used, taken);
        m_used += taken;
        count -= taken;
    }
    return true;
}

} // namespace meshdraft::git
