// SPDX-License-Identifier: Apache-2.0
// Random edits of every kind over generated layouts and the shared YAML files, both laws checked after each; stops at
// the first that breaks one.
//   bench_edits [EDITS] [SEED]     default 100,000 and 1
#include "tests/source/corpus.h"
#include "tests/source/layoutgenerator.h"
#include "tests/source/randomedits.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace meshdraft::source;

namespace {

constexpr int editsPerText = 20;

void print(const char* title, const std::map<std::string, int>& counts)
{
    std::printf("%s\n", title);
    for (const auto& [name, count] : counts)
        std::printf("  %-24s %8d\n", name.c_str(), count);
}

} // namespace

int main(int argc, char* argv[])
{
    const int wanted = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const auto seed = static_cast<std::uint32_t>(argc > 2 ? std::atoi(argv[2]) : 1);
    const std::vector<CorpusText> files = corpus();
    const auto begin = std::chrono::steady_clock::now();
    RandomEditTally tally;
    std::uint32_t texts = 0;
    for (; tally.doneInAll() < wanted; ++texts) {
        // Every fourth text is a real one where there are any.
        const bool isReal = !files.empty() && texts % 4 == 0;
        const std::string text =
            isReal ? files[(texts / 4) % files.size()].text : LayoutGenerator(seed * 1'000'003 + texts).text();
        QString violation;
        tally.add(runRandomEdits(text, seed + texts, editsPerText, &violation));
        if (!violation.isEmpty()) {
            std::printf("broken in text %u: %s\n", texts, violation.toUtf8().constData());
            return 1;
        }
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::printf("%d edits of %u texts, %d refused, no law broken, %.0f s\n", tally.doneInAll(), texts,
                tally.refusedInAll(), seconds);
    print("done", tally.done);
    print("refused", tally.refused);
    return 0;
}
