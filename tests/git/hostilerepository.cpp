// SPDX-License-Identifier: Apache-2.0
#include "hostilerepository.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

/// Every hook that githooks(5) names.
const QStringList hooks{u"applypatch-msg"_s,
                        u"pre-applypatch"_s,
                        u"post-applypatch"_s,
                        u"pre-commit"_s,
                        u"pre-merge-commit"_s,
                        u"prepare-commit-msg"_s,
                        u"commit-msg"_s,
                        u"post-commit"_s,
                        u"pre-rebase"_s,
                        u"post-checkout"_s,
                        u"post-merge"_s,
                        u"pre-push"_s,
                        u"pre-receive"_s,
                        u"update"_s,
                        u"proc-receive"_s,
                        u"post-receive"_s,
                        u"post-update"_s,
                        u"reference-transaction"_s,
                        u"push-to-checkout"_s,
                        u"pre-auto-gc"_s,
                        u"post-rewrite"_s,
                        u"sendemail-validate"_s,
                        u"fsmonitor-watchman"_s,
                        u"p4-changelist"_s,
                        u"p4-prepare-changelist"_s,
                        u"p4-post-changelist"_s,
                        u"p4-pre-submit"_s,
                        u"post-index-change"_s};

/// Names of settings whose value is a command line that git runs as it stands.
const QStringList commands{u"core.fsmonitor"_s,
                           u"core.editor"_s,
                           u"core.pager"_s,
                           u"core.sshCommand"_s,
                           u"core.gitProxy"_s,
                           u"core.askPass"_s,
                           u"core.alternateRefsCommand"_s,
                           u"sequence.editor"_s,
                           u"interactive.diffFilter"_s,
                           u"diff.external"_s,
                           u"diff.evil.command"_s,
                           u"diff.evil.textconv"_s,
                           u"merge.evil.driver"_s,
                           u"filter.evil.clean"_s,
                           u"filter.evil.smudge"_s,
                           u"filter.evil.process"_s,
                           u"gpg.program"_s,
                           u"gpg.openpgp.program"_s,
                           u"gpg.ssh.program"_s,
                           u"gpg.ssh.defaultKeyCommand"_s,
                           u"gpg.x509.program"_s,
                           u"uploadpack.packObjectsHook"_s,
                           u"remote.origin.uploadpack"_s,
                           u"remote.origin.receivepack"_s,
                           u"trailer.evil.command"_s,
                           u"trailer.evil.cmd"_s,
                           u"difftool.evil.cmd"_s,
                           u"mergetool.evil.cmd"_s,
                           u"browser.evil.cmd"_s,
                           u"man.evil.cmd"_s,
                           u"guitool.evil.cmd"_s,
                           u"instaweb.httpd"_s,
                           u"imap.tunnel"_s,
                           u"sendemail.smtpServer"_s,
                           u"sendemail.toCmd"_s,
                           u"tar.evil.command"_s,
                           u"hook.evil.command"_s,
                           u"pager.log"_s,
                           u"pager.status"_s,
                           u"pager.diff"_s,
                           u"pager.show"_s,
                           u"pager.branch"_s,
                           u"pager.tag"_s,
                           u"pager.stash"_s,
                           u"pager.config"_s,
                           u"pager.rev-parse"_s,
                           u"pager.ls-files"_s,
                           u"pager.ls-tree"_s,
                           u"pager.var"_s,
                           u"pager.cat-file"_s,
                           u"pager.for-each-ref"_s};

/// And those that say that something is to be run, or what.
const QList<std::pair<QString, QByteArray>> switches{{u"log.showSignature"_s, "true"},
                                                     {u"commit.gpgSign"_s, "true"},
                                                     {u"tag.gpgSign"_s, "true"},
                                                     {u"push.gpgSign"_s, "true"},
                                                     {u"filter.evil.required"_s, "true"},
                                                     {u"diff.tool"_s, "evil"},
                                                     {u"merge.tool"_s, "evil"},
                                                     {u"web.browser"_s, "evil"},
                                                     {u"trailer.evil.key"_s, "Evil"},
                                                     {u"core.untrackedCache"_s, "true"},
                                                     {u"core.splitIndex"_s, "true"},
                                                     {u"core.fsmonitorHookVersion"_s, "2"},
                                                     {u"submodule.recurse"_s, "true"},
                                                     {u"diff.submodule"_s, "diff"},
                                                     {u"status.submoduleSummary"_s, "true"},
                                                     {u"fetch.recurseSubmodules"_s, "true"},
                                                     {u"extensions.partialClone"_s, "origin"},
                                                     {u"remote.origin.promisor"_s, "true"},
                                                     {u"remote.origin.fetch"_s, "+refs/heads/*:refs/remotes/origin/*"},
                                                     {u"branch.main.remote"_s, "origin"},
                                                     {u"branch.main.merge"_s, "refs/heads/main"},
                                                     {u"protocol.allow"_s, "always"},
                                                     {u"protocol.ext.allow"_s, "always"},
                                                     {u"hook.evil.event"_s, "pre-commit"},
                                                     {u"gc.auto"_s, "1"},
                                                     {u"maintenance.auto"_s, "true"}};

QByteArray setting(const QString& name, const QByteArray& value)
{
    const auto first = name.indexOf(u'.');
    const auto last = name.lastIndexOf(u'.');
    const QString section = first == last
        ? u"[%1]"_s.arg(name.left(first))
        : u"[%1 \"%2\"]"_s.arg(name.left(first), name.sliced(first + 1, last - first - 1));
    QByteArray quoted = value;
    quoted.replace('"', "\\\"");
    return section.toUtf8() + "\n\t" + name.sliced(last + 1).toUtf8() + " = \"" + quoted + "\"\n";
}

} // namespace

HostileRepository::HostileRepository(const QMap<QString, QByteArray>& files)
{
    // All that needs git comes before it is hostile.
    write(files);
    sign();
    m_repo.write(u".git/info/attributes"_s, "*.yaml filter=evil diff=evil merge=evil\n");
    writeHooks();
    writeConfiguration();
}

HostileRepository::~HostileRepository()
{
    for (const QByteArray& variable : m_variables)
        qunsetenv(variable.constData());
}

QStringList HostileRepository::markers() const
{
    return QDir(m_markers.path()).entryList(QDir::Files | QDir::Hidden);
}

QByteArray HostileRepository::touch(const QString& name) const
{
    // A program of its own: git calls some commands without a shell, and gives arguments to most.
    QFile script(m_scripts.filePath(name));
    if (script.open(QIODevice::WriteOnly))
        script.write("#!/bin/sh\ntouch '" + m_markers.filePath(name).toUtf8() + "'\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return script.fileName().toUtf8();
}

void HostileRepository::write(const QMap<QString, QByteArray>& files)
{
    for (const auto& [name, content] : files.asKeyValueRange())
        m_repo.write(name, content);
    m_repo.write(u".gitattributes"_s, "*.yaml filter=evil diff=evil merge=evil ident\n");
    const QByteArray head = m_repo.git({u"rev-parse"_s, u"HEAD"_s});
    m_repo.git({u"add"_s, u"."_s});
    m_repo.git({u"update-index"_s, u"--add"_s, u"--cacheinfo"_s, u"160000,%1,sub"_s.arg(QString::fromUtf8(head))});
    const QByteArray module = "[submodule \"sub\"]\n\tpath = sub\n\turl = ext::" + touch(u"gitmodules-url"_s) + '\n';
    m_repo.write(u".gitmodules"_s, module);
    m_repo.git({u"add"_s, u".gitmodules"_s});
    m_repo.git({u"commit"_s, u"-qm"_s, u"attributes"_s});
    m_repo.git({u"branch"_s, u"side"_s, u"HEAD~1"_s});
    m_repo.write(u"a.yaml"_s, "a: stashed\n");
    m_repo.write(u"untracked.yaml"_s, "u: 1\n");
    m_repo.git({u"stash"_s, u"-q"_s, u"-u"_s});
    m_repo.write(u"dir/b.yaml"_s, "b: staged\n");
    m_repo.git({u"add"_s, u"dir/b.yaml"_s});
    // What git would look at through the filter.
    m_repo.write(u"a.yaml"_s, "a: changed\n");
    // Git refuses this one, where it looks at it.
    m_repo.write(u".gitmodules"_s, module + "\tupdate = !" + touch(u"gitmodules-update"_s) + '\n');
    QDir().mkpath(m_repo.path(u"sub"_s));
}

void HostileRepository::sign()
{
    QByteArray commit = m_repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s}) + '\n';
    commit.insert(commit.indexOf("\n\n") + 1,
                  "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQEzBAABCAAdFiEE\n -----END PGP SIGNATURE-----\n");
    m_repo.write(u".git/signed"_s, commit);
    const QString id =
        QString::fromUtf8(m_repo.git({u"hash-object"_s, u"-w"_s, u"-t"_s, u"commit"_s, u".git/signed"_s}));
    m_repo.git({u"update-ref"_s, u"HEAD"_s, id});
}

void HostileRepository::writeHooks()
{
    // A directory that core.hooksPath names, and the ordinary one.
    QDir().mkpath(m_repo.path(u".git/evil-hooks"_s));
    for (const QString& hook : hooks) {
        m_repo.writeHook(hook, touch(u"hook-"_s + hook) + '\n');
        QFile::copy(m_repo.path(u".git/hooks/"_s + hook), m_repo.path(u".git/evil-hooks/"_s + hook));
    }
}

void HostileRepository::writeConfiguration()
{
    QByteArray text;
    for (const QString& name : commands)
        text += setting(name, touch(name));
    for (const auto& [name, value] : switches)
        text += setting(name, value);
    text += setting(u"core.hooksPath"_s, m_repo.path(u".git/evil-hooks"_s).toUtf8());
    text += setting(u"credential.helper"_s, "!" + touch(u"credential.helper"_s));
    text += setting(u"submodule.sub.update"_s, "!" + touch(u"submodule.sub.update"_s));
    text += setting(u"submodule.sub.active"_s, "true");
    text += setting(u"submodule.sub.url"_s, "ext::" + touch(u"submodule.sub.url"_s));
    text += setting(u"remote.origin.url"_s, "ext::" + touch(u"remote.origin.url"_s));
    text += setting(u"remote.second.url"_s, "ssh://nowhere.invalid/x");
    text += setting(u"remote.third.vcs"_s, "ext");
    text += setting(u"remote.third.url"_s, touch(u"remote.third.vcs"_s));
    text += setting(u"trailer.evil.ifmissing"_s, "add");
    text += setting(u"url.ext::touch.insteadOf"_s, "https://");
    for (const char* alias : {"rev-parse", "ls-files", "ls-tree", "cat-file", "var", "symbolic-ref", "for-each-ref",
                              "log", "merge-base", "stash", "diff-tree", "check-attr", "config", "evil"})
        text += setting(u"alias."_s + QLatin1StringView(alias), "!" + touch(u"alias."_s + QLatin1StringView(alias)));
    // The same again by the two ways of inclusion.
    m_repo.write(u".git/included"_s, text);
    m_repo.write(u".git/included-if"_s,
                 setting(u"core.fsmonitor"_s, touch(u"includeIf"_s))
                     + setting(u"diff.external"_s, touch(u"includeIf"_s)));
    QFile config(m_repo.path(u".git/config"_s));
    QVERIFY(config.open(QIODevice::Append));
    config.write(text + setting(u"include.path"_s, "included")
                 + setting(u"includeIf.gitdir:"_s + m_repo.path(u".git"_s) + u".path"_s, "included-if"));
}

void HostileRepository::setEnvironment()
{
    const auto set = [this](const QByteArray& name, const QByteArray& value) {
        if (!qEnvironmentVariableIsSet(name.constData()))
            m_variables << name;
        qputenv(name.constData(), value);
    };
    for (const char* name : {"GIT_EXTERNAL_DIFF", "GIT_EDITOR", "GIT_SEQUENCE_EDITOR", "GIT_PAGER", "GIT_SSH_COMMAND",
                             "GIT_ASKPASS", "GIT_PROXY_COMMAND"})
        set(name, touch(QString::fromLatin1(name)));
    for (const char* name : {"GIT_TRACE", "GIT_TRACE_SETUP", "GIT_TRACE_PACKET", "GIT_TRACE2", "GIT_TRACE2_EVENT"})
        set(name, m_markers.filePath(QString::fromLatin1(name)).toUtf8());
    set("GIT_CONFIG_COUNT", "1");
    set("GIT_CONFIG_KEY_0", "core.fsmonitor");
    set("GIT_CONFIG_VALUE_0", touch(u"GIT_CONFIG_COUNT"_s));
    set("GIT_CONFIG_PARAMETERS", "'diff.external'='" + touch(u"GIT_CONFIG_PARAMETERS"_s) + "'");
}

} // namespace meshdraft::git
