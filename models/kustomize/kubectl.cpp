// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/kubectl.h"

#include "models/git/process.h"

#include <QStandardPaths>

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace meshdraft::kustomize {

namespace {

constexpr qsizetype maximumOutput = 64L * 1024 * 1024;

std::vector<std::string> environmentFor(const std::string& home)
{
    const char* path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    // Port 9 is "discard", where nobody listens; with the empty network namespace even that is out of reach.
    std::vector<std::string> environment{
        std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path),
        "HOME=" + home,
        "TMPDIR=" + home,
        "XDG_CONFIG_HOME=" + home,
        "KUBECONFIG=/dev/null",
        "LC_ALL=C.UTF-8",
        "NO_PROXY=",
        "no_proxy=",
        "GIT_ALLOW_PROTOCOL=none",
        "GIT_CONFIG_NOSYSTEM=1",
        "GIT_CONFIG_GLOBAL=/dev/null",
        "GIT_TERMINAL_PROMPT=0",
        "GIT_SSH_COMMAND=false",
    };
    for (const char* name : {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"})
        environment.push_back(std::string(name) + "=http://127.0.0.1:9");
    return environment;
}

Error startFailure(int reason, const KubectlCall& call)
{
    switch (reason) {
    case ENOENT:
        return {"kustomize.notFound", {}, {}};
    case ECANCELED:
        return {"kustomize.cancelled", {}, {}};
    case ETIMEDOUT:
        return {"kustomize.timeout", {std::to_string(call.timeLimit.count() / 1000)}, {}};
    case EFBIG:
        return {"kustomize.tooLarge", {std::to_string(maximumOutput)}, {}};
    default:
        return {"kustomize.failed", {std::generic_category().message(reason)}, {}};
    }
}

} // namespace

std::string findKubectl()
{
    return QStandardPaths::findExecutable(QStringLiteral("kubectl")).toStdString();
}

std::string fingerprintOf(const std::string& program)
{
    struct stat status{};
    if (::stat(program.c_str(), &status) != 0)
        return program;
    return program + ':' + std::to_string(status.st_size) + ':' + std::to_string(status.st_mtim.tv_sec) + '.'
        + std::to_string(status.st_mtim.tv_nsec);
}

Expected<KubectlResult> runKubectl(const KubectlCall& call)
{
    if (call.program.empty())
        return std::unexpected(Error{"kustomize.notFound", {}, {}});
    git::CommandLine command{{call.program, "kustomize", call.directory}, environmentFor(call.home), call.home, true};
    const auto result =
        git::runProcess(command, {}, {.stop = call.stop, .time = call.timeLimit, .output = maximumOutput});
    if (!result)
        return std::unexpected(startFailure(result.error(), call));
    return KubectlResult{result->exitCode, result->output.toStdString(), result->errors.toStdString()};
}

} // namespace meshdraft::kustomize
