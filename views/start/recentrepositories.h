// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QDateTime>
#include <QString>

#include <vector>

class QSettings;

namespace meshdraft::views {

/// The repositories opened lately, newest first; kept in the settings that are passed in.
class RecentRepositories {
public:
    struct Entry {
        QString directory;
        QString branch;
        QString environment;
        int errors = 0;
        int warnings = 0;
        QDateTime opened;
    };
    explicit RecentRepositories(QSettings& settings)
        : m_settings(settings)
    {
    }

    std::vector<Entry> entries() const;
    /// Puts what was just opened first.
    void add(const workspace::Snapshot& snapshot, const QString& directory);
    /// Puts an entry first; at most ten are kept.
    void add(const Entry& entry);
    void remove(const QString& directory);

private:
    void write(const std::vector<Entry>& entries);

    QSettings& m_settings;
};

} // namespace meshdraft::views
