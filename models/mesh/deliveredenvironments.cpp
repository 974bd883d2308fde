// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/deliveredenvironments.h"

#include "models/mesh/environmentfiles.h"
#include "models/mesh/identity.h"
#include "models/mesh/paths.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace meshdraft::mesh {

namespace {

/// What several deliveries agree on as the namespace of what states none; empty where they do not.
std::string targetNamespaceOf(const std::vector<Delivery>& deliveries)
{
    const std::string& first = deliveries.front().targetNamespace;
    const bool agree =
        std::ranges::all_of(deliveries, [&](const Delivery& one) { return one.targetNamespace == first; });
    return agree ? first : std::string();
}

Error deliveryError(const char* code, const Delivery& delivery)
{
    return {.code = code, .args = {delivery.kind, delivery.title(), delivery.path}, .where = delivery.where};
}

void note(Delivery& delivery, const char* code, std::vector<std::string> args = {})
{
    delivery.notes.push_back({.code = code, .args = std::move(args), .where = delivery.where});
}

bool statesOtherNamespace(const SourceFile& file, std::string_view ns)
{
    return std::ranges::any_of(identitiesIn(*file.text, ns),
                               [&](const Identity& identity) { return !identity.ns.empty() && identity.ns != ns; });
}

/// Flux puts everything into its target namespace, whatever it states.
void noteMoves(std::vector<Delivery>& deliveries)
{
    for (Delivery& delivery : deliveries) {
        if (delivery.tool == DeliveryTool::Flux && !delivery.targetNamespace.empty())
            note(delivery, "delivery.namespaceMoves", {delivery.targetNamespace});
    }
}

/// The environments of the directories that are deployed.
class DeliveredEnvironments {
public:
    DeliveredEnvironments(const FileSet& files, const Kustomizations& kustomizations)
        : m_files(files)
        , m_kustomizations(kustomizations)
    {
    }

    void add(std::vector<Delivery> deliveries, std::vector<Environment>& environments) const
    {
        const std::string path = deliveries.front().path;
        const auto known = std::ranges::find(environments, path, &Environment::name);
        Environment fresh = environmentOf(path, deliveries);
        if (path == "." && known != environments.end() && known->kind == EnvironmentKind::Directory) {
            if (known->files.size() != fresh.files.size()) {
                for (Delivery& delivery : deliveries)
                    note(delivery, "delivery.onlyPart");
            }
            fresh = std::move(*known);
        }
        fresh.deliveredBy = std::move(deliveries);
        if (known != environments.end()) {
            *known = std::move(fresh);
        } else {
            environments.push_back(std::move(fresh));
        }
    }

private:
    /// The files below a directory: they stand together in the order of paths.
    auto below(const std::string& path) const
    {
        const std::string prefix = path == "." ? std::string() : path + "/";
        const auto& files = m_files.files;
        const auto first = std::ranges::lower_bound(files, std::string_view(prefix), {},
                                                    [](const SourceFile& file) { return std::string_view(file.path); });
        return std::ranges::subrange(first, files.end())
            | std::views::take_while([prefix](const SourceFile& file) { return file.path.starts_with(prefix); });
    }

    Environment environmentOf(const std::string& path, std::vector<Delivery>& deliveries) const
    {
        std::string ns = targetNamespaceOf(deliveries);
        if (ns.empty())
            ns = fallbackNamespace;
        const auto kustomization = m_kustomizations.find(path);
        if (kustomization != m_kustomizations.end() && !kustomization->second.isComponent) {
            Environment environment = ofKustomization(m_files, path, kustomization->second, ns);
            const bool moves = environment.kind == EnvironmentKind::KustomizeRoot
                ? environment.defaultNamespace != ns
                : std::ranges::any_of(environment.files, [&](const std::string& file) {
                      return statesOtherNamespace(*m_files.find(file), ns);
                  });
            if (moves)
                noteMoves(deliveries);
            return environment;
        }
        return ofDirectory(path, deliveries, ns);
    }

    Environment ofDirectory(const std::string& path, std::vector<Delivery>& deliveries, std::string_view ns) const
    {
        const std::vector<DeliveryFilter> filters(deliveries.begin(), deliveries.end());
        std::vector<Candidate> candidates;
        bool isEmpty = true;
        bool moves = false;
        for (const SourceFile& file : below(path)) {
            isEmpty = false;
            const bool isTaken = std::ranges::any_of(filters, [&](const DeliveryFilter& filter) {
                return filter.takes(file.path) && !isInNestedRoot(file.path, filter.delivery());
            });
            if (!isTaken || file.text == nullptr)
                continue;
            Candidate candidate = summarise(file, ns);
            if (candidate.keys.empty() && !hasSomethingToSay(file))
                continue;
            moves = moves || statesOtherNamespace(file, ns);
            candidates.push_back(std::move(candidate));
        }
        Environment environment = assemble(path, EnvironmentKind::Directory, candidates, ns);
        if (isEmpty) {
            environment.error = deliveryError("delivery.noFiles", deliveries.front());
        } else if (m_files.find(joinPath(path, "Chart.yaml")) != nullptr) {
            environment.error = deliveryError("delivery.helm", deliveries.front());
        }
        if (moves)
            noteMoves(deliveries);
        noteNestedRoots(deliveries);
        return environment;
    }

    /// Flux builds a kustomization further below by itself; Argo CD does not look for any there.
    bool isInNestedRoot(std::string_view path, const Delivery& delivery) const
    {
        if (delivery.tool != DeliveryTool::Flux)
            return false;
        for (std::string_view at = parentOf(path); at != delivery.path; at = parentOf(at)) {
            if (m_kustomizations.contains(at))
                return true;
        }
        return false;
    }

    void noteNestedRoots(std::vector<Delivery>& deliveries) const
    {
        std::vector<std::string> nested;
        for (const auto& [root, kustomization] : m_kustomizations) {
            if (root != deliveries.front().path && isWithin(root, deliveries.front().path))
                nested.push_back(root);
        }
        for (Delivery& delivery : deliveries) {
            if (!nested.empty() && delivery.tool == DeliveryTool::Flux)
                note(delivery, "delivery.nestedRoots", {joinedNames(nested)});
        }
    }

    const FileSet& m_files;
    const Kustomizations& m_kustomizations;
};

} // namespace

void addDeliveries(const FileSet& files, const RemoteUrls& remotes, const Kustomizations& kustomizations,
                   std::vector<Environment>& environments)
{
    std::map<std::string, std::vector<Delivery>> byPath;
    for (Delivery& delivery : findDeliveries(files, remotes).directories) {
        const std::string path = delivery.path;
        byPath[path].push_back(std::move(delivery));
    }
    const DeliveredEnvironments delivered(files, kustomizations);
    for (auto& [path, deliveries] : byPath)
        delivered.add(std::move(deliveries), environments);
}

} // namespace meshdraft::mesh
