// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <thread>

namespace meshdraft::mesh {

/// Calls both: the second one on a thread of its own where they are about many things. What they read must not change
/// meanwhile, and neither may read what the other writes.
template <typename First, typename Second> void beside(std::size_t things, const First& first, const Second& second)
{
    constexpr std::size_t many = 256; ///< fewer are done before a thread has started
    if (things < many) {
        first();
        second();
        return;
    }
    const std::jthread other(second);
    first();
}

/// Calls `work` with each number below `count`: of many, the second half on a thread of its own, as `beside` does. What
/// it writes must belong to its number alone.
template <typename Work> void inHalves(std::size_t count, const Work& work)
{
    const auto run = [&work](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            work(i);
    };
    beside(count, [&] { run(0, count / 2); }, [&] { run(count / 2, count); });
}

} // namespace meshdraft::mesh
