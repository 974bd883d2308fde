// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/authorization.h"

#include "models/traffic/authorizationrule.h"
#include "models/traffic/responseflags.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace meshdraft::traffic {

using mesh::AuthorizationPolicy;
using mesh::RequestAuthentication;
using mesh::ResourceIndex;

namespace {

template <typename Kind> std::vector<ResourceIndex> policiesFor(const Course& course, const Guarded& guarded)
{
    std::vector<ResourceIndex> policies;
    const auto take = [&](std::string_view ns) {
        for (const ResourceIndex index : course.view().of<Kind>(ns)) {
            if (isFor(course.view(), std::get<Kind>(course.at(index).body).target, ns, *guarded.proxy, guarded.gateway))
                policies.push_back(index);
        }
    };
    take(course.view().rootNamespace());
    if (guarded.proxy->ns != course.view().rootNamespace())
        take(guarded.proxy->ns);
    return policies;
}

bool isDryRun(const mesh::Resource& policy)
{
    const auto annotation = policy.annotations.find("istio.io/dry-run");
    return annotation != policy.annotations.end() && annotation->second == "true";
}

std::string_view actionOf(const AuthorizationPolicy& policy)
{
    return policy.action.value.empty() ? std::string_view("ALLOW") : policy.action.value;
}

/// The end of the whole chain, one action after the other.
class Judge {
public:
    Judge(Course& course, const Guarded& guarded, int share)
        : m_course(course)
        , m_guarded(guarded)
        , m_share(share)
        , m_policies(policiesFor<AuthorizationPolicy>(course, guarded))
    {
    }

    Ruling run()
    {
        for (const ResourceIndex index : m_policies)
            sayWhatDecidesNothing(index);
        if (auto ruling = custom())
            return *ruling;
        if (auto ruling = deny())
            return *ruling;
        return allow();
    }

private:
    struct Hit {
        Truth truth = Truth::No;
        ResourceIndex policy = mesh::noResource;
        std::size_t rule = 0;
        source::NodeId node = source::noNode;
        RuleFit fit;
    };

    void add(const char* code, std::vector<std::string> args, const mesh::ElementRef& element, bool isUnknown = false)
    {
        Step& step = m_course.add(Stage::Authorization, code, std::move(args), element);
        step.share = m_share;
        step.isUnknown = isUnknown;
    }

    bool decides(ResourceIndex index, std::string_view action) const
    {
        const mesh::Resource& resource = m_course.at(index);
        return actionOf(std::get<AuthorizationPolicy>(resource.body)) == action && !isDryRun(resource);
    }

    void sayWhatDecidesNothing(ResourceIndex index)
    {
        const mesh::Resource& resource = m_course.at(index);
        const auto& policy = std::get<AuthorizationPolicy>(resource.body);
        if (isDryRun(resource)) {
            add("authz.dryRun", {resource.key.name}, resource.element());
        } else if (actionOf(policy) == "AUDIT") {
            add("authz.audit", {resource.key.name}, resource.element());
        }
    }

    /// The rule of these policies that fits best.
    Hit best(std::string_view action)
    {
        Hit best;
        best.fit.failed = -1;
        for (const ResourceIndex index : m_policies) {
            if (!decides(index, action))
                continue;
            const auto& policy = std::get<AuthorizationPolicy>(m_course.at(index).body);
            if (best.policy == mesh::noResource)
                best.policy = index;
            for (std::size_t i = 0; i < policy.rules.size(); ++i) {
                RuleFit fit =
                    fitOf(policy.rules[i], m_guarded.request == nullptr ? m_course.request : *m_guarded.request,
                          m_guarded, action == "ALLOW");
                const bool isNearer = fit.truth > best.truth || best.fit.failed < 0
                    || (fit.truth == best.truth && fit.failed < best.fit.failed);
                if (isNearer)
                    best = {fit.truth, index, i, policy.rules[i].node, std::move(fit)};
            }
        }
        return best;
    }

    mesh::ElementRef elementOf(const Hit& hit) const { return m_course.at(hit.policy).element(hit.node); }

    std::optional<Ruling> custom()
    {
        const Hit hit = best("CUSTOM");
        if (hit.policy == mesh::noResource || hit.truth == Truth::No)
            return std::nullopt;
        const auto& policy = std::get<AuthorizationPolicy>(m_course.at(hit.policy).body);
        add("authz.custom", {m_course.at(hit.policy).key.name, policy.provider.value}, elementOf(hit), true);
        return std::nullopt;
    }

    Ruling denied(std::string details, mesh::ElementRef because) const
    {
        Ruling ruling{Verdict::Denied, 0, {}, std::move(because)};
        if (m_guarded.isHttp) {
            ruling.status = responseFlag("denied").status;
            ruling.details = std::move(details);
        }
        return ruling;
    }

    std::optional<Ruling> deny()
    {
        const Hit hit = best("DENY");
        if (hit.policy == mesh::noResource)
            return std::nullopt;
        const mesh::ResourceKey& key = m_course.at(hit.policy).key;
        if (hit.truth == Truth::No) {
            add("authz.notDenied", {}, m_course.at(hit.policy).element());
            return std::nullopt;
        }
        if (hit.truth == Truth::Unknown) {
            add("authz.denyUnknown", {key.name}, elementOf(hit), true);
            return Ruling{Verdict::Unknown, 0, {}, elementOf(hit)};
        }
        add("authz.denied", {key.name}, elementOf(hit));
        return denied("rbac_access_denied_matched_policy[ns[" + key.ns + "]-policy[" + key.name + "]-rule["
                          + std::to_string(hit.rule) + "]]",
                      elementOf(hit));
    }

    Ruling allow()
    {
        const Hit hit = best("ALLOW");
        if (hit.policy == mesh::noResource) {
            add("authz.none", {}, {});
            return {};
        }
        const mesh::ResourceKey& key = m_course.at(hit.policy).key;
        if (hit.truth == Truth::Yes) {
            add("authz.allowed", {key.name}, elementOf(hit));
            return {};
        }
        if (hit.truth == Truth::Unknown) {
            add("authz.allowUnknown", {key.name}, elementOf(hit), true);
            return {Verdict::Unknown, 0, {}, elementOf(hit)};
        }
        // a policy without rules allows nothing
        if (hit.fit.failed < 0) {
            add("authz.allowsNothing", {key.name}, m_course.at(hit.policy).element());
            return denied("rbac_access_denied_matched_policy[none]", m_course.at(hit.policy).element());
        }
        add("authz.notAllowed", {key.name, hit.fit.failedField}, elementOf(hit));
        return denied("rbac_access_denied_matched_policy[none]", elementOf(hit));
    }

    Course& m_course;
    const Guarded& m_guarded;
    int m_share;
    std::vector<ResourceIndex> m_policies;
};

} // namespace

bool isFor(const mesh::effective::MeshView& view, const mesh::PolicyTarget& target, std::string_view ns,
           const Proxy& proxy, ResourceIndex gateway)
{
    if (!target.references.empty()) {
        if (gateway == mesh::noResource)
            return false;
        const mesh::ResourceKey& key = view.at(gateway).key;
        return std::ranges::any_of(target.references, [&](const mesh::PolicyTarget::Reference& reference) {
            return (reference.kind == "Gateway" && reference.name.value == key.name && ns == key.ns
                    && reference.group == key.group)
                || (reference.kind == "GatewayClass" && ns == view.rootNamespace());
        });
    }
    return (ns == proxy.ns || ns == view.rootNamespace())
        && mesh::effective::includesLabels(proxy.labels, target.selector);
}

namespace {

bool isForAudience(const RequestAuthentication::JwtRule& rule, const Token& token)
{
    return rule.audiences.empty() || std::ranges::any_of(rule.audiences, [&](const mesh::Field<std::string>& audience) {
               return std::ranges::contains(token.audiences, audience.value);
           });
}

} // namespace

const Token* acceptedToken(const Course& course, const Guarded& guarded)
{
    const auto& token = course.request.token;
    if (!token || !token->isValid)
        return nullptr;
    for (const ResourceIndex index : policiesFor<RequestAuthentication>(course, guarded)) {
        const auto& rules = std::get<RequestAuthentication>(course.at(index).body).rules;
        const auto own = std::ranges::find_if(rules, [&](const RequestAuthentication::JwtRule& rule) { //
            return rule.issuer.value == token->issuer;
        });
        if (own != rules.end())
            return isForAudience(*own, *token) ? &*token : nullptr;
    }
    return nullptr;
}

Ruling authenticate(Course& course, Guarded& guarded, int share)
{
    const std::vector<ResourceIndex> policies = policiesFor<RequestAuthentication>(course, guarded);
    if (policies.empty() || !guarded.isHttp)
        return {};
    const auto add = [&](const char* code, std::vector<std::string> args, mesh::ElementRef element) {
        course.add(Stage::Authentication, code, std::move(args), std::move(element)).share = share;
    };
    const auto& token = course.request.token;
    if (!token) {
        add("jwt.missing", {}, course.at(policies.front()).element());
        return {};
    }
    for (const ResourceIndex index : policies) {
        for (const RequestAuthentication::JwtRule& rule :
             std::get<RequestAuthentication>(course.at(index).body).rules) {
            if (rule.issuer.value != token->issuer)
                continue;
            mesh::ElementRef element = course.at(index).element(rule.node);
            if (!token->isValid) {
                add("jwt.invalid", {token->issuer}, element);
                return {Verdict::Unauthenticated, responseFlag("unauthenticated").status,
                        "jwt_authn_access_denied{Jwt_verification_fails}", std::move(element)};
            }
            if (!isForAudience(rule, *token)) {
                add("jwt.audience", {token->issuer}, element);
                return {Verdict::Unauthenticated, responseFlag("audience").status, responseFlag("audience").details,
                        std::move(element)};
            }
            add("jwt.accepted", {token->issuer}, element);
            guarded.requestPrincipal = token->issuer + "/" + token->subject;
            guarded.token = &*token;
            return {};
        }
    }
    mesh::ElementRef element = course.at(policies.front()).element();
    add("jwt.unknownIssuer", {token->issuer}, element);
    return {Verdict::Unauthenticated, responseFlag("unauthenticated").status,
            "jwt_authn_access_denied{Jwt_issuer_is_not_configured}", std::move(element)};
}

Ruling authorize(Course& course, const Guarded& guarded, int share)
{
    return Judge(course, guarded, share).run();
}

} // namespace meshdraft::traffic
