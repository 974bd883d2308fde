// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::kustomize {

QString sharedDirectory(const QString& name)
{
    const QString path = QDir(QStringLiteral(MESHDRAFT_SOURCE_DIR)).filePath(u"../shared/"_s + name);
    return QFileInfo(path).isDir() ? QDir(path).canonicalPath() : QString();
}

FixtureTree::FixtureTree(const Files& files)
{
    for (const auto& [path, content] : files) {
        const QString name = m_directory.filePath(QString::fromStdString(path));
        QDir().mkpath(QFileInfo(name).path());
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(content));
    }
}

RenderOptions withoutOrigins()
{
    RenderOptions options;
    options.withOrigins = false;
    return options;
}

QByteArray kubectlKustomize(const std::string& directory)
{
    QProcess process;
    process.start(u"kubectl"_s, {u"kustomize"_s, QString::fromStdString(directory)});
    process.waitForFinished(60000);
    return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

std::string textOf(const Error& error)
{
    std::string text = error.where.path + ':' + std::to_string(error.where.line) + ' ' + error.code;
    for (const std::string& arg : error.args)
        text += " | " + arg;
    return text;
}

} // namespace meshdraft::kustomize
