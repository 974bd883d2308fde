// SPDX-License-Identifier: Apache-2.0
#include "models/git/patchtree.h"

#include "models/git/namedfile.h"
#include "models/git/repositorystate.h"
#include "models/git/temporaryindex.h"

#include <QRegularExpression>

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
    const TemporaryIndex index(state.directory());
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
        if (const auto put = index.output({"update-index", "-z", "--index-info"}, lines); !put)
            return std::unexpected(put.error());
    } else {
        const auto isThere = state.ask(
            {"rev-parse", "-q", "--verify", "--end-of-options", QString(revision + u"^{tree}"_s).toStdString()});
        if (!isThere)
            return std::unexpected(isThere.error());
        if (isThere->empty())
            return std::unexpected(Error{"git.noRevision", {revision.toStdString()}, {}});
        if (const auto read = index.output({"read-tree", *isThere}); !read)
            return std::unexpected(read.error());
    }
    // the user's settings for white space shall not make a patch fit that does not
    const auto applied = index.run({"apply", "--cached", "--whitespace=nowarn", "--no-ignore-whitespace", "-"},
                                   std::string_view(patch.constData(), static_cast<std::size_t>(patch.size())));
    if (!applied)
        return std::unexpected(applied.error());
    if (applied->exitCode != 0)
        return std::unexpected(located(QString::fromUtf8(applied->errors).trimmed(), name, revision));
    return index.writeTree();
}

Expected<QString> applyPatchFile(const Repository& repository, const QString& revision, const QString& file)
{
    return readNamedFile(file).and_then(
        [&](const QByteArray& bytes) { return applyPatch(repository, revision, bytes, file); });
}

} // namespace meshdraft::git
