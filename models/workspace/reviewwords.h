// SPDX-License-Identifier: Apache-2.0
// What the judging of a review says to people. The sentences of single ids come from words.h.
#pragma once

#include "models/changes/approval.h"
#include "models/changes/changewindow.h"
#include "models/changes/declaredtier.h"
#include "models/changes/meshchange.h"
#include "models/changes/waves.h"
#include "models/changes/xdspush.h"
#include "models/traffic/requestcompare.h"

#include <QString>

namespace meshdraft::workspace {

/// "CDS, EDS and RDS to about 12 of 40 proxies (10 workloads, 2 gateways)." and what is not known of them.
QString impactText(const changes::ProxyImpact& impact);
/// "RDS: VirtualService shop/reviews: the routes of its hosts change (spec.http[0].timeout). 3 workloads, 1 gateway."
QString touchText(const changes::XdsTouch& touch);
QString hazardText(const changes::PushHazard& hazard);
/// "Wave 0", "Wave 0, going away".
QString stepTitle(const changes::LandingStep& step);
QString waveText(const changes::WaveEntry& entry);
/// "Wave 1: VirtualService shop/reviews", with the reasons of those that do not stand at the usual place of their kind.
QString stepText(const changes::LandingStep& step);
QString orderNoteText(const changes::OrderNote& note);
/// "@org/security or @ann, because ..."; with the number where more than one of them has to.
QString approvalText(const changes::Approval& approval);
/// "2 reviewers; evidence: test; tell the on-call person; a plan to roll back."
QString processText(const changes::TierProcess& process);
/// The answer, why, and until when.
QString permissionText(const changes::Permission& permission);
/// An object id in short; anything else as it is.
QString shortRevision(const QString& revision);
/// How many requests are still refused, in another way; empty where none is.
QString stillRefusedText(const traffic::RequestComparison& requests);
/// "Low", "Medium", "High", "None": where the bars of the tier stand beside it.
QString tierWord(changes::Tier tier);
/// A reason, and in brackets the rule that gave it.
QString reasonWithRule(const changes::Reason& reason);
/// Empty when the author declared nothing.
QString declaredText(const changes::DeclaredTier& declared, changes::Tier computed);

} // namespace meshdraft::workspace
