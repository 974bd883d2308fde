// SPDX-License-Identifier: Apache-2.0
#include "models/git/gitcommand.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace meshdraft::git {

namespace {

constexpr std::array keptVariables{
    // the user's configuration and identity
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_EXEC_PATH", "GIT_AUTHOR_NAME",
    "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "GIT_COMMITTER_DATE",
    // how far git looks for a repository, and whom it trusts
    "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_TEST_ASSUME_DIFFERENT_OWNER"};

/// How the user reaches other repositories.
constexpr std::array keptForUser{"GIT_ASKPASS",     "GIT_SSH",           "GIT_SSH_COMMAND",
                                 "GIT_SSH_VARIANT", "GIT_PROXY_COMMAND", "GIT_SSL_CAINFO",
                                 "GIT_SSL_CAPATH",  "GIT_SSL_CERT",      "GIT_SSL_KEY"};

std::string_view nameOf(std::string_view variable)
{
    return variable.substr(0, variable.find('='));
}

void setVariable(std::vector<std::string>& environment, const std::string& variable)
{
    const auto found = std::ranges::find(environment, nameOf(variable), nameOf);
    if (found != environment.end())
        *found = variable;
    else
        environment.push_back(variable);
}

std::vector<std::string> environmentOf(const GitCall& call)
{
    std::vector<std::string> environment;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string_view name = nameOf(*variable);
        const bool isKept = std::ranges::find(keptVariables, name) != keptVariables.end()
            || (call.access == Access::User && std::ranges::find(keptForUser, name) != keptForUser.end());
        if (!name.starts_with("GIT_") || isKept)
            environment.emplace_back(*variable);
    }
    setVariable(environment, "GIT_TERMINAL_PROMPT=0");
    if (call.access == Access::Safe) {
        setVariable(environment, "GIT_NO_LAZY_FETCH=1");
        setVariable(environment, "GIT_OPTIONAL_LOCKS=0");
        setVariable(environment, "LC_ALL=C"); // what git says is read in one place, in English
    }
    for (const std::string& variable : call.environment)
        setVariable(environment, variable);
    return environment;
}

} // namespace

CommandLine commandLineOf(const std::string& directory, const GitCall& call)
{
    CommandLine command{{"git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "maintenance.auto=false"}, {}, {}};
    auto& arguments = command.arguments;
    // Git hands these settings on to what it starts: a hook has to see neither.
    if (call.access == Access::Safe)
        arguments.insert(arguments.end(),
                         {"--literal-pathspecs", "-c", "log.showSignature=false", "-c", "protocol.allow=never", "-c",
                          "core.hooksPath=/dev/null"});
    if (!directory.empty())
        arguments.insert(arguments.end(), {"-C", directory});
    arguments.insert(arguments.end(), call.arguments.begin(), call.arguments.end());
    command.environment = environmentOf(call);
    return command;
}

Expected<ProcessResult> runGit(const std::string& directory, const GitCall& call)
{
    auto result = runProcess(commandLineOf(directory, call), call.input, call.watch);
    if (result)
        return std::move(*result);
    if (result.error() == ENOENT)
        return std::unexpected(Error{"git.notFound", {}, {}});
    return std::unexpected(Error{"git.failed", {"git " + call.arguments.front(), std::strerror(result.error())}, {}});
}

Expected<QByteArray> outputOfGit(const std::string& directory, const GitCall& call)
{
    auto result = runGit(directory, call);
    if (!result)
        return std::unexpected(result.error());
    if (result->exitCode != 0)
        return std::unexpected(failureOf(call, *result));
    return std::move(result->output);
}

Error failureOf(const GitCall& call, const ProcessResult& result)
{
    const QByteArray said = result.errors.trimmed();
    // The last one is what a git in the user's language says.
    for (const char* full :
         std::array<const char*, 3>{"No space left on device", "Disk quota exceeded", std::strerror(ENOSPC)}) {
        if (said.contains(full))
            return {"git.diskFull", {"git " + call.arguments.front()}, {}};
    }
    return {"git.failed",
            {"git " + call.arguments.front(),
             said.isEmpty() ? "exit code " + std::to_string(result.exitCode) : said.toStdString()},
            {}};
}

QByteArray withoutLineEnd(QByteArray output)
{
    if (output.endsWith('\n'))
        output.chop(1);
    return output;
}

std::vector<std::string_view> splitAtNul(const QByteArray& output)
{
    std::vector<std::string_view> parts;
    std::string_view rest(output.constData(), static_cast<std::size_t>(output.size()));
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\0'), rest.size());
        parts.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return parts;
}

} // namespace meshdraft::git
