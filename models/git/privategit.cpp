// SPDX-License-Identifier: Apache-2.0
#include "models/git/privategit.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace meshdraft::git {

namespace {

std::unexpected<Error> failed(const std::string& what, int reason)
{
    if (reason == ENOSPC || reason == EDQUOT)
        return std::unexpected(Error{"git.diskFull", {what}, {}});
    return std::unexpected(Error{"git.failed", {what, std::strerror(reason)}, {}});
}

/// Copies a file of the git directory (an index may have hundreds of MB); nothing happens where there is none.
Expected<void> copyFile(const std::string& from, const std::string& to)
{
    std::error_code problem;
    if (!std::filesystem::exists(from, problem))
        return {};
    std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing, problem);
    return problem ? failed(to, problem.value()) : Expected<void>();
}

Expected<void> writeFile(const std::string& path, const std::string& text)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    return file ? Expected<void>() : failed(path, errno);
}

using Settings = std::vector<std::pair<std::string, std::string>>;

/// Name and value of every setting that holds, in the order in which they are read.
Expected<Settings> settingsOf(const Repository::State& state, const std::vector<std::string>& environment)
{
    const auto output = outputOfGit(state.directory(), {{"config", "--list", "-z"}, Access::User, {}, environment});
    if (!output)
        return std::unexpected(output.error());
    Settings settings;
    for (const std::string_view setting : splitAtNul(*output)) {
        const std::size_t end = setting.find('\n'); // a name alone is "true"
        settings.emplace_back(setting.substr(0, end), end == std::string_view::npos ? "true" : setting.substr(end + 1));
    }
    return settings;
}

/// The last value of a name: the one that counts.
const std::string* valueOf(const Settings& settings, const std::string& name)
{
    const auto found = std::find_if(settings.rbegin(), settings.rend(),
                                    [&name](const auto& setting) { return setting.first == name; });
    return found == settings.rend() ? nullptr : &found->second;
}

/// Variables that give one git directory the settings that another one has: `includeIf "gitdir:…"` may name it.
std::vector<std::string> handedOver(const Settings& wanted, const Settings& present)
{
    std::vector<std::string> variables;
    int count = 0;
    for (const auto& [name, value] : wanted) {
        const std::string* has = valueOf(present, name);
        if (&value != valueOf(wanted, name) || (has != nullptr && *has == value))
            continue;
        const std::string number = std::to_string(count++);
        variables.push_back("GIT_CONFIG_KEY_" + number + '=' + name);
        variables.push_back("GIT_CONFIG_VALUE_" + number + '=' + value);
    }
    if (count > 0)
        variables.push_back("GIT_CONFIG_COUNT=" + std::to_string(count));
    return variables;
}

} // namespace

Expected<std::unique_ptr<PrivateGit>> PrivateGit::open(const Repository::State& state)
{
    std::unique_ptr<PrivateGit> git(new PrivateGit(state));
    const std::string lock = state.gitDirectory + "/index.lock";
    const UniqueFd handle(::open(lock.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666));
    if (!handle.isOpen()) {
        const int reason = errno;
        if (reason == EEXIST)
            return std::unexpected(Error{"commit.locked", {lock}, {}});
        if (reason == EROFS || reason == EACCES || reason == EPERM)
            return std::unexpected(Error{"commit.readOnly", {state.gitDirectory, std::strerror(reason)}, {}});
        return failed(lock, reason);
    }
    git->m_lock = lock;
    git->m_isLocked = true;
    std::string directory = state.gitDirectory + "/meshdraft-XXXXXX";
    if (::mkdtemp(directory.data()) == nullptr)
        return failed(directory, errno);
    git->m_directory = directory;
    return git;
}

PrivateGit::~PrivateGit()
{
    std::error_code ignored;
    if (!m_directory.empty())
        std::filesystem::remove_all(m_directory, ignored);
    if (m_isLocked)
        ::unlink(m_lock.c_str());
}

Expected<QByteArray> PrivateGit::git(std::vector<std::string> arguments, const std::string& indexFile,
                                     std::string_view input) const
{
    // A split index would leave its other half beside the copy.
    std::vector<std::string> all{"-c", "core.splitIndex=false"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const auto result =
        runGit(m_state.directory(), {std::move(all), Access::Safe, input, {"GIT_INDEX_FILE=" + indexFile}});
    if (!result)
        return std::unexpected(result.error());
    if (result->exitCode != 0)
        return std::unexpected(failureOf({std::move(arguments), Access::Safe, {}, {}}, *result));
    return result->output;
}

Expected<void> PrivateGit::readTree(const std::string& tree)
{
    if (tree.empty())
        return git({"read-tree", "--empty"}, commitIndex()).transform([](const auto&) { });
    // --reset, not -m: conflicts that are only in the index (of a stash, for example) are no reason to refuse.
    return copyFile(m_state.gitDirectory + "/index", commitIndex())
        .and_then([&] { return git({"read-tree", "--reset", tree}, commitIndex()); })
        .transform([](const auto&) {});
}

Expected<void> PrivateGit::putEntries(const std::string& indexFile,
                                      const std::vector<std::pair<std::string, PathEntry>>& entries)
{
    std::string lines;
    const std::string nothing(m_state.objectIdLength, '0');
    for (const auto& [path, entry] : entries)
        lines += (entry ? entry->first + ' ' + entry->second : "0 " + nothing) + '\t' + path + '\0';
    return git({"update-index", "-z", "--index-info"}, indexFile, lines).transform([](const auto&) { });
}

Expected<std::string> PrivateGit::writeTree()
{
    // Objects may be missing in a partial clone, and are none of our business.
    return git({"write-tree", "--missing-ok"}, commitIndex()).transform([](const QByteArray& output) {
        return withoutLineEnd(output).toStdString();
    });
}

Expected<void> PrivateGit::makeNextIndex(const std::vector<std::pair<std::string, PathEntry>>& entries)
{
    const auto made = copyFile(m_state.gitDirectory + "/index", nextIndex()).and_then([&] {
        return putEntries(nextIndex(), entries);
    });
    if (!made)
        return made;
    // Its exit code tells that some file differs from the index, which is fine.
    const GitCall refresh{{"-c", "core.splitIndex=false", "update-index", "-q", "--refresh"},
                          Access::Safe,
                          {},
                          {"GIT_INDEX_FILE=" + nextIndex()}};
    return runGit(m_state.directory(), refresh).transform([](const auto&) { });
}

Expected<void> PrivateGit::publishIndex()
{
    if (::rename(nextIndex().c_str(), (m_state.gitDirectory + "/index").c_str()) != 0)
        return failed("index", errno);
    return {};
}

Expected<std::vector<std::string>> PrivateGit::environmentOnBranch(const std::string& reference,
                                                                   const std::string& workTree)
{
    std::error_code ignored;
    std::filesystem::create_directory(m_directory + "/info", ignored);
    std::vector<std::string> environment{"GIT_DIR=" + m_directory,
                                         "GIT_WORK_TREE=" + (workTree.empty() ? m_state.workTree : workTree),
                                         "GIT_INDEX_FILE=" + commitIndex()};
    // First with the user's HEAD, so that only the directory makes a difference in the settings.
    const auto prepared =
        writeFile(m_directory + "/commondir", m_state.commonDirectory + '\n')
            .and_then([&] { return copyFile(m_state.gitDirectory + "/HEAD", m_directory + "/HEAD"); })
            .and_then(
                [&] { return copyFile(m_state.gitDirectory + "/config.worktree", m_directory + "/config.worktree"); })
            .and_then([&] {
                return copyFile(m_state.gitDirectory + "/info/sparse-checkout", m_directory + "/info/sparse-checkout");
            });
    if (!prepared)
        return std::unexpected(prepared.error());
    const auto wanted = settingsOf(m_state, {});
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto present = settingsOf(m_state, environment);
    if (!present)
        return std::unexpected(present.error());
    const auto variables = handedOver(*wanted, *present);
    environment.insert(environment.end(), variables.begin(), variables.end());
    return writeFile(m_directory + "/HEAD", "ref: " + reference + '\n').transform([&] { return environment; });
}

} // namespace meshdraft::git
