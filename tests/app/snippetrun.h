// SPDX-License-Identifier: Apache-2.0
// Runs the shell lines of packaging/ci as a runner does.
#pragma once

#include <yaml-cpp/yaml.h>

#include <QMap>
#include <QProcess>
#include <QStringList>

namespace meshdraft::test {

struct Outcome {
    int exitCode = 0;
    QString output;
};

/// Shell lines in a directory with meshdraft-cli on the path; a runner stops at the first that fails.
inline Outcome runLines(const QStringList& lines, const QString& directory,
                        const QMap<QString, QString>& variables = {})
{
    QProcess shell;
    shell.setWorkingDirectory(directory);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"),
                       QStringLiteral(MESHDRAFT_BINARY_DIR ":") + environment.value(QStringLiteral("PATH")));
    // "git config --global" stays here
    environment.insert(QStringLiteral("HOME"), directory + QStringLiteral("/.git"));
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        environment.insert(variable.key(), variable.value());
    shell.setProcessEnvironment(environment);
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.start(QStringLiteral("sh"), {QStringLiteral("-e"), QStringLiteral("-c"), lines.join(u'\n')});
    if (!shell.waitForFinished(120'000))
        return {-1, QStringLiteral("did not end")};
    return {shell.exitCode(), QString::fromUtf8(shell.readAll())};
}

inline YAML::Node snippet(const char* name)
{
    return YAML::LoadFile(std::string(MESHDRAFT_SOURCE_DIR "/packaging/ci/") + name);
}

} // namespace meshdraft::test
