// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/annotatedcalls.h"
#include "models/mesh/effective/sidecarscope.h"
#include "models/traffic/course.h"
#include "models/traffic/flows.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshdraft::traffic {

using mesh::ResourceIndex;

namespace {

class Declarations {
public:
    explicit Declarations(const Evaluator& mesh)
        : m_mesh(mesh)
        , m_view(mesh.view())
    {
        for (const ResourceIndex index : m_view.graph().order()) {
            if (!std::holds_alternative<mesh::Workload>(m_view.at(index).body))
                continue;
            for (std::string& principal : principalsOf(m_view, index))
                m_byPrincipal[std::move(principal)].push_back(index);
        }
        for (const RegistryService& service : mesh.index().registry.services()) {
            for (const ResourceIndex workload : m_view.graph().workloadsOf(service.resource))
                m_hosts[workload].insert(service.host);
        }
    }

    std::vector<DeclaredCall> run()
    {
        for (const ResourceIndex index : m_view.graph().order()) {
            const mesh::Resource& resource = m_view.at(index);
            if (const auto* policy = std::get_if<mesh::AuthorizationPolicy>(&resource.body)) {
                addPolicy(resource, *policy);
            } else if (const auto* sidecar = std::get_if<mesh::Sidecar>(&resource.body)) {
                addSidecar(resource, *sidecar);
            } else if (std::holds_alternative<mesh::Workload>(resource.body)) {
                addAnnotation(index);
            }
        }
        // the same call may be declared twice; the first place in file order stays
        std::ranges::stable_sort(m_calls, {},
                                 [](const DeclaredCall& call) { return std::tie(call.caller, call.host); });
        const auto repeated = std::ranges::unique(m_calls, [](const DeclaredCall& one, const DeclaredCall& other) {
            return one.caller == other.caller && one.host == other.host;
        });
        m_calls.erase(repeated.begin(), repeated.end());
        return std::move(m_calls);
    }

private:
    Origin originOf(ResourceIndex workload) const
    {
        const mesh::ResourceKey& key = m_view.at(workload).key;
        return {Origin::Kind::Workload, key.ns, key.name, key.kind};
    }

    void add(ResourceIndex caller, const std::string& host, mesh::ElementRef element)
    {
        m_calls.push_back({originOf(caller), host, std::move(element)});
    }

    void addPolicy(const mesh::Resource& resource, const mesh::AuthorizationPolicy& policy)
    {
        const bool isAllow = policy.action.value.empty() || policy.action.value == "ALLOW";
        // a policy for a whole namespace says who may call, not who does
        if (!isAllow || policy.target.selector.empty())
            return;
        std::set<std::string> hosts;
        for (const ResourceIndex server : m_view.workloadsMatching(resource.key.ns, policy.target.selector)) {
            if (const auto own = m_hosts.find(server); own != m_hosts.end())
                hosts.insert(own->second.begin(), own->second.end());
        }
        for (const auto& rule : policy.rules) {
            for (const auto& source : rule.from) {
                for (const mesh::Field<std::string>& principal : source.principals.any) {
                    const auto callers = m_byPrincipal.find(principal.value);
                    if (callers == m_byPrincipal.end())
                        continue;
                    for (const ResourceIndex caller : callers->second) {
                        for (const std::string& host : hosts)
                            add(caller, host, resource.element(principal.node));
                    }
                }
            }
        }
    }

    void addSidecar(const mesh::Resource& resource, const mesh::Sidecar& sidecar)
    {
        if (sidecar.workloadSelector.empty())
            return;
        for (const ResourceIndex caller : m_view.workloadsMatching(resource.key.ns, sidecar.workloadSelector)) {
            for (const mesh::Sidecar::Egress& egress : sidecar.egress) {
                for (const mesh::Field<std::string>& entry : egress.hosts) {
                    const std::string host = entry.value.substr(entry.value.find('/') + 1);
                    if (!host.contains('*') && !m_mesh.index().registry.ofHost(host).empty())
                        add(caller, host, resource.element(entry.node));
                }
            }
        }
    }

    void addAnnotation(ResourceIndex caller)
    {
        const mesh::Resource& resource = m_view.at(caller);
        const mesh::effective::AnnotatedCalls calls = mesh::effective::annotatedCalls(m_view, resource);
        for (const std::string& host : calls.hosts) {
            if (!m_mesh.index().registry.ofHost(host).empty())
                add(caller, host, resource.element(calls.written));
        }
    }

    const Evaluator& m_mesh;
    const mesh::effective::MeshView& m_view;
    std::map<std::string, std::vector<ResourceIndex>> m_byPrincipal;
    std::map<ResourceIndex, std::set<std::string>> m_hosts;
    std::vector<DeclaredCall> m_calls;
};

} // namespace

std::vector<DeclaredCall> declaredCalls(const Evaluator& mesh)
{
    return Declarations(mesh).run();
}

} // namespace meshdraft::traffic
