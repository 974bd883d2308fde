// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testrepository.h"

#include <QStringList>

#include <memory>

namespace meshdraft::git {

/// A repository that sets everything that git can be told to run to a `touch` of a file of its own, by configuration,
/// attributes and hooks. It has two branches, changes in the work tree and
/// in the index, a stash and a submodule; HEAD has a signature.
class HostileRepository {
public:
    /// With these files besides its own "a.yaml" and "dir/b.yaml".
    explicit HostileRepository(const QMap<QString, QByteArray>& files = {});
    ~HostileRepository();
    HostileRepository(const HostileRepository&) = delete;
    HostileRepository& operator=(const HostileRepository&) = delete;

    const TestRepository& repo() const { return m_repo; }
    /// What has run so far.
    QStringList markers() const;
    /// Sets the variables that git takes commands and file names from, as long as the object lives.
    void setEnvironment();

private:
    /// A command that leaves a marker.
    QByteArray touch(const QString& name) const;
    void write(const QMap<QString, QByteArray>& files);
    void sign();
    void writeHooks();
    void writeConfiguration();

    TestRepository m_repo;
    QTemporaryDir m_markers;
    QTemporaryDir m_scripts;
    QList<QByteArray> m_variables;
};

} // namespace meshdraft::git
