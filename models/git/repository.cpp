// SPDX-License-Identifier: Apache-2.0
#include "models/git/repository.h"

#include "models/git/repositorystate.h"
#include "models/git/worktree.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <sys/stat.h>

#include <algorithm>
#include <iterator>
#include <ranges>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

constexpr std::string_view headsPrefix = "refs/heads/";

/// Bytes of git for people; object ids and refs are ASCII or UTF-8.
QString toText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::string pathBytes(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

/// "<mode> <type> <object>\t<path>" of ls-tree, "<mode> <object> <stage>\t<path>" of ls-files.
std::vector<TreeEntry> parseEntries(const QByteArray& output, bool isIndex)
{
    std::vector<TreeEntry> entries;
    for (const std::string_view line : splitAtNul(output)) {
        const std::size_t first = line.find(' ');
        const std::size_t second = line.find(' ', first + 1);
        const std::size_t tab = line.find('\t', second);
        if (first == std::string_view::npos || second == std::string_view::npos || tab == std::string_view::npos)
            continue;
        const std::string_view middle = line.substr(first + 1, second - first - 1);
        const std::string_view last = line.substr(second + 1, tab - second - 1);
        entries.push_back({std::string(line.substr(0, first)), std::string(isIndex ? middle : last),
                           std::string(line.substr(tab + 1)), isIndex ? last.front() - '0' : 0});
    }
    return entries;
}

/// What in the repository's configuration git does not understand, told from its words.
std::optional<Error> errorOfFormat(const QString& said, const std::string& directory)
{
    static const QRegularExpression version(u"Expected git repo version [^,]*, (found \\d+)"_s);
    static const QRegularExpression extension(u"extensions? found:\\s*(\\S[^\\n]*)"_s);
    static const QRegularExpression extensionValue(u"(invalid value for 'extensions\\.[^\\n]*)"_s);
    for (const auto* unknown : {&version, &extension, &extensionValue}) {
        if (const auto found = unknown->match(said); found.hasMatch())
            return Error{"git.unsupported", {directory, found.captured(1).toStdString()}, {}};
    }
    static const QRegularExpression badLine(u"bad config line (?<line>\\d+) in file (?<file>[^\\n]+)"_s);
    static const QRegularExpression badVariable(u"in file '(?<file>[^\\n]+)' at line (?<line>\\d+)"_s);
    for (const auto* bad : {&badLine, &badVariable}) {
        if (const auto found = bad->match(said); found.hasMatch()) {
            // Relative to the directory where git has found the repository: this one, or one above it.
            QDir above(QFile::decodeName(directory.c_str()));
            const QString file = found.captured("file");
            while (!above.exists(file) && above.cdUp()) { }
            return Error{
                "git.badConfig",
                {QDir::cleanPath(above.absoluteFilePath(file)).toStdString(), found.captured("line").toStdString()},
                {}};
        }
    }
    static const QRegularExpression badValue(u"bad \\w+ config value '([^\\n]*)' for '([^']+)'"_s);
    if (const auto found = badValue.match(said); found.hasMatch())
        return Error{"git.badSetting", {found.captured(2).toStdString(), found.captured(1).toStdString()}, {}};
    return std::nullopt;
}

/// Why git finds no repository, told from its words (LC_ALL=C).
Error errorOfOpening(const GitCall& call, const ProcessResult& result, const std::string& directory)
{
    if (result.errors.contains("dubious ownership") || result.errors.contains("safe.bareRepository")) {
        const qsizetype open = result.errors.indexOf('\'');
        const qsizetype close = result.errors.indexOf('\'', open + 1);
        const bool hasPath = result.errors.contains("dubious ownership") && open >= 0 && close > open;
        return {
            "git.unsafe", {hasPath ? result.errors.sliced(open + 1, close - open - 1).toStdString() : directory}, {}};
    }
    const QString said = toText({result.errors.constData(), static_cast<std::size_t>(result.errors.size())});
    if (const auto error = errorOfFormat(said, directory))
        return *error;
    // "(or any of the parent directories)" stands there when git has looked for one itself.
    static const QRegularExpression gone(u"not a git repository: (\\S[^\\n]*)"_s);
    if (const auto found = gone.match(said); found.hasMatch())
        return {"git.noGitDirectory", {directory, found.captured(1).toStdString()}, {}};
    if (result.errors.contains("not a git repository") || result.errors.contains("cannot change to"))
        return {"git.noRepository", {directory}, {}};
    return failureOf(call, result);
}

bool exists(const std::string& path)
{
    struct stat status{};
    return ::lstat(path.c_str(), &status) == 0;
}

struct Paths {
    std::string git;
    std::string common;
    std::string top; ///< empty where there is no work tree
};

/// Where a repository is; `ask` gives the output of a call without the line end behind it.
template <typename Ask> Expected<Paths> pathsOf(const Ask& ask, bool hasWorkTree)
{
    const std::vector<std::string> wanted = hasWorkTree
        ? std::vector<std::string>{"--absolute-git-dir", "--git-common-dir", "--show-toplevel"}
        : std::vector<std::string>{"--absolute-git-dir", "--git-common-dir"};
    const auto askFor = [&](auto first, auto last) {
        std::vector<std::string> arguments{"rev-parse", "--path-format=absolute"};
        arguments.insert(arguments.end(), first, last);
        return ask(std::move(arguments));
    };
    std::vector<std::string> found;
    const auto all = askFor(wanted.begin(), wanted.end());
    if (!all)
        return std::unexpected(all.error());
    for (const auto line : std::views::split(*all, '\n'))
        found.emplace_back(line.begin(), line.end());
    if (found.size() != wanted.size()) {
        // A path may hold any byte but NUL, line ends included: one call each.
        found.clear();
        for (auto one = wanted.begin(); one != wanted.end(); ++one) {
            auto path = askFor(one, one + 1);
            if (!path)
                return std::unexpected(path.error());
            found.push_back(std::move(*path));
        }
    }
    found.resize(3);
    return Paths{.git = std::move(found[0]), .common = std::move(found[1]), .top = std::move(found[2])};
}

std::unexpected<Error> revisionError(const char* code, const QString& revision)
{
    return std::unexpected(Error{code, {revision.toStdString()}, {}});
}

/// The object that a revision names once it is peeled; empty when there is none.
Expected<std::string> objectOf(const Repository::State& state, const QString& revision, const char* peeled)
{
    if (revision.isEmpty() || revision.contains(QChar::Null) || revision.startsWith(u'^'))
        return std::string();
    const auto ask = [&state](std::string name) {
        return state.ask({"rev-parse", "-q", "--verify", "--end-of-options", std::move(name)});
    };
    if (!revision.startsWith(u":/"))
        return ask(revision.toStdString() + peeled);
    // What follows ":/" is all looked for in messages, a "^{commit}" behind it too.
    return ask(revision.toStdString()).and_then([&](const std::string& found) {
        return found.empty() ? Expected<std::string>(found) : ask(found + peeled);
    });
}

/// The tree of the untracked files that a stash holds; empty when it holds none, or when this is no stash.
Expected<std::string> untrackedTreeOf(const Repository::State& state, const QString& revision)
{
    static const QRegularExpression stash(u"^(refs/)?stash(@\\{[^}]*\\})?$"_s);
    if (!stash.match(revision).hasMatch())
        return std::string();
    return objectOf(state, revision, "^3^{tree}");
}

/// Entries of a revision, of some paths if any are given.
Expected<std::vector<TreeEntry>> entriesOf(const Repository& repository, const QString& revision,
                                           const std::vector<std::string>& paths)
{
    const Repository::State& state = repository.state();
    if (revision == indexRevision)
        return indexEntries(state, paths);
    const auto tree = objectOf(state, revision, "^{tree}");
    if (!tree)
        return std::unexpected(tree.error());
    if (tree->empty())
        return revisionError(repository.resolve(revision) ? "git.missingTree" : "git.noRevision", revision);
    auto entries = treeEntries(state, *tree, paths);
    // The tree is there; what git fails to find is one below it.
    if (!entries)
        return entries.error().code == "git.failed" ? revisionError("git.missingTree", revision) : std::move(entries);
    const auto untracked = untrackedTreeOf(state, revision);
    if (!untracked || untracked->empty())
        return entries;
    auto more = treeEntries(state, *untracked, paths);
    if (!more)
        return more;
    std::ranges::move(*more, std::back_inserter(*entries));
    return entries;
}

} // namespace

Expected<QByteArray> Repository::State::read(std::vector<std::string> arguments, std::string_view input) const
{
    return outputOfGit(directory(), {std::move(arguments), Access::Safe, input, {}});
}

Expected<std::string> Repository::State::ask(std::vector<std::string> arguments) const
{
    const auto result = runGit(directory(), {std::move(arguments), Access::Safe, {}, {}});
    if (!result)
        return std::unexpected(result.error());
    return result->exitCode == 0 ? withoutLineEnd(result->output).toStdString() : std::string();
}

Expected<std::vector<TreeEntry>> treeEntries(const Repository::State& state, const std::string& tree,
                                             const std::vector<std::string>& paths)
{
    std::vector<std::string> arguments{"ls-tree", "-r", "-z", "--full-tree", tree};
    if (!paths.empty()) {
        arguments.emplace_back("--");
        arguments.insert(arguments.end(), paths.begin(), paths.end());
    }
    return state.read(std::move(arguments)).transform([](const QByteArray& output) {
        return parseEntries(output, false);
    });
}

Expected<std::vector<TreeEntry>> indexEntries(const Repository::State& state, const std::vector<std::string>& paths,
                                              const std::string& indexFile)
{
    GitCall call{{"ls-files", "-z", "--stage", "--full-name"}, Access::Safe, {}, {}};
    if (!paths.empty()) {
        call.arguments.emplace_back("--");
        call.arguments.insert(call.arguments.end(), paths.begin(), paths.end());
    }
    if (!indexFile.empty())
        call.environment.push_back("GIT_INDEX_FILE=" + indexFile);
    return outputOfGit(state.directory(), call).transform([](const QByteArray& output) {
        return parseEntries(output, true);
    });
}

Expected<Repository> Repository::open(const QString& directory)
{
    const std::string start = pathBytes(QDir(directory).absolutePath());
    const auto ask = [&start](std::vector<std::string> arguments) -> Expected<std::string> {
        const GitCall call{std::move(arguments), Access::Safe, {}, {}};
        const auto result = runGit(start, call);
        if (!result)
            return std::unexpected(result.error());
        if (result->exitCode != 0)
            return std::unexpected(errorOfOpening(call, *result, start));
        return withoutLineEnd(result->output).toStdString();
    };
    const auto answers = ask({"rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--show-object-format"});
    if (!answers)
        return std::unexpected(answers.error());
    const bool isBare = answers->starts_with("true\n");
    const bool isInside = answers->contains("\ntrue\n");
    // Inside a .git directory, or beside a work tree that the configuration puts elsewhere.
    if (!isInside && !isBare)
        return std::unexpected(Error{"git.noRepository", {start}, {}});
    const auto paths = pathsOf(ask, isInside);
    if (!paths)
        return std::unexpected(paths.error());
    Repository repository;
    repository.m_state =
        std::make_shared<State>(paths->top, paths->git, paths->common, answers->ends_with("sha256") ? 64U : 40U);
    return repository;
}

QString Repository::workTree() const
{
    return QFile::decodeName(m_state->workTree.c_str());
}

QString Repository::gitDirectory() const
{
    return QFile::decodeName(m_state->gitDirectory.c_str());
}

QString Repository::name() const
{
    const QString name = QDir(QFile::decodeName(m_state->directory().c_str())).dirName();
    return isBare() && name.endsWith(".git"_L1) && name.size() > 4 ? name.chopped(4) : name;
}

bool Repository::isBare() const
{
    return m_state->workTree.empty();
}

Expected<Head> Repository::head() const
{
    const auto reference = m_state->ask({"symbolic-ref", "-q", "HEAD"});
    if (!reference)
        return std::unexpected(reference.error());
    const auto commit = m_state->ask({"rev-parse", "-q", "--verify", "HEAD^{commit}"});
    if (!commit)
        return std::unexpected(commit.error());
    if (reference->empty() && commit->empty())
        return std::unexpected(Error{"git.failed", {"git rev-parse HEAD", "HEAD"}, {}});
    const std::string_view branch = *reference;
    return Head{toText(branch.starts_with(headsPrefix) ? branch.substr(headsPrefix.size()) : branch), toText(*commit)};
}

Operation Repository::operation() const
{
    const std::string& directory = m_state->gitDirectory;
    if (exists(directory + "/rebase-apply/applying"))
        return Operation::ApplyMailbox;
    if (exists(directory + "/rebase-merge") || exists(directory + "/rebase-apply"))
        return Operation::Rebase;
    if (exists(directory + "/MERGE_HEAD"))
        return Operation::Merge;
    if (exists(directory + "/CHERRY_PICK_HEAD"))
        return Operation::CherryPick;
    if (exists(directory + "/REVERT_HEAD"))
        return Operation::Revert;
    // Between two picks of a series there is only this.
    if (const auto todo = readRegularFile(directory + "/sequencer/todo", {}))
        return todo->startsWith("revert") ? Operation::Revert : Operation::CherryPick;
    return exists(directory + "/BISECT_LOG") ? Operation::Bisect : Operation::None;
}

Expected<std::vector<QString>> Repository::branches() const
{
    const auto output = m_state->read({"for-each-ref", "--format=%(refname)", "refs/heads/"});
    if (!output)
        return std::unexpected(output.error());
    std::vector<QString> names;
    for (const QByteArray& line : output->split('\n')) {
        if (line.startsWith(QByteArrayView(headsPrefix)))
            names.push_back(QString::fromUtf8(line.sliced(static_cast<qsizetype>(headsPrefix.size()))));
    }
    std::ranges::sort(names);
    return names;
}

Expected<QString> Repository::resolve(const QString& revision) const
{
    return objectOf(*m_state, revision, "^{commit}").and_then([&](const std::string& commit) -> Expected<QString> {
        return commit.empty() ? revisionError("git.noRevision", revision) : Expected<QString>(toText(commit));
    });
}

Expected<std::vector<FileEntry>> Repository::filesOf(const QString& revision) const
{
    const auto entries = entriesOf(*this, revision, {});
    if (!entries)
        return std::unexpected(entries.error());
    std::vector<FileEntry> files;
    files.reserve(entries->size());
    for (const TreeEntry& entry : *entries) {
        const bool isSubmodule = entry.mode == "160000";
        const bool hasConflict = entry.stage != 0;
        files.push_back({entry.path, isSubmodule || hasConflict ? QString() : toText(entry.object),
                         entry.mode == "120000", isSubmodule, hasConflict});
    }
    std::ranges::sort(files, {}, &FileEntry::path);
    const auto [first, last] = std::ranges::unique(files, {}, &FileEntry::path); // one for each stage of a conflict
    files.erase(first, last);
    return files;
}

Expected<std::vector<FileEntry>> Repository::filesOfWorkTree() const
{
    return workTreeFiles(*m_state);
}

Expected<QByteArray> Repository::readBlob(const QString& blob) const
{
    return m_state->blobs.read(blob.toStdString());
}

std::vector<Expected<QByteArray>> Repository::readBlobs(std::span<const std::string> blobs) const
{
    return m_state->blobs.readMany(blobs);
}

Expected<QByteArray> Repository::readWorkFile(const std::string& path) const
{
    return readWorkTreeFile(*m_state, path);
}

Expected<std::optional<QByteArray>> Repository::readRevisionFile(const QString& revision, const std::string& path) const
{
    // What can be no path is in no tree, as ".git" is; whether there is such a revision is told all the same.
    const auto entries = entriesOf(*this, revision, {isTreePath(path) ? path : ".git"});
    if (!entries)
        return std::unexpected(entries.error());
    const auto entry = std::ranges::find(*entries, path, &TreeEntry::path);
    if (entry == entries->end() || entry->mode == "160000")
        return std::nullopt;
    if (entry->stage != 0)
        return fileError("file.conflict", path);
    if (entry->mode == "120000")
        return fileError("file.symlink", path);
    return m_state->blobs.read(entry->object).transform([](QByteArray content) {
        return std::optional(std::move(content));
    });
}

Expected<QString> Repository::identity() const
{
    const auto ident = m_state->ask({"var", "GIT_COMMITTER_IDENT"});
    if (!ident)
        return std::unexpected(ident.error());
    const std::size_t end = ident->rfind('>'); // seconds and time zone follow
    if (end == std::string::npos)
        return std::unexpected(Error{"git.noIdentity", {}, {}});
    return toText(std::string_view(*ident).substr(0, end + 1));
}

} // namespace meshdraft::git
