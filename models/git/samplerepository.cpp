// SPDX-License-Identifier: Apache-2.0
#include "models/git/samplerepository.h"

#include "models/git/gitcommand.h"
#include "models/git/worktree.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace meshdraft::git {

namespace {

std::unexpected<Error> badManifest(const QString& commit, const char* what, const QString& text = {})
{
    return std::unexpected(
        Error{"sample.manifest", {commit.toStdString(), what, text.toStdString()}, {"history.json", 0, 0}});
}

/// A path as fast-import reads it: always quoted.
QByteArray quoted(const QString& path)
{
    QByteArray bytes = path.toUtf8();
    bytes.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return '"' + bytes + '"';
}

QByteArray dataOf(const QByteArray& bytes)
{
    return "data " + QByteArray::number(bytes.size()) + '\n' + bytes + '\n';
}

/// Writes the stream that fast-import reads.
class HistoryWriter {
public:
    explicit HistoryWriter(const QString& directory)
        : m_directory(directory)
    {
    }

    Expected<void> read();
    const QByteArray& stream() const { return m_stream; }
    const QString& branch() const { return m_branch; }

private:
    Expected<void> addCommit(const QJsonObject& commit);
    Expected<QByteArray> person(const QString& id, const QJsonObject& commit) const;
    Expected<void> addFiles(const QString& id, const QJsonObject& commit);

    QDir m_directory;
    QString m_branch;
    QByteArray m_stream;
    QHash<QString, int> m_marks;
    QSet<QString> m_startedBranches;
};

bool isBranchName(const QString& name)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_-]*)*$"_s);
    return plain.match(name).hasMatch();
}

Expected<void> HistoryWriter::read()
{
    QFile file(m_directory.filePath(u"history.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return badManifest({}, "unreadable", file.fileName());
    QJsonParseError problem;
    const QJsonObject history = QJsonDocument::fromJson(file.readAll(), &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return badManifest({}, "json", problem.errorString());
    m_branch = history["branch"_L1].toString();
    if (!isBranchName(m_branch))
        return badManifest({}, "branch", m_branch);
    const QJsonArray commits = history["commits"_L1].toArray();
    for (const QJsonValue& commit : commits) {
        if (const auto added = addCommit(commit.toObject()); !added)
            return added;
    }
    if (!m_startedBranches.contains(m_branch))
        return badManifest({}, "commits", m_branch);
    m_stream += "done\n";
    return {};
}

Expected<void> HistoryWriter::addCommit(const QJsonObject& commit)
{
    const QString id = commit["id"_L1].toString();
    if (!isTreePath(id.toStdString()) || id.contains(u'/') || m_marks.contains(id))
        return badManifest(id, "id", id);
    const QString branch = commit["branch"_L1].toString(m_branch);
    if (!isBranchName(branch))
        return badManifest(id, "branch", branch);
    const QJsonValue parent = commit["parent"_L1];
    if (!parent.isNull() && !parent.isUndefined() && !m_marks.contains(parent.toString()))
        return badManifest(id, "parent", parent.toString());
    const auto who = person(id, commit);
    if (!who)
        return std::unexpected(who.error());

    const int mark = static_cast<int>(m_marks.size()) + 1;
    // Without "reset", a commit without "from" goes on where its branch ends.
    const QByteArray reference = "refs/heads/" + branch.toUtf8();
    if (!parent.isString())
        m_stream += "reset " + reference + "\n\n";
    m_stream += "commit " + reference + "\nmark :" + QByteArray::number(mark) + "\nauthor " + *who + "\ncommitter "
        + *who + '\n';
    QByteArray message = commit["message"_L1].toString().toUtf8();
    if (!message.endsWith('\n'))
        message += '\n';
    m_stream += dataOf(message);
    if (parent.isString())
        m_stream += "from :" + QByteArray::number(m_marks.value(parent.toString())) + '\n';
    m_marks.insert(id, mark);
    m_startedBranches.insert(branch);
    const auto added = addFiles(id, commit);
    m_stream += '\n';
    return added;
}

Expected<QByteArray> HistoryWriter::person(const QString& id, const QJsonObject& commit) const
{
    static const QRegularExpression form(u"^[^<>\\n\\r]+ <[^<>\\n\\r]+>$"_s);
    const QString author = commit["author"_L1].toString();
    if (!form.match(author).hasMatch())
        return badManifest(id, "author", author);
    const QString text = commit["date"_L1].toString();
    const QDateTime date = QDateTime::fromString(text, Qt::ISODate);
    // A time without an offset would be another one on every machine.
    if (!date.isValid() || date.timeSpec() == Qt::LocalTime)
        return badManifest(id, "date", text);
    const int minutes = date.offsetFromUtc() / 60;
    const QString zone = u"%1%2%3"_s.arg(QChar(minutes < 0 ? u'-' : u'+'))
                             .arg(qAbs(minutes) / 60, 2, 10, QChar(u'0'))
                             .arg(qAbs(minutes) % 60, 2, 10, QChar(u'0'));
    return author.toUtf8() + ' ' + QByteArray::number(date.toSecsSinceEpoch()) + ' ' + zone.toUtf8();
}

Expected<void> HistoryWriter::addFiles(const QString& id, const QJsonObject& commit)
{
    QSet<QString> executable;
    for (const QJsonValue& path : commit["executable"_L1].toArray())
        executable.insert(path.toString());
    for (const QJsonValue& value : commit["remove"_L1].toArray()) {
        const QString path = value.toString();
        if (!isTreePath(path.toStdString()))
            return badManifest(id, "path", path);
        m_stream += "D " + quoted(path) + '\n';
    }
    for (const QJsonValue& value : commit["files"_L1].toArray()) {
        const QString path = value.toString();
        if (!isTreePath(path.toStdString()))
            return badManifest(id, "path", path);
        QFile file(m_directory.filePath(id + u'/' + path));
        if (!file.open(QIODevice::ReadOnly))
            return badManifest(id, "unreadable", path);
        m_stream += executable.contains(path) ? "M 100755 inline " : "M 100644 inline ";
        m_stream += quoted(path) + '\n' + dataOf(file.readAll());
    }
    return {};
}

/// The directory that the repository is made in; it is emptied again unless kept.
class TargetDirectory {
public:
    explicit TargetDirectory(const QString& path)
        : m_directory(path)
        , m_existed(m_directory.exists())
    {
    }
    ~TargetDirectory()
    {
        if (m_kept || !m_made)
            return;
        m_directory.removeRecursively();
        if (m_existed)
            QDir().mkdir(m_directory.path());
    }
    TargetDirectory(const TargetDirectory&) = delete;
    TargetDirectory& operator=(const TargetDirectory&) = delete;

    bool make()
    {
        const auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        if ((m_existed && !m_directory.isEmpty(everything)) || !QDir().mkpath(m_directory.path()))
            return false;
        m_made = true;
        return true;
    }
    void keep() { m_kept = true; }
    std::string path() const { return QFile::encodeName(m_directory.absolutePath()).toStdString(); }

private:
    QDir m_directory;
    bool m_existed;
    bool m_made = false;
    bool m_kept = false;
};

} // namespace

Expected<void> materialise(const QString& sourceDirectory, const QString& target)
{
    HistoryWriter history(sourceDirectory);
    if (const auto read = history.read(); !read)
        return read;
    TargetDirectory directory(target);
    if (!directory.make())
        return std::unexpected(Error{"sample.notEmpty", {target.toStdString()}, {}});

    const std::string branch = history.branch().toStdString();
    const QByteArray& stream = history.stream();
    // Files as they are in the objects, whatever the user's configuration says about line ends and filters.
    const std::vector<std::string> verbatim{"-c", "core.autocrlf=false",          "-c", "core.eol=lf",
                                            "-c", "core.attributesFile=/dev/null"};
    const std::vector<std::pair<std::vector<std::string>, std::string_view>> steps{
        {{"-c", "init.defaultRefFormat=files", "init", "-q", "--template=", "--object-format=sha1",
          "--initial-branch=" + branch},
         {}},
        {{"fast-import", "--quiet", "--done", "--date-format=raw"},
         std::string_view(stream.constData(), static_cast<std::size_t>(stream.size()))},
        {{"reset", "-q", "--hard", "refs/heads/" + branch}, {}},
    };
    for (const auto& [arguments, input] : steps) {
        GitCall call{verbatim, Access::Safe, input, {"GIT_ATTR_NOSYSTEM=1"}};
        call.arguments.insert(call.arguments.end(), arguments.begin(), arguments.end());
        const auto result = runGit(directory.path(), call);
        if (!result)
            return std::unexpected(result.error());
        if (result->exitCode != 0)
            return std::unexpected(failureOf({arguments, Access::Safe, {}, {}}, *result));
    }
    directory.keep();
    return {};
}

} // namespace meshdraft::git
