// SPDX-License-Identifier: Apache-2.0
#include "models/git/history.h"

#include "models/git/historyformat.h"
#include "models/git/repositorystate.h"
#include "models/git/worktree.h"

#include <QByteArrayList>
#include <QStringDecoder>

#include <algorithm>
#include <cctype>
#include <span>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

using Parts = std::vector<std::string_view>;

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QString textOf(std::string_view bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return utf8.hasError() ? QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size())) : text;
}

/// Git's formats for a commit, separated by NUL, which no part of a commit can hold.
const std::string entryFormat = "%H%x00%P%x00%an%x00%ae%x00%ad%x00%cn%x00%ce%x00%cd%x00%s%x00%b%x00%(trailers:only)";

/// "<seconds> <+hhmm>"
void readDate(std::string_view date, Signature& to)
{
    const QByteArrayList parts = bytesOf(date).split(' ');
    to.seconds = parts.front().toLongLong();
    const int zone = parts.size() > 1 ? parts.at(1).toInt() : 0;
    to.zone = zone / 100 * 60 + zone % 100;
}

Signature signatureOf(std::string_view name, std::string_view address, std::string_view date)
{
    Signature signature{textOf(name), textOf(address), 0, 0};
    readDate(date, signature);
    return signature;
}

} // namespace

HistoryEntry entryOf(std::span<const std::string_view> fields)
{
    HistoryEntry entry;
    entry.id = textOf(fields[0]);
    for (const QByteArray& parent : bytesOf(fields[1]).split(' ')) {
        if (!parent.isEmpty())
            entry.parents.push_back(QString::fromLatin1(parent));
    }
    entry.author = signatureOf(fields[2], fields[3], fields[4]);
    entry.committer = signatureOf(fields[5], fields[6], fields[7]);
    entry.subject = textOf(fields[8]);
    entry.body = textOf(fields[9]).trimmed();
    entry.trailers = textOf(fields[10]).trimmed();
    return entry;
}

Expected<std::vector<std::string>> logArguments(const Repository& repository, const LogRange& range)
{
    // diff.orderFile may name any file, one that never ends as well; following renames reads it whatever -O says.
    std::vector<std::string> arguments{"-c",
                                       "log.follow=false",
                                       "-c",
                                       "diff.orderFile=/dev/null",
                                       "-c",
                                       "log.showRoot=true",
                                       "log",
                                       "-z",
                                       "--topo-order",
                                       "--no-color",
                                       "--no-decorate",
                                       "--no-notes",
                                       "--no-mailmap",
                                       "--no-show-signature",
                                       "--no-ext-diff",
                                       "--no-textconv",
                                       "--encoding=UTF-8",
                                       "--date=raw",
                                       "--format=tformat:" + entryFormat,
                                       "--max-count=" + std::to_string(std::max(0, range.limit)),
                                       "--skip=" + std::to_string(std::max(0, range.skip))};
    if (range.firstParent)
        arguments.emplace_back("--first-parent");
    const auto head = repository.resolve(range.head);
    if (!head)
        return std::unexpected(head.error());
    arguments.push_back(head->toStdString());
    if (range.exclude.isEmpty())
        return arguments;
    const auto exclude = repository.resolve(range.exclude);
    if (!exclude)
        return std::unexpected(exclude.error());
    arguments.push_back('^' + exclude->toStdString());
    return arguments;
}

namespace {

/// The entries of `git log`, each with the file behind it where names were asked for.
std::vector<FileHistoryEntry> parseLog(const QByteArray& output, const std::string& path)
{
    std::vector<FileHistoryEntry> entries;
    const Parts parts = splitAtNul(output);
    std::size_t at = 0;
    while (at + fieldsOfEntry <= parts.size()) {
        FileHistoryEntry entry{entryOf(std::span(parts).subspan(at, fieldsOfEntry)), 'M', path, {}};
        at += fieldsOfEntry;
        // "\n<status><score>", then one path, or the old one and the new one; nothing behind a merge
        if (at + 1 < parts.size() && parts[at].starts_with('\n') && parts[at].size() > 1) {
            entry.status = parts[at][1];
            const bool hasOld = entry.status == 'R' || entry.status == 'C';
            if (hasOld && at + 2 < parts.size())
                entry.oldPath = parts[at + 1];
            at += hasOld ? 3 : 2;
            entry.path = parts[std::min(at, parts.size()) - 1];
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

/// "<key> <value>" lines of `git worktree list --porcelain -z`; an empty one ends a work tree.
void readWorkTreeLine(std::string_view line, LinkedWorkTree& tree)
{
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view key = line.substr(0, space);
    const std::string_view value = line.substr(std::min(space + 1, line.size()));
    constexpr std::string_view heads = "refs/heads/";
    if (key == "worktree")
        tree.path = value;
    else if (key == "HEAD" && value.find_first_not_of('0') != std::string_view::npos)
        tree.commit = textOf(value);
    else if (key == "branch")
        tree.branch = textOf(value.starts_with(heads) ? value.substr(heads.size()) : value);
    else if (key == "bare")
        tree.isBare = true;
    else if (key == "locked")
        tree.isLocked = true;
    else if (key == "prunable")
        tree.isGone = true;
}

/// Lines of for-each-ref, whose fields are separated by NUL: a name of a reference holds neither.
Expected<std::vector<QByteArrayList>> references(const Repository& repository, const char* format,
                                                 const std::string& pattern)
{
    const auto output = repository.state().read({"for-each-ref", std::string("--format=") + format, pattern});
    if (!output)
        return std::unexpected(output.error());
    std::vector<QByteArrayList> lines;
    for (const QByteArray& line : output->split('\n')) {
        if (!line.isEmpty())
            lines.push_back(line.split('\0'));
    }
    return lines;
}

} // namespace

Expected<std::vector<HistoryEntry>> log(const Repository& repository, const LogRange& range)
{
    auto arguments = logArguments(repository, range);
    if (!arguments)
        return std::unexpected(arguments.error());
    arguments->emplace_back("--");
    const auto output = repository.state().read(std::move(*arguments));
    if (!output)
        return std::unexpected(output.error());
    std::vector<HistoryEntry> entries;
    for (FileHistoryEntry& entry : parseLog(*output, {}))
        entries.push_back(std::move(entry.commit));
    return entries;
}

Expected<std::vector<FileHistoryEntry>> historyOf(const Repository& repository, const std::string& path,
                                                  const LogRange& range)
{
    if (!isTreePath(path))
        return fileError("file.outside", path);
    auto arguments = logArguments(repository, range);
    if (!arguments)
        return std::unexpected(arguments.error());
    arguments->insert(arguments->end(), {"--follow", "--name-status", "--no-relative", "--", path});
    auto output = repository.state().read(*arguments);
    if (!output && output.error().code == "git.failed") {
        // A partial clone lacks what it takes to find similar files; equal ones have equal ids.
        arguments->insert(arguments->end() - 2, "--find-renames=100%");
        output = repository.state().read(std::move(*arguments));
    }
    return output.transform([&path](const QByteArray& bytes) { return parseLog(bytes, path); });
}

Expected<std::vector<QString>> mergeBases(const Repository& repository, const QString& a, const QString& b)
{
    std::vector<std::string> arguments{"merge-base", "--all"};
    for (const QString& revision : {a, b}) {
        const auto commit = repository.resolve(revision);
        if (!commit)
            return std::unexpected(commit.error());
        arguments.push_back(commit->toStdString());
    }
    const auto answer = repository.state().ask(std::move(arguments)); // "none" is an exit code
    if (!answer)
        return std::unexpected(answer.error());
    std::vector<QString> bases;
    for (const QString& base : QString::fromStdString(*answer).split(u'\n', Qt::SkipEmptyParts))
        bases.push_back(base);
    return bases;
}

Expected<std::optional<Upstream>> upstreamOf(const Repository& repository, const QString& branch)
{
    const std::string reference = "refs/heads/" + branch.toStdString();
    const auto lines =
        references(repository, "%(refname)%00%(upstream)%00%(upstream:short)%00%(upstream:track)", reference);
    if (!lines)
        return std::unexpected(lines.error());
    const auto line = std::ranges::find_if(
        *lines, [&](const QByteArrayList& fields) { return fields.front().toStdString() == reference; });
    if (line == lines->end())
        return std::unexpected(Error{"git.noRevision", {branch.toStdString()}, {}});
    if (line->size() < 4 || line->at(1).isEmpty())
        return std::nullopt;
    Upstream upstream{QString::fromUtf8(line->at(1)), QString::fromUtf8(line->at(2)), false, 0, 0};
    upstream.isGone = line->at(3) == "[gone]";
    if (upstream.isGone)
        return upstream;
    const auto counts = repository.state().read(
        {"rev-list", "--left-right", "--count", reference + "..." + upstream.reference.toStdString(), "--"});
    if (!counts)
        return std::unexpected(counts.error());
    const QByteArrayList numbers = counts->trimmed().split('\t');
    upstream.ahead = numbers.front().toInt();
    upstream.behind = numbers.back().toInt();
    return upstream;
}

Expected<std::vector<Stash>> stashes(const Repository& repository)
{
    const auto newest = repository.state().ask({"rev-parse", "-q", "--verify", "refs/stash"});
    if (!newest)
        return std::unexpected(newest.error());
    if (newest->empty())
        return {};
    const auto output =
        repository.state().read({"log", "-z", "--walk-reflogs", "--no-color", "--no-show-signature", "--no-notes",
                                 "--encoding=UTF-8", "--format=tformat:%H%x00%ct%x00%gs", "refs/stash", "--"});
    if (!output)
        return std::unexpected(output.error());
    std::vector<Stash> stashes;
    const Parts parts = splitAtNul(*output);
    for (std::size_t i = 0; i + 2 < parts.size(); i += 3)
        stashes.push_back({u"stash@{%1}"_s.arg(stashes.size()), textOf(parts[i]), textOf(parts[i + 2]),
                           bytesOf(parts[i + 1]).toLongLong()});
    return stashes;
}

Expected<std::vector<Tag>> tags(const Repository& repository)
{
    const auto lines =
        references(repository,
                   "%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)%00%(creatordate:unix)"
                   "%00%(contents:subject)",
                   "refs/tags/");
    if (!lines)
        return std::unexpected(lines.error());
    std::vector<Tag> tags;
    for (const QByteArrayList& fields : *lines) {
        if (fields.size() < 7)
            continue;
        constexpr qsizetype prefix = 10; // "refs/tags/"
        const bool isAnnotated = fields.at(1) == "tag";
        Tag tag{textOf(fields.at(0).sliced(prefix).toStdString()),
                QString::fromLatin1(fields.at(isAnnotated ? 4 : 2)),
                fields.at(isAnnotated ? 3 : 1) == "commit",
                isAnnotated,
                textOf(fields.at(6).toStdString()),
                fields.at(5).toLongLong()};
        // A tag of a tag: older git takes only the first one off.
        if (fields.at(3) == "tag") {
            const auto commit = repository.resolve(u"refs/tags/"_s + tag.name);
            tag.isCommit = commit.has_value();
            tag.object = commit.value_or(tag.object);
        }
        tags.push_back(std::move(tag));
    }
    std::ranges::sort(tags, {}, &Tag::name);
    return tags;
}

Expected<std::vector<LinkedWorkTree>> workTrees(const Repository& repository)
{
    const auto output = repository.state().read({"worktree", "list", "--porcelain", "-z"});
    if (!output)
        return std::unexpected(output.error());
    std::vector<LinkedWorkTree> trees;
    bool isNew = true;
    for (const std::string_view line : splitAtNul(*output)) {
        if (line.empty()) {
            isNew = true;
            continue;
        }
        if (std::exchange(isNew, false))
            trees.emplace_back();
        readWorkTreeLine(line, trees.back());
    }
    return trees;
}

} // namespace meshdraft::git
