// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/journalfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

constexpr auto inTheMaking = ".new"_L1;

Error fileError(const char* code, const QString& path)
{
    return {.code = code, .args = {path.toStdString()}, .where = {}};
}

Error unwritable(const QString& path, int cause)
{
    return {.code = "journal.unwritable",
            .args = {path.toStdString(), std::error_code(cause, std::generic_category()).message()},
            .where = {}};
}

/// The directory, made where it is missing, for its owner only.
Expected<void> makePrivateDirectory(const QString& directory)
{
    QDir().mkpath(QFileInfo(directory).absolutePath());
    const auto name = QFile::encodeName(directory);
    if (::mkdir(name.constData(), S_IRWXU) != 0 && errno != EEXIST)
        return std::unexpected(unwritable(directory, errno));
    struct stat status{};
    if (::lstat(name.constData(), &status) != 0)
        return std::unexpected(unwritable(directory, errno));
    if (!S_ISDIR(status.st_mode))
        return std::unexpected(unwritable(directory, ENOTDIR));
    if (status.st_uid != ::geteuid())
        return std::unexpected(unwritable(directory, EPERM));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0 && ::chmod(name.constData(), S_IRWXU) != 0)
        return std::unexpected(unwritable(directory, errno));
    return {};
}

QString newName(const QString& directory, const QString& workTree)
{
    // The same work tree has a journal for each of its windows.
    const auto hash = QCryptographicHash::hash(workTree.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return directory + u'/' + QString::fromLatin1(hash) + u'-'
        + QString::number(QRandomGenerator::system()->generate64(), 16) + QStringView(JournalFile::suffix);
}

/// True when the name still stands for the open file.
bool isStill(const git::UniqueFd& fd, const QByteArray& name)
{
    struct stat opened{};
    struct stat named{};
    return ::fstat(fd.get(), &opened) == 0 && ::lstat(name.constData(), &named) == 0 && opened.st_dev == named.st_dev
        && opened.st_ino == named.st_ino;
}

/// Writes at the end, in one call unless a signal or a full disk comes between; 0 or the cause of the failure.
int writeWhole(const git::UniqueFd& fd, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto written = ::write(fd.get(), bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return errno;
        done += written > 0 ? written : 0;
    }
    return 0;
}

} // namespace

Expected<git::UniqueFd> JournalFile::makeLocked(const QString& path)
{
    git::UniqueFd fd(::open(QFile::encodeName(path).constData(),
                            O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!fd.isOpen() || ::flock(fd.get(), LOCK_EX | LOCK_NB) != 0)
        return std::unexpected(unwritable(path, errno));
    return fd;
}

Expected<void> JournalFile::moveInto(const QString& from)
{
    // Renamed only when it is locked: whoever sees the name sees that somebody has it.
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(m_path).constData()) == 0)
        return {};
    const int cause = errno;
    QFile::remove(from);
    return std::unexpected(unwritable(m_path, cause));
}

Expected<JournalFile> JournalFile::create(const QString& directory, const QString& workTree)
{
    if (auto made = makePrivateDirectory(directory); !made)
        return std::unexpected(made.error());
    const auto path = newName(directory, workTree);
    auto fd = makeLocked(path + inTheMaking);
    if (!fd)
        return std::unexpected(fd.error());
    JournalFile file(path, std::move(*fd), 0);
    if (auto moved = file.moveInto(path + inTheMaking); !moved)
        return std::unexpected(moved.error());
    return file;
}

Expected<JournalFile> JournalFile::claim(const QString& path)
{
    const auto name = QFile::encodeName(path);
    git::UniqueFd fd(::open(name.constData(), O_RDWR | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    struct stat status{};
    if (!fd.isOpen() || ::fstat(fd.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_uid != ::geteuid())
        return std::unexpected(fileError("journal.gone", path));
    if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0)
        return std::unexpected(fileError("journal.inUse", path));
    if (!isStill(fd, name))
        return std::unexpected(fileError("journal.gone", path));
    return JournalFile(path, std::move(fd), status.st_size);
}

Expected<std::string> JournalFile::read() const
{
    std::string bytes(static_cast<std::size_t>(m_size), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto got = ::pread(m_fd.get(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(fileError("journal.gone", m_path));
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
}

Expected<void> JournalFile::append(const QByteArray& bytes)
{
    if (const int cause = writeWhole(m_fd, bytes); cause != 0) {
        // What is cut off here would hide everything that is written behind it later.
        [[maybe_unused]] const int cut = ::ftruncate(m_fd.get(), m_size);
        return std::unexpected(unwritable(m_path, cause));
    }
    m_size += bytes.size();
    return {};
}

Expected<void> JournalFile::replace(const QByteArray& bytes)
{
    const auto path = m_path + inTheMaking;
    auto fd = makeLocked(path);
    if (!fd)
        return std::unexpected(fd.error());
    int cause = writeWhole(*fd, bytes);
    if (cause == 0 && ::fdatasync(fd->get()) != 0)
        cause = errno;
    if (cause != 0) {
        QFile::remove(path);
        return std::unexpected(unwritable(m_path, cause));
    }
    if (auto moved = moveInto(path); !moved)
        return moved;
    m_fd = std::move(*fd);
    m_size = bytes.size();
    return {};
}

Expected<void> JournalFile::sync() const
{
    if (::fdatasync(m_fd.get()) != 0)
        return std::unexpected(unwritable(m_path, errno));
    return {};
}

git::UniqueFd JournalFile::duplicate() const
{
    return git::UniqueFd(::fcntl(m_fd.get(), F_DUPFD_CLOEXEC, 0));
}

void JournalFile::remove()
{
    const auto name = QFile::encodeName(m_path);
    // Emptied first: where the directory cannot be written to, there is nothing left to offer either.
    [[maybe_unused]] const int emptied = ::ftruncate(m_fd.get(), 0);
    if (isStill(m_fd, name))
        ::unlink(name.constData());
    m_fd.reset();
    m_size = 0;
}

} // namespace meshdraft::workspace
