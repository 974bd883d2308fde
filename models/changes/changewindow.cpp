// SPDX-License-Identifier: Apache-2.0
#include "models/changes/changewindow.h"

#include <algorithm>

namespace meshdraft::changes {

namespace {

constexpr int lookAhead = 400; ///< days: over a year, with its freezes

struct Span {
    QDateTime from;
    QDateTime to;

    bool contains(const QDateTime& moment) const { return from <= moment && moment < to; }
};

/// What a window is on the day it begins; nothing on other days.
std::optional<Span> spanOn(const TimeWindow& window, QDate day)
{
    if (!window.days.contains(day.dayOfWeek()))
        return std::nullopt;
    return Span{.from = QDateTime(day, window.from, window.zone),
                .to = QDateTime(window.to > window.from ? day : day.addDays(1), window.to, window.zone)};
}

class Calendar {
public:
    Calendar(const Process& process, Tier tier)
        : m_process(process)
        , m_tier(tier)
        , m_names(process.of(tier).windows)
    {
    }

    const Freeze* freezeAt(const QDateTime& moment) const
    {
        const auto found = std::ranges::find_if(m_process.freezes, [&](const Freeze& each) {
            return isOurs(each) && each.from <= moment && moment < each.to;
        });
        return found != m_process.freezes.end() ? &*found : nullptr;
    }

    /// The name of a window that is open; nothing when all are closed.
    std::optional<std::string> windowAt(const QDateTime& moment) const
    {
        for (const std::string& name : m_names) {
            for (const TimeWindow& window : windows(name)) {
                const QDate day = moment.toTimeZone(window.zone).date();
                for (const QDate begin : {day, day.addDays(-1)}) {
                    const auto span = spanOn(window, begin);
                    if (span && span->contains(moment))
                        return name;
                }
            }
        }
        return std::nullopt;
    }

    bool isOpen(const QDateTime& moment) const
    {
        return freezeAt(moment) == nullptr && (m_names.empty() || windowAt(moment));
    }

    /// The first moment from `now` at which `isOpen` is something else than now.
    std::optional<QDateTime> nextTurn(const QDateTime& now) const
    {
        const bool isOpenNow = isOpen(now);
        std::vector<QDateTime> moments;
        for (const Freeze& freeze : m_process.freezes) {
            if (isOurs(freeze))
                moments.insert(moments.end(), {freeze.from, freeze.to});
        }
        for (const std::string& name : m_names) {
            for (const TimeWindow& window : windows(name)) {
                const QDate today = now.toTimeZone(window.zone).date();
                for (int i = -1; i <= lookAhead; ++i) {
                    if (const auto span = spanOn(window, today.addDays(i)))
                        moments.insert(moments.end(), {span->from, span->to});
                }
            }
        }
        std::erase_if(moments, [&](const QDateTime& each) { return each <= now; });
        std::ranges::sort(moments);
        const auto found =
            std::ranges::find_if(moments, [&](const QDateTime& each) { return isOpen(each) != isOpenNow; });
        return found != moments.end() ? std::optional(*found) : std::nullopt;
    }

    std::string names() const
    {
        std::string all;
        for (const std::string& name : m_names)
            all += (all.empty() ? "" : ", ") + name;
        return all;
    }

private:
    bool isOurs(const Freeze& freeze) const { return freeze.tiers.empty() || freeze.tiers.contains(m_tier); }

    const std::vector<TimeWindow>& windows(const std::string& name) const
    {
        static const std::vector<TimeWindow> none;
        const auto found = m_process.windows.find(name);
        return found != m_process.windows.end() ? found->second : none;
    }

    const Process& m_process;
    Tier m_tier;
    const std::vector<std::string>& m_names;
};

} // namespace

Permission allowedNow(const Process& process, Tier tier, const QDateTime& now)
{
    const Calendar calendar(process, tier);
    Permission permission{
        .isAllowed = calendar.isOpen(now), .until = calendar.nextTurn(now), .message = {}, .args = {}};
    if (const Freeze* freeze = calendar.freezeAt(now)) {
        permission.message = "window.freeze";
        permission.args = {freeze->name};
    } else if (process.of(tier).windows.empty()) {
        permission.message = "window.always";
    } else if (const auto name = calendar.windowAt(now)) {
        permission.message = "window.open";
        permission.args = {*name};
    } else {
        permission.message = "window.closed";
        permission.args = {calendar.names()};
    }
    return permission;
}

} // namespace meshdraft::changes
