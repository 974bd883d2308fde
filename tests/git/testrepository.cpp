// SPDX-License-Identifier: Apache-2.0
#include "testrepository.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

GitSandbox::GitSandbox()
{
    for (const QByteArray& name : QProcessEnvironment::systemEnvironment().keys().join(u'\n').toUtf8().split('\n')) {
        if (name.startsWith("GIT_"))
            qunsetenv(name.constData());
    }
    qputenv("HOME", m_home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", path(u"xdg"_s).toUtf8());
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
    qputenv("GIT_CONFIG_GLOBAL", path(u"gitconfig"_s).toUtf8());
    resetGlobalConfig();
}

void GitSandbox::setGlobalConfig(const QByteArray& text) const
{
    QFile file(path(u"gitconfig"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void GitSandbox::resetGlobalConfig() const
{
    setGlobalConfig("[user]\n\tname = Test User\n\temail = test@example.com\n[gc]\n\tauto = 0\n");
}

QByteArray runGitIn(const QString& directory, const QStringList& arguments, int* exitCode)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.start(u"git"_s, arguments);
    process.waitForFinished(-1);
    if (exitCode != nullptr)
        *exitCode = process.exitCode();
    else if (process.exitCode() != 0)
        qWarning() << arguments << process.readAllStandardError();
    QByteArray output = process.readAllStandardOutput();
    return output.endsWith('\n') ? output.chopped(1) : output;
}

TestRepository::TestRepository(Start start, const QStringList& initOptions)
{
    QDir().mkdir(path());
    git(QStringList{u"init"_s, u"-q"_s, u"-b"_s, u"main"_s} + initOptions);
    if (start == Start::Empty)
        return;
    write(u"a.yaml"_s, "a: 1\n");
    write(u"dir/b.yaml"_s, "b: 1\n");
    git({u"add"_s, u"."_s});
    git({u"commit"_s, u"-q"_s, u"-m"_s, u"start"_s});
}

QString TestRepository::path(const QString& name) const
{
    const QString top = m_directory.filePath(u"repo"_s);
    return name.isEmpty() ? top : top + u'/' + name;
}

QByteArray TestRepository::read(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<unreadable>");
}

void TestRepository::write(const QString& name, const QByteArray& content) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(name));
    file.write(content);
}

void TestRepository::writeHook(const QString& name, const QByteArray& script) const
{
    write(u".git/hooks/"_s + name, "#!/bin/sh\n" + script);
    QFile::setPermissions(path(u".git/hooks/"_s + name),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup);
}

QByteArray TestRepository::git(const QStringList& arguments) const
{
    return runGitIn(path(), arguments);
}

int TestRepository::tryGit(const QStringList& arguments) const
{
    int code = 0;
    runGitIn(path(), arguments, &code);
    return code;
}

Repository TestRepository::open() const
{
    auto repository = Repository::open(path());
    if (!repository)
        qFatal("%s", repository.error().code.c_str());
    return *repository;
}

QMap<QString, QByteArray> TestRepository::everything() const
{
    QMap<QString, QByteArray> found;
    QDirIterator entries(path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo info = entries.nextFileInfo();
        const QString name = info.filePath().sliced(path().size() + 1);
        if (name.startsWith(u".git/objects/"_s) || name == u".git/COMMIT_EDITMSG"_s)
            continue;
        QByteArray what = QByteArray::number(info.permissions().toInt(), 16) + ' ';
        if (info.isSymLink())
            what += "-> " + info.symLinkTarget().toUtf8();
        else if (info.isDir())
            what += "directory";
        else
            what += read(name);
        found.insert(name, what);
    }
    return found;
}

} // namespace meshdraft::git
