// SPDX-License-Identifier: Apache-2.0
#include "models/topology/layout.h"

#include <cstdio>

namespace meshdraft::topology {

namespace {

/// Appends exactly `size` bytes of standard input; false at its end.
bool read(std::string& bytes, std::size_t size)
{
    const std::size_t start = bytes.size();
    bytes.resize(start + size);
    const std::size_t got = std::fread(bytes.data() + start, 1, size, stdin);
    bytes.resize(start + got);
    return got == size;
}

} // namespace

int runLayoutWorker()
{
    constexpr std::size_t prefix = 8;
    constexpr int brokenInput = 2;
    while (true) {
        std::string request;
        if (!read(request, prefix))
            return request.empty() ? 0 : brokenInput;
        const auto size = messageSize(request);
        if (!size || !*size || !read(request, **size - prefix))
            return brokenInput;
        const std::string answer = answerRequest(request);
        if (std::fwrite(answer.data(), 1, answer.size(), stdout) != answer.size() || std::fflush(stdout) != 0)
            return brokenInput;
    }
}

} // namespace meshdraft::topology
