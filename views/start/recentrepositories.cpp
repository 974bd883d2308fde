// SPDX-License-Identifier: Apache-2.0
#include "views/start/recentrepositories.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr std::size_t kept = 10;
}

std::vector<RecentRepositories::Entry> RecentRepositories::entries() const
{
    std::vector<Entry> result;
    const int count = m_settings.beginReadArray(u"recent"_s);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        Entry entry;
        entry.directory = m_settings.value(u"directory"_s).toString();
        entry.branch = m_settings.value(u"branch"_s).toString();
        entry.environment = m_settings.value(u"environment"_s).toString();
        entry.errors = m_settings.value(u"errors"_s).toInt();
        entry.warnings = m_settings.value(u"warnings"_s).toInt();
        entry.opened = m_settings.value(u"opened"_s).toDateTime();
        if (!entry.directory.isEmpty()) {
            result.push_back(entry);
        }
    }
    m_settings.endArray();
    return result;
}

void RecentRepositories::add(const workspace::Snapshot& snapshot, const QString& directory)
{
    Entry entry;
    entry.directory = directory;
    entry.branch = snapshot.head.branch;
    entry.environment = QString::fromStdString(snapshot.environment.name);
    for (const checks::Finding& finding : snapshot.findings) {
        entry.errors += finding.severity == checks::Severity::Error ? 1 : 0;
        entry.warnings += finding.severity == checks::Severity::Warning ? 1 : 0;
    }
    entry.opened = QDateTime::currentDateTime();
    add(entry);
}

void RecentRepositories::add(const Entry& entry)
{
    std::vector<Entry> all = entries();
    std::erase_if(all, [&](const Entry& one) { return one.directory == entry.directory; });
    all.insert(all.begin(), entry);
    if (all.size() > kept) {
        all.resize(kept);
    }
    write(all);
}

void RecentRepositories::remove(const QString& directory)
{
    std::vector<Entry> all = entries();
    std::erase_if(all, [&](const Entry& one) { return one.directory == directory; });
    write(all);
}

void RecentRepositories::write(const std::vector<Entry>& entries)
{
    m_settings.remove(u"recent"_s);
    m_settings.beginWriteArray(u"recent"_s, static_cast<int>(entries.size()));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        m_settings.setArrayIndex(static_cast<int>(i));
        m_settings.setValue(u"directory"_s, entries[i].directory);
        m_settings.setValue(u"branch"_s, entries[i].branch);
        m_settings.setValue(u"environment"_s, entries[i].environment);
        m_settings.setValue(u"errors"_s, entries[i].errors);
        m_settings.setValue(u"warnings"_s, entries[i].warnings);
        m_settings.setValue(u"opened"_s, entries[i].opened);
    }
    m_settings.endArray();
}

} // namespace meshdraft::views
