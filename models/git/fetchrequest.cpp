// SPDX-License-Identifier: Apache-2.0
#include "models/git/fetchrequest.h"

#include "models/git/repositorystate.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

std::unexpected<Error> refused(const char* code, std::vector<std::string> args = {})
{
    return std::unexpected(Error{code, std::move(args), {}});
}

/// Requests are made at the repository that a fork comes from.
Expected<QString> remoteFor(const Repository::State& state, const QString& wanted)
{
    const auto output = state.read({"remote"});
    if (!output)
        return std::unexpected(output.error());
    const QStringList remotes = QString::fromUtf8(*output).split(u'\n', Qt::SkipEmptyParts);
    if (remotes.isEmpty())
        return refused("push.noRemote");
    if (!wanted.isEmpty())
        return remotes.contains(wanted) ? Expected<QString>(wanted)
                                        : refused("push.unknownRemote", {wanted.toStdString()});
    for (const QString& usual : {u"upstream"_s, u"origin"_s}) {
        if (remotes.contains(usual))
            return usual;
    }
    return remotes.size() == 1 ? Expected<QString>(remotes.front())
                               : refused("fetch.whichRemote", {remotes.join(u", "_s).toStdString()});
}

} // namespace

Expected<FetchedRequest> fetchRequest(const Repository& repository, int number, const QString& remote,
                                      const std::stop_token& stop)
{
    const Repository::State& state = repository.state();
    const auto from = remoteFor(state, remote);
    if (!from)
        return std::unexpected(from.error());
    const std::string id = std::to_string(number);
    const std::string reference = "refs/meshdraft/requests/" + id;
    static constexpr std::array sources{"refs/pull/", "refs/merge-requests/"};
    for (const char* source : sources) {
        const ProcessWatch watch{{}, stop};
        // the words are read: in English, whatever the user's language
        const GitCall call{{"fetch", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--refmap=", "--",
                            from->toStdString(), '+' + (source + id) + "/head:" + reference},
                           Access::User,
                           {},
                           {"LANGUAGE=en"},
                           &watch};
        const auto result = runGit(state.directory(), call);
        if (!result)
            return std::unexpected(result.error());
        if (result->exitCode == 0)
            return FetchedRequest{QString::fromStdString(reference), *from};
        if (stop.stop_requested())
            return refused("fetch.cancelled");
        if (!result->errors.contains("couldn't find remote ref"))
            return refused("fetch.unreachable", {from->toStdString(), result->errors.trimmed().toStdString()});
    }
    return refused("fetch.noRequest", {id, from->toStdString()});
}

} // namespace meshdraft::git
