// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/responseflags.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace meshdraft::traffic {

namespace {

std::string text(const QJsonObject& row, QLatin1StringView key)
{
    return row.value(key).toString().toStdString();
}

std::optional<Verdict> verdictOf(std::string_view name)
{
    for (std::size_t i = 0; i < verdictCount; ++i) {
        if (verdictName(static_cast<Verdict>(i)) == name)
            return static_cast<Verdict>(i);
    }
    return std::nullopt;
}

std::vector<ResponseFlag> readTable()
{
    QFile file(QStringLiteral(":/traffic/responseflags.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The table of response flags cannot be read.");
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("rows")).toArray();
    std::vector<ResponseFlag> table;
    for (const auto& value : rows) {
        const QJsonObject row = value.toObject();
        table.push_back({text(row, QLatin1String("flag")), row.value(QLatin1String("status")).toInt(),
                         text(row, QLatin1String("details")), verdictOf(text(row, QLatin1String("verdict"))),
                         text(row, QLatin1String("meaning")), text(row, QLatin1String("source"))});
    }
    if (table.empty())
        qFatal("The table of response flags is empty.");
    return table;
}

bool fitsDetails(std::string_view pattern, std::string_view details)
{
    const auto star = pattern.find('*');
    if (star == std::string_view::npos)
        return pattern == details;
    const std::string_view end = pattern.substr(star + 1);
    return details.size() + 1 >= pattern.size() && details.starts_with(pattern.substr(0, star))
        && details.ends_with(end);
}

bool hasFlag(std::string_view flags, std::string_view flag)
{
    while (!flags.empty()) {
        const auto comma = flags.find(',');
        if (flags.substr(0, comma) == flag)
            return true;
        flags.remove_prefix(comma == std::string_view::npos ? flags.size() : comma + 1);
    }
    return false;
}

} // namespace

std::span<const ResponseFlag> responseFlags()
{
    static const std::vector<ResponseFlag> table = readTable();
    return table;
}

const ResponseFlag& responseFlag(std::string_view meaning)
{
    const auto row = std::ranges::find(responseFlags(), meaning, &ResponseFlag::meaning);
    if (row == responseFlags().end())
        qFatal("The table of response flags has no such row: %.*s", static_cast<int>(meaning.size()), meaning.data());
    return *row;
}

std::vector<const ResponseFlag*> findResponseFlags(std::string_view flags, int status, std::string_view details)
{
    if (flags == "-")
        flags = {};
    if (details == "-")
        details = {};
    std::vector<const ResponseFlag*> found;
    for (const ResponseFlag& row : responseFlags()) {
        const bool isFlag = row.flag.empty() ? flags.empty() : flags.empty() ? false : hasFlag(flags, row.flag);
        const bool isStatus = status == 0 || row.status == 0 || row.status == status;
        const bool isDetails = details.empty() || row.details.empty() || fitsDetails(row.details, details);
        if (isFlag && isStatus && isDetails)
            found.push_back(&row);
    }
    return found;
}

} // namespace meshdraft::traffic
