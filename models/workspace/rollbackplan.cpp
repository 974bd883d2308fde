// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/rollbackplan.h"

#include "models/changes/mergelines.h"
#include "models/git/repositorystate.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/reader.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

using Bytes = std::optional<QByteArray>;

std::unexpected<Error> failed(const char* code, std::vector<std::string> args = {})
{
    return std::unexpected(Error{.code = code, .args = std::move(args), .where = {}});
}

bool isSpecial(const std::string& mode)
{
    return !mode.empty() && mode != "100644" && mode != "100755";
}

std::string textOf(const Bytes& bytes)
{
    return bytes ? bytes->toStdString() : std::string();
}

class Planner {
public:
    Planner(const git::Repository& repository, const RollbackRequest& request, ParseCache& cache,
            const changes::MergeChoice& choice, const std::stop_token& stop)
        : m_repository(repository)
        , m_request(request)
        , m_scope(request.scope)
        , m_cache(cache)
        , m_choice(choice)
        , m_stop(stop)
    {
    }

    Expected<RollbackPlan> run();

private:
    /// One file of the change and what is there of it now.
    struct Case {
        const git::RawChange& change;
        std::string at; ///< where HEAD has it, or had it
        const git::TreeEntry* entry = nullptr; ///< of HEAD
        Bytes base; ///< what the change left
        Bytes wanted; ///< what shall be instead of it
        Bytes now; ///< what HEAD has
    };

    Expected<void> readHead();
    Expected<void> readCommits();
    Expected<void> planFile(const git::RawChange& change);
    void settle(const Case& file);
    void merge(const Case& file);
    void put(const Case& file, const Bytes& content, bool isExact);
    bool conflict(const Case& file, const char* code);
    std::string targetOf(const Case& file) const;
    Expected<std::optional<std::string>> laterPath(const std::string& path);
    Expected<Bytes> read(const std::string& blob) const;
    const git::TreeEntry* find(const std::string& path) const;

    const git::Repository& m_repository;
    const RollbackRequest& m_request;
    const RollbackScope& m_scope;
    ParseCache& m_cache;
    const changes::MergeChoice& m_choice;
    const std::stop_token& m_stop;
    std::map<std::string, git::TreeEntry> m_head;
    std::optional<std::vector<git::RawChange>> m_later; ///< from the change to HEAD
    bool m_hasSubject = false; ///< something of the scope differs
    RollbackPlan m_plan;
};

Expected<RollbackPlan> Planner::run()
{
    m_plan.request = m_request;
    auto changes = readHead().and_then([this] { return readCommits(); }).and_then([this] {
        return git::changesBetween(m_repository, m_request.before, m_request.after);
    });
    if (!changes)
        return std::unexpected(changes.error());
    for (const auto& change : *changes) {
        if (m_stop.stop_requested())
            return failed("open.cancelled");
        if (m_scope.kind != RollbackScope::Kind::Everything && !isMeshFile(change.path) && !isMeshFile(change.oldPath))
            continue;
        if (const auto planned = planFile(change); !planned)
            return std::unexpected(planned.error());
    }
    if (!m_hasSubject && m_scope.kind == RollbackScope::Kind::Route)
        return failed("rollback.noRoute", {m_scope.route});
    if (!m_hasSubject && m_scope.kind == RollbackScope::Kind::Resources)
        return failed("rollback.noResource", {m_scope.resourceKind, m_scope.name.empty() ? m_scope.ns : m_scope.name});
    if (m_plan.files.empty() && m_plan.conflicts.empty())
        return failed("rollback.nothing");
    std::ranges::sort(m_plan.files, {}, &RollbackFile::path);
    return std::move(m_plan);
}

Expected<void> Planner::readHead()
{
    const auto head = m_repository.resolve(u"HEAD"_s);
    if (!head)
        return std::unexpected(head.error());
    m_plan.head = *head;
    auto entries = git::treeEntries(m_repository.state(), head->toStdString());
    if (!entries)
        return std::unexpected(entries.error());
    for (auto& entry : *entries) {
        auto path = entry.path;
        m_head.emplace(std::move(path), std::move(entry));
    }
    return {};
}

Expected<void> Planner::readCommits()
{
    constexpr int most = 100;
    auto commits =
        git::log(m_repository, {.head = m_request.after, .exclude = m_request.before, .limit = most, .skip = 0});
    if (!commits)
        return std::unexpected(commits.error());
    m_plan.commits = std::move(*commits);
    return {};
}

Expected<Bytes> Planner::read(const std::string& blob) const
{
    if (blob.empty())
        return Bytes();
    return m_repository.readBlob(QString::fromStdString(blob)).transform([](QByteArray bytes) {
        return Bytes(std::move(bytes));
    });
}

const git::TreeEntry* Planner::find(const std::string& path) const
{
    const auto found = m_head.find(path);
    return found == m_head.end() ? nullptr : &found->second;
}

/// Where a later commit has moved a file.
Expected<std::optional<std::string>> Planner::laterPath(const std::string& path)
{
    if (!m_later) {
        auto later = git::changesBetween(m_repository, m_request.after, m_plan.head);
        if (!later)
            return std::unexpected(later.error());
        m_later = std::move(*later);
    }
    for (const auto& change : *m_later) {
        if (change.status == 'R' && change.oldPath == path)
            return change.path;
    }
    return std::nullopt;
}

Expected<void> Planner::planFile(const git::RawChange& change)
{
    const bool wasRemoved = change.blob.empty();
    Case file{change, wasRemoved ? change.oldPath : change.path, nullptr, {}, {}, {}};
    if (isSpecial(change.oldMode) || isSpecial(change.mode)) {
        file.entry = find(file.at);
        const bool isBack = file.entry == nullptr ? change.oldBlob.empty() : file.entry->object == change.oldBlob;
        if (m_scope.kind == RollbackScope::Kind::Everything && !isBack)
            (void)conflict(file, "rollback.special");
        return {};
    }
    if (!wasRemoved && find(file.at) == nullptr) {
        const auto later = laterPath(file.at);
        if (!later)
            return std::unexpected(later.error());
        file.at = later->value_or(file.at);
    }
    file.entry = find(file.at);
    for (auto [to, blob] : {std::pair(&file.base, change.blob),
                            {&file.wanted, change.oldBlob},
                            {&file.now, file.entry != nullptr ? file.entry->object : std::string()}}) {
        auto bytes = read(blob);
        if (!bytes)
            return std::unexpected(bytes.error());
        *to = std::move(*bytes);
    }
    if (m_scope.isPartOfFiles()) {
        const auto text = restored(file.at, textOf(file.base), textOf(file.wanted), m_scope, m_cache);
        if (!text)
            return {};
        const bool isLeft = !holdsNothing(*m_cache.parse(*text));
        file.wanted = isLeft ? Bytes(QByteArray::fromStdString(*text)) : Bytes();
    }
    m_hasSubject = true;
    settle(file);
    return {};
}

void Planner::settle(const Case& file)
{
    if (file.now == file.wanted && targetOf(file) == file.at) {
        // the bytes are there; the mode may not be
        if (file.now)
            put(file, file.now, true);
    } else if (file.now == file.base) {
        put(file, file.wanted, true);
    } else if (!file.now) {
        if (file.wanted && conflict(file, "rollback.gone"))
            put(file, file.wanted, false);
    } else {
        merge(file);
    }
}

void Planner::merge(const Case& file)
{
    const auto base = textOf(file.base);
    const auto wanted = textOf(file.wanted);
    const auto now = textOf(file.now);
    const auto isBinary = [](const std::string& text) { return text.contains('\0'); };
    if (isBinary(base) || isBinary(wanted) || isBinary(now)) {
        if (conflict(file, "rollback.binary"))
            put(file, file.wanted, false);
        return;
    }
    if (!isMeshFile(file.at)) {
        if (const auto merged = file.base ? changes::mergeLines(base, wanted, now) : std::nullopt)
            put(file, QByteArray::fromStdString(*merged), false);
        else if (conflict(file, file.base ? "rollback.lines" : "rollback.exists"))
            put(file, file.wanted, false);
        return;
    }
    auto merged = changes::mergeDocuments(*m_cache.parse(base), *m_cache.parse(wanted), *m_cache.parse(now), m_choice);
    for (auto& each : merged.conflicts) {
        Error what{.code = "rollback.overlap",
                   .args = {each.document, each.path},
                   .where = {.path = file.at, .line = std::max(each.theirs.line, 1U), .column = 0}};
        m_plan.conflicts.push_back({std::move(what), std::move(each)});
    }
    const bool isGone = !file.wanted && holdsNothing(*m_cache.parse(merged.text));
    put(file, isGone ? Bytes() : Bytes(QByteArray::fromStdString(merged.text)), false);
}

/// Where the file shall be: a rename is taken back with it, unless somebody has moved it on.
std::string Planner::targetOf(const Case& file) const
{
    const bool isRenamed = file.change.status == 'R' && file.change.oldPath != file.change.path;
    return isRenamed && !m_scope.isPartOfFiles() && file.at == file.change.path ? file.change.oldPath : file.at;
}

void Planner::put(const Case& file, const Bytes& content, bool isExact)
{
    auto target = targetOf(file);
    if (target != file.at && find(target) != nullptr) {
        if (!conflict(file, "rollback.exists"))
            target = file.at;
    }
    std::string mode = file.change.oldMode;
    if (file.entry != nullptr && (m_scope.isPartOfFiles() || file.entry->mode != file.change.mode || mode.empty()))
        mode = file.entry->mode;
    const std::string oldMode = file.entry != nullptr ? file.entry->mode : std::string();
    if (target != file.at && content) {
        m_plan.files.push_back({file.at, file.now, {}, oldMode, {}, true});
        const auto* inPlace = find(target);
        auto before = inPlace != nullptr ? read(inPlace->object).value_or(Bytes()) : Bytes();
        m_plan.files.push_back(
            {target, std::move(before), content, inPlace != nullptr ? inPlace->mode : std::string(), mode, isExact});
        return;
    }
    if (content == file.now && (!content || mode == oldMode))
        return;
    m_plan.files.push_back({file.at, file.now, content, oldMode, content ? mode : std::string(), isExact});
}

/// Notes a conflict of a file as a whole; true where the state before was chosen.
bool Planner::conflict(const Case& file, const char* code)
{
    RollbackConflict found{{.code = code, .args = {}, .where = {.path = file.at, .line = 0, .column = 0}}, {}};
    const bool isSpecialFile = found.what.code == "rollback.special";
    const bool isText = found.what.code == "rollback.lines";
    // tells it from that of another file
    found.where.document = file.at;
    if (isText) {
        found.where.base.text = textOf(file.base);
        found.where.mine.text = textOf(file.wanted);
        found.where.theirs.text = textOf(file.now);
    }
    if (m_choice && !isSpecialFile)
        found.where.chosen = m_choice(found.where);
    const bool isMine = found.where.chosen == changes::MergeSide::Mine;
    m_plan.conflicts.push_back(std::move(found));
    return isMine;
}

} // namespace

Expected<RollbackRequest> rollbackOf(const git::Repository& repository, const QString& written,
                                     const RollbackScope& scope)
{
    RollbackRequest request{{}, {}, scope};
    const auto dots = written.indexOf(".."_L1);
    const auto end = dots < 0 ? written : written.sliced(dots + 2);
    const auto after = repository.resolve(end.isEmpty() ? u"HEAD"_s : end);
    if (!after)
        return std::unexpected(after.error());
    request.after = *after;
    const auto common = git::mergeBases(repository, *after, u"HEAD"_s);
    if (!common)
        return std::unexpected(common.error());
    if (!std::ranges::contains(*common, *after))
        return failed("rollback.notInHistory", {end.toStdString()});
    if (dots < 0) {
        const auto commit = git::log(repository, {.head = *after, .exclude = {}, .limit = 1, .skip = 0});
        if (!commit)
            return std::unexpected(commit.error());
        if (!commit->empty() && !commit->front().parents.empty())
            request.before = commit->front().parents.front();
        return request;
    }
    const auto begin = dots == 0 ? u"HEAD"_s : written.first(dots);
    const auto bases = git::mergeBases(repository, begin, *after);
    if (!bases)
        return std::unexpected(bases.error());
    if (bases->size() != 1)
        return failed("rollback.notInHistory", {begin.toStdString()});
    request.before = bases->front();
    return request;
}

Expected<RollbackRequest> rollbackTo(const git::Repository& repository, const QString& good, const RollbackScope& scope)
{
    const auto before = repository.resolve(good);
    if (!before)
        return std::unexpected(before.error());
    const auto after = repository.resolve(u"HEAD"_s);
    if (!after)
        return std::unexpected(after.error());
    return RollbackRequest{*before, *after, scope};
}

bool RollbackPlan::isDecided() const
{
    return std::ranges::all_of(conflicts, &RollbackConflict::isDecided);
}

Expected<RollbackPlan> planRollback(const git::Repository& repository, const RollbackRequest& request,
                                    ParseCache& cache, const changes::MergeChoice& choice, const std::stop_token& stop)
{
    return Planner(repository, request, cache, choice, stop).run();
}

} // namespace meshdraft::workspace
