// SPDX-License-Identifier: Apache-2.0
#include "models/git/patchtree.h"

#include "models/git/repositorystate.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

/// git prints a path with unusual bytes in quotes; people read it well enough as it is.
Error located(const QString& said, const QString& name, const QString& revision)
{
    struct Form {
        const char* code;
        const char* pattern; ///< its groups are the arguments behind name and revision
        bool isOfRevision = true;
    };
    static constexpr Form forms[]{
        {"patch.empty", "^error: (?:No valid patches in input|unrecognized input)", false},
        {"patch.corrupt", "^error: .* at (?:line |<stdin>:)(\\d+)", false},
        {"patch.differs", "^error: patch failed: (.+):(\\d+)$"},
        {"patch.noFile", "^error: (.+): (?:does not exist in index|No such file or directory)$"},
        {"patch.exists", "^error: (.+): already exists in index$"},
    };
    for (const Form& form : forms) {
        const QRegularExpression pattern(QString::fromLatin1(form.pattern), QRegularExpression::MultilineOption);
        const auto match = pattern.match(said);
        if (!match.hasMatch())
            continue;
        Error error{form.code, {name.toStdString()}, {}};
        if (form.isOfRevision)
            error.args.push_back(revision.toStdString());
        for (const QString& part : match.capturedTexts().sliced(1))
            error.args.push_back(part.toStdString());
        return error;
    }
    return {"patch.failed", {name.toStdString(), revision.toStdString(), said.toStdString()}, {}};
}

} // namespace

Expected<QString> applyPatch(const Repository& repository, const QString& revision, const QByteArray& patch,
                             const QString& name)
{
    const auto& state = repository.state();
    const QTemporaryDir directory;
    if (!directory.isValid())
        return std::unexpected(Error{"git.failed", {"git apply", directory.errorString().toStdString()}, {}});
    const std::string index = directory.filePath(u"index"_s).toStdString();
    const auto run = [&](std::vector<std::string> arguments, std::string_view input = {}) {
        // a split index has a part in the git directory
        arguments.insert(arguments.begin(), {"-c", "core.splitIndex=false"});
        return runGit(state.directory(), {std::move(arguments), Access::Safe, input, {"GIT_INDEX_FILE=" + index}});
    };
    if (revision == indexRevision) {
        // without what the index knows of files: nothing looks at them
        const auto entries = indexEntries(state);
        if (!entries)
            return std::unexpected(entries.error());
        std::string lines;
        for (const TreeEntry& entry : *entries) {
            if (entry.stage != 0)
                return std::unexpected(Error{"file.conflict", {entry.path}, {}});
            lines += entry.mode + ' ' + entry.object + '\t' + entry.path + '\0';
        }
        const auto put = run({"update-index", "-z", "--index-info"}, lines);
        if (!put)
            return std::unexpected(put.error());
        if (put->exitCode != 0)
            return std::unexpected(failureOf({{"update-index"}, Access::Safe, {}, {}}, *put));
    } else {
        const auto isThere = state.ask(
            {"rev-parse", "-q", "--verify", "--end-of-options", QString(revision + u"^{tree}"_s).toStdString()});
        if (!isThere)
            return std::unexpected(isThere.error());
        if (isThere->empty())
            return std::unexpected(Error{"git.noRevision", {revision.toStdString()}, {}});
        const auto read = run({"read-tree", *isThere});
        if (!read)
            return std::unexpected(read.error());
        if (read->exitCode != 0)
            return std::unexpected(failureOf({{"read-tree"}, Access::Safe, {}, {}}, *read));
    }
    // the user's settings for white space shall not make a patch fit that does not
    const auto applied = run({"apply", "--cached", "--whitespace=nowarn", "--no-ignore-whitespace", "-"},
                             std::string_view(patch.constData(), static_cast<std::size_t>(patch.size())));
    if (!applied)
        return std::unexpected(applied.error());
    if (applied->exitCode != 0)
        return std::unexpected(located(QString::fromUtf8(applied->errors).trimmed(), name, revision));
    const auto written = run({"write-tree", "--missing-ok"});
    if (!written)
        return std::unexpected(written.error());
    if (written->exitCode != 0)
        return std::unexpected(failureOf({{"write-tree"}, Access::Safe, {}, {}}, *written));
    return QString::fromLatin1(withoutLineEnd(written->output));
}

Expected<QString> applyPatchFile(const Repository& repository, const QString& revision, const QString& file)
{
    constexpr qint64 largest = qint64{32} << 20U; // as of files in a repository
    QFile patch(file);
    if (!patch.open(QIODevice::ReadOnly))
        return std::unexpected(Error{"file.unreadable", {file.toStdString(), patch.errorString().toStdString()}, {}});
    QByteArray bytes;
    constexpr qint64 piece = qint64{1} << 16U;
    for (auto more = patch.read(piece); !more.isEmpty() && bytes.size() <= largest; more = patch.read(piece))
        bytes += more;
    if (bytes.size() > largest)
        return std::unexpected(Error{"file.tooLarge", {file.toStdString(), std::to_string(bytes.size())}, {}});
    return applyPatch(repository, revision, bytes, file);
}

} // namespace meshdraft::git
