// SPDX-License-Identifier: Apache-2.0
#include "models/changes/riskpolicy.h"

#include "models/changes/fieldcompare.h"
#include "models/changes/riskrule.h"
#include "models/changes/statements.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <format>
#include <map>

namespace meshdraft::changes {

namespace {

/// A place that differs: a field change itself or, inside a part that came or went, one of the values in it.
struct Touch {
    std::vector<PathStep> steps;
    Operation operation = Operation::Modified;
    std::string oldValue;
    std::string newValue;
    const Value* item = nullptr; ///< the added or removed value, where there is one
    const FieldChange* field = nullptr; ///< null: the whole resource came or went
    bool isInside = false;
};

Value valueAt(const mesh::Resource& resource, source::NodeRef node)
{
    mesh::YamlReader reader(resource.document());
    return Value::of(reader, node);
}

/// One changed resource as the rules see it.
class Subject {
public:
    Subject(const ResourceChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after)
        : m_change(change)
        , m_beforeGraph(before)
        , m_afterGraph(after)
        , m_whole(valueAt(resource(), resource().rootNode()))
    {
        if (change.before && change.after)
            m_routes = pairRoutes(*change.before, *change.after);
        m_parts.reserve(change.fields.size());
        for (const FieldChange& field : change.fields)
            addTouches(field);
        if (!change.before || !change.after) {
            addInside(m_whole, {}, change.operation, nullptr);
        } else if (change.operation == Operation::Renamed) {
            addInside(m_whole, {}, Operation::Added, nullptr);
        }
    }

    const mesh::Resource& resource() const { return m_change.after ? *m_change.after : *m_change.before; }
    const ResourceChange& change() const { return m_change; }
    const std::vector<Touch>& touches() const { return m_touches; }
    bool isTextOnly() const { return m_change.before && m_change.after && m_change.fields.empty(); }

    /// Any value at a pattern that fits the globs.
    bool has(const FieldPattern& pattern, const GlobList& globs) const
    {
        std::vector<PathStep> steps;
        return search(m_whole, steps, pattern, globs);
    }

    /// How many of a hundred requests of the route at these steps go elsewhere; nothing where there is no such route.
    std::optional<double> weightMove(const Touch& touch) const
    {
        if (touch.steps.size() < 3 || !touch.steps[2].isIndex || touch.field == nullptr)
            return std::nullopt;
        const bool old = touch.operation == Operation::Removed;
        for (const RoutePair& pair : m_routes) {
            const mesh::Route* route = old ? pair.before : pair.after;
            if ((route == nullptr) || route->index != touch.steps[2].index || (pair.before == nullptr)
                || (pair.after == nullptr)
                || (touch.steps[1].key != "rules" && touch.steps[1].key != mesh::protocolName(route->protocol)))
                continue;
            double moved = 0;
            for (const DestinationPair& destinations : pairDestinations(*pair.before, *pair.after)) {
                moved += std::abs((destinations.after != nullptr ? destinations.after->share : 0)
                                  - (destinations.before != nullptr ? destinations.before->share : 0));
            }
            return std::round(moved * 50 * 1000) / 1000;
        }
        return std::nullopt;
    }

    /// True when a route names the subset at these steps or, for a whole resource, when something leads to it.
    bool isReferenced(const Touch* touch) const
    {
        const mesh::Resource& holder = m_change.before ? *m_change.before : *m_change.after;
        const mesh::MeshGraph& home = m_change.before ? m_beforeGraph : m_afterGraph;
        if (const auto* rule = std::get_if<mesh::DestinationRule>(&holder.body)) {
            for (std::size_t i = 0; i < rule->subsets.size(); ++i) {
                const bool isMeant = (touch == nullptr) || touch->steps.size() < 3 || touch->steps[2].index == i;
                if (isMeant && isSubsetUsed(*rule, rule->subsets[i].name.value, holder.key.ns))
                    return true;
            }
            return false;
        }
        const mesh::ResourceIndex index = home.find(holder.element());
        return index != mesh::noResource
            && std::ranges::any_of(home.referencesTo(index), [](const mesh::Reference* reference) {
                   return reference->type != mesh::ReferenceType::AppliesTo;
               });
    }

private:
    bool isSubsetUsed(const mesh::DestinationRule& rule, const std::string& subset, const std::string& ns) const
    {
        const auto isUsedIn = [&](const mesh::MeshGraph& graph) {
            const std::string host = graph.resolveHost(rule.host.value, ns).fqdn;
            const std::string question = host + "|" + subset;
            const auto names = [&](const mesh::Reference& reference) {
                return reference.subset == subset && reference.target == host;
            };
            return !subset.empty()
                && std::ranges::any_of(
                    graph.whoAsked(lookupOf(mesh::Question::Subset, std::string_view(question))),
                    [&](mesh::ResourceIndex each) { return std::ranges::any_of(graph.referencesFrom(each), names); });
        };
        return isUsedIn(m_beforeGraph) || isUsedIn(m_afterGraph);
    }

    void addTouches(const FieldChange& field)
    {
        Touch touch{stepsOf(field.path), field.operation, field.oldValue, field.newValue, nullptr, &field, false};
        if (field.operation == Operation::Moved) {
            m_touches.push_back(std::move(touch));
            return;
        }
        const mesh::Resource& side = field.operation == Operation::Removed ? *m_change.before : *m_change.after;
        const source::NodeRef node = field.path.resolve(side.rootNode());
        if (node && field.operation != Operation::Modified) {
            touch.item = &m_parts.emplace_back(valueAt(side, node));
        } else if (node && !node.resolved().isScalar()) {
            m_parts.emplace_back(valueAt(side, node));
        } else {
            m_touches.push_back(std::move(touch));
            return;
        }
        const std::vector<PathStep> steps = touch.steps;
        m_touches.push_back(std::move(touch));
        addInside(m_parts.back(), steps, field.operation, &field);
    }

    /// The values below one that came or went.
    void addInside(const Value& value, const std::vector<PathStep>& steps, Operation operation,
                   const FieldChange* field)
    {
        const auto add = [&](const Value& child, PathStep step) {
            std::vector<PathStep> path = steps;
            path.push_back(std::move(step));
            const bool old = operation == Operation::Removed;
            const std::string text(child.text());
            m_touches.push_back(
                {path, operation, old ? text : std::string(), old ? std::string() : text, &child, field, true});
            addInside(child, path, operation, field);
        };
        for (const Value::Entry& entry : value.entries)
            add(entry.value, {entry.key, 0, false});
        for (std::size_t i = 0; i < value.items.size(); ++i)
            add(value.items[i], {{}, i, true});
    }

    static bool search(const Value& value, std::vector<PathStep>& steps, const FieldPattern& pattern,
                       const GlobList& globs)
    {
        if (!steps.empty() && !value.isNull() && pattern.matches(steps) && globs.fits(value.text()))
            return true;
        const auto below = [&](const Value& child, PathStep step) {
            steps.push_back(std::move(step));
            const bool found = search(child, steps, pattern, globs);
            steps.pop_back();
            return found;
        };
        for (const Value::Entry& entry : value.entries) {
            if (below(entry.value, {entry.key, 0, false}))
                return true;
        }
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            if (below(value.items[i], {{}, i, true}))
                return true;
        }
        return false;
    }

    const ResourceChange& m_change;
    const mesh::MeshGraph& m_beforeGraph;
    const mesh::MeshGraph& m_afterGraph;
    Value m_whole;
    std::vector<Value> m_parts; ///< reserved: touches point into it
    std::vector<RoutePair> m_routes;
    std::vector<Touch> m_touches;
};

using Rule = RiskPolicy::Rule;

bool fitsNamespace(const GlobList& globs, const std::string& ns, const std::vector<std::string>& roots)
{
    const auto matches = [&](const std::string& glob) {
        return glob == "$root" ? std::ranges::find(roots, ns) != roots.end() : globMatches(glob, ns);
    };
    return std::ranges::none_of(globs.unwanted, matches)
        && (globs.wanted.empty() || std::ranges::any_of(globs.wanted, matches));
}

/// True if one of the keys that a change has fits: a renamed resource goes under one and comes under the other.
bool fitsKey(const Rule& rule, const ResourceChange& change, const std::vector<std::string>& roots)
{
    const bool isSplit = change.operation == Operation::Renamed && !rule.operations.empty()
        && !rule.operations.contains(Operation::Renamed);
    const auto fits = [&](const mesh::ResourcePtr& resource, Operation side) {
        if (!resource || (isSplit && !rule.operations.contains(side)))
            return false;
        const mesh::ResourceKey& key = resource->key;
        return rule.kinds.fits(key.kind) && rule.groups.fits(key.group) && rule.names.fits(key.name)
            && fitsNamespace(rule.namespaces, key.ns, roots);
    };
    return fits(change.after, Operation::Added) || fits(change.before, Operation::Removed);
}

bool fitsResource(const Rule& rule, const Subject& subject, const std::vector<std::string>& roots)
{
    const Operation operation = subject.change().operation;
    if (!fitsKey(rule, subject.change(), roots))
        return false;
    // To the cluster a renamed resource is one that goes and one that comes.
    const bool isBoth = operation == Operation::Renamed
        && (rule.operations.contains(Operation::Added) || rule.operations.contains(Operation::Removed));
    if (!rule.operations.empty() && !rule.operations.contains(operation) && !isBoth)
        return false;
    // Comments and a new place in the tree concern only the rules that ask for them.
    if (subject.isTextOnly() && !rule.textOnly && !rule.operations.contains(Operation::Moved))
        return false;
    if (rule.textOnly && (!subject.isTextOnly() || operation != Operation::Modified))
        return false;
    return std::ranges::all_of(rule.has, [&](const auto& has) { return subject.has(has.first, has.second); })
        && std::ranges::none_of(rule.lacks,
                                [&](const FieldPattern& pattern) { return subject.has(pattern, GlobList{}); });
}

bool asksForFields(const Rule& rule)
{
    return !rule.fields.empty() || !rule.fieldOperations.empty() || !rule.oldValues.isEmpty()
        || !rule.newValues.isEmpty() || rule.moveAtLeast || rule.moveBelow;
}

bool fitsTouch(const Rule& rule, const Subject& subject, const Touch& touch)
{
    const auto matches = [&](const FieldPattern& pattern) { return pattern.matches(touch.steps); };
    if (touch.isInside && !rule.inside)
        return false;
    if (!rule.fields.empty() && std::ranges::none_of(rule.fields, matches))
        return false;
    if (std::ranges::any_of(rule.except, matches))
        return false;
    if (!rule.fieldOperations.empty() && !rule.fieldOperations.contains(touch.operation))
        return false;
    if ((!rule.oldValues.isEmpty() && (touch.operation == Operation::Added || !rule.oldValues.fits(touch.oldValue)))
        || (!rule.newValues.isEmpty()
            && (touch.operation == Operation::Removed || !rule.newValues.fits(touch.newValue))))
        return false;
    if (!rule.itemLacks.empty()
        && ((touch.item == nullptr)
            || std::ranges::any_of(rule.itemLacks, [&](const std::string& key) { return touch.item->get(key); })))
        return false;
    if (rule.moveAtLeast || rule.moveBelow) {
        const auto move = subject.weightMove(touch);
        if (!move || (rule.moveAtLeast && *move < *rule.moveAtLeast) || (rule.moveBelow && *move >= *rule.moveBelow))
            return false;
    }
    return !rule.referenced || subject.isReferenced(&touch) == *rule.referenced;
}

/// What sentences may say: 1 kind, 2 namespace/name, 3 field (of a whole resource: what became of it), 4 old and 5 new
/// value, 6 number of places, 7 points.
Reason makeReason(const Rule& rule, const Subject& subject, const std::vector<const Touch*>& touches)
{
    if (rule.reason.empty())
        return {rule.id, rule.tier, "risk.text", {rule.text}};
    const mesh::ResourceKey& key = subject.resource().key;
    std::vector<std::string> args{key.kind, qualifiedName(key), {}, {}, {}, std::to_string(touches.size()), {}};
    if (!touches.empty()) {
        args[2] = pathOf(touches.front()->steps).text();
        args[3] = touches.front()->oldValue;
        args[4] = touches.front()->newValue;
        double most = 0;
        for (const Touch* touch : touches)
            most = std::max(most, subject.weightMove(*touch).value_or(0));
        args[6] = std::format("{}", most);
    }
    if (args[2].empty())
        args[2] = operationName(subject.change().operation); // of the resource as a whole
    return {rule.id, rule.tier, rule.reason, std::move(args)};
}

/// Applies the rules to one resource.
class Classifier {
public:
    Classifier(const Subject& subject, const std::vector<std::string>& roots)
        : m_subject(subject)
        , m_roots(roots)
    {
    }

    void apply(const Rule& rule)
    {
        if (!fitsResource(rule, m_subject, m_roots))
            return;
        std::vector<const Touch*> touches;
        if (rule.unmatched) {
            touches = uncovered();
            const bool isWhole = !m_subject.change().before || !m_subject.change().after || m_subject.isTextOnly();
            if (isWhole ? m_isMatched : touches.empty())
                return;
        } else if (asksForFields(rule)) {
            for (const Touch& touch : m_subject.touches()) {
                if (fitsTouch(rule, m_subject, touch))
                    touches.push_back(&touch);
            }
            if (touches.empty())
                return;
        } else if (rule.referenced && m_subject.isReferenced(nullptr) != *rule.referenced) {
            return;
        }
        cover(rule, touches);
        m_reasons.push_back(makeReason(rule, m_subject, touches));
    }

    std::vector<Reason> takeReasons()
    {
        std::ranges::stable_sort(m_reasons, std::greater{}, &Reason::tier);
        return std::move(m_reasons);
    }

private:
    std::vector<const Touch*> uncovered() const
    {
        std::vector<const Touch*> result;
        for (const Touch& touch : m_subject.touches()) {
            if (!touch.isInside && !m_isAllCovered && std::ranges::find(m_covered, touch.field) == m_covered.end())
                result.push_back(&touch);
        }
        return result;
    }

    void cover(const Rule& rule, const std::vector<const Touch*>& touches)
    {
        m_isMatched = true;
        if (!asksForFields(rule) && !rule.unmatched)
            m_isAllCovered = true;
        for (const Touch* touch : touches) {
            if (!touch->isInside)
                m_covered.push_back(touch->field);
        }
    }

    const Subject& m_subject;
    const std::vector<std::string>& m_roots;
    std::vector<Reason> m_reasons;
    std::vector<const FieldChange*> m_covered;
    bool m_isAllCovered = false;
    bool m_isMatched = false;
};

} // namespace

Expected<RiskPolicy> RiskPolicy::parse(const std::string& json, const std::string& path)
{
    auto data = readPolicy(json, path);
    if (!data)
        return std::unexpected(data.error());
    return of(std::move(*data));
}

RiskPolicy RiskPolicy::of(RiskPolicyData data)
{
    RiskPolicy policy;
    policy.m_name = std::move(data.name);
    policy.m_rootNamespaces = std::move(data.rootNamespaces);
    policy.m_rules = std::move(data.rules);
    return policy;
}

std::vector<std::string> RiskPolicy::profiles()
{
    return {"default", "change-management", "review-process"};
}

std::shared_ptr<const RiskPolicy> RiskPolicy::profile(std::string_view name)
{
    static const auto all = [] {
        std::map<std::string, std::shared_ptr<const RiskPolicy>, std::less<>> policies;
        for (const std::string& each : profiles()) {
            const std::string path = ":/risk/" + each + ".json";
            QFile file(QString::fromStdString(path));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("The risk policy %s is missing from the program.", path.c_str());
            auto read = parse(file.readAll().toStdString(), path);
            if (!read) {
                const Error& error = read.error();
                qFatal("The risk policy is broken at %s:%u:%u: %s %s", path.c_str(), error.where.line,
                       error.where.column, error.code.c_str(), error.args.empty() ? "" : error.args.front().c_str());
            }
            policies.emplace(each, std::make_shared<const RiskPolicy>(std::move(*read)));
        }
        return policies;
    }();
    const auto found = all.find(name);
    return found == all.end() ? nullptr : found->second;
}

void RiskPolicy::classify(MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after) const
{
    change.tier = Tier::None;
    for (ResourceChange& each : change.resources) {
        const Subject subject(each, before, after);
        Classifier classifier(subject, m_rootNamespaces);
        for (const bool last : {false, true}) {
            for (const auto& rule : m_rules) {
                if (rule->unmatched == last)
                    classifier.apply(*rule);
            }
        }
        std::vector<Reason> reasons = classifier.takeReasons();
        each.tier = reasons.empty() ? Tier::None : reasons.front().tier;
        each.reasons = std::move(reasons);
        change.tier = std::max(change.tier, each.tier);
    }
    std::ranges::stable_sort(change.resources, std::greater{}, &ResourceChange::tier);
}

} // namespace meshdraft::changes
