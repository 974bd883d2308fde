// SPDX-License-Identifier: Apache-2.0
#include "models/git/push.h"

#include "models/git/repositorystate.h"

#include <QByteArrayList>
#include <QStringList>

#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

std::unexpected<Error> refused(const char* code, std::vector<std::string> args = {})
{
    return std::unexpected(Error{code, std::move(args), {}});
}

/// The names of a configured repository's remotes.
Expected<QStringList> remotesOf(const Repository::State& state)
{
    const auto output = state.read({"remote"});
    if (!output)
        return std::unexpected(output.error());
    return QString::fromUtf8(*output).split(u'\n', Qt::SkipEmptyParts);
}

/// A setting; empty when it is not set.
Expected<QString> settingOf(const Repository::State& state, const std::string& name)
{
    return state.ask({"config", "--get", name}).transform([](const std::string& value) {
        return QString::fromStdString(value);
    });
}

/// The remote for a branch that no setting says one for.
Expected<QString> chooseRemote(const QString& branch, const QStringList& remotes)
{
    if (remotes.isEmpty())
        return refused("push.noRemote");
    if (remotes.size() == 1)
        return remotes.front();
    if (remotes.contains(u"origin"_s))
        return u"origin"_s;
    return refused("push.whichRemote", {branch.toStdString(), remotes.join(u", "_s).toStdString()});
}

/// Where a branch is pulled from and pushed to, as far as the configuration says.
struct BranchSettings {
    QString remote; ///< that it is pulled from; empty when it has no upstream
    QString merge; ///< its branch there, "refs/heads/main"
    QString pushRemote;
};

Expected<BranchSettings> settingsOf(const Repository::State& state, const QString& branch)
{
    const std::string section = "branch." + branch.toStdString() + '.';
    BranchSettings settings;
    const auto take = [&state](const std::string& name, QString& to) -> Expected<void> {
        if (!to.isEmpty())
            return {};
        return settingOf(state, name).transform([&to](const QString& value) { to = value; });
    };
    const auto taken = take(section + "remote", settings.remote)
                           .and_then([&] { return take(section + "merge", settings.merge); })
                           .and_then([&] { return take(section + "pushRemote", settings.pushRemote); })
                           .and_then([&] { return take("remote.pushDefault", settings.pushRemote); });
    if (!taken)
        return std::unexpected(taken.error());
    if (settings.remote == u"." || settings.merge.isEmpty())
        settings.remote.clear(); // follows a branch of this very repository, or nothing
    return settings;
}

/// What git says without the lines of progress that it has written over.
QString withoutProgress(const QByteArray& said)
{
    QStringList lines;
    for (const QByteArray& line : said.split('\n')) {
        const QByteArray last = line.sliced(line.lastIndexOf('\r', line.size() - 2) + 1).trimmed();
        if (!last.isEmpty())
            lines += QString::fromUtf8(last);
    }
    return lines.join(u'\n');
}

/// The lines that the other side has sent.
QString saidByRemote(const QString& said)
{
    QStringList lines;
    constexpr QStringView prefix = u"remote:";
    for (const QString& line : said.split(u'\n')) {
        if (const QString rest = line.sliced(std::min(prefix.size(), line.size())).trimmed();
            line.startsWith(prefix) && !rest.isEmpty())
            lines += rest;
    }
    return lines.join(u'\n');
}

bool hasPrePushHook(const Repository::State& state)
{
    const GitCall call{{"rev-parse", "--path-format=absolute", "--git-path", "hooks/pre-push"}, Access::User, {}, {}};
    const auto path = outputOfGit(state.directory(), call);
    return path && ::access(withoutLineEnd(*path).constData(), X_OK) == 0;
}

/// The line of `git push --porcelain` about a branch: "<flag>\t<from>:<to>\t<summary>".
struct PushLine {
    char flag = 0; ///< ' ', '*' (new), '=' (up to date), '!' (refused)
    QString summary;
};

std::optional<PushLine> lineOf(const QByteArray& output)
{
    for (const QByteArray& line : output.split('\n')) {
        const QByteArrayList fields = line.split('\t');
        if (fields.size() >= 3 && fields.front().size() == 1)
            return PushLine{fields.front().front(), QString::fromUtf8(fields.at(2))};
    }
    return std::nullopt;
}

bool isAboutAuthentication(const QString& said)
{
    return std::ranges::any_of(std::initializer_list<QStringView>{u"could not read Username",
                                                                  u"could not read Password", u"Authentication failed",
                                                                  u"Permission denied (", u"terminal prompts disabled",
                                                                  u"Host key verification failed",
                                                                  u"returned error: 401", u"returned error: 403"},
                               [&said](QStringView words) { return said.contains(words); });
}

/// Why git did not push. A summary is "[rejected] (fetch first)", "[remote rejected] (hook declined)".
Error errorOf(const Repository::State& state, const PushRequest& request, const QString& remote,
              const ProcessResult& result)
{
    const std::string target = remote.toStdString();
    const QString said = withoutProgress(result.errors);
    const auto line = lineOf(result.output);
    if (line && line->flag == '!') {
        const QString reason = line->summary.section(u'(', 1).chopped(line->summary.endsWith(u')') ? 1 : 0);
        if (line->summary.startsWith(u"[rejected]"))
            return {"push.rejected", {request.branch.toStdString(), target}, {}};
        return {"push.refused", {target, reason.toStdString(), saidByRemote(said).toStdString()}, {}};
    }
    if (isAboutAuthentication(said))
        return {"push.authentication", {target, said.toStdString()}, {}};
    // Git leaves with 1 where it was not allowed to push, with 128 where it could not even ask.
    if (result.exitCode == 1 && hasPrePushHook(state))
        return {"push.hook", {said.toStdString()}, {}};
    constexpr int fatal = 128;
    if (result.exitCode == fatal)
        return {"push.unreachable", {target, said.toStdString()}, {}};
    return failureOf({{"push"}, Access::User, {}, {}}, result);
}

/// Hands lines on as they come; '\r' ends one that will be written over.
class ProgressLines {
public:
    explicit ProgressLines(const std::function<void(const QString&)>& progress)
        : m_progress(progress)
    {
    }

    void take(std::string_view bytes)
    {
        for (const char byte : bytes) {
            if (byte != '\r' && byte != '\n') {
                m_line += byte;
                continue;
            }
            if (m_progress && !m_line.trimmed().isEmpty())
                m_progress(QString::fromUtf8(m_line).trimmed());
            m_line.clear();
        }
    }

private:
    const std::function<void(const QString&)>& m_progress;
    QByteArray m_line;
};

} // namespace

Expected<PushTarget> pushTargetOf(const Repository& repository, const PushRequest& request)
{
    const Repository::State& state = repository.state();
    const auto branches = repository.branches();
    if (!branches)
        return std::unexpected(branches.error());
    if (!std::ranges::contains(*branches, request.branch))
        return refused("push.nothing", {request.branch.toStdString()});
    const auto remotes = remotesOf(state);
    if (!remotes)
        return std::unexpected(remotes.error());
    const auto settings = settingsOf(state, request.branch);
    if (!settings)
        return std::unexpected(settings.error());
    QString remote = request.remote;
    for (const QString& configured : {settings->pushRemote, settings->remote}) {
        if (remote.isEmpty())
            remote = configured;
    }
    if (remote.isEmpty()) {
        auto chosen = chooseRemote(request.branch, *remotes);
        if (!chosen)
            return std::unexpected(chosen.error());
        remote = std::move(*chosen);
    }
    if (!remotes->contains(remote))
        return refused("push.unknownRemote", {remote.toStdString()});
    const bool isUpstream = remote == settings->remote;
    return PushTarget{remote, isUpstream ? settings->merge : u"refs/heads/"_s + request.branch,
                      settings->remote.isEmpty()};
}

Expected<PushResult> push(const Repository& repository, const PushRequest& request,
                          const std::function<void(const QString&)>& progress, const std::stop_token& stop)
{
    const auto target = pushTargetOf(repository, request);
    if (!target)
        return std::unexpected(target.error());
    ProgressLines lines(progress);
    const ProcessWatch watch{[&lines](std::string_view said) { lines.take(said); }, stop};
    // Only this branch and nothing that the configuration might add to it. The words are read: in English, whatever
    // the user's language; a whole locale would be the hooks' too.
    GitCall call{{"push", "--porcelain", "--progress", "--no-follow-tags", "--no-force", "--no-force-with-lease"},
                 Access::User,
                 {},
                 {"LANGUAGE=en"},
                 &watch};
    if (target->setsUpstream)
        call.arguments.emplace_back("--set-upstream");
    call.arguments.insert(call.arguments.end(),
                          {"--", target->remote.toStdString(),
                           "refs/heads/" + request.branch.toStdString() + ':' + target->reference.toStdString()});
    const auto result = runGit(repository.state().directory(), call);
    if (!result)
        return std::unexpected(result.error());
    if (result->exitCode != 0 && stop.stop_requested())
        return refused("push.cancelled");
    if (result->exitCode != 0)
        return std::unexpected(errorOf(repository.state(), request, target->remote, *result));
    const auto line = lineOf(result->output);
    return PushResult{*target, line && line->flag == '=', saidByRemote(withoutProgress(result->errors))};
}

} // namespace meshdraft::git
