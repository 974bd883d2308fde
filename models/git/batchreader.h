// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/process.h"
#include "models/source/error.h"

#include <QByteArray>

#include <mutex>
#include <string>

namespace meshdraft::git {

/// Largest content that is read, in bytes: larger files are reported and not parsed (DECISIONS "YAML before and inside
/// YAML").
inline constexpr qsizetype maximumFileSize = 32 * 1024 * 1024;

/// Reads blobs through one long-lived `git cat-file --batch`, which starts with the first read. Thread-safe: one read
/// at a time. When git dies (a damaged object ends it), it is started once more; then the blob is reported missing.
class BatchReader {
public:
    explicit BatchReader(std::string directory)
        : m_directory(std::move(directory))
    {
    }

    /// Content of a blob. Errors: "git.missingBlob" (args: id; also for an id that is no blob's), "file.tooLarge"
    /// (args: id, bytes), "git.notFound", "git.failed".
    Expected<QByteArray> read(const std::string& id);

private:
    Expected<void> start();
    /// The answer to one question; nothing when git died.
    std::optional<Expected<QByteArray>> ask(const std::string& id);
    bool fill();
    std::optional<std::string> readLine();
    bool readBytes(qsizetype count, QByteArray* to);

    std::mutex m_mutex;
    std::string m_directory;
    ChildProcess m_process;
    QByteArray m_buffer; ///< read and not yet used
};

} // namespace meshdraft::git
