// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <QString>

namespace meshdraft::topology {

/// The few words that stand inside the picture, in the user's language.
QString podsText(std::int64_t pods);
QString missingText(const Node& node);
QString missingSubsetText();
/// "80 %", "33.3 %", "mirror 5 %", "TCP"; empty for edges without a label.
QString edgeLabel(const Edge& edge);
/// "4 virtual services · 6 workloads"; empty for a group without either.
QString groupNote(const Group& group, bool onlyVirtualServices);
/// STRICT, PERMISSIVE, DISABLE as Istio spells them; empty for none.
QString modeText(mesh::MtlsMode mode);

/// Repository text that may be painted: control and bidirectional formatting characters become visible escapes.
QString paintable(const std::string& text);

} // namespace meshdraft::topology
