// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/process.h"
#include "models/source/error.h"

#include <QByteArray>
#include <QString>

#include <string>

namespace meshdraft::workspace {

/// A journal on the disk, held by a lock that ends with the process: who gets the lock knows that nobody else is
/// writing. Mode 0600 in a directory of mode 0700; symbolic links are never followed.
/// Error codes with their arguments: "journal.unwritable" {path, the system's words}, "journal.gone" {path},
/// "journal.inUse" {path} (another window has it).
class JournalFile {
public:
    static constexpr const char16_t* suffix = u".journal";

    /// Makes an empty journal with a name of its own, and the directory.
    static Expected<JournalFile> create(const QString& directory, const QString& workTree);
    /// Takes over the journal of a process that has ended.
    static Expected<JournalFile> claim(const QString& path);

    JournalFile(JournalFile&&) = default;
    JournalFile& operator=(JournalFile&&) = default;
    JournalFile(const JournalFile&) = delete;
    JournalFile& operator=(const JournalFile&) = delete;
    ~JournalFile() = default; ///< lets go of it; the file stays

    const QString& path() const { return m_path; }
    qint64 size() const { return m_size; }
    Expected<std::string> read() const;
    /// One write; where it does not succeed as a whole, nothing of it stays.
    Expected<void> append(const QByteArray& bytes);
    /// Puts other content in its place, all or nothing.
    Expected<void> replace(const QByteArray& bytes);
    /// Waits until the disk has it; thread-safe on a duplicate.
    Expected<void> sync() const;
    /// A second descriptor of the file, to sync from another thread.
    git::UniqueFd duplicate() const;
    void remove();

private:
    JournalFile(QString path, git::UniqueFd fd, qint64 size)
        : m_path(std::move(path))
        , m_fd(std::move(fd))
        , m_size(size)
    {
    }
    static Expected<git::UniqueFd> makeLocked(const QString& path);
    Expected<void> moveInto(const QString& from);

    QString m_path;
    git::UniqueFd m_fd;
    qint64 m_size;
};

} // namespace meshdraft::workspace
