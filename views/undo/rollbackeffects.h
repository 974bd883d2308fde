// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/rollbackoffers.h"

#include <QScrollArea>

namespace meshdraft::views {

class CollapsibleSection;
class MendList;
class RollbackConflicts;
class TextLines;
class Theme;

/// What a rollback takes back and does: places to decide, risk, findings, requests, order, ways to mend, and what will
/// fight a change by hand. A section each, open where it says something.
class RollbackEffects : public QScrollArea {
    Q_OBJECT
public:
    explicit RollbackEffects(const Theme& theme, QWidget* parent = nullptr);

    RollbackConflicts* conflicts() const { return m_conflicts; }
    MendList* mends() const { return m_mends; }

    void clear();
    void setPlan(const workspace::RollbackPlan& plan);
    void setJudgement(const workspace::Review& review);
    void setJudgeError(const Error& error);
    void setGuards(const std::vector<workspace::DeliveryGuard>& guards);
    void setMendState(const QString& summary);
    void setOffers(const workspace::MendOffers& offers);

private:
    struct Part {
        CollapsibleSection* section = nullptr;
        TextLines* lines = nullptr;
    };
    CollapsibleSection* addSection(const QString& title, const QString& name, QWidget* content);
    Part addPart(const QString& title, const QString& name);
    void showRisk(const workspace::Review& review);
    void showFindings(const workspace::FindingDelta& findings);
    void showRequests(const traffic::RequestComparison& requests);

    const Theme& m_theme;
    RollbackConflicts* m_conflicts;
    MendList* m_mends;
    CollapsibleSection* m_conflictSection;
    Part m_risk;
    Part m_findings;
    Part m_requests;
    Part m_order;
    CollapsibleSection* m_mendSection;
    Part m_guards;
    Part m_commits;
};

} // namespace meshdraft::views
