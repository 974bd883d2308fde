// SPDX-License-Identifier: Apache-2.0
#include "models/git/pushstack.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace meshdraft::git {

namespace {

/// True for what the next branch would meet, too.
bool endsAll(const Error& error)
{
    constexpr std::array<std::string_view, 5> codes{"push.cancelled", "push.authentication", "push.unreachable",
                                                    "push.noRemote", "git.notFound"};
    return std::ranges::contains(codes, error.code);
}

} // namespace

std::vector<BranchPush> pushAll(const Repository& repository, const std::vector<PushRequest>& requests,
                                const std::function<void(std::size_t, const QString&)>& progress,
                                const std::stop_token& stop)
{
    std::vector<BranchPush> pushes;
    std::optional<Error> end;
    for (const PushRequest& request : requests) {
        if (!end && stop.stop_requested())
            end = Error{"push.cancelled", {}, {}};
        if (end) {
            pushes.push_back({request.branch, {}, *end});
            continue;
        }
        const auto say = [&progress, position = pushes.size()](const QString& line) {
            if (progress)
                progress(position, line);
        };
        say({});
        const auto pushed = push(repository, request, say, stop);
        if (pushed) {
            pushes.push_back({request.branch, *pushed, {}});
            continue;
        }
        pushes.push_back({request.branch, {}, pushed.error()});
        if (endsAll(pushed.error()))
            end = pushed.error();
    }
    return pushes;
}

} // namespace meshdraft::git
