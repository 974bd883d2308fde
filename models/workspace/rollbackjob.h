// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/jobrunner.h"
#include "models/workspace/rollbackoffers.h"

namespace meshdraft::workspace {

/// What is to be taken back, as people write it.
struct RollbackQuestion {
    QString what; ///< a commit or "A..B"; where isGood: the commit to go back to
    bool isGood = false;
    RollbackScope scope;
    changes::MergeChoice choice = {};
};

/// Plans rollbacks in the background: first the files, then what they do to the mesh, then the ways to mend what the
/// change broke. The newest question counts; nothing but objects is written. GUI thread.
class RollbackJob : public QObject {
    Q_OBJECT
public:
    enum class Phase { Idle, Planning, Judging, Mending };
    explicit RollbackJob(QObject* parent = nullptr);
    ~RollbackJob() override;

    /// An empty environment is the default one.
    void ask(const git::Repository& repository, const RollbackQuestion& question, const std::string& environment,
             const std::shared_ptr<ParseCache>& cache);
    void cancel();
    Phase phase() const;

Q_SIGNALS:
    void planned(const meshdraft::workspace::RollbackPlan& plan);
    /// `guards`: what will fight a change by hand.
    void judged(const meshdraft::workspace::Review& review,
                const std::vector<meshdraft::workspace::DeliveryGuard>& guards);
    /// Looked for once for the same change, however much of it is taken back.
    void offered(const meshdraft::workspace::MendOffers& offers);
    /// There is no plan: errors of rollbackOf, rollbackTo and planRollback.
    void failed(const meshdraft::Error& error);
    /// The plan stands, what it does is not known: errors of judgeRollback.
    void judgeFailed(const meshdraft::Error& error);
    void offersFailed(const meshdraft::Error& error);
    void phaseChanged();

private:
    struct Judged {
        Review review;
        std::vector<DeliveryGuard> guards;
    };
    void judge(const RollbackPlan& plan);
    /// `known`: a comparison with HEAD as its base, or null.
    void offer(const RollbackRequest& request, const SnapshotPtr& known);

    std::optional<git::Repository> m_repository;
    std::string m_environment;
    std::shared_ptr<ParseCache> m_cache;
    Phase m_phase = Phase::Idle; ///< of planning and judging
    QStringList m_offeredFor; ///< the ends of the change whose mends are known or looked for
    std::optional<MendOffers> m_offers;
    JobRunner m_planning;
    JobRunner m_mending;
};

} // namespace meshdraft::workspace
