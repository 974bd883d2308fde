// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/codewords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

/// Where the pages are, for who reads a report elsewhere.
constexpr auto pages = "https://meshdraft.dev/docs/codes/";

QString nameOf(std::string_view code)
{
    return QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
}

} // namespace

QStringList codesWithPages()
{
    QStringList codes;
    for (const QString& name : QDir(u":/codes"_s).entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        if (name != "README.md"_L1)
            codes << QFileInfo(name).completeBaseName();
    }
    return codes;
}

QString codePage(std::string_view code)
{
    QFile file(u":/codes/"_s + nameOf(code) + u".md"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString codeText(std::string_view code)
{
    return codePage(code).section(u'\n', 0, 0).section(u": "_s, 1);
}

QString codeUrl(std::string_view code)
{
    return QLatin1StringView(pages) + nameOf(code) + u".md"_s;
}

} // namespace meshdraft::workspace
