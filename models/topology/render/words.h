// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/graphscene.h"

#include <QString>

namespace meshdraft::topology {

/// The few words that stand inside the picture, in the user's language.
QString podsText(std::int64_t pods);
QString missingText(const Node& node);
QString missingSubsetText();
/// "80 %", "33.3 %", "mirror 5 %", "TCP"; empty for edges without a label.
QString edgeLabel(const Edge& edge);
/// The label by choice: weights, "HTTP 9080", "mTLS", the host; `fact` may be null.
QString edgeLabel(const Edge& edge, const Topology& topology, EdgeLabels labels, const EdgeFact* fact);
/// "90 %", "≤ 100 %" where pods share it in a way that files do not say; empty without flow.
QString flowLabel(const EdgeFlow* flow);
/// "mTLS", "plaintext", "refused" ...
QString securityText(EdgeSecurity security);
/// Two or three sentences: what the client sends and why, what the server takes and why.
QString securityReason(const EdgeFact& fact);
/// "imports 12 of 214 hosts".
QString importText(const ImportFact& fact);
/// "declared by an AuthorizationPolicy" ...
QString callText(CallSource source);
/// "6 services, 4 workloads" of a closed group.
QString tallyText(const Tally& tally);
/// "17 ServiceEntries".
QString entriesText(std::uint32_t entries);
/// "every workload of shop", "every workload of the mesh", "3 workloads".
QString scopeText(const PolicyFact& policy);

/// "4 virtual services · 6 workloads"; empty for a group without either.
QString groupNote(const Group& group, bool onlyVirtualServices);
/// STRICT, PERMISSIVE, DISABLE as Istio spells them; empty for none.
QString modeText(mesh::MtlsMode mode);

/// Repository text that may be painted: control and bidirectional formatting characters become visible escapes.
QString paintable(const std::string& text);

} // namespace meshdraft::topology
