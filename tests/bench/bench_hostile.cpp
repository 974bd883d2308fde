// SPDX-License-Identifier: Apache-2.0
// What hostile texts cost: each is parsed at a count and at twice the count; a ratio well over 2 is a trap.
//   bench_hostile [BYTES] [NAME]     about so many bytes a text (default 8,000,000)
#include "models/source/parsedtext.h"
#include "tests/source/hostiletexts.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace meshdraft::source;

namespace {

double secondsOf(const std::string& text)
{
    std::string copy = text;
    const auto begin = std::chrono::steady_clock::now();
    const ParsedTextPtr parsed = parseText(std::move(copy));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

int main(int argc, char* argv[])
{
    const std::size_t bytes = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 8'000'000;
    std::printf("%-36s %10s %10s %10s %8s\n", "text", "MB", "s", "MB/s", "n to 2n");
    for (const HostileText& hostile : hostileTexts()) {
        if (argc > 2 && std::strcmp(argv[2], hostile.name) != 0)
            continue;
        const std::size_t sample = hostile.make(1000).size();
        const std::size_t count = std::max<std::size_t>(1, bytes / 2 * 1000 / sample);
        const std::string whole = hostile.make(2 * count);
        const double half = secondsOf(hostile.make(count));
        const double seconds = secondsOf(whole);
        const double megabytes = static_cast<double>(whole.size()) / 1e6;
        std::printf("%-36s %10.1f %10.3f %10.1f %8.2f\n", hostile.name, megabytes, seconds, megabytes / seconds,
                    seconds / half);
        std::fflush(stdout);
    }
    return 0;
}
