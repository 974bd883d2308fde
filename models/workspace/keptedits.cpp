// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/keptedits.h"

#include "models/changes/textdiff.h"
#include "models/git/repository.h"
#include "models/workspace/journalfile.h"
#include "models/workspace/journalfold.h"
#include "models/workspace/textblocks.h"

#include <QDir>
#include <QFile>

#include <algorithm>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

constexpr qint64 staleAfter = 3600; ///< seconds: a file in the making is never that old

/// True when a file of the work tree holds this text.
bool holds(const QString& workTree, const std::string& path, const std::string& text)
{
    const auto name = QFile::encodeName(workTree).toStdString() + '/' + path;
    const git::UniqueFd fd(::open(name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    struct stat status{};
    if (!fd.isOpen() || ::fstat(fd.get(), &status) != 0 || !S_ISREG(status.st_mode)
        || std::cmp_not_equal(status.st_size, text.size()))
        return false;
    QFile file;
    return file.open(fd.get(), QIODevice::ReadOnly) && file.readAll() == QByteArrayView(text);
}

/// What a process left that ended while it made a journal.
void removeStale(const QDir& directory)
{
    const auto now = QDateTime::currentDateTime();
    for (const auto& entry : directory.entryInfoList({u"*.new"_s}, QDir::Files | QDir::NoSymLinks)) {
        if (entry.lastModified().secsTo(now) > staleAfter)
            QFile::remove(entry.absoluteFilePath());
    }
}

} // namespace

std::optional<KeptEdits> readJournal(std::string_view bytes)
{
    journal::Reader reader(bytes);
    const auto first = reader.next();
    if (!first || !std::holds_alternative<journal::Header>(*first))
        return std::nullopt;
    JournalFold fold(std::get<journal::Header>(*first));
    for (auto record = reader.next(); record && fold.add(*record); record = reader.next()) { }
    return fold.result();
}

std::vector<KeptEdits> keptEdits(const QString& directory, const QString& workTree)
{
    std::vector<KeptEdits> all;
    if (directory.isEmpty())
        return all;
    const QDir dir(directory);
    removeStale(dir);
    const QString pattern = u'*' + QString::fromUtf16(JournalFile::suffix);
    for (const auto& entry : dir.entryInfoList({pattern}, QDir::Files | QDir::NoSymLinks)) {
        auto file = JournalFile::claim(entry.absoluteFilePath());
        if (!file)
            continue;
        const auto bytes = file->read();
        auto kept = bytes ? readJournal(*bytes) : std::nullopt;
        // One of a later version is left alone; one that never got as far as an edit has nothing to say.
        if ((kept && kept->isEmpty()) || (bytes && bytes->empty()))
            file->remove();
        if (!kept || kept->isEmpty() || (!workTree.isEmpty() && kept->header.workTree != workTree))
            continue;
        kept->journal = entry.absoluteFilePath();
        for (const auto& one : kept->files) {
            if (!holds(kept->header.workTree, one.path, one.base))
                kept->changedSince.push_back(one.path);
        }
        all.push_back(std::move(*kept));
    }
    std::ranges::sort(all, std::greater(), &KeptEdits::last);
    return all;
}

std::string keptPatch(const KeptEdits& kept)
{
    std::string patch;
    for (const auto& file : kept.files)
        patch += changes::unifiedDiff(file.path, file.base, file.current);
    return patch;
}

Expected<void> discardKept(const QString& journal)
{
    auto file = JournalFile::claim(journal);
    if (!file)
        return std::unexpected(file.error());
    file->remove();
    return {};
}

QByteArray journalOf(const KeptEdits& kept, const std::vector<std::string>& paths)
{
    auto header = kept.header;
    header.begun = kept.last.toMSecsSinceEpoch();
    auto bytes = journal::encode(header);
    for (const auto& file : kept.files) {
        if (!std::ranges::contains(paths, file.path))
            continue;
        bytes += journal::encode(
            journal::FileState{.path = file.path, .base = file.base, .splices = lineSplices(file.base, file.current)});
    }
    return bytes;
}

} // namespace meshdraft::workspace
