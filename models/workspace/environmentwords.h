// SPDX-License-Identifier: Apache-2.0
// Words about environments: who delivers them, for which version of Istio they are written.
#pragma once

#include "models/mesh/targetversion.h"

#include <QString>
#include <QStringList>

namespace meshdraft::workspace {

/// "delivered by Argo CD Application argocd/shop".
QString deliveryText(const mesh::Delivery& delivery);
/// Sentences with all else that is known of it: namespace, revision, what is assumed, what is not followed.
QStringList deliveryDetails(const mesh::Delivery& delivery);

/// "Istio 1.27 (assumed)", "Istio 1.26 and 1.27".
QString versionText(const mesh::TargetVersion& version);
/// "sidecar", "ambient", "sidecar and ambient", "no mesh", with "(assumed)" where it is.
QString dataPlaneText(const mesh::TargetDataPlane& dataPlane);
/// Both in a line: "Istio 1.27 (assumed) · sidecar".
QString targetText(const mesh::Target& target);
/// Where both come from: a sentence for each version and each mode; nothing for what is assumed.
QStringList targetSources(const mesh::Target& target);
/// All that is known of both, a sentence for each place; long lists are cut.
QStringList targetDetails(const mesh::Target& target);

} // namespace meshdraft::workspace
