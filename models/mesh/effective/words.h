// SPDX-License-Identifier: Apache-2.0
// Words for effective values and the reasons behind them, for people.
#pragma once

#include "models/mesh/effective/clienttls.h"
#include "models/mesh/effective/dataplane.h"
#include "models/mesh/effective/destinationrules.h"
#include "models/mesh/effective/references.h"
#include "models/mesh/effective/servermtls.h"
#include "models/mesh/effective/sidecarscope.h"
#include "models/mesh/effective/visibility.h"

#include <QString>

namespace meshdraft::mesh::effective {

// Modes as Istio spells them; reasons are phrases that can follow a colon: "no PeerAuthentication says it".

QString peerModeText(PeerMode mode);
QString peerReasonText(PeerReason reason);
/// A sentence; empty for None.
QString peerNoteText(PeerNote note);

QString clientTlsText(ClientTls tls);
QString clientTlsReasonText(ClientTlsReason reason);

/// "sidecar", "sidecar of revision 1-27", "gateway proxy", "ambient", "no proxy".
QString dataPlaneText(const DataPlaneAnswer& answer);
QString dataPlaneReasonText(DataPlaneReason reason);

QString sidecarReasonText(SidecarReason reason);
QString ruleScopeText(RuleScope scope);
/// "everywhere", "shop only", "shop, jobs", "nowhere"; `own` is the resource's namespace.
QString exportText(const Export& exported, const std::string& own);
QString exportSourceText(ExportSource source);

/// "routes to", "secures" ...: what a resource does with the target.
QString referenceKindText(ReferenceKind kind);
QString referenceReasonText(ReferenceReason reason);

} // namespace meshdraft::mesh::effective
