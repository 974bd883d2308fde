// SPDX-License-Identifier: Apache-2.0
// Commits with the objects that they change, read while git still writes them.
#include "models/git/gitcommand.h"
#include "models/git/historyformat.h"
#include "models/git/repositorystate.h"
#include "models/git/worktree.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <deque>

namespace meshdraft::git {

namespace {

std::string idOrNothing(std::string_view id)
{
    return id.find_first_not_of('0') == std::string_view::npos ? std::string() : std::string(id);
}

/// ":100644 100644 <blob> <blob> M", perhaps with a line end in front; the paths follow.
bool isChange(std::string_view part)
{
    return part.starts_with(':') || part.starts_with("\n:");
}

RawChange changeOf(std::string_view part)
{
    part.remove_prefix(part.find(':') + 1);
    std::array<std::string_view, 5> words;
    for (std::string_view& word : words) {
        const auto end = std::min(part.find(' '), part.size());
        word = part.substr(0, end);
        part.remove_prefix(std::min(end + 1, part.size()));
    }
    RawChange change;
    change.oldMode = idOrNothing(words[0]);
    change.mode = idOrNothing(words[1]);
    change.oldBlob = idOrNothing(words[2]);
    change.blob = idOrNothing(words[3]);
    change.status = words[4].empty() ? 'M' : words[4].front();
    return change;
}

bool hasTwoPaths(const RawChange& change)
{
    return change.status == 'R' || change.status == 'C';
}

/// Puts commits together out of the parts of git's answer, as they come.
class CommitReader {
public:
    explicit CommitReader(const std::function<bool(RawCommit)>& take)
        : m_take(take)
    {
    }

    /// False when no more is wanted.
    bool add(std::string part)
    {
        if (m_fields.size() < fieldsOfEntry) {
            m_fields.push_back(std::move(part));
            return true;
        }
        if (m_missingPaths > 0) {
            RawChange& change = m_changes.back();
            if (m_missingPaths-- == 2)
                change.oldPath = std::move(part);
            else
                change.path = std::move(part);
            if (m_missingPaths == 0 && change.oldPath.empty())
                change.oldPath = change.path;
            return true;
        }
        if (isChange(part)) {
            m_changes.push_back(changeOf(part));
            m_missingPaths = hasTwoPaths(m_changes.back()) ? 2 : 1;
            return true;
        }
        const bool goesOn = finish();
        m_fields.push_back(std::move(part));
        return goesOn;
    }

    /// The commit that was read last.
    bool finish()
    {
        if (m_fields.size() < fieldsOfEntry)
            return true;
        const std::vector<std::string_view> views(m_fields.begin(), m_fields.end());
        RawCommit commit{entryOf(views), std::exchange(m_changes, {})};
        m_fields.clear();
        return m_take(std::move(commit));
    }

private:
    const std::function<bool(RawCommit)>& m_take;
    std::vector<std::string> m_fields;
    std::vector<RawChange> m_changes;
    int m_missingPaths = 0;
};

/// What git writes, in parts that NUL ends.
class PartStream {
public:
    explicit PartStream(int fd)
        : m_fd(fd)
    {
    }

    enum class Read : std::uint8_t { Part, End, Stopped, Failed };

    Read next(std::string& part, const std::stop_token& stop)
    {
        while (true) {
            if (const auto end = m_buffer.find('\0', m_used); end != std::string::npos) {
                part.assign(m_buffer, m_used, end - m_used);
                m_used = end + 1;
                return Read::Part;
            }
            m_buffer.erase(0, std::exchange(m_used, 0));
            if (const auto filled = fill(stop); filled != Read::Part)
                return filled;
        }
    }

private:
    Read fill(const std::stop_token& stop)
    {
        constexpr int patience = 50; // milliseconds until somebody's wish to stop is looked at again
        constexpr std::size_t block = 65536;
        while (true) {
            if (stop.stop_requested())
                return Read::Stopped;
            pollfd wait{m_fd, POLLIN, 0};
            const int ready = ::poll(&wait, 1, patience);
            if (ready == 0 || (ready < 0 && errno == EINTR))
                continue;
            if (ready < 0)
                return Read::Failed;
            const auto before = m_buffer.size();
            m_buffer.resize(before + block);
            const auto count = ::read(m_fd, m_buffer.data() + before, block);
            const int reason = errno;
            m_buffer.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
            if (count < 0 && reason == EINTR)
                continue;
            if (count < 0)
                return Read::Failed;
            return count == 0 ? Read::End : Read::Part;
        }
    }

    int m_fd;
    std::string m_buffer;
    std::size_t m_used = 0;
};

std::unexpected<Error> logFailed(const std::string& reason)
{
    return std::unexpected(Error{"git.failed", {"git log", reason}, {}});
}

} // namespace

Expected<void> eachCommit(const Repository& repository, const LogRange& range, const std::string& path,
                          const std::function<bool(RawCommit)>& take, const std::stop_token& stop)
{
    if (!path.empty() && !isTreePath(path))
        return fileError("file.outside", path);
    auto arguments = logArguments(repository, range);
    if (!arguments)
        return std::unexpected(arguments.error());
    arguments->insert(arguments->end(), {"--raw", "--no-abbrev", "--no-relative", "--find-renames"});
    if (!path.empty())
        arguments->emplace_back("--follow");
    arguments->emplace_back("--");
    if (!path.empty())
        arguments->push_back(path);
    const GitCall call{std::move(*arguments), Access::Safe, {}, {}};
    auto process = ChildProcess::start(commandLineOf(repository.state().directory(), call), ChildProcess::Errors::Drop);
    if (!process) {
        if (process.error() == ENOENT)
            return std::unexpected(Error{"git.notFound", {}, {}});
        return logFailed(std::strerror(process.error()));
    }
    process->input.reset();
    CommitReader reader(take);
    PartStream parts(process->output.get());
    std::string part;
    while (true) {
        switch (parts.next(part, stop)) {
        case PartStream::Read::Part:
            if (!reader.add(std::move(part)))
                return {};
            break;
        case PartStream::Read::Stopped:
            return std::unexpected(Error{"open.cancelled", {}, {}});
        case PartStream::Read::Failed:
            return logFailed(std::strerror(errno));
        case PartStream::Read::End:
            if (const int code = process->wait(); code != 0)
                return logFailed("exit code " + std::to_string(code));
            (void)reader.finish();
            return {};
        }
    }
}

Expected<std::vector<RawChange>> changesBetween(const Repository& repository, const QString& from, const QString& to)
{
    const auto& state = repository.state();
    std::string base = from.toStdString();
    if (base.empty()) {
        const auto nothing = state.ask({"hash-object", "-t", "tree", "/dev/null"});
        if (!nothing)
            return std::unexpected(nothing.error());
        base = *nothing;
    }
    const auto output = state.read({"-c", "diff.orderFile=/dev/null", "diff-tree", "-r", "-z", "--raw", "--no-abbrev",
                                    "--find-renames", "--no-ext-diff", "--no-textconv", base, to.toStdString(), "--"});
    if (!output)
        return std::unexpected(output.error());
    std::vector<RawChange> changes;
    const auto parts = splitAtNul(*output);
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        RawChange change = changeOf(parts[i]);
        change.oldPath = parts[++i];
        change.path = hasTwoPaths(change) && i + 1 < parts.size() ? std::string(parts[++i]) : change.oldPath;
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace meshdraft::git
