// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repository.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace meshdraft::git {

/// Keeps the user's own git configuration out of a test program: a home of its own, with a name and an address.
class GitSandbox {
public:
    GitSandbox();
    /// Puts `git config --global` text in place of the ordinary one.
    void setGlobalConfig(const QByteArray& text) const;
    void resetGlobalConfig() const;
    QString path(const QString& name) const { return m_home.filePath(name); }

private:
    QTemporaryDir m_home;
};

/// A real repository in a temporary directory.
class TestRepository {
public:
    enum class Start { Empty, OneCommit };

    /// With OneCommit: "a.yaml" and "dir/b.yaml" on branch "main".
    explicit TestRepository(Start start = Start::OneCommit, const QStringList& initOptions = {});

    QString path(const QString& name = {}) const;
    std::string bytePath(const std::string& name) const { return path().toStdString() + '/' + name; }
    QByteArray read(const QString& name) const;
    void write(const QString& name, const QByteArray& content) const;
    void writeHook(const QString& name, const QByteArray& script) const;
    /// Runs git as a user would; its output without the last line end. A failure fails the test.
    QByteArray git(const QStringList& arguments) const;
    /// The exit code of git.
    int tryGit(const QStringList& arguments) const;
    Repository open() const;

    /// Every file of the work tree and of .git but for objects and COMMIT_EDITMSG: kind, mode and content. Two equal
    /// answers mean that HEAD, refs, reflogs, index and files are byte for byte the same, and that nothing was left.
    QMap<QString, QByteArray> everything() const;

private:
    QTemporaryDir m_directory;
};

QByteArray runGitIn(const QString& directory, const QStringList& arguments, int* exitCode = nullptr);

} // namespace meshdraft::git
