// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/canaryplan.h"
#include "models/mesh/meshgraph.h"

#include <QJsonObject>
#include <QString>

namespace meshdraft::workspace {

/// Canary plans of one user: a JSON file for each repository in a directory of their own, readable by nobody else. They
/// are plans, not configuration: nothing of them goes into the repository. GUI thread.
class PlanStore {
public:
    /// Without a directory nothing outlives the store.
    explicit PlanStore(QString directory = {});

    /// The plans of this work tree from now on.
    void open(const QString& workTree);
    /// "VirtualService/shop/reviews default": what a plan is kept under.
    static QString keyOf(const mesh::Resource& resource, const mesh::Route& route);

    /// The plan for a route; an empty one where there is none.
    changes::CanaryPlan plan(const QString& key) const;
    /// Takes a plan, or with an empty one forgets it; save() writes it down.
    void put(const QString& key, const changes::CanaryPlan& plan);
    /// False when it could not be written.
    bool save();
    /// Both.
    bool keep(const QString& key, const changes::CanaryPlan& plan);

private:
    QString m_directory;
    QString m_file; ///< of the open repository; empty: nowhere
    QJsonObject m_plans;
};

/// Where plans are kept on this system.
QString defaultPlanDirectory();

} // namespace meshdraft::workspace
