// SPDX-License-Identifier: Apache-2.0
#include "models/git/namedfile.h"

#include <QFile>

#include <cstdio>

namespace meshdraft::git {
namespace {

Expected<QByteArray> readAll(QFile& file, bool isOpen, const std::string& name)
{
    constexpr qint64 largest = qint64{32} << 20U; // as of files in a repository
    if (!isOpen)
        return std::unexpected(Error{"file.unreadable", {name, file.errorString().toStdString()}, {}});
    QByteArray bytes;
    constexpr qint64 piece = qint64{1} << 16U;
    for (auto more = file.read(piece); !more.isEmpty() && bytes.size() <= largest; more = file.read(piece))
        bytes += more;
    if (bytes.size() > largest)
        return std::unexpected(Error{"file.tooLarge", {name, std::to_string(bytes.size())}, {}});
    return bytes;
}

} // namespace

Expected<QByteArray> readNamedFile(const QString& path)
{
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    return readAll(file, isOpen, path.toStdString());
}

Expected<QByteArray> readStandardInput()
{
    QFile file;
    const bool isOpen = file.open(stdin, QIODevice::ReadOnly);
    return readAll(file, isOpen, "-");
}

} // namespace meshdraft::git
