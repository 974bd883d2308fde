// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/historysubject.h"

#include "models/git/repositorystate.h"
#include "models/mesh/hostnames.h"
#include "models/mesh/paths.h"
#include "models/workspace/reader.h"

#include <algorithm>

namespace meshdraft::workspace {
namespace {

/// The ways in which resources spell a host that requests name.
std::vector<std::string> spellingsOf(const std::string& host, const std::string& ns)
{
    std::vector<std::string> spellings{host};
    if (!ns.empty() && !host.contains('.'))
        spellings.push_back(mesh::serviceHost(host, ns));
    if (std::ranges::count(host, '.') == 1)
        spellings.push_back(host + std::string(mesh::clusterDomain));
    if (host.ends_with(".svc"))
        spellings.push_back(host + ".cluster.local");
    return spellings;
}

} // namespace

SubjectFilter::SubjectFilter(const HistorySubject& subject)
    : m_subject(subject)
{
    if (subject.isResource()) {
        m_word = subject.name;
    } else if (!subject.host.empty()) {
        m_hosts = spellingsOf(subject.host, subject.ns);
        // a wildcard leaves out the front
        const bool isInMesh = !subject.host.contains('.') || m_hosts.size() > 1 || subject.host.contains(".svc");
        m_word = isInMesh ? subject.host.substr(0, subject.host.find('.'))
                          : subject.host.substr(subject.host.rfind('.', subject.host.rfind('.') - 1) + 1);
    }
}

bool SubjectFilter::takesPath(const std::string& path) const
{
    if (!isMeshFile(path))
        return false;
    const auto& paths = m_subject.paths;
    return m_subject.isResource() || paths.empty()
        || std::ranges::any_of(paths, [&](const auto& each) { return mesh::isWithin(path, each); });
}

bool SubjectFilter::takesText(std::string_view text) const
{
    return m_word.empty() || text.contains(m_word);
}

bool SubjectFilter::takesHost(const std::string& written, const mesh::Resource& resource, const std::string& ns) const
{
    const auto full = mesh::fullyQualifiedHost(written, ns);
    const auto isIt = [&](const std::string& wanted) {
        return full == wanted || (full.starts_with("*.") && wanted.ends_with(std::string_view(full).substr(1)));
    };
    if (std::ranges::any_of(m_hosts, isIt))
        return true;
    // without a namespace on either side the first part decides
    const bool isShort = !m_subject.host.contains('.') && m_subject.ns.empty();
    const bool isFree = !resource.namespaceIsWritten && !written.contains('.');
    const auto label = [](std::string_view host) { return host.substr(0, host.find('.')); };
    return (isShort || isFree) && full.ends_with(mesh::clusterDomain) && label(full) == label(m_subject.host);
}

bool SubjectFilter::takes(const mesh::Resource& resource) const
{
    if (m_subject.isResource()) {
        return resource.key.kind == m_subject.kind && resource.key.name == m_subject.name
            && (m_subject.ns.empty() || resource.key.ns == m_subject.ns || !resource.namespaceIsWritten);
    }
    if (m_hosts.empty())
        return true;
    const auto& ns = resource.key.ns;
    const auto takesAny = [&](const std::vector<mesh::Field<std::string>>& hosts) {
        return std::ranges::any_of(hosts, [&](const auto& host) { return takesHost(host.value, resource, ns); });
    };
    if (std::holds_alternative<mesh::Service>(resource.body))
        return takesHost(resource.key.name, resource, ns);
    if (const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body))
        return takesHost(rule->host.value, resource, ns);
    if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body))
        return takesAny(entry->hosts);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr)
        return false;
    const auto takesDestination = [&](const mesh::Destination& destination) {
        return takesHost(destination.host.value, resource,
                         destination.backendNamespace.empty() ? ns : destination.backendNamespace);
    };
    return takesAny(table->hosts) || std::ranges::any_of(table->routes, [&](const mesh::Route& route) {
               return std::ranges::any_of(route.destinations, takesDestination)
                   || std::ranges::any_of(route.mirrors, takesDestination);
           });
}

std::vector<std::string> filesOfResource(const git::Repository& repository, const QString& commit,
                                         const HistorySubject& subject, const SubjectFilter& filter, ParseCache& cache)
{
    const auto id = commit.toStdString();
    // A second word that nearly every file has would take git longer than it spares.
    const auto found =
        repository.state().ask({"grep", "-l", "-z", "-F", "-w", "--full-name", "--no-color", "--no-recurse-submodules",
                                "--no-textconv", "-e", subject.name, id, "--"});
    std::vector<std::string> paths;
    if (!found)
        return paths;
    std::string_view rest(*found);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\0'), rest.size());
        const auto path = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (path.starts_with(id + ':') && filter.takesPath(std::string(path.substr(id.size() + 1))))
            paths.emplace_back(path.substr(id.size() + 1));
    }
    const auto entries =
        paths.empty() ? Expected<std::vector<git::TreeEntry>>() : git::treeEntries(repository.state(), id, paths);
    if (!entries)
        return {};
    std::vector<std::string> files;
    for (const auto& entry : *entries) {
        auto text = cache.find(entry.object);
        if (text == nullptr) {
            const auto bytes = repository.readBlob(QString::fromStdString(entry.object));
            if (!bytes)
                continue;
            text = cache.parse(bytes->toStdString());
        }
        const auto resources = mesh::readResources({}, entry.path, text, "default");
        if (std::ranges::any_of(resources, [&](const auto& each) { return filter.takes(*each); }))
            files.push_back(entry.path);
    }
    return files;
}

} // namespace meshdraft::workspace
