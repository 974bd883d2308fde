// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/rollbackjob.h"

namespace meshdraft::workspace {

RollbackJob::RollbackJob(QObject* parent)
    : QObject(parent)
{
}

RollbackJob::~RollbackJob() = default;

RollbackJob::Phase RollbackJob::phase() const
{
    return m_phase == Phase::Idle && m_mending.isRunning() ? Phase::Mending : m_phase;
}

void RollbackJob::cancel()
{
    m_planning.cancel();
    if (m_mending.isRunning())
        m_offeredFor.clear();
    m_mending.cancel();
    m_phase = Phase::Idle;
    Q_EMIT phaseChanged();
}

void RollbackJob::ask(const git::Repository& repository, const RollbackQuestion& question,
                      const std::string& environment, const std::shared_ptr<ParseCache>& cache)
{
    m_repository = repository;
    m_environment = environment;
    m_cache = cache;
    if (m_mending.isRunning()) { // for another question, whose mends are none of this one's
        m_mending.cancel();
        m_offeredFor.clear();
    }
    m_phase = Phase::Planning;
    m_planning.run<Expected<RollbackPlan>>(
        [repository, question, cache](const std::stop_token& stop) {
            const auto request = question.isGood ? rollbackTo(repository, question.what, question.scope)
                                                 : rollbackOf(repository, question.what, question.scope);
            return request.and_then([&](const RollbackRequest& asked) {
                return planRollback(repository, asked, *cache, question.choice, stop);
            });
        },
        [this](const Expected<RollbackPlan>& plan) {
            if (!plan) {
                m_phase = Phase::Idle;
                Q_EMIT failed(plan.error());
                Q_EMIT phaseChanged();
                return;
            }
            Q_EMIT planned(*plan);
            judge(*plan);
        });
    Q_EMIT phaseChanged();
}

void RollbackJob::judge(const RollbackPlan& plan)
{
    m_phase = Phase::Judging;
    m_planning.run<Expected<Judged>>(
        [repository = *m_repository, plan, environment = m_environment,
         cache = m_cache](const std::stop_token& stop) -> Expected<Judged> {
            auto judgement = judgeRollback(repository, plan, environment, cache, stop);
            if (!judgement)
                return std::unexpected(judgement.error());
            std::vector<std::string> paths;
            for (const auto& file : plan.files)
                paths.push_back(file.path);
            auto guards = guardsOf(*judgement->before, paths);
            return Judged{std::move(*judgement), std::move(guards)};
        },
        [this, request = plan.request](const Expected<Judged>& made) {
            m_phase = Phase::Idle;
            if (made)
                Q_EMIT judged(made->judgement, made->guards);
            else
                Q_EMIT judgeFailed(made.error());
            offer(request);
            Q_EMIT phaseChanged();
        });
    Q_EMIT phaseChanged();
}

void RollbackJob::offer(const RollbackRequest& request)
{
    const QStringList ends{request.before, request.after};
    if (ends == m_offeredFor) {
        if (m_offers)
            Q_EMIT offered(*m_offers);
        return;
    }
    m_offeredFor = ends;
    m_offers.reset();
    m_mending.run<Expected<MendOffers>>(
        [repository = *m_repository, request, environment = m_environment, cache = m_cache](
            const std::stop_token& stop) { return offerMends(repository, request, environment, cache, stop); },
        [this](const Expected<MendOffers>& offers) {
            if (offers) {
                m_offers = *offers;
                Q_EMIT offered(*offers);
            } else {
                Q_EMIT offersFailed(offers.error());
            }
            Q_EMIT phaseChanged();
        });
}

} // namespace meshdraft::workspace
