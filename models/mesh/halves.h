// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <thread>

namespace meshdraft::mesh {

/// Calls `work` with each number below `count`: of many, the second half on a thread of its own. What it reads must not
/// change meanwhile, and what it writes must belong to its number alone. `weight` is of how many things the work is.
template <typename Work> void inHalves(std::size_t count, const Work& work, std::size_t weight)
{
    constexpr std::size_t many = 256; ///< fewer are done before a thread has started
    const auto run = [&work](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            work(i);
    };
    if (weight < many) {
        run(0, count);
        return;
    }
    const std::jthread second([&] { run(count / 2, count); });
    run(0, count / 2);
}

template <typename Work> void inHalves(std::size_t count, const Work& work)
{
    inHalves(count, work, count);
}

} // namespace meshdraft::mesh
