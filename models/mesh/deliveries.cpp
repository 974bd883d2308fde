// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/deliveries.h"

#include "models/mesh/applicationset.h"
#include "models/mesh/identity.h"
#include "models/mesh/paths.h"
#include "models/mesh/readers.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

constexpr std::string_view argoGroup = "argoproj.io";
constexpr std::string_view fluxGroup = "kustomize.toolkit.fluxcd.io";
constexpr std::string_view fluxSources = "source.toolkit.fluxcd.io";

/// host/path of "https://user@host/path.git", "git@host:path" and the like, in small letters.
std::string plainUrl(std::string_view url)
{
    std::string text(url);
    std::ranges::transform(text, text.begin(),
                           [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    const auto scheme = text.find("://");
    if (scheme != std::string::npos)
        text.erase(0, scheme + 3);
    const auto slash = text.find('/');
    if (const auto at = text.find('@'); at != std::string::npos && at < slash)
        text.erase(0, at + 1);
    if (const auto colon = text.find(':'); colon != std::string::npos && colon < text.find('/')) {
        if (scheme == std::string::npos) {
            text[colon] = '/'; // host:path
        } else {
            text.erase(colon, text.find('/') - colon); // host:port/path
        }
    }
    while (text.ends_with('/'))
        text.pop_back();
    if (text.ends_with(".git"))
        text.resize(text.size() - 4);
    return text;
}

/// A URL without a name and password in it.
std::string withoutCredentials(std::string url)
{
    const auto scheme = url.find("://");
    if (scheme == std::string::npos)
        return url;
    const auto at = url.find('@', scheme + 3);
    if (at != std::string::npos && at < url.find('/', scheme + 3) && url.find(':', scheme + 3) < at)
        url.erase(scheme + 3, at + 1 - (scheme + 3));
    return url;
}

bool isPlaceholder(std::string_view url)
{
    return url.empty() || url.contains('{') || url.contains('<') || url.contains('$');
}

/// Every directory that holds a file, or a directory with one.
std::vector<std::string> directoriesOf(const FileSet& files)
{
    std::set<std::string, std::less<>> found;
    for (const SourceFile& file : files.files) {
        for (std::string_view at = parentOf(file.path); at != "." && found.emplace(at).second; at = parentOf(at)) { }
    }
    return {found.begin(), found.end()};
}

/// Collects deliveries out of the files that hold some.
class DeliveryFinder {
public:
    DeliveryFinder(const FileSet& files, const RemoteUrls& remotes)
        : m_files(files)
    {
        std::vector<Place> places;
        for (const SourceFile& file : files.files) {
            if (file.text == nullptr || !mentionsDelivery(*file.text))
                continue;
            for (Identity& identity : identitiesIn(*file.text, {}))
                places.push_back({&file, std::move(identity)});
        }
        if (places.empty())
            return;
        if (remotes)
            m_remotes = remotes();
        for (const Place& place : places) {
            if (place.identity.group == fluxSources)
                m_sources.insert_or_assign(place.identity.ns + "/" + place.identity.name, urlOf(place));
        }
        for (const Place& place : places)
            read(place);
        std::ranges::sort(m_found.directories, {}, [](const Delivery& delivery) {
            return std::tuple(delivery.path, delivery.title(), delivery.where.path, delivery.where.line);
        });
    }

    Deliveries take() { return std::move(m_found); }

private:
    struct Place {
        const SourceFile* file = nullptr;
        Identity identity;
    };

    /// Looks at the heads of the documents only: most files hold nothing of the kind.
    static bool mentionsDelivery(const source::ParsedText& text)
    {
        return std::ranges::any_of(text.documents, [&](const auto& document) {
            return document != nullptr && mentionsDelivery(document->root().resolved(), text);
        });
    }

    /// Most often the first two entries decide: apiVersion, and a kind that is no list.
    static bool mentionsDelivery(NodeRef root, const source::ParsedText& text)
    {
        const auto isTool = [](std::string_view part) {
            return part.contains(argoGroup) || part.contains("toolkit.fluxcd.io");
        };
        if (!root.isMapping())
            return false;
        const source::Document& document = *root.document();
        bool isOther = false;
        for (source::NodeId id = root.node().firstChild; id != source::noNode;) {
            const std::string_view key = NodeRef(&document, id).value();
            const NodeRef value(&document, document.nodes[id].nextSibling);
            if (!value.isValid())
                return false;
            if (key == "apiVersion") {
                if (isTool(value.value()))
                    return true;
                isOther = true;
            } else if (key == "kind" && value.value().ends_with("List")) {
                return isTool(*text.text);
            } else if (key == "kind" && isOther) {
                return false;
            }
            id = value.node().nextSibling;
        }
        return false;
    }

    static std::string urlOf(const Place& place)
    {
        const YamlReader yaml(*place.identity.root.document());
        return yaml.string(yaml.get(place.identity.root, "spec"), "url").value;
    }

    Location locate(const Place& place, source::NodeId node) const
    {
        const NodeRef found(place.identity.root.document(), node);
        Location where =
            place.file->text->locate(found.isValid() ? found.range().begin : place.identity.root.range().begin);
        where.path = place.file->path;
        return where;
    }

    void read(const Place& place)
    {
        const Identity& identity = place.identity;
        YamlReader yaml(*identity.root.document());
        if (identity.group == argoGroup && identity.kind == "Application") {
            addApplication(place, identity.kind, identity.name, readArgoApplication(yaml, identity.root));
        } else if (identity.group == argoGroup && identity.kind == "ApplicationSet") {
            addSet(place, yaml);
        } else if (identity.group == fluxGroup && identity.kind == "Kustomization") {
            addFlux(place, readFluxKustomization(yaml, identity.root, identity.ns));
        }
    }

    Delivery deliveryOf(const Place& place, const std::string& kind, const std::string& name,
                        const DeliverySource& source) const
    {
        Delivery delivery;
        delivery.kind = kind;
        delivery.ns = place.identity.namespaceIsWritten ? place.identity.ns : std::string();
        delivery.name = name;
        delivery.where = locate(place, source.path.node);
        delivery.path = joinPath(".", source.path.value);
        delivery.revision = source.revision;
        if (!source.changes.empty()) {
            std::string fields;
            for (const std::string& field : source.changes)
                fields.append(fields.empty() ? "" : ", ").append(field);
            delivery.notes.push_back({.code = "delivery.changes", .args = {fields}, .where = delivery.where});
        }
        return delivery;
    }

    void addProblem(const char* code, std::vector<std::string> args, Location where)
    {
        m_found.problems.push_back({.code = code, .args = std::move(args), .where = std::move(where)});
    }

    /// Keeps it if its files are those of this repository.
    void add(Delivery delivery)
    {
        delivery.match = matchRepository(delivery.repository, m_remotes);
        if (delivery.match == RepositoryMatch::Other) {
            addProblem("delivery.otherRepository", {delivery.kind, delivery.title(), delivery.repository},
                       delivery.where);
            return;
        }
        if (delivery.path.empty()) {
            addProblem("delivery.outside", {delivery.kind, delivery.title()}, delivery.where);
            return;
        }
        m_found.directories.push_back(std::move(delivery));
    }

    void addApplication(const Place& place, const std::string& kind, const std::string& name,
                        const ArgoApplication& application)
    {
        for (const DeliverySource& source : application.sources) {
            if (!source.helmChart.empty()) {
                m_found.charts.push_back(
                    {source.helmChart, source.repository, source.revision, locate(place, source.node)});
                continue;
            }
            if (!source.path.isPresent())
                continue; // a source of values for another one
            Delivery delivery = deliveryOf(place, kind, name, source);
            delivery.repository = withoutCredentials(source.repository);
            delivery.targetNamespace = application.destinationNamespace;
            delivery.isAutomatic = application.isAutomated;
            delivery.selfHeals = application.selfHeals;
            delivery.prunes = application.prunes;
            delivery.recurses = source.recurses;
            delivery.include = source.include;
            delivery.exclude = source.exclude;
            add(std::move(delivery));
        }
    }

    void addSet(const Place& place, YamlReader& yaml)
    {
        if (!m_directories)
            m_directories = directoriesOf(m_files);
        const ApplicationSetContext context{.directories = *m_directories,
                                            .isThisRepository = [this](std::string_view url) {
                                                return matchRepository(url, m_remotes) != RepositoryMatch::Other;
                                            }};
        const auto made = expandApplicationSet(yaml, place.identity.root, context);
        if (!made) {
            m_found.problems.push_back({.code = made.error().code,
                                        .args = {place.identity.name, made.error().args.front()},
                                        .where = locate(place, source::noNode)});
            return;
        }
        for (const ExpandedApplication& one : *made)
            addApplication(place, place.identity.kind, one.name, one.application);
    }

    void addFlux(const Place& place, const FluxKustomization& kustomization)
    {
        const DeliverySource& source = kustomization.source;
        Delivery delivery = deliveryOf(place, place.identity.kind, place.identity.name, source);
        delivery.tool = DeliveryTool::Flux;
        delivery.recurses = true;
        delivery.isAutomatic = !kustomization.isSuspended;
        delivery.targetNamespace = kustomization.targetNamespace;
        for (const Field<std::string>& other : kustomization.dependsOn)
            delivery.dependsOn.push_back(other.value.starts_with('/') ? other.value.substr(1) : other.value);
        if (kustomization.substitutes)
            delivery.notes.push_back({.code = "delivery.substitutes", .args = {}, .where = delivery.where});
        if (source.sourceKind != "GitRepository" && !source.sourceKind.empty()) {
            addProblem("delivery.otherSource", {delivery.title(), source.sourceKind}, delivery.where);
            return;
        }
        const auto known = m_sources.find(source.sourceNamespace + "/" + source.repository);
        if (known != m_sources.end())
            delivery.repository = withoutCredentials(known->second);
        add(std::move(delivery));
    }

    const FileSet& m_files;
    std::vector<std::string> m_remotes;
    std::map<std::string, std::string, std::less<>> m_sources; ///< URLs of Flux sources by "namespace/name"
    std::optional<std::vector<std::string>> m_directories;
    Deliveries m_found;
};

} // namespace

DeliveryFilter::DeliveryFilter(const Delivery& delivery)
    : m_delivery(delivery)
    , m_include(delivery.include.empty() ? "*" : delivery.include, Glob::Style::Whole)
    , m_exclude(delivery.exclude, Glob::Style::Whole)
{
}

bool DeliveryFilter::takes(std::string_view path) const
{
    if (!isWithin(path, m_delivery.path) || path == m_delivery.path)
        return false;
    if (m_delivery.tool == DeliveryTool::Flux)
        return true;
    const std::string_view relative = m_delivery.path == "." ? path : path.substr(m_delivery.path.size() + 1);
    if (!m_delivery.recurses && relative.contains('/'))
        return false;
    return m_include.matches(relative) && !m_exclude.matches(relative);
}

RepositoryMatch matchRepository(std::string_view url, const std::vector<std::string>& remotes)
{
    if (isPlaceholder(url) || remotes.empty())
        return RepositoryMatch::Assumed;
    const std::string wanted = plainUrl(url);
    RepositoryMatch match = RepositoryMatch::Other;
    for (const std::string& remote : remotes) {
        const std::string known = plainUrl(remote);
        if (known == wanted)
            return RepositoryMatch::Same;
        // a fork or a mirror
        if (fileName(known) == fileName(wanted))
            match = RepositoryMatch::Assumed;
    }
    return match;
}

Deliveries findDeliveries(const FileSet& files, const RemoteUrls& remotes)
{
    return DeliveryFinder(files, remotes).take();
}

} // namespace meshdraft::mesh
