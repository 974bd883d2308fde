// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/meshfindings.h"

#include "models/checks/suppression/suppression.h"
#include "models/workspace/codeownersof.h"
#include "models/workspace/effectivefacts.h"
#include "models/workspace/flowfindings.h"

namespace meshdraft::workspace {

namespace {

constexpr int followAfter = 300; ///< ms: not at each key

/// The findings of the checks, and those of the flows that nothing keeps back.
checks::Findings joined(const checks::Findings& findings, const checks::Findings& ofFlows,
                        const checks::Suppressions& suppressions, const mesh::MeshGraph& graph)
{
    checks::Findings all = findings;
    for (const checks::Finding& finding : checks::sortFindings(ofFlows, suppressions, graph).shown) {
        all.push_back(finding);
    }
    return all;
}

} // namespace

MeshFindings::MeshFindings(QObject* parent)
    : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(followAfter);
    connect(&m_delay, &QTimer::timeout, this, &MeshFindings::follow);
}

MeshFindings::~MeshFindings() = default;

void MeshFindings::setSnapshot(const SnapshotPtr& snapshot)
{
    const bool isOther = !m_snapshot || !snapshot || m_snapshot->graph != snapshot->graph
        || m_snapshot->savedGraph != snapshot->savedGraph;
    m_snapshot = snapshot;
    if (!snapshot) {
        m_known = {};
    } else if (snapshot->savedGraph == snapshot->graph) {
        m_known.saved = m_known.current; // what was pending is saved now: nothing of it is new
    }
    if (isOther) {
        m_job.cancel();
        m_delay.stop();
        if (snapshot && snapshot->effective)
            m_delay.start();
    }
    gather();
}

void MeshFindings::follow()
{
    const SnapshotPtr snapshot = m_snapshot;
    m_job.run<Both>(
        [snapshot, known = m_known](const std::stop_token& stop) {
            const auto found = [&](const mesh::MeshGraphPtr& graph, const LazyEffective& effective) {
                for (const Known& one : {known.saved, known.current}) {
                    if (one.graph == graph)
                        return one;
                }
                return Known{graph, flowFindings(effective.evaluator(), stop)};
            };
            Both both;
            both.current = found(snapshot->graph, *snapshot->effective);
            both.saved = snapshot->savedGraph == snapshot->graph || !snapshot->savedEffective
                ? both.current
                : found(snapshot->savedGraph, *snapshot->savedEffective);
            both.head = snapshot->head.commit;
            both.owners = both.head == known.head && !known.head.isEmpty()
                ? known.owners
                : codeOwnersOf(*snapshot, QStringLiteral("HEAD"));
            return both;
        },
        [this](Both both) {
            const bool isNews = both.saved.findings != m_known.saved.findings
                || both.current.findings != m_known.current.findings || both.head != m_known.head;
            m_known = std::move(both);
            if (isNews)
                gather();
        });
}

void MeshFindings::gather()
{
    if (m_snapshot && m_snapshot->suppressions && m_snapshot->graph) {
        const auto& suppressions = *m_snapshot->suppressions;
        m_saved = joined(m_snapshot->savedFindings, m_known.saved.findings, suppressions, *m_snapshot->savedGraph);
        m_current = joined(m_snapshot->findings, m_known.current.findings, suppressions, *m_snapshot->graph);
    } else {
        m_saved = {};
        m_current = {};
    }
    Q_EMIT changed();
}

} // namespace meshdraft::workspace
