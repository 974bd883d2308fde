// SPDX-License-Identifier: Apache-2.0
#include "models/git/remotes.h"

#include "models/git/repositorystate.h"

namespace meshdraft::git {

std::vector<std::string> remoteUrls(const Repository& repository)
{
    const auto output = repository.state().ask({"config", "-z", "--get-regexp", R"(^remote\..*\.(push)?url$)"});
    std::vector<std::string> urls;
    if (!output)
        return urls;
    // "name LF value NUL" each
    for (std::string_view rest = *output; !rest.empty();) {
        const std::string_view entry = rest.substr(0, rest.find('\0'));
        rest.remove_prefix(std::min(entry.size() + 1, rest.size()));
        if (const auto end = entry.find('\n'); end != std::string_view::npos)
            urls.emplace_back(entry.substr(end + 1));
    }
    return urls;
}

} // namespace meshdraft::git
