// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/process.h"
#include "models/source/error.h"

#include <QByteArray>

#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace meshdraft::git {

/// Largest content that is read, in bytes: larger files are reported and not parsed (DECISIONS "YAML before and inside
/// YAML").
inline constexpr qsizetype maximumFileSize = qsizetype{32} * 1024 * 1024;

/// Reads blobs through one long-lived `git cat-file --batch`, which starts with the first read. Thread-safe: one call
/// at a time. When git dies (a damaged object ends it, or somebody does), it is started once more; the blob that it
/// dies of again is reported missing, and the rest goes on.
class BatchReader {
public:
    explicit BatchReader(std::string directory)
        : m_directory(std::move(directory))
    {
    }

    /// Content of a blob. Errors: "git.missingBlob" (args: id; also for an id that is no blob's), "file.tooLarge"
    /// (args: id, bytes), "git.notFound", "git.failed".
    Expected<QByteArray> read(const std::string& id);

    /// Contents of several blobs, in their order, with many questions on the way at once. Fewer than asked for (but at
    /// least one) when they grow too large to be held together: ask again for the rest.
    std::vector<Expected<QByteArray>> readMany(std::span<const std::string> ids);

private:
    Expected<void> start();
    /// The next answer, which is about `id`; nothing when git died.
    std::optional<Expected<QByteArray>> answer(const std::string& id);
    bool sendQuestions(std::span<const std::string> ids);
    void stop();
    bool fill();
    std::optional<std::string> readLine();
    bool readBytes(qsizetype count, QByteArray* to);

    std::mutex m_mutex;
    std::string m_directory;
    ChildProcess m_process;
    QByteArray m_buffer; ///< what was read
    qsizetype m_used = 0; ///< of it
    std::size_t m_asked = 0; ///< questions of this call without an answer yet
};

} // namespace meshdraft::git
