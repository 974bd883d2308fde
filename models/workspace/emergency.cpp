// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/emergency.h"

#include "models/mesh/yamlreader.h"
#include "models/source/edit.h"
#include "models/source/scalar.h"

#include <QDir>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

constexpr const char* schema = "meshdraft.emergency/1";

Error unreadable(const std::string& path)
{
    return {.code = "emergency.unreadable", .args = {path}, .where = {.path = path, .line = 1, .column = 0}};
}

std::string timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODate).toStdString();
}

QDateTime timeOf(const std::string& text)
{
    return QDateTime::fromString(QString::fromStdString(text), Qt::ISODate);
}

std::optional<EmergencyRecord> recordOf(const std::string& path, const source::ParsedText& text)
{
    if (text.documents.size() != 1 || !text.errors.empty())
        return std::nullopt;
    const auto& document = *text.documents.front();
    mesh::YamlReader yaml(document);
    const auto root = document.root();
    EmergencyRecord record;
    record.path = path;
    record.opened = timeOf(yaml.string(root, "opened").value);
    record.deadline = timeOf(yaml.string(root, "deadline").value);
    record.who = QString::fromStdString(yaml.string(root, "who").value);
    record.what = QString::fromStdString(yaml.string(root, "what").value);
    record.base = QString::fromStdString(yaml.string(root, "base").value);
    record.head = QString::fromStdString(yaml.string(root, "head").value);
    for (const auto& resource : yaml.strings(yaml.get(root, "resources")))
        record.resources.push_back(resource.value);
    const auto status = yaml.string(root, "status").value;
    record.isOpen = status == "open";
    const bool isKnown = yaml.string(root, "schema").value == schema && (record.isOpen || status == "closed");
    return isKnown && record.deadline.isValid() ? std::optional(std::move(record)) : std::nullopt;
}

bool isRecord(std::string_view path)
{
    constexpr auto directory = EmergencyRecord::directory;
    return path.starts_with(directory) && path.size() > directory.size() && path[directory.size()] == '/'
        && (path.ends_with(".yaml") || path.ends_with(".yml"));
}

void add(EmergencyRecords& records, const std::string& path, const source::ParsedText& text)
{
    auto record = recordOf(path, text);
    if (!record)
        records.errors.push_back(unreadable(path));
    else if (record->isOpen)
        records.open.push_back(std::move(*record));
}

void sortRecords(EmergencyRecords& records)
{
    std::ranges::stable_sort(records.open, {}, &EmergencyRecord::deadline);
}

} // namespace

int EmergencyRecord::hoursLeft(const QDateTime& now) const
{
    constexpr double secondsOfHour = 3600;
    return static_cast<int>(std::floor(static_cast<double>(now.secsTo(deadline)) / secondsOfHour));
}

std::string recordText(const EmergencyRecord& record)
{
    std::string text = "# A change that went past the pull request. Set status to closed when the pull request that\n"
                       "# follows it up is merged.\n";
    text += std::string("schema: ") + schema + '\n';
    text += std::string("status: ") + (record.isOpen ? "open" : "closed") + '\n';
    text += "opened: " + source::doubleQuoted(timeText(record.opened)) + '\n';
    text += "deadline: " + source::doubleQuoted(timeText(record.deadline)) + '\n';
    text += "who: " + source::doubleQuoted(record.who.toStdString()) + '\n';
    text += "what: " + source::doubleQuoted(record.what.toStdString()) + '\n';
    text += "base: " + source::doubleQuoted(record.base.toStdString()) + '\n';
    text += "head: " + source::doubleQuoted(record.head.toStdString()) + '\n';
    text += record.resources.empty() ? "resources: []\n" : "resources:\n";
    for (const auto& resource : record.resources)
        text += "- " + source::doubleQuoted(resource) + '\n';
    return text;
}

std::string recordPath(const EmergencyRecord& record, const std::function<bool(const std::string&)>& taken)
{
    constexpr std::size_t longest = 40;
    std::string slug;
    for (const char c : record.what.toLower().toStdString()) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isPlain)
            slug += c;
        else if (!slug.empty() && !slug.ends_with('-'))
            slug += '-';
        if (slug.size() >= longest)
            break;
    }
    while (slug.ends_with('-'))
        slug.pop_back();
    const auto start = std::string(EmergencyRecord::directory) + '/'
        + record.opened.toUTC().date().toString(Qt::ISODate).toStdString() + '-' + (slug.empty() ? "change" : slug);
    auto path = start + ".yaml";
    for (int number = 2; taken(path); ++number)
        path = start + '-' + std::to_string(number) + ".yaml";
    return path;
}

Expected<void> writeRecord(const git::Repository& repository, EmergencyRecord& record)
{
    const QDir top(repository.workTree());
    record.deadline = record.opened.addSecs(EmergencyRecord::hours * 3600);
    record.path = recordPath(record, [&](const std::string& path) { return top.exists(QString::fromStdString(path)); });
    return git::saveFiles(
        repository, {{.path = record.path, .expected = {}, .content = QByteArray::fromStdString(recordText(record))}});
}

Expected<void> closeRecord(const git::Repository& repository, const std::string& path)
{
    const auto bytes = repository.readWorkFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto text = source::parseText(bytes->toStdString());
    if (!recordOf(path, *text))
        return std::unexpected(unreadable(path));
    const auto status = mesh::YamlReader(*text->documents.front()).string(text->documents.front()->root(), "status");
    const source::ScalarChange closed{status.node, "closed", true};
    const auto splices = source::planChanges(*text, text->documents.front()->index, std::span(&closed, 1));
    if (!splices)
        return std::unexpected(splices.error());
    return source::applySplices(*text->text, *splices).and_then([&](const std::string& changed) {
        return git::saveFiles(repository,
                              {{.path = path, .expected = *bytes, .content = QByteArray::fromStdString(changed)}});
    });
}

EmergencyRecords openRecords(const mesh::FileSet& files)
{
    EmergencyRecords records;
    for (const auto& file : files.files) {
        if (isRecord(file.path))
            add(records, file.path, *file.text);
    }
    sortRecords(records);
    return records;
}

EmergencyRecords openRecords(const git::Repository& repository)
{
    EmergencyRecords records;
    const auto directory =
        QString::fromUtf8(EmergencyRecord::directory.data(), static_cast<qsizetype>(EmergencyRecord::directory.size()));
    const auto names = QDir(repository.workTree() + u'/' + directory).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const auto& name : names) {
        const auto path = std::string(EmergencyRecord::directory) + '/' + name.toStdString();
        if (!isRecord(path))
            continue;
        const auto bytes = repository.readWorkFile(path);
        if (bytes)
            add(records, path, *source::parseText(bytes->toStdString()));
        else
            records.errors.push_back(unreadable(path));
    }
    sortRecords(records);
    return records;
}

} // namespace meshdraft::workspace
