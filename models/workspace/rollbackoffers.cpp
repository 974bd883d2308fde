// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/rollbackoffers.h"

#include "models/git/repositorystate.h"
#include "models/workspace/comparison.h"
#include "models/workspace/effectivefacts.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/trafficwords.h"

#include <algorithm>
#include <functional>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

constexpr std::size_t mostResources = 20;
constexpr double least = 0.001; ///< percent

double deliveredPercent(const traffic::Answer& answer)
{
    double percent = 0;
    for (const auto& share : answer.shares)
        percent += traffic::isDelivered(share.verdict) ? share.percent : 0.0;
    return percent;
}

/// What arrives, and what may: files cannot tell.
double openPercent(const traffic::Answer& answer)
{
    double percent = deliveredPercent(answer);
    for (const auto& share : answer.shares)
        percent += share.verdict == traffic::Verdict::Unknown ? share.percent : 0.0;
    return percent;
}

bool isLost(const traffic::ChangedFate& change)
{
    return deliveredPercent(change.after) + least < deliveredPercent(change.before);
}

Error reasonOf(const char* code, const traffic::ChangedFate& change)
{
    return {.code = code, .args = {fateText(change).toStdString()}, .where = {}};
}

class Finder {
public:
    Finder(const git::Repository& repository, const RollbackRequest& request, std::string environment,
           const std::shared_ptr<ParseCache>& cache, const std::stop_token& stop, SnapshotPtr known)
        : m_repository(repository)
        , m_request(request)
        , m_environment(std::move(environment))
        , m_cache(cache)
        , m_stop(stop)
        , m_fromHead(std::move(known))
    {
    }

    Expected<MendOffers> run();

private:
    Expected<SnapshotPtr> open(const QString& base, const QString& head) const;
    Expected<SnapshotPtr> openMended(const QString& tree);
    void tryResources();
    void tryPolicies();
    void tryAll();
    void tryWay(MendKind kind, const mesh::ResourceKey& subject, const Expected<RollbackPlan>& plan);
    std::optional<Error> whyNot(const Snapshot& mended) const;
    bool opensToAll(MendKind kind, const mesh::ResourceKey& subject, const Snapshot& mended) const;
    RollbackScope scopeOf(const mesh::ResourceKey& key) const;
    Expected<RollbackPlan> planOf(const RollbackScope& scope) const;
    Expected<RollbackPlan> planOf(const mesh::Resource& resource,
                                  const std::function<std::optional<std::string>(const mesh::SourceFile&)>& edit) const;

    const git::Repository& m_repository;
    const RollbackRequest& m_request;
    std::string m_environment;
    std::shared_ptr<ParseCache> m_cache;
    const std::stop_token& m_stop;
    QString m_head;
    SnapshotPtr m_change; ///< from before the change to HEAD
    SnapshotPtr m_fromHead; ///< from HEAD to what was opened last, or null
    MendOffers m_result;
};

Expected<SnapshotPtr> Finder::open(const QString& base, const QString& head) const
{
    const auto directory = m_repository.isBare() ? m_repository.gitDirectory() : m_repository.workTree();
    return openComparison(directory, {.base = base, .head = head}, m_environment, {}, m_stop, m_cache);
}

/// A tree that is compared with HEAD.
Expected<SnapshotPtr> Finder::openMended(const QString& tree)
{
    auto opened = m_fromHead ? withComparedHead(*m_fromHead, tree, m_stop) : open(m_head, tree);
    if (opened)
        m_fromHead = *opened;
    return opened;
}

Expected<MendOffers> Finder::run()
{
    const auto head = m_repository.resolve(u"HEAD"_s);
    if (!head)
        return std::unexpected(head.error());
    m_head = *head;
    const auto opened = open(m_request.before.isEmpty() ? m_head : m_request.before, m_head);
    if (!opened)
        return std::unexpected(opened.error());
    m_change = *opened;
    m_environment = m_change->environment.name;
    if (m_fromHead && (m_fromHead->base != m_head || m_fromHead->environment.name != m_environment))
        m_fromHead.reset();
    m_result.lost =
        traffic::changedRequests(m_change->savedEffective->evaluator(), m_change->effective->evaluator(), m_stop);
    std::erase_if(m_result.lost.changes, [](const auto& change) { return !isLost(change); });
    if (!m_result.lost.changes.empty()) {
        tryResources();
        tryPolicies();
        tryAll();
    }
    if (m_stop.stop_requested())
        return std::unexpected(Error{.code = "open.cancelled", .args = {}, .where = {}});
    std::vector<std::string> paths;
    for (const auto& each : m_change->change.resources) {
        for (const auto& resource : {each.before, each.after}) {
            if (resource)
                paths.push_back(resource->locate().path);
        }
    }
    m_result.guards = guardsOf(*m_change, m_change->current, paths);
    std::ranges::stable_sort(m_result.offers, {}, &Mend::kind);
    return std::move(m_result);
}

RollbackScope Finder::scopeOf(const mesh::ResourceKey& key) const
{
    return {RollbackScope::Kind::Resources, key.kind, key.ns, key.name, {}};
}

Expected<RollbackPlan> Finder::planOf(const RollbackScope& scope) const
{
    auto request = m_request;
    request.scope = scope;
    return planRollback(m_repository, request, *m_cache, {}, m_stop);
}

/// A plan that edits the file of one resource of HEAD.
Expected<RollbackPlan>
Finder::planOf(const mesh::Resource& resource,
               const std::function<std::optional<std::string>(const mesh::SourceFile&)>& edit) const
{
    const auto path = resource.locate().path;
    const auto* file = m_change->current.find(path);
    const auto text = file != nullptr ? edit(*file) : std::nullopt;
    const auto entries = git::treeEntries(m_repository.state(), m_head.toStdString(), {path});
    if (!text || !entries || entries->empty())
        return std::unexpected(
            Error{.code = "rollback.noResource", .args = {resource.key.kind, resource.key.name}, .where = {}});
    RollbackPlan plan{m_head, m_request, {}, {}, {}};
    const auto& mode = entries->front().mode;
    const auto isLeft = !holdsNothing(*m_cache->parse(*text));
    plan.files.push_back({path, QByteArray::fromStdString(*file->text->text),
                          isLeft ? std::optional(QByteArray::fromStdString(*text)) : std::nullopt, mode, mode, false});
    return plan;
}

void Finder::tryResources()
{
    std::size_t tried = 0;
    for (const auto& change : m_change->change.resources) {
        const auto& key = (change.after ? change.after : change.before)->key;
        // a policy that came goes away below
        const bool isNewPolicy =
            !change.before && change.after && std::holds_alternative<mesh::AuthorizationPolicy>(change.after->body);
        const bool isMeant = !change.before || !change.after || !change.fields.empty();
        if (!isMeant || isNewPolicy || m_stop.stop_requested() || ++tried > mostResources)
            continue;
        tryWay(MendKind::Resource, key, planOf(scopeOf(key)));
    }
}

/// The mends of which an emergency handbook speaks; each only where it was the change that brought the policy.
void Finder::tryPolicies()
{
    for (const auto& change : m_change->change.resources) {
        if (!change.after || m_stop.stop_requested())
            continue;
        const auto& resource = *change.after;
        if (std::holds_alternative<mesh::AuthorizationPolicy>(resource.body)) {
            tryWay(MendKind::DeletePolicy, resource.key, planOf(resource, [&](const mesh::SourceFile& file) {
                       return restored(file.path, *file.text->text, {}, scopeOf(resource.key), *m_cache);
                   }));
        } else if (const auto* peer = std::get_if<mesh::PeerAuthentication>(&resource.body);
                   peer != nullptr && peer->mode.value == "STRICT") {
            tryWay(MendKind::Permissive, resource.key,
                   planOf(resource, [&](const mesh::SourceFile& file) -> std::optional<std::string> {
                       for (const auto& each : mesh::readResources({}, file.path, file.text, "default")) {
                           const auto* body = std::get_if<mesh::PeerAuthentication>(&each->body);
                           if (body == nullptr || !scopeOf(resource.key).takes(*each))
                               continue;
                           const source::ScalarChange mode{body->mode.node, "PERMISSIVE", true};
                           const auto splices =
                               source::planChanges(*file.text, each->source.document, std::span(&mode, 1));
                           const auto text = splices ? source::applySplices(*file.text->text, *splices) : std::string();
                           return splices && text ? std::optional(*text) : std::nullopt;
                       }
                       return std::nullopt;
                   }));
        }
    }
}

void Finder::tryAll()
{
    std::set<std::string> namespaces;
    for (const auto& change : m_change->change.resources)
        namespaces.insert((change.after ? change.after : change.before)->key.ns);
    for (const auto& ns : namespaces) {
        if (ns.empty() || m_change->change.resources.size() < 2 || m_stop.stop_requested())
            continue;
        mesh::ResourceKey key;
        key.ns = ns;
        tryWay(MendKind::Namespace, key, planOf(scopeOf(key)));
    }
    tryWay(MendKind::Everything, {}, planOf(RollbackScope()));
}

void Finder::tryWay(MendKind kind, const mesh::ResourceKey& subject, const Expected<RollbackPlan>& plan)
{
    const auto refuse = [&](Error reason) { m_result.refused.push_back({kind, subject, std::move(reason)}); };
    if (!plan)
        return refuse(plan.error());
    if (!plan->isDecided())
        return refuse(plan->conflicts.front().what);
    const auto tree = treeOf(m_repository, *plan);
    if (!tree)
        return refuse(tree.error());
    const auto mended = openMended(*tree);
    if (!mended)
        return refuse(mended.error());
    if (auto reason = whyNot(**mended))
        return refuse(std::move(*reason));
    Mend mend{kind, subject, *plan, reviewOf(*mended, QDateTime::currentDateTime(), m_stop), false};
    mend.isOpenToAll = opensToAll(kind, subject, **mended);
    if (mend.isOpenToAll)
        mend.review.tier = changes::Tier::High;
    m_result.offers.push_back(std::move(mend));
}

/// What speaks against a mesh as a mend: compared with the one before the change it may lose and open nothing.
std::optional<Error> Finder::whyNot(const Snapshot& mended) const
{
    const auto& head = m_change->effective->evaluator();
    const auto& now = mended.effective->evaluator();
    for (const auto& lost : m_result.lost.changes) {
        traffic::ChangedFate fate = lost;
        fate.after = now.evaluate(lost.request);
        if (deliveredPercent(fate.after) + least < deliveredPercent(lost.before))
            return reasonOf("mend.stillRefused", fate);
    }
    const auto compared = traffic::changedRequests(m_change->savedEffective->evaluator(), now, m_stop);
    for (const auto& change : compared.changes) {
        const auto atHead = head.evaluate(change.request);
        if (isLost(change)) {
            const bool wasLost = deliveredPercent(atHead) + least < deliveredPercent(change.before);
            return reasonOf(wasLost ? "mend.stillRefused" : "mend.loses", change);
        }
        // what the change itself has opened is another matter
        const auto open = openPercent(change.after);
        if (openPercent(change.before) + least < open && openPercent(atHead) + least < open)
            return reasonOf("mend.opens", change);
    }
    return std::nullopt;
}

/// Whether a policy was the last one that allows: without any, everything is allowed.
bool Finder::opensToAll(MendKind kind, const mesh::ResourceKey& subject, const Snapshot& mended) const
{
    if (kind != MendKind::DeletePolicy && kind != MendKind::Resource)
        return false;
    const auto allows = [](const Snapshot& snapshot, const auto& is) {
        return std::ranges::any_of(snapshot.graph->resources(), [&](const mesh::ResourcePtr& each) {
            const auto* policy = std::get_if<mesh::AuthorizationPolicy>(&each->body);
            return policy != nullptr && (policy->action.value.empty() || policy->action.value == "ALLOW") && is(*each);
        });
    };
    const auto isSubject = [&](const mesh::Resource& each) { return each.key == subject; };
    const auto isBeside = [&](const mesh::Resource& each) {
        return each.key.ns == subject.ns || each.key.ns == mended.effective->view().rootNamespace();
    };
    return allows(*m_change, isSubject) && !allows(mended, isSubject) && !allows(mended, isBeside);
}

} // namespace

std::string_view mendName(MendKind kind)
{
    switch (kind) {
    case MendKind::Resource:
        return "resource";
    case MendKind::DeletePolicy:
        return "deletePolicy";
    case MendKind::Permissive:
        return "permissive";
    case MendKind::Namespace:
        return "namespace";
    case MendKind::Everything:
        return "everything";
    }
    return {};
}

Expected<MendOffers> offerMends(const git::Repository& repository, const RollbackRequest& request,
                                const std::string& environment, const std::shared_ptr<ParseCache>& cache,
                                const std::stop_token& stop, const SnapshotPtr& known)
{
    return Finder(repository, request, environment, cache, stop, known).run();
}

} // namespace meshdraft::workspace
