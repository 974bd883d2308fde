// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/summary.h"

#include "models/changes/fieldcompare.h"
#include "models/changes/statements.h"
#include "models/workspace/verification.h"
#include "models/workspace/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

constexpr qsizetype subjectLength = 72;
constexpr std::size_t mostStatements = 40;
/// Forges refuse texts beyond about 65,000 characters.
constexpr qsizetype mostDiff = 50'000;

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

/// A subject: the id of its sentence and the arguments.
struct Subject {
    std::string id;
    std::vector<std::string> args;
};

/// One destination of a split before and after.
struct Share {
    std::string label;
    double before = 0;
    double after = 0;
    std::int64_t weight = 0;
};

/// A change of nothing but how one route divides its traffic.
struct SplitMove {
    std::string host; ///< for people: "reviews"
    std::vector<Share> shares;

    const Share* onlyGainer() const
    {
        return only([](const Share& share) { return share.after > share.before; });
    }
    const Share* onlyLoser() const
    {
        return only([](const Share& share) { return share.after < share.before; });
    }

private:
    template <typename Test> const Share* only(Test test) const
    {
        const auto found = std::ranges::find_if(shares, test);
        if (found == shares.end() || std::any_of(std::next(found), shares.end(), test))
            return nullptr;
        return &*found;
    }
};

std::string shortHost(const std::string& host)
{
    const std::size_t service = host.find(".svc");
    return service == std::string::npos ? host : host.substr(0, host.find('.'));
}

bool isAboutSplits(const changes::Statement& statement)
{
    return statement.message == "change.weight" || statement.message.starts_with("change.traffic")
        || statement.message == "change.destinationAdded" || statement.message == "change.destinationRemoved"
        || statement.message == "change.destinationReplaced";
}

bool differs(const std::vector<changes::DestinationPair>& pairs)
{
    return std::ranges::any_of(pairs, [](const changes::DestinationPair& pair) {
        return !pair.before || !pair.after || pair.before->effectiveWeight != pair.after->effectiveWeight;
    });
}

std::optional<SplitMove> splitMoveOf(const changes::MeshChange& change)
{
    if (change.resources.size() != 1)
        return std::nullopt;
    const changes::ResourceChange& resource = change.resources.front();
    if (!resource.before || !resource.after || resource.statements.empty()
        || !std::ranges::all_of(resource.statements, isAboutSplits))
        return std::nullopt;
    std::optional<SplitMove> move;
    for (const changes::RoutePair& routes : changes::pairRoutes(*resource.before, *resource.after)) {
        if (!routes.before || !routes.after)
            return std::nullopt;
        const auto pairs = changes::pairDestinations(*routes.before, *routes.after);
        if (!differs(pairs))
            continue;
        if (move)
            return std::nullopt; // more than one route
        move.emplace();
        bool sameHost = true;
        for (const changes::DestinationPair& pair : pairs) {
            const mesh::Destination& destination = pair.after ? *pair.after : *pair.before;
            const std::string host = shortHost(destination.host.value);
            sameHost = sameHost && (move->host.empty() || move->host == host);
            move->host = host;
            move->shares.push_back({changes::destinationLabel(destination), pair.before ? pair.before->share : 0,
                                    pair.after ? pair.after->share : 0, pair.after ? pair.after->effectiveWeight : 0});
        }
        if (!sameHost || move->host.empty())
            move->host = resource.after->key.name;
    }
    return move;
}

std::string percent(double share)
{
    return QString::number(std::round(share * 1000) / 10).toStdString();
}

Subject splitSubject(const SplitMove& move)
{
    const Share* gainer = move.onlyGainer();
    const Share* loser = move.onlyLoser();
    if (gainer && loser)
        return {"subject.move", {percent(gainer->after - gainer->before), move.host, loser->label, gainer->label}};
    std::string weights;
    for (const Share& share : move.shares)
        weights += (weights.empty() ? "" : "/") + std::to_string(share.weight);
    return {"subject.split", {move.host, weights}};
}

Subject resourceSubject(const changes::ResourceChange& change)
{
    const mesh::ResourceKey& key = change.after ? change.after->key : change.before->key;
    std::string id = "subject." + std::string(changes::operationName(change.operation));
    if (change.operation == changes::Operation::Modified && change.fields.empty())
        id = "subject.text";
    if (change.operation == changes::Operation::Renamed)
        return {std::move(id), {key.kind, changes::qualifiedName(change.before->key), changes::qualifiedName(key)}};
    return {std::move(id), {key.kind, changes::qualifiedName(key)}};
}

Subject subjectOf(const changes::MeshChange& change)
{
    if (change.resources.empty())
        return {"subject.none", {}};
    if (const auto move = splitMoveOf(change))
        return splitSubject(*move);
    if (change.resources.size() == 1)
        return resourceSubject(change.resources.front());
    std::string ns;
    bool isOne = true;
    for (const changes::ResourceChange& each : change.resources) {
        const std::string& other = (each.after ? each.after : each.before)->key.ns;
        isOne = isOne && (ns.empty() || ns == other);
        ns = other;
    }
    const std::string count = std::to_string(change.resources.size());
    return isOne && !ns.empty() ? Subject{"subject.several", {count, ns}} : Subject{"subject.many", {count}};
}

QString cut(const QString& text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    qsizetype end = most - 1;
    if (text[end - 1].isHighSurrogate())
        --end;
    return text.first(end) + u'…';
}

QString subjectMarkdown(const changes::MeshChange& change)
{
    const Subject subject = subjectOf(change);
    return sentence(subject.id, subject.args, codeSpan);
}

QString statementMarkdown(const changes::Statement& statement)
{
    return sentence(statement.message, wordedArgs(statement), codeSpan);
}

QString nameMarkdown(const changes::ResourceChange& change)
{
    const mesh::Resource& resource = change.after ? *change.after : *change.before;
    return codeSpan(changes::kindAndName(resource.key)) + u" ("_s + codeSpan(resource.source.path) + u')';
}

QString list(const std::vector<std::string>& names)
{
    QStringList spans;
    for (const std::string& name : names)
        spans.append(codeSpan(name));
    return spans.join(u", "_s);
}

QString changesMarkdown(const changes::MeshChange& change)
{
    QString text = u"\n### "_s + say(QT_TRANSLATE_NOOP("meshdraft", "Changes")) + u"\n\n"_s;
    for (const changes::ResourceChange& resource : change.resources) {
        text += u"- "_s + nameMarkdown(resource) + u": "_s + tierText(resource.tier) + u'\n';
        for (const changes::Statement& statement : resource.statements)
            text += u"  - "_s + statementMarkdown(statement) + u'\n';
    }
    if (!change.hosts.empty()) {
        text += u'\n' + say(QT_TRANSLATE_NOOP("meshdraft", "Hosts:")) + u' ' + list(change.hosts) + u"  \n"_s
            + say(QT_TRANSLATE_NOOP("meshdraft", "Namespaces:")) + u' ' + list(change.namespaces) + u"  \n"_s
            + say(QT_TRANSLATE_NOOP("meshdraft", "Workloads behind them:")) + u' ' + QString::number(change.workloads)
            + u'\n';
    }
    return text;
}

QString riskMarkdown(const changes::MeshChange& change)
{
    QString text = u"\n### "_s + tierText(change.tier) + u"\n\n"_s;
    for (const changes::ResourceChange& resource : change.resources) {
        for (const changes::Reason& reason : resource.reasons) {
            text += u"- "_s + tierText(reason.tier) + u": "_s + sentence(reason.message, reason.args, codeSpan)
                + u" ("_s + codeSpan(reason.rule) + u")\n"_s;
        }
    }
    return text;
}

QString findingsMarkdown(const QString& title, const std::vector<checks::Finding>& findings)
{
    QString text = u"\n### "_s + title + u"\n\n"_s;
    if (findings.empty())
        return text + say(QT_TRANSLATE_NOOP("meshdraft", "None.")) + u'\n';
    for (const checks::Finding& finding : findings) {
        text += u"- "_s + codeSpan(finding.code) + u' '
            + QString::fromStdString(std::string(checks::severityName(finding.severity))) + u": "_s
            + sentence(finding.message, finding.args, codeSpan);
        if (!finding.where.path.empty())
            text += u" ("_s + codeSpan(finding.where.path + ':' + std::to_string(finding.where.line)) + u')';
        text += u'\n';
    }
    return text;
}

QString diffMarkdown(const QString& unifiedDiff)
{
    QString shown = printableLines(unifiedDiff.toStdString());
    QString rest;
    if (shown.size() > mostDiff) {
        const qsizetype end = shown.lastIndexOf(u'\n', mostDiff) + 1;
        rest = say(QT_TRANSLATE_NOOP("meshdraft", "The diff is longer; lines left out: %1."))
                   .arg(shown.sliced(end).count(u'\n'))
            + u'\n';
        shown.truncate(end);
    }
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : std::as_const(shown)) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    if (!shown.endsWith(u'\n'))
        shown += u'\n';
    return u"\n### "_s + say(QT_TRANSLATE_NOOP("meshdraft", "Diff")) + u"\n\n"_s + fence + u"diff\n"_s + shown + fence
        + u'\n' + rest;
}

/// `name` makes what stands for a resource.
QString orderOf(const std::vector<changes::OrderStep>& steps, QString (*name)(const std::string&))
{
    if (steps.size() < 2)
        return {};
    QStringList parts;
    for (const changes::OrderStep& step : steps) {
        QStringList names;
        for (const changes::ResourceChange* each : step.resources) {
            const bool isOld = step.role == changes::OrderStep::Role::Removes && each->before;
            const mesh::ResourceKey& key = (each->after && !isOld ? each->after : each->before)->key;
            names << name(changes::kindAndName(key));
        }
        parts << names.join(u", "_s);
    }
    const QString then = say(QT_TRANSLATE_NOOP("meshdraft", ", wait for the sync, then "));
    return say(QT_TRANSLATE_NOOP("meshdraft", "%1 pull requests: first %2."))
        .arg(QString::number(steps.size()), parts.join(then));
}

/// A part of a branch name: letters, digits and single dashes and dots between them.
QString branchPart(const std::string& text)
{
    QString part;
    for (const QChar c : QString::fromStdString(text).toLower()) {
        const bool isPlain = c.unicode() < 0x80 && c.isLetterOrNumber();
        if (isPlain)
            part += c;
        else if (!part.isEmpty() && part.back().isLetterOrNumber())
            part += c == u'.' || c == u'_' ? c : QChar(u'-');
    }
    part.truncate(60);
    while (part.endsWith(u'.') || part.endsWith(u'-') || part.endsWith(u'_'))
        part.chop(1);
    if (part.endsWith(u".lock"_s))
        part.replace(part.size() - 5, 1, u"-"_s);
    return part;
}

} // namespace

QString orderText(const std::vector<changes::OrderStep>& steps)
{
    return orderOf(steps, printable);
}

QString withTrailer(const QString& message, const QString& name, const QString& value)
{
    static const QRegularExpression trailer(u"^[A-Za-z0-9-]+: .*$"_s);
    QStringList lines = message.trimmed().split(u'\n');
    qsizetype first = lines.size();
    while (first > 0 && trailer.match(lines[first - 1]).hasMatch())
        --first;
    // a subject alone ("fix: it") is no trailer
    const bool hasBlock = first < lines.size() && first > 1 && lines[first - 1].trimmed().isEmpty();
    if (!hasBlock)
        first = lines.size();
    const QString start = name + u": "_s;
    for (qsizetype i = lines.size(); i-- > first;) {
        if (lines[i].startsWith(start, Qt::CaseInsensitive))
            lines.removeAt(i);
    }
    if (!value.isEmpty()) {
        if (first >= lines.size() && !hasBlock)
            lines << QString();
        lines << start + value;
    }
    while (!lines.isEmpty() && lines.back().trimmed().isEmpty())
        lines.removeLast();
    return lines.join(u'\n') + u'\n';
}

QString summaryMarkdown(const changes::MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after,
                        const std::vector<checks::Finding>& introduced, const std::vector<checks::Finding>& mended,
                        const QString& unifiedDiff)
{
    QString text = u"## "_s + subjectMarkdown(change) + u'\n';
    text += changesMarkdown(change);
    if (const QString order = orderOf(changes::orderOf(change, before, after), codeSpan); !order.isEmpty())
        text += u"\n### "_s + say(QT_TRANSLATE_NOOP("meshdraft", "Order")) + u"\n\n"_s + order + u'\n';
    text += riskMarkdown(change);
    text += findingsMarkdown(say(QT_TRANSLATE_NOOP("meshdraft", "Findings introduced")), introduced);
    text += findingsMarkdown(say(QT_TRANSLATE_NOOP("meshdraft", "Findings mended")), mended);
    text += verificationMarkdown(verificationOf(change, after));
    if (!unifiedDiff.isEmpty())
        text += diffMarkdown(unifiedDiff);
    return text;
}

QString proposedSubject(const changes::MeshChange& change)
{
    const Subject subject = subjectOf(change);
    QString text = sentence(subject.id, subject.args);
    if (text.size() > subjectLength && (subject.id == "subject.move" || subject.id == "subject.split"))
        text = sentence("subject.resplit", {splitMoveOf(change)->host});
    if (subject.id == "subject.modified" && change.resources.front().statements.size() == 1) {
        const changes::ResourceChange& only = change.resources.front();
        const QString precise = printable(only.after->key.name) + u": "_s + statementText(only.statements.front());
        if (precise.size() <= subjectLength)
            text = precise;
    }
    return cut(text, subjectLength);
}

QString proposedMessage(const changes::MeshChange& change)
{
    QString text = proposedSubject(change) + u"\n\n"_s;
    std::size_t count = 0;
    std::size_t left = 0;
    for (const changes::ResourceChange& resource : change.resources) {
        const mesh::ResourceKey& key = (resource.after ? resource.after : resource.before)->key;
        const bool isWhole =
            resource.operation == changes::Operation::Added || resource.operation == changes::Operation::Removed;
        for (const changes::Statement& statement : resource.statements) {
            if (count++ >= mostStatements) {
                ++left;
                continue;
            }
            const bool namesItself = isWhole || statement.message == "change.moved"
                || statement.message == "change.text" || statement.message == "change.renamed";
            const QString name = printable(changes::kindAndName(key)) + u": "_s;
            text += u"- "_s + (namesItself ? QString() : name) + statementText(statement) + u'\n';
        }
    }
    if (left > 0)
        text += u"- "_s + say(QT_TRANSLATE_NOOP("meshdraft", "and %1 more")).arg(left) + u'\n';
    return text.trimmed() + u'\n';
}

QString proposedBranch(const changes::MeshChange& change)
{
    if (const auto move = splitMoveOf(change)) {
        const Share* gainer = move->onlyGainer();
        const QString host = branchPart(move->host);
        const QString label = gainer ? branchPart(gainer->label) : QString();
        const bool isEnough = host.isEmpty() || label == host || label.startsWith(QString(host + u'-'));
        const QString name = label.isEmpty() ? host : isEnough ? label : QString(host + u'-' + label);
        if (!name.isEmpty())
            return u"canary/"_s + name;
    }
    if (!change.resources.empty()) {
        const changes::ResourceChange& first = change.resources.front();
        const mesh::ResourceKey& key = (first.after ? first.after : first.before)->key;
        const QString kind = branchPart(key.kind);
        const QString name = branchPart(key.name);
        if (!kind.isEmpty() && !name.isEmpty())
            return u"mesh/"_s + kind + u'-' + name;
    }
    return u"mesh/changes"_s;
}

} // namespace meshdraft::workspace
