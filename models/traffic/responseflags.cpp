// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/responseflags.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::traffic {
namespace {

std::vector<std::string> stringsOf(const QJsonValue& value)
{
    std::vector<std::string> strings;
    for (const QJsonValue& item : value.toArray())
        strings.push_back(item.toString().toStdString());
    return strings;
}

std::vector<LikelyCause> causesOf(const QJsonValue& value)
{
    std::vector<LikelyCause> causes;
    for (const QJsonValue& item : value.toArray()) {
        const QString where = item["where"_L1].toString();
        causes.push_back({.code = item["code"_L1].toString().toStdString(),
                          .where = where == "policy"_L1 ? LikelyCause::Where::Policy
                              : where == "route"_L1     ? LikelyCause::Where::Route
                                                        : LikelyCause::Where::Anywhere,
                          .field = item["field"_L1].toString().toStdString(),
                          .source = item["source"_L1].toString().toStdString()});
    }
    return causes;
}

std::vector<ResponseFlag> readTable()
{
    QFile file(u":/traffic/responseflags.json"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    std::vector<ResponseFlag> rows;
    if (!isOpen)
        return rows;
    for (const QJsonValue& row : QJsonDocument::fromJson(file.readAll())["flags"_L1].toArray()) {
        rows.push_back({.flag = row["flag"_L1].toString().toStdString(),
                        .status = row["status"_L1].toInt(),
                        .details = stringsOf(row["details"_L1]),
                        .near = stringsOf(row["near"_L1]),
                        .steps = stringsOf(row["steps"_L1]),
                        .settings = causesOf(row["settings"_L1]),
                        .general = causesOf(row["general"_L1]),
                        .source = row["source"_L1].toString().toStdString()});
    }
    return rows;
}

} // namespace

const std::vector<ResponseFlag>& responseFlags()
{
    static const std::vector<ResponseFlag> rows = readTable();
    return rows;
}

const ResponseFlag* responseFlag(std::string_view flag, int status, std::string_view details)
{
    const auto& rows = responseFlags();
    const auto found = std::ranges::find_if(rows, [&](const ResponseFlag& row) {
        if (!flag.empty() || !row.flag.empty())
            return !flag.empty() && row.flag == flag;
        if (details.empty())
            return row.status == status;
        return std::ranges::any_of(row.details, [&](const std::string& start) {
            return details.starts_with(start) && (row.status == status || start != "direct_response");
        });
    });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace meshdraft::traffic
