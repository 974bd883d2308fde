// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/typing.h"

#include "models/workspace/textblocks.h"

#include <algorithm>
#include <ranges>

namespace meshdraft::workspace {

namespace {

constexpr qint64 unnoticed = 8; ///< milliseconds of work that a keystroke can carry
constexpr qint64 longestWait = 400;

} // namespace

std::string Typing::Run::after() const
{
    return source::applySplices(*before, splices).value_or(*before);
}

Typing::Typing(QObject* parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &Typing::due);
}

Expected<void> Typing::add(const std::string& path, const std::shared_ptr<const std::string>& base,
                           const source::Splice& splice, const QString& text, int mergeId)
{
    const auto newest = textOf(path);
    if (auto fits = source::applySplices(newest ? *newest : *base, {&splice, 1}); !fits)
        return std::unexpected(fits.error());
    const bool isOpen = !m_runs.empty() && !(m_isBusy && m_runs.size() == 1);
    if (isOpen && mergeId > 0 && m_runs.back().path == path && m_runs.back().mergeId == mergeId) {
        auto& run = m_runs.back();
        run.splices = composeSplices(*run.before, run.splices, {&splice, 1});
    } else {
        m_runs.push_back({.path = path,
                          .before = newest ? std::make_shared<const std::string>(*newest) : base,
                          .splices = {splice},
                          .text = text,
                          .mergeId = mergeId});
    }
    schedule();
    return {};
}

std::optional<std::string> Typing::textOf(const std::string& path) const
{
    for (const Run& run : std::views::reverse(m_runs)) {
        if (run.path == path)
            return run.after();
    }
    return std::nullopt;
}

void Typing::dropFront()
{
    m_runs.pop_front();
}

std::deque<Typing::Run> Typing::take()
{
    m_timer.stop();
    m_isBusy = false;
    return std::exchange(m_runs, {});
}

void Typing::setCost(qint64 milliseconds)
{
    m_timer.setInterval(milliseconds <= unnoticed ? 0 : static_cast<int>(std::min(milliseconds * 3, longestWait)));
}

void Typing::schedule()
{
    if (!m_timer.isActive() && !m_isBusy && !m_runs.empty())
        m_timer.start();
}

} // namespace meshdraft::workspace
