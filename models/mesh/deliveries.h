// SPDX-License-Identifier: Apache-2.0
// Which directories of the repository Argo CD and Flux bring into a cluster.
#pragma once

#include "models/mesh/fileset.h"
#include "models/mesh/glob.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::mesh {

enum class DeliveryTool : std::uint8_t { ArgoCd, Flux };

/// Whether a delivery takes its files from the repository that is open.
enum class RepositoryMatch : std::uint8_t {
    Same, ///< its URL is that of a remote
    Assumed, ///< nothing says otherwise: no remote or no URL is known, or a repository of the same name elsewhere
    Other,
};

/// One directory that an Argo CD Application or a Flux Kustomization deploys.
struct Delivery {
    DeliveryTool tool = DeliveryTool::ArgoCd;
    std::string kind; ///< Application, ApplicationSet, Kustomization
    std::string ns; ///< empty where none is written
    std::string name; ///< of the Application that an ApplicationSet makes
    Location where; ///< of the path
    std::string path; ///< directory in the repository, "." for itself
    std::string targetNamespace; ///< Argo CD: of what states none; Flux: of everything
    std::string revision;
    std::string repository; ///< URL where one is known
    RepositoryMatch match = RepositoryMatch::Assumed;
    bool recurses = false;
    bool isAutomatic = true; ///< Argo CD: it syncs by itself; Flux: it is not suspended
    bool selfHeals = false; ///< Argo CD: a change in the cluster alone is undone as well
    bool prunes = false; ///< Argo CD: what is not in the files any more goes by itself
    std::string include;
    std::string exclude;
    std::vector<std::string> dependsOn; ///< "namespace/name"
    std::vector<Error> notes; ///< what it does beyond the files, and is not followed here: "delivery.changes" {fields},
                              ///< "delivery.substitutes", "delivery.namespaceMoves" {namespace},
                              ///< "delivery.nestedRoots" {directories}, "delivery.onlyPart"

    /// "shop" or "argocd/shop".
    std::string title() const { return ns.empty() ? name : ns + "/" + name; }
};

/// Tells which files of its directory a delivery takes.
class DeliveryFilter {
public:
    explicit DeliveryFilter(const Delivery& delivery);
    const Delivery& delivery() const { return m_delivery; }
    bool takes(std::string_view path) const;

private:
    const Delivery& m_delivery;
    Glob m_include;
    Glob m_exclude;
};

/// A Helm chart of a chart repository that an Application deploys.
struct ChartDelivery {
    std::string chart;
    std::string repository;
    std::string version; ///< as written
    Location where;
};

struct Deliveries {
    std::vector<Delivery> directories; ///< of this repository, by path, then by title
    std::vector<ChartDelivery> charts;
    /// What is no environment: "delivery.otherRepository" {kind, title, URL}, "delivery.outside" {kind, title},
    /// "delivery.otherSource" {title, kind of the source}; of an ApplicationSet that is not expanded the error of
    /// expandApplicationSet with its name in front.
    std::vector<Error> problems;
};

/// The URLs of the repository's remotes; asked for only where something is delivered.
using RemoteUrls = std::function<std::vector<std::string>()>;

/// Reads all Applications, ApplicationSets (list generators, Git directory generators) and Flux Kustomizations. Cost: a
/// search through the text of every file.
Deliveries findDeliveries(const FileSet& files, const RemoteUrls& remotes = {});

/// Whether `url` names the repository with these remotes.
RepositoryMatch matchRepository(std::string_view url, const std::vector<std::string>& remotes);

} // namespace meshdraft::mesh
