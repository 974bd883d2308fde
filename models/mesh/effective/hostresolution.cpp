// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/hostresolution.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/effective/sidecarscope.h"
#include "models/mesh/effective/visibility.h"
#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::mesh::effective {

namespace {

/// Looks one host up; what stands in the way of its owners is kept.
class Lookup {
public:
    Lookup(const MeshView& view, const HostQuery& query)
        : m_view(view)
        , m_query(query)
        , m_client(query.client.empty() ? query.ns : query.client)
    {
        m_answer.fqdn = view.fullHost(query.host, query.ns);
    }

    HostAnswer run()
    {
        const std::string fqdn = m_answer.fqdn;
        if (fqdn.empty())
            return answer(HostOutcome::Missing, HostReason::Empty);
        if (hasPlaceholder(fqdn))
            return answer(HostOutcome::Unknown, HostReason::Placeholder);
        if (isWildcardHost(fqdn))
            return runWildcard();
        if (take(fqdn)) {
            const Resource& first = m_view.at(m_answer.matches.front().resource);
            const bool isService = std::holds_alternative<Service>(first.body);
            return found(isService ? HostReason::Service : HostReason::ServiceEntry);
        }
        for (auto dot = fqdn.find('.'); dot != std::string::npos; dot = fqdn.find('.', dot + 1)) {
            if (take("*" + fqdn.substr(dot)))
                return found(HostReason::WildcardEntry);
        }
        if (take("*"))
            return found(HostReason::WildcardEntry);
        return notFound();
    }

private:
    struct Ranked {
        HostMatch match;
        int rank = 0;
    };

    HostAnswer answer(HostOutcome outcome, HostReason reason)
    {
        m_answer.outcome = outcome;
        m_answer.reason = reason;
        return std::move(m_answer);
    }

    HostAnswer found(HostReason reason)
    {
        m_answer.element = m_answer.matches.front().element;
        return answer(HostOutcome::Found, reason);
    }

    HostMatch matchOf(const MeshView::HostOwner& owner) const
    {
        return {owner.resource, m_view.at(owner.resource).element(owner.node)};
    }

    /// True if the client may use the owner; else the reason why not is kept.
    bool admits(const MeshView::HostOwner& owner, std::string_view host)
    {
        const Resource& resource = m_view.at(owner.resource);
        const Export exported = exportOf(m_view, owner.resource);
        if (!exported.includes(m_client, resource.key.ns)) {
            refuse(HostReason::Hidden, exported.element.isNull() ? resource.element() : exported.element);
            return false;
        }
        const Import import = importOf(m_view, m_query.sidecar, m_client, owner.resource, host);
        if (!import.isImported()) {
            refuse(HostReason::NotImported, import.element);
            return false;
        }
        return true;
    }

    void refuse(HostReason reason, ElementRef element)
    {
        if (m_refusal != HostReason::Empty)
            return;
        m_refusal = reason;
        m_refusedBy = std::move(element);
    }

    int rankOf(const MeshView::HostOwner& owner) const
    {
        const Resource& resource = m_view.at(owner.resource);
        const bool isService = std::holds_alternative<Service>(resource.body);
        if (resource.key.ns == m_client)
            return isService ? 0 : 1;
        if (isService)
            return 2;
        const Export exported = exportOf(m_view, owner.resource);
        return exported.to.empty() || std::ranges::contains(exported.to, "*") ? 4 : 3;
    }

    bool take(const std::string& host)
    {
        std::vector<Ranked> ranked;
        for (const MeshView::HostOwner& owner : m_view.ownersOf(host)) {
            if (admits(owner, host))
                ranked.push_back({matchOf(owner), rankOf(owner)});
        }
        if (ranked.empty())
            return false;
        std::ranges::stable_sort(ranked, {}, &Ranked::rank);
        const int best = ranked.front().rank;
        m_answer.tied = static_cast<std::size_t>(std::ranges::count(ranked, best, &Ranked::rank));
        for (Ranked& one : ranked)
            m_answer.matches.push_back(std::move(one.match));
        return true;
    }

    HostAnswer runWildcard()
    {
        for (const auto& [host, owners] : m_view.hosts()) {
            if (!isCoveredBy(host, m_answer.fqdn))
                continue;
            for (const MeshView::HostOwner& owner : owners) {
                if (admits(owner, host))
                    m_answer.matches.push_back(matchOf(owner));
            }
        }
        if (!m_answer.matches.empty())
            return found(HostReason::Covered);
        if (m_refusal != HostReason::Empty)
            return refused();
        return answer(HostOutcome::Unknown, HostReason::NothingCovered);
    }

    HostAnswer refused()
    {
        m_answer.element = std::move(m_refusedBy);
        return answer(HostOutcome::Missing, m_refusal);
    }

    HostAnswer notFound()
    {
        if (m_refusal != HostReason::Empty)
            return refused();
        const std::string fqdn = m_answer.fqdn;
        if (isIpAddress(fqdn))
            return answer(HostOutcome::Unknown, HostReason::IpAddress);
        if (const std::string suffix = ".svc." + m_view.settings().clusterDomain; fqdn.ends_with(suffix)) {
            const std::string_view name = std::string_view(fqdn).substr(0, fqdn.size() - suffix.size());
            const auto dot = name.rfind('.'); // the name of a pod may stand before the Service's
            const bool isKnown = dot != std::string_view::npos && m_view.hasServices(name.substr(dot + 1));
            return isKnown ? answer(HostOutcome::Missing, HostReason::NoSuchService)
                           : answer(HostOutcome::Unknown, HostReason::NamespaceNotInFiles);
        }
        return unqualifiedOrOutside(fqdn);
    }

    HostAnswer unqualifiedOrOutside(const std::string& fqdn)
    {
        const auto dot = fqdn.find('.');
        std::string_view ns = std::string_view(fqdn).substr(dot == std::string::npos ? fqdn.size() : dot + 1);
        if (ns.ends_with(".svc"))
            ns.remove_suffix(4);
        if (m_view.hasServices(ns)) {
            const auto owners = m_view.ownersOf(m_view.serviceHost(fqdn.substr(0, dot), ns));
            if (owners.empty())
                return answer(HostOutcome::Missing, HostReason::NoSuchService);
            m_answer.element = matchOf(owners.front()).element;
            return answer(HostOutcome::Missing, HostReason::NotQualified);
        }
        const MeshSettings& settings = m_view.settings();
        m_answer.element = settings.element;
        std::string_view mode = settings.config.outboundMode.value;
        if (m_query.sidecar != noResource) {
            const Resource& sidecar = m_view.at(m_query.sidecar);
            const source::NodeRef own = sidecar.rootNode()["spec"]["outboundTrafficPolicy"].resolved();
            if (own.isMapping()) {
                // a policy without a mode is REGISTRY_ONLY: the zero of Istio's enumeration
                const std::string_view written = own["mode"].value();
                mode = written.empty() ? "REGISTRY_ONLY" : written;
                m_answer.element = sidecar.element(own.id());
            }
        }
        return answer(HostOutcome::Unknown,
                      mode == "REGISTRY_ONLY" ? HostReason::OutsideBlocked : HostReason::OutsideHost);
    }

    const MeshView& m_view;
    const HostQuery& m_query;
    std::string_view m_client;
    HostAnswer m_answer;
    HostReason m_refusal = HostReason::Empty; ///< Empty: nothing was refused
    ElementRef m_refusedBy;
};

} // namespace

HostAnswer resolveHost(const MeshView& view, const HostQuery& query)
{
    return Lookup(view, query).run();
}

HostAnswer resolveBackend(const MeshView& view, std::string_view name, std::string_view backendNamespace,
                          std::string_view ns)
{
    if (name.empty())
        return resolveHost(view, {.host = {}, .ns = ns, .client = {}});
    const std::string host = view.serviceHost(name, backendNamespace.empty() ? ns : backendNamespace);
    return resolveHost(view, {.host = host, .ns = ns, .client = {}});
}

} // namespace meshdraft::mesh::effective
