// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QCoreApplication>
#include <QString>

namespace meshdraft::views {

/// One line of what a resource says; with a target it is a link that selects it.
struct Fact {
    QString label;
    QString text;
    mesh::ElementRef target;
    QString note = {}; ///< why, in a line below
    friend bool operator==(const Fact&, const Fact&) = default;
};
using Facts = std::vector<Fact>;

/// What the inspector says about resources and routes, in words, from the models.
class FactSheet {
    Q_DECLARE_TR_FUNCTIONS(FactSheet)
public:
    static Facts matches(const mesh::Route& route);
    static QString matchSummary(const mesh::Route& route);
    static Facts timing(const mesh::Route& route);
    static QString timingSummary(const mesh::Route& route);
    static Facts features(const mesh::Route& route);
    static QString featureSummary(const mesh::Route& route);
    static Facts mirrors(const mesh::Route& route);

    /// Hosts, ports, subsets, servers, selectors: whatever the kind has.
    static Facts body(const mesh::MeshGraph& graph, mesh::ResourceIndex resource);
    /// What the resource refers to and what refers to it.
    static Facts uses(const mesh::MeshGraph& graph, mesh::ResourceIndex resource);
    static QString usesSummary(const Facts& facts);

    /// "4 pods", "2 workloads": what is behind a destination, as far as the files say.
    static QString podsBehind(const mesh::MeshGraph& graph, const mesh::Resource& table,
                              const mesh::Destination& destination);
    static QString podsOf(const mesh::MeshGraph& graph, const std::vector<mesh::ResourceIndex>& workloads);
    /// "reviews", "http[1]": what people call a route.
    static QString routeName(const mesh::Route& route);
    static QString kindAndNamespace(const mesh::ResourceKey& key);
};

} // namespace meshdraft::views
