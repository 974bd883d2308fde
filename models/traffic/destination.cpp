// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/destination.h"

#include "models/mesh/effective/clienttls.h"
#include "models/mesh/effective/hostresolution.h"
#include "models/mesh/effective/servermtls.h"
#include "models/traffic/responseflags.h"
#include "models/traffic/server.h"

#include <algorithm>
#include <utility>

namespace meshdraft::traffic {

using mesh::ResourceIndex;
using mesh::effective::ClientTls;
using mesh::effective::MergedRule;

namespace {

class Following {
public:
    Following(Course& course, const Delivery& delivery, int position)
        : m_course(course)
        , m_delivery(delivery)
        , m_position(position)
    {
    }

    Share follow(const Target& target, bool isGatewayApi)
    {
        m_share.host = target.host;
        m_share.port = target.port;
        m_share.subset = target.subset;
        m_share.percent = target.percent;
        m_share.element = m_course.element(target.place);
        if (target.isUnknown) {
            say(Stage::Cluster, "cluster.placeholder", {}, m_share.element).isUnknown = true;
            return end(Verdict::Unknown, m_share.element);
        }
        if (target.host.empty()) {
            say(Stage::Cluster, "cluster.invalidBackend", {}, m_share.element);
            return fail("invalidBackend", m_share.element);
        }
        const std::string& ns = m_delivery.client->ns;
        const RegistryService* service = m_course.index.registry.visible(target.host, ns);
        if (service == nullptr)
            return noService(ns, isGatewayApi);
        if (service->isAlias) {
            const std::string& name = std::get<mesh::Service>(m_course.at(service->resource).body).externalName;
            say(Stage::Cluster, "cluster.alias", {target.host, name}, m_course.at(service->resource).element());
            Target concrete = target;
            concrete.host = name;
            m_share.host = name;
            service = m_course.index.registry.concreteOf(*service, ns);
            return service == nullptr ? noService(ns, isGatewayApi) : onPort(*service, concrete);
        }
        return onPort(*service, target);
    }

    Share onPort(const RegistryService& service, const Target& target)
    {
        const ServicePort* port = service.findPort(target.port);
        if (port == nullptr) {
            say(Stage::Cluster, "cluster.noPort", {target.host, std::to_string(target.port)},
                m_course.at(service.resource).element());
            return fail("noCluster", m_share.element);
        }
        return behindService(service, target);
    }

    Share unmanaged(const RegistryService& service, std::uint32_t port, Verdict delivered)
    {
        m_share.host = service.host;
        m_share.port = port;
        m_share.element = m_course.at(service.resource).element(service.node);
        m_share.verdict = delivered;
        m_share.wire = m_course.request.tls == CallerTls::None ? Wire::Plaintext : Wire::Tls;
        endpoints(service, {}, ClientTls::Plaintext, delivered);
        return std::move(m_share);
    }

private:
    Step& say(Stage stage, const char* code, std::vector<std::string> args, mesh::ElementRef element)
    {
        Step& step = m_course.add(stage, code, std::move(args), std::move(element));
        step.share = m_position;
        return step;
    }

    Share end(Verdict verdict, mesh::ElementRef because)
    {
        m_share.verdict = verdict;
        m_share.because = std::move(because);
        return std::move(m_share);
    }

    /// Ends as the table of response flags has it.
    Share fail(std::string_view meaning, mesh::ElementRef because)
    {
        const ResponseFlag& row = responseFlag(meaning);
        m_share.flag = row.flag;
        if (m_delivery.isHttp) {
            m_share.status = row.status;
            m_share.details = row.details;
        }
        return end(*row.verdict, std::move(because));
    }

    Share noService(const std::string& ns, bool isGatewayApi)
    {
        const mesh::effective::HostAnswer answer =
            mesh::effective::resolveHost(m_course.view(), {.host = m_share.host, .ns = ns, .client = {}});
        if (answer.outcome == mesh::effective::HostOutcome::Unknown) {
            say(Stage::Cluster, "cluster.notInFiles", {m_share.host}, m_share.element).isUnknown = true;
            return end(Verdict::Unknown, m_share.element);
        }
        say(Stage::Cluster, answer.reason == mesh::effective::HostReason::Hidden ? "cluster.hidden" : "cluster.noHost",
            {m_share.host, ns}, answer.element.isNull() ? m_share.element : answer.element);
        if (isGatewayApi)
            return fail("invalidBackend", m_share.element);
        return fail("noCluster", answer.element.isNull() ? m_share.element : answer.element);
    }

    mesh::effective::Client client() const
    {
        // that it has a proxy is settled
        return {m_delivery.client->ns, m_delivery.client->labels, mesh::noResource};
    }

    /// The rules that hold when `course.first` is the oldest.
    const MergedRule& chooseRule(const mesh::effective::RuleChoice& choice)
    {
        if (choice.dependsOnCreationOrder()) {
            std::vector<ResourceIndex> rivals;
            for (const mesh::ElementRef& element : choice.tied)
                rivals.push_back(m_course.view().graph().find(element));
            m_course.tied.push_back(std::move(rivals));
        }
        for (const auto& outcome : choice.outcomes) {
            const MergedRule& rule = outcome.value;
            if (rule.policy == m_course.first
                || std::ranges::contains(rule.subsets, m_course.first, &MergedRule::Subset::rule))
                return rule;
        }
        return choice.first().value;
    }

    Share behindService(const RegistryService& service, const Target& target)
    {
        const mesh::effective::RuleChoice choice =
            destinationRuleFor(m_course.view(), client(), target.host, service.ns);
        const MergedRule& rule = chooseRule(choice);
        if (!rule.from.empty()) {
            say(Stage::Cluster, "cluster.rule", {target.host},
                m_course.at(rule.policy == mesh::noResource ? rule.from.front() : rule.policy).element());
        }
        mesh::Labels labels;
        if (!target.subset.empty()) {
            const MergedRule::Subset* subset = rule.findSubset(target.subset);
            if (subset == nullptr) {
                say(Stage::Cluster, "cluster.noSubset", {target.host, target.subset}, m_share.element);
                return fail("noSubset", rule.from.empty() ? m_share.element : m_course.at(rule.from.front()).element());
            }
            const auto& written =
                std::get<mesh::DestinationRule>(m_course.at(subset->rule).body).subsets[subset->index];
            labels = written.labels;
            say(Stage::Cluster, "cluster.subset", {target.subset}, Place{subset->rule, written.node});
        } else {
            say(Stage::Cluster, "cluster.host", {target.host, std::to_string(target.port)},
                m_course.at(service.resource).element(service.node));
        }
        const ClientTls tls = sayTls(target);
        endpoints(service, labels, tls, Verdict::Routed);
        return std::move(m_share);
    }

    Step& say(Stage stage, const char* code, std::vector<std::string> args, const Place& place)
    {
        return say(stage, code, std::move(args), m_course.element(place));
    }

    /// The case that holds when `course.first` is the oldest.
    const mesh::effective::ClientTlsAnswer::Case& chosen(const mesh::effective::ClientTlsAnswer& answer) const
    {
        if (m_course.first != mesh::noResource && answer.dependsOnCreationOrder()) {
            const mesh::ResourceKey& key = m_course.at(m_course.first).key;
            for (const auto& outcome : answer.outcomes) {
                if (std::ranges::contains(outcome.sources, key, &mesh::ElementRef::key))
                    return outcome;
            }
        }
        return answer.first();
    }

    ClientTls sayTls(const Target& target)
    {
        const mesh::effective::ClientTlsAnswer answer =
            clientTls(m_course.view(), client(), target.host, target.port, target.subset);
        const auto& first = chosen(answer);
        const mesh::ElementRef element = first.sources.empty() ? mesh::ElementRef() : first.sources.front();
        using mesh::effective::ClientTlsReason;
        switch (first.value) {
        case ClientTls::Plaintext:
            m_share.wire = Wire::Plaintext;
            say(Stage::Cluster, "tls.plaintext", {}, element);
            break;
        case ClientTls::Simple:
        case ClientTls::Mutual:
            m_share.wire = Wire::Tls;
            say(Stage::Cluster, "tls.own", {}, element);
            break;
        case ClientTls::IstioMutual:
            m_share.wire = Wire::Mutual;
            say(Stage::Cluster, "tls.mutual", {}, element);
            break;
        case ClientTls::PerEndpoint:
            m_share.wire = Wire::Mutual;
            say(Stage::Cluster, "tls.auto", {}, element);
            break;
        case ClientTls::Unknown:
            m_share.wire = Wire::Unknown;
            // servers that cannot be told are looked at one by one
            if (first.reason == ClientTlsReason::BadMode || first.reason == ClientTlsReason::BackendTlsPolicy)
                say(Stage::Cluster, "tls.unknown", {}, element).isUnknown = true;
            break;
        }
        return first.value;
    }

    /// What the client's proxy speaks to one workload.
    Wire wireTo(ResourceIndex workload, const RegistryService& service, ClientTls tls) const
    {
        switch (tls) {
        case ClientTls::Simple:
        case ClientTls::Mutual:
            return Wire::Tls;
        case ClientTls::IstioMutual:
            return Wire::Mutual;
        case ClientTls::PerEndpoint:
        case ClientTls::Unknown: {
            // auto mTLS: mutual to servers that have a proxy and do not switch it off on the port
            const mesh::Resource& server = m_course.at(workload);
            const auto* entry = std::get_if<mesh::WorkloadEntry>(&server.body);
            const bool isProxied = entry != nullptr
                ? hasProxy(*entry)
                : dataPlaneOf(m_course.view(), workload).value == mesh::effective::DataPlane::Sidecar;
            if (!isProxied)
                return Wire::Plaintext;
            const auto mode = serverMtls(m_course.view(), workload, podPort(server, service, m_share.port));
            return mode.first().value == mesh::effective::PeerMode::Disable ? Wire::Plaintext : Wire::Mutual;
        }
        case ClientTls::Plaintext:
            break;
        }
        return m_course.request.tls == CallerTls::None ? Wire::Plaintext : Wire::Tls;
    }

    /// Workloads and WorkloadEntries behind a service with these labels.
    std::vector<ResourceIndex> serversOf(const RegistryService& service, const mesh::Labels& subset) const
    {
        std::vector<ResourceIndex> servers = m_course.view().graph().workloadsOf(service.resource, subset);
        const mesh::Resource& resource = m_course.at(service.resource);
        const auto* body = std::get_if<mesh::Service>(&resource.body);
        const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body);
        const mesh::Labels& selector = body != nullptr ? body->selector : entry->workloadSelector;
        if (selector.empty())
            return servers;
        for (const ResourceIndex index : m_course.view().of<mesh::WorkloadEntry>(service.ns)) {
            const auto& outside = std::get<mesh::WorkloadEntry>(m_course.at(index).body);
            if (!outside.isGroup && mesh::effective::includesLabels(outside.labels, selector)
                && mesh::effective::includesLabels(outside.labels, subset))
                servers.push_back(index);
        }
        return servers;
    }

    void endpoints(const RegistryService& service, const mesh::Labels& subset, ClientTls tls, Verdict delivered)
    {
        const mesh::Resource& resource = m_course.at(service.resource);
        const std::vector<ResourceIndex> workloads = serversOf(service, subset);
        if (workloads.empty()) {
            noWorkloads(service, resource, subset);
            return;
        }
        const ServerArrival base{&service, m_share.port, Wire::Plaintext};
        std::vector<ServerEnd> ends;
        for (const ResourceIndex workload : workloads) {
            ServerArrival arrival = base;
            arrival.wire = m_delivery.client == nullptr ? m_share.wire : wireTo(workload, service, tls);
            const mesh::Resource& pods = m_course.at(workload);
            say(Stage::Endpoints, "endpoints.workload", {pods.key.name, std::string(wireName(arrival.wire))},
                pods.element());
            ends.push_back(followServer(m_course, workload, arrival, m_delivery, m_position));
            m_share.servers.push_back({workload, pods.key, ends.back().verdict, ends.back().because});
        }
        const ServerEnd& first = ends.front();
        const bool isSame = std::ranges::all_of(ends, [&](const ServerEnd& end) {
            return end.verdict == first.verdict && end.status == first.status && end.flag == first.flag;
        });
        if (!isSame) {
            m_share.verdict = Verdict::Mixed;
            return;
        }
        m_share.verdict = first.verdict == Verdict::Routed ? delivered : first.verdict;
        m_share.status = first.status;
        m_share.flag = first.flag;
        m_share.details = first.details;
        m_share.because = first.because;
    }

    /// True if a ServiceEntry without selector has an endpoint of a subset: in its list, or the address that the
    /// request was sent to (resolution NONE).
    static bool listsEndpoint(const mesh::Resource& entry, const mesh::Labels& subset)
    {
        if (std::get<mesh::ServiceEntry>(entry.body).resolution == "NONE")
            return true;
        const auto endpoints = entry.rootNode()["spec"]["endpoints"].resolved().items();
        return std::ranges::any_of(endpoints, [&](const source::NodeRef& endpoint) {
            return std::ranges::all_of(subset, [&](const auto& label) {
                return endpoint["labels"][label.first].resolved().value() == label.second;
            });
        });
    }

    void noWorkloads(const RegistryService& service, const mesh::Resource& resource, const mesh::Labels& subset)
    {
        const auto* body = std::get_if<mesh::Service>(&resource.body);
        const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body);
        const bool selects = (body != nullptr && !body->selector.empty() && !service.isAlias)
            || (entry != nullptr && !entry->workloadSelector.empty());
        if (!selects && (subset.empty() || entry == nullptr || listsEndpoint(resource, subset))) {
            say(Stage::Endpoints, service.isExternal ? "endpoints.external" : "endpoints.unselected", {service.host},
                resource.element(service.node));
            return;
        }
        const bool knowsPods = !selects || !m_course.view().of<mesh::Workload>(service.ns).empty();
        const bool hasOthers = !subset.empty() && !serversOf(service, {}).empty();
        if (!knowsPods && !hasOthers) {
            say(Stage::Endpoints, "endpoints.notInFiles", {service.host}, resource.element()).isUnknown = true;
            return;
        }
        say(Stage::Endpoints, "endpoints.none", {service.host, m_share.subset}, resource.element());
        const ResponseFlag& row = responseFlag("noEndpoints");
        m_share.verdict = *row.verdict;
        m_share.because = resource.element();
        if (m_delivery.client == nullptr)
            return;
        m_share.flag = row.flag;
        if (m_delivery.isHttp) {
            m_share.status = row.status;
            m_share.details = row.details;
        }
    }

    Course& m_course;
    const Delivery& m_delivery;
    int m_position;
    Share m_share;
};

} // namespace

Share followTarget(Course& course, const Target& target, const Delivery& delivery, bool isGatewayApi, int share)
{
    return Following(course, delivery, share).follow(target, isGatewayApi);
}

Share followUnmanaged(Course& course, const RegistryService& service, std::uint32_t port, const Delivery& delivery,
                      Verdict delivered, int share)
{
    return Following(course, delivery, share).unmanaged(service, port, delivered);
}

} // namespace meshdraft::traffic
