// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

namespace meshdraft::test {

/// What a program said; the code is -1 where it did not end.
struct Output {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// Runs a real program, without the user's git configuration.
inline Output run(const QString& program, const QStringList& arguments, const QString& directory)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
    for (const QString& who : {QStringLiteral("GIT_AUTHOR"), QStringLiteral("GIT_COMMITTER")}) {
        environment.insert(who + QStringLiteral("_NAME"), QStringLiteral("Test"));
        environment.insert(who + QStringLiteral("_EMAIL"), QStringLiteral("test@example.com"));
    }
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(directory);
    process.start(program, arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The meshdraft-cli of this build.
inline Output cli(const QStringList& arguments, const QString& directory)
{
    return run(QStringLiteral(MESHDRAFT_BINARY_DIR "/meshdraft-cli"), arguments, directory);
}

inline Output git(const QStringList& arguments, const QString& directory)
{
    return run(QStringLiteral("git"), arguments, directory);
}

inline void writeFile(const QString& path, const QByteArray& text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

/// Makes a directory a repository with everything in it in one commit on "main".
inline void commitAll(const QString& directory)
{
    using Arguments = QStringList;
    for (const Arguments& arguments :
         {Arguments{QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"), QStringLiteral("main")},
          Arguments{QStringLiteral("add"), QStringLiteral("-A")},
          Arguments{QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("-m"), QStringLiteral("start")}}) {
        const Output output = git(arguments, directory);
        QVERIFY2(output.code == 0, output.err.constData());
    }
}

} // namespace meshdraft::test
